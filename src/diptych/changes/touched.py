"""Which lines of which files a change touches, and the findings that have to do with them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from diptych.changes.base import NOT_KEPT, commit_named, last_common
from diptych.diagnostics import Diagnostic
from diptych.errors import NoSuchBase
from diptych.git import REFUSED, git, refuses
from diptych.model import Division, Footnote, Place, Provision, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext

Node = Division | Provision | Footnote
_HUNK = pattern_of(rb"@@ -\d+(?:,(?P<lost>\d+))? \+(?P<first>\d+)(?:,(?P<got>\d+))? @@.*")
_ALL = 1_000_000
"""More lines than a file may have."""


@dataclass(frozen=True, slots=True, eq=False)
class Touched:
    """What differs between a commit and the files on disk, below a folder."""

    lines: Mapping[str, tuple[range, ...]]
    """By file, the lines that are new or changed, and those around lines that are gone."""

    def has(self, found: Diagnostic, bitext: Bitext) -> bool:
        """Whether a finding points at a passage that was touched, or at its counterpart."""
        nodes = bitext.once(self._nodes)
        return any(
            self.at(at.file, at.line) or (at.node and (at.locale, at.node) in nodes)
            for at in found.locations
        )

    def at(self, file: str, line: int) -> bool:
        """Whether a line of a file was touched."""
        return any(line in lines for lines in self.lines.get(file, ()))

    def _nodes(self, bitext: Bitext) -> frozenset[tuple[str, str]]:
        """The nodes that were touched and their counterparts, by language and id."""
        found: set[tuple[Side, str]] = set()
        for side, document in Side.of(bitext.documents):
            for page in document.pages:
                for lines in self.lines.get(page.file, ()):
                    for line in lines[: len(page.lines)]:
                        found.add((side, document.node_at(Place(page.file, line, 1))))
        alignment = bitext.alignment
        both = chain(
            (_ids(pair.both) for pair in alignment.divisions),
            (_ids(pair.both) for pair in alignment.provisions),
            (_ids(pair.both) for pair in alignment.footnotes),
        )
        for ids in both:
            if not found.isdisjoint(ids):
                found.update(ids)
        return frozenset((bitext.documents[side].locale, name) for side, name in found if name)


def _ids(both: tuple[Node, Node] | None) -> tuple[tuple[Side, str], ...]:
    return tuple((side, both[side].id) for side in Side) if both else ()


def touched(folder: Path, revision: str) -> Touched:
    """What the files below `folder` have that their last common commit with `revision` has not.

    Files that git does not keep yet are touched as a whole. Raises `NoSuchBase`.
    """
    if git(folder, "rev-parse", "--git-dir") is None:
        raise NoSuchBase(REFUSED if refuses(folder) else NOT_KEPT)
    commit = last_common(folder, commit_named(folder, revision), "HEAD")
    options = ("--no-ext-diff", "--no-textconv", "--no-renames", "--ignore-submodules")
    asked = ("--relative", commit, "--", ".")
    listed = git(folder, "diff", "--name-only", "-z", *options, *asked) or b""
    others = git(folder, "ls-files", "--others", "--exclude-standard", "-z") or b""
    form = ("-U0", "--no-color", "--src-prefix=a/", "--dst-prefix=b/")
    said = git(folder, "-c", "core.quotePath=false", "diff", *form, *options, *asked) or b""
    known = {os.fsencode(file): tuple(lines) for file, lines in _changed(said)}
    names = [name for name in (listed + others).split(b"\0") if name]
    # what is gone, or has a name that git does not print as it is, is touched as a whole
    return Touched({os.fsdecode(name): known.get(name, (range(1, _ALL),)) for name in names})


def _changed(said: bytes) -> Iterator[tuple[str, list[range]]]:
    """By file the lines in what `git diff -U0` said; its parts are counted, for any line may be in
    them.
    """
    file = b""
    found: list[range] = []
    lines = iter(said.split(b"\n"))
    for line in lines:
        if line.startswith(b"diff --git "):
            if file and found:
                yield os.fsdecode(file), found
            file, found = b"", []
        elif line.startswith(b"+++ b/"):
            file = line.removeprefix(b"+++ b/").removesuffix(b"\t")
        elif hunk := _HUNK.fullmatch(line):
            lost, got = (int(hunk[name] or 1) for name in ("lost", "got"))
            first = int(hunk["first"])
            found.append(range(first, first + got) if got else range(max(1, first), first + 2))
            left = lost + got
            while left and (part := next(lines, None)) is not None:
                left -= not part.startswith(b"\\")  # "\ No newline at end of file" is said between
    if file and found:
        yield os.fsdecode(file), found
