"""Under `mkdocs serve`, show on every page what was found, and go on.

Who edits sees the page first: the texts are checked once their pages stand, and files beside them
are made when somebody asks for them.
"""

from __future__ import annotations

import logging
import posixpath
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Timer
from typing import Any, Literal

import click
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from build_state import STATE, locale_of, outermost, refusals, site_settings
from diptych.language.locales import users_language
from diptych.site.on_demand import SAID, make_asked_for
from diptych.site.parity import check_served, with_panel
from diptych.site.serving import need_address
from made_anew import made_whole, make_page, make_site, remember

_HEADSTART = 0.3
"""Seconds in which browsers load the page again before the check takes the processor."""


class _Built:
    nav: Navigation
    """Of the language that is built."""


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    STATE.serving = command == "serve"


@event_priority(110)  # before anything is read
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    if STATE.serving and outermost(config):
        if not STATE.listening:  # a rebuild has the address already
            with refusals():
                need_address(*config.dev_addr)
            STATE.listening = True
        _count_no_warnings(config)
    return config


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    if STATE.serving:
        _Built.nav = nav


@event_priority(-2000)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    if STATE.serving and not STATE.waiting:
        remember(config, files, _Built.nav, env)


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    unreadable = {Path(problem.file).resolve() for problem in STATE.problems}
    if STATE.serving and Path(page.file.abs_src_path or "").resolve() in unreadable:
        return "# …\n"  # the panel names the file
    return None


@event_priority(-1100)  # after the last look at the page, which may find something
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    if not STATE.serving:
        return output
    panel = partial(
        with_panel, build=STATE, site=site_settings(config), locale=locale_of(page), here=page.url
    )
    STATE.panels[page.file.dest_uri] = panel
    return panel(output)


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]
) -> LiveReloadServer:
    site, served = Path(config.site_dir), server.serve_request
    click.echo(SAID[users_language()], err=True)

    def answer(environ: dict[str, Any], start_response: Any) -> Any:
        asked = environ["PATH_INFO"].encode("latin-1").decode(errors="ignore")
        path = asked.removeprefix(server.mount_path)
        if asked.endswith("/"):
            path += "index.html"
        path = posixpath.normpath(f"/{path}").lstrip("/")  # as MkDocs does
        make_asked_for(path, STATE, site)  # may wait while others' files are made
        make_page(path)
        return served(environ, start_response)

    def build() -> None:
        make_site(builder)
        _check(server, site)

    server.set_app(answer)
    server.builder = build
    made_whole()
    _check(server, site)
    return server


def _check(server: LiveReloadServer, site: Path) -> None:
    """Check the texts, and let browsers load the pages again, while these are served."""

    def check() -> None:
        if check_served(STATE, site):
            _reload(server)

    timer = Timer(_HEADSTART, check)
    timer.daemon = True
    timer.start()


def _reload(server: LiveReloadServer) -> None:
    """Tell browsers that pages have changed, unless a build is under way, which tells them."""
    with server._epoch_cond:  # noqa: SLF001 - MkDocs has no other way
        if server._visible_epoch == server._wanted_epoch:  # noqa: SLF001
            server._wanted_epoch += 1  # noqa: SLF001
            server._visible_epoch += 1  # noqa: SLF001
            server._epoch_cond.notify_all()  # noqa: SLF001


def _count_no_warnings(config: MkDocsConfig) -> None:
    """Keep a warning from ending the session, and from holding back the pages of a rebuild."""
    # for the other languages' builds; this one counts since before its events
    config.strict = False
    logger = logging.getLogger("mkdocs")
    for handler in [known for known in logger.handlers if isinstance(known, CountHandler)]:
        logger.removeHandler(handler)
