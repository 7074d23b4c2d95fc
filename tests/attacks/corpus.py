"""The corpus, read: what an attacker changes, what for, and what must become of it."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parent / "corpus"
BOTH = "docs/*/"
LANGUAGES = ("vi", "en")
RAW = "raw:"
"""Before a name that is given byte by byte."""
_KEY = re.compile(r"[\w-]+(?=:)")


@dataclass(frozen=True, eq=False)
class Attack:
    """One change that somebody means ill."""

    file: str
    title: str
    wants: str
    expected: str
    """"refused", "harmless", "either" or "told"."""
    names: str
    """What a refusal must name at least: a path, mostly."""
    shows: Sequence[str]
    """What a reader of the site must still see as text, of one that is accepted."""
    never: Sequence[str]
    """What no page may hold."""
    by: str
    """Who refuses: "check" or "build"."""
    changes: Mapping[str, Any] = field(repr=False)

    def touched(self) -> set[tuple[str, str]]:
        """Each file it touches, and there the words that it replaces, "+" for what it adds to the
        end, or "" where it makes the file anew."""
        found = set[tuple[str, str]]()
        for kind, change in self.changes.items():
            for path in [change] if isinstance(change, str) else change:
                what = ["+" if kind == "add" else ""]
                if kind == "replace":
                    given = change[path]
                    what = [old for old, _ in ([given] if isinstance(given[0], str) else given)]
                found |= {(one, words) for one in _each(path) for words in what}
        return found

    @property
    def added(self) -> str:
        """All that it adds to the ends of files."""
        return "\n".join(self.changes.get("add", {}).values())

    def apply(self, folder: Path) -> None:
        """Make the change in the project that is in `folder`."""
        for kind, change in self.changes.items():
            _CHANGES[kind](folder, change)


_SAID = ("title", "wants", "refused", "harmless", "either", "told", "shows", "never", "by")


def all_attacks() -> list[Attack]:
    """Every attack of every file, in order."""
    return [attack for path in sorted(CORPUS.glob("*.toml")) for attack in _attacks(path)]


def _attacks(path: Path) -> Iterator[Attack]:
    for entry in tomllib.loads(path.read_text(encoding="utf-8"))["attack"]:
        [expected] = {"refused", "harmless", "either", "told"} & entry.keys()
        shows = entry.get("shows", [])
        changes = {key: value for key, value in entry.items() if key not in _SAID}
        unknown = changes.keys() - _CHANGES.keys()
        assert changes, f"{entry['title']}: changes nothing"
        assert not unknown, f"{entry['title']}: {unknown}"
        yield Attack(
            path.stem, entry["title"], entry["wants"], expected, entry[expected],
            [shows] if isinstance(shows, str) else shows,
            entry.get("never", []), entry.get("by", "check"), changes,
        )  # fmt: skip


def _each(path: str) -> list[str]:
    """The paths that one stands for: a file of each language where it says so."""
    if not path.startswith(BOTH):
        return [path]
    return [f"docs/{language}/{path.removeprefix(BOTH)}" for language in LANGUAGES]


def _places(folder: Path, path: str) -> Iterator[Path]:
    for one in _each(path):
        name = os.fsdecode(one[len(RAW) :].encode("latin-1")) if one.startswith(RAW) else one
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        yield place


def _read(place: Path) -> str:
    with place.open(encoding="utf-8", newline="") as opened:
        return opened.read()


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    for path, text in texts.items():
        for place in _places(folder, path):
            place.write_text(text, encoding="utf-8", newline="")


def _add(folder: Path, texts: Mapping[str, str]) -> None:
    for path, text in texts.items():
        for place in _places(folder, path):
            place.write_text(_read(place) + text, encoding="utf-8", newline="")


def _declare(folder: Path, texts: Mapping[str, str]) -> None:
    """Put lines into the front matter, in place of those that say the same key."""
    for path, text in texts.items():
        for place in _places(folder, path):
            first, *lines = _read(place).split("\n")
            keys = {match[0] for line in text.split("\n") if (match := _KEY.match(line))}
            end = lines.index("---")
            kept = [
                line
                for line in lines[:end]
                if not ((match := _KEY.match(line)) and match[0] in keys)
            ]
            made = [first, *kept, *text.split("\n"), *lines[end:]]
            place.write_text("\n".join(made), encoding="utf-8", newline="")


def _replace(folder: Path, pairs: Mapping[str, Sequence[Any]]) -> None:
    for path, given in pairs.items():
        for place in _places(folder, path):
            text = _read(place)
            for old, new in [given] if isinstance(given[0], str) else given:
                assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {path}"
                text = text.replace(old, new)
            place.write_text(text, encoding="utf-8", newline="")


def _raw(folder: Path, texts: Mapping[str, str]) -> None:
    for path, text in texts.items():
        for place in _places(folder, path):
            place.write_bytes(text.encode("latin-1"))


def _add_raw(folder: Path, texts: Mapping[str, str]) -> None:
    for path, text in texts.items():
        for place in _places(folder, path):
            place.write_bytes(place.read_bytes() + text.encode("latin-1"))


def _repeat(folder: Path, pieces: Mapping[str, Sequence[Any]]) -> None:
    """Add to a file's end: what stands before, a piece so many times, what stands after."""
    for path, (before, piece, times, after) in pieces.items():
        for place in _places(folder, path):
            text = (_read(place) if place.exists() else "") + before + piece * times + after
            place.write_text(text, encoding="utf-8", newline="")


def _many(folder: Path, files: Mapping[str, Sequence[Any]]) -> None:
    """So many files of one text; `{n}` in the name is the number."""
    for path, (times, text) in files.items():
        for n in range(times):
            _write(folder, {path.replace("{n}", str(n)): text.replace("{n}", str(n))})


def _link(folder: Path, targets: Mapping[str, str]) -> None:
    for path, target in targets.items():
        for place in _places(folder, path):
            if place.is_dir() and not place.is_symlink():
                place.rename(folder / "moved")
            place.unlink(missing_ok=True)
            place.symlink_to(target)


def _hard_link(folder: Path, targets: Mapping[str, str]) -> None:
    for path, target in targets.items():
        for place in _places(folder, path):
            place.hardlink_to(folder / target)


def _fifo(folder: Path, path: str) -> None:
    for place in _places(folder, path):
        place.unlink(missing_ok=True)
        os.mkfifo(place)


def _folder(folder: Path, path: str) -> None:
    for place in _places(folder, path):
        place.unlink(missing_ok=True)
        place.mkdir()


def _remove(folder: Path, paths: Sequence[str]) -> None:
    for path in paths:
        for place in _places(folder, path):
            place.unlink()


def _move(folder: Path, pairs: Mapping[str, str]) -> None:
    for path, target in pairs.items():
        for place, new in zip(_places(folder, path), _places(folder, target), strict=True):
            place.rename(new)


_CHANGES: dict[str, Callable[[Path, Any], None]] = {
    "write": _write,
    "add": _add,
    "declare": _declare,
    "replace": _replace,
    "raw": _raw,
    "add_raw": _add_raw,
    "repeat": _repeat,
    "many": _many,
    "link": _link,
    "hard_link": _hard_link,
    "fifo": _fifo,
    "folder": _folder,
    "remove": _remove,
    "move": _move,
}
