"""Write several files, all of them or none."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from diptych.files.atomic import write_whole


def write_together(contents: Mapping[Path, bytes]) -> None:
    """Put each content at its path, with the folders it needs.

    Whatever interrupts it, what stood there before stands there again, and folders made for it are
    gone. Raises `OSError`.
    """
    made: list[Path] = []
    before: dict[Path, bytes | None] = {}
    try:
        for path, content in contents.items():
            missing = [folder for folder in path.parents if not folder.exists()]
            for folder in reversed(missing):
                folder.mkdir()
                made.append(folder)
            before[path] = path.read_bytes() if path.exists() else None
            write_whole(path, content)
    except BaseException:
        for path, old in before.items():
            with suppress(OSError):
                if old is None:
                    path.unlink(missing_ok=True)
                else:
                    write_whole(path, old)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise
