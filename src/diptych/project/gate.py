"""What of the project's folder of texts may be read and published; all else is refused.

A page is a file `.md` below a language's folder; a picture is a file beside a page, of a kind that
the project lists. Whoever adds anything else is told where it stands and what to do.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from diptych.errors import Problem, Unreadable
from diptych.files.folder import EntryKind, FolderEntry, listed
from diptych.files.opening import named, read_regular
from diptych.project import refusals as told
from diptych.project.pictures import HEAD, KINDS, LARGEST, admits
from diptych.project.refusals import Saying
from diptych.publication.addresses import WHOLE
from diptych.publication.reserved_names import reserved_names
from diptych.safety.file_names import composed, is_text, left_behind, likened, unfit
from diptych.visible import visible
from diptych.wording import Wording

PAGE = ".md"
ENTRIES = 10_000
"""How many files and folders a project's texts may have."""
_OF_A_DOCUMENT = frozenset({WHOLE.removesuffix(PAGE)})
"""The names that no page at the top of one of several documents may have."""
_MOST = 1_000
"""How many refusals are told one by one."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A file or folder that may not stand in the folder of texts, with what to say of it."""

    code: str
    """The code of the rule that tells of it."""
    file: str
    """The path as people are shown it."""
    message: Wording
    help: Wording
    walled: bool = False
    """Whether it is a link, which no walk through the folder may follow."""

    @property
    def problem(self) -> Problem:
        """The refusal as a problem of one line, for where nothing can be checked."""
        return Problem(
            self.file,
            Wording(
                vi=f"{self.message.vi}. {self.help.vi} ({self.code})",
                en=f"{self.message.en}. {self.help.en} ({self.code})",
            ),
        )


@dataclass(frozen=True, slots=True)
class Admitted:
    """What of a project's folder of texts is let in, and what is refused."""

    pages: Mapping[str, Mapping[str, Path]] = field(default_factory=dict)
    """For each language, the files of its pages by path below the language's folder."""
    pictures: frozenset[str] = frozenset()
    """The paths of the pictures below the folder of texts."""
    refused: tuple[Refused, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Why the folder, or a page in it, could not be looked at."""
    docs: Path | None = None
    """The folder of texts that was looked through."""

    @property
    def looked_through(self) -> bool:
        """Whether all that stands in the folder is known."""
        return bool(self.pages)

    @property
    def walls(self) -> tuple[Refused, ...]:
        """The refused links, which a walk that follows links must not enter."""
        return tuple(found for found in self.refused if found.walled)


def admitted(
    docs: Path,
    locales: Sequence[str],
    pictures: Collection[str] = (),
    documents: Collection[str] = (),
) -> Admitted:
    """Look through the folder `docs` once, following no link; of several `documents`, each has the
    folder of its name below that of each language.
    """
    gate = _Gate(docs, locales, pictures, documents)
    try:
        entries = list(listed(docs, ENTRIES))
    except Unreadable as unreadable:
        return Admitted(problems=(unreadable.problem,))
    # the first is what nobody may walk through: it must not be among those left out
    refused = sorted(gate.refusals(entries), key=lambda found: (not found.walled, found.file))
    if left := len(refused[_MOST:]):
        here = visible(named(docs))
        refused[_MOST:] = [Refused(told.STRAY, here, told.more(left), told.REMOVE)]
    return Admitted(
        gate.pages, frozenset(gate.pictures), tuple(refused), tuple(gate.problems), docs
    )


class _Gate:
    """Judges the entries of one folder, in the order of their listing."""

    def __init__(
        self,
        docs: Path,
        locales: Sequence[str],
        pictures: Collection[str],
        documents: Collection[str] = (),
    ) -> None:
        self.docs = docs
        self.documents = {f"{tag}/{name}" for tag in locales for name in documents}
        """The folders of documents below `docs`."""
        self.locales = locales
        self.listed_kinds = pictures
        self.pages: dict[str, dict[str, Path]] = {tag: {} for tag in locales}
        self.pictures: set[str] = set()
        self.problems: list[Problem] = []
        self._reserved = reserved_names(locales)
        self._names: dict[tuple[str, str], str] = {}
        """By folder and likened name, the first entry of that name."""
        self._addresses: dict[str, str] = {}
        """By likened address, the first page at that address."""

    def refusals(self, entries: Sequence[FolderEntry]) -> Iterator[Refused]:
        """The entries that may not be there, each as a refusal; pages and pictures are kept."""
        beside_pages = {
            entry.folder
            for entry in entries
            if entry.kind is EntryKind.FILE
            and entry.name.endswith(PAGE)
            and not _hidden(entry.name)
        }
        closed: dict[str, list[str]] = {}
        inside: dict[str, str] = {}  # of each folder that is closed, or below one, which one
        for entry in entries:
            above = inside.get(entry.folder)
            if entry.kind is EntryKind.LINK:
                if not self._is_lock(entry):
                    yield self._stray(entry, told.A_LINK, walled=True)
            elif above is not None:
                if entry.kind is EntryKind.FOLDER:
                    inside[entry.path] = above
                else:
                    closed[above].append(self._shown(entry.path))
            elif entry.kind is EntryKind.OTHER:
                yield self._stray(entry, told.A_DEVICE)
            elif entry.kind is EntryKind.FOLDER:
                if self._is_closed(entry):
                    closed[entry.path] = []
                    inside[entry.path] = entry.path
                elif entry.folder:
                    yield from self._name(entry, entry.name)
            elif not left_behind(entry.name):
                yield from self._file(entry, beside_pages)
        for path, held in closed.items():
            said = told.folder(path, self.locales, held)
            yield Refused(told.STRAY, self._shown(path), said.message, said.help)

    def _is_closed(self, entry: FolderEntry) -> bool:
        """Whether a folder may hold no pages."""
        if not entry.folder:
            return entry.name not in self.locales
        return _hidden(entry.name) or entry.name.endswith(PAGE)

    def _file(self, entry: FolderEntry, beside_pages: Collection[str]) -> Iterator[Refused]:
        stem, dot, suffix = entry.name.rpartition(".")
        if _hidden(entry.name):
            yield self._stray(entry, told.HIDDEN)
        elif not entry.folder:
            yield self._stray(entry, told.beside_the_languages(self.locales, entry.name))
        elif dot and f".{suffix}" == PAGE:
            if not is_text(entry.path):
                self.problems.append(Problem(named(self.docs / entry.path), told.NO_TEXT))
                return
            locale, _, below = entry.path.partition("/")
            held = self.pages[locale]
            held[composed(below, held)] = self.docs / entry.path
            yield from self._name(entry, stem)
            yield from self._address(entry, below)
        elif dot and suffix in KINDS and admits(self.listed_kinds, suffix):
            found = [
                *self._name(entry, stem, picture=True),
                *self._picture(entry, suffix, beside_pages),
            ]
            if not found:
                self.pictures.add(entry.path)
            yield from found
        else:
            yield self._stray(entry, told.suffix(suffix if dot else "", self.listed_kinds))

    def _picture(
        self, entry: FolderEntry, suffix: str, beside_pages: Collection[str]
    ) -> Iterator[Refused]:
        if entry.folder not in beside_pages:
            yield self._refused(told.PICTURE, entry, told.NO_PAGE_HERE)
        if entry.size > LARGEST:
            yield self._refused(told.PICTURE, entry, told.TOO_LARGE)
            return
        try:
            head = read_regular(self.docs / entry.path, HEAD)
        except Unreadable as unreadable:
            said = Saying(unreadable.problem.wording, told.REMOVE)
            yield self._refused(told.PICTURE, entry, said)
            return
        if not KINDS[suffix](head):
            yield self._refused(told.PICTURE, entry, told.other_kind(suffix))

    def _name(self, entry: FolderEntry, name: str, *, picture: bool = False) -> Iterator[Refused]:
        """What is wrong with the name of `entry`; `name` is that name without its suffix."""
        if why := unfit(name):
            yield self._refused(told.NAME, entry, Saying(why, told.RENAME))
        reserved = (
            self._reserved
            if "/" not in entry.folder
            else _OF_A_DOCUMENT
            if entry.folder in self.documents
            else frozenset[str]()
        )
        if not picture and likened(name) in reserved:
            yield self._refused(told.NAME, entry, told.TAKEN)
        key = entry.folder, likened(entry.name)
        first = self._names.setdefault(key, entry.path)
        if first != entry.path:
            yield self._refused(told.NAME, entry, told.alike(self._shown(first)))

    def _address(self, entry: FolderEntry, below: str) -> Iterator[Refused]:
        """A refusal if another page has the same address under another name."""
        address = likened(entry.path.removesuffix(PAGE).removesuffix("/index"))
        first = self._addresses.setdefault(address, entry.path)
        if first != entry.path and likened(first) != likened(entry.path):
            yield self._refused(told.NAME, entry, told.one_address(self._shown(first)))

    def _is_lock(self, entry: FolderEntry) -> bool:
        """Whether `entry` is a lock of Emacs for a file that is open: a link that leads nowhere."""
        leads = os.path.exists(self.docs / entry.path)  # noqa: PTH110 - it never raises
        return entry.name.startswith(".#") and not leads

    def _stray(self, entry: FolderEntry, said: Saying, *, walled: bool = False) -> Refused:
        return replace(self._refused(told.STRAY, entry, said), walled=walled)

    def _refused(self, code: str, entry: FolderEntry, said: Saying) -> Refused:
        return Refused(code, self._shown(entry.path), said.message, said.help)

    def _shown(self, path: str) -> str:
        return visible(named(self.docs / path))


def _hidden(name: str) -> bool:
    return name.startswith(".")
