"""References to numbered divisions and points: "Phần III, mục 2", "points a and b of clause 1"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from diptych.language.letter_runs import first_runs, folded_runs
from diptych.patterns import pattern_of

_KINDS = {
    "vi": {
        "phần": {"part", "section"}, "chương": {"chapter"}, "mục": {"section", "item", "part"},
        "tiểu mục": {"subsection"}, "điều": {"article"}, "khoản": {"clause", "paragraph"},
        "điểm": {"point", "item", "subparagraph"}, "phụ lục": {"annex", "appendix", "schedule"},
    },
    "en": {
        form: {word}
        for word, forms in {
            "part": "part parts", "chapter": "chapter chapters", "section": "section sections",
            "subsection": "subsection subsections", "item": "item items",
            "article": "article articles", "clause": "clause clauses",
            "paragraph": "paragraph paragraphs", "point": "point points",
            "subparagraph": "subparagraph subparagraphs", "annex": "annex annexes",
            "appendix": "appendix appendices", "schedule": "schedule schedules",
        }.items()
        for form in forms.split()
    },
}  # fmt: skip
_NUMBER = r"(?:[IVXLC]{1,9}|\d{1,4}(?:\.\d{1,4}){0,3}|dd|[a-zA-Zđ])"
_ONE = rf"(?:\({_NUMBER}\)|{_NUMBER}\)?(?![\w-]))"
_JOINT = r"(?:, (?:và |and |or |hoặc )?|; (?:và |and )?| (?:và|hoặc|and|or) )"
_AGAIN = "[đĐ]iểm|[kK]hoản|[đĐ]iều|[pP]oint|[cC]lause|[aA]rticle"
"""What may stand before the end of a range once more: “từ khoản 1 đến khoản 3”."""
_FROM = rf"(?:(?:từ|from) (?:(?:{_AGAIN}) )?)?"
"""What may stand before the beginning of a range: “các điểm từ a đến d”."""
_RANGE = rf"(?: ?[-–] ?| (?:to|through|đến) (?:(?:{_AGAIN}) )?)"
_LIST = rf"{_FROM}{_ONE}(?:(?:{_JOINT}{_FROM}|{_RANGE}){_ONE}){{0,12}}"


def _either_case(words: Iterable[str]) -> str:
    return "|".join(
        form for word in sorted(words, key=len, reverse=True) for form in (word, word.capitalize())
    )


_FORM = {
    language: pattern_of(rf"(?<!\w)(?P<kind>{_either_case(kinds)})\s(?P<list>{_LIST})")
    for language, kinds in _KINDS.items()
}
_OPENING = {language: first_runs(kinds) for language, kinds in _KINDS.items()}
"""By language, the words with which the names of divisions begin."""
_INNER = pattern_of(r"\((\d{1,3}|dd|[a-zđ])\)")
"""A clause or a point behind the number of its article."""
_MEMBER = pattern_of(
    rf"(?P<before>[-–]|to|through|đến|từ|from)?(?: ?(?:{_AGAIN}))? ?(?<!\w)(?P<one>{_ONE})"
)
_WORDS_TOO = frozenset({"a", "I"})
"""Letters that go on with the sentence behind "and" in English."""
_VIETNAMESE = "abcdđeghiklmnopqrstuvxy"
"""The letters of Vietnamese lists, in order."""
_ENGLISH = "abcdefghijklmnopqrstuvw"


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference in a text to a numbered division or point."""

    kinds: frozenset[str]
    """The names of what may be meant, in English."""
    number: str
    printed: str
    start: int
    among: int = 1
    """How many are named together: 3 in "points a, b and d"."""
    to: bool = False
    """Whether it is the end of a range: "d" in "points a to d"."""

    @property
    def is_letter(self) -> bool:
        """Whether it is a letter of a list."""
        return self.number.islower()


def is_run(letters: Sequence[str]) -> bool:
    """Whether letters follow each other in a list, counted as in Vietnamese or in English."""
    run = "".join(letters)
    return len(run) == len(letters) and (run in _VIETNAMESE or run in _ENGLISH)


def by_place(letter: str) -> str:
    """How a translation that counts a, b, c, d, e calls `letter` of a Vietnamese list."""
    place = _VIETNAMESE.find(letter)
    return _ENGLISH[place] if len(letter) == 1 and place >= 0 else letter


def within_range(number: int, of: frozenset[str], found: Sequence[Reference]) -> bool:
    """Whether a range among the references `found`, to what may be one of the kinds `of`, goes over
    `number`: 2 in "Clauses 1 to 3".
    """
    return any(
        last.to
        and last.number.isdigit()
        and first.number.isdigit()
        and bool(of & last.kinds)
        and int(first.number) < number < int(last.number)
        for first, last in pairwise(found)
    )


def references(text: str, language: str) -> tuple[Reference, ...]:
    """The references in `text`, in order; none in a language whose words are not known."""
    form = _FORM.get(language)
    if form is None or _OPENING[language].isdisjoint(folded_runs(text)):
        return ()
    found: list[Reference] = []
    for match in form.finditer(text):
        members = list(_members(match["list"], language))
        first = members[0][0]
        if len(members) == 1 and len(first) == 1 and first in "ABDEFGH":
            continue  # the first letter of a name
        kinds = frozenset(_KINDS[language][match["kind"].lower()])
        for rank, (number, printed, at, to) in enumerate(members):
            start = match.start("list") + at if rank else match.start()
            shown = printed if rank else f"{match['kind']} {printed}"
            found.append(Reference(kinds, number, shown, start, len(members), to))
        if language == "en" and "article" in kinds:
            found += _within(text, match.end())
    return tuple(found)


def _within(text: str, at: int) -> Iterator[Reference]:
    """The clause and the point behind the number of an article, which ends at `at`: "5(1)(b)"."""
    while inner := _INNER.match(text, at):
        number = "đ" if inner[1] == "dd" else inner[1]
        kinds = {"clause", "paragraph"} if number.isdigit() else {"point", "item"}
        yield Reference(frozenset(kinds), number, inner[0], at)
        at = inner.end()


def _members(listed: str, language: str) -> Iterator[tuple[str, str, int, bool]]:
    """The members of a list of numbers or letters: each one, as printed, its offset, whether it
    ends a range.
    """
    style = ""
    for rank, match in enumerate(_MEMBER.finditer(listed)):
        number = match["one"].strip("()")
        own = "figure" if number[0].isdigit() else "letter" if number.islower() else "capital"
        alone = match["one"] in _WORDS_TOO and language == "en"
        if rank and (own != style or (alone and listed.endswith((" and a", " or a", " and I")))):
            return
        style = own
        yield (
            "đ" if number == "dd" else number,
            match["one"],
            match.start("one"),
            match["before"] not in (None, "từ", "from"),
        )
