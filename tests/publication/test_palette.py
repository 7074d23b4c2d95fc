"""Colours are named once; what shows them takes them from there."""

from __future__ import annotations

import re

from diptych.publication import palette
from tests.conftest import ROOT

COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b")
PAINTED = {".py", ".typ", ".html", ".css", ".js", ".svg", ".jinja"}
FAVICON = ROOT / "overrides/assets/favicon.svg"


def test_light_and_dark_have_the_same_names() -> None:
    assert list(palette.LIGHT) == list(palette.DARK)


def test_no_other_file_names_a_colour() -> None:
    painted = {
        path
        for folder in ("src", "hooks", "overrides")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in PAINTED
    }
    naming = {path for path in painted if COLOUR.search(path.read_text(encoding="utf-8"))}
    assert naming == {ROOT / "src/diptych/publication/palette.py", FAVICON}


def test_the_icon_has_colours_of_the_palette() -> None:
    assert set(COLOUR.findall(FAVICON.read_text(encoding="utf-8"))) == {
        palette.LIGHT["sea"],
        palette.LIGHT["paper"],
    }


def test_a_stylesheet_takes_its_colours_from_here() -> None:
    sheet = ":root{--colours:light;--a:b}@media x{:root{--colours:dark}}"
    filled = palette.coloured(sheet)
    assert "--colours" not in filled
    assert filled.startswith(":root{--paper:#fdfcf9;--raised:")
    assert filled.endswith("--found:#5a4a12}}")


def test_what_editors_see_is_light_or_dark_as_they_ask() -> None:
    properties = palette.editors_properties().split(";")
    assert "--paper:light-dark(#fdfcf9,#14181b)" in properties
    assert "--removed-ink:light-dark(#8c1d18,#ffd9d4)" in properties
