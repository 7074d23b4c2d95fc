"""`[tool.programme]` in pyproject.toml: where the texts are and what they are checked against."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from programme.errors import BadConfiguration

DEFAULT_LOCALES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """The source as received and the register of corrections made to it."""

    file: Path
    sha256: str
    """Of the file as received, in hexadecimal."""
    register: Path


@dataclass(frozen=True, slots=True)
class Settings:
    """What the project says about its texts; paths are relative to where the command runs."""

    roots: tuple[Path, Path]
    """Folder or file of the original and of the translation."""
    locales: tuple[str, str]
    """Their languages, as BCP 47 tags."""
    editorial: tuple[str, ...] = ()
    """Folders below a root whose pages are the editors' own, not the programme's."""
    source: SourceSettings | None = None
    glossary: Path | None = None
    """Terms with their approved renderings."""
    names: Path | None = None
    """Names with their renderings."""
    confirmed: Path | None = None
    """Which wording of the original each text of the translation renders."""
    country: str = ""
    """Whose document it is: two letters of ISO 3166-1; empty where it is not said."""
    languages_known: bool = True
    """Whether the texts are in `locales` for certain: some named on the command line may not be."""
    languages_declared: bool = False
    """Whether the project's configuration names its languages."""

    @property
    def beside(self) -> tuple[Path, ...]:
        """The files besides the texts that a check depends on."""
        source = (self.source.file, self.source.register) if self.source else ()
        return (*source, *filter(None, (self.glossary, self.names, self.confirmed)))


def settings(folder: Path = Path()) -> Settings:
    """The settings of the project in `folder`. Raises `BadConfiguration`.

    A project without `[tool.programme]` has docs/vi and docs/en, and no source.
    """
    table = _table(folder / "pyproject.toml")
    original = _string(table, "original", DEFAULT_LOCALES[0])
    translation = _string(table, "translation", DEFAULT_LOCALES[1])
    docs = folder / _string(table, "docs", "docs")
    editorial = table.get("editorial", [])
    if not isinstance(editorial, list) or not all(isinstance(name, str) for name in editorial):
        raise BadConfiguration("[tool.programme] editorial must be a list of folder names")
    return Settings(
        roots=(docs / original, docs / translation),
        locales=(original, translation),
        editorial=tuple(name.strip("/") for name in editorial),
        source=_source(folder, table.get("source")),
        glossary=folder / _string(table, "glossary") if "glossary" in table else None,
        names=folder / _string(table, "names") if "names" in table else None,
        confirmed=folder / _string(table, "confirmed") if "confirmed" in table else None,
        country=_string(table, "country") if "country" in table else "",
        languages_declared="original" in table or "translation" in table,
    )


def for_paths(original: Path, translation: Path, project: Settings) -> Settings:
    """The settings for two texts named on the command line.

    The project's own folders keep its source and its editorial pages; any other pair of
    texts is compared as it is, in the project's languages.
    """
    given = (original, translation)
    if [path.resolve() for path in given] == [path.resolve() for path in project.roots]:
        return project
    named = all(
        locale in (path.name, path.stem, path.stem.rpartition(".")[2])
        for path, locale in zip(given, project.locales, strict=True)
    )
    known = project.languages_declared or named
    return Settings(roots=given, locales=project.locales, languages_known=known)


def _table(pyproject: Path) -> Mapping[str, Any]:
    try:
        data = tomllib.loads(pyproject.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadConfiguration(f"{pyproject} cannot be read: {error}") from error
    table = data.get("tool", {}).get("programme", {})
    if not isinstance(table, dict):
        raise BadConfiguration(f"{pyproject}: [tool.programme] must be a table")
    return table


def _source(folder: Path, table: object) -> SourceSettings | None:
    if table is None:
        return None
    if not isinstance(table, dict):
        raise BadConfiguration("[tool.programme.source] must be a table")
    sha256 = _string(table, "sha256")
    if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
        raise BadConfiguration("[tool.programme.source] sha256 must be 64 hexadecimal digits")
    return SourceSettings(
        file=folder / _string(table, "file"),
        sha256=sha256,
        register=folder / _string(table, "register"),
    )


def _string(table: Mapping[str, Any], key: str, default: str | None = None) -> str:
    value = table.get(key, default)
    if not isinstance(value, str) or not value:
        raise BadConfiguration(f"[tool.programme] {key} must be a string that is not empty")
    return value
