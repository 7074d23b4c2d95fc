"""Texts that are in neither of the two languages: what they say is measured by other rules."""

from __future__ import annotations

from diptych.language.scripts import is_in_neither
from diptych.model import Segment
from diptych.project.bitext import Bitext


def quotes_another_language(bitext: Bitext, both: tuple[Segment, Segment]) -> bool:
    """Whether one of two counterparts is written in a script of neither language, as lines of
    Chinese on an English page are, whose figures and lengths say other things.
    """
    if not bitext.languages_known:
        return False  # then it is what was taken to be its language that is wrong
    tags = bitext.original.locale, bitext.translation.locale
    return any(is_in_neither(segment.text, tags) for segment in both)
