"""The glossary: approved renderings of terms, found in texts of either language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from programme.errors import CannotCheck, Problem
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


@dataclass(frozen=True, slots=True)
class Found:
    """An occurrence of a term in a text."""

    term: Term
    written: str
    start: int


class Glossary:
    """All entries, ready to be looked for. The longest of overlapping terms wins."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self.terms = terms
        forms = sorted(
            ((form, term) for term in terms for form in term.original),
            key=lambda entry: -len(entry[0]),
        )
        self._by_form = {form.lower(): term for form, term in forms}
        joined = "|".join(re.escape(form) for form, _ in forms)
        self._originals = re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)
        self._renderings = {
            term: re.compile("|".join(map(_inflected, term.renderings)), re.IGNORECASE)
            for term in terms
        }
        self._all_renderings = re.compile(
            "|".join(
                f"(?P<t{number}>{_inflected(rendering)})"
                for rendering, number in sorted(
                    ((r, n) for n, term in enumerate(terms) for r in term.renderings[:1]),
                    key=lambda entry: -len(entry[0]),
                )
            ),
            re.IGNORECASE,
        )
        self._forbidden = {
            term: re.compile("|".join(map(_inflected, term.forbidden)), re.IGNORECASE)
            for term in terms
            if term.forbidden
        }

    def in_original(self, text: str) -> Iterator[Found]:
        """Terms of the original in `text`, in order, none inside a longer one."""
        for match in self._originals.finditer(text):
            term = self._by_form[match[0].lower()]
            if not term.exact or match[0] in term.original:
                yield Found(term, match[0], match.start())

    def in_translation(self, text: str) -> Iterator[Found]:
        """Terms whose first rendering is in `text`, in order, none inside a longer one."""
        for match in self._all_renderings.finditer(text):
            number = int((match.lastgroup or "t0")[1:])
            yield Found(self.terms[number], match[0], match.start())

    def rendered(self, term: Term, text: str) -> bool:
        """Whether `text` has an approved rendering of `term`."""
        return bool(self._renderings[term].search(text))

    def forbidden(self, text: str) -> Iterator[Found]:
        """Forbidden renderings in `text`."""
        for term, pattern in self._forbidden.items():
            for match in pattern.finditer(text):
                yield Found(term, match[0], match.start())


def _inflected(rendering: str) -> str:
    """The rendering, each word with a plural or possessive ending or none."""
    words = [re.escape(word) for word in rendering.split()]
    return r"(?<!\w)" + r"(?:['’]s|e?s)?\s+".join(words) + r"(?:['’]s|e?s)?(?!\w)"


def read_glossary(path: Path) -> Glossary:
    """Read the glossary at `path`. Raises `CannotCheck` on a file or an entry that is not right."""
    try:
        data = tomllib.loads(read_text(path))
    except Unreadable as unreadable:
        raise CannotCheck([unreadable.problem]) from unreadable
    except tomllib.TOMLDecodeError as error:
        raise _bad(path, str(error)) from error
    entries = data.get("term", [])
    if not isinstance(entries, list) or not entries:
        raise _bad(path, "[[term]]")
    return Glossary(tuple(_term(path, entry) for entry in entries))


def _term(path: Path, entry: Mapping[str, Any]) -> Term:
    lists: dict[str, tuple[str, ...]] = {}
    for key in ("vi", "en", "forbidden"):
        words = entry.get(key, [])
        if not isinstance(words, list) or not all(isinstance(w, str) and w for w in words):
            raise _bad(path, f"'{key}' = {words!r}")
        lists[key] = tuple(words)
    if not lists["vi"] or not lists["en"]:
        raise _bad(path, f"'vi', 'en' ({entry!r})")
    return Term(lists["vi"], lists["en"], lists["forbidden"], bool(entry.get("exact", False)))


def _bad(path: Path, what: str) -> CannotCheck:
    wording = Wording(
        vi=f"mục của bảng thuật ngữ thiếu hoặc sai: {what}",
        en=f"an entry of the glossary lacks or misstates {what}",
    )
    return CannotCheck([Problem(path.as_posix(), wording)])
