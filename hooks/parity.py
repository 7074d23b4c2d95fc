"""Refuse the build when the two languages disagree; under `mkdocs serve`, show it on every page."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from pathlib import Path
from typing import Literal

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler, get_relative_url

from build_state import STATE, i18n, locale_of, outermost, project_folder
from links import address
from programme.check import load, reported
from programme.configuration import settings
from programme.diagnostics import html, text
from programme.errors import BadConfiguration, CannotCheck
from programme.locales import users_language
from programme.reference import PAGE, anchor_of, reference_of


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    STATE.serving = command == "serve"


@event_priority(100)  # before anything is read or written
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    if not outermost(config):
        return config
    STATE.begin()
    if STATE.serving:
        _count_no_warnings(config)
    try:
        STATE.settings = settings(project_folder(config))
        _agree(config, STATE.settings.locales)
        STATE.bitext = load(STATE.settings)
    except CannotCheck as stopped:
        STATE.problems = stopped.problems
        _speak()
    except BadConfiguration as error:
        raise Abort(str(error)) from error
    return config


@event_priority(100)
def on_pre_build(config: MkDocsConfig) -> None:
    if outermost(config) and STATE.bitext:
        STATE.report = reported(STATE.bitext)
        _speak()


def _count_no_warnings(config: MkDocsConfig) -> None:
    """A warning must not end the session, nor keep back the pages of a rebuild."""
    config.strict = (
        False  # for the other languages' builds; this one counts since before its events
    )
    logger = logging.getLogger("mkdocs")
    for handler in [known for known in logger.handlers if isinstance(known, CountHandler)]:
        logger.removeHandler(handler)


def _agree(config: MkDocsConfig, locales: tuple[str, str]) -> None:
    built = i18n(config)
    if locales != (built.default_language, *(set(built.build_languages) - {locales[0]})):
        raise BadConfiguration(
            f"mkdocs.yml builds {', '.join(built.build_languages)}, the default being "
            f"{built.default_language}; [tool.programme] has {' and '.join(locales)}"
        )


def _speak() -> None:
    language = users_language()
    if STATE.problems:
        _print(text.stopped(STATE.problems, language))
    elif STATE.report:
        _print(
            text.rendered(
                STATE.report,
                language,
                reference_of(STATE.report.bitext, os.environ.get("SITE_URL", "")),
            )
        )
    if STATE.serving:
        return
    if STATE.problems:
        raise Abort("The texts could not be checked, so nothing was built.")
    if STATE.report and STATE.report.refuses:
        raise Abort("The two languages do not agree, so nothing was built.")


def _print(said: str) -> None:
    click.echo(said, err=True, color=False if os.environ.get("NO_COLOR") else None)


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Keep `mkdocs serve` alive over a file that cannot be read; the panel names it."""
    unreadable = {Path(problem.file).resolve() for problem in STATE.problems}
    if STATE.serving and Path(page.file.abs_src_path or "").resolve() in unreadable:
        return "# …\n"
    return None


@event_priority(-50)  # when all pages of this language are rendered, before any is written
def on_env(env: object, config: MkDocsConfig, files: Files) -> None:
    if STATE.rendered_otherwise and not STATE.serving:
        for found in STATE.rendered_otherwise:
            _print(text.finding(found, users_language()))
        raise Abort("A page does not render as it is written, so nothing was built.")


@event_priority(-1100)  # after the last look at the page, which may find something
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    if not STATE.serving or not (STATE.problems or STATE.diagnostics):
        return output
    locale = locale_of(page)

    def link(code: str) -> str:
        if not STATE.has_page(locale, PAGE):
            return ""
        target = get_relative_url(address(PAGE, locale), page.url)
        return f"{target}#{anchor_of(code)}"

    panel = html.panel(STATE.diagnostics, STATE.problems, locale, link)
    before, end, after = output.rpartition("</body>")
    return f"{before}{panel!s}{end}{after}"


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    folder = project_folder(config)
    watched = [folder / "pyproject.toml", folder / "overrides"]
    with suppress(BadConfiguration):
        watched += settings(folder).beside
    for path in watched:
        server.watch(str(path))
    return server
