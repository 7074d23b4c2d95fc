"""The command as a person runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from diptych.cli import main
from diptych.errors import Problem
from diptych.exports.formats import all_files
from diptych.output import github
from diptych.wording import Wording
from tests.changes.repository import edit
from tests.conftest import ROOT, SITE_URL


def programme(*arguments: str) -> Result:
    return CliRunner(catch_exceptions=False).invoke(main, arguments)


def test_the_project_agrees(project: Path) -> None:
    done = programme("check", "--lang", "en")
    assert done.exit_code == 0, done.output
    assert "the two languages agree" in done.output
    assert "2 footnotes, 4451 words of the source" in done.output


def test_findings_are_printed_like_a_compilers(project: Path) -> None:
    edit(project / "docs/en/part-3/section-4.md", "# 4. ", "# 5. ")
    done = programme("check", "--lang", "en")
    assert done.exit_code == 1
    first, second, third, *_ = done.output.splitlines()
    assert first == "error[N101]: the numbers differ: Vietnamese has “4.”, English “5.”"
    assert second == " --> docs/vi/part-3/section-4.md:1:3  (vi)"
    assert third.startswith("1 | # 4. Tham gia")
    assert "1 | # 5. " in done.output
    assert "  = help: Print the same number" in done.output


STEERING = "\x1b]0;x\x07\u202e"
"""It would rename a terminal's window, ring, and turn the rest of the line round."""


TURNING = "\u202e"
"""Of that, what a parser may be given."""


@pytest.mark.parametrize("form", ["text", "lines", "github"])
@pytest.mark.parametrize(("steering", "status"), [(STEERING, 2), (TURNING, 1)])
def test_a_text_steers_no_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, steering: str, status: int
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("vi.md").write_text(f"# Một\n\nCó {steering} và **{steering}**\n", encoding="utf-8")
    Path("en.md").write_text(f"# One\n\nIt has [{steering}](x:{steering}).\n", encoding="utf-8")
    done = programme("check", "--format", form, "--lang", "en", "vi.md", "en.md")
    assert done.exit_code == status
    assert not set(STEERING) - set("]0;x") & set(done.output)


def test_a_caret_stands_below_what_is_meant_behind_what_is_told_by_its_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("vi.md").write_text("# Một\n\nCó \u202e 3 tỷ.\n", encoding="utf-8")
    Path("en.md").write_text("# One\n\nHas 4 billion.\n", encoding="utf-8")
    done = programme("check", "--select", "V102", "--lang", "en", "vi.md", "en.md")
    excerpt, carets = done.output.splitlines()[2:4]
    assert excerpt == "3 | Có ⟨U+202E⟩ 3 tỷ."
    assert excerpt[carets.index("^") :].startswith("3")


def test_what_stops_a_check_steers_no_terminal_either() -> None:
    said = Problem(f"{STEERING}.md", Wording(vi=STEERING, en=STEERING)).sentence("en")
    assert said.isprintable()


def test_messages_in_vietnamese(project: Path) -> None:
    edit(project / "docs/en/part-3/section-4.md", "# 4. ", "# 5. ")
    done = programme("check", "--lang", "vi")
    assert "lỗi[N101]: số khác nhau: bản tiếng Việt ghi “4.”, bản tiếng Anh ghi “5.”" in done.output


def test_json_names_both_places(project: Path) -> None:
    edit(project / "docs/vi/part-3/section-3.md", "hành động[^2]", "hành động")
    done = programme("check", "--format", "json", "--lang", "en")
    assert done.exit_code == 1
    report = json.loads(done.output)
    lost = next(found for found in report["diagnostics"] if found["code"] == "F104")
    assert lost["rule"] == "note-in-one-language"
    assert lost["severity"] == "error"
    assert lost["message"] == "Vietnamese lacks the mark of footnote [^2]"
    assert lost["help"]
    assert [(at["locale"], at["file"], at["line"]) for at in lost["locations"]] == [
        ("en", "docs/en/part-3/section-3.md", 3),
        ("vi", "docs/vi/part-3/section-3.md", 3),
    ]
    assert lost["locations"][0]["column"] > 1
    assert "[^2]" in lost["locations"][0]["excerpt"]
    assert report["compared"]["footnotes"] == 2


def test_two_files_without_a_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("# I. MỘT\n\nĐoạn.\n", encoding="utf-8")
    Path("b.md").write_text("# I. ONE\n\nParagraph.\n", encoding="utf-8")
    assert programme("check", "a.md", "b.md").exit_code == 0
    Path("b.md").write_text("# II. ONE\n\nParagraph.\n", encoding="utf-8")
    assert programme("check", "a.md", "b.md").exit_code == 1


@pytest.mark.parametrize("form", ["text", "lines", "json", "sarif", "github"])
def test_a_page_that_cannot_be_read_hides_no_finding_on_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in {"en/a.md": "See 3.", "fr/a.md": "Voir 4.", "en/b.md": "See 5."}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{text}\n", encoding="utf-8")
    (tmp_path / "fr/b.md").write_bytes(b"Voir \xff\n")
    given = ("check", "--format", form, "--lang", "en", "--summary", "summary.md", "en", "fr")
    for _ in range(2):  # what was said once is not said again without the problem
        done = programme(*given)
        assert done.exit_code == 2
        assert "V102" in done.output
        assert "the file is not UTF-8" in done.output
        # the page is there, in both languages
        assert "S101" not in done.output.rpartition('"results"')[2]
    assert "the file is not UTF-8" in (tmp_path / "summary.md").read_text(encoding="utf-8")
    (tmp_path / "en/a.md").write_bytes(b"See \xff\n")
    done = programme(*given)
    assert done.exit_code == 2
    assert "no Markdown file" not in done.output


@pytest.mark.parametrize("form", ["text", "json"])
def test_what_cannot_be_checked_exits_with_2(project: Path, form: str) -> None:
    (project / "docs/en/part-1.md").write_bytes(b"# I. \xff\n")
    (project / "docs/vi/part-2.md").write_text("---\ntitle: A\n", encoding="utf-8")
    done = programme("check", "--format", form, "--lang", "en")
    assert done.exit_code == 2
    if form == "json":
        problems = json.loads(done.output)["problems"]
        assert {problem["file"] for problem in problems} == {
            "docs/en/part-1.md",
            "docs/vi/part-2.md",
        }
    else:
        assert sorted(done.output.splitlines()) == [
            "cannot check: docs/en/part-1.md:1: the file is not UTF-8; "
            "save it again with the encoding UTF-8",
            "cannot check: docs/vi/part-2.md:1: the front matter opened by '---' on line 1 is "
            "never closed; add a line '---' after it",
        ]


def test_pages_with_nothing_but_front_matter_are_compared(project: Path) -> None:
    (project / "one.vi.md").write_text(
        "---\ntitle: Bầu cử\ndescription: 3 bước\n---\n", encoding="utf-8"
    )
    (project / "one.en.md").write_text(
        "---\ntitle: Voting\ndescription: 4 steps\n---\n", encoding="utf-8"
    )
    done = programme("check", "--lang", "en", "one.vi.md", "one.en.md")
    assert done.exit_code == 0
    assert "the figures in “description” differ" in done.output
    assert done.output.splitlines()[-1] == "1 finding (compared: 1 page)"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["docs/vi", "docs/none"], "docs/none: there is no such file or folder"),
        (["docs/vi", "source"], "source: there is no Markdown file"),
        (["docs/vi/part-1.md", "empty.md"], "empty.md: no provision was found to compare"),
        (["docs/vi", "empty.md"], "docs/vi, empty.md: one is a file, the other a folder"),
    ],
)
def test_nothing_to_compare(project: Path, arguments: list[str], said: str) -> None:
    (project / "empty.md").write_text("\n", encoding="utf-8")
    done = programme("check", "--lang", "en", *arguments)
    assert done.exit_code == 2
    assert said in done.output


def test_one_path_is_a_part_of_the_project(project: Path) -> None:
    page = project / "docs/en/part-3/section-6.md"
    page.write_text(page.read_text(encoding="utf-8").replace("# 6. ", "# 7. "), encoding="utf-8")
    for path, status in (("docs/en/part-3", 1), ("docs/vi/part-3/section-6.md", 1)):
        assert programme("check", path).exit_code == status
    assert programme("check", "docs/vi/part-1.md").exit_code == 0


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('sha256 = "4f93', 'sha256 = "zz93', "sha256 must be 64 hexadecimal digits"),
        ('editorial = ["guide", "site"]', 'editorial = "site"', "editorial must be a list"),
        ('original = "vi"', "original = 1", "original must be a string"),
        ("[tool.diptych]", "[tool.diptych", "cannot be read"),
    ],
)
def test_bad_configuration_is_said_in_one_line(
    project: Path, old: str, new: str, said: str
) -> None:
    edit(project / "pyproject.toml", old, new)
    done = programme("check")
    assert done.exit_code == 2
    assert said in done.output
    assert len(done.output.splitlines()) == 1


def test_a_missing_source_is_said(project: Path) -> None:
    (project / "source/corrections.toml").unlink()
    done = programme("check", "--lang", "en")
    assert done.exit_code == 2
    assert "source/corrections.toml: the file cannot be read" in done.output


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[correction]]\nplace = 'a'\n", "corrections.toml:1: an entry of the register"),
        ("[[correction\n", "corrections.toml: an entry of the register"),
        ("[[remark]]\nplace='a'\nfound='b'\nreason='c'\n", "reason.vi"),
    ],
)
def test_a_bad_register_is_said(project: Path, text: str, said: str) -> None:
    (project / "source/corrections.toml").write_text(text, encoding="utf-8")
    done = programme("check", "--lang", "en")
    assert done.exit_code == 2
    assert said in done.output


def test_github_annotates_the_line_of_a_finding(project: Path) -> None:
    edit(project / "docs/en/part-3/section-4.md", "# 4. ", "# 5. ")
    done = programme("check", "--format", "github", "--lang", "en")
    assert done.exit_code == 1
    [line] = done.output.splitlines()
    assert line == (
        "::error file=docs/vi/part-3/section-4.md,line=1,col=3,title=N101 number-differs::"
        "the numbers differ: Vietnamese has “4.”, English “5.”%0A"
        "Print the same number in both languages, as the original has it."
    )


def test_github_annotates_what_cannot_be_read(project: Path) -> None:
    (project / "docs/en/part-1.md").write_bytes(b"\n\xff")
    done = programme("check", "--format", "github", "--lang", "en")
    assert done.exit_code == 2
    assert done.output.startswith("::error file=docs/en/part-1.md,line=2::the file is not UTF-8")


def test_a_hostile_file_name_does_not_break_out_of_an_annotation() -> None:

    problem = Problem(
        "a,line=9::x%\n::error::y.md", Wording(vi="x\n::error::y", en="x\n::error::y")
    )
    assert (
        github.stopped([problem], "en")
        == "::error file=a%2Cline=9%3A%3Ax%25%0A%3A%3Aerror%3A%3Ay.md,line=1::x⟨U+000A⟩::error::y"
    )


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ([], ["N101", "O102"]),
        (["--select", "N"], ["N101"]),
        (["--select", "number-differs"], ["N101"]),
        (["--ignore", "O1", "--ignore", "N101"], []),
        (["--select", "O", "--select", "N", "--ignore", "O102"], ["N101"]),
    ],
)
def test_rules_are_selected_and_ignored(
    project: Path, options: list[str], codes: list[str]
) -> None:
    edit(project / "docs/vi/part-3/section-4.md", "# 4. ", "# 5. ")
    done = programme("check", "--format", "json", *options)
    assert sorted(found["code"] for found in json.loads(done.output)["diagnostics"]) == codes


def test_a_rule_that_does_not_exist_is_named(project: Path) -> None:
    for arguments in (["check", "--select", "Q9"], ["explain", "Q9"]):
        done = programme(*arguments)
        assert done.exit_code == 2
        assert "there is no rule “Q9”" in done.output


def test_rules_are_listed_and_explained() -> None:
    listed = programme("rules").output
    assert "S104  provision-in-one-language" in listed
    explained = programme("explain", "s104").output
    assert explained.startswith("S104 provision-in-one-language\n\n")
    assert "How to fix it: Add its counterpart" in explained
    assert "Good: `- Một.` `- Hai.` ↔ `- One.` `- Two.`" in explained
    assert "<!-- diptych: allow S104 (reason) -->" in explained
    assert programme("explain", "provision-in-one-language").output == explained
    assert "Cách sửa" in programme("explain", "S104", "--lang", "vi").output


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[term\n", "glossary.toml: an entry of this list"),
        ("", "[[term]]"),
        ("[[term]]\nvi = ['a']\n", "'vi', 'en'"),
        ("[[term]]\nvi = 'a'\nen = ['b']\n", "'vi' = 'a'"),
    ],
)
def test_a_bad_glossary_is_said(project: Path, text: str, said: str) -> None:
    (project / "glossary.toml").write_text(text, encoding="utf-8")
    done = programme("check", "--lang", "en")
    assert done.exit_code == 2
    assert said in done.output


def test_sarif_validates_and_names_both_places(project: Path) -> None:
    edit(project / "docs/en/part-3/section-4.md", "# 4. ", "# 5. ")
    edit(project / "docs/vi/part-3/section-3.md", "hành động[^2]", "hành động")
    done = programme("check", "--format", "sarif", "--site", SITE_URL, "--lang", "en")
    assert done.exit_code == 1
    log = valid_sarif(done.output)
    [run] = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert rules[0]["helpUri"] == f"{SITE_URL}en/site/rules/#{rules[0]['id'].lower()}"
    found = next(result for result in run["results"] if result["ruleId"] == "N101")
    assert rules[found["ruleIndex"]]["id"] == "N101"
    places = [at["physicalLocation"] for at in (*found["locations"], *found["relatedLocations"])]
    assert [(at["artifactLocation"]["uri"], at["region"]["startLine"]) for at in places] == [
        ("docs/vi/part-3/section-4.md", 1),
        ("docs/en/part-3/section-4.md", 1),
    ]


def test_sarif_validates_without_findings_and_where_nothing_could_be_read(project: Path) -> None:
    agreed = valid_sarif(programme("check", "--format", "sarif").output)
    assert agreed["runs"][0]["results"] == []
    assert agreed["runs"][0]["tool"]["driver"]["rules"]
    (project / "docs/en/part-1.md").write_bytes(b"\n\xff")
    stopped = valid_sarif(programme("check", "--format", "sarif", "--lang", "vi").output)
    [invocation] = stopped["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    [said] = invocation["toolExecutionNotifications"]
    assert said["locations"][0]["physicalLocation"]["region"]["startLine"] == 2


def valid_sarif(written: str) -> Any:
    log = json.loads(written)
    schema = json.loads((ROOT / "tests/schemas/sarif-schema-2.1.0.json").read_text("utf-8"))
    jsonschema.validate(log, schema)
    return log


def test_findings_link_to_the_rules_page(project: Path) -> None:
    edit(project / "docs/en/part-3/section-4.md", "# 4. ", "# 5. ")
    page = f"{SITE_URL}site/rules/#n101"
    assert f"N101: {page}" in programme("check", "--site", SITE_URL, "--lang", "vi").output
    assert (
        page in programme("check", "--format", "github", "--site", SITE_URL, "--lang", "vi").output
    )
    english = programme("check", "--format", "json", "--site", SITE_URL, "--lang", "en").output
    assert json.loads(english)["diagnostics"][0]["url"] == f"{SITE_URL}en/site/rules/#n101"
    assert "N101: diptych explain N101" in programme("check", "--lang", "en").output


def test_another_pair_of_languages_says_what_it_left_out(project: Path) -> None:
    settings = '[tool.diptych]\noriginal = "vi"\ntranslation = "fr"\n'
    (project / "pyproject.toml").write_text(settings, encoding="utf-8")
    Path("a.md").write_text("# I. MỘT\n\nTheo điểm a mục 2.\n", encoding="utf-8")
    Path("b.md").write_text("# II. UN\n\nSelon la lettre b.\n", encoding="utf-8")
    done = programme("check", "a.md", "b.md", "--lang", "en")
    assert done.exit_code == 1
    assert "the numbers differ: Vietnamese has “I.”, French “II.”" in done.output
    assert "(N104)" not in done.output
    left_out = next(line for line in done.output.splitlines() if line.startswith("not applied"))
    assert {"N104", "V104"} <= set(left_out.replace(",", " ").split())
    done = programme("check", "a.md", "b.md", "--format", "json")
    assert "V104" in json.loads(done.output)["left_out"]


def test_exporting_lists_its_formats_and_writes_one(project: Path) -> None:
    listed = programme("export", "--help")
    for file in all_files(("vi", "en"), "programme"):
        assert f"  {file.name.removeprefix('programme.')} " in listed.output
    done = programme("export", "en.md", "--output", "new/text.md", "--site", SITE_URL)
    assert done.exit_code == 0, done.output
    written = (project / "new/text.md").read_bytes()
    assert f"{SITE_URL}en/".encode() in written
    assert f"new/text.md  {len(written):,} bytes" in done.output
    to_stdout = programme("export", "programme.en.md", "--output", "-", "--site", SITE_URL)
    assert to_stdout.stdout_bytes == written


def test_a_project_says_what_its_files_are_called(project: Path) -> None:
    edit(project / "pyproject.toml", 'files = "programme"', 'files = "our-text"')
    assert "  en.md " in programme("export", "--help").output
    assert programme("export", "schema.json", "--site", SITE_URL).exit_code == 0
    assert programme("export", "json").exit_code == 0
    schema = json.loads((project / "our-text.schema.json").read_bytes())
    assert schema["$id"] == f"{SITE_URL}downloads/our-text.schema.json"
    assert json.loads((project / "our-text.json").read_bytes())["$schema"] == "our-text.schema.json"


def test_exporting_all_fills_a_folder(project: Path) -> None:
    assert programme("export", "all", "--output", "files").exit_code == 0
    names = {file.name for file in all_files(("vi", "en"), "programme")}
    assert {path.name for path in (project / "files").iterdir()} == names


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["nothing"], 2, "there is no “nothing”; `diptych export --help` lists the files"),
        (["all", "--output", "-"], 2, "several files need a folder"),
        (["vi.md", "--output", "pyproject.toml/x.md"], 3, "pyproject.toml/x.md could not be"),
    ],
)
def test_what_cannot_be_exported_is_said(
    project: Path, arguments: list[str], status: int, said: str
) -> None:
    done = programme("export", *arguments)
    assert (done.exit_code, said in done.output) == (status, True), done.output


def test_texts_that_cannot_be_read_are_not_exported(project: Path) -> None:
    (project / "docs/vi/part-1.md").write_bytes(b"\xff\xfe")
    done = programme("export", "vi.md")
    assert done.exit_code == 2
    assert "docs/vi/part-1.md" in done.output
    assert not (project / "programme.vi.md").exists()


def test_github_is_told_in_both_languages(project: Path) -> None:
    edit(project / "docs/en/part-3/section-4.md", "# 4. ", "# 5. ")
    lines = programme("check", "--format", "github").output.splitlines()
    assert len(lines) == 1
    for line in lines:
        assert "bản tiếng Việt ghi “4.”" in line
        assert "Vietnamese has “4.”" in line
    (project / "docs/en/part-2.md").write_text("<<<<<<< ours\n", encoding="utf-8")
    said = programme("check", "--format", "github").output
    assert "dấu xung đột" in said
    assert "conflict marker" in said


def test_github_tells_what_follows_with_its_cause(project: Path) -> None:
    edit(project / "docs/vi/part-1.md", "chưa thật sự đồng đều", "chưa đồng đều")
    lines = programme("check", "--format", "github", "--lang", "en").output.splitlines()
    assert [line.partition("file=")[2].partition(",")[0] for line in lines] == ["docs/vi/part-1.md"]
    assert "(W101)" in lines[0]
