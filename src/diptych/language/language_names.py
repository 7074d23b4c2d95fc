"""What languages are called, and their codes in the world: ISO 639-1 beside ISO 639-2."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from diptych.language.tags import bare
from diptych.wording import SPOKEN, Wording

TABLE = Path(__file__).with_name("languages.txt")
"""What CLDR knows of the languages of ISO 639-1, a line each: tag, ISO 639-2 code, English and
Vietnamese name, the name by which the language calls itself (`scripts/names_of_languages.py`)."""
_ALPHA3 = 3
_UNDETERMINED = "und"


class _Names(NamedTuple):
    alpha3: str
    called: Wording
    own: str


def called(tag: str) -> Wording:
    """What messages call the language with the BCP 47 `tag`; its tag where nobody knows, or where
    that says more.
    """
    known = _table().get(bare(tag))
    if known is None:
        return Wording(vi=f"ngôn ngữ “{tag}”", en=f"“{tag}”")
    name = known.called
    return Wording(vi=f"{name.vi} ({tag})", en=f"{name.en} ({tag})") if "-" in tag else name


def called_in(tag: str, language: str) -> str:
    """What `language` calls the language with that `tag` within a sentence; where nobody knows, the
    name by which it calls itself.
    """
    return called(tag)[bare(language)] if bare(language) in SPOKEN else own_name(tag)


def own_name(tag: str) -> str:
    """The name by which the language with that `tag` calls itself, as it stands alone; the English
    name or else the tag where nobody knows.
    """
    known = _table().get(bare(tag))
    if known is None:
        return tag
    name = known.own or known.called.en
    return name[:1].upper() + name[1:]


def alpha3(tag: str) -> str:
    """The code of ISO 639-2 (its terminological one) for the language with that `tag`; "und" where
    nobody knows.
    """
    language = bare(tag)
    known = _table().get(language)
    if known is not None:
        return known.alpha3
    return language if len(language) == _ALPHA3 else _UNDETERMINED


@cache
def _table() -> dict[str, _Names]:
    """The names of `TABLE` by tag."""
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines())
    return {tag: _Names(code, Wording(vi=vi, en=en), own) for tag, code, en, vi, own in rows}
