"""Finds the counterpart of a text left over in the place next door: across one heading or block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diptych.alignment import Alignment
from diptych.alignment.kept import Kept, with_kept
from diptych.alignment.similarity import Similarity, whole
from diptych.model import PROSE, Division, Page, Provision, Side

_FITTING = 0.6
"""How well (0 to 1) the lengths of two texts fit that stand next door to each other."""
_ALIKE = 0.5
"""The least similarity of the two."""
_SHORT = 40
"""The length of a text, in characters, up to which its length proves nothing."""
_MOST = 64
"""The most texts left over of a page that are held against each other."""

Block = Division | Provision


def next_door(
    aligned: Alignment,
    loose: tuple[Sequence[Provision], Sequence[Provision]],
    similarity: Similarity,
    kept: Kept,
) -> list[tuple[Provision, Provision]]:
    """The texts left over of each language that are one: a heading or block with a counterpart
    stands before the one and after the other, nothing else is between, and their lengths fit.
    """
    scored: list[tuple[float, int, int]] = []
    around = [_Around(aligned, side, loose[side]) for side in Side]
    for i, left in enumerate(loose[0]):
        mine = around[0].of(left)
        for j in around[1].at_file(aligned, left) if mine else ():
            right = loose[1][j]
            theirs = around[1].of(right)
            if mine is None or theirs is None or not _one_between(mine, theirs):
                continue
            score = _alike(left, right, similarity, kept)
            if score >= _ALIKE:
                scored.append((-score, i, j))
    found: dict[int, int] = {}
    for _, i, j in sorted(scored):
        if i not in found and j not in found.values():
            found[i] = j
    return [(loose[0][i], loose[1][j]) for i, j in sorted(found.items())]


Neighbours = tuple[str | None, str | None]
"""The original's ids of the nearest block before a text, and of that after it, which have
counterparts."""


def _one_between(mine: Neighbours, theirs: Neighbours) -> bool:
    return (mine[0] is not None and mine[0] == theirs[1]) or (
        mine[1] is not None and mine[1] == theirs[0]
    )


def _alike(left: Provision, right: Provision, similarity: Similarity, kept: Kept) -> float:
    if left.kind is not right.kind or left.kind not in PROSE or left.number or right.number:
        return 0.0
    texts = whole(left), whole(right)
    if min(map(len, texts)) <= _SHORT or similarity.fit(*texts) < _FITTING:
        return 0.0
    held = kept.of_provision(left), kept.of_provision(right)
    if all(held) and held[0].isdisjoint(held[1]):
        return 0.0
    return with_kept(similarity.of_texts(*texts), *held)


class _Around:
    """What stands around the texts of one language that are straight below headings."""

    def __init__(self, aligned: Alignment, side: Side, loose: Sequence[Provision]) -> None:
        self.neighbours: dict[str, Neighbours] = {}
        self.indices: dict[str, list[int]] = {}
        names = _names(aligned, side)
        ids = {p.id for p in loose}
        document = aligned.translation if side else aligned.original
        paths = {}
        for file in dict.fromkeys(p.place.file for p in loose):
            page = document.page_in(file)
            if page is None:
                continue
            paths[file] = page.path
            blocks = list(_blocks(page))
            before: str | None = None
            for at, block in enumerate(blocks):
                if block.id in ids:
                    after = next(
                        (names[b.id] for b in blocks[at + 1 : at + _MOST] if b.id in names), None
                    )
                    self.neighbours[block.id] = before, after
                before = names.get(block.id, before)
        for index, provision in enumerate(loose):
            path = paths.get(provision.place.file)
            if path is not None and provision.id in self.neighbours:
                self.indices.setdefault(path, []).append(index)

    def of(self, provision: Provision) -> Neighbours | None:
        return self.neighbours.get(provision.id)

    def at_file(self, aligned: Alignment, left: Provision) -> Sequence[int]:
        """The indices of this language's texts on the page of `left`, a text of the original."""
        page = aligned.original.page_in(left.place.file)
        paired = next((p.translation for p in aligned.pages if p.original is page), None)
        found = self.indices.get(paired.path, []) if paired else []
        return found if len(found) <= _MOST else ()


def _names(aligned: Alignment, side: Side) -> dict[str, str]:
    """By id of a heading or text of `side` that has a counterpart, the id of the original's."""
    if side is Side.ORIGINAL:
        return {name: name
                for row in (aligned.counterparts[0], aligned.division_counterparts[0])
                for name in row}  # fmt: skip
    names = {name: node.id for name, node in aligned.counterparts[1].items()}
    names.update((name, node.id) for name, node in aligned.division_counterparts[1].items())
    return names


def _blocks(page: Page) -> Iterator[Block]:
    """The headings of a page and what stands straight below them, in reading order."""
    for division in page.own_divisions():
        if division.heading is not None:
            yield division
        yield from division.provisions
