"""The colours of the site, of its files and of what editors see: ink on paper, the sea for links.

No other file names a colour, but for favicon.svg, which is a file of its own; paper is printed on
in black. Whoever changes one here changes it everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

LIGHT: Mapping[str, str] = MappingProxyType(
    {
        "paper": "#fdfcf9",
        "raised": "#f5f2ea",
        "ink": "#1e1b16",
        "quiet": "#5d574c",
        "rule": "#ddd7ca",
        "sea": "#0b5563",
        "here": "#e6f0f0",
        "found": "#ffe9a8",
    }
)
"""The colours of every page by their names, those of the custom properties in CSS."""
DARK: Mapping[str, str] = MappingProxyType(
    {
        "paper": "#14181b",
        "raised": "#1d2327",
        "ink": "#e7e3da",
        "quiet": "#aaa59a",
        "rule": "#343b40",
        "sea": "#84c8d2",
        "here": "#1c2f34",
        "found": "#5a4a12",
    }
)
"""The colours of `LIGHT` where a reader or their system asks for a dark page."""
THEMES = MappingProxyType({"light": LIGHT, "dark": DARK})
HAIRLINE = "#c9c1b1"
"""The colour of lines in print of at most half a point, where the light `rule` would be lost."""

_CHANGES = {
    "added": ("#d8eedd", "#17402a"),
    "added-ink": ("#14532d", "#c5ecd0"),
    "removed": ("#fbdfdb", "#4f201c"),
    "removed-ink": ("#8c1d18", "#ffd9d4"),
}
"""Colours that only editors see, light and dark: words put in and taken out, and what is wrong."""


def coloured(stylesheet: str) -> str:
    """A stylesheet without blanks, each `--colours:light` and `--colours:dark` replaced by the
    colours of that theme.
    """
    for theme, colours in THEMES.items():
        stylesheet = stylesheet.replace(f"--colours:{theme}", _custom_properties(colours))
    return stylesheet


def editors_properties() -> str:
    """Declarations of CSS for the pages of editors: each colour of the site and those of changes.

    Each is light or dark by the `color-scheme` of the element that uses it.
    """
    pairs = {name: (LIGHT[name], DARK[name]) for name in LIGHT} | _CHANGES
    return _custom_properties({name: f"light-dark({a},{b})" for name, (a, b) in pairs.items()})


def _custom_properties(colours: Mapping[str, str]) -> str:
    return ";".join(f"--{name}:{colour}" for name, colour in colours.items())
