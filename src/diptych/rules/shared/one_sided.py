"""The finding that something is a slip in one language, whatever the other says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diptych.diagnostics import Diagnostic
from diptych.language.stops import Mark
from diptych.model import PROSE, Segment, Side
from diptych.project.bitext import Bitext
from diptych.wording import Wording


class OwnText(NamedTuple):
    """A text that is looked at by itself."""

    side: Side
    segment: Segment
    other: Segment | None
    """The text of its counterpart, if it has one."""

    def repeats(self, mark: Mark) -> bool:
        """Whether the counterpart prints `mark` as well: it is a name or a quotation."""
        return self.other is not None and mark.printed in self.other.text


def own_texts(bitext: Bitext) -> Sequence[OwnText]:
    """Every text of headings and of provisions in either language, with or without counterpart."""
    return bitext.once(_own_texts)


def _own_texts(bitext: Bitext) -> Sequence[OwnText]:
    return tuple(_each_own_text(bitext))


def _each_own_text(bitext: Bitext) -> Iterator[OwnText]:
    for side, document in Side.of(bitext.documents):
        for page in document.pages:
            for node in page.nodes():
                if node.segment and (node.kind is None or node.kind in PROSE):
                    other = bitext.alignment.text_opposite(side, node.body)
                    yield OwnText(side, node.segment, other)


def slip_in(bitext: Bitext, text: OwnText, mark: Mark, said: Wording) -> Diagnostic:
    """The finding that `said` holds of `mark` in `text`."""
    side, segment, other = text
    here = bitext.at(side, segment.place_at(mark.start), len(mark.printed))
    there = (bitext.about(side.other, other, segment, mark.start),) if other else ()
    return Diagnostic(
        Wording(vi=f"“{mark.printed}”: {said.vi}", en=f"“{mark.printed}”: {said.en}"),
        (here, *there),
    )


def slip(
    bitext: Bitext, side: Side, segments: tuple[Segment, Segment], mark: Mark, said: Wording
) -> Diagnostic:
    """The finding that `said` holds of `mark` in the text of `side`."""
    return slip_in(bitext, OwnText(side, segments[side], segments[side.other]), mark, said)
