"""Lists of terms and of names with their renderings, found in texts of either language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal, get_args

from msgspec import Meta

from diptych.errors import CannotCheck
from diptych.files.lists import ListFile
from diptych.files.toml import too_many
from diptych.glossary.phrases import Match, Phrases, longest
from diptych.language.diacritics import slug
from diptych.language.inflection import as_written, english_forms
from diptych.language.locales import DEFAULT_LOCALES
from diptych.model import Side
from diptych.wording import Wording

Named = Literal[
    "country", "place", "organisation", "agreement", "company", "body", "person", "other"
]
"""What an entry may name; a body is one of the country's own."""
KINDS: tuple[str, ...] = get_args(Named)
ENTRIES = 10_000
"""The most entries that a list may have."""


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the list of terms or of the list of names."""

    original: tuple[str, ...]
    renderings: tuple[str, ...]
    """The renderings in the translation, the usual one first."""
    forbidden: tuple[str, ...] = ()
    exact: bool = False
    """Whether capitals count."""
    loose: bool = False
    """Whether one mention stands for several."""
    # what follows is for readers; two entries are told apart by the words above
    id: str = field(default="", compare=False)
    """The id, made from the first form and the same in every language: `tinh-uy`."""
    kind: str = field(default="", compare=False)
    """One of `KINDS`, or empty."""
    under: str = field(default="", compare=False)
    """The id of the entry that this one is listed below, or empty."""
    about: tuple[str, str] | None = field(default=None, compare=False)
    """An explanation in the original's language and in the translation's."""
    line: int = field(default=0, compare=False)
    """The line, from 1, on which the entry begins in the list that it was read from."""


class Glossary:
    """All entries of a list, ready to be found in texts; of overlapping ones the longest wins."""

    def __init__(
        self,
        terms: tuple[Term, ...],
        locales: tuple[str, str] = DEFAULT_LOCALES,
        lines: tuple[str, ...] = (),
    ) -> None:
        self.terms = terms
        self.locales = locales
        self.lines = lines
        """The lines of the file that the list was read from."""
        forms = english_forms if locales[1].startswith("en") else as_written
        self._originals = Phrases((form, term) for term in terms for form in term.original)
        # usual renderings apart from variants, too common a wording to tell what belongs together
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
        """Entries in a text in the language of `side`, in order, none inside a longer one."""
        return self.renderings(text) if side else self.in_original(text)

    def starting(self, text: str, at: int, side: Side) -> Match[Term] | None:
        """The longest entry that begins at the offset `at` of `text`, or None."""
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
        """Forbidden renderings in `text`, in order, none inside a longer one."""
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


Forms = tuple[Annotated[str, Meta(pattern=r"[^\W_]")], ...]
"""The forms of an entry, each with a letter or a figure: nothing is found by any other."""


_AMISS = Wording(
    vi="danh mục này có mục thiếu hoặc sai:", en="an entry of this list is missing or wrong:"
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry as the file has it."""

    original: Annotated[Forms, Meta(min_length=1)]
    translation: Annotated[Forms, Meta(min_length=1)]
    line: int
    forbidden: Forms = ()
    exact: bool = False
    loose: bool = False
    kind: Named | Literal[""] = ""
    under: str = ""
    about: Mapping[str, Annotated[str, Meta(pattern=r"\S")]] | None = None


def read_glossary(path: Path, locales: tuple[str, str] = DEFAULT_LOCALES) -> Glossary:
    """Read the terms (`[[term]]`) at `path`, each named by language.

    Raises `CannotCheck` on a file or an entry that is not right.
    """
    return _read(path, "term", locales)


def read_names(path: Path, locales: tuple[str, str] = DEFAULT_LOCALES) -> Glossary:
    """Read the names (`[[name]]`) at `path`; capitals count in all of them.

    Raises `CannotCheck` on a file or an entry that is not right.
    """
    return _read(path, "name", locales, exact=True)


def _read(path: Path, kind: str, locales: tuple[str, str], *, exact: bool = False) -> Glossary:
    read = ListFile(path, _AMISS)
    if not read.count(kind) and not read.only_begun:
        raise read.wrong(f"[[{kind}]]")
    if read.count(kind) > ENTRIES:
        raise CannotCheck([too_many(read.file, ENTRIES)])
    original, translation = locales
    forms = f"'{original}', '{translation}': [\"…\"]"
    hints = {
        "original": forms,
        "translation": forms,
        "kind": ", ".join(KINDS),
        "about": ", ".join(locales),
    }
    called = {original: "original", translation: "translation"}
    entries = read.entries(kind, _Entry, hints, called)
    for entry in entries:
        if entry.about is not None and set(entry.about) != set(locales):
            raise read.wrong(f"'about' = {entry.about!r} ({hints['about']})", entry.line)
    terms = tuple(_term(entry, locales, exact=exact) for entry in entries)
    _refuse_circles(terms, read)
    return Glossary(terms, locales, read.lines)


def _term(entry: _Entry, locales: tuple[str, str], *, exact: bool) -> Term:
    about = entry.about and tuple(entry.about[tag].strip() for tag in locales)
    return Term(
        entry.original,
        entry.translation,
        entry.forbidden,
        entry.exact or exact,
        entry.loose,
        slug(entry.original[0]),
        entry.kind,
        slug(entry.under),
        (about[0], about[1]) if about else None,
        entry.line,
    )


def _refuse_circles(terms: Sequence[Term], read: ListFile) -> None:
    """Refuse entries that share an id, or that stand below a missing entry or below themselves."""
    known: dict[str, Term] = {}
    for term in terms:
        if known.setdefault(term.id, term) is not term:
            raise read.wrong(f"'{term.original[0]}': {term.id} (×2)", term.line)
    # ids from which `under` leads to an entry that is below none
    rooted: set[str] = set()
    for term in terms:
        met: dict[str, None] = {}
        above = term
        while above.under and above.id not in rooted:
            if above.under not in known:
                raise read.wrong(f"'{above.original[0]}': 'under' = {above.under}", above.line)
            if above.id in met:  # round in a circle
                raise read.wrong(f"'{term.original[0]}': 'under' = {term.under}", term.line)
            met[above.id] = None
            above = known[above.under]
        rooted.update(met)
