"""Figures by value: dates, numbers and document symbols equal in each pair of provisions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import pairwise

from diptych.diagnostics import Diagnostic
from diptych.language.citations import Citation, citations
from diptych.language.division_words import words_of
from diptych.language.figures import Values, together, values
from diptych.language.number_words import Spelt, points_back
from diptych.language.numbers import Number
from diptych.language.references import references, within_range
from diptych.language.scripts import direction
from diptych.language.symbols import Symbol
from diptych.model import Division, Kind, Provision, Segment, Side
from diptych.model.spans import line_starts
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.equal_figures import Differences, Lone, differences
from diptych.rules.shared.free_pages import free_files
from diptych.rules.shared.mirrored import take_mirrored
from diptych.rules.shared.opening_numbers import is_date, opens_alike
from diptych.rules.shared.third_language import quotes_another_language
from diptych.rules.shared.told_markup import told_of_markup
from diptych.rules.shared.unmatched import unequal
from diptych.wording import UNSAID, Wording

_BROKEN_LINK = pattern_of(r"\]\([^()]{1,300}\)?")
_LISTS = pattern_of(r"\s[^.!?:\d]{2,60}:")
_WAYS = pattern_of(r"\s(?:cách|loại|bước|trụ cột|kiểu|phần|nhóm|lựa chọn)(?!\w)")
_STATE = pattern_of(r"(?<![^\n{,]) *version *[:=] *\"\Z")
"""What says among the fields of a page which state of the text it has."""
_TWO = pattern_of(r"(?: [^\W\d_]{1,12}){1,3} \S{1,40} (?:và|and) \S")
"""Two things that are named right behind their number: “2 thuộc tính name và email”."""
_SIZE = pattern_of(r"\b(?:width|height|size)\s?[=:]\s?[\"']?\Z", re.IGNORECASE)
"""What says in code how large something is shown."""
_PART = pattern_of(
    r"(?<!\w)(?:câu|câu hỏi|bài|bước|hình|bảng|mục|phần|chương|trang|dòng|ví dụ"
    r"|(?:question|exercise|step|figure|table|section|part|chapter|page|line|example|item)s?)"
    r"(?: \d{1,3}(?:,| và| and| or| hoặc)(?: [^\W\d_]{2,8})?){0,2} \Z",
    re.IGNORECASE,
)
"""The name of a part of a text, behind which its number stands."""
_NEAR_BY = pattern_of(
    r"(?<!\w)(?:above|below|previous|preceding|earlier|next|following|trên|dưới|trước|sau|vừa rồi)"
    r"(?!\w)",
    re.IGNORECASE,
)
"""Words that point to a part without its number."""
_BEFORE = 40
"""How many characters before a number are looked at."""
_LAST_WORD = pattern_of(r"(?<!\w)([^\W\d_]{2,14})\s\Z")
_LONGEST_WORD = 16
"""How many characters before a number are read for the word of a division."""
_FEW = range(2, 10)
"""How many things a list has whose items a reader counts at a glance."""


@rule("V101")
def date_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A date differs from the date in the other language.

    Dates are compared by value, however each language writes them; so are days without a year,
    months and days of the week.

    Mend: Give both languages the same date, as the original has it.

    vi: Một ngày tháng khác với ngày tháng ở bản kia.

    Ngày tháng được so theo giá trị, không theo cách viết; ngày không ghi năm, tên tháng và thứ
    trong tuần cũng vậy.

    Sửa: Ghi cùng một ngày ở cả hai bản, đúng như bản gốc.

    Bad:  `ngày 10/8/2022` ↔ `11 August 2022`
    Good: `ngày 10/8/2022` ↔ `10 August 2022`
    """
    for segments, differing in bitext.once(_differing):
        yield from unequal(bitext, segments, differing.dates, Wording(vi="ngày tháng", en="date"))


@rule("V102")
def number_in_text_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A number (a year, a quantity, an ordinal) differs from the number in the other language.

    Numbers are compared by value, with their unit or currency; one language may spell them out.
    What both languages write letter for letter alike counts as equal. A page that is translated
    freely (S115) may leave numbers out.

    Mend: Give both languages the same value, as the original has it.

    vi: Một con số (năm, số lượng, số thứ tự) khác với bản kia.

    Con số được so theo giá trị, kèm đơn vị hoặc loại tiền; một bản có thể viết bằng chữ. Chỗ nào
    hai bản viết giống nhau từng chữ thì coi là bằng nhau. Trang được dịch thoát ý (S115) có thể
    lược con số.

    Sửa: Ghi cùng một giá trị ở cả hai bản, đúng như bản gốc.

    Bad:  `đến năm 2030` ↔ `to 2035`
    Good: `khoá XII`, `03 năm` ↔ `12th tenure`, `three years`
    """
    name = Wording(vi="số", en="number")
    mirrored: dict[str, list[_Mirrored]] = {}
    for segments, differing in bitext.once(_differing):
        if bitext.published:
            lone = differing.numbers
        else:
            differing.numbers = _but_states(segments, differing.numbers)
            lone = _of_weight(bitext, segments, differing)
        if _is_from_the_right(bitext):
            pairs, lone = take_mirrored(lone)
            file = segments[0].place.file
            mirrored.setdefault(file, []).extend((segments, pair) for pair in pairs)
        yield from unequal(bitext, segments, _not_in_ranges(bitext, segments, lone), name)
        for pair in differing.units:
            yield from unequal(bitext, segments, ([pair[0]], [pair[1]]), name)
    for found in filter(None, mirrored.values()):
        yield _the_other_way(bitext, *found[0], len(found) - 1)


_Mirrored = tuple[tuple[Segment, Segment], tuple[Number, Number]]
"""Two texts, and a figure of each that is the other's mirror image."""


def _is_from_the_right(bitext: Bitext) -> bool:
    """Whether one of the two languages is written from the right, in a project of others."""
    tags = (document.locale for document in bitext.documents)
    return not bitext.published and any(direction(tag) == "rtl" for tag in tags)


def _the_other_way(
    bitext: Bitext, segments: tuple[Segment, Segment], pair: tuple[Number, Number], more: int
) -> Diagnostic:
    """The finding that figures of several levels stand the other way round."""
    others = UNSAID
    if more:
        others = Wording(
            vi=f", và {more} số nữa trên trang này cũng thế",
            en=f", and so do {more} more on this page",
        )
    printed = [number.digits for number in pair]
    return Diagnostic(
        Wording(
            vi=f"số nhiều cấp viết ngược thứ tự: “{printed[0]}” và “{printed[1]}”{others.vi}",
            en=f"the parts of a number stand the other way round: “{printed[0]}” and "
            f"“{printed[1]}”{others.en}",
        ),
        tuple(
            bitext.at(side, segments[side].place_at(number.start), len(number.printed))
            for side, number in Side.of(pair)
        ),
    )


def _of_weight(bitext: Bitext, segments: tuple[Segment, Segment], differing: Differences) -> Lone:
    """The numbers without counterpart but for those that only point back to what was counted, and
    for those that a free translation leaves out.
    """
    if all(differing.numbers):
        return differing.numbers
    if segments[0].place.file in free_files(bitext):
        return [], []
    again = [
        _said_again(bitext, segments, side) if differing.numbers[side] else frozenset()
        for side in Side
    ]
    left = [
        [
            number
            for number in differing.numbers[side]
            if not _is_of_address(segment, segments[side.other], number)
            and not _leads(bitext, side.other, segments[side.other], number)
            and not _counts_listed(segment, number)
            and not _is_pointed_to(segment, segments[side.other], number)
            and not _is_own_division(bitext, side, segment, number)
            and number.value not in again[side]
            and (
                isinstance(number, Number)
                or not points_back(segment.text, number, bitext.documents[side].locale)
            )
        ]
        for side, segment in Side.of(segments)
    ]
    return left[0], left[1]


def _but_states(segments: tuple[Segment, Segment], lone: Lone) -> Lone:
    """`lone` without what each language says of the state of its text: `version: "1.2.0"`."""
    kept = [
        [
            number
            for number in lone[side]
            if not _STATE.search(segment.text[max(0, number.start - _BEFORE) : number.start])
        ]
        for side, segment in Side.of(segments)
    ]
    return kept[0], kept[1]


def _not_in_ranges(bitext: Bitext, segments: tuple[Segment, Segment], lone: Lone) -> Lone:
    """`lone` without the numbers that the other language names by a range: “khoản 1, 2 và 3” and
    “Clauses 1 to 3”, if the ends are the same.
    """
    if bool(lone[0]) is bool(lone[1]):
        return lone  # then a number is another one
    side = Side.ORIGINAL if lone[0] else Side.TRANSLATION
    own, other = (
        references(segments[one].text, bitext.documents[one].locale) for one in (side, side.other)
    )
    named = {reference.start + len(reference.printed): reference for reference in own}

    def is_covered(number: Number | Spelt) -> bool:
        told = named.get(number.start + len(number.printed))
        if told is None or not told.number.isdigit():
            return False
        return within_range(int(told.number), told.kinds, other)

    left = [number for number in lone[side] if not is_covered(number)]
    return (left, []) if side is Side.ORIGINAL else ([], left)


def _is_of_address(segment: Segment, other: Segment, number: Number | Spelt) -> bool:
    """Whether a number stands in the words of a link that the other language has, too, or in an
    address that is not read as one.
    """
    addresses = {link.target for link in other.links}
    spans = [(link.start, link.end) for link in segment.links if link.target in addresses]
    spans += (match.span() for match in _BROKEN_LINK.finditer(segment.text))
    return any(start <= number.start < end for start, end in spans)


def _said_again(
    bitext: Bitext, segments: tuple[Segment, Segment], side: Side
) -> frozenset[Decimal | str]:
    """The numbers that stand in the text of `side` more than once, and in the other, too: “2 biến …
    cả 2 biến ấy” for “two variables … both”.
    """
    own, other = (
        values(segments[one].text, bitext.documents[one].locale) for one in (side, side.other)
    )
    said: Counter[Decimal | str] = Counter(n.value for n in own.numbers)
    said.update(n.value for n in own.certain)
    told = {n.value for n in other.numbers} | {n.value for n in other.spelt}
    return frozenset(value for value, times in said.items() if times > 1 and value in told)


def _leads(bitext: Bitext, side: Side, segment: Segment, number: Number | Spelt) -> bool:
    """Whether the line of `segment` begins with a number, which was taken for that of a heading or
    an item: "## 2.4 이후" for "## Since 2.4".
    """
    page = bitext.documents[side].page_in(segment.place.file)
    if page is None or not isinstance(number, Number) or "." not in number.digits:
        return False
    line = page.lines[min(segment.place.line, len(page.lines)) - 1].lstrip("#*-+ \t")
    behind = line.removeprefix(number.digits)
    return behind != line and not behind[:2].strip(".").isdigit()


def _is_pointed_to(segment: Segment, other: Segment, number: Number | Spelt) -> bool:
    """Whether a number names a part of the text, to which the other language points without it:
    “câu 5 và câu 6” for “the above two questions”.
    """
    head = segment.text[max(0, number.start - _BEFORE) : number.start]
    return bool(_PART.search(head)) and bool(_NEAR_BY.search(other.text))


def _is_own_division(bitext: Bitext, side: Side, segment: Segment, number: Number | Spelt) -> bool:
    """Whether a text names by its number the article that it stands in, where the other may say
    "this article", or name the paragraph alone: "Article 12(1)".
    """
    before = _LAST_WORD.search(segment.text, max(0, number.start - _LONGEST_WORD), number.start)
    kinds = words_of(bitext.documents[side].locale)
    kind = kinds.get(before[1].lower().removesuffix("s")) if before else None
    around = bitext.once(_divisions_around)[side] if kind else {}
    return any(
        own.number is not None and own.number.kind is kind and own.number.value == number.value
        for own in around.get(id(segment), ())
    )


def _divisions_around(bitext: Bitext) -> tuple[dict[int, tuple[Division, ...]], ...]:
    """By side and text, by identity, the numbered divisions that it stands in."""
    found: tuple[dict[int, tuple[Division, ...]], ...] = ({}, {})
    for side, document in Side.of(bitext.documents):
        for top in document.divisions:
            _add_divisions(top, (), found[side])
    return found


def _add_divisions(
    division: Division, around: tuple[Division, ...], found: dict[int, tuple[Division, ...]]
) -> None:
    own = (*around, division) if division.number else around
    for top in division.provisions:
        found.update((id(provision.segment), own) for provision in top.walk())
    for below in division.divisions:
        _add_divisions(below, own, found)


def _counts_listed(segment: Segment, number: Number | Spelt) -> bool:
    """Whether a number says how many things are listed right behind it, which are there to count:
    "three ways:", "2 cách".
    """
    end = number.start + len(number.printed)
    few = number.value in _FEW and not (isinstance(number, Number) and number.unit)
    if number.value == 2 and few and _TWO.match(segment.text, end):
        return True
    return few and bool(_LISTS.match(segment.text, end) or _WAYS.match(segment.text, end))


@rule("V103")
def symbol_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A document's symbol is not letter for letter the same in the other language.

    Mend: Print the symbol in both languages as the original has it.

    vi: Số hiệu của một văn bản ở bản kia không giống từng chữ.

    Sửa: Ghi số hiệu ở cả hai bản đúng như bản gốc.

    Bad:  `Chỉ thị số 15-CT/TW` ↔ `Directive No. 16-CT/TW`
    Good: `Đề án số 01-ĐA/TW` ↔ `Scheme No. 01-ĐA/TW`
    """
    for segments, found, near in _pairs(bitext):
        lone = _lone_symbols(found, near)
        name = Wording(vi="số hiệu văn bản", en="document symbol")
        yield from unequal(bitext, segments, lone, name)


@rule("V104", needs_grammar=True)
def citation_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A document's symbol is cited with a different kind of document, or a different date, in the
    other language.

    The symbols, dates and kinds may all be there but have changed places.

    Mend: Cite the document in the same way in both languages: kind, symbol and date.

    vi: Số hiệu văn bản đi với loại văn bản khác hoặc ngày khác so với bản kia.

    Có thể số hiệu, ngày và loại văn bản đều có đủ nhưng bị đổi chỗ cho nhau.

    Sửa: Dẫn văn bản giống nhau ở cả hai bản: loại, số hiệu và ngày.

    Bad:  `Chỉ thị số 15-CT/TW` ↔ `Resolution No. 15-CT/TW`
    Good: `Chỉ thị số 15-CT/TW` ↔ `Directive No. 15-CT/TW`
    """
    for segments, found, _ in _pairs(bitext):
        if not (found[0].symbols and found[1].symbols):
            continue
        cited = [
            citations(segment.text, bitext.documents[side].locale, found[side])
            for side, segment in Side.of(segments)
        ]
        same_dates = Counter(d.value for d in found[0].dates) == Counter(
            d.value for d in found[1].dates
        )
        for left, right in _same_symbols(cited[0], cited[1]):
            if left.kind and right.kind and left.kind != right.kind:
                shown = [f"{c.called} {c.symbol.printed}" for c in (left, right)]
            elif same_dates and left.date and right.date and left.date.value != right.date.value:
                shown = [f"{c.symbol.printed}, {c.date.printed}" for c in (left, right) if c.date]
            else:
                continue
            yield Diagnostic(
                Wording(
                    vi=f"văn bản được dẫn khác nhau: “{shown[0]}” và “{shown[1]}”",
                    en=f"the document is cited differently: “{shown[0]}” and “{shown[1]}”",
                ),
                tuple(
                    bitext.at(side, segments[side].place_at(c.symbol.start), len(c.symbol.printed))
                    for side, c in Side.of((left, right))
                ),
            )


def _same_symbols(
    left: Sequence[Citation], right: Sequence[Citation]
) -> Iterator[tuple[Citation, Citation]]:
    """Pairs of citations with one symbol: the first on each side, then the second, and so on."""
    by_symbol: dict[str, deque[Citation]] = {}
    for citation in right:
        by_symbol.setdefault(citation.symbol.printed, deque()).append(citation)
    for citation in left:
        if others := by_symbol.get(citation.symbol.printed):
            yield citation, others.popleft()


@rule("V105")
def years_in_another_order(bitext: Bitext) -> Iterator[Diagnostic]:
    """Two years close together have changed places in one language.

    Mend: Put each year in its place, as the original has it.

    vi: Hai năm đứng gần nhau bị đổi chỗ ở một bản.

    Sửa: Đưa mỗi năm về đúng chỗ, như bản gốc.

    Bad:  `đến năm 2030, tầm nhìn 2045` ↔ `to 2045, with a vision to 2030`
    Good: `đến năm 2030, tầm nhìn 2045` ↔ `to 2030, with a vision to 2045`
    """
    for segments, found, _ in _pairs(bitext):
        years = [_years(values) for values in found]
        if [y.value for y in years[0]] == [y.value for y in years[1]]:
            continue
        close = [
            _close_pairs(row, segment.text) for row, segment in zip(years, segments, strict=True)
        ]
        straight = Counter((a.value, b.value) for a, b in close[0])
        straight.subtract(Counter((a.value, b.value) for a, b in close[1]))
        # by its values turned round, the first
        turned = {(b.value, a.value): (a, b) for a, b in reversed(close[1])}
        for left in close[0]:
            value = left[0].value, left[1].value
            crossed = turned.get(value)
            reverse = value[1], value[0]
            if crossed is None or straight[value] <= 0 or straight[reverse] >= 0:
                continue
            straight[value] -= 1
            straight[reverse] += 1
            shown = [" … ".join(year.printed for year in pair) for pair in (left, crossed)]
            yield Diagnostic(
                Wording(
                    vi=f"hai năm đổi chỗ cho nhau: “{shown[0]}” và “{shown[1]}”",
                    en=f"two years have changed places: “{shown[0]}” and “{shown[1]}”",
                ),
                tuple(
                    bitext.at(side, segments[side].place_at(pair[0].start), len(pair[0].printed))
                    for side, pair in Side.of((left, crossed))
                ),
            )


_CLOSE = 40
"""The most characters between two years whose order is part of what is said."""
_COMPARING = pattern_of(
    r"(?<!\w)(?:so với|hơn|compared|than|against|over|from|versus|vs|on|relative)(?!\w)"
)
"""What stands between two years that are compared: either may come first."""
_DIGIT = pattern_of(r"\d")
_YEAR = pattern_of(r"(?:19|20)\d\d")


def _years(found: Values) -> list[Number]:
    return [number for number in found.numbers if _YEAR.fullmatch(number.printed)]


def _close_pairs(years: Sequence[Number], text: str) -> list[tuple[Number, Number]]:
    return [
        (a, b)
        for a, b in pairwise(years)
        if a.value != b.value
        and b.start - a.start <= _CLOSE
        and not _COMPARING.search(text[a.start : b.start])
    ]


Sides = tuple[Values, Values]
Near = Callable[[Side], Values]
"""Gives, for a side, the figures of neighbours without counterpart; few pairs of texts need them.
"""


def _pairs(bitext: Bitext) -> Iterator[tuple[tuple[Segment, Segment], Sides, Near]]:
    """Each pair of texts with its figures and those of neighbours without counterpart.

    Where a paragraph was split or joined, its figures went to a neighbour without counterpart: that
    neighbour is the finding (S104), not each figure.
    """
    for pair in bitext.alignment.provisions:
        if (both := pair.both) is not None and Kind.HTML not in (both[0].kind, both[1].kind):
            if not bitext.published and any(map(is_date, both)) and _same_day(both):
                continue  # its day is read as the number of an item
            left, right = both[0].segment, both[1].segment
            found = _of(bitext, *map(_unnumbered, both))
            yield (left, right), found, partial(_alone, bitext, both)
    for divisions in bitext.alignment.divisions:
        if (headed := divisions.both) is None or not (headed[0].heading and headed[1].heading):
            continue
        first, second = headed[0].heading, headed[1].heading
        titles = [first.text, second.text] if opens_alike(headed) else map(_title, headed)
        found = _of(bitext, *titles)
        yield (first, second), found, lambda _: _NONE


def _same_day(both: tuple[Provision, Provision]) -> bool:
    """Whether two texts have one day and year, where that of one may begin with the number of an
    item.
    """
    figures = [
        sorted(_DIGITS.findall(f"{p.number.printed if p.number else ''} {p.segment.text}"))
        for p in both
    ]
    return figures[0] == figures[1]


_DIGITS = pattern_of(r"\d+")
_NONE = Values((), (), ())


def _differing(bitext: Bitext) -> list[tuple[tuple[Segment, Segment], Differences]]:
    """Each pair of texts whose figures differ, with the differences."""
    found = []
    blocks = {
        id(provision.segment)
        for pair in bitext.alignment.provisions
        for provision in pair.both or ()
        if provision.kind is Kind.CODE
    }
    for segments, own, near in _pairs(bitext):
        differing = differences((segments[0].text, segments[1].text), own, near)
        if id(segments[0]) in blocks:
            differing.numbers = _in_lines_alike(segments, differing.numbers)
        elif not told_of_markup(bitext):
            differing.numbers = _out_of_code(segments, differing.numbers)
        differ = any((*differing.dates, *differing.numbers, differing.units))
        if differ and not quotes_another_language(bitext, segments):
            found.append((segments, differing))
    return found


def _in_lines_alike(segments: tuple[Segment, Segment], lone: Lone) -> Lone:
    """`lone` without the numbers of lines that differ in more: these are told as code (K102); and
    without sizes, which a drawing has from each language.
    """
    starts = [[0, *line_starts(segment)] for segment in segments]
    forms = [
        [_form(segment.text[start:end]) for start, end in pairwise([*row, len(segment.text)])]
        for segment, row in zip(segments, starts, strict=True)
    ]
    known = [set(row) for row in forms]
    kept = [
        [
            number
            for number in lone[side]
            if forms[side][bisect_right(starts[side], number.start) - 1] in known[side.other]
            and not _SIZE.search(segments[side].text[max(0, number.start - _BEFORE) : number.start])
        ]
        for side in Side
    ]
    return kept[0], kept[1]


def _form(line: str) -> str:
    """A line of code with 0 for each of its digits."""
    return _DIGIT.sub("0", line.strip())


def _out_of_code(segments: tuple[Segment, Segment], lone: Lone) -> Lone:
    """`lone` without the numbers inside code, which is compared letter for letter (K101)."""
    kept = [[n for n in lone[side] if not _within(n.start, segments[side].code)] for side in Side]
    return kept[0], kept[1]


def _within(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether `offset` lies in one of `spans` (start, end; in order)."""
    before = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return before >= 0 and offset < spans[before][1]


def _of(bitext: Bitext, original: str, translation: str) -> Sides:
    return (
        values(original, bitext.original.locale),
        values(translation, bitext.translation.locale),
    )


def _title(division: Division) -> str:
    """The heading of `division` with its own number blanked out, so that offsets hold."""
    text = division.heading.text if division.heading else ""
    return " " * (len(text) - len(division.own_title)) + division.own_title


def _unnumbered(provision: Provision) -> str:
    """The text of `provision` with its own number blanked out, which N101 compares."""
    text, number = provision.segment.text, provision.number
    if number is None or provision.marker:
        return text
    return " " * len(number.printed) + text[len(number.printed) :]


def _alone(bitext: Bitext, both: tuple[Provision, Provision], side: Side) -> Values:
    """The figures of provisions of `side` without counterpart beside or below that of `both`."""
    alone = bitext.alone_near(side, both[side])
    if not alone:
        return _NONE
    locale = bitext.documents[side].locale
    return together([values(p.segment.text, locale) for top in alone for p in top.walk()])


def _lone_symbols(found: Sides, near: Near) -> tuple[list[Symbol], list[Symbol]]:
    """By side, the symbols that the other lacks; `near` gives those of neighbours."""
    counts = [Counter(symbol.printed for symbol in side.symbols) for side in found]
    lone: list[list[Symbol]] = []
    for side in Side:
        own: list[Symbol] = []
        if excess := counts[side] - counts[side.other]:
            excess -= Counter(symbol.printed for symbol in near(side.other).symbols)
            # of a repeated one the last is the extra one
            for symbol in reversed(found[side].symbols):
                if excess[symbol.printed] > 0:
                    excess[symbol.printed] -= 1
                    own.append(symbol)
        lone.append(own[::-1])
    return lone[0], lone[1]
