"""The texts of a document that a register looks through, each as a reader is sent to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diptych.language.locales import names_a_division
from diptych.model import PROSE, Division, Document, Footnote, Kind, Page, Provision, Segment


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, a provision or a footnote's paragraph."""

    path: str
    """The path, below the locale's folder, of the page on which the passage stands."""
    id: str
    """The id of the passage on that page, the same in every language."""
    citation: str
    short: str
    """The citation with the numbers of parts and sections alone: "III.2, first indent"."""
    segment: Segment
    kind: Kind | None
    """The provision's kind; None for a heading."""
    row: Provision | None = None
    """The row of a table that the passage is; None for anything else."""
    title: str = ""
    """A heading without its number; empty for anything else."""


def passages(document: Document) -> tuple[Passage, ...]:
    """All passages of the text itself in reading order, a page's footnotes after its text."""
    above = _above(document)
    return tuple(
        passage for page in document.pages if not page.editorial for passage in _of(page, above)
    )


def passages_on(document: Document, path: str) -> tuple[Passage, ...]:
    """The passages on the page at `path`; none if there is no such page or it is the editors'."""
    page = document.page(path)
    return tuple(_of(page, _above(document))) if page and not page.editorial else ()


def _of(page: Page, above: dict[str, tuple[Division, ...]]) -> Iterator[Passage]:
    home = next(page.own_divisions(), None)
    shorts = {division.id: _short(above[division.id]) for division in page.own_divisions()}
    for note in page.footnotes:
        own = note.citation[len(home.citation) :] if home else note.citation
        shorts[note.id] = shorts[home.id] + own if home else own
    for node in page.nodes():
        cited: Division | Provision | Footnote = node.body
        if node.parent and isinstance(cited, Provision):
            above_it = node.parent.citation
            own = cited.citation[len(above_it) :]
            if cited.number and isinstance(node.parent, Division) and node.parent.number:
                own = f".{cited.number.bare}"  # it is cited as its part's section
            inward = names_a_division(cited.steps) or not cited.citation.startswith(above_it)
            shorts[cited.id] = cited.citation if inward else shorts[node.parent.id] + own
        if node.note and node.note.provisions[0] is cited:
            cited = node.note  # a footnote is found and cited as a whole: there its text begins
        if node.segment and (node.note or node.kind is None or node.kind in PROSE):
            body = node.body
            yield Passage(
                page.path,
                cited.id,
                cited.citation,
                shorts[cited.id],
                node.segment,
                node.kind,
                body if isinstance(body, Provision) and body.columns else None,
                body.title if isinstance(body, Division) else "",
            )


def _above(document: Document) -> dict[str, tuple[Division, ...]]:
    """By a division's id, the divisions that hold it, the outermost first, and itself last."""
    found: dict[str, tuple[Division, ...]] = {}

    def descend(division: Division, holders: tuple[Division, ...]) -> None:
        found[division.id] = chain = (*holders, division)
        for below in division.divisions:
            descend(below, chain)

    for division in document.divisions:
        descend(division, ())
    return found


def _short(chain: tuple[Division, ...]) -> str:
    numbered = all(division.number for division in chain)
    if numbered and not names_a_division(chain[-1].steps):
        return ".".join(step.number for step in chain[-1].steps)
    return chain[-1].citation
