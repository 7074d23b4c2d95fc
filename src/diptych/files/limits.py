"""How much a file may hold, whatever it is."""

from __future__ import annotations

from diptych.errors import Problem
from diptych.wording import Wording

BYTES = 4_000_000
LINE = 20_000
"""The most characters that a line may have."""


def too_large(size: int, shown: str) -> Problem | None:
    """The problem with a file of `size` bytes, if that is more than is read; else None."""
    if size <= BYTES:
        return None
    return Problem(
        shown,
        Wording(
            vi=f"tệp quá lớn (trên {BYTES // 1_000_000} MB) nên không được đọc; hãy chia nhỏ",
            en=f"the file is too large to be read (over {BYTES // 1_000_000} MB); divide it",
        ),
    )
