"""How a passage that one language cites is cited in the other."""

from __future__ import annotations

from diptych.alignment import Alignment
from diptych.model import Side


def citations_elsewhere(aligned: Alignment, side: Side) -> dict[str, str]:
    """By the id of what is cited in the language of `side`, its citation in the other language."""
    return {
        **{i: other.citation for i, other in aligned.division_counterparts[side].items()},
        **{i: other.citation for i, other in aligned.counterparts[side].items()},
        **{
            own.id: other.citation
            for note in aligned.footnotes
            if (own := note.side(side)) and (other := note.side(side.other))
        },
    }
