"""What messages quote of a long text."""

from __future__ import annotations

_SHOWN = 60


def cut(text: str) -> str:
    """`text`, or the first characters of one of more than sixty, with an ellipsis."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
