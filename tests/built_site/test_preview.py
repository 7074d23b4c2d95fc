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


@pytest.mark.parametrize(
    ("path", "notice"),
    [
        ("index.html", "Bản xem trước mở từ tệp"),
        ("en/part-1/index.html", "A preview opened as a file"),
        ("both/part-4/index.html", "Bản xem trước mở từ tệp"),
    ],
)
def test_the_pages_say_what_is_missing_and_the_same_besides(
    site: Path, preview: Path, path: str, notice: str
) -> None:
    here, there = (html.document_fromstring((root / path).read_bytes()) for root in (site, preview))
    said = there.xpath("//main/p[1]")[0]
    assert said.text_content().startswith(notice)
    said.drop_tree()
    for script in [*here.iter("script"), *there.iter("script")]:
        script.drop_tree()
    assert here.text_content() == there.text_content()


def test_nothing_runs_in_a_preview(preview: Path) -> None:
    for page in preview.rglob("*.html"):
        document = html.document_fromstring(page.read_bytes())
        assert {script.get("type") for script in document.iter("script")} <= {"application/ld+json"}
        [policy] = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert "default-src 'none'" in policy
        assert "script-src" not in policy


def test_without_a_site_one_line_is_said(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="make site"):
        main(tmp_path / "site", tmp_path / "preview")


def test_nothing_is_kept_for_readers_without_a_network(preview: Path) -> None:
    kept = ("service-worker.js", "offline", "offline.html")
    assert [name for name in kept if (preview / name).exists()] == []
