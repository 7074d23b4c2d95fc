"""Whether the site may be built: the texts can be read, and the two languages agree.

The findings are printed. Where the site is served to be edited they stop nothing, and each page
shows them.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click
from markupsafe import Markup

from diptych.check import Report, reported, together
from diptych.check.catalogue import PAGE, anchor_of, reference_of
from diptych.editions.last import completed_in
from diptych.editions.site_history import site_history
from diptych.errors import BadConfiguration, CannotCheck
from diptych.files import controls
from diptych.language.locales import users_language
from diptych.output import html, text
from diptych.project.bitext import Bitext
from diptych.project.gate import Admitted
from diptych.project.loading import gate, load
from diptych.project.settings import Settings, settings
from diptych.publication.addresses import relative
from diptych.site.build import Build, NotBuilt
from diptych.site.dated.documents import dated_documents
from diptych.site.dated.moved import old_addresses
from diptych.site.site_settings import SiteSettings
from diptych.site.views.changes import changes_page

_ONE_TRANSLATION = "; a project has one translation: make a project for each"


def read_texts(build: Build, site: SiteSettings, docs: Path) -> None:
    """Read the project of `site` into `build`; `docs` is where the generator has its texts.

    Raises `NotBuilt` where the generator's configuration is not the project's, or where the texts
    cannot be read and the site is not served to be edited.
    """
    try:
        build.settings = replace(settings(site.folder), publish=True)
        _agree(build.settings, site, docs)
        _assert_plain(site)
        build.admitted = gate(build.settings)
        if build.serving:
            _refuse_walls(build.admitted)
        build.drafts.begin()
        build.bitext = load(build.settings, let_in=build.admitted, kept=build.drafts)
        build.history = site_history(build.bitext, site.folder)
        build.moved = old_addresses(dated_documents(build.bitext, build.history, site.folder))
        build.bitext = _with_past(build.bitext, site.folder)
        lacking = build.history.own.lacking
        if lacking and changes_page(build.bitext.original) and not build.serving:
            _tell(lacking[users_language()])
    except CannotCheck as stopped:
        build.problems = stopped.problems
        _tell(text.stopped(build.problems, users_language()))
        if not build.serving:
            raise NotBuilt("The texts could not be checked, so nothing was built.") from stopped
    except BadConfiguration as error:
        raise NotBuilt(str(error)) from error


def _with_past(bitext: Bitext, folder: Path) -> Bitext:
    """`bitext`, and the documents beside it, with what they made of the newest edition."""
    completed = completed_in(folder)
    beside = tuple(map(completed, bitext.beside))
    return completed(replace(bitext, beside=beside) if beside else bitext)


def check_texts(build: Build) -> None:
    """Check the texts that were read. Raises `NotBuilt` if the languages do not agree."""
    if build.bitext is None:
        return
    build.report = together(map(reported, (build.bitext, *build.bitext.beside)))
    _tell_report(build.report)
    if build.report.refuses:
        raise NotBuilt("The two languages do not agree, so nothing was built.")


def check_served(build: Build, site: Path) -> bool:
    """Check the texts whose pages are served from the folder `site`, and show what was found on
    each page.

    False, with nothing shown, where other texts are read meanwhile or these cannot be.
    """
    checked = build.bitext
    if checked is None:
        return False

    def wanted() -> bool:
        return build.bitext is checked

    try:
        report = together(
            reported(each, progress=_WhileWanted(wanted)) for each in (checked, *checked.beside)
        )
    except _NoLongerWanted:
        return False
    with build.lock:
        if not wanted():
            return False
        build.report = report
    _tell_report(report)
    for path, panel in tuple(build.panels.items()):
        with build.lock:
            if not wanted():
                return False
            page = (site / path).read_text(encoding="utf-8")
            (site / path).write_text(panel(page), encoding="utf-8")
    return True


class _NoLongerWanted(Exception):
    """The texts that are being checked have been read anew."""


class _WhileWanted:
    """A progress that ends the check where its texts are no longer those that are served."""

    def __init__(self, wanted: Callable[[], bool]) -> None:
        self._wanted = wanted

    def expect(self, steps: int) -> None:
        """Nothing is shown."""

    def advance(self) -> None:
        """Raise `_NoLongerWanted` where that is so."""
        if not self._wanted():
            raise _NoLongerWanted


def refuse_rendered_otherwise(build: Build) -> None:
    """Raise `NotBuilt` if a page was not rendered as it was read."""
    if build.rendered_otherwise and not build.serving:
        for found in build.rendered_otherwise.values():
            _tell(text.finding(found, users_language()))
        raise NotBuilt("A page does not render as it is written, so nothing was built.")


def with_panel(page: str, build: Build, site: SiteSettings, locale: str, here: str) -> str:
    """The HTML of `page` with what was found in the texts at its end, if anything was, or with a
    note that they are being checked.

    The page is finished, in the language `locale` and at the address `here`; it may have the note.
    """
    page = page.replace(html.being_checked(locale), "")
    if build.bitext is not None and build.report is None:
        return _at_end(page, html.being_checked(locale))
    if not build.problems and not build.diagnostics:
        return page

    def link(code: str) -> str:
        if not build.has_page(locale, PAGE):
            return ""
        return f"{relative(site.address(PAGE, locale), here)}#{anchor_of(code)}"

    return _at_end(page, html.panel(build.diagnostics, build.problems, locale, link))


def _at_end(page: str, added: Markup) -> str:
    before, end, after = page.rpartition("</body>")
    return f"{before}{added!s}{end}{after}"


def _agree(project: Settings, site: SiteSettings, docs: Path) -> None:
    """Raise `BadConfiguration` unless the generator builds what the project's settings name."""
    if project.docs and project.docs.is_dir() and not docs.samefile(project.docs):
        raise BadConfiguration(
            f"mkdocs.yml has docs_dir: {os.path.relpath(docs)}; [tool.diptych] has docs: "
            f"{os.path.relpath(project.docs)}; they must be one folder"
        )
    if site.misplaced:
        tag = site.misplaced[0]
        raise BadConfiguration(
            f"mkdocs.yml has extra: words: for {tag}; words of the interface stand in "
            f"[tool.diptych.words.{tag}] of pyproject.toml"
        )
    if project.locales != (site.original, *(set(site.languages) - {project.locales[0]})):
        raise BadConfiguration(
            f"mkdocs.yml builds {', '.join(site.languages)}, the default being "
            f"{site.original}; [tool.diptych] has {' and '.join(project.locales)}"
            + (_ONE_TRANSLATION if len(site.languages) > len(project.locales) else "")
        )


def _assert_plain(site: SiteSettings) -> None:
    """Raise `BadConfiguration` where what the configuration says of the site has characters that no
    page and no feed may have.
    """
    said = (site.name, site.url, site.repository, site.branch, *site.names.values())
    for one in said:
        if problem := controls.in_text(one, "mkdocs.yml"):
            raise BadConfiguration(replace(problem, line=None).sentence(users_language()))


def _refuse_walls(let_in: Admitted | None) -> None:
    """Raise `NotBuilt` where a generator would walk through links, which may never end."""
    if let_in and (let_in.walls or not let_in.looked_through):
        problems = (*(wall.problem for wall in let_in.walls), *let_in.problems)
        _tell(text.stopped(problems, users_language()))
        raise NotBuilt("The folder of texts cannot be walked through, so nothing was built.")


def _tell_report(report: Report) -> None:
    reference = reference_of(report.bitext, os.environ.get("SITE_URL", ""))
    _tell(text.rendered(report, users_language(), reference))


def _tell(said: str) -> None:
    click.echo(said, err=True, color=False if os.environ.get("NO_COLOR") else None)
