"""Under `mkdocs serve`, show on every page what was found, and go on."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from build_state import STATE, locale_of, outermost, refusals, site_settings
from diptych.site.parity import with_panel
from diptych.site.serving import need_address


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


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    unreadable = {Path(problem.file).resolve() for problem in STATE.problems}
    if STATE.serving and Path(page.file.abs_src_path or "").resolve() in unreadable:
        return "# …\n"  # the panel names the file
    return None


@event_priority(-1100)  # after the last look at the page, which may find something
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    if not STATE.serving:
        return output
    return with_panel(output, STATE, site_settings(config), locale_of(page), page.url)


def _count_no_warnings(config: MkDocsConfig) -> None:
    """Keep a warning from ending the session, and from holding back the pages of a rebuild."""
    # for the other languages' builds; this one counts since before its events
    config.strict = False
    logger = logging.getLogger("mkdocs")
    for handler in [known for known in logger.handlers if isinstance(known, CountHandler)]:
        logger.removeHandler(handler)
