"""`diptych moved` notes where passages of the newest edition went."""

from __future__ import annotations

from pathlib import Path

from tests.changes.repository import git, keep
from tests.conftest import run
from tests.editions.reeds import FIRST, SECOND, STATES, laid_out, published, write

LINES = [
    f'{SECOND}.ii-2 = "ii-3"',
    f'{SECOND}.ii-3 = "ii-4"',
    f'{SECOND}.iii-p2 = ""',
    f'{SECOND}."part-3/" = "iii"',
]


def with_list(folder: Path, text: str) -> Path:
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as settings:
        settings.write('moved = "moved.toml"\n')
    (folder / "moved.toml").write_text(text, encoding="utf-8")
    return folder


OLDER = [f'{FIRST}.ii-1-1 = ""', f'{FIRST}.ii-1-2 = "ii-1-1"', f'{FIRST}.ii-1-3 = "ii-1-2"']
NOTED = "".join(f"{line}\n" for line in OLDER)


def test_lines_of_an_older_edition_are_missed_too(tmp_path: Path) -> None:
    # as after a tag made by hand: nobody noted what the first edition lost by the second
    with_list(published(tmp_path), "".join(f"{line}\n" for line in LINES))
    checked = run("diptych", "check", "--lang", "en", cwd=tmp_path).stdout
    assert [checked.count(f"add this line to moved.toml: {line}\n") for line in OLDER] == [1, 1, 1]
    assert (
        "Part II, Section 1, second indent of the edition of 15 January 2026 had the address "
        "ii-1-1 in the edition after it, and nothing says so"
    ) in checked
    done = run("diptych", "moved", cwd=tmp_path)
    assert done.stdout.splitlines() == OLDER
    assert "A10" not in run("diptych", "check", "--lang", "en", cwd=tmp_path).stdout


def test_what_the_list_says_of_an_older_edition_stands(tmp_path: Path) -> None:
    said = [f'{FIRST}.ii-1-1 = "ii-1-1"', *OLDER[1:], *LINES]
    with_list(published(tmp_path), "".join(f"{line}\n" for line in said))
    assert run("diptych", "moved", cwd=tmp_path).stdout == ""


def test_it_adds_the_lines_that_the_list_lacks(tmp_path: Path) -> None:
    with_list(published(tmp_path), f"# where passages went\n{NOTED}")
    done = run("diptych", "moved", "--lang", "en", cwd=tmp_path)
    assert (done.returncode, done.stdout.splitlines()) == (0, LINES)
    assert done.stderr == "4 → moved.toml\n"
    written = (tmp_path / "moved.toml").read_text(encoding="utf-8")
    assert written.splitlines() == ["# where passages went", *OLDER, *LINES]
    again = run("diptych", "moved", "--lang", "en", cwd=tmp_path)
    assert (again.returncode, again.stdout) == (0, "")
    assert again.stderr.startswith("moved.toml lacks nothing: every address of the edition 2026-06")
    checked = run("diptych", "check", "--lang", "en", cwd=tmp_path)
    assert "the two languages agree" in checked.stdout


def test_the_check_shows_the_lines(tmp_path: Path) -> None:
    with_list(published(tmp_path), "")
    checked = run("diptych", "check", "--lang", "en", cwd=tmp_path)
    assert checked.returncode == 0
    for line in LINES:
        assert f"add this line to moved.toml: {line}\n" in checked.stdout


def test_a_line_that_is_wrong_by_now_is_put_right_in_its_place(tmp_path: Path) -> None:
    with_list(published(tmp_path), f'{NOTED}{SECOND}.ii-2 = "ii-4"\n\n# more\n')
    assert run("diptych", "moved", cwd=tmp_path).returncode == 0
    written = (tmp_path / "moved.toml").read_text(encoding="utf-8").splitlines()
    assert written == [*OLDER, LINES[0], "", "# more", *LINES[1:]]


def test_what_people_know_better_stays(tmp_path: Path) -> None:
    with_list(published(tmp_path), f'{SECOND}.iii-p2 = "iii-p1"\n')
    assert run("diptych", "moved", cwd=tmp_path).returncode == 0
    written = (tmp_path / "moved.toml").read_text(encoding="utf-8")
    assert written.startswith(f'{SECOND}.iii-p2 = "iii-p1"\n')
    assert ".iii-p2" not in written.partition("\n")[2]


def test_without_an_edition_it_says_so(tmp_path: Path) -> None:
    with_list(published(tmp_path, tagged=False), "")
    done = run("diptych", "moved", "--lang", "en", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "git has no edition here that can be read, so there is nothing to compare with\n"
    )


def test_a_bad_line_is_told_in_one_line_with_its_place(tmp_path: Path) -> None:
    write(with_list(laid_out(tmp_path), '# a\n2026-13-01.i-1 = "i-2"\n'), STATES[2])
    keep(tmp_path)
    for command in ("check", "moved"):
        done = run("diptych", command, "--lang", "en", cwd=tmp_path)
        assert done.returncode == 2
        [line] = done.stderr.splitlines()
        assert line.removeprefix("cannot check: ").startswith(
            "moved.toml:2: a line of the list of old addresses is wrong"
        )
        assert line.endswith('2026-13-01.i-1 = "i-2"')


def test_no_edition_is_made_before_the_last_ones_addresses_are_noted(tmp_path: Path) -> None:
    with_list(published(tmp_path), "")
    keep(tmp_path)
    made = run("diptych", "edition", "2026-09-01", "--lang", "en", cwd=tmp_path)
    assert (made.returncode, made.stdout) == (2, "")
    assert made.stderr.startswith("some addresses of the newest edition lead elsewhere now")
    run("diptych", "moved", cwd=tmp_path)
    keep(tmp_path)
    for key, value in {"user.name": "a", "user.email": "a@example.org"}.items():
        git(tmp_path, "config", key, value)
    made = run("diptych", "edition", "2026-09-01", "--lang", "en", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
