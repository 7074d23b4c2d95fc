"""How long tests wait: for what they have caused, whatever the machine is busy with besides."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

Seen = TypeVar("Seen")

CEILING = 600
"""Seconds that only a hang reaches: no test is about time, and machines are shared."""
PAUSE = 0.02
"""Seconds between two looks."""


def eventually(
    look: Callable[[], Seen],
    comes: Callable[[Seen], bool] = bool,
    *,
    described: str = "",
    rest: Callable[[], object] = lambda: time.sleep(PAUSE),
) -> Seen:
    """What `look` gives once it is what `comes` waits for; an AssertionError at the ceiling."""
    end = time.monotonic() + CEILING
    while not comes(seen := look()):
        assert time.monotonic() < end, f"it did not come about: {described or str(seen)[-3000:]}"
        rest()
    return seen
