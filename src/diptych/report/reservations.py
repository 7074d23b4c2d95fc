"""Reasons why a verdict is not plain: more is to be looked at than the check could judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diptych.changes.steering import Held, Part
from diptych.report import Review
from diptych.wording import Wording

HELD = {
    Held.NOTHING: Wording(
        vi="Bản gốc sẽ không còn được đối chiếu với văn bản nguồn",
        en="The original is no longer held against the source",
    ),
    Held.OTHER: Wording(
        vi="Bản gốc sẽ được đối chiếu với một văn bản nguồn khác",
        en="The original is compared with a different source",
    ),
}
_CHANGED = {
    Part.WORKFLOWS: Wording(vi="quy trình kiểm tra nó", en="the workflows that check it"),
    Part.CHECK: Wording(vi="chính chương trình kiểm tra", en="the check itself"),
    Part.LOOK: Wording(vi="cái mọi trang hiện ra hoặc chạy", en="what every page shows or runs"),
    Part.TESTS: Wording(vi="các bài thử", en="the tests"),
}


def reservations(review: Review) -> tuple[Wording, ...]:
    """Clauses that qualify the verdict; none where it is plain."""
    return tuple(_reservations(review))


def _reservations(review: Review) -> Iterator[Wording]:
    if parts := [_CHANGED[part] for part in review.steering.parts]:
        yield Wording(
            vi=f"đề nghị này sửa {_enumerated([part.vi for part in parts], 'và')}",
            en=f"this request changes {_enumerated([part.en for part in parts], 'and')}",
        )
    if count := len(review.newly_silenced):
        yield Wording(
            vi=f"đề nghị này tắt {count} phát hiện",
            en=f"this request silences {count} finding{'' if count == 1 else 's'}",
        )
    if held := review.steering.held:
        said = HELD[held]
        yield Wording(vi=said.vi[0].lower() + said.vi[1:], en=said.en[0].lower() + said.en[1:])


def _enumerated(items: Sequence[str], word: str) -> str:
    *others, last = items
    return f"{', '.join(others)} {word} {last}" if others else last
