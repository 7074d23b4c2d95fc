"""Findings in the order in which a person mends them: page by page, the cause first."""

from __future__ import annotations

from collections.abc import Iterable

from programme.bitext import Bitext
from programme.diagnostics import Diagnostic

_CAUSES = "COSNFPTVMLRHX"
"""Families, those that explain others first: the source tells which language is wrong, a lost
dash takes its figures with it."""


def in_order(bitext: Bitext, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by page and by line of the original, then the cause before its consequences."""
    pages: dict[str, tuple[int, int]] = {}
    for index, pair in enumerate(bitext.alignment.pages):
        for side in (0, 1):
            if page := pair.side(side):
                pages[page.file] = (index, side)
    nowhere = (len(pages), 1)

    def key(diagnostic: Diagnostic) -> tuple[int, int, int, str, int]:
        places = [
            (*pages.get(location.file, nowhere), location.line, location.column)
            for location in diagnostic.locations
        ]
        # the original's line where there is one, so that both languages' findings meet
        page, _, line, column = min(places, key=lambda place: (place[1], place[0]))
        return page, line, _CAUSES.find(diagnostic.code[0]), diagnostic.code, column

    return tuple(sorted(found, key=key))
