"""Fences that hold text: directives (```` ```{note} ````) and the blocks of some manuals
(```` ```smart header="…" ````), which other readers would take for code.
"""

from __future__ import annotations

from typing import NamedTuple

from markdown_it.token import Token

from diptych.model.marks import attributes
from diptych.patterns import pattern_of

_CALLED = """
    admonition attention caution compare danger deprecated details dropdown error hint important
    info note quote seealso smart spoiler success summary tip topic versionadded versionchanged
    warn warning ad-info ad-note ad-tip ad-warning
"""
_NAMES = frozenset(_CALLED.split())
_INFO = pattern_of(r"(\{?+)([a-zA-Z][\w-]*+)\}?+[ \t]*+(.*+)")
_OPTION = pattern_of(r":[\w-]++:.*+")


class Fenced(NamedTuple):
    """A text in a fence."""

    name: str
    title: str
    body: str
    """The text, options blanked out, so that line numbers hold."""


def prose_fence(token: Token) -> Fenced | None:
    """The text that a `fence` holds, or None if it holds code."""
    found = _INFO.fullmatch(token.info.strip())
    if found is None or found[2].lower() not in _NAMES:
        return None
    rest = found[3].strip()
    if found[1]:
        title = rest
    elif rest and "=" not in rest:
        return None  # a program's language, with settings
    else:
        given = attributes(rest)
        title = given.get("header", "") or given.get("title", "")
    lines = token.content.split("\n")
    for index, line in enumerate(lines):
        if not _OPTION.fullmatch(line):
            break
        lines[index] = ""
    return Fenced(found[2].lower(), title, "\n".join(lines))
