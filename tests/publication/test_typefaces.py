"""The table of what the PDF's typefaces have, held against the typesetter itself."""

from __future__ import annotations

import unicodedata

import pytest
from scripts.typefaces import settable, table, typefaces

from diptych.publication.typefaces import TABLE, lacking


def lacks(text: str) -> list[str]:
    return [sign for _, sign in lacking(text)]


def test_the_table_is_the_one_that_the_typefaces_give() -> None:
    assert TABLE.read_text(encoding="utf-8") == table(typefaces()), (
        "the typesetter has other typefaces now: run `python -m scripts.typefaces`"
    )


def test_what_is_lacking_cannot_be_typeset() -> None:
    known = [
        point
        for point in range(0x20000)
        if unicodedata.category(chr(point))[0] in "LNPSZ" and lacks(chr(point))
    ]
    sample = set(known[:: len(known) // 100])
    assert list(settable(sample)) == []


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Đường ≤ 3 €, Ωμέγα, Москва, שלום ✓", []),
        ("a\u0302\u0301 x\u0336 ❤\ufe0f", []),
        ("a\u00a0b\u200bc\u00add\u3000e\ufefff\u2028g", []),
        ("x 😀 y", ["😀"]),
        ("大﷽ไ", ["大", "﷽", "ไ"]),
        ("👩\u200d🚀 1\ufe0f\u20e3", ["👩\u200d🚀", "1\ufe0f\u20e3"]),
        ("x\u20dd", ["x\u20dd"]),
        ("\ue000 \u0378", ["\ue000", "\u0378"]),
    ],
)
def test_a_sign_is_told_with_its_marks(text: str, signs: list[str]) -> None:
    assert lacks(text) == signs
