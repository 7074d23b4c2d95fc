"""The templates leave escaping to the one place that does it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from diptych.safety.frame import MARK, frame_of, marked, unmarked
from tests.conftest import ROOT

TEMPLATES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("overrides", "src/diptych")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".html", ".xml")
)


def written(template: str) -> str:
    """A template without its comments."""
    text = (ROOT / template).read_text(encoding="utf-8")
    return re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL)


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_template_marks_or_escapes_a_value_itself(template: str) -> None:
    text = written(template)
    assert not re.search(r"\|\s*(?:safe|e|escape|forceescape|tojson|xmlattr)\b", text)
    assert "autoescape" not in text
    assert "Markup" not in text


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_value_in_an_attribute_stands_in_double_quotes(template: str) -> None:
    text = re.sub(r"\{%.*?%\}", "", written(template), flags=re.DOTALL)
    text = re.sub(r"\{\{.*?\}\}", "\0", text, flags=re.DOTALL)
    for tag in re.findall(r"<[a-z][^<>]*>", re.sub(r"(?s)<script.*?</script>", "", text)):
        rest = re.sub(r'"[^"]*"', '""', tag)
        assert "'" not in rest, tag
        assert not re.search(r'=(?!")', rest), tag
        # outside them a value is a heading's level or the end of a name, out of closed lists
        assert re.fullmatch(r"[^\0]*", re.sub(r"^<h\0|data-cite-\0", "", rest)), tag


def test_every_element_that_a_template_opens_is_marked() -> None:
    template = (
        '<!doctype html>\n<p{% if a %} id="x"{% endif %}>{{ a }}</p><h{{ n }}>b<br></h{{ n }}>'
    )
    assert marked(template).count(MARK) == 3
    assert unmarked(marked(template)) == template
    for path in TEMPLATES:
        if path.endswith(".html"):
            text = re.sub(r"(?s)(<script[^>]*>).*?</script>", r"\1", written(path))
            assert marked(text).count(MARK) == len(re.findall(r"<[a-z]", text)), path


def test_the_frame_knows_what_templates_write_and_no_more() -> None:
    frame = frame_of(
        ['<a class="x{{ y }}" href="{{ z }}" rel="next"><p data-cite-{{ l }}="{{ f }}">']
    )
    assert frame.made("a", {"class": "anything", "rel": "next"}) is None
    assert frame.made("a", {"rel": "opener"}) == "rel"
    assert frame.made("a", {"onclick": "x"}) == "onclick"
    assert frame.made("p", {"data-cite-en": "x"}) is None
    assert frame.made("script", {}) == ""


def test_a_mark_is_an_attribute_to_a_browser() -> None:
    tree = LexborHTMLParser(marked("<!doctype html><p>a<br><b>c</b></p>"))
    for tag in ("p", "br", "b"):
        node = tree.css_first(tag)
        assert node is not None
        assert MARK in node.attributes


def test_compiled_templates_are_kept_where_none_is_that_was_compiled_otherwise() -> None:
    code = Path(ROOT / "src/diptych/site/templates.py").read_text(encoding="utf-8")
    assert "autoescape = True" in code
    assert '_CACHE = Path(".cache", "templates", "marked-2")' in code
