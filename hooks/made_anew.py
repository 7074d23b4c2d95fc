"""After an edit of texts alone, make a page of a served site when somebody asks for it.

MkDocs makes every page anew whatever has changed. Where all else that pages are made of is as it
was, the texts are read again and their pages wait. This module is no hook: like build_state.py it
outlasts a rebuild.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import RLock

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from build_state import STATE, i18n, project_folder
from derived_pages import lay_out
from diptych import model
from diptych.files.folder import listed
from diptych.publication.derived_pages import shown_pages

_MAKING = RLock()
"""Held by whoever makes the site, or a page of it."""


@dataclass(frozen=True, slots=True)
class _Language:
    """What MkDocs makes the pages of one language of."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment

    @property
    def pages(self) -> list[File]:
        """The files of pages, those of derived ones included."""
        return list(self.files.documentation_pages(inclusion=InclusionLevel.is_in_serve))


@dataclass(slots=True)
class _Known:
    """What the last build of the whole site has told."""

    languages: dict[str, _Language] = field(default_factory=dict)
    beside: object = None
    """All that pages are made of besides the texts; None while that is not known."""


_KNOWN = _Known()


def remember(config: MkDocsConfig, files: Files, nav: Navigation, env: Environment) -> None:
    """Remember what the pages are made of in the language that is built."""
    # static-i18n gives the one configuration the values of each language in turn
    language = _Language(copy(config), files, nav, env)
    _KNOWN.languages[i18n(config).current_language] = language


def make_site(whole: Callable[[], None]) -> None:
    """Make the site anew: by `whole`, or page by page where texts alone were edited."""
    with _MAKING:
        if not _took_in_edit():
            _KNOWN.beside = None
            gc.unfreeze()
            whole()
            made_whole()


def made_whole() -> None:
    """Note that the site is made as a whole."""
    _KNOWN.beside = _beside()
    gc.freeze()  # what all pages are made of lasts until then; an edit need not go through it


def make_page(path: str) -> None:
    """Make the page whose file is at `path` of the site if it waits to be made.

    One that cannot be made waits on.
    """
    with _MAKING, STATE.lock:  # the check of served texts rewrites pages
        if make := STATE.waiting.get(path):
            make()
            del STATE.waiting[path]


def _took_in_edit() -> bool:
    """Whether the texts could be read anew and nothing else was to be; their pages wait then."""
    if _KNOWN.beside is None or STATE.bitext is None:
        return False
    before, otherwise = _texts(), STATE.rendered_otherwise
    _read()
    if not STATE.waiting or _beside() != _KNOWN.beside:
        return False
    edited = [path for path, page in _texts().items() if page.lines != before[path].lines]
    stale = {*edited, *_made_of(edited, otherwise)}
    kept = {path: found for path, found in otherwise.items() if path not in stale}
    STATE.rendered_otherwise = kept | STATE.rendered_otherwise
    for path in edited:  # something may be found in them that every page tells
        _render(path)
    return True


def _made_of(edited: list[str], addresses: Container[str]) -> Iterator[str]:
    """Those of the `addresses` in the site whose pages show texts that were `edited`."""
    for locale, language in _KNOWN.languages.items():
        for file in language.pages:
            if file.dest_uri in addresses and not {file.src_uri, *_shown(locale, file)}.isdisjoint(
                edited
            ):
                yield file.dest_uri


def _shown(locale: str, file: File) -> Iterator[str]:
    """The paths below the folder of texts of what a derived page shows; none for another page."""
    if found := STATE.derived_at(locale, file.src_uri):
        work, derived = found
        for shown in shown_pages(work.bitext.original, derived.of):
            for document in work.bitext.documents:
                yield f"{document.locale}/{work.placed(shown.path)}"


def _texts() -> dict[str, model.Page]:
    """The pages of all texts, by path below the folder of texts."""
    return {
        f"{document.locale}/{work.placed(page.path)}": page
        for work in STATE.works.values()
        for document in work.bitext.documents
        for page in document.pages
    }


def _beside() -> object:
    """All that pages are made of besides the texts, as it is known now."""
    admitted, project = STATE.admitted, STATE.settings
    if admitted is None or project is None:
        return None
    config = next(iter(_KNOWN.languages.values())).config
    folder, docs = project_folder(config), Path(config.docs_dir)
    pictures = [docs / path for path in sorted(admitted.pictures)]
    files = [Path(config.config_file_path), folder / "pyproject.toml", *project.beside, *pictures]
    return (
        tuple(listed(Path(str(config.theme.custom_dir)))),
        tuple((path, path.stat().st_mtime_ns) for path in files if path.exists()),
        tuple(_texts()),
        STATE.around,
    )


def _read() -> None:
    """Read the texts as a build does, and let their pages wait if that is possible."""
    for locale, language in _KNOWN.languages.items():
        config, first = language.config, locale == i18n(language.config).default_language
        with _building(locale, within=not first):
            if first:
                config.plugins.on_config(config)
            if STATE.bitext is None:
                return
            for file in language.pages:
                STATE.waiting[file.dest_uri] = partial(_make, locale, file)
            # Templates that the environment has loaded keep what they were prepared with: it is all
            # the same, or else `_beside` differs and the whole site gets environments of its own.
            config.plugins.on_env(language.env, config=config, files=language.files)


def _make(locale: str, file: File) -> None:
    """Make one page as MkDocs makes it among all."""
    language = _KNOWN.languages[locale]
    page = _render(file.src_uri, file)
    if found := STATE.derived_at(locale, file.src_uri):
        work, derived = found
        for path in _shown(locale, file):
            if path not in STATE.texts:
                _render(path)
        lay_out(file, locale, derived, work.bitext)
    STATE.rendered_otherwise.pop(file.dest_uri, None)  # the last look is taken again
    with _building(locale):
        _build_page(page, language.config, language.pages, language.nav, language.env)


def _render(path: str, file: File | None = None) -> Page:
    """Render the page at `path` below the folder of texts, the `file` if it is no text."""
    locale = path.partition("/")[0]
    language = _KNOWN.languages[locale]
    page = (file or language.files.src_uris[path]).page
    assert page  # noqa: S101 - the whole site was made of the same files
    STATE.rendered_otherwise.pop(path, None)
    with _building(locale):
        _populate_page(page, language.config, language.files)
    return page


@contextmanager
def _building(locale: str, *, within: bool = False) -> Iterator[None]:
    """Have the plugin static-i18n build the pages of `locale`, `within` the build of another."""
    plugin = i18n(_KNOWN.languages[locale].config)
    before = plugin.current_language, plugin.building
    plugin.current_language, plugin.building = locale, within
    try:
        yield
    finally:
        plugin.current_language, plugin.building = before
