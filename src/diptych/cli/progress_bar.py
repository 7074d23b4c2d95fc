"""A progress bar on a terminal, for runs that take longer than a second."""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

PATIENCE = 1.0
"""Seconds before anything is shown."""


class Bar(ExitStack):
    """Drawn on standard error while the block runs, if that is a terminal and it takes long."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = label
        self._expected = 0
        self._done = 0
        self._start = time.monotonic()
        self._bar: ProgressBar[int] | None = None

    def expect(self, steps: int) -> None:
        """So many more steps are to come."""
        self._expected += steps
        if self._bar:
            self._bar.length = self._expected

    def advance(self) -> None:
        """One step is done."""
        self._done += 1
        if self._bar:
            self._bar.update(1)
        elif time.monotonic() - self._start >= PATIENCE and sys.stderr and sys.stderr.isatty():
            self._bar = self.enter_context(
                click.progressbar(length=self._expected, label=self._label, file=sys.stderr)
            )
            self._bar.update(self._done)
