"""Stops: sentences end alike in both languages, and marks stand as they should."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from diptych.diagnostics import Diagnostic, Severity
from diptych.language.glued import unspaced_asides, unspaced_code
from diptych.language.stops import (
    Mark,
    doubled,
    ends_in_stop,
    has_two_sentences,
    last_character,
    stops,
    unspaced,
)
from diptych.model import Kind, Provision, Segment, Side
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.counterparts import is_asked
from diptych.rules.shared.one_sided import slip
from diptych.rules.shared.prose import read_aloud
from diptych.wording import Wording

_RUNNING = frozenset({Kind.PARAGRAPH, Kind.CONTINUATION, Kind.QUOTE})
_LISTED = frozenset({Kind.DASH, Kind.ITEM})
_SHORTEST = 16
"""The fewest characters of a sentence that must end in a stop."""
_HABIT = 2
"""How many texts of a page may lack a stop before they are told at once."""


class _Open(NamedTuple):
    """Two counterparts, of which the one of `side` has no stop at its end."""

    side: Side
    segments: tuple[Segment, Segment]


_ADDRESS = 300
"""How many characters at the end of a text are looked at for an address."""


@rule("M107", Severity.WARNING)
def full_stop_missing(bitext: Bitext) -> Iterator[Diagnostic]:
    """A paragraph ends with a full stop or the like in one language and with none in the other.

    List items are compared only if they have several sentences. Paragraphs that end with code, a
    link or an address are left out.

    Mend: End the paragraph in the same way in both languages.

    vi: Một đoạn kết thúc bằng dấu chấm câu ở bản này, nhưng không có dấu nào ở bản kia.

    Mục của danh sách chỉ được so khi có nhiều câu. Không xét đoạn kết thúc bằng mã,
    liên kết hoặc địa chỉ.

    Sửa: Kết thúc đoạn như nhau ở cả hai bản.

    Bad:  `Công ty tiếp tục mở rộng quan hệ` ↔ `The company continues to widen relations.`
    Good: `Công ty tiếp tục mở rộng quan hệ.` ↔ `The company continues to widen relations.`
    """
    if not all(stops(document.locale) for document in bitext.documents):
        return
    by_page: dict[tuple[str, Side], list[_Open]] = {}
    for both in _provisions(bitext):
        segments = (both[0].segment, both[1].segment)
        closed = [ends_in_stop(segment.text) for segment in segments]
        if closed[0] is closed[1] or not _are_sentences(both):
            continue
        side = Side(closed.index(False))
        if is_asked(bitext, side.other) and _is_open(segments[side]):
            key = segments[0].place.file, side
            by_page.setdefault(key, []).append(_Open(side, segments))
    for found in by_page.values():
        together = len(found) > _HABIT
        for each in found[:1] if together else found:
            yield _left_open(bitext, each, len(found) - 1 if together else 0)


def _provisions(bitext: Bitext) -> Iterator[tuple[Provision, Provision]]:
    """The pairs of provisions that stand beside none without counterpart."""
    for pair in bitext.alignment.provisions:
        if (both := pair.both) is not None and not any(
            bitext.alignment.has_lone_near(side, p) for side, p in Side.of(both)
        ):
            yield both


def _are_sentences(both: tuple[Provision, Provision]) -> bool:
    kinds = {provision.kind for provision in both}
    texts = [provision.segment.text for provision in both]
    if min(map(len, texts)) < _SHORTEST and texts[0].isascii():
        return False
    return kinds <= _RUNNING or (
        kinds <= _LISTED and all(has_two_sentences(text) for text in texts)
    )


def _is_open(segment: Segment) -> bool:
    """Whether the text of `segment` ends in a word, which is no code, link, tag or address."""
    text = segment.text
    if "://" in text[-_ADDRESS:].rpartition(" ")[2]:
        return False
    written = segment.markdown.rstrip()
    return (
        last_character(text).isalpha()
        and text[-1:] == last_character(text)
        and written.endswith(text[-2:])
        and not any(end >= len(text) for _, end in segment.code)
        and "/" not in text.rsplit(None, 1)[-1]
    )


def _left_open(bitext: Bitext, found: _Open, more: int) -> Diagnostic:
    side, segments = found
    own, other = segments[side], segments[side.other]
    language = bitext.language(side)
    mark = last_character(other.text)
    return Diagnostic(
        Wording(
            vi=f"bản {language.vi} không có dấu “{mark}” ở cuối đoạn"
            + (f", và {more} đoạn nữa trên trang này" if more else ""),
            en=f"{language.en} has no “{mark}” at the end"
            + (f", and {more} more on this page" if more else ""),
        ),
        (bitext.at(side, own.end_place), bitext.at(side.other, other.end_place)),
    )


@rule("M108", Severity.WARNING)
def mark_doubled(bitext: Bitext) -> Iterator[Diagnostic]:
    """Two punctuation marks stand together where one is enough: “,,”, “.:”, “..”.

    Nothing is reported if both languages have them.

    Mend: Delete one of the two.

    vi: Hai dấu câu đứng liền nhau mà thừa một dấu: “,,”, “.:”, “..”.

    Không báo nếu cả hai bản cùng có.

    Sửa: Xóa một trong hai dấu.

    Bad:  `du lịch,, đầu tư` ↔ `tourism, investment`
    Good: `du lịch, đầu tư` ↔ `tourism, investment`
    """
    said = Wording(vi="thừa một dấu câu", en="one mark too many")
    yield from _in_one(
        bitext, lambda segment, language: doubled(read_aloud(segment), language), said
    )


@rule("M109", Severity.WARNING)
def blank_missing_after_mark(bitext: Bitext) -> Iterator[Diagnostic]:
    """A space is missing between a full stop or a comma and the next word, or beside code or a
    parenthesis.

    Nothing is reported if the other language has the same words, which are then a name. In
    languages that add prefixes or endings to words, these may be joined to code.

    Mend: Put a space there.

    vi: Không có dấu cách giữa dấu chấm hoặc dấu phẩy và từ tiếp theo, hoặc bên cạnh đoạn mã hay chỗ
    trong ngoặc đơn.

    Không báo nếu bản kia cũng ghi đúng như thế, vì đó là tên. Từ của ngôn ngữ có tiền tố, hậu tố có
    thể viết liền với đoạn mã.

    Sửa: Thêm dấu cách ở đó.

    Bad:  `mở rộng quan hệ.Tiếp tục` ↔ `widens relations. It continues`
    Good: `mở rộng quan hệ. Tiếp tục` ↔ `widens relations. It continues`
    """
    said = Wording(vi="thiếu dấu cách sau dấu này", en="a space is missing after it")
    yield from _in_one(bitext, lambda segment, _: unspaced(read_aloud(segment)), said)
    beside = Wording(vi="thiếu một dấu cách", en="a space is missing")
    if not bitext.published:
        yield from _in_one(bitext, _glued, beside)


def _glued(segment: Segment, language: str) -> Sequence[Mark]:
    text, markdown = segment.text, segment.markdown
    found = unspaced_code(text, markdown, segment.code, language) if segment.code else []
    if "(" in segment.prose:
        found += unspaced_asides(read_aloud(segment), markdown, language)
    return found


def _kind(mark: Mark) -> str:
    """What the other language has to have instead of `mark`: code joined to any word of its own,
    any parenthesis so joined, or the very same.
    """
    printed = mark.printed
    if "`" in printed:
        start, end = printed.find("`"), printed.rfind("`") + 1
        return (
            f"{'' if start == 0 else '+'}{printed[start:end]}{'' if end == len(printed) else '+'}"
        )
    if "(" in printed:
        return "(" if printed[0] == "(" else "+("
    return printed


def _is_name(mark: Mark, other: str) -> bool:
    """Whether the words that a mark joins are joined in the other language's text, too."""
    printed = mark.printed
    return printed.isascii() and printed[0].isalpha() and printed in other


def _in_one(
    bitext: Bitext, find: Callable[[Segment, str], Sequence[Mark]], said: Wording
) -> Iterator[Diagnostic]:
    """A finding for each mark that one language alone has."""
    languages = [document.locale for document in bitext.documents]
    for segments in bitext.texts():
        found = [
            find(segment, language) for segment, language in zip(segments, languages, strict=True)
        ]
        if not (found[0] or found[1]):
            continue
        counts = [Counter(_kind(mark) for mark in own) for own in found]
        for side, own in Side.of(found):
            extra = counts[side] - counts[side.other]
            other = segments[side.other].text
            for mark in own:
                if extra[_kind(mark)] and not _is_name(mark, other):
                    extra[_kind(mark)] -= 1
                    yield slip(bitext, side, segments, mark, said)
