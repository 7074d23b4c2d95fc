"""What the rows of a table have in common: its columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Alignment = Literal["", "left", "center", "right"]
"""How a column is set, as the line below the headings says; empty where it says nothing."""
ALIGNMENTS: tuple[Alignment, ...] = ("left", "center", "right")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table; each of its rows has the same."""

    line: int
    """The line of the file on which the table begins: no other table of the page has it."""
    headings: tuple[str, ...]
    """The text of each heading; empty where a column has none."""
    aligned: tuple[Alignment, ...]

    @property
    def headed(self) -> bool:
        """Whether any column has a heading."""
        return any(self.headings)

    def heading(self, index: int) -> str:
        """The heading of the column at `index`; empty where it has none, or there is no such."""
        return self.headings[index] if index < len(self.headings) else ""
