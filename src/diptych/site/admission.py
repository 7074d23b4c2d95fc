"""Which of the files below the folder of texts reach the site, and what is said of the others."""

from __future__ import annotations

import os
from pathlib import Path

from diptych.language.locales import users_language
from diptych.safety.file_names import left_behind
from diptych.site.build import Build, NotBuilt
from diptych.visible import visible
from diptych.wording import Wording

_UNKNOWN = Wording(
    vi="{}: bước kiểm tra không biết tệp này nên trang web không được dựng",
    en="{}: the check does not know this file, so nothing was built",
)
_ONE_PLACE = Wording(
    vi="{one} và {other} có cùng một chỗ trên trang web: {place}",
    en="{one} and {other} have one place on the site: {place}",
)


def is_let_in(build: Build, path: str) -> bool:
    """Whether the file at `path` is a page of the model or a picture that the gate listed.

    While the texts cannot be read there is no model; then the gate's pages are shown.
    """
    if build.admitted is None:
        return False
    locale, _, below = path.partition("/")
    if build.bitext is not None:
        page = build.page(locale, path) is not None
    else:
        page = below in build.admitted.pages.get(locale, {})
    return page or path in build.admitted.pictures


def refuse_unknown(build: Build, file: str) -> None:
    """Raise `NotBuilt` for a `file` that is not let in.

    None is raised where the site is served to be edited, or for a file that systems and editors
    leave behind.
    """
    if not build.serving and not left_behind(Path(file).name):
        raise unknown_file(file)


def unknown_file(file: str) -> NotBuilt:
    """The error that `file` is neither a page nor a picture that the check knows."""
    return NotBuilt(_UNKNOWN[users_language()].format(visible(os.path.relpath(file))))


def one_place(one: str, other: str, place: str) -> NotBuilt:
    """The error that two files, `one` and `other`, would both stand at `place` on the site."""
    said = _ONE_PLACE[users_language()].format(one=one, other=other, place=place)
    return NotBuilt(visible(said))
