"""Hostile Markdown: never a traceback, never a hang, never a thing that runs in the output."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.fuzz.bounds import LARGE, MEGABYTES, SECONDS, measured
from tests.fuzz.hostile import hostile
from tests.fuzz.road import GUARDED, REFUSED, RENDERED, STOPPED, executable, taken

BATCHES, BATCH = 8, 75


@pytest.mark.parametrize("batch", range(BATCHES))
def test_hostile_markdown_is_refused_or_rendered_harmless(batch: int, tmp_path: Path) -> None:
    ended: Counter[str] = Counter()
    for seed in range(batch * BATCH, (batch + 1) * BATCH):
        how, bad = taken(hostile(seed), tmp_path)
        assert bad == [], f"seed {seed}: {bad}"
        ended[how] += 1
    assert ended[RENDERED], "nothing went all the way: the corpus proves little"


@pytest.mark.parametrize(
    "html",
    ["<script>x</script>", "<p onclick=x>", '<a href="java&#10;script:x">', "<img src=//a.b/c>",
     "<svg><a xlink:href=data:,x></svg>", "<p style=x>", "<math>"],
)  # fmt: skip
def test_the_judge_sees_what_runs(html: str) -> None:
    assert executable(html)


@pytest.mark.parametrize("name", LARGE)
def test_what_is_too_much_ends_soon(name: str, tmp_path: Path) -> None:
    how, seconds, megabytes = measured(name, tmp_path)
    assert how in (REFUSED, STOPPED, GUARDED, RENDERED)
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
