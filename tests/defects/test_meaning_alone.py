"""A change of meaning is heard from the Vietnamese alone, without a reviewed wording.

The set was written before the rules were tuned; half of it was held out until that was over.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from diptych.check import check
from diptych.project.settings import Settings
from diptych.rules import chosen_rules
from tests.conftest import this_text

_FILE = Path(__file__).parent / "meaning_fresh.toml"
TOLD = {"tuned": 21, "held": 19}
"""How many changes of each half the rules on meaning tell, each page by itself."""


def changes(half: str) -> Iterator[tuple[str, str, str]]:
    """Each change of a half: the file, the words, and what becomes of them."""
    halves = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    for rows in halves[half].values():
        yield from ((file, old, new) for file, old, new in rows)


@pytest.mark.parametrize("half", TOLD)
def test_the_set_is_large_and_its_words_stand_in_the_texts(half: str) -> None:
    rows = list(changes(half))
    assert len(rows) == len(set(rows)) >= 40
    gone = [row for row in rows if row[1] not in (this_text() / row[0]).read_text(encoding="utf-8")]
    assert gone == []


@pytest.mark.parametrize("half", TOLD)
def test_changes_are_told_beside_the_vietnamese(half: str, tmp_path: Path) -> None:
    told = [row for row in changes(half) if _is_told(*row, tmp_path)]
    assert len(told) >= TOLD[half], told


def _is_told(file: str, old: str, new: str, folder: Path) -> bool:
    """Whether the rules on meaning tell a change of the English beside the Vietnamese page."""
    vietnamese, english = folder / "vi.md", folder / "en.md"
    vietnamese.write_bytes((this_text() / file.replace("/en/", "/vi/")).read_bytes())
    text = (this_text() / file).read_text(encoding="utf-8")
    english.write_text(text.replace(old, new, 1), encoding="utf-8")
    texts = Settings(roots=(vietnamese, english), locales=("vi", "en"))
    return bool(check(texts, chosen_rules(select=["B1"], ignore=["B107", "B112"])).diagnostics)
