"""The translation memory, read with translate-toolkit: another reader than ours."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from translate.storage.tmx import tmxfile

from diptych.model import PROSE, Side
from diptych.project.edition import Edition
from tests.exports.data_editions import LACKING, invented, ours, written

_GRAMMAR = """
<!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (prop*)>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
  segtype (block|paragraph|sentence|phrase) #REQUIRED o-tmf CDATA #REQUIRED
  adminlang CDATA #REQUIRED srclang CDATA #REQUIRED datatype CDATA #REQUIRED
  changedate CDATA #IMPLIED>
<!ELEMENT body (tu*)>
<!ELEMENT tu (prop*, tuv+)> <!ATTLIST tu tuid CDATA #IMPLIED>
<!ELEMENT tuv (prop*, seg)> <!ATTLIST tuv xml:lang CDATA #REQUIRED>
<!ELEMENT prop (#PCDATA)> <!ATTLIST prop type CDATA #REQUIRED xml:lang CDATA #IMPLIED>
<!ELEMENT seg (#PCDATA)>
"""
"""What we use of TMX 1.4b."""


def memory(edition: Edition) -> Any:
    read: Any = tmxfile.parsestring  # has no types
    return read(written(edition, "programme.tmx"))


def texts(edition: Edition) -> list[tuple[str, dict[str, str]]]:
    """By id, what the toolkit reads in each language."""
    found = []
    for unit in memory(edition).units:
        nodes = unit.getlanguageNodes()
        found.append(
            (
                unit.getid(),
                {
                    node.get("{http://www.w3.org/XML/1998/namespace}lang"): unit.getNodeText(node)
                    for node in nodes
                },
            )
        )
    return found


def expected(edition: Edition) -> list[tuple[str, dict[str, str]]]:
    told = [
        (
            unit.id,
            {
                language: segment.text
                for side, language in Side.of(edition.locales)
                if (segment := unit.segment(side)) and segment.text
            },
        )
        for unit in edition.units
        if (unit.kind == "heading" or unit.kind in PROSE) and not unit.width
    ]
    told += [
        (
            f"{unit.id}/{index + 1}",
            {
                language: text
                for side, language in Side.of(edition.locales)
                if (text := unit.cell(side, index))
            },
        )
        for unit in edition.units
        for index in range(unit.width)
    ]
    return [(identity, said) for identity, said in told if said]


def is_well_formed(edition: Edition) -> None:
    grammar = etree.DTD(StringIO(_GRAMMAR))
    assert grammar.validate(etree.fromstring(written(edition, "programme.tmx"))), grammar.error_log


def test_our_text_word_for_word() -> None:
    assert texts(ours()) == expected(ours())
    assert len(texts(ours())) == len(ours().units)
    is_well_formed(ours())


def test_the_toolkit_translates_with_it() -> None:
    store = memory(ours())
    for unit in ours().units:
        original, translation = unit.segment(Side.ORIGINAL), unit.segment(Side.TRANSLATION)
        assert original
        assert translation
        assert store.translate(original.text, "vi", "en") == translation.text


def test_a_text_of_one_language_stands_alone(tmp_path: Path) -> None:
    edition = invented(tmp_path, *LACKING)
    assert sorted(texts(edition), key=str) == sorted(expected(edition), key=str)
    is_well_formed(edition)
    alone = [said for _, said in texts(edition) if "vi" not in said]
    assert {"en": "With a note."} in alone
    assert not any("mã" in said.values() for _, said in texts(edition))  # nobody translates code


@pytest.mark.parametrize("locales", [("vi", "en"), ("fr", "de"), ("zh-Hans", "vi")])
def test_any_pair_of_languages(tmp_path: Path, locales: tuple[str, str]) -> None:
    edition = invented(tmp_path, {"index.md": "# A\n\n- \n- b\n"}, {"index.md": "# A\n"}, locales)
    is_well_formed(edition)
    root = etree.fromstring(written(edition, "programme.tmx"))
    header = root.find("header")
    assert header is not None
    assert header.get("srclang") == locales[0]
    assert header.get("changedate") is None


def test_what_xml_writes_otherwise_is_read_back(tmp_path: Path) -> None:
    page = {"index.md": "# A & <b>\n\nx < z & “w” ]]> &amp;lt;\n"}
    edition = invented(tmp_path, page, page)
    assert texts(edition)[1][1]["vi"] == "x < z & “w” ]]> &lt;"


def test_it_says_where_it_comes_from() -> None:
    root = etree.fromstring(written(ours(), "programme.tmx"))
    header = root.find("header")
    assert header is not None
    assert header.get("changedate") == "20240229T123005Z"
    props = {
        (prop.get("type"), prop.get("{http://www.w3.org/XML/1998/namespace}lang")): prop.text
        for prop in header.iter("prop")
    }
    assert props["x-status", "en"] == "Unofficial translation. The original prevails."
    unit = root.find(".//tu[@tuid='iii-2-1']")
    assert unit is not None
    assert unit.findtext("prop[@type='x-page']") == "part-3/section-2.md"
    cited = [prop.text for prop in unit.iterfind("tuv/prop[@type='x-citation']")]
    assert cited[1] == "Part III, Section 2, first indent"


def test_the_same_bytes_from_a_second_build() -> None:
    again = Edition(ours().bitext, ours().site, ours().changed)
    assert written(again, "programme.tmx") == written(ours(), "programme.tmx")
