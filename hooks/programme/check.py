"""The check, from settings to diagnostics: the one road that command and build hooks share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from programme.bitext import Bitext, bitext
from programme.configuration import Settings
from programme.diagnostics import Diagnostic, Severity
from programme.errors import CannotCheck, Problem
from programme.glossary import read_glossary
from programme.model import Document
from programme.reader import read_document
from programme.rules import Rule, all_rules
from programme.source import read_source
from programme.wording import Wording


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found and what it looked at."""

    bitext: Bitext
    diagnostics: tuple[Diagnostic, ...]

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


def check(settings: Settings, rules: Sequence[Rule] | None = None) -> Report:
    """Read, align and check, by all rules or by those given.

    Raises `CannotCheck` when there is nothing sound to compare.
    """
    loaded = load(settings)
    return Report(loaded, diagnosed(loaded, rules))


def load(settings: Settings) -> Bitext:
    """Read both texts and the source. Raises `CannotCheck` with every problem of all of them."""
    documents: list[Document] = []
    problems: list[Problem] = []
    for root, locale in zip(settings.roots, settings.locales, strict=True):
        try:
            documents.append(read_document(root, locale, settings.editorial))
        except CannotCheck as stopped:
            problems += stopped.problems
    source = None
    if settings.source:
        try:
            source = read_source(
                settings.source.file, settings.source.sha256, settings.source.register
            )
        except CannotCheck as stopped:
            problems += stopped.problems
    glossary = None
    if settings.glossary:
        try:
            glossary = read_glossary(settings.glossary)
        except CannotCheck as stopped:
            problems += stopped.problems
    problems += [_empty(document) for document in documents if not _has_text(document)]
    if problems:
        raise CannotCheck(problems)
    return bitext(documents[0], documents[1], source, glossary)


def diagnosed(loaded: Bitext, rules: Sequence[Rule] | None = None) -> tuple[Diagnostic, ...]:
    """Run the rules; findings in reading order of the page they point at first."""
    order = {
        page.file: index
        for document in loaded.documents
        for index, page in enumerate(document.pages)
    }
    chosen = all_rules() if rules is None else rules
    found = [diagnostic for rule in chosen for diagnostic in rule.findings(loaded)]

    def place(diagnostic: Diagnostic) -> tuple[int, int, int, str]:
        first = diagnostic.locations[0]
        return order.get(first.file, len(order)), first.line, first.column, diagnostic.code

    return tuple(sorted(found, key=place))


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
