"""Blank out stretches of a text without moving what is left."""

from __future__ import annotations

from collections.abc import Iterable


def blanked(text: str, spans: Iterable[tuple[int, int]], sign: str = " ") -> str:
    """`text` with `sign`, a single character, in place of all of `spans` (start, end; in order), so
    that offsets hold. A span that begins within the one before it is passed over.
    """
    kept, done = [], 0
    for start, end in spans:
        if start < done:
            continue
        kept += [text[done:start], sign * (end - start)]
        done = end
    return "".join(kept) + text[done:]
