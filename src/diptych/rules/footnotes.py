"""Footnotes: references against definitions, in each language and across the two."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from diptych.diagnostics import Diagnostic, Location
from diptych.model import NoteMark, Page, Provision, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.note_uses import NoteUse, at_mark, at_note, elsewhere, marks_of, uses
from diptych.rules.shared.rendering import rendering
from diptych.wording import Wording

_FIGURE = pattern_of(r"\d{1,9}")


@rule("F101")
def note_without_definition(bitext: Bitext) -> Iterator[Diagnostic]:
    """A footnote mark has no definition on its page.

    Mend: Add the definition at the foot of the page, or remove the mark in both languages.

    vi: Một dấu chú thích không có nội dung ở cuối trang.

    Sửa: Thêm nội dung chú thích ở cuối trang, hoặc bỏ dấu chú thích ở cả hai bản.

    Bad:  `nghị quyết[^1]`
    Good: `nghị quyết[^1]` `[^1]: Nghị quyết số 34-NQ/TW.`
    """
    for use in uses(bitext):
        lacking = [side for side in Side if use.marks[side] and not use.definitions[side]]
        if lacking:
            side = lacking[0]
            first = at_mark(bitext, side, use.marks[side][0][0])
            other = (
                at_note(bitext, side.other, use.definitions[side.other][0])
                if use.definitions[side.other]
                else elsewhere(bitext, use, side.other)
            )
            own = bitext.language(side)
            where = (
                Wording(vi="cả hai bản", en="both languages")
                if len(lacking) == 2
                else Wording(vi=f"bản {own.vi}", en=own.en)
            )
            yield Diagnostic(
                Wording(
                    vi=f"chú thích [^{use.label}] không có nội dung trong {where.vi}",
                    en=f"the footnote [^{use.label}] has no definition in {where.en}",
                ),
                (first, other),
                help=Wording(
                    vi=f"Thêm ở cuối trang một dòng “[^{use.label}]: …”, hoặc bỏ dấu chú thích "
                    "ở cả hai bản.",
                    en=f"Add a line “[^{use.label}]: …” at the foot of the page, or remove the "
                    "mark in both languages.",
                ),
            )


@rule("F102")
def note_never_referred_to(bitext: Bitext) -> Iterator[Diagnostic]:
    """A footnote is defined, but no mark in either language refers to it.

    Mend: Put its mark after the word it belongs to, or remove the definition.

    vi: Một chú thích có nội dung nhưng không có dấu nào trong bài.

    Sửa: Đặt dấu chú thích sau từ cần chú thích, hoặc bỏ nội dung của nó.

    Bad:  `nghị quyết` `[^3]: Nghị quyết số 34-NQ/TW.`
    Good: `nghị quyết[^3]` `[^3]: Nghị quyết số 34-NQ/TW.`
    """
    for use in uses(bitext):
        if use.marks[0] or use.marks[1]:
            continue
        defined = [(side, note) for side in Side for note in use.definitions[side][:1]]
        if len(defined) == 1:
            continue  # defined in one language only: F104
        yield Diagnostic(
            Wording(
                vi=f"chú thích [^{use.label}] có nội dung nhưng không có dấu nào trong bài",
                en=f"the footnote [^{use.label}] is defined, but nothing refers to it",
            ),
            tuple(at_note(bitext, side, note) for side, note in defined),
        )


@rule("F103")
def note_defined_twice(bitext: Bitext) -> Iterator[Diagnostic]:
    """A footnote is defined more than once on a page.

    Mend: Keep one; give the other its own number if it is another note.

    vi: Một chú thích có nhiều nội dung trên cùng một trang.

    Sửa: Giữ lại một nội dung; đổi số chú thích kia nếu đó là chú thích khác.

    Bad:  `[^1]: Nghị quyết.` `[^1]: Kế hoạch.`
    Good: `[^1]: Nghị quyết.` `[^2]: Kế hoạch.`
    """
    for use in uses(bitext):
        for side in Side:
            if len(use.definitions[side]) < 2:
                continue
            own = bitext.language(side)
            yield Diagnostic(
                Wording(
                    vi=f"chú thích [^{use.label}] có nhiều nội dung trong bản {own.vi}",
                    en=f"the footnote [^{use.label}] is defined more than once in {own.en}",
                ),
                (
                    *(at_note(bitext, side, note) for note in use.definitions[side][1:]),
                    at_note(bitext, side, use.definitions[side][0]),
                    elsewhere(bitext, use, side.other),
                ),
            )


@rule("F104")
def note_in_one_language(bitext: Bitext) -> Iterator[Diagnostic]:
    """A footnote, its definition or one of its marks exists in one language only.

    On texts that are not published here a translator may add notes to a page that has none.

    Mend: Add it at its place in the other language, or remove it in both.

    vi: Một chú thích, nội dung hoặc dấu của nó chỉ có ở một bản.

    Ở văn bản không đăng tại đây, người dịch được thêm chú thích vào trang vốn không có chú thích.

    Sửa: Thêm vào đúng chỗ ở bản kia, hoặc bỏ ở cả hai bản.

    Bad:  `nghị quyết[^1]` ↔ `resolutions`
    Good: `nghị quyết[^1]` ↔ `resolutions[^1]`
    """
    for use in uses(bitext):
        for side in Side:
            other = side.other
            if _is_added(bitext, use, side):
                continue
            if len(use.marks[side]) > len(use.marks[other]) and use.definitions[side]:
                if use.marks[other] and not use.definitions[other]:
                    continue  # F101 says it
                extra, home = _unmatched(bitext, use, side)
                if home and home.id not in bitext.alignment.counterparts[side]:
                    continue  # its whole provision is missing there: S104
                here = at_mark(bitext, side, extra)
                what = Wording(vi="dấu", en="mark")
            elif (
                use.definitions[side]
                and not use.definitions[other]
                and not use.marks[other]
                and not use.marks[side]
            ):
                here = at_note(bitext, side, use.definitions[side][0])
                what = Wording(vi="nội dung", en="definition")
            else:
                continue
            lacking = bitext.language(other)
            yield Diagnostic(
                Wording(
                    vi=f"bản {lacking.vi} thiếu {what.vi} chú thích [^{use.label}]",
                    en=f"{lacking.en} lacks the {what.en} of footnote [^{use.label}]",
                ),
                (here, _expected_at(bitext, use, side)),
                help=Wording(
                    vi=f"Thêm [^{use.label}] vào đúng chỗ trong bản {lacking.vi}, "
                    "hoặc bỏ nó ở cả hai bản.",
                    en=f"Add [^{use.label}] at its place in {lacking.en}, or remove it in both.",
                ),
            )


def _is_added(bitext: Bitext, use: NoteUse, side: Side) -> bool:
    """Whether the notes of a page of `side` are those of its translator."""
    may_add = not bitext.published and side is rendering(bitext)
    return may_add and not use.pages[side.other].footnotes


def _unmatched(bitext: Bitext, use: NoteUse, side: Side) -> tuple[NoteMark, Provision | None]:
    """The mark on `side` that its provision's counterpart lacks, with the provision; or the
    last.
    """
    others = {provision.id for _, provision in use.marks[side.other] if provision}
    for mark, provision in use.marks[side]:
        counterpart = provision and bitext.alignment.counterparts[side].get(provision.id)
        if not counterpart or counterpart.id not in others:
            return mark, provision
    return use.marks[side][-1]


def _expected_at(bitext: Bitext, use: NoteUse, side: Side) -> Location:
    if use.marks[side]:
        _, provision = _unmatched(bitext, use, side)
        counterpart = provision and bitext.alignment.counterparts[side].get(provision.id)
        if counterpart:
            return bitext.at(side.other, counterpart.place, len(counterpart.segment.text))
    return elsewhere(bitext, use, side.other)


@rule("F105")
def note_attached_elsewhere(bitext: Bitext) -> Iterator[Diagnostic]:
    """A footnote mark is in a different provision from its counterpart.

    Mend: Put the mark after the same word of the same provision in both languages.

    vi: Dấu chú thích nằm ở đoạn khác so với bản kia.

    Sửa: Đặt dấu chú thích sau cùng một từ, trong cùng một đoạn ở cả hai bản.

    Bad:  `- Một.[^1]` `- Hai.` ↔ `- One.` `- Two.[^1]`
    Good: `- Một.[^1]` `- Hai.` ↔ `- One.[^1]` `- Two.`
    """
    for use in uses(bitext):
        for (mine, home), (other, away) in zip(*use.marks, strict=False):
            if len(use.marks[0]) != len(use.marks[1]):
                break  # F104 says it
            counterpart = home and bitext.alignment.counterparts[0].get(home.id)
            if (counterpart.id if counterpart else None) == (away.id if away else None):
                continue
            if home and counterpart is None:
                continue  # its whole provision is missing there: S104
            yield Diagnostic(
                Wording(
                    vi=f"dấu chú thích [^{use.label}] nằm ở hai đoạn khác nhau",
                    en=f"the mark of footnote [^{use.label}] is in different provisions",
                ),
                (at_mark(bitext, Side.ORIGINAL, mine), at_mark(bitext, Side.TRANSLATION, other)),
            )


@rule("F106")
def notes_out_of_order(bitext: Bitext) -> Iterator[Diagnostic]:
    """Footnote marks or definitions are not in the order 1, 2, 3 on their page.

    Mend: Number footnotes in the order in which they appear, in both languages.

    vi: Dấu hoặc nội dung chú thích trên một trang không theo thứ tự 1, 2, 3.

    Sửa: Đánh số chú thích theo thứ tự xuất hiện trong bài, ở cả hai bản.

    Bad:  `chỉ thị[^2]` … `nghị quyết[^1]`
    Good: `chỉ thị[^1]` … `nghị quyết[^2]`
    """
    for pages in bitext.pages():
        firsts = [_first_marks(page) for page in pages]
        for side, page in Side.of(pages):
            rows = (
                [(label, at_mark(bitext, side, mark)) for label, mark in firsts[side].items()],
                [(note.label, at_note(bitext, side, note)) for note in page.footnotes],
            )
            for row in rows:
                yield from _falling(bitext, side, row, firsts[side.other])


def _first_marks(page: Page) -> dict[str, NoteMark]:
    """By label, the first mark on `page` with it."""
    firsts: dict[str, NoteMark] = {}
    for mark, _ in marks_of(page):
        firsts.setdefault(mark.label, mark)
    return firsts


def _falling(
    bitext: Bitext, side: Side, row: list[tuple[str, Location]], others: dict[str, NoteMark]
) -> Iterator[Diagnostic]:
    numbered = [(int(label), location) for label, location in row if _FIGURE.fullmatch(label)]
    for (before, earlier), (after, later) in pairwise(numbered):
        if after >= before:
            continue
        other = others.get(str(after))
        yield Diagnostic(
            Wording(
                vi=f"chú thích không theo thứ tự: [^{after}] đứng sau [^{before}]",
                en=f"the footnotes are out of order: [^{after}] comes after [^{before}]",
            ),
            (later, earlier, *([at_mark(bitext, side.other, other)] if other else [])),
        )


@rule("F107")
def note_bodies_exchanged(bitext: Bitext) -> Iterator[Diagnostic]:
    """Two definitions seem to have changed places: each fits the other's label better.

    Recognised by what a translation keeps: figures, document symbols, names.

    Mend: Exchange the two definitions in the language that has them wrong.

    vi: Nội dung hai chú thích có vẻ bị đổi chỗ: mỗi nội dung khớp với số của chú thích kia hơn.

    Nhận ra qua những gì bản dịch giữ nguyên: con số, số hiệu văn bản, tên riêng.

    Sửa: Đổi lại nội dung hai chú thích trong bản bị nhầm.

    Bad:  `[^1]: Nghị quyết số 34-NQ/TW` ↔ `[^1]: Plan No. 30-KH/TW`
    Good: `[^1]: Nghị quyết số 34-NQ/TW` ↔ `[^1]: Resolution No. 34-NQ/TW`
    """
    for first, first_other, second, second_other in bitext.alignment.exchanged_notes:
        yield Diagnostic(
            Wording(
                vi=f"nội dung của chú thích [^{first.label}] và [^{second.label}] "
                "bị đổi chỗ ở một bản",
                en=f"the definitions of footnotes [^{first.label}] and [^{second.label}] "
                "have changed places in one language",
            ),
            (
                at_note(bitext, Side.ORIGINAL, first),
                at_note(bitext, Side.TRANSLATION, first_other),
                at_note(bitext, Side.ORIGINAL, second),
                at_note(bitext, Side.TRANSLATION, second_other),
            ),
        )


_TELLING = 40
"""The least length of a provision, in characters, in which the place of a mark tells something."""
_SHIFT = 0.3
"""The largest share of a provision by which a mark may stand further on than its counterpart."""


@rule("F108")
def note_after_another_word(bitext: Bitext) -> Iterator[Diagnostic]:
    """A footnote mark is at a different place in its provision from its counterpart.

    Recognised by how far into the provision it comes.

    Mend: Put the mark after the same word in both languages.

    vi: Dấu chú thích nằm ở chỗ khác trong đoạn so với bản kia.

    Nhận ra qua khoảng cách từ đầu đoạn đến dấu.

    Sửa: Đặt dấu chú thích sau cùng một từ ở cả hai bản.

    Bad:  `Các nghị quyết[^1] của Chính phủ.` ↔ `The resolutions of the Government.[^1]`
    Good: `Các nghị quyết[^1] của Chính phủ.` ↔ `The resolutions[^1] of the Government.`
    """
    for use in uses(bitext):
        if len(use.marks[0]) != len(use.marks[1]):
            continue  # F104 says it
        for (mine, home), (other, away) in zip(*use.marks, strict=True):
            counterpart = home and bitext.alignment.counterparts[0].get(home.id)
            if not (home and away and counterpart and counterpart.id == away.id):
                continue
            shares = [
                mark.offset / max(1, len(provision.segment.text))
                for mark, provision in ((mine, home), (other, away))
            ]
            if abs(shares[0] - shares[1]) < _SHIFT or len(home.segment.text) < _TELLING:
                continue
            yield Diagnostic(
                Wording(
                    vi=f"dấu chú thích [^{use.label}] đứng sau hai từ khác nhau",
                    en=f"the mark of footnote [^{use.label}] comes after different words",
                ),
                (at_mark(bitext, Side.ORIGINAL, mine), at_mark(bitext, Side.TRANSLATION, other)),
            )
