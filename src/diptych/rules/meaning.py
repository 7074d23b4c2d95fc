"""Meaning: what one language says and the other one contradicts, sentence by sentence.

Each rule asks for evidence in both languages: "must" alone is none against a text that says "may"
in other words. What words say and what they may also mean is in `language.weight`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diptych.diagnostics import Diagnostic, Location, Severity
from diptych.language.name_order import exchanged_names
from diptych.language.weight.explained import is_explained
from diptych.language.weight.kinds import NOT
from diptych.language.weight.oppositions import (
    NO_POLES,
    Contradiction,
    contradictions,
    found_in,
    in_question,
    said_otherwise,
)
from diptych.language.weight.senses import senses
from diptych.language.weight.words import opposed_in
from diptych.model import Side
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.clause_pairs import Clause, ClausePair, clause_pairs, sentence_pairs
from diptych.wording import Wording

_FEW = 4
"""The fewest words of a clause that is judged by what it lacks."""
_BEHIND = 8
"""How many words behind a denial are looked at for what it denies."""
_NEXT = 4
"""The same beside words that might render the denial, if they did not render others."""
_ORDERS = 2
"""The fewest clauses that order without a word for it, in a text that is known to do so."""
_AFTER = 8
"""How many characters behind a denial are looked at for what closes a question."""
_OPPOSITES = (
    "growth", "home", "trade", "standing", "owner", "inside", "sign", "success", "favour",
    "feasible", "lasting", "stable", "enough", "effect", "lawful", "peace", "friendly", "keeping",
    "drawing", "urging", "help", "assent", "leave", "going", "newness", "width", "esteem", "degree",
    "term", "stay", "route", "free will", "parties", "tier", "variety", "north", "east", "deal",
    "edge", "likeness",
)  # fmt: skip
"""The contrasts of which two opposites make no other rule's business."""
_SHARES = frozenset({"share", "amount", "plenty", "extent", "whole", "body", "rank", "crowd"})
"""The contrasts of how much of something is spoken of."""
_CLOSING = (".", ",", "!", "?", ")", "…", "”", '"')


@rule("B101", Severity.WARNING, needs_grammar=True, of_close=True)
def denied_in_one_language(bitext: Bitext) -> Iterator[Diagnostic]:
    """A clause denies something in one language, and says it in the other.

    Known are some hundred words of what is said or denied ("meets", "is stable", "supports").
    Anything that a translator may use for a negation counts as one: "without", "unless", "fail",
    "un-", "-less", "rather".

    Mend: Compare the two; add the negation, or remove it.

    vi: Một vế phủ định điều gì ở bản này mà khẳng định ở bản kia.

    Quy tắc biết chừng một trăm từ chỉ điều được nói hay bị phủ định (đáp ứng, ổn định, hỗ trợ). Mọi
    cách mà người dịch có thể dùng để phủ định đều được tính: thiếu, tránh, trừ khi, ngoài, bất, vô,
    khỏi.

    Sửa: So lại hai bản; thêm từ phủ định, hoặc bỏ đi.

    Bad:  `Sản phẩm chưa được thị trường chấp nhận.` ↔ `The market has accepted the product.`
    Good: `Sản phẩm chưa được thị trường chấp nhận.` ↔ `The market has not accepted the product.`
    """
    for denial in bitext.once(_found_denials):
        if denial.said:
            yield denial.told(bitext)


@rule("B112", Severity.WARNING, needs_grammar=True, optional=True)
def denied_without_a_counterpart(bitext: Bitext) -> Iterator[Diagnostic]:
    """A clause is negated in one language, and nothing in the other negates it.

    What is denied may be said by an opposite ("options" for “giá trị không bắt buộc”), so this rule
    runs only if selected. What B101 knows better is left to it.

    Mend: Compare the two; add the negation, or remove it.

    vi: Một vế có từ phủ định ở bản này, mà ở bản kia không có gì phủ định.

    Điều bị phủ định có thể được diễn đạt bằng một từ trái nghĩa, nên quy tắc chỉ chạy khi được
    chọn. Những gì B101 biết rõ hơn thì để B101 báo.

    Sửa: So lại hai bản; thêm từ phủ định, hoặc bỏ đi.

    Bad:  `Vườn nhà tôi chưa có nước tưới.` ↔ `My garden is well watered.`
    Good: `Vườn nhà tôi chưa có nước tưới.` ↔ `My garden is not yet irrigated.`
    """
    for denial in bitext.once(_found_denials):
        if not denial.said:
            yield denial.told(bitext)


@dataclass(frozen=True)
class _Denial:
    """What one language denies and the other one does not."""

    own: Clause
    other: Clause
    span: tuple[int, int]
    said: bool
    """Whether the other language is known to say it."""

    def told(self, bitext: Bitext) -> Diagnostic:
        """The finding."""
        printed = self.own.printed(*self.span)
        name, there = bitext.language(self.own.side), bitext.language(self.other.side)
        return Diagnostic(
            Wording(
                vi=f"bản {name.vi} có từ phủ định (“{printed}”), bản {there.vi} thì không",
                en=f"{name.en} has a negation (“{printed}”), {there.en} does not",
            ),
            _places(bitext, self.own, self.other, self.span),
        )


def _found_denials(bitext: Bitext) -> Sequence[_Denial]:
    return tuple(_each_denial(bitext))


def _each_denial(bitext: Bitext) -> Iterator[_Denial]:
    counted: dict[int, int] = {}
    for both in clause_pairs(bitext):
        if any(clause.text.rstrip().endswith("?") for clause in both):
            continue
        for side in Side:
            own, other = both[side], both[side.other]
            mine, theirs = opposed_in(own.language), opposed_in(other.language)
            if mine is None or theirs is None or min(len(own.words), len(other.words)) < _FEW:
                continue
            if not own.opens(mine.denials):
                continue  # nearly always
            if mine.denials.first(other.words) is not None or not (found := _denial(own)):
                continue
            hints = _hints(own, other)
            if hints is None:
                continue
            # sentences that are not each other's counterparts deny elsewhere
            for clause in both:
                if id(clause.segment) not in counted:
                    counted[id(clause.segment)] = _denials(clause)
            if counted[id(own.segment)] > counted[id(other.segment)]:
                behind = _NEXT if hints else _BEHIND
                said = _is_said(own, other, found, behind)
                if said or not hints:
                    yield _Denial(own, other, found, said)


def _hints(own: Clause, other: Clause) -> bool | None:
    """Whether words of `other` might render a denial or ask, but render other words of `own`; None
    where one of them renders none.
    """
    theirs = opposed_in(other.language)
    assert theirs is not None  # noqa: S101 - both have denials
    joined = [word for word in other.words if "-" in word]
    if any(theirs.denied.first(word.split("-")[1:]) for word in joined):
        return None  # "project-agnostic"
    hints = False
    for lexicon in (theirs.denied, theirs.asks):
        openings = other.openings.get(lexicon, ())
        for start, end in lexicon.all(other.words, openings):
            hints = True
            if not is_explained(" ".join(other.words[start:end]), other.language, own.words):
                return None
    return hints


def _is_said(own: Clause, other: Clause, denial: tuple[int, int], ahead: int) -> bool:
    """Whether one of the words just behind a denial is said in the other language."""
    mine, theirs = opposed_in(own.language), opposed_in(other.language)
    assert mine is not None and theirs is not None  # noqa: S101, PT018 - both have denials
    behind = own.words[denial[0] : denial[1] + ahead]
    return any(
        own.opens(lexicon)
        and lexicon.first(behind) is not None
        and other.first(theirs.predicates[name]) is not None
        for name, lexicon in mine.predicates.items()
        if name in theirs.predicates
    )


def _denials(clause: Clause) -> int:
    """How many words deny in the whole text that a clause is part of."""
    found = senses(clause.segment.prose, clause.language)
    return sum(one.sense == NOT for one in found)


def _places(
    bitext: Bitext, own: Clause, other: Clause, found: tuple[int, int]
) -> tuple[Location, ...]:
    """Where a denial stands, and where its counterpart should; the translation comes first."""
    here = own.at(bitext, *found)
    offset = own.start + own.tokens[found[0]].start
    there = bitext.about(other.side, other.segment, own.segment, offset)
    return (there, here) if other.side is Side.TRANSLATION else (here, there)


def _denial(clause: Clause) -> tuple[int, int] | None:
    """The span of the first words that deny beyond doubt, not those that end a question."""
    known = opposed_in(clause.language)
    if known is None or not clause.opens(known.denials):
        return None
    words, row = clause.words, clause.tokens
    asked = clause.first(known.asks)
    for found in senses(clause.text, clause.language):
        if asked and asked[0] < found.first:
            return None
        if found.sense != NOT:
            continue
        if known.denials.first(words[found.first : found.end]) is None:
            continue
        if known.denied.first(words[found.end : found.end + 1]) is not None:
            continue  # denied twice
        end = row[found.end - 1].end
        rest = clause.text[end : end + _AFTER].lstrip("*_ ")
        if not rest or rest.startswith(_CLOSING):
            continue
        return found.first, found.end
    return None


@rule("B102", needs_grammar=True, of_close=True)
def duty_against_choice(bitext: Bitext) -> Iterator[Diagnostic]:
    """One language says that something must be done, the other that it may be.

    Mend: Say in both languages what the original says: a duty or a choice.

    vi: Một bản nói là phải làm, bản kia nói là có thể làm.

    Sửa: Ghi ở cả hai bản đúng như bản gốc: bắt buộc hay được phép.

    Bad:  `Chủ đầu tư phải nộp báo cáo.` ↔ `The investor may submit a report.`
    Good: `Chủ đầu tư phải nộp báo cáo.` ↔ `The investor must submit a report.`
    """
    yield from _contradictions(bitext, "obligation", "need", "prohibition")


@rule("B103", needs_grammar=True, of_close=True)
def bound_from_the_other_side(bitext: Bitext) -> Iterator[Diagnostic]:
    """One language says “at least” or “more than”, the other “at most” or “less than”.

    Mend: Give the bound in both languages as the original has it.

    vi: Một bản nói “ít nhất” hoặc “trên”, bản kia nói “nhiều nhất” hoặc “dưới”.

    Sửa: Ghi giới hạn ở cả hai bản đúng như bản gốc.

    Bad:  `Đạt ít nhất 60 điểm.` ↔ `Score no more than 60 points.`
    Good: `Đạt ít nhất 60 điểm.` ↔ `Score at least 60 points.`
    """
    yield from _contradictions(bitext, "bound", "comparison")


@rule("B104", needs_grammar=True, of_close=True)
def before_against_after(bitext: Bitext) -> Iterator[Diagnostic]:
    """One language says “before” or “until”, the other “after” or “from”.

    Mend: Give the same order in time in both languages, as the original has it.

    vi: Một bản nói “trước” hoặc “đến”, bản kia nói “sau” hoặc “từ”.

    Sửa: Ghi cùng một trình tự thời gian ở cả hai bản, đúng như bản gốc.

    Bad:  `Kiểm tra máy trước khi bán.` ↔ `Check the machine after the sale.`
    Good: `Kiểm tra máy trước khi bán.` ↔ `Check the machine before the sale.`
    """
    yield from _contradictions(bitext, "order", "deadline")


@rule("B105", needs_grammar=True, of_close=True)
def opposite_said(bitext: Bitext) -> Iterator[Diagnostic]:
    """One language says the opposite of the other: increase and reduce, domestic and foreign,
    export and import.

    Mend: Say in both languages what the original says.

    vi: Hai bản nói trái nhau: tăng và giảm, trong nước và nước ngoài, xuất khẩu và nhập khẩu.

    Sửa: Ghi ở cả hai bản đúng như bản gốc.

    Bad:  `Giá điện đã giảm.` ↔ `The price of power has increased.`
    Good: `Giá điện đã giảm.` ↔ `The price of power has fallen.`
    """
    yield from _contradictions(bitext, *_OPPOSITES)


@rule("B106", needs_grammar=True, of_close=True)
def all_against_some(bitext: Bitext) -> Iterator[Diagnostic]:
    """One language speaks of all, the other of some; or of many and of few, of most, of a part, of
    one alone.

    Mend: Say in both languages what the original says.

    vi: Một bản nói “tất cả”, bản kia nói “một số”; hoặc nhiều và ít, phần lớn, một phần, duy nhất.

    Sửa: Ghi ở cả hai bản đúng như bản gốc.

    Bad:  `Tất cả học sinh có mặt.` ↔ `Some pupils were present.`
    Good: `Tất cả học sinh có mặt.` ↔ `All pupils were present.`
    """
    for both, found in bitext.once(_found_contradictions):
        if found.contrast in _SHARES and not _is_several(both, found):
            said = [both[side].printed(*found.spans[side]) for side in Side]
            names = [bitext.language(side) for side in Side]
            yield Diagnostic(
                Wording(
                    vi=f"bản {names[0].vi} ghi “{said[0]}”, còn bản {names[1].vi} ghi “{said[1]}”",
                    en=f"{names[0].en} has “{said[0]}”, but {names[1].en} “{said[1]}”",
                ),
                tuple(both[side].at(bitext, *found.spans[side]) for side in reversed(Side)),
            )


def _is_several(both: ClausePair, found: Contradiction) -> bool:
    """Whether "several" is said in one language, and what may mean several in the other."""
    said = {side: both[side].printed(*found.spans[side]).lower() for side in Side}
    for side in Side:
        if said[side] == "nhiều":
            before = both[side].words[: found.spans[side][0]][-1:]
            several = said[side.other] == "several"
            return several or (said[side.other] == "a few" and before == ["thành"])
    return False


@rule("B107", needs_grammar=True, optional=True)
def joined_otherwise(bitext: Bitext) -> Iterator[Diagnostic]:
    """One language has “or” where the other has “and”.

    Many translators use either where nothing depends on it, so this rule runs only if selected.

    Mend: Use the same connective in both languages, as the original has it.

    vi: Một bản nối bằng “hoặc”, bản kia nối bằng “và”.

    Nhiều người dịch dùng lẫn hai từ này ở chỗ không quan trọng, nên quy tắc chỉ chạy khi được chọn.

    Sửa: Dùng cùng một từ nối ở cả hai bản, đúng như bản gốc.

    Bad:  `Nộp đơn hoặc gọi điện.` ↔ `Apply and call.`
    Good: `Nộp đơn hoặc gọi điện.` ↔ `Apply or call.`
    """
    yield from _contradictions(bitext, "choice")


@rule("B108", needs_grammar=True, of_close=True)
def names_in_another_order(bitext: Bitext) -> Iterator[Diagnostic]:
    """Two names that follow each other in a list have changed places in the other language.

    Only countries, and names that both languages write alike, are checked.

    Mend: Give the names in the order of the original; what is said of each may depend on it.

    vi: Hai tên liền nhau trong một danh sách đổi chỗ cho nhau ở bản kia.

    Chỉ xét tên nước và những tên mà hai bản viết như nhau.

    Sửa: Ghi các tên theo thứ tự của bản gốc; điều nói về mỗi tên có thể tùy thuộc vào thứ tự đó.

    Bad:  `Lào, Nga và Australia` ↔ `Laos, Australia and Russia`
    Good: `Lào, Nga và Australia` ↔ `Laos, Russia and Australia`
    """
    for both in sentence_pairs(bitext):
        if exchanged := exchanged_names(both[0].text, both[1].text):
            said = [" … ".join(name.printed for name in pair) for pair in exchanged]
            yield Diagnostic(
                Wording(
                    vi=f"thứ tự tên khác nhau: “{said[0]}” và “{said[1]}”",
                    en=f"the order of the names differs: “{said[0]}” and “{said[1]}”",
                ),
                tuple(
                    bitext.at(
                        side,
                        both[side].segment.place_at(both[side].start + exchanged[side][0].start),
                        len(exchanged[side][0].printed),
                    )
                    for side in reversed(Side)
                ),
            )


@rule("B109", Severity.WARNING, needs_grammar=True, of_close=True)
def left_open_in_one_language(bitext: Bitext) -> Iterator[Diagnostic]:
    """The English says “may”, “can” or “should” where nothing in the Vietnamese leaves that open,
    in a text that elsewhere renders such Vietnamese with “shall”.

    Mend: Say in both languages what the original says: what is, what must be, or what may be.

    vi: Tiếng Anh ghi “may”, “can” hoặc “should” mà tiếng Việt không có gì để ngỏ điều đó, trong một
    văn bản mà ở những chỗ khác tiếng Anh ghi “shall” cho câu tiếng Việt như thế.

    Sửa: Ghi ở cả hai bản đúng như bản gốc: điều đang có, điều bắt buộc, hay điều có thể.

    Bad:  `Các sở lập kế hoạch.` ↔ `The departments may draw up plans.`
    Good: `Các sở lập kế hoạch.` ↔ `The departments shall draw up plans.`
    """
    told = {
        id(both)
        for both, found in bitext.once(_found_contradictions)
        if found.contrast in {"obligation", "need"}
    }
    bare: list[tuple[Clause, Clause, tuple[int, int]]] = []
    orders = 0
    for both in clause_pairs(bitext):
        for side in Side:
            own, other = both[side], both[side.other]
            mine, theirs = opposed_in(own.language), opposed_in(other.language)
            if mine is None or theirs is None or len(own.words) < _FEW:
                continue
            found = own.first(mine.permits)
            if found is None and own.first(mine.orders) is None:
                continue
            if other.first(theirs.permitted) is not None:
                continue
            if found is None:
                orders += 1
            elif id(both) not in told:  # B102 tells more
                bare.append((own, other, found))
    if orders < _ORDERS:
        return
    for own, other, found in bare:
        printed = own.printed(*found)
        name, there = bitext.language(own.side), bitext.language(other.side)
        yield Diagnostic(
            Wording(
                vi=f"bản {name.vi} để ngỏ (“{printed}”), bản {there.vi} thì không",
                en=f"{name.en} leaves this open (“{printed}”), {there.en} does not",
            ),
            _places(bitext, own, other, found),
        )


@rule("B110", needs_grammar=True, of_close=True)
def connected_otherwise(bitext: Bitext) -> Iterator[Diagnostic]:
    """One language has “because” where the other has “despite”, “if” where it has “unless”, or “as
    well as” where it has “instead of”.

    Mend: Use the same connective in both languages, as the original has it.

    vi: Một bản nói “vì”, bản kia nói “mặc dù”; “nếu” và “trừ khi”; “cũng như” và “thay vì”.

    Sửa: Dùng cùng một từ nối ở cả hai bản, đúng như bản gốc.

    Bad:  `Lễ hội hoãn vì mưa.` ↔ `The festival was put off despite the rain.`
    Good: `Lễ hội hoãn vì mưa.` ↔ `The festival was put off because of the rain.`
    """
    yield from _contradictions(bitext, "reason", "condition", "besides")


@rule("B111", needs_grammar=True, of_close=True)
def at_another_time(bitext: Bitext) -> Iterator[Diagnostic]:
    """One language has “yearly” where the other has “monthly”, “regularly” where it has “rarely”,
    or “in the past” where it has “in the next”.

    Mend: Say in both languages when and how often, as the original has it.

    vi: Một bản nói “hằng năm”, bản kia nói “hằng tháng”; “thường xuyên” và “hiếm khi”; “vừa qua” và
    “sắp tới”.

    Sửa: Ghi ở cả hai bản đúng thời gian và mức độ thường xuyên như bản gốc.

    Bad:  `Quỹ công bố sổ sách hằng năm.` ↔ `The fund publishes its accounts monthly.`
    Good: `Quỹ công bố sổ sách hằng năm.` ↔ `The fund publishes its accounts yearly.`
    """
    yield from _contradictions(bitext, "tense", "often", "promptness", "cycle")


def _contradictions(bitext: Bitext, *contrasts: str) -> Iterator[Diagnostic]:
    for both, found in bitext.once(_found_contradictions):
        if found.contrast not in contrasts:
            continue
        said = [both[side].printed(*found.spans[side]) for side in Side]
        names = [bitext.language(side) for side in Side]
        yield Diagnostic(
            Wording(
                vi=(
                    f"bản {names[0].vi} ghi “{said[0]}”, bản {names[1].vi} ghi trái lại: "
                    f"“{said[1]}”"
                ),
                en=(f"{names[0].en} has “{said[0]}”, {names[1].en} the opposite: “{said[1]}”"),
            ),
            tuple(both[side].at(bitext, *found.spans[side]) for side in reversed(Side)),
        )


def _found_contradictions(bitext: Bitext) -> Sequence[tuple[ClausePair, Contradiction]]:
    """Every contradiction between the clauses of the two texts."""
    known = [opposed_in(document.locale) for document in bitext.documents]
    first, second = (one.poles if one else NO_POLES for one in known)
    found: list[tuple[ClausePair, Contradiction]] = []
    for both in clause_pairs(bitext):
        left, right = both
        asked = in_question((first, second), (left.openings.keys(), right.openings.keys()))
        if asked:  # nearly always; and then what is said alone nearly never differs
            asked = said_otherwise(
                (
                    found_in(first, left.words, left.openings_of(first.saying(asked))),
                    found_in(second, right.words, right.openings_of(second.saying(asked))),
                )
            )
        if asked:
            said = (
                found_in(first, left.words, left.openings_of(first.lexicons(asked))),
                found_in(second, right.words, right.openings_of(second.lexicons(asked))),
            )
            scale = len(right.words) / len(left.words)
            found += ((both, one) for one in contradictions(said, scale))
    return found
