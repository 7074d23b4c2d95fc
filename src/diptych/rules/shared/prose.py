"""A text as people read it: code and the signs of other tools blanked out."""

from __future__ import annotations

from functools import lru_cache

from diptych.language.blanks import blanked
from diptych.model import Segment
from diptych.patterns import pattern_of

_MOST = 400
"""How many characters a sign of another tool may have."""
_FOREIGN = pattern_of(
    rf"\{{\{{[^{{}}]{{0,{_MOST}}}\}}\}}"  # {{ variable }}, {{< shortcode >}}
    rf"|\{{%[^{{}}%]{{0,{_MOST}}}%\}}"  # {% tag %}
    rf"|\{{[#:.][^{{}}]{{0,{_MOST}}}\}}"  # {#id .class}
    rf"|</?[A-Za-z][^<>]{{0,{_MOST}}}>"  # <Tag name="x">
    rf"|\$(?=\S)(?!\d)[^$]{{1,{_MOST}}}(?<=\S)\$(?!\d)"  # $mathematics$
    rf"|(?:https?|ftp)://[^\s<>)\]]{{1,{_MOST}}}"  # an address
)


@lru_cache(maxsize=4096)
def _without_signs(prose: str) -> str:
    return blanked(prose, (match.span() for match in _FOREIGN.finditer(prose)))


def read_aloud(segment: Segment) -> str:
    """The text of `segment` with code, tags, mathematics and addresses blanked out, so that offsets
    hold.
    """
    prose = segment.prose
    if "{" in prose or "<" in prose or "$" in prose or "://" in prose:
        return _without_signs(prose)
    return prose
