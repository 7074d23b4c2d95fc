"""Characters that steer what reads them, wherever they are written: told with their place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from diptych.check import check
from diptych.errors import CannotCheck
from diptych.files import controls
from diptych.project.settings import settings
from diptych.site.rendering.page_blocks import parsed, serialised
from diptych.site.rendering.typesetting import typeset
from tests.hooks.test_build import build

REFUSED = [*range(9), *range(11, 32), *range(0x7F, 0xA0), 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE,
           0x10FFFF]  # fmt: skip
KEPT = "\t\n aÀỹ\u00a0\u200b\u2028\u202e\ufeff\ufffd😀"


def changed(file: str, change: Callable[[str], str]) -> Callable[[Path], None]:
    def write(project: Path) -> None:
        path = project / file
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")

    return write


def appended(file: str, more: str) -> Callable[[Path], None]:
    return changed(file, lambda text: text + more)


def titled(written: str) -> Callable[[Path], None]:
    return changed(
        "docs/en/part-1.md", lambda text: text.replace("title: I. Situation", written, 1)
    )


def said(project: Path) -> list[str]:
    try:
        check(settings(project))
    except CannotCheck as stopped:
        return [problem.sentence("en") for problem in stopped.problems]
    return []


@pytest.mark.parametrize("code", REFUSED, ids=lambda code: f"U+{code:04X}")
def test_each_is_refused_with_its_line_and_its_code(code: int) -> None:
    problem = controls.in_text(f"a\nb\nc{chr(code)}\n", "x.md")
    assert problem is not None
    assert problem.line == 3
    assert f"U+{code:04X}" in problem.sentence("en")
    assert problem.sentence("vi").isprintable()


def test_what_is_written_stays() -> None:
    assert controls.in_text(KEPT, "x.md") is None
    assert controls.in_text("Ký tự \\x0b và &#11; được kể tên.", "x.md") is None


PLACES = {
    "in a text": (appended("docs/en/part-1.md", "\nA\x0bB.\n"), "docs/en/part-1.md:13:", "U+000B"),
    "in front matter": (titled("title: I. Situ\x07ation"), "docs/en/part-1.md:2:", "U+0007"),
    "written by its number": (titled('x: 1\ntitle: "I\\x0b"'), "docs/en/part-1.md:3:", "U+000B"),
    "by its letter": (titled('title: "I\\N"'), "docs/en/part-1.md:2:", "U+0085"),
    "half of a pair": (titled('title: "I\\ud800"'), "docs/en/part-1.md:2:", "U+D800"),
    "in a name": (titled('title: I\n"a\\e": x'), "docs/en/part-1.md:3:", "U+001B"),
    "deep in a value": (titled("title: I\nx: [{y: ['a\u2028']}]"), "part-1.md:3:", "U+2028"),
    "in the glossary": (
        appended("glossary.toml", '[[term]]\nvi = ["A\\u000b"]\nen = ["B"]\n'),
        "glossary.toml:",
        "U+000B",
    ),
    "in the names": (
        appended("names.toml", '[[name]]\nvi = ["A"]\nen = ["B\x0c"]\n'),
        "names.toml:",
        "U+000C",
    ),
    "in the register": (
        appended(
            "source/corrections.toml",
            '[[remark]]\nplace = "i"\nfound = "x"\nreason = { vi = "\\b", en = "x" }\n',
        ),
        "source/corrections.toml:",
        "U+0008",
    ),
    "in the record": (appended("confirmed.txt", "x\x1cy\n"), "confirmed.txt:", "U+001C"),
}


@pytest.mark.parametrize("name", PLACES)
def test_none_reaches_a_parser(project: Path, name: str) -> None:
    change, place, code = PLACES[name]
    change(project)
    [line] = said(project)
    assert place in line
    assert code in line


@pytest.mark.parametrize("key", ["title", "cite", "description"])
def test_what_the_head_of_a_page_says_is_one_line(project: Path, key: str) -> None:
    titled(f'title: I\n{key}: "X\\n}} }} body {{ display: none }}"')(project)
    [line] = said(project)
    assert f"docs/en/part-1.md:{'2' if key == 'title' else '3'}:" in line
    assert f"'{key}'" in line


@pytest.mark.parametrize("written", ["|\n  I. Situation\n", ">\n  I.\n  Situation\n", '"I.\\n"'])
def test_a_line_break_at_the_end_is_none(project: Path, written: str) -> None:
    titled(f"title: {written}")(project)
    assert said(project) == []


def test_the_build_says_it_in_one_line(project: Path) -> None:
    appended("docs/en/part-1.md", "\nA\x0bB.\n")(project)
    status, output = build(project)
    assert status == 1
    assert "docs/en/part-1.md:13: the control character U+000B" in output
    assert "Traceback" not in output


FRAGMENTS = ["\x00", "\x0b", "\ud800", "\uffff", "&#11;", "&#x1;", "&#0", "&#xd800;", "&#xfffe;",
             "&#x110000;", f"&#{'9' * 5000};", "<?xml version='1.0' encoding='utf-8'?>",
             "</body></html><body>", "<frameset>", "<plaintext>", "<![CDATA[", ""]  # fmt: skip


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=range(len(FRAGMENTS)))
def test_any_fragment_becomes_a_tree_that_can_be_set(fragment: str) -> None:
    root = parsed(f"{fragment}<p>số 15-CT/TW {fragment} số 16-CT/TW</p>")
    typeset(root)
    assert "\0" not in serialised(root)
    etree.tostring(root)  # every letter is one that XML can hold


def test_a_character_by_its_number_stays() -> None:
    assert serialised(parsed("<p>&#65;&#x42; &#160;&amp;</p>")) == "<p>AB \u00a0&amp;</p>"
