"""The footnotes of a Word file."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from programme.edition import Edition
from programme.exports.word.elements import field, paragraph, run, run_of, w
from programme.model import Footnote
from programme.spans import spans

_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
"""What Word wants in the part: the rules between text and footnotes."""
_MARKED = 1_000_000
"""From where bookmarks of marks are numbered, behind those of the text."""


class Notes:
    """The footnotes that were marked so far, in the order of their first marks."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self._numbers: dict[tuple[int, str, str], int] = {}
        self._written: dict[int, etree._Element] = {}

    def mark(self, side: int, path: str, label: str) -> Iterator[etree._Element]:
        """The mark of the footnote `label` of a page; a later one refers to the first."""
        note = self.edition.notes(side, path).get(label)
        if note is None:
            yield run(f"[^{label}]", self.edition.locales[side])
            return
        number = self._numbers.get((side, path, label))
        if number is not None:
            yield from field(f"NOTEREF {_bookmark(number)} \\f \\h", str(number))
            return
        number = len(self._numbers) + 1
        self._numbers[side, path, label] = number
        style = w("rPr", w("rStyle", val="NoteMark"))
        yield w("bookmarkStart", id=str(_MARKED + number), name=_bookmark(number))
        yield w("r", style, w("footnoteReference", id=str(number)))
        yield w("bookmarkEnd", id=str(_MARKED + number))
        self._written[number] = self._note(side, path, note, number)

    def element(self) -> etree._Element:
        """The part `footnotes`."""
        rules = [
            w("footnote", w("p", w("r", w(name))), type=name, id=str(identity))
            for name, identity in _SEPARATORS
        ]
        return w("footnotes", *rules, *(made for _, made in sorted(self._written.items())))

    def _note(self, side: int, path: str, note: Footnote, number: int) -> etree._Element:
        made = []
        for provision in (p for first in note.provisions for p in first.walk()):
            runs: list[etree._Element] = []
            for span in spans(provision.segment):
                if span.note:
                    runs += self.mark(side, path, span.note)
                else:
                    runs.append(run_of(span, self.edition.locales[side]))
            made.append(runs)
        sign = [
            w("r", w("rPr", w("rStyle", val="NoteMark")), w("footnoteRef")),
            run(" ", self.edition.locales[side]),
        ]
        first, *more = made or [[]]
        return w(
            "footnote",
            paragraph("Note", *sign, *first),
            *(paragraph("Note", *runs) for runs in more),
            id=str(number),
        )


def _bookmark(number: int) -> str:
    return f"_note{number}"
