"""How time and memory of the check grow with the text, up to 3,600 provisions."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.timing import ROOT, ROUNDS, command, python
from bench.worst import slowness
from diptych.project.loading import load
from diptych.project.settings import settings

SIZES = (450, 900, 1_800, 3_600)
FLAT_SIZES = (900, 1_800, 3_600)
_SECTION, _PAGE = 20, 10
"""Provisions a section, sections a page."""
TREE, ON_PAGE = 120, 20
"""Pages a language of a tree, provisions a page."""

MEASURE = """
import resource, sys, time
from collections.abc import Sequence
from pathlib import Path
from diptych.check import check
from diptych.project.settings import Settings
start = time.perf_counter()
report = check(Settings((Path("vi"), Path("en")), ("vi", "en")))
assert not report.diagnostics, [str(found) for found in report.diagnostics[:3]]
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(time.perf_counter() - start, memory, report.compared["provisions"])
"""


def report(console: Console) -> None:
    """Print both tables: a text in sections, and one flat list, where every item has neighbours;
    and what a page of a large tree costs.
    """
    _growth(console, "Growth", SIZES, _SECTION)
    _growth(console, "Growth of one flat list", FLAT_SIZES, max(FLAT_SIZES))
    _tree(console)


def _tree(console: Console) -> None:
    """What a page costs in a tree as large as the documentation of a library, on how many cores."""
    with tempfile.TemporaryDirectory() as name:
        write(Path(name), real_provisions(), TREE * ON_PAGE, ON_PAGE // _PAGE)
        run = command("-m", "diptych", "check", "vi", "en", cwd=Path(name))
        before, rounds = slowness(), []
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            used = run()
            rounds.append((used, used / (time.perf_counter() - begun)))
        slow = (before + slowness()) / 2
    seconds = min(used for used, _ in rounds)
    console.print(
        f"A tree of {TREE} pages a language, {ON_PAGE} provisions each: {seconds:.1f} s of "
        f"processor time, {seconds / TREE:.3f} s a page, {seconds / slow / TREE:.3f} s on an "
        f"ordinary machine; on {max(cores for _, cores in rounds):.1f} cores on average"
    )


def _growth(console: Console, title: str, sizes: Sequence[int], section: int) -> None:
    provisions = real_provisions()
    table = Table("provisions", "seconds", "times", "MB", "times", title=title)
    before: tuple[float, float] | None = None
    for count in sizes:
        with tempfile.TemporaryDirectory() as name:
            write(Path(name), provisions, count, section)
            # the least of two: machines are shared
            seconds, memory, compared = min(
                tuple(map(float, python("-c", MEASURE, cwd=Path(name)).split())) for _ in range(2)
            )
        growth = (
            [f"{now / then:.2f}" for now, then in zip((seconds, memory), before, strict=True)]
            if before
            else ["", ""]
        )
        table.add_row(f"{compared:,.0f}", f"{seconds:.1f}", growth[0], f"{memory:.0f}", growth[1])
        before = seconds, memory
    console.print(table)


def real_provisions() -> list[tuple[str, str]]:
    """Longer provisions of the programme in both languages, as Markdown of one line; none has a
    link, which would lead nowhere elsewhere.
    """
    pairs = (pair.both for pair in load(settings(ROOT)).alignment.provisions)
    texts = [(a.segment, b.segment) for a, b in (both for both in pairs if both)]
    return [
        (a.markdown, b.markdown)
        for a, b in texts
        if len(a.text) > 60
        and not (a.marks or a.links or b.links)
        and "\n" not in a.markdown + b.markdown
    ]


def write(
    folder: Path, provisions: list[tuple[str, str]], count: int, in_section: int = _SECTION
) -> None:
    """A text of `count` provisions in both languages, each with a figure of its own."""
    sections = -(-count // in_section)
    for side, language in enumerate(("vi", "en")):
        root = folder / language
        root.mkdir(parents=True)
        for page in range(-(-sections // _PAGE)):
            lines = [f"# {page + 1}. {language} {page}"]
            for section in range(min(_PAGE, sections - page * _PAGE)):
                lines.append(f"## {section + 1}. {language} {section}")
                first = (page * _PAGE + section) * in_section
                lines += [
                    f"- {provisions[n % len(provisions)][side]} ({n})."
                    for n in range(first, min(first + in_section, count))
                ]
            (root / f"part-{page + 1}.md").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
