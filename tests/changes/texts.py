"""Small texts in both languages, and what becomes of them."""

from __future__ import annotations

from pathlib import Path

from diptych.alignment.units import Unit, units
from diptych.changes.passage_changes import Change, changes
from diptych.model import Document, Side
from diptych.project.bitext import bitext
from diptych.reader import read_document


def units_of(folder: Path, vi: str, en: str) -> list[Unit]:
    documents: list[Document] = []
    for locale, text in (("vi", vi), ("en", en)):
        (folder / f"{locale}.md").write_text(text, encoding="utf-8")
        documents.append(read_document(folder / f"{locale}.md", locale))
    return list(units(bitext(documents[0], documents[1]).alignment))


def told(change: Change) -> str:
    """`what: id as it was > id as it is [sides that are touched]`."""
    was, now = (unit.id if unit else "-" for unit in (change.before, change.after))
    sides = "".join(name for side, name in Side.of(("v", "e")) if change.touches(side))
    return f"{change.what}: {was} > {now} [{sides}]"


def changed(folder: Path, before: tuple[str, str], after: tuple[str, str]) -> list[str]:
    was, now = units_of(folder, *before), units_of(folder, *after)
    return [told(change) for change in changes(was, now)]
