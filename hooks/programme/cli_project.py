"""The project's texts for a command, or one clear line and an exit status."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from programme.cli_output import CANNOT_READ, say

if TYPE_CHECKING:
    from programme.bitext import Bitext
    from programme.configuration import Settings


def loaded_project() -> tuple[Settings, Bitext]:
    """The settings of the project here, and its texts; ends the command where it cannot."""
    from programme.check import load
    from programme.configuration import settings
    from programme.errors import BadConfiguration, CannotCheck
    from programme.locales import users_language

    try:
        project = settings()
        return project, load(project)
    except BadConfiguration as error:
        say(str(error), err=True)
    except CannotCheck as stopped:
        for problem in stopped.problems:
            say(problem.sentence(users_language()), err=True)
    sys.exit(CANNOT_READ)
