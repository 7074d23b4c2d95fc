"""Slips of numbering, in one language and in both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diptych.language.numerals import roman, roman_value
from tests.defects.edits import (
    Edit,
    Paragraph,
    Tree,
    counterpart,
    operator,
    paragraphs,
    substituted,
)

ARABIC_HEADING = r"(?<=# )\d+(?=\.)"
ROMAN_HEADING = r"(?<=# )[IVX]+(?=\.)"


def plus_one(match: re.Match[str]) -> str:
    return str(int(match[0]) + 1)


def next_roman(match: re.Match[str]) -> str:
    return roman(roman_value(match[0]) + 1)


def heading(paragraph: Paragraph) -> bool:
    return paragraph.is_heading()


@operator("N101 N102")
def section_number_changed(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, ARABIC_HEADING, plus_one, heading)


@operator("N101 N102")
def part_number_changed(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, ROMAN_HEADING, next_roman, heading)


@operator("N101 N102")
def roman_number_made_arabic(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, ROMAN_HEADING, lambda m: str(roman_value(m[0])), heading)


@operator("N101 S105 S102")
def number_of_a_heading_lost(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r"(?<=# )(\d+|[IVX]+)\. ", "", heading)


@operator("N101 N102")
def paragraph_number_skipped(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r"\A\d+(?=\. )", plus_one, Paragraph.is_item)


@operator("N101 N102")
def paragraph_number_repeated(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(
        tree, language, r"\A[2-9](?=\. )", lambda m: str(int(m[0]) - 1), Paragraph.is_item
    )


@operator("S105 N101 S104")
def number_of_a_paragraph_lost(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r"\A\d+\. ", "", Paragraph.is_item)


def in_both(tree: Tree, pattern: str, change: object) -> Iterator[Edit]:
    for p in paragraphs(tree, "vi"):
        if not re.search(pattern, p.text):
            continue
        files = {}
        for path in (p.path, counterpart(p.path)):
            lines = tree[path].split("\n")
            lines[p.start] = re.sub(pattern, change, lines[p.start], count=1)  # type: ignore[call-overload]
            files[path] = "\n".join(lines)
        yield Edit(files, tuple((path, p.line) for path in files))


@operator("N102", languages="vi")
def section_number_skipped_in_both(tree: Tree, language: str) -> Iterator[Edit]:
    yield from in_both(tree, r"(?<=^# )\d(?=\.)", plus_one)


@operator("N102", languages="vi")
def paragraph_number_repeated_in_both(tree: Tree, language: str) -> Iterator[Edit]:
    yield from in_both(tree, r"^[2-9](?=\. )", lambda m: str(int(m[0]) - 1))


@operator("N102", languages="vi")
def part_number_repeated_in_both(tree: Tree, language: str) -> Iterator[Edit]:
    yield from in_both(tree, r"(?<=^# )(II|III|IV)(?=\.)", lambda m: roman(roman_value(m[0]) - 1))


@operator("N103")
def title_number_changed(tree: Tree, language: str) -> Iterator[Edit]:
    for path, text in sorted(tree.items()):
        if match := re.match(r"---\ntitle: ([IVX]+)\.", text):
            new = text[: match.start(1)] + roman(roman_value(match[1]) + 1) + text[match.end(1) :]
            if path.startswith(language):
                yield Edit({path: new}, ((path, 2),))
