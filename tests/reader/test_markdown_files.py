from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from diptych.errors import CannotCheck
from diptych.reader import read_document
from diptych.reader.markdown_files import (
    _front_matter,
    markdown_files,
    read_markdown,
    reading_order,
)


def write(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def problems(root: Path) -> list[str]:
    with pytest.raises(CannotCheck) as stopped:
        read_document(root, "vi")
    return [problem.sentence("en") for problem in stopped.value.problems]


def test_reading_order() -> None:
    paths = [
        "recipients.md", "part-3/section-10.md", "part-3/section-2.md", "part-3/index.md",
        "part-4.md", "index.md", "part-1.md",
    ]  # fmt: skip
    assert sorted(paths, key=reading_order) == [
        "index.md", "part-1.md", "part-3/index.md", "part-3/section-2.md", "part-3/section-10.md",
        "part-4.md", "recipients.md",
    ]  # fmt: skip


def test_only_markdown_files_are_read(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "x")
    write(tmp_path, "b.txt", "x")
    write(tmp_path, "c/d.md", "x")
    assert [path for path, _ in markdown_files(tmp_path)] == ["a.md", "c/d.md"]


def test_byte_order_mark_and_line_ends_make_no_difference(tmp_path: Path) -> None:
    plain = write(tmp_path, "plain.md", "---\ntitle: A\n---\n\n# I. B\n\nC\nD\n")
    other = write(tmp_path, "other.md", b"\xef\xbb\xbf---\r\ntitle: A\r\n---\r\n\r\n# I. B\r\rC\nD")
    left, right = read_markdown(plain), read_markdown(other)
    assert (left.lines, left.meta, left.meta_end) == (right.lines, right.meta, right.meta_end)


def test_front_matter_keeps_line_numbers(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "---\nlayout: cover\ntitle: A\n---\n\n# B\n")
    page = read_document(tmp_path, "vi").pages[0]
    assert page.meta == {"layout": "cover", "title": "A"}
    assert page.title_line == 3
    assert page.divisions[0].place.line == 6


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (b"# T\xecnh\n", 1, "is not UTF-8"),
        (b"\n\n\xff", 3, "is not UTF-8"),
        (b"---\ntitle: A\n\n# B\n", 1, "is never closed"),
        (b"---\ntitle: [A\n---\n", 2, "is not valid YAML"),
        (b"---\ntitle: A: B\n---\n", 2, "is not valid YAML"),
        (b"---\n- A\n---\n", 1, "must be lines of the form"),
        (b"A\n<<<<<<< HEAD\nB\n=======\nC\n>>>>>>> main\n", 2, "conflict marker"),
    ],
)
def test_bad_input_is_named_with_its_line(
    tmp_path: Path, content: bytes, line: int, said: str
) -> None:
    path = write(tmp_path, "a.md", content)
    [sentence] = problems(tmp_path)
    assert sentence.startswith(f"{path}:{line}: ")
    assert said in sentence
    assert "\n" not in sentence


def test_every_bad_file_is_named(tmp_path: Path) -> None:
    write(tmp_path, "a.md", b"\xff")
    write(tmp_path, "b.md", "fine")
    write(tmp_path, "c.md", "---\n")
    assert len(problems(tmp_path)) == 2


def test_missing_folder_and_empty_folder(tmp_path: Path) -> None:
    [missing] = problems(tmp_path / "none")
    assert "no such file or folder" in missing
    [empty] = problems(tmp_path)
    assert "nothing to compare" in empty


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to(tmp_path / "gone")
    [sentence] = problems(tmp_path)
    assert "cannot be read" in sentence


@pytest.mark.parametrize("text", ["Title\n=======\n", "> > > quoted\n", "<<<<<<<<\n"])
def test_what_only_looks_like_a_conflict_marker_is_read(tmp_path: Path, text: str) -> None:
    write(tmp_path, "a.md", text)
    assert read_document(tmp_path, "vi").pages


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["title", "layout", "a-b"]),
            st.text("aIVyn nođế.,;-#:?'\"[]{}&*!|>%@`~0123é –", max_size=12)
            | st.sampled_from(["yes", "No", "null", "on", "2022-01-01", "1e3", "a: b", "a #b"]),
        ),
        max_size=3,
    )
)
def test_plain_front_matter_is_read_as_yaml_reads_it(pairs: list[tuple[str, str]]) -> None:
    lines = ["---", *(f"{name}: {value}" for name, value in pairs), "---"]
    try:
        expected = yaml.safe_load("\n".join(lines[1:-1])) or {}
    except (yaml.YAMLError, ValueError):
        return
    if isinstance(expected, dict):
        assert _front_matter(tuple(lines), len(lines), "a.md") == expected
