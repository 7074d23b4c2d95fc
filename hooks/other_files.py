"""Write what the site has besides its pages: it is made while the pages are rendered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from threading import Thread

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from build_state import STATE, outermost, project_folder
from diptych.language.locales import users_language
from diptych.project.edition import edition_of
from diptych.site.making import Making, NotMade
from diptych.site.views.downloads import downloads_page, filled, without
from diptych.wording import Wording
from links import address

_WANTING = Wording(
    vi="{path}: không tạo được tệp này, trang web sẽ không có nó: {reason}",
    en="{path}: this file could not be made, the site does without it: {reason}",
)


class _Pending:
    """The files being made. One a process."""

    making: Making | None = None


@event_priority(80)  # as soon as the texts are read, while there is one thread
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    if not outermost(config) or not STATE.settings or not STATE.bitext:
        return config
    if _Pending.making:
        _Pending.making.stop()
    folder = project_folder(config)
    edition = edition_of(STATE.bitext, STATE.settings, folder, config.site_url or "")
    _Pending.making = Making(edition)
    if STATE.serving:  # who edits does not wait for them
        target = Path(config.site_dir)
        Thread(target=_write_later, args=(_Pending.making, target), daemon=True).start()
    return config


@event_priority(-100)  # after static-i18n, which builds the other languages in this event
def on_post_build(config: MkDocsConfig) -> None:
    if not outermost(config) or STATE.serving or not STATE.report or not _Pending.making:
        return
    try:
        files = _Pending.making.result()
    except NotMade as error:
        raise PluginError(f"The files beside the pages could not be made: {error}") from error
    site = Path(config.site_dir)
    _write(files, site)
    _withdraw(files.wanting, site)
    sizes = {path: len(content) for path, content in files.items()}
    for document in STATE.report.bitext.documents:
        if path := downloads_page(document):
            listed = f"{address(path, document.locale)}index.html"
            STATE.change(site, listed, partial(filled, sizes=sizes, language=document.locale))


def _withdraw(wanting: Mapping[str, str], site: Path) -> None:
    """Say which files there are not, and let no page offer them."""
    for path, reason in wanting.items():
        click.echo(_WANTING[users_language()].format(path=path, reason=reason), err=True)
    if not wanting:
        return
    for path in [path for path in STATE.made if path.endswith(".html")]:
        STATE.change(site, path, partial(_without_all, wanting=wanting))


def _without_all(page: str, wanting: Iterable[str]) -> str:
    for path in wanting:
        page = without(page, path)
    return page


def on_shutdown() -> None:
    if _Pending.making:
        _Pending.making.stop()


def _write_later(making: Making, site: Path) -> None:
    try:
        _write(making.result(), site)
    except NotMade:
        return  # stopped by the next rebuild; `mkdocs build` says what else went wrong


def _write(files: dict[str, bytes], site: Path) -> None:
    for path, content in files.items():
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        STATE.keep(path, content)
