"""`diptych check --watch`: check, wait for a change, check again.

A line opens each round and a line closes it, so that an editor knows when the old findings go.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from diptych.cli.ending import say
from diptych.wording import Wording

BEGINS, ENDS = ">>>", "<<<"
"""The beginnings of the lines that open and close a round; no finding begins so."""

_CHECKING = Wording(vi="đang kiểm tra", en="checking")
_VERDICTS = (
    Wording(vi="hai bản khớp nhau", en="the two languages agree"),
    Wording(vi="có chỗ cần sửa", en="there is something to fix"),
    Wording(vi="chưa kiểm tra được", en="this could not be checked"),
)
"""What is said of a round, by the exit status of its check."""
_WAITING = Wording(vi="chờ thay đổi, Ctrl+C để dừng", en="waiting for changes, Ctrl+C to stop")


def watch(look: Callable[[], int], paths: Iterable[Path], language: str) -> None:
    """Call `look`, which gives an exit status, now and after each change, until Ctrl+C."""
    from diptych.cli.watching import changes

    try:
        for _ in changes(paths):
            if not say(f"{BEGINS} {time.strftime('%H:%M:%S')} {_CHECKING[language]}"):
                return
            verdict = _VERDICTS[look()][language]
            say(f"{ENDS} {verdict}; {_WAITING[language]}")
    except KeyboardInterrupt:
        say("")
