"""What a report says, in one language or in two."""

from __future__ import annotations

from collections.abc import Sequence

from programme.changes.comparison import What
from programme.locales import locale
from programme.report import Review
from programme.units import Unit
from programme.wording import Wording

TITLE = Wording(vi="Những gì thay đổi", en="What changes")
FINDINGS = Wording(vi="Cần sửa", en="To be mended")
CHANGES = Wording(vi="Những đoạn thay đổi", en="The passages that change")
MOVED = Wording(vi="Chỉ đổi số hoặc chỗ", en="Only numbered or placed otherwise")
FILES = Wording(vi="Tệp thay đổi", en="Files that change")
OTHER_FILES = Wording(vi="Tệp khác cũng thay đổi", en="Other files that change")
STATUS = Wording(vi="Tình trạng bản dịch", en="State of the translation")
LAGGING = Wording(vi="Cần xác nhận", en="To be confirmed")
MEND = Wording(vi="Cách sửa", en="How to mend it")
AGREES = Wording(vi="Hai bản khớp nhau.", en="The two languages agree.")
UNCHANGED = Wording(vi="không đổi", en="unchanged")
ABSENT = Wording(vi="không có", en="none")
PREVIEW = Wording(
    vi="Tải trang web xem thử (giải nén rồi mở index.html)",
    en="Download the site as it would be (unpack it and open index.html)",
)
PAGE = Wording(vi="Xem toàn bộ báo cáo", en="See the whole report")
WARNING = Wording(vi="cảnh báo", en="warning")
BASE_UNREAD = Wording(
    vi="Không đọc được văn bản trước khi sửa, nên không so sánh được từng đoạn:",
    en="The texts as they were cannot be read, so no passage could be compared:",
)
UNREAD = Wording(vi="Không đọc được văn bản:", en="The texts cannot be read:")
WHAT = {
    What.ADDED: Wording(vi="thêm", en="added"),
    What.REMOVED: Wording(vi="bỏ", en="removed"),
    What.CHANGED: Wording(vi="sửa", en="changed"),
    What.MOVED: Wording(vi="chuyển", en="moved"),
}
_BETWEEN = " · "


def label(wording: Wording, languages: Sequence[str]) -> str:
    """A few words, in one language after the other; once where both say the same."""
    return _BETWEEN.join(dict.fromkeys(wording[language] for language in languages))


def more(left: int) -> Wording:
    """That so many are not shown."""
    return Wording(
        vi=f"Còn {left} mục nữa trong báo cáo đầy đủ.",
        en=f"{left} more in the whole report.",
    )


def verdict(review: Review) -> Wording:
    """Whether the change may be published, in a sentence."""
    if review.checked is None:
        return Wording(
            vi="Không kiểm tra được: có tệp không đọc được.",
            en="It could not be checked: a file cannot be read.",
        )
    count = len(review.checked.diagnostics)
    if not count:
        return AGREES
    findings = "finding" if count == 1 else "findings"
    if review.agrees:
        return Wording(
            vi=f"Hai bản khớp nhau; có {count} cảnh báo.",
            en=f"The two languages agree; {count} {'warning' if count == 1 else 'warnings'}.",
        )
    return Wording(
        vi=f"Hai bản chưa khớp nhau: {count} phát hiện cần sửa.",
        en=f"The two languages do not agree: {count} {findings} to be mended.",
    )


def counted(review: Review) -> Wording:
    """With what the texts were compared, and how many passages are not as they were."""
    base = review.base.short
    if not any(sign in review.revision for sign in "^~@"):  # a name that people know
        base = f"{review.revision} ({base})"
    if review.checked is None or review.base.texts is None:
        return Wording(vi=f"Mốc so sánh: {base}.", en=f"To be compared with {base}.")
    kinds = [change.what for change in review.changes]
    told = [(what, kinds.count(what)) for what in What if what in kinds]
    vi = ", ".join(f"{count} {WHAT[what].vi}" for what, count in told)
    en = ", ".join(f"{count} {WHAT[what].en}" for what, count in told)
    return Wording(
        vi=f"So với {base}: " + (f"số đoạn {vi}." if told else "không đoạn nào thay đổi."),
        en=f"Compared with {base}: " + (f"passages {en}." if told else "no passage changes."),
    )


def files(review: Review) -> Wording:
    """What the files are that no passage above tells of."""
    return OTHER_FILES if review.texts else FILES


def citation(unit: Unit, side: int) -> str:
    """How the unit is cited in the language of `side`; as in the other one where it has none."""
    return unit.citation(side) or unit.citation(1 - side) or unit.id


def citations(unit: Unit) -> str:
    """In both languages of the text."""
    return _BETWEEN.join(dict.fromkeys(citation(unit, side) for side in (0, 1)))


def names_of_languages(review: Review) -> tuple[str, str]:
    """What the languages of the texts call themselves."""
    if review.checked is None:
        return "", ""
    original, translation = review.checked.bitext.documents
    return locale(original.locale).name, locale(translation.locale).name
