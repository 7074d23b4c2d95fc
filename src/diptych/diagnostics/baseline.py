"""Findings that are known: a check with a baseline tells what is new.

A finding is known by its rule and by the texts at its places, wherever these have moved to: another
line, page or number changes nothing, another wording does. The file has one line for each.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from diptych.diagnostics import Diagnostic, Location
from diptych.errors import Problem, Unreadable
from diptych.files.atomic import write_whole
from diptych.files.opening import named
from diptych.files.reading import read_text
from diptych.model import Document, Page
from diptych.patterns import pattern_of
from diptych.wording import Wording

_HEAD = "# diptych baseline 1"
_ENTRY = pattern_of(r"(?P<code>[A-Z]\d{3}) (?P<digest>[0-9a-f]{16})(?: .*)?")


class Known(NamedTuple):
    """A finding as a baseline knows it."""

    code: str
    digest: str
    """Of the texts at its places."""


class Baseline:
    """The findings that are known, and which of them a check has met."""

    def __init__(self, known: Iterable[Known] = ()) -> None:
        self._left = Counter(known)
        self._texts: dict[str, tuple[list[int], list[tuple[int, int]]]] = {}
        self.met = 0
        """How many known findings the check has met."""
        self.found: list[tuple[Known, str]] = []
        """Every finding that was asked about, with the file of its first place."""

    def knows(self, found: Diagnostic, documents: Iterable[Document]) -> bool:
        """Whether `found` is known; each entry stands for one finding."""
        known = Known(found.code, self._digest(found, tuple(documents)))
        self.found.append((known, found.locations[0].file))
        if not self._left[known]:
            return False
        self._left[known] -= 1
        self.met += 1
        return True

    def gone(self, codes: Collection[str]) -> int:
        """How many known findings of these rules the check has not met."""
        return sum(count for known, count in self._left.items() if known.code in codes)

    def _digest(self, found: Diagnostic, documents: tuple[Document, ...]) -> str:
        meant = [at for at in found.locations if at.label is None]
        texts = [self._text(at, documents) for at in meant] or [at.file for at in found.locations]
        return sha256("\0".join(texts).encode(errors="surrogateescape")).hexdigest()[:16]

    def _text(self, at: Location, documents: tuple[Document, ...]) -> str:
        """The whole text of the node at a place, on however many lines; else the line."""
        page = next(filter(None, (known.page_in(at.file) for known in documents)), None)
        if page is None:
            return at.excerpt or at.file
        if at.file not in self._texts:
            spans = sorted(
                (node.segment.place.line, node.segment.end_line)
                for node in page.nodes()
                if node.segment
            )
            self._texts[at.file] = [first for first, _ in spans], spans
        firsts, spans = self._texts[at.file]
        index = bisect_right(firsts, at.line) - 1
        first, last = spans[index] if index >= 0 else (0, 0)
        lines = _lines(page, first, last) if at.line <= last else _lines(page, at.line, at.line)
        return " ".join(lines.split())


def _lines(page: Page, first: int, last: int) -> str:
    return "\n".join(page.lines[first - 1 : last])


def read_baseline(path: Path) -> Baseline:
    """The baseline in the file at `path`. Raises `Unreadable`."""
    shown = named(path)
    lines = read_text(path).split("\n")
    if lines[0].strip() != _HEAD:
        raise Unreadable(Problem(shown, _NO_BASELINE, 1))
    known = []
    for number, line in enumerate(lines[1:], 2):
        if not line.strip() or line.startswith("#"):
            continue
        entry = _ENTRY.fullmatch(line.strip())
        if entry is None:
            raise Unreadable(Problem(shown, _NOT_UNDERSTOOD, number))
        known.append(Known(entry["code"], entry["digest"]))
    return Baseline(known)


_NO_BASELINE = Wording(
    vi=f"tệp này không phải danh sách phát hiện đã biết (dòng đầu phải là “{_HEAD}”); "
    "hãy lập lại bằng --write-baseline",
    en=f"this is not a baseline (its first line must be “{_HEAD}”); "
    "write one with --write-baseline",
)
_NOT_UNDERSTOOD = Wording(
    vi="không hiểu dòng này; hãy lập lại danh sách bằng --write-baseline",
    en="this line is not understood; write the baseline again with --write-baseline",
)


def write_baseline(path: Path, found: Iterable[tuple[Known, str]]) -> int:
    """Write a baseline of what was found, the same for the same findings; how many there are.

    Raises `OSError`.
    """
    lines = sorted((file, *known) for known, file in found)
    said = [f"{code} {digest} {file}" for file, code, digest in lines]
    text = "\n".join([_HEAD, *said]) + "\n"
    write_whole(path, text.encode(errors="backslashreplace"))
    return len(lines)
