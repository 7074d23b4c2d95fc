"""Keep the text of each edition readable at an address of its own (see diptych/site/dated)."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.utils import get_relative_url

from build_state import STATE, i18n, outermost, project_folder, site_settings
from diptych.site.context.site import site_context
from diptych.site.dated.page import DatedPage
from diptych.site.dated.pages import dated_files
from diptych.site.file_writing import write_files
from diptych.site.last_look import LastLook
from diptych.site.site_settings import SiteSettings


class _Known:
    """What the build of each language has told."""

    site: ClassVar[dict[str, SiteSettings]] = {}
    templates: ClassVar[dict[str, Environment]] = {}


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    locale = i18n(config).current_language
    _Known.site[locale], _Known.templates[locale] = site_settings(config), env
    if STATE.serving and outermost(config):
        STATE.later["editions/"] = lambda: _files(config)


@event_priority(-150)  # after static-i18n, which builds the other languages in this event
def on_post_build(config: MkDocsConfig) -> None:
    if outermost(config) and STATE.report and not STATE.serving:
        write_files(_files(config), Path(config.site_dir), STATE)


def _files(config: MkDocsConfig) -> dict[str, bytes]:
    """The pages of all editions, each looked at as any other page is."""
    if not STATE.history.own.editions and not STATE.moved:
        return {}
    look = LastLook(site_settings(config), STATE)
    around = {tag: site_context(site, STATE) for tag, site in _Known.site.items()}

    def set_out(dated: DatedPage) -> str:
        STATE.intended[dated.file] = dated.intended
        template = _Known.templates[dated.locale].get_template("main.html")
        root = get_relative_url(".", dated.address)
        output = template.render(page=dated.page, site=around[dated.locale], base_url=root)
        return look.page(output, dated.file, f"{dated.locale}/index.md", dated.locale)

    return dated_files(STATE, project_folder(config), _Known.site, set_out)
