"""Links from terms to the glossary, in rendered HTML."""

from __future__ import annotations

import pytest

from diptych.glossary import Glossary, Term
from diptych.model import Side
from diptych.site.rendering.page_blocks import parsed, serialised
from diptych.site.rendering.term_links import Explained, link_terms

ABOUT = ("giải thích", "an explanation")
GLOSSARY = Glossary(
    (
        Term(("Tỉnh ủy",), ("Provincial Party Committee",), id="tinh-uy", about=ABOUT),
        Term(("Văn phòng Tỉnh ủy",), ("Office of the Provincial Party Committee",), id="van-phong"),
        Term(("quán triệt",), ("thoroughly grasp",), id="quan-triet", about=ABOUT),
    )
)
LINKED = {
    "the first occurrence alone": (
        "<p>Tỉnh ủy và Tỉnh ủy.</p>",
        '<p><a class="term" href="term:tinh-uy">Tỉnh ủy</a> và Tỉnh ủy.</p>',
    ),
    "none inside a longer term": ("<p>Văn phòng Tỉnh ủy</p>", None),
    "several in order": (
        "<p>a quán triệt b Tỉnh ủy c</p>",
        '<p>a <a class="term" href="term:quan-triet">quán triệt</a> b '
        '<a class="term" href="term:tinh-uy">Tỉnh ủy</a> c</p>',
    ),
    "in italics and behind them": (
        "<p><em>qua Tỉnh ủy</em>, quán triệt <em>x</em></p>",
        '<p><em>qua <a class="term" href="term:tinh-uy">Tỉnh ủy</a></em>, '
        '<a class="term" href="term:quan-triet">quán triệt</a> <em>x</em></p>',
    ),
    "not in a link, in code or in a mark": (
        '<p><a href="#x">Tỉnh ủy</a> <code>Tỉnh ủy</code> <sup>Tỉnh ủy</sup></p>',
        None,
    ),
}


@pytest.mark.parametrize("name", LINKED)
def test_terms_are_linked(name: str) -> None:
    given, expected = LINKED[name]
    root = parsed(given)
    link_terms(root[0], Explained(GLOSSARY, Side.ORIGINAL))
    assert serialised(root) == (expected or given)


def test_what_stands_below_a_provision_is_left_to_its_own() -> None:
    root = parsed("<ul><li>Tỉnh ủy<p>quán triệt</p></li></ul>")
    link_terms(root[0][0], Explained(GLOSSARY, Side.ORIGINAL))
    assert [link.text for link in root.iter("a")] == ["Tỉnh ủy"]


def test_the_text_stays_what_it_is() -> None:
    given = "<p>Office of the Provincial Party Committee; the Provincial Party Committee’s work</p>"
    root = parsed(given)
    before = root.text_content()
    link_terms(root[0], Explained(GLOSSARY, Side.TRANSLATION))
    assert root.text_content() == before
    assert [link.get("href") for link in root.iter("a")] == ["term:tinh-uy"]
