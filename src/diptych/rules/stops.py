"""Stops: sentences end alike in both languages, and marks stand as they should."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

from diptych.alignment import children_of
from diptych.diagnostics import Diagnostic, Severity
from diptych.language.glued import (
    unspaced_asides,
    unspaced_code,
    unspaced_spans,
    unspaced_stops,
)
from diptych.language.scripts import scripts_of
from diptych.language.stops import (
    Mark,
    as_written,
    doubled,
    ends_in_stop,
    has_two_sentences,
    last_character,
    stops,
    unspaced,
)
from diptych.language.tags import bare
from diptych.model import Division, Kind, Provision, Segment, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.counterparts import is_asked
from diptych.rules.shared.free_pages import free_files
from diptych.rules.shared.one_sided import slip
from diptych.rules.shared.prose import read_aloud
from diptych.rules.shared.rendering import rendering
from diptych.wording import Wording

_RUNNING = frozenset({Kind.PARAGRAPH, Kind.CONTINUATION, Kind.QUOTE})
_LISTED = frozenset({Kind.DASH, Kind.ITEM})
_SHORTEST = 16
"""The fewest characters of a sentence that must end in a stop."""
_EAST_ASIAN = "\u2e80"
_HABIT = 2
"""How many texts of a page may lack a stop before they are told at once."""
_WORD = pattern_of(r"(?<!\S)[^\W\d_]+(?![\w(])")
"""A word that is joined to nothing before it."""
_ONCE = 1
_FEWEST_LINES = 2
"""How many lines a text has at least that took in another."""
_FEW = 4
"""How many marks of one kind on a page are reported one by one."""


class _Open(NamedTuple):
    """Two counterparts, of which the one of `side` has no stop at its end."""

    side: Side
    segments: tuple[Segment, Segment]


_INTRODUCED = frozenset({Kind.CODE, Kind.DASH, Kind.ITEM, Kind.ROW})
_COLONS = (":", "：")
_GOING_ON = ("-", "–")
"""Marks that end no text."""
_LED_ON_BY_DASH = frozenset({"as", "bn", "gu", "hi", "mr", "ne", "or", "pa"})
"""Languages that lead on to what follows with a dash, as others do with a colon."""
_LETTERED = frozenset({"Latn", "Cyrl", "Grek"})
_VERB_INSIDE = frozenset({"ar", "he"})
"""Languages of other scripts that seldom end a sentence with its verb."""
_ITEMS = 200
"""The most items of a list that are looked at."""
_FEW_ITEMS = 2
"""How many items of a list may have lost their stops, of at least twice as many that kept them."""
_ENDS = ".:!?…。：！？．।)\"'”’»）」』*_ \u00a0"
_ADDRESS = 300
"""How many characters at the end of a text are looked at for an address."""
_REMARK = pattern_of(r"[.!?…]\s\([^()]{1,80}+\)$")
"""A remark in parentheses behind the stop of a text."""


@rule("M107", Severity.WARNING)
def full_stop_missing(bitext: Bitext) -> Iterator[Diagnostic]:
    """A paragraph ends with a full stop or the like in one language and with none in the other; or
    with a colon before code or a list.

    List items are compared if they have several sentences, or if the items beside them have kept
    their stops. Paragraphs that end with an address are left out, and those that end with code or a
    link if their counterpart does not. Where both languages write one sentence a line, each line of
    a paragraph is compared. Three such places of a page, or more, are one finding.

    Mend: End the paragraph in the same way in both languages.

    vi: Một đoạn kết thúc bằng dấu chấm câu ở bản này, nhưng không có dấu nào ở bản kia; hoặc bằng
    dấu hai chấm trước khối mã hay danh sách.

    Mục của danh sách được so khi có nhiều câu, hoặc khi các mục bên cạnh vẫn giữ dấu chấm câu.
    Không xét đoạn kết thúc bằng địa chỉ, và đoạn kết thúc bằng mã hoặc liên kết nếu đoạn tương ứng
    không kết thúc như vậy. Từ ba chỗ trở lên trên một trang thì báo một lần.

    Sửa: Kết thúc đoạn như nhau ở cả hai bản.

    Bad:  `Công ty tiếp tục mở rộng quan hệ` ↔ `The company continues to widen relations.`
    Good: `Công ty tiếp tục mở rộng quan hệ.` ↔ `The company continues to widen relations.`
    """
    if not all(stops(document.locale) for document in bitext.documents):
        return
    by_page: dict[tuple[str, Side], list[_Open]] = {}
    for both in _provisions(bitext):
        side = _lacking(bitext, both)
        if side is not None and is_asked(bitext, side.other):
            segments = (both[0].segment, both[1].segment)
            language = "" if bitext.published else bitext.documents[side].locale
            if _is_open(segments[side], segments[side.other], language) and not (
                language and _took_in_heading(bitext, side, segments)
            ):
                key = segments[0].place.file, side
                by_page.setdefault(key, []).append(_Open(side, segments))
    for found in by_page.values():
        together = len(found) > _HABIT
        for each in found[:1] if together else found:
            yield _left_open(bitext, each, len(found) - 1 if together else 0)
    if not bitext.published:
        yield from _lines_left_open(bitext)


def _took_in_heading(bitext: Bitext, side: Side, segments: tuple[Segment, Segment]) -> bool:
    """Whether the last line of a text stands for the heading that follows in the other language."""
    lines = segments[side].markdown.rstrip().splitlines()
    if len(lines) < _FEWEST_LINES or not ends_in_stop(lines[-2]):
        return False
    page = bitext.documents[side.other].page_in(segments[side.other].place.file)
    rest = page.lines[segments[side.other].end_line :] if page else ()
    return next((line for line in rest if line.strip()), "").startswith("#")


def _lines_left_open(bitext: Bitext) -> Iterator[Diagnostic]:
    """The lines of the translation without a stop, in paragraphs that have one sentence a line in
    both languages.
    """
    side = rendering(bitext)
    language = bitext.language(side)
    for both in _provisions(bitext):
        if {provision.kind for provision in both} != {Kind.PARAGRAPH}:
            continue
        own, other = both[side].segment, both[side.other].segment
        if own.end_line == own.place.line or other.end_line == other.place.line:
            continue  # mostly
        lines = _lines(own), _lines(other)
        if len(lines[0]) != len(lines[1]) or not all(ends_in_stop(line) for _, line in lines[1]):
            continue
        opened = [
            start + len(line) - 1
            for (start, line), (_, following) in zip(lines[0], lines[0][1:], strict=False)
            if line[-1:].isalpha() and following[:1].isupper()
        ]
        for at in opened[:1]:
            yield Diagnostic(
                Wording(
                    vi=f"câu này trong bản {language.vi} không có dấu chấm ở cuối",
                    en=f"this sentence in {language.en} has no full stop at its end",
                ),
                (bitext.at(side, own.place_at(at)), bitext.about(side.other, other, own, at)),
            )


def _lines(segment: Segment) -> list[tuple[int, str]]:
    """The lines of `segment` as its file has them, each with where it starts in the text."""
    starts: dict[int, int] = {}
    for run in segment.runs:
        starts.setdefault(run.line, run.offset)
    if not starts:
        return []  # a paragraph of nothing but tags
    ends = [*list(starts.values())[1:], len(segment.text)]
    return [
        (start, segment.text[start:end].rstrip())
        for start, end in zip(starts.values(), ends, strict=True)
    ]


def _provisions(bitext: Bitext) -> Iterator[tuple[Provision, Provision]]:
    """The pairs of provisions that border on none without counterpart; where a page is translated
    freely, those that stand beside none.
    """
    known = bitext.alignment
    free = free_files(bitext)
    for both in filter(None, (pair.both for pair in known.provisions)):
        strict = bitext.published or both[0].place.file in free
        near = known.has_lone_near if strict else known.borders_on_lone
        if not any(near(side, provision) for side, provision in Side.of(both)):
            yield both


def _lacking(bitext: Bitext, both: tuple[Provision, Provision]) -> Side | None:
    """The side whose text should end in a mark that the other language has there, if one should."""
    texts = [provision.segment.text for provision in both]
    if min(map(_width, texts)) < _SHORTEST and texts[0].isascii():
        return None
    closed = [ends_in_stop(text) for text in texts]
    if not bitext.published and closed[0] is not closed[1]:
        closed = [
            ends or bool(_REMARK.search(text)) for ends, text in zip(closed, texts, strict=True)
        ]
    if closed[0] is not closed[1]:
        side = Side(closed.index(False))
        listed = not bitext.published and _has_lost_stop(bitext, side, both[side])
        return side if listed or _are_sentences(both) else None
    if closed[0] or bitext.published or _asks_no_colon(bitext):
        return None
    colons = [last_character(text) in ("", *_COLONS) for text in texts]
    if colons[0] is colons[1] or not {both[0].kind, both[1].kind} <= _RUNNING:
        return None
    return Side(colons.index(False)) if _introduce(bitext, both) else None


def _asks_no_colon(bitext: Bitext) -> bool:
    """Whether one language is Japanese, where a colon before a list is a matter of taste."""
    return any(bare(document.locale) == "ja" for document in bitext.documents)


def _width(text: str) -> int:
    """How long `text` is, in letters: one sign of an East Asian script says as much as two."""
    return len(text) + sum(sign >= _EAST_ASIAN for sign in text[:_SHORTEST])


def _are_sentences(both: tuple[Provision, Provision]) -> bool:
    kinds = {provision.kind for provision in both}
    return kinds <= _RUNNING or (
        kinds <= _LISTED and all(has_two_sentences(each.segment.text) for each in both)
    )


def _has_lost_stop(bitext: Bitext, side: Side, item: Provision) -> bool:
    """Whether few of the items of a list, `item` among them, have lost a stop that most kept."""
    parent = bitext.parent(side, item)
    if parent is None or item.kind not in _LISTED:
        return False
    lost = kept = 0
    for each in children_of(parent)[:_ITEMS]:
        other = bitext.alignment.counterparts[side].get(each.id)
        if each.kind in _LISTED and other and ends_in_stop(other.segment.text):
            closed = ends_in_stop(each.segment.text)
            lost, kept = lost + (not closed), kept + closed
    return 0 < lost <= _FEW_ITEMS and kept > _FEW_ITEMS * lost


def _introduce(bitext: Bitext, both: tuple[Provision, Provision]) -> bool:
    """Whether what follows two texts is code, a list or a table in both languages."""
    return all(
        (following := _following(bitext, side, provision)) and following.kind in _INTRODUCED
        for side, provision in Side.of(both)
    )


def _following(bitext: Bitext, side: Side, provision: Provision) -> Provision | None:
    """The sibling after `provision`."""
    parent = bitext.parent(side, provision)
    row = children_of(parent) if parent else ()
    at = bisect_right(row, provision.place.line, key=lambda each: each.place.line)
    return row[at] if at < len(row) else None


def _is_open(own: Segment, other: Segment, language: str) -> bool:
    """Whether `own` ends in a word, in closing marks, or in code or a link as `other` does before
    its stop, or behind another sentence; in a word alone if no `language` is named. Languages that
    set words before their verb have code and links where no stop follows.
    """
    text = own.text
    last = last_character(text)
    if language and last in _GOING_ON and ends_in_stop(other.text):
        return bare(language) not in _LED_ON_BY_DASH
    if not last.isalpha() or "://" in text[-_ADDRESS:].rpartition(" ")[2]:
        return False
    if "/" in text.rsplit(None, 1)[-1]:
        return False
    ends_in_code = any(end >= len(text.rstrip(_ENDS)) for _, end in own.code)
    written = own.markdown.rstrip()
    if not ends_in_code and text[-1:] == last and written.endswith(text[-2:]):
        return True
    if not language or own.is_strong:
        return False
    length = len(other.text.rstrip(_ENDS))
    lettered = bool(_LETTERED & set(scripts_of(language))) or bare(language) in _VERB_INSIDE
    if ends_in_code:
        in_both = any(end >= length for _, end in other.code)
        return lettered and (in_both or has_two_sentences(text))
    if own.links and own.links[-1].end >= len(text.rstrip(_ENDS)):
        in_both = bool(other.links) and other.links[-1].end >= length
        return lettered and (in_both or has_two_sentences(text))
    return written.rstrip("*_").endswith(text[-2:])


def _left_open(bitext: Bitext, found: _Open, more: int) -> Diagnostic:
    side, segments = found
    own, other = segments[side], segments[side.other]
    language = bitext.language(side)
    mark = as_written(last_character(other.text), bitext.documents[side].locale)
    return Diagnostic(
        Wording(
            vi=f"bản {language.vi} không có dấu “{mark}” ở cuối đoạn"
            + (f", và {more} đoạn nữa trên trang này" if more else ""),
            en=f"{language.en} has no “{mark}” at the end"
            + (f", and {more} more on this page" if more else ""),
        ),
        (bitext.at(side, own.end_place), bitext.at(side.other, other.end_place)),
    )


@rule("M123", Severity.WARNING, of_close=True)
def ends_otherwise(bitext: Bitext) -> Iterator[Diagnostic]:
    """A text that asks, or that leads to code, a list or a table, ends with a question mark or a
    colon in one language and with a full stop in the other.

    Languages are left out that ask without a mark, or set no colon before a list, and texts that
    ask something before their end.

    Mend: End the sentence with the mark that the original has.

    vi: Một đoạn là câu hỏi, hoặc dẫn vào khối mã, danh sách hay bảng, kết thúc bằng dấu hỏi hoặc
    dấu hai chấm ở bản này nhưng bằng dấu chấm ở bản kia.

    Không xét ngôn ngữ hỏi mà không ghi dấu, hoặc không đặt dấu hai chấm trước danh sách, và đoạn có
    câu hỏi ở phía trước.

    Sửa: Kết thúc câu bằng dấu như ở bản gốc.

    Bad:  `Cửa đã khóa chưa.` ↔ `Is the door locked?`
    Good: `Cửa đã khóa chưa?` ↔ `Is the door locked?`
    """
    languages = {bare(document.locale) for document in bitext.documents}
    headings: Iterator[tuple[_Both, tuple[Segment, Segment]]] = (
        (pair.both, (one, two))
        for pair in bitext.alignment.divisions
        if pair.both and (one := pair.both[0].heading) and (two := pair.both[1].heading)
    )
    provisions: Iterator[tuple[_Both, tuple[Segment, Segment]]] = (
        (both, (both[0].segment, both[1].segment))
        for both in _provisions(bitext)
        if {provision.kind for provision in both} <= _RUNNING | _LISTED
    )
    for both, segments in chain(headings, provisions):
        texts = [read_aloud(segment).rstrip("*_ \u00a0") for segment in segments]
        ends = [text[-1:] for text in texts]
        for side in Side:
            if not is_asked(bitext, side.other):
                continue
            own, other = ends[side], ends[side.other]
            colon = (
                own in _STOPS
                and other in _COLONS
                and languages.isdisjoint(_WITHOUT_COLON)
                and _lead_on(bitext, both)
            )
            asks = own in _STOPS and other in _QUESTIONS and languages.isdisjoint(_ASK_PLAINLY)
            if not (colon or (asks and not any(sign in texts[side] for sign in _QUESTIONS))):
                continue
            language = bitext.language(side)
            yield Diagnostic(
                Wording(
                    vi=f"đoạn kết thúc bằng “{own}” trong bản {language.vi}, bằng “{other}” ở bản "
                    "kia",
                    en=f"the text ends with “{own}” in {language.en}, with “{other}” in the other "
                    "language",
                ),
                tuple(bitext.at(each, segments[each].end_place) for each in (side, side.other)),
            )


_Both = tuple[Provision, Provision] | tuple[Division, Division]


def _lead_on(bitext: Bitext, both: _Both) -> bool:
    """Whether two paragraphs lead to code, a list or a table."""
    one, other = both
    if not (isinstance(one, Provision) and isinstance(other, Provision)):
        return False
    return {one.kind, other.kind} <= _RUNNING and _introduce(bitext, (one, other))


_STOPS = (".", "。", "।", "۔")
_QUESTIONS = ("?", "？", "؟")
_WITHOUT_COLON = frozenset({"ja", "ko", "th", "lo", "my", "km"})
"""Languages that end a sentence before a list or code with a full stop, or with none."""
_ASK_PLAINLY = frozenset({"ja", "th", "lo", "my", "km", "el", "hy", "am", "bo"})
"""Languages that ask without a mark, or with one that means something else in others."""


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
        bitext, lambda segment, language, _: doubled(read_aloud(segment), language), said
    )


@rule("M109", Severity.WARNING)
def blank_missing_after_mark(bitext: Bitext) -> Iterator[Diagnostic]:
    """A space is missing between a full stop or a comma and the next word, or beside code, a link
    or a parenthesis.

    Nothing is reported if the other language has the same words, which are then a name. In
    languages that add prefixes or endings to words, these may be joined to code. Of more than four
    on a page the first is reported, with how many there are.

    Mend: Put a space there.

    vi: Không có dấu cách giữa dấu chấm hoặc dấu phẩy và từ tiếp theo, hoặc bên cạnh đoạn mã, liên
    kết hay chỗ trong ngoặc đơn.

    Không báo nếu bản kia cũng ghi đúng như thế, vì đó là tên. Từ của ngôn ngữ có tiền tố, hậu tố có
    thể viết liền với đoạn mã. Nếu một trang có hơn bốn chỗ, chỗ đầu được báo, kèm số chỗ còn lại.

    Sửa: Thêm dấu cách ở đó.

    Bad:  `mở rộng quan hệ.Tiếp tục` ↔ `widens relations. It continues`
    Good: `mở rộng quan hệ. Tiếp tục` ↔ `widens relations. It continues`
    """
    said = Wording(vi="thiếu dấu cách sau dấu này", en="a space is missing after it")
    yield from _in_one(bitext, _joined, said)
    beside = Wording(vi="thiếu một dấu cách", en="a space is missing")
    if not bitext.published:
        yield from _in_one(bitext, partial(_glued, bitext), beside)


def _joined(segment: Segment, _language: str, _other: Segment) -> Sequence[Mark]:
    """The marks between two words of `segment`, but for those within the words of a link."""
    return [
        mark
        for mark in unspaced(read_aloud(segment))
        if not any(link.start <= mark.start < link.end for link in segment.links)
    ]


def _stands(bitext: Bitext, segment: Segment, word: str) -> bool:
    """Whether `word` stands on the page of `segment` by itself, more than once."""
    side = next((s for s in Side if bitext.documents[s].page_in(segment.place.file)), None)
    page = bitext.documents[side].page_in(segment.place.file) if side is not None else None
    if page is None:
        return False
    found = sum(_WORD.findall(line).count(word) for line in page.lines if word in line)
    return found > _ONCE


def _glued(bitext: Bitext, segment: Segment, language: str, other: Segment) -> Sequence[Mark]:
    text, markdown = segment.text, segment.markdown
    code = segment.code
    if any(text[:end].endswith("\\") for _, end in code):
        code = ()  # a backslash before a backtick keeps no code from ending: it ends elsewhere
    found = unspaced_code(text, markdown, code, language) if code else []
    found += unspaced_stops(text, markdown, code, language) if code else []
    spans = [(link.start, link.end) for link in segment.links if link.start < link.end]
    spans += [(each.start, each.end) for each in segment.stretches]
    found += unspaced_spans(text, spans, language, partial(_stands, bitext, segment))
    if "(" in segment.prose:
        found += unspaced_asides(read_aloud(segment), markdown, language, other.prose)
    return found


def _kind(mark: Mark) -> str:
    """What the other language has to have instead of `mark`: code joined to any word of its own,
    any parenthesis or colon so joined, or the very same.
    """
    printed = mark.printed
    if "`" in printed:
        start, end = printed.find("`"), printed.rfind("`") + 1
        return (
            f"{'' if start == 0 else '+'}{printed[start:end]}{'' if end == len(printed) else '+'}"
        )
    if "(" in printed:
        return "(" if printed[0] == "(" else "+("
    return ":" if ":" in printed else printed


def _is_name(mark: Mark, other: str) -> bool:
    """Whether the words that a mark joins are joined in the other language's text, too."""
    printed = mark.printed
    return printed.isascii() and printed[0].isalpha() and printed in other


_Find = Callable[[Segment, str, Segment], Sequence[Mark]]
"""What finds marks in a text of a language, given the text of its counterpart."""


def _in_one(bitext: Bitext, find: _Find, said: Wording) -> Iterator[Diagnostic]:
    """A finding for each mark that one language alone has; of many on a page one for the first."""
    by_page: dict[tuple[str, Side], list[_Only]] = {}
    for only in _in_one_text(bitext, find):
        by_page.setdefault((only.segments[0].place.file, only.side), []).append(only)
    for found in by_page.values():
        together = len(found) > _FEW and not bitext.published
        more = len(found) - 1
        others = Wording(
            vi=f"{said.vi}, và {more} chỗ nữa trên trang này",
            en=f"{said.en}, and {more} more on this page",
        )
        for only in found[:1] if together else found:
            yield slip(bitext, only.side, only.segments, only.mark, others if together else said)


class _Only(NamedTuple):
    """A mark that the text of one side alone has."""

    side: Side
    segments: tuple[Segment, Segment]
    mark: Mark


def _in_one_text(bitext: Bitext, find: _Find) -> Iterator[_Only]:
    """The marks that one language alone has; of originals published elsewhere, those in texts whose
    counterpart is certain.
    """
    languages = [document.locale for document in bitext.documents]
    sure = {id(original) for original, _ in bitext.texts()}
    for segments in bitext.paired_texts():
        found = [find(segments[side], languages[side], segments[side.other]) for side in Side]
        if not (found[0] or found[1]):
            continue
        counts = [Counter(_kind(mark) for mark in own) for own in found]
        for side, own in Side.of(found):
            if (bitext.published or side is not rendering(bitext)) and id(segments[0]) not in sure:
                continue
            extra = counts[side] - counts[side.other]
            other = segments[side.other].text
            for mark in own:
                if extra[_kind(mark)] and not _is_name(mark, other):
                    extra[_kind(mark)] -= 1
                    yield _Only(side, segments, mark)
