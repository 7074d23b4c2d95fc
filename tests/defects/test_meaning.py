"""A change of meaning is heard beside the reviewed wording; a change of style is not called one.

`make bench PART=defects` runs the whole check on each, with and without a reviewed wording.
"""

from __future__ import annotations

from collections import Counter

import pytest

from diptych.language.weight.comparison import shifts
from tests.defects.meaning import STYLE, MeaningChange, meaning_changes

ALL = list(meaning_changes())
CHANGES = [change for change in ALL if change.kind != STYLE]
EDITS_OF_STYLE = [change for change in ALL if change.kind == STYLE]
LEAST = 0.95


def has_weight(change: MeaningChange) -> bool:
    return bool(shifts(*change.paragraphs(), "en"))


def test_the_set_is_large_and_of_many_kinds() -> None:
    assert len(CHANGES) >= 150
    assert len(EDITS_OF_STYLE) >= 40
    assert len({change.kind for change in CHANGES}) >= 10
    twice = Counter((change.page, change.old, change.new) for change in ALL)
    assert [change for change, count in twice.items() if count > 1] == []
    assert [change for change in ALL if change.old == change.new] == []


def test_changes_of_meaning_are_of_weight() -> None:
    missed = [change for change in CHANGES if not has_weight(change)]
    assert len(missed) <= (1 - LEAST) * len(CHANGES), missed


@pytest.mark.parametrize("change", EDITS_OF_STYLE, ids=lambda change: change.new)
def test_an_edit_of_style_is_of_no_weight(change: MeaningChange) -> None:
    assert shifts(*change.paragraphs(), "en") == ()


def test_a_wording_that_stayed_has_no_change_of_weight() -> None:
    for change in ALL:
        for wording in change.paragraphs():
            assert shifts(wording, wording, "en") == ()
