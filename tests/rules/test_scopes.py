"""Where a rule runs: everywhere, where texts are published, or where somebody selects it."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.diagnostics.guide import Scope
from diptych.rules import all_rules, chosen_rules
from tests.conftest import run

HOUSE = {known.code for known in all_rules() if known.guide.scope is Scope.HOUSE}
EXACT = {known.code for known in all_rules() if known.guide.scope is Scope.EXACT}
IN_DEPTH = {known.code for known in all_rules() if known.guide.scope is Scope.IN_DEPTH}
OPTIONAL = {known.code for known in all_rules() if known.guide.scope is Scope.OPTIONAL}
DIRTY = 'Eta <b onclick="x">zeta</b>, [theta](javascript:x) ![iota](https://example.org/a.png).\n'


def codes(*select: str, published: bool = False) -> set[str]:
    return {known.code for known in chosen_rules(select, published=published)}


def test_house_rules_hold_for_published_texts_alone() -> None:
    assert {"X101", "X107", "S111", "S112", "S113", "H104", "D101", "E101"} <= HOUSE
    assert not codes() & (HOUSE | EXACT | OPTIONAL)
    assert codes(published=True) == {known.code for known in all_rules()} - OPTIONAL


def test_a_free_translation_is_compared_word_for_word_if_a_name_selects_it(tmp_path: Path) -> None:
    close = "Water comes from the river. It is carried to the beds.\n\n"
    (tmp_path / "en.md").write_text(
        5 * close + 9 * "The apples, the pears.\n\nOne. Two.\n\n" + "Run `water`.\n",
        encoding="utf-8",
    )
    free = "Nước được lấy từ dưới sông rồi gánh lên tưới cho các luống cây.\n\n"
    (tmp_path / "vi.md").write_text(
        5 * free + 9 * "Táo, lê.\n\nMột. Hai.\n\n" + "Hãy tưới cây.\n", encoding="utf-8"
    )
    told = run("diptych", "check", "--format", "lines", "en.md", "vi.md", cwd=tmp_path).stdout
    assert told == ""
    for asked, found in {"K101": "[K101]", "K": "[K101]", "S115": "[S115]"}.items():
        command = ("diptych", "check", "--format", "lines", "--select", asked, "en.md", "vi.md")
        assert found in run(*command, cwd=tmp_path).stdout


@pytest.mark.parametrize(
    ("named", "house"),
    [("X101", {"X101"}), ("raw-html", {"X101"}), ("D1", {"D101", "D102", "D103"}), ("S", set())],
)
def test_a_name_that_stands_for_house_rules_alone_asks_for_them(
    named: str, house: set[str]
) -> None:
    assert codes(named) & HOUSE == house


def test_optional_rules_run_if_a_name_selects_them() -> None:
    for code in OPTIONAL | EXACT:
        assert code in codes(code)
        assert code in codes(code[0])
        assert (code in codes(published=True)) is (code in EXACT)


def test_rules_in_depth_run_elsewhere_if_a_name_selects_them(tmp_path: Path) -> None:
    assert codes() >= IN_DEPTH
    for name, said in {"en": "A *new* word.", "fr": "Un mot nouveau.", "vi": "Một từ mới."}.items():
        (tmp_path / f"a.{name}.md").write_text(f"{said}\n", encoding="utf-8")
    french = ("diptych", "check", "--format", "lines", "a.en.md", "a.fr.md")
    assert run(*french, cwd=tmp_path).returncode == 0
    for asked in ("M101", "M"):
        assert "[M101]" in run(*french, "--select", asked, cwd=tmp_path).stdout
    known = run("diptych", "check", "--format", "lines", "a.en.md", "a.vi.md", cwd=tmp_path)
    assert "[M101]" in known.stdout


def test_two_named_texts_are_no_house_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.vi.md", "a.en.md", "docs/vi/index.md", "docs/en/index.md"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(f"---\nlayout: page\n---\n\n{DIRTY}", encoding="utf-8")
    assert run("diptych", "check", "a.vi.md", "a.en.md", cwd=tmp_path).returncode == 0
    assert run("diptych", "check", cwd=tmp_path).returncode == 0
    Path("pyproject.toml").write_text("[tool.diptych]\npublish = true\n", encoding="utf-8")
    named = run("diptych", "check", "a.vi.md", "a.en.md", cwd=tmp_path)
    assert named.returncode == 0, named.stdout
    own = run("diptych", "check", "--format", "lines", cwd=tmp_path)
    assert own.returncode == 1
    assert {code for code in ("X101", "X102", "X103", "S112") if f"[{code}]" in own.stdout} == {
        "X101",
        "X102",
        "X103",
        "S112",
    }
    assert "[X101]" in run(
        "diptych", "check", "--select", "X", "--format", "lines", "a.vi.md", "a.en.md", cwd=tmp_path
    ).stdout  # fmt: skip


def test_the_list_of_rules_says_where_each_runs(tmp_path: Path) -> None:
    told = run("diptych", "rules", "--lang", "en", cwd=tmp_path).stdout.splitlines()
    marked = {line[:4] for line in told if line.endswith("[where publish = true]")}
    assert marked == HOUSE
    explained = run("diptych", "explain", "X101", "--lang", "en", cwd=tmp_path).stdout
    assert "publish = true" in explained
