"""The finding that something is a slip in one language, whatever the other says."""

from __future__ import annotations

from diptych.diagnostics import Diagnostic
from diptych.language.stops import Mark
from diptych.model import Segment, Side
from diptych.project.bitext import Bitext
from diptych.wording import Wording


def slip(
    bitext: Bitext, side: Side, segments: tuple[Segment, Segment], mark: Mark, said: Wording
) -> Diagnostic:
    """The finding that `said` holds of `mark` in the text of `side`."""
    return Diagnostic(
        Wording(vi=f"“{mark.printed}”: {said.vi}", en=f"“{mark.printed}”: {said.en}"),
        (
            bitext.at(side, segments[side].place_at(mark.start), len(mark.printed)),
            bitext.about(side.other, segments[side.other], segments[side], mark.start),
        ),
    )
