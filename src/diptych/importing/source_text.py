"""Blocks -> the plain text of a document, as a source as received is written (see `source.words`).

A blank line ends a paragraph; a footnote follows the paragraph with its mark and opens with its
figure, raised; the cells of a row are parted by tabs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from diptych.importing.blocks import Block, BlockKind, note_blocks
from diptych.importing.markdown import marked
from diptych.importing.received import BreakPiece, NotePiece, Piece, ReceivedParagraph, TextPiece
from diptych.source.words import SUPERSCRIPTS


def as_source(blocks: Sequence[Block], notes: Mapping[str, Sequence[ReceivedParagraph]]) -> str:
    """The text of `blocks` and of the footnotes they refer to."""
    return "\n\n".join(_parts(blocks, notes)) + "\n"


def _parts(
    blocks: Sequence[Block], notes: Mapping[str, Sequence[ReceivedParagraph]]
) -> Iterator[str]:
    seen: set[str] = set()
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            yield "\n".join("\t".join(_line(cell) for cell in row) for row in block.rows)
        else:
            yield f"{block.marker} {_line(block.pieces)}" if block.marker else _line(block.pieces)
        for label in block.labels:
            if label not in seen:
                seen.add(label)
                texts = [_line(pieces) for pieces in note_blocks(notes.get(label, ()))] or ["…"]
                yield f"{label.translate(SUPERSCRIPTS)} " + "\n".join(texts)


def _line(pieces: Sequence[Piece]) -> str:
    text = ""
    for marks, piece in marked(pieces):
        text += marks
        match piece:
            case TextPiece(written):
                text += written.replace("\\", r"\\").replace("*", r"\*")
            case NotePiece(label):
                text += label.translate(SUPERSCRIPTS)
            case BreakPiece():
                text += "\n"
    return text
