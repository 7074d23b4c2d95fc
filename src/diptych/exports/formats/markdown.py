"""The whole text as one Markdown file in the project's own Markdown: the reader reads it back.

A comment says where each page begins and carries its front matter, so that what is named for
its page keeps its id. A footnote keeps its label unless an earlier page has the same: within one
file a label stands for one note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from textwrap import dedent
from typing import Any

from diptych.exports.formats import EACH, Format
from diptych.model import CELL, Division, Document, Kind, Page, Provision, Segment, Side
from diptych.model.tables import Columns
from diptych.patterns import pattern_of
from diptych.project.edition import EPOCH, Edition
from diptych.reader.segments import CODE
from diptych.wording import Wording

_INDENT = 4
"""The least number of blanks that put a paragraph under a dash or a numbered paragraph."""
_DEEPEST = 6
"""The last level that Markdown has for headings."""
_MARK = pattern_of(rf"\\.|{CODE}|\[\^(?P<label>[^\]\s]+)\]")
_PLAIN_CELL = pattern_of(rf"\\.|(?P<cell>{re.escape(CELL)})")
_CELL = pattern_of(rf"{CODE}|{_PLAIN_CELL.pattern}")
_CODE = pattern_of(rf"\\.|(?P<code>{CODE})")
_TARGET = pattern_of(r" {0,3}\[(?!\^)[^\]]+\]:\s*\S")
"""A line that says where links of one label lead; the texts have the label alone."""
_CLOSING = pattern_of(r"(?<!\S)(#+)$")
_TICKS = pattern_of("`+")


def write(edition: Edition, sides: Sequence[Side]) -> bytes:
    """The bytes of the file in the language of the one side in `sides`."""
    (side,) = sides
    document = edition.documents[side]
    blocks = [f"---\n{_front_matter(_about(edition, side))}---"]
    labels = _Labels(document)
    for page in document.pages:
        if not page.editorial:
            blocks.append(_page_mark(page))
            blocks += _page(page, labels.of(page))
    return ("\n\n".join(blocks) + "\n").encode()


def _about(edition: Edition, side: Side) -> dict[str, Any]:
    """The front matter of the file: what a file taken away must say of itself."""
    language = edition.locales[side]
    about: dict[str, Any] = {
        "title": edition.name(side),
        "lang": language,
        "status": edition.status([side], language),
    }
    if edition.site:
        about["source"] = edition.address(side, "index.md")
    if edition.changed != EPOCH:
        about["date"] = f"{edition.changed:%Y-%m-%d}"
    if edition.published:
        about["edition"] = edition.published.isoformat()
    return about


def _front_matter(told: Mapping[str, Any], style: str | None = None) -> str:
    import yaml

    written: str = yaml.safe_dump(
        dict(told), allow_unicode=True, sort_keys=False, width=float("inf"), default_style=style
    )
    return written


def _page_mark(page: Page) -> str:
    """The comment that says where `page` begins; `reader.markdown_files.pages_of` reads it."""
    written = _front_matter(page.meta) if page.meta else ""
    if "-->" in written or "\n\n" in written:  # would end the comment
        written = _front_matter(page.meta, style='"').replace("-->", r"--\x3E")
    return f"<!-- page: {page.path}\n{written}-->" if written else f"<!-- page: {page.path} -->"


class _Labels:
    """The labels of footnotes in one file, where none may stand for two notes."""

    def __init__(self, document: Document) -> None:
        self._taken: set[str] = set()
        self._printed = {
            note.label for page in document.pages if not page.editorial for note in page.footnotes
        }
        self._next = 1

    def of(self, page: Page) -> dict[str, str]:
        """The labels in the file, by the page's own; to be asked for in reading order."""
        labels = {}
        for note in page.footnotes:
            label = note.label if note.label not in self._taken else self._free()
            self._taken.add(label)
            labels[note.label] = label
        return labels

    def _free(self) -> str:
        while str(self._next) in self._taken | self._printed:
            self._next += 1
        return str(self._next)


def _page(page: Page, labels: Mapping[str, str]) -> Iterator[str]:
    for division in page.own_divisions():
        yield from _division(division, labels)
    for note in page.footnotes:
        first, *more = list(_provisions(note.provisions, labels, _INDENT)) or [""]
        yield "\n\n".join([f"[^{labels[note.label]}]: {first.lstrip()}".rstrip(), *more])
    if targets := [line for line in page.lines if _TARGET.match(line)]:
        yield "\n".join(targets)


def _division(division: Division, labels: Mapping[str, str]) -> Iterator[str]:
    if division.heading:
        written = " ".join(_renumbered(division.heading.markdown, labels).split("\n"))
        written = _CLOSING.sub(r"\\\1", written)
        yield f"{'#' * min(division.level, _DEEPEST)} {written}".rstrip()
    yield from _provisions(division.provisions, labels, 0)


def _provisions(
    provisions: Sequence[Provision], labels: Mapping[str, str], indent: int
) -> Iterator[str]:
    """The provisions as blocks of Markdown, one for each; the rows of a table are one block."""
    for columns, group in groupby(provisions, key=lambda provision: provision.columns):
        if columns is None:
            for provision in group:
                yield from _provision(provision, labels, indent)
        else:
            rows = [
                tuple(_renumbered(cell, labels) for cell in _cells(row.segment)) for row in group
            ]
            yield _indented(_table(rows, columns), indent)


def _provision(provision: Provision, labels: Mapping[str, str], indent: int) -> Iterator[str]:
    """The blocks of a provision: its text after the mark of its kind, then what is nested in it."""
    written = _renumbered(provision.segment.markdown, labels)
    match provision.kind:
        case Kind.CODE:
            yield _indented(_fenced(provision.segment), indent)
        case Kind.HTML:
            yield _indented(dedent(provision.segment.markdown).strip("\n"), indent)
        case Kind.QUOTE:
            yield _indented("\n".join(f"> {line}" for line in written.split("\n")), indent)
        case Kind.DASH | Kind.ITEM:
            mark = provision.marker or provision.sign or "-"
            inside = max(_INDENT, len(mark) + 1)
            below = list(_provisions(provision.children, labels, indent + inside))
            if not written and below:  # the mark and what it holds open on one line
                written, below = below[0].lstrip(" "), below[1:]
                mark = mark.ljust(inside - 1)
                yield " " * indent + f"{mark} {written}"
            else:
                rest = " " * (indent + min(inside, len(mark) + 1))
                yield " " * indent + f"{mark} {written}".replace("\n", f"\n{rest}").rstrip()
            yield from below
        case _:
            yield _indented(written, indent)
            yield from _provisions(provision.children, labels, indent + _INDENT)


_BELOW_HEADINGS = {"": "---", "left": ":---", "center": ":---:", "right": "---:"}
"""What says below its heading how a column is set."""


def _table(rows: Sequence[tuple[str, ...]], columns: Columns) -> str:
    head, *body = [f"| {CELL.join(cells)} |" for cells in rows]
    line = "".join(f" {_BELOW_HEADINGS[aligned]} |" for aligned in columns.aligned)
    return "\n".join([head, f"|{line}", *body])


def _cells(row: Segment) -> tuple[str, ...]:
    """The cells that a row was joined of, as written; bars in them are escaped, even in code."""
    cuts = _CELL.finditer(row.markdown)
    if not any(CELL in row.text[start:end] for start, end in row.code):
        cuts = _PLAIN_CELL.finditer(row.markdown)
    spans = [match.span() for match in cuts if match["cell"]]
    starts = [0, *(end for _, end in spans)]
    ends = [*(start for start, _ in spans), len(row.markdown)]
    return tuple(
        row.markdown[start:end].replace("|", r"\|") for start, end in zip(starts, ends, strict=True)
    )


def _fenced(segment: Segment) -> str:
    code = segment.markdown.removesuffix("\n")
    longest = max((len(ticks) for ticks in _TICKS.findall(code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{code}\n{fence}"


def _renumbered(written: str, labels: Mapping[str, str]) -> str:
    """The text with the marks of footnotes as the file has them; what stands in code is none."""
    return _MARK.sub(
        lambda found: (
            f"[^{labels.get(found['label'], found['label'])}]" if found["label"] else found[0]
        ),
        written,
    )


def _indented(text: str, indent: int) -> str:
    return "\n".join(" " * indent + line if line else line for line in text.split("\n"))


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
