"""Pairs the pages of two documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diptych.alignment import Pair
from diptych.alignment.exchange import exchanged_pairs
from diptych.alignment.similarity import Similarity, combined
from diptych.language.numerals import Numeral
from diptych.model import Document, Page, Side

RENAMED = 0.6
"""The least similarity at which two pages of different names are one."""

EXCHANGED_ALIKE = 0.5
"""The least similarity of two pages that are one though their names say otherwise."""


def paired_pages(
    original: Document, translation: Document, similarity: Similarity
) -> Iterator[Pair[Page]]:
    """The pairs of pages, by path; by what they say where a page was renamed or two exchanged."""
    others = {page.path: page for page in translation.pages}
    lone = [page for page in original.pages if page.path not in others]
    both = [(page, others.pop(page.path)) for page in original.pages
            if page.path in others]  # fmt: skip
    exchanged = exchanged_pairs(
        [(_texts(page), _texts(other)) for page, other in both], similarity, settled=RENAMED
    )
    exchanged = {
        i: j
        for i, j in exchanged.items()
        if not _numbered_alike(*both[i], *both[j])
        and all(_alike(page, other, similarity) for page, other in
                ((both[i][0], both[j][1]), (both[j][0], both[i][1])))
    }  # fmt: skip
    renamed = _renamed(lone, list(others.values()), similarity)
    indices = {page.path: index for index, (page, _) in enumerate(both)}
    for page in original.pages:
        if page.path in indices:
            index = indices[page.path]
            other = exchanged.get(index, index)
            yield Pair(page, both[other][1], moved=other != index)
        else:
            counterpart = renamed.get(page.path)
            yield Pair(page, counterpart, moved=counterpart is not None)
    found = {page.path for page in renamed.values()}
    for page in others.values():
        if page.path not in found:
            yield Pair(None, page)


def _renamed(
    lone: Sequence[Page], others: Sequence[Page], similarity: Similarity
) -> dict[str, Page]:
    """The page of `others` that says the same as a page of `lone`, by the latter's path."""
    mine = [similarity.together(Side.ORIGINAL, _texts(page)) for page in lone]
    theirs = [similarity.together(Side.TRANSLATION, _texts(page)) for page in others]
    scored = sorted(
        (-score, i, j)
        for i, page in enumerate(mine)
        for j, other in enumerate(theirs)
        if (score := combined(similarity.facets(page, other))) >= RENAMED
    )
    found: dict[str, Page] = {}
    taken: set[int] = set()
    for _, i, j in scored:
        path = lone[i].path
        if path not in found and j not in taken:
            found[path] = others[j]
            taken.add(j)
    return found


def _alike(page: Page, other: Page, similarity: Similarity) -> bool:
    """Whether a page of the original and one of the translation may well be one."""
    mine = similarity.together(Side.ORIGINAL, _texts(page))
    return (
        combined(similarity.facets(mine, similarity.together(Side.TRANSLATION, _texts(other))))
        >= EXCHANGED_ALIKE
    )


def _texts(page: Page) -> list[str]:
    return [segment.text for segment in page.segments()]


def _numbered_alike(page: Page, other: Page, second: Page, second_other: Page) -> bool:
    """Whether the printed numbers say that two pairs of pages stand where they belong."""
    numbers = [_number(each) for each in (page, other, second, second_other)]
    return any(numbers) and numbers[0] == numbers[1] and numbers[2] == numbers[3]


def _number(page: Page) -> Numeral | None:
    return next((d.number for d in page.own_divisions() if d.heading), None)
