"""No test watches the clock: each waits for what it has caused, as long as that takes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.patience import CEILING, eventually

TESTS = sorted((ROOT / "tests").rglob("*.py"))
WAITING = {"tests/patience.py", "tests/browser/conftest.py"}
"""Where it is said how one waits; all others say for what."""
CLOCKS = {"sleep", "monotonic", "perf_counter", "wait_for_timeout"}
UNSETTLED = {"to_have_url", "wait_for_url", "expect_navigation"}
"""What a page may be while its script is on its way; `arrived` waits for that, too."""
LEAST = 120
"""Seconds. A ceiling below may be reached on a busy machine."""


def clocks(text: str) -> Iterator[str]:
    """What in the code of a test depends on how fast the machine is, with its line."""
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Attribute(attr=name) if name in CLOCKS | UNSETTLED:
                yield f"{node.lineno}: {name}"
            case ast.Call(func=ast.Attribute(attr="wait_for_load_state"), args=[ast.Constant()]):
                yield f"{node.lineno}: a state that may pass, or come with a pause"
            case ast.ImportFrom(module="time", names=names):
                yield from (f"{node.lineno}: {one.name}" for one in names if one.name in CLOCKS)
            case ast.keyword(arg="timeout", value=ast.Constant(value=int() | float() as limit)):
                milliseconds = limit > 1000  # as Playwright counts
                if limit < LEAST * (1000 if milliseconds else 1):
                    yield f"{node.value.lineno}: timeout={limit}"


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_test_waits_for_what_it_caused(path: Path) -> None:
    if path.relative_to(ROOT).as_posix() not in WAITING:
        assert list(clocks(path.read_text(encoding="utf-8"))) == [], "see tests/patience.py"


@pytest.mark.parametrize(
    "code",
    [
        "import time\ntime.sleep(1)",
        "from time import perf_counter",
        "page.wait_for_timeout(100)",
        "page.wait_for_load_state('networkidle')",
        "expect(page).to_have_url('x')",
        "process.wait(timeout=30)",
        "locator.click(timeout=30_000)",
    ],
)
def test_clocks_are_seen(code: str) -> None:
    assert list(clocks(code))


def test_what_comes_is_waited_for() -> None:
    looks = iter((1, 2, 3, 4))
    assert eventually(lambda: next(looks), lambda seen: seen == 3, rest=lambda: None) == 3
    assert CEILING >= LEAST
