"""What a text of the original was before it changed, from git's history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from diptych.files.limits import BYTES
from diptych.freshness.state import fingerprint
from diptych.git import git
from diptych.reader.blocks import read_blocks
from diptych.reader.drafts import ProvisionDraft
from diptych.reader.page_limits import too_much
from diptych.reader.totals import Total

_COMMITS = 50
"""The most changes of a file that are looked through, the latest first."""
_ROOM = 1_000_000
"""The most characters of earlier versions that are read: anybody may have written those."""
_SIGN = 5
"""How many characters a sign of Markdown counts for: it takes a parser as long."""


class History:
    """The earlier texts of files: each version is read once, `_ROOM` characters at most in all."""

    def __init__(self) -> None:
        self._room = _ROOM
        self._commits: dict[Path, list[str]] = {}
        self._versions: dict[tuple[Path, str], dict[str, str]] = {}

    def wording_before(self, file: Path, wanted: str) -> str:
        """The text in `file` whose fingerprint was `wanted`; empty where git has none."""
        commits = self._commits.get(file)
        if commits is None:
            listed = _git(file, "log", f"-{_COMMITS}", "--format=%H", "--", file.name)
            commits = self._commits[file] = listed.split()
        for commit in commits:  # the latest first
            texts = self._versions.get((file, commit))
            if texts is None:
                texts = self._versions[file, commit] = self._texts_at(file, commit)
            if text := texts.get(wanted):
                return text
        return ""

    def _texts_at(self, file: Path, commit: str) -> dict[str, str]:
        """The texts of the file as it was in `commit`, by fingerprint."""
        name = f"{commit}:./{file.name}"
        if self._room <= 0 or int(_git(file, "cat-file", "-s", name) or 0) > BYTES:
            return {}
        written = _git(file, "show", name)
        total = Total()
        total.add_page(written.split("\n"), 0)
        self._room -= total.text + _SIGN * total.signs
        if self._room < 0 or too_much(written.split("\n"), file.name):
            return {}
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
