"""What the views of registers share: the uses of an entry, and the entries of a list.

Texts are HTML without markup of their own, ready to be set.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from diptych.glossary import Glossary, Term
from diptych.glossary.phrases import Match
from diptych.model import Document, Side
from diptych.project.bitext import Bitext
from diptych.publication.addresses import placed
from diptych.publication.citing import short_name
from diptych.registers.entries import RegisterEntry, listed
from diptych.registers.listing import LISTED_KINDS
from diptych.registers.passages import Passage, passages
from diptych.site.rendering.inline import plain_html


@dataclass(frozen=True, slots=True)
class UseRow:
    """A provision that names what is listed."""

    path: str
    """The path of the provision's page, below the locale's folder."""
    id: str
    citation: Markup
    """The citation in full."""
    short: Markup
    """The citation as a list of many has it."""
    document: str = ""
    """What the document is called, on a page that draws on several."""


@dataclass(frozen=True, slots=True)
class Name:
    """What one language calls an entry."""

    language: str
    forms: tuple[Markup, ...]
    """The forms of the name, the usual one first."""


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry of a list of names or terms, as a page lists it."""

    id: str
    names: tuple[Name, Name]
    """The names in the page's own language and in the other one."""
    about: Markup
    """What the entry is, or empty."""
    uses: tuple[UseRow, ...]
    below: tuple[EntryRow, ...]
    """The entries that are listed below this one."""

    def walk(self) -> Iterator[EntryRow]:
        """The entry itself and all below it."""
        yield self
        for row in self.below:
            yield from row.walk()


@dataclass(frozen=True, slots=True)
class NameGroup:
    """The names of one kind."""

    kind: str
    """The key of the kind in the words of the interface: `names.KIND`."""
    entries: tuple[EntryRow, ...]


def names_by_kind(
    view: str, bitext: Bitext, document: Document, _path: str
) -> tuple[NameGroup, ...]:
    """The names that `view` lists, by kind, in the order in which the text has them."""
    side = bitext.side_of(document)
    entries = entry_rows(bitext, side, bitext.entries, LISTED_KINDS[view])
    kinds = {term.id: term.kind for term in reversed(bitext.entries.terms)}
    return tuple(
        NameGroup(kind, found)
        for kind in LISTED_KINDS[view]
        if (found := tuple(row for row in entries if kinds[row.id] == kind))
    )


def entry_rows(
    bitext: Bitext, side: Side, known: Glossary, kinds: Collection[str] = ()
) -> tuple[EntryRow, ...]:
    """The entries of `known` that the texts have, for readers of the language of `side`, each with
    the uses of every document.
    """
    found = []
    for each in bitext.works:
        rows = EntryRows(each, each.documents[side], among_others=bool(bitext.beside))
        found += [rows.row(entry) for entry in listed(each.original, known, kinds)]
    return _merged(found) if bitext.beside else tuple(found)


def _merged(rows: Iterable[EntryRow]) -> tuple[EntryRow, ...]:
    """One row for each entry, in the order in which they first come."""
    found: dict[str, EntryRow] = {}
    for row in rows:
        first = found.get(row.id)
        uses, below = (first.uses, first.below) if first else ((), ())
        found[row.id] = replace(row, uses=(*uses, *row.uses), below=_merged((*below, *row.below)))
    return tuple(found.values())


class EntryRows:
    """Sets out entries of a list for the readers of one document."""

    def __init__(self, bitext: Bitext, document: Document, *, among_others: bool = False) -> None:
        """Uses are told `among_others` where the rows of several documents stand on one page."""
        self._own = bitext.side_of(document)
        self._other = self._own.other
        self._locales = [doc.locale for doc in bitext.documents]
        self._uses = {passage.id: use_of(passage) for passage in passages(document)}
        if among_others:
            self._uses = {
                identity: among(use, bitext, document) for identity, use in self._uses.items()
            }

    def row(self, entry: RegisterEntry) -> EntryRow:
        """The row of `entry`, with those below it."""
        term = entry.term
        return EntryRow(
            id=term.id,
            names=(self._name(term, self._own), self._name(term, self._other)),
            about=plain_html(term.about[self._own]) if term.about else Markup(),
            uses=tuple(self._uses[use.id] for use in entry.uses if use.id in self._uses),
            below=tuple(map(self.row, entry.below)),
        )

    def _name(self, term: Term, side: Side) -> Name:
        return Name(self._locales[side], tuple(map(plain_html, forms(term, side))))


def forms(term: Term, side: Side) -> Sequence[str]:
    """What the language of `side` calls a term, the usual form first."""
    return (term.original, term.renderings)[side]


def printed(found: Match[Term] | None) -> Markup:
    """What the text calls a term where it was found; empty where it was not."""
    return plain_html(found.printed) if found else Markup()


def use_of(passage: Passage) -> UseRow:
    """The use that `passage` makes of an entry."""
    return UseRow(passage.path, passage.id, plain_html(passage.citation), plain_html(passage.short))


def among(use: UseRow, bitext: Bitext, document: Document) -> UseRow:
    """A use in `document`, of `bitext`, on a page that draws on several documents."""
    path = placed(use.path, bitext.folder)
    return replace(use, path=path, document=short_name(document))
