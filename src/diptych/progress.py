"""How far a long run has come, told to whoever wants to show it."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told of work to come and of work done, in steps of no fixed length."""

    def expect(self, steps: int) -> None:
        """So many more steps are to come."""

    def advance(self) -> None:
        """One step is done."""


class Silent:
    """Shows nothing."""

    def expect(self, steps: int) -> None:
        """Nothing is shown."""

    def advance(self) -> None:
        """Nothing is shown."""


SILENT = Silent()
