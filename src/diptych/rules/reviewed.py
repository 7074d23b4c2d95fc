"""Freshness: whether the translation still has the very words that were reviewed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diptych.diagnostics import Diagnostic, Severity
from diptych.freshness.state import Standing, State, fingerprint
from diptych.language.weight.comparison import Shift, shifts
from diptych.language.weight.kinds import CALLED
from diptych.model import Side
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.standings import changed_words, finding, standings
from diptych.wording import Wording

_ROOM = 30_000_000
"""How many pairs of words are weighed against each other in all: anybody may have written them."""


def _required(bitext: Bitext) -> bool:
    return bitext.review_required


@rule("W103", Severity.WARNING, silenceable=False, error_if=_required)
def reviewed_translation_says_something_else(bitext: Bitext) -> Iterator[Diagnostic]:
    """A translation was reviewed, and its meaning has changed since, while the original stayed.

    The words that were reviewed are found in git's history and compared with the present ones.
    These changes are of weight: a negation; an obligation (shall, should, may); a quantity or a
    comparison (all, some, at least, more); a time or an order (before, after, until); a word and
    its opposite (domestic, foreign); a connective (or, despite, unless); a figure; a name; words
    that changed places; a sentence, a clause or a member of a list that was left out or added.
    `review = "required"` in `[tool.diptych]` makes this an error.

    Mend: Read the translation against the original; undo the change or review the new words, then
    record that with `diptych confirm --reviewed`.

    vi: Bản dịch đã được rà soát, sau đó nghĩa của nó bị đổi trong khi bản gốc giữ nguyên.

    Lời văn đã rà soát được tìm trong lịch sử của git rồi so với lời văn hiện nay. Những thay đổi
    sau là quan trọng: phủ định; mức độ bắt buộc (phải, nên, có thể); lượng hoặc so sánh (tất cả,
    một số, ít nhất, hơn); thời gian và trình tự (trước, sau, đến); từ trái nghĩa (trong nước, ngoài
    nước); từ nối (hoặc, mặc dù, trừ khi); con số; tên riêng; từ ngữ đổi chỗ; một câu, một vế hoặc
    một thành phần liệt kê bị bỏ hoặc thêm vào. `review = "required"` trong `[tool.diptych]` coi đây
    là lỗi.

    Sửa: Đọc lại bản dịch theo bản gốc; trả lại lời cũ hoặc rà soát lời mới, rồi ghi nhận bằng lệnh
    `diptych confirm --reviewed`.

    Bad:  `Không được hút thuốc.` ↔ `Smoking is allowed.` (reviewed: `Smoking is not allowed.`)
    Good: `Không được hút thuốc.` ↔ `Smoking is not allowed.` (reviewed)
    Sai:  `Không được hút thuốc.` ↔ `Smoking is allowed.` (đã rà soát: `Smoking is not allowed.`)
    Đúng: `Không được hút thuốc.` ↔ `Smoking is not allowed.` (đã rà soát)
    """
    for standing, changed in _lapsed(bitext):
        if changed:
            yield _told(bitext, standing, changed)


@rule("W104", Severity.WARNING, silenceable=False, error_if=_required)
def reviewed_translation_changed(bitext: Bitext) -> Iterator[Diagnostic]:
    """A translation was reviewed, and its wording has changed since, while the original stayed.

    Either no word of weight changed (see W103), or what was reviewed is not in git's history, so
    that what changed is not known. `review = "required"` in `[tool.diptych]` makes this an error.

    Mend: Read the translation against the original, then record the review of the new words with
    `diptych confirm --reviewed`.

    vi: Bản dịch đã được rà soát, sau đó lời văn bị đổi trong khi bản gốc giữ nguyên.

    Hoặc không từ quan trọng nào đổi (xem W103), hoặc lời văn đã rà soát không có trong lịch sử của
    git nên không biết đã đổi những gì. `review = "required"` trong `[tool.diptych]` coi đây là lỗi.

    Sửa: Đọc lại bản dịch theo bản gốc, rồi ghi nhận việc rà soát lời mới bằng lệnh
    `diptych confirm --reviewed`.

    Bad:  `Duy trì quan hệ.` ↔ `Keep up relations.` (reviewed: `Maintain relations.`)
    Good: `Duy trì quan hệ.` ↔ `Maintain relations.` (reviewed)
    Sai:  `Duy trì quan hệ.` ↔ `Keep up relations.` (đã rà soát: `Maintain relations.`)
    Đúng: `Duy trì quan hệ.` ↔ `Maintain relations.` (đã rà soát)
    """
    for standing, changed in _lapsed(bitext):
        if not changed:
            yield _told(bitext, standing, ())


@rule("W105", silenceable=False)
def translation_not_reviewed(bitext: Bitext) -> Iterator[Diagnostic]:
    """Nobody has reviewed a translation, and the project requires a review of each.

    It does if `[tool.diptych]` says `review = "required"`.

    Mend: Have someone else read the translation against the original, then record that with
    `diptych confirm --reviewed`.

    vi: Chưa ai rà soát một đoạn dịch, mà dự án đòi hỏi mọi đoạn phải được rà soát.

    Dự án đòi hỏi như vậy khi `[tool.diptych]` ghi `review = "required"`.

    Sửa: Nhờ một người khác đọc bản dịch theo bản gốc, rồi ghi nhận bằng lệnh
    `diptych confirm --reviewed`.

    Bad:  `Duy trì quan hệ.` ↔ `Maintain relations.` (confirmed, not reviewed)
    Good: `Duy trì quan hệ.` ↔ `Maintain relations.` (reviewed)
    Sai:  `Duy trì quan hệ.` ↔ `Maintain relations.` (đã xác nhận, chưa rà soát)
    Đúng: `Duy trì quan hệ.` ↔ `Maintain relations.` (đã rà soát)
    """
    if not bitext.review_required:
        return
    for standing in standings(bitext.freshness):
        if standing.state is State.UNREVIEWED and not standing.lapsed:
            told = Wording(
                vi="chưa ai rà soát đoạn dịch này", en="nobody has reviewed this translation"
            )
            yield finding(bitext, standing, told, _fingerprint(standing))


def _lapsed(bitext: Bitext) -> Iterator[tuple[Standing, Sequence[Shift]]]:
    """Each reviewed translation whose words are others now, with the changes of weight."""
    room = _ROOM
    for standing in standings(bitext.freshness):
        if not standing.lapsed:
            continue
        now, before = standing.now(Side.TRANSLATION), standing.reviewed_before
        room -= before.count(" ") * now.count(" ")
        known = before and room > 0
        yield standing, shifts(before, now, bitext.translation.locale) if known else ()


def _told(bitext: Bitext, standing: Standing, changed: Sequence[Shift]) -> Diagnostic:
    before, now = standing.reviewed_before, standing.now(Side.TRANSLATION)
    kept, other = bitext.language(Side.ORIGINAL), bitext.language(Side.TRANSLATION)
    was, has = changed_words(before, now)
    words = f": “{was}” → “{has}”" if before else ""
    weight = Wording(
        vi="; ".join(_one(shift, "vi") for shift in changed),
        en="; ".join(_one(shift, "en") for shift in changed),
    )
    if changed:
        told = Wording(
            vi=f"nghĩa bản {other.vi} đã đổi sau khi rà soát – {weight.vi}{words}",
            en=f"the {other.en} changed in meaning after it was reviewed – {weight.en}{words}",
        )
    else:
        told = Wording(
            vi=f"lời bản {other.vi} đã đổi sau khi rà soát, bản {kept.vi} vẫn như cũ{words}",
            en=f"the {other.en} changed after it was reviewed, the {kept.en} did not{words}",
        )
    return finding(bitext, standing, told, _fingerprint(standing))


def _one(shift: Shift, language: str) -> str:
    called = CALLED[shift.kind][language]
    if shift.out and shift.put:
        return f"{called} (“{shift.out}” → “{shift.put}”)"
    if shift.out or shift.put:
        return f"{called} ({'−' if shift.out else '+'} “{shift.out or shift.put}”)"
    return called


def _fingerprint(standing: Standing) -> str:
    return fingerprint(standing.now(Side.TRANSLATION))
