"""Where a page has its reader choose a language: links, and whole texts."""

from __future__ import annotations

import re

from diptych.language.own_names import names_language, names_some_language
from diptych.language.tags import bare
from diptych.model import Link, Page
from diptych.patterns import pattern_of

_WRITTEN = pattern_of(
    r"!?\[([^\[\]]{1,60})\](?:\(([^()\s]{1,300})\)|\[[^\[\]]{0,60}\])"
    r"|<a\b([^<>]{0,300})>([^<>]{1,60})</a>",
    re.IGNORECASE,
)
_MOST = 2_000
"""How many characters of a line are looked at."""
_MARKS = "|·•‧/,，、:：()（）[]*_-–—<>&~;「」"
_BETWEEN = frozenset(_MARKS)
"""What stands between the languages of a choice."""
_INTRODUCED = 60
"""The most characters that introduce a choice: "Read this in other languages"."""
_SHOWN = 3
"""The most words of a link within a sentence that is shown with a language's name: "in French"."""
_CODE = pattern_of(r"(?<![^\W_])([A-Za-z]{2,3})(?:[-_][A-Za-z]{2,4})?(?![^\W_])")
"""The code of a language in an address."""


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
    said = written[1] or written[4]
    if not names_language(said, tags):
        # of another language, in a line of nothing else
        return names_some_language(said) and not _WRITTEN.sub("", line).strip(f"{_MARKS} →←»«")
    around = line[: written.start()].rstrip()[-1:], line[written.end() :].lstrip()[:1]
    return all(not mark or mark in _BETWEEN or not mark.isascii() for mark in around)


def offers_languages(text: str, tags: tuple[str, str]) -> bool:
    """Whether a text in Markdown does nothing but offer the page in other languages: by links that
    are shown as their names, or in words with a link to the page in one of the languages `tags`.

    Each language offers the others, or none.
    """
    text = text[:_MOST]
    links = list(_WRITTEN.finditer(text))
    names = [link[1] or link[4] for link in links]
    if names and all(names_language(said, tags) or names_some_language(said) for said in names):
        return len(_WRITTEN.sub("", text).strip(f"{_MARKS} \n")) <= _INTRODUCED
    return any(
        len(words := said.split()) <= _SHOWN
        and any(names_language(word, (tag, tag)) for word in words)
        and bare(tag) in map(str.lower, _CODE.findall(link[2] or link[3] or ""))
        for link, said in zip(links, names, strict=True)
        for tag in tags
    )
