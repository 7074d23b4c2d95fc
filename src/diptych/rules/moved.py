"""Structure: provisions that stand elsewhere than their counterparts."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.alignment import children_of
from diptych.diagnostics import Diagnostic
from diptych.model import Division, Provision, Side
from diptych.model.kinds import kind_name
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.place_names import place_name
from diptych.wording import Wording

_SHORT = 48
"""The most characters of an item that says too little to be known in another place."""
Both = tuple[Provision, Provision]


@rule("S106", exact=True)
def provision_in_another_place(bitext: Bitext) -> Iterator[Diagnostic]:
    """A provision or a section is in a different order, or under a different heading, from its
    counterpart.

    Several that are nested at a different level are reported once.

    Mend: Put it in the same place and order in both languages.

    vi: Một đoạn hoặc một mục nằm ở thứ tự khác hoặc dưới tiêu đề khác so với phần tương ứng.

    Nhiều đoạn lồng ở cấp khác được báo một lần.

    Sửa: Đưa đoạn này về cùng một chỗ, cùng một thứ tự ở cả hai bản.

    Bad:  `- Một.` `- Hai.` ↔ `- Two.` `- One.`
    Good: `- Một.` `- Hai.` ↔ `- One.` `- Two.`
    """
    for pair in bitext.alignment.divisions:
        if pair.moved and pair.both and not _is_within_moved(bitext, pair.both[0]):
            yield _section_elsewhere(bitext, pair.both)
    rows: dict[tuple[bool, str], list[Both]] = {}
    for both in _moved(bitext):
        rows.setdefault(_nesting(bitext, both), []).append(both)
    for (nested, _), row in rows.items():
        if nested and (len(row) > 1 or not bitext.published):
            yield _nested_otherwise(bitext, row)
        else:
            yield from (_elsewhere(bitext, both) for both in row)


def _is_within_moved(bitext: Bitext, division: Division) -> bool:
    """Whether a section that stands elsewhere as a whole holds `division`."""
    return any(
        part is division
        for pair in bitext.alignment.divisions
        if pair.moved and pair.original and pair.original is not division
        for part in pair.original.walk()
    )


def _section_elsewhere(bitext: Bitext, both: tuple[Division, Division]) -> Diagnostic:
    other = bitext.language(Side.TRANSLATION)
    return Diagnostic(
        Wording(
            vi=f"mục “{both[0].title}” nằm ở chỗ khác trong bản {other.vi}",
            en=f"the section “{both[0].title}” stands elsewhere in {other.en}",
        ),
        tuple(bitext.at(side, d.place, len(d.title)) for side, d in Side.of(both)),
    )


def _moved(bitext: Bitext) -> Iterator[Both]:
    """The pairs of provisions that stand in two places, where that is the finding."""
    lone = {  # an id is a language's own: the other may have it elsewhere
        (side, division.id)
        for pair in bitext.alignment.divisions if pair.both is None
        for side, division in Side.of((pair.original, pair.translation)) if division
    }  # fmt: skip
    moved = []
    for pair in bitext.alignment.provisions:
        if not pair.moved or (both := pair.both) is None or both[0].kind is not both[1].kind:
            continue  # turned from a dash into a paragraph, it stands elsewhere for that: S105
        homes = [bitext.parent(side, provision) for side, provision in Side.of(both)]
        if any(home and (side, home.id) in lone for side, home in Side.of(homes)):
            continue  # its heading was lost, and that is the finding
        if not bitext.published and _may_be_in_place(bitext, both):
            continue
        moved.append(both)
    return iter(sorted(moved, key=lambda both: both[0].place))


def _may_be_in_place(bitext: Bitext, both: Both) -> bool:
    """Whether two short items of lists of one length, far apart, have nothing that proves them one,
    nor has any between: then all items may stand in their order.
    """
    rows = [
        children_of(parent) if (parent := bitext.parent(side, item)) else ()
        for side, item in Side.of(both)
    ]
    if len(rows[0]) != len(rows[1]) or max(len(item.segment.text) for item in both) > _SHORT:
        return False
    ranks = [
        next((at for at, one in enumerate(row) if one is item), 0)
        for row, item in zip(rows, both, strict=True)
    ]
    # of what changed places with one another, either may be taken for the one that moved
    between = slice(min(ranks), max(ranks) + 1)
    proof = any(
        item.segment.code or item.segment.links or any(map(str.isdigit, item.segment.text))
        for row in rows
        for item in row[between]
    )
    return abs(ranks[0] - ranks[1]) > 1 and not proof


def _nesting(bitext: Bitext, both: Both) -> tuple[bool, str]:
    """Whether a pair stands below counterparts of headings, but nested at another depth; and
    on which page of the original.
    """
    homes = [_home(bitext, side, provision) for side, provision in Side.of(both)]
    mine, theirs = (division for division, _ in homes)
    if mine is None or theirs is None or homes[0][1] == homes[1][1]:
        return False, ""
    counterpart = bitext.alignment.division_counterparts[Side.ORIGINAL].get(mine.id)
    return counterpart is theirs, both[0].place.file


def _home(bitext: Bitext, side: Side, provision: Provision) -> tuple[Division | None, int]:
    """The division that a provision stands in, and how deep it is nested there."""
    depth = 0
    parent = bitext.parent(side, provision)
    while isinstance(parent, Provision):
        depth += 1
        parent = bitext.parent(side, parent)
    return (parent if isinstance(parent, Division) else None), depth


def _nested_otherwise(bitext: Bitext, row: list[Both]) -> Diagnostic:
    kind = kind_name(row[0][0])
    said = Wording(
        vi=f"{kind.vi} này được lồng ở cấp khác so với bản kia",
        en=f"this {kind.en} is nested at a different level from its counterpart",
    )
    if len(row) > 1:
        said = Wording(
            vi=f"{len(row)} đoạn, từ đoạn này trở đi, được lồng ở cấp khác so với bản kia",
            en=f"{len(row)} provisions, from this one on, are nested at a different level from "
            "their counterparts",
        )
    return Diagnostic(
        said,
        tuple(
            bitext.at(side, provision.place, len(provision.segment.text))
            for side, provision in Side.of(row[0])
        ),
    )


def _elsewhere(bitext: Bitext, both: Both) -> Diagnostic:
    places = [place_name(bitext, side, provision) for side, provision in Side.of(both)]
    return Diagnostic(
        Wording(
            vi=f"cùng một nội dung nằm ở hai chỗ khác nhau: {places[0].vi} và {places[1].vi}",
            en=f"the same text is in two different places: {places[0].en}, and {places[1].en}",
        ),
        tuple(
            bitext.at(side, provision.place, len(provision.segment.text))
            for side, provision in Side.of(both)
        ),
    )
