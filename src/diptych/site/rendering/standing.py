"""Quiet marks at texts of the translation that nobody has reviewed, or that lag behind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import html

from diptych.freshness.state import Standing, State
from diptych.language.interface import InterfaceWords
from diptych.site.rendering.comparison import Expected
from diptych.site.rendering.page_blocks import Block

CLASS = "standing"


def mark_standings(
    pairs: Sequence[tuple[Expected, Block]],
    standings: Mapping[str, Standing],
    words: InterfaceWords,
) -> None:
    """Mark each text that is not reviewed with its state, before its permalink or at its end."""
    for expected, block in pairs:
        found = standings.get(expected.node.id)
        if found is None or found.state is State.REVIEWED:
            continue
        mark = html.Element("small", {"class": f"{CLASS} {CLASS}--{found.state}"})
        key = f"translation.{found.state}"
        mark.text = words[key]
        if foreign := words.foreign(key):
            mark.set("lang", foreign)
        links = [child for child in block.holder if "permalink" in (child.get("class") or "")]
        if links:
            links[0].addprevious(mark)
        else:
            block.holder.append(mark)
