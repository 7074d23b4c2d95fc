"""What a check said is said again while nothing that it depends on has changed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from diptych import answers
from diptych.answers import (
    Answer,
    Basis,
    answer_to,
    keep,
    keep_basis,
    question,
    request,
    said_before,
)
from tests.conftest import run

ORIGINAL = "# Báo cáo\n\n- Năm 2024 có 5 cuộc họp.\n"
TRANSLATION = "# Report\n\n- In 2024 there were 5 meetings.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "answers"
    monkeypatch.setenv(answers.SETTING, str(place))
    return place


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    home = tmp_path / "texts"
    for tag, text in (("vi", ORIGINAL), ("en", TRANSLATION)):
        (home / "docs" / tag).mkdir(parents=True)
        (home / "docs" / tag / "index.md").write_text(text, encoding="utf-8")
    (home / "pyproject.toml").write_text("[tool.diptych]\n", encoding="utf-8")
    return home


def checked(texts: Path, folder: Path, *more: str) -> tuple[int, str]:
    """The exit status and the output of a check of `texts`, whose answer is kept in `folder`."""
    environment = {answers.SETTING: str(folder), "LANG": "en_US.UTF-8"}
    ended = run("diptych", "check", "--lang", "en", *more, cwd=texts, environment=environment)
    return ended.returncode, ended.stdout


AT_WORK = """
import sys
sys.argv = ["diptych", "check", "--lang", "en"]
from diptych.__main__ import main
try:
    main()
finally:
    print("click" in sys.modules, "diptych.project" in sys.modules)
"""


def mark(folder: Path) -> int:
    """Change every kept answer, so that one which is said again is known; how many there are."""
    kept = sorted(folder.glob("*.json"))
    for path in kept:
        answer = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps({**answer, "said": "said again"}), encoding="utf-8")
    return len(kept)


def test_the_answer_to_the_same_question_is_said_again(texts: Path, folder: Path) -> None:
    first = checked(texts, folder)
    assert first[0] == 0
    assert mark(folder) == 1
    assert checked(texts, folder) == (0, "said again\n")
    assert checked(texts, folder, "--format", "lines")[1] == ""
    assert checked(texts, folder, "--select", "V")[1] == first[1]


@pytest.mark.parametrize(
    ("path", "more"),
    [
        ("docs/en/index.md", "\nAnother paragraph.\n"),
        ("docs/vi/two.md", "# Hai\n"),
        ("pyproject.toml", "pictures = []\n"),
    ],
)
def test_a_change_asks_another_question(texts: Path, folder: Path, path: str, more: str) -> None:
    checked(texts, folder)
    mark(folder)
    with (texts / path).open("a", encoding="utf-8") as file:
        file.write(more)
    assert "said again" not in checked(texts, folder)[1]


def test_findings_are_kept_with_their_status(texts: Path, folder: Path) -> None:
    page = texts / "docs/en/index.md"
    page.write_text(TRANSLATION.replace("2024", "2025"), encoding="utf-8")
    first = checked(texts, folder)
    assert first[0] == 1
    assert "V102" in first[1]
    assert checked(texts, folder) == first
    assert mark(folder) == 1
    assert checked(texts, folder) == (1, "said again\n")


def test_what_cannot_be_read_is_said_anew(texts: Path, folder: Path) -> None:
    (texts / "docs/en/index.md").write_bytes(b"\xff\xfe")
    assert checked(texts, folder)[0] == 2
    assert not list(folder.glob("*.json"))


def test_no_answer_is_kept_where_that_is_not_wanted(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(answers.SETTING, "")
    assert answers.folder() is None
    keep("a" * 64, Answer(0, "text"))
    link = tmp_path / "link"
    link.symlink_to(texts)
    monkeypatch.setenv(answers.SETTING, str(link))
    assert answers.folder() is None
    assert not list(texts.glob("*.json"))


@pytest.mark.parametrize("broken", ["", "[]", '{"status": 0}', '{"status": "x", "said": ""}'])
def test_a_broken_answer_is_none(folder: Path, broken: str) -> None:
    folder.mkdir()
    (folder / "key.json").write_text(broken, encoding="utf-8")
    assert answer_to("key") is None


@pytest.mark.usefixtures("folder")
def test_a_question_knows_all_that_it_is_about(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("b", encoding="utf-8")
    seen = {question([tmp_path], ["x"]), question([tmp_path], ["y"]), question([], ["x"])}
    (tmp_path / "a").rename(tmp_path / "b")
    seen.add(question([tmp_path], ["x"]))
    (tmp_path / "link").symlink_to("b")
    seen.add(question([tmp_path], ["x"]))
    assert len(seen) == 5
    os.mkfifo(tmp_path / "pipe")
    assert question([tmp_path / "pipe"], []) == ""


def test_nothing_is_asked_where_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(answers.SETTING, "")
    assert question([tmp_path], ["x"]) == ""


def test_old_answers_are_forgotten(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "_MOST", 3)
    for number in range(6):
        keep(f"key{number}", Answer(0, str(number)))
        os.utime(folder / f"key{number}.json", ns=(number, number))
    assert len(list(folder.glob("*.json"))) == 3
    assert answer_to("key5") == Answer(0, "5")


def test_an_answer_too_large_is_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "_LARGEST", 100)
    keep("key", Answer(0, "x" * 200))
    assert not folder.exists() or not list(folder.iterdir())


def test_the_same_command_is_answered_before_anything_is_loaded(texts: Path, folder: Path) -> None:
    def ended() -> tuple[int, list[str]]:
        done = subprocess.run(
            [sys.executable, "-c", AT_WORK], cwd=texts, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout.splitlines()

    (texts / "docs/en/index.md").write_text(TRANSLATION.replace("2024", "2025"), encoding="utf-8")
    status, said = ended()
    assert (status, said[-1]) == (1, "True True")
    assert ended() == (1, [*said[:-1], "False False"])
    kept = json.loads(next(folder.glob("*.json")).read_text(encoding="utf-8"))
    assert "\x1b" in kept["said"], "the colours of a terminal"
    assert "\x1b" not in "".join(said)
    (texts / "docs/en/index.md").write_text(TRANSLATION, encoding="utf-8")
    assert ended()[0] == 0


def bases(folder: Path) -> int:
    """How many commands are known with what their answers rest on."""
    return len(list(folder.glob("*.basis")))


def test_a_command_with_other_words_is_another(texts: Path, folder: Path) -> None:
    checked(texts, folder)
    checked(texts, folder)
    assert bases(folder) == 1
    checked(texts, folder, "--format", "lines")
    checked(texts, folder, "docs/vi", "docs/en")
    assert bases(folder) == 3
    mark(folder)
    assert checked(texts, folder, "docs/vi", "docs/en") == (0, "said again\n")


def test_a_folder_that_became_a_link_is_refused_as_ever(texts: Path, folder: Path) -> None:
    checked(texts, folder)
    (texts / "docs").rename(texts / "elsewhere")
    (texts / "docs").symlink_to("elsewhere")
    assert checked(texts, folder)[0] == 2


def test_a_command_is_known_where_its_arguments_lead(tmp_path: Path) -> None:
    link = tmp_path / "link"
    seen = {request(["check"], ["en"]), request(["check"], ["vi"]), request(["check", "en"], [])}
    for target in ("one", "other"):
        link.unlink(missing_ok=True)
        link.symlink_to(tmp_path / target)
        seen.add(request(["check", str(link)], []))
    assert len(seen) == 5


def test_files_found_by_patterns_are_found_anew(texts: Path, folder: Path) -> None:
    patterns = '[tool.diptych]\npairs = [["docs/vi/{path}.md", "docs/en/{path}.md"]]\n'
    (texts / "pyproject.toml").write_text(patterns, encoding="utf-8")
    checked(texts, folder)
    assert bases(folder) == 0
    (texts / "docs/en/index.md").rename(texts / "docs/en/other.md")
    assert checked(texts, folder)[0] == 1


def test_strangers_are_told_each_time(texts: Path, folder: Path) -> None:
    (texts / "other.md").write_text("# Other\n", encoding="utf-8")
    named = ("docs/vi/index.md", "docs/en/index.md", "other.md")
    assert checked(texts, folder, *named)[0] == 0
    assert bases(folder) == 0


def test_what_an_answer_rested_on_is_read_again(texts: Path, folder: Path) -> None:
    page = texts / "docs/en/index.md"
    basis = Basis((str(page),), ("asked",))
    keep_basis("command", basis)
    keep(question([page], basis.asked), Answer(0, "said"))
    assert said_before("command") == Answer(0, "said")
    assert said_before("another") is None
    page.write_text("other", encoding="utf-8")
    assert said_before("command") is None
