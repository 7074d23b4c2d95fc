"""The model as JSON: as its schema says, and word for word."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from diptych.alignment.units import HEADING
from diptych.exports.json_objects import VERSION
from diptych.model import Emphasis, Kind, Side
from diptych.project.edition import Edition
from diptych.publication.components import Component
from diptych.reader import read_document
from diptych.registers.documents import cited_documents
from tests.exports.data_editions import FORMAL, LACKING, SITE, invented, ours, written

_SET = {"emphasis": Emphasis.EM, "strong": Emphasis.STRONG}


def read(edition: Edition) -> dict[str, Any]:
    told = json.loads(written(edition, "programme.json"))
    schema = json.loads(written(edition, "programme.schema.json"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(told)] == []
    return dict(told)


def says_what_the_model_says(edition: Edition) -> None:
    told = read(edition)
    assert [unit["id"] for unit in told["units"]] == [unit.id for unit in edition.units]
    ids = {unit["id"] for unit in told["units"]} | {note["id"] for note in told["footnotes"]}
    for unit, known in zip(told["units"], edition.units, strict=True):
        assert unit["kind"] == known.kind
        assert unit["parent"] is None or unit["parent"] in ids
        for side, language in Side.of(edition.locales):
            text, segment = unit["texts"][language], known.segment(side)
            if segment is None:
                assert text is None
                continue
            assert text["plain"] == segment.text
            assert text["markdown"] == segment.markdown
            assert [mark["offset"] for mark in text["footnotes"]] == [
                mark.offset for mark in segment.marks
            ]
            assert {mark["footnote"] for mark in text["footnotes"]} <= ids
            for stretch in text["stretches"]:
                if stretch["kind"] == "code":
                    assert (stretch["start"], stretch["end"]) in segment.code
                else:
                    assert segment.emphasis_at(stretch["start"]) & _SET[stretch["kind"]]
                assert stretch["end"] <= len(segment.text)


def test_our_text_word_for_word() -> None:
    says_what_the_model_says(ours())


def test_what_one_language_lacks_is_null(tmp_path: Path) -> None:
    edition = invented(tmp_path, *LACKING)
    says_what_the_model_says(edition)
    told = read(edition)
    texts = [unit["texts"] for unit in told["units"]]
    alone = {text["vi"]["plain"] for text in texts if text["vi"] and text["en"] is None}
    assert {"Bản gốc có 77.", "Đoạn hai."} <= alone
    alone = {text["en"]["plain"] for text in texts if text["en"] and text["vi"] is None}
    assert {"A page of the translation alone", "With a note."} <= alone
    assert [page["path"] for page in told["pages"]] == ["index.md", "b.md", "c.md"]
    assert told["pages"][2]["texts"]["vi"] is None
    assert [note["texts"]["vi"] is None for note in told["footnotes"]] == [False, True]


def test_rows_know_where_their_cells_are_set_off(tmp_path: Path) -> None:
    told = read(invented(tmp_path, *LACKING))
    rows = [unit["texts"]["en"] for unit in told["units"] if unit["kind"] == "row"]
    assert [(row["plain"], row["stretches"], row["footnotes"]) for row in rows] == [
        (
            "Cell one | Cell two",
            [
                {"start": 5, "end": 8, "kind": "emphasis"},
                {"start": 16, "end": 19, "kind": "code"},
            ],
            [],
        ),
        ("Three | Four", [], [{"footnote": told["footnotes"][0]["id"], "offset": 12}]),
    ]


@pytest.mark.parametrize("locales", [("vi", "en"), ("fr", "de"), ("en", "vi"), ("vi", "zh-Hans")])
def test_any_pair_of_languages_without_lists(tmp_path: Path, locales: tuple[str, str]) -> None:
    edition = invented(tmp_path, {"index.md": "# 1. A\n\n- b\n"}, {"index.md": "# 1. A\n"}, locales)
    told = read(edition)
    assert told["languages"] == {"original": locales[0], "translation": locales[1]}
    assert told["site"] is told["lastChanged"] is None
    assert told["units"][1]["texts"][locales[1]] is None


def test_head_of_the_file() -> None:
    told = read(ours())
    assert told["$schema"] == "programme.schema.json"
    assert told["schemaVersion"] == VERSION
    assert told["lastChanged"] == "2024-02-29T12:30:05Z"
    assert told["site"] == SITE
    assert told["status"]["en"] == "Unofficial translation. The original prevails."
    assert all(page["path"].partition("/")[0] not in ("guide", "site") for page in told["pages"])
    schema = json.loads(written(ours(), "programme.schema.json"))
    assert schema["$id"] == f"{SITE}downloads/programme.schema.json"


def test_what_the_document_states_of_itself(tmp_path: Path) -> None:
    told = read(invented(tmp_path, *FORMAL))
    assert told["head"] == {
        "number": "12/QĐ-CC",
        "date": "2031-02-05",
        "texts": {
            "vi": {"issuer": "CHI CỤC ANH", "place": "ANH"},
            "en": {"issuer": "DIVISION OF ANH", "place": "ANH"},
        },
    }
    components = {unit["id"]: unit["component"] for unit in told["units"] if "component" in unit}
    assert components["cover-head-p3"] == "number"
    assert components["cover-p3"] == "recital"
    assert set(components.values()) == set(Component) - {Component.SUBJECT}
    assert "head" not in read(ours())


def test_a_schema_without_a_site_has_no_name(tmp_path: Path) -> None:
    edition = invented(tmp_path, {"index.md": "a"}, {"index.md": "a"})
    assert "$id" not in json.loads(written(edition, "programme.schema.json"))


def test_the_schema_knows_every_kind_and_lets_nothing_else_in() -> None:
    schema = json.loads(written(ours(), "programme.schema.json"))
    kinds = schema["$defs"]["UnitObject"]["properties"]["kind"]["enum"]
    assert set(kinds) == {HEADING, *Kind}

    left_out = {"cells", "component", "head"}

    def closed(node: object) -> None:
        if isinstance(node, dict):
            if "properties" in node and "$defs" not in node["properties"]:
                assert node["additionalProperties"] is False
                assert set(node["required"]) == set(node["properties"]) - left_out
            for value in node.values():
                closed(value)
        elif isinstance(node, list):
            for value in node:
                closed(value)

    closed(schema)


def test_a_slip_in_the_file_is_seen() -> None:
    """The schema refuses what it does not know: it is not a schema of anything."""
    told = read(ours())
    validator = Draft202012Validator(json.loads(written(ours(), "programme.schema.json")))
    told["units"][0]["texts"]["vi"]["plian"] = told["units"][0]["texts"]["vi"].pop("plain")
    assert not validator.is_valid(told)


def test_a_provision_knows_its_place() -> None:
    units = {unit["id"]: unit for unit in read(ours())["units"]}
    dash = units["iii-2-1"]
    assert (dash["kind"], dash["depth"], dash["parent"]) == ("dash", 0, "iii-2")
    assert dash["texts"]["vi"]["address"] == f"{SITE}part-3/section-2/#iii-2-1"
    assert dash["texts"]["en"]["address"] == f"{SITE}en/part-3/section-2/#iii-2-1"
    assert dash["texts"]["en"]["citation"]["short"] == "Part III, Section 2, first indent"
    assert dash["texts"]["en"]["citation"]["full"].endswith(
        "Part III, Section 2, first indent (unofficial translation)"
    )
    assert (units["iii-2"]["level"], units["iii-2"]["number"]) == (2, "2.")
    assert units["iii-2"]["parent"] == "iii"
    assert units["iii"]["parent"] is None
    note = units["iii-3-fn-1-p1"]
    assert note["footnote"] == note["parent"] == "iii-3-fn-1"
    assert note["texts"]["en"]["citation"]["short"] == "Part III, Section 3, footnote 1"
    assert note["texts"]["en"]["address"].endswith("#iii-3-fn-1")


def test_the_cover_keeps_its_lines() -> None:
    units = {unit["id"]: unit for unit in read(ours())["units"]}
    text = units["cover-p1"]["texts"]["vi"]
    assert text["plain"][text["lineStarts"][0] :].startswith("và Nghị quyết")
    assert len(text["lineStarts"]) == 3


def test_dates_are_the_same_in_both_languages() -> None:
    for unit in read(ours())["units"]:
        both = [
            sorted(date["date"] for date in unit["texts"][language]["dates"])
            for language in ("vi", "en")
        ]
        assert both[0] == both[1]


def test_documents_are_those_of_the_register() -> None:
    told = read(ours())
    for side, language in Side.of(ours().locales):
        known = cited_documents(ours().documents[side], side, ours().bitext.entries)
        assert [document["id"] for document in told["documents"]] == [cited.id for cited in known]
        for document, cited in zip(told["documents"], known, strict=True):
            assert document["texts"][language]["called"] == cited.called
            assert len(document["citedIn"]) == len(cited.passages)
    units = {unit["id"]: unit for unit in told["units"]}
    for document in told["documents"]:
        for place in document["citedIn"]:
            assert document["id"] in units[place]["texts"]["vi"]["documents"]
    by_id = {document["id"]: document for document in told["documents"]}
    assert by_id["34-nq-tw"]["date"] == "2023-01-09"
    assert by_id["34-nq-tw"]["citedIn"] == ["iii-3-fn-1-p1"]


def test_the_same_bytes_from_a_second_build() -> None:
    again = Edition(ours().bitext, ours().site, ours().changed)
    for name in ("programme.json", "programme.schema.json"):
        assert written(again, name) == written(ours(), name)
    assert written(ours(), "programme.json").endswith(b"}\n")


def test_the_files_ids_are_unique_and_the_documents_own() -> None:
    ids = [unit["id"] for unit in read(ours())["units"]]
    assert len(ids) == len(set(ids))
    document = read_document(Path(ours().documents[0].root), "vi", ("guide", "site"))
    assert set(ids) >= {p.id for page in document.pages for p in page.provisions()
                        if not page.editorial}  # fmt: skip
