"""What of a text may stay in the original's language: quotations, code, titles of other sites."""

from __future__ import annotations

import re

from diptych.language.blanks import blanked
from diptych.language.passages import BREAK, Tongues
from diptych.model import Emphasis, Segment
from diptych.patterns import pattern_of
from diptych.rules.shared.held_alike import is_badge

_BY_REFERENCE = pattern_of(r"\[([^\[\]]{1,300}+)\]\[")
"""A link by reference, whose text is the title of what it leads to."""
_OUTER_TAG = pattern_of(
    r"<a\s(?:[^<>/]|/(?!/))*+//[^<>]*+>([^<>]{1,300}+)<",  # one way to the first `//`
    re.IGNORECASE,
)
_TOLD_LANGUAGE = pattern_of(r"<[a-z]{1,20} lang=[^<>]{1,200}+>([^<>]{1,300}+)<", re.IGNORECASE)
"""What a tag says to be in a language of its own."""
_IN_PARENTHESES = pattern_of(r"\([^()]{1,40}+\)")
"""What is short enough to be a name or a gloss."""
_OTHER_VERSION = pattern_of(
    r"\([^()]{1,60}?[._-][a-z]{2,3}(?:[-_][A-Za-z]{2,4})?\.(?:mdx?|html?)\)"
)
"""What offers a page in another language by the name of its file: "(tiếng Việt: start.vi.md)"."""
_ASIDE = pattern_of(r"(?<!\w)\(([^()]{8,200}+)\)")
"""What stands in parentheses, and is no mere name."""
_ACRONYM = pattern_of(r"(?:[A-Z]{2}|\|)[^\w|]{0,3}\Z")
"""What a parenthesis may spell out: an acronym, or code."""
_MESSAGE = pattern_of(
    r"\W{0,3}(?:[A-Za-z]{1,30}?(?:Error|Exception)|[Ee]rror|[Ff]atal)(?: [A-Z0-9]++)?: "
)
"""How a program begins to say what failed."""
_WITH_ACRONYM = pattern_of(r"([^()]{4,200}+)\(([A-Z]{2,8}+)s?\)")
"""A name with the acronym for it."""
_IN_BRACES = pattern_of(r"\{[^{}]{1,300}+\}")
"""Attributes and placeholders of other tools."""
_JOINED = pattern_of(r"\w+")
"""A word, or the words that a name in code joins (`is_open`), though it is not marked as code."""
QUOTED = pattern_of(
    r"“[^“”]{1,300}+”|\"[^\"]{1,300}+\"|«[^«»]{1,300}+»|„[^„“”]{1,300}+[“”]|「[^「」]{1,300}+」"
    r"|(?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w)){1,300}+'(?!\w)"
)
_GLOSSED = pattern_of(
    r"\s*([\"“«「][^\"“”«»「」()]{1,200}+[\"”»」])\s?\([\x00-\x27\x2a-\u02ff]{0,40}+[^()\x00-\u02ff]"
)
"""A quotation that is rendered in a parenthesis right behind it, in letters of another script."""


def looked_at(segment: Segment) -> str:
    """The text of `segment` with `BREAK` in place of all that may stay as it is."""
    spans = [
        *segment.code,
        *(match.span() for match in _IN_BRACES.finditer(segment.text)),
        *(match.span() for match in _OTHER_VERSION.finditer(segment.text)),
    ]
    if "_" in segment.text:
        joined = (match for match in _JOINED.finditer(segment.text) if "_" in match[0])
        spans += (match.span() for match in joined)
    spans += _outer_titles(segment)
    cited = [
        match.span()
        for pattern in (QUOTED, _IN_PARENTHESES)
        for match in pattern.finditer(segment.text)
    ]
    cited += ((s.start, s.end) for s in segment.stretches if s.emphasis is Emphasis.EM)
    if any(map(str.isalpha, _broken(segment.text, cited))):
        spans += cited  # what is cited as a whole is not cited
    elif glossed := _GLOSSED.match(segment.text):
        spans.append(glossed.span(1))
    for pattern in (_BY_REFERENCE, _OUTER_TAG, _TOLD_LANGUAGE):
        after = 0
        for link in pattern.finditer(segment.markdown):
            title = " ".join(link[1].replace("\\", "").split())
            at = segment.text.find(title, after)
            if at >= 0:
                after = at + len(title)
                spans.append((at, after))
    return _broken(segment.text, spans)


def _outer_titles(segment: Segment) -> list[tuple[int, int]]:
    """Where the words of links to other sites stand, titles of what they lead to, and those that a
    badge shows. What is said of another picture that leads there is none.
    """
    said = {(link.start, link.end) for link in segment.links if link.picture}
    said -= {(link.start, link.end) for link in segment.links if is_badge(link)}
    return [
        (link.start, link.end)
        for link in segment.links
        if "//" in link.target and link.end > link.start and (link.start, link.end) not in said
    ]


def is_message(text: str) -> bool:
    """Whether `text` begins as programs say what failed: "Error: no such file"."""
    return _MESSAGE.match(text) is not None


def spells_out(text: str) -> bool:
    """Whether `text` is a name of words that an acronym behind it stands for."""
    found = _WITH_ACRONYM.fullmatch(text.strip())
    if found is None:
        return False
    letters = iter(filter(str.isupper, found[1]))
    return all(letter in letters for letter in found[2])


def without_labels(
    text: str, segment: Segment, other: Segment | None, *, sentences: bool = False
) -> str:
    """`text` without the words in bold that both languages have, beside other words: what a
    program shows. With `sentences`, bold words that open the text are one of its sentences.
    """
    if other is None:
        return text
    labels = [(s.start, s.end) for s in segment.stretches if Emphasis.STRONG in s.emphasis]
    labels = [
        (start, end)
        for start, end in labels
        if segment.text[start:end] in other.text and (start or not sentences)
    ]
    bare = _broken(text, labels)
    return bare if any(map(str.isalpha, bare)) else text


def are_quoted(*texts: Segment | None) -> bool:
    """Whether each of `texts` is nothing but a quotation."""
    return all(text is not None and QUOTED.fullmatch(text.text.strip()) for text in texts)


def start_of_aside(segment: Segment, other: Segment, told_by: Tongues) -> int | None:
    """Where the words of a parenthesis stand that are the original's, in a parenthesis there, too:
    no gloss of a term that was translated, nor what an acronym or code stands for.
    """
    if "(" not in segment.text or "(" not in other.text:
        return None
    quoted = [match.span() for match in QUOTED.finditer(segment.text)]
    text = _broken(segment.text, [*segment.code, *_outer_titles(segment), *quoted])
    for found in _ASIDE.finditer(text):
        if found[0] in other.text and not _ACRONYM.search(text, 0, found.start()):
            aside = found[1]
            if "→" in aside or any(map(str.isdigit, aside)):
                continue  # steps by their names
            if told_by.all_foreign(QUOTED.sub("|", aside)):
                return found.start(1)
    return None


def _broken(text: str, spans: list[tuple[int, int]]) -> str:
    """`text` with `BREAK` in place of `spans`."""
    return blanked(text, sorted(spans), BREAK)
