"""What git knows, asked by its command."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from diptych.visible import visible
from diptych.wording import Wording

_WITHOUT_OTHERS = (
    # a folder that came with a text may look like a repository: its settings name programs
    "-c",
    "safe.bareRepository=explicit",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "log.showSignature=false",
)

REFUSED = Wording(
    vi="thư mục này thuộc về người dùng khác nên git không chịu đọc; "
    "nếu bạn tin thư mục này, hãy chạy `git config --global --add safe.directory` "
    "kèm đường dẫn đầy đủ của nó",
    en="this folder belongs to another user, so git refuses to read it; if you trust it, run "
    "`git config --global --add safe.directory` with its full path",
)
"""What people are told where `refuses` is so."""


def git(folder: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What `git ARGUMENTS` prints in `folder`; None where it fails or is not installed.

    It reads what is `given`. No shell is between: a name reaches git as it is. One that someone
    else chose stands after `--end-of-options` or `--`, where it cannot be an option.
    """
    done = _run(folder, arguments, given)
    return done.stdout if done and done.returncode == 0 else None


def refuses(folder: Path) -> bool:
    """Whether git keeps `folder`, but for another user, so that it reads nothing there.

    https://git-scm.com/docs/git-config#Documentation/git-config.txt-safedirectory
    """
    done = _run(folder, ("rev-parse", "--git-dir"), b"")
    return done is not None and done.returncode != 0 and b"safe.directory" in done.stderr


def complaint(folder: Path, *arguments: str) -> Wording:
    """Why `git ARGUMENTS` fails in `folder`, mostly in git's own words."""
    done = _run(folder, arguments, b"")
    if done is None:
        return Wording(vi="không chạy được git ở đây", en="git cannot be run here")
    if b"safe.directory" in done.stderr:
        return REFUSED
    said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
    return Wording(vi=f"git báo “{visible(said)}”", en=f"git says “{visible(said)}”")


def prefix(folder: Path) -> str:
    """Where `folder` stands below the root of its repository, "sub/"; empty at the root."""
    shown = git(folder, "rev-parse", "--show-prefix")
    return os.fsdecode(shown.removesuffix(b"\n")) if shown else ""


def uncommitted(folder: Path) -> frozenset[str]:
    """The files below `folder` that are not as the last commit has them, from the repository's
    root.
    """
    asked = (
        ("diff", "--name-only", "--no-renames", "--ignore-submodules", "-z", "HEAD", "--", "."),
        ("ls-files", "--others", "--exclude-standard", "--full-name", "-z"),
    )
    listed = (git(folder, *arguments) or b"" for arguments in asked)
    return frozenset(os.fsdecode(name) for found in listed for name in found.split(b"\0") if name)


def _run(
    folder: Path, arguments: tuple[str, ...], given: bytes
) -> subprocess.CompletedProcess[bytes] | None:
    try:
        return subprocess.run(  # noqa: S603 - no shell
            ["git", *_WITHOUT_OTHERS, *arguments],  # noqa: S607 - git is where the user has it
            cwd=folder,
            env={**os.environ, "LC_ALL": "C"},  # `refuses` reads what it says
            input=given,
            capture_output=True,
            check=False,
        )
    except OSError:
        return None
