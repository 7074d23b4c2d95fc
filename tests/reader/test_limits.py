"""What is too much is refused with its line; what people write is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.errors import CannotCheck, Unreadable
from diptych.files.limits import LINE
from diptych.reader import read_document
from diptych.reader.markdown_files import read_markdown
from diptych.reader.page_limits import BLOCK, BRACKETS, LINES, NESTED, TARGETS, UNCLOSED
from tests.conftest import this_text

TOO_MUCH = {
    "lines": ("\n" * (LINES + 1), LINES + 1, f"more than {LINES} lines"),
    "line": (f"a\n\n{'x' * (LINE + 1)}", 3, f"a line of more than {LINE} characters"),
    "block": ("\n".join(["x" * 1000] * (BLOCK // 1000 + 1)), 51, "without a blank line"),
    "quotations": (f"a\n\n{'> ' * (NESTED + 1)}x", 3, f"nested deeper than {NESTED}"),
    "lists": (f"{'- ' * (NESTED + 1)}x", 1, f"nested deeper than {NESTED}"),
    "brackets": (f"a\n{'[' * (BRACKETS + 1)}", 2, f"more than {BRACKETS} square brackets"),
    "links": ("[a](b) " * (TARGETS + 1), 1, f"more than {TARGETS} links in one paragraph"),
    "tags": ("a\n\n" + "<a " * (UNCLOSED + 1), 3, f"more than {UNCLOSED} signs “<”"),
    "alias": ("---\na: &a x\ntitle: *a\n---\n\nx", 1, "not valid YAML"),
    "no such day": ("---\ndate: 2024-99-99\n---\n\nx", 1, "not valid YAML"),
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_too_much_is_refused_with_its_line(name: str, tmp_path: Path) -> None:
    text, line, said = TOO_MUCH[name]
    path = tmp_path / "vi.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable) as refused:
        read_markdown(path)
    assert refused.value.problem.line == line
    assert said in refused.value.problem.sentence("en")
    assert refused.value.problem.sentence("vi") != refused.value.problem.sentence("en")


@pytest.mark.parametrize(
    "text",
    [
        "- - - - - - - - - - - - - - - - - - - - - - - -",
        "> - 1. x\n>\n>     > - > y",
        "[a](b) [[c]] [^1] " * 100,
        "a < b, c <d> e < 5, " * 200,
        "- x\n\n" * 4_000,
        "```\n" + " " * 60 + "deep code\n```",
        "a\n" + " " * 200 + "\nb",
        "---\ntitle: 'A & B'\ndate: 2024-01-02\ntags: [a, [b]]\n---\n\nx",
    ],
)
def test_what_people_write_is_read(text: str, tmp_path: Path) -> None:
    path = tmp_path / "vi.md"
    path.write_text(text, encoding="utf-8")
    read_markdown(path)


def test_a_file_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "vi.md"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(Unreadable, match="too large"):
        read_markdown(path)


def test_a_name_that_no_address_may_have_is_refused(tmp_path: Path) -> None:

    (tmp_path / 'a"onload=x.md').write_text("x", encoding="utf-8")
    with pytest.raises(CannotCheck, match="rename it"):
        read_document(tmp_path, "vi")


def test_our_own_pages_are_far_below_the_limits() -> None:
    longest = max(
        len(line)
        for path in (this_text() / "docs").rglob("*.md")
        for line in path.read_text(encoding="utf-8").splitlines()
    )
    assert longest < LINE / 10
