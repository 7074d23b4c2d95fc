"""The project's texts for a command, or one clear line and an exit status."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from diptych.cli.ending import Status, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from diptych.project.bitext import Bitext
    from diptych.project.settings import Settings


DOCUMENT = click.option(
    "--document",
    default="",
    metavar="NAME",
    help="The document, on a site of several: its name in [tool.diptych.documents]",
)
"""The option of commands that are about one document."""


def loaded_project(document: str = "") -> tuple[Settings, Bitext]:
    """The settings and texts of the project here, or of its `document`; ends the command where
    they cannot be read.
    """
    return _loaded(lambda project: of_document(project, document))


def loaded_site() -> tuple[Settings, Bitext]:
    """Likewise of the whole project, with all its documents."""
    return _loaded(lambda project: project)


def _loaded(wanted: Callable[[Settings], Settings]) -> tuple[Settings, Bitext]:
    from diptych.errors import BadConfiguration, CannotCheck
    from diptych.language.locales import users_language
    from diptych.project.loading import load
    from diptych.project.settings import settings

    try:
        project = wanted(settings())
        return project, load(project)
    except BadConfiguration as error:
        say(str(error), err=True)
    except CannotCheck as stopped:
        for problem in stopped.problems:
            say(problem.sentence(users_language()), err=True)
    sys.exit(Status.CANNOT_READ)


def project_settings() -> Settings:
    """The settings of the project here; ends the command where they cannot be used."""
    from diptych.errors import BadConfiguration
    from diptych.project.settings import settings

    try:
        return settings()
    except BadConfiguration as error:
        say(str(error), err=True)
        sys.exit(Status.CANNOT_READ)


def of_document(project: Settings, document: str) -> Settings:
    """The settings of the `document` of that name; of the project where it has one alone.

    Ends the command where there is no such document, or where one of several is to be named.
    """
    names = [each.folder for each in project.documents]
    if document in names:
        return project.documents[names.index(document)]
    if names:
        raise click.UsageError(f"name the document with --document: {', '.join(names)}")
    if document:
        raise click.UsageError("this site has one document; leave --document out")
    return project
