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
_TAG = pattern_of(r"</?[A-Za-z]{1,8}>")
"""What sets the name of the page's own language in bold."""
_MOST = 2_000
"""How many characters of a line are looked at."""
_MARKS = "|·•‧/,，、:：()（）[]*_-–—<>&~;「」.。"
_BETWEEN = frozenset(_MARKS)
"""What stands between the languages of a choice."""
_INTRODUCED = 60
"""The most characters that introduce a choice: "Read this in other languages"."""
_SHOWN = 3
"""The most words of a link within a sentence that is shown with a language's name: "in French"."""
_IN_LANGUAGE = pattern_of(
    r"[\w-]{1,40}?[._-]([a-z]{2,3})(?:[-_][A-Za-z]{2,4})?\.(?:mdx?|markdown|html?)"
)
"""The name of a file that ends in the code of a language."""
_CODES = """
    ar az be bg bn ca cs da de el en es et eu fa fi fil fr gl gu he hi hr hu hy id is it ja ka kk
    km ko ky lo lt lv mk ml mn mr ms my ne nl no pl pt ro ru sk sl sq sr sv sw ta te tg th tl tr
    uk ur uz vi zh
    """
_LANGUAGES = frozenset(_CODES.split())
"""Codes of languages that pages are offered in."""
_CODE = pattern_of(r"(?<![^\W_])([A-Za-z]{2,3})(?:[-_][A-Za-z]{2,4})?(?![^\W_])")
"""The code of a language in an address."""


def chooses_language(page: Page, link: Link, tags: tuple[str, str], own: str) -> bool:
    """Whether `link` is shown as the name of one of the languages `tags`, and as nothing else
    beside other names. A file in the page's `own` language is no choice if it is shown otherwise.

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
        named = _IN_LANGUAGE.fullmatch(link.target.rpartition("/")[2])
        if named and named[1] == bare(own) and not names_some_language(said):
            return False
        rest = _TAG.sub("", _WRITTEN.sub("", line)).strip(f"{_MARKS} →←»«")
        return _offers(written, tags) and (not rest or names_language(rest, tags))
    around = line[: written.start()].rstrip()[-1:], line[written.end() :].lstrip()[:1]
    return all(not mark or mark in _BETWEEN or not mark.isascii() for mark in around)


def offers_languages(text: str, tags: tuple[str, str]) -> bool:
    """Whether a text in Markdown does nothing but offer the page in other languages: by links that
    are shown as their names, or in words with a link to the page in one of the languages `tags`.

    Each language offers the others, or none.
    """
    text = text[:_MOST]
    if "[" not in text and "<" not in text:
        return False  # nearly always
    links = list(_WRITTEN.finditer(text))
    names = [link[1] or link[4] for link in links]
    beside = len(_WRITTEN.sub("", text).strip(f"{_MARKS} \n"))
    if links and beside <= _INTRODUCED and all(_offers(link, tags) for link in links):
        return True
    return any(
        len(words := said.split()) <= _SHOWN
        and any(names_language(word, (tag, tag)) for word in words)
        and bare(tag) in map(str.lower, _CODE.findall(link[2] or link[3] or ""))
        for link, said in zip(links, names, strict=True)
        for tag in tags
    )


def _offers(link: re.Match[str], tags: tuple[str, str]) -> bool:
    """Whether a link is shown as the name of a language, or leads to a file named for one."""
    said = link[1] or link[4]
    if names_language(said, tags) or names_some_language(said):
        return True
    named = _IN_LANGUAGE.fullmatch((link[2] or "").rpartition("/")[2])
    return named is not None and named[1] in _LANGUAGES
