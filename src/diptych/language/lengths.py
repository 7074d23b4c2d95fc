"""How long a text of one language is beside the same text in another."""

from __future__ import annotations

from math import log

from diptych.language.scripts import scripts_of

_OF_SCRIPT = {"Hani": 0.36, "Hira": 0.46, "Kana": 0.46, "Hang": 0.52}
"""For scripts that need fewer characters, how many where an alphabet takes one."""


def usual_ratio(original: str, translation: str) -> float:
    """The natural logarithm of how long a translation usually is, in characters, beside its
    original; both languages are BCP 47 tags.
    """
    return log(_density(translation) / _density(original))


def _density(tag: str) -> float:
    return max((_OF_SCRIPT[s] for s in scripts_of(tag) if s in _OF_SCRIPT), default=1.0)
