"""Put a site in its place as often as that has steps, and die at another step each time.

Run as a program: `python -m tests.hooks.killed_anywhere KIND FOLDER` prints a line of JSON a step.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from diptych.site.staging import Staging

OLD, NEW = "old", "new"
SHARED = ("index.html", "folder")
"""What both sites have, besides an entry of each one's own."""
HIDDEN = ".hidden"
STEPS = ("os.", "shutil.", "open", "ctypes.", "tempfile.")
"""What is told to an audit hook before it is done, and changes what stands on the disk."""


def written(folder: Path, said: str) -> None:
    """A site in `folder` whose every file says `said`."""
    (folder / "folder/deep").mkdir(parents=True)
    for name in ("index.html", "folder/index.html", "folder/deep/index.html", f"only-{said}.html"):
        (folder / name).write_text(said, encoding="utf-8")


def seen(folder: Path) -> list[str]:
    """What the site in `folder` says, and whether it is whole."""
    if not folder.exists():
        return []
    files = [path for path in folder.rglob("*") if path.is_file() and not _is_hidden(path, folder)]
    said = {path.read_text(encoding="utf-8") for path in files}
    return sorted(said if len(files) == 4 * len(said) else {*said, "not whole"})


def entries(folder: Path) -> list[str]:
    """What each entry says that both sites have."""
    files = [folder / "index.html", folder / "folder/index.html", folder / "folder/deep/index.html"]
    return [path.read_text(encoding="utf-8") for path in files]


def _is_hidden(path: Path, folder: Path) -> bool:
    return path.relative_to(folder).parts[0].startswith(".")


def _prepared(kind: str, project: Path) -> None:
    project.mkdir()
    if kind == "absent":
        return
    if kind == "a link":
        (project / "elsewhere").mkdir()
        (project / "site").symlink_to("elsewhere")
    written(project / "site", OLD)
    if kind == "hidden entries":
        (project / "site" / HIDDEN).write_text("hidden", encoding="utf-8")


def _outcomes(kind: str, folder: Path) -> Iterator[dict[str, object]]:
    step = 0
    while True:
        step += 1
        project = folder / str(step)
        _prepared(kind, project)
        site = project / "site"
        inode = site.stat().st_ino if site.exists() else 0
        child = os.fork()
        if child == 0:
            _put(site, step)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        killed = seen(site)
        each = entries(site) if site.exists() else []
        Staging(site).leave()  # as the next build begins, and is refused
        yield {
            "ended": status == 0,
            "killed": killed,
            "entries": each,
            "after": seen(site),
            "same folder": not inode or site.stat().st_ino == inode,
            "a link": site.is_symlink(),
            "hidden": [path.name for path in site.glob(".*")] if site.exists() else [],
            "left": [path.name for path in project.glob(".*")],
        }
        if status == 0:
            return


def _put(site: Path, last: int) -> None:
    staging = Staging(site)
    written(staging.folder, NEW)
    left = last

    def die(event: str, _: object) -> None:
        nonlocal left
        if event.startswith(STEPS):
            left -= 1
            if left == 0:
                os._exit(9)

    sys.addaudithook(die)
    staging.put()
    os._exit(0)


if __name__ == "__main__":
    for outcome in _outcomes(sys.argv[1], Path(sys.argv[2])):
        sys.stdout.write(f"{json.dumps(outcome)}\n")
