"""What holds the house up: arrows between the rooms of the code go down, and there is no circle."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

LIBRARY = ROOT / "src/diptych"
LAYERS = """
    patterns
    wording visible
    errors git progress
    language files
    safety model answers
    glossary reader diagnostics publication
    source alignment registers
    importing
    freshness
    project
    fidelity
    rules
    check
    changes output
    editions
    exports
    report site starting
    cli
    __main__
"""
"""The rooms and loose modules of the library from the ground up. One may import those of the lines
above its own, and no other. A room that is not listed has no place yet: give it one."""
ROOMS = {room: level for level, line in enumerate(LAYERS.split("\n")) for room in line.split()}
SCRIPTS = ROOT / "overrides/assets/javascripts"
IMPORTED = re.compile(r'\b(?:from |import |import\()"(\./[\w.-]+)"')
"""What a script imports, at once or when it is needed, as Biome lays it out."""
COMPUTED = re.compile(r'\bimport\((?!"\./)[^)]*\)')


def room_of(module: str) -> str:
    """`diptych.rules.names` -> `rules`."""
    return module.split(".")[1]


@cache
def modules() -> dict[str, Path]:
    """The modules of the library by their dotted names."""
    found = {}
    for path in sorted(LIBRARY.rglob("*.py")):
        parts = path.relative_to(LIBRARY.parent).with_suffix("").parts
        found[".".join(parts).removesuffix(".__init__")] = path
    return found


def imports(module: str) -> Iterator[str]:
    """The modules of the library that `module` imports, be it inside a function."""
    for node in ast.walk(ast.parse(modules()[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("diptych"))
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: a relative import"
            if node.module and node.module.split(".")[0] == "diptych":
                for alias in node.names:
                    below = f"{node.module}.{alias.name}"
                    yield below if below in modules() else node.module


def test_every_room_has_its_place() -> None:
    assert {room_of(module) for module in modules() if "." in module} == set(ROOMS)


@pytest.mark.parametrize("module", [name for name in modules() if "." in name])
def test_imports_go_down(module: str) -> None:
    here = room_of(module)
    above = [
        other
        for other in imports(module)
        if "." in other and room_of(other) != here and ROOMS[room_of(other)] >= ROOMS[here]
    ]
    assert above == []


def circle(graph: dict[str, set[str]]) -> list[str]:
    """A way that leads back to where it begins, if there is one."""
    done: set[str] = set()

    def walk(at: str, way: list[str]) -> list[str]:
        if at in way:
            return [*way[way.index(at) :], at]
        if at in done:
            return []
        for following in sorted(graph.get(at, ())):
            if found := walk(following, [*way, at]):
                return found
        done.add(at)
        return []

    return next((found for start in sorted(graph) if (found := walk(start, []))), [])


def test_a_circle_is_seen() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
    assert circle({"a": {"b", "c"}, "b": {"c"}}) == []


def test_no_script_imports_one_that_imports_it_back() -> None:
    scripts = {path.name: path.read_text(encoding="utf-8") for path in SCRIPTS.glob("*.js")}
    graph = {name: {path[2:] for path in IMPORTED.findall(text)} for name, text in scripts.items()}
    assert sum(len(found) for found in graph.values()) > 5
    assert {name for found in graph.values() for name in found} <= set(scripts)
    assert circle(graph) == []
    computed = {name: COMPUTED.findall(text) for name, text in scripts.items()}
    assert {name: found for name, found in computed.items() if found} == {}


def test_the_events_of_the_generator_are_not_imported_by_the_library() -> None:
    hooks = {path.stem for path in (ROOT / "hooks").glob("*.py")}
    for module, path in modules().items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert not named & hooks, module
