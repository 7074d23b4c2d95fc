"""Names and terms with their uses, and the first uses that are explained."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from diptych.errors import CannotCheck
from diptych.glossary import KINDS, Glossary, Term, read_glossary, read_names
from diptych.language.diacritics import alphabetical, slug
from diptych.model import Side
from diptych.project.loading import load
from diptych.project.settings import settings
from diptych.registers.entries import RegisterEntry, first_uses, listed
from diptych.registers.passages import passages
from tests.conftest import this_text
from tests.registers.conftest import Written

BITEXT = load(settings(this_text()))
ABOUT = ("Giải thích.", "An explanation.")


def shown(entry: RegisterEntry) -> tuple[str, list[str], list[object]]:
    return entry.term.id, [use.id for use in entry.uses], [shown(below) for below in entry.below]


def test_entries_in_the_order_of_the_text_each_below_its_upper_one(written: Written) -> None:
    known = Glossary(
        (
            Term(("Nga",), ("Russia",), id="nga", kind="country"),
            Term(("Lào",), ("Laos",), id="lao", kind="country"),
            Term(("Attapeu",), ("Attapeu",), id="attapeu", kind="place", under="lao"),
            Term(("Ulsan",), ("Ulsan",), id="ulsan", kind="place", under="han-quoc"),
            Term(("Hàn Quốc",), ("Korea",), id="han-quoc", kind="country"),
            Term(("Nhật Bản",), ("Japan",), id="nhat-ban", kind="country"),
        )
    )
    document = written("vi", "# I. Hợp tác với Lào", "Tỉnh Attapeu (Lào).", "- Ulsan và Nga, Nga.")
    assert [shown(entry) for entry in listed(document, known)] == [
        ("lao", ["i", "i-p1"], [("attapeu", ["i-p1"], [])]),
        ("han-quoc", [], [("ulsan", ["i-1"], [])]),
        ("nga", ["i-1"], []),
    ]
    places = listed(document, known, ("place",))
    assert [shown(entry) for entry in places] == [("attapeu", ["i-p1"], []), ("ulsan", ["i-1"], [])]


@pytest.mark.parametrize(
    ("side", "text", "expected"),
    [
        (0, "Tỉnh ủy và Văn phòng Tỉnh ủy, Tỉnh ủy.", [(0, "Tỉnh ủy")]),
        (0, "Văn phòng Tỉnh ủy.", []),
        (0, "Nhân dân và nhân dân.", [(0, "Nhân dân")]),
        (
            1,
            "The Office of the Provincial Party Committee; the Provincial Party Committee's "
            "Office; the Provincial Party Committee; the People.",
            [(50, "Provincial Party Committee's"), (119, "the People")],
        ),
        (1, "Many people thoroughly grasped; a thorough grasp.", [(34, "thorough grasp")]),
        (1, "", []),
    ],
)
def test_first_uses(side: Side, text: str, expected: list[tuple[int, str]]) -> None:
    known = Glossary(
        (
            Term(("Tỉnh ủy",), ("Provincial Party Committee",), id="a", about=ABOUT),
            Term(("Văn phòng Tỉnh ủy",), ("Office of the Provincial Party Committee",), id="b"),
            Term(("Nhân dân",), ("the People",), exact=True, id="c", about=ABOUT),
            Term(("quán triệt",), ("thoroughly grasp", "thorough grasp"), id="d", about=ABOUT),
        )
    )
    found = first_uses(text, side, known)
    assert [(match.start, match.printed) for match in found] == expected
    assert all(text[match.start : match.end] == match.printed for match in found)


@pytest.mark.parametrize("side", Side, ids=["vi", "en"])
def test_every_provision_explains_a_term_once(side: Side) -> None:
    assert BITEXT.glossary is not None
    for passage in passages(BITEXT.documents[side]):
        found = first_uses(passage.segment.text, side, BITEXT.glossary)
        assert len({match.meaning.id for match in found}) == len(found)
        assert all(a.end <= b.start for a, b in pairwise(found))


def test_both_languages_explain_the_same_terms_in_each_provision() -> None:
    assert BITEXT.glossary is not None
    explained = [
        {
            passage.id: {
                m.meaning.id for m in first_uses(passage.segment.text, side, BITEXT.glossary)
            }
            for passage in passages(document)
        }
        for side, document in Side.of(BITEXT.documents)
    ]
    assert explained[0] == explained[1]
    assert any(explained[0].values())


@pytest.mark.parametrize("known", [BITEXT.names, BITEXT.glossary], ids=["names", "glossary"])
def test_every_entry_of_the_lists_stands_in_the_text(known: Glossary) -> None:
    found = [entry for top in listed(BITEXT.original, known) for entry in top.walk()]
    assert {entry.term.id for entry in found} == {term.id for term in known.terms}
    assert all(entry.uses for entry in found)


def test_every_name_says_what_it_is() -> None:
    assert BITEXT.names is not None
    assert {term.kind for term in BITEXT.names.terms} <= set(KINDS)


@pytest.mark.parametrize("side", Side, ids=["vi", "en"])
def test_explanations_use_no_forbidden_rendering_and_are_sentences(side: Side) -> None:
    assert BITEXT.glossary is not None
    explained = [term for term in BITEXT.glossary.terms if term.about]
    assert explained
    for term in explained:
        assert term.about is not None
        text = term.about[side]
        assert text.endswith(".")
        assert list(BITEXT.glossary.forbidden(text)) == []


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('kind = "town"', "'kind' = 'town' (country, place"),
        ("kind = 1", "'kind' = 1"),
        ('under = "Lào"', "'under' = lao"),
        ('under = "Nga"', "'under' = nga"),
        ('about = { vi = "Một nước." }', "'about' = {'vi': 'Một nước.'} (vi, en)"),
        ('about = { vi = "Một nước.", en = "" }', "'about' ="),
        ('about = "Một nước."', "'about' = 'Một nước.'"),
        ('\n[[name]]\nvi = ["NGA"]\nen = ["RUSSIA"]', "'NGA': nga (×2)"),
    ],
)
def test_a_bad_entry_is_said(tmp_path: Path, entry: str, said: str) -> None:
    file = tmp_path / "names.toml"
    file.write_text(f'[[name]]\nvi = ["Nga"]\nen = ["Russia"]\n{entry}\n', encoding="utf-8")
    with pytest.raises(CannotCheck) as stopped:
        read_names(file)
    assert said in str(stopped.value)


def test_an_entry_with_all_that_can_be_said(tmp_path: Path) -> None:
    file = tmp_path / "glossary.toml"
    file.write_text(
        '[[term]]\nvi = ["Tỉnh ủy"]\nen = ["Committee"]\nkind = "body"\n'
        '[term.about]\nvi = "Cơ quan."\nen = "A body."\n'
        '[[term]]\nvi = ["Văn phòng"]\nen = ["Office"]\nunder = "Tỉnh ủy"\n',
        encoding="utf-8",
    )
    first, second = read_glossary(file).terms
    assert (first.id, first.kind, first.under) == ("tinh-uy", "body", "")
    assert first.about == ("Cơ quan.", "A body.")
    assert (second.under, second.about) == ("tinh-uy", None)


def test_ids_and_order() -> None:
    assert slug("T/M Ban Thường vụ") == "t-m-ban-thuong-vu"
    assert slug("01-ĐA/TW") == "01-da-tw"
    words = ["đề án", "ương", "ăn", "an", "âm", "dân", "ê", "e", "ủy", "Đảng", "dự"]
    assert sorted(words, key=alphabetical) == [
        "an", "ăn", "âm", "dân", "dự", "Đảng", "đề án", "e", "ê", "ủy", "ương",
    ]  # fmt: skip
