"""The check, from settings to diagnostics: the one road that command and build hooks share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import TypeVar

from programme.bitext import Bitext, ListText, bitext
from programme.configuration import Settings
from programme.diagnostics import Diagnostic, Severity
from programme.diagnostics.grouping import grouped
from programme.diagnostics.limits import LOOKED_THROUGH, Kept
from programme.errors import CannotCheck, Problem
from programme.freshness.record import read_record
from programme.freshness.state import freshness
from programme.glossary import Glossary, read_glossary, read_names
from programme.guide import Guide
from programme.model import Document
from programme.progress import SILENT, Progress
from programme.reader import read_document
from programme.rules import Rule, all_rules
from programme.safety.gate import Admitted, admitted
from programme.silenced import Silenced, Silencers
from programme.source import Source, read_source
from programme.suppressions import suppressions
from programme.units import units
from programme.wording import Wording

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found and what it looked at."""

    bitext: Bitext
    diagnostics: tuple[Diagnostic, ...]
    left_out: tuple[Guide, ...] = ()
    """Rules that need the grammar of a language that is not known in depth."""
    silenced: tuple[Silenced, ...] = ()
    """What the rules found and comments silence, by rule."""

    @property
    def refuses(self) -> bool:
        """Whether the texts must not be published as they are."""
        return any(found.severity is Severity.ERROR for found in self.diagnostics)

    @property
    def compared(self) -> dict[str, int]:
        """How much was held against each other: provisions, footnotes, words of the source."""
        alignment = self.bitext.alignment
        source = self.bitext.source
        return {
            "pages": sum(pair.both is not None for pair in alignment.pages),
            "provisions": sum(pair.both is not None for pair in alignment.provisions),
            "footnotes": sum(pair.both is not None for pair in alignment.footnotes),
            "source_words": len(source.words) if source else 0,
        }


def check(
    settings: Settings, rules: Sequence[Rule] | None = None, progress: Progress = SILENT
) -> Report:
    """Read, align and check, by all rules or by those given.

    Raises `CannotCheck` when there is nothing sound to compare.
    """
    return reported(load(settings, progress), rules, progress)


def gate(settings: Settings) -> Admitted | None:
    """What the project's folder of texts holds; None where two texts were named."""
    docs = settings.docs
    return admitted(docs, settings.locales, settings.pictures) if docs else None


def load(settings: Settings, progress: Progress = SILENT, let_in: Admitted | None = None) -> Bitext:
    """Read both texts and the source. Raises `CannotCheck` with every problem of all of them.

    Of a project those files are read that its gate has `let_in`; it is asked where that is not
    given.
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
        languages_known=settings.languages_known,
    )
    if not settings.confirmed:
        return loaded
    record = read_record(settings.confirmed)
    return replace(loaded, freshness=freshness(settings.confirmed, units(loaded), record))


def _lists(
    settings: Settings, glossary: Glossary | None, names: Glossary | None, source: Source | None
) -> tuple[ListText, ...]:
    """The lists that are shown on the site."""
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


def reported(
    loaded: Bitext, rules: Sequence[Rule] | None = None, progress: Progress = SILENT
) -> Report:
    """Run the rules on texts already read."""
    chosen = all_rules() if rules is None else rules
    judging = [rule for rule in chosen if rule.can_judge(loaded)]
    progress.expect(len(judging))
    silencers = Silencers(suppressions(loaded.documents))
    told = Kept()
    silenced: list[Silenced] = []

    def silences(found: Diagnostic) -> bool:
        if comment := silencers.on(found):
            silenced.append(Silenced(found, comment))
        return comment is not None

    for rule in judging:
        if rule.judges_comments:
            continue
        told.add(rule.findings(loaded), silences if rule.guide.silenceable else None)
        progress.advance()
    for rule in judging:
        if rule.judges_comments:
            known = (*silenced, *_silenced_beside(judging, silencers, loaded))
            partly = frozenset(told.partly)
            told.add(rule.findings(replace(loaded, silenced=known, partly_judged=partly)))
            progress.advance()
    return Report(
        loaded,
        grouped(loaded, told.found),
        tuple(rule.guide for rule in chosen if not rule.can_judge(loaded)),
        tuple(silenced),
    )


def _silenced_beside(
    judging: Sequence[Rule], silencers: Silencers, loaded: Bitext
) -> Iterator[Silenced]:
    """What comments silence of rules that were not asked for: those do not stand there idle."""
    judged = {rule.code for rule in judging}
    for rule in all_rules():
        if rule.guide.silenceable and rule.code in silencers.codes - judged:
            for found in islice(rule.findings(loaded), LOOKED_THROUGH):
                if comment := silencers.on(found):
                    yield Silenced(found, comment)


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
