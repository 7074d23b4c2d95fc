"""Pictures that a project may publish: grids of points, which hold nothing that runs."""

from __future__ import annotations

from collections.abc import Callable, Collection

LARGEST = 2_000_000
"""The most bytes that a picture may have: readers on slow lines wait for each."""
HEAD = 64
"""How many bytes at the beginning of a file tell its kind."""
_PNG = b"\x89PNG\r\n\x1a\n"
_AVIF = (b"avif", b"avis")


def _is_png(head: bytes) -> bool:
    return head.startswith(_PNG) and head[12:16] == b"IHDR"


def _is_jpeg(head: bytes) -> bool:
    return head.startswith(b"\xff\xd8\xff")


def _is_webp(head: bytes) -> bool:
    return head.startswith(b"RIFF") and head[8:12] == b"WEBP" and head[12:15] == b"VP8"


def _is_avif(head: bytes) -> bool:
    """Whether a file that begins with `head` is an AVIF, by its own brand or a compatible one."""
    box = head[: int.from_bytes(head[:4], "big")]
    brands = (box[8:12], *(box[at : at + 4] for at in range(16, len(box), 4)))
    return box[4:8] == b"ftyp" and any(brand in _AVIF for brand in brands)


_JPEG_NAMES = frozenset({"jpg", "jpeg"})
KINDS: dict[str, Callable[[bytes], bool]] = {
    "png": _is_png,
    "jpg": _is_jpeg,
    "jpeg": _is_jpeg,
    "webp": _is_webp,
    "avif": _is_avif,
}
"""By suffix, a function that says whether the first bytes of a file are of that kind."""


def admits(listed: Collection[str], suffix: str) -> bool:
    """Whether a project that lists the kinds in `listed` publishes files with `suffix`."""
    return suffix in listed or (suffix in _JPEG_NAMES and not _JPEG_NAMES.isdisjoint(listed))
