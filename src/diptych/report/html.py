"""A report as one page that needs no other file and no network."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.report import Review
from diptych.report.templates import filled


def rendered(review: Review, languages: Sequence[str]) -> str:
    """The report as one page, in each of `languages`."""
    return filled("page.html", review, languages)
