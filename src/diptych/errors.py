"""What stops a check before it can compare anything.

A finding is data (see `diagnostics`); an exception here means that there is nothing to
compare, or that what is there cannot be read. Each carries the one line a person needs.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from diptych.visible import visible
from diptych.wording import Wording


class DiptychError(Exception):
    """Base of every error this library raises on purpose."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason why the check could not be made, with its place when it has one."""

    file: str
    """The file or folder, as the person named it."""
    wording: Wording
    """What is wrong and what to do, in one sentence."""
    line: int | None = None
    """1-based, or None where the whole file is meant."""

    def sentence(self, language: str) -> str:
        """The problem as one line: `file:line: what is wrong`."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return visible(f"{place}: {self.wording[language]}")


class Unreadable(Exception):
    """One file cannot be read; collected into `CannotCheck` with the others."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.sentence("en"))


class CannotCheck(DiptychError):
    """The texts could not be compared; `problems` says why, one entry a reason."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.sentence("en") for problem in self.problems))


class UnreadPages(CannotCheck):
    """Some pages of a text could not be read; others could. `paths` names them, below the root."""

    def __init__(self, problems: Sequence[Problem], paths: Collection[str]) -> None:
        super().__init__(problems)
        self.paths = frozenset(paths)


class NoSuchBase(DiptychError):
    """There is nothing to compare with; `wording` says why and what to do."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        super().__init__(wording.en)


class CannotMake(DiptychError):
    """One of the files to take away could not be made; the message is one line."""


class BadConfiguration(DiptychError):
    """`[tool.diptych]` in pyproject.toml cannot be used as it stands."""
