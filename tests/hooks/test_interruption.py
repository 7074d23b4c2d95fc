"""Whatever happens to a build, the site is the last good one or the new one, and whole."""

from __future__ import annotations

import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from diptych.site.publishing import cannot_write
from diptych.site.staging import Staging
from diptych.site.staging.filling import exchanged
from tests.forked import UnderWay
from tests.hooks.test_build import build, bytes_of
from tests.patience import eventually

OLD, NEW = "https://old.example.org/", "https://new.example.org/"


def begun(
    project: Path, address: str, *options: str, first: Callable[[], object] = os.getpid
) -> UnderWay:
    """A build under way, its messages in English; `first` is called in its process before it."""
    environment = {**os.environ, "SITE_URL": address, "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}
    told = {**environment, "NO_MKDOCS_2_WARNING": "1"}
    return UnderWay("mkdocs", ("build", *options), project, told, first)


def left_over(project: Path) -> list[Path]:
    return list(project.glob(".site.*"))


def wait_until_written(process: UnderWay, project: Path, files: float, before: list[Path]) -> None:
    """Wait until the build has written so many files beside the site, or has ended."""

    def written() -> int:
        own = [folder for folder in left_over(project) if folder not in before]
        return sum(len(names) for folder in own for _, _, names in os.walk(folder))

    eventually(lambda: process.over or written() >= files)


def test_a_build_ended_at_any_moment_leaves_a_whole_site(small: Path) -> None:
    assert begun(small, NEW, "--site-dir", "new").ended()[0] == 0
    whole = len(bytes_of(small / "new"))
    assert begun(small, OLD).ended()[0] == 0
    good = bytes_of(small / "site"), bytes_of(small / "new")
    assert good[0] != good[1]
    moments = (
        (signal.SIGINT, 0.5),
        (signal.SIGTERM, 0.9),
        (signal.SIGKILL, 0.1),
        (signal.SIGKILL, 0.95),
    )
    for sent, share in moments:
        before = left_over(small)
        process = begun(small, NEW)
        wait_until_written(process, small, share * whole, before)
        process.send(sent)
        process.ended()
        assert bytes_of(small / "site") in good, f"{sent.name} after {share} of a build"
    assert begun(small, NEW).ended()[0] == 0
    assert bytes_of(small / "site") == good[1]
    assert left_over(small) == []


def test_two_builds_at_once_do_not_mix(small: Path) -> None:
    both = [begun(small, OLD), begun(small, NEW)]
    assert [process.ended()[0] for process in both] == [0, 0]
    whole = [
        (small / f"alone-{index}", begun(small, address, "--site-dir", f"alone-{index}"))
        for index, address in enumerate((OLD, NEW))
    ]
    assert [process.ended()[0] for _, process in whole] == [0, 0]
    assert bytes_of(small / "site") in [bytes_of(folder) for folder, _ in whole]
    assert left_over(small) == []


def test_what_a_dead_build_left_is_taken_away_and_a_living_ones_is_not(tmp_path: Path) -> None:
    living = Staging(tmp_path / "site")
    (tmp_path / ".site.dead").mkdir()
    following = Staging(tmp_path / "site")
    assert {path.name for path in left_over(tmp_path)} == {
        living.folder.parent.name,
        following.folder.parent.name,
    }
    (living.folder / "index.html").touch()
    living.put()
    following.put()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert not list((tmp_path / "site").iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="renameat2 is Linux'")
def test_two_folders_are_exchanged_in_one_step(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert exchanged(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "a/b").exists()
    assert (tmp_path / "b/a").exists()


def no_face(project: Path) -> None:
    (project / "overrides/assets/fonts/source-serif-4-italic.woff2").unlink()


def dangling(project: Path) -> None:
    (project / "docs/en/part-1.md").unlink()
    (project / "docs/en/part-1.md").symlink_to("nowhere.md")


def a_folder(project: Path) -> None:
    (project / "glossary.toml").unlink()
    (project / "glossary.toml").mkdir()


def a_picture(project: Path) -> None:
    (project / "docs/vi/picture.png").symlink_to("nowhere.png")


BROKEN: dict[str, tuple[Callable[[Path], None], str]] = {
    "a missing typeface": (no_face, "source-serif-4-italic.woff2: this typeface is missing"),
    "a link to nothing": (
        dangling,
        "error[X105]: this is a symbolic link\n --> docs/en/part-1.md:1:1",
    ),
    "a folder for a file": (a_folder, "glossary.toml: "),
    "a link of a picture to nothing": (
        a_picture,
        "error[X105]: this is a symbolic link\n --> docs/vi/picture.png:1:1",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_missing_is_said_in_a_line(project: Path, name: str) -> None:
    (project / "site").mkdir()
    (project / "site/kept").touch()
    spoil, line = BROKEN[name]
    spoil(project)
    status, said = build(project)
    assert status != 0
    assert line in said
    assert "Traceback" not in said
    assert [path.name for path in (project / "site").iterdir()] == ["kept"]
    assert left_over(project) == []


def test_a_place_that_cannot_be_written_is_said_in_a_line(small: Path) -> None:
    (small / "file").touch()
    status, said = build(small, "--site-dir", "file/site")
    assert status != 0
    assert "file/site: cannot be read or written" in said
    assert "Traceback" not in said


def test_what_must_not_be_written_over_is_said_in_a_line_before_all_else(project: Path) -> None:
    (project / "site").write_text("mine", encoding="utf-8")
    (project / "docs/vi/part-1.md").unlink()  # the texts are not even compared
    status, said = build(project)
    assert status != 0
    assert f"{project / 'site'}: this is a file, not a folder; move it away" in said
    assert "Traceback" not in said
    assert (project / "site").read_text(encoding="utf-8") == "mine"
    (project / "site").unlink()
    (project / "site").symlink_to("overrides")
    status, said = build(project)
    assert status != 0
    assert f"the site would be written over {project / 'overrides'}" in said
    assert left_over(project) == []


def test_it_is_said_in_vietnamese_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diptych.site.publishing.users_language", lambda: "vi")
    said = str(cannot_write(OSError(28, "No space left on device"), Path("site")))
    assert said.startswith("site: không đọc hoặc ghi được (No space left on device)")


def little() -> None:
    limit = 60_000
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


def test_a_full_disk_is_said_in_a_line(small: Path) -> None:
    """A limit on the size of files stops a write midway, as a full disk does."""
    (small / "site").mkdir()
    (small / "site/kept").touch()
    status, said = begun(small, NEW, first=little).ended()
    assert status != 0
    assert f"{small / 'site'}: cannot be read or written (File too large)" in said
    assert "Traceback" not in said
    assert [path.name for path in (small / "site").iterdir()] == ["kept"]
    assert left_over(small) == []
