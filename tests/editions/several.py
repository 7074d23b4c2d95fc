"""The invented mangroves, three documents on one site, with two editions behind them.

The first edition has a notice that the second did without, and lacks the decision, which the
second brought. Since the first, an item of the plan went and its page got another address; since
the second, a passage of the programme got other words.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.changes.repository import edit, git, keep
from tests.test_other_programmes import laid_out

FIRST, SECOND = "2026-03-01", "2026-06-20"
"""The days of the editions."""
TAGS = ("vi", "en")
CHANGES = {
    "vi": "---\ntitle: Những thay đổi\nview: changes\n---\n\n# Những thay đổi\n\nCác bản đăng.\n",
    "en": "---\ntitle: What has changed\nview: changes\n---\n\n# What has changed\n\nEditions.\n",
}
NOTICE = {
    "vi": "---\nnumber: 7/TB-UBND\n---\n\n# THÔNG BÁO\n\nTuần lễ trồng cây bắt đầu.\n",
    "en": "---\nnumber: 7/TB-UBND\n---\n\n# NOTICE\n\nThe week of planting begins.\n",
}
MEETING = {
    "vi": "1. Sở Tài chính họp các xã ven biển.",
    "en": "1. The Department of Finance calls the coastal communes together.",
}
"""The item that the plan had first."""
AREA = {"vi": ("24 lạch triều trước", "20 lạch triều trước"), "en": ("24 tidal", "20 tidal")}
"""What the programme says now, and what it said."""


def of(folder: Path, tag: str, path: str) -> Path:
    return folder / "docs" / tag / path


def with_past(folder: Path, *, tagged: bool = True) -> Path:
    """The mangroves in `folder` with their history in git, the texts of today committed last."""
    laid_out("mangroves", folder)
    (folder / ".gitignore").write_text("/site/\n.cache/\nhooks\noverrides\n", encoding="utf-8")
    settings = folder / "pyproject.toml"
    today = settings.read_text(encoding="utf-8").replace(
        "publish = true\n", 'publish = true\nmoved = "moved.toml"\n'
    )
    (folder / "moved.toml").write_text("", encoding="utf-8")
    decision = folder.parent / f"{folder.name}-decision"
    for tag in TAGS:
        of(folder, tag, "guide/changes.md").write_text(CHANGES[tag], encoding="utf-8")
        shutil.move(of(folder, tag, "decision"), decision / tag)
        of(folder, tag, "notice").mkdir()
        of(folder, tag, "notice/index.md").write_text(NOTICE[tag], encoding="utf-8")
        edit(of(folder, tag, "programme/part-2.md"), *AREA[tag])
        tasks = of(folder, tag, "plan/part-2.md")
        text = tasks.read_text(encoding="utf-8")
        for number in (3, 2, 1):
            text = text.replace(f"\n{number}. ", f"\n{number + 1}. ")
        heading, _, items = text.partition("\n\n")
        of(folder, tag, "plan/tasks.md").write_text(
            f"{heading}\n\n{MEETING[tag]}\n\n{items}", encoding="utf-8"
        )
        tasks.rename(folder.parent / f"{folder.name}-tasks.{tag}.md")
    settings.write_text(today.replace("documents.decision", "documents.notice"), encoding="utf-8")
    _keep(folder, FIRST, tagged)
    for tag in TAGS:
        shutil.move(decision / tag, of(folder, tag, "decision"))
        shutil.rmtree(of(folder, tag, "notice"))
        of(folder, tag, "plan/tasks.md").unlink()
        shutil.move(
            folder.parent / f"{folder.name}-tasks.{tag}.md", of(folder, tag, "plan/part-2.md")
        )
    settings.write_text(today, encoding="utf-8")
    _keep(folder, SECOND, tagged)
    for tag in TAGS:
        edit(of(folder, tag, "programme/part-2.md"), *reversed(AREA[tag]))
    keep(folder, "today")
    return folder


def _keep(folder: Path, day: str, tagged: bool) -> None:
    keep(folder, day)
    if tagged:
        git(folder, "tag", "--annotate", "--message", day, f"edition/{day}")
