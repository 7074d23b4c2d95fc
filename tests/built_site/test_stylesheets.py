"""The stylesheets style what is there, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import ROOT

SHEETS = ROOT / "overrides/assets/stylesheets"
APART = re.compile(r'/\*[^*]*(?:\*(?!/)[^*]*)*\*/|"[^"]*"')
"""Comments and strings of CSS, in which a dot begins no class."""
STYLED = re.compile(r"[.#](-?[a-zA-Z_][\w-]*)(?=[^;{}]*\{)")
OWN_STYLE = re.compile(r"<style>[^<]*</style>")
WORD = re.compile(r"[\w-]+")


def test_each_class_and_id_of_the_stylesheets_is_in_a_page_or_made_by_a_script(site: Path) -> None:
    styled = {
        name
        for sheet in SHEETS.glob("*.css")
        for name in STYLED.findall(APART.sub("", sheet.read_text(encoding="utf-8")))
    }
    assert {"provision", "other-view", "lost"} <= styled
    files = [*site.rglob("*.html"), *(site / "assets/javascripts").glob("*.js")]
    there: set[str] = set()
    for file in files:
        there.update(WORD.findall(OWN_STYLE.sub("", file.read_text(encoding="utf-8"))))
    assert styled - there == set()
