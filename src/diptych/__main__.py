"""`python -m diptych`, and `diptych`: the command, or at once what it said of the same texts."""

from __future__ import annotations

import gc
import locale
import os
import sys

from diptych.patterns import pattern_of

_COLOURS = pattern_of(r"\x1b\[[0-9;]*m")
"""What gives a terminal its colours."""


_MADE_BETWEEN = 500_000
"""How many more objects there are before unused circles of them are looked for: a check makes
hundreds of thousands, and nearly all are needed until it ends."""


def main() -> None:
    """Run the command that was given. Nothing but `answers` is loaded where that has its answer."""
    gc.set_threshold(_MADE_BETWEEN)
    try:
        _answer()
    finally:
        gc.freeze()  # or a process that ends would look for such circles once more


def _answer() -> None:
    command = ""
    if sys.argv[1:2] == ["check"]:
        from diptych.answers import request, said_before

        # the language of the messages, and an option's default
        environment = (locale.setlocale(locale.LC_CTYPE), os.environ.get("SITE_URL", ""))
        command = request(sys.argv[1:], environment)
        if answer := said_before(command):
            if answer.said:
                _say(answer.said)
            sys.exit(answer.status)
    from diptych.cli import main as run

    run(prog_name="diptych", obj=command)


def _say(said: str) -> None:
    """Print lines as the command does (see `cli/ending.py`)."""
    if os.name == "nt":  # whose terminals have to be told of colours
        from diptych.cli.ending import say

        say(said)
        return
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    if os.environ.get("NO_COLOR") or not sys.stdout.isatty():
        said = _COLOURS.sub("", said)
    try:
        print(said, flush=True)
    except OSError as error:
        from diptych.cli.ending import lost

        lost(error, sys.stdout)


if __name__ == "__main__":
    main()
