"""Font files that a project names for its files to take away: what they are called and can set.

Only what is asked of them is read, within the file, and only of a kind that every program knows:
one TrueType or OpenType font a file, told by its content.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from diptych.errors import CannotCheck, Problem, Unreadable
from diptych.files.opening import named, read_regular
from diptych.wording import Wording

LARGEST = 32_000_000
"""The most bytes that a font may have: one with all Chinese characters has about 20 million."""
_BEGINNINGS = (b"\0\1\0\0", b"OTTO")
_COLLECTION = b"ttcf"
_READ = (b"name", b"cmap")
_LAST = 0x10FFFF
_FAMILY = 1
"""The number of the family's name among the names of a font, as Word asks for it."""
_LONGEST = 100
_WINDOWS, _UNICODE = 3, 0
_BY_WIDTH = {12: 2, 4: 1}
"""The forms of a table of characters that are read, the fuller one first."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font of a project."""

    family: str
    """The name of its family, by which other programs know it."""
    signs: frozenset[str] = field(repr=False)
    """The characters that it has."""
    content: bytes = field(repr=False)
    """The file as it is."""

    @property
    def suffix(self) -> str:
        """What a file of its kind is called after the dot."""
        return "otf" if self.content.startswith(b"OTTO") else "ttf"


def read_font(path: Path) -> Font:
    """The font at `path`. Raises `CannotCheck` on a file that is not one."""
    try:
        content = read_regular(path, LARGEST)
    except Unreadable as unreadable:
        raise CannotCheck([unreadable.problem]) from unreadable
    if len(content) > LARGEST:
        raise _refused(path, _TOO_LARGE)
    if content.startswith(_COLLECTION):
        raise _refused(path, _SEVERAL)
    if not content.startswith(_BEGINNINGS):
        raise _refused(path, _NO_FONT)
    try:
        tables = _tables(content)
        family = _family(tables[b"name"])
        signs = frozenset(map(chr, _points(tables[b"cmap"])))
    except (struct.error, KeyError, UnicodeDecodeError, ValueError) as error:
        raise _refused(path, _BROKEN) from error
    return Font(family, signs, content)


def _refused(path: Path, why: Wording) -> CannotCheck:
    return CannotCheck([Problem(named(path), why)])


def _tables(content: bytes) -> dict[bytes, bytes]:
    """The tables that are read. Of those with one name the first counts, however many there are."""
    (count,) = struct.unpack_from(">H", content, 4)
    places: dict[bytes, tuple[int, int]] = {}
    for at in range(count):
        tag, start, length = struct.unpack_from(">4s4xII", content, 12 + 16 * at)
        places.setdefault(tag, (start, length))
    return {
        tag: content[start : start + length]
        for tag, (start, length) in places.items()
        if tag in _READ
    }


def _family(names: bytes) -> str:
    """The name of the family, in English where there is one. Raises `ValueError` without any."""
    count, texts = struct.unpack_from(">HH", names, 2)
    found: dict[bool, str] = {}
    for at in range(count):
        platform, _, language, which, length, start = struct.unpack_from(
            ">HHHHHH", names, 6 + 12 * at
        )
        if which == _FAMILY and platform in (_WINDOWS, _UNICODE):
            name = names[texts + start : texts + start + length].decode("utf-16-be").strip()
            if name and name.isprintable() and len(name) <= _LONGEST:
                found.setdefault(language == 0x409, name)
    if not found:
        raise ValueError("no name")
    return found.get(True) or found[False]


def _points(mapping: bytes) -> set[int]:
    """The code points of the fullest table of characters in `mapping`."""
    (count,) = struct.unpack_from(">H", mapping, 2)
    known: dict[int, bytes] = {}
    for at in range(count):
        platform, _, start = struct.unpack_from(">HHI", mapping, 4 + 8 * at)
        (form,) = struct.unpack_from(">H", mapping, start)
        if platform in (_WINDOWS, _UNICODE) and form in _BY_WIDTH and form not in known:
            known[form] = mapping[start:]
    form = max(known, key=_BY_WIDTH.__getitem__)
    return set(_of_groups(known[form]) if form == 12 else _of_segments(known[form]))


def _of_groups(table: bytes) -> Iterator[int]:
    (count,) = struct.unpack_from(">I", table, 12)
    after = 0
    for at in range(min(count, _LAST)):
        first, last, glyph = struct.unpack_from(">III", table, 16 + 12 * at)
        if not after <= first <= last <= _LAST:  # in order, so that none is read twice
            raise ValueError("groups out of order")
        yield from range(first if glyph else first + 1, last + 1)
        after = last + 1


def _of_segments(table: bytes) -> Iterator[int]:
    (twice,) = struct.unpack_from(">H", table, 6)
    count, after = twice // 2, 0
    for at in range(count):
        (last,) = struct.unpack_from(">H", table, 14 + 2 * at)
        (first,) = struct.unpack_from(">H", table, 16 + twice + 2 * at)
        (delta,) = struct.unpack_from(">H", table, 16 + 2 * twice + 2 * at)
        here = 16 + 3 * twice + 2 * at
        (offset,) = struct.unpack_from(">H", table, here)
        if not after <= first <= last:
            raise ValueError("segments out of order")
        after = last + 1
        for point in range(first, min(last, 0xFFFE) + 1):
            if offset:
                (glyph,) = struct.unpack_from(">H", table, here + offset + 2 * (point - first))
                glyph = (glyph + delta) & 0xFFFF if glyph else 0
            else:
                glyph = (point + delta) & 0xFFFF
            if glyph:
                yield point


_TOO_LARGE = Wording(
    vi=f"phông chữ lớn hơn {LARGEST // 1_000_000} MB; hãy dùng bản chỉ có những chữ cần đến",
    en=f"the font is larger than {LARGEST // 1_000_000} MB; use one cut to the letters you need",
)
_SEVERAL = Wording(
    vi="tệp chứa nhiều phông chữ; hãy dùng tệp .ttf hoặc .otf chỉ có một phông",
    en="the file holds several fonts; use a .ttf or .otf file with one",
)
_NO_FONT = Wording(
    vi="không phải phông chữ TrueType hay OpenType; hãy dùng tệp .ttf hoặc .otf",
    en="this is no TrueType or OpenType font; use a .ttf or .otf file",
)
_BROKEN = Wording(
    vi="phông chữ hỏng hoặc thiếu bảng chữ hay tên; hãy dùng tệp khác",
    en="the font is damaged, or lacks its name or its list of characters; use another file",
)
