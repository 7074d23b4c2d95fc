"""The site as an app: its manifest is what browsers ask for, in the reader's language."""

from __future__ import annotations

import json
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page

from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("path", "language", "name"),
    [
        (
            "both/part-3/section-2/",
            "vi",
            "Chương trình hành động về ngoại giao kinh tế",
        ),
        ("en/part-1/", "en", "Action Programme on Economic Diplomacy"),
    ],
)
def test_chromium_would_install_it(
    page: Page, address: str, path: str, language: str, name: str
) -> None:
    page.goto(address + path)
    session = page.context.new_cdp_session(page)
    found = session.send("Page.getAppManifest")
    assert found["errors"] == []
    assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    manifest = json.loads(found["data"])
    assert manifest["lang"] == language
    assert manifest["name"].startswith(f"{name} – ")
    assert page.evaluate("(scope) => location.pathname.startsWith(scope)", manifest["scope"])
    for asked in (manifest["start_url"], *(icon["src"] for icon in manifest["icons"])):
        answer = page.request.get(urljoin(address, asked))
        assert answer.ok, asked
        if asked.endswith(".png"):
            kept = ROOT / "overrides/assets" / asked.rpartition("/")[2]
            assert answer.body() == kept.read_bytes()


def test_the_icons_are_as_large_as_the_manifest_says(page: Page, address: str) -> None:
    page.goto(f"{address}part-1/")
    manifest = page.request.get(f"{address}manifest.vi.webmanifest").json()
    sizes = {
        icon["src"]: page.evaluate(
            """(src) => new Promise((tell) => {
              const image = new Image();
              image.onload = () => tell(`${image.naturalWidth}x${image.naturalHeight}`);
              image.src = src;
            })""",
            icon["src"],
        )
        for icon in manifest["icons"]
    }
    assert sizes == {icon["src"]: icon["sizes"] for icon in manifest["icons"]}
    assert {icon.get("purpose", "any") for icon in manifest["icons"]} == {"any", "maskable"}
