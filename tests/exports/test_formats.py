"""What every file to take away has in common."""

from __future__ import annotations

import pickle
import threading
from datetime import UTC, datetime

import pytest

from diptych.exports.formats import ExportFile, all_files, all_formats
from diptych.project.edition import Edition
from diptych.project.loading import load
from diptych.project.settings import settings
from diptych.site.files import site_files
from diptych.site.files_being_made import FilesBeingMade, NotMade
from tests.conftest import SITE_URL, this_text

FILES = all_files(("vi", "en"), "programme")


@pytest.fixture(scope="module")
def edition() -> Edition:
    return Edition(load(settings(this_text())), SITE_URL, datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))


def test_addresses_are_stable() -> None:
    names = [file.name for file in FILES]
    assert len(set(names)) == len(names)
    assert {"programme.vi.md", "programme.en.md"} <= set(names)


@pytest.mark.parametrize("known", all_formats(), ids=lambda known: known.suffix)
def test_a_format_says_what_it_is_for(known) -> None:  # type: ignore[no-untyped-def]
    assert known.purpose.vi.endswith(".")
    assert known.purpose.en.endswith(".")
    assert known.purpose.vi != known.purpose.en


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_same_edition_gives_the_same_bytes(edition: Edition, file: ExportFile) -> None:
    fresh = pickle.loads(pickle.dumps(edition))  # noqa: S301 - our own
    assert file.content(edition) == file.content(fresh)


@pytest.mark.parametrize("threads", [1, 2])
def test_another_process_makes_the_same_files(edition: Edition, threads: int) -> None:
    ended = threading.Event()
    for _ in range(threads - 1):
        threading.Thread(target=ended.wait, daemon=True).start()
    made = FilesBeingMade(edition).result()
    ended.set()
    assert made == site_files(edition)


def test_what_goes_wrong_there_is_told_here() -> None:
    broken = Edition(None)  # type: ignore[arg-type]
    with pytest.raises(NotMade, match="AttributeError"):
        FilesBeingMade(broken).result()


def test_a_process_that_ends_early_is_told(edition: Edition) -> None:
    making = FilesBeingMade(edition)
    making._process.kill()
    with pytest.raises(NotMade, match="ended early"):
        making.result()
