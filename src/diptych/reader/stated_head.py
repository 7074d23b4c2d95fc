"""The head of a document that its first page states in the front matter, as lines of its text.

A page has it once: above the title, as typed, or in the front matter (`issuer`, `number`, `date`
and so on), from which the same lines are made as somebody would type them after Decree
30/2020/NĐ-CP. Nothing is added to what is stated.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from diptych.language.figures import values
from diptych.language.formal_words import dated, numbered
from diptych.model import Kind, Place, Segment
from diptych.patterns import pattern_of
from diptych.reader.blocks import read_blocks
from diptych.reader.drafts import DivisionDraft, PageDraft, ProvisionDraft

KEYS = ("above", "issuer", "number", "subject", "state", "motto", "place", "date")
"""What front matter may state of a document, in the order of the lines."""
_SPECIAL = pattern_of(r"([\\`*_\[\]()#!{}])")
_ENTITIES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))


def add_stated_head(
    draft: PageDraft, meta: Mapping[str, object], lines: Sequence[str], file: str, language: str
) -> tuple[str, ...]:
    """Put what the front matter `meta` states above the title of the page `draft`, if nothing
    stands there; returns the lines in Markdown.

    Each stands on the line of the file that states it.
    """
    if not draft.divisions or draft.divisions[0].heading is None:
        return ()
    stated = list(_stated(meta, language))
    if not stated:
        return ()
    provisions = []
    for key, written in stated:
        line = _line_of(key, lines)
        read = read_blocks(f"{written}\n", [written], file, language).divisions[0].provisions[0]
        segment = _moved(read.segment, file, line)
        provisions.append(ProvisionDraft(Kind.PARAGRAPH, segment))
    head = DivisionDraft(0, None, None, provisions[0].segment.place, provisions=provisions)
    draft.divisions.insert(0, head)
    return tuple(written for _, written in stated)


def _stated(meta: Mapping[str, object], language: str) -> Iterator[tuple[str, str]]:
    """The lines in Markdown, each with the key that states it."""
    said = {key: " ".join(str(meta.get(key) or "").split()) for key in KEYS}
    date = _date(said["date"], language)
    line = ", ".join(filter(None, (said["place"], date)))
    lines = (
        ("above", _plain(said["above"].upper())),
        ("issuer", _around("**", said["issuer"].upper())),
        ("number", _plain(numbered(said["number"], language) if said["number"] else "")),
        ("subject", _plain(said["subject"])),
        ("state", _around("**", said["state"].upper())),
        ("motto", _around("**", said["motto"])),
        ("date" if date else "place", _around("*", line[:1].upper() + line[1:])),
    )
    return ((key, line) for key, line in lines if line)


def _plain(text: str) -> str:
    """`text` as Markdown that is nothing but text, for either parser."""
    for sign, entity in _ENTITIES:
        text = text.replace(sign, entity)
    return _SPECIAL.sub(r"\\\1", text)


def _around(mark: str, text: str) -> str:
    return f"{mark}{_plain(text)}{mark}" if text else ""


def _date(text: str, language: str) -> str:
    """A day as a head has it in `language`; as it is stated where it is no whole day."""
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        found = values(text, language).dates
        if not found or found[0].printed != text or not all(found[0].value):
            return text
        day = datetime.date(*found[0].value)
    return dated(day, language)


def _line_of(key: str, lines: Sequence[str]) -> int:
    """The line of the front matter, from 1, that has `key`."""
    return next((n for n, line in enumerate(lines, 1) if line.startswith(f"{key}:")), 1)


def _moved(segment: Segment, file: str, line: int) -> Segment:
    """The segment as it stands on the `line` of its file, whose words differ in their form."""
    runs = tuple(run._replace(line=line, column=1) for run in segment.runs)
    return replace(segment, place=Place(file, line, 1), end_line=line, runs=runs)
