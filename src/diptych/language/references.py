"""References to numbered divisions and points: "Phần III, mục 2", "Section 2 of Part III"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_KINDS = {
    "vi": {
        "phần": {"part"}, "chương": {"chapter"}, "mục": {"section", "item", "part"},
        "tiểu mục": {"subsection"}, "điều": {"article"}, "khoản": {"clause", "paragraph"},
        "điểm": {"point", "item", "subparagraph"}, "phụ lục": {"annex", "appendix"},
    },
    "en": {
        word: {word}
        for word in (
            "part", "chapter", "section", "subsection", "item", "article", "clause",
            "paragraph", "point", "subparagraph", "annex", "appendix",
        )
    },
}  # fmt: skip
_NUMBER = r"(?P<number>[IVXLC]+|\d+(?:\.\d+)*|[a-hA-Hđ])"


def _either_case(words: Iterable[str]) -> str:
    return "|".join(
        form for word in sorted(words, key=len, reverse=True) for form in (word, word.capitalize())
    )


_FORM = {
    language: re.compile(rf"(?<!\w)(?P<kind>{_either_case(kinds)})\s+{_NUMBER}(?![\w-])")
    for language, kinds in _KINDS.items()
}


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference in a text to a numbered division or point."""

    kinds: frozenset[str]
    """The names of what may be meant, in English."""
    number: str
    printed: str
    start: int


def references(text: str, language: str) -> tuple[Reference, ...]:
    """The references in `text`, in order; none in a language whose words are not known."""
    form = _FORM.get(language)
    if form is None:
        return ()
    found = []
    for match in form.finditer(text):
        number = match["number"]
        if len(number) == 1 and number in "ABDEFGH":
            continue  # the first letter of a name
        kinds = frozenset(_KINDS[language][match["kind"].lower()])
        found.append(Reference(kinds, number, match[0], match.start()))
    return tuple(found)
