"""Values on their way into another language: nothing in them ends what they stand in."""

from __future__ import annotations

import json
import re

import pytest

from diptych.safety.encoding import css_string, json_in_html, xml_text

HOSTILE = [
    'X"} } body{display:none}',
    "X\n} } main{display:none} /*",
    "X\\",
    "X\r\f\x00\x1f\x7f\x85\u2028\u2029",
    "</style><script>x()</script>",
    "<!--<script>",
    "]]>",
    "'&\"",
    "\ud800\ufffe",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_string_of_css_holds_it_whole(text: str) -> None:
    written = css_string(text)
    inside = re.fullmatch(r'"((?:[^"\\\n\r\f<&]|\\[0-9a-f]{1,6} )*)"', written)
    assert inside
    read = re.sub(r"\\([0-9a-f]{1,6}) ", lambda m: chr(int(m[1], 16)), inside[1])
    assert read == text


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_script_element_holds_it_whole(text: str) -> None:
    written = json_in_html({"name": [text]})
    assert not {"<", "\n", "\u2028", "\u2029"} & set(written)
    assert json.loads(written) == {"name": [text]}


def test_what_is_plain_stays_plain() -> None:
    assert css_string("Nghị quyết – 15-CT/TW · I") == '"Nghị quyết – 15-CT/TW · I"'
    assert json_in_html("Nghị quyết") == '"Nghị quyết"'


def test_xml_is_given_what_it_can_hold() -> None:
    assert (
        xml_text("a\x01b\x0bc\ufffe\ud800\t\n\u00a0đ") == "a\ufffdb\ufffdc\ufffd\ufffd\t\n\u00a0đ"
    )
