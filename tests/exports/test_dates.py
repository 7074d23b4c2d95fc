"""A time that no file can tell is told as the earliest or the latest that each can."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from diptych.exports.formats import all_contents
from diptych.project.edition import Edition, last_change
from diptych.project.loading import load
from diptych.project.settings import Settings

LATEST = "2106-02-07T06:28:15+00:00"
GIVEN = {
    "999999999999999": LATEST,
    "9" * 5000: LATEST,
    "4294967296": LATEST,
    "4294967295": LATEST,
    "-5": "1970-01-01T00:00:00+00:00",
    "0": "1970-01-01T00:00:00+00:00",
    " 86400 ": "1970-01-02T00:00:00+00:00",
    "tomorrow": "1970-01-01T00:00:00+00:00",
    "²": "1970-01-01T00:00:00+00:00",
}


@pytest.mark.parametrize("given", GIVEN, ids=lambda given: given[:20])
def test_what_is_given_is_clamped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    assert last_change(tmp_path).isoformat() == GIVEN[given]


@pytest.mark.parametrize("said", [b"10000000000000\n", b"-1\n", b"", b"fatal\n"])
def test_a_commit_of_any_time_has_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: bytes
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr("diptych.project.edition.git", lambda *_: said)
    expected = LATEST if said.startswith(b"1") else "1970-01-01T00:00:00+00:00"
    assert last_change(tmp_path).isoformat() == expected


@pytest.mark.parametrize("given", ["999999999999999", "-5"])
def test_every_file_can_be_made_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    for name, text in (("vi.md", "# Một\n\nĐoạn.\n"), ("en.md", "# One\n\nText.\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    loaded = load(Settings((tmp_path / "vi.md", tmp_path / "en.md"), ("vi", "en")))
    edition = replace(Edition(loaded), changed=last_change(tmp_path))
    assert all_contents(edition).wanting == {}
