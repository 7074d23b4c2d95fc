"""Lists of terms and of names with their renderings, found in texts of either language."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from programme.configuration import DEFAULT_LOCALES
from programme.errors import CannotCheck, Problem
from programme.phrases import Match, Phrases, as_written, english_forms, longest
from programme.reader.files import Unreadable, read_text
from programme.wording import Wording


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


class Glossary:
    """All entries of a list, ready to be looked for. The longest of overlapping ones wins."""

    def __init__(self, terms: tuple[Term, ...], locales: tuple[str, str] = DEFAULT_LOCALES) -> None:
        self.terms = terms
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

    def in_original(self, text: str) -> Iterator[Match[Term]]:
        """Entries in a text of the original, in order, none inside a longer one."""
        for found in self._originals.find(text):
            if not found.meaning.exact or found.printed in found.meaning.original:
                yield found

    def in_translation(self, text: str) -> Iterator[Match[Term]]:
        """Entries whose usual rendering is in `text`, in order, none inside a longer one."""
        return longest(self._rendered(text, "usual"))

    def renderings(self, text: str) -> Iterator[Match[Term]]:
        """Entries of which any rendering is in `text`, in order, none inside a longer one."""
        for found in longest(self._rendered(text, "usual", "variant")):
            exact = found.meaning.exact
            if not exact or any(form in found.printed for form in found.meaning.renderings):
                yield found

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


def read_glossary(path: Path, locales: tuple[str, str] = DEFAULT_LOCALES) -> Glossary:
    """Read the terms (`[[term]]`) at `path`, each named by language.

    Raises `CannotCheck` on a file or an entry that is not right.
    """
    entries = _entries(path, "term")
    return Glossary(tuple(_term(path, entry, locales) for entry in entries), locales)


def read_names(path: Path, locales: tuple[str, str] = DEFAULT_LOCALES) -> Glossary:
    """Read the names (`[[name]]`) at `path`; capitals count in all of them.

    Raises `CannotCheck` on a file or an entry that is not right.
    """
    entries = [{**entry, "exact": True} for entry in _entries(path, "name")]
    return Glossary(tuple(_term(path, entry, locales) for entry in entries), locales)


def _entries(path: Path, kind: str) -> list[Mapping[str, Any]]:
    try:
        data = tomllib.loads(read_text(path))
    except Unreadable as unreadable:
        raise CannotCheck([unreadable.problem]) from unreadable
    except tomllib.TOMLDecodeError as error:
        raise _bad(path, str(error)) from error
    entries = data.get(kind, [])
    if not isinstance(entries, list) or not entries:
        raise _bad(path, f"[[{kind}]]")
    return entries


def _term(path: Path, entry: Mapping[str, Any], locales: tuple[str, str]) -> Term:
    original, translation = locales
    lists: dict[str, tuple[str, ...]] = {}
    for key in (original, translation, "forbidden"):
        words = entry.get(key, [])
        if not isinstance(words, list) or not all(isinstance(w, str) and w for w in words):
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
    )


def _bad(path: Path, what: str) -> CannotCheck:
    wording = Wording(
        vi=f"danh mục này có mục thiếu hoặc sai: {what}",
        en=f"an entry of this list is missing or wrong: {what}",
    )
    return CannotCheck([Problem(path.as_posix(), wording)])
