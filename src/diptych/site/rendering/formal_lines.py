"""The head and the foot of an official document on its page, set as Decree 30/2020/NĐ-CP has them.

Two columns at the head: who issues it with the number, and the title of the State with place and
date; two at the foot: the recipients and the signature. The lines stay in the order of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise

from lxml import html
from lxml.html import HtmlElement

from diptych.publication.components import (
    FOOT,
    HEAD,
    LEFT_OF_FOOT,
    RIGHT_OF_HEAD,
    Component,
    is_centred,
)

FORMAL = "formal"
"""The class of the element around a head or a foot."""
_MOST = 6
"""The most rows of a head; one with more is set line by line."""
_CENTRED = "centred"

Line = tuple[HtmlElement, Component]


def set_formally(root: HtmlElement, components: Mapping[str, Component]) -> None:
    """Set the lines of `root` that are `components`, by their ids, as the Decree has them."""
    lines = [
        (element, components[element.get("id", "")])
        for element in root.iter("p", "li")
        if element.get("id") in components
    ]
    for element, component in lines:
        _add_class(element, str(component))
        if is_centred(component, _words(element)):
            _add_class(element, _CENTRED)
    head = [line for line in lines if line[1] in HEAD]
    if head and _stand_together(head):
        _set_head(head)
    foot = [line for line in lines if line[1] in FOOT]
    if foot:
        _set_foot(foot)


def _set_head(head: Sequence[Line]) -> None:
    left = [line for line in head if line[1] not in RIGHT_OF_HEAD]
    right = [line for line in head if line[1] in RIGHT_OF_HEAD]
    rows = {id(element): row for column in (left, right) for row, (element, _) in _counted(column)}
    level = [e for e, component in head if component in (Component.NUMBER, Component.DATED)]
    if len(level) > 1:
        lowest = max(rows[id(element)] for element in level)
        for column in (left, right):
            _move_down(column, level, lowest, rows)
    if not (left and right) or max(rows.values()) > _MOST:
        return
    around = _wrapped([element for element, _ in head], f"{FORMAL} formal-head")
    for column, side in ((left, "left"), (right, "right")):
        taken = [rows[id(element)] for element, _ in column]
        following = [*taken[1:], taken[-1] + 1]
        for (element, _), row, after in zip(column, taken, following, strict=True):
            _add_class(element, f"{side} row-{row}")
            if after - row > 1:
                _add_class(element, f"span-{after - row}")
    around.tail = "\n"


def _move_down(
    column: Sequence[Line], level: Sequence[HtmlElement], lowest: int, rows: dict[int, int]
) -> None:
    """Let the line of `column` that is in `level` stand in the row `lowest`, and what follows it
    below.
    """
    further = 0
    for element, _ in column:
        if any(element is one for one in level):
            further = lowest - rows[id(element)]
        rows[id(element)] += further


def _set_foot(foot: Sequence[Line]) -> None:
    """Put the recipients and the signature into an element each, side by side in one."""
    columns: list[HtmlElement] = []
    for received, lines in groupby(foot, lambda line: line[1] in LEFT_OF_FOOT):
        blocks = _blocks(element for element, _ in lines)
        columns.append(_wrapped(blocks, "received" if received else "signature"))
    _wrapped(columns, f"{FORMAL} formal-foot")


def _blocks(elements: Iterable[HtmlElement]) -> list[HtmlElement]:
    """The elements below the root in which `elements` stand, each once: of an item its list."""
    found: list[HtmlElement] = []
    for element in elements:
        block = element
        while (around := block.getparent()) is not None and around.tag in ("ul", "ol", "li"):
            block = around
        if not any(block is known for known in found):
            found.append(block)
    return found


def _stand_together(lines: Sequence[Line]) -> bool:
    """Whether the lines follow each other in one element."""
    return all(line.getnext() is after for (line, _), (after, _) in pairwise(lines))


def _wrapped(elements: Sequence[HtmlElement], named: str) -> HtmlElement:
    """A new element with the class `named` around `elements`, in the place of the first."""
    around = html.Element("div", {"class": named})
    elements[0].addprevious(around)
    around.tail = "\n"
    for element in elements:
        around.append(element)
    return around


def _words(element: HtmlElement) -> str:
    """The text of a line without its permalink."""
    return "".join(element.xpath(".//text()[not(ancestor::a[@class='permalink'])]"))


def _counted(column: Sequence[Line]) -> Iterable[tuple[int, Line]]:
    return enumerate(column, 1)


def _add_class(element: HtmlElement, name: str) -> None:
    element.set("class", f"{element.get('class') or ''} {name}".strip())
