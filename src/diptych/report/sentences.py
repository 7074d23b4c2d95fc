"""The sentences of a report, in one language or in two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from diptych.alignment.units import Unit
from diptych.changes.kind_names import TOLD as CHANGED
from diptych.changes.passage_changes import Change, ChangeKind
from diptych.diagnostics import Severity
from diptych.freshness.state import State
from diptych.freshness.state_names import TOLD
from diptych.language.locales import locale
from diptych.language.weight.kinds import CALLED
from diptych.model import Side
from diptych.report import Review
from diptych.report.documents import DocumentReview, ToldChange, ToldStanding
from diptych.report.reservations import reservations
from diptych.wording import Wording

TITLE = Wording(vi="Những thay đổi", en="What changes")
FINDINGS = Wording(vi="Cần sửa", en="To fix")
CHANGES = Wording(vi="Những đoạn thay đổi", en="Passages that change")
MOVED = Wording(vi="Chỉ đổi số, vị trí hoặc cấp", en="Only renumbered, moved or re-ranked")
FILES = Wording(vi="Tệp thay đổi", en="Files that change")
OTHER_FILES = Wording(vi="Tệp khác cũng thay đổi", en="Other files that change")
STATUS = Wording(vi="Tình trạng bản dịch", en="State of the translation")
LAGGING = Wording(vi="Cần xác nhận", en="To be confirmed")
UNCHANGED = Wording(vi="không đổi", en="unchanged")
ABSENT = Wording(vi="không có", en="none")
PREVIEW = Wording(
    vi="Tải trang web xem thử (giải nén rồi mở index.html)",
    en="Download a preview of the site (unpack it and open index.html)",
)
PAGE = Wording(vi="Xem toàn bộ báo cáo", en="See the full report")
SILENCED = Wording(vi="Phát hiện bị ghi chú tắt", en="Findings silenced by comments")
NEW = Wording(vi="mới", en="new")
REASON = Wording(vi="Lý do", en="Reason given")
REVIEWED_HERE = Wording(
    vi="chính đề nghị này ghi là đã rà soát", en="reviewed, as this request itself says"
)
BASE_UNREAD = Wording(
    vi="Không đọc được văn bản trước khi sửa, nên không so sánh được từng đoạn:",
    en="The earlier texts cannot be read, so no passages could be compared:",
)
UNREAD = Wording(vi="Không đọc được văn bản:", en="The texts cannot be read:")
_BETWEEN = " · "


def more(left: int) -> Wording:
    """A sentence that says how many entries of a list are not shown."""
    return Wording(
        vi=f"Còn {left} mục nữa trong báo cáo đầy đủ.",
        en=f"{left} more in the full report.",
    )


def verdict(review: Review) -> Wording:
    """A sentence that says whether the change may be published."""
    if review.checked is None:
        return Wording(
            vi="Không kiểm tra được: có tệp không đọc được.",
            en="This could not be checked: a file cannot be read.",
        )
    found = Counter(diagnostic.severity for diagnostic in review.checked.diagnostics)
    errors, warnings = found[Severity.ERROR], found[Severity.WARNING]
    warned = Wording(
        vi=f"; có {warnings} cảnh báo." if warnings else ".",
        en=f"; {warnings} {'warning' if warnings == 1 else 'warnings'}." if warnings else ".",
    )
    if not errors:
        but = reservations(review)
        held = Wording(
            vi=f", nhưng {'; '.join(clause.vi for clause in but)}" if but else "",
            en=f", but {'; '.join(clause.en for clause in but)}" if but else "",
        )
        return Wording(
            vi=f"Hai bản khớp nhau{held.vi}{warned.vi}",
            en=f"The two languages agree{held.en}{warned.en}",
        )
    findings = "finding" if errors == 1 else "findings"
    return Wording(
        vi=f"Hai bản chưa khớp nhau: {errors} phát hiện cần sửa{warned.vi}",
        en=f"The two languages do not agree: {errors} {findings} to fix{warned.en}",
    )


def sign(review: Review) -> str:
    """The verdict as a sign: whether the change may be published and whether to look further."""
    if not review.agrees:
        return "✗"
    return "⚠" if reservations(review) else "✓"


def counted(review: Review) -> Wording:
    """A sentence on the base of the comparison and how many passages changed."""
    base = review.base.short
    if not any(sign in review.revision for sign in "^~@"):  # a name that people know
        base = f"{review.revision} ({base})"
    if review.checked is None or review.base.texts is None:
        return Wording(vi=f"Mốc so sánh: {base}.", en=f"Base of the comparison: {base}.")
    kinds = [told.change.what for told in review.changes]
    told = [(CHANGED[what], kinds.count(what)) for what in ChangeKind if what in kinds]
    if not told:
        return Wording(
            vi=f"So với {base}: không đoạn nào thay đổi.",
            en=f"Compared with {base}: no passages changed.",
        )
    vi = [f"{what.vi} {count} đoạn" for what, count in told]
    (what, count), *others = told
    en = [f"{count} {'passage' if count == 1 else 'passages'} {what.en}"]
    en += [f"{count} {what.en}" for what, count in others]
    return Wording(
        vi=f"So với {base}: {', '.join(vi)}.", en=f"Compared with {base}: {', '.join(en)}."
    )


def files(review: Review) -> Wording:
    """The heading of the list of files that no passage above tells of."""
    return OTHER_FILES if review.texts else FILES


def citation(document: DocumentReview, unit: Unit, side: Side) -> str:
    """The citation of a `unit` of the `document` in the language of `side`, or in the other one
    where it has none; among several documents, with that of its document.
    """
    place = unit.citation(side) or unit.citation(side.other) or unit.id
    return ", ".join(filter(None, (document.called[side], place)))


def citations(document: DocumentReview, unit: Unit) -> str:
    """The citations of a `unit` of the `document` in both languages of the text."""
    return _BETWEEN.join(dict.fromkeys(citation(document, unit, side) for side in Side))


def standing(found: ToldStanding) -> str:
    """The citations, in both languages, of a text of the translation that stands so."""
    return citations(found.document, found.standing.unit)


def fate(document: DocumentReview, change: Change) -> tuple[Wording, ...]:
    """What became of a passage, and how its translation stands where that is to be looked at."""
    told = [CHANGED[change.what]]
    if change.moved and change.what is not ChangeKind.MOVED:
        told.append(CHANGED[ChangeKind.MOVED])
    if weight := [CALLED[shift.kind] for shift in document.weight_of(change)]:
        told.append(
            Wording(
                vi=f"đổi nghĩa ({', '.join(kind.vi for kind in weight)})",
                en=f"meaning changed ({', '.join(kind.en for kind in weight)})",
            )
        )
    state = document.state_of(change)
    if state and state is not State.REVIEWED:
        told.append(TOLD[state])
    elif change.after and change.after.id in document.reviewed_here:
        told.append(REVIEWED_HERE)
    return tuple(told)


def standings(review: Review) -> tuple[tuple[Wording, int], ...]:
    """The number of texts in each state that has any, those reviewed by the change apart."""
    states, here = review.states, len(review.reviewed_here)
    counts = [(TOLD[state], states[state]) for state in State]
    counts[0] = (TOLD[State.REVIEWED], states[State.REVIEWED] - here)
    counts.insert(1, (REVIEWED_HERE, here))
    return tuple((wording, count) for wording, count in counts if count)


def went(told: ToldChange, name: Callable[[DocumentReview, Unit], str]) -> str:
    """Where a passage was and where it is, by its `name`, or by its files if that is the same."""
    was, now = told.change.before or told.change.unit, told.change.unit
    there, here = name(told.document, was), name(told.document, now)
    if there != here:
        return f"{there} → {here}"
    return here if was.path == now.path else f"{here}: {was.path} → {now.path}"


def names_of_languages(review: Review) -> tuple[str, str]:
    """The name that each language of the texts gives itself."""
    if review.checked is None:
        return "", ""
    original, translation = review.checked.bitext.documents
    return locale(original.locale).name, locale(translation.locale).name
