"""What a project's settings say of rules: which run, how bad their findings are, where they hold.

`[tool.diptych]` has them by the names and in the shapes that linters use.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from fnmatch import fnmatchcase
from typing import Any

from diptych.errors import BadConfiguration

OFF = "off"
LEVELS = ("error", "warning", OFF)


@dataclass(frozen=True, slots=True)
class Choices:
    """What settings say of rules. A rule goes by its code, its name or its code's beginning."""

    select: tuple[str, ...] = ()
    """The names of the rules to run; empty for those that run by themselves."""
    extend_select: tuple[str, ...] = ()
    """The names of rules to run besides."""
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    """By a rule's name one of `LEVELS`; the longest name that fits holds."""
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The names of the rules that are silent in the files that a pattern matches."""
    untranslated: tuple[str, ...] = ()
    """Patterns of the pages that are not translated on purpose."""


def choices(table: Mapping[str, Any]) -> Choices:
    """The choices in `[tool.diptych]`. Raises `BadConfiguration`."""
    severity = _table(table, "severity")
    for name, level in severity.items():
        if level not in LEVELS:
            raise BadConfiguration(
                f"[tool.diptych] severity of {name} must be one of {', '.join(LEVELS)}"
            )
    files = _table(table, "per-file-ignores")
    return Choices(
        select=strings(table, "select"),
        extend_select=strings(table, "extend-select"),
        ignore=strings(table, "ignore"),
        severity=severity,
        per_file_ignores={pattern: strings(files, pattern) for pattern in files},
        untranslated=strings(table, "untranslated"),
    )


def strings(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """The list of texts that `table` has for `key`; empty without one."""
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
        raise BadConfiguration(f"[tool.diptych] {key} must be a list of texts")
    return tuple(value)


def _table(table: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise BadConfiguration(f"[tool.diptych] {key} must be a table")
    return value


def refuse_unknown(table: Mapping[str, Any], known: Iterable[str], where: str) -> None:
    """Raise `BadConfiguration` at a key of `table` that is not among the `known` ones."""
    names = sorted(known)
    for key in table:
        if key not in names:
            near = get_close_matches(key[:100], names, 1, 0.5)
            meant = f"do you mean “{near[0]}”?" if near else f"there are {', '.join(names)}"
            raise BadConfiguration(f"{where} has no key “{key[:100]}”; {meant}")


def matches(patterns: Iterable[str], *paths: str) -> bool:
    """Whether a pattern matches one of `paths`, which have forward slashes.

    `*` stands for anything, `**/` for any folders or none. The name of a folder stands for all
    in it; a pattern without a slash for files of that name anywhere.
    """
    return any(_matches(pattern, path) for pattern in patterns for path in paths)


def _matches(pattern: str, path: str) -> bool:
    plain = pattern.removeprefix("./").rstrip("/")
    forms = {plain, plain.removeprefix("**/"), plain.replace("/**/", "/")}
    forms |= {f"{form}/*" for form in forms}
    name = path.rpartition("/")[2]
    return any(fnmatchcase(path, form) for form in forms) or (
        "/" not in plain and fnmatchcase(name, plain)
    )
