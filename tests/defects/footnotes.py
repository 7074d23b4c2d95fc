"""Slips with the marks and the definitions of footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tests.defects.edits import Edit, Paragraph, Tree, operator, paragraphs, substituted

MARK = r"\[\^\d\](?!:)"


def text_only(paragraph: Paragraph) -> bool:
    return not paragraph.is_note()


@operator("F104 O102")
def mark_lost(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, MARK, "", text_only)


@operator("F101 F104 O102")
def definition_lost(tree: Tree, language: str) -> Iterator[Edit]:
    for p in paragraphs(tree, language):
        if p.is_note():
            yield Edit({p.path: p.replaced()}, tuple((p.path, n) for n in range(1, p.end + 1)))


@operator("F101 F104 F105 F106 O102")
def mark_relabelled(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, MARK, "[^7]", text_only)


@operator("F101 F102 F104 F106 O102")
def definition_relabelled(tree: Tree, language: str) -> Iterator[Edit]:
    for edit in substituted(tree, language, r"\A\[\^\d\]", "[^7]", Paragraph.is_note):
        [(path, _)] = edit.places
        yield Edit(edit.files, tuple((path, n) for n in range(1, 99)))


@operator("F104 F105 F106 O102")
def marks_exchanged(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r"(?s)\[\^1\](.*)\[\^2\]", r"[^2]\1[^1]", text_only)


@operator("F107 V103 V101 O102")
def definitions_exchanged(tree: Tree, language: str) -> Iterator[Edit]:
    notes = [p for p in paragraphs(tree, language) if p.is_note()]
    for one, other in pairwise(notes):
        if one.path == other.path:
            lines = list(one.lines)
            lines[one.start] = f"[^1]: {other.text[6:]}"
            lines[other.start] = f"[^2]: {one.text[6:]}"
            yield Edit({one.path: "\n".join(lines)}, ((one.path, one.line), (one.path, other.line)))


@operator("F105 F106 O102")
def mark_moved_to_another_provision(tree: Tree, language: str) -> Iterator[Edit]:
    everything = list(paragraphs(tree, language))
    for p in everything:
        for match in re.finditer(MARK, p.text):
            if p.is_note():
                continue
            for other in everything:
                if other.path == p.path and other.is_dash() and other is not p:
                    lines = p.replaced(p.text.replace(match[0], "", 1)).split("\n")
                    lines[other.start] = other.text[:-1] + match[0] + other.text[-1:]
                    yield Edit({p.path: "\n".join(lines)}, ((p.path, p.line), (p.path, other.line)))


@operator("F108 F106 O102")
def mark_moved_within_its_provision(tree: Tree, language: str) -> Iterator[Edit]:
    for p in paragraphs(tree, language):
        for match in re.finditer(MARK, p.text):
            if not p.is_note():
                yield p.changed(p.text.replace(match[0], "", 1)[:-1] + match[0] + p.text[-1])


@operator("F103 F101 O102")
def definition_repeated(tree: Tree, language: str) -> Iterator[Edit]:
    for p in paragraphs(tree, language):
        if p.is_note():
            yield Edit({p.path: p.replaced(p.text, p.text)}, ((p.path, p.line + 2),))


@operator("F104 F101 O102")
def mark_repeated(tree: Tree, language: str) -> Iterator[Edit]:
    everything = list(paragraphs(tree, language))
    for p in everything:
        if p.is_dash() and any(o.is_note() and o.path == p.path for o in everything):
            yield p.changed(f"{p.text[:-1]}[^1]{p.text[-1]}")


@operator("F101 F104 O102")
def mark_to_nowhere(tree: Tree, language: str) -> Iterator[Edit]:
    for p in paragraphs(tree, language):
        if p.is_dash():
            yield p.changed(f"{p.text[:-1]}[^9]{p.text[-1]}")


@operator("F102 F104 O102")
def definition_of_nothing(tree: Tree, language: str) -> Iterator[Edit]:
    new = {"vi": "[^9]: Nghị quyết.", "en": "[^9]: Resolution."}[language]
    for p in paragraphs(tree, language):
        if p.is_heading():
            text = "\n".join(p.lines).rstrip("\n") + f"\n\n{new}\n"
            yield Edit({p.path: text}, ((p.path, text.count("\n")),))
