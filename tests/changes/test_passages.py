"""What became of each passage."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diptych.alignment.units import Unit
from diptych.changes.passage_changes import changes
from diptych.model import Side
from tests.changes.texts import changed, told, units_of

GOOD = ("Đến năm 2025, duy trì quan hệ tốt.", "By 2025, maintain good relations.")
FAR = ("Đến năm 2030, mở rộng thị trường xa.", "By 2030, widen distant markets.")
LOOK = ("Đến năm 2045, tìm hiểu đối tác mới.", "By 2045, look for new partners.")
NEW = ("Đoạn chưa từng có.", "A dash that never was.")


def text(*dashes: tuple[str, str], number: str = "I") -> tuple[str, str]:
    """A part with dashes in both languages; one without a text is left out there."""
    written = []
    for side, name in enumerate(("Quan hệ", "Relations")):
        lines = [f"- {dash[side]}" for dash in dashes if dash[side]]
        written.append("\n\n".join([f"# {number}. {name}", *lines]) + "\n")
    return written[0], written[1]


BEFORE = text(GOOD, FAR, LOOK)
CASES = {
    "nothing": (BEFORE, []),
    "a word of one language": (
        text(GOOD, (FAR[0], "By 2030, widen far markets."), LOOK),
        ["changed: i-2 > i-2 [e]"],
    ),
    "a word of both": (
        text(GOOD, ("Đến năm 2030, mở rộng thị trường gần.", "By 2030, widen near markets."), LOOK),
        ["changed: i-2 > i-2 [ve]"],
    ),
    "marks alone": (
        text((GOOD[0], "By 2025, maintain *good* relations."), FAR, LOOK),
        ["changed: i-1 > i-1 [e]"],
    ),
    "a dash in both, before others": (
        text(NEW, GOOD, FAR, LOOK),
        [
            "added: - > i-1 [ve]",
            "moved: i-1 > i-2 []",
            "moved: i-2 > i-3 []",
            "moved: i-3 > i-4 []",
        ],
    ),
    "a dash in one language": (
        text(
            GOOD,
            FAR,
            LOOK,
            ("", NEW[1]),
        ),
        ["added: - > i-4 [e]"],
    ),
    "a dash taken out": (
        text(GOOD, LOOK),
        ["removed: i-2 > - [ve]", "moved: i-3 > i-2 []"],
    ),
    "the first taken out": (
        text(FAR, LOOK),
        ["removed: i-1 > - [ve]", "moved: i-2 > i-1 []", "moved: i-3 > i-2 []"],
    ),
    "two that changed places": (
        text(FAR, GOOD, LOOK),
        ["moved: i-2 > i-1 []", "moved: i-1 > i-2 []"],
    ),
    "another text in its place": (
        text(("Xây cầu qua sông.", "Build bridges over rivers."), FAR, LOOK),
        ["removed: i-1 > - [ve]", "added: - > i-1 [ve]"],
    ),
    "moved and changed": (
        text(
            FAR,
            ("Đến năm 2025, duy trì quan hệ rất tốt.", "By 2025, maintain very good relations."),
            LOOK,
        ),
        ["moved: i-2 > i-1 []", "changed: i-1 > i-2 [ve]"],
    ),
    "a heading's level": (
        (f"#{BEFORE[0]}", f"#{BEFORE[1]}"),
        ["moved: i > i []"],
    ),
    "a part's number": (
        text(GOOD, FAR, LOOK, number="II"),
        [
            "moved: i > ii []",
            "moved: i-1 > ii-1 []",
            "moved: i-2 > ii-2 []",
            "moved: i-3 > ii-3 []",
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_it_is_told_what_became_of_each(tmp_path: Path, case: str) -> None:
    after, expected = CASES[case]
    assert changed(tmp_path, BEFORE, after) == expected


WORDS = ("quan hệ", "thị trường", "đối tác", "tỉnh", "năm", "cộng đồng")
DASHES = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5), min_size=1, max_size=8)


@given(before=DASHES, after=DASHES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_every_unit_is_accounted_for_once(
    tmp_path: Path, before: list[list[str]], after: list[list[str]]
) -> None:
    was, now = (_units(tmp_path, dashes) for dashes in (before, after))
    found = changes(was, now)
    olds = [change.before.id for change in found if change.before]
    news = [change.after.id for change in found if change.after]
    assert len(olds) == len(set(olds))
    assert len(news) == len(set(news))
    # those of which nothing is told are there before and after, under one id and in one text
    quiet_before = [u for u in was if u.id not in olds]
    quiet_after = [u for u in now if u.id not in news]
    assert [(u.id, _said(u)) for u in quiet_before] == [(u.id, _said(u)) for u in quiet_after]
    assert news == [u.id for u in now if u.id in news], "in reading order"


def _said(unit: Unit) -> str:
    segment = unit.segment(Side.ORIGINAL)
    return segment.text if segment else ""


def _units(folder: Path, dashes: list[list[str]]) -> list[Unit]:
    said = "\n\n".join(f"- {' '.join(words)}." for words in dashes)
    return units_of(folder, f"# I. Một\n\n{said}\n", f"# I. One\n\n{said}\n")


def test_a_large_change_is_told_in_time(tmp_path: Path) -> None:
    """By ids alone, where more than a few hundred texts changed both place and words."""
    shuffled = random.Random(7)  # noqa: S311 - the same words at every run
    texts = []
    for _ in range(2):
        words = [" ".join(shuffled.choices(WORDS, k=9)) for _ in range(600)]
        texts.append("# I. Một\n\n" + "\n\n".join(f"- {line}." for line in words) + "\n")
    was, now = (units_of(tmp_path, text, text) for text in texts)
    found = changes(was, now)
    assert {told(change).partition(":")[0] for change in found} >= {"changed"}


def sections(*told: tuple[str, tuple[tuple[str, str], ...]]) -> tuple[str, str]:
    """A part whose sections have a title and dashes."""
    written = []
    for side in (0, 1):
        lines = ["# I. A"]
        for number, (title, dashes) in enumerate(told, 1):
            lines += [f"## {number}. {title}", *(f"- {dash[side]}" for dash in dashes)]
        written.append("\n\n".join(lines) + "\n")
    return written[0], written[1]


def test_below_a_renumbered_heading_each_dash_is_found_again(tmp_path: Path) -> None:
    """Even one that was rewritten, and where the same words stand elsewhere, too."""
    rewritten = ("Đến năm 2045, mời gọi đối tác.", "By 2045, invite partners from afar.")
    before = sections(("Near", (GOOD, NEW, LOOK)), ("Far", (NEW, FAR)))
    after = sections(("First", (LOOK,)), ("Near", (GOOD, NEW, rewritten)), ("Far", (NEW, FAR)))
    assert changed(tmp_path, before, after) == [
        "added: - > i-1 [ve]",
        "moved: i-1-3 > i-1-1 []",
        "moved: i-1 > i-2 []",
        "moved: i-1-1 > i-2-1 []",
        "moved: i-1-2 > i-2-2 []",
        "added: - > i-2-3 [ve]",
        "moved: i-2 > i-3 []",
        "moved: i-2-1 > i-3-1 []",
        "moved: i-2-2 > i-3-2 []",
    ]
    after = sections(("First", (FAR,)), ("Near", (GOOD, NEW, rewritten)), ("Far", (NEW, FAR)))
    assert changed(tmp_path, before, after) == [
        "added: - > i-1 [ve]",
        "added: - > i-1-1 [ve]",
        "moved: i-1 > i-2 []",
        "moved: i-1-1 > i-2-1 []",
        "moved: i-1-2 > i-2-2 []",
        "changed: i-1-3 > i-2-3 [ve]",
        "moved: i-2 > i-3 []",
        "moved: i-2-1 > i-3-1 []",
        "moved: i-2-2 > i-3-2 []",
    ]
