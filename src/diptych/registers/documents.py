"""The documents that a text cites, once each: kind, symbol, date, issuer, title, mentions.

Two documents may share a symbol: they are told apart by their dates. A mention without a date
belongs to the only document with that symbol, else to the one named last before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from diptych.glossary import Glossary, Term
from diptych.glossary.phrases import Match
from diptych.language.citations import KINDS, citations
from diptych.language.dates import Date
from diptych.language.diacritics import slug
from diptych.language.figures import values
from diptych.language.grammar import Grammar, grammar
from diptych.model import Document, Emphasis, Segment, Side
from diptych.patterns import pattern_of
from diptych.publication.head import head_of, number_key
from diptych.registers.passages import Passage, passages

ISSUERS = frozenset({"body", "organisation"})
"""The kinds of entry that issue documents."""

_LAWS = frozenset({"law", "code", "ordinance"})
"""The kinds of document that are cited by their titles."""
_QUOTED = pattern_of(r"[“\"]([^“”\"]+)[”\"]")
_ASIDE = pattern_of(r"\s*\([^()]*\)")
_REACH = 48
"""How many characters before a quotation are searched for its kind."""
_KIND_BEFORE = {
    language: pattern_of(
        rf"(?<!\w)({'|'.join(sorted(kinds, key=len, reverse=True))})\s*$", re.IGNORECASE
    )
    for language, kinds in KINDS.items()
}
_OPENING = pattern_of(r"[\s“\"]*")
_STOP = pattern_of(r"[.,;:()“”\"]|$")
_DANGLING = pattern_of(r"(?<!\s)\s+(?:và|and)\s*$")


class Title(NamedTuple):
    """A document's title where a text gives it."""

    printed: str
    start: int
    set_off: bool
    """Whether the title is in italics or in quotation marks, not just the words after "on"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A document as one text names it."""

    symbol: str
    """The symbol as printed; empty for a document that is named by its title alone."""
    kind: str | None
    """The name of the document's kind in `KINDS`, or None."""
    called: str
    """The kind and the symbol as printed: "Directive No. 15-CT/TW"."""
    start: int
    """The offset in the text at which the mention begins, with its kind."""
    date: Date | None
    issuer: Match[Term] | None
    title: Title | None


@dataclass(slots=True)
class _Draft:
    mentions: list[tuple[Mention, Passage]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """One document with all that the text says of it, and where."""

    id: str
    """The document's id, the same in every language: `15-ct-tw`, or `36-nq-tw-2004` where the
    symbol is shared."""
    symbol: str
    kind: str | None
    called: str
    date: Date | None
    issuer: Match[Term] | None
    title: str
    passages: tuple[Passage, ...]
    """The passages that name the document, in reading order."""


def cited_documents(document: Document, side: Side, known: Glossary) -> tuple[CitedDocument, ...]:
    """The other documents that `document` names, in the order in which it first names them.

    Issuers are looked for among the entries `known`, in the language of `side`.
    """
    itself = number_key(head_of(document).number)
    found = [
        (mention, passage)
        for passage in passages(document)
        for mention in mentions(passage.segment, document.locale, side, known)
        if not itself or number_key(mention.symbol) != itself
    ]
    drafts = _by_document(found)
    # where titles are set off, plain words after "on" say what a document is about
    set_off = any(mention.title and mention.title.set_off for mention, _ in found)
    shared: dict[str, int] = {}
    for draft in drafts:
        symbol = draft.mentions[0][0].symbol
        shared[symbol] = shared.get(symbol, 0) + 1
    taken: set[str] = set()
    return tuple(
        _document(draft, shared[draft.mentions[0][0].symbol], taken, set_off=set_off)
        for draft in drafts
    )


def mentions(segment: Segment, language: str, side: Side, known: Glossary) -> tuple[Mention, ...]:
    """The documents that one text names, in order."""
    found = values(segment.prose, language)
    cited = citations(segment.prose, language, found)
    words = grammar(language)
    if not cited and not (words and _QUOTED.search(segment.prose)):
        return ()
    reader = _Reader(segment, side, known, words, [c.start for c in cited])
    told = [
        reader.mention(c.symbol.printed, c.kind, (c.start, c.symbol.end, c.end), c.date, c.title)
        for c in cited
    ]
    if language in _KIND_BEFORE:
        told += reader.without_symbol(language)
    return tuple(sorted(told, key=lambda mention: mention.start))


class _Reader:
    """Reads what stands after each citation of one text."""

    def __init__(
        self,
        segment: Segment,
        side: Side,
        known: Glossary,
        words: Grammar | None,
        starts: Sequence[int],
    ) -> None:
        self._text = segment.prose
        self._italics = {
            stretch.start: stretch.end
            for stretch in segment.stretches
            if stretch.emphasis & Emphasis.EM
        }
        self._side = side
        self._known = known
        self._words = words
        self._starts = starts
        self._titled = 0
        """The offset at which the titles met so far end; each begins after its citation."""

    def mention(
        self,
        symbol: str,
        kind: str | None,
        span: tuple[int, int, int],
        date: Date | None,
        title: tuple[int, int] | None = None,
    ) -> Mention:
        """The mention whose kind begins, symbol ends and date ends at the offsets of `span`, and
        whose title stands between the offsets `title` if it stands before the symbol.
        """
        start, named, at = span
        issuer, at = self._issuer(at)
        called = self._text[start:named]
        told = (
            Title(self._text[slice(*title)], title[0], set_off=True)
            if title
            else self._title(start, at, law=kind in _LAWS)
        )
        return Mention(symbol, kind, called, start, date, issuer, told)

    def without_symbol(self, language: str) -> Iterator[Mention]:
        """The mentions of documents with a capitalised kind and a quoted title but no symbol."""
        for quoted in _QUOTED.finditer(self._text):
            match = _KIND_BEFORE[language].search(
                self._text, max(0, quoted.start() - _REACH), quoted.start()
            )
            if match is None or not match[1][0].isupper():
                continue
            kind = KINDS[language].get(match[1].lower())
            if kind is None:
                continue  # one of its letters only counts as the same without regard for capitals
            title = Title(quoted[1].strip(), quoted.start(1), set_off=True)
            issuer, _ = self._issuer(quoted.end())
            yield Mention("", kind, match[1], match.start(1), None, issuer, title)

    def _issuer(self, at: int) -> tuple[Match[Term] | None, int]:
        gap = self._words.issued_by.match(self._text, at) if self._words else None
        issuer = self._known.starting(self._text, gap.end(), self._side) if gap else None
        if issuer is None or issuer.meaning.kind not in ISSUERS:
            return None, at
        return issuer, issuer.end

    def _title(self, start: int, at: int, *, law: bool) -> Title | None:
        """The title at the offset `at`: what is set off there, else the plain words after "on";
        `start` is where its citation begins. A law is called by what it is about.
        """
        if aside := _ASIDE.match(self._text, at):
            at = aside.end()
        about = self._words.about.match(self._text, at) if self._words else None
        if about:
            at = about.end()
        inside = start < self._titled
        if (first := self._set_off(at)) is not None:
            last = self._italics[first]
            self._titled = max(self._titled, last)
            return Title(self._text[first:last].strip(' “”"'), first, set_off=True)
        if about is None or inside:
            return None
        following = bisect_right(self._starts, at)
        end = self._starts[following] if following < len(self._starts) else len(self._text)
        stop = _STOP.search(self._text, at, end)
        plain = _DANGLING.sub("", self._text[at : stop.start() if stop else end]).strip()
        return Title(plain, at, set_off=law) if plain else None

    def _set_off(self, at: int) -> int | None:
        """Where italics begin at `at`, after quotation marks or an article, if any; else None."""
        article = self._words.article if self._words else None
        for skipped in (None, article):
            found = skipped.match(self._text, at) if skipped else None
            first = _OPENING.match(self._text, found.end() if found else at)
            if first and first.end() in self._italics:
                return first.end()
        return None


def _by_document(found: Sequence[tuple[Mention, Passage]]) -> list[_Draft]:
    dated: dict[str, dict[tuple[int, int, int], _Draft]] = {}
    for mention, _ in found:
        if mention.date:
            dated.setdefault(mention.symbol, {}).setdefault(mention.date.value, _Draft())
    drafts: list[_Draft] = []
    last: dict[str, _Draft] = {}
    for mention, passage in found:
        name = mention.symbol or f"{mention.kind} {mention.title and mention.title.printed}"
        same = dated.get(mention.symbol, {})
        if mention.date:
            draft = same[mention.date.value]
        elif name in last:
            draft = last[name]
        else:
            draft = next(iter(same.values())) if same else _Draft()
        last[name] = draft
        if not draft.mentions:
            drafts.append(draft)
        draft.mentions.append((mention, passage))
    return drafts


def _document(draft: _Draft, sharing: int, taken: set[str], *, set_off: bool) -> CitedDocument:
    said = [mention for mention, _ in draft.mentions]
    full = next((m for m in said if m.date), said[0])
    titles = [m.title for m in said if m.title and m.title.set_off is set_off]
    return CitedDocument(
        id=_id(full, draft.mentions[0][1], sharing, taken),
        symbol=full.symbol,
        kind=full.kind or next((m.kind for m in said if m.kind), None),
        called=full.called,
        date=full.date,
        issuer=next((m.issuer for m in (full, *said) if m.issuer), None),
        title=titles[0].printed if titles else "",
        passages=tuple({passage.id: passage for _, passage in draft.mentions}.values()),
    )


def _id(mention: Mention, first: Passage, sharing: int, taken: set[str]) -> str:
    """The id of a document: its symbol with as much of the date as it takes, or its first place."""
    identity = slug(mention.symbol) or f"{mention.kind}-{first.id}"
    parts = mention.date.value if mention.date and mention.symbol and sharing > 1 else ()
    for rank, part in enumerate(parts):
        if rank and identity not in taken:
            break
        identity += f"-{part:02}"
    while identity in taken:
        identity += "-x"
    taken.add(identity)
    return identity
