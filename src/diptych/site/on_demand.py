"""Files of a served site that are made when somebody asks for them."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

import click

from diptych.errors import CannotMake
from diptych.language.locales import users_language
from diptych.site.build import Build
from diptych.site.file_writing import WANTING, write_files
from diptych.site.search.pagefind import PagefindError
from diptych.wording import Wording

SAID = Wording(
    vi="Trang hiện ra trước, kết quả kiểm tra hiện sau; tệp tải về, hình của liên kết được chia sẻ "
    "và chỉ mục tìm kiếm chỉ được tạo khi có người mở.",
    en="Pages come first, and what the check finds a little later; files to take away, pictures of "
    "shared links and the search index are made when somebody asks for them.",
)
"""What is said to whoever serves a site."""

_one_at_a_time = Lock()


def make_asked_for(path: str, build: Build, site: Path) -> None:
    """Make the file at `path` of the site in the folder `site`, if it is one that is made later.

    What cannot be made is told, and is not there.
    """
    with _one_at_a_time:
        later = build.later
        offered = next((name for name in later if name in (path, f"{path.partition('/')[0]}/")), "")
        make = later.pop(offered, None)
        if make is None:
            return
        try:
            files = make()
        except (CannotMake, PagefindError) as error:
            said = WANTING[users_language()].format(path=path, reason=error)
            click.echo(said, err=True)
            return
        with build.lock:
            if build.later is later:
                write_files(files, site, build)
