"""The text in docs/, whichever it is: what is expected is made from it.

These tests hold for a copy of the repository with another text, whose site they build.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from diptych.check import reported
from diptych.exports.formats import all_files
from diptych.model import Side
from diptych.project.bitext import Bitext
from diptych.project.loading import load
from diptych.project.settings import settings
from diptych.site.search.records import search_records
from tests.conftest import ROOT, run, site_of_any_text
from tests.test_other_programmes import assert_has_every_page


@pytest.fixture(scope="module")
def here() -> Bitext:
    return load(settings(ROOT))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site_of_any_text(tmp_path_factory)


def test_the_two_languages_agree(here: Bitext) -> None:
    assert [told.code for told in reported(here).diagnostics] == []


def test_each_page_has_each_provision_in_each_view(here: Bitext, built: Path) -> None:
    for side in Side:
        text = here.documents[side]
        assert_has_every_page(built / (text.locale if side else ""), text)


def test_what_is_found_is_every_text(here: Bitext, built: Path) -> None:
    for text in here.documents:
        found = built / f"search/{text.locale}.json"
        assert json.loads(found.read_bytes())
        assert {record.anchor for record in search_records(text)} >= {
            provision.id
            for page in text.pages
            if not page.editorial
            for provision in page.provisions()
        }


def test_each_file_to_take_away_is_made_and_has_every_word(here: Bitext, tmp_path: Path) -> None:
    files = settings(ROOT).files
    exported = run("diptych", "export", "all", "-o", str(tmp_path), cwd=ROOT)
    assert exported.returncode == 0, exported.stderr
    assert {path.name for path in tmp_path.iterdir()} == {
        file.name for file in all_files(settings(ROOT).locales, files)
    }
    whole = (tmp_path / f"{files}.json").read_text(encoding="utf-8")
    for text in here.documents:
        for page in text.pages:
            for provision in () if page.editorial else page.provisions():
                assert json.dumps(provision.segment.text, ensure_ascii=False)[1:-1] in whole
