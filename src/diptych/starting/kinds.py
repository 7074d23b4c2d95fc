"""The kinds of document that a project may begin with: each is a folder of texts/kinds."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

TEXTS = Path(__file__).with_name("texts")
_KINDS = TEXTS / "kinds"


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What kind.toml says of a kind of document."""

    called: dict[str, str]
    """By language, what a document of the kind is called: "Plan"."""
    number: str
    """A number as documents of the kind bear, for an example."""
    duties: str = ""
    """The page that says who does what; empty where none does."""


@cache
def kinds() -> dict[str, Kind]:
    """The kinds by the names of their folders."""
    return {
        file.parent.name: msgspec.toml.decode(file.read_bytes(), type=Kind)
        for file in sorted(_KINDS.glob("*/kind.toml"))
    }


def languages_of(kind: str) -> tuple[str, ...]:
    """The languages in which the texts of a kind are written."""
    return tuple(sorted(folder.name for folder in (_KINDS / kind).iterdir() if folder.is_dir()))


def pages_of(kind: str, language: str) -> dict[str, Path]:
    """The templates of a kind's pages by the pages' paths below the folder of a language."""
    folder = _KINDS / kind / language
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.md"))}
