"""What is said of a list that is not right: where, which key, what it has and what it may have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from diptych.errors import CannotCheck
from diptych.glossary import KINDS, Glossary, read_glossary, read_names
from diptych.glossary.search_words import read_search_words
from diptych.source.corrections import read_register

TERM = '[[term]]\nvi = ["a"]\nen = ["b"]\n'
REASON = 'reason = { vi = "x", en = "y" }\n'
PLACE = 'place = "i"\n'

TERMS = {
    "": ("", "[[term]]"),
    " \n\n": ("", "[[term]]"),
    "term = 5": ("", "[[term]]"),
    '[term]\nvi = ["a"]': ("", "[[term]]"),
    '[[term]]\nvi = ["a"]': (":1", "'en' ('vi', 'en': [\"…\"])"),
    '[[term]]\nvi = "a"\nen = ["b"]': (":1", "'vi' = 'a' ('vi', 'en': [\"…\"])"),
    TERM + '\n[[term]]\nvi = ["c"]\nen = ["--"]': (":5", "'en' = ['--'] ('vi', 'en': [\"…\"])"),
    TERM + "forbidden = [5]": (":1", "'forbidden' = [5]"),
    TERM + 'kind = "thing"': (":1", f"'kind' = 'thing' ({', '.join(KINDS)})"),
    TERM + 'exact = "no"': (":1", "'exact' = 'no'"),
    TERM + 'under = "c"': (":1", "'a': 'under' = c"),
    TERM + TERM: (":4", "'a': a (×2)"),
    TERM + 'about = "x"': (":1", "'about' = 'x' (vi, en)"),
    TERM + 'about = { vi = "x", en = " " }': (":1", "'about' = {'vi': 'x', 'en': ' '} (vi, en)"),
    TERM + 'about = { vi = "x" }': (":1", "'about' = {'vi': 'x'} (vi, en)"),
}
REGISTERS = {
    "markup = [2]": ("", "[[markup]]"),
    "[[correction]]\n" + PLACE: (":1", "'found'"),
    f'\n[[remark]]\n{PLACE}found = " "\n{REASON}': (":2", "'found' = ' '"),
    f'[[remark]]\n{PLACE}found = "a"\nreason = {{ vi = "x", en = 5 }}': (
        ":1", "'reason.en' = 5 (reason.vi, reason.en)",
    ),
    f'[[remark]]\n{PLACE}found = "a"\nreason = {{ vi = "x" }}': (
        ":1", "'reason.en' (reason.vi, reason.en)",
    ),
    f'[[markup]]\n{PLACE}what = "link"\nprinted = {{ vi = 5 }}\n{REASON}': (
        ":1", "'printed' = {'vi': 5} (printed.vi, printed.en)",
    ),
    f'[[markup]]\n{PLACE}what = "link"\n{REASON}': (":1", "'printed' (printed.vi, printed.en)"),
}  # fmt: skip


WORD = '[[word]]\nvi = ["a", "b"]\n'
EITHER = "('vi', 'en': [\"…\", \"…\"])"
SEARCH_WORDS = {
    "word = 5": ("", "[[word]]"),
    "[[word]]": (":1", f"[[word]] {EITHER}"),
    WORD + '\n[[word]]\nen = ["c"]': (":4", f"'en' = ['c'] {EITHER}"),
    WORD + 'en = ["c", "--"]': (":1", f"'en' = ['c', '--'] {EITHER}"),
    '[[word]]\nvi = "a"': (":1", f"'vi' = 'a' {EITHER}"),
}


def reader_of(text: str) -> Callable[[Path], object]:
    if text in SEARCH_WORDS:
        return read_search_words
    return read_register if text in REGISTERS else read_glossary


def said(path: Path, text: str) -> tuple[str, str]:
    """In English and in Vietnamese."""
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CannotCheck) as refused:
        reader_of(text)(path)
    (problem,) = refused.value.problems
    return problem.sentence("en"), problem.sentence("vi")


@pytest.mark.parametrize("text", TERMS)
def test_a_wrong_entry_is_told_with_its_line(text: str, tmp_path: Path) -> None:
    line, what = TERMS[text]
    english, vietnamese = said(tmp_path / "g.toml", text)
    assert english.endswith(f"g.toml{line}: an entry of this list is missing or wrong: {what}")
    assert vietnamese.endswith(f"g.toml{line}: danh mục này có mục thiếu hoặc sai: {what}")


@pytest.mark.parametrize("text", REGISTERS)
def test_a_wrong_correction_is_told_with_its_line(text: str, tmp_path: Path) -> None:
    line, what = REGISTERS[text]
    english, vietnamese = said(tmp_path / "r.toml", text)
    assert english.endswith(
        f"r.toml{line}: an entry of the register of corrections lacks or misstates {what}"
    )
    assert vietnamese.endswith(f"r.toml{line}: mục của bảng đính chính thiếu hoặc sai: {what}")


@pytest.mark.parametrize("read", [read_glossary, read_names])
def test_a_list_of_comments_alone_has_no_entries_yet(
    read: Callable[[Path], Glossary], tmp_path: Path
) -> None:
    path = tmp_path / "g.toml"
    path.write_text("# Terms, one [[term]] each.\n", encoding="utf-8")
    assert read(path).terms == ()


def test_keys_that_nobody_knows_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    more = 'kind = "place"\noriginal = 5\nseen = true\nabout = { vi = " x ", en = "y" }\n'
    path.write_text(TERM.replace("term", "name") + more, encoding="utf-8")
    (name,) = read_names(path).terms
    assert (name.original, name.renderings, name.kind) == (("a",), ("b",), "place")
    assert name.exact
    assert name.about == ("x", "y")
    assert name.line == 1


def test_white_space_of_a_correction_is_folded(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text(
        f'\n[[correction]]\n{PLACE}found = """a\n  b"""\nprinted = " c "\n{REASON}',
        encoding="utf-8",
    )
    (correction,) = read_register(path).corrections
    assert (correction.found, correction.printed, correction.line) == ("a b", "c", 2)


@pytest.mark.parametrize("text", SEARCH_WORDS)
def test_a_wrong_entry_of_the_search_words_is_told_with_its_line(text: str, tmp_path: Path) -> None:
    line, what = SEARCH_WORDS[text]
    english, vietnamese = said(tmp_path / "w.toml", text)
    assert english.endswith(
        f"w.toml{line}: an entry of the list of search words is missing or wrong: {what}"
    )
    assert vietnamese.endswith(f"w.toml{line}: danh mục từ tìm kiếm có mục thiếu hoặc sai: {what}")


def test_search_words_are_those_of_either_language(tmp_path: Path) -> None:
    path = tmp_path / "search-words.toml"
    path.write_text(WORD + '[[word]]\nvi = ["d", "e"]\nen = ["f", "g"]\n', encoding="utf-8")
    assert read_search_words(path).alike == ((("a", "b"), ("d", "e")), (("f", "g"),))
    path.write_text("", encoding="utf-8")
    assert read_search_words(path).alike == ((), ())
