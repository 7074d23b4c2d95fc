"""The report on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import click

from diptych.changes.word_changes import Mark, Piece
from diptych.freshness.state_names import TOLD
from diptych.model import Side
from diptych.output.text import finding
from diptych.report import Review, sentences
from diptych.report.documents import ToldChange
from diptych.report.notices import HEAD, notices
from diptych.visible import visible
from diptych.wording import Wording

_COLOURS = {Mark.DELETED: "red", Mark.INSERTED: "green"}
_BRACKETS = {Mark.DELETED: "[-{}-]", Mark.INSERTED: "{{+{}+}}"}
"""The brackets around deleted and inserted words, as git has them."""
_SIGNS = {"✓": "green", "⚠": "yellow", "✗": "red"}
_AROUND = 8
"""How many words are shown before and after what changed."""


def rendered(review: Review, languages: Sequence[str]) -> str:
    """The report in the first of `languages`; coloured by ANSI codes."""
    return "\n".join(_lines(review, languages[0]))


def _lines(review: Review, language: str) -> Iterator[str]:
    yield from _notices(review, language)
    yield from _silenced(review, language)
    yield from _findings(review, language)
    if review.texts:
        yield _head(sentences.CHANGES, language)
        for told in review.texts:
            yield from _change(review, told, language)
    if review.moved:
        yield _head(sentences.MOVED, language)
        name = partial(sentences.citation, side=_side(review, language))
        yield from (visible(f"  {sentences.went(told, name)}") for told in review.moved)
    if review.other_files:
        yield _head(sentences.files(review), language)
        yield from (f"  {visible(file)}" for file in review.other_files)
    yield from _status(review, language)
    yield ""
    colour = _SIGNS[sentences.sign(review)]
    sentence = visible(sentences.counted(review)[language])
    yield click.style(sentences.verdict(review)[language], fg=colour, bold=True) + f" {sentence}"


def _notices(review: Review, language: str) -> Iterator[str]:
    found = notices(review)
    if found:
        yield _head(HEAD, language)
    for notice in found:
        end = ":" if notice.items else "."
        yield click.style(f"  {visible(notice.wording[language])}{end}", bold=notice.grave)
        yield from (f"    {visible(item)}" for item in notice.items)


def _silenced(review: Review, language: str) -> Iterator[str]:
    found = review.silenced
    if found:
        yield _head(sentences.SILENCED, language)
    for index, silenced in enumerate(found):
        new = f" ({sentences.NEW[language]})" if index < len(review.newly_silenced) else ""
        message, at = silenced.finding.message[language], silenced.comment.place
        yield visible(f"  {silenced.finding.code}{new}: {message}")
        yield visible(f"    {sentences.REASON[language]}: {silenced.comment.reason}")
        yield click.style(f"    --> {visible(f'{at.file}:{at.line}')}", fg="blue")
    if found:
        yield ""


def _findings(review: Review, language: str) -> Iterator[str]:
    for wording, problems in (
        (sentences.UNREAD, review.problems),
        (sentences.BASE_UNREAD, review.base.problems),
    ):
        if problems:
            yield click.style(wording[language], bold=True)
            yield from (visible(f"  {problem.sentence(language)}") for problem in problems)
    for found in review.findings:
        yield finding(found, language)
        yield ""


def _change(review: Review, told: ToldChange, language: str) -> Iterator[str]:
    change = told.change
    fate = [wording[language] for wording in sentences.fate(told.document, change)]
    place = sentences.citation(told.document, change.unit, _side(review, language))
    yield ""
    yield click.style(visible(place), bold=True) + f" – {', '.join(fate)}"
    for side in Side:
        segment = change.after.segment(side) if change.after else None
        if segment:
            where = f"{segment.place.file}:{segment.place.line}"
            yield click.style(f"  --> {visible(where)}", fg="blue")
        if change.touches(side):
            pieces = change.words(side)
            last = len(pieces) - 1
            yield "  " + " ".join(
                _piece(_near(piece, at == 0, at == last)) for at, piece in enumerate(pieces)
            )
        else:
            yield click.style(f"  ({sentences.UNCHANGED[language]})", dim=True)


def _near(piece: Piece, first: bool, last: bool) -> Piece:
    """A long `piece` that stayed, cut down to the words beside what changed."""
    words = piece.text.split()
    if piece.mark is not Mark.KEPT or len(words) <= 2 * _AROUND:
        return piece
    before = [] if first else words[:_AROUND]
    after = [] if last else words[-_AROUND:]
    return Piece(piece.mark, " ".join([*before, "…", *after]))


def _piece(piece: Piece) -> str:
    text = visible(piece.text)
    if piece.mark is Mark.KEPT:
        return text
    return click.style(_BRACKETS[piece.mark].format(text), fg=_COLOURS[piece.mark])


def _status(review: Review, language: str) -> Iterator[str]:
    standings = sentences.standings(review)
    if not standings:
        return
    yield _head(sentences.STATUS, language)
    yield f"  {', '.join(f'{wording[language]}: {count}' for wording, count in standings)}"
    for found in review.lagging:
        unit, state = found.standing.unit, found.standing.state
        place = sentences.citation(found.document, unit, _side(review, language))
        yield visible(f"  {unit.id}  {place} – {TOLD[state][language]}")


def _head(wording: Wording, language: str) -> str:
    return "\n" + click.style(wording[language], bold=True, underline=True)


def _side(review: Review, language: str) -> Side:
    """The side of the text in `language`; the original's where neither is in it."""
    for side, document in Side.of(review.checked.bitext.documents) if review.checked else ():
        if document.locale == language:
            return side
    return Side.ORIGINAL
