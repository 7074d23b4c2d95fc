"""What is recorded of each text, how it stands by that, and what git remembers of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from diptych.alignment.units import Unit, units
from diptych.cli import main
from diptych.errors import CannotCheck
from diptych.freshness.history import History
from diptych.freshness.record import Record, RecordEntry, read_record, write_record
from diptych.freshness.state import State, confirmed, fingerprint, standings
from diptych.project.bitext import bitext
from diptych.project.loading import load
from diptych.project.settings import settings
from diptych.reader import read_document
from tests.changes.repository import keep
from tests.conftest import this_text


def found(folder: Path, vi: str, en: str) -> list[Unit]:
    documents = []
    for locale, text in (("vi", vi), ("en", en)):
        (folder / f"{locale}.md").write_text(text, encoding="utf-8")
        documents.append(read_document(folder / f"{locale}.md", locale))
    return list(units(bitext(documents[0], documents[1]).alignment))


VI = "# I. Quan hệ\n\n- Duy trì quan hệ.\n\n- Mở rộng thị trường.\n"
EN = "# I. Relations\n\n- Maintain relations.\n\n- Widen markets.\n"


def test_a_review_holds_for_the_very_words(tmp_path: Path) -> None:
    before = standings(found(tmp_path, VI, EN), Record())
    assert {s.state for s in before.values()} == {State.UNCONFIRMED}
    record = confirmed(before, before, Record(), reviewed=False)
    now = standings(found(tmp_path, VI, EN), record)
    assert {s.state for s in now.values()} == {State.UNREVIEWED}
    record = confirmed(now, ["i-1"], record, reviewed=True)
    now = standings(found(tmp_path, VI, EN), record)
    assert now["i-1"].state is State.REVIEWED
    assert now["i-2"].state is State.UNREVIEWED
    changed = standings(found(tmp_path, VI, EN.replace("Maintain", "Keep up")), record)
    assert changed["i-1"].state is State.UNREVIEWED
    # confirmed again, the words that were reviewed stay so, others do not
    assert confirmed(now, ["i-1"], record, reviewed=False).entries["i-1"].reviewed
    assert not confirmed(changed, ["i-1"], record, reviewed=False).entries["i-1"].reviewed


def test_renumbering_moves_the_record_with_its_text(tmp_path: Path) -> None:
    first = standings(found(tmp_path, VI, EN), Record())
    record = confirmed(first, first, Record(), reviewed=True)
    moved = standings(
        found(
            tmp_path,
            VI.replace("# I. ", "# II. ").replace("- Duy", "- Tìm đối tác.\n\n- Duy"),
            EN.replace("# I. ", "# II. ").replace("- Main", "- Look for partners.\n\n- Main"),
        ),
        record,
    )
    assert {i: s.state for i, s in moved.items()} == {
        "ii": State.REVIEWED,
        "ii-1": State.UNCONFIRMED,
        "ii-2": State.REVIEWED,
        "ii-3": State.REVIEWED,
    }
    record = confirmed(moved, [], record, reviewed=False)
    assert list(record.entries) == ["ii", "ii-2", "ii-3"]


def test_a_changed_original_is_told_from_a_new_text(tmp_path: Path) -> None:
    first = standings(found(tmp_path, VI, EN), Record())
    record = confirmed(first, first, Record(), reviewed=True)
    now = standings(found(tmp_path, VI.replace("thị trường", "đối tác"), EN), record)
    assert [s.state for s in now.values()] == [State.REVIEWED, State.REVIEWED, State.OUTDATED]


def test_letters_count_in_any_form_of_them() -> None:
    assert fingerprint("Tỉnh ủy") == fingerprint("Tỉnh ủy")
    assert fingerprint("Tỉnh ủy") != fingerprint("Tỉnh uỷ")


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "confirmed.txt"
    entries = {
        "i-10": RecordEntry("0" * 10),
        "i-2": RecordEntry("1" * 10, "2" * 10),
        "cover": RecordEntry("3" * 10),
        "a page-1": RecordEntry("4" * 10),  # named for its file
    }
    write_record(file, Record(entries, ("# head",)))
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines == [
        "# head",
        "a page-1 4444444444 -",
        "cover 3333333333 -",
        "i-2 1111111111 2222222222",
        "i-10 0000000000 -",
    ]
    assert read_record(file) == Record(entries, ("# head",))


def test_what_is_no_record_is_said_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "confirmed.txt"
    file.write_text("# head\ni-1 123 -\n<<<<<<< ours\n", encoding="utf-8")
    with pytest.raises(CannotCheck) as stopped:
        read_record(file)
    assert stopped.value.problems
    with pytest.raises(CannotCheck):
        read_record(tmp_path / "missing.txt")


def programme(*arguments: str) -> Result:
    return CliRunner(catch_exceptions=False).invoke(main, arguments)


def test_the_whole_road(project: Path) -> None:
    keep(project)
    page = project / "docs/vi/part-1.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("chưa thật sự đồng đều", "chưa đồng đều"), encoding="utf-8")
    said = programme("check", "--lang", "en", "--select", "W").output
    assert said.count("error[W101]") == 1
    assert "chưa thật sự đồng đều" in said
    assert " --> docs/en/part-1.md:9:1  (en)" in said
    assert " --> docs/vi/part-1.md:9:1  (vi)" in said
    assert "`diptych confirm i-p2`" in said
    done = programme("confirm", "i-p2").output
    assert done.startswith("i-p2  Part I, paragraph 2  (no longer recorded as reviewed; --reviewed")
    assert "agree" in programme("check", "--lang", "en", "--select", "W").output
    assert load(settings()).freshness.standings["i-p2"].state is State.UNREVIEWED  # type: ignore[union-attr]
    assert programme("confirm", "--reviewed", "i-p2").exit_code == 0
    assert load(settings()).freshness.standings["i-p2"].state is State.REVIEWED  # type: ignore[union-attr]
    assert "confirm --all-changed" not in programme("check", "--lang", "en").output
    assert programme("confirm", "--all-changed").exit_code == 0


def test_the_line_of_a_finding_mends_it_without_a_command(project: Path) -> None:
    page = project / "docs/vi/part-1.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("chưa thật sự đồng đều", "chưa đồng đều"), encoding="utf-8")
    said = programme("check", "--lang", "en", "--select", "W").output
    line = said.partition("confirmed.txt: ")[2].splitlines()[0]
    record = project / "confirmed.txt"
    kept = record.read_text(encoding="utf-8").splitlines()
    lines = [line if old.startswith("i-p2 ") else old for old in kept]
    record.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert "agree" in programme("check", "--lang", "en", "--select", "W").output


def test_a_command_to_copy_runs_nothing_that_a_file_is_named_for(project: Path) -> None:
    for locale, said in (("vi", "Thêm."), ("en", "More.")):
        page = project / f"docs/{locale}/$(touch x).md"
        page.write_text(f"{said}\n", encoding="utf-8")
    done = programme("check", "--lang", "en", "--select", "W")
    assert "run `diptych confirm '$(touch-x)-p1'` or" in done.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "name the provisions to confirm, or say --all-changed"),
        (["nowhere-1"], "there is no provision nowhere-1"),
    ],
)
def test_what_cannot_be_confirmed_is_said(project: Path, arguments: list[str], said: str) -> None:
    before = (project / "confirmed.txt").read_bytes()
    done = programme("confirm", *arguments)
    assert done.exit_code == 2
    assert said in done.output
    assert (project / "confirmed.txt").read_bytes() == before


def test_without_git_nothing_is_remembered(tmp_path: Path) -> None:
    file = tmp_path / "vi.md"
    file.write_text(VI, encoding="utf-8")
    assert History().wording_before(file, fingerprint("Duy trì quan hệ.")) == ""


def test_the_projects_own_record_is_whole_and_sorted() -> None:
    loaded = load(settings(this_text()))
    assert loaded.freshness
    assert {s.state for s in loaded.freshness.standings.values()} <= {
        State.REVIEWED, State.UNREVIEWED,
    }  # fmt: skip
    assert str(loaded.freshness.record) == (this_text() / "confirmed.txt").read_text(
        encoding="utf-8"
    )
    assert loaded.freshness.record.entries.keys() == loaded.freshness.standings.keys()


def test_earlier_versions_are_read_once_and_not_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def git(folder: Path, *arguments: str) -> bytes:
        asked.append(arguments[0])
        answers = {"log": b"a\nb\n" * 25, "cat-file": b"100", "show": b"x\n\n" * 100_000}
        return answers[arguments[0]]

    monkeypatch.setattr("diptych.freshness.history.git", git)
    history = History()
    for number in range(100):
        assert history.wording_before(tmp_path / "a.md", f"{number:010}") == ""
    assert asked.count("log") == 1
    assert asked.count("show") <= 4
