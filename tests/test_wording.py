"""How messages are said."""

from __future__ import annotations

import pytest

from diptych.wording import plural


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 findings"), (1, "1 finding"), (2, "2 findings")]
)
def test_a_noun_agrees_with_its_count(count: int, said: str) -> None:
    assert plural(count, "finding") == said
