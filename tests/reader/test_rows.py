"""What a row's cells say of their text holds of the row's text."""

from __future__ import annotations

from pathlib import Path

from diptych.model import Emphasis
from diptych.reader import read_document


def test_offsets_in_a_row_are_those_of_its_text(tmp_path: Path) -> None:
    file = tmp_path / "en.md"
    file.write_text(
        "# I. A\n\n| a | b |\n| --- | --- |\n| one | *two*[^1] `three` |\n\n[^1]: note\n",
        encoding="utf-8",
    )
    (_, row) = (provision.segment for provision in read_document(file, "en").pages[0].provisions())
    assert row.text == "one | two three"
    (mark,) = row.marks
    assert row.text[: mark.offset] == "one | two"
    (stretch,) = row.stretches
    assert (stretch.emphasis, row.text[stretch.start : stretch.end]) == (Emphasis.EM, "two")
    ((start, end),) = row.code
    assert row.text[start:end] == "three"
