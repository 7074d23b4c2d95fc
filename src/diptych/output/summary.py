"""Diagnostics as Markdown, for the summary that a code host shows of a run.

A host throws a summary away whole if it is too long, so a long one is cut, and says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click

from diptych.check import Report
from diptych.check.catalogue import UNPUBLISHED, RuleReference
from diptych.errors import Problem
from diptych.output import text
from diptych.patterns import pattern_of
from diptych.visible import visible
from diptych.wording import SPOKEN, Wording

_TICKS = pattern_of(r"`+")
MOST = 900_000
"""The most bytes of a summary; GitHub takes 1 MiB of a step."""
_TITLE = Wording(vi="Đối chiếu hai bản", en="The two languages compared")
_CUT = Wording(
    vi="… phần còn lại ở nhật ký của bước này", en="… the rest is in the log of this step"
)


def rendered(report: Report, language: str, reference: RuleReference = UNPUBLISHED) -> str:
    """The findings of `report` as a terminal shows them, in a block that holds whatever they quote;
    in all languages spoken where `language` is empty.
    """
    return _blocks(language, lambda tag: click.unstyle(text.rendered(report, tag, reference)))


def stopped(problems: Sequence[Problem], language: str) -> str:
    """Why the texts could not be compared, as in `rendered`."""
    return _blocks(language, lambda tag: text.stopped(problems, tag))


def _blocks(language: str, say: Callable[[str], str]) -> str:
    spoken = (language,) if language else SPOKEN
    blocks = []
    for tag in spoken:
        said = say(tag)
        cut = said.encode()[: MOST // len(spoken)].decode(errors="ignore")
        if cut != said:
            cut += f"\n\n{_CUT[tag]}"
        longest = max(map(len, _TICKS.findall(cut)), default=0)
        fence = "`" * max(3, longest + 1)
        lines = "\n".join(visible(line) for line in cut.split("\n"))
        blocks.append(f"### {_TITLE[tag]}\n\n{fence}text\n{lines}\n{fence}\n")
    return "\n".join(blocks)
