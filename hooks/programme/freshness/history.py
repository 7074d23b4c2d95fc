"""What a text of the original was before it changed, from git's history."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from programme.freshness.state import fingerprint
from programme.reader.blocks import ProvisionDraft, read_blocks

_COMMITS = 50
"""How far back it is looked for, in changes of the file."""


def wording_before(file: Path, wanted: str) -> str:
    """The text in `file` whose fingerprint was `wanted`; empty where git has none."""
    for content in _versions(file):
        for text in _texts(content):
            if fingerprint(text) == wanted:
                return text
    return ""


def _versions(file: Path) -> Iterator[str]:
    """The file as it was, the latest first."""
    listed = _git(file, "log", f"-{_COMMITS}", "--format=%H", "--", file.name)
    for commit in listed.split():
        yield _git(file, "show", f"{commit}:./{file.name}")


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
    try:
        done = subprocess.run(  # noqa: S603 - our own words and a file that was read
            ["git", *arguments],  # noqa: S607 - git is where the user has it
            cwd=file.parent,
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.decode(errors="replace")
