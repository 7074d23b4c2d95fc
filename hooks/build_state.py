"""What the hooks of one build share, and what they ask of MkDocs' configuration.

MkDocs executes a hook's module anew for every rebuild of `mkdocs serve`, but imports this one only
once: what must outlast a rebuild stands here.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from diptych.site.build import Build, NotBuilt
from diptych.site.site_settings import SiteSettings

STATE = Build()


class I18n(Protocol):
    """The plugin static-i18n, as far as the hooks use it."""

    building: bool
    current_language: str
    default_language: str
    build_languages: list[str]
    config: Any

    def reconfigure_files(self, files: Files, config: MkDocsConfig) -> Files:
        """`files` of the current language alone, at the addresses that they have on the site."""


def i18n(config: MkDocsConfig) -> I18n:
    """The plugin that builds one site per language."""
    return cast("I18n", config.plugins["i18n"])


def locale_of(page: Page) -> str:
    """The language of a page being built, from its file: static-i18n or a hook put it there."""
    return str(getattr(page.file, "locale", "")) or page.file.src_uri.partition("/")[0]


def outermost(config: MkDocsConfig) -> bool:
    """Whether this is the build that MkDocs started, not one of static-i18n's inside it."""
    return not i18n(config).building


def project_folder(config: MkDocsConfig) -> Path:
    """The folder of mkdocs.yml, as seen from where the command runs."""
    return Path(os.path.relpath(Path(config.config_file_path).parent))


def site_settings(config: MkDocsConfig) -> SiteSettings:
    """What mkdocs.yml says of the site, in the language being built."""
    languages = i18n(config).config.languages
    return SiteSettings(
        name=config.site_name,
        languages=tuple(i18n(config).build_languages),
        original=i18n(config).default_language,
        templates=Path(str(config.theme.custom_dir)),
        folder=project_folder(config),
        url=config.site_url or "",
        repository=(config.repo_url or "").rstrip("/"),
        branch=config.extra.get("branch", "main"),
        names={known.locale: known.name for known in languages},
        misplaced=tuple(known.locale for known in languages if "words" in (known.extra or {})),
        offline=config.extra.get("offline", True) is not False,
    )


def names_of_site(config: MkDocsConfig) -> dict[str, str]:
    """What the site is called in each of its languages."""
    languages = i18n(config).config.languages
    return {known.locale: known.site_name or config.site_name for known in languages}


@contextmanager
def refusals() -> Iterator[None]:
    """Let a refusal end the build as MkDocs ends one: with its message, and the status 1."""
    try:
        yield
    except NotBuilt as refusal:
        raise Abort(str(refusal)) from refusal
