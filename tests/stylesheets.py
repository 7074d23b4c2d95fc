"""Which classes and ids of the stylesheets stand in no page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from tests.conftest import ROOT

SHEETS = sorted((ROOT / "overrides/assets/stylesheets").glob("*.css"))
OF_FORMS = {
    "divisions.css": "decision",
    "formal.css": "decision",
    "found.css": "mangroves",
    "tables.css": "plan",
}
"""Those of forms that the text of this repository has not, and the invented text that has them."""
_APART = re.compile(r'/\*[^*]*(?:\*(?!/)[^*]*)*\*/|"[^"]*"')
"""Comments and strings of CSS, in which a dot begins no class."""
_STYLED = re.compile(r"[.#](-?[a-zA-Z_][\w-]*)(?=[^;{}]*\{)")
_OWN_STYLE = re.compile(r"<style>[^<]*</style>")
_WORD = re.compile(r"[\w-]+")
_DEPTH = re.compile(r"-\d$")


def unused(site: Path, sheets: Iterable[Path]) -> set[str]:
    """Classes and ids that `sheets` style, and no page or script of `site` has.

    Of classes by depth (`inside-1`) one stands for all: no text has every depth.
    """
    styled = {
        _DEPTH.sub("", name)
        for sheet in sheets
        for name in _STYLED.findall(_APART.sub("", sheet.read_text(encoding="utf-8")))
    }
    assert styled
    there: set[str] = set()
    for file in [*site.rglob("*.html"), *(site / "assets/javascripts").glob("*.js")]:
        words = _WORD.findall(_OWN_STYLE.sub("", file.read_text(encoding="utf-8")))
        there.update(_DEPTH.sub("", word) for word in words)
    return styled - there
