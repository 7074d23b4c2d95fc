"""Compare a rendered page with the model, so that neither parser can drift unseen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from lxml.html import HtmlElement

from diptych.diagnostics import Diagnostic
from diptych.diagnostics.rendered_otherwise import rendered_otherwise
from diptych.model import Division, Kind, Page, Place, Provision, Segment
from diptych.model.kinds import KIND_NAMES
from diptych.site.rendering.page_blocks import Block, blocks
from diptych.wording import Wording


@dataclass(frozen=True, slots=True)
class Expected:
    """A block of a page as the model has it."""

    kind: Kind | str
    segment: Segment
    node: Division | Provision


def expected_blocks(page: Page) -> Iterator[Expected]:
    """The blocks that a page must be rendered as, in reading order, footnotes last."""
    for division in page.own_divisions():
        if division.heading:
            yield Expected("heading", division.heading, division)
        for top in division.provisions:
            for provision in top.walk():
                if provision.kind is not Kind.HTML and not _unseen(provision):
                    yield Expected(provision.kind, provision.segment, provision)
    for note in page.footnotes:
        for top in note.provisions:
            for provision in top.walk():
                kind: Kind | str = provision.kind
                if kind is Kind.PARAGRAPH:
                    kind = f"note:{note.label}"
                yield Expected(kind, provision.segment, provision)


def _unseen(provision: Provision) -> bool:
    """Whether a paragraph has no text to compare: it is nothing but a picture or tags."""
    segment = provision.segment
    listed = provision.kind in (Kind.DASH, Kind.ITEM)
    return not (listed or segment.text or segment.marks) and bool(segment.links or segment.tags)


def compared(
    root: HtmlElement, page: Page, locale: str
) -> tuple[list[tuple[Expected, Block]], Diagnostic | None]:
    """The model's blocks paired with the rendered ones, and the first difference or None."""
    pairs: list[tuple[Expected, Block]] = []
    for expected, block in zip_longest(expected_blocks(page), blocks(root)):
        if expected is None or block is None or not _same(expected, block):
            return pairs, _difference(page, locale, expected, block, pairs)
        pairs.append((expected, block))
    return pairs, _note_numbers(root, page, locale)


def _same(expected: Expected, block: Block) -> bool:
    return expected.kind == block.kind and expected.segment.text == block.text


def _difference(
    page: Page,
    locale: str,
    expected: Expected | None,
    block: Block | None,
    pairs: list[tuple[Expected, Block]],
) -> Diagnostic:
    if expected:
        place, length = expected.segment.place, len(expected.segment.text)
    elif pairs:
        place, length = pairs[-1][0].segment.place, 1
    else:
        place, length = Place(page.file, 1, 1), 1
    written = (
        _shown(expected.kind, expected.segment.text)
        if expected
        else Wording(vi="không có gì", en="nothing")
    )
    shown = _shown(block.kind, block.text) if block else Wording(vi="không có gì", en="nothing")
    return rendered_otherwise(
        page,
        locale,
        place,
        length,
        Wording(
            vi=f"trang dựng ra khác với Markdown: viết là {written.vi}, hiện ra là {shown.vi}",
            en=f"the page does not render as written: {written.en} became {shown.en}",
        ),
    )


def _note_numbers(root: HtmlElement, page: Page, locale: str) -> Diagnostic | None:
    """The finding that a note mark's figure is not its label, or None."""
    marks = [mark for provision in page.all_provisions() for mark in provision.segment.marks]
    by_label = {mark.label: mark for mark in marks}
    for link in root.iter("a"):
        if "footnote-ref" not in (link.get("class") or ""):
            continue
        label = (link.get("href") or "").rpartition(":")[2]
        shown = link.text_content().strip()
        if label in by_label and label.isdecimal() and shown != label:
            return rendered_otherwise(
                page,
                locale,
                by_label[label].place,
                len(label) + 3,
                Wording(
                    vi=f"chú thích [^{label}] hiện ra với số {link.text_content()}",
                    en=f"the footnote [^{label}] appears with the number {link.text_content()}",
                ),
                Wording(
                    vi="Đánh số chú thích 1, 2, 3 theo thứ tự trên trang.",
                    en="Number the footnotes 1, 2, 3 in their order on the page.",
                ),
            )
    return None


def _shown(kind: Kind | str, text: str) -> Wording:
    cut = text if len(text) <= 60 else text[:57] + "…"
    name = _name(kind)
    return Wording(vi=f"{name.vi} “{cut}”", en=f"{name.en} “{cut}”")


def _name(kind: Kind | str) -> Wording:
    if isinstance(kind, Kind):
        return KIND_NAMES[kind]
    if kind == "heading":
        return Wording(vi="tiêu đề", en="heading")
    return Wording(vi="chú thích", en="footnote")
