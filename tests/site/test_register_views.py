"""The registers as rows: equal in both languages, with a string for every kind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Any

import pytest

from diptych.language.citations import KINDS
from diptych.language.interface import words_of
from diptych.model import Side
from diptych.project.loading import load
from diptych.project.settings import settings
from diptych.publication.view_names import PAGE_VIEWS, VIEW_NAMES
from diptych.registers.listing import LISTED_KINDS, REGISTERS
from diptych.site.views import View, all_views
from tests.conftest import ROOT, this_text

BITEXT = load(settings(this_text()))
PAGES = {
    str(page.meta["view"]): page.path
    for page in BITEXT.original.pages
    if page.meta.get("view") in REGISTERS
}


def test_each_view_that_a_page_may_name_is_set_out_by_a_template() -> None:
    templates = ROOT / "overrides/partials/views"
    assert [view for view in PAGE_VIEWS if not (templates / f"{view}.html").is_file()] == []
    assert set(VIEW_NAMES) - set(PAGE_VIEWS) == {"both", "whole"}  # of pages that no file holds
    assert all_views().keys() == set(VIEW_NAMES)
    assert all(isinstance(view, View) for view in all_views().values())


def rows(view: str, side: int) -> list[dict[str, Any]]:
    found: Any = all_views()[view].rows(BITEXT, BITEXT.documents[side], PAGES[view])
    return [asdict(row) for row in found]


def entries(found: list[dict[str, Any]]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The id of each entry with its uses."""
    for row in found:
        uses = [*row.get("uses", []), *(duty["use"] for duty in row.get("duties", []))]
        if "id" in row:
            yield row["id"], [(use["path"], use["id"]) for use in uses]
        for key in ("documents", "entries", "below"):
            yield from entries(row.get(key, []))


def test_every_register_has_its_page() -> None:
    assert set(PAGES) == set(REGISTERS)


@pytest.mark.parametrize("view", REGISTERS)
def test_both_languages_have_the_same_entries_at_the_same_places(view: str) -> None:
    original, translation = (list(entries(rows(view, side))) for side in Side)
    if view == "glossary":
        original, translation = sorted(original), sorted(translation)
    assert original == translation
    assert original
    assert len({identity for identity, _ in original}) == len(original)
    assert all(uses for _, uses in original)


@pytest.mark.parametrize("view", REGISTERS)
def test_uses_lead_to_provisions_that_are_there(view: str) -> None:
    for side, document in Side.of(BITEXT.documents):
        there = {
            (page.path, anchor)
            for page in document.pages
            for anchor in (
                *(p.id for p in page.all_provisions()),
                *(d.id for d in page.own_divisions()),
                *(n.id for n in page.footnotes),
            )
        }
        for _, uses in entries(rows(view, side)):
            assert set(uses) <= there


def test_what_stands_where() -> None:
    [countries, places, companies] = rows("partners", Side.TRANSLATION)
    assert [e["names"][0]["forms"][0] for e in countries["entries"]] == [
        "Laos", "Russia", "Australia", "Republic of Korea", "Japan", "Israel", "Thailand",
    ]  # fmt: skip
    korea = countries["entries"][3]
    assert [e["id"] for e in korea["below"]] == ["ulsan", "incheon"]
    assert [e["id"] for e in korea["below"][1]["below"]] == ["junggu"]
    assert korea["names"][1] == {"language": "vi", "forms": ("Hàn Quốc",)}
    assert [e["id"] for e in places["entries"]] == ["khanh-hoa"]
    assert len(companies["entries"]) == 3
    organisations, agreements, bodies = rows("organisations", Side.ORIGINAL)
    assert [len(g["entries"]) for g in (organisations, agreements)] == [10, 1]
    assert organisations["entries"][1]["below"][0]["id"] == "wb"
    everything = json.dumps(
        rows("partners", Side.ORIGINAL) + rows("organisations", Side.ORIGINAL), ensure_ascii=False
    )
    assert "Nguyễn Khắc Toàn" not in everything
    assert "Covid" not in everything
    assert {"chinh-phu", "bo-chinh-tri", "tinh-uy"} <= {e["id"] for e in bodies["entries"]}


def test_text_is_ready_to_be_set() -> None:
    groups = rows("documents", Side.TRANSLATION)
    first = groups[0]["documents"][0]
    assert first["called"] == 'Directive No.\u00a0<span class="symbol">41-CT/TW</span>'
    assert first["date"] == {
        "iso": "2010-04-15", "year": 2010, "printed": "15\u00a0April 2010"
    }  # fmt: skip
    assert [d["id"] for d in groups[1]["documents"]][:3] == ["36-nq-tw-2004", "36-nq-tw-2018",
                                                          "169-nq-cp"]  # fmt: skip
    assert groups[1]["documents"][-1]["id"] == "55-2022-qh15"


@pytest.mark.parametrize("side", Side)
def test_what_the_cover_names_is_told_apart(side: Side) -> None:
    listed = [row for group in rows("documents", side) for row in group["documents"]]
    assert [row["id"] for row in listed if row["heads"]] == ["15-ct-tw", "21-nq-cp"]
    assert len(listed) > 10


def test_every_kind_has_its_string_in_both_languages() -> None:
    kinds = {f"documents.{kind}" for table in KINDS.values() for kind in table.values()}
    kinds |= {f"names.{kind}" for listed in LISTED_KINDS.values() for kind in listed}
    for locale in ("vi", "en"):
        assert (kinds | {"documents.other"}) - words_of(locale).keys() == set()


def test_without_lists_only_what_needs_none_is_shown() -> None:
    bare = replace(load(settings(this_text())), names=None, glossary=None)
    assert list(all_views()["glossary"].rows(bare, bare.original, "")) == []
