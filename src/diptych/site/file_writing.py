"""Put the files beside the pages into the site; no page offers one that could not be made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

import click

from diptych.exports.formats import Contents
from diptych.language.locales import users_language
from diptych.site.build import Build
from diptych.site.site_settings import SiteSettings
from diptych.site.views.downloads import downloads_page, filled, without
from diptych.wording import Wording

WANTING = Wording(
    vi="{path}: không tạo được tệp này, trang web sẽ không có nó: {reason}",
    en="{path}: this file could not be made, the site does without it: {reason}",
)


def add_files(files: Contents, folder: Path, site: SiteSettings, build: Build) -> None:
    """Write `files` into the site in `folder`, which has all its pages.

    The page that lists the files then tells their sizes, and no page offers a file that is wanting.
    """
    write_files(files, folder, build)
    _withdraw(files.wanting, folder, build)
    sizes = {path: len(content) for path, content in files.items()}
    texts = [(work, text) for work in build.works.values() for text in work.bitext.documents]
    for work, document in texts:
        if path := downloads_page(document):
            page = f"{site.address(work.placed(path), document.locale)}index.html"
            build.change(folder, page, partial(filled, sizes=sizes, language=document.locale))


def write_files(files: Mapping[str, bytes], folder: Path, build: Build) -> None:
    """Write each of `files` to its address in the site in `folder`."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        build.keep(path, content)


def _withdraw(wanting: Mapping[str, str], folder: Path, build: Build) -> None:
    """Tell the files that are wanting, each with the reason, and let no page offer them."""
    for path, reason in wanting.items():
        click.echo(WANTING[users_language()].format(path=path, reason=reason), err=True)
    if not wanting:
        return
    for path in [path for path in build.made if path.endswith(".html")]:
        build.change(folder, path, partial(_without_all, wanting=wanting))


def _without_all(page: str, wanting: Iterable[str]) -> str:
    for path in wanting:
        page = without(page, path)
    return page
