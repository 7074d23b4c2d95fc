"""What stands on a page, node by node, and which node a line belongs to."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.diagnostics import locate
from diptych.model import Document, Place
from diptych.reader import read_document

PAGE = """\
---
title: Opening
---

Before any heading[^1].

# I. Part

- A dash

  on two paragraphs

[^1]: Said below.

    And more.
"""


@pytest.fixture
def document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Document:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(PAGE, encoding="utf-8")
    return read_document(Path("a.md"), "en")


def test_nodes_know_what_holds_them_and_how_deep_they_stand(document: Document) -> None:
    assert [
        (node.id, node.parent and node.parent.id, node.depth, node.note and node.note.label)
        for node in document.pages[0].nodes()
    ] == [
        ("cover", None, 1, None),
        ("cover-p1", "cover", 0, None),
        ("i", None, 1, None),
        ("i-1", "i", 0, None),
        ("i-1-p2", "i-1", 1, None),
        ("cover-fn-1-p1", "cover-fn-1", 0, "1"),
        ("cover-fn-1-p2", "cover-fn-1", 0, "1"),
    ]
    assert [segment.text for segment in document.pages[0].segments()] == [
        "Before any heading.", "I. Part", "A dash", "on two paragraphs", "Said below.", "And more.",
    ]  # fmt: skip


def test_a_location_carries_the_node_of_its_line(document: Document) -> None:
    found = [locate(document, Place("a.md", line, 1)).node for line in range(1, 17)]
    assert found == [
        *["cover"] * 4, "cover-p1", "cover-p1", "i", "i", "i-1", "i-1", "i-1-p2", "i-1-p2",
        *["cover-fn-1-p1"] * 2, *["cover-fn-1-p2"] * 2,
    ]  # fmt: skip
    assert locate(document, Place("elsewhere.md", 1, 1)).node == ""


def test_above_the_first_heading_a_line_belongs_to_no_node(tmp_path: Path) -> None:
    file = tmp_path / "b.md"
    file.write_text("---\ntitle: B\n---\n\n# I. Part\n", encoding="utf-8")
    read = read_document(file, "en")
    assert [read.node_at(Place(read.pages[0].file, line, 1)) for line in (2, 5)] == ["", "i"]
