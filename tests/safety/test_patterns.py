"""No pattern blows up: each takes as many steps as its text has characters, or says why not."""

from __future__ import annotations

import re
from copy import copy

import pytest

from diptych.patterns import pattern_of
from tests.safety.ambiguity import blow_up
from tests.safety.patterns import Pattern, patterns, unseen_patterns

BOUNDED = {
    ("diptych/diagnostics/guide.py", "_FORM"): "docstrings of our own rules, never a text",
    ("diptych/reader/rows.py", "_BAR"): "code: see `CODE` in reader/segments.py; a block",
    ("diptych/exports/formats/markdown.py", "_MARK"): "code: as above; a block",
    ("diptych/exports/formats/markdown.py", "_CELL"): "code: as above; a row",
    ("diptych/exports/formats/markdown.py", "_CODE"): "code: as above; a block",
    ("diptych/safety/frame.py", "_SAID"): "the site's own templates, never a text",
    ("diptych/safety/frame.py", "_VALUE"): "the site's own templates, never a text",
    ("diptych/safety/frame.py", "_TAG"): "the site's own templates, never a text",
    ("diptych/safety/comments.py", "COMMENT"): "what opens another comment ends the first: "
    "no character is looked at twice",
}
"""Patterns that the reading takes to be slow, with what bounds them (see reader/page_limits.py)."""

BAD = {
    r"(a*)*b": "exponential",
    r"(a+)+b": "exponential",
    r"(a|a)*b": "exponential",
    r"(\w+\s?)*$": "exponential",
    r"a*a*b": "quadratic",
    r"\s+\s+x": "quadratic",
    r"(.*),(.*);": "quadratic",
    r"^(\d+)*\.$": "exponential",
    r"(?:<!--.*?-->\s*)+\Z": "exponential",
    r"x(?=.*y.*z)": "quadratic",
}
SEARCHED = [r"\d+x", r"a++b", r"\*+(?=\w)", r"“([^”]+)”", r"a(?:[ab]*c)?", r"\s+$", r"<[^>]*>"]
GOOD = [
    r"\d+", r"(?<!\d)\d+x", r"“([^“”]+)”", r"[^\W_]+(?:-[^\W_]+)*", r"\bNo\. \d", r"a{1,9}b",
    r"x(?:ab|ac)*d", r"(?<!a)a++b", r"<[^<>]*>", "x*",
]  # fmt: skip


def test_every_pattern_is_made_where_it_is_seen() -> None:
    assert list(unseen_patterns()) == []
    assert patterns()


def test_every_pattern_takes_as_many_steps_as_its_text_has_characters() -> None:
    slow = {pattern: found for pattern in patterns() if (found := _blow_up(pattern))}
    known = {(pattern.file, pattern.name) for pattern in slow}
    assert {p: why for p, why in slow.items() if (p.file, p.name) not in BOUNDED} == {}
    assert known == {*BOUNDED}, "no longer slow"


def _blow_up(pattern: Pattern) -> str:
    return blow_up(pattern.text, pattern.flags & ~re.UNICODE, searched=pattern.searched)


@pytest.mark.parametrize("pattern", BAD)
def test_the_reading_sees_what_blows_up(pattern: str) -> None:
    assert blow_up(pattern, searched=pattern[0] == "x").startswith(BAD[pattern])


@pytest.mark.parametrize("pattern", SEARCHED)
def test_the_reading_sees_what_is_slow_to_search_for(pattern: str) -> None:
    assert blow_up(pattern).startswith("quadratic")
    assert not blow_up(pattern, searched=False)


@pytest.mark.parametrize("pattern", GOOD)
def test_the_reading_is_silent_on_what_is_not(pattern: str) -> None:
    assert not blow_up(pattern)


def test_a_pattern_is_compiled_when_it_is_first_used() -> None:
    wrong = pattern_of("(a")
    assert wrong.pattern == "(a"
    with pytest.raises(re.error):
        wrong.search("a")
    words = pattern_of(r"(?P<word>[a-z]+)", re.IGNORECASE)
    assert words.flags == re.compile("", re.IGNORECASE).flags
    assert words.fullmatch("Word")
    assert words.findall("a b") == ["a", "b"]
    assert copy(words).sub("x", "a b") == "x x"
