"""An invented programme with two editions behind it: a commune's plan for its reed beds.

Since the first edition a dash went, and those after it moved up. Since the second a section was put
in before another, a page got another address, a paragraph went, a passage got other words.
`published` lays out the whole history, `STATES` has the texts of each time.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.changes.repository import git, keep
from tests.conftest import ROOT

FIRST, SECOND = "2026-01-15", "2026-06-01"
"""The days of the editions."""

Both = tuple[str, str]
"""A text in Vietnamese and in English."""

COVER: Both = (
    "---\ntitle: Bãi sậy\nlayout: cover\ncite: Kế hoạch giữ bãi sậy, {place}\n---\n\n"
    "# KẾ HOẠCH\n\n**giữ bãi sậy bên hồ**\n\nXã đề ra kế hoạch sau đây:\n",
    "---\ntitle: The reed beds\nlayout: cover\n"
    "cite: Plan for the reed beds, {place} (unofficial translation)\n---\n\n"
    "# PLAN\n\n**for the reed beds by the lake**\n\nThe commune sets out the following plan:\n",
)
STATE: Both = (
    "# I. TÌNH HÌNH\n\nBãi sậy nuôi cá và chim[^1].\n\n- Nước hồ *trong* quanh năm.\n\n"
    "- Đường vào bãi hẹp.\n\n[^1]: Chim đến từ mùa thu.\n",
    "# I. THE SITUATION\n\nThe reed beds feed fish and birds[^1].\n\n"
    "- The water of the lake is *clear* all year.\n\n- The path to the beds is narrow.\n\n"
    "[^1]: Birds come from autumn on.\n",
)
STATE_NOW: Both = (
    STATE[0].replace("hẹp", "đã mở rộng"),
    STATE[1].replace("is narrow", "has been widened"),
)
TASKS: Both = ("# II. NHIỆM VỤ\n", "# II. TASKS\n")
SIGNED: Both = (
    "---\ntitle: Nơi nhận\nlayout: closing\n---\n\n# Nơi nhận\n\n- Các thôn,\n- Lưu.\n\n"
    "**CHỦ TỊCH**\n",
    "---\ntitle: Recipients\nlayout: closing\n---\n\n# Recipients\n\n- The hamlets,\n- File.\n\n"
    "**CHAIR**\n",
)
MONEY: Both = (
    "# III. KINH PHÍ\n\nXã chi từ ngân sách.\n\nNăm sau xã xem lại kế hoạch.\n",
    "# III. MONEY\n\nThe commune pays from its budget.\n\n"
    "Next year the commune looks at the plan again.\n",
)
MONEY_NOW: Both = (
    "# III. KINH PHÍ\n\nXã chi từ ngân sách.\n",
    "# III. MONEY\n\nThe commune pays from its budget.\n",
)
CUT: Both = ("Cắt sậy vào mùa khô.", "Cut the reeds in the dry season.")
FENCE: Both = ("Rào bãi để trâu không vào.", "Fence the beds so that no buffalo gets in.")
NESTS: Both = ("Không lại gần tổ chim.", "Stay away from the nests of birds.")
BOATS: Both = ("Đưa khách đi bằng thuyền chèo.", "Take visitors along by rowing boat.")
GUIDES: Both = ("Mời người trong thôn dẫn đường.", "Ask people of the hamlet to lead the way.")
WEAVING: Both = ("Mở lớp đan chiếu cho người trẻ.", "Open a class in mat weaving for the young.")
GAUGE: Both = ("Đo mực nước hồ mỗi sáng.", "Measure the level of the lake every morning.")


def section(number: int, title: Both, dashes: Sequence[Both]) -> Both:
    """A section on a page of its own."""
    vi, en = (
        "\n\n".join([f"# {number}. {title[side]}", *(f"- {dash[side]}" for dash in dashes)]) + "\n"
        for side in (0, 1)
    )
    return vi, en


KEEPING: Both = ("Giữ bãi", "Keeping the beds")
VISITORS: Both = ("Đón khách", "Receiving visitors")
CRAFTS: Both = ("Dạy nghề", "Teaching crafts")
WATER: Both = ("Theo dõi nước", "Watching the water")

STATES: tuple[Mapping[str, Both], ...] = (
    {
        "index.md": COVER,
        "part-1.md": STATE,
        "part-2/index.md": TASKS,
        "part-2/section-1.md": section(1, KEEPING, [FENCE, CUT, NESTS]),
        "part-2/section-2.md": section(2, VISITORS, [BOATS, GUIDES]),
        "part-2/section-3.md": section(3, WATER, [GAUGE]),
        "part-3.md": MONEY,
        "recipients.md": SIGNED,
    },
    {
        "index.md": COVER,
        "part-1.md": STATE,
        "part-2/index.md": TASKS,
        "part-2/section-1.md": section(1, KEEPING, [CUT, NESTS]),
        "part-2/section-2.md": section(2, VISITORS, [BOATS, GUIDES]),
        "part-2/section-3.md": section(3, WATER, [GAUGE]),
        "part-3.md": MONEY,
        "recipients.md": SIGNED,
    },
    {
        "index.md": COVER,
        "part-1.md": STATE_NOW,
        "part-2/index.md": TASKS,
        "part-2/section-1.md": section(1, KEEPING, [CUT, NESTS]),
        "part-2/section-2.md": section(2, CRAFTS, [WEAVING]),
        "part-2/section-3.md": section(3, VISITORS, [BOATS, GUIDES]),
        "part-2/water.md": section(4, WATER, [GAUGE]),
        "part-3-money.md": MONEY_NOW,
        "recipients.md": SIGNED,
    },
)
"""The texts of the first edition, of the second, and of today: by path."""

SITE = """INHERIT: project.yml
site_name: Kế hoạch giữ bãi sậy
plugins:
  i18n:
    languages:
      - locale: vi
        name: Tiếng Việt
        default: true
        build: true
      - locale: en
        name: English
        build: true
        site_name: Plan for the reed beds
"""
SETTINGS = "[tool.diptych]\npublish = true\n"


def write(folder: Path, texts: Mapping[str, Both]) -> None:
    """Make `texts` those of the project in `folder`."""
    shutil.rmtree(folder / "docs", ignore_errors=True)
    for path, both in texts.items():
        for locale, text in zip(("vi", "en"), both, strict=True):
            page = folder / "docs" / locale / path
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text, encoding="utf-8")


def laid_out(folder: Path) -> Path:
    """A project in `folder` without texts, with this project's code and look."""
    for part in ("hooks", "overrides"):
        (folder / part).symlink_to(ROOT / part)
    shutil.copy(ROOT / "mkdocs.yml", folder / "project.yml")
    (folder / "mkdocs.yml").write_text(SITE, encoding="utf-8")
    (folder / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / ".gitignore").write_text("site/\n.cache/\nhooks\noverrides\n", encoding="utf-8")
    return folder


def published(folder: Path, tagged: bool = True) -> Path:
    """The programme in `folder` with its history in git, the texts of today committed last."""
    laid_out(folder)
    for day, texts in zip((FIRST, SECOND), STATES[:2], strict=True):
        write(folder, texts)
        keep(folder, day)
        if tagged:
            git(folder, "tag", "--annotate", "--message", day, f"edition/{day}")
    write(folder, STATES[2])
    keep(folder, "today")
    return folder
