"""A small project with a history: its texts as they were, edition after edition."""

from __future__ import annotations

from pathlib import Path

from diptych.project.bitext import Bitext
from diptych.project.loading import load
from diptych.project.settings import settings
from tests.changes.repository import git, keep

Texts = tuple[str, str]
"""A page in both languages."""


def write(folder: Path, texts: Texts) -> Path:
    """Make `texts` the project in `folder`: one page, the part I."""
    for locale, text in zip(("vi", "en"), texts, strict=True):
        page = folder / "docs" / locale / "part-1.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    (folder / "pyproject.toml").write_text("[tool.diptych]\n", encoding="utf-8")
    return folder


def publish(folder: Path, day: str, texts: Texts) -> str:
    """Make `texts` an edition of the project in `folder`; its commit."""
    commit = keep(write(folder, texts), day)
    git(folder, "tag", "--annotate", "--message", day, f"edition/{day}")
    return commit


def section(number: int, *dashes: Texts) -> Texts:
    """A section with dashes in both languages."""
    names = ("Mục", "Section")
    return tuple(  # type: ignore[return-value]
        "\n\n".join([f"## {number}. {name} {len(dashes)}", *(f"- {d[side]}" for d in dashes)])
        for side, name in enumerate(names)
    )


def part(*sections: Texts) -> Texts:
    """The part I with sections in both languages."""
    names = ("Bờ sông", "The riverside")
    return tuple(  # type: ignore[return-value]
        "\n\n".join([f"# I. {name}", *(s[side] for s in sections)]) + "\n"
        for side, name in enumerate(names)
    )


def texts_now(folder: Path) -> Bitext:
    """The texts of the project in `folder` as they are."""
    return load(settings(folder))
