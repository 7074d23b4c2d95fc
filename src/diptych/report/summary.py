"""A report as the summary of a run on GitHub, which takes no more than 1 MiB of a step.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diptych.patterns import pattern_of
from diptych.report import Review
from diptych.report.notices import notices
from diptych.report.templates import filled

LIMIT = 1_000_000
"""The most bytes of a summary; a longer one is thrown away whole."""

_CALLS = pattern_of(r"(?<=[@#])(?<!&#)(?=\w)")
"""An expression for places where GitHub would link and call a name, or link the number of an issue;
what follows `&#` is a character that was escaped."""
_TAG = pattern_of(r"(<[^<>]*>)")


def rendered(review: Review, languages: Sequence[str]) -> str:
    """The report in `languages` as HTML, its lists shortened until it fits."""
    written = _plain(filled("fragment.html", review, languages))
    most = max(_lengths(review))
    while len(written.encode()) > LIMIT and most:
        most //= 2
        written = _plain(filled("fragment.html", review, languages, most))
    return written


def _plain(written: str) -> str:
    """`written` with an empty element wherever GitHub would link a name or a number."""
    pieces = _TAG.split(written)  # text and tags in turn
    pieces[::2] = [_CALLS.sub("<span></span>", text) for text in pieces[::2]]
    return "".join(pieces)


def _lengths(review: Review) -> Iterator[int]:
    """The length of each list in the report."""
    yield len(review.changes)
    yield len(review.base.files)
    yield len(review.problems)
    yield len(review.checked.diagnostics) if review.checked else 0
    yield len(review.silenced)
    yield from (len(notice.items) for notice in notices(review))
