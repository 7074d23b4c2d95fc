"""What each edition changed, and where every passage is now."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.changes.base import texts_alone
from diptych.editions.history import EditionHistory, history
from tests.changes.repository import edit, git, keep
from tests.changes.texts import told
from tests.editions.edited import part, publish, section, texts_now, write

BOATS = ("Thuyền đi trước xe đạp.", "Boats go before bicycles.")
PIER = ("Bến thuyền mở từ sáu giờ sáng.", "The pier opens at six in the morning.")
LAMPS = ("Đèn trên cầu sáng suốt đêm.", "The lamps on the bridge burn all night.")
FISH = ("Cá được bán ngay tại bến.", "Fish is sold right at the pier.")
LATER = (PIER[0].replace("sáu", "bảy"), PIER[1].replace("six", "seven"))
BELLS = ("Chuông báo mỗi chuyến đi.", "A bell tells each departure.")

FIRST = part(section(1, BOATS, PIER), section(2, LAMPS, FISH, BOATS))
RENUMBERED = part(section(1, BELLS), section(2, BOATS, LATER), section(3, LAMPS, FISH, BOATS))
SHORTENED = part(section(1, BELLS), section(2, BOATS, LATER))


def of(folder: Path) -> EditionHistory:
    return history(texts_now(folder), folder)


def said(found: EditionHistory) -> list[tuple[str, list[str]]]:
    """Each step as its date, or "now", and what it changed."""
    return [
        (str(step.edition.date) if step.edition else "now", [told(c) for c in step.changes])
        for step in found.steps
    ]


def test_without_a_tag_there_is_no_edition(tmp_path: Path) -> None:
    keep(write(tmp_path, FIRST))
    assert of(tmp_path).steps == ()
    assert of(tmp_path).touches == {}


def test_the_first_edition_changes_nothing(tmp_path: Path) -> None:
    publish(tmp_path, "2026-03-01", FIRST)
    assert said(of(tmp_path)) == [("2026-03-01", [])]


def test_a_section_put_in_moves_all_below(tmp_path: Path) -> None:
    publish(tmp_path, "2026-03-01", FIRST)
    publish(tmp_path, "2026-04-01", RENUMBERED)
    (_, changed), _ = said(of(tmp_path))
    assert changed == [
        "added: - > i-1 [ve]",
        "added: - > i-1-1 [ve]",
        "moved: i-1 > i-2 []",
        "moved: i-1-1 > i-2-1 []",
        "changed: i-1-2 > i-2-2 [ve]",
        "moved: i-2 > i-3 []",
        "moved: i-2-1 > i-3-1 []",
        "moved: i-2-2 > i-3-2 []",
        "moved: i-2-3 > i-3-3 []",
    ]


def test_what_has_changed_since_comes_before_the_editions(tmp_path: Path) -> None:
    publish(tmp_path, "2026-03-01", FIRST)
    edit(tmp_path / "docs/en/part-1.md", "burn all", "are lit all")
    assert said(of(tmp_path)) == [("now", ["changed: i-2-1 > i-2-1 [e]"]), ("2026-03-01", [])]


def test_a_passage_is_followed_through_moves(tmp_path: Path) -> None:
    publish(tmp_path, "2026-03-01", FIRST)
    publish(tmp_path, "2026-04-01", RENUMBERED)
    edit(tmp_path / "docs/en/part-1.md", "at seven", "from seven")
    touches = of(tmp_path).touches
    assert [told(touch.change) for touch in touches["i-2-2"]] == [
        "changed: i-2-2 > i-2-2 [e]",
        "changed: i-1-2 > i-2-2 [ve]",
    ]
    assert [touch.step.edition and touch.step.edition.tag for touch in touches["i-2-2"]] == [
        None,
        "edition/2026-04-01",
    ]
    assert [told(touch.change) for touch in touches["i-1-1"]] == ["added: - > i-1-1 [ve]"]
    assert set(of(tmp_path).touched_on) == {"part-1.md"}
    assert set(of(tmp_path).touched_on["part-1.md"]) == set(touches)


def test_where_the_passages_of_an_edition_are_now(tmp_path: Path) -> None:
    publish(tmp_path, "2026-03-01", FIRST)
    publish(tmp_path, "2026-04-01", RENUMBERED)
    publish(tmp_path, "2026-05-01", SHORTENED)
    found = of(tmp_path)
    newest, middle, oldest = (step.edition for step in found.editions)
    assert newest
    assert middle
    assert oldest
    assert found.became(newest) == {}
    assert {i: now and now.id for i, now in found.became(middle).items()} == dict.fromkeys(
        ("i-3", "i-3-1", "i-3-2", "i-3-3")
    )
    assert {i: now and now.id for i, now in found.became(oldest).items()} == {
        "i-1": "i-2",
        "i-1-1": "i-2-1",
        "i-1-2": "i-2-2",
        **dict.fromkeys(("i-2", "i-2-1", "i-2-2", "i-2-3")),
    }


def test_an_edition_that_cannot_be_read_is_listed_with_the_reason(tmp_path: Path) -> None:
    publish(tmp_path, "2026-03-01", FIRST)
    write(tmp_path, FIRST)
    (tmp_path / "docs/en/part-1.md").write_bytes(b"\xff\xfe")
    keep(tmp_path)
    git(tmp_path, "tag", "edition/2026-04-01")
    publish(tmp_path, "2026-05-01", RENUMBERED)
    newest, broken, _ = of(tmp_path).editions
    assert "docs/en/part-1.md" in broken.problem.en
    assert broken.problem.en != broken.problem.vi
    assert str(tmp_path) not in broken.problem.en
    assert newest.before
    assert newest.before.tag == "edition/2026-03-01"
    assert len(newest.changes) == 9


def test_settings_of_another_time_do_not_hide_an_edition(tmp_path: Path) -> None:
    write(tmp_path, FIRST)
    (tmp_path / "pyproject.toml").write_text("[tool.diptych]\nbygone = 1\n", encoding="utf-8")
    keep(tmp_path)
    git(tmp_path, "tag", "edition/2026-03-01")
    publish(tmp_path, "2026-04-01", SHORTENED)
    assert [bool(step.problem) for step in of(tmp_path).editions] == [False, False]


def test_an_edition_in_other_languages_is_not_compared(tmp_path: Path) -> None:
    publish(tmp_path, "2026-03-01", FIRST)
    (tmp_path / "docs/en").rename(tmp_path / "docs/fr")
    (tmp_path / "pyproject.toml").write_text(
        '[tool.diptych]\ntranslation = "fr"\n', encoding="utf-8"
    )
    (step,) = of(tmp_path).editions
    assert "vi / en" in step.problem.en


def test_an_edition_is_read_once_in_a_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site that is served is built again at every change of a text."""
    read: list[str] = []

    def counted(folder: Path, commit: str) -> object:
        read.append(commit)
        return texts_alone(folder, commit)

    monkeypatch.setattr("diptych.editions.texts.texts_alone", counted)
    commits = [publish(tmp_path, "2026-03-01", FIRST), publish(tmp_path, "2026-04-01", RENUMBERED)]
    for word in ("burn", "shine", "glow"):
        page = tmp_path / "docs/en/part-1.md"
        page.write_text(page.read_text(encoding="utf-8").replace("burn", word), encoding="utf-8")
        of(tmp_path)
    assert read == commits


def test_an_edition_with_control_characters_in_a_name_cannot_be_read(tmp_path: Path) -> None:
    write(tmp_path, FIRST)
    odd = [tmp_path / f"docs/{language}/a\x01\x1b[2J.md" for language in ("vi", "en")]
    for page in odd:
        page.write_text("# Phụ lục\n", encoding="utf-8")
    publish(tmp_path, "2026-03-01", FIRST)
    for page in odd:
        page.unlink()
    publish(tmp_path, "2026-04-01", RENUMBERED)
    newest, oldest = of(tmp_path).editions
    assert "U+0001" in oldest.problem.vi
    assert "U+0001" in oldest.problem.en
    assert "\x01" not in oldest.problem.en
    assert not newest.problem
    assert newest.before is None


@pytest.mark.parametrize("file", ["docs/vi/part-1.md", "pyproject.toml"])
@pytest.mark.parametrize("damaged", [False, True])
def test_an_edition_of_which_git_lacks_a_file_cannot_be_read(
    tmp_path: Path, file: str, damaged: bool
) -> None:
    publish(tmp_path, "2026-03-01", FIRST)
    name = git(tmp_path, "rev-parse", f"edition/2026-03-01:{file}").strip()
    publish(tmp_path, "2026-04-01", RENUMBERED)
    kept = tmp_path / f".git/objects/{name[:2]}/{name[2:]}"
    content = kept.read_bytes()
    kept.unlink()
    if damaged:
        kept.write_bytes(content[:-8] + b"damaged!")
    _, oldest = of(tmp_path).editions
    told = (
        (".git: the git", ".git: kho git")
        if damaged
        else (f"{file}: git lacks", f"{file}: git thiếu")
    )
    assert oldest.problem.en.startswith(told[0])
    assert oldest.problem.vi.startswith(told[1])
