"""The stylesheets style what is there, and nothing else."""

from __future__ import annotations

from pathlib import Path

from tests.stylesheets import OF_FORMS, SHEETS, unused


def test_each_class_and_id_of_the_stylesheets_is_in_a_page_or_made_by_a_script(site: Path) -> None:
    assert unused(site, (sheet for sheet in SHEETS if sheet.name not in OF_FORMS)) == set()
