"""Blank out stretches of a text without moving what is left."""

from __future__ import annotations

from collections.abc import Iterable


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """`text` with blanks in place of `spans` (start, end; in order), so that offsets hold."""
    kept, done = [], 0
    for start, end in spans:
        kept += [text[done:start], " " * (end - start)]
        done = end
    return "".join(kept) + text[done:]
