"""What browsers keep: the files of the site, letter for letter, each set with its digest."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from diptych.files.controls import in_text
from diptych.site import offline
from diptych.site.build import Build
from diptych.site.context.site import site_context
from diptych.site.offline import offline_files
from diptych.site.site_settings import SiteSettings
from tests.conftest import ROOT

SITE = SiteSettings(
    "", ("vi", "en"), "vi", ROOT / "overrides", url="https://example.org/khanh-hoa/"
)


def version_of(site: Path) -> dict[str, Any]:
    version: dict[str, Any] = json.loads((site / "offline/version.json").read_text("utf-8"))
    return version


def files_of(site: Path, name: str) -> Iterator[tuple[str, bytes]]:
    """The files of a set by their paths, laid out as the worker does."""
    file = version_of(site)["sets"][name]["file"]
    found = json.loads((site / "offline" / file).read_text("utf-8"))
    for address, entry in found["files"].items():
        path = f"{address}index.html" if address.endswith("/") or not address else address
        if "base64" in entry:
            yield path, b64decode(entry["base64"])
        else:
            pieces = entry["text"].split("\x02")
            pieces[1::2] = [found["shared"][int(at)] for at in pieces[1::2]]
            yield path, "".join(pieces).encode()


@pytest.mark.parametrize("name", ["common", "vi", "en"])
def test_a_set_has_the_files_letter_for_letter(site: Path, name: str) -> None:
    kept = dict(files_of(site, name))
    assert kept, "something is kept"
    assert {
        path for path, content in kept.items() if (site / path).read_bytes() != content
    } == set()


def test_a_language_has_every_page_of_its_own_and_no_other(site: Path) -> None:
    pages = {file.relative_to(site).as_posix() for file in site.rglob("index.html")}
    english = {path for path in pages if path.startswith("en/")}
    assert {path for path, _ in files_of(site, "vi")} == pages - english | {
        "guide/glossary/terms.json"
    }
    assert {path for path, _ in files_of(site, "en")} == english | {"en/guide/glossary/terms.json"}


def test_what_every_page_needs_is_kept_and_nothing_that_is_only_taken_away(site: Path) -> None:
    kept = {path for path, _ in files_of(site, "common")}
    patterns = ("assets/javascripts/*", "assets/fonts/*.woff2", "pagefind/**/*", "search/**/*")
    found = (file for pattern in patterns for file in site.glob(pattern) if file.is_file())
    needed = {file.relative_to(site).as_posix() for file in found}
    assert needed | {"offline.html"} <= kept
    assert not {path for path in kept if path.startswith("downloads/") or "preview." in path}


def test_a_set_is_named_by_its_content_and_known_by_its_digest(site: Path) -> None:
    version = version_of(site)
    for name, said in version["sets"].items():
        content = (site / "offline" / said["file"]).read_bytes()
        digest = sha256(content)
        assert said["file"] == f"{name}.{digest.hexdigest()[:16]}.json"
        assert said["integrity"] == f"sha256-{b64encode(digest.digest()).decode()}"
    assert {file.name for file in (site / "offline").iterdir()} == {
        "version.json", *(said["file"] for said in version["sets"].values())
    }  # fmt: skip


def test_what_stands_for_a_stylesheet_is_in_no_text() -> None:
    assert in_text("\x02", "") is not None


def test_a_language_that_is_too_large_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offline, "LARGEST", 10)
    files = offline_files(tmp_path, SITE, Build())
    assert json.loads(files["offline/version.json"])["sets"] == {}
    assert set(files) == {"offline/version.json", "service-worker.js"}


def test_a_site_that_keeps_nothing_has_the_worker_that_forgets(tmp_path: Path) -> None:
    site = SiteSettings("", ("vi",), "vi", ROOT / "overrides", offline=False)
    files = offline_files(tmp_path, site, Build())
    assert set(files) == {"service-worker.js"}
    assert b"unregister()" in files["service-worker.js"]


def test_a_site_that_is_edited_keeps_nothing() -> None:
    assert site_context(SITE, Build()).offline
    assert not site_context(SITE, Build(serving=True)).offline
