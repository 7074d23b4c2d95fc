"""What a shortcode or a tag is given, as far as both languages should give the same."""

from __future__ import annotations

import re
from collections.abc import Mapping

from diptych.model.marks import NOTES, attributes, unnamed
from diptych.patterns import pattern_of
from diptych.rules.shared.code_lines import without_locales

_SAID = frozenset(
    (
        "alt",
        "aria-label",
        "caption",
        "class",
        "classname",
        "content",
        "description",
        "desc",
        "header",
        "heading",
        "label",
        "lang",
        "name",
        "placeholder",
        "style",
        "summary",
        "text",
        "title",
        "tooltip",
        "width",
        "height",
        "align",
    )
)
"""Arguments that say something to people, or how it looks."""
_PROGRAM = pattern_of(r"[\[({,;=>]")
"""What only a value has that is an expression: it may hold words for people."""
_WORD = pattern_of(r"[a-z]+")
_LEADS_TO = pattern_of(r"[\"']([^\"'\n]++)[\"'];?+[ \t]*+$")
_QUOTED = pattern_of(r"\"([^\"]*+)\"|'([^']*+)'")


def arguments(written: str, name: str, locales: tuple[str, str]) -> Mapping[str, str]:
    """The arguments of a shortcode or tag that are the same in any language, by name or by rank.

    What looks like words is left out, and what names one of the two `locales` in a path.
    """
    is_tag = written.startswith("<")
    given_class = attributes(written)
    named = {
        key: value
        for key, value in given_class.items()
        if key not in _SAID
        and "translat" not in key
        and value
        and not (is_tag and _PROGRAM.search(value))
    }
    looks = next(filter(None, map(given_class.get, ("class", "classname", "style"))), "")
    if kind := next((word for word in _WORD.findall(looks.lower()) if word in NOTES), ""):
        named["class"] = kind  # a note or a warning: more than a look
    if is_tag:  # what has no name there is part of a program
        written = ""
    bare = unnamed(written.replace(name, " ", 1) if name else written).strip("{}<>%/*# ")
    given = _QUOTED.sub(_single, bare).split()
    named.update((str(rank), value) for rank, value in enumerate(given, 1))
    return {
        key: _bare(_without_locales(value, locales))
        for key, value in named.items()
        if not _words(value)
    }


def _without_locales(value: str, locales: tuple[str, str]) -> str:
    """`value` without what names one of the two `locales`, also at its beginning: `fr/a.md`."""
    left = without_locales(value, locales)
    return left if value.startswith("/") else left.removeprefix("/")


def imported(written: str, locales: tuple[str, str]) -> str:
    """The name of the file that a line imports, without what names one of the two `locales`: how
    far away it is depends on where the page stands.
    """
    found = _LEADS_TO.search(written)
    name = found[1].rstrip("/").rpartition("/")[2] if found else ""
    return without_locales(name, locales)


def _bare(value: str) -> str:
    """A value without the stroke that may end a path."""
    return value.replace("/#", "#").rstrip("/") or value


def _single(quoted: re.Match[str]) -> str:
    """What stands between quotation marks, if it is one word."""
    said = quoted[1] if quoted[1] is not None else quoted[2]
    return f" {said} " if " " not in said else " "


def _words(value: str) -> bool:
    return not value.isascii() or " " in value or not any(char.isalnum() for char in value)
