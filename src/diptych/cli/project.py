"""The project's texts for a command, or one clear line and an exit status."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from diptych.cli.ending import Status, say

if TYPE_CHECKING:
    from diptych.project.bitext import Bitext
    from diptych.project.settings import Settings


def loaded_project() -> tuple[Settings, Bitext]:
    """The settings and texts of the project here; ends the command where they cannot be read."""
    from diptych.errors import BadConfiguration, CannotCheck
    from diptych.language.locales import users_language
    from diptych.project.loading import load
    from diptych.project.settings import settings

    try:
        project = settings()
        return project, load(project)
    except BadConfiguration as error:
        say(str(error), err=True)
    except CannotCheck as stopped:
        for problem in stopped.problems:
            say(problem.sentence(users_language()), err=True)
    sys.exit(Status.CANNOT_READ)
