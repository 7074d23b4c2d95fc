"""Take the last look at each finished page and at the finished site, after every other hook."""

from __future__ import annotations

import gc
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from build_state import STATE, locale_of, outermost, refusals, site_settings
from diptych.site.last_look import LastLook


class _Held:
    look: LastLook | None = None


@event_priority(-1000)
def on_pre_build(config: MkDocsConfig) -> None:
    _keep_all()


@event_priority(-1000)
def on_env(env: object, config: MkDocsConfig, files: Files) -> None:
    if outermost(config) or _Held.look is None:
        _Held.look = LastLook(site_settings(config), STATE)
    _keep_all()
    let_in = STATE.admitted.pictures if STATE.admitted else frozenset[str]()
    for file in files:
        if file.src_uri in let_in and file.abs_src_path:
            STATE.keep(file.dest_uri, Path(file.abs_src_path).read_bytes())


@event_priority(-1000)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    if _Held.look is None:
        return output
    return _Held.look.page(output, page.file.dest_uri, page.file.src_uri, locale_of(page))


@event_priority(-1000)
def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    return _Held.look.template(output, template_name) if _Held.look else output


@event_priority(-190)  # when all languages are written, before the site is put in its place
def on_post_build(config: MkDocsConfig) -> None:
    if _Held.look and STATE.report and outermost(config) and not STATE.serving:
        with refusals():
            _Held.look.site(Path(config.site_dir))


def _keep_all() -> None:
    """Spare the garbage collector texts, findings and pages, which last as long as the build."""
    if not STATE.serving:
        gc.freeze()
