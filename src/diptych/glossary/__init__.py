"""Lists of terms and of names with their renderings, found in texts of either language."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from diptych.errors import CannotCheck, Problem
from diptych.files.lists import read_list
from diptych.files.toml import too_many
from diptych.glossary.phrases import Match, Phrases, longest
from diptych.language.diacritics import slug
from diptych.language.inflection import as_written, english_forms
from diptych.language.locales import DEFAULT_LOCALES
from diptych.model import Side
from diptych.wording import Wording

KINDS = (
    "country", "place", "organisation", "agreement", "company", "body", "person", "other",
)  # fmt: skip
"""What an entry may name; a body is one of the country's own."""
ENTRIES = 10_000
"""Entries of a list."""


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of either list."""

    original: tuple[str, ...]
    renderings: tuple[str, ...]
    """The first is the usual one."""
    forbidden: tuple[str, ...] = ()
    exact: bool = False
    """Whether capitals count."""
    loose: bool = False
    """Whether one mention stands for several."""
    # what follows is for readers; two entries are told apart by the words above
    id: str = field(default="", compare=False)
    """Made from the first form, the same in every language: `tinh-uy`."""
    kind: str = field(default="", compare=False)
    """One of `KINDS`, or empty."""
    under: str = field(default="", compare=False)
    """The id of the entry that this one is listed below, or empty."""
    about: tuple[str, str] | None = field(default=None, compare=False)
    """An explanation in the original's language and in the translation's."""


class Glossary:
    """All entries of a list, ready to be looked for. The longest of overlapping ones wins."""

    def __init__(
        self,
        terms: tuple[Term, ...],
        locales: tuple[str, str] = DEFAULT_LOCALES,
        lines: tuple[str, ...] = (),
    ) -> None:
        self.terms = terms
        self.locales = locales
        self.lines = lines
        """Of the file that it was read from."""
        forms = english_forms if locales[1].startswith("en") else as_written
        self._originals = Phrases((form, term) for term in terms for form in term.original)
        # the first is the usual one: variants are too common a wording to tell two texts apart
        self._renderings: Phrases[tuple[str, Term]] = Phrases(
            (
                entry
                for term in terms
                for entry in (
                    *((word, ("forbidden", term)) for word in term.forbidden),
                    *((word, ("usual", term)) for word in term.renderings[:1]),
                    *((word, ("variant", term)) for word in term.renderings[1:]),
                )
            ),
            forms,
        )

    def found_in(self, text: str, side: Side) -> Iterator[Match[Term]]:
        """Entries in a text of the original (side 0) or of the translation (side 1)."""
        return self.renderings(text) if side else self.in_original(text)

    def starting(self, text: str, at: int, side: Side) -> Match[Term] | None:
        """The longest entry that begins at `at`, however long the text."""
        found = (
            _approved(self._renderings.opening(text, at))
            if side
            else self._originals.opening(text, at)
        )
        return next((match for match in found if _has_its_capitals(match, side)), None)

    def in_original(self, text: str) -> Iterator[Match[Term]]:
        """Entries in a text of the original, in order, none inside a longer one."""
        return (m for m in self._originals.find(text) if _has_its_capitals(m, Side.ORIGINAL))

    def in_translation(self, text: str) -> Iterator[Match[Term]]:
        """Entries whose usual rendering is in `text`, in order, none inside a longer one."""
        return longest(self._rendered(text, "usual"))

    def renderings(self, text: str) -> Iterator[Match[Term]]:
        """Entries of which any rendering is in `text`, in order, none inside a longer one."""
        found = longest(self._rendered(text, "usual", "variant"))
        return (match for match in found if _has_its_capitals(match, Side.TRANSLATION))

    def rendered(self, text: str) -> set[Term]:
        """The entries of which `text` has an approved rendering, also inside a longer one."""
        return {found.meaning for found in self._rendered(text, "usual", "variant")}

    def forbidden(self, text: str) -> Iterator[Match[Term]]:
        """Forbidden renderings in `text`."""
        return longest(self._rendered(text, "forbidden"))

    def _rendered(self, text: str, *kinds: str) -> Iterator[Match[Term]]:
        for found in self._renderings.all_in(text):
            kind, term = found.meaning
            if kind in kinds:
                yield Match(term, found.printed, found.start)


def _has_its_capitals(found: Match[Term], side: Side) -> bool:
    term = found.meaning
    if not term.exact:
        return True
    if side:
        return any(form in found.printed for form in term.renderings)
    return found.printed in term.original


def _approved(found: Iterable[Match[tuple[str, Term]]]) -> Iterator[Match[Term]]:
    for match in found:
        kind, term = match.meaning
        if kind != "forbidden":
            yield Match(term, match.printed, match.start)


def joined(*lists: Glossary | None) -> Glossary:
    """One list of all entries of `lists`; of entries with the same words the first is found."""
    given = [known for known in lists if known is not None]
    terms = tuple(term for known in given for term in known.terms)
    return Glossary(terms, given[0].locales if given else DEFAULT_LOCALES)


def read_glossary(path: Path, locales: tuple[str, str] = DEFAULT_LOCALES) -> Glossary:
    """Read the terms (`[[term]]`) at `path`, each named by language.

    Raises `CannotCheck` on a file or an entry that is not right.
    """
    lines, entries = _entries(path, "term")
    return Glossary(_terms(path, entries, locales), locales, lines)


def read_names(path: Path, locales: tuple[str, str] = DEFAULT_LOCALES) -> Glossary:
    """Read the names (`[[name]]`) at `path`; capitals count in all of them.

    Raises `CannotCheck` on a file or an entry that is not right.
    """
    lines, listed = _entries(path, "name")
    entries = [{**entry, "exact": True} for entry in listed]
    return Glossary(_terms(path, entries, locales), locales, lines)


def _entries(path: Path, kind: str) -> tuple[tuple[str, ...], list[Mapping[str, Any]]]:
    """The lines of the file, and its entries of one kind."""
    try:
        text, data = read_list(path)
    except tomllib.TOMLDecodeError as error:
        raise _bad(path, str(error)) from error
    entries: list[Mapping[str, Any]] = data.get(kind, [])
    listed = isinstance(entries, list) and all(isinstance(entry, dict) for entry in entries)
    if not listed or not entries:
        raise _bad(path, f"[[{kind}]]")
    if len(entries) > ENTRIES:
        raise CannotCheck([too_many(path.as_posix(), ENTRIES)])
    return tuple(text.split("\n")), entries


def _terms(
    path: Path, entries: Sequence[Mapping[str, Any]], locales: tuple[str, str]
) -> tuple[Term, ...]:
    """All entries, each with an id of its own and below an entry that is there."""
    terms = tuple(_term(path, entry, locales) for entry in entries)
    known: dict[str, Term] = {}
    for term in terms:
        if known.setdefault(term.id, term) is not term:
            raise _bad(path, f"'{term.original[0]}': {term.id} (×2)")
    # from which one gets to an entry that is below none
    rooted: set[str] = set()
    for term in terms:
        met: dict[str, None] = {}
        above = term
        while above.under and above.id not in rooted:
            if above.under not in known:
                raise _bad(path, f"'{above.original[0]}': 'under' = {above.under}")
            if above.id in met:  # round in a circle
                raise _bad(path, f"'{term.original[0]}': 'under' = {term.under}")
            met[above.id] = None
            above = known[above.under]
        rooted.update(met)
    return terms


def _term(path: Path, entry: Mapping[str, Any], locales: tuple[str, str]) -> Term:
    original, translation = locales
    lists: dict[str, tuple[str, ...]] = {}
    for key in (original, translation, "forbidden"):
        words = entry.get(key, [])
        said = isinstance(words, list) and all(isinstance(w, str) and slug(w) for w in words)
        if not said:  # nothing is found by a form without a letter or a figure
            raise _bad(path, f"'{key}' = {words!r}")
        lists[key] = tuple(words)
    if not lists[original] or not lists[translation]:
        raise _bad(path, f"'{original}', '{translation}' ({entry!r})")
    return Term(
        lists[original],
        lists[translation],
        lists["forbidden"],
        exact=bool(entry.get("exact", False)),
        loose=bool(entry.get("loose", False)),
        id=slug(lists[original][0]),
        kind=_kind(path, entry),
        under=slug(_text(path, entry, "under")),
        about=_about(path, entry, locales),
    )


def _kind(path: Path, entry: Mapping[str, Any]) -> str:
    kind = _text(path, entry, "kind")
    if kind and kind not in KINDS:
        raise _bad(path, f"'kind' = {kind!r} ({', '.join(KINDS)})")
    return kind


def _about(
    path: Path, entry: Mapping[str, Any], locales: tuple[str, str]
) -> tuple[str, str] | None:
    """The explanation, which both languages have or neither."""
    about = entry.get("about")
    if about is None:
        return None
    if not isinstance(about, dict) or set(about) != set(locales):
        raise _bad(path, f"'about' = {about!r} ({', '.join(locales)})")
    original, translation = (_text(path, about, language) for language in locales)
    if not (original and translation):
        raise _bad(path, f"'about' = {about!r}")
    return original, translation


def _text(path: Path, entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key, "")
    if not isinstance(value, str):
        raise _bad(path, f"'{key}' = {value!r}")
    return value.strip()


def _bad(path: Path, what: str) -> CannotCheck:
    wording = Wording(
        vi=f"danh mục này có mục thiếu hoặc sai: {what}",
        en=f"an entry of this list is missing or wrong: {what}",
    )
    return CannotCheck([Problem(path.as_posix(), wording)])
