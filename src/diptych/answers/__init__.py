"""What a check said of texts that have not changed since: kept by content, outside every project.

An answer is found by a digest of all that it depends on: the texts, the lists, the settings, what
was asked, and the code itself. Beside it stands which files those are, by the command as it was
given: so the command can be answered before anything but this module is imported. The folder is the
user's own (see `folder`): no change of a project can put an answer there. It can be deleted at any
time.
"""

from __future__ import annotations

import json
import os
import sys
import sysconfig
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from diptych.errors import Unreadable
from diptych.files.atomic import write_whole
from diptych.files.folder import EntryKind, listed
from diptych.files.limits import BYTES
from diptych.files.opening import read_regular

SETTING = "DIPTYCH_CACHE_DIR"
"""The variable of the environment that names another folder; empty: nothing is kept."""
_MOST = 400
"""How many files are kept, two for an answer; the oldest go first."""
_LARGEST = 4_000_000
"""The most bytes of an answer that is kept."""
_PACKAGE = Path(__file__).parents[1]
_BASIS = ".basis"
"""How the names of files end that hold what an answer rests on."""

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a check printed, and the exit status it ended with."""

    status: int
    said: str


@dataclass(frozen=True, slots=True)
class Basis:
    """What the answer to a command rests on, besides the code."""

    read: tuple[str, ...]
    """The files and folders that were read."""
    asked: tuple[str, ...]
    """What the command was understood to ask."""


def folder() -> Path | None:
    """Where answers are kept: the folder that `SETTING` names, or else the user's cache folder.

    None where nothing is to be kept, or the folder is a link or another user's.
    """
    given = os.environ.get(SETTING)
    if given == "":
        return None
    if given is None:
        from platformdirs import user_cache_path

        place = user_cache_path("diptych", appauthor=False)
    else:
        place = Path(given)
    with suppress(OSError):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        owned = not hasattr(os, "getuid") or place.stat().st_uid == os.getuid()
        return place if owned and not place.is_symlink() else None
    return None


def question(read: Iterable[Path], asked: Iterable[str]) -> str:
    """The digest of what an answer depends on: the files and folders `read`, what was `asked`, and
    the code.

    Empty where a file cannot be read, or nothing is kept: then there is nothing to ask for.
    """
    if folder() is None:
        return ""
    digest = sha256()
    try:
        for part in _parts(read, asked):
            digest.update(len(part).to_bytes(8))
            digest.update(part)
    except (OSError, Unreadable, ValueError):  # of values: on another drive
        return ""
    return digest.hexdigest()


def answer_to(asked: str) -> Answer | None:
    """The answer that was kept for the digest `asked`; None without one that can be read."""
    if not asked:
        return None
    return _kept(f"{asked}.json", lambda kept: Answer(int(kept["status"]), str(kept["said"])))


def keep(asked: str, answer: Answer) -> None:
    """Keep `answer` for the digest `asked`; where it cannot be written, nothing happens."""
    if asked:
        _write(f"{asked}.json", answer)


def request(command: Sequence[str], environment: Iterable[str]) -> str:
    """The digest of a command as it was given, here and with what it takes from the environment.

    Where its arguments are links, what they lead to is part of it. Empty where the folder that the
    command is given in is gone.
    """
    try:
        here = str(Path.cwd())
    except FileNotFoundError:
        return ""
    leading = (os.path.realpath(argument) for argument in command)
    said = (here, *environment, *command, *leading)
    digest = sha256()
    for part in said:
        digest.update(f"{len(part)} {part}".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def basis_of(command: str) -> Basis | None:
    """What the answer to a command rested on when it was last given, by its `request`."""
    return _kept(
        f"{command}{_BASIS}",
        lambda kept: Basis(tuple(map(str, kept["read"])), tuple(map(str, kept["asked"]))),
    )


def keep_basis(command: str, basis: Basis) -> None:
    """Remember what the answer to a command rests on, by its `request`."""
    if command and basis_of(command) != basis:
        _write(f"{command}{_BASIS}", basis)


def said_before(command: str) -> Answer | None:
    """The answer to a command, by its `request`, while nothing that it rests on has changed."""
    basis = basis_of(command) if command else None
    return answer_to(question(map(Path, basis.read), basis.asked)) if basis else None


def _kept(name: str, read: Callable[[Any], Kept]) -> Kept | None:
    """What `read` makes of the file `name`; None without one that can be read."""
    place = folder()
    if place is None:
        return None
    try:
        return read(json.loads(read_regular(place / name, _LARGEST)))
    except (Unreadable, ValueError, KeyError, TypeError):
        return None


def _write(name: str, kept: Answer | Basis) -> None:
    place = folder()
    written = json.dumps(asdict(kept)).encode()
    if place is None or len(written) > _LARGEST:
        return
    with suppress(OSError):
        write_whole(place / name, written)
        _forget(place)


def _forget(place: Path) -> None:
    """Delete all but the newest answers in the folder `place`."""
    kept = sorted(
        (one.stat().st_mtime_ns, one.path)
        for one in os.scandir(place)
        if one.name.endswith((".json", _BASIS)) and one.is_file(follow_symlinks=False)
    )
    for _, old in kept[: max(0, len(kept) - _MOST)]:
        Path(old).unlink(missing_ok=True)


def _parts(read: Iterable[Path], asked: Iterable[str]) -> Iterator[bytes]:
    yield sys.version.encode()
    yield _code()
    yield b"asked"
    for said in asked:
        yield said.encode("utf-8", "surrogateescape")
    for path in read:
        yield b"read"
        yield os.fsencode(path)
        yield os.fsencode(os.path.relpath(os.path.realpath(path)))  # links on the way are refused
        yield from _content(path)


@cache
def _code() -> bytes:
    """A digest that tells one state of the code from another: of this library's files, and of when
    packages were last installed beside those that it uses.
    """
    digest = sha256(str(Path(sysconfig.get_path("purelib")).stat().st_mtime_ns).encode())
    for part in _content(_PACKAGE):
        digest.update(len(part).to_bytes(8))
        digest.update(part)
    return digest.digest()


def _content(path: Path) -> Iterator[bytes]:
    if not path.exists():
        return
    if not path.is_dir():
        yield read_regular(path, BYTES, following=True)
        return
    for entry in listed(path):
        if entry.name.endswith(".pyc"):
            continue
        yield f"{entry.kind.name} {entry.path} {entry.size}".encode("utf-8", "surrogateescape")
        if entry.kind is EntryKind.FILE:
            yield read_regular(path / entry.path, BYTES)
        elif entry.kind is EntryKind.LINK:
            yield os.fsencode((path / entry.path).readlink())
