"""A file that anybody may have written, opened once: a regular file, read to a limit.

What a path leads to is looked at before it is opened, for opening alone can wait (a pipe) or do
something (a device); and again once it is open, for the path may lead elsewhere by then.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from diptych.errors import Problem, Unreadable
from diptych.wording import Wording

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK: int = getattr(os, "O_NOFOLLOW", 0)

LINK = Wording(
    vi="đây là liên kết của hệ thống tệp (symlink); hãy đặt chính tệp hoặc thư mục đó vào đây",
    en="this is a symbolic link; put the file or folder itself in its place",
)
_NO_FILE = Wording(
    vi="đây không phải tệp thường (mà là thư mục, thiết bị, ống dẫn hoặc socket); hãy bỏ đi",
    en="this is not a regular file (but a folder, a device, a pipe or a socket); remove it",
)


def read_regular(path: Path, most: int, *, following: bool = False) -> bytes:
    """The content of the file at `path`, or the first `most` + 1 bytes of a longer one.

    A link is followed if that is asked for. Raises `Unreadable`.
    """
    shown = named(path)
    try:
        _assert_regular(path.stat(follow_symlinks=following), shown)
        opened = os.open(path, _FLAGS if following else _FLAGS | _NO_LINK)
        try:
            _assert_regular(os.fstat(opened), shown)
            return _read(opened, most + 1)
        finally:
            os.close(opened)
    except OSError as error:
        raise not_readable(shown, error) from error


def named(path: Path) -> str:
    """`path` as messages name it, its bytes that are no text told by their codes."""
    return path.as_posix().encode("utf-8", "backslashreplace").decode()


def not_readable(shown: str, error: OSError, *, folder: bool = False) -> Unreadable:
    """The error that says why a file, or a folder, could not be read."""
    reason = error.strerror or type(error).__name__
    thing = Wording(vi="thư mục", en="folder") if folder else Wording(vi="tệp", en="file")
    said = Wording(
        vi=f"không đọc được {thing.vi} ({reason})", en=f"the {thing.en} cannot be read ({reason})"
    )
    return Unreadable(Problem(shown, said))


def _assert_regular(state: os.stat_result, shown: str) -> None:
    if not stat.S_ISREG(state.st_mode):
        said = LINK if stat.S_ISLNK(state.st_mode) else _NO_FILE
        raise Unreadable(Problem(shown, said))


def _read(opened: int, most: int) -> bytes:
    read = bytearray()
    while len(read) < most and (piece := os.read(opened, most - len(read))):
        read += piece
    return bytes(read)
