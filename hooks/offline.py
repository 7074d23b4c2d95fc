"""Lay ready what browsers keep: the site as an app, and the text for readers without a network."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from build_state import STATE, i18n, outermost, site_settings
from diptych.publication.addresses import manifest_of
from diptych.site.context.site import site_context
from diptych.site.file_writing import write_files
from diptych.site.offline import PAGE, offline_files

_MANIFESTS: dict[str, bytes] = {}
"""The web app manifest in each language, by path."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    if not STATE.serving and site_settings(config).offline:
        config.theme.static_templates.add(PAGE)
    return config


@event_priority(-150)  # when templates can be read, in the build of every language
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    locale = i18n(config).current_language
    if STATE.serving or locale not in i18n(config).build_languages:
        return
    site = site_context(site_settings(config), STATE)
    [language] = [one for one in site.languages if one.locale == locale]
    manifest = env.get_template("partials/manifest.html").render(site=site, language=language)
    _MANIFESTS[manifest_of(locale)] = manifest.encode()


@event_priority(-180)  # when scripts are as they are sent, before the last look
def on_post_build(config: MkDocsConfig) -> None:
    if outermost(config) and STATE.report and not STATE.serving:
        folder = Path(config.site_dir)
        write_files(_MANIFESTS, folder, STATE)
        write_files(offline_files(folder, site_settings(config), STATE), folder, STATE)
