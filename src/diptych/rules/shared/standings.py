"""How a finding on the state of a translation is told: its places, what to do, and what changed."""

from __future__ import annotations

from collections.abc import Iterator
from shlex import quote

from diptych.diagnostics import Diagnostic
from diptych.freshness.state import Freshness, Standing
from diptych.language.word_difference import equal_ends
from diptych.model import Side
from diptych.project.bitext import Bitext
from diptych.wording import Wording

_AROUND = 3
"""How many words are shown before and after what changed."""
_MOST = 24
"""The most words of one wording that are shown; of a longer stretch the middle is left out."""


def finding(bitext: Bitext, standing: Standing, message: Wording, reviewed: str = "") -> Diagnostic:
    """A finding on one unit, with the command and the line of the record that confirm it.

    The line says that the translation was `reviewed` where its fingerprint is given.
    """
    found, unit = bitext.freshness, standing.unit
    assert found is not None  # noqa: S101 - a standing is one of its
    places = [
        bitext.at(side, segment.place, len(segment.text))
        for side in reversed(Side)
        if (segment := unit.segment(side))
    ]
    line = f"{unit.id} {found.original_now(standing)} {reviewed or '-'}"
    option = "--reviewed " if reviewed else ""
    command = f"diptych confirm {option}{quote(unit.id)}"  # a file's name is in it, and is copied
    return Diagnostic(
        message,
        tuple(places),
        Wording(
            vi=(
                f"Đọc lại hai bản, sửa nếu cần, rồi chạy `{command}`, hoặc ghi "
                f"vào {found.file.as_posix()} dòng: {line}"
            ),
            en=(
                f"Compare the two, correct what differs, then run "
                f"`{command}` or add this line to {found.file.as_posix()}: {line}"
            ),
        ),
    )


def changed_words(before: str, now: str) -> tuple[str, str]:
    """The words of each text from the first that changed to the last, with some around."""
    a, b = before.split(), now.split()
    start, end = equal_ends(a, b)
    return _cut(a, start, len(a) - end), _cut(b, start, len(b) - end)


def _cut(words: list[str], start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(words), end + _AROUND)
    shown = words[first:last]
    if len(shown) > _MOST:
        shown = [*shown[: _MOST // 2], "…", *shown[-_MOST // 2 :]]
    return ("… " if first else "") + " ".join(shown) + (" …" if last < len(words) else "")


def standings(found: Freshness | None) -> Iterator[Standing]:
    """Every standing, in reading order; none where the project keeps no record."""
    yield from found.standings.values() if found else ()
