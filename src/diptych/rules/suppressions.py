"""Suppressions: a comment that silences a rule is understood, and silences something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from diptych.diagnostics import Diagnostic
from diptych.diagnostics.suppressions import Suppression
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.wording import Wording


@rule("C101", silenceable=False, judges_comments=True)
def suppression_of_nothing(bitext: Bitext) -> Iterator[Diagnostic]:
    """A comment silences a rule that reports nothing there.

    Mend: Remove the comment, or the code that is no longer needed.

    vi: Một ghi chú tắt một quy tắc vốn không báo gì ở chỗ đó.

    Sửa: Xóa ghi chú, hoặc xóa mã không còn cần.

    Bad:  `Năm 2030. <!-- diptych: allow V102 (…) -->` ↔ `The year 2030.`
    Good: `Năm 2030.` ↔ `The year 2030.`
    """
    for found, code in bitext.comments.idle:
        yield _diagnostic(
            bitext,
            found,
            Wording(
                vi=f"ghi chú này tắt {code}, nhưng {code} không báo gì ở đây",
                en=f"this comment silences {code}, which finds nothing here",
            ),
        )


@rule("C102", silenceable=False)
def suppression_not_understood(bitext: Bitext) -> Iterator[Diagnostic]:
    """A comment to the check names no rule, a rule that cannot be silenced, or no reason.

    Mend: Write `<!-- diptych: allow CODE (reason) -->`, with the code from the finding; its letter
    alone silences the whole family.

    vi: Một ghi chú dành cho chương trình kiểm tra không nêu quy tắc, nêu quy tắc không được tắt,
    hoặc thiếu lý do.

    Sửa: Viết `<!-- diptych: allow MÃ (lý do) -->`, với mã lấy từ thông báo; chỉ ghi chữ cái đầu thì
    tắt cả nhóm quy tắc.

    Bad:  `<!-- diptych: allow V102 -->`
    Good: `<!-- diptych: allow V102 (bản gốc làm tròn số) -->`
    """
    for found in bitext.comments.written:
        if problem := _problem(found, bitext.comments.silenceable):
            yield _diagnostic(bitext, found, problem)


def _problem(found: Suppression, silenceable: Mapping[str, bool]) -> Wording | None:
    if not found.codes:
        return Wording(
            vi="không hiểu ghi chú này dành cho chương trình kiểm tra",
            en="this comment to the check is not understood",
        )
    for code in found.codes:
        rules = [known for known in silenceable if known.startswith(code)]
        if not rules:
            return Wording(vi=f"không có quy tắc {code}", en=f"there is no rule {code}")
        if not any(silenceable[known] for known in rules):
            return Wording(vi=f"quy tắc {code} không được tắt", en=f"{code} cannot be silenced")
    if not found.reason:
        return Wording(vi="ghi chú này thiếu lý do", en="this comment gives no reason")
    return None


def _diagnostic(bitext: Bitext, found: Suppression, message: Wording) -> Diagnostic:
    return Diagnostic(message, (bitext.at(found.side, found.place, len(found.written)),))
