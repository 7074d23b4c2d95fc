"""The text laid out from its rendered pages: the whole on one, both languages side by side.

Each page of the text is rendered once, in each language. Whatever else shows it is made of the
same headings, provisions, rows and footnotes, found by the ids of the model, in the same lists
and tables.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement

from diptych.alignment.units import HEADING, Unit, page_units
from diptych.model import Division, Footnote, Page, Provision
from diptych.project.bitext import Bitext
from diptych.publication.addresses import address
from diptych.publication.derived_pages import shown_pages
from diptych.site.rendering.addresses import lead
from diptych.site.rendering.anchors import NOTES, list_class, permalink
from diptych.site.rendering.page_blocks import HEADINGS, is_apart, item_holder

_LISTS = ("ul", "ol")
_TABLES = ("table", "thead", "tbody")
_LOWEST = 6
"""The level of heading below which HTML has none."""


@dataclass(frozen=True, slots=True)
class RenderedText:
    """A page of the text in one language: compared with the model, anchored, typeset."""

    root: HtmlElement
    url: str
    """Its address below the site's root, from which its links are named."""


Texts = Mapping[str, RenderedText]
"""By the path of the file below the folder of texts: `en/part-1.md`."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows that no file holds."""

    path: str
    """The page of the text below the locale's folder, or `addresses.WHOLE`."""
    both: bool
    """Whether it shows both languages, or the reader's alone."""
    language: str
    """The reader's."""
    url: str
    """The page's own address below the site's root."""


def laid_out(bitext: Bitext, texts: Texts, shown: Shown) -> HtmlElement:
    """An element that holds one `.leaf` for each page of the text, in the original's order.

    Below the first of several leaves, headings are one level lower: the whole has one title.
    What `texts` lacks, under `mkdocs serve` a page that cannot be shown, leaves its leaf empty.
    """
    root = html.Element("div")
    pages = shown_pages(bitext.original, shown.path)
    first = bitext.original.locale
    for index, page in enumerate(pages):
        layout = f" leaf--{page.layout}" if page.layout and not shown.both else ""
        leaf = html.Element("div", {"class": f"leaf{layout}"})
        leaf.tail = "\n"
        if len(pages) > 1:
            leaf.set("data-page", address(page.path, first, first))
        level = 1 + int(index > 0)
        if shown.both:
            _Beside(bitext, page, texts, shown, level).fill(leaf)
        elif text := texts.get(f"{shown.language}/{page.path}"):
            _fill(leaf, text, shown, level)
        root.append(leaf)
    return root


def _fill(leaf: HtmlElement, text: RenderedText, shown: Shown, level: int) -> None:
    copy = deepcopy(text.root)
    lower = level - _first_level(copy)
    for element in copy.iter():
        lead(element, text.url, shown.url)
        if element.tag in HEADINGS:
            element.tag = _lowered(element, lower)
    leaf.text = copy.text
    leaf.extend(list(copy))


def _first_level(root: HtmlElement) -> int:
    """The highest heading's; a section that has a page of its own opens that page."""
    return min((_level(heading) for heading in root.iter(*HEADINGS)), default=1)


def _lowered(heading: HtmlElement, levels: int) -> str:
    return f"h{min(_level(heading) + levels, _LOWEST)}"


def _level(heading: HtmlElement) -> int:
    return int(str(heading.tag)[1])


class _Beside:
    """Sets a page of the original out again, in each unit both languages' texts.

    A unit is a row: the heading's, the paragraph's or the list item's own element, or one around
    both, that holds a cell for each language with its `lang`, the permalink in the reader's
    language, and then what stands below it.
    """

    def __init__(self, bitext: Bitext, page: Page, texts: Texts, shown: Shown, level: int) -> None:
        self.shown = shown
        self.locales = [document.locale for document in bitext.documents]
        self.texts = [texts.get(f"{locale}/{page.path}") for locale in self.locales]
        self.elements = [_by_id(text) for text in self.texts]
        original = self.texts[0]
        self.lower = level - (_first_level(original.root) if original else 1)
        translated = bitext.translation.page(page.path)
        notes = [
            {note.label: note for note in one.footnotes} if one else {}
            for one in (page, translated)
        ]
        self.notes: dict[str, tuple[Footnote | None, Footnote | None]] = {
            label: (notes[0].get(label), notes[1].get(label)) for label in notes[0] | notes[1]
        }
        self.marked = {
            f"#{translated.id}": f"#{original.id}"
            for original, translated in self.notes.values()
            if original and translated
        }
        """Where the translation's marks lead to its footnotes, and where these stand here."""
        self.units: dict[str, Unit] = {}
        self.lone: dict[str, list[Unit]] = {}
        """What the translation alone has, by the id of the original's unit that it follows."""
        before = ""
        for unit in page_units(bitext.alignment, page):
            if unit.nodes[0] is None:
                self.lone.setdefault(before, []).append(unit)
            else:
                self.units[unit.id] = unit
                before = unit.id
        self.waiting = deque(self.lone.pop("", ()))
        """Those that wait for the place that is as deep as they are."""

    def fill(self, leaf: HtmlElement) -> None:
        """Put everything into `leaf`."""
        self._let_in(leaf, 0)
        if self.texts[0]:
            leaf.text = self.texts[0].root.text
            for element in self.texts[0].root:
                self._set(element, leaf)
        self._let_in(leaf, 0)

    def _set(self, element: HtmlElement, into: HtmlElement) -> None:
        """Set out an element of the original, and what it holds."""
        below = list(element)
        unit = self.units.get(element.get("id") or "")
        if element.tag == "li" and (opening := _first_paragraph(element)) is not None:
            unit = unit or self.units.get(opening.get("id") or "")
            below.remove(opening)
        row = self._row(unit, element) if unit else None
        if row is None or unit is None:
            self._set_around(element, into)
            return
        into.append(row)
        row.tail = element.tail
        depth = _depth(unit)
        self.waiting += self.lone.get(unit.id, ())
        self._let_in(row, depth + 1)
        for child in below if row.tag == "li" else ():
            if is_apart(child):
                self._set(child, row)
        self._let_in(into, depth)

    def _set_around(self, element: HtmlElement, into: HtmlElement) -> None:
        """A list, a table, a quotation; or what no unit is, such as a picture alone."""
        around = html.Element(element.tag, dict(element.attrib))
        if "aria-label" in around.attrib and around.get("role") == "doc-endnotes":
            around.set("aria-label", NOTES[self.shown.language])
        self._adapt(around, 0)
        around.text, around.tail = element.text, element.tail
        into.append(around)
        for child in element:
            self._set(child, around)

    def _let_in(self, into: HtmlElement, depth: int) -> None:
        """Put what waits for a place at `depth` or deeper at the end of `into`."""
        rows = [(-1, into)]
        while self.waiting and _depth(self.waiting[0]) >= depth:
            unit = self.waiting.popleft()
            while rows[-1][0] >= _depth(unit):
                rows.pop()
            row = self._row(unit)
            if row is not None:
                _put(row, rows[-1][1])
                rows.append((_depth(unit), row))

    def _row(self, unit: Unit, own: HtmlElement | None = None) -> HtmlElement | None:
        """The unit's row, without what stands below it; None where nothing of it was rendered.

        `own` is the original's element, if it has one: a footnote's is the item that it opens.
        """
        cells: list[HtmlElement] = []
        shape = own
        for side, node in enumerate(unit.nodes):
            element = self.elements[side].get(node.id) if node else None
            if element is not None:
                shape = element if shape is None else shape
                cells += self._cells(element, side)
        if shape is None or not cells:
            return None
        nodes: tuple[Division | Provision | Footnote | None, ...] = unit.nodes
        number = unit.number
        if unit.note and own is not None and own.get("id") != unit.id:
            nodes, number = self.notes[unit.note], unit.note
        row = html.Element(shape.tag if shape.tag in ("li", "tr") else "div")
        for name in ("id", "class", "value"):
            if value := shape.get(name):
                row.set(name, value)
        if unit.kind == HEADING:
            row.set("class", "heading")
        if own is None and row.get("id") in self.units:  # no id stands on a page twice
            del row.attrib["id"]
        for cell in cells if number and row.tag != "tr" else ():
            printed = html.Element("span", {"class": "number"})
            printed.text, printed.tail = number, f" {(cell.text or '').lstrip()}"
            cell.text = None
            cell.insert(0, printed)
        row.extend(cells)
        (cells[-1] if row.tag == "tr" else row).append(self._permalink(nodes))
        return row

    def _permalink(self, nodes: Iterable[Division | Provision | Footnote | None]) -> HtmlElement:
        cited = {
            locale: node.citation if node else ""
            for locale, node in zip(self.locales, nodes, strict=True)
        }
        identity = next(node.id for node in nodes if node)
        own = cited.pop(self.shown.language)
        [other] = cited.values()
        return permalink(identity, own or other, other, self.shown.language)

    def _cells(self, element: HtmlElement, side: int) -> list[HtmlElement]:
        """One language's text of a unit; of a row of a table, its cells."""
        if element.tag == "tr":
            return [self._cell(cell, str(cell.tag), side) for cell in element]
        if element.tag == "li":
            return [self._cell(item_holder(element), "p", side)]
        heading = element.tag in HEADINGS
        tag = _lowered(element, self.lower) if heading else str(element.tag)
        return [self._cell(element, tag, side)]

    def _cell(self, holder: HtmlElement, tag: str, side: int) -> HtmlElement:
        cell = html.Element(tag, {"lang": self.locales[side]})
        if side:
            cell.set("class", "translation")
        if align := holder.get("align"):
            cell.set("align", align)
        cell.text = holder.text
        for child in holder:
            if child.get("class") == "permalink":
                continue
            if holder.tag == "li" and is_apart(child):
                break
            cell.append(deepcopy(child))
        for element in cell.iter():
            self._adapt(element, side)
        cell.tail = "\n"
        return cell

    def _adapt(self, element: HtmlElement, side: int) -> None:
        """Let links hold here; marks of a footnote have an id of their own in each language."""
        text = self.texts[side]
        if text:
            lead(element, text.url, self.shown.url)
        if not side:
            return
        ending = f"-{self.locales[side]}"
        classes = element.get("class") or ""
        if identity := element.get("id"):
            element.set("id", identity + ending)
        if "footnote-backref" in classes:
            element.set("href", f"{element.get('href')}{ending}")
        elif "footnote-ref" in classes:
            href = element.get("href") or ""
            element.set("href", self.marked.get(href, href))


def _by_id(text: RenderedText | None) -> dict[str, HtmlElement]:
    elements = text.root.iter() if text else ()
    return {identity: element for element in elements if (identity := element.get("id"))}


def _first_paragraph(item: HtmlElement) -> HtmlElement | None:
    holder = item_holder(item)
    return None if holder is item else holder


def _depth(unit: Unit) -> int:
    """How deep a unit is nested; of a heading, its level is told otherwise."""
    return 0 if unit.kind == HEADING else unit.depth


def _put(row: HtmlElement, into: HtmlElement) -> None:
    """Append a row that the original lacks, with what HTML wants around it there."""
    if into.tag in _LISTS and row.tag != "li":
        row = _around("li", row)
    elif into.tag in _TABLES and row.tag != "tr":
        row = _around("tr", _around("td", row))
    elif into.tag not in _LISTS and row.tag == "li":
        numbered = row.get("value") is not None
        row = _around("ol" if numbered else "ul", row)
        row.set("class", list_class(numbered=numbered))
    elif into.tag not in _TABLES and row.tag == "tr":
        row = _around("table", _around("tbody", row))
    into.append(row)


def _around(tag: str, row: HtmlElement) -> HtmlElement:
    around = html.Element(tag)
    around.append(row)
    return around
