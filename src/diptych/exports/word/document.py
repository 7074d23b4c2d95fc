"""The text as a Word file: in one language as a document, in two as a table, a row a unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from diptych.alignment.units import HEADING, Unit
from diptych.exports.word.elements import (
    CM,
    Element,
    field,
    linked,
    paragraph,
    related,
    row,
    run,
    table,
    w,
    word_tag,
)
from diptych.exports.word.notes import Note, Notes
from diptych.exports.word.numbering import STEP
from diptych.exports.word.package import About, Package
from diptych.exports.word.paragraphs import Block, Setter, block, blocks_of
from diptych.exports.word.styles import ONE_LANGUAGE, TWO_LANGUAGES, styles
from diptych.language.locales import locale
from diptych.model import CLOSING, COVER, Kind, Side
from diptych.model.spans import is_bold
from diptych.project.edition import Edition
from diptych.wording import Wording

_WIDTH = 21 * CM - 3 * CM - round(1.5 * CM)
"""Of the text on a page: A4 with the margins of a Vietnamese public body's papers."""
_ONLINE = Wording(vi="Bản trực tuyến: ", en="Online: ")
_WORD = "http://schemas.microsoft.com/office/word"


def written(edition: Edition, sides: Sequence[Side]) -> bytes:
    """The bytes of the file in the languages of `sides`."""
    return _Document(edition, tuple(sides)).content()


class _Document:
    def __init__(self, edition: Edition, sides: tuple[Side, ...]) -> None:
        self._edition = edition
        self._sides = sides
        self._tag = edition.locales[sides[0]]
        self._notes = Notes(edition, sides)
        first = round(0.6 * CM) if len(sides) > 1 else STEP
        self._set = Setter(edition, sides, self._notes, first)
        self._package = Package()
        self._titled = False

    def content(self) -> bytes:
        edition, sides = self._edition, self._sides
        body = self._both() if len(sides) > 1 else self._one(sides[0])
        document = w("document", w("body", *body, *self._colophon(), self._section()))
        status = edition.status(sides, self._tag)
        parts = {
            "footnotes": self._footnotes(),
            "numbering": self._set.numbering.part(),
            "styles": styles(TWO_LANGUAGES if len(sides) > 1 else ONE_LANGUAGE, self._tag),
            "settings": self._settings(),
            "header": w("hdr", *self._header()),
            "footer": w("ftr", self._footer(status)),
        }
        about = About(
            edition.name(sides[0]), status, ", ".join(edition.locales[side] for side in sides),
            edition.changed,
        )  # fmt: skip
        return self._package.content(document, parts, about)

    # in one language

    def _one(self, side: Side) -> Iterator[Element]:
        shown = [unit for unit in self._edition.units if self._shown(unit, side)]
        for (_, layout), units in groupby(shown, key=lambda unit: (unit.path, unit.layout)):
            known = [found for unit in units if (found := block(unit, side))]
            if layout == CLOSING:
                yield w("p")
                yield self._closing(known)
            else:
                yield from self._page(known, layout)

    def _shown(self, unit: Unit, side: Side) -> bool:
        """Whether it stands in the text: not in a footnote that is set as one."""
        node = unit.nodes[side]
        return not (unit.note and node and self._notes.placed(side, node.id))

    def _page(self, known: Sequence[Block], layout: str) -> Iterator[Element]:
        for rows, group in groupby(known, key=lambda found: found.kind == Kind.ROW):
            blocks = list(group)
            if rows:
                yield self._set.rows(blocks, _WIDTH)
                yield w("p")
            else:
                yield from (self._set.paragraph(b, self._style(b, layout)) for b in blocks)

    def _style(self, known: Block, layout: str) -> str:
        """The style that a page's layout gives; empty for that of the kind."""
        if layout == COVER:
            if known.kind == HEADING and not self._titled:
                self._titled = len(self._sides) == 1
                return "Title"
            if known.kind == Kind.PARAGRAPH and is_bold(known.segment):
                return "Subtitle"
        if layout == CLOSING and known.kind == HEADING:
            return "ClosingHeading"
        if layout == CLOSING and known.kind == Kind.PARAGRAPH and not known.depth:
            alone = is_bold(known.segment) or len(self._sides) > 1
            return "Signature" if alone else "SignatureName"
        return ""

    def _closing(self, known: Sequence[Block]) -> Element:
        """The recipients at the left, who signed at the right."""
        left: list[Element] = []
        right: list[Element] = []
        for found in known:
            style = self._style(found, "closing")
            column = right if style.startswith("Signature") else left
            column.append(self._set.paragraph(found, style or "Recipients"))
        widths = (_WIDTH // 2, _WIDTH // 2)
        return table("Closing", widths, [row(zip(widths, (left, right), strict=True))])

    # in two languages

    def _both(self) -> Iterator[Element]:
        width = _WIDTH // 2
        heads = [
            (width, [paragraph("TableHeading", [run(locale(tag).name, self._set.mark(side))])])
            for side, tag in Side.of(self._edition.locales)
        ]
        rows = [row(heads, heads=True)]
        for unit in self._edition.units:
            cells = [self._cell(unit, side, width) for side in self._sides]
            if any(cells):
                rows.append(row((width, cell) for cell in cells))
        yield table("SideBySide", (width, width), rows)

    def _cell(self, unit: Unit, side: Side, width: int) -> list[Element]:
        known = block(unit, side)
        if known is None or not self._shown(unit, side):
            return []
        if known.kind == Kind.ROW:
            return [self._set.rows([known], width - 280)]
        return [self._set.paragraph(known, self._style(known, unit.layout))]

    # what stands around the text

    def _footnotes(self) -> Element:
        def separator(ident: int, kind: str, sign: str) -> Element:
            plain = w("spacing", before=0, after=0, line=240, lineRule="auto")
            made = w("p", w("pPr", plain), w("r", w(sign)))
            return w("footnote", made, type=kind, id=ident)

        return w(
            "footnotes",
            separator(-1, "separator", "separator"),
            separator(0, "continuationSeparator", "continuationSeparator"),
            *(w("footnote", *self._footnote(note), id=note.number) for note in self._notes.all),
        )

    def _footnote(self, note: Note) -> Iterator[Element]:
        sign = w("r", w("rPr", w("rStyle", val="FootnoteReference")), w("footnoteRef"))
        for index, known in enumerate(blocks_of(note)):
            yield self._set.paragraph(known, before=() if index else (sign, run(" ")))

    def _header(self) -> Iterator[Element]:
        for side in self._sides:
            apart = w("spacing", after=160) if side == self._sides[-1] else None
            name = run(self._edition.name(side), self._set.mark(side))
            yield paragraph("Header", [name], apart)

    def _footer(self, status: str) -> Element:
        counted = [*field("PAGE", "1"), run(" / "), *field("NUMPAGES", "1")]
        return paragraph("Footer", [run(f"{status}\t"), *counted])

    def _colophon(self) -> Iterator[Element]:
        if self._edition.site:
            target = self._edition.address(self._sides[0], "index.md")
            shown = run(target, w("rStyle", val="Hyperlink"))
            link = linked(self._package.link(target), shown)
            yield paragraph("Colophon", [run(_ONLINE[self._tag]), link])
        else:
            yield w("p")  # Word wants one after a table

    def _section(self) -> Element:
        footer = self._package.relation("footer")
        return w(
            "sectPr",
            related("headerReference", self._package.relation("header"), type="default"),
            related("footerReference", footer, type="default"),
            # the title is the first page's header
            related("footerReference", footer, type="first"),
            w("pgSz", w=21 * CM, h=round(29.7 * CM)),
            w("pgMar", top=2 * CM, right=round(1.5 * CM), bottom=2 * CM, left=3 * CM,
              header=round(0.8 * CM), footer=CM, gutter=0),
            w("titlePg"),
        )  # fmt: skip

    def _settings(self) -> Element:
        named = {"name": "compatibilityMode", "uri": _WORD, "val": "15"}
        return w(
            "settings",
            w("zoom", percent=100),
            w("defaultTabStop", val=CM),
            w("autoHyphenation", val=0),
            w("characterSpacingControl", val="doNotCompress"),
            w("footnotePr", w("footnote", id=-1), w("footnote", id=0)),
            # without it Word opens the file as one of 2007
            w("compat", w("compatSetting", **named)),
            w("themeFontLang", val=word_tag(self._tag)),
            w("decimalSymbol", val="."),
            w("listSeparator", val=","),
        )
