"""Where markup that one language lacks is told already."""

from __future__ import annotations

from diptych.project.bitext import Bitext
from diptych.safety.allowed import WRITTEN


def told_of_markup(bitext: Bitext) -> bool:
    """Whether the texts are held against a source: whatever markup it does not have is told of
    either language (O105).
    """
    return bitext.source is not None


def told_of_tag(bitext: Bitext, name: str) -> bool:
    """Whether a tag of this name is refused anyway: no page here may have it (X101)."""
    return bitext.published and name.lower() not in WRITTEN
