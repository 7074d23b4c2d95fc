"""The paper on the library's use from Python: its session runs, and what it promises is there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from diptych.project.settings import KEYS
from tests.conftest import ROOT

PAPER = (ROOT / "development/python.md").read_text(encoding="utf-8")
STEP = re.compile(r"^```python\n(.*?)^```\n(?:\n```output\n(.*?)^```\n)?", re.DOTALL | re.MULTILINE)
"""An example, with what it prints."""
ROW = re.compile(r"^\| (`diptych\..*`) \| (.*) \|$", re.MULTILINE)
QUOTED = re.compile(r"`([\w.-]+)`")


def test_the_session_prints_what_the_paper_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    session: dict[str, object] = {}
    steps = STEP.findall(PAPER)
    assert len(steps) == PAPER.count("```python\n")
    for example, printed in steps:
        exec(compile(example, "python.md", "exec"), session)  # noqa: S102 - our own paper
        assert capsys.readouterr().out == printed, example


def promised() -> Iterator[tuple[str, str]]:
    """Each module of the last table with each of its names."""
    for modules, names in ROW.findall(PAPER):
        for module in QUOTED.findall(modules):
            yield from ((module, name) for name in QUOTED.findall(names))


@pytest.mark.parametrize(("module", "name"), [*promised()])
def test_what_may_be_relied_on_is_there_and_says_what_it_is(module: str, name: str) -> None:
    known = getattr(import_module(module), name)
    assert known.__module__ == module
    assert known.__doc__


def test_every_setting_is_told() -> None:
    table = PAPER.partition("| key |")[2].partition("\n## ")[0]
    told = set(QUOTED.findall(table))
    assert told | {"source"} >= KEYS
    ours = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["diptych"]
    assert set(ours) <= told | {"source"}
