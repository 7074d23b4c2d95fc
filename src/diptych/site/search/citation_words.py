"""The words by which a search index finds a provision by its citation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from diptych.language.diacritics import folded
from diptych.language.division_words import DivisionKind
from diptych.language.locales import SEVERAL, Locale, Step, names_a_division
from diptych.language.numerals import roman_value
from diptych.patterns import pattern_of
from diptych.site.search.index_words import words

CITED = "λ"
"""The sign around a word of the index that stands for a whole citation: no such word begins
another, and no text has the sign."""

_HOLDERS = (DivisionKind.ATTACHMENT, DivisionKind.ANNEX)
_ROMAN = pattern_of(r"\b[IVXLC]+\b")


def citation_words(
    citation: str, identity: str, locale: Locale, way: Sequence[Step] = ()
) -> tuple[str, ...]:
    """The words to index for a text that is cited as `citation`, one for each way of writing it.

    `way` has the steps of the citation, which tell of articles and points: "Point b, Clause 1,
    Article 5" is also found as "Article 5(1)(b)", as "article 5 clause 1 point b" and as "5.1.b".

    "Part III, Section 2, first indent" is also found as "first indent, Section 2, Part III", as
    "III.2, first indent", as "Part 3, Section 2, first indent", as "Part III, Section 2, first
    dash" and by its id, whatever stands between the words;
    overrides/assets/javascripts/finding.js makes the same word of a query.
    """
    steps = citation.split(", ")
    called = [steps, *([_called(step, other, locale) for step in steps] for other in locale.dashes)]
    forms = [form for said in called for form in _forms(said, locale)]
    if names_a_division(way) or any(step.form == SEVERAL for step in way):
        forms += [form for own in _from_holders(way) for form in _named_forms(own, locale)]
    forms.append(identity)
    joined = ("".join(words(folded(form))) for form in forms)
    return tuple(dict.fromkeys(f"{CITED}{word}{CITED}" for word in joined if len(word) > 1))


def _forms(steps: list[str], locale: Locale) -> Iterator[str]:
    for order in (steps, steps[::-1]):
        yield "".join(order)
        yield _ROMAN.sub(_arabic, " ".join(order))
    yield "".join(_bare(step, locale) for step in steps)


def _from_holders(way: Sequence[Step]) -> Iterator[Sequence[Step]]:
    """The steps, and those within the annex or the attached document that they begin with."""
    yield way
    for first, step in enumerate(way, 1):
        if step.form not in _HOLDERS:
            break
        if first < len(way):
            yield way[first:]


def _named_forms(way: Sequence[Step], locale: Locale) -> Iterator[str]:
    """How people write a citation that begins with the innermost step, or ends in "1.1.1"."""
    said = [step.words for step in way]
    for other in ("", *locale.dashes):
        called = [_called(step, other, locale) for step in said] if other else said
        for order in (called, called[::-1]):
            yield " ".join(order)
            yield _ROMAN.sub(_arabic, " ".join(order))
    numbers = [step.number for step in way]
    if all(numbers):
        yield " ".join(numbers)
        yield _ROMAN.sub(_arabic, " ".join([said[0], *numbers[1:]]))
        if way[-1].form == SEVERAL:
            yield numbers[-1]


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
