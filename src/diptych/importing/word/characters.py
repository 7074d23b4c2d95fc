"""The characters of a Word file: composed, without what has no shape, in Unicode or not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from diptych.files import controls
from diptych.language.invisible import stray
from diptych.patterns import pattern_of
from diptych.source.words import SUPERSCRIPTS

_LEGACY = pattern_of(r"\.vn|vni[-_ ]|vni$|\.vntime", re.IGNORECASE)
"""An expression for the names of fonts in which bytes are Vietnamese letters: TCVN3 and VNI."""
_VIETNAMESE = pattern_of("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
"""Letters that no text in those encodings has."""
_NOT_ASCII = pattern_of(r"[^\x00-\x7f\s–—“”‘’…]")
_WORD = pattern_of(r"[\w®µ¸¶·¹¨©ª«¬]+")
"""An expression for words, also of TCVN3 as they look in another font."""
_TCVN3 = pattern_of(r"[a-z®][À-ÖØ-Þ]|®[a-zà-ÿ]|[a-z][µ¸¶·¹¨©ª«¬]")
"""An expression for letters side by side as only words of TCVN3 have them."""
_SOME = 5
"""How many such words make a text that is not in Unicode."""
_SIGNS = {
    "F0B7": "•", "F0A7": "▪", "F0D8": "➢", "F0FC": "✓", "F02D": "-", "F02B": "+", "F0A8": "□",
    "F0FD": "☒", "F0FE": "☑", "F06F": "□", "F0B0": "°", "F0B3": "≥", "F0A3": "≤", "F0B1": "±",
    "F0B4": "×", "F0D7": "⋅",
}  # fmt: skip
"""Signs of the fonts Symbol and Wingdings, by their codes, where the font is not known."""
_OF_FONT = {
    "wingdings 2": {
        "F050": "✓", "F04F": "✗", "F051": "☒", "F052": "☑", "F053": "☒", "F054": "☒", "F097": "•",
        "F0A3": "□", "F098": "●",
    },
    "wingdings": {
        "F06C": "●", "F06D": "○", "F06E": "■", "F070": "□", "F071": "□", "F072": "□", "F074": "◆",
        "F075": "◆", "F076": "❖", "F09F": "•", "F0DF": "←", "F0E0": "→", "F0E1": "↑", "F0E2": "↓",
        "F0E8": "➔", "F0FB": "✗",
    },
    "webdings": {"F061": "✓", "F063": "□", "F067": "■", "F06E": "●", "F072": "✗"},
    "symbol": {
        "F061": "α", "F062": "β", "F064": "δ", "F065": "ε", "F067": "γ", "F06C": "λ", "F06D": "μ",
        "F070": "π", "F071": "θ", "F072": "ρ", "F073": "σ", "F077": "ω", "F044": "Δ", "F053": "Σ",
        "F057": "Ω", "F0A5": "∞", "F0AE": "→", "F0B8": "÷", "F0B9": "≠", "F0BB": "≈", "F0D6": "√",
        "F0DE": "⇒", "F0E5": "∑",
    },
}  # fmt: skip
"""Signs of one font alone: boxes and ticks of forms, letters and signs of formulas."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text as it can stand on a page."""

    text: str
    unseen: int = 0
    """How many characters were left out that show nothing."""
    without_shape: tuple[str, ...] = ()
    """The codes of characters left out that only one font gives a shape."""

    def with_more(self, other: Cleaned) -> Cleaned:
        """The counts of both."""
        return Cleaned("", self.unseen + other.unseen)


def cleaned(text: str) -> Cleaned:
    """`text` composed (NFC), with plain blanks, without characters that show nothing."""
    if text.isascii() and text.isprintable():
        return Cleaned(text)
    composed = unicodedata.normalize("NFC", text)
    dropped = set(stray(composed, sure=False, from_the_right=False))
    kept, unseen, without_shape = [], 0, []
    for at, char in enumerate(composed):
        if char in "\t\n\r" or (char.isspace() and char not in "\u2028\u2029"):
            kept.append(" ")
        elif unicodedata.category(char) == "Co":
            if sign := _SIGNS.get(f"{ord(char):04X}"):
                kept.append(sign)
            else:
                without_shape.append(f"U+{ord(char):04X}")
        elif at in dropped or controls.in_text(char, ""):
            unseen += 1
        else:
            kept.append(char)
    return Cleaned("".join(kept), unseen, tuple(without_shape))


def sign_of(code: str, font: str) -> str | None:
    """The character that a sign of a `font` stands for; None where it is not known."""
    try:
        number = int(code, 16)
    except ValueError:
        return None
    known = next((_OF_FONT[name] for name in _OF_FONT if font.lower().startswith(name)), {})
    written = f"{number | 0xF000 if known and number < 0x100 else number:04X}"
    if sign := known.get(written) or _SIGNS.get(written):
        return sign
    in_font = font.lower().startswith(("symbol", "wingdings", "webdings"))
    if 0xE000 <= number <= 0xF8FF or in_font or not 32 <= number < 0xD800:
        return None
    return chr(number)


def superscript(text: str) -> tuple[str, bool]:
    """Raised `text` with its figures as raised characters, and whether that is all of it."""
    raised = text.translate(SUPERSCRIPTS)
    return raised, not any(char.isalpha() for char in text)


def is_legacy(font: str) -> bool:
    """Whether a font shows text in an encoding of its own: TCVN3 or VNI."""
    return _LEGACY.match(font) is not None


def is_garbled(in_legacy: Sequence[str], others: Sequence[str]) -> str:
    """The first words of a text that is not in Unicode, as they are stored; empty for others.

    `in_legacy` are the texts in fonts with an encoding of their own; some have been converted and
    kept the font.
    """
    legacy = "".join(in_legacy)
    if _NOT_ASCII.search(legacy) and not _VIETNAMESE.search(legacy):
        return next(text for text in in_legacy if _NOT_ASCII.search(text)).strip()[:60]
    plain = " ".join(others)
    if _VIETNAMESE.search(plain):
        return ""
    found = [word for word in _WORD.findall(plain) if _TCVN3.search(word)]
    return " ".join(found[:8]) if len(found) >= _SOME else ""
