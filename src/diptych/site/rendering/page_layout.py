"""The text laid out from its rendered pages: the whole on one, both languages side by side.

Each page of the text is rendered once, in each language. Whatever else shows it is made of the
same headings, provisions, rows and footnotes, found by the ids of the model, in the same lists
and tables.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from posixpath import join, normpath, relpath

from lxml import html
from lxml.html import HtmlElement

from diptych.alignment.units import HEADING, Unit, page_units
from diptych.language.scripts import direction
from diptych.model import Division, Footnote, Page, Provision, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.publication.addresses import address, placed
from diptych.publication.derived_pages import DerivedPage, shown_pages
from diptych.safety.allowed import HEADINGS
from diptych.site.rendering.anchors import list_class, name_notes, permalink
from diptych.site.rendering.page_blocks import is_apart, item_holder
from diptych.site.rendering.tables import BOX, joined

_REST = pattern_of(r"[?#]")
_ELSEWHERE = pattern_of(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/?#]|$")
"""How an address begins that does not depend on its page; one of the page itself stays, too."""
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

    def shown_at(self, url: str) -> HtmlElement:
        """A copy whose links and pictures hold on the page at `url`, below the site's root."""
        copy = deepcopy(self.root)
        copy.rewrite_links(lambda link: led(link, self.url, url), resolve_base_href=False)
        return copy


Texts = Mapping[str, RenderedText]
"""By the path of the file below the folder of texts: `en/part-1.md`."""


def led(link: str, page: str, shown: str) -> str:
    """An address as it is named on the page at `page`, named from the page at `shown` instead."""
    if _ELSEWHERE.match(link):
        return link
    path = _REST.split(link, maxsplit=1)[0]
    folder = "/" if path.rpartition("/")[2] in ("", ".", "..") else ""
    target = relpath(normpath(join(page or ".", path)), shown or ".")
    return f"{target}{folder}{link[len(path) :]}"


def laid_out(
    bitext: Bitext, texts: Texts, derived: DerivedPage, language: str, url: str
) -> HtmlElement:
    """What the `derived` page at `url` shows to readers of `language`.

    The element holds one `.leaf` for each page of the text, in the original's order. Below the
    first of several, headings are one level lower: the whole has one title. A page that `texts`
    lacks, under `mkdocs serve` one that cannot be shown, leaves its leaf empty.
    """
    root = html.Element("div")
    both = derived.view == "both"
    pages = shown_pages(bitext.original, derived.of)
    first = bitext.original.locale
    locales = [document.locale for document in bitext.documents] if both else [language]
    for index, page in enumerate(pages):
        layout = f"leaf leaf--{page.layout}" if page.layout else "leaf"
        leaf = html.Element("div", {"class": "leaf beside" if both else layout})
        here = placed(page.path, bitext.folder)
        if len(pages) > 1:
            leaf.set("data-page", address(page.path, first, first))  # beside the whole
        found = [texts.get(f"{locale}/{here}") for locale in locales]
        copies = [text.shown_at(url) if text else html.Element("div") for text in found]
        for copy in copies:
            _lower(copy, 1 + int(index > 0))
        if both:
            _Beside(bitext, page, (copies[0], copies[1]), language).join()
        leaf.text, leaf.tail = copies[0].text, "\n"
        leaf.extend(list(copies[0]))
        root.append(leaf)
    return root


def _lower(root: HtmlElement, first: int) -> None:
    """Let the highest heading be of the level `first`, the others follow.

    A section that has a page of its own opens that page.
    """
    levels = [(heading, int(str(heading.tag)[1])) for heading in root.iter(*HEADINGS)]
    lower = first - min((level for _, level in levels), default=first)
    for heading, level in levels:
        heading.tag = f"h{min(level + lower, _LOWEST)}"


class _Beside:
    """Sets the translation of a page into the original's, unit by unit.

    A unit becomes a row: the list item, the row of the table, or an element around both texts. It
    holds a cell for each language with its `lang`, the permalink in the reader's language, and
    then what stands below it.
    """

    def __init__(
        self, bitext: Bitext, page: Page, roots: tuple[HtmlElement, HtmlElement], language: str
    ) -> None:
        self.units = list(page_units(bitext.alignment, page))
        self.roots = roots
        self.locales = tuple(document.locale for document in bitext.documents)
        self.reader = self.locales.index(language)
        self.words = bitext.words(language)
        self.direction = direction(language)
        pages = (page, bitext.translation.page(page.path))
        self.notes = [{note.label: note for note in one.footnotes} if one else {} for one in pages]
        for root in roots:
            for link in root.xpath(".//a[@class='permalink']"):
                link.drop_tree()
        if self.reader:
            named = [root.xpath(f".//*[@class='{BOX}']") for root in roots]
            for box, translated in zip(*named, strict=False):
                box.set("aria-label", translated.get("aria-label"))
        for section in roots[0].xpath(".//*[@role='doc-endnotes']"):
            name_notes(section, self.words)
        self.items = {note.id for note in self.notes[0].values()}
        """The ids of the items of which each is a footnote; its first paragraph opens it."""
        self._mark_apart()
        self.elements = [{one.get("id"): one for one in root.xpath(".//*[@id]")} for root in roots]

    def _mark_apart(self) -> None:
        """Let the translation's marks have ids of their own, and lead to the one note of both."""
        ending = f"-{self.locales[1]}"
        shown = {
            f"#{note.id}": f"#{self.notes[0].get(label, note).id}"
            for label, note in self.notes[1].items()
        }
        for mark in self.roots[1].xpath(".//a[@role='doc-noteref']"):
            mark.getparent().set("id", f"{mark.getparent().get('id')}{ending}")
            mark.set("href", shown.get(mark.get("href"), mark.get("href")))
        for back in self.roots[1].xpath(".//a[@role='doc-backlink']"):
            back.set("href", f"{back.get('href')}{ending}")

    def join(self) -> None:
        """Do it; the original's root then holds both."""
        before, above = self.roots[0], -1
        for unit in self.units:
            own, other = (
                self.elements[side].get(node.id) if node else None
                for side, node in Side.of(unit.nodes)
            )
            row = self._row(unit, own, other)
            if row is None:
                continue
            depth = 0 if unit.kind == HEADING else unit.depth
            if own is None:
                for _ in range(above - depth):
                    before = next(before.iterancestors("li"), before)
                _put(row, before, within=depth > above)
            before, above = row, depth

    def _row(
        self, unit: Unit, own: HtmlElement | None, other: HtmlElement | None
    ) -> HtmlElement | None:
        """The row of a unit, where the original has it; None where nothing of it was rendered."""
        shape = other if own is None else own
        if shape is None:
            return None
        nodes: Sequence[Division | Provision | Footnote | None] = unit.nodes
        number = unit.number
        around = shape.getparent()
        if own is not None and own.tag in ("li", "tr"):
            row = own
        elif around is not None and around.get("id") in self.items and around[0] is own:
            row, number = around, unit.note
            nodes = [notes.get(unit.note) for notes in self.notes]
        else:
            row = html.Element(shape.tag if shape.tag in ("li", "tr") else "div")
            row.attrib.update({name: shape.get(name) for name in _OF_A_ROW if shape.get(name)})
            if unit.kind == HEADING:
                row.set("class", "heading")
            if own is not None:
                own.addprevious(row)
                row.tail = own.tail
            elif row.get("id") in self.elements[0]:
                del row.attrib["id"]  # none stands on a page twice
        if row is own and row.tag == "tr" and joined(row, other, self.locales):
            row[-1].append(self._link(nodes))
            return row
        cells = [*self._cells(own, Side.ORIGINAL), *self._cells(other, Side.TRANSLATION)]
        for cell in cells if number and row.tag != "tr" else ():
            printed = html.Element("span", {"class": "number"})
            printed.text, printed.tail = number, f" {(cell.text or '').lstrip()}"
            cell.text = None
            cell.insert(0, printed)
        if row.tag == "tr":  # browsers take out of a table what is in no cell
            cells[-1].append(self._link(nodes))
            row.extend(cells)
            return row
        for first in (self._link(nodes), *reversed(cells)):
            row.insert(0, first)
        return row

    def _link(self, nodes: Sequence[Division | Provision | Footnote | None]) -> HtmlElement:
        identity = next(node.id for node in nodes if node)
        cited = [node.citation if node else "" for node in nodes]
        own, other = cited[self.reader], cited[1 - self.reader]
        return permalink(identity, own or other, other, self.words)

    def _cells(self, element: HtmlElement | None, side: Side) -> list[HtmlElement]:
        """One language's text of a unit, out of where it stood; of a table's row, its cells."""
        if element is None:
            return []
        cells = [element]
        if element.tag == "tr":
            cells = list(element)
        elif element.tag == "li":
            cells = [_own_text(element)]
        for cell in cells:
            for name in _OF_A_ROW:
                cell.attrib.pop(name, None)
            cell.set("lang", self.locales[side])
            if direction(self.locales[side]) != self.direction:
                cell.set("dir", direction(self.locales[side]))
            if side:
                cell.set("class", "translation")
            cell.tail = "\n"
        return cells


_OF_A_ROW = ("id", "class", "value")
"""Attributes of a unit's element that its row takes."""


def _own_text(item: HtmlElement) -> HtmlElement:
    """A list item's own text as a paragraph, out of the item if it has none."""
    holder = item_holder(item)
    if holder is item:
        holder = html.Element("p")
        holder.text, item.text = item.text, None
        for child in list(item):
            if is_apart(child):
                break
            holder.append(child)
    return holder


def _put(row: HtmlElement, before: HtmlElement, *, within: bool) -> None:
    """Put a row that the original lacks behind `before`, or into it, as HTML wants it there.

    The root of a page gets it as its first, an item as its last.
    """
    above = before.getparent()
    into = before if within or above is None else above
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
    if into is above:
        before.addnext(row)
    elif into.tag == "li":
        into.append(row)
    else:
        into.insert(0, row)


def _around(tag: str, row: HtmlElement) -> HtmlElement:
    around = html.Element(tag)
    around.append(row)
    return around
