"""The glossary: approved renderings of terms, found in texts of either language."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from programme.configuration import DEFAULT_LOCALES
from programme.errors import CannotCheck, Problem
from programme.phrases import Match, Phrases, as_written, english_forms
from programme.reader.files import Unreadable, read_text
from programme.wording import Wording


@dataclass(frozen=True, slots=True)
class Term:
    """One entry."""

    original: tuple[str, ...]
    renderings: tuple[str, ...]
    forbidden: tuple[str, ...]
    exact: bool
    """Whether the capitals of the original count."""


class Glossary:
    """All entries, ready to be looked for. The longest of overlapping terms wins."""

    def __init__(self, terms: tuple[Term, ...], locales: tuple[str, str] = DEFAULT_LOCALES) -> None:
        self.terms = terms
        forms = english_forms if locales[1].startswith("en") else as_written
        self._originals = Phrases((form, term) for term in terms for form in term.original)
        self._renderings = Phrases(
            ((rendering, term) for term in terms for rendering in term.renderings), forms
        )
        # the first is the usual one: variants are too common a wording to tell two texts apart
        self._usual = Phrases(((term.renderings[0], term) for term in terms), forms)
        self._forbidden = Phrases(
            ((word, term) for term in terms for word in term.forbidden), forms
        )

    def in_original(self, text: str) -> Iterator[Match[Term]]:
        """Terms of the original in `text`, in order, none inside a longer one."""
        for found in self._originals.find(text):
            if not found.meaning.exact or found.written in found.meaning.original:
                yield found

    def in_translation(self, text: str) -> Iterator[Match[Term]]:
        """Terms whose usual rendering is in `text`, in order, none inside a longer one."""
        return self._usual.find(text)

    def rendered(self, text: str) -> set[Term]:
        """The terms of which `text` has an approved rendering."""
        return {found.meaning for found in self._renderings.find(text, overlapping=True)}

    def forbidden(self, text: str) -> Iterator[Match[Term]]:
        """Forbidden renderings in `text`."""
        return self._forbidden.find(text)


def read_glossary(path: Path, locales: tuple[str, str] = DEFAULT_LOCALES) -> Glossary:
    """Read the glossary at `path`, whose entries name terms by language.

    Raises `CannotCheck` on a file or an entry that is not right.
    """
    try:
        data = tomllib.loads(read_text(path))
    except Unreadable as unreadable:
        raise CannotCheck([unreadable.problem]) from unreadable
    except tomllib.TOMLDecodeError as error:
        raise _bad(path, str(error)) from error
    entries = data.get("term", [])
    if not isinstance(entries, list) or not entries:
        raise _bad(path, "[[term]]")
    return Glossary(tuple(_term(path, entry, locales) for entry in entries), locales)


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
    exact = bool(entry.get("exact", False))
    return Term(lists[original], lists[translation], lists["forbidden"], exact)


def _bad(path: Path, what: str) -> CannotCheck:
    wording = Wording(
        vi=f"mục của bảng thuật ngữ thiếu hoặc sai: {what}",
        en=f"an entry of the glossary lacks or misstates {what}",
    )
    return CannotCheck([Problem(path.as_posix(), wording)])
