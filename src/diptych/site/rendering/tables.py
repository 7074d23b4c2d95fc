"""Tables of a rendered page: each in a box of its own that scrolls, named for who hears it read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lxml import html
from lxml.html import HtmlElement

from diptych.language.interface import InterfaceWords
from diptych.model import Provision
from diptych.safety.allowed import HEADINGS
from diptych.site.rendering.comparison import Expected
from diptych.site.rendering.page_blocks import Block

BOX = "tabular"
"""The class of the box around a table."""


def boxed(
    root: HtmlElement, pairs: Sequence[tuple[Expected, Block]], words: InterfaceWords
) -> None:
    """Put each table of `root` into a box that can be scrolled, also by keyboard.

    A row of headings without any text is left out, as nothing stands in it.
    """
    named: Counter[str] = Counter()
    headings = _headings_above(root)
    for expected, block in pairs:
        node = expected.node
        if not (isinstance(node, Provision) and node.heads):
            continue
        table = next(block.element.iterancestors("table"), None)
        if table is None:
            continue
        above = headings[table]
        named[above] += 1
        rank = f" {named[above]}" if named[above] > 1 else ""
        name = f"{words['table']}{rank}: {above}" if above else f"{words['table']}{rank}"
        box = html.Element(
            "div",
            {
                "class": BOX,
                "role": "region",
                "tabindex": "0",
                "aria-label": name,
            },
        )
        table.addprevious(box)
        box.tail, table.tail = table.tail, None
        box.append(table)
        if node.columns and not node.columns.headed:
            head = block.element.getparent()
            (block.element if head is None or head.tag != "thead" else head).drop_tree()


def _headings_above(root: HtmlElement) -> dict[HtmlElement, str]:
    """Each table of `root`, and the heading that it stands below; empty without one."""
    last, found = "", {}
    for element in root.iter("table", *HEADINGS):
        if element.tag == "table":
            found[element] = last
        else:
            last = " ".join(_said(element).split())
    return found


def _said(heading: HtmlElement) -> str:
    return "".join(
        heading.xpath(".//text()[not(ancestor::a[@class='permalink'] or ancestor::sup)]")
    )


def joined(own: HtmlElement, other: HtmlElement | None, locales: Sequence[str]) -> bool:
    """Put what the row `other` says in each cell below what `own` says there; `locales` are the
    languages of both.

    Nothing is done where the rows have other numbers of cells: then nobody knows what belongs
    together. Returns whether it was done.
    """
    if other is None or other.tag != own.tag or len(own) != len(other):
        return False
    for mine, theirs in zip(own, other, strict=True):
        alike = " ".join(mine.text_content().split()) == " ".join(theirs.text_content().split())
        if alike and not len(theirs) and mine.text_content().upper() == mine.text_content():
            continue
        first, second = _wrapped(mine, locales[0]), _wrapped(theirs, locales[1])
        second.set("class", "translation cell")
        mine.append(first)
        mine.append(second)
    return True


def _wrapped(cell: HtmlElement, language: str) -> HtmlElement:
    """What a cell holds, in an element of its own that says its language, out of the cell."""
    around = html.Element("span", {"class": "cell", "lang": language})
    around.text, cell.text = cell.text, None
    around.extend(list(cell))
    return around
