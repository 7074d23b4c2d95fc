"""A file of unknown hands -> its text: UTF-8, no more of it than may be read."""

from __future__ import annotations

from pathlib import Path

from diptych.errors import Problem, Unreadable
from diptych.files.limits import BYTES, too_large
from diptych.files.opening import named, read_regular
from diptych.wording import Wording


def read_bytes(path: Path, *, following: bool = False) -> bytes:
    """What a file holds, if that is not too much. Raises `Unreadable`.

    A link is followed if that is asked for.
    """
    raw = read_regular(path, BYTES, following=following)
    if problem := too_large(len(raw), named(path)):
        raise Unreadable(problem)
    return raw


def read_text(path: Path, *, following: bool = False) -> str:
    """A UTF-8 file without byte order mark, its line ends LF. Raises `Unreadable`."""
    return decoded(read_bytes(path, following=following), named(path))


def decoded(raw: bytes, shown: str) -> str:
    """What `raw`, the file called `shown`, says in UTF-8; see `read_text`. Raises `Unreadable`."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(
            Problem(
                shown,
                Wording(
                    vi="tệp không ở dạng mã UTF-8; hãy lưu lại với bảng mã UTF-8",
                    en="the file is not UTF-8; save it again with the encoding UTF-8",
                ),
                raw.count(b"\n", 0, error.start) + 1,
            )
        ) from error
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
