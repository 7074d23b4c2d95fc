"""A bar on long runs, on a terminal; silence otherwise."""

from __future__ import annotations

import io
import math

import pytest

from diptych.cli import progress_bar
from diptych.cli.progress_bar import Bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch, patience: float) -> str:
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(progress_bar, "PATIENCE", patience)
    with Bar("checking") as bar:
        bar.expect(2)
        bar.advance()
        bar.expect(2)
        bar.advance()
        bar.advance()
        bar.advance()
    return stream.getvalue()


def test_a_long_run_on_a_terminal_shows_how_far_it_has_come(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = shown(Terminal(), monkeypatch, patience=0)
    assert "checking" in said
    assert "100%" in said


def test_a_short_run_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(Terminal(), monkeypatch, patience=math.inf) == ""


def test_without_a_terminal_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(io.StringIO(), monkeypatch, patience=0) == ""


def test_the_end_of_one_part_is_not_the_end_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(progress_bar, "PATIENCE", 0)
    with Bar("reading") as bar:
        bar.expect(1)
        bar.advance()
        bar.expect(3)
        bar.advance()
    assert " 50%" in stream.getvalue()
