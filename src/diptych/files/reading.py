"""A file that anybody may have written -> its text: UTF-8, read to a limit."""

from __future__ import annotations

from pathlib import Path

from diptych.errors import Problem, Unreadable
from diptych.files.limits import BYTES, too_large
from diptych.files.opening import named, read_regular
from diptych.wording import Wording


def read_bytes(path: Path, *, following: bool = False) -> bytes:
    """The content of a file, if that is not too much.

    A link is followed if that is asked for. Raises `Unreadable`.
    """
    raw = read_regular(path, BYTES, following=following)
    if problem := too_large(len(raw), named(path)):
        raise Unreadable(problem)
    return raw


def read_text(path: Path, *, following: bool = False) -> str:
    """The text of a UTF-8 file, without byte order mark, its line ends LF.

    A link is followed if that is asked for. Raises `Unreadable`.
    """
    return decoded(read_bytes(path, following=following), named(path))


def decoded(raw: bytes, shown: str) -> str:
    """The text of `raw`, the content of the file called `shown`; see `read_text`.

    Raises `Unreadable` where it is not UTF-8.
    """
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
