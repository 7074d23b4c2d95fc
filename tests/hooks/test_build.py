"""`mkdocs build` through the check: it refuses, it says where, it leaves the last good site."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from tests.conftest import run


def build(project: Path, *options: str) -> tuple[int, str]:
    done = run("mkdocs", "build", *options, cwd=project)
    return done.returncode, done.stdout + done.stderr


def edit(old: str, new: str, file: str) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        path = project / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change


def without_line(start: str, file: str) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        path = project / file
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith(start)]
        assert len(kept) == len(lines) - 1
        path.write_text("".join(kept), encoding="utf-8")

    return change


SECTION_3 = "part-3/section-3.md"

REFUSED = {
    "a footnote definition removed": (
        without_line("[^2]:", f"docs/vi/{SECTION_3}"),
        "F101",
        [f"docs/vi/{SECTION_3}:3", f"docs/en/{SECTION_3}:11"],
    ),
    "a section renumbered": (
        edit("# 6. ", "# 7. ", "docs/en/part-3/section-6.md"),
        "N101",
        ["docs/vi/part-3/section-6.md:1", "docs/en/part-3/section-6.md:1"],
    ),
    "a dash deleted": (
        without_line("- Củng cố", "docs/vi/part-3/section-2.md"),
        "S104",
        ["docs/en/part-3/section-2.md:7", "docs/vi/part-3/section-2.md:5"],
    ),
    "a Vietnamese word changed": (
        edit("kinh tế của tỉnh vẫn còn", "kinh tê của tỉnh vẫn còn", "docs/vi/part-1.md"),
        "O102",
        ["docs/vi/part-1.md:9", "source/000_181fb8fea33ead35.txt:16"],
    ),
    "a page that one language lacks": (
        lambda project: (project / "docs/en/part-4.md").unlink(),
        "S101",
        ["docs/vi/part-4.md:1", "docs/en/part-4.md:1"],
    ),
}


@pytest.mark.parametrize("strict", [[], ["--no-strict"]], ids=["strict", "not strict"])
@pytest.mark.parametrize("name", REFUSED)
def test_a_disagreement_does_not_build(project: Path, name: str, strict: list[str]) -> None:
    change, code, places = REFUSED[name]
    good = project / "site"
    good.mkdir()
    (good / "index.html").write_text("the last good site", encoding="utf-8")
    before = sorted(path.name for path in project.iterdir())
    change(project)
    status, said = build(project, *strict)
    assert status != 0
    assert f"error[{code}]" in said
    for place in places:
        assert f"--> {place}:" in said
    assert "Traceback" not in said
    assert (good / "index.html").read_text(encoding="utf-8") == "the last good site"
    assert sorted(path.name for path in project.iterdir()) == before


def test_what_cannot_be_read_does_not_build(small: Path) -> None:
    (small / "docs/vi/part-1.md").write_bytes(b"\xff")
    status, said = build(small)
    assert status != 0
    assert "docs/vi/part-1.md:1: the file is not UTF-8" in said
    assert "Traceback" not in said
    assert not (small / "site").exists()


def test_a_build_outside_of_git_says_why_its_dates_are_of_1970(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (small / "docs/en/index.md").write_text("# 2. Other\n", encoding="utf-8")
    _, said = build(small)
    assert "files are dated 1970" in said
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    _, said = build(small)
    assert "1970" not in said


def test_a_page_that_renders_otherwise_than_it_is_written_does_not_build(project: Path) -> None:
    for locale in ("vi", "en"):
        path = project / f"docs/{locale}/part-3/section-2.md"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("\n    ", "\n  "), encoding="utf-8")
    status, said = build(project)
    assert status != 0
    assert "error[R101]: the page does not render as written: continuation" in said
    assert "--> docs/vi/part-3/section-2.md:5:" in said
    assert not (project / "site").exists()
    assert not list(project.glob(".site*"))


def test_a_warning_under_strict_leaves_the_last_good_site(small: Path) -> None:
    for locale in ("vi", "en"):
        page = small / f"docs/{locale}/site/about.md"
        page.write_text(page.read_text(encoding="utf-8") + "\n[x](nowhere.md)\n", encoding="utf-8")
    (small / "site").mkdir()
    (small / "site/kept").touch()
    status, said = build(small, "--strict")
    assert status != 0
    assert "nowhere.md" in said
    assert [path.name for path in (small / "site").iterdir()] == ["kept"]


def test_an_interrupted_build_leaves_the_last_good_site(small: Path) -> None:
    (small / "interrupt.py").write_text(
        "def on_post_page(output, page, config):\n"
        "    if page.file.locale == 'en':\n"
        "        raise KeyboardInterrupt\n",
        encoding="utf-8",
    )
    edit("hooks:\n", "hooks:\n  - interrupt.py\n", "project.yml")(small)
    (small / "site").mkdir()
    (small / "site/kept").touch()
    assert build(small)[0] != 0
    assert [path.name for path in (small / "site").iterdir()] == ["kept"]
    assert not list(small.glob(".site*"))


def test_a_link_to_a_provision_that_is_not_there_is_refused(small: Path) -> None:
    for locale in ("vi", "en"):
        page = small / f"docs/{locale}/site/about.md"
        text = page.read_text(encoding="utf-8")
        page.write_text(
            text + "\n[x](../part-1.md#i-p1) [y](../part-1.md#i-p9)\n", encoding="utf-8"
        )
    status, said = build(small)
    assert status != 0
    assert "#i-p9" in said
    assert "#i-p1'" not in said


def bytes_of(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_two_builds_give_the_same_bytes_and_the_old_site_is_replaced_whole(small: Path) -> None:
    assert build(small, "--site-dir", "first")[0] == 0
    (small / "second").mkdir()
    (small / "second/left-over.html").touch()
    assert build(small, "--site-dir", "second")[0] == 0
    assert bytes_of(small / "first") == bytes_of(small / "second")


def test_a_text_that_nobody_reviewed_is_marked_quietly(project: Path) -> None:
    page = project / "docs/en/part-1.md"
    text = page.read_text(encoding="utf-8")
    assert text.count("However, ") == 1
    page.write_text(text.replace("However, ", "Nevertheless, "), encoding="utf-8")
    status, said = build(project)
    assert status == 0, said
    english = html.fromstring((project / "site/en/part-1/index.html").read_bytes())
    (mark,) = english.xpath("//*[contains(@class, 'standing')]")
    assert mark.text == "not reviewed"
    assert mark.xpath("ancestor::*[@id][1]/@id") == ["i-p2"]
    assert english.xpath("string(//a[@class='status__reviewed'])") == "3 of 4 passages reviewed"
    whole = html.fromstring((project / "site/en/part-2/index.html").read_bytes())
    assert whole.xpath("string(//a[@class='status__reviewed'])") == "Reviewed"
    listed = html.fromstring((project / "site/en/site/translation/index.html").read_bytes())
    assert [
        link.get("href") for link in listed.xpath("//ul[@class='uses']//a")
    ] == ["../../part-1/#i-p2"]  # fmt: skip
    vietnamese = (project / "site/part-1/index.html").read_text(encoding="utf-8")
    assert "status__reviewed" not in vietnamese.partition("<body>")[2]
