"""`[tool.diptych]` in pyproject.toml: where the texts are and what they are checked against."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import Any

from diptych.errors import BadConfiguration, Problem, Unreadable
from diptych.files.opening import LINK, named, read_regular
from diptych.files.toml import values_of
from diptych.language.interface import Publisher
from diptych.language.language_names import is_language, meant_by
from diptych.language.locales import DEFAULT_LOCALES
from diptych.language.tags import UNKNOWN, is_tag, same_language, told_by
from diptych.project.choices import Choices, choices, refuse_unknown, strings
from diptych.project.documents import assert_file_names, document_tables
from diptych.project.interface import own_words, publisher
from diptych.project.pairing import Pattern, patterns, top
from diptych.project.pictures import KINDS
from diptych.publication.addresses import FILES
from diptych.safety.file_names import unfit
from diptych.visible import visible

_LARGEST = 1_000_000
"""The most bytes that pyproject.toml may have."""
_REVIEW = ("optional", "required")
KEYS = frozenset(
    {
        "confirmed", "country", "docs", "documents", "editorial", "exclude", "extend-select",
        "files", "fonts", "glossary", "ignore", "languages", "moved", "names", "original", "pairs",
        "per-file-ignores", "pictures", "publish", "publisher", "review", "search-words",
        "select", "severity", "source", "translation", "untranslated", "words",
    }
)  # fmt: skip
"""Every key that `[tool.diptych]` may have."""
SOURCE_KEYS = frozenset({"file", "sha256", "register"})
_READ = 60
"""How many characters of a value are read for the name of a language."""
_FONTS = 8
"""The most font files for a language: text and headings, upright and in italics, twice."""


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """Where the source as received is, and the register of corrections made to it."""

    file: Path
    sha256: str
    """The SHA-256 of the file as received, in hexadecimal."""
    register: Path


@dataclass(frozen=True, slots=True)
class Settings:
    """What the project says about its texts; paths are relative to where the command runs."""

    roots: tuple[Path, Path]
    """The folder or the file of the original, and that of the translation."""
    locales: tuple[str, str]
    """The languages of the texts, as BCP 47 tags."""
    editorial: tuple[str, ...] = ()
    """Folders below a root whose pages are the editors' own, not the text's."""
    source: SourceSettings | None = None
    glossary: Path | None = None
    """The list of terms with their approved renderings."""
    names: Path | None = None
    """The list of names with their renderings."""
    search_words: Path | None = None
    """The list of words that people look for and the words of the text that they mean."""
    moved: Path | None = None
    """The list of old addresses, and where their passages went."""
    confirmed: Path | None = None
    """The record of which wording of the original each text of the translation renders."""
    country: str = ""
    """The country whose document it is, two letters of ISO 3166-1; empty where it is not said."""
    docs: Path | None = None
    """The folder with `roots` and all else that reaches the site; None for two named texts."""
    files: str = FILES
    """What the files to take away are called: their names before language and suffix."""
    fonts: tuple[tuple[Path, ...], tuple[Path, ...]] = ((), ())
    """By side, the font files that set its language in the files to take away."""
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By language, the words of the interface that the project says otherwise, by their keys."""
    publisher: Publisher | None = None
    """Who publishes the texts, if the project says so."""
    pictures: tuple[str, ...] = ()
    """Suffixes of the pictures that may stand beside a page."""
    languages_known: bool = True
    """Whether the texts are in `locales` for certain; texts named in a command may not be."""
    languages_declared: bool = False
    """Whether the project's configuration names its languages."""
    publish: bool = False
    """Whether a site and files are made of the texts, so that house rules hold for them."""
    review: str = _REVIEW[0]
    """Whether each translation must have been reviewed as it is: "optional" or "required"."""
    choices: Choices = field(default_factory=Choices)
    """What the settings say of rules."""
    exclude: tuple[str, ...] = ()
    """Patterns of the files that are not read."""
    pairs: tuple[Pattern, ...] = ()
    """Where originals and their translations are, if not in two folders."""
    declared: bool = False
    """Whether the project has settings of its own."""
    folder: str = ""
    """The folder below `docs` and the language in which the texts are; empty for a site's own."""
    documents: tuple[Settings, ...] = ()
    """The settings of each document, where a site has several; these are then the site's own."""

    @property
    def tops(self) -> tuple[Path, ...]:
        """The folders and files in which the texts are, and all else in their folder."""
        if self.pairs:
            sides = (top(side) for known in self.pairs for side in known.sides)
            return tuple(dict.fromkeys(self.roots[0] / side for side in sides))
        return (self.docs,) if self.docs else self.roots

    @property
    def beside(self) -> tuple[Path, ...]:
        """The files besides the texts that a check depends on."""
        lists = (self.glossary, self.names, self.search_words, self.moved, self.confirmed)
        own = (*self.sources, *filter(None, lists))
        return tuple(dict.fromkeys([*own, *(p for each in self.documents for p in each.beside)]))

    @property
    def sources(self) -> tuple[Path, ...]:
        """The sources as received and the registers of corrections, of every document."""
        own = (self.source.file, self.source.register) if self.source else ()
        return (*own, *(path for each in self.documents for path in each.sources))

    @property
    def edited(self) -> tuple[Path, ...]:
        """The folders and files that editors change: the texts, what they are held against, the
        lists.

        All else is the check and the site.
        """
        if self.pairs:
            return tuple(sorted({*self.tops, *self.beside} - {self.roots[0]}))
        texts = self.roots[0].parent
        source = {path.parent for path in self.sources}
        folders = {texts, *source} - {texts.parent}
        inside = (*self.roots, *self.beside)
        alone = {path for path in inside if not folders & set(path.parents)}
        return tuple(sorted(folders | alone))


def settings(folder: Path = Path()) -> Settings:
    """The settings of the project in `folder`. Raises `BadConfiguration`.

    A project without `[tool.diptych]` has docs/vi and docs/en, and no source.
    """
    told = _table(folder / "pyproject.toml")
    table = told or {}
    refuse_unknown(table, KEYS, "[tool.diptych]")
    original, translation = _languages(table)
    docs = _path(folder, table, "docs", "docs")
    editorial = table.get("editorial", [])
    if not isinstance(editorial, list) or not all(isinstance(name, str) for name in editorial):
        raise BadConfiguration("[tool.diptych] editorial must be a list of folder names")
    paired = patterns(table["pairs"]) if "pairs" in table else ()
    project = Settings(
        roots=(folder, folder) if paired else (docs / original, docs / translation),
        locales=(original, translation),
        editorial=tuple(name.strip("/") for name in editorial),
        source=_source(folder, table.get("source")),
        glossary=_path(folder, table, "glossary") if "glossary" in table else None,
        names=_path(folder, table, "names") if "names" in table else None,
        search_words=_path(folder, table, "search-words") if "search-words" in table else None,
        moved=_path(folder, table, "moved") if "moved" in table else None,
        confirmed=_path(folder, table, "confirmed") if "confirmed" in table else None,
        country=_string(table, "country") if "country" in table else "",
        docs=None if paired else docs,
        files=_file_name(table),
        fonts=_fonts(folder, table, (original, translation)),
        words=own_words(table, (original, translation)),
        publisher=publisher(table, (original, translation)),
        pictures=_pictures(table),
        languages_declared=not table.keys().isdisjoint({"original", "translation", "languages"}),
        publish=_yes_or_no(table, "publish"),
        review=_review(table),
        choices=choices(table),
        exclude=strings(table, "exclude"),
        pairs=paired,
        declared=told is not None,
    )
    return replace(project, documents=_documents(folder, table, project))


def _documents(folder: Path, table: Mapping[str, Any], project: Settings) -> tuple[Settings, ...]:
    """The settings of each document, in the order in which they are declared."""
    tables = document_tables(table, project.locales, project.editorial)
    found = tuple(
        replace(
            project,
            folder=name,
            roots=(project.roots[0] / name, project.roots[1] / name),
            editorial=tuple(above.strip("/") for above in strings(said, "editorial")),
            source=_source(folder, said.get("source")),
            confirmed=_path(folder, said, "confirmed") if "confirmed" in said else None,
            country=_string(said, "country") if "country" in said else project.country,
            files=_file_name({"files": name, **said}),
        )
        for name, said in tables.items()
    )
    assert_file_names({each.folder: each.files for each in found})
    return found


def for_paths(original: Path, translation: Path, project: Settings) -> Settings:
    """The settings for two texts named on the command line.

    The project's own folders keep its source and its editorial pages, in whichever order they are
    named; any other pair of texts is compared as it is, in the project's languages or, without
    settings, in those that the names tell.
    """
    given = (original, translation)
    if {os.path.realpath(path) for path in given} == {os.path.realpath(r) for r in project.roots}:
        return project
    locales, known = _languages_of(original, translation, project)
    return Settings(
        roots=given,
        locales=locales,
        languages_known=known,
        choices=project.choices,
        exclude=project.exclude,
        declared=project.declared,
    )


def _languages_of(
    original: Path, translation: Path, project: Settings
) -> tuple[tuple[str, str], bool]:
    """The languages of two named texts, and whether they are known for certain."""
    told = told_by(original, translation), told_by(translation, original)
    first, second = project.locales
    if project.languages_declared:
        # the translation may have been named first
        turned = all(told) and same_language(told[0] or "", second)
        turned = turned and same_language(told[1] or "", first)
        return ((second, first) if turned else (first, second)), True
    match told:
        case (str(one), str(other)) if not same_language(one, other):
            return (one, other), True
        case (None, str(other)):
            return (UNKNOWN if same_language(other, "en") else "en", other), False
        case (str(one), None):
            return (one, UNKNOWN if same_language(one, "en") else "en"), False
    return project.locales, False


def _table(pyproject: Path) -> Mapping[str, Any] | None:
    """The table `[tool.diptych]`; None without one."""
    if not os.path.lexists(pyproject):
        return None
    try:
        data = values_of(_read(pyproject), pyproject.as_posix())
    except Unreadable as unreadable:
        raise BadConfiguration(unreadable.problem.sentence("en")) from unreadable
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadConfiguration(f"{pyproject} cannot be read: {error}") from error
    tools = data.get("tool", {})
    table = tools.get("diptych") if isinstance(tools, dict) else {}
    if table is not None and not isinstance(table, dict):
        raise BadConfiguration(f"{pyproject}: [tool.diptych] must be a table")
    return table


def _source(folder: Path, table: object) -> SourceSettings | None:
    if table is None:
        return None
    if not isinstance(table, dict):
        raise BadConfiguration("[tool.diptych.source] must be a table")
    refuse_unknown(table, SOURCE_KEYS, "[tool.diptych.source]")
    sha256 = _string(table, "sha256")
    if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
        raise BadConfiguration("[tool.diptych.source] sha256 must be 64 hexadecimal digits")
    return SourceSettings(
        file=_path(folder, table, "file"),
        sha256=sha256,
        register=_path(folder, table, "register"),
    )


def _read(pyproject: Path) -> str:
    try:
        raw = read_regular(pyproject, _LARGEST)
    except Unreadable as unreadable:
        raise BadConfiguration(unreadable.problem.sentence("en")) from unreadable
    if len(raw) > _LARGEST:
        raise BadConfiguration(f"{pyproject} is too large to be read")
    return raw.decode("utf-8").replace("\r\n", "\n")


def _path(folder: Path, table: Mapping[str, Any], key: str, default: str | None = None) -> Path:
    """The path that `table` has for `key`, below the project's `folder` and through no link."""
    given = _string(table, key, default)
    below = PurePath(given)
    if below.is_absolute() or below.drive or ".." in below.parts or not given.isprintable():
        raise BadConfiguration(
            f"[tool.diptych] {key} must be a path below the folder of pyproject.toml"
        )
    path = folder
    for part in below.parts:
        path /= part
        if path.is_symlink():
            raise BadConfiguration(Problem(named(path), LINK).sentence("en"))
    return path


def _tag(table: Mapping[str, Any], key: str, default: str) -> str:
    value = _string(table, key, default)
    if not is_tag(value) or not is_language(value):
        raise BadConfiguration(
            f"[tool.diptych] {key} must be the tag of a language, like en{_instead(value)}"
        )
    return value


def _instead(*written: str) -> str:
    """What ends a message about values that are no tags: those that are meant, as far as known."""
    wrong = [value for value in written if not is_tag(value) or not is_language(value)]
    told = [
        f"write “{meant}” for “{visible(value)}”"
        for value in wrong
        if (meant := meant_by(value[:_READ]))
    ]
    return f"; {', '.join(told)}" if told else ""


def _yes_or_no(table: Mapping[str, Any], key: str) -> bool:
    value = table.get(key, False)
    if not isinstance(value, bool):
        raise BadConfiguration(f"[tool.diptych] {key} must be true or false")
    return value


def _review(table: Mapping[str, Any]) -> str:
    value = _string(table, "review", _REVIEW[0])
    if value not in _REVIEW:
        raise BadConfiguration(f"[tool.diptych] review may be {' or '.join(_REVIEW)}")
    return value


def _languages(table: Mapping[str, Any]) -> tuple[str, str]:
    """The languages of the original and of the translation."""
    told = table.get("translation"), table.get("languages")
    if isinstance(told[0], list) or (isinstance(told[1], list) and len(told[1]) > 2):
        raise BadConfiguration(
            "[tool.diptych] names several translations; a project has one: make a project for each"
        )
    if "languages" not in table:
        return (
            _tag(table, "original", DEFAULT_LOCALES[0]),
            _tag(table, "translation", DEFAULT_LOCALES[1]),
        )
    if "original" in table or "translation" in table:
        raise BadConfiguration(
            "[tool.diptych] has languages, so original and translation are said already"
        )
    both = strings(table, "languages")
    if len(both) != 2 or not all(is_tag(tag) and is_language(tag) for tag in both):
        raise BadConfiguration(
            '[tool.diptych] languages must be two tags, the original\'s first, like ["en", "vi"]'
            + _instead(*both)
        )
    if both[0].lower() == both[1].lower():
        raise BadConfiguration("[tool.diptych] languages are two different ones")
    return both[0], both[1]


def _file_name(table: Mapping[str, Any]) -> str:
    value = _string(table, "files", FILES)
    if why := unfit(value):
        raise BadConfiguration(f"[tool.diptych] files cannot be “{visible(value)}”: {why.en}")
    return value


def _fonts(
    folder: Path, table: Mapping[str, Any], locales: tuple[str, str]
) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """The font files that `[tool.diptych.fonts]` names for each language."""
    fonts = table.get("fonts", {})
    if not isinstance(fonts, dict):
        raise BadConfiguration(
            "[tool.diptych.fonts] must be a table of font files by language, "
            f'like {locales[1]} = ["fonts/Name-Regular.ttf"]'
        )
    refuse_unknown(fonts, frozenset(locales), "[tool.diptych.fonts]")
    named = {tag: strings(fonts, tag) for tag in fonts}
    if any(len(files) > _FONTS for files in named.values()):
        raise BadConfiguration(f"[tool.diptych.fonts] may name {_FONTS} files for a language")
    original, translation = (
        tuple(_path(folder, {"fonts": file}, "fonts") for file in named.get(tag, ()))
        for tag in locales
    )
    return original, translation


def _pictures(table: Mapping[str, Any]) -> tuple[str, ...]:
    value = table.get("pictures", [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v in KINDS for v in value):
        raise BadConfiguration(f"[tool.diptych] pictures may list {', '.join(KINDS)}")
    return tuple(value)


def _string(table: Mapping[str, Any], key: str, default: str | None = None) -> str:
    value = table.get(key, default)
    if not isinstance(value, str) or not value:
        raise BadConfiguration(f"[tool.diptych] {key} must be a string that is not empty")
    return value
