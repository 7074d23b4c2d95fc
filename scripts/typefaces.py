"""Write down which signs the typesetter can set, for the check, which runs without it.

Its typefaces are part of typst's library and are found in it by what a font file begins with. What
they say that they have is then tried: an archive's rules refuse some of it.
"""

from __future__ import annotations

import json
import struct
import sys
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from diptych.exports.formats.pdf import STANDARDS
from diptych.publication.typefaces import ALL, SHAPELESS, TABLE, TEXT

_TRIAL = """\
#set document(title: "Trial")
#set text(font: "Libertinus Serif", lang: "en")
#for sign in json(bytes(sys.inputs.signs)) { par(text("a" + sign + "b")) }
"""
_AT_ONCE = 1000

_BEGINNINGS = (b"OTTO", b"\0\1\0\0")
_HEAD, _ENTRY = 12, 16
"""Bytes of a font file's head, and of each entry of the list of tables behind it."""
_TABLES = range(4, 41)
_NO_SHAPE = {"Cc", "Cf", "Zs", "Zl", "Zp"}
_SELECTORS = (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
_FILLERS = (0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0)


def typefaces() -> dict[str, set[int]]:
    """The code points of the typeface of the text, of all, and of what needs none."""
    import pymupdf

    found: dict[str, set[int]] = {TEXT: set()}
    every: set[int] = set()
    for content in _fonts(_library().read_bytes()):
        font = pymupdf.Font(fontbuffer=content)
        points = {point for point in font.valid_codepoints() if not _is_private(point)}
        every |= points
        if font.name in found:
            found[font.name] |= points
    shapeless = {*_SELECTORS, *_FILLERS, *_without_shape()} - every
    return {**found, ALL: set(settable(every)), SHAPELESS: set(settable(shapeless))}


def settable(points: set[int]) -> Iterator[int]:
    """Those of `points` that typst sets, each as a sign of its own."""
    listed = sorted(points)
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder, "trial.typ")
        trial.write_text(_TRIAL, encoding="utf-8")
        for start in range(0, len(listed), _AT_ONCE):
            yield from _settable(trial, listed[start : start + _AT_ONCE])


def _settable(trial: Path, points: Sequence[int]) -> Iterator[int]:
    import typst

    signs = json.dumps([chr(point) for point in points])
    try:
        typst.compile(
            trial,
            format="pdf",
            sys_inputs={"signs": signs},
            pdf_standards=STANDARDS,
            ignore_system_fonts=True,
        )
    except typst.TypstError:
        if len(points) > 1:
            half = len(points) // 2
            yield from _settable(trial, points[:half])
            yield from _settable(trial, points[half:])
        return
    yield from points


def _is_private(point: int) -> bool:
    return unicodedata.category(chr(point)) == "Co"


def _without_shape() -> Iterator[int]:
    for point in range(sys.maxunicode + 1):
        if unicodedata.category(chr(point)) in _NO_SHAPE:
            yield point


def table(found: dict[str, set[int]]) -> str:
    """A line a typeface: its name, then its ranges of code points in hexadecimal."""
    return "".join(
        f"{name}: {' '.join(_ranges(sorted(points)))}\n" for name, points in found.items()
    )


def _library() -> Path:
    import typst

    (library,) = [
        path
        for path in Path(typst.__file__).parent.iterdir()
        if path.suffix in {".so", ".pyd", ".dylib"}
    ]
    return library


def _fonts(library: bytes) -> Iterator[bytes]:
    for beginning in _BEGINNINGS:
        at = library.find(beginning)
        while at >= 0:
            if length := _length(library, at):
                yield library[at : at + length]
            at = library.find(beginning, at + 1)


def _length(library: bytes, at: int) -> int:
    """Of the font file at that place; 0 if there is none."""
    (tables,) = struct.unpack_from(">H", library, at + 4)
    if tables not in _TABLES:
        return 0
    listed = [
        struct.unpack_from(">4sIII", library, at + _HEAD + _ENTRY * index)
        for index in range(tables)
    ]
    names = {name for name, *_ in listed}
    if not {b"cmap", b"head", b"name"} <= names:
        return 0
    return max(int(offset) + int(length) for _, _, offset, length in listed)


def _ranges(points: list[int]) -> Iterator[str]:
    starts = [points[0], *(after for before, after in pairwise(points) if after > before + 1)]
    ends = [*(before for before, after in pairwise(points) if after > before + 1), points[-1]]
    for start, end in zip(starts, ends, strict=True):
        yield f"{start:x}" if start == end else f"{start:x}-{end:x}"


if __name__ == "__main__":
    TABLE.write_text(table(typefaces()), encoding="utf-8")
