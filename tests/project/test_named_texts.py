"""Two texts that are named are others': of their files the Markdown alone is read."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from diptych.check import check
from diptych.errors import CannotCheck
from diptych.project.loading import load
from diptych.project.settings import Settings, for_paths

SETTINGS = Settings((Path("vi"), Path("en")), ("vi", "en"))

FORMS: tuple[Literal["NFC"], Literal["NFD"]] = ("NFC", "NFD")


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for locale in ("vi", "en"):
        (tmp_path / locale).mkdir()
        (tmp_path / locale / "a.md").write_text("Text 5.\n", encoding="utf-8")
    return tmp_path


def test_other_files_and_any_names_pass_in_silence(texts: Path) -> None:
    for locale in ("vi", "en"):
        for name in ("README.md", "a b.md", "A.md", "assets.md", "_x.md", "a#b?.md", "²/x.md"):
            (texts / locale / name).parent.mkdir(exist_ok=True)
            (texts / locale / name).write_text(f"Text of {name}.\n", encoding="utf-8")
        for name in ("x.html", "x.js", "x.svg", "CNAME", "x.rst", ".hidden"):
            (texts / locale / name).write_bytes(b"\xff<script>")
        (texts / locale / ".#a.md").symlink_to("user@host.1:2")
        os.mkfifo(texts / locale / "pipe")
    assert [str(found) for found in check(SETTINGS).diagnostics if found.code[0] in "XS"] == []
    assert "²/x.md" in {page.path for page in load(SETTINGS).original.pages}


def test_the_two_forms_of_a_name_are_one_page(texts: Path) -> None:
    for locale, form in (("vi", FORMS[0]), ("en", FORMS[1])):
        name = unicodedata.normalize(form, "phần-một.md")
        (texts / locale / name).write_text("Text 7.\n", encoding="utf-8")
    assert check(SETTINGS).diagnostics == ()
    assert [page.path for page in load(SETTINGS).translation.pages] == ["a.md", "phần-một.md"]


def test_both_forms_beside_each_other_stay_two_pages(texts: Path) -> None:
    for form in FORMS:
        name = unicodedata.normalize(form, "phần.md")
        (texts / "vi" / name).write_text("Text 7.\n", encoding="utf-8")
    assert len(load(SETTINGS).original.pages) == 3


def test_a_link_to_a_page_inside_is_read(texts: Path) -> None:
    for locale in ("vi", "en"):
        (texts / locale / "b.md").symlink_to("a.md")
    assert [page.path for page in load(SETTINGS).translation.pages] == ["a.md", "b.md"]


@pytest.mark.parametrize("to", ["/dev/zero", "/etc/passwd", "../vi/a.md", "gone", "b.md", "."])
def test_a_link_that_leads_elsewhere_is_one_line(to: str, texts: Path) -> None:
    (texts / "en/b.md").symlink_to(to)
    with pytest.raises(CannotCheck) as stopped:
        check(SETTINGS)
    [problem] = stopped.value.problems
    assert problem.file == "en/b.md"


def test_a_folder_with_the_name_of_a_page_is_one_line(texts: Path) -> None:
    (texts / "en/b.md").mkdir()
    with pytest.raises(CannotCheck, match=r"en/b\.md: this folder has the name of a page"):
        check(SETTINGS)


def test_loops_end(texts: Path) -> None:
    for name in ("y", "z"):
        (texts / "en" / name).symlink_to(".")
    assert [page.path for page in load(SETTINGS).translation.pages] == ["a.md"]


def test_a_text_that_is_named_by_a_loop_is_one_line(texts: Path) -> None:
    (texts / "loop").symlink_to("loop")
    with pytest.raises(CannotCheck, match="loop: there is no such file or folder"):
        check(for_paths(Path("loop"), Path("en"), SETTINGS))


def test_a_text_that_is_named_by_a_link_is_read(texts: Path) -> None:
    (texts / "one.md").symlink_to("vi/a.md")
    (texts / "other").symlink_to("en")
    found = load(Settings((Path("one.md"), Path("other")), ("vi", "en")))
    assert len(found.alignment.provisions) == 1


@pytest.mark.parametrize(
    ("first", "second", "languages"),
    [
        ("docs/en", "docs/fr", ("en", "fr")),
        ("docs/fr/a.md", "docs/de/a.md", ("fr", "de")),
        ("README.md", "README.vi.md", ("en", "vi")),
        ("README.vi.md", "README.md", ("vi", "en")),
        ("README.md", "README_zh-CN.md", ("en", "zh-CN")),
        ("README.md", "README-pt_BR.md", ("en", "pt-BR")),
        ("README.md", "README.en.md", ("und", "en")),
        ("index.en.mdx", "index.ja.mdx", ("en", "ja")),
        ("/no/docs/en/a.md", "/no/docs/ru/a.md", ("en", "ru")),
        ("go-to-it.md", "go-to-no.md", ("vi", "en")),
        ("a.md", "b.md", ("vi", "en")),
        ("src/db.md", "src/ui.md", ("vi", "en")),
    ],
)
def test_names_tell_languages_where_no_settings_do(
    first: str, second: str, languages: tuple[str, str]
) -> None:
    assert for_paths(Path(first), Path(second), SETTINGS).locales == languages


def test_settings_tell_languages_unless_the_translation_is_named_first() -> None:
    declared = replace(SETTINGS, languages_declared=True)
    for first, second in (("vi.md", "en.md"), ("a.md", "b.md"), ("README.md", "README.fr.md")):
        assert for_paths(Path(first), Path(second), declared).locales == ("vi", "en")
    assert for_paths(Path("en.md"), Path("vi.md"), declared).locales == ("en", "vi")
    assert for_paths(Path("en"), Path("vi"), SETTINGS) is SETTINGS
