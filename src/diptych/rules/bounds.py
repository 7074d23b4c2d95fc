"""Meaning: a figure that is a bound in one language, and exact in the other."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.diagnostics import Diagnostic, Severity
from diptych.language.bounds import Figure, bounded, figures, may_be_bounded
from diptych.language.weight.kinds import NOT
from diptych.language.weight.limits import limits_of
from diptych.language.weight.senses import senses
from diptych.model import Side
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.clause_pairs import Clause, clause_pairs, sentence_pairs
from diptych.wording import Wording

_FEW = 4
"""The fewest words of a sentence that is judged by what it lacks."""


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


def _denials(clause: Clause) -> int:
    """How many words of a sentence deny."""
    return sum(one.sense == NOT for one in senses(clause.text, clause.language))


def _by_digits(text: str) -> dict[str, list[Figure]]:
    """The figures of `text` by their digits."""
    found: dict[str, list[Figure]] = {}
    for figure in figures(text):
        found.setdefault(figure.digits, []).append(figure)
    return found


@rule("B117", Severity.WARNING, needs_grammar=True, optional=True)
def limit_left_out(bitext: Bitext) -> Iterator[Diagnostic]:
    """A sentence says “only”, “except” or “unless” in one language, and nothing in the other does.

    Nothing is reported where any word of the other sentence may say the same. A limit may also be
    said by the order of the words, so this rule runs only if selected.

    Mend: Add the limit that the original has, or remove the one that it does not have.

    vi: Một câu có “chỉ”, “ngoại trừ” hoặc “trừ khi” ở bản này mà ở bản kia không có gì tương ứng.

    Không báo khi câu của bản kia có từ nào có thể diễn đạt điều đó. Trật tự từ cũng có thể nói lên
    giới hạn, nên quy tắc chỉ chạy khi được chọn.

    Sửa: Thêm giới hạn mà bản gốc có, hoặc bỏ giới hạn mà bản gốc không có.

    Bad:  `Vườn mở cửa mọi ngày, trừ khi có bão.` ↔ `The garden is open every day in a storm.`
    Good: `Vườn mở cửa mọi ngày, trừ khi có bão.` ↔ `The garden is open every day unless it storms.`
    """
    for both in sentence_pairs(bitext):
        for side in Side:
            own, other = both[side], both[side.other]
            mine, theirs = limits_of(own.language), limits_of(other.language)
            if min(len(own.words), len(other.words)) < _FEW:
                continue
            for name in mine.keys() & theirs.keys():
                found = mine[name].says.first(own.words)
                if found is None or theirs[name].hints.first(other.words) is not None:
                    continue
                if _denials(other) > _denials(own):
                    continue  # "may not … without" for “chỉ được … khi”
                printed = own.printed(*found)
                here, there = bitext.language(side), bitext.language(side.other)
                where = own.start + own.tokens[found[0]].start
                yield Diagnostic(
                    Wording(
                        vi=f"bản {here.vi} ghi “{printed}”, bản {there.vi} không nói điều đó",
                        en=f"{here.en} has “{printed}”, nothing in {there.en} says so",
                    ),
                    (
                        own.at(bitext, *found),
                        bitext.about(side.other, other.segment, own.segment, where),
                    ),
                )
