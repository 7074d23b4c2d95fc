"""Quiet marks at texts of the translation that nobody has reviewed, or that lag behind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import html

from programme.freshness.state import Standing, State
from programme.rendering.blocks import Block
from programme.rendering.comparison import Expected
from programme.wording import Wording

CLASS = "standing"
TOLD = {
    State.REVIEWED: Wording(vi="đã rà soát", en="reviewed"),
    State.UNREVIEWED: Wording(vi="chưa rà soát", en="not reviewed"),
    State.OUTDATED: Wording(vi="bản gốc đã đổi", en="original changed since"),
    State.UNCONFIRMED: Wording(vi="chưa xác nhận", en="not confirmed"),
}


def mark_standings(
    pairs: Sequence[tuple[Expected, Block]], standings: Mapping[str, Standing], language: str
) -> None:
    """Put the state of each text that is not reviewed before its permalink or at its end."""
    for expected, block in pairs:
        found = standings.get(expected.node.id)
        if found is None or found.state is State.REVIEWED:
            continue
        mark = html.Element("small", {"class": f"{CLASS} {CLASS}--{found.state}"})
        mark.text = TOLD[found.state][language]
        links = [child for child in block.holder if "permalink" in (child.get("class") or "")]
        if links:
            links[0].addprevious(mark)
        else:
            block.holder.append(mark)
