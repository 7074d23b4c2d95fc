"""A project's folder, read: both texts, aligned, and all that they are held against."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from diptych.alignment.units import units
from diptych.errors import CannotCheck, Problem, Unreadable, UnreadPages
from diptych.files.opening import named
from diptych.freshness.history import History
from diptych.freshness.record import read_record
from diptych.freshness.state import freshness
from diptych.glossary import Glossary, read_glossary, read_names
from diptych.glossary.search_words import SearchWords, read_search_words
from diptych.language.interface import OTHER, InterfaceWords
from diptych.model import Document, Side
from diptych.progress import SILENT, Progress
from diptych.project.bitext import Bitext, ListText, bitext
from diptych.project.choices import matches
from diptych.project.documents import editions_of_one, misplaced
from diptych.project.gate import Admitted, admitted
from diptych.project.pairing import pairs
from diptych.project.settings import Settings
from diptych.publication.fonts import Font, read_font
from diptych.publication.moved_addresses import Moves, read_moves, read_moves_of
from diptych.reader import EVERYTHING, read_document
from diptych.reader.kept_drafts import KeptDrafts
from diptych.reader.markdown_files import markdown_files
from diptych.source import Source, read_source
from diptych.wording import Wording

Read = TypeVar("Read")


def gate(settings: Settings) -> Admitted | None:
    """What the project's folder of texts holds; None where two texts were named."""
    docs = settings.docs
    folders = tuple(each.folder for each in settings.documents)
    return admitted(docs, settings.locales, settings.pictures, folders) if docs else None


def load(
    settings: Settings,
    progress: Progress = SILENT,
    let_in: Admitted | None = None,
    *,
    partly: bool = False,
    kept: KeptDrafts | None = None,
) -> Bitext:
    """The bitext of a project: both texts and all that rules hold them against, read once and for
    all. Of a site with several documents it is that of the site's own pages, with the documents
    beside them.

    Of texts that are published, only files that the project's gate has `let_in` are read; where
    that is not given, the gate is asked. Where originals changed since their translations were
    confirmed, git is asked for their earlier wordings. Raises `CannotCheck` with every problem of
    all files; `partly`, and where nothing is published, pages that cannot be read in one language
    are left out in both, and the bitext says why. What is `kept` of pages spares reading them again
    where they are as they were.
    """
    let_in = let_in or (gate(settings) if settings.publish else None)
    if let_in and let_in.problems:
        raise CannotCheck(let_in.problems)
    if let_in and settings.folder:  # one document alone
        let_in = _below(let_in, settings.folder)
    lists = _lists(settings)
    partly = partly and not settings.publish
    if not settings.documents:
        return _texts(settings, lists, _Problems(), progress, let_in, partly=partly, kept=kept)
    problems = _Problems()
    beside: list[Bitext] = []
    for each in settings.documents:
        within = _below(let_in, each.folder) if let_in else None
        told = replace(lists, problems=())  # with the site's own pages
        with problems.kept():
            beside.append(
                _texts(each, told, _Problems(), progress, within, partly=partly, kept=kept)
            )
    for text in (text for known in beside for text in known.documents):
        problems.extend(editions_of_one(text))
    own = _own_pages(settings, lists, problems, progress, let_in, partly=partly, kept=kept)
    return replace(own, beside=tuple(beside))


class _Problems(list[Problem]):
    """The problems met so far."""

    def unless(self, read: Callable[[], Read]) -> Read | None:
        """What `read` gives; None, and its problems are kept, where it cannot."""
        with self.kept():
            return read()
        return None

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Keep the problems for which something cannot be read."""
        try:
            yield
        except CannotCheck as stopped:
            self.extend(stopped.problems)


@dataclass(frozen=True, slots=True)
class _Lists:
    """What the texts of a project share."""

    glossary: Glossary | None
    names: Glossary | None
    search_words: SearchWords | None
    fonts: tuple[tuple[Font, ...], tuple[Font, ...]]
    moves: Mapping[str, Moves]
    """Where the passages of old addresses went, by the folder of each document."""
    problems: tuple[Problem, ...] = ()
    """Why some of it could not be read."""


def _lists(settings: Settings) -> _Lists:
    problems = _Problems()
    glossary = names = search_words = None
    if path := settings.glossary:
        glossary = problems.unless(lambda: read_glossary(path, settings.locales))
    if listed := settings.names:
        names = problems.unless(lambda: read_names(listed, settings.locales))
    if sought := settings.search_words:
        search_words = problems.unless(lambda: read_search_words(sought, settings.locales))
    fonts = [
        tuple(font for file in files if (font := problems.unless(partial(read_font, file))))
        for files in settings.fonts
    ]
    moves = problems.unless(partial(_moves, settings)) or {}
    return _Lists(glossary, names, search_words, (fonts[0], fonts[1]), moves, tuple(problems))


def _moves(settings: Settings) -> Mapping[str, Moves]:
    """What the list of old addresses says, by the folder of each document."""
    if settings.moved is None:
        return {}
    several = [each.folder for each in settings.documents or (settings,) if each.folder]
    if several:
        return read_moves_of(settings.moved, several)
    return {"": read_moves(settings.moved)}


def _own_pages(
    settings: Settings,
    lists: _Lists,
    problems: _Problems,
    progress: Progress,
    let_in: Admitted | None,
    *,
    partly: bool,
    kept: KeptDrafts | None,
) -> Bitext:
    """The site's own pages, beside its documents: the home page, those of the editors."""
    folders = [each.folder for each in settings.documents]
    pages = let_in.pages if let_in else _every_page(settings)
    beside = {
        tag: {path: file for path, file in known.items() if path.split("/")[0] not in folders}
        for tag, known in pages.items()
    }
    own = replace(settings, editorial=(EVERYTHING,), documents=())
    let_in = replace(let_in or Admitted(), pages=beside)
    found = _texts(own, lists, problems, progress, let_in, partly=partly, kept=kept)
    amiss = [
        problem
        for document in found.documents
        for problem in misplaced(document, settings.editorial, folders)
    ]
    if amiss:
        raise CannotCheck(amiss)
    return found


def _every_page(settings: Settings) -> dict[str, dict[str, Path]]:
    """The pages in the folder of each language, where no gate has listed them."""
    try:
        return {
            tag: dict(markdown_files(root))
            for tag, root in zip(settings.locales, settings.roots, strict=True)
        }
    except Unreadable as unreadable:
        raise CannotCheck([unreadable.problem]) from unreadable


def _below(let_in: Admitted, folder: str) -> Admitted:
    """What was let in of one document: what is refused is told once, of the site."""
    start = f"{folder}/"
    return replace(
        let_in,
        refused=(),
        pages={
            tag: {
                path[len(start) :]: file for path, file in pages.items() if path.startswith(start)
            }
            for tag, pages in let_in.pages.items()
        },
    )


def _texts(
    settings: Settings,
    lists: _Lists,
    problems: _Problems,
    progress: Progress,
    let_in: Admitted | None,
    *,
    partly: bool,
    kept: KeptDrafts | None,
) -> Bitext:
    """The bitext of the texts in the folders of `settings`, held against `lists`."""
    paired = _paired(settings) if settings.pairs else None

    documents, unread = _both_texts(settings, progress, let_in, paired, partly=partly, kept=kept)
    problems += [] if partly else unread
    source = None
    if where := settings.source:
        source = problems.unless(lambda: read_source(where.file, where.sha256, where.register))
    problems += lists.problems
    if settings.editorial != (EVERYTHING,):
        has_any = _has_text if settings.publish else _has_words
        problems += [_empty(known) for known in documents if known and not has_any(known)]
    original, translation = documents
    if problems or original is None or translation is None:
        # a page may be missing because it was refused
        refused = [r.problem for r in let_in.refused] if let_in else []
        raise CannotCheck([*refused, *(unread if partly else ()), *problems])
    loaded = replace(
        bitext(original, translation, source, lists.glossary, lists.names, progress),
        admitted=let_in,
        search_words=lists.search_words,
        fonts=lists.fonts,
        moves=lists.moves.get(settings.folder),
        lists=_list_texts(settings, lists.glossary, lists.names, source),
        files=settings.files,
        unread=tuple(unread),
        languages_known=settings.languages_known,
        published=settings.publish,
        review_required=settings.review == "required",
        choices=settings.choices,
        counterparts=_counterparts(settings.roots[0], paired or ()),
        folder=settings.folder,
    )
    kind = OTHER if settings.editorial == (EVERYTHING,) else loaded.kind
    loaded = replace(loaded, interface=_spoken(settings, kind))
    if not settings.confirmed:
        return loaded
    record = read_record(settings.confirmed)
    known = freshness(settings.confirmed, units(loaded.alignment), record, History().wording_before)
    return replace(loaded, freshness=known)


def _spoken(settings: Settings, kind: str) -> dict[str, InterfaceWords]:
    """By language, the words in which readers of a document of that `kind` are spoken to."""
    return {
        tag: InterfaceWords(tag, settings.words.get(tag, {}), kind, settings.publisher)
        for tag in settings.locales
    }


def _both_texts(
    settings: Settings,
    progress: Progress,
    let_in: Admitted | None,
    paired: Sequence[tuple[str, str]] | None,
    *,
    partly: bool,
    kept: KeptDrafts | None,
) -> tuple[list[Document | None], list[Problem]]:
    """Both texts, as far as they can be read, and why not; `partly`, without the pages that cannot
    be read in one language.
    """
    problems: list[Problem] = []
    skipped: set[str] = set()

    def read(
        side: Side, original: Document | None = None, skipping: Collection[str] = ()
    ) -> Document | None:
        root, tag = settings.roots[side], settings.locales[side]
        files = let_in.pages[tag].items() if let_in else None
        try:
            return read_document(
                root,
                tag,
                settings.editorial,
                progress,
                _named_pages(root, paired, side) if paired else files,
                partial(_left_out, settings, side, skipping),
                original,
                kept,
            )
        except UnreadPages as stopped:
            problems.extend(stopped.problems)
            skipped.update(stopped.paths)
        except CannotCheck as stopped:
            problems.extend(stopped.problems)
        return None

    def read_both(skipping: Collection[str] = ()) -> list[Document | None]:
        original = read(Side.ORIGINAL, None, skipping)
        return [original, read(Side.TRANSLATION, original, skipping)]

    documents = read_both()
    if partly and skipped:
        found = list(problems)
        return read_both(frozenset(skipped)), found
    return documents, problems


def _paired(settings: Settings) -> list[tuple[str, str]]:
    """The originals and translations that the project's patterns name."""
    try:
        found = pairs(settings.roots[0], settings.pairs, settings.exclude)
    except Unreadable as unreadable:
        raise CannotCheck([unreadable.problem]) from unreadable
    if not found:
        raise CannotCheck([Problem("pyproject.toml", _NO_PAIR)])
    return found


_NO_PAIR = Wording(
    vi="không có tệp nào ứng với các mẫu trong `pairs`; hãy kiểm tra lại các mẫu",
    en="no file matches the patterns in `pairs`; check them",
)


def _named_pages(
    folder: Path, paired: Sequence[tuple[str, str]], side: Side
) -> list[tuple[str, Path]]:
    """The files of one side that are there, each by the path of its original.

    A link to another file of the folder stands for that file; whoever reads refuses any other.
    """
    real = Path(os.path.realpath(folder))
    found = []
    for path, translation in paired:
        file = folder / (translation if side else path)
        if os.path.islink(file):  # noqa: PTH114 - it never raises
            target = Path(os.path.realpath(file))
            if target.is_file() and real in target.parents:
                file = folder / target.relative_to(real)
        if os.path.lexists(file):
            found.append((path, file))
    return found


def _counterparts(folder: Path, paired: Sequence[tuple[str, str]]) -> dict[str, str]:
    both = [(named(folder / here), named(folder / there)) for here, there in paired]
    return dict([*both, *((there, here) for here, there in both)])


def _left_out(
    settings: Settings, side: Side, skipped: Collection[str], path: str, file: Path
) -> bool:
    """Whether the page at `path` below the root of `side` is not to be read: it is `skipped`, or
    the settings say so.
    """
    if path in skipped:
        return True
    if settings.exclude and matches(settings.exclude, path, file.as_posix()):
        return True
    # a translation's folder may stand in the original's: docs, and docs/vi
    inner, outer = settings.roots[side.other], settings.roots[side]
    return inner != outer and outer in inner.parents and inner in file.parents


def _list_texts(
    settings: Settings, glossary: Glossary | None, names: Glossary | None, source: Source | None
) -> tuple[ListText, ...]:
    """The lists that the site shows, as they are written."""
    register = source.register if source else None
    read = (
        ("glossary", settings.glossary, glossary),
        ("names", settings.names, names),
        ("register", settings.source and settings.source.register, register),
    )
    return tuple(
        ListText(called, path.as_posix(), known.lines)
        for called, path, known in read
        if path and known
    )


def _has_text(document: Document) -> bool:
    """Whether anything stands in `document` that can be compared."""
    return any(page.marks or page.divisions for page in document.pages)


def _has_words(document: Document) -> bool:
    """The same, or at least words in the front matter of a page: some pages hold nothing else."""
    return _has_text(document) or any(
        isinstance(value, str) and value.strip()
        for page in document.pages
        for value in page.meta.values()
    )


def _empty(document: Document) -> Problem:
    return Problem(
        document.root,
        Wording(
            vi="không tìm thấy đoạn văn nào để so sánh; hãy kiểm tra thư mục và nội dung tệp",
            en="no provision was found to compare; check the folder and what the files hold",
        ),
    )
