"""What languages are called, and their codes in the world: ISO 639-1 beside ISO 639-2."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import NamedTuple

from diptych.language.tags import bare, is_tag
from diptych.wording import SPOKEN, Wording

TABLE = Path(__file__).with_name("languages.txt")
"""What CLDR knows of the languages of ISO 639-1, a line each: tag, ISO 639-2 code, English and
Vietnamese name, the name by which the language calls itself (`scripts/names_of_languages.py`)."""
_ALPHA3 = 3
_SCRIPT = 4
"""How many letters the subtag of a script has."""
_NEAR = 0.75
"""How alike (0 to 1) a name is to the one that is meant."""
_UNDETERMINED = "und"
_OF_COUNTRIES = {
    "cn": "zh", "cz": "cs", "dk": "da", "gb": "en", "gr": "el", "ir": "fa", "jp": "ja",
    "ua": "uk", "us": "en", "vn": "vi",
}  # fmt: skip
"""Codes of countries (ISO 3166-1) that are no codes of languages, with the language meant."""


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


def is_language(tag: str) -> bool:
    """Whether a BCP 47 `tag` names a language: by two letters of ISO 639-1, or by three where that
    has none.
    """
    language = bare(tag)
    if len(language) == _ALPHA3:
        return all(language != names.alpha3 for names in _table().values())
    return language in _table()


def meant_by(written: str) -> str | None:
    """The tag that is meant where somebody wrote `written`: “english”, “eng”, “jp” or “pt_BR”."""
    said = " ".join(written.casefold().replace("_", "-").split())
    known = _by_name()
    language, dash, rest = said.partition("-")
    for name, behind in ((said, ""), (language, f"{dash}{_as_subtags(rest)}")):
        tag = known.get(name) or _OF_COUNTRIES.get(name) or (name if name in _table() else None)
        if tag is not None:
            return tag + behind if is_tag(tag + behind) else tag
    near = get_close_matches(said, known, 1, _NEAR)
    return known[near[0]] if near else None


def _as_subtags(written: str) -> str:
    """What stands behind a language in its tag, in the usual letters: “hans-CN” as “Hans-CN”."""
    parts = written.split("-")
    return "-".join(part.title() if len(part) == _SCRIPT else part.upper() for part in parts)


@cache
def _by_name() -> dict[str, str]:
    """The tags of languages by what they are called, and by their codes of three letters."""
    found: dict[str, str] = {}
    for tag, names in _table().items():
        for name in (names.alpha3, names.called.en, names.called.vi, names.own):
            if name:
                found.setdefault(name.casefold(), tag)
    return found


@cache
def _table() -> dict[str, _Names]:
    """The names of `TABLE` by tag."""
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines())
    return {tag: _Names(code, Wording(vi=vi, en=en), own) for tag, code, en, vi, own in rows}
