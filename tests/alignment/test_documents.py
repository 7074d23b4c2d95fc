"""Properties of the whole alignment: any two texts, no crash; a text agrees with itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from programme.bitext import bitext
from programme.check import reported
from programme.model import Document
from tests.reader.test_properties import MARKDOWN, document

STRUCTURAL = ("S", "F")


def codes(left: Document, right: Document) -> list[str]:
    diagnostics = reported(bitext(left, right)).diagnostics
    return sorted(found.code for cause in diagnostics for found in cause.walk())


@given(MARKDOWN, MARKDOWN)
def test_any_two_texts_are_compared(left: str, right: str) -> None:
    for found in reported(bitext(document(left), document(right))).diagnostics:
        assert found.locations
        assert all(location.line >= 1 and location.column >= 1 for location in found.locations)
        assert found.message.vi
        assert found.message.en
        assert found.help.vi
        assert found.help.en


@given(MARKDOWN)
def test_a_text_has_the_structure_of_itself(text: str) -> None:
    across = {"S101", "S102", "S103", "S104", "S105", "S106", "N101", "F104", "F105", "F107"}
    assert not across & set(codes(document(text), document(text)))


BLOCKS = st.lists(
    st.sampled_from(
        ["- Hợp tác với ASEAN năm 2025.", "- Thu hút vốn qua APEC.", "Nghị quyết số 09-NQ/TW.",
         "1. Các huyện ủy học tập.", "## 1. Mục đích", "- Lập hồ sơ UNESCO."]
    ),
    max_size=6,
)  # fmt: skip


@given(BLOCKS, BLOCKS)
def test_exchanging_the_languages_mirrors_the_structural_findings(
    left: list[str], right: list[str]
) -> None:
    one, other = document("\n\n".join(left)), document("\n\n".join(right))
    here = [code for code in codes(one, other) if code in ("S101", "S102", "S104")]
    there = [code for code in codes(other, one) if code in ("S101", "S102", "S104")]
    assert here == there


@given(MARKDOWN, MARKDOWN)
def test_every_provision_appears_once(left: str, right: str) -> None:
    pair = bitext(document(left), document(right))
    for side, read in enumerate(pair.documents):
        labels = [note.label for page in read.pages for note in page.footnotes]
        if len(labels) != len(set(labels)):
            return  # of two notes with one label, only the first is paired
        other = {n.label for page in pair.documents[1 - side].pages for n in page.footnotes}
        expected = [p.id for page in read.pages for p in page.provisions()]
        expected += [
            provision.id
            for page in read.pages
            for note in page.footnotes
            if note.label in other
            for first in note.provisions
            for provision in first.walk()
        ]
        told = [
            below.id
            for found in pair.alignment.provisions
            if (node := found.side(side)) is not None
            # what stands below a provision without counterpart is not told apart
            for below in ([node] if found.both else node.walk())
        ]
        assert sorted(told) == sorted(expected)
