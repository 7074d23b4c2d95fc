"""The list of old addresses: what it lets in, and where it leads."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from diptych.errors import CannotCheck
from diptych.publication.moved_addresses import Move, Moves, read_moves, taken, ways

FIRST, SECOND = date(2026, 1, 15), date(2026, 6, 1)


def moves(tmp_path: Path, text: str) -> Moves:
    (tmp_path / "moved.toml").write_text(text, encoding="utf-8")
    return read_moves(tmp_path / "moved.toml")


def led(known: Moves, *present: str) -> dict[str, str]:
    return {old: move.new for old, move in ways(known, set(present)).items()}


@pytest.mark.parametrize(
    "line",
    [
        '2026-02-30.a = "b"',
        'soon.a = "b"',
        '2026-01-15.a = "b c"',
        '2026-01-15.a = "b/"',
        '2026-01-15.a = "#b"',
        "2026-01-15.a = 1",
        '2026-01-15."a b" = "c"',
        '2026-01-15."/a/" = "c"',
        '2026-01-15."https://x.example/" = "c"',
        '2026-01-15."a//" = "c"',
        '2026-01-15 = "c"',
    ],
)
def test_what_is_no_line_is_refused_with_its_place(tmp_path: Path, line: str) -> None:
    with pytest.raises(CannotCheck) as stopped:
        moves(tmp_path, f'2026-01-15.ok = "x"\n{line}\n')
    [problem] = stopped.value.problems
    assert problem.line == 2 or line.startswith("2026-01-15 =")
    assert line in str(problem.wording) or problem.line is None


def test_one_address_has_one_line(tmp_path: Path) -> None:
    with pytest.raises(CannotCheck):
        moves(tmp_path, '2026-01-15.a = "b"\n2026-01-15.a = "c"\n')


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    said = [Move(FIRST, "i-2", "i-1"), Move(FIRST, "part-2/x/", ""), Move(FIRST, "đ-1", "i")]
    known = moves(tmp_path, "\n".join(map(str, said)))
    assert sorted(known.moves()) == sorted(said)
    assert [known.line_of(move) for move in said] == [1, 2, 3]


def test_later_editions_lead_on(tmp_path: Path) -> None:
    known = moves(tmp_path, '2026-01-15.a = "b"\n2026-06-01.b = "c"\n2026-06-01.x = "b"\n')
    assert led(known, "c") == {"a": "c", "b": "c"}, "x leads to b, which nobody has now"


def test_ids_that_lead_below_themselves_are_not_followed_without_end(tmp_path: Path) -> None:
    # followed to its end, 800 lines would take minutes, 20,000 days
    days = (date(1900, 1, 1) + timedelta(at) for at in range(20_000))
    known = moves(tmp_path, "".join(f'{day.isoformat()}.a = "a-b"\n' for day in days))
    assert led(known, "a", "i-1") == {}
    assert known.now(Move(date(1800, 1, 1), "c", "a")).count("-") < 100


def test_places_may_be_exchanged_within_an_edition(tmp_path: Path) -> None:
    known = moves(tmp_path, '2026-01-15.a = "b"\n2026-01-15.b = "a"\n2026-06-01.a = "d"\n')
    assert known.now(Move(FIRST, "a", "b")) == "b"
    assert known.now(Move(FIRST, "b", "a")) == "d"


def test_what_the_newest_edition_says_prevails(tmp_path: Path) -> None:
    known = moves(tmp_path, '2026-01-15.a = "b"\n2026-06-01.a = "c"\n')
    assert ways(known, {"b", "c"}) == {"a": Move(SECOND, "a", "c")}


def test_what_is_below_a_heading_goes_with_it(tmp_path: Path) -> None:
    known = moves(tmp_path, '2026-01-15.ii-2 = "ii-3"\n2026-01-15.ii-2-2 = "i-1"\n')
    assert known.after(FIRST, "ii-2-1-p2") == "ii-3-1-p2"
    assert known.after(FIRST, "ii-20") == "ii-20"
    assert led(known, "ii-3", "ii-3-1", "ii-3-2", "i-1", "ii-2") == {
        "ii-2-1": "ii-3-1",
        "ii-2-2": "i-1",
    }


def test_an_address_that_was_another_passages_is_known_with_where_that_went(tmp_path: Path) -> None:
    known = moves(
        tmp_path,
        '2026-01-15.a = "b"\n2026-01-15.ii-2 = "ii-3"\n2026-01-15.c = "x"\n2026-06-01.b = ""\n'
        '2026-01-15.d = "e"\n2026-06-01.e = "d"\n',
    )
    assert taken(known, {"a", "b", "c", "d", "ii-2", "ii-2-1", "ii-3", "ii-3-1"}) == {
        "a": Move(FIRST, "a", ""),
        "b": Move(SECOND, "b", ""),
        "ii-2": Move(FIRST, "ii-2", "ii-3"),
        "ii-2-1": Move(FIRST, "ii-2-1", "ii-3-1"),
    }, "x is nobody's, and d is what it was"


def test_a_passage_that_is_gone_leads_to_none(tmp_path: Path) -> None:
    known = moves(tmp_path, '2026-01-15.a = "b"\n2026-06-01.b = ""\n2026-06-01."p/" = ""\n')
    assert led(known, "c") == {"a": "", "b": "", "p/": ""}
    assert led(known, "a", "p/") == {"b": ""}
