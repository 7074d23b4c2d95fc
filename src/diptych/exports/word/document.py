"""The text as a Word file: a document in one language, a table with one row per unit in two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from io import BytesIO
from itertools import groupby

from docx.image.image import Image
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Cm, Emu, Twips
from lxml import etree

from diptych.exports.layout import (
    TABLE,
    BlockGroup,
    Closing,
    FormalHead,
    TypesetBlock,
    TypesetCell,
    each,
    laid_out,
)
from diptych.exports.word.list_numbering import STEP
from diptych.exports.word.paragraphs import Setter
from diptych.exports.word.reference import (
    ONE_LANGUAGE,
    TWO_LANGUAGES,
    describe,
    opened,
    packed,
)
from diptych.exports.word.word_elements import (
    CM,
    Element,
    linked,
    paragraph,
    row,
    run,
    serialized,
    table,
    w,
)
from diptych.language.locales import locale
from diptych.model import Side
from diptych.project.edition import Edition
from diptych.publication.components import Component

KINDS = frozenset({"png", "jpg", "jpeg"})
"""The kinds of pictures that Word shows in every version."""
_HIGHEST = Cm(20)
_CENTRED = "Signature"
"""The style of lines that stand in the middle of their half of the page."""


def written(edition: Edition, sides: Sequence[Side]) -> bytes:
    """The bytes of the Word file that has the text in the languages of `sides`."""
    return _Document(edition, tuple(sides)).content()


def _size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a picture in EMU; None if its file is damaged."""
    try:
        image = Image.from_blob(content)
        size = int(image.width), int(image.height)
    except Exception:  # its reader raises what it happens to meet in a damaged file
        return None
    return size if all(size) else None


class _Document:
    def __init__(self, edition: Edition, sides: tuple[Side, ...]) -> None:
        self._edition = edition
        self._sides = sides
        self._tag = edition.locales[sides[0]]
        self._layout = laid_out(edition, sides, kinds=KINDS)
        both = len(sides) > 1
        families = [next((font.family for font in own), "") for own in edition.bitext.fonts]
        first = round(0.6 * CM) if both else STEP
        self._set = Setter(edition.locales, sides, first, families, self._picture)
        self._document = opened(
            TWO_LANGUAGES if both else ONE_LANGUAGE, self._tag, families[sides[0]]
        )
        section = self._document.sections[0]
        edges = section.left_margin, section.right_margin
        self._width = Emu((section.page_width or 0) - sum(edge or 0 for edge in edges)).twips
        """The width of the text on a page, in twentieths of a point."""

    def content(self) -> bytes:
        edition, sides, document = self._edition, self._sides, self._document
        status = edition.status(sides, self._tag)
        section = document.element.body[-1]
        for element in (*(self._both() if len(sides) > 1 else self._one()), *self._colophon()):
            section.addprevious(element)
        document.part.numbering_part.element.extend(self._set.numbering.lists())
        self._add_footnotes()
        around = document.sections[0]
        for line, side in zip(around.header.paragraphs, sides, strict=True):
            line._p.append(run(edition.name(side), *self._set.mark(side)))  # noqa: SLF001
        around.footer.paragraphs[0].runs[0].text = f"{status}\t"
        tags = ", ".join(edition.locales[side] for side in sides)
        describe(document, edition.name(sides[0]), status, tags)
        return packed(document, edition.changed)

    def _picture(self, key: str, description: str) -> Element:
        """The run of a picture, as large as it is or as its half of the page has room for; of its
        description where the file is damaged, which shows on the page, too.
        """
        content = self._layout.pictures[key].content
        if (size := _size(content)) is None:
            return run(description)
        width, height = size
        room = Twips(self._width // len(self._sides) - CM)
        scale = min(1.0, room / width, _HIGHEST / height)
        made = self._document.part.new_pic_inline(
            BytesIO(content), Emu(round(width * scale)), Emu(round(height * scale))
        )
        made.docPr.set("descr", description)
        return w("r", w("drawing", made))

    # in one language

    def _one(self) -> Iterator[Element]:
        if head := self._layout.head:
            yield self._head(head)
            yield w("p")
        for block, style in self._titled():
            yield self._paragraph(block, style)
        for part in self._layout.blocks:
            if isinstance(part, Closing):
                yield w("p")
                yield self._closing(part)
            else:
                yield from self._set_all([part])

    def _titled(self) -> Iterator[tuple[TypesetBlock, str]]:
        """The blocks of the title with their styles."""
        for index, block in enumerate(self._layout.title):
            yield block, "Subtitle" if index else "Title"

    def _set_all(
        self, parts: Iterable[TypesetBlock | BlockGroup], style: str = ""
    ) -> Iterator[Element]:
        for part in parts:
            if isinstance(part, TypesetBlock):
                yield self._paragraph(part, style)
                yield from self._set_all(part.children, style)
            elif part.kind == TABLE:
                yield self._set.table(part.members, self._width)
                yield w("p")
            else:
                yield from self._set_all(part.members, style)

    def _paragraph(self, block: TypesetBlock, style: str = "") -> Element:
        return self._set.paragraph(block, block.first, self._sides[0], style)

    def _head(self, head: FormalHead) -> Element:
        """A table with who issues the document at the left and the title of the State at the right;
        number and date stand in one row.
        """
        widths = (self._width * 2 // 5, self._width - self._width * 2 // 5)
        rows = []
        for both in ((head.left, head.right), (head.left_below, head.right_below)):
            cells = [
                [self._paragraph(block, "HeadLine") for block in blocks]
                or [paragraph("HeadLine", [])]
                for blocks in both
            ]
            rows.append(row(zip(widths, cells, strict=True)))
        return table("Closing", widths, rows)

    def _closing(self, closing: Closing) -> Element:
        """A table with the recipients at the left and the signatures at the right."""
        left = [self._paragraph(block, "ClosingHeading") for block in closing.heading]
        left += self._set_all(closing.left, "Recipients")
        right = [
            self._paragraph(block, "SignatureName" if _signs(block) else "Signature")
            for block in closing.right
        ]
        widths = (self._width // 2, self._width // 2)
        return table("Closing", widths, [row(zip(widths, (left, right), strict=True))])

    # in two languages

    def _both(self) -> Iterator[Element]:
        width = self._width // 2
        heads = [
            (width, [paragraph("TableHeading", [run(locale(tag).name, *self._set.mark(side))])])
            for side, tag in Side.of(self._edition.locales)
        ]
        # tables take the whole width of the page and stand between those of two columns
        for tabular, blocks in groupby(self._styled(), lambda found: isinstance(found, BlockGroup)):
            if tabular:
                for group in blocks:
                    if isinstance(group, BlockGroup):
                        yield self._set.table(group.members, self._width)
                        yield w("p")
                continue
            rows = [row(deepcopy(heads), heads=True)]
            rows += [
                row((width, self._cell(block, side, style)) for side in self._sides)
                for block, style in (found for found in blocks if isinstance(found, tuple))
            ]
            yield table("SideBySide", (width, width), rows)

    def _styled(self) -> Iterator[tuple[TypesetBlock, str] | BlockGroup]:
        """Every block with the id of its style, empty where it has the style of its kind; tables
        whole.
        """
        if head := self._layout.head:
            for blocks in (head.left, head.left_below, head.right, head.right_below):
                yield from ((block, _CENTRED) for block in blocks)
        yield from self._titled()
        for part in self._layout.blocks:
            if isinstance(part, Closing):
                yield from ((block, "ClosingHeading") for block in part.heading)
                yield from ((block, "") for block in each(part.left))
                yield from ((block, "Signature") for block in part.right)
            else:
                yield from self._each([part])

    def _each(
        self, parts: Iterable[TypesetBlock | BlockGroup]
    ) -> Iterator[tuple[TypesetBlock, str] | BlockGroup]:
        for part in parts:
            if isinstance(part, TypesetBlock):
                yield part, ""
                yield from self._each(part.children)
            elif part.kind == TABLE:
                yield part
            else:
                yield from self._each(part.members)

    def _cell(self, block: TypesetBlock, side: Side, style: str) -> list[Element]:
        cell = block.cells[side]
        return [] if cell is None else [self._set.paragraph(block, cell, side, style)]

    # what stands around the text

    def _add_footnotes(self) -> None:
        """Add the footnotes to their part, of which python-docx knows the bytes alone."""
        part = self._document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
        notes = etree.fromstring(part.blob)
        notes.extend(
            w("footnote", *self._set.footnote(self._noted(key, side), side), id=number)
            for (side, key), number in self._set.footnotes.items()
        )
        part._blob = serialized(notes)  # noqa: SLF001

    def _noted(self, key: str, side: Side) -> Iterator[tuple[TypesetBlock, TypesetCell]]:
        position = self._sides.index(side)
        for block in self._layout.notes[key]:
            if cell := block.cells[position]:
                yield block, cell

    def _colophon(self) -> Iterator[Element]:
        if self._edition.site:
            target = self._edition.address(self._sides[0], "index.md")
            shown = run(target, w("rStyle", val="Hyperlink"))
            relation = self._document.part.relate_to(
                target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
            yield paragraph(
                "Colophon",
                [
                    run(self._edition.words(self._sides[0])["file.word.online"]),
                    linked(relation, shown),
                ],
            )
        else:
            yield w("p")  # Word wants a paragraph after a table


def _signs(block: TypesetBlock) -> bool:
    """Whether a line of the signature is the name, below room for the hand."""
    return block.component == Component.SIGNER or not (block.component or block.first.bold)
