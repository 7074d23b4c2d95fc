"""What an edition says, read from git once in a process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from diptych.changes.base import texts_alone
from diptych.editions.tags import DatedEdition
from diptych.project.bitext import Bitext
from diptych.wording import UNSAID, Wording

_KEPT = 200
"""How many editions a process keeps in memory."""


@dataclass(frozen=True, slots=True)
class EditionTexts:
    """What an edition says, or why it cannot be read."""

    bitext: Bitext | None
    """Both texts, without the source and the lists of their time; None if they cannot be read."""
    problem: Wording = UNSAID
    """Why the texts cannot be read; empty if they can."""


def texts_of(folder: Path, edition: DatedEdition) -> EditionTexts:
    """The texts of `edition` of the project in `folder`, read from git when first asked for."""
    return _texts(folder.resolve(), edition.commit)


@lru_cache(_KEPT)
def _texts(folder: Path, commit: str) -> EditionTexts:
    texts, problems = texts_alone(folder, commit)
    if texts is None:
        return EditionTexts(None, Wording(*(problems[0].sentence(tag) for tag in ("vi", "en"))))
    return EditionTexts(texts)
