"""A file that cannot be made is withdrawn: the site is built, and offers what there is."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from lxml import html

from diptych.site.views.downloads import without
from tests.conftest import run
from tests.hooks.test_build import build

SIGN = "😀"


def with_a_sign(project: Path) -> None:
    page = project / "docs/en/part-1.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("In the past 3 years", f"In the past {SIGN} 3 years"), "utf-8")


def test_the_site_is_built_without_it_and_says_so(project: Path) -> None:
    with_a_sign(project)
    status, said = build(project)
    assert status == 0, said
    for name in ("programme.en.pdf", "programme.vi-en.pdf"):
        assert f"downloads/{name}: this file could not be made, the site does without it" in said
        assert not (project / "site/downloads" / name).exists()
    assert "warning[E101]" in said
    assert f"“{SIGN}” (U+1F600)" in said
    assert "--> docs/en/part-1.md:" in said
    assert "Traceback" not in said
    assert (project / "site/downloads/programme.vi.pdf").exists()
    assert (project / "site/downloads/programme.en.docx").exists()
    pages = list((project / "site").rglob("*.html"))
    assert pages
    for page in pages:
        written = page.read_text(encoding="utf-8")
        assert not re.search(r"programme\.(vi-)?en\.pdf", written), page
        assert "<!-- size of" not in written
    listed = html.fromstring((project / "site/en/guide/downloads/index.html").read_bytes())
    files = listed.xpath("//ul[@class='uses']//a/@href")
    assert "../../../downloads/programme.vi.pdf" in files
    assert all((project / "site/en/guide/downloads" / file).resolve().exists() for file in files)


def test_an_export_says_so_in_a_line_and_goes_on_with_the_others(project: Path) -> None:
    with_a_sign(project)
    done = run("diptych", "export", "en.pdf", cwd=project)
    assert done.returncode == 3
    dated, told = done.stderr.splitlines()
    assert dated.startswith("files are dated 1970"), "the project is in no repository"
    assert "programme.en.pdf could not be made: the PDF (en) could not be typeset" in told
    assert SIGN in told
    done = run("diptych", "export", "all", "--output", "files", cwd=project)
    assert done.returncode == 3
    made = {path.name for path in (project / "files").iterdir()}
    assert {"programme.vi.pdf", "programme.en.md", "programme.tmx"} <= made
    assert not {"programme.en.pdf", "programme.vi-en.pdf"} & made
    last = done.stderr.splitlines()[-2:]
    assert [line.partition(" ")[0] for line in last] == ["programme.en.pdf", "programme.vi-en.pdf"]


def test_a_page_offers_it_no_longer() -> None:
    row = (
        '\n      <li>\n        <h2>PDF</h2>\n        <p class="register__about">About.</p>\n'
        '        <ul class="uses">{}\n        </ul>\n      </li>'
    )
    entry = (
        '\n            <li><a href="../../downloads/p.{0}.pdf" type="application/pdf" download>'
        '<span lang="{0}">Name</span></a> <span class="downloads__size"><!-- size of x --></span>'
        "</li>"
    )
    page = row.format(entry.format("vi") + entry.format("en"))
    left = without(page, "downloads/p.vi.pdf")
    assert left.split() == row.format(entry.format("en")).split()
    assert without(left, "downloads/p.en.pdf").split() == []
    foot = 'Download: <a href="../downloads/p.vi.pdf" download>PDF</a> <a href="../x/">all</a>'
    assert without(foot, "downloads/p.vi.pdf") == 'Download: <a href="../x/">all</a>'
    assert without(foot, "downloads/p.en.pdf") == foot


def test_footnotes_too_long_for_a_tables_page_are_set_at_the_end(project: Path) -> None:
    for folder in ("docs", "source"):
        shutil.rmtree(project / folder)
    for name in ("confirmed.txt", "glossary.toml", "names.toml"):
        (project / name).unlink()
    (project / "pyproject.toml").write_text("[tool.diptych]\n", encoding="utf-8")
    words = {"vi": ("Phần", "chú thích của bảng"), "en": ("Part", "a note of the table")}
    for locale, (part, note) in words.items():
        page = project / f"docs/{locale}/index.md"
        page.parent.mkdir(parents=True)
        rows = "| A | B |\n| --- | --- |\n| x[^1] x[^2] | y |\n"
        notes = "".join(f"\n[^{n}]: {f'{note} ' * 150}.\n" for n in (1, 2))
        text = "".join(f"- {f'{note} ' * length}.\n\n" for length in (12, 60, 3))
        page.write_text(f"# I. {part}\n\n{text}{rows}{notes}", encoding="utf-8")
    status, said = build(project)
    assert status == 0, said
    assert (project / "site/downloads/document.vi-en.pdf").exists()
