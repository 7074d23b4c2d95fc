"""What a text of the original was before it changed, from git's history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from programme.freshness.state import fingerprint
from programme.git import git
from programme.reader.blocks import ProvisionDraft, read_blocks

_COMMITS = 50
"""How far back it is looked for, in changes of the file."""


def wording_before(file: Path, wanted: str) -> str:
    """The text in `file` whose fingerprint was `wanted`; empty where git has none."""
    listed = _git(file, "log", f"-{_COMMITS}", "--format=%H", "--", file.name)
    for commit in listed.split():  # the latest first
        if text := _texts_at(file, commit).get(wanted):
            return text
    return ""


@lru_cache(maxsize=4 * _COMMITS)  # several texts of a file are asked for
def _texts_at(file: Path, commit: str) -> dict[str, str]:
    """The texts of the file as it was in `commit`, by fingerprint."""
    written = _git(file, "show", f"{commit}:./{file.name}")
    return {fingerprint(text): text for text in _texts(written)}


def _texts(content: str) -> Iterator[str]:
    lines = content.splitlines()
    if lines[:1] == ["---"] and "---" in lines[1:]:
        end = lines.index("---", 1) + 1
        lines = [""] * end + lines[end:]
    draft = read_blocks("\n".join(lines) + "\n", tuple(lines), "")
    for division in draft.divisions:
        if division.heading:
            number = division.number.printed if division.number else ""
            yield division.heading.text.removeprefix(number).strip()
        yield from _below(division.provisions)
    for note in draft.footnotes:
        yield from _below(note.provisions)


def _below(provisions: Sequence[ProvisionDraft]) -> Iterator[str]:
    for provision in provisions:
        yield provision.segment.text
        yield from _below(provision.children)


def _git(file: Path, *arguments: str) -> str:
    return (git(file.parent, *arguments) or b"").decode(errors="replace")
