"""What git knows, asked by its command."""

from __future__ import annotations

import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What `git ARGUMENTS` prints in `folder`; None where it fails or is not installed.

    It reads what is `given`. No shell is between: a name reaches git as it is. One that someone
    else chose stands after `--end-of-options` or `--`, where it cannot be an option.
    """
    try:
        done = subprocess.run(  # noqa: S603 - no shell
            ["git", *arguments],  # noqa: S607 - git is where the user has it
            cwd=folder,
            input=given,
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout
