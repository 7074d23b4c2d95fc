"""A progress bar on a terminal, for runs that take longer than a second."""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack

import click

PATIENCE = 1.0
"""Seconds before anything is shown."""


class Bar(ExitStack):
    """A bar on standard error while the block runs, if that is a terminal and takes long."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._due = time.monotonic() + PATIENCE
        self._bar = self.enter_context(
            click.progressbar(length=0, label=label, file=sys.stderr, hidden=True)
        )

    def expect(self, steps: int) -> None:
        """Add `steps` to those that are to come."""
        self._bar.length = (self._bar.length or 0) + steps
        self._bar.finished = False  # click takes the end of one part for the end of all

    def advance(self) -> None:
        """Count one step as done."""
        if self._bar.hidden and time.monotonic() >= self._due:
            self._bar.hidden = not (sys.stderr and sys.stderr.isatty())
        self._bar.update(1)
