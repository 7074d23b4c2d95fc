"""Ids, permalinks and accessible footnotes, put into a rendered page from the model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from lxml import html
from lxml.html import HtmlElement

from diptych.language.interface import InterfaceWords
from diptych.model import COVER, Division, Footnote, Page, Provision
from diptych.model.hierarchy import further_in
from diptych.publication.components import components_of
from diptych.site.rendering.comparison import Expected
from diptych.site.rendering.formal_lines import FORMAL, set_formally
from diptych.site.rendering.page_blocks import Block
from diptych.site.rendering.tables import boxed

_DIVIDED = (
    'class="number named"', 'class="provision dash plus', 'class="provision paragraph head"',
    " inside-",
)  # fmt: skip
"""What stands in a page with divisions of named kinds, pluses or points side by side."""


def anchored(
    root: HtmlElement,
    pairs: Sequence[tuple[Expected, Block]],
    page: Page,
    words: InterfaceWords,
    elsewhere: Mapping[str, str],
) -> None:
    """Give every heading and provision of `root` its id, its class and its permalink.

    `pairs` come from `comparison.compared`; readers are spoken to in `words`; `elsewhere` has the
    citation of an id in the other language. On editorial pages only headings are linked.
    """
    inside = further_in(page)
    heads = {
        p.id for d in page.own_divisions() if d.is_head for q in d.provisions for p in q.walk()
    }
    for expected, block in pairs:
        node = expected.node
        link = permalink(node.id, node.citation, elsewhere.get(node.id, ""), words)
        if isinstance(node, Division):
            _heading(block.element, node, link)
        elif str(expected.kind).startswith("note:"):
            block.element.set("id", node.id)
        elif not page.editorial:
            _provision(block, node, link, inside.get(node.id, 0))
            if node.id in heads and page.layout == COVER:
                block.element.set("class", f"{block.element.get('class')} head")
    _footnotes(root, page, words, elsewhere)
    boxed(root, pairs, words)
    set_formally(root, components_of(page, words.locale))


def _heading(element: HtmlElement, division: Division, link: HtmlElement) -> None:
    element.set("id", division.id)
    if division.number and (element.text or "").startswith(division.number.printed):
        number = html.Element(
            "span", {"class": "number named" if division.number.kind else "number"}
        )
        title = (element.text or "")[len(division.number.printed) :]
        number.tail = title.lstrip()
        # with the blank, which goes with what is copied wherever the style puts the number
        number.text = division.number.printed + title[: len(title) - len(number.tail)]
        element.text = None
        element.insert(0, number)
    element.append(link)


def styles_of(content: str) -> tuple[str, ...]:
    """The stylesheets that the text of a page needs besides those of its view."""
    divided = any(sign in content for sign in _DIVIDED)
    needed = {
        "divisions": divided,
        "formal": f'class="{FORMAL} ' in content,
        "tables": "<table" in content,
        "numbered": 'class="numbered"' in content,
        "pictures": "<img " in content,
        "notes": 'class="footnote"' in content,
    }
    return tuple(name for name, asked in needed.items() if asked)


def _provision(block: Block, provision: Provision, link: HtmlElement, inside: int) -> None:
    element = block.element
    element.set("id", provision.id)
    sign = " plus" if provision.sign else ""
    further = f" inside-{inside}" if inside else ""
    element.set("class", f"provision {provision.kind}{sign}{further}")
    if provision.number and provision.marker:
        element.set("value", str(provision.number.value))
    if element.tag == "li":
        parent = element.getparent()
        if parent is not None:
            parent.set("class", list_class(numbered=bool(provision.marker)))
    nested = next((child for child in block.holder if child.tag in ("ul", "ol", "p")), None)
    if element.tag == "tr" and len(element):  # browsers take out of a table what is in no cell
        element[-1].append(link)
    elif nested is None:
        block.holder.append(link)
    else:
        nested.addprevious(link)


def permalink(identity: str, citation: str, elsewhere: str, words: InterfaceWords) -> HtmlElement:
    """The link to a place of the page, with its citation in the readers' language and in the other
    one.
    """
    attributes = {
        "class": "permalink",
        "href": f"#{identity}",
        "aria-label": words["permalink"].format(citation),
        "title": citation,
    }
    link = html.Element("a", attributes | ({"data-cited": elsewhere} if elsewhere else {}))
    link.text = "#"
    return link


def name_notes(section: HtmlElement, words: InterfaceWords) -> None:
    """Say what the `section` with the footnotes is, for who hears it read."""
    section.set("aria-label", words["notes"])
    if foreign := words.foreign("notes"):
        section.set("lang", foreign)
        for notes in section.iterchildren():
            notes.set("lang", words.locale)


def list_class(*, numbered: bool) -> str:
    """The class of a list of numbered paragraphs or of dashes."""
    return "numbered" if numbered else "dashes"


def _footnotes(
    root: HtmlElement, page: Page, words: InterfaceWords, elsewhere: Mapping[str, str]
) -> None:
    by_label = {note.label: note for note in page.footnotes}
    marked: Counter[str] = Counter()
    for link in root.iter("a"):
        label = (link.get("href") or "").rpartition(":")[2]
        note = by_label.get(label)
        classes = link.get("class") or ""
        if note and "footnote-ref" in classes:
            marked[label] += 1
            _mark(link, note, marked[label], words)
        elif note and "footnote-backref" in classes:
            _way_back(link, note, words)
    for section in root.iter("div"):
        if "footnote" in (section.get("class") or "").split():
            section.set("role", "doc-endnotes")
            name_notes(section, words)
            for place, item in enumerate(section.iter("li"), 1):
                note = by_label.get((item.get("id") or "").rpartition(":")[2])
                if note:
                    item.set("id", note.id)
                    if _numbered_otherwise(note, place):
                        item.set("value", str(int(note.label)))
                    item.append(
                        permalink(note.id, note.citation, elsewhere.get(note.id, ""), words)
                    )


def _mark(link: HtmlElement, note: Footnote, count: int, words: InterfaceWords) -> None:
    link.set("href", f"#{note.id}")
    link.set("role", "doc-noteref")
    link.set("aria-label", words["note"].format(note.label))
    if note.label.isascii() and note.label.isdecimal():
        link.text = note.label  # the renderer counts anew on each page
    holder = link.getparent()
    if holder is not None:
        holder.set("id", _mark_id(note.id, count))


def _numbered_otherwise(note: Footnote, place: int) -> bool:
    """Whether the figure of a note is not its `place` on the page."""
    label = note.label
    return label.isascii() and label.isdecimal() and int(label) != place


def _way_back(link: HtmlElement, note: Footnote, words: InterfaceWords) -> None:
    repeat = (link.get("href") or "").partition(":")[0].removeprefix("#fnref")
    link.set("href", f"#{_mark_id(note.id, int(repeat or 1))}")
    link.set("role", "doc-backlink")
    link.set("title", words["note.back"].format(note.label))
    link.set("aria-label", words["note.back"].format(note.label))


def _mark_id(note: str, count: int) -> str:
    return f"{note}-ref" if count == 1 else f"{note}-ref-{count}"
