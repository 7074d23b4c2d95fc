"""A served site has some files only once they are asked for, and findings after its pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from diptych.errors import CannotMake
from diptych.progress import Progress
from diptych.project.bitext import Bitext
from diptych.project.loading import load
from diptych.project.settings import for_paths, settings
from diptych.site import parity
from diptych.site.build import Build
from diptych.site.on_demand import make_asked_for
from diptych.site.parity import check_served


def test_a_file_is_made_once_when_it_is_asked_for(tmp_path: Path) -> None:
    asked: list[str] = []

    def make() -> Mapping[str, bytes]:
        asked.append("made")
        return {"downloads/a.txt": b"a"}

    build = Build(later={"downloads/a.txt": make})
    make_asked_for("downloads/b.txt", build, tmp_path)
    assert not list(tmp_path.iterdir())
    for _ in range(2):
        make_asked_for("downloads/a.txt", build, tmp_path)
    assert (tmp_path / "downloads/a.txt").read_bytes() == b"a"
    assert asked == ["made"]


def test_a_file_of_a_folder_has_the_whole_folder_made(tmp_path: Path) -> None:
    build = Build(later={"pagefind/": lambda: {"pagefind/a": b"a", "pagefind/en/b": b"b"}})
    make_asked_for("pagefind/en/b", build, tmp_path)
    assert (tmp_path / "pagefind/a").read_bytes() == b"a"
    assert set(build.made) == {"pagefind/a", "pagefind/en/b"}


def test_what_cannot_be_made_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def make() -> Mapping[str, bytes]:
        raise CannotMake("no typeface")

    make_asked_for("a.pdf", Build(later={"a.pdf": make}), tmp_path)
    assert "a.pdf" in (told := capsys.readouterr().err)
    assert "no typeface" in told
    assert not list(tmp_path.iterdir())


def test_what_was_asked_of_older_texts_is_not_written(tmp_path: Path) -> None:
    build = Build()

    def make() -> Mapping[str, bytes]:
        build.begin()
        return {"a": b"a"}

    build.later = {"a": make}
    make_asked_for("a", build, tmp_path)
    assert not list(tmp_path.iterdir())


@pytest.fixture
def build(tmp_path: Path) -> Build:
    for name, text in (
        ("vi.md", "# Họp\n\nCó 5 cuộc họp.\n"),
        ("en.md", "# Meetings\n\nThere were 6.\n"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "page.html").write_text("as it was", encoding="utf-8")
    project = for_paths(tmp_path / "vi.md", tmp_path / "en.md", settings(tmp_path))
    found = Build(serving=True, bitext=load(project))
    found.panels["page.html"] = lambda page: f"{page}, {len(found.diagnostics)} found"
    return found


def test_what_is_found_is_put_into_the_pages_that_stand(build: Build, tmp_path: Path) -> None:
    assert check_served(build, tmp_path)
    assert build.report
    assert build.report.refuses
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("as it was, 1 found")


def test_the_check_of_texts_that_are_read_anew_ends(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reported(_: Bitext, progress: Progress) -> None:
        progress.advance()
        build.begin()
        progress.advance()
        pytest.fail("it goes on")

    monkeypatch.setattr(parity, "reported", reported)
    assert not check_served(build, tmp_path)
    assert build.report is None
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == "as it was"
