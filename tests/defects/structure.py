"""Slips of structure: provisions, headings and pages lost, added, moved or turned into others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tests.defects.edits import Edit, Paragraph, Tree, operator, paragraphs, text_pages

LOST = "S104 S109 S110 O102"


def of_kind(tree: Tree, language: str, kind: str) -> list[Paragraph]:
    return [p for p in paragraphs(tree, language) if getattr(p, f"is_{kind}")()]


def dropped(tree: Tree, language: str, kind: str) -> Iterator[Edit]:
    for p in of_kind(tree, language, kind):
        yield Edit({p.path: p.replaced()}, ((p.path, p.line), (p.path, p.line - 1)))


@operator(LOST)
def dash_lost(tree: Tree, language: str) -> Iterator[Edit]:
    yield from dropped(tree, language, "dash")


@operator(LOST)
def paragraph_lost(tree: Tree, language: str) -> Iterator[Edit]:
    yield from dropped(tree, language, "plain")


@operator(LOST + " N102")
def numbered_paragraph_lost(tree: Tree, language: str) -> Iterator[Edit]:
    yield from dropped(tree, language, "item")


@operator(LOST)
def continuation_lost(tree: Tree, language: str) -> Iterator[Edit]:
    for p in paragraphs(tree, language):
        if p.text.startswith("    "):
            yield Edit({p.path: p.replaced()}, ((p.path, p.line),))


@operator("S104 S110 O102")
def dash_repeated(tree: Tree, language: str) -> Iterator[Edit]:
    for p in of_kind(tree, language, "dash"):
        yield Edit({p.path: p.replaced(p.text, p.text)}, ((p.path, p.line + 2),))


@operator("S104 S110 O102")
def paragraph_repeated(tree: Tree, language: str) -> Iterator[Edit]:
    for p in of_kind(tree, language, "plain"):
        yield Edit({p.path: p.replaced(p.text, p.text)}, ((p.path, p.line + 2),))


@operator("S104 S110 O102")
def dash_repeated_elsewhere(tree: Tree, language: str) -> Iterator[Edit]:
    dashes = of_kind(tree, language, "dash")
    for p in dashes:
        other = next((d for d in dashes if d.path > p.path), dashes[0])
        if other.path != p.path:
            files = {other.path: other.replaced(p.text, other.text)}
            yield Edit(files, ((other.path, other.line),))


@operator("S104 O102")
def dash_invented(tree: Tree, language: str) -> Iterator[Edit]:
    new = {
        "vi": "- Tổ chức các đoàn công tác học tập kinh nghiệm ở các địa phương bạn.",
        "en": "- Organise study visits to learn from the experience of other localities.",
    }[language]
    for p in of_kind(tree, language, "dash"):
        yield Edit({p.path: p.replaced(p.text, new)}, ((p.path, p.line + 2),))


@operator("S106 O102")
def neighbouring_dashes_exchanged(tree: Tree, language: str) -> Iterator[Edit]:
    for one, other in pairwise(of_kind(tree, language, "dash")):
        if one.path == other.path:
            yield exchanged(one, other)


@operator("S106 O102")
def distant_dashes_exchanged(tree: Tree, language: str) -> Iterator[Edit]:
    dashes = of_kind(tree, language, "dash")
    for one, other in zip(dashes, dashes[2:], strict=False):
        if one.path == other.path:
            yield exchanged(one, other)


@operator("S106 O102")
def neighbouring_paragraphs_exchanged(tree: Tree, language: str) -> Iterator[Edit]:
    for one, other in pairwise(of_kind(tree, language, "plain")):
        if one.path == other.path and other.start - one.end < 3:
            yield exchanged(one, other)


@operator("N101 N102 S106 O102")
def numbered_paragraphs_exchanged(tree: Tree, language: str) -> Iterator[Edit]:
    for one, other in pairwise(of_kind(tree, language, "item")):
        bodies = [p.text.split(". ", 1) for p in (one, other)]
        first = one.replaced(f"{bodies[0][0]}. {bodies[1][1]}").split("\n")
        first[other.start : other.end] = [f"{bodies[1][0]}. {bodies[0][1]}"]
        yield Edit({one.path: "\n".join(first)}, ((one.path, one.line), (one.path, other.line)))


def exchanged(one: Paragraph, other: Paragraph) -> Edit:
    lines = list(one.lines)
    lines[other.start : other.end] = one.text.split("\n")
    lines[one.start : one.end] = other.text.split("\n")
    return Edit(
        {one.path: "\n".join(lines)},
        tuple((one.path, line) for line in range(one.line, other.end + 1)),
    )


@operator("S109 S104 O102")
def dash_split(tree: Tree, language: str) -> Iterator[Edit]:
    for p in of_kind(tree, language, "dash"):
        if match := re.search(r"[.;] (?=\w)", p.text[60:-60]):
            at = 60 + match.end()
            parts = (p.text[:at].rstrip(), f"- {p.text[at:]}")
            yield Edit({p.path: p.replaced(*parts)}, ((p.path, p.line), (p.path, p.line + 2)))


@operator("S109 S104 O102")
def paragraph_split(tree: Tree, language: str) -> Iterator[Edit]:
    for p in of_kind(tree, language, "plain"):
        if match := re.search(r"[.;] (?=\w)", p.text[60:-60]):
            at = 60 + match.end()
            parts = (p.text[:at].rstrip(), p.text[at:])
            yield Edit({p.path: p.replaced(*parts)}, ((p.path, p.line), (p.path, p.line + 2)))


@operator("S109 S104 O102")
def dashes_joined(tree: Tree, language: str) -> Iterator[Edit]:
    for one, other in pairwise(of_kind(tree, language, "dash")):
        if one.path == other.path and other.start == one.end + 1:
            lines = list(one.lines)
            lines[one.start : other.end] = [f"{one.text} {other.text[2:]}"]
            yield Edit({one.path: "\n".join(lines)}, ((one.path, one.line),))


@operator("S106 S104 O102")
def dash_moved_to_another_section(tree: Tree, language: str) -> Iterator[Edit]:
    dashes = of_kind(tree, language, "dash")
    for p in dashes:
        other = next((d for d in dashes if d.path > p.path), None)
        if other and not "\n".join(p.lines[p.end :]).lstrip("\n").startswith("    "):
            files = {p.path: p.replaced(), other.path: other.replaced(p.text, other.text)}
            yield Edit(files, ((p.path, p.line), (other.path, other.line)))


@operator("S106 O102")
def dash_moved_within_its_section(tree: Tree, language: str) -> Iterator[Edit]:
    for path, _ in text_pages(tree, language):
        dashes = [p for p in of_kind(tree, language, "dash") if p.path == path]
        if len(dashes) > 2 and "\n    " not in tree[path]:  # continuations would stay behind
            first, last = dashes[0], dashes[-1]
            lines = list(first.lines)
            moved = ["", *lines[first.start : first.end]]
            lines[last.end : last.end] = moved
            del lines[first.start : first.end + 1]
            yield Edit(
                {path: "\n".join(lines)},
                tuple((path, line) for line in range(first.line, last.end + 1)),
            )


@operator("S105 S104 S109 O102")
def dash_made_a_paragraph(tree: Tree, language: str) -> Iterator[Edit]:
    for p in of_kind(tree, language, "dash"):
        yield p.changed(p.text[2:])


@operator("S105 S104 O102")
def paragraph_made_a_dash(tree: Tree, language: str) -> Iterator[Edit]:
    for p in of_kind(tree, language, "plain"):
        yield p.changed(f"- {p.text}")


@operator("S105 S104 S106 O102")
def dash_nested(tree: Tree, language: str) -> Iterator[Edit]:
    for one, p in pairwise(of_kind(tree, language, "dash")):
        if one.path == p.path:
            yield p.changed(f"    {p.text}")


@operator("S105 S104 S106 O102")
def dash_made_a_continuation(tree: Tree, language: str) -> Iterator[Edit]:
    for one, p in pairwise(of_kind(tree, language, "dash")):
        if one.path == p.path and p.start > one.end:
            yield p.changed(f"    {p.text[2:]}")


@operator("S105 O102 N101")
def dash_numbered(tree: Tree, language: str) -> Iterator[Edit]:
    for p in of_kind(tree, language, "dash"):
        yield p.changed(f"1. {p.text[2:]}")


@operator("S102 S107 O102")
def heading_lost(tree: Tree, language: str) -> Iterator[Edit]:
    for p in of_kind(tree, language, "heading"):
        yield Edit({p.path: p.replaced()}, ((p.path, p.line), (p.path, 1)))


@operator("S102 O102")
def heading_invented(tree: Tree, language: str) -> Iterator[Edit]:
    new = {"vi": "## Những việc cần làm", "en": "## Things to be done"}[language]
    for p in of_kind(tree, language, "dash"):
        yield Edit({p.path: p.replaced(new, p.text)}, ((p.path, p.line),))


@operator("S103 S102")
def heading_deeper(tree: Tree, language: str) -> Iterator[Edit]:
    for p in of_kind(tree, language, "heading"):
        yield p.changed(f"#{p.text}")


@operator("S102 S105 S104")
def heading_made_a_paragraph(tree: Tree, language: str) -> Iterator[Edit]:
    for p in of_kind(tree, language, "heading"):
        yield p.changed(p.text.lstrip("# "))


@operator("S101 O102")
def page_lost(tree: Tree, language: str) -> Iterator[Edit]:
    for path, _ in text_pages(tree, language):
        yield Edit({path: None}, ((path, 1),))


@operator("S107 O102")
def page_emptied(tree: Tree, language: str) -> Iterator[Edit]:
    for path, _ in text_pages(tree, language):
        yield Edit({path: "---\ntitle: A\n---\n"}, ((path, 1),))


@operator("S108 S101")
def page_renamed(tree: Tree, language: str) -> Iterator[Edit]:
    for path, text in text_pages(tree, language):
        if not path.endswith("index.md"):
            new = path.replace(".md", "-new.md")
            yield Edit({path: None, new: text}, ((path, 1), (new, 1)))


@operator("S108 N101 N103")
def pages_exchanged(tree: Tree, language: str) -> Iterator[Edit]:
    pages = [page for page in text_pages(tree, language) if "/section-" in page[0]]
    for (path, text), (other, other_text) in pairwise(pages):
        yield Edit({path: other_text, other: text}, ((path, 1), (other, 1)))
