"""What a change does beside the texts and lists: to the check, to the site, to who looks at it.

A reader of the change must be told it first, for no check of the texts can judge it.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any

from diptych.changes.changed_files import LINK, PROGRAM, REPOSITORY, ChangedFile, Tree, unseen
from diptych.patterns import pattern_of


class Part(StrEnum):
    """What a file steers, the weightiest first."""

    WORKFLOWS = "workflows"
    """Which steps judge a change, and who is asked to look at it."""
    CHECK = "check"
    """The check, the build and their settings."""
    LOOK = "look"
    """What every page shows and runs."""
    TESTS = "tests"


class Softening(StrEnum):
    """How a rule would become less strict."""

    GONE = "gone"
    WARNING = "warning"
    """The rule would no longer refuse the texts."""
    SILENCEABLE = "silenceable"
    """A comment could silence the rule."""
    SELDOM = "seldom"
    """The rule would run only where somebody asks for it."""


class Turned(StrEnum):
    """What a file may become that a text never is."""

    LINK = LINK
    REPOSITORY = REPOSITORY
    PROGRAM = PROGRAM


class Held(StrEnum):
    """What the original would be held against instead of what it is held against now."""

    NOTHING = "nothing"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Steering:
    """What a change does beside the texts and lists."""

    parts: Mapping[Part, tuple[str, ...]]
    """The paths of the changed files, by the part that they steer; a part without any is left
    out."""
    rules: Mapping[Softening, tuple[str, ...]]
    """The codes of the rules that would become less strict, by the way in which they would."""
    hooks: tuple[str, ...]
    """The paths of hooks that the build would no longer run."""
    settings: tuple[str, ...]
    """A line for each setting of the check that changes: what it was and what it becomes."""
    held: Held | None
    packages: tuple[str, ...]
    """A line for each package that is added, removed or changed, with its versions."""
    assets: tuple[str, ...]
    """The paths of scripts, styles and templates of the site that are new."""
    turned: Mapping[Turned, tuple[str, ...]]
    unseen: tuple[str, ...]
    """The paths of files whose content no review shows."""

    @property
    def files(self) -> frozenset[str]:
        """The paths of all files that steer something."""
        return frozenset(file for files in self.parts.values() for file in files)


_WORKFLOWS = (".github/", ".ci/")
_LOOK = ("overrides/",)
_TESTS = ("tests/", "bench/")
_CODE = ("src/", "hooks/", "scripts/")
_PAPERS = frozenset({".md", ".rst", ".txt"})
"""Suffixes of files that only people read, outside the folders above."""
_SETTINGS, _SITE, _LOCK = "pyproject.toml", "mkdocs.yml", "uv.lock"
_SCOPES = ("house=True", "optional=True")
"""What makes a rule run only where it is asked for."""
_RULE = pattern_of(r'@rule\(\s*"(?P<code>[A-Z]\d{3})"(?P<said>[^()]{0,300})\)')
_HOOK = pattern_of(r"^[ \t]*-[ \t]*(?P<path>[\w./-]+\.py)\b", re.MULTILINE)
_SHOWN = 300
"""Characters of a setting that are shown."""
_NONE = "–"
_DOTS = 200
"""The most full stops in a line of TOML: Python's reader takes time as the square of a key's
parts."""


def part_of(path: str) -> Part | None:
    """What the file at `path`, which is no text, steers; None for what only people read."""
    file = PurePosixPath(path)
    if path.startswith(_WORKFLOWS):
        return Part.WORKFLOWS
    if path.startswith(_LOOK):
        return Part.LOOK
    if path.startswith(_TESTS):
        return Part.TESTS
    if path.startswith("development/"):
        return None
    # LICENSE and its like have no suffix
    paper = file.suffix.lower() in _PAPERS or file.name.isupper()
    return None if paper and not path.startswith(_CODE) else Part.CHECK


def steering(
    changed: Iterable[ChangedFile], edited: Iterable[str], before: Tree, after: Tree
) -> Steering:
    """What a change does beside the texts and lists, between the states `before` and `after`.

    `changed` are the files that differ; `edited` are the paths that editors change, left aside
    here.
    """
    texts = tuple(edited)
    files = tuple(changed)
    others = [file for file in files if not _among(file.path, texts)]
    parts: dict[Part, list[str]] = {part: [] for part in Part}
    for file in others:
        if part := part_of(file.path):
            parts[part].append(file.path)
    touched = {file.path for file in others}

    def both(path: str, read: Callable[[str], Any]) -> tuple[Any, Any]:
        if path not in touched:
            return None, None
        return read(before.text(path)), read(after.text(path))

    was, now = both(_SETTINGS, _our_table)
    return Steering(
        parts={part: tuple(found) for part, found in parts.items() if found},
        rules=_softened(parts[Part.CHECK], before, after),
        hooks=_lost(*both(_SITE, _HOOK.findall)),
        settings=tuple(_otherwise(was, now)),
        held=_held(was, now),
        packages=tuple(_packages(*both(_LOCK, _locked))),
        assets=tuple(file.path for file in others if file.added and file.path.startswith(_LOOK)),
        turned=_turned(files),
        unseen=tuple(file.path for file in unseen(files, after)),
    )


def _among(path: str, edited: Iterable[str]) -> bool:
    return any(path == known or path.startswith(f"{known}/") for known in edited)


def _turned(files: Iterable[ChangedFile]) -> dict[Turned, tuple[str, ...]]:
    found = {
        turned: tuple(file.path for file in files if file.turned and file.mode == turned)
        for turned in Turned
    }
    return {turned: paths for turned, paths in found.items() if paths}


# --- rules and hooks ---


def _softened(files: Iterable[str], before: Tree, after: Tree) -> dict[Softening, tuple[str, ...]]:
    was: dict[str, str] = {}
    now: dict[str, str] = {}
    for path in files:
        if "/rules/" in path and path.endswith(".py"):
            was |= {found["code"]: found["said"] for found in _RULE.finditer(before.text(path))}
            now |= {found["code"]: found["said"] for found in _RULE.finditer(after.text(path))}
    found: dict[Softening, list[str]] = {softening: [] for softening in Softening}
    for code, said in sorted(was.items()):
        if code not in now:
            found[Softening.GONE].append(code)
            continue
        if "WARNING" in now[code] and "WARNING" not in said:
            found[Softening.WARNING].append(code)
        if "silenceable=False" in said and "silenceable=False" not in now[code]:
            found[Softening.SILENCEABLE].append(code)
        if any(scope in now[code] and scope not in said for scope in _SCOPES):
            found[Softening.SELDOM].append(code)
    return {softening: tuple(codes) for softening, codes in found.items() if codes}


def _lost(was: list[str] | None, now: list[str] | None) -> tuple[str, ...]:
    return tuple(hook for hook in dict.fromkeys(was or ()) if hook not in (now or ()))


# --- settings and packages ---


def _toml(text: str) -> dict[str, Any]:
    """The values in `text`; none where it is no TOML, or would take too long to read."""
    if any(line.count(".") > _DOTS for line in text.splitlines()):
        return {}
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return {}


def _our_table(text: str) -> dict[str, str]:
    """The settings of the check by key, such as "source.sha256", from a pyproject.toml."""
    tool = _toml(text).get("tool", {})
    table = tool.get("diptych", {}) if isinstance(tool, dict) else {}
    return dict(_flat(table, "")) if isinstance(table, dict) else {}


def _flat(table: Mapping[str, Any], above: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict) and above.count(".") < 2:
            yield from _flat(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", _value(value)


def _otherwise(was: dict[str, str] | None, now: dict[str, str] | None) -> Iterator[str]:
    was, now = was or {}, now or {}
    for key in dict.fromkeys((*was, *now)):
        if was.get(key) != now.get(key):
            yield f"{key}: {was.get(key, _NONE)} → {now.get(key, _NONE)}"


def _value(value: object) -> str:
    """A setting as it is shown and compared; what is too long is cut and has its fingerprint."""
    try:
        shown = str(value)
    except (ValueError, RecursionError):  # a number of too many digits, tables in tables
        return "…"
    if len(shown) <= _SHOWN:
        return shown
    return f"{shown[:_SHOWN]}… ({hashlib.sha256(shown.encode()).hexdigest()[:10]})"


def _held(was: dict[str, str] | None, now: dict[str, str] | None) -> Held | None:
    before = {key: value for key, value in (was or {}).items() if key.startswith("source.")}
    after = {key: value for key, value in (now or {}).items() if key.startswith("source.")}
    if not before or before == after:
        return None
    return Held.OTHER if after else Held.NOTHING


def _locked(text: str) -> dict[str, tuple[str, str]]:
    """Each package's version and all else that a lock file says of it, by the package's name."""
    found = _toml(text).get("package", [])
    entries = [entry for entry in found if isinstance(entry, dict)] if found else []
    return {
        _value(entry.get("name", "")): (_value(entry.get("version", "")), _value(entry))
        for entry in entries
    }


def _packages(
    was: dict[str, tuple[str, str]] | None, now: dict[str, tuple[str, str]] | None
) -> Iterator[str]:
    was, now = was or {}, now or {}
    for name in sorted({*was, *now}):
        before, after = was.get(name), now.get(name)
        if before == after:
            continue
        if before and after and before[0] == after[0]:
            yield f"{name} {after[0]} ≠ {before[0]}"
        else:
            yield f"{name} {before[0] if before else _NONE} → {after[0] if after else _NONE}"
