"""Numbering: printed numbers equal across the languages and in sequence within their parent."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import groupby

from diptych.diagnostics import Diagnostic, Location
from diptych.language.numerals import Numeral, leading_number
from diptych.language.references import references
from diptych.model import Division, Page, Place, Provision, Side
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.equal_references import lone_references, out_of_lists
from diptych.rules.shared.typed_numbers import typed_apart, typed_number
from diptych.rules.shared.unmatched import unequal
from diptych.wording import Wording

Numbered = Division | Provision


@rule("N101")
def number_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A heading or a numbered paragraph has a different number from its counterpart.

    Mend: Print the same number in both languages, as the original has it.

    vi: Một tiêu đề hoặc đoạn đánh số mang số khác với phần tương ứng.

    Sửa: Ghi cùng một số ở cả hai bản, đúng như bản gốc.

    Bad:  `## 2. Yêu cầu` ↔ `## 3. Requirements`
    Good: `## 2. Yêu cầu` ↔ `## 2. Requirements`
    """
    for both in _numbered_pairs(bitext):
        numbers = [node.number for node in both]
        shown = [number.printed if number else "—" for number in numbers]
        if numbers[0] == numbers[1]:
            typed = typed_apart(bitext, Side.ORIGINAL, both)
            if typed is None:
                continue
            shown = [f"{number}." for number in typed]
        languages = [bitext.language(side) for side in Side]
        yield Diagnostic(
            Wording(
                vi=f"số khác nhau: bản {languages[0].vi} ghi “{shown[0]}”, "
                f"bản {languages[1].vi} ghi “{shown[1]}”",
                en=f"the numbers differ: {languages[0].en} has “{shown[0]}”, "
                f"{languages[1].en} “{shown[1]}”",
            ),
            tuple(_at_number(bitext, side, node) for side, node in Side.of(both)),
        )


@rule("N102")
def number_out_of_sequence(bitext: Bitext) -> Iterator[Diagnostic]:
    """A printed number is skipped, repeated or out of order.

    In a project's own texts it is reported even when both languages share it.

    Mend: Give it the number that comes next, in both languages, or add what is missing.

    vi: Một số bị bỏ qua, lặp lại hoặc sai thứ tự.

    Trong văn bản của chính dự án, lỗi này được báo cả khi hai bản giống nhau.

    Sửa: Ghi số kế tiếp ở cả hai bản, hoặc thêm phần còn thiếu.

    Bad:  `1.` `2.` `4.` ↔ `1.` `2.` `4.`
    Good: `1.` `2.` `3.` ↔ `1.` `2.` `3.`
    """
    differing = _differing(bitext)
    lost = _numbers_only_there(bitext)
    nested_otherwise = any(
        (both := pair.both) is None or both[0].level != both[1].level
        for pair in bitext.alignment.divisions
    ) or any(pair.moved for pair in bitext.alignment.pages)
    told: set[str] = set()
    for side, document in Side.of(bitext.documents):
        unnumbered = {id_ for (where, id_), other in differing.items() if where == side and other}
        for siblings in _numbered_siblings(document.divisions, document.walk(), unnumbered):
            if nested_otherwise and isinstance(siblings[0], Division):
                continue  # a heading lost or at another level puts its neighbours in other rows
            previous: Numeral | None = None
            after_named = False
            for node, after in zip(siblings, [*siblings[1:], None], strict=True):
                number = node.number
                expected = previous.value + 1 if previous else 1
                named = (side, node.id) in differing
                if named:  # N101 tells of this one; the row goes on as it should
                    numbers = (number, differing[side, node.id])
                    previous = next((n for n in numbers if n and n.value == expected), previous)
                    after_named = True
                    continue
                if number is None:
                    continue
                from_zero = previous is None and number.value == 0
                fits = (
                    from_zero
                    or number.follows(previous)
                    or (after_named and number.value == expected)
                )
                after_named = False
                # What N101 or a lost neighbour explains is not told a second time.
                explained = lost[side] and number.value == expected + 1
                shared = not bitext.published and _printed_alike(bitext, side, node)
                if not (fits or explained or shared) and node.id not in told:
                    told.add(node.id)
                    yield _out_of_sequence(bitext, side, node, number, previous, expected)
                mistyped = not fits and after is not None and _is(after, expected + 1)
                previous = _assumed(number, expected) if mistyped else number
    if bitext.published:  # other texts may leave the counting to what renders them
        yield from _typed_otherwise(bitext, told)


def _typed_otherwise(bitext: Bitext, told: Container[str]) -> Iterator[Diagnostic]:
    """The items of lists that are typed with another number than is printed before them."""
    for side, document in Side.of(bitext.documents):
        for page in document.pages:
            for provision in page.all_provisions():
                number, typed = provision.number, typed_number(page, provision)
                if not number or typed is None or typed == number.value:
                    continue
                other = bitext.alignment.counterparts[side].get(provision.id)
                if other and typed_apart(bitext, side, (provision, other)):
                    continue  # N101 tells which language has another number
                if provision.id not in told:
                    wrong = Numeral(f"{typed}.", "arabic", typed)
                    before = number.value - 1
                    previous = Numeral(number.printed_as(before), "arabic", before)
                    yield _out_of_sequence(bitext, side, provision, wrong, previous, number.value)


def _printed_alike(bitext: Bitext, side: Side, node: Numbered) -> bool:
    """Whether the counterpart of `node` bears the same number: elsewhere that is how it is."""
    counterpart = _counterpart(bitext, side, node)
    return counterpart is not None and counterpart.number == node.number


def _is(node: Numbered, value: int) -> bool:
    return node.number is not None and node.number.value == value


def _assumed(number: Numeral, value: int) -> Numeral:
    # A number already reported is taken to be the one that belongs there.
    return Numeral(number.printed, number.style, value)


def _out_of_sequence(
    bitext: Bitext,
    side: Side,
    node: Numbered,
    number: Numeral,
    previous: Numeral | None,
    expected: int,
) -> Diagnostic:
    model = previous if previous and previous.style != number.style else number
    should = model.printed_as(expected)
    due = (
        Wording(
            vi=f"sau “{previous.printed}” phải là “{should}”",
            en=f"“{should}” should follow “{previous.printed}”",
        )
        if previous
        else Wording(vi=f"số đầu tiên phải là “{should}”", en=f"“{should}” should come first")
    )
    locations = [_at_number(bitext, side, node)]
    counterpart = _counterpart(bitext, side, node)
    if counterpart is not None:
        locations.append(_at_number(bitext, side.other, counterpart))
    return Diagnostic(
        Wording(
            vi=f"số “{number.printed}” không đúng thứ tự: {due.vi}",
            en=f"the number “{number.printed}” is out of sequence: {due.en}",
        ),
        tuple(locations),
        help=Wording(
            vi=f"Sửa thành “{should}” ở cả hai bản, hoặc thêm phần còn thiếu.",
            en=f"Change it to “{should}” in both languages, or add what is missing.",
        ),
    )


@rule("N103")
def title_number_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """The title in a page's front matter has a different number from the page's first heading.

    If the page begins with a lower-level heading, the title takes the place of its main heading.

    Mend: Put the heading's number in the title line.

    vi: Dòng title ở đầu tệp mang số khác với tiêu đề đầu tiên của trang.

    Nếu trang mở đầu bằng một tiêu đề cấp dưới thì dòng title thay cho tiêu đề chính.

    Sửa: Ghi trong dòng title cùng số với tiêu đề.

    Bad:  `title: II. Tình hình` `# I. TÌNH HÌNH`
    Good: `title: I. Tình hình` `# I. TÌNH HÌNH`
    """
    differing = _differing(bitext)
    headless = {
        division.page
        for pair in bitext.alignment.divisions
        if pair.both is None and (division := pair.original or pair.translation) is not None
    }
    for side, document in Side.of(bitext.documents):
        for page in document.pages:
            first = next((d for d in page.divisions if d.heading), None)
            title = str(page.meta.get("title", ""))
            if first is None or not title or leading_number(title) == first.number:
                continue
            if (side, first.id) in differing or page.path in headless:
                continue  # the heading's number may be the wrong one, or the heading is gone
            if page.lines[first.place.line - 1].startswith("##"):
                continue  # what it numbers lies below what the title numbers
            printed = first.number.printed if first.number else "—"
            locations = [
                bitext.at(side, Place(page.file, page.title_line, 1), len(title) + 7),
                bitext.at(side, first.place, len(printed)),
            ]
            if (other := _same_page(bitext, side, page)) is not None:
                locations.append(
                    bitext.at(
                        side.other, Place(other.file, other.title_line, 1), len(other.title) + 7
                    )
                )
            yield Diagnostic(
                Wording(
                    vi=f"tên trang “{title}” không mang số của tiêu đề (“{printed}”)",
                    en=f"the title “{title}” lacks the heading's number (“{printed}”)",
                ),
                tuple(locations),
            )


@rule("N104", needs_grammar=True)
def reference_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A reference names a different kind of division, or a different letter, from its counterpart.

    A number that differs in a reference is reported by V102.

    Mend: Refer to the same part, section or point in both languages.

    vi: Một chỗ dẫn chiếu nêu loại đề mục khác, hoặc chữ cái khác, so với bản kia.

    Số khác nhau trong chỗ dẫn chiếu do V102 báo.

    Sửa: Dẫn chiếu đến cùng một phần, mục hoặc điểm ở cả hai bản.

    Bad:  `theo điểm b, mục 2` ↔ `under point c of Section 2`
    Good: `theo điểm b, mục 2` ↔ `under point b of Section 2`
    """
    name = Wording(vi="chỗ dẫn chiếu", en="reference")
    for segments in bitext.texts():
        mine, theirs = (
            references(segment.text, bitext.documents[side].locale)
            for side, segment in Side.of(segments)
        )
        if not mine or not theirs:
            continue  # one language may say it in other words
        first_is_vietnamese = bitext.original.locale.startswith("vi")
        lone = lone_references(mine, theirs, first_is_vietnamese=first_is_vietnamese)
        if len(lone[0]) == len(lone[1]):
            yield from unequal(bitext, segments, lone, name)
        else:
            yield from unequal(bitext, segments, out_of_lists(lone, (mine, theirs)), name)


def _same_page(bitext: Bitext, side: Side, page: Page) -> Page | None:
    return bitext.documents[side.other].page(page.path)


def _numbered_pairs(bitext: Bitext) -> Iterator[tuple[Numbered, Numbered]]:
    """Paired divisions and items of which at least one side is numbered."""
    for division in bitext.alignment.divisions:
        if (both := division.both) is not None and (both[0].number or both[1].number):
            yield both
    for provision in bitext.alignment.provisions:
        # a numbered paragraph against an unnumbered one is a difference of kind (S105)
        if (items := provision.both) is not None and items[0].number and items[1].number:
            yield items


def _differing(bitext: Bitext) -> dict[tuple[int, str], Numeral | None]:
    """By side and id, the counterpart's number of every node whose own number is another."""
    return {
        (side, node.id): both[side.other].number
        for both in _numbered_pairs(bitext)
        if both[0].number != both[1].number
        for side, node in Side.of(both)
    }


def _numbered_siblings(
    roots: Sequence[Division], divisions: Iterator[Division], more: Container[str]
) -> Iterator[list[Numbered]]:
    """Rows of numbered nodes below one parent, with those that should be: ids in `more`."""
    outermost = list(_rows(roots, more))
    # A text of one numbered part is an extract, and may begin anywhere.
    yield from (row for row in outermost if len(row) > 1)
    for division in divisions:
        yield from _rows(division.divisions, more)
        yield from _rows(division.provisions, more, restart=True)
        for top in division.provisions:
            for provision in top.walk():
                yield from _rows(provision.children, more, restart=True)


def _rows(
    nodes: Sequence[Numbered], more: Container[str], *, restart: bool = False
) -> Iterator[list[Numbered]]:
    # Lists that something else interrupts are lists of their own.
    numbered = [node for node in nodes if node.number or node.id in more]
    if not restart:
        if numbered:
            yield numbered
        return
    going: list[Numbered] = []
    for has_number, run in groupby(nodes, key=lambda node: bool(node.number) or node.id in more):
        if not has_number:
            continue
        row = list(run)
        if going and _goes_on(going[-1].number, row[0].number):
            going += row
        else:
            yield from [going] if going else []
            going = row
    yield from [going] if going else []


def _goes_on(last: Numeral | None, first: Numeral | None) -> bool:
    """Whether a list that begins with `first` goes on with one that ended with `last`."""
    return last is not None and first is not None and first.follows(last)


def _numbers_only_there(bitext: Bitext) -> tuple[bool, bool]:
    """By side, whether the other language has numbered nodes that this one lacks."""
    divisions = [(pair.original, pair.translation) for pair in bitext.alignment.divisions]
    for pages in bitext.alignment.pages:
        if pages.both is None:
            divisions += [(d, None) for d in _own_divisions(pages.original)]
            divisions += [(None, d) for d in _own_divisions(pages.translation)]
    provisions = [(pair.original, pair.translation) for pair in bitext.alignment.provisions]
    lone: list[tuple[Numbered | None, Numbered | None]] = [*divisions, *provisions]
    return (
        any(theirs and theirs.number and mine is None for mine, theirs in lone),
        any(mine and mine.number and theirs is None for mine, theirs in lone),
    )


def _own_divisions(page: Page | None) -> list[Division]:
    return list(page.own_divisions()) if page else []


def _counterpart(bitext: Bitext, side: Side, node: Numbered) -> Numbered | None:
    if isinstance(node, Provision):
        return bitext.alignment.counterparts[side].get(node.id)
    return bitext.alignment.division_counterparts[side].get(node.id)


def _at_number(bitext: Bitext, side: Side, node: Numbered) -> Location:
    printed = node.number.printed if node.number else ""
    place = node.place
    if isinstance(node, Provision):
        page = bitext.documents[side].page_in(place.file)
        line = page.lines[place.line - 1] if page else ""
        at = line.rfind(printed, 0, place.column - 1) if printed else -1
        place = place._replace(column=at + 1 or max(1, place.column - len(printed) - 1))
    return bitext.at(side, place, len(printed))
