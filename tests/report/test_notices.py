"""What a report begins with: what else a request changes, what it silences, what it says itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import html

from diptych.cli import main
from tests.changes.repository import edit, git, keep, small_project

FORMS = ("text", "html", "summary")
SOURCE = f"""
[tool.diptych.source]
file = "source/text.txt"
sha256 = "{"0" * 64}"
register = "source/corrections.toml"
"""
NUMBER = "- Widen 3 markets. <!-- diptych: allow V102 (the original rounds) -->"


def programme(*arguments: str, **environment: str) -> Result:
    runner = CliRunner(
        catch_exceptions=False, env={"GITHUB_STEP_SUMMARY": None, "NO_COLOR": "1", **environment}
    )
    return runner.invoke(main, arguments)


def report(*arguments: str, **environment: str) -> str:
    done = programme("report", "--lang", "en", *arguments, **environment)
    assert done.exit_code == 0
    return done.output


def verdict(**environment: str) -> str:
    return report(**environment).strip().splitlines()[-1].partition(" Compared")[0]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = small_project(tmp_path / "project")
    put(folder, "hooks/parity.py", "refuse()\n")
    keep(folder)
    monkeypatch.chdir(folder)
    return folder


def put(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def silence(folder: Path) -> None:
    edit(folder / "docs/en/part-1.md", "- Widen markets.", NUMBER)


def requested(folder: Path) -> dict[str, str]:
    """What the workflow says where the texts of a request lie over the code of the branch."""
    git(folder, "checkout", "--quiet", "-b", "request")
    commit = keep(folder)
    git(folder, "checkout", "--quiet", "main")
    git(folder, "checkout", "--quiet", "request", "--", "docs")
    return {"BASE": "main", "REQUEST": commit}


@pytest.mark.parametrize("form", FORMS)
def test_a_report_begins_with_the_workflows_then_the_check(here: Path, form: str) -> None:
    put(here, ".github/workflows/check.yml", "on: push\n")
    put(here, "hooks/parity.py", "pass\n")
    put(here, "overrides/new.js", "x()\n")
    edit(here / "docs/en/part-1.md", "Widen", "Open")
    said = report("--format", form, **requested(here))
    told = (
        "What else this request changes",
        "This request changes the workflows that check it, or who is asked to review it:",
        ".github/workflows/check.yml",
        "This request changes the check itself, or how the site is built:",
        "hooks/parity.py",
        "The texts were judged by the check and the settings of the branch",
        "This request changes what every page shows or runs:",
        "New scripts, styles or templates of the site:",
        "Passages that change",
    )
    places = [said.index(sentence) for sentence in told]
    assert places == sorted(places)
    assert "Other files that change" not in said


def test_both_languages_are_told(here: Path) -> None:
    put(here, "hooks/parity.py", "pass\n")
    page = html.fromstring(programme("report", "--format", "html").output)
    [notice] = page.find_class("notice")
    notices = [(part.get("lang"), part.text_content()) for part in notice.findall("p")]
    assert notices == [
        ("vi", "Đề nghị này sửa chính chương trình kiểm tra, hoặc cách dựng trang web:"),
        ("en", "This request changes the check itself, or how the site is built:"),
    ]
    said = programme("report", "--lang", "vi").output
    assert "Hai bản khớp nhau, nhưng đề nghị này sửa chính chương trình kiểm tra. So với" in said


def test_the_verdict_is_plain_for_texts_alone(here: Path) -> None:
    edit(here / "docs/en/part-1.md", "Widen", "Open")
    assert verdict() == "The two languages agree."


def test_the_verdict_names_what_the_check_cannot_judge(here: Path) -> None:
    put(here, "hooks/parity.py", "pass\n")
    put(here, "overrides/main.css", "\n")
    put(here, "tests/test_x.py", "\n")
    silence(here)
    assert verdict() == (
        "The two languages agree, but this request changes the check itself, what every page shows "
        "or runs and the tests; this request silences 1 finding."
    )
    said = report("--format", "html")
    assert "<strong>⚠ The two languages agree, but" in said


def test_a_source_taken_out_is_in_the_verdict(here: Path) -> None:
    edit(here / "pyproject.toml", "[tool.diptych]\n", f"[tool.diptych]\n{SOURCE}")
    keep(here)
    edit(here / "pyproject.toml", SOURCE, "")
    assert verdict() == (
        "The two languages agree, but this request changes the check itself; "
        "the original is no longer held against the source."
    )


@pytest.mark.parametrize("form", FORMS)
def test_what_is_silenced_is_told_new_ones_first(here: Path, form: str) -> None:
    edit(here / "docs/en/part-1.md", "- Maintain", "- Maintain 2")
    edit(
        here / "docs/en/part-1.md", "relations.\n\n- W",
        "relations. <!-- diptych: allow V102 (as agreed) -->\n\n- W",
    )  # fmt: skip
    keep(here)
    assert verdict() == "The two languages agree."
    silence(here)
    said = report("--format", form)
    assert "silences 1 finding." in said
    told = ["{}", "<q>{}</q>"][form != "text"]
    first, second = told.format("the original rounds"), told.format("as agreed")
    assert said.index(first) < said.index(second)
    assert said.count(first) == said.count(second) == 1
    new = {"text": "V102 (new)", "html": "number-in-text-differs · new"}
    assert said.count(new.get(form, new["html"])) == 1


def test_another_figure_below_an_old_comment_is_new(here: Path) -> None:
    silence(here)
    keep(here)
    assert verdict() == "The two languages agree."
    edit(here / "docs/en/part-1.md", "Widen 3", "Widen 4")
    assert verdict() == "The two languages agree, but this request silences 1 finding."


def test_a_passage_that_moves_with_its_comment_is_not_new(here: Path) -> None:
    silence(here)
    keep(here)
    for locale, words in (("vi", "Tìm đối tác."), ("en", "Look for partners.")):
        edit(here / f"docs/{locale}/part-1.md", "\n\n- M", f"\n\n- {words}\n\n- M")
    assert verdict() == "The two languages agree."


HOSTILE = "<img src=x onerror=alert(1)> @all \x1b[31m \u202e"


@pytest.mark.parametrize("form", FORMS)
def test_a_reason_and_a_name_are_text(here: Path, form: str) -> None:
    edit(
        here / "docs/en/part-1.md", "- Widen markets.",
        f"- Widen 3 markets. <!-- diptych: allow V102 (<b>{HOSTILE}) -->",
    )  # fmt: skip
    name = HOSTILE.replace("/", "")
    put(here, f"hooks/{name}.py", "x\n")
    listed = f'[tool.diptych.per-file-ignores]\n"{HOSTILE[:28]}" = ["V102"]\n'
    put(here, "pyproject.toml", f'[tool.diptych]\ncountry = "vn"\n{listed}')
    said = report("--format", form)
    assert all(char.isprintable() or char == "\n" for char in said)
    if form != "text":
        assert not html.fromstring(said).xpath("//img | //b | //@onerror")
    if form == "summary":
        assert "@all" not in said


@pytest.fixture
def recorded(project: Path) -> Path:
    keep(project)
    edit(project / "docs/en/part-2.md", "To strengthen", "To reinforce")
    return project


def test_a_review_that_the_request_itself_records_is_told_apart(recorded: Path) -> None:
    said = report()
    assert "has reviewed" not in said
    assert "not reviewed: 1" in said
    assert programme("confirm", "ii-1-p1", "--reviewed").exit_code == 0
    said = report()
    assert "This request itself says that somebody has reviewed the translation of:" in said
    assert "reviewed, as this request itself says: 1" in said
    assert "not reviewed" not in said
    keep(recorded)
    said = report()
    assert "request itself" not in said


def test_a_confirmation_is_no_review(recorded: Path) -> None:
    edit(recorded / "docs/vi/part-2.md", "Tăng cường", "Củng cố")
    assert programme("confirm", "ii-1-p1").exit_code == 0
    said = report()
    assert "request itself" not in said
    assert "not reviewed: 1" in said


def test_a_correction_that_the_request_itself_records_is_told(recorded: Path) -> None:
    assert "departs" not in report()
    register = recorded / "source/corrections.toml"
    entry = (
        '[[correction]]\nplace = "i-p2"\nfound = "chưa thật sự đồng đều"\n'
        'printed = "chưa đồng đều"\nreason.vi = "Gọn hơn."\nreason.en = "Shorter."\n'
    )
    register.write_text(f"{register.read_text('utf-8')}\n{entry}", encoding="utf-8")
    edit(recorded / "docs/vi/part-1.md", "chưa thật sự đồng đều", "chưa đồng đều")
    assert programme("confirm", "i-p2").exit_code == 0
    said = report()
    assert "This request itself records where the original departs from the source:" in said
    assert "i-p2: chưa thật sự đồng đều → chưa đồng đều" in said


# --- the check says it, too ---


def checked(form: str, language: str = "en") -> str:
    done = programme("check", "--format", form, "--lang", language)
    assert done.exit_code == 0
    return done.output


def test_the_closing_line_counts_what_is_silenced(here: Path) -> None:
    assert "silenced" not in checked("text")
    silence(here)
    assert "agree (compared: 2 provisions, 0 footnotes; silenced by comments: 1)" in checked("text")
    assert "(đã so 2 đoạn, 0 chú thích; ghi chú tắt 1 phát hiện)" in checked("text", "vi")


def test_every_form_has_what_is_silenced(here: Path) -> None:
    for form in ("lines", "github"):
        assert checked(form).strip() == ""
    silence(here)
    [entry] = json.loads(checked("json"))["silenced"]
    assert entry["code"] == "V102"
    assert entry["reason"] == "the original rounds"
    assert entry["comment"] == {"file": "docs/en/part-1.md", "line": 5, "column": 20}
    [result] = json.loads(checked("sarif"))["runs"][0]["results"]
    assert result["suppressions"][0]["kind"] == "inSource"
    assert result["suppressions"][0]["justification"] == "the original rounds"
    [line] = checked("lines").splitlines()
    assert line.startswith("docs/en/part-1.md:5:20: info: [V102] this comment silences: ")
    [line] = checked("github").splitlines()
    assert line.startswith("::notice file=docs/en/part-1.md,line=5,col=20,title=V102 silenced::")
    assert line.endswith("(the original rounds)")
