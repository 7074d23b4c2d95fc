"""The whole text as one Markdown file in the project's own Markdown: the reader reads it back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from programme.edition import Edition
from programme.exports.formats import EACH, Format
from programme.model import Division, Kind, Page, Provision
from programme.wording import Wording

_INDENT = 4
"""Blanks that put a paragraph under a dash or a numbered one."""
_MARK = re.compile(r"\[\^([^\]\s]+)\]")


def write(edition: Edition, sides: Sequence[int]) -> bytes:
    """The text of the language of the one side in `sides`."""
    (side,) = sides
    document = edition.documents[side]
    head = ["---", f"title: {_quoted(edition.name(side))}", f"lang: {document.locale}"]
    if edition.site:
        head.append(f"source: {edition.address(side, 'index.md')}")
    blocks = ["\n".join([*head, "---"])]
    notes: list[str] = []
    for page in document.pages:
        if not page.editorial:
            numbers = {n.label: str(len(notes) + i) for i, n in enumerate(page.footnotes, 1)}
            blocks += _text(page, numbers)
            notes += _notes(page, numbers)
    return ("\n\n".join([*blocks, *notes]) + "\n").encode()


def _text(page: Page, numbers: Mapping[str, str]) -> Iterator[str]:
    for division in page.own_divisions():
        yield from _division(division, numbers)


def _division(division: Division, numbers: Mapping[str, str]) -> Iterator[str]:
    if division.heading:
        yield "#" * division.level + " " + _renumbered(division.heading.markdown, numbers)
    yield from _provisions(division.provisions, numbers, 0)


def _notes(page: Page, numbers: Mapping[str, str]) -> Iterator[str]:
    for note in page.footnotes:
        first, *more = _provisions(note.provisions, numbers, _INDENT)
        yield "\n\n".join([f"[^{numbers[note.label]}]: {first.lstrip()}", *more])


def _provisions(
    provisions: Sequence[Provision], numbers: Mapping[str, str], indent: int
) -> Iterator[str]:
    """A block each; the rows of a table are one."""
    rows: list[str] = []
    for provision in provisions:
        written = _renumbered(provision.segment.markdown, numbers)
        if provision.kind is Kind.ROW:
            rows.append(f"| {written.strip().strip('|').strip()} |")
            if len(rows) == 1:
                rows.append("|" + " --- |" * (written.strip().strip("|").count("|") + 1))
            continue
        if rows:
            yield _indented("\n".join(rows), indent)
            rows = []
        yield _indented(_marked(provision, written), indent)
        yield from _provisions(provision.children, numbers, indent + _INDENT)
    if rows:
        yield _indented("\n".join(rows), indent)


def _marked(provision: Provision, written: str) -> str:
    """The text behind the mark of its kind."""
    match provision.kind:
        case Kind.DASH:
            return "- " + _indented(written, 2).lstrip()
        case Kind.ITEM:
            printed = provision.number.printed if provision.number else "1."
            return f"{printed} " + _indented(written, len(printed) + 1).lstrip()
        case Kind.QUOTE:
            return "\n".join(f"> {line}" for line in written.split("\n"))
        case _:
            return written


def _renumbered(written: str, numbers: Mapping[str, str]) -> str:
    """With the marks of footnotes as they are in one file, where labels must not repeat."""
    return _MARK.sub(lambda mark: f"[^{numbers.get(mark[1], mark[1])}]", written)


def _indented(text: str, indent: int) -> str:
    return "\n".join(" " * indent + line if line else line for line in text.split("\n"))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


FORMAT = Format(
    suffix="md",
    called="Markdown",
    media_type="text/markdown; charset=utf-8",
    purpose=Wording(
        vi="Toàn văn trong một tệp văn bản thuần, để đọc và sửa bằng bất kỳ công cụ nào.",
        en="The whole text in one plain text file, to be read and edited with any tool.",
    ),
    write=write,
    comes_in=EACH,
    rank=60,
)
