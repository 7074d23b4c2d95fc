"""Findings that comments silence, each kept with its comment: nothing is dropped unseen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from diptych.diagnostics import Diagnostic
from diptych.diagnostics.suppressions import Suppression


@dataclass(frozen=True, slots=True)
class Silenced:
    """A finding that a comment silences."""

    finding: Diagnostic
    comment: Suppression
    """The comment that covers it, or one of them where several do."""


class Silencers:
    """Comments, found by the rule that they silence and the lines that they hold for.

    Looking one up takes hardly longer, however many there are.
    """

    def __init__(self, comments: Sequence[Suppression]) -> None:
        self.comments = comments
        self.codes = frozenset(code for comment in comments for code in comment.codes)
        held: dict[tuple[str, str], list[Suppression]] = defaultdict(list)
        for comment in sorted(comments, key=lambda known: known.first_line):
            for code in dict.fromkeys(comment.codes):
                held[code, comment.place.file].append(comment)
        self._first = {key: [known.first_line for known in found] for key, found in held.items()}
        # at each index, the furthest reaching of the comments that begin there or above
        self._reaching = {key: list(accumulate(found, _further)) for key, found in held.items()}

    def on(self, found: Diagnostic) -> Suppression | None:
        """A comment that covers `found`, if there is one."""
        for location in found.locations:
            key = found.code, location.file
            begun = bisect_right(self._first.get(key, ()), location.line)
            if begun and self._reaching[key][begun - 1].last_line >= location.line:
                return self._reaching[key][begun - 1]
        return None

    def idle(self, silenced: Iterable[Silenced]) -> Iterator[tuple[Suppression, str]]:
        """Each comment with the code of each rule that it names and that found nothing there.

        `silenced` is all that comments silence.
        """
        told: dict[tuple[str, str], set[int]] = defaultdict(set)
        for known in silenced:
            for location in known.finding.locations:
                told[known.finding.code, location.file].add(location.line)
        lines = {key: sorted(found) for key, found in told.items()}
        for comment in self.comments:
            for code in comment.codes:
                of_rule = lines.get((code, comment.place.file), [])
                at = bisect_left(of_rule, comment.first_line)
                if at == len(of_rule) or of_rule[at] > comment.last_line:
                    yield comment, code


def _further(a: Suppression, b: Suppression) -> Suppression:
    return a if a.last_line >= b.last_line else b
