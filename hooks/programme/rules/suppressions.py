"""Suppressions: a comment that silences a rule is understood, and silences something."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from programme.bitext import Bitext
from programme.diagnostics import Diagnostic
from programme.diagnostics.limits import LOOKED_THROUGH
from programme.rules import Rule, all_rules, rule
from programme.suppressions import Suppression, suppressions
from programme.wording import Wording


@rule("C101", silenceable=False)
def suppression_of_nothing(bitext: Bitext) -> Iterator[Diagnostic]:
    """A comment silences a rule that has nothing to say there.

    Mend: Remove the comment, or the code that is no longer needed.

    vi: Một ghi chú tắt một quy tắc vốn không báo gì ở chỗ đó.

    Sửa: Xóa ghi chú, hoặc xóa mã không còn cần.

    Bad:  `Năm 2030. <!-- programme: allow V102 (…) -->` ↔ `The year 2030.`
    Good: `Năm 2030.` ↔ `The year 2030.`
    """
    known = {known.code: known for known in all_rules()}
    places: dict[str, _Places | None] = {}
    for found in suppressions(bitext.documents):
        for code in found.codes:
            told = known.get(code)
            if told is None or not told.guide.silenceable:
                continue  # C102 says it
            if code not in places:  # a rule is run once, however many comments name it
                places[code] = _places(told, bitext)
            there = places[code]
            if there is not None and not _any_there(found, there):
                yield _diagnostic(
                    bitext,
                    found,
                    Wording(
                        vi=f"ghi chú này tắt {code}, nhưng {code} không báo gì ở đây",
                        en=f"this comment silences {code}, which finds nothing here",
                    ),
                )


_Places = dict[str, list[int]]
"""By file, the lines to which findings point, in order."""


def _places(rule: Rule, bitext: Bitext) -> _Places | None:
    """Where `rule` finds something; None where it finds more than is looked through."""
    places: _Places = {}
    for count, found in enumerate(rule.findings(bitext)):
        if count >= LOOKED_THROUGH:
            return None
        for location in found.locations:
            places.setdefault(location.file, []).append(location.line)
    for lines in places.values():
        lines.sort()
    return places


def _any_there(comment: Suppression, places: _Places) -> bool:
    lines = places.get(comment.place.file, [])
    index = bisect_left(lines, comment.first_line)
    return index < len(lines) and lines[index] <= comment.last_line


@rule("C102", silenceable=False)
def suppression_not_understood(bitext: Bitext) -> Iterator[Diagnostic]:
    """A comment to the check names no rule, a rule that cannot be silenced, or no reason.

    Mend: Write `<!-- programme: allow CODE (reason) -->`, with the code from the finding.

    vi: Một ghi chú cho phép kiểm tra không nêu quy tắc, nêu quy tắc không được tắt, hoặc
    thiếu lý do.

    Sửa: Viết `<!-- programme: allow MÃ (lý do) -->`, với mã lấy từ thông báo.

    Bad:  `<!-- programme: allow V102 -->`
    Good: `<!-- programme: allow V102 (bản gốc làm tròn số) -->`
    """
    known = {known.code: known for known in all_rules()}
    for found in suppressions(bitext.documents):
        if problem := _problem(found, known):
            yield _diagnostic(bitext, found, problem)


def _problem(found: Suppression, known: dict[str, Rule]) -> Wording | None:
    if not found.codes:
        return Wording(
            vi="không hiểu ghi chú này cho phép kiểm tra",
            en="this comment to the check is not understood",
        )
    for code in found.codes:
        if code not in known:
            return Wording(vi=f"không có quy tắc {code}", en=f"there is no rule {code}")
        if not known[code].guide.silenceable:
            return Wording(vi=f"quy tắc {code} không được tắt", en=f"{code} cannot be silenced")
    if not found.reason:
        return Wording(vi="ghi chú này thiếu lý do", en="this comment gives no reason")
    return None


def _diagnostic(bitext: Bitext, found: Suppression, message: Wording) -> Diagnostic:
    return Diagnostic(message, (bitext.at(found.side, found.place, len(found.written)),))
