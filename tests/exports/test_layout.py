"""The layout behind the PDF and the Word file: everything stands in it, once, in its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import pytest

from diptych.exports.layout import (
    BlockGroup,
    Closing,
    DanglingMark,
    Layout,
    LayoutNoteMark,
    LineBreak,
    Piece,
    TypesetBlock,
    TypesetText,
    each,
    laid_out,
)
from diptych.model import Side
from diptych.project.edition import Edition
from tests.exports.data_editions import FORMAL, LACKING, invented, ours

EVERY = [(Side.ORIGINAL,), (Side.TRANSLATION,), tuple(Side)]

_TEXTS = {"lacking": LACKING, "formal": FORMAL}


def blocks_of(layout: Layout) -> list[TypesetBlock]:
    """Every block, footnotes last."""
    head = layout.head
    found = [*head.left, *head.left_below, *head.right, *head.right_below] if head else []
    found += layout.title
    for part in layout.blocks:
        if isinstance(part, Closing):
            found += [*part.heading, *each(part.left), *part.right]
        else:
            found += each([part])
    return [*found, *chain.from_iterable(layout.notes.values())]


def read(block: TypesetBlock, side: int) -> str:
    """The text of one language, put together of its pieces."""
    cell = block.cells[side]
    if cell and cell.columns:
        return " | ".join(_joined(column) for column in cell.columns)
    return _joined(cell.pieces if cell else [])


def _joined(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, TypesetText))


@pytest.mark.parametrize("sides", EVERY)
@pytest.mark.parametrize("beside", [False, True])
@pytest.mark.parametrize("which", ["ours", "lacking", "formal"])
def test_nothing_is_left_out_and_nothing_stands_twice(
    which: str, beside: bool, sides: tuple[Side, ...], tmp_path: Path
) -> None:
    edition = ours() if which == "ours" else invented(tmp_path, *_TEXTS[which])
    blocks = blocks_of(laid_out(edition, sides, notes_beside=beside))
    for position, side in enumerate(sides):
        known = [segment.text for unit in edition.units if (segment := unit.segment(side))]
        found = [read(block, position) for block in blocks if block.cells[position]]
        assert Counter(found) == Counter(known)
    assert len({block.id for block in blocks}) == len(blocks)


def test_only_the_first_mark_brings_a_footnote(tmp_path: Path) -> None:
    edition = invented(
        tmp_path,
        {"index.md": "# A\n\nMột[^1].\n\n[^1]: Chú thích.\n"},
        {"index.md": "# A\n\nOne[^1] [^1].\n\n[^1]: A note.\n"},
    )
    layout = laid_out(edition, tuple(Side), notes_beside=True)
    marks = [
        [p.first for p in cell.pieces if isinstance(p, LayoutNoteMark) and p.note == "note:1"]
        for block in blocks_of(layout)
        for cell in block.cells
        if cell and block.kind == "paragraph"
    ]
    assert marks == [[True], [False, False], [], []]
    (note,) = layout.notes["note:1"]
    assert (read(note, 0), read(note, 1)) == ("Chú thích.", "A note.")


def one_mark_missing(folder: Path) -> Edition:
    return invented(
        folder,
        {"index.md": "# A\n\nMột[^1].\n\n[^1]: Chú thích.\n"},
        {"index.md": "# A\n\nOne.\n\n[^1]: A note.\n"},
    )


def test_a_footnote_that_one_language_does_not_mark_stands_beside_the_others(
    tmp_path: Path,
) -> None:
    layout = laid_out(one_mark_missing(tmp_path), tuple(Side), notes_beside=True)
    (note,) = layout.notes["note:1"]
    assert (read(note, 0), read(note, 1)) == ("Chú thích.", "A note.")


def test_a_footnote_that_its_own_language_does_not_mark_stands_in_the_text(tmp_path: Path) -> None:
    layout = laid_out(one_mark_missing(tmp_path), tuple(Side))
    (note,) = layout.notes["note:1"]
    assert [read(note, 0), note.cells[1]] == ["Chú thích.", None]
    last = list(each(layout.blocks))[-1]  # type: ignore[arg-type]
    assert [last.cells[0], read(last, 1)] == [None, "A note."]


@pytest.mark.parametrize(("beside", "known"), [(False, []), (True, ["note:2"])])
def test_a_footnote_may_be_marked_in_another(
    beside: bool, known: list[str], tmp_path: Path
) -> None:
    text = "# A\n\nA[^1].\n\n[^1]: B[^2] C[^9].\n\n[^2]: D.\n"
    edition = invented(tmp_path, {"index.md": text}, {"index.md": text})
    layout = laid_out(edition, (Side.ORIGINAL,), notes_beside=beside)
    (cell,) = layout.notes["note:1"][0].cells
    assert cell is not None
    assert [piece.note for piece in cell.pieces if isinstance(piece, LayoutNoteMark)] == known
    dangling = [piece.dangling for piece in cell.pieces if isinstance(piece, DanglingMark)]
    assert dangling == (["9"] if beside else ["2", "9"])


def test_a_closing_has_its_recipients_at_the_left(tmp_path: Path) -> None:
    text = "---\nlayout: closing\n---\n\n# {0}\n\n{0} a\n\n- {0} b\n\n**{0} OFFICE**\n\n{0} Name\n"
    first = "---\nlayout: cover\n---\n\n# {0}\n\n**{0}\nline**\n"
    vi, en = (
        {"index.md": first.format(word), "z.md": text.format(word)} for word in ("Chữ", "Word")
    )
    layout = laid_out(invented(tmp_path, vi, en), (Side.TRANSLATION,))
    assert [read(block, 0) for block in layout.title] == ["Word", "Word line"]
    (subtitle,) = layout.title[1].cells
    assert subtitle is not None
    assert [type(piece) for piece in subtitle.pieces] == [TypesetText, LineBreak, TypesetText]
    (closing,) = layout.blocks
    assert isinstance(closing, Closing)
    assert [read(block, 0) for block in closing.heading] == ["Word"]
    assert [read(block, 0) for block in each(closing.left)] == ["Word a", "Word b"]
    assert [(read(b, 0), b.first.bold) for b in closing.right] == [
        ("Word OFFICE", True),
        ("Word Name", False),
    ]


def test_what_is_set_together_makes_a_group(tmp_path: Path) -> None:
    text = "- a\n\n    1. b\n\n    2. c\n\n- d\n\n> e\n\n> f\n\n"
    text += "| g | *h* |\n| --- | --- |\n| i | j |\n"
    layout = laid_out(invented(tmp_path, {"index.md": text}, {"index.md": text}), (Side.ORIGINAL,))
    groups = [part for part in layout.blocks if isinstance(part, BlockGroup)]
    assert [(group.kind, len(group.members)) for group in groups] == [
        ("list", 2),
        ("quotation", 2),
        ("table", 2),
    ]
    (inner,) = groups[0].members[0].children
    assert isinstance(inner, BlockGroup)
    assert [block.number for block in inner.members] == ["1.", "2."]
    row = groups[2].members[0].first
    assert [
        [piece.text for piece in column if isinstance(piece, TypesetText) and piece.text]
        for column in row.columns
    ] == [["g"], ["h"]]
