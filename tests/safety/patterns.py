"""Every pattern of the code, as `pattern_of` gets it when its module is imported."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT

CODE = (ROOT / "src", ROOT / "hooks")
_MATCHING = {"match", "fullmatch"}
"""Methods that try a pattern at one place."""
_METHODS = {*_MATCHING, "search", "findall", "finditer", "sub", "subn", "split"}
_HELPER = "diptych/patterns.py"
_COLLECT = """
import importlib, json, pkgutil, re, sys
from pathlib import Path
import diptych.patterns

root, given, found = Path(sys.argv[2]), diptych.patterns.pattern_of, []

def listening(text, flags=0):
    made = re.compile(text, flags)
    caller = sys._getframe(1)
    while caller.f_code.co_name == "_compiled":  # a helper of a module that has many
        caller = caller.f_back
    plain = text if isinstance(text, str) else text.decode("latin-1")
    found.append([caller.f_code.co_filename, caller.f_lineno, plain, made.flags])
    return given(text, flags)

diptych.patterns.pattern_of = listening
for module in pkgutil.walk_packages(diptych.__path__, "diptych."):
    importlib.import_module(module.name)
for file in sorted(root.glob("*.py")):
    importlib.import_module(file.stem)
print(json.dumps(found))
"""


class Pattern(NamedTuple):
    """A pattern where it is compiled."""

    file: str
    """Below src/ or hooks/."""
    line: int
    text: str
    flags: int
    name: str
    """What it is bound to."""
    searched: bool
    """Whether it is tried at every place of a text, as far as can be told."""


@cache
def patterns() -> tuple[Pattern, ...]:
    """All of them. One that is bound to a name used with `match` and `fullmatch` alone is matched
    at one place; any other is taken to be searched for.
    """
    done = subprocess.run(
        [sys.executable, "-c", _COLLECT, *map(str, CODE)],
        env={"PYTHONPATH": os.pathsep.join(map(str, CODE))},
        capture_output=True,
        text=True,
        check=True,
    )
    uses = _uses()
    found = []
    for file, line, text, flags in json.loads(done.stdout):
        path = Path(file)
        name = _bound_to(path, line)
        used = uses[_key(path, name)]
        searched = not (used and used <= _MATCHING)
        found.append(Pattern(_below(path), line, text, flags, name, searched))
    return tuple(found)


def unseen_patterns() -> Iterator[str]:
    """Where a pattern is made that `patterns` does not see: where a function of `re` is called, or
    `pattern_of` inside a function that is not run on import.
    """
    seen = {(pattern.file, pattern.line) for pattern in patterns()}
    for path in _modules():
        file = _below(path)
        if file == _HELPER:
            continue
        lines = {line for where, line in seen if where == file}
        for node in ast.walk(_tree(path)):
            if not isinstance(node, ast.Call):
                continue
            match node.func:
                case ast.Attribute(value=ast.Name(id="re"), attr=called) if called != "escape":
                    yield f"{file}:{node.lineno}: re.{called}, not pattern_of"
                case ast.Name(id="pattern_of"):
                    spanned = range(node.lineno, (node.end_lineno or node.lineno) + 1)
                    # what a helper makes is told of where the helper is called
                    if not (lines & {*spanned} or _in(path, node, "_compiled")):
                        yield f"{file}:{node.lineno}: pattern_of, after the import"


def _modules() -> list[Path]:
    return sorted(path for root in CODE for path in root.rglob("*.py"))


def _below(path: Path) -> str:
    return next(path.relative_to(r).as_posix() for r in CODE if path.is_relative_to(r))


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _in(path: Path, node: ast.AST, name: str) -> bool:
    return any(
        isinstance(function, ast.FunctionDef)
        and function.name == name
        and any(below is node for below in ast.walk(function))
        for function in ast.walk(_tree(path))
    )


def _bound_to(path: Path, line: int) -> str:
    """The name or keyword to which what is compiled on `line` is given; the innermost one."""
    spans = [(line - first, name) for name, first, last in _given(path) if first <= line <= last]
    return min(spans)[1] if spans else ""


@cache
def _given(path: Path) -> tuple[tuple[str, int, int], ...]:
    """Each name or keyword of a module that something is given to, with its first and last line."""
    found = []
    for node in ast.walk(_tree(path)):
        name = ""
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
        elif isinstance(node, ast.keyword) and node.arg:
            name = node.arg
        if name:
            first: int = node.lineno  # type: ignore[attr-defined]
            last: int | None = node.end_lineno  # type: ignore[attr-defined]
            found.append((name, first, last or first))
    return tuple(found)


def _key(path: Path, name: str) -> str:
    """A private name is one module's alone."""
    return f"{_below(path)}:{name}" if name.startswith("_") else name


@cache
def _uses() -> defaultdict[str, set[str]]:
    """By a name, the methods that are called on it, or "" where it is used otherwise."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for path in _modules():
        tree = _tree(path)
        called = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute):
                called[id(node.value)] = node.attr
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Name) and node.id.isupper() and isinstance(node.ctx, ast.Load)
            ):  # a constant
                found[_key(path, node.id)].add(called.get(id(node), ""))
            elif isinstance(node, ast.Attribute) and called.get(id(node)) in _METHODS:
                found[_key(path, node.attr)].add(called[id(node)])
    return found
