"""Properties of the whole alignment: any two texts, no crash; a text agrees with itself."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from diptych.check import reported
from diptych.model import Document, Side
from diptych.project.bitext import bitext
from diptych.reader import assembled
from diptych.reader.markdown_files import MarkdownText, reading_order
from diptych.rules.shared.lone_texts import kept_beside
from tests.reader.test_properties import MARKDOWN, document

TREES = st.dictionaries(
    st.sampled_from(["index.md", "part-1.md", "part-2/index.md", "part-2/section-1.md"]),
    MARKDOWN,
    min_size=1,
    max_size=3,
)
ACROSS = {"N101", "F104", "F105", "F107", "F108"}
"""Rules that hold the structures of two texts against each other, beside all of the family S."""


def tree(texts: dict[str, str]) -> Document:
    pages = []
    for path in sorted(texts, key=reading_order):
        lines = tuple(texts[path].replace("\r\n", "\n").replace("\r", "\n").split("\n"))
        pages.append((path, MarkdownText(path, lines, {}, 0, 1)))
    return assembled(pages, "vi", ".")


def structural(left: Document, right: Document) -> list[str]:
    return [c for c in codes(left, right) if c in ACROSS or (c[0] == "S" and c != "S107")]


def codes(left: Document, right: Document) -> list[str]:
    diagnostics = reported(bitext(left, right)).diagnostics
    return sorted(found.code for cause in diagnostics for found in cause.walk())


@given(TREES, TREES)
def test_any_two_trees_are_compared(left: dict[str, str], right: dict[str, str]) -> None:
    for cause in reported(bitext(tree(left), tree(right))).diagnostics:
        for found in cause.walk():
            assert found.locations
            assert all(location.line >= 1 and location.column >= 1 for location in found.locations)
            assert found.message.vi
            assert found.message.en
            assert found.help.vi
            assert found.help.en


@given(TREES)
def test_a_tree_has_the_structure_of_itself(texts: dict[str, str]) -> None:
    assert structural(tree(texts), tree(texts)) == []


_A, _U = "- Hợp tác với ASEAN năm 2025.", "- Lập hồ sơ UNESCO."
_C = "- Thu hút vốn qua APEC."
_H = "## 1. Mục đích"
BLOCKS = st.lists(
    st.sampled_from(
        ["- Hợp tác với ASEAN năm 2025.", "- Thu hút vốn qua APEC.", "Nghị quyết số 09-NQ/TW.",
         "1. Các huyện ủy học tập.", "## 1. Mục đích", "- Lập hồ sơ UNESCO."]
    ),
    max_size=6,
)  # fmt: skip


@given(BLOCKS, BLOCKS)
@example([_A, _A], [_U, _A, _U, _A, _A, _A])  # pairs equally far from the diagonal
@example([_A], [_C, _A, _C])  # as if the translation kept the original's words
@example([_C, _C, _C, _C, _A], [_C, _C, _A, _C, _C])  # any of them may be the one that moved
@example([_U, _H, _A], [_A, _H, _H, _U])  # the heading that one lost has the id of the other's
def test_exchanging_the_languages_mirrors_the_structural_findings(
    left: list[str], right: list[str]
) -> None:
    one, other = document("\n\n".join(left)), document("\n\n".join(right))
    there, back = structural(one, other), structural(other, one)
    if any(kept_beside(bitext(*both)) for both in ((one, other), (other, one))):
        # only a translation gives a text twice, which is one finding for a page
        assert {*there} == {*back}
    else:
        assert there == back


@given(MARKDOWN, MARKDOWN)
def test_every_provision_appears_once(left: str, right: str) -> None:
    pair = bitext(document(left), document(right))
    for side, read in Side.of(pair.documents):
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
