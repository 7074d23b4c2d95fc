"""Slips in what the registers are drawn from: who issued a document, who does what and when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.defects.edits import Edit, Tree, operator, paragraphs, substituted

ISSUERS = {"vi": ("Bộ Chính trị", "Ban Bí thư"), "en": ("Politburo", "Secretariat")}


def duties(tree: Tree) -> Tree:
    return {path: text for path, text in tree.items() if path.endswith("/part-4.md")}


@operator("D101 O102")
def issuers_exchanged(tree: Tree, language: str) -> Iterator[Edit]:
    first, second = ISSUERS[language]
    of = {"vi": "của ", "en": "of the "}[language]
    pattern = re.compile(rf"(?<=\d ){of}({first}|{second})(?! [TP])")
    for p in paragraphs(tree, language):
        found = list(pattern.finditer(p.text))
        one = next((m for m in found if m[1] == first), None)
        other = next((m for m in found if m[1] == second), None)
        if one and other:
            swapped = {one.start(): second, other.start(): first}
            text = pattern.sub(
                lambda m, new=swapped: of + new.get(m.start(), m[1]),  # type: ignore[misc]
                p.text,
            )
            yield p.changed(text)


@operator("D102 O102 M103")
def time_of_a_duty_lost(tree: Tree, language: str) -> Iterator[Edit]:
    lost = {
        "vi": r"(?<=; )định kỳ(?: hàng năm)? ",
        "en": r" periodically(?= inspect)|periodically ",
    }
    yield from substituted(duties(tree), language, lost[language], "")


@operator("D102 O102 T101")
def reported_to_another_body(tree: Tree, language: str) -> Iterator[Edit]:
    old, new = {
        "vi": ("hành động cho Ban Thường vụ Tỉnh ủy", "hành động cho Tỉnh ủy"),
        "en": (
            "to the Standing Board of the Provincial Party Committee",
            "to the Provincial Party Committee",
        ),
    }[language]
    yield from substituted(tree, language, old, new)


@operator("D102 O101 O102")
def duties_run_together(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(duties(tree), language, "; ", ", ")
