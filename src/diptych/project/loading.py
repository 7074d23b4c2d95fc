"""A project's folder, read: both texts, aligned, and all that they are held against."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from diptych.alignment.units import units
from diptych.errors import CannotCheck, Problem
from diptych.freshness.history import History
from diptych.freshness.record import read_record
from diptych.freshness.state import freshness
from diptych.glossary import Glossary, read_glossary, read_names
from diptych.model import Document
from diptych.progress import SILENT, Progress
from diptych.project.bitext import Bitext, ListText, bitext
from diptych.project.gate import Admitted, admitted
from diptych.project.settings import Settings
from diptych.reader import read_document
from diptych.source import Source, read_source
from diptych.wording import Wording

Read = TypeVar("Read")


def gate(settings: Settings) -> Admitted | None:
    """What the project's folder of texts holds; None where two texts were named."""
    docs = settings.docs
    return admitted(docs, settings.locales, settings.pictures) if docs else None


def load(settings: Settings, progress: Progress = SILENT, let_in: Admitted | None = None) -> Bitext:
    """The bitext of a project: both texts and all that rules hold them against, read once and for
    all.

    Only files that the project's gate has `let_in` are read; where that is not given, the gate is
    asked. Where originals changed since their translations were confirmed, git is asked for their
    earlier wordings. Raises `CannotCheck` with every problem of all files.
    """
    let_in = let_in or gate(settings)
    problems: list[Problem] = list(let_in.problems) if let_in else []
    if problems:
        raise CannotCheck(problems)

    def unless_problems(read: Callable[[], Read]) -> Read | None:
        try:
            return read()
        except CannotCheck as stopped:
            problems.extend(stopped.problems)
            return None

    documents = [
        unless_problems(
            partial(
                read_document,
                root,
                tag,
                settings.editorial,
                progress,
                let_in.pages[tag].items() if let_in else None,
            )
        )
        for root, tag in zip(settings.roots, settings.locales, strict=True)
    ]
    source = glossary = names = None
    if where := settings.source:
        source = unless_problems(lambda: read_source(where.file, where.sha256, where.register))
    if path := settings.glossary:
        glossary = unless_problems(lambda: read_glossary(path, settings.locales))
    if listed := settings.names:
        names = unless_problems(lambda: read_names(listed, settings.locales))
    problems += [_empty(document) for document in documents if document and not _has_text(document)]
    original, translation = documents
    if problems or original is None or translation is None:
        # a page may be missing because it was refused
        raise CannotCheck([*(r.problem for r in let_in.refused), *problems] if let_in else problems)
    loaded = replace(
        bitext(original, translation, source, glossary, names, progress),
        admitted=let_in,
        lists=_lists(settings, glossary, names, source),
        files=settings.files,
        languages_known=settings.languages_known,
        published=settings.publish,
        review_required=settings.review == "required",
    )
    if not settings.confirmed:
        return loaded
    record = read_record(settings.confirmed)
    known = freshness(settings.confirmed, units(loaded.alignment), record, History().wording_before)
    return replace(loaded, freshness=known)


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
