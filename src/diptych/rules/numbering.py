"""Numbering: printed numbers equal across the languages and in sequence within their parent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence

from diptych.diagnostics import Diagnostic, Location
from diptych.language.division_words import knows_divisions
from diptych.language.numerals import (
    ENGLISH_LETTERS,
    VIETNAMESE_LETTERS,
    Numeral,
    leading_number,
    letters_of,
)
from diptych.language.references import Reference, references
from diptych.model import Division, Document, Kind, Page, Place, Provision, Segment, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.called_otherwise import called_otherwise, is_same, without_renamed
from diptych.rules.shared.equal_references import lone_references, out_of_lists
from diptych.rules.shared.number_rows import kind_of, number_rows
from diptych.rules.shared.opening_numbers import is_date, opens_alike
from diptych.rules.shared.typed_numbers import typed_apart, typed_number
from diptych.rules.shared.unmatched import unequal
from diptych.wording import UNSAID, Wording

Numbered = Division | Provision
Predecessors = dict[str, tuple[Numeral | None, str]]
"""By the id of a numbered node, the number before its own and the id of the first of its row."""


@rule("N101")
def number_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A heading or a numbered paragraph has a different number from its counterpart.

    Mend: Print the same number in both languages, as the original has it.

    vi: Một tiêu đề hoặc đoạn đánh số mang số khác với phần tương ứng.

    Sửa: Ghi cùng một số ở cả hai bản, đúng như bản gốc.

    Bad:  `## 2. Yêu cầu` ↔ `## 3. Requirements`
    Good: `## 2. Yêu cầu` ↔ `## 2. Requirements`
    """
    explained = _explained(bitext)
    renamed = bitext.once(called_otherwise)
    for both in _numbered_pairs(bitext):
        numbers = [node.number for node in both]
        shown = [number.printed if number else "—" for number in numbers]
        if opens_alike(both):
            continue
        if renamed and _is_renamed(numbers[0], numbers[1], renamed):
            continue
        if numbers[0] == numbers[1]:
            typed = typed_apart(bitext, Side.ORIGINAL, both)
            if typed is None:
                continue
            shown = [f"{number}." for number in typed]
        elif both[0].id in explained:
            continue
        if not (bitext.known_in_depth or all(numbers)) and any(
            number and _WORD.search(number.printed) for number in numbers
        ):
            continue  # "Part A" in a language whose word for it is not known
        if not bitext.published and not all(numbers) and _is_in_words(both):
            continue  # "## 2.4 이후" for "## Since 2.4"
        languages = [bitext.language(side) for side in Side]
        yield Diagnostic(
            Wording(
                vi=f"số khác nhau: bản {languages[0].vi} ghi “{shown[0]}”, "
                f"bản {languages[1].vi} ghi “{shown[1]}”",
                en=f"the numbers differ: {languages[0].en} has “{shown[0]}”, "
                f"{languages[1].en} “{shown[1]}”",
            ),
            tuple(_at_number(bitext, side, node) for side, node in Side.of(both)),
            help=_other_letters(bitext, both),
        )


def _is_renamed(
    one: Numeral | None, other: Numeral | None, renamed: Container[tuple[str, str]]
) -> bool:
    """Whether two numbers differ in nothing but the word that one language has throughout."""
    if one is None or other is None or one.kind is None or other.kind is None:
        return False
    return is_same(one, other) and (one.kind.value, other.kind.value) in renamed


def _is_amount(bitext: Bitext, side: Side, node: Numbered) -> bool:
    """Whether the number of an item is that of what it counts: "- 1.44 TB in three years"."""
    other = None if bitext.published else bitext.alignment.counterparts[side].get(node.id)
    if not isinstance(node, Provision) or node.number is None or other is None or other.number:
        return False
    printed = node.number.printed.rstrip(".")
    return "." in printed and printed in other.segment.text


def _is_in_words(both: tuple[Numbered, Numbered]) -> bool:
    """Whether the number of one of two headings stands among the words of the other."""
    for side, node in Side.of(both):
        other = both[side.other]
        heading = other.heading if isinstance(other, Division) else None
        if node.number and heading and "." in node.number.printed.rstrip("."):
            return bool(node.number.printed.rstrip(".") in heading.text)
    return False


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
    before = [_predecessors(document) for document in bitext.documents]
    lost = _numbers_only_there(bitext)
    nested_otherwise = any(
        (both := pair.both) is None or both[0].level != both[1].level
        for pair in bitext.alignment.divisions
    ) or any(pair.moved for pair in bitext.alignment.pages)
    told: set[str] = set()
    for side, document in Side.of(bitext.documents):
        unnumbered = {
            id_: other for (where, id_), other in differing.items() if where == side and other
        }
        for siblings in number_rows(document, unnumbered):
            if nested_otherwise and isinstance(siblings[0], Division):
                continue  # a heading lost or at another level puts its neighbours in other rows
            if not bitext.published and _is_read_here_alone(bitext, side, siblings):
                continue  # "Article 4" and 第4条: the other language may skip the same number
            letters = letters_of(node.number for node in siblings if node.number)
            previous: Numeral | None = None
            after_named = False
            for node, after in zip(siblings, [*siblings[1:], None], strict=True):
                number = node.number
                place = number.place_in(letters) if number else 0
                expected = previous.place_in(letters) + 1 if previous else 1
                named = (side, node.id) in differing
                if named:  # N101 tells of this one; the row goes on as it should
                    numbers = (number, differing[side, node.id])
                    previous = next(
                        (n for n in numbers if n and n.place_in(letters) == expected), previous
                    )
                    after_named = True
                    continue
                if number is None or _is_amount(bitext, side, node):
                    continue
                from_zero = previous is None and number.value == 0
                fits = (
                    from_zero
                    or number.follows(previous, letters)
                    or (after_named and place == expected)
                    # an extract may begin with any article
                    or (previous is None and kind_of(node) is not None)
                    # another list, which what stands between them parts from the one before
                    or (number.value == 1 and not bitext.published and _is_item(node))
                    or (len(siblings) == 1 and not bitext.published and is_date(node))
                )
                after_named = False
                # What N101 or a lost neighbour explains is not told a second time.
                explained = lost[side] and place == expected + 1
                shared = not bitext.published and _counted_alike(bitext, before, side, node)
                exchanged = (
                    after is not None and place == expected + 1 and _is(after, expected, letters)
                )
                if not (fits or explained or shared) and node.id not in told:
                    told.add(node.id)
                    yield _out_of_sequence(bitext, side, node, number, previous, expected, letters)
                if exchanged and not fits and after is not None:
                    told.add(after.id)  # two that changed places are told once
                mistyped = not fits and after is not None and _is(after, expected + 1, letters)
                previous = _assumed(number, expected, letters) if mistyped else number
    if bitext.published:  # other texts may leave the counting to what renders them
        yield from _typed_otherwise(bitext, told)


def _is_read_here_alone(bitext: Bitext, side: Side, row: Sequence[Numbered]) -> bool:
    """Whether a row of divisions has words before its numbers, and none of their counterparts has
    a number that is read.
    """
    if kind_of(row[0]) is None:
        return False
    others = [_counterpart(bitext, side, node) for node in row]
    return all(other is not None and other.number is None for other in others)


def _is_item(node: Division | Provision) -> bool:
    return isinstance(node, Provision) and node.kind is Kind.ITEM


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


def _counted_alike(
    bitext: Bitext, before: Sequence[Predecessors], side: Side, node: Numbered
) -> bool:
    """Whether the counterpart of `node` bears the same number, and so does what stands before it:
    elsewhere that is how it is.
    """
    counterpart = _counterpart(bitext, side, node)
    if counterpart is None:
        return False
    if counterpart.number != node.number:
        # in words that are not known it may be the same
        both = (counterpart, node) if side else (node, counterpart)
        alike = counterpart.number is None or counterpart.number.value == (
            node.number and node.number.value
        )
        return alike and _is_unknown(bitext, both)
    previous, _ = before[side].get(node.id, (None, ""))
    other, _ = before[side.other].get(counterpart.id, (None, ""))
    return previous == other or None in (previous, other)


def _is(node: Numbered, place: int, letters: str) -> bool:
    return node.number is not None and node.number.place_in(letters) == place


def _assumed(number: Numeral, place: int, letters: str) -> Numeral:
    # A number already reported is taken to be the one that belongs there.
    if number.letter:
        return Numeral(number.printed_as(place, letters), "letter", place)
    return Numeral(number.printed, number.style, place, number.kind, number.alone)


def _out_of_sequence(
    bitext: Bitext,
    side: Side,
    node: Numbered,
    number: Numeral,
    previous: Numeral | None,
    expected: int,
    letters: str = "",
) -> Diagnostic:
    model = previous if previous and previous.style != number.style else number
    should = model.printed_as(expected, letters)
    if bitext.documents[side].locale.startswith("en"):
        should = should.replace("đ", "dd")
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

    A number that differs in a reference is reported by V102. On texts that are not published here,
    a translation may call its divisions something else throughout.

    Mend: Refer to the same part, section or point in both languages.

    vi: Một chỗ dẫn chiếu nêu loại đề mục khác, hoặc chữ cái khác, so với bản kia.

    Số khác nhau trong chỗ dẫn chiếu do V102 báo. Ở văn bản không đăng tại đây, bản dịch có thể gọi
    các đề mục bằng tên khác, miễn là thống nhất.

    Sửa: Dẫn chiếu đến cùng một phần, mục hoặc điểm ở cả hai bản.

    Bad:  `theo điểm b, mục 2` ↔ `under point c of Section 2`
    Good: `theo điểm b, mục 2` ↔ `under point b of Section 2`
    """
    name = Wording(vi="chỗ dẫn chiếu", en="reference")
    found = list(_lone_references(bitext))
    named = Counter(kinds for _, lone in found for kinds in _named_otherwise(lone))
    for segments, lone in found:
        throughout = any(named[kinds] > 1 for kinds in _named_otherwise(lone))
        if bitext.published or not throughout:
            yield from unequal(bitext, segments, lone, name)


def _named_otherwise(
    lone: tuple[Sequence[Reference], Sequence[Reference]],
) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """What both languages call the divisions with one number, where that differs."""
    if [one.number for one in lone[0]] == [one.number for one in lone[1]]:
        yield from ((one.kinds, other.kinds) for one, other in zip(*lone, strict=True))


def _lone_references(
    bitext: Bitext,
) -> Iterator[tuple[tuple[Segment, Segment], tuple[list[Reference], list[Reference]]]]:
    """The pairs of texts whose references differ, with those of each that the other lacks."""
    letters_kept = _letters_kept(bitext)
    for segments in bitext.texts():
        mine, theirs = (
            references(segment.text, bitext.documents[side].locale)
            for side, segment in Side.of(segments)
        )
        if not mine or not theirs:
            continue  # one language may say it in other words
        first_is_vietnamese = bitext.original.locale.startswith("vi")
        lone = lone_references(
            mine,
            theirs,
            first_is_vietnamese=first_is_vietnamese,
            letters_kept=letters_kept,
        )
        lone = without_renamed(lone, bitext.once(called_otherwise))
        if _kinds_exchanged(*lone):
            lone = lone[0][:1], lone[1][:1]
        if len(lone[0]) == len(lone[1]):
            yield segments, lone
        else:
            yield segments, out_of_lists(lone, (mine, theirs))


def _letters_kept(bitext: Bitext) -> bool:
    """Whether both languages have a point đ), which English prints as dd)."""
    return all(
        any(
            node.body.number and node.body.number.letter == "đ"
            for page in document.pages
            for node in page.nodes()
        )
        for document in bitext.documents
    )


def _kinds_exchanged(mine: Sequence[Reference], theirs: Sequence[Reference]) -> bool:
    """Whether a text has the same numbers of other things: “Clause 5, Article 1” is one slip."""
    numbers = [sorted(reference.number for reference in side) for side in (mine, theirs)]
    return len(mine) > 1 and numbers[0] == numbers[1]


def _same_page(bitext: Bitext, side: Side, page: Page) -> Page | None:
    return bitext.documents[side.other].page(page.path)


def _numbered_pairs(bitext: Bitext) -> Iterator[tuple[Numbered, Numbered]]:
    """Paired divisions and items of which at least one side is numbered."""
    for division in bitext.alignment.divisions:
        if (both := division.both) is None or not (both[0].number or both[1].number):
            continue
        if both[0].number and both[1].number:
            alike = both[0].number.value == both[1].number.value
            if not (alike and _is_unknown(bitext, both)):  # “7. člen” for "Article 7"
                yield both
        elif not _is_unknown(bitext, both):
            yield both
    for provision in bitext.alignment.provisions:
        # a numbered paragraph against an unnumbered one is a difference of kind (S105)
        if (items := provision.both) is None:
            continue
        if (items[0].number and items[1].number) or _lacks_its_number(bitext, items):
            yield items


def _lacks_its_number(bitext: Bitext, both: tuple[Provision, Provision]) -> bool:
    """Whether a paragraph has lost the number that its counterpart opens with."""
    numbers = [provision.number for provision in both]
    if bool(numbers[0]) is bool(numbers[1]) or any(p.kind not in _PARAGRAPHS for p in both):
        return False
    side = Side.TRANSLATION if numbers[0] else Side.ORIGINAL
    if _is_unknown(bitext, both):
        return False
    return not _MAY_BE_NUMBERED.match(both[side].segment.text)


def _is_unknown(bitext: Bitext, both: tuple[Numbered, Numbered]) -> bool:
    """Whether one language has a word before the number, and nobody has listed the other's."""
    return any(
        number is not None
        and number.kind is not None
        and not knows_divisions(bitext.documents[side.other].locale)
        for side, number in Side.of(node.number for node in both)
    )


_PARAGRAPHS = frozenset({Kind.PARAGRAPH, Kind.CONTINUATION})
_WORD = pattern_of(r"[^\W\d_]{2}")
_MAY_BE_NUMBERED = pattern_of(r"\W?\w{1,5}[.)/:]")
"""A paragraph that opens with a number in another form, for all that is known."""


def _explained(bitext: Bitext) -> set[str]:
    """The ids, in the original, of nodes whose numbers differ because those before them do.

    A row that counts on from a wrong number, or without a lost neighbour, is wrong in one place;
    so is one in which two numbers changed places, and one whose letters are those of the other
    language's alphabet.
    """
    before = tuple(_predecessors(document) for document in bitext.documents)
    found: set[str] = set()
    told: dict[str, list[tuple[Numeral, Numeral]]] = {}
    for both in _numbered_pairs(bitext):
        mine, theirs = (node.number for node in both)
        if not mine or not theirs or mine == theirs:
            continue
        lettered = _counts_letters((mine, theirs))
        if not lettered and all(_counts_on(before[side], node) for side, node in Side.of(both)):
            found.add(both[0].id)
            continue
        row = told.setdefault(before[0].get(both[0].id, (None, ""))[1], [])
        if (lettered and any(map(_counts_letters, row))) or (theirs, mine) in row:
            found.add(both[0].id)
        else:
            row.append((mine, theirs))
    return found


def _predecessors(document: Document) -> Predecessors:
    found: Predecessors = {}
    for row in number_rows(document):
        previous: Numeral | None = None
        for node in row:
            found[node.id] = previous, row[0].id
            previous = node.number
    return found


def _counts_on(before: Predecessors, node: Numbered) -> bool:
    """Whether the number of `node` is the one after that which stands before it."""
    previous, _ = before.get(node.id, (None, node.id))
    return bool(node.number and node.number.follows(previous))


def _counts_letters(both: tuple[Numeral | None, Numeral | None]) -> bool:
    """Whether a letter and its counterpart have one place in the lists of two languages."""
    mine, theirs = both
    if not (mine and theirs and mine.letter and theirs.letter):
        return False
    return any(
        mine.place_in(one) == theirs.place_in(other) > 0
        for one, other in (
            (VIETNAMESE_LETTERS, ENGLISH_LETTERS), (ENGLISH_LETTERS, VIETNAMESE_LETTERS),
        )
    )  # fmt: skip


def _other_letters(bitext: Bitext, both: tuple[Numbered, Numbered]) -> Wording:
    """What to do where a translation counts a, b, c, d, e and the original a, b, c, d, đ."""
    if not _counts_letters((both[0].number, both[1].number)):
        return UNSAID
    if not bitext.original.locale.startswith("vi"):
        return UNSAID
    return Wording(
        vi="Giữ các chữ cái của bản tiếng Việt: a, b, c, d, dd (tức đ), e, g, h, i, k…",
        en="Keep the letters of the Vietnamese: a, b, c, d, dd (for đ), e, g, h, i, k and so on.",
    )


def _differing(bitext: Bitext) -> dict[tuple[int, str], Numeral | None]:
    """By side and id, the counterpart's number of every node whose own number is another."""
    return {
        (side, node.id): both[side.other].number
        for both in _numbered_pairs(bitext)
        if both[0].number != both[1].number
        for side, node in Side.of(both)
    }


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
