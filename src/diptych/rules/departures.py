"""Fidelity: what readers see of the original is in the source, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from diptych.diagnostics import Diagnostic
from diptych.fidelity.added_markup import markup_departures
from diptych.fidelity.departures import Departure, recorded
from diptych.fidelity.front_matter import said_otherwise, set_otherwise
from diptych.fidelity.shown_kinds import kind_departures
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.source_places import in_register, in_source
from diptych.source import Source
from diptych.source.corrections import Recorded
from diptych.source.matching import Matching
from diptych.wording import Wording


@rule("O105", silenceable=False)
def markup_not_in_source(bitext: Bitext) -> Iterator[Diagnostic]:
    """A page of the text has a link, a picture, a tooltip, code or a line break that the source
    lacks.

    The source has words, italics, bold, lists and footnotes; whatever else a page shows was added,
    in the original and so in its translation.

    Mend: Remove it. If the text cannot be shown without it, record it in the register of
    corrections, in a table `[[markup]]`.

    vi: Trang của văn bản có liên kết, ảnh, lời chú, đoạn mã hoặc ngắt dòng mà nguồn không có.

    Văn bản nguồn chỉ có chữ, chữ nghiêng, chữ đậm, danh sách và chú thích; mọi thứ khác hiện trên
    trang là thêm vào, ở bản gốc cũng như ở bản dịch.

    Sửa: Bỏ phần đó. Nếu không có nó thì không trình bày được văn bản, ghi vào bảng đính chính,
    trong một mục `[[markup]]`.

    Bad:  `hơn 1<sup>3</sup> năm`
    Good: `hơn 13 năm`
    """
    yield from _told(bitext, markup_departures)


@rule("O106", silenceable=False)
def kind_differs_from_source(bitext: Bitext) -> Iterator[Diagnostic]:
    """A heading, a paragraph or a dash is of a different kind from the source, or a passage begins
    elsewhere.

    Passages that have the same form in the source have the same on the pages.

    Mend: Set it as the source has it, like other passages of the same form.

    vi: Tiêu đề thành đoạn văn, đoạn văn thành tiêu đề, mất gạch đầu dòng, hoặc ngắt đoạn sai chỗ.

    Những đoạn có cùng một dạng trong văn bản nguồn được trình bày như nhau trên trang.

    Sửa: Trình bày như văn bản nguồn, giống các đoạn cùng dạng.

    Bad:  `1. Mục đích` ↔ `## 1. Mục đích`
    Good: `## 1. Mục đích` ↔ `## 1. Mục đích`
    """
    yield from _told(bitext, lambda bitext, _, matching: kind_departures(bitext, matching))


@rule("O107", silenceable=False)
def front_matter_says_otherwise(bitext: Bitext) -> Iterator[Diagnostic]:
    """The title, the form of citation or the description of a page is not in its text.

    A title is the page's first heading or its beginning, whatever its capitals; a description
    is the beginning of a passage; a form of citation is made of the page's words, in their order.

    Mend: Write what the text says, or leave the line out. What the editors had to name themselves
    is recorded in the register of corrections, in a table `[[markup]]`.

    vi: Tên trang, cách trích dẫn hoặc lời mô tả của một trang không có trong chính trang đó.

    Tên trang là tiêu đề đầu tiên của trang hoặc phần đầu của nó, không kể chữ hoa; lời mô tả là
    phần đầu của một đoạn; cách trích dẫn gồm các từ của trang, theo đúng thứ tự.

    Sửa: Ghi đúng điều văn bản nói, hoặc bỏ dòng này. Tên do nhóm biên tập đặt được ghi vào bảng
    đính chính, trong một mục `[[markup]]`.

    Bad:  `title: I. Bãi bỏ` ↔ `# I. TÌNH HÌNH`
    Good: `title: I. Tình hình` ↔ `# I. TÌNH HÌNH`
    """
    yield from _told(bitext, lambda bitext, _source, _matching: said_otherwise(bitext))


@rule("O108", silenceable=False)
def page_of_text_filled(bitext: Bitext) -> Iterator[Diagnostic]:
    """The front matter of a page of the text asks for more than its text.

    It may have `title`, `cite` and `description`; the first page `layout: cover`, the last
    `layout: closing`.

    Mend: Remove the line.

    vi: Phần khai báo của một trang văn bản yêu cầu điều khác ngoài nội dung của trang.

    Phần này chỉ có `title`, `cite` và `description`; trang đầu có thể có `layout: cover`, trang
    cuối có thể có `layout: closing`.

    Sửa: Bỏ dòng này.

    Bad:  `view: translation`
    Good: `layout: cover`
    """
    if bitext.source is None:
        return
    for side, place, length, message in set_otherwise(bitext):
        yield Diagnostic(message, (bitext.at(side, place, length),))


@rule("O109", silenceable=False)
def recorded_markup_not_there(bitext: Bitext) -> Iterator[Diagnostic]:
    """The register of corrections records something that no page shows.

    Mend: Make the entry (place, what, printed) fit the page, or remove it.

    vi: Bảng đính chính ghi một điều mà không trang nào có.

    Sửa: Sửa mục này (place, what, printed) cho khớp với trang, hoặc bỏ nó.

    Bad:  `what = "sub"` ↔ `CO2`
    Good: `what = "sub"` ↔ `CO<sub>2</sub>`
    """
    source, matching = bitext.source, bitext.matching
    if source is None or matching is None or not source.register.markup:
        return
    departures = [
        *markup_departures(bitext, source, matching),
        *kind_departures(bitext, matching),
        *said_otherwise(bitext),
    ]
    for entry in source.register.markup:
        found = recorded(entry, departures, bitext)
        shown = {bitext.documents[departure.side].locale for departure in found}
        for language in entry.printed:
            if language not in shown:
                yield _not_there(source, entry, language)


def _not_there(source: Source, entry: Recorded, language: str) -> Diagnostic:
    written = entry.printed[language]
    return Diagnostic(
        Wording(
            vi=f"đoạn {entry.place} ({language}) không có “{written}” mà bảng đính chính ghi",
            en=f"{entry.place} ({language}) does not have “{written}”, which the register records",
        ),
        (in_register(source, entry.line),),
    )


def _told(
    bitext: Bitext, find: Callable[[Bitext, Source, Matching], Iterable[Departure]]
) -> Iterator[Diagnostic]:
    """A finding for each departure from `find` that the register does not record."""
    source, matching = bitext.source, bitext.matching
    if source is None or matching is None:
        return
    for departure in find(bitext, source, matching):
        if any(
            True for entry in source.register.markup for _ in recorded(entry, [departure], bitext)
        ):
            continue
        places = [bitext.at(departure.side, departure.place, departure.length)]
        if word := departure.word:
            places.append(in_source(source, word.place, len(word.text)))
        yield Diagnostic(departure.message, tuple(places))
