"""The lists of terms and of names as a table (RFC 4180) for translators' tools.

Each entry has one row. The first three columns are what OmegaT takes: term, rendering, comment;
tools that match columns by their heads (memoQ, Trados MultiTerm) find the languages by their tags.
A project without lists has the heads alone, so that the file's address stays good.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from diptych.exports.formats import Format
from diptych.glossary import Term
from diptych.model import Side
from diptych.patterns import pattern_of
from diptych.project.edition import Edition
from diptych.wording import Wording

VARIANTS = "|"
"""The separator of several values in one cell, as MultiTerm has it."""

_BOM = "\ufeff"
"""The byte order mark, without which spreadsheets take UTF-8 for the machine's old encoding."""
_FORMULA = pattern_of(r"\s*[=+\-@＝＋－＠]")
"""What spreadsheets run as a formula, see https://owasp.org/www-community/attacks/CSV_Injection."""


def write(edition: Edition, _sides: Sequence[Side]) -> bytes:
    """The bytes of the table: every entry of both lists, in their order, terms first."""
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(heads(edition.locales))
    known = edition.bitext
    for name, entries in (("term", known.glossary), ("name", known.names)):
        for term in entries.terms if entries else ():
            rows.writerow(_cell(value) for value in _row(term, name))
    return (_BOM + text.getvalue()).encode()


def heads(locales: tuple[str, str]) -> tuple[str, ...]:
    """The first row: the heads of the columns, in their order."""
    original, translation = locales
    return (
        original, translation, f"explanation {translation}", f"explanation {original}",
        f"variants {original}", f"variants {translation}", f"forbidden {translation}",
        "kind", "list", "exact", "id", "under",
    )  # fmt: skip


def _row(term: Term, name: str) -> Iterator[str]:
    original, translation = term.about or ("", "")
    yield term.original[0]
    yield term.renderings[0]
    yield translation
    yield original
    yield VARIANTS.join(term.original[1:])
    yield VARIANTS.join(term.renderings[1:])
    yield VARIANTS.join(term.forbidden)
    yield term.kind
    yield name
    yield "yes" if term.exact else ""
    yield term.id
    yield term.under


def _cell(value: str) -> str:
    """The value on one line; an apostrophe before it keeps a spreadsheet from running it."""
    line = " ".join(value.split())
    return f"'{line}" if _FORMULA.match(line) else line


FORMAT = Format(
    suffix="csv",
    called="CSV",
    media_type="text/csv; charset=utf-8",
    purpose=Wording(
        vi="Thuật ngữ và tên riêng kèm cách dịch, để dùng trong công cụ biên dịch hoặc bảng tính.",
        en="Terms and names with their renderings, for translators' tools and spreadsheets.",
    ),
    write=write,
    stem="glossary",
    rank=45,
)
