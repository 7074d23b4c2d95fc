"""The site's folder stays what it is to others: a mount, a link, a worktree, somebody's folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from diptych.site.staging import Staging
from diptych.site.staging.filling import _change_places
from diptych.site.staging.place import NoPlace
from tests.conftest import ROOT
from tests.hooks.killed_anywhere import HIDDEN, NEW, OLD, seen, written

KINDS = ("plain", "hidden entries", "a link", "absent")


def put(site: Path, said: str) -> None:
    staging = Staging(site)
    written(staging.folder, said)
    staging.put()


def beside(site: Path) -> list[str]:
    """What builds leave: nothing."""
    found = [*site.parent.glob(".*"), *site.glob(".arriving*")]
    return [path.name for path in found]


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_the_old_one_or_the_new_one_at_whatever_step_a_build_dies(
    tmp_path: Path, kind: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.hooks.killed_anywhere", kind, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": "src"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    outcomes = [json.loads(line) for line in done.stdout.splitlines()]
    assert [outcome["ended"] for outcome in outcomes].count(True) == 1
    assert len(outcomes) > 3
    whole = [[], [NEW]] if kind == "absent" else [[OLD], [NEW]]
    for step, outcome in enumerate(outcomes, 1):
        assert set(outcome["entries"]) <= {OLD, NEW}, step
        if sys.platform == "linux" and kind != "hidden entries":
            assert outcome["killed"] in whole, step  # in one step, as a whole
        assert outcome["after"] in whole, step
        assert outcome["same folder"], step
        assert outcome["a link"] == (kind == "a link"), step
        assert outcome["hidden"] == ([HIDDEN] if kind == "hidden entries" else []), step
        assert outcome["left"] == [], step
    assert outcomes[0]["after"] == whole[0]
    assert outcomes[-1]["killed"] == outcomes[-1]["after"] == [NEW]


def test_hidden_entries_stay_and_all_else_is_the_new_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    written(site, OLD)
    (site / ".nojekyll").touch()
    (site / ".well-known").mkdir()
    (site / ".well-known/kept").touch()
    put(site, NEW)
    assert seen(site) == [NEW]
    assert (site / ".nojekyll").exists()
    assert (site / ".well-known/kept").exists()
    assert beside(site) == []


def test_a_worktree_in_the_sites_place_stays_one(tmp_path: Path) -> None:
    def git(*arguments: str, cwd: Path = tmp_path) -> str:
        given = ("-c", "user.name=A", "-c", "user.email=a@example.org", *arguments)
        done = subprocess.run(["git", *given], cwd=cwd, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    git("init", "--quiet", "--initial-branch", "main")
    git("commit", "--quiet", "--allow-empty", "--message", "first")
    git("worktree", "add", "--quiet", "-b", "gh-pages", "site")
    main = git("rev-parse", "main")
    put(tmp_path / "site", NEW)
    git("add", "--all", cwd=tmp_path / "site")
    git("commit", "--quiet", "--message", "the site", cwd=tmp_path / "site")
    assert git("rev-parse", "main") == main
    assert "index.html" in git("ls-tree", "--name-only", "gh-pages").splitlines()


@contextmanager
def mounted(*arguments: str, at: Path) -> Iterator[None]:
    at.mkdir(exist_ok=True)
    command = ["mount", *arguments, str(at)]
    if os.name != "posix" or os.geteuid() or subprocess.run(command, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(at)], check=True)


def test_a_volume_is_filled(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with mounted("-t", "tmpfs", "none", at=site):
        put(site, OLD)
        put(site, NEW)
        assert seen(site) == [NEW]
        assert beside(site) == []
    assert list(site.iterdir()) == []
    assert beside(site) == []


def test_a_volume_below_the_site_is_filled(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "folder").mkdir(parents=True)
    with mounted("-t", "tmpfs", "none", at=site / "folder"):
        put(site, OLD)
        put(site, NEW)
        assert seen(site) == [NEW]
        assert beside(site) == []


def test_where_the_site_is_mounted_elsewhere_the_new_one_is_seen(tmp_path: Path) -> None:
    site = tmp_path / "site"
    put(site, OLD)
    with mounted("--bind", str(site), at=tmp_path / "served"):
        put(site, NEW)
        assert seen(tmp_path / "served") == [NEW]
    assert beside(site) == []


def test_where_only_the_site_can_be_written_it_is(tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "site").mkdir(parents=True)
    with (
        mounted("--bind", str(project), at=project),
        mounted("-t", "tmpfs", "none", at=project / "site"),
    ):
        subprocess.run(["mount", "-o", "remount,bind,ro", str(project)], check=True)
        put(project / "site", OLD)
        put(project / "site", NEW)
        assert seen(project / "site") == [NEW]
        assert beside(project / "site") == []


def test_a_link_is_followed(tmp_path: Path) -> None:
    for name, exists in (("root", True), ("none-yet", False)):
        site, root = tmp_path / f"site-{name}", tmp_path / "www" / name
        root.parent.mkdir(exist_ok=True)
        if exists:
            written(root, OLD)
        site.symlink_to(root)
        put(site, NEW)
        assert site.readlink() == root
        assert seen(root) == [NEW]
        assert beside(site) == []


def a_file(site: Path) -> None:
    site.write_text("mine", encoding="utf-8")


def a_link_to_a_file(site: Path) -> None:
    (site.parent / "file").write_text("mine", encoding="utf-8")
    site.symlink_to("file")


def a_link_to_itself(site: Path) -> None:
    site.symlink_to(site.name)


def a_link_to_the_texts(site: Path) -> None:
    site.symlink_to("docs")


def a_link_into_the_texts(site: Path) -> None:
    site.symlink_to("docs/vi")


def a_link_to_the_project(site: Path) -> None:
    site.symlink_to(".")


def a_link_to_all(site: Path) -> None:
    site.symlink_to("/")


REFUSED = {
    a_file: "this is a file, not a folder",
    a_link_to_a_file: "this is a file, not a folder",
    a_link_to_itself: "this link leads back to itself",
    a_link_to_the_texts: "the site would be written over",
    a_link_into_the_texts: "the site would be written over",
    a_link_to_the_project: "the site would be written over",
    a_link_to_all: "the site would be written over",
}


@pytest.mark.parametrize("made", REFUSED, ids=lambda made: made.__name__)
def test_what_is_no_place_for_a_site_is_refused(tmp_path: Path, made: object) -> None:
    assert callable(made)
    (tmp_path / "docs/vi").mkdir(parents=True)
    (tmp_path / "docs/vi/index.md").touch()
    (tmp_path / "mkdocs.yml").touch()
    made(tmp_path / "site")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(NoPlace) as refused:
        Staging(tmp_path / "site", [tmp_path / "docs", tmp_path / "mkdocs.yml"])
    said = refused.value.wording
    assert said.en.startswith(f"{tmp_path / 'site'}: {REFUSED[made]}")
    assert said.vi.startswith(f"{tmp_path / 'site'}: ")
    assert "\n" not in said.en
    assert sorted(tmp_path.rglob("*")) == before


def test_a_home_is_no_place_for_a_site_and_a_folder_in_it_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "users/a"
    (home / "mine").mkdir(parents=True)
    monkeypatch.setattr("pathlib.Path.home", lambda: home)
    for place in (home, home.parent):
        with pytest.raises(NoPlace, match="would be written over"):
            Staging(place)
    put(home / "site", NEW)
    assert seen(home / "site") == [NEW]
    assert (home / "mine").exists()


def test_a_folder_that_cannot_be_written_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path / "site", OLD)
    closed = tmp_path / "site/folder"
    monkeypatch.setattr("os.access", lambda path, _: Path(path) != closed)  # root may everything
    with pytest.raises(NoPlace, match="cannot be written") as refused:
        Staging(tmp_path / "site")
    assert str(closed) in refused.value.wording.en
    assert beside(tmp_path / "site") == []


def test_what_cannot_be_put_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in ("plain", "hidden entries"):
        site = tmp_path / kind / "site"
        written(site, OLD)
        if kind != "plain":
            (site / HIDDEN).touch()
        staging = Staging(site)
        written(staging.folder, NEW)
        told: list[Path] = []

        def refuse(waiting: Path, there: Path, told: list[Path] = told) -> None:
            told.append(there)
            if len(told) == 2:
                raise PermissionError(13, "Permission denied", str(there))
            _change_places(waiting, there)

        monkeypatch.setattr("diptych.site.staging.filling._change_places", refuse)
        with pytest.raises(PermissionError):
            staging.put()
        staging.leave()
        monkeypatch.undo()
        assert len(told) == 3
        assert seen(site) == [OLD]
        assert beside(site) == []


def test_without_an_exchange_in_one_step_it_is_filled_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in ("diptych.site.staging.exchanged", "diptych.site.staging.filling.exchanged"):
        monkeypatch.setattr(place, lambda one, other: False)
    site = tmp_path / "site"
    for said in (OLD, NEW):
        put(site, said)
        assert seen(site) == [said]
        assert beside(site) == []


def test_a_name_may_have_any_signs(tmp_path: Path) -> None:
    site = tmp_path / "[site] *"
    (tmp_path / ".[site] *.dead").mkdir()
    put(site, OLD)
    put(site, NEW)
    assert seen(site) == [NEW]
    assert beside(site) == []
