"""Registers: what is derived from the text for readers is the same in both languages."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from diptych.diagnostics import Diagnostic
from diptych.glossary import Term
from diptych.glossary.phrases import Match
from diptych.model import Place, Segment, Side
from diptych.project.bitext import Bitext
from diptych.registers.documents import Mention, mentions
from diptych.registers.duties import Clause, Duty, Rhythm, duty_in
from diptych.registers.listing import REGISTERS, duties_of, lists_something
from diptych.registers.passages import Passage, passages_on
from diptych.rules import rule
from diptych.rules.shared.unmatched import CountedMention as Stretch
from diptych.rules.shared.unmatched import unequal
from diptych.wording import Wording

Found = TypeVar("Found", bound=Stretch)
Segments = tuple[Segment, Segment]


class _Part(NamedTuple):
    """A part of a citation, with its place in the text."""

    value: object
    printed: str
    start: int


_PARTS: tuple[tuple[Wording, Callable[[Mention], _Part | None]], ...] = (
    (
        Wording(vi="loại văn bản của số hiệu", en="kind of document of"),
        lambda m: _Part(True, m.called, m.start) if m.kind else None,
    ),
    (
        Wording(vi="ngày của văn bản", en="document's date"),
        lambda m: _Part(True, m.date.printed, m.date.start) if m.date else None,
    ),
    (
        Wording(vi="cơ quan ban hành văn bản", en="document's issuer"),
        lambda m: _issuer(m.issuer) if m.issuer else None,
    ),
    (
        Wording(vi="tên văn bản", en="document's title"),
        lambda m: _Part(True, m.title.printed, m.title.start) if m.title else None,
    ),
)
"""The parts of a citation, each with its name and a function that finds it in a mention.

The values of kinds and dates are compared by V104.
"""


def _issuer(found: Match[Term]) -> _Part:
    return _Part(found.meaning.id, found.printed, found.start)


@rule("D101", needs_grammar=True, house=True)
def cited_document_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A document is cited with a different issuer, or only one language gives its kind, date,
    issuer or title.

    The register of documents is drawn from such citations. Issuers are the bodies in the lists
    of names and terms.

    Mend: Cite the document in both languages as the original has it.

    vi: Một văn bản được dẫn với cơ quan ban hành khác, hoặc chỉ một bản ghi loại, ngày, cơ
    quan ban hành hay tên của văn bản đó.

    Danh mục văn bản được lập từ các chỗ dẫn này. Nơi ban hành là các cơ quan có trong danh mục
    tên riêng và bảng thuật ngữ.

    Sửa: Dẫn văn bản giống nhau ở cả hai bản, đúng như bản gốc.

    Bad:  `Chỉ thị số 15-CT/TW của Ban Bí thư` ↔ `Directive No. 15-CT/TW of the Politburo`
    Good: `Chỉ thị số 15-CT/TW của Ban Bí thư` ↔ `Directive No. 15-CT/TW of the Secretariat`
    """
    for segments in bitext.texts():
        cited = [
            mentions(segment, bitext.documents[side].locale, side, bitext.entries)
            for side, segment in Side.of(segments)
        ]
        for pair in _same_documents(cited[0], cited[1]):
            for name, part in _PARTS:
                left, right = map(part, pair)
                if (left and left.value) != (right and right.value):
                    lone = [left] if left else [], [right] if right else []
                    yield from unequal(bitext, segments, lone, name)


def _same_documents(
    left: Sequence[Mention], right: Sequence[Mention]
) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of mentions of one document: by symbol, or by kind where there is none, in order."""
    waiting: dict[str, deque[Mention]] = {}
    for mention in right:
        waiting.setdefault(mention.symbol or str(mention.kind), deque()).append(mention)
    for mention in left:
        if others := waiting.get(mention.symbol or str(mention.kind)):
            yield mention, others.popleft()


@rule("D102", needs_grammar=True, house=True)
def duty_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A duty has different bodies, a different number of clauses, or a different time or reporting
    line.

    Only the page that a page with `view: duties` draws on is checked.

    Mend: Give both languages the same bodies, semicolons, times and reporting lines, as the
    original has them.

    vi: Một nhiệm vụ được giao cho cơ quan khác, được chia thành số vế khác, hoặc có thời hạn hay
    nơi nhận báo cáo khác.

    Chỉ xét trang mà một trang có `view: duties` lấy nội dung.

    Sửa: Ghi cùng cơ quan, cùng dấu chấm phẩy, cùng thời hạn và nơi nhận báo cáo ở cả hai bản, đúng
    như bản gốc.

    Bad:  `định kỳ báo cáo Chính phủ` ↔ `report to the Government`
    Good: `định kỳ báo cáo Chính phủ` ↔ `report periodically to the Government`
    """
    paths = dict.fromkeys(path for page in bitext.original.pages if (path := duties_of(page)))
    for path in paths:
        theirs = {passage.id: passage for passage in passages_on(bitext.translation, path)}
        for passage in passages_on(bitext.original, path):
            counterpart = bitext.alignment.counterparts[0].get(passage.id)
            other = theirs.get(counterpart.id) if counterpart else None
            if passage.kind and other:
                yield from _duties(bitext, (passage, other))


def _duties(bitext: Bitext, pair: tuple[Passage, Passage]) -> Iterator[Diagnostic]:
    segments = pair[0].segment, pair[1].segment
    left, right = (
        duty_in(passage, bitext.documents[side].locale, side, bitext.entries)
        for side, passage in Side.of(pair)
    )
    yield from _unlike(
        bitext, segments, left.actors, right.actors, _meaning, Wording(vi="cơ quan", en="body")
    )
    if len(left.clauses) != len(right.clauses):
        yield _another_number(bitext, segments, left, right)
        return
    for ours, others in zip(left.clauses, right.clauses, strict=True):
        yield from _clause(bitext, segments, ours, others)


def _clause(
    bitext: Bitext, segments: Segments, left: Clause, right: Clause
) -> Iterator[Diagnostic]:
    """The findings on two clauses: their times, to whom they report and through whom."""
    yield from _unlike(
        bitext,
        segments,
        _worded(left.rhythms),
        _worded(right.rhythms),
        lambda rhythm: rhythm.name,
        Wording(vi="thời hạn", en="time of a duty"),
    )
    lines = (
        (left.reports_to, right.reports_to, Wording(vi="nơi nhận báo cáo", en="body reported to")),
        (left.through, right.through, Wording(vi="nơi chuyển báo cáo", en="body reported through")),
    )
    for ours, theirs, name in lines:
        yield from _unlike(
            bitext, segments, [ours] if ours else [], [theirs] if theirs else [], _meaning, name
        )


def _worded(rhythms: Sequence[Rhythm]) -> list[Rhythm]:
    """The rhythms that begin with no figure: V102 tells of those that do."""
    return [rhythm for rhythm in rhythms if not rhythm.printed[0].isdigit()]


def _another_number(bitext: Bitext, segments: Segments, left: Duty, right: Duty) -> Diagnostic:
    counts = len(left.clauses), len(right.clauses)
    names = [bitext.language(side) for side in Side]
    return Diagnostic(
        Wording(
            vi=f"số vế của nhiệm vụ khác nhau: bản {names[0].vi} có {counts[0]}, "
            f"bản {names[1].vi} có {counts[1]}",
            en=f"the number of clauses differs: {names[0].en} has {counts[0]}, "
            f"{names[1].en} {counts[1]}",
        ),
        tuple(bitext.at(side, segment.place) for side, segment in Side.of(segments)),
    )


def _meaning(found: Match[Term]) -> object:
    return found.meaning.id


def _unlike(
    bitext: Bitext,
    segments: Segments,
    left: Sequence[Found],
    right: Sequence[Found],
    value: Callable[[Found], object],
    name: Wording,
) -> Iterator[Diagnostic]:
    """A finding for each of `left` and `right` that the other side lacks, compared by `value`."""
    counts = Counter(map(value, left)), Counter(map(value, right))
    excess = counts[0] - counts[1], counts[1] - counts[0]
    lone = (
        [found for found in left if excess[0][value(found)]],
        [found for found in right if excess[1][value(found)]],
    )
    yield from unequal(bitext, segments, lone, name)


@rule("D103", house=True)
def register_is_empty(bitext: Bitext) -> Iterator[Diagnostic]:
    """A page asks for a register that has no entries.

    The registers are `documents`, `partners`, `organisations`, `glossary` and `duties`; the last
    says whose duties it lists (`of: part-4.md`).

    Mend: Name another view or another page, add the names or terms to their list, or remove the
    page.

    vi: Một trang yêu cầu một danh mục không có mục nào.

    Các danh mục là `documents`, `partners`, `organisations`, `glossary` và `duties`; trang
    `duties` ghi rõ trang có các nhiệm vụ (`of: part-4.md`).

    Sửa: Ghi danh mục khác hoặc trang khác, thêm tên riêng hay thuật ngữ vào danh mục của chúng,
    hoặc bỏ trang này.

    Bad:  `view: duties`, `of: part-9.md`
    Good: `view: duties`, `of: part-4.md`
    """
    for page in bitext.original.pages:
        view = page.view
        if view in REGISTERS and not any(
            lists_something(page, each.original, bitext.entries) for each in bitext.works
        ):
            yield Diagnostic(
                Wording(
                    vi=f"danh mục “{view}” không có mục nào",
                    en=f"the register “{view}” has no entries",
                ),
                (bitext.at(Side.ORIGINAL, Place(page.file, page.title_line, 1)),),
            )
