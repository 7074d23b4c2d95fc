"""`[tool.diptych]`: which texts, which rules, how bad, and what is refused."""

from __future__ import annotations

from pathlib import Path
from subprocess import CompletedProcess

import pytest

from diptych.errors import BadConfiguration
from diptych.project.choices import matches
from diptych.project.pairing import Pattern, pair_of, pairs
from diptych.project.settings import KEYS, settings
from diptych.rules import chosen_rules
from tests.changes.repository import keep
from tests.conftest import run

ORIGINAL = "# Guide\n\nThe lake has 40 boats.\n\nSee **the quay**.\n"
TRANSLATION = "# Hướng dẫn\n\nHồ có 14 chiếc thuyền.\n\nXem bến.\n"


def project(folder: Path, table: str = "", **files: str) -> Path:
    """A project with the settings `table` and `files`, in which / is written as __."""
    (folder / "pyproject.toml").write_text(
        f'[tool.diptych]\nlanguages = ["en", "vi"]\n{table}', encoding="utf-8"
    )
    for name, text in files.items():
        write(folder / name.replace("__", "/"), text)
    return folder


def write(path: Path, text: str) -> None:
    path = path if path.suffix else path.with_name(f"{path.name}.md")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def two_folders(folder: Path, table: str = "") -> Path:
    return project(folder, table, docs__en__guide=ORIGINAL, docs__vi__guide=TRANSLATION)


def checked(folder: Path, *arguments: str) -> CompletedProcess[str]:
    return run("diptych", "check", "--lang", "en", "--format", "lines", *arguments, cwd=folder)


def codes(done: CompletedProcess[str]) -> set[str]:
    assert done.returncode in (0, 1), done.stderr
    return {line.split("[")[1][:4] for line in done.stdout.splitlines()}


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("selct = []", "[tool.diptych] has no key “selct”; do you mean “select”?"),
        ("per_file_ignores = {}", "do you mean “per-file-ignores”?"),
        ("xyzzy = 1", "[tool.diptych] has no key “xyzzy”; there are confirmed, country"),
        ('[tool.diptych.source]\nsha = "0"', "[tool.diptych.source] has no key “sha”"),
        ('select = "V"', "[tool.diptych] select must be a list of texts"),
        ('ignore = ["Z9"]', "[tool.diptych] ignore: there is no rule “Z9”"),
        ('ignore = ["M1O5"]', "there is no rule “M1O5”; do you mean “M105”?"),
        ('severity = {V102 = "mild"}', "severity of V102 must be one of error, warning, off"),
        ('per-file-ignores = {"a" = "V"}', "a must be a list of texts"),
        ("publish = 1", "[tool.diptych] publish must be true or false"),
        ('original = "en"', "has languages, so original and translation are said already"),
        ('pairs = ["docs"]', "pairs must be a list of pairs of paths"),
        ('pairs = [["{path}.md", "a.md"]]', "both sides have {path} once, or neither"),
        ('pairs = [["../a.md", "a.md"]]', "must be paths below the folder of pyproject.toml"),
        ('pairs = [["a.md", "./a.md"]]', "a.md cannot be its own translation"),
    ],
)
def test_what_the_settings_cannot_say(table: str, said: str, tmp_path: Path) -> None:
    done = checked(two_folders(tmp_path, table))
    assert done.returncode == 2
    assert said in done.stderr


def test_every_key_is_known_where_it_is_read() -> None:
    assert {"select", "severity", "pairs", "untranslated", "exclude", "publish"} <= KEYS


def test_rules_are_chosen_in_settings(tmp_path: Path) -> None:
    assert codes(checked(two_folders(tmp_path))) == {"V102", "M101"}
    assert codes(checked(two_folders(tmp_path, 'select = ["V"]'))) == {"V102"}
    assert codes(checked(two_folders(tmp_path, 'ignore = ["M", "V1"]'))) == set()
    assert codes(checked(tmp_path, "--select", "V102")) == {"V102"}  # named in full, it runs
    assert codes(checked(tmp_path, "--select", "V,M")) == set()
    off = two_folders(tmp_path, 'severity = {M = "off", V102 = "warning", V = "error"}')
    done = checked(off)
    assert codes(done) == {"V102"}
    assert done.returncode == 0
    assert "warning: [V102]" in done.stdout


def test_the_command_line_goes_before_the_settings(tmp_path: Path) -> None:
    two_folders(tmp_path, 'select = ["V"]')
    assert codes(checked(tmp_path, "--select", "M101,V102")) == {"M101", "V102"}
    assert codes(checked(tmp_path, "--select", "M", "--ignore", "M101,V")) == set()


def test_extend_select_adds_to_what_runs_by_itself(tmp_path: Path) -> None:
    two_folders(tmp_path, 'extend-select = ["X101"]')
    ran = {known.code for known in chosen_rules(choices=settings(tmp_path).choices)}
    assert {"X101", "V102", "S104"} <= ran
    assert "X102" not in ran


@pytest.mark.parametrize("pattern", ["docs/vi/guide.md", "guide.md", "docs/*", "docs", "**/g*.md"])
def test_rules_are_silent_in_some_files(pattern: str, tmp_path: Path) -> None:
    two_folders(tmp_path, f'per-file-ignores = {{"{pattern}" = ["M"]}}')
    assert codes(checked(tmp_path)) == {"V102"}


def test_patterns_of_files() -> None:
    assert matches(["api/*"], "api/v1/a.md")
    assert matches(["**/api/*.md"], "api/a.md")
    assert matches(["api/"], "api/a.md")
    assert not matches(["api"], "apis/a.md")
    assert not matches(["b.md", "x/*"], "docs/ab.md")


def test_files_that_are_left_out_are_not_read(tmp_path: Path) -> None:
    two_folders(tmp_path, 'exclude = ["drafts", "*.tmp.md"]')
    for name in ("drafts/a.md", "b.tmp.md"):
        write(tmp_path / "docs/en" / name, "Only <<<<<<< here 77.\n")
    assert codes(checked(tmp_path)) == {"V102", "M101"}


def test_pages_may_stay_untranslated(tmp_path: Path) -> None:
    two_folders(tmp_path)
    write(tmp_path / "docs/en/legal.md", "# Legal\n\nNot in Vietnamese, 5.\n")
    assert "S101" in codes(checked(tmp_path))
    two_folders(tmp_path, 'untranslated = ["legal.md"]')
    assert codes(checked(tmp_path)) == {"V102", "M101"}
    two_folders(tmp_path)
    write(tmp_path / "docs/en/legal.md", "---\nuntranslated: true\n---\n\n# Legal\n\nOnly, 5.\n")
    assert codes(checked(tmp_path)) == {"V102", "M101"}


def test_an_original_that_has_a_translation_is_checked_whatever_it_says(tmp_path: Path) -> None:
    two_folders(tmp_path)
    said = "---\nuntranslated: true\n---\n\n# Legal\n\nOf 2 pages, 5.\n"
    write(tmp_path / "docs/en/legal.md", said)
    write(tmp_path / "docs/vi/legal.md", "# Pháp lý\n\nVề 2 trang, 6.\n")
    assert "docs/en/legal.md:7" in checked(tmp_path).stdout


PATTERNS = (
    Pattern("docs/{path}.md", "i18n/vi/{path}.md"),
    Pattern("README.md", "README.vi.md"),
    Pattern("site/{path}.md", "site/{path}.vi.md"),
    Pattern("docs/start.md", "i18n/vi/bat-dau.md"),
)


@pytest.mark.parametrize(
    ("file", "pair"),
    [
        ("docs/a/b.md", ("docs/a/b.md", "i18n/vi/a/b.md")),
        ("i18n/vi/a/b.md", ("docs/a/b.md", "i18n/vi/a/b.md")),
        ("README.vi.md", ("README.md", "README.vi.md")),
        ("README.md", ("README.md", "README.vi.md")),
        ("site/x.vi.md", ("site/x.md", "site/x.vi.md")),
        ("site/x.md", ("site/x.md", "site/x.vi.md")),
        ("docs/start.md", ("docs/start.md", "i18n/vi/bat-dau.md")),
        ("i18n/vi/bat-dau.md", ("docs/start.md", "i18n/vi/bat-dau.md")),
        ("CHANGELOG.md", None),
        ("docs/.md", None),
    ],
)
def test_which_file_is_the_translation_of_which(file: str, pair: tuple[str, str] | None) -> None:
    assert pair_of(file, PATTERNS) == pair


def test_pages_beside_each_other_in_many_languages(tmp_path: Path) -> None:
    for name in ("a.md", "a.fr.md", "a.de.md", "b.md", "c.fr.md", "node_modules/x.md", ".x/y.md"):
        write(tmp_path / name, "Text.\n")
    known = [Pattern("{path}.md", "{path}.fr.md")]
    assert pairs(tmp_path, known) == [("a.md", "a.fr.md"), ("b.md", "b.fr.md"), ("c.md", "c.fr.md")]


@pytest.fixture
def paired(tmp_path: Path) -> Path:
    table = 'pairs = [["docs/{path}.md", "i18n/vi/{path}.md"], ["README.md", "README.vi.md"]]\n'
    return project(
        tmp_path, table,
        README="Take 3 lamps.\n", docs__a=ORIGINAL, docs__b="# B\n\nOne page.\n",
        i18n__vi__a=TRANSLATION, i18n__vi__b="# B\n\nMột trang.\n",
        **{"README.vi.md": "Mang 4 đèn.\n"},
    )  # fmt: skip


def test_patterns_pair_files(paired: Path) -> None:
    done = checked(paired)
    told = {line.split(":")[0] for line in done.stdout.splitlines()}
    assert told == {"README.md", "README.vi.md", "docs/a.md", "i18n/vi/a.md"}
    (paired / "i18n/vi/b.md").unlink()
    assert "i18n/vi/b.md:1:1: error: [S101]" in checked(paired).stdout


@pytest.mark.parametrize(
    ("named", "told"),
    [
        (["README.vi.md"], {"README.md", "README.vi.md"}),
        (["docs/a.md"], {"docs/a.md", "i18n/vi/a.md"}),
        (["docs/b.md", "i18n/vi/a.md"], {"docs/a.md", "i18n/vi/a.md"}),
        (["i18n/vi/b.md"], set()),
        (["i18n/vi/a.md", "docs/a.md"], {"docs/a.md", "i18n/vi/a.md"}),
        (["README.md", "docs/b.md", "i18n/vi/b.md"], {"README.md", "README.vi.md"}),
        (["docs"], {"docs/a.md", "i18n/vi/a.md"}),
        (["."], {"docs/a.md", "i18n/vi/a.md", "README.md", "README.vi.md"}),
        (["i18n/vi", "README.md"], {"docs/a.md", "i18n/vi/a.md", "README.md", "README.vi.md"}),
    ],
)
def test_any_number_of_files_of_the_project(named: list[str], told: set[str], paired: Path) -> None:
    done = checked(paired, *named)
    assert done.returncode == bool(told), done.stderr
    assert {line.split(":")[0] for line in done.stdout.splitlines()} == told


def test_files_that_are_none_of_the_projects(paired: Path) -> None:
    write(paired / "CHANGELOG.md", "Version 7.\n")
    alone = checked(paired, "CHANGELOG.md")
    assert alone.returncode == 0
    assert "no text of the project, so not checked: CHANGELOG.md" in alone.stderr
    assert checked(paired, "CHANGELOG.md", "README.md", "docs/b.md").returncode == 1
    assert checked(paired, "gone.md").returncode == 2


def test_one_file_without_settings_is_told_what_to_say(tmp_path: Path) -> None:
    write(tmp_path / "README.vi.md", "Một.\n")
    done = checked(tmp_path, "README.vi.md")
    assert done.returncode == 2
    assert "pairs = [[" in done.stderr


def test_the_same_texts_twice_are_refused(tmp_path: Path) -> None:
    two_folders(tmp_path)
    (tmp_path / "link").symlink_to("docs/en")
    write(tmp_path / "copy/guide.md", ORIGINAL)
    for other in ("docs/en", "./docs/vi/../en", "link", "copy"):
        done = checked(tmp_path, "docs/en", other)
        assert done.returncode == 2, done.stdout
        assert "the two texts named are the same" in done.stdout + done.stderr
    write(tmp_path / "copy/guide.md", TRANSLATION)
    assert checked(tmp_path, "docs/en", "copy").returncode == 1


def test_a_translation_inside_the_folder_of_the_original(tmp_path: Path) -> None:
    project(tmp_path, "", docs__a="Five.\n", docs__vi__a="Năm.\n")
    assert codes(checked(tmp_path, "docs", "docs/vi")) == set()


def test_languages_are_two_tags(tmp_path: Path) -> None:
    two_folders(tmp_path)
    assert settings(tmp_path).locales == ("en", "vi")
    (tmp_path / "pyproject.toml").write_text('[tool.diptych]\nlanguages = ["en"]\n')
    with pytest.raises(BadConfiguration, match="two tags"):
        settings(tmp_path)


@pytest.mark.parametrize(
    ("languages", "said"),
    [
        ('["en", "english"]', "write “en” for “english”"),
        ('["Tiếng Việt", "eng"]', "write “vi” for “Tiếng Việt”, write “en” for “eng”"),
        ('["en", "pt_BR"]', "write “pt-BR” for “pt_BR”"),
        ('["en", "zh_hans_cn"]', "write “zh-Hans-CN” for “zh_hans_cn”"),
        ('["en", "Chinese-Simplified"]', "write “zh” for “Chinese-Simplified”"),
        ('["en", "jp"]', "write “ja” for “jp”"),
        ('["en", "vietnamse"]', "write “vi” for “vietnamse”"),
        ('["en", "xx"]', 'like ["en", "vi"]'),
        ('["en", "en"]', "languages are two different ones"),
    ],
)
def test_a_language_is_named_by_its_tag(languages: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        f"[tool.diptych]\nlanguages = {languages}\n", encoding="utf-8"
    )
    with pytest.raises(BadConfiguration) as refused:
        settings(tmp_path)
    assert said in str(refused.value)


@pytest.mark.parametrize("tag", ["fil", "zh-Hant", "pt-br", "und", "nn", "sr-Latn-RS"])
def test_tags_of_languages_are_let_in(tag: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(f'[tool.diptych]\ntranslation = "{tag}"\n')
    assert settings(tmp_path).locales[1] == tag


def test_folders_of_a_project_without_settings(tmp_path: Path) -> None:
    for name, text in (
        ("docs/vi/a", "Năm 5.\n"),
        ("docs/en/a", "Six 6.\n"),
        ("docs/vi/b/c", "Bảy 7.\n"),
        ("docs/en/b/c", "Seven 7.\n"),
    ):
        write(tmp_path / name, text)
    assert codes(checked(tmp_path, ".")) == {"V102"}
    assert codes(checked(tmp_path, "docs")) == {"V102"}
    assert codes(checked(tmp_path, "docs/en/b")) == set()
    assert codes(checked(tmp_path, "docs/en/a.md")) == {"V102"}


def test_pages_of_every_kind_are_read_where_nothing_is_published(tmp_path: Path) -> None:
    two_folders(tmp_path)
    for name, number in (
        ("en/a.mdx", 5),
        ("vi/a.mdx", 6),
        ("en/b.markdown", 7),
        ("vi/b.markdown", 7),
    ):
        write(tmp_path / "docs" / name, f"Text {number}.\n")
    write(tmp_path / "docs/en/picture.svg", "<svg/>")
    done = checked(tmp_path, "--select", "V,X101")
    assert {line.partition(":")[0] for line in done.stdout.splitlines()} == {
        "docs/en/a.mdx", "docs/vi/a.mdx", "docs/en/guide.md", "docs/vi/guide.md",
    }  # fmt: skip


def test_a_link_to_a_page_of_the_project_is_that_page(paired: Path) -> None:
    (paired / "docs/index.md").symlink_to("../README.md")
    write(paired / "i18n/vi/index.md", "Mang 3 đèn.\n")
    assert "docs/index.md" not in checked(paired).stdout
    (paired / "docs/c.md").symlink_to("/etc/hostname")
    write(paired / "i18n/vi/c.md", "Một.\n")
    done = checked(paired)
    assert done.returncode == 2
    assert "docs/c.md" in done.stdout + done.stderr


def test_a_name_of_its_own_goes_before_a_pattern(tmp_path: Path) -> None:
    for name in ("docs/start.md", "i18n/vi/start.md", "i18n/vi/bat-dau.md"):
        write(tmp_path / name, "Text.\n")
    assert pairs(tmp_path, PATTERNS) == [("docs/start.md", "i18n/vi/bat-dau.md")]


def test_what_editors_change_where_patterns_pair_files(paired: Path) -> None:
    found = [path.relative_to(paired).as_posix() for path in settings(paired).edited]
    assert found == ["README.md", "README.vi.md", "docs", "i18n/vi"]
    keep(paired)
    write(paired / "docs/a.md", ORIGINAL.replace("lake", "pond"))
    said = run("diptych", "report", "--lang", "en", "--base", "HEAD", cwd=paired).stdout
    assert "The [-lake-] {+pond+} has 40 boats." in said
    assert "Other files" not in said


def test_a_check_of_paired_files_is_repeated_until_one_changes(
    paired: Path, tmp_path: Path
) -> None:
    def said() -> str:
        told = {"DIPTYCH_CACHE_DIR": str(tmp_path / "answers")}
        return run("diptych", "check", "--lang", "en", cwd=paired, environment=told).stdout

    first = said()
    assert said() == first
    assert len(list((tmp_path / "answers").glob("*.json"))) == 1
    write(paired / "docs/new.md", "Text.\n")
    assert "i18n/vi/new.md" in said()


@pytest.mark.parametrize(
    "table", ['original = "vi"\ntranslation = ["en", "zh"]', 'languages = ["vi", "en", "zh"]']
)
def test_several_translations_are_refused_in_a_line(table: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(f"[tool.diptych]\n{table}\n", encoding="utf-8")
    with pytest.raises(BadConfiguration, match="names several translations; a project has one"):
        settings(tmp_path)
