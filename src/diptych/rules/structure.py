"""Structure: the same headings and provisions in both languages, in the same places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from diptych.alignment import Split, children_of
from diptych.diagnostics import Diagnostic, Location
from diptych.language.locales import names_a_division
from diptych.model import PROSE, Division, Kind, Page, Provision, Side
from diptych.model.kinds import KIND_NAMES, kind_name
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.joined_texts import joined_texts
from diptych.rules.shared.lone_texts import (
    LoneTexts,
    kept_beside,
    lone_texts,
    run_on,
    set_as_headings,
)
from diptych.rules.shared.place_names import place_name
from diptych.rules.shared.rendering import rendering
from diptych.rules.shared.translators_sections import translators_sections
from diptych.wording import UNSAID, Wording, plural

_HABIT = 3
"""How many headings of a page may differ alike in level before they are told as a habit, once."""
_NEXT = 2
"""How many headings away one without counterpart is beside another."""
_AROUND = 8
"""How many lines from the place of a heading the line in bold is that stands for it."""
_OFTEN = 3
"""From how many headings of a page on that are lines in the other language they are told once."""
_LISTED = 8
"""How many lines a message lists."""
_ROW = 2
"""How many provisions without counterpart that follow each other are told as one."""
_LINE = 80
"""The most characters of a line of text that may be a heading in the other language."""
_TELLING = 60
"""The least characters of a text that nobody says twice in two places."""
_BESIDE = 2
"""How many rows away the row may be that was joined with another."""
_IDENTIFIER = pattern_of(r"[\w.$-]*[_\d.$-][\w.$-]*")
"""A word that no language has: a name in code."""
_SHORTEST = 25
_AGAIN = 2
"""How often a text may be said that is no label."""
"""The same in one place."""


@rule("S102")
def heading_in_one_language(bitext: Bitext) -> Iterator[Diagnostic]:
    """A heading, or a section as a whole, has no counterpart in the other language.

    What a missing section contains is listed below the finding. Words that are a heading in one
    language and a line of text in the other are one finding, and so are three or more of a page. A
    heading may be written as an element of HTML. The last section of a translation may tell who
    translated it, and when.

    Mend: Add it in the other language, or remove it.

    vi: Một tiêu đề, hoặc cả một mục, không có phần tương ứng ở bản kia.

    Nội dung của mục bị thiếu được liệt kê bên dưới phát hiện. Phần chữ là tiêu đề ở bản này nhưng
    là một dòng chữ thường ở bản kia được báo một lần; từ ba tiêu đề như vậy trên một trang cũng chỉ
    báo một lần. Tiêu đề có thể viết bằng thẻ HTML. Mục cuối của bản dịch có thể ghi ai đã dịch và
    dịch khi nào.

    Sửa: Thêm phần này ở bản kia, hoặc bỏ nó.

    Bad:  `## 2. Yêu cầu` ↔ —
    Good: `## 2. Yêu cầu` ↔ `## 2. Requirements`
    """
    of_translators = bitext.once(translators_sections).divisions
    as_lines = bitext.once(_headings_as_lines)
    as_titles = _headings_as_titles(bitext)
    told: dict[str, list[tuple[Side, Division, Provision]]] = {}
    for pair in bitext.alignment.divisions:
        for side in Side:
            division = pair.side(side)
            if division is None or pair.side(side.other) is not None or division.heading is None:
                continue
            if (side, division.id) in of_translators:
                continue
            if (side, division.id) in as_titles:
                continue
            text = division.heading.text
            other = bitext.language(side.other)
            if line := as_lines.get((side, division.id)):
                told.setdefault(division.place.file, []).append((side, division, line))
                continue
            called = Wording(vi=f"tiêu đề “{text}”", en=f"the heading “{text}”")
            if lines := _lines_lost(bitext, side, division):
                called = Wording(
                    vi=f"mục “{text}” ({lines} dòng)",
                    en=f"the section “{text}” ({plural(lines, 'line')})",
                )
            yield Diagnostic(
                Wording(
                    vi=f"{called.vi} không có phần tương ứng trong bản {other.vi}",
                    en=f"{called.en} has no counterpart in {other.en}",
                ),
                (
                    bitext.at(side, division.place, len(text)),
                    bitext.gap_for_division(side, division),
                ),
            )
    for found in told.values():
        together = len(found) >= _OFTEN and not bitext.published
        for side, division, line in found[:1] if together else found:
            yield _heading_and_line(bitext, side, division, line, len(found) - 1 if together else 0)


def _headings_as_titles(bitext: Bitext) -> set[tuple[Side, str]]:
    """By side and id the first headings of pages whose counterparts state a title in the front
    matter instead; a site sets either at the head of the page.
    """
    if bitext.published:
        return set()
    return {
        (side, top[0].id)
        for pages in bitext.pages()
        for side in Side
        if "title" in pages[side.other].meta
        and "title" not in pages[side].meta
        and len(top := _top(pages[side])) == 1
        and not _top(pages[side.other])
    }


def _top(page: Page) -> list[Division]:
    """The divisions of a page whose heading is of the first level."""
    return [each for each in page.own_divisions() if each.heading and each.level == 1]


def _headings_as_lines(bitext: Bitext) -> dict[tuple[Side, str], Provision]:
    """By side and id of a heading without counterpart the line of text that says the same in the
    other language.
    """
    bold = {} if bitext.published else bitext.once(set_as_headings)
    found = {}
    for pair in bitext.alignment.divisions:
        for side in Side:
            division = pair.side(side)
            if pair.both is not None or division is None:
                continue
            line = _plain_line(bitext, side, division)
            if line is None and (near := bold.get((side, division.id))):
                gap = bitext.gap_for_division(side, division)
                line = near if abs(gap.line - near.place.line) <= _AROUND else None
            if line is not None:
                found[side, division.id] = line
    return found


def _plain_line(bitext: Bitext, side: Side, division: Division) -> Provision | None:
    """The line of text that says, in the other language, what the heading of `division` says: a
    short paragraph without counterpart right before that of the first text below the heading.
    """
    known = bitext.alignment.counterparts[side]
    below = division.provisions and known.get(division.provisions[0].id)
    if not below or division.heading is None or bitext.published:
        return None
    home = bitext.parent(side.other, below)
    row = children_of(home) if home else ()
    at = bisect_left(row, below.place, key=lambda one: one.place)
    line = row[at - 1] if 0 < at < len(row) and row[at] is below else None
    if line is None or line.children:
        return None
    if line.kind is not Kind.PARAGRAPH and not _numbered_alike(line, division):
        return None
    if line.id in bitext.alignment.counterparts[side.other]:
        return None
    text = line.segment.text
    length = max(len(text), len(division.heading.text))
    short = length <= _LINE and not text.endswith((".", "。", "؟", "?", ";"))
    return line if short and min(len(text), len(division.heading.text)) * 3 >= length else None


def _numbered_alike(line: Provision, division: Division) -> bool:
    """Whether an item of a list has the number that a heading has."""
    if line.number is None or division.number is None:
        return False
    return line.kind is Kind.ITEM and line.number.value == division.number.value


def _heading_and_line(
    bitext: Bitext, side: Side, division: Division, line: Provision, more: int
) -> Diagnostic:
    """The finding on a heading and its line; `more` of the page are told with it."""
    text = division.heading.text if division.heading else ""
    mine, other = bitext.language(side), bitext.language(side.other)
    others = UNSAID
    if more:
        others = Wording(
            vi=f"; {more} tiêu đề khác trên trang này cũng vậy",
            en=f"; so are {more} others on this page",
        )
    return Diagnostic(
        Wording(
            vi=f"“{text}” là tiêu đề trong bản {mine.vi}, là một dòng chữ thường trong bản "
            f"{other.vi}{others.vi}",
            en=f"“{text}” is a heading in {mine.en}, a line of text in {other.en}{others.en}",
        ),
        (
            bitext.at(side, division.place, len(text)),
            bitext.at(side.other, line.place, len(line.segment.text)),
        ),
    )


def _lines_lost(bitext: Bitext, side: Side, division: Division) -> int:
    """The number of lines of a section of which nothing has a counterpart; 0 for any other."""
    below = [p for part in division.walk() for top in part.provisions for p in top.walk()]
    paired = bitext.alignment.counterparts[side]
    page = bitext.documents[side].page_in(division.place.file)
    own = [p for p in below if page is not None and p.place.file == page.file]
    if page is None or not own or any(p.id in paired for p in below):
        return 0
    last = max(p.segment.end_line for p in own)
    return sum(1 for line in page.lines[division.place.line - 1 : last] if line.strip())


@rule("S103")
def heading_level_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A heading is at a different level from its counterpart.

    On texts that are not published here, four headings or more of a page that differ alike are one
    finding, and a heading is left alone beside one without counterpart at the level that it should
    have.

    Mend: Put the same number of # before the heading in both languages.

    vi: Một tiêu đề có cấp khác với tiêu đề tương ứng.

    Ở văn bản không đăng tại đây, từ bốn tiêu đề trở lên của một trang cùng khác như nhau là một
    phát hiện; không báo tiêu đề đứng cạnh một tiêu đề không có phần tương ứng mà ở đúng cấp.

    Sửa: Dùng cùng số dấu # trước tiêu đề ở cả hai bản.

    Bad:  `## 1. Mục đích` ↔ `### 1. Purposes`
    Good: `## 1. Mục đích` ↔ `## 1. Purposes`
    """
    lost = [
        page.path.removesuffix("index.md")
        for pair in bitext.alignment.pages
        if pair.both is None and (page := pair.original or pair.translation) is not None
        and page.path.endswith("/index.md")
    ]  # fmt: skip
    found: dict[tuple[str, ...], list[tuple[Division, Division]]] = {}
    for pair in bitext.alignment.divisions:
        if (both := pair.both) is None or both[0].level == both[1].level:
            continue
        if both[0].page.startswith(tuple(lost)):
            continue  # the page that held it was lost, and that is the finding
        if not (both[0].heading and both[1].heading):
            continue  # text before the first heading, against a heading: S102's neighbours tell
        signs = [_signs(bitext, side, division) for side, division in Side.of(both)]
        if signs[0] == signs[1]:
            continue  # a chapter around one of them has lost its number, which N101 tells
        if not bitext.published and _is_beside_lone(bitext, both):
            continue  # that one is probably its counterpart, and is told by S102
        found.setdefault((both[0].place.file, *signs), []).append(both)
    for (_, *signs), headed in found.items():
        together = len(headed) > _HABIT and not bitext.published
        others = UNSAID
        if together:
            others = Wording(
                vi=f"; {len(headed) - 1} tiêu đề nữa trên trang này cũng vậy",
                en=f"; so do those of {len(headed) - 1} more headings of this page",
            )
        for both in headed[:1] if together else headed:
            yield Diagnostic(
                Wording(
                    vi=f"cấp tiêu đề khác nhau: “{signs[0]}” và “{signs[1]}”{others.vi}",
                    en=f"the heading levels differ: “{signs[0]}” and “{signs[1]}”{others.en}",
                ),
                tuple(bitext.at(side, d.place, len(d.title)) for side, d in Side.of(both)),
            )


def _is_beside_lone(bitext: Bitext, both: tuple[Division, Division]) -> bool:
    """Whether a heading without counterpart beside one of `both` is at the level of the other."""
    rows = bitext.once(_rows_of_headings)
    ranks = bitext.once(_ranks_of_headings)
    for side, division in Side.of(both):
        row = rows[side].get(division.place.file, [])
        at = ranks.get(id(division), 0)
        paired = bitext.alignment.division_counterparts[side]
        beside = row[max(0, at - _NEXT) : at + _NEXT + 1]
        if any(one.level == both[side.other].level and one.id not in paired for one in beside):
            return True
    return False


def _rows_of_headings(bitext: Bitext) -> list[dict[str, list[Division]]]:
    """For each side the divisions with a heading, by file, in reading order."""
    return [
        {
            page.file: [each for each in page.own_divisions() if each.heading]
            for page in document.pages
        }
        for document in bitext.documents
    ]


def _ranks_of_headings(bitext: Bitext) -> dict[int, int]:
    """How many headings of its file stand before that of each division, by the division's `id`."""
    return {
        id(division): rank
        for rows in bitext.once(_rows_of_headings)
        for row in rows.values()
        for rank, division in enumerate(row)
    }


def _signs(bitext: Bitext, side: Side, division: Division) -> str:
    line = bitext.at(side, division.place._replace(column=1)).excerpt
    marks = line.split(" ", 1)[0]
    return marks if marks.strip("#") == "" else "#" * division.level


@rule("S104")
def provision_in_one_language(bitext: Bitext) -> Iterator[Diagnostic]:
    """A dash, a numbered paragraph or a paragraph has no counterpart in the other language.

    On texts that are not published here a paragraph is left alone whose words probably stand in a
    neighbour's counterpart, which is longer by as much, or where all texts around fit better if it
    was joined or divided.

    Mend: Add its counterpart in the other language, or remove it.

    vi: Một gạch đầu dòng, đoạn đánh số hoặc đoạn văn không có phần tương ứng ở bản kia.

    Ở văn bản không đăng tại đây, không báo đoạn mà nội dung có lẽ nằm trong phần tương ứng của đoạn
    bên cạnh, vì phần ấy dài hơn đúng chừng đó, hoặc khi các đoạn xung quanh khớp hơn nếu coi đoạn
    này đã được gộp hay tách.

    Sửa: Thêm phần tương ứng ở bản kia, hoặc bỏ phần này.

    Bad:  `- Một.` `- Hai.` ↔ `- One.`
    Good: `- Một.` `- Hai.` ↔ `- One.` `- Two.`
    """
    for places in bitext.alignment.rough:
        yield Diagnostic(
            Wording(
                vi="từ đây hai bản khác nhau quá nhiều nên chỉ được ghép theo vị trí: các phát "
                "hiện sau có thể chỉ nhầm đoạn",
                en="from here on the languages differ so much that they were paired by position: "
                "what follows may name the wrong provisions",
            ),
            tuple(bitext.at(side, place) for side, place in Side.of(places)),
        )
    told = {split.second.id for split in bitext.alignment.splits}
    repeated = {provision.id for _, provision, _ in _repeated(bitext)}
    told |= run_on(bitext) | {line.id for line in bitext.once(set_as_headings).values()}
    told |= {line.id for line in bitext.once(_headings_as_lines).values()}
    told |= _merged_rows(bitext) | joined_texts(bitext)
    told -= bitext.once(kept_beside).keys()
    for lone in lone_texts(bitext, told | repeated):
        yield _without_counterpart(bitext, lone)


def _merged_rows(bitext: Bitext) -> set[str]:
    """The ids of rows of tables whose name stands beside that of a neighbour in one row of the
    other language: "_gt / _gte".
    """
    if bitext.published:
        return set()
    found = set()
    for side in Side:
        known = bitext.alignment.counterparts[side]
        for lone in bitext.alignment.lone_below[side].values():
            for row in lone:
                parent = bitext.parent(side, row)
                if row.kind is not Kind.ROW or not row.cells or parent is None:
                    continue
                siblings = children_of(parent)
                at = bisect_left(siblings, row.place, key=lambda p: p.place)
                near = siblings[max(0, at - _BESIDE) : at + 1 + _BESIDE]
                beside = (known[p.id] for p in near if p.id in known)
                if any(_names_row(other, row.cells[0]) for other in beside):
                    found.add(row.id)
    return found


def _names_row(row: Provision, name: str) -> bool:
    """Whether the first cell of `row` has the word `name`, an identifier, among others."""
    if not row.cells or not _IDENTIFIER.fullmatch(name):
        return False
    return name in row.cells[0].split() and row.cells[0] != name


def _given_twice(bitext: Bitext, lone: LoneTexts) -> Diagnostic:
    """The finding that the translation has the original's words beside its own."""
    first, *others = lone.kept
    kind = kind_name(first)
    more = UNSAID
    if others:
        lines = ", ".join(str(each.place.line) for each in others[:_LISTED])
        lines += " …" if len(others) > _LISTED else ""
        more = Wording(
            vi=f", và {len(others)} đoạn nữa cũng thế (dòng {lines})",
            en=f", and so do {len(others)} more (lines {lines})"
            if others[1:]
            else f", and so does one more (line {lines})",
        )
    counterpart = bitext.alignment.counterparts[lone.side].get(first.id)
    return Diagnostic(
        Wording(
            vi=f"{kind.vi} này ({first.id}) là nguyên văn của bản gốc, đứng cạnh phần đã dịch"
            f"{more.vi}",
            en=f"this {kind.en} ({first.id}) has the original's words, beside their translation"
            f"{more.en}",
        ),
        (
            bitext.at(lone.side, first.place, len(first.segment.text)),
            bitext.at(lone.side.other, counterpart.place)
            if counterpart
            else bitext.gap_for(lone.side, first),
        ),
    )


def _without_counterpart(bitext: Bitext, lone: LoneTexts) -> Diagnostic:
    if lone.kept:
        return _given_twice(bitext, lone)
    first, count = lone.row[0], len(lone.row)
    kind, other = kind_name(first), bitext.language(lone.side.other)
    at = Wording(vi=first.id, en=first.id)
    if names_a_division(first.steps):  # else its id is shorter, and known to editors
        at = place_name(bitext, lone.side, first)
    if count >= _ROW:
        again = UNSAID
        if lone.likewise:
            again = Wording(
                vi=f" và {lone.likewise} chỗ giống hệt", en=f" and {lone.likewise} rows alike"
            )
        called = Wording(
            vi=f"{count} đoạn liền nhau, từ đoạn này ({at.vi}),{again.vi} không có",
            en=f"{count} provisions in a row, from this one ({at.en}) on,{again.en} have no",
        )
    elif lone.likewise:
        called = Wording(
            vi=f"{kind.vi} này ({at.vi}) và {lone.likewise} đoạn tương tự không có",
            en=f"this {kind.en} ({at.en}) and {lone.likewise} more like it have no",
        )
    else:
        called = Wording(
            vi=f"{kind.vi} này ({at.vi}) không có", en=f"this {kind.en} ({at.en}) has no"
        )
    said = Wording(
        vi=f"{called.vi} phần tương ứng trong bản {other.vi}",
        en=f"{called.en} counterpart in {other.en}",
    )
    return Diagnostic(
        said,
        (
            bitext.at(lone.side, first.place, len(first.segment.text)),
            bitext.gap_for(lone.side, first),
        ),
    )


@rule("S105", exact=True)
def provision_kind_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A provision is a dash in one language and something else in the other.

    Mend: Mark it the same way in both: “- ” for a dash, “1. ” for a numbered paragraph, four spaces
    for a continuation paragraph, nothing for a paragraph.

    vi: Cùng một đoạn là gạch đầu dòng ở bản này nhưng là loại khác ở bản kia.

    Sửa: Đánh dấu giống nhau ở cả hai bản: “- ” cho gạch đầu dòng, “1. ” cho đoạn đánh số, bốn dấu
    cách cho đoạn tiếp theo, không có gì cho đoạn văn.

    Bad:  `- Tăng cường hợp tác` ↔ `Strengthen cooperation`
    Good: `- Tăng cường hợp tác` ↔ `- Strengthen cooperation`
    """
    for pair in bitext.alignment.provisions:
        if (both := pair.both) is None:
            continue
        if both[0].kind is both[1].kind and both[0].sign == both[1].sign:
            continue
        kinds = [kind_name(provision) for provision in both]
        languages = [bitext.language(side) for side in Side]
        yield Diagnostic(
            Wording(
                vi=f"bản {languages[0].vi} là {kinds[0].vi}, "
                f"bản {languages[1].vi} là {kinds[1].vi}",
                en=f"{languages[0].en} has a {kinds[0].en}, {languages[1].en} a {kinds[1].en}",
            ),
            _places(bitext, both),
        )


@rule("S109", exact=True)
def provision_split(bitext: Bitext) -> Iterator[Diagnostic]:
    """A provision in one language is split into several in the other.

    Mend: Split the one or join the others, so that both languages have the same paragraphs.

    vi: Một đoạn ở bản này bị tách thành nhiều đoạn ở bản kia.

    Sửa: Tách đoạn kia hoặc gộp các đoạn này, để hai bản có cùng các đoạn.

    Bad:  `- Một; hai.` ↔ `- One;` `- two.`
    Good: `- Một; hai.` ↔ `- One; two.`
    """
    by_whole: dict[tuple[Side, str], list[Split]] = {}
    for split in bitext.alignment.splits:
        by_whole.setdefault((split.side, split.whole.id), []).append(split)
    for (side, _), splits in by_whole.items():
        first, whole = splits[0].first, splits[0].whole
        if first.kind is Kind.ROW and whole.kind is not Kind.ROW:
            continue  # rows that are no table in the other language: S105
        kind = KIND_NAMES[whole.kind]
        many, one = bitext.language(side), bitext.language(side.other)
        places = [bitext.at(side, p.place, len(p.segment.text)) for p in (splits[0].second, first)]
        at = bitext.at(side.other, whole.place, len(whole.segment.text))
        count = Wording(vi="hai", en="two")
        if len(splits) > 1:
            count = Wording(vi=str(len(splits) + 1), en=str(len(splits) + 1))
        yield Diagnostic(
            Wording(
                vi=f"một {kind.vi} trong bản {one.vi} là {count.vi} đoạn trong bản {many.vi}",
                en=f"one {kind.en} in {one.en} is {count.en} provisions in {many.en}",
            ),
            (places[0], at, places[1]),
        )


@rule("S110")
def provision_repeated(bitext: Bitext) -> Iterator[Diagnostic]:
    """A provision occurs twice in one language and once in the other.

    On texts that are not published here, what the original says in two different places was lost in
    one of them by the translation (S104).

    Mend: Remove the copy.

    vi: Một đoạn xuất hiện hai lần ở bản này nhưng chỉ một lần ở bản kia.

    Ở văn bản không đăng tại đây, nếu bản gốc viết đoạn ấy ở hai chỗ khác nhau thì bản dịch bị coi
    là thiếu một chỗ (S104).

    Sửa: Xóa bản sao.

    Bad:  `- Một.` ↔ `- One.` `- One.`
    Good: `- Một.` ↔ `- One.`
    """
    for side, copy, first in _repeated(bitext):
        language, place = bitext.language(side), place_name(bitext, side, first)
        yield Diagnostic(
            Wording(
                vi=f"bản {language.vi} đã có đoạn này ({place.vi})",
                en=f"{language.en} already has this provision ({place.en})",
            ),
            (
                bitext.at(side, copy.place, len(copy.segment.text)),
                bitext.at(side, first.place, len(first.segment.text)),
                bitext.gap_for(side, copy),
            ),
        )


def _repeated(bitext: Bitext) -> Iterator[tuple[Side, Provision, Provision]]:
    """The side, a provision without counterpart, and a paired one with the same words."""
    paired: tuple[dict[str, Provision], ...] = ({}, {})
    for pair in bitext.alignment.provisions:
        if (both := pair.both) is not None:
            for side in Side:
                paired[side].setdefault(both[side].segment.text, both[side])
    for pair in bitext.alignment.provisions:
        for side in Side:
            lone = pair.side(side)
            if lone is not None and pair.both is None:
                first = paired[side].get(lone.segment.text)
                if first is None or not lone.segment.text:
                    continue
                length = len(lone.segment.text)
                near = length >= _SHORTEST and _siblings(bitext, side, lone, first)
                # what the original says in two places was lost in one of them by the other
                far = length >= _TELLING and (bitext.published or side is rendering(bitext))
                if lone.kind in PROSE and (near or far) and not _is_label(bitext, side, lone):
                    yield side, lone, first


def _is_label(bitext: Bitext, side: Side, provision: Provision) -> bool:
    """Whether a text says the same again and again, as what heads each part of a form does."""
    if bitext.published:
        return False
    said = (pair.side(side) for pair in bitext.alignment.provisions)
    text = provision.segment.text
    return sum(each is not None and each.segment.text == text for each in said) > _AGAIN


def _siblings(bitext: Bitext, side: Side, one: Provision, other: Provision) -> bool:
    homes = [bitext.parent(side, provision) for provision in (one, other)]
    return homes[0] is homes[1]


def _places(bitext: Bitext, both: tuple[Provision, Provision]) -> tuple[Location, ...]:
    return tuple(
        bitext.at(side, provision.place, len(provision.segment.text))
        for side, provision in Side.of(both)
    )
