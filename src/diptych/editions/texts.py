"""What an edition says, read from git once in a process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from diptych.changes.base import texts_alone
from diptych.editions.tags import DatedEdition
from diptych.project.bitext import Bitext
from diptych.publication.citing import name_of
from diptych.publication.head import head_of
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


def of_document(texts: Bitext, now: Bitext) -> Bitext | None:
    """Of the `texts` of an edition those of the document that is `now` one of the site's; None
    where the edition does not have it.

    It is the one in the same folder, or else the one of the same number (name): it keeps its
    history where its folder is renamed, and where others come to stand beside it.
    """
    if texts.folder == now.folder and bool(texts.beside) == bool(now.beside):
        return texts
    works = texts.works
    here = (each for each in works if each.folder == now.folder)
    return next(here, None) or next((each for each in works if _is_same(each, now)), None)


def _is_same(one: Bitext, other: Bitext) -> bool:
    """Whether two texts are of one document: they state one number or, without, have one name."""
    number, same = (head_of(each.original).number for each in (one, other))
    return number == same and bool(number or name_of(one.original) == name_of(other.original))


@lru_cache(_KEPT)
def _texts(folder: Path, commit: str) -> EditionTexts:
    texts, problems = texts_alone(folder, commit)
    if texts is None:
        return EditionTexts(None, Wording(*(problems[0].sentence(tag) for tag in ("vi", "en"))))
    return EditionTexts(texts)
