"""However many processes look, the same is found."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from diptych.check import Report, check, workers
from diptych.project.settings import Settings

FIGURES = 60


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A pair of texts with slips of several families, one of them silenced."""
    roots = tmp_path / "vi", tmp_path / "en"
    allowed = "<!-- diptych: allow V102 (counted otherwise) -->"
    for root, called, by in zip(roots, ("Họp", "Meeting"), (0, 1), strict=True):
        root.mkdir()
        lines = [f"- {called} {1000 + n + by * (n % 7 == 0)}: **{called}**" for n in range(FIGURES)]
        lines[7] += f" {allowed}"
        if by:
            del lines[30]
        (root / "index.md").write_text(f"# {called}\n\n" + "\n".join(lines), encoding="utf-8")
    return Settings(roots, ("vi", "en"))


def looked(settings: Settings, monkeypatch: pytest.MonkeyPatch, processes: int) -> Report:
    monkeypatch.setattr(workers, "_processes", lambda _: processes)
    return check(settings)


@pytest.mark.parametrize("processes", [2, 4])
def test_the_same_is_found(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    alone = looked(settings, monkeypatch, 1)
    shared = looked(settings, monkeypatch, processes)
    assert len({found.code[0] for found in alone.diagnostics}) > 1
    assert shared.diagnostics == alone.diagnostics
    assert shared.silenced == alone.silenced
    assert len(alone.silenced) == 1


def test_the_share_of_a_process_that_died_is_done_again(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = looked(settings, monkeypatch, 1)
    # it takes one family with it, whichever that is
    monkeypatch.setattr(workers, "_help", lambda work, *_: (os.read(work.waiting, 1), os._exit(9)))
    assert looked(settings, monkeypatch, 2).diagnostics == alone.diagnostics


def test_small_texts_are_looked_through_by_one(settings: Settings) -> None:
    assert workers._processes(check(settings).bitext) == 1
