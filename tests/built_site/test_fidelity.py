"""What readers see of the original on the built pages is what the source has."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.html import HtmlElement

from tests.built_site.test_pages import BITEXT, page
from tests.conftest import run

TEXT = [page.path for page in BITEXT.original.pages if not page.editorial]
SEEN = {"h1", "h2", "p", "ul", "ol", "li", "em", "strong", "sup", "hr"}
"""Elements of a programme's text; `hr` stands above its footnotes."""
MADE = {
    "a": {"permalink", "footnote-ref", "footnote-backref", "term"},
    "span": {"number", "symbol"},
    "div": {"footnote"},
}
"""Elements that the site makes, by their classes."""


@pytest.mark.parametrize("locale", ["vi", "en"])
@pytest.mark.parametrize("path", TEXT)
def test_a_page_of_the_programme_shows_text_and_what_the_site_makes(
    site: Path, locale: str, path: str
) -> None:
    [provisions] = page(site, locale, path).xpath("//div[@class='provisions']")
    strange = [_told(element) for element in provisions.iterdescendants() if not _known(element)]
    assert strange == []
    titles = {
        element.get("title")
        for element in provisions.iterdescendants()
        if element.get("title") and not _made(element)
    }
    assert titles == set()


def _known(element: HtmlElement) -> bool:
    return element.tag in SEEN or _made(element)


def _made(element: HtmlElement) -> bool:
    classes = set((element.get("class") or "").split())
    return bool(classes & MADE.get(str(element.tag), set()))


def _told(element: HtmlElement) -> str:
    return f"<{element.tag!s} class={element.get('class')!r}>"


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_readers_are_told_what_the_editors_gave(site: Path, locale: str) -> None:
    source = BITEXT.source
    assert source is not None
    text = " ".join(page(site, locale, "site/corrections.md").text_content().split())
    for entry in source.register.markup:
        assert entry.printed[locale] in text
        assert entry.reason[locale] in text


DISGUISES = {
    "13 as a power": ("13 năm", "1<sup>3</sup> năm", "O105"),
    "figures below the line": ("15/4/2010", "15/4/20<sub>10</sub>", "O105"),
    "a tooltip": ("nhận thức", '<abbr title="hết hiệu lực">nhận thức</abbr>', "O105"),
    "a link": ("nhận thức", '[nhận thức](https://example.org "bãi bỏ")', "O105"),
    "a picture": ("nhận thức", "nhận thức ![](x.png)", "O105"),
    "code": ("nhận thức", "`nhận` thức", "O105"),
    "a break in a word": ("nhận thức", "nhận th<br>ức", "O105"),
    "a break": ("nhận thức", "nhận<br> thức", "O105"),
    "a wide blank": ("nhận thức", "nhận\u3000thức", "O105"),
    "letters in bold": ("nhận thức", "nh**ận** thức", "O103"),
    "a quotation": ("\nTuy nhiên", "\n> Tuy nhiên", "O105"),
    "a heading": ("\nTuy nhiên", "\n## Tuy nhiên", "O106"),
    "a block of code": ("\nTuy nhiên", "\n    Tuy nhiên", "O105"),
    "a deeper heading": ("# I.", "## I.", "O106"),
    "a line across": ("\nTuy nhiên", "\n---\n\nTuy nhiên", "O105"),
    "another title": ("title: I. Tình hình", "title: I. Bãi bỏ", "O107"),
    "a citation": ("title:", "cite: Bãi bỏ\ntitle:", "O107"),
    "a description": ("title:", "description: Bãi bỏ.\ntitle:", "O107"),
    "a view": ("title:", "view: translation\ntitle:", "O108"),
    "a layout": ("title:", "layout: cover\ntitle:", "O108"),
    "another key": ("title:", "hide: toc\ntitle:", "O108"),
}


@pytest.mark.parametrize("name", DISGUISES)
def test_the_original_in_disguise_is_told_at_its_place(project: Path, name: str) -> None:
    old, new, code = DISGUISES[name]
    original = project / "docs/vi/part-1.md"
    text = original.read_text(encoding="utf-8")
    assert old in text
    original.write_text(text.replace(old, new, 1), encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1 + old.startswith("\n")
    done = run(
        "diptych", "check", "--lang", "en", "--format", "lines", "--select", "O", cwd=project
    )
    assert done.returncode == 1
    assert f"docs/vi/part-1.md:{line}:" in done.stdout
    assert f"[{code}]" in done.stdout


def test_the_page_as_it_is_stays_silent(project: Path) -> None:
    done = run("diptych", "check", "--lang", "en", "--select", "O", cwd=project)
    assert done.returncode == 0, done.stdout
