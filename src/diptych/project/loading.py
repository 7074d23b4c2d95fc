"""A project's folder, read: both texts, aligned, and all that they are held against."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
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
from diptych.glossary.search_words import read_search_words
from diptych.model import Document, Side
from diptych.progress import SILENT, Progress
from diptych.project.bitext import Bitext, ListText, bitext
from diptych.project.choices import matches
from diptych.project.gate import Admitted, admitted
from diptych.project.pairing import pairs
from diptych.project.settings import Settings
from diptych.publication.fonts import read_font
from diptych.publication.moved_addresses import read_moves
from diptych.reader import read_document
from diptych.source import Source, read_source
from diptych.wording import Wording

Read = TypeVar("Read")


def gate(settings: Settings) -> Admitted | None:
    """What the project's folder of texts holds; None where two texts were named."""
    docs = settings.docs
    return admitted(docs, settings.locales, settings.pictures) if docs else None


def load(
    settings: Settings,
    progress: Progress = SILENT,
    let_in: Admitted | None = None,
    *,
    partly: bool = False,
) -> Bitext:
    """The bitext of a project: both texts and all that rules hold them against, read once and for
    all.

    Of texts that are published, only files that the project's gate has `let_in` are read; where
    that is not given, the gate is asked. Where originals changed since their translations were
    confirmed, git is asked for their earlier wordings. Raises `CannotCheck` with every problem of
    all files; `partly`, and where nothing is published, pages that cannot be read in one language
    are left out in both, and the bitext says why.
    """
    let_in = let_in or (gate(settings) if settings.publish else None)
    problems: list[Problem] = list(let_in.problems) if let_in else []
    if problems:
        raise CannotCheck(problems)

    partly = partly and not settings.publish

    def unless_problems(read: Callable[[], Read]) -> Read | None:
        try:
            return read()
        except CannotCheck as stopped:
            problems.extend(stopped.problems)
            return None

    paired = unless_problems(lambda: _paired(settings)) if settings.pairs else None
    if problems:
        raise CannotCheck(problems)

    documents, unread = _both_texts(settings, progress, let_in, paired, partly=partly)
    problems += [] if partly else unread
    source = glossary = names = search_words = None
    if where := settings.source:
        source = unless_problems(lambda: read_source(where.file, where.sha256, where.register))
    if path := settings.glossary:
        glossary = unless_problems(lambda: read_glossary(path, settings.locales))
    if listed := settings.names:
        names = unless_problems(lambda: read_names(listed, settings.locales))
    if sought := settings.search_words:
        search_words = unless_problems(lambda: read_search_words(sought, settings.locales))
    fonts = [
        tuple(font for file in files if (font := unless_problems(partial(read_font, file))))
        for files in settings.fonts
    ]
    moves = None
    if moved := settings.moved:
        moves = unless_problems(lambda: read_moves(moved))
    problems += [_empty(document) for document in documents if document and not _has_text(document)]
    original, translation = documents
    if problems or original is None or translation is None:
        # a page may be missing because it was refused
        refused = [r.problem for r in let_in.refused] if let_in else []
        raise CannotCheck([*refused, *(unread if partly else ()), *problems])
    loaded = replace(
        bitext(original, translation, source, glossary, names, progress),
        admitted=let_in,
        search_words=search_words,
        fonts=(fonts[0], fonts[1]),
        moves=moves,
        lists=_lists(settings, glossary, names, source),
        files=settings.files,
        unread=tuple(unread),
        languages_known=settings.languages_known,
        published=settings.publish,
        review_required=settings.review == "required",
        choices=settings.choices,
        counterparts=_counterparts(settings.roots[0], paired or ()),
    )
    if not settings.confirmed:
        return loaded
    record = read_record(settings.confirmed)
    known = freshness(settings.confirmed, units(loaded.alignment), record, History().wording_before)
    return replace(loaded, freshness=known)


def _both_texts(
    settings: Settings,
    progress: Progress,
    let_in: Admitted | None,
    paired: Sequence[tuple[str, str]] | None,
    *,
    partly: bool,
) -> tuple[list[Document | None], list[Problem]]:
    """Both texts, as far as they can be read, and why not; `partly`, without the pages that cannot
    be read in one language.
    """
    problems: list[Problem] = []
    skipped: set[str] = set()

    def read(side: Side, skipping: Collection[str] = ()) -> Document | None:
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
            )
        except UnreadPages as stopped:
            problems.extend(stopped.problems)
            skipped.update(stopped.paths)
        except CannotCheck as stopped:
            problems.extend(stopped.problems)
        return None

    documents = [read(side) for side in Side]
    if partly and skipped:
        found = list(problems)
        documents = [read(side, frozenset(skipped)) for side in Side]
        return documents, found
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


def _lists(
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
    return any(True for page in document.pages for _ in page.provisions())


def _empty(document: Document) -> Problem:
    return Problem(
        document.root,
        Wording(
            vi="không tìm thấy đoạn văn nào để so sánh; hãy kiểm tra thư mục và nội dung tệp",
            en="no provision was found to compare; check the folder and what the files hold",
        ),
    )
