"""The folder in which the site may stand, once links are followed: one with nothing else in it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from diptych.wording import Wording

_CIRCLE = Wording(
    vi="liên kết này dẫn về chính nó; hãy xóa nó",
    en="this link leads back to itself; remove it",
)


class NoPlace(Exception):
    """The error that the site must not be written at a place; `wording` says why, in one line."""

    def __init__(self, target: Path, wording: Wording) -> None:
        self.wording = Wording(vi=f"{target}: {wording.vi}", en=f"{target}: {wording.en}")
        super().__init__(self.wording.en)


def where(target: Path) -> Path:
    """The path that `target` leads to when links are followed, whether or not it exists."""
    try:
        return target.resolve()
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle
        raise NoPlace(target, _CIRCLE) from error


def refuse(target: Path, place: Path, read: Sequence[Path]) -> None:
    """Raise `NoPlace` where a site at `place` would overwrite what is no site.

    `target` is the place as people name it, `read` is what the build reads.
    """
    if place.is_symlink():
        raise NoPlace(target, _CIRCLE)
    if os.path.lexists(place) and not place.is_dir():
        raise NoPlace(
            target,
            Wording(
                vi="đây là một tệp, không phải thư mục; hãy dời tệp này hoặc chọn site_dir khác",
                en="this is a file, not a folder; move it away or name another site_dir",
            ),
        )
    texts = [path.resolve() for path in read]
    for path in (*texts, *_home()):
        within = path in texts and path.is_dir() and path in place.parents
        if within or place == path or place in path.parents:
            raise NoPlace(
                target,
                Wording(
                    vi=f"trang web sẽ ghi đè lên {path}; hãy chọn site_dir khác",
                    en=f"the site would be written over {path}; name another site_dir",
                ),
            )
    for folder in _closed(place):
        raise NoPlace(
            target,
            Wording(
                vi=f"không ghi được vào thư mục {folder}; hãy sửa quyền hoặc chọn site_dir khác",
                en=f"the folder {folder} cannot be written; mend its rights or name another "
                "site_dir",
            ),
        )


def _home() -> list[Path]:
    """The user's home: whoever names it as the site's place has forgotten a folder's name."""
    try:
        return [Path.home().resolve()]
    except RuntimeError:  # nobody's
        return []


def _closed(place: Path) -> Iterator[Path]:
    """The folders of the old site, hidden ones aside, that could not be taken away."""
    if not place.is_dir():
        return
    for folder, below, _ in os.walk(place):
        if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
            yield Path(folder)
        if Path(folder) == place:
            below[:] = [name for name in below if not name.startswith(".")]
