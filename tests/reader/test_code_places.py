"""What stands in a block that is taken as it stands is found in its own line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.reader import read_document

BLOCKS = {
    "a fence": "```js\nlet  a = 1;\n\n\tlet b =   FOUND;\n```\n",
    "a fence of another sign": "~~~~\n```\nFOUND\n~~~~\n",
    "a fence that stays open": "```\none two\ntwo FOUND\n",
    "indented code": "    one\n\n        two   FOUND\n    two\n",
    "a fence in a list": "- x\n\n    ```\n    one\n      FOUND two\n    ```\n",
    "a fence in a quotation": "> ```\n> one\n>   two FOUND\n> ```\n",
    "raw HTML": "<div>\none <b>FOUND</b>\n</div>\n",
    "a word that stands in another before": "```\none notFOUND xFOUND FOUND\n```\n",
}


@pytest.mark.parametrize("name", BLOCKS)
def test_a_word_of_a_block_is_found_where_it_stands(tmp_path: Path, name: str) -> None:
    text = f"---\ntitle: A\n---\n\n# A\n\n{BLOCKS[name]}"
    path = tmp_path / "vi.md"
    path.write_text(text, encoding="utf-8")
    document = read_document(path, "vi")
    (segment,) = [
        provision.segment
        for provision in document.pages[0].all_provisions()
        if "FOUND" in provision.segment.text
    ]
    offset = segment.text.rindex("FOUND")
    lines = text.split("\n")
    (number,) = [number for number, line in enumerate(lines, 1) if "FOUND" in line]
    place = segment.place_at(offset)
    assert (place.line, place.column) == (number, lines[number - 1].rindex("FOUND") + 1)
