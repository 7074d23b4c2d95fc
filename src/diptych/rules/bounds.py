"""Meaning: a figure that is a bound in one language, and exact in the other."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.diagnostics import Diagnostic, Severity
from diptych.language.bounds import Figure, bounded, figures, may_be_bounded
from diptych.model import Side
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.clause_pairs import clause_pairs
from diptych.wording import Wording


@rule("B116", Severity.WARNING, needs_grammar=True, of_close=True)
def bound_left_out(bitext: Bitext) -> Iterator[Diagnostic]:
    """A figure is “over 100”, “about 30” or “at least 5” in one language, and just that figure in
    the other.

    Nothing is reported where any word beside the other figure may say the same.

    Mend: Say of the figure what the original says.

    vi: Một bản ghi “hơn 100”, “khoảng 30” hoặc “ít nhất 5”, còn bản kia chỉ ghi con số ấy.

    Không báo khi cạnh con số của bản kia có từ nào có thể diễn đạt điều đó.

    Sửa: Ghi về con số đúng như bản gốc.

    Bad:  `Mưa kéo dài 100 ngày.` ↔ `It rained for over 100 days.`
    Good: `Mưa kéo dài hơn 100 ngày.` ↔ `It rained for over 100 days.`
    """
    for both in clause_pairs(bitext):
        known: tuple[dict[str, list[Figure]], ...] | None = None
        for side in Side:
            own, other = both[side], both[side.other]
            for figure, start in bounded(own.text, own.language):
                known = known or tuple(_by_digits(clause.text) for clause in both)
                there = known[side.other].get(figure.digits, ())
                if len(known[side][figure.digits]) != 1 or len(there) != 1:
                    continue
                if may_be_bounded(other.text, there[0], other.language):
                    continue
                said = own.text[start : figure.end], other.text[there[0].start : there[0].end]
                places = {
                    side: own.segment.place_at(own.start + start),
                    side.other: other.segment.place_at(other.start + there[0].start),
                }
                lengths = {side: len(said[0]), side.other: len(said[1])}
                name, only = bitext.language(side), bitext.language(side.other)
                yield Diagnostic(
                    Wording(
                        vi=f"bản {name.vi} ghi “{said[0]}”, bản {only.vi} chỉ ghi “{said[1]}”",
                        en=f"{name.en} has “{said[0]}”, {only.en} just “{said[1]}”",
                    ),
                    tuple(bitext.at(one, places[one], lengths[one]) for one in reversed(Side)),
                )


def _by_digits(text: str) -> dict[str, list[Figure]]:
    """The figures of `text` by their digits."""
    found: dict[str, list[Figure]] = {}
    for figure in figures(text):
        found.setdefault(figure.digits, []).append(figure)
    return found
