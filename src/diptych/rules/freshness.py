"""Freshness: whether the translation still renders the original as it is."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.diagnostics import Diagnostic
from diptych.freshness.state import Freshness, Standing, State
from diptych.model import Side
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.standings import changed_words, finding, standings
from diptych.wording import Wording


@rule("W101", silenceable=False)
def translation_of_another_wording(bitext: Bitext) -> Iterator[Diagnostic]:
    """The original changed after its translation was confirmed.

    The project records which wording of the original each text of the translation renders.

    Mend: Read the translation against the original as it is now, correct it where it differs, and
    confirm it with `diptych confirm`.

    vi: Bản gốc đã thay đổi sau khi bản dịch được xác nhận.

    Dự án ghi lại mỗi đoạn dịch ứng với lời văn nào của bản gốc.

    Sửa: Đọc lại bản dịch theo bản gốc hiện nay, sửa chỗ khác nhau, rồi xác nhận bằng lệnh
    `diptych confirm`.

    Bad:  `Tăng cường hợp tác và đầu tư.` ↔ `Strengthen cooperation.` (confirmed before `và đầu tư`)
    Good: `Tăng cường hợp tác và đầu tư.` ↔ `Strengthen cooperation and investment.` (confirmed)
    Sai:  `Tăng cường hợp tác và đầu tư.` ↔ `Strengthen cooperation.` (xác nhận trước `và đầu tư`)
    Đúng: `Tăng cường hợp tác và đầu tư.` ↔ `Strengthen cooperation and investment.` (đã xác nhận)
    """
    name = bitext.language(Side.ORIGINAL)
    for standing in _in_state(bitext.freshness, State.OUTDATED):
        original = standing.unit.segment(Side.ORIGINAL)
        if original is None:
            continue
        was, now = changed_words(standing.before, original.text)
        told = f": “{was}” → “{now}”" if standing.before else ""
        yield finding(
            bitext,
            standing,
            Wording(
                vi=f"bản {name.vi} đã đổi sau khi đoạn dịch này được xác nhận{told}",
                en=f"the {name.en} changed after this translation was confirmed{told}",
            ),
        )


@rule("W102", silenceable=False)
def translation_not_confirmed(bitext: Bitext) -> Iterator[Diagnostic]:
    """A text has a translation that nobody has confirmed.

    Mend: Read the translation against the original and confirm it with `diptych confirm`.

    vi: Một đoạn có bản dịch mà chưa ai xác nhận.

    Sửa: Đọc bản dịch theo bản gốc rồi xác nhận bằng lệnh `diptych confirm`.

    Bad:  `- Một gạch đầu dòng mới.` ↔ `- A new dash.` (no line in the record)
    Good: `- Một gạch đầu dòng mới.` ↔ `- A new dash.` (confirmed)
    Sai:  `- Một gạch đầu dòng mới.` ↔ `- A new dash.` (chưa có dòng nào trong sổ xác nhận)
    Đúng: `- Một gạch đầu dòng mới.` ↔ `- A new dash.` (đã xác nhận)
    """
    for standing in _in_state(bitext.freshness, State.UNCONFIRMED):
        yield finding(
            bitext,
            standing,
            Wording(
                vi="đoạn dịch này chưa được xác nhận là khớp với bản gốc",
                en="nobody has confirmed that this translation renders the original",
            ),
        )


def _in_state(found: Freshness | None, state: State) -> Iterator[Standing]:
    return (standing for standing in standings(found) if standing.state is state)
