"""A file of a word processor -> the Markdown that is read here, beside its text as the source.

`formats/` has a module for each format, which reads a file into `received.Received`. `blocks` says
what each paragraph is, `markdown` and `source_text` write it, `pages` divides it. What comes out is
read once more by the reader of Markdown: both have the same words, or nothing is written.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from diptych.errors import Problem, Unreadable
from diptych.files import controls
from diptych.files.opening import named, read_regular
from diptych.importing.blocks import blocks_of
from diptych.importing.formats import format_of
from diptych.importing.markdown import settled
from diptych.importing.pages import WrittenPage, divided
from diptych.importing.received import Received, ReceivedParagraph, ReceivedTable, Remark
from diptych.importing.source_text import as_source
from diptych.reader import assembled
from diptych.reader.markdown_files import MarkdownText
from diptych.reader.page_limits import longest, too_much
from diptych.reader.totals import Total
from diptych.source.printed_words import printed_words
from diptych.source.words import source_words
from diptych.wording import Wording


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file was read into; nothing is written yet."""

    pages: tuple[WrittenPage, ...]
    """The pages in reading order."""
    source: str
    """The plain text, as a source as received is written."""
    remarks: tuple[Remark, ...]
    """What could not be read as it is shown, in reading order."""


def imported(file: Path, language: str, *, whole: bool = False) -> Imported:
    """Read the file at `file`, whose text is in `language` (a BCP 47 tag).

    With `whole` it becomes one page, however long. Raises `Unreadable`.
    """
    shown = named(file)
    known = format_of(file)
    received = known.read(read_regular(file, known.most, following=True), shown)
    _assert_size(received, shown)
    found = blocks_of(received, language)
    if not found:
        raise Unreadable(Problem(shown, _NO_TEXT))
    blocks = settled(found)
    pages = divided(blocks, received.notes, whole=whole)
    # a footnote that two pages refer to stands on both
    source = "\n".join(as_source(page.blocks, received.notes) for page in pages)
    _assert_same_words(pages, source, shown, language)
    return Imported(pages, source, (*received.remarks, *found.remarks))


def _assert_size(received: Received, shown: str) -> None:
    """Raise `Unreadable` if the text is beyond what a check reads, before more is made of it."""
    tables = [one for one in received.content if isinstance(one, ReceivedTable)]
    cells = [p for table in tables for row in table.rows for cell in row for p in cell.paragraphs]
    alone = [
        *(one for one in received.content if isinstance(one, ReceivedParagraph)),
        *(paragraph for note in received.notes.values() for paragraph in note),
    ]
    lengths = [len(paragraph.text) for paragraph in (*alone, *cells)]
    total = Total(text=sum(lengths), marks=len(received.notes))
    # a row is one, however many cells it has
    total.provisions = sum(map(bool, lengths[: len(alone)])) + sum(len(t.rows) for t in tables)
    if problem := total.problem(shown) or longest(max(lengths, default=0), shown):
        raise Unreadable(problem)


def _assert_same_words(
    pages: tuple[WrittenPage, ...], source: str, shown: str, language: str
) -> None:
    """Read the pages as the check will, and raise `Unreadable` unless they say what `source` says.

    That would be a fault of this room, or a text beyond the limits of a page.
    """
    texts = []
    for page in pages:
        lines = tuple(page.text.removesuffix("\n").split("\n"))
        if problem := too_much(lines, shown) or controls.in_text(page.text, shown):
            # the line is one of the page, which nobody has seen
            raise Unreadable(replace(problem, line=None))
        texts.append((page.path, MarkdownText(page.path, lines, {}, page.head, 1)))
    printed = printed_words(assembled(texts, language, shown))
    expected = source_words(shown, source.split("\n"))
    for row, other in ((printed.body, expected.body), (printed.notes, expected.notes)):
        # signs that stand alone may be lines drawn around cells
        read, given = (
            [word.text for word in words if any(char.isalnum() for char in word.text)]
            for words in (row, other)
        )
        if read == given:
            continue
        at = next(
            (n for n, (one, two) in enumerate(zip(read, given, strict=False)) if one != two),
            min(len(read), len(given)),
        )
        raise Unreadable(Problem(shown, _unlike(" ".join(given[at : at + 8]))))


def _unlike(text: str) -> Wording:
    return Wording(
        vi=f"không ghi được thành Markdown mà giữ nguyên từng từ, từ chỗ “{text}”; "
        "hãy viết lại đoạn này trong Word cho đơn giản hơn",
        en=f"the text cannot be written as Markdown word for word, from “{text}” on; "
        "set that paragraph more plainly in Word",
    )


_NO_TEXT = Wording(
    vi="tệp không có chữ nào đọc được; nếu là bản quét, hãy nhận dạng chữ (OCR) trước",
    en="the file has no text that can be read; if it is a scan, have its text recognised (OCR) "
    "first",
)
