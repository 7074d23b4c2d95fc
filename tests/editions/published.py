"""An invented programme with three editions, and a change since: built as a site."""

from __future__ import annotations

from pathlib import Path

from tests.attacks.roads import laid_out
from tests.changes.repository import edit, git, keep
from tests.conftest import REPO_URL, SITE_URL, run

CHANGES = {
    "vi": "---\ntitle: Những thay đổi\nview: changes\n---\n\n# Những thay đổi\n\nCác bản đăng.\n",
    "en": "---\ntitle: What has changed\nview: changes\n---\n\n# What has changed\n\nEditions.\n",
}
LONG = {
    "vi": "Trồng cây chắn gió quanh mỗi vườn cam, " + "rồi chăm sóc cây mỗi mùa mưa, " * 25,
    "en": "Plant trees against the wind around each grove, " + "and tend them in each rain, " * 25,
}
"""A passage that is folded on the page of changes."""
WATER = {
    "vi": "## 1. Nước tưới\n\n- Đào ao chứa nước mưa ở mỗi vườn.\n\n",
    "en": "## 1. Water\n\n- Dig a pond for rain water in each grove.\n\n",
}


def programme(folder: Path) -> Path:
    """The invented programme in `folder` with a page of changes, kept by git, without a tag."""
    laid_out(folder)
    settings = folder / "pyproject.toml"
    written = settings.read_text(encoding="utf-8").partition("\n[tool.diptych.source]")[0]
    settings.write_text(written.replace('confirmed = "confirmed.txt"\n', ""), encoding="utf-8")
    for locale, text in CHANGES.items():
        page = folder / f"docs/{locale}/guide/changes.md"
        page.write_text(text, encoding="utf-8")
    (folder / ".gitignore").write_text(".cache/\nsite*/\n", encoding="utf-8")
    keep(folder)
    return folder


def tagged(folder: Path, day: str) -> None:
    keep(folder, day)
    git(folder, "tag", "--annotate", "--message", day, f"edition/{day}")


def with_editions(folder: Path) -> Path:
    """The programme with editions of March, May and June, and a change since."""
    programme(folder)
    tagged(folder, "2026-03-01")
    for locale, text in WATER.items():
        page = folder / f"docs/{locale}/part-2.md"
        edit(page, "## 2. ", "## 3. ")
        edit(page, "## 1. ", "## 2. ")
        edit(page, "## 2. ", f"{text}## 2. ")
        edit(page, "500", "600")
    tagged(folder, "2026-05-10")
    edit(folder / "docs/en/part-1.md", "not yet stable", "still not stable")
    for locale, text in LONG.items():
        page = folder / f"docs/{locale}/part-2.md"
        page.write_text(f"{page.read_text('utf-8').rstrip()}\n- {text}.\n", encoding="utf-8")
    for locale, word in (("vi", "hằng năm"), ("en", "every year")):
        edit(folder / f"docs/{locale}/part-3.md", f" {word}", "")
    tagged(folder, "2026-06-20")
    edit(folder / "docs/en/part-2.md", "Build a trade mark", "Create a trade mark")
    keep(folder)
    return folder


def built(folder: Path, site: str = "site") -> Path:
    """The site of the programme in `folder`."""
    done = run(
        *("mkdocs", "build", "--site-dir", site),
        cwd=folder,
        environment={"SITE_URL": SITE_URL, "REPO_URL": REPO_URL},
    )
    assert done.returncode == 0, done.stderr
    return folder / site


def said_by(folder: Path) -> str:
    """What a build of the programme says."""
    done = run("mkdocs", "build", cwd=folder, environment={"SITE_URL": SITE_URL})
    assert done.returncode == 0, done.stderr
    return done.stderr
