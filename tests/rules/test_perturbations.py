"""A translator joins and divides paragraphs; none of it is lost, and what is lost is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.check import check
from diptych.project.settings import Settings

ENGLISH = """
The garden lies behind the mill. It was laid out by a miller who loved quinces.

Water is carried from the river in cans. In dry summers this is done twice a day, before sunrise
and after sunset, by everybody who lives in the house.

The wall keeps the wind out. It is so high that the pears along it ripen three weeks before those
in the open field.

Bees stand in the corner by the gate. Whoever is afraid of them may use the door of the kitchen.

In autumn the apples are laid on straw in the loft. Those that have a spot are pressed at once,
since one bad apple is enough to spoil a shelf.

The paths are covered with bark. It comes from the sawmill across the river.

Nobody works here on Sundays. Guests are welcome then, and are given what is ripe.
"""
VIETNAMESE = """
Khu vườn nằm ở phía sau cối xay. Nó do một người chủ cối xay yêu quả mộc qua dựng nên.

Nước được gánh từ dưới sông lên bằng thùng. Vào những mùa hè khô hạn, việc này phải làm mỗi ngày
hai lần, trước bình minh và sau hoàng hôn, do tất cả mọi người trong nhà cùng làm.

Bức tường giữ cho gió không thổi vào. Nó cao đến mức những cây lê trồng dọc theo tường chín sớm
hơn ba tuần so với lê ngoài đồng trống.

Đàn ong được đặt ở góc vườn bên cổng. Người nào sợ chúng thì có thể đi vào bằng cửa của nhà bếp.

Vào mùa thu, táo được xếp lên rơm ở trên gác xép. Những quả nào có vết thì đem đi ép ngay, bởi vì
chỉ một quả táo hỏng là đã đủ để làm hư cả kệ.

Các lối đi được phủ bằng vỏ cây. Vỏ cây lấy từ xưởng cưa ở phía bên kia sông.

Vào chủ nhật không ai làm việc ở đây. Khi ấy khách được chào đón và được mời những quả đã chín.
"""
PARAGRAPHS = [" ".join(each.split()) for each in VIETNAMESE.strip().split("\n\n")]


def told(folder: Path, paragraphs: list[str]) -> list[tuple[str, int]]:
    """The codes of what is found, each with its line in English."""
    (folder / "en.md").write_text(ENGLISH.lstrip(), encoding="utf-8")
    (folder / "vi.md").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    texts = Settings(roots=(folder / "en.md", folder / "vi.md"), locales=("en", "vi"))
    return [
        (found.code, at.line) for found in check(texts).diagnostics for at in found.locations[:1]
    ]


def test_nothing_is_told_of_the_text_as_it_is(tmp_path: Path) -> None:
    assert told(tmp_path, PARAGRAPHS) == []


@pytest.mark.parametrize("at", range(len(PARAGRAPHS) - 1))
def test_joined_paragraphs_are_not_lost(tmp_path: Path, at: int) -> None:
    joined = " ".join(PARAGRAPHS[at : at + 2])
    assert told(tmp_path, [*PARAGRAPHS[:at], joined, *PARAGRAPHS[at + 2 :]]) == []


@pytest.mark.parametrize("at", range(len(PARAGRAPHS)))
def test_a_divided_paragraph_adds_nothing(tmp_path: Path, at: int) -> None:
    first, _, second = PARAGRAPHS[at].partition(". ")
    divided = [*PARAGRAPHS[:at], f"{first}.", second, *PARAGRAPHS[at + 1 :]]
    assert told(tmp_path, divided) == []


@pytest.mark.parametrize("at", range(len(PARAGRAPHS)))
def test_a_lost_paragraph_is_told(tmp_path: Path, at: int) -> None:
    lines = [n for n, line in enumerate(ENGLISH.lstrip().split("\n"), 1) if line]
    starts = [n for n in lines if n - 1 not in lines]
    [(code, line)] = told(tmp_path, [*PARAGRAPHS[:at], *PARAGRAPHS[at + 1 :]])
    assert code == "S104"
    assert line in starts[max(0, at - 1) : at + 2]  # two of one length cannot be told apart


def test_code_that_differs_in_a_few_short_texts_is_told_in_each(tmp_path: Path) -> None:
    """What is wrong in code is no sign of a free translation that would silence it."""
    (tmp_path / "en.md").write_text(
        "Set `harbour-depth` first.\n\nThen run `lock --open`.\n\nRead `water_level` last.\n",
        encoding="utf-8",
    )
    (tmp_path / "vi.md").write_text(
        "Đặt `harbour-dept` trước.\n\nRồi chạy `lock --opne`.\n\nCuối cùng đọc `water_levle`.\n",
        encoding="utf-8",
    )
    texts = Settings(roots=(tmp_path / "en.md", tmp_path / "vi.md"), locales=("en", "vi"))
    assert [found.code for found in check(texts).diagnostics] == ["K101"] * 3
