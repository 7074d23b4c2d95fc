"""A project kept by git, to be changed."""

from __future__ import annotations

import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def keep(folder: Path, message: str = "as it is") -> str:
    """Commit all that is in `folder`, which becomes a repository if it is none; the commit."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(folder, "rev-parse", "HEAD")


def small_project(folder: Path) -> Path:
    """A project of two dashes in both languages."""
    folder.mkdir(parents=True, exist_ok=True)
    for locale, text in (
        ("vi", "# I. Quan hệ\n\n- Duy trì quan hệ.\n\n- Mở rộng thị trường.\n"),
        ("en", "# I. Relations\n\n- Maintain relations.\n\n- Widen markets.\n"),
    ):
        page = folder / "docs" / locale / "part-1.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    (folder / "pyproject.toml").write_text("[tool.diptych]\n", encoding="utf-8")
    return folder


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times in {path}"
    path.write_text(text.replace(old, new), encoding="utf-8")
