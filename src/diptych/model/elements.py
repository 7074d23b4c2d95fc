"""What elements of HTML do to the text that they stand in."""

from __future__ import annotations

_APART = """
    address article aside base blockquote body caption center col colgroup dd details dialog dir div
    dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr
    html iframe legend li link main menu menuitem meta nav noframes ol optgroup option p param
    picture search section source summary svg table tbody td template tfoot th thead title tr track
    ul video audio
"""
_BLOCKS = frozenset(_APART.split())
"""The elements that stand apart from the text around them."""
_BREAKING = _BLOCKS | {"br"}


def stands_apart(name: str) -> bool:
    """Whether an element or a component called `name` stands apart from the text around it."""
    return name.lower() in _BLOCKS or name[:1].isupper()


def parts_words(name: str) -> bool:
    """Whether a tag of HTML called `name` stands between words, never within one."""
    return name.lower() in _BREAKING
