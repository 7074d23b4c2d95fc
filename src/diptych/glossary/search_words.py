"""The list of words that people use for words of the text, so that a search finds these."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from msgspec import Meta

from diptych.errors import CannotCheck
from diptych.files.lists import ListFile
from diptych.files.toml import too_many
from diptych.glossary import ENTRIES, Forms
from diptych.language.locales import DEFAULT_LOCALES
from diptych.wording import Wording

_AMISS = Wording(
    vi="danh mục từ tìm kiếm có mục thiếu hoặc sai:",
    en="an entry of the list of search words is missing or wrong:",
)


@dataclass(frozen=True, slots=True)
class SearchWords:
    """Words that stand for one another in a search, by side."""

    alike: tuple[tuple[Forms, ...], tuple[Forms, ...]]
    """For each side its entries: whoever looks for one of the words means the others, too."""
    both: tuple[tuple[Forms, Forms], ...] = ()
    """The entries with words of both languages: what the one side means, the other means."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry as the file has it."""

    line: int
    original: Annotated[Forms, Meta(min_length=2)] = ()
    translation: Annotated[Forms, Meta(min_length=2)] = ()


def read_search_words(path: Path, locales: tuple[str, str] = DEFAULT_LOCALES) -> SearchWords:
    """Read the words (`[[word]]`) at `path`, each entry with those of either language or of both.

    Raises `CannotCheck` on a file or an entry that is not right.
    """
    read = ListFile(path, _AMISS)
    if read.count("word") > ENTRIES:
        raise CannotCheck([too_many(read.file, ENTRIES)])
    forms = f"'{locales[0]}', '{locales[1]}': [\"…\", \"…\"]"
    hints = {"original": forms, "translation": forms}
    called = {locales[0]: "original", locales[1]: "translation"}
    entries = read.entries("word", _Entry, hints, called)
    for entry in entries:
        if not entry.original and not entry.translation:
            raise read.wrong(f"[[word]] ({forms})", entry.line)
    return SearchWords(
        (
            tuple(entry.original for entry in entries if entry.original),
            tuple(entry.translation for entry in entries if entry.translation),
        ),
        tuple(
            (entry.original, entry.translation)
            for entry in entries
            if entry.original and entry.translation
        ),
    )
