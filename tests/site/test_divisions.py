"""Chapters, articles, points and pluses on a page: the classes that the styles go by."""

from __future__ import annotations

from pathlib import Path

from lxml.html import HtmlElement

from diptych.language.interface import InterfaceWords
from diptych.model import Document
from diptych.reader import read_document
from diptych.site.contents import outline
from diptych.site.rendering.anchors import anchored, styles_of
from diptych.site.rendering.comparison import compared
from diptych.site.rendering.from_model import rendered
from diptych.site.rendering.page_blocks import serialised

DECISION = """\
---
title: Decision
layout: cover
---

**PEOPLE'S COMMITTEE**

# DECISION

**Article 1.** To promulgate.

# Chapter I

## GENERAL

### Article 2. Scope

1. This:

a) one:

- dash:

    + plus;

2. That.
"""


def document(folder: Path, text: str) -> Document:
    (folder / "index.md").write_text(text, encoding="utf-8")
    return read_document(folder, "en")


def shown(text: Document) -> HtmlElement:
    [page] = text.pages
    root = rendered(page)
    pairs, difference = compared(root, page, "en")
    assert difference is None
    anchored(root, pairs, page, InterfaceWords("en"), {})
    return root


def test_each_form_has_its_class(tmp_path: Path) -> None:
    root = shown(document(tmp_path, DECISION))
    classes = {found.get("id"): found.get("class") for found in root.xpath("//*[@class and @id]")}
    assert classes == {
        "cover-head-p1": "provision paragraph head issuer",
        "dieu-1": "provision paragraph",
        "dieu-2-1": "provision item",
        "dieu-2-1-a": "provision paragraph inside-1",
        "dieu-2-1-a-1": "provision dash inside-2",
        "dieu-2-1-a-1-1": "provision dash plus",
        "dieu-2-2": "provision item",
    }
    numbers = root.xpath("//span[contains(@class, 'number')]")
    assert [(one.text.strip(), one.get("class")) for one in numbers] == [
        ("Chapter I", "number named"),
        ("Article 2.", "number named"),
    ]
    assert [one.get("value") for one in root.xpath("//li[@value]")] == ["1", "2"]
    assert styles_of(serialised(root)) == ("divisions", "numbered")


def test_a_text_without_such_forms_needs_no_styles_for_them(tmp_path: Path) -> None:
    root = shown(document(tmp_path, "# I. PART\n\n- dash;\n\n1. one\n\n2. two\n"))
    assert styles_of(serialised(root)) == ("numbered",)


def test_the_contents_have_chapters_with_their_titles_and_articles(tmp_path: Path) -> None:
    entries = [
        (entry.number, entry.title)
        for top in outline(document(tmp_path, DECISION))
        for entry in top.walk()
    ]
    assert entries == [
        ("", "Decision"),
        ("Chapter I", "GENERAL"),
        ("Article 2.", "Scope"),
    ]
