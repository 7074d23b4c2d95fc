"""The text of an edition, laid out as the whole on one page, with what became of its passages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath

from lxml import html
from lxml.html import HtmlElement

from diptych.alignment.citations import citations_elsewhere
from diptych.alignment.units import Unit
from diptych.diagnostics.rendered_otherwise import rendered_unsafe
from diptych.language.interface import InterfaceWords
from diptych.model import Document, Page, Side
from diptych.project.bitext import Bitext
from diptych.publication.addresses import WHOLE, placed
from diptych.publication.derived_pages import DerivedPage
from diptych.safety.guard import forbidden
from diptych.site.rendering.anchors import anchored
from diptych.site.rendering.comparison import compared
from diptych.site.rendering.from_model import rendered
from diptych.site.rendering.page_layout import RenderedText, laid_out
from diptych.site.rendering.typesetting import typeset
from diptych.wording import Wording

CLASS = "standing since"
"""Those of marks at a text, which no copy of it has."""


class CannotShow(Exception):
    """A text of an edition cannot be shown; the message says which page, and why."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        super().__init__(wording.en)


@dataclass(frozen=True, slots=True)
class Became:
    """What became of passages of an edition that are not where they were."""

    now: Mapping[str, Unit | None]
    """By its id in the edition, the passage as it is now; None for one that was removed."""
    taken: frozenset[str]
    """The ids of the present text."""


def rendered_texts(
    bitext: Bitext, words: Callable[[str], InterfaceWords]
) -> dict[str, RenderedText]:
    """The pages of the text in both languages, by path: `en/part-1.md`. Raises `CannotShow`.

    `words` gives those in which readers of a language are spoken to.
    """
    found: dict[str, RenderedText] = {}
    for side, document in Side.of(bitext.documents):
        elsewhere = citations_elsewhere(bitext.alignment, side)
        for page in (page for page in document.pages if not page.editorial):
            root = rendered(page, _leading(document, page))
            pairs, difference = compared(root, page, document.locale)
            if difference:
                raise CannotShow(difference.message)
            if found_unsafe := forbidden(root):
                raise CannotShow(rendered_unsafe(page, document.locale, *found_unsafe).message)
            anchored(root, pairs, page, words(document.locale), elsewhere)
            typeset(root)
            here = placed(page.path, bitext.folder)
            found[f"{document.locale}/{here}"] = RenderedText(root, "")
    return found


def whole(
    bitext: Bitext, texts: Mapping[str, RenderedText], language: str, *, both: bool
) -> HtmlElement:
    """The whole text of an edition in `language`, or in both for a reader of `language`."""
    derived = DerivedPage(WHOLE, "", "both" if both else "whole", WHOLE)
    root = laid_out(bitext, texts, derived, language, "")
    for leaf in root.iterchildren():
        # by it a page of the present text is named
        leaf.attrib.pop("data-page", None)
    return root


def mark_what_became(
    root: HtmlElement,
    became: Became,
    link_to: Callable[[Unit], str],
    side: Side,
    words: InterfaceWords,
) -> None:
    """Tell at each passage of `root` that has another id now, or none, where it is.

    `link_to` makes the link to a passage of the present text; it is cited in the language of
    `side`.
    """
    elements = {one.get("id"): one for one in root.iter("*") if one.get("id")}
    links = {a.get("href"): a for a in root.iter("a") if a.get("class") == "permalink"}
    for identity, unit in became.now.items():
        element = elements.get(identity)
        if element is None or (unit is not None and unit.id == identity):
            continue
        mark = html.Element("small", {"class": CLASS})
        before, after = words["past.now"].split("{}")
        if unit is None:
            mark.text = words["past.gone"]
        else:
            mark.text = before
            link = html.Element("a", {"href": link_to(unit)})
            link.text, link.tail = unit.citation(side) or unit.citation(side.other), after
            mark.append(link)
        if identity in became.taken:
            _say(mark, f"; {words['past.taken']}")
        _put(mark, element, links.get(f"#{identity}"))


def _put(mark: HtmlElement, element: HtmlElement, link: HtmlElement | None) -> None:
    """Put `mark` behind the own text of `element`: before its permalink or, in both languages, at
    the end of its first cell.
    """
    cell = next((child for child in element.iterchildren() if child.get("lang")), None)
    if cell is not None:
        cell.append(mark)
    elif link is not None:
        link.addprevious(mark)
    else:
        element.append(mark)


def _say(mark: HtmlElement, more: str) -> None:
    if len(mark):
        mark[-1].tail = (mark[-1].tail or "") + more
    else:
        mark.text = (mark.text or "") + more


def _leading(document: Document, page: Page) -> Callable[[str], str]:
    """What tells where a link of `page` leads, if it is to a page of the text: within the whole."""

    def link_to(target: str) -> str:
        path, _, anchor = target.partition("#")
        if not path:
            return f"#{anchor}" if anchor else ""
        there = document.page(normpath(join(dirname(page.path), path)))
        if there is None or there.editorial:
            return ""
        first = next(iter(there.own_divisions()), None)
        return f"#{anchor or (first.id if first else '')}".rstrip("#")

    return link_to
