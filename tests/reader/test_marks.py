"""Blocks, shortcodes and tags of site generators are read as what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.model import Emphasis, Page
from diptych.reader import read_document


def page(text: str, tmp_path: Path, name: str = "a.md") -> Page:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return read_document(tmp_path / name, "en").pages[0]


def texts(read: Page) -> list[str]:
    return [provision.segment.text for provision in read.provisions()]


def marks(read: Page) -> list[str]:
    return [f"{mark.place.line}:{'/' * mark.closing}{mark.name}" for mark in read.marks]


BLOCKS = {
    "/// tip | Hint\n\nWords.\n\n///": (["Words."], ["1:tip", "5:/"]),
    "/// note\n    open: True\n\nWords.\n///": (["Words."], ["1:note", "5:/"]),
    ":::note[Hint]\nWords.\n:::": (["Words."], ["1:note", "3:/"]),
    "::: tip Hint\n- Words.\n:::": (["Words."], ["1:tip", "3:/"]),
    ":::{warning} Hint\n:class: big\n\nWords.\n:::": (["Words."], ["1:warning", "5:/"]),
    '::: {.callout-note title="Hint"}\nWords.\n:::': (
        ["Words."],
        ["1:callout-note", "3:/"],
    ),
    '!!! note "Hint"\n\n    Words.\n\n    - More.\n\nAfter.': (
        ["Words.", "More.", "After."],
        ["1:note"],
    ),
    "??? tip\n    Words.\n\nAfter.": (["Words.", "After."], ["1:tip"]),
    '=== "Tab"\n\n    Words.': (["Words."], ["1:tab"]),
    "> [!NOTE]\n> Words.\n\nAfter.": (["Words.", "After."], ["1:note"]),
    "{{< note >}}\nWords.\n{{< /note >}}": (["Words."], ["1:note", "3:/note"]),
    '{{% include "a.md" %}}': ([], ["1:include"]),
    "{% note %}\n\nWords.\n\n{% endnote %}": (["Words."], ["1:note", "5:/note"]),
    "{{#include a.rs}}\n\nWords.": (["Words."], ["1:include"]),
    "{* ../a.py hl[1] *}\n\nWords.": (["Words."], ["1:include"]),
    "Words.\n\n{/* for translators:\n   nothing */}\n\nMore.": (["Words.", "More."], []),
    "<Tabs>\n<Tab label='a'>\nWords.\n</Tab></Tabs>": (
        ["Words."],
        ["1:Tabs", "2:Tab", "4:/Tab", "4:/Tabs"],
    ),
    "<Note\n  open={() => a > b}\n>\n\nWords.\n\n</Note>": (["Words."], ["1:Note", "7:/Note"]),
    "* One.\n* Two.\n</Recap>\n\nDone.": (["One.", "Two.", "Done."], ["3:/Recap"]),
    "<div>\n<b>Five</b> of them.\n</div>\n": (["Five of them."], ["1:div", "3:/div"]),
    "<p>One.</p><p>Two\nlines.</p>": (["One.", "Two lines."], ["1:p", "1:/p", "1:p", "2:/p"]),
    "import A from 'a';\nimport { b } from \"b\"\n\nWords.": (["Words."], ["1:A", "2:{ b }"]),
    '--8<-- "a.md"\n\nWords.': (["Words."], ["1:--8<--"]),
    "Words.\n{: .class #id}": (["Words."], ["2:"]),
    "{#if open}\nWords.\n{/if}": (["Words."], ["1:if", "3:/if"]),
    '```smart header="Hint"\nWords **here**.\n```': (["Words here."], ["1:smart", "3:/"]),
    "````{note}\n:class: x\n\nWords.\n````": (["Words."], ["1:note", "5:/"]),
    "Words.\n\n***\n\nMore.": (["Words.", "More."], ["3:"]),
}


@pytest.mark.parametrize("text", BLOCKS)
def test_marks_are_no_text_and_text_in_blocks_is(text: str, tmp_path: Path) -> None:
    read = page(text, tmp_path)
    assert (texts(read), marks(read)) == BLOCKS[text]


@pytest.mark.parametrize(
    "text",
    [
        "!!! Stop here now, please.",
        "A path: /// is three strokes.",
        "import this and that from the shelf",
        "export default values to others",
        "{name} is a name.",
        "?? What",
        "$$ is what it costs, and $$$ more",
        "The set {.5, 1}",
    ],
)
def test_prose_stays_prose(text: str, tmp_path: Path) -> None:
    read = page(text, tmp_path)
    assert texts(read) == [text]
    assert read.marks == ()


def test_marks_inside_a_text_are_no_words(tmp_path: Path) -> None:
    read = page(
        'A {{< tooltip text="node" >}} here {/* why */}and [b](c.md){:target="_blank"}, '
        "`{{< x >}}` <Key k={1}/>.\n",
        tmp_path,
    )
    segment = next(read.provisions()).segment
    assert segment.text == "A here and b, {{< x >}} ."
    assert [tag.written for tag in segment.tags] == [
        '{{< tooltip text="node" >}}',
        "{/* why */}",
        '{:target="_blank"}',
        "<Key k={1}/>",
    ]
    assert [text for start, end in segment.code if (text := segment.text[start:end])] == [
        "{{< x >}}"
    ]


@pytest.mark.parametrize("text", [text for text in BLOCKS if "Hint" in text])
def test_a_block_says_its_title(text: str, tmp_path: Path) -> None:
    assert page(text, tmp_path).marks[0].title == "Hint"


@pytest.mark.parametrize("id_", ["{#scope}", "{: #scope .big}", "{/*scope*/}"])
def test_an_id_that_a_heading_declares_is_no_part_of_it(id_: str, tmp_path: Path) -> None:
    division = page(f"# What it holds {id_}\n\nWords.\n", tmp_path).divisions[0]
    assert division.heading
    assert division.heading.text == "What it holds"
    assert division.anchor == "scope"


def test_a_list_is_numbered_as_it_is_printed(tmp_path: Path) -> None:
    def numbers(text: str) -> list[str]:
        read = page(text, tmp_path)
        return [p.number.printed for p in read.provisions() if p.number]

    assert numbers("1. a\n1. b\n1. c\n") == ["1.", "2.", "3."]
    assert numbers("0) a\n0) b\n") == ["0)", "1)"]
    assert numbers("7. a\n7. b\n3. c\n") == ["7.", "8.", "9."]
    assert numbers("1. a\n   1. x\n   1. y\n1. b\n") == ["1.", "1.", "2.", "2."]


def test_a_block_of_code_says_its_language(tmp_path: Path) -> None:
    read = page("```js {1,3}\na\n```\n\n    indented\n\n$$\nx^2\n$$\n", tmp_path)
    assert [p.info for p in read.provisions()] == ["js {1,3}", "", "math"]


def test_the_cells_of_a_row_are_known(tmp_path: Path) -> None:
    rows = list(page("|a|b \\| c||\n|-|-|-|\n|1|2|3|\n", tmp_path).provisions())
    assert [[r.segment.text[s:e] for s, e in r.segment.cells] for r in rows] == [
        ["a", "b | c", ""],
        ["1", "2", "3"],
    ]


def test_front_matter_in_toml_is_read(tmp_path: Path) -> None:
    read = page('+++\nversion = "2.1"\ntitle = "Fruit"\n+++\n\nWords.\n', tmp_path)
    assert read.meta == {"version": "2.1", "title": "Fruit"}
    assert read.title_line == read.line_of("title") == 3
    assert texts(read) == ["Words."]


def test_a_page_of_a_program_has_no_code_by_indentation(tmp_path: Path) -> None:
    text = '<div className="x">\n\n    Words {name}.\n\n</div>\n'
    assert texts(page(text, tmp_path, "a.mdx")) == ["Words ."]


def test_pages_are_found_by_any_suffix(tmp_path: Path) -> None:
    for name in ("a.mdx", "b.markdown", "c.md"):
        (tmp_path / name).write_text("Words.\n")
    assert [p.path for p in read_document(tmp_path, "en").pages] == ["a.md", "b.md", "c.md"]


def test_a_description_of_more_lines_is_read_as_one(tmp_path: Path) -> None:
    read = page("---\ndescription: |-\n  One line,\n  another.\n---\n\nWords.\n", tmp_path)
    assert read.meta == {"description": "One line, another."}


SET = {
    "<b><i>both</b> after": ("both", "both"),
    "**a <b>x</b> after** then": ("a x after", ""),
    "<b>a **x** after</b> then": ("a x after", ""),
    "<b>a <b>x</b> after</b> then": ("a x after", ""),
    "*a <b>x</b> after*": ("x", "a x after"),
    "<b>" * 40 + "x" + "</b>" * 40 + " after": ("x", ""),
}
"""Texts, and the words of each that are bold, and that are in italics."""


@pytest.mark.parametrize("text", SET)
def test_a_tag_that_ends_leaves_what_others_set(text: str, tmp_path: Path) -> None:
    (provision,) = page(text, tmp_path).provisions()
    segment = provision.segment
    for emphasis, words in zip((Emphasis.STRONG, Emphasis.EM), SET[text], strict=True):
        found = [c for n, c in enumerate(segment.text) if emphasis in segment.emphasis_at(n)]
        assert "".join(found).strip() == words
