"""Refuse the build when the two languages disagree; under `mkdocs serve`, show it on every page."""

from __future__ import annotations

import logging
import os
import socket
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
from watchdog.observers.polling import PollingObserverVFS

from build_state import STATE, i18n, locale_of, outermost, project_folder
from diptych.check import reported
from diptych.check.catalogue import PAGE, anchor_of, reference_of
from diptych.errors import BadConfiguration, CannotCheck
from diptych.language.locales import users_language
from diptych.output import html, text
from diptych.project.gate import Admitted
from diptych.project.loading import gate, load
from diptych.project.settings import Settings, settings
from diptych.wording import Wording
from links import address

_PAUSE = 0.5
"""Seconds between two looks at the files, as MkDocs has it."""

_TAKEN = Wording(
    vi="Không dùng được địa chỉ {} ({}); hãy tắt chương trình đang dùng nó hoặc chọn địa chỉ khác: "
    "mkdocs serve --dev-addr 127.0.0.1:8001",
    en="The address {} cannot be used ({}); end what uses it, or choose another one: "
    "mkdocs serve --dev-addr 127.0.0.1:8001",
)


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    STATE.serving = command == "serve"


@event_priority(100)  # before anything is read or written
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    if not outermost(config):
        return config
    STATE.begin()
    if STATE.serving:
        _need_the_port(config)
        _count_no_warnings(config)
    try:
        STATE.settings = settings(project_folder(config))
        _agree(config, STATE.settings)
        STATE.admitted = gate(STATE.settings)
        _refuse_walls(STATE.admitted)
        STATE.bitext = load(STATE.settings, let_in=STATE.admitted)
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


def _need_the_port(config: MkDocsConfig) -> None:
    """End before anything is built where the address cannot be had; a rebuild has it already."""
    if STATE.listening:
        return
    host, port = config.dev_addr
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as tried:
            if os.name == "posix":  # as the server does
                tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((host, port))
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise Abort(_TAKEN[users_language()].format(f"{host}:{port}", reason)) from error
    STATE.listening = True


def _count_no_warnings(config: MkDocsConfig) -> None:
    """A warning must not end the session, nor keep back the pages of a rebuild."""
    config.strict = (
        False  # for the other languages' builds; this one counts since before its events
    )
    logger = logging.getLogger("mkdocs")
    for handler in [known for known in logger.handlers if isinstance(known, CountHandler)]:
        logger.removeHandler(handler)


def _agree(config: MkDocsConfig, project: Settings) -> None:
    built, locales = i18n(config), project.locales
    docs = Path(config.docs_dir)
    if project.docs and project.docs.is_dir() and not docs.samefile(project.docs):
        raise BadConfiguration(
            f"mkdocs.yml has docs_dir: {os.path.relpath(docs)}; [tool.diptych] has docs: "
            f"{os.path.relpath(project.docs)}; they must be one folder"
        )
    if locales != (built.default_language, *(set(built.build_languages) - {locales[0]})):
        raise BadConfiguration(
            f"mkdocs.yml builds {', '.join(built.build_languages)}, the default being "
            f"{built.default_language}; [tool.diptych] has {' and '.join(locales)}"
        )


def _refuse_walls(let_in: Admitted | None) -> None:
    """Do not begin where MkDocs would walk through links, which may never end."""
    if STATE.serving and let_in and (let_in.walls or not let_in.looked_through):
        problems = (*(wall.problem for wall in let_in.walls), *let_in.problems)
        _print(text.stopped(problems, users_language()))
        raise Abort("The folder of texts cannot be walked through, so nothing was built.")


def _follow_no_link(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Have the folders looked at without walking through links, which may never end."""
    given = [path for path in (config.docs_dir, config.config_file_path) if path]
    for path in given:
        server.unwatch(path)
    server.observer = PollingObserverVFS(  # type: ignore[assignment]
        os.lstat, os.scandir, polling_interval=_PAUSE
    )
    for path in given:
        server.watch(path)


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
    _follow_no_link(server, config)
    folder = project_folder(config)
    watched = [folder / "pyproject.toml", folder / "overrides"]
    with suppress(BadConfiguration):
        watched += settings(folder).beside
    for path in watched:
        server.watch(str(path))
    return server
