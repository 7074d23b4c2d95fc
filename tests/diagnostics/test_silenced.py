"""What comments silence is kept with the comment, however many there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.check import check
from diptych.diagnostics import Diagnostic, Location
from diptych.diagnostics.silenced import Silenced, Silencers
from diptych.diagnostics.suppressions import Comments, Suppression
from diptych.model import Place, Side
from diptych.project.bitext import Bitext
from diptych.project.settings import Settings
from diptych.rules import all_rules, chosen_rules
from diptych.wording import UNSAID

CODES = ("V101", "V102")
NAMED = (*CODES, "V", "V1", "V10")


def comments() -> st.SearchStrategy[list[Suppression]]:
    lines = st.tuples(st.integers(1, 9), st.integers(0, 4))
    codes = st.lists(st.sampled_from(NAMED), min_size=1, max_size=2, unique=True)
    made = st.builds(
        lambda file, held, named: Suppression(
            Side.ORIGINAL, Place(file, held[0], 1), "", tuple(named), "so", held[0], sum(held)
        ),
        st.sampled_from("ab"), lines, codes,
    )  # fmt: skip
    return st.lists(made, max_size=6)


def silenced_by(comment: Suppression, code: str) -> bool:
    return any(code.startswith(named) for named in comment.codes)


def findings() -> st.SearchStrategy[list[Diagnostic]]:
    places = st.lists(st.tuples(st.sampled_from("ab"), st.integers(1, 14)), min_size=1, max_size=2)
    made = st.builds(
        lambda code, at: Diagnostic(
            UNSAID, tuple(Location("", file, line, 1, "", 0) for file, line in at), code=code
        ),
        st.sampled_from(CODES), places,
    )  # fmt: skip
    return st.lists(made, max_size=6)


def covers(comment: Suppression, finding: Diagnostic) -> bool:
    """The simple way: one comment, one finding, each of its places."""
    return silenced_by(comment, finding.code) and any(
        at.file == comment.place.file and comment.first_line <= at.line <= comment.last_line
        for at in finding.locations
    )


@given(comments(), findings())
def test_a_comment_is_found_where_one_covers(
    written: list[Suppression], found: list[Diagnostic]
) -> None:
    silencers = Silencers(Comments(tuple(written), dict.fromkeys(CODES, True)))
    silenced = []
    for finding in found:
        comment = silencers.on(finding)
        assert (comment is not None) == any(covers(known, finding) for known in written)
        if comment:
            assert covers(comment, finding)
            silenced.append(Silenced(finding, comment))
    idle = [
        (comment, code)
        for comment in written
        for code in comment.codes
        if not any(finding.code.startswith(code) and covers(comment, finding) for finding in found)
    ]
    assert list(silencers.idle(silenced)) == idle


SILENCED = "Đến năm 2030. <!-- diptych: allow V102, M103 (làm tròn) -->"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.chdir(tmp_path)
    Path("vi.md").write_text(SILENCED, encoding="utf-8")
    Path("en.md").write_text("By 2031.", encoding="utf-8")
    return Settings((Path("vi.md"), Path("en.md")), ("vi", "en"))


def test_what_is_silenced_is_kept_with_the_comment(here: Settings) -> None:
    [silenced] = check(here).silenced
    assert silenced.finding.code == "V102"
    assert silenced.comment.reason == "làm tròn"
    assert silenced.comment.place == Place("vi.md", 1, 15)


def test_a_rule_not_asked_for_leaves_no_comment_idle(here: Settings) -> None:
    found = check(here, chosen_rules(select=["C101"]))
    assert [str(told) for told in found.diagnostics] == [
        "vi.md:1: this comment silences M103, which finds nothing here (C101)"
    ]
    assert found.silenced == ()


def test_no_rule_runs_twice(here: Settings) -> None:
    """Each runs once, whatever comments name: a page may have thousands."""
    Path("vi.md").write_text(f"{SILENCED}\n\n" * 50, encoding="utf-8")
    Path("en.md").write_text("By 2031.\n\n" * 50, encoding="utf-8")
    calls: list[str] = []

    def counted(_: Bitext, code: str) -> Iterator[Diagnostic]:
        calls.append(code)
        yield from ()

    rules = [
        replace(rule, find=partial(counted, code=rule.code)) if rule.code != "C101" else rule
        for rule in all_rules()
    ]
    check(here, rules)
    assert len(calls) == len(set(calls)) == len(rules) - 1
