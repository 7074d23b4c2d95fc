"""The site as it is opened from a folder, by whoever proposes a change."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html
from scripts.preview import main, named


@pytest.fixture(scope="module")
def preview(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("preview") / "preview"
    main(site, folder)
    return folder


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("../part-1/", "../part-1/index.html"),
        ("../part-1/#i-1", "../part-1/index.html#i-1"),
        ("..", "../index.html"),
        ("./", "./index.html"),
        (".", "./index.html"),
        ("../..#a", "../../index.html#a"),
        ("#a", "#a"),
        ("../downloads/programme.vi.pdf", "../downloads/programme.vi.pdf"),
        ("https://example.org/a/", "https://example.org/a/"),
        ("//example.org/", "//example.org/"),
        ("http://[", "http://["),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_folder_is_named_as_its_page(address: str, expected: str) -> None:
    assert named(address) == expected


def test_every_link_leads_to_a_file(preview: Path) -> None:
    pages = [page for page in preview.rglob("*.html") if page.name != "404.html"]
    assert pages
    followed = 0
    for page in pages:
        document = html.document_fromstring(page.read_bytes())
        for link in document.xpath("//a/@href"):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            assert (page.parent / unquote(parts.path)).is_file(), f"{page}: {link}"
            followed += 1
    assert followed


def test_what_the_pages_say_and_run_is_the_same(site: Path, preview: Path) -> None:
    for path in ("index.html", "en/part-1/index.html", "both/part-4/index.html"):
        texts, scripts, policies = zip(
            *(_read(folder / path) for folder in (site, preview)), strict=True
        )
        assert texts[0] == texts[1]
        assert scripts[0] == scripts[1]
        assert policies[0] == policies[1]
        assert policies[0]


def _read(page: Path) -> tuple[str, list[str], list[str]]:
    document = html.document_fromstring(page.read_bytes())
    scripts = [script.text or "" for script in document.iter("script")]
    policies = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    return document.text_content(), scripts, policies


def test_without_a_site_one_line_is_said(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="make site"):
        main(tmp_path / "site", tmp_path / "preview")
