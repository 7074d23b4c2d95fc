"""A translation into a language for which the library has no words is a whole site."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from diptych.language.interface import words_of
from tests.conftest import ROOT, run

SETTINGS = """\
[tool.diptych]
original = "vi"
translation = "{0}"
publish = true
editorial = ["guide"]

[tool.diptych.words.{0}]
contents = "{1}"
"""
SITE = """\
INHERIT: project.yml
site_name: Kế hoạch
plugins:
  i18n:
    languages:
      - locale: vi
        name: Tiếng Việt
        default: true
        build: true
      - locale: {0}
        name: {1}
        build: true
        site_name: {2}
"""
TEXTS = {
    "vi": (
        "# KẾ HOẠCH",
        "# I. MỤC TIÊU\n\nXây cầu dài 120 m trước ngày 31/12/2032, theo số 21/NQ-CP.[^1]",
    ),
    "lo": (
        "# ແຜນການ",
        "# I. ເປົ້າໝາຍ\n\nສ້າງຂົວຍາວ 120 m ກ່ອນ 31/12/2032, ຕາມ 21/NQ-CP.[^1]",
    ),
    "ar": (
        "# خطة",
        "# I. الهدف\n\nبناء جسر بطول 120 m قبل 31/12/2032 وفق 21/NQ-CP.[^1]",
    ),
}
MORE = "\n\n- 45%.\n\n[^1]: 3 m.\n"
NAMES = {"lo": "ພາສາລາວ", "ar": "العربية"}
CODES = {"lo": "lao", "ar": "ara"}


@pytest.fixture(scope="module", params=NAMES)
def built(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path]:
    tag = str(request.param)
    folder = tmp_path_factory.mktemp(tag)
    for part in ("hooks", "overrides"):
        (folder / part).symlink_to(ROOT / part)
    shutil.copy(ROOT / "mkdocs.yml", folder / "project.yml")
    (folder / "mkdocs.yml").write_text(SITE.format(tag, NAMES[tag], TEXTS[tag][0][2:]), "utf-8")
    (folder / "pyproject.toml").write_text(SETTINGS.format(tag, TEXTS[tag][0][2:]), "utf-8")
    for language in ("vi", tag):
        pages = folder / "docs" / language
        (pages / "guide").mkdir(parents=True)
        title, part = TEXTS[language]
        (pages / "index.md").write_text(f"---\nlayout: cover\n---\n\n{title}\n", "utf-8")
        (pages / "part-1.md").write_text(part + MORE, "utf-8")
        for view in ("downloads", "rules"):
            page = f"---\nview: {view}\n---\n\n{title}\n"
            (pages / f"guide/{view}.md").write_text(page, "utf-8")
    done = run(
        "mkdocs", "build", "--strict", "-q", cwd=folder,
        environment={"SITE_URL": "https://example.org/", "REPO_URL": "https://example.org/r"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return tag, folder / "site"


def parsed(path: Path) -> HtmlElement:
    return html.fromstring(path.read_bytes())


def language_of(element: HtmlElement) -> str:
    return str(element.xpath("string(ancestor-or-self::*[@lang][1]/@lang)"))


PAGES = ["", "part-1/", "both/part-1/", "whole/", "guide/downloads/", "guide/rules/"]
ENGLISH = {word for word in words_of("en").values() if re.fullmatch(r"[A-Z][^{}]{3,}", word)}


@pytest.mark.parametrize("page", PAGES)
def test_words_that_it_lacks_are_english_and_marked(built: tuple[str, Path], page: str) -> None:
    tag, site = built
    root = parsed(site / tag / page / "index.html")
    said = [
        (text.strip(), language_of(text.getparent()))
        for text in root.xpath("//body//text()[not(ancestor::script or ancestor::style)]")
    ]
    told = [(word, language) for word, language in said if word in ENGLISH]
    assert len(told) > 5
    assert {language for _, language in told} == {"en"}
    named = root.xpath("//*[@aria-label][not(@id='results')]")  # which holds what was found
    labels = [(one.get("aria-label"), language_of(one)) for one in named]
    assert {language for label, language in labels if label in ENGLISH} == {"en"}
    assert (TEXTS[tag][0][2:], tag) in labels  # the one word that the project says


@pytest.mark.parametrize("page", PAGES)
def test_every_link_has_words_and_an_address(built: tuple[str, Path], page: str) -> None:
    tag, site = built
    for below in ("", f"{tag}/"):
        root = parsed(site / below / page / "index.html")
        links = root.xpath("//a")
        assert len(links) > 10
        assert [
            html.tostring(link)
            for link in links
            if not (link.text_content().strip() or link.get("aria-label")) or not link.get("href")
        ] == []


def test_languages_have_their_names_and_directions(built: tuple[str, Path]) -> None:
    tag, site = built
    page = parsed(site / "both/part-1/index.html")
    assert page.xpath("string(//a[contains(@class, 'header__language')])") == NAMES[tag]
    assert NAMES[tag] in page.xpath("//nav[@class='views']//a/text()")
    assert set(page.xpath("//link[@rel='alternate']/@hreflang")) == {"vi", tag, "x-default"}
    right = "rtl" if tag == "ar" else None
    assert {one.get("dir") for one in page.xpath(f"//main//*[@lang='{tag}']")} - {None} == (
        {right} if right else set()
    )
    assert parsed(site / tag / "index.html").get("dir") == right
    assert json.loads((site / f"manifest.{tag}.webmanifest").read_bytes())["dir"] == (
        right or "ltr"
    )


def test_files_name_the_language_by_its_code(built: tuple[str, Path]) -> None:
    tag, site = built
    akoma_ntoso = (site / f"downloads/document.{tag}.akn.xml").read_text(encoding="utf-8")
    assert f'FRBRlanguage language="{CODES[tag]}"' in akoma_ntoso
    assert f'xml:lang="{tag}"' in (site / "downloads/document.tmx").read_text(encoding="utf-8")


def test_letters_of_other_languages_have_typefaces_where_one_is_read(
    built: tuple[str, Path],
) -> None:
    tag, site = built
    wider = {path.name for path in (site / "assets/fonts/wider").iterdir()}
    first = {path.name for path in (site / "assets/fonts").glob("*.woff2")}
    assert wider == first
    assert first
    assert "fonts/wider/" in (site / tag / "index.html").read_text(encoding="utf-8")
    assert "fonts/wider/" not in (site / "index.html").read_text(encoding="utf-8")
    kept = next((site / "offline").glob("common.*.json")).read_text(encoding="utf-8")
    assert all(f"assets/fonts/wider/{name}" in kept for name in wider)
