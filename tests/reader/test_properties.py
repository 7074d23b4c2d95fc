"""Properties of the reader: any text is read without a crash, and every line it tells is right."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diptych.model import Document, Segment
from diptych.reader import assembled
from diptych.reader.markdown_files import MarkdownText

PIECES = st.sampled_from(
    [
        "# I. ", "## 2. ", "### ", "- ", "* ", "3. ", "    ", "\t", "> ", "[^1]",
        "[^1]: ", "*", "**",
        "_", "`", "```\n", "| a | b |\n|---|---|\n", "<b>", "<!-- ", " -->", "[x](y)", "![x](y)",
        "&amp;", "\\*", "\n", "\n\n", "---\n", "===\n", "Khánh Hòa ", "15-CT/TW, ", "năm 2030. ",
        "đối ngoại ", "“", "”", "\u00a0", "\u2028", "\r",
    ]
)  # fmt: skip
MARKDOWN = st.lists(PIECES | st.text(max_size=8), max_size=40).map("".join)


def document(*texts: str) -> Document:
    pages = []
    for number, text in enumerate(texts):
        lines = tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
        pages.append((f"p{number}.md", MarkdownText(f"p{number}.md", lines, {}, 0, 1)))
    return assembled(pages, "vi", ".")


def segments(read: Document) -> list[Segment]:
    return [p.segment for page in read.pages for p in page.all_provisions()] + [
        division.heading for division in read.walk() if division.heading
    ]


@given(MARKDOWN)
def test_any_text_is_read_and_ids_are_unique(text: str) -> None:
    read = document(text)
    ids = [division.id for division in read.walk()]
    ids += [p.id for page in read.pages for p in page.all_provisions()]
    ids += [note.id for page in read.pages for note in page.footnotes]
    assert len(ids) == len(set(ids))


@given(MARKDOWN)
def test_places_lie_in_the_file(text: str) -> None:
    read = document(text)
    lines = read.pages[0].lines
    for segment in segments(read):
        assert 1 <= segment.place.line <= len(lines)
        for run in segment.runs:
            assert 1 <= run.line <= len(lines)
            assert 1 <= run.column <= len(lines[run.line - 1]) + 1


WORDS = st.lists(
    st.sampled_from(["Khánh", "Hòa", "đẩy", "mạnh", "2030", "ASEAN", "(WB),", "và"]),
    min_size=1,
    max_size=9,
)  # fmt: skip


MARKS = st.sampled_from(["- ", "1. ", "", "# I. "])


@given(st.lists(st.tuples(MARKS, WORDS), min_size=1, max_size=6))
def test_every_word_is_found_where_it_is_said_to_stand(blocks: list[tuple[str, list[str]]]) -> None:
    text = "\n\n".join(mark + "\n".join(words) for mark, words in blocks if mark != "# I. ")
    text += "".join(f"\n\n# I. {' '.join(words)}" for mark, words in blocks if mark == "# I. ")
    read = document(text)
    assert sum(len(s.text.split()) for s in segments(read)) == sum(
        len(words) + (mark == "# I. ") for mark, words in blocks
    )
    for segment in segments(read):
        offset = 0
        for word in segment.text.split():
            offset = segment.text.index(word, offset)
            _, line, column = segment.place_at(offset)
            assert read.pages[0].lines[line - 1][column - 1 :].startswith(word)


@given(MARKDOWN, MARKDOWN)
def test_a_page_does_not_change_how_another_is_read(first: str, second: str) -> None:
    alone = document(first)
    together = document(first, second)
    assert [p.segment.text for p in alone.pages[0].all_provisions()] == [
        p.segment.text for p in together.pages[0].all_provisions()
    ]
