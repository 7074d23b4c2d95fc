"""What a change does beside the texts, in words: who reads it need not know the code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diptych.changes.steering import Part, Softening, Turned
from diptych.report import Review, sentences
from diptych.report.reservations import HELD
from diptych.wording import Wording

HEAD = Wording(vi="Đề nghị này còn thay đổi", en="What else this request changes")


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to be looked at, with what it is about."""

    wording: Wording
    items: tuple[str, ...] = ()
    """The files, rules or settings that the notice is about, or texts of unknown hands."""
    grave: bool = False
    """Whether the notice lessens what the check's verdict is worth."""


_PARTS = {
    Part.WORKFLOWS: Wording(
        vi="Đề nghị này sửa quy trình kiểm tra chính nó, hoặc việc mời ai xem lại",
        en="This request changes the workflows that check it, or who is asked to review it",
    ),
    Part.CHECK: Wording(
        vi="Đề nghị này sửa chính chương trình kiểm tra, hoặc cách dựng trang web",
        en="This request changes the check itself, or how the site is built",
    ),
    Part.LOOK: Wording(
        vi="Đề nghị này sửa những gì mọi trang hiện ra hoặc chạy",
        en="This request changes what every page shows or runs",
    ),
    Part.TESTS: Wording(
        vi="Đề nghị này sửa các bài thử của chương trình kiểm tra và trang web",
        en="This request changes the tests of the check and the site",
    ),
}
_JUDGED = Wording(
    vi="Văn bản được xét bằng chương trình kiểm tra và thiết lập của nhánh nhận đề nghị; "
    "phần nào cần đến mã hoặc thiết lập của chính đề nghị thì chưa xét được ở đây",
    en="The texts were judged by the check and the settings of the branch that the request goes "
    "to; what needs the request's own code or settings could not be judged here",
)
_RULES = {
    Softening.GONE: Wording(vi="Quy tắc không còn nữa", en="Rules that are gone"),
    Softening.WARNING: Wording(
        vi="Quy tắc chỉ còn cảnh báo, không từ chối nữa",
        en="Rules that only warn and no longer refuse",
    ),
    Softening.SILENCEABLE: Wording(
        vi="Quy tắc từ nay có thể bị ghi chú tắt",
        en="Rules that a comment can silence from now on",
    ),
    Softening.SELDOM: Wording(
        vi="Quy tắc từ nay chỉ chạy khi được yêu cầu",
        en="Rules that run only where they are asked for from now on",
    ),
}
_TURNED = {
    Turned.LINK: Wording(vi="Liên kết của hệ thống tệp", en="Symbolic links"),
    Turned.REPOSITORY: Wording(vi="Kho khác được kéo vào", en="Other repositories pulled in"),
    Turned.PROGRAM: Wording(
        vi="Tệp trở thành chương trình chạy được", en="Files that become executable"
    ),
}
_HOOKS = Wording(vi="Khi dựng trang không còn chạy", en="The build no longer runs")
_SETTINGS = Wording(
    vi="Thiết lập của chương trình kiểm tra thay đổi", en="Changed settings of the check"
)
_PACKAGES = Wording(
    vi="Các thư viện mà dự án dựa vào thay đổi", en="Changed dependencies of the project"
)
_ASSETS = Wording(
    vi="Tập lệnh, kiểu dáng hoặc khuôn mẫu mới của trang web",
    en="New scripts, styles or templates of the site",
)
_REVIEWED_HERE = Wording(
    vi="Chính đề nghị này ghi rằng đã có người rà soát bản dịch của các đoạn",
    en="This request itself says that somebody has reviewed the translation of",
)
_CORRECTED_HERE = Wording(
    vi="Chính đề nghị này ghi những chỗ bản gốc khác văn bản nguồn",
    en="This request itself records where the original departs from the source",
)
_UNSEEN = Wording(
    vi="Tệp mà người xem lại không thấy được nội dung (không phải văn bản, hoặc quá lớn)",
    en="Files whose content reviewers are not shown (not text, or too large)",
)


def notices(review: Review) -> tuple[Notice, ...]:
    """The notices of a report, those that weigh most first."""
    return tuple(_notices(review))


def _notices(review: Review) -> Iterator[Notice]:
    found = review.steering
    for part in (Part.WORKFLOWS, Part.CHECK):
        yield from _listed(_PARTS[part], found.parts.get(part, ()), grave=True)
    if review.base.requested and Part.CHECK in found.parts:
        yield Notice(_JUDGED)
    if found.held:
        yield Notice(HELD[found.held], grave=True)
    yield from _listed(_SETTINGS, found.settings)
    for softening, codes in found.rules.items():
        yield Notice(_RULES[softening], codes, grave=True)
    yield from _listed(_HOOKS, found.hooks, grave=True)
    yield from _listed(_PACKAGES, found.packages)
    yield from _listed(_PARTS[Part.LOOK], found.parts.get(Part.LOOK, ()), grave=True)
    yield from _listed(_ASSETS, found.assets)
    yield from _listed(_PARTS[Part.TESTS], found.parts.get(Part.TESTS, ()))
    corrected = [f"{e.place}: {e.found} → {e.printed}" for e in review.corrected_here]
    yield from _listed(_CORRECTED_HERE, corrected)
    reviewed = [sentences.standing(found) for found in review.reviewed_here]
    yield from _listed(_REVIEWED_HERE, reviewed, grave=True)
    for turned, paths in found.turned.items():
        yield Notice(_TURNED[turned], paths)
    yield from _listed(_UNSEEN, found.unseen)


def _listed(wording: Wording, items: Sequence[str], *, grave: bool = False) -> Iterator[Notice]:
    if items:
        yield Notice(wording, tuple(items), grave)
