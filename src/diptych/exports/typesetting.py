"""The programme as plain data for a typesetter: what stands on its pages, in their order.

A block is a heading, a provision, or provisions that are set together: a list, a table, a
quotation, a title, a closing. It has a cell a language, and a cell has pieces of text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from diptych.alignment.units import HEADING, Unit
from diptych.language.typography import SYMBOL, bound
from diptych.model import CELL, CLOSING, COVER, Emphasis, Kind, Segment, Side
from diptych.model.spans import Span, is_bold, line_starts, spans
from diptych.project.edition import Edition

Data = dict[str, Any]
"""What JSON can say."""

_GROUPS = {Kind.DASH: "list", Kind.ITEM: "list", Kind.ROW: "table", Kind.QUOTE: "quotation"}
"""What provisions of one kind make where they stand one after the other."""
_PLACE = "\0"
"""Stands for the place in a citation that is to be cut there; no text has it."""


@dataclass
class _Notes:
    """The footnotes by page and label. The first mark of each brings it, the others refer to it."""

    paragraphs: dict[tuple[str, str], list[Unit]]
    keys: dict[tuple[str, str], str] = field(default_factory=dict)
    """Of those that have been brought."""

    def mark(self, path: str, label: str) -> Data:
        """The mark of the footnote `label` of the page at `path`."""
        if (path, label) not in self.paragraphs:
            return {"text": label, "dangling": True}
        first = (path, label) not in self.keys
        key = self.keys.setdefault((path, label), f"note:{len(self.keys) + 1}")
        return {"note": key, "first": first}


def laid_out(edition: Edition, sides: Sequence[Side]) -> Data:
    """The title, the blocks and the footnotes in the languages of `sides`."""
    return _Layout(edition, sides).data()


@dataclass
class _Layout:
    edition: Edition
    sides: Sequence[Side]

    def data(self) -> Data:
        shown = [u for u in self.edition.units if any(u.segment(side) for side in self.sides)]
        marked = {
            (unit.path, mark.label)
            for unit in shown
            for side in self.sides
            if (segment := unit.segment(side))
            for mark in segment.marks
        }
        noted: dict[tuple[str, str], list[Unit]] = {}
        text: list[Unit] = []
        for unit in shown:
            if unit.note and (unit.path, unit.note) in marked:
                noted.setdefault((unit.path, unit.note), []).append(unit)
            else:  # a footnote that nothing refers to is set as text: nothing is left out
                text.append(unit)
        self.notes = _Notes(noted)
        self.level = 0
        self.ids: set[str] = set()
        title = [] if not text else self._title(text)
        after = text[len(title) :]
        head = [self._block(unit) for unit in title]
        blocks = list(self._blocks(after))
        return {"title": head, "blocks": blocks, "notes": self._footnotes()}

    def _title(self, text: Sequence[Unit]) -> list[Unit]:
        """The units of the title block: the cover's heading and what is bold below it."""
        found: list[Unit] = []
        for unit in text:
            if unit.layout != COVER or (found and not self._is_bold(unit)):
                break
            if not found and not self._is_heading(unit):
                break
            found.append(unit)
        return found

    def _blocks(self, text: Sequence[Unit]) -> Iterator[Data]:
        for closing, units in groupby(text, key=lambda unit: unit.layout == CLOSING):
            if closing:
                yield self._closing(list(units))
            else:
                yield from self._grouped(self._tree(units))

    def _closing(self, units: list[Unit]) -> Data:
        """The recipients and, after the last of their list, the signature."""
        heading = [unit for unit in units[:1] if self._is_heading(unit)]
        rest = units[len(heading) :]
        listed = [i for i, unit in enumerate(rest) if unit.kind in _GROUPS or unit.depth > 0]
        cut = listed[-1] + 1 if listed else 0
        head = [self._block(unit) for unit in heading]
        left = list(self._grouped(self._tree(rest[:cut])))
        right = [{**self._block(unit), "bold": self._is_bold(unit)} for unit in rest[cut:]]
        return {"kind": CLOSING, "heading": head, "left": left, "right": right}

    def _tree(self, units: Sequence[Unit] | Iterator[Unit]) -> list[Data]:
        """Blocks with those nested in them."""
        top: list[Data] = []
        open_blocks: list[tuple[int, list[Data]]] = []
        for unit in units:
            block = self._block(unit)
            depth = -1 if block["kind"] == HEADING else unit.depth
            while open_blocks and open_blocks[-1][0] >= depth:
                open_blocks.pop()
            (open_blocks[-1][1] if open_blocks and depth >= 0 else top).append(block)
            if depth >= 0:
                open_blocks.append((depth, block["children"]))
        return top

    def _grouped(self, blocks: Sequence[Data]) -> Iterator[Data]:
        for group, found in groupby(blocks, key=lambda block: _GROUPS.get(block["kind"], "")):
            members = [{**b, "children": list(self._grouped(b["children"]))} for b in found]
            if group:
                yield {"kind": group, "members": members}
            else:
                yield from members

    def _block(self, unit: Unit) -> Data:
        block: Data = {
            "id": self._alone(unit.id),
            "kind": Kind.PARAGRAPH if unit.kind == HEADING else unit.kind,
            "number": unit.number,
            "quiet": bool(unit.layout or unit.note),
            "cells": [self._cell(unit, side) for side in self.sides],
            "children": [],
        }
        if self._is_heading(unit):
            block["kind"] = HEADING
            # Readers of tagged files are promised that no level is left out.
            self.level = min(unit.depth, self.level + 1)
            block["level"] = self.level
        return block

    def _is_heading(self, unit: Unit) -> bool:
        """One without text is none to whoever hears the headings read."""
        shown = [segment for side in self.sides if (segment := unit.segment(side))]
        return unit.kind == HEADING and any(segment.text for segment in shown)

    def _alone(self, identity: str) -> str:
        """The id, told apart from the same one before: where the languages disagree, it recurs."""
        while identity in self.ids:
            identity += "*"
        self.ids.add(identity)
        return identity

    def _cell(self, unit: Unit, side: Side) -> Data | None:
        segment = unit.segment(side)
        if segment is None:
            return None
        pieces = list(self._pieces(unit, segment))
        place = "" if unit.layout else unit.citation(side)
        cell: Data = {"text": segment.text, "pieces": pieces}
        if unit.kind == HEADING:
            cell["cited"] = (
                self.edition.cited(side, _PLACE).split(_PLACE)[:2]
                if place
                else [self.edition.name(side), ""]
            )
            cell["place"] = place
        if unit.kind == Kind.ROW:
            cell["columns"] = _columns(pieces)
        return cell

    def _pieces(self, unit: Unit, segment: Segment) -> Iterator[Data]:
        """The segment's text, cut where its setting changes; lines are kept on a cover alone."""
        starts = line_starts(segment) if unit.layout == COVER else ()
        offset = 0
        for span in spans(segment):
            if span.note:
                yield self.notes.mark(unit.path, span.note)
                continue
            if offset in starts:
                yield {"break": True}
            offset += len(span.text)
            yield from _cut(span)

    def _is_bold(self, unit: Unit) -> bool:
        return is_bold(next(s for side in self.sides if (s := unit.segment(side))))

    def _footnotes(self) -> Data:
        """Those that are marked, by key. A mark in a footnote can bring another."""
        made: Data = {}
        while len(made) < len(self.notes.keys):
            for where, key in list(self.notes.keys.items()):
                if key not in made:
                    made[key] = [self._block(unit) for unit in self.notes.paragraphs[where]]
        return made


def _cut(span: Span) -> Iterator[Data]:
    """The span in pieces, so that no line ends within a document's symbol."""
    setting = {
        "bold": Emphasis.STRONG in span.emphasis,
        "italic": Emphasis.EM in span.emphasis,
        "code": span.code,
    }
    if span.code:
        yield {**setting, "text": span.text}
        return
    done = 0
    for symbol in SYMBOL.finditer(span.text):
        if before := span.text[done : symbol.start()]:
            yield {**setting, "text": bound(before)}
        yield {**setting, "text": symbol[0], "whole": True}
        done = symbol.end()
    if after := span.text[done:]:
        yield {**setting, "text": bound(after)}


def _columns(pieces: Sequence[Data]) -> list[list[Data]]:
    """The pieces of a table's row by cell."""
    columns: list[list[Data]] = [[]]
    for piece in pieces:
        first, *more = piece.get("text", "").split(CELL)
        columns[-1].append({**piece, "text": first})
        columns += [[{**piece, "text": text}] for text in more]
    return columns
