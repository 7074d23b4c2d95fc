"""The text as a Word file: in one language as a document, in two as a table, a row a unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from diptych.exports.layout import TABLE, Block, Cell, Closing, Group, each, laid_out
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
from diptych.exports.word.numbering import STEP
from diptych.exports.word.package import About, Package
from diptych.exports.word.paragraphs import Setter
from diptych.exports.word.styles import ONE_LANGUAGE, TWO_LANGUAGES, styles
from diptych.language.locales import locale
from diptych.model import Kind
from diptych.project.edition import Edition
from diptych.wording import Wording

_WIDTH = 21 * CM - 3 * CM - round(1.5 * CM)
"""Of the text on a page: A4 with the margins of a Vietnamese public body's papers."""
_ONLINE = Wording(vi="Bản trực tuyến: ", en="Online: ")
_WORD = "http://schemas.microsoft.com/office/word"


def written(edition: Edition, sides: Sequence[int]) -> bytes:
    """The bytes of the file in the languages of `sides`."""
    return _Document(edition, tuple(sides)).content()


class _Document:
    def __init__(self, edition: Edition, sides: tuple[int, ...]) -> None:
        self._edition = edition
        self._sides = sides
        self._tag = edition.locales[sides[0]]
        self._layout = laid_out(edition, sides)
        self._set = Setter(edition.locales, sides, round(0.6 * CM) if len(sides) > 1 else STEP)
        self._package = Package()

    def content(self) -> bytes:
        edition, sides = self._edition, self._sides
        body = [*(self._both() if len(sides) > 1 else self._one())]
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

    def _one(self) -> Iterator[Element]:
        for block, style in self._titled():
            yield self._paragraph(block, style)
        for part in self._layout.blocks:
            if isinstance(part, Closing):
                yield w("p")
                yield self._closing(part)
            else:
                yield from self._set_all([part])

    def _titled(self) -> Iterator[tuple[Block, str]]:
        """The blocks of the title with their styles."""
        for index, block in enumerate(self._layout.title):
            yield block, "Subtitle" if index else "Title"

    def _set_all(self, parts: Iterable[Block | Group], style: str = "") -> Iterator[Element]:
        for part in parts:
            if isinstance(part, Block):
                yield self._paragraph(part, style)
                yield from self._set_all(part.children, style)
            elif part.kind == TABLE:
                known = [(block, block.first) for block in part.members]
                yield self._set.rows(known, self._sides[0], _WIDTH)
                yield w("p")
            else:
                yield from self._set_all(part.members, style)

    def _paragraph(self, block: Block, style: str = "") -> Element:
        return self._set.paragraph(block, block.first, self._sides[0], style)

    def _closing(self, closing: Closing) -> Element:
        """The recipients at the left, who signed at the right."""
        left = [self._paragraph(block, "ClosingHeading") for block in closing.heading]
        left += self._set_all(closing.left, "Recipients")
        right = [
            self._paragraph(block, "Signature" if block.first.bold else "SignatureName")
            for block in closing.right
        ]
        widths = (_WIDTH // 2, _WIDTH // 2)
        return table("Closing", widths, [row(zip(widths, (left, right), strict=True))])

    # in two languages

    def _both(self) -> Iterator[Element]:
        width = _WIDTH // 2
        heads = [
            (width, [paragraph("TableHeading", [run(locale(tag).name, self._set.mark(side))])])
            for side, tag in enumerate(self._edition.locales)
        ]
        rows = [row(heads, heads=True)]
        rows += [
            row((width, self._cell(block, side, style, width)) for side in self._sides)
            for block, style in self._styled()
        ]
        yield table("SideBySide", (width, width), rows)

    def _styled(self) -> Iterator[tuple[Block, str]]:
        """Every block with its style, empty for that of its kind."""
        yield from self._titled()
        for part in self._layout.blocks:
            if isinstance(part, Closing):
                yield from ((block, "ClosingHeading") for block in part.heading)
                yield from ((block, "") for block in each(part.left))
                yield from ((block, "Signature") for block in part.right)
            else:
                yield from ((block, "") for block in each([part]))

    def _cell(self, block: Block, side: int, style: str, width: int) -> list[Element]:
        cell = block.cells[side]
        if cell is None:
            return []
        if block.kind == Kind.ROW:
            return [self._set.rows([(block, cell)], side, width - 280)]
        return [self._set.paragraph(block, cell, side, style)]

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
            *(
                w("footnote", *self._set.footnote(self._noted(key, side), side), id=number)
                for (side, key), number in self._set.footnotes.items()
            ),
        )

    def _noted(self, key: str, side: int) -> Iterator[tuple[Block, Cell]]:
        position = self._sides.index(side)
        for block in self._layout.notes[key]:
            if cell := block.cells[position]:
                yield block, cell

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
