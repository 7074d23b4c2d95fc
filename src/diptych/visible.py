"""Text of unknown hands, made fit to be shown."""

from __future__ import annotations

import unicodedata

_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Unicode categories of what has no shape, or changes how its surroundings are shown."""
_KEPT = "\u00ad\u200c\u200d"
"""Of those: soft hyphen and joiners, which belong to words."""


def visible(text: str) -> str:
    """`text` with every character told by its code that a screen obeys rather than shows.

    Control characters would steer a terminal or spoil a file, directional marks would make a
    line read as it is not written (https://trojansource.codes/).
    """
    if text.isprintable():
        return text
    return "".join(
        f"⟨U+{ord(char):04X}⟩"
        if unicodedata.category(char) in _UNSEEN and char not in _KEPT
        else char
        for char in text
    )
