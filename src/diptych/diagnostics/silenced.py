"""Findings that comments silence, each kept with its comment: nothing is dropped unseen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from diptych.diagnostics import Diagnostic
from diptych.diagnostics.suppressions import Comments, Suppression


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

    def __init__(self, comments: Comments) -> None:
        self.comments = comments.written
        named = dict.fromkeys(code for comment in self.comments for code in comment.codes)
        self.rules = {code: comments.silenced_by(code) for code in named}
        """The codes of the rules that each code silences which a comment names."""
        held: dict[tuple[str, str], list[Suppression]] = defaultdict(list)
        for comment in sorted(self.comments, key=lambda known: known.first_line):
            for code in dict.fromkeys(
                chain.from_iterable(self.rules[named] for named in comment.codes)
            ):
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
        """Each comment with each code that it names whose rules found nothing there.

        `silenced` is all that comments silence.
        """
        told: dict[tuple[str, str], set[int]] = defaultdict(set)
        for known in silenced:
            for location in known.finding.locations:
                told[known.finding.code, location.file].add(location.line)
        lines = {key: sorted(found) for key, found in told.items()}
        for comment in self.comments:
            for code in comment.codes:
                found = (lines.get((rule, comment.place.file), ()) for rule in self.rules[code])
                if not any(_has_line(of_rule, comment) for of_rule in found):
                    yield comment, code


def _has_line(lines: Sequence[int], comment: Suppression) -> bool:
    """Whether `comment` holds for one of `lines`, which are in order."""
    at = bisect_left(lines, comment.first_line)
    return at < len(lines) and lines[at] <= comment.last_line


def _further(a: Suppression, b: Suppression) -> Suppression:
    return a if a.last_line >= b.last_line else b
