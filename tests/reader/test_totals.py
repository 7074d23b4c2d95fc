"""What is too much in all is refused in one line, with the file; what people write is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.check import check
from diptych.errors import CannotCheck
from diptych.files.limits import LINE
from diptych.files.toml import CHARACTERS, DOTS, DOTS_IN_LINE
from diptych.freshness.record import read_record
from diptych.glossary import ENTRIES, read_glossary, read_names
from diptych.project.settings import settings
from diptych.reader import read_document
from diptych.reader.page_limits import LINES, MARKS
from diptych.reader.totals import FRONT, PAGES, PROVISIONS, SIGNS, TEXT, Total
from diptych.source.corrections import ENTRIES as CORRECTIONS
from diptych.source.corrections import read_register
from tests.conftest import this_text

LINE_OF_TEXT = "chữ " * (LINE // 4) + "\n\n"
TOO_MUCH = {
    "characters": ({f"{n}.md": LINE_OF_TEXT * 20 for n in range(TEXT // LINE // 20 + 1)}, TEXT),
    "pages": ({f"{n}.md": "x" for n in range(PAGES + 1)}, PAGES),
    "headings, paragraphs": (
        {f"{n}.md": "x\n\n" * (PROVISIONS // 4 + 1) for n in range(4)},
        PROVISIONS,
    ),
    "Markdown characters": ({"1.md": ("*a* " * 2_000 + "\n\n") * (SIGNS // 4_000 + 1)}, SIGNS),
    "characters of front matter": (
        {f"{n}.md": f"---\ntitle: {'a' * 15_000}\n---\n\nx" for n in range(FRONT // 15_000 + 1)},
        FRONT,
    ),
    "footnote marks": (
        {f"{n}.md": "a[^1] " * (MARKS - 1) + "\n\n[^1]: y" for n in range(4)},
        10_000,
    ),
}


@pytest.mark.parametrize("called", TOO_MUCH)
def test_too_much_in_all_is_refused_with_the_file(called: str, tmp_path: Path) -> None:
    files, limit = TOO_MUCH[called]
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(CannotCheck) as refused:
        read_document(tmp_path, "vi")
    (problem,) = refused.value.problems
    assert f"more than {limit} {called}" in problem.sentence("en")
    assert Path(problem.file).parent == tmp_path
    assert problem.sentence("vi") != problem.sentence("en")


def term(number: int) -> str:
    return f'[[term]]\nvi = ["a{number}"]\nen = ["b"]\n'


def correction(number: int) -> str:
    reason = 'reason = { vi = "x", en = "x" }'
    return f'[[correction]]\nplace = "i"\nfound = "a{number}"\nprinted = "b"\n{reason}\n'


LISTS = {
    "entries": "".join(map(term, range(ENTRIES + 1))),
    "characters": "#" + "x" * 9_999 + ("\n#" + "x" * 9_999) * (CHARACTERS // 10_000),
    "full stops": "".join(f"[a{n}.b.c.d.e.f]\n" for n in range(DOTS // 5 + 1)),
    "full stops in a line": ".".join("a" * (DOTS_IN_LINE + 2)) + " = 1",
    "characters in a line": f'a = "{"x" * LINE}"',
    "nested too deeply": "a = " + "[" * 5_000 + "]" * 5_000,
}


@pytest.mark.parametrize("called", LISTS)
def test_a_list_that_is_too_large_is_refused(called: str, tmp_path: Path) -> None:
    path = tmp_path / "glossary.toml"
    path.write_text(LISTS[called], encoding="utf-8")
    with pytest.raises(CannotCheck, match=called):
        read_glossary(path)
    if called != "entries":
        with pytest.raises(CannotCheck, match=called):
            read_register(path)


@pytest.mark.parametrize("text", ["term = 5", "term = [1]", "[term]\nvi = 1", "correction = [2]"])
def test_a_list_of_something_else_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "list.toml"
    path.write_text(text, encoding="utf-8")
    reader = read_register if text.startswith("correction") else read_glossary
    with pytest.raises(CannotCheck):
        reader(path)


def test_a_register_that_is_too_long_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text("".join(map(correction, range(CORRECTIONS))), encoding="utf-8")
    assert len(read_register(path).corrections) == CORRECTIONS
    path.write_text("".join(map(correction, range(CORRECTIONS + 1))), encoding="utf-8")
    with pytest.raises(CannotCheck, match=f"more than {CORRECTIONS} entries"):
        read_register(path)


def test_a_record_that_is_too_long_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "confirmed.txt"
    path.write_text("i-1 0123456789 -\n" * (LINES + 1), encoding="utf-8")
    with pytest.raises(CannotCheck, match=f"more than {LINES} lines"):
        read_record(path)


def test_terms_may_stand_below_one_another_however_deep(tmp_path: Path) -> None:
    path = tmp_path / "glossary.toml"
    below = [f'[[term]]\nvi = ["a{n}"]\nen = ["b"]\nunder = "a{n + 1}"\n' for n in range(2_000)]
    path.write_text("".join(below) + term(2_000), encoding="utf-8")
    assert len(read_glossary(path).terms) == 2_001
    path.write_text("".join(below) + term(2_000) + 'under = "a7"\n', encoding="utf-8")
    with pytest.raises(CannotCheck, match="under"):
        read_glossary(path)


def test_a_reading_longer_than_the_source_is_a_finding(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = project / "source" / "corrections.toml"
    found = "Nghị " + "x " * 300
    entry = correction(0).replace("a0", found.strip())
    register.write_text(register.read_text(encoding="utf-8") + "\n" + entry, encoding="utf-8")
    codes = {found.code for found in check(settings()).diagnostics}
    assert codes == {"O104"}


def test_a_file_of_too_many_pages_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "vi.md"
    path.write_text(
        "".join(f"<!-- page: {n}.md -->\n\nx\n\n" for n in range(201)), encoding="utf-8"
    )
    with pytest.raises(CannotCheck, match="more than 200 pages in one file"):
        read_document(path, "vi")


def test_quotations_in_others_are_refused_before_they_are_parsed(tmp_path: Path) -> None:
    # each page alone has fewer provisions than there may be
    for name in ("1.md", "2.md"):
        (tmp_path / name).write_text("> > > > > > > > > > > x\n\n" * 3_000, encoding="utf-8")
    with pytest.raises(CannotCheck, match=f"more than {SIGNS} Markdown characters"):
        read_document(tmp_path, "vi")


def test_a_quotation_by_itself_is_no_sign() -> None:
    total = Total()
    total.add_page(["> x > y", "", "  > > x", "a > b"], 0)
    assert total.signs == 1


def test_our_own_text_and_lists_are_far_below_the_limits() -> None:
    total = Total()
    for path in (this_text() / "docs" / "vi").rglob("*.md"):
        total.add_page(path.read_text(encoding="utf-8").split("\n"), 4)
    assert total.text < TEXT / 10
    assert total.pages < PAGES / 10
    assert total.signs < SIGNS / 10
    assert len(read_names(this_text() / "names.toml").terms) < ENTRIES / 10
