"""The words by which a search index finds a provision by its citation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diptych.language.diacritics import folded
from diptych.language.locales import Locale
from diptych.language.numerals import roman_value
from diptych.site.search.index_words import words

CITED = "λ"
"""The sign around a word of the index that stands for a whole citation: no such word begins
another, and no text has the sign."""

_ROMAN = re.compile(r"\b[IVXLC]+\b")


def citation_words(citation: str, identity: str, locale: Locale) -> tuple[str, ...]:
    """The words to index for a text that is cited as `citation`, one for each way of writing it.

    "Part III, Section 2, first indent" is also found as "first indent, Section 2, Part III", as
    "III.2, first indent", as "Part 3, Section 2, first indent", as "Part III, Section 2, first
    dash" and by its id, whatever stands between the words;
    overrides/assets/javascripts/finding.js makes the same word of a query.
    """
    steps = citation.split(", ")
    called = [steps, *([_called(step, other, locale) for step in steps] for other in locale.dashes)]
    forms = (*(form for said in called for form in _forms(said, locale)), identity)
    joined = ("".join(words(folded(form))) for form in forms)
    return tuple(dict.fromkeys(f"{CITED}{word}{CITED}" for word in joined if len(word) > 1))


def _forms(steps: list[str], locale: Locale) -> Iterator[str]:
    for order in (steps, steps[::-1]):
        yield "".join(order)
        yield _ROMAN.sub(_arabic, " ".join(order))
    yield "".join(_bare(step, locale) for step in steps)


def _called(step: str, other: str, locale: Locale) -> str:
    """`step` with another word for what a dash opens, in the form `other`; else as it is."""
    rank = _within(step, locale.dash)
    return step if rank is None else other.format(rank)


def _arabic(numeral: re.Match[str]) -> str:
    try:
        return str(roman_value(numeral[0]))
    except ValueError:  # a word in capitals
        return numeral[0]


def _bare(step: str, locale: Locale) -> str:
    """The number alone of a numbered part or section; any other `step` of a citation as it is."""
    numbers = (_within(step, level) for level in locale.levels)
    return next((number for number in numbers if number is not None), step)


def _within(step: str, form: str) -> str | None:
    """What stands in place of `{}`, if `step` has the form; else None."""
    before, _, after = form.partition("{}")
    if step.startswith(before) and step.endswith(after):
        return step[len(before) : len(step) - len(after)]
    return None
