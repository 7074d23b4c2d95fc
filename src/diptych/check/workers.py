"""What rules find, looked for by several processes at once where the texts are large.

A forked process has the texts at once, and only findings travel back. What each one finds does not
depend on how many there are.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.diagnostics import Diagnostic
from diptych.diagnostics.kept import LOOKED_THROUGH
from diptych.project.bitext import Bitext
from diptych.rules import Rule

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

LARGE = 1_500
"""The least pairs of provisions for which a second process is worth its start."""
_MOST = 4
"""The most processes; the share that each of more would have is small."""
_WITH = {"D": "V", "L": "B"}
"""By the letter of a family, another that reads the same values from the texts, the figures or what
renders what: one process reads them for both."""

_DEAREST = "BVMP"
"""The letters of the families that take longest, which must not be begun last: of meaning, figures,
marks, names."""
_THREADS = Path("/proc/self/task")
"""Where Linux lists the threads of this process."""

Found = dict[str, list[Diagnostic]]
"""What rules found, by their codes."""


def found_by(rules: Sequence[Rule], bitext: Bitext) -> Iterator[tuple[Rule, Iterable[Diagnostic]]]:
    """Each of `rules` with what it finds in `bitext`, in the order given."""
    processes = _processes(bitext)
    if processes == 1:
        for rule in rules:
            yield rule, rule.findings(bitext)
        return
    found = _shared_out(rules, bitext, processes)
    for rule in rules:
        # looked for here where a process ended before it had told
        yield rule, found[rule.code] if rule.code in found else rule.findings(bitext)


def _processes(bitext: Bitext) -> int:
    """How many processes look through `bitext`: one where texts are small or a fork is not safe."""
    if len(bitext.alignment.provisions) < LARGE or not has_one_thread():
        return 1
    return min(_MOST, len(os.sched_getaffinity(0)))


def has_one_thread() -> bool:
    """Whether a fork is safe: a lock that another thread holds would never be freed in it.

    Threads of libraries count, too (typst keeps some), and Python knows nothing of those. False on
    systems other than Linux.
    """
    try:
        return len(list(_THREADS.iterdir())) == 1
    except OSError:
        return False


@dataclass(frozen=True, slots=True)
class _Work:
    """What is to be done, handed out by the bytes in a pipe: each is read by one process."""

    families: tuple[tuple[Rule, ...], ...]
    """Rules that use the same derived values stay together."""
    bitext: Bitext
    waiting: int
    """The descriptor from which the number of the next family is read."""

    def found(self) -> Found:
        """What the families find that fall to this process."""
        return {
            rule.code: list(islice(rule.findings(self.bitext), LOOKED_THROUGH + 1))
            for taken in iter(lambda: os.read(self.waiting, 1), b"")
            for rule in self.families[taken[0]]
        }


def _shared_out(rules: Sequence[Rule], bitext: Bitext, processes: int) -> Found:
    families = _families(rules)
    waiting, filled = os.pipe()
    os.write(filled, bytes(range(len(families))))
    os.close(filled)  # so that reading ends when the last is taken
    work = _Work(families, bitext, waiting)
    try:
        helpers = [_begun(work) for _ in range(processes - 1)]
        found = work.found()
        for helper, told in helpers:
            found |= _told(told)
            helper.join()
    finally:
        os.close(waiting)
    return found


def _families(rules: Sequence[Rule]) -> tuple[tuple[Rule, ...], ...]:
    """`rules` in the groups that are handed out, what is to be begun first in front."""
    families: dict[str, list[Rule]] = {}
    for rule in rules:
        letter = rule.code[0]
        families.setdefault(_WITH.get(letter, letter), []).append(rule)
    letters = dict.fromkeys([*filter(families.__contains__, _DEAREST), *families])
    return tuple(tuple(families[letter]) for letter in letters)


def _begun(work: _Work) -> tuple[BaseProcess, Connection]:
    """A process that does its share of `work`, and where it tells what it found."""
    import multiprocessing

    told, telling = multiprocessing.Pipe(duplex=False)
    context = multiprocessing.get_context("fork")
    helper = context.Process(target=_help, args=(work, told, telling), daemon=True)
    helper.start()
    telling.close()
    return helper, told


def _help(work: _Work, told: Connection, telling: Connection) -> None:
    told.close()  # or it would wait for itself, if whoever asked was killed
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with suppress(Exception):  # what was not told is looked for again by whoever asked
        telling.send(work.found())


def _told(told: Connection) -> Found:
    try:
        found: Found = told.recv()
    except EOFError:
        return {}
    return found
