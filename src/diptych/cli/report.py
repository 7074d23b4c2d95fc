"""The command `diptych report`: what a change does to the texts."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from diptych.cli.ending import Status, cannot_write, say
from diptych.wording import SPOKEN

if TYPE_CHECKING:
    from diptych.check import Report
    from diptych.errors import Problem

_FOR_GITHUB = "GITHUB_STEP_SUMMARY"
"""The environment variable that names the file of a step's summary in GitHub's runners."""
_MODULES = {"text": "terminal"}
"""The name of a form's module, where that differs from the form's."""


@click.command()
@click.option(
    "--base",
    "revision",
    envvar="BASE",
    default="main",
    show_default=True,
    metavar="REVISION",
    help="The branch or commit to compare the texts with",
)
@click.option(
    "--request",
    envvar="REQUEST",
    default="",
    metavar="REVISION",
    help="The commit whose texts lie here, over the code of the base; its other changes are told",
)
@click.option(
    "--format",
    "form",
    envvar="REPORT_FORMAT",
    type=click.Choice(["text", "html", "summary"]),
    default="text",
    show_default=True,
    help="Text for a terminal; a web page; the summary of a run on GitHub",
)
@click.option(
    "--output",
    envvar="REPORT_FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The file to write; a summary goes to where GitHub looks for it",
)
@click.option(
    "--lang",
    "language",
    type=click.Choice(SPOKEN),
    help="Language of the report  [default: yours on a terminal, else both]",
)
@click.option("--site", envvar="SITE_URL", default="", metavar="URL", help="Address of the site")
@click.option(
    "--preview",
    envvar="PREVIEW_URL",
    default="",
    metavar="URL",
    help="Address of a preview of the site with the change",
)
@click.option(
    "--page", envvar="REPORT_URL", default="", metavar="URL", help="Address of the full report"
)
@click.option(
    "--lines",
    envvar="LINES_URL",
    default="",
    metavar="URL",
    help="Address of the files; places link there",
)
def report(
    revision: str,
    request: str,
    form: str,
    output: Path | None,
    language: str | None,
    site: str,
    preview: str,
    page: str,
    lines: str,
) -> None:
    """Tell what changed, provision by provision, and what the check finds.

    \b
    Exit status  0: told, whatever was found (`diptych check` judges)
                 2: there is nothing to compare with, or no settings; a line says why
                 3: the file could not be written
    """  # noqa: D301 - click's mark for lines that stay as they are
    from importlib import import_module

    from diptych.changes.base import base_of
    from diptych.errors import NoSuchBase
    from diptych.language.locales import users_language
    from diptych.report import ReportLinks, reviewed

    spoken = (language,) if language else (users_language(),) if form == "text" else SPOKEN
    try:
        base = base_of(Path(), revision, request)
    except NoSuchBase as none:
        say(none.wording[spoken[0]], err=True)
        sys.exit(Status.CANNOT_READ)
    checked, problems = _checked()
    review = reviewed(base, revision, checked, problems, ReportLinks(site, preview, page, lines))
    told: str = import_module(f"diptych.report.{_MODULES.get(form, form)}").rendered(review, spoken)
    if form == "summary" and output is None and _FOR_GITHUB in os.environ:
        output = Path(os.environ[_FOR_GITHUB])
    if output is None:
        say(told)
        return
    try:
        output.write_text(told + "\n", encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        cannot_write(output, error)


def _checked() -> tuple[Report | None, tuple[Problem, ...]]:
    """The check's report, or None and the reasons why the texts could not be read."""
    from diptych.check import check
    from diptych.editions.last import completed_in
    from diptych.errors import BadConfiguration, CannotCheck
    from diptych.project.settings import settings

    try:
        return check(settings(), completed=completed_in(Path())), ()
    except CannotCheck as stopped:
        return None, stopped.problems
    except BadConfiguration as error:
        say(str(error), err=True)
        sys.exit(Status.CANNOT_READ)
