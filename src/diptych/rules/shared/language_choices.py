"""The links of a page by which its reader chooses a language."""

from __future__ import annotations

import re

from diptych.language.own_names import names_language, names_some_language
from diptych.model import Link, Page
from diptych.patterns import pattern_of

_WRITTEN = pattern_of(
    r"!?\[([^\[\]]{1,60})\](?:\([^()\s]{1,300}\)|\[[^\[\]]{0,60}\])"
    r"|<a\b[^<>]{0,300}>([^<>]{1,60})</a>",
    re.IGNORECASE,
)
_MOST = 2_000
"""How many characters of a line are looked at."""
_MARKS = "|·•‧/,，、:：()（）[]*_-–—<>&~;「」"
_BETWEEN = frozenset(_MARKS)
"""What stands between the languages of a choice."""


def chooses_language(page: Page, link: Link, tags: tuple[str, str]) -> bool:
    """Whether `link` is shown as the name of one of the languages `tags`, and as nothing else
    beside other names.

    Each of the two pages has its own language without a link there, or its own way to the other.
    """
    if link.place.line > len(page.lines):
        return False
    line = page.lines[link.place.line - 1][:_MOST]
    written = _WRITTEN.search(line, link.place.column - 1)
    if written is None:
        return False
    said = written[1] or written[2]
    if not names_language(said, tags):
        # of another language, in a line of nothing else
        return names_some_language(said) and not _WRITTEN.sub("", line).strip(f"{_MARKS} →←»«")
    around = line[: written.start()].rstrip()[-1:], line[written.end() :].lstrip()[:1]
    return all(not mark or mark in _BETWEEN or not mark.isascii() for mark in around)
