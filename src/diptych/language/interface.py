"""The words in which the site and the files to take away speak to their readers.

Each language has a file in `words/`: its name is the language's tag, its keys are
those of `en.toml`.
A language without a file is spoken to in English, word by word, unless a project says the word.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from diptych.language.language_names import called_in
from diptych.language.tags import bare
from diptych.patterns import pattern_of
from diptych.wording import SPOKEN

FOLDER = Path(__file__).with_name("words")
"""The folder with the file of each language."""
FALLBACK = "en"
"""The language of a word that is not said in the language asked for."""
OTHER = "other"
"""The kind of a document of which nobody knows another."""
CITATION = "citation"
"""The table of a file that says how the language cites, for one that is not known in depth."""
OPEN = ("date", "group.", "language.", "purpose.")
"""The beginnings of keys that are not all in `en.toml`: the form of a date, folders of editors'
pages, languages and formats of files by their names."""

_PARTS = ("document", "translation", "translation.one")
"""What a word may have between braces that are filled in here."""
_BRACES = pattern_of(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes the texts."""

    names: Mapping[str, str]
    """The publisher's name by language."""
    public_body: bool = False

    def name(self, language: str) -> str:
        """The name in `language`, else in whichever language it is given first."""
        return self.names.get(language) or next(iter(self.names.values()), "")


@dataclass(frozen=True)
class InterfaceWords:
    """The words of the interface for readers of one language."""

    locale: str
    """The language of the readers."""
    own: Mapping[str, str] = field(default_factory=dict)
    """The words, by their keys, that the project says otherwise."""
    kind: str = OTHER
    """The kind of the document, one of those that `kind.` begins."""
    publisher: Publisher | None = None

    def __getitem__(self, key: str) -> str:
        """The word with that key. Raises `KeyError` for a key that there is not."""
        found = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def get(self, key: str, otherwise: str | None = None) -> str | None:
        """The word with that key, or `otherwise`."""
        tag = self.language(key)
        found = self._said(key, tag)
        return otherwise if found is None else self._filled(found, tag)

    def language(self, key: str) -> str:
        """The language in which the word with that key is said."""
        return self.locale if self._said(key, self.locale) is not None else FALLBACK

    def foreign(self, key: str) -> str:
        """The language in which the word with that key is said, if it is not the readers'; else
        empty.
        """
        tag = self.language(key)
        return "" if tag == self.locale else tag

    @property
    def spoken(self) -> str:
        """The language of all words that the project does not say itself."""
        return self.locale if has_words(self.locale) else FALLBACK

    @property
    def messages(self) -> str:
        """The language in which whatever is told in Vietnamese and English alone is told."""
        return self.locale if bare(self.locale) in SPOKEN else FALLBACK

    def called(self, tag: str, key: str) -> str:
        """What the language with the BCP 47 `tag` is called within the word with that `key`."""
        spoken = self.language(key)
        return self._said(f"language.{bare(tag)}", spoken) or called_in(tag, spoken)

    @property
    def publishing(self) -> str:
        """The publisher's name; empty where the project does not say who publishes."""
        return self.publisher.name(self.locale) if self.publisher else ""

    @property
    def footer(self) -> str:
        """The key of the word that says who publishes."""
        if self.publisher is None or "footer" in self.own:
            return "footer"
        return "footer.public-body" if self.publisher.public_body else "footer.publisher"

    def _said(self, key: str, tag: str) -> str | None:
        own = self.own.get(key) if tag == self.locale else None
        return own if own is not None else words_of(tag).get(key)

    def _filled(self, text: str, tag: str) -> str:
        """`text`, said in the language `tag`, with the parts that are known here."""
        for name in _PARTS if "{" in text else ():
            for form in (f"{{{name}}}", f"{{{name.capitalize()}}}"):
                if form in text:
                    said = self._part(name, tag)
                    text = text.replace(form, said if form[1].islower() else _capital(said))
        if self.publisher and "{publisher}" in text:
            text = text.replace("{publisher}", self.publisher.name(tag))
        return text

    def _part(self, name: str, tag: str) -> str:
        key = f"kind.{self.kind}" if name == "document" else name
        return self._said(key, tag) or self._said(f"kind.{OTHER}", tag) or ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def languages() -> tuple[str, ...]:
    """The tags of the languages that have a file."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def has_words(tag: str) -> bool:
    """Whether the language with the BCP 47 `tag` has a file."""
    return bool(words_of(tag))


def words_of(tag: str) -> Mapping[str, str]:
    """The words of the language with the BCP 47 `tag`, by their keys; none without a file."""
    return {} if (file := _file_of(tag)) is None else _read(file)[0]


def citation_words_of(tag: str) -> Mapping[str, str | tuple[str, ...]]:
    """How the language with the BCP 47 `tag` cites, if its file says so: see `locales.Locale`."""
    return {} if (file := _file_of(tag)) is None else _read(file)[1]


def is_key(key: str) -> bool:
    """Whether there is a word of the interface with that key, or a project may add one."""
    return key in words_of(FALLBACK) or (key.startswith(OPEN[1:]) and not key.endswith("."))


def keys() -> Iterable[str]:
    """The keys of all words of the interface."""
    return words_of(FALLBACK)


def braces(key: str) -> frozenset[str]:
    """What the word with that key may have between braces, with them: "{}", "{original}"."""
    said = {found for tag in languages() for found in _BRACES.findall(words_of(tag).get(key, ""))}
    parts = (f"{{{form}}}" for name in _PARTS for form in (name, name.capitalize()))
    return frozenset((*said, *parts))


def braces_in(text: str) -> list[str]:
    """What `text` has between braces, with them."""
    return _BRACES.findall(text)


@cache
def _file_of(tag: str) -> Path | None:
    known = {path.stem.lower(): path for path in FOLDER.glob("*.toml")}
    return known.get(tag.lower()) or known.get(bare(tag))


@cache
def _read(file: Path) -> tuple[Mapping[str, str], Mapping[str, str | tuple[str, ...]]]:
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    citation = table.pop(CITATION, {})
    return table, {
        key: tuple(said) if isinstance(said, list) else said for key, said in citation.items()
    }
