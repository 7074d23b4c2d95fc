"""The files to take away, on the built site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from diptych.exports.formats import all_files
from diptych.site.views.downloads import told

FILES = all_files(("vi", "en"), "programme")


@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_page_lists_every_file_with_its_size(site: Path, folder: str) -> None:
    page = html.fromstring((site / f"{folder}guide/downloads/index.html").read_bytes())
    listed = {}
    for entry in page.xpath("//*[contains(@class, 'downloads')]//li[a]"):
        (link,) = entry.xpath("./a")
        target = (site / folder / "guide/downloads" / link.get("href")).resolve()
        listed[target] = entry.xpath("string(span)")
    assert {path.name for path in listed} == {file.name for file in FILES}
    for path, size in listed.items():
        assert size == told(path.stat().st_size, "en" if folder else "vi")


@pytest.mark.parametrize(
    ("page", "language"),
    [("part-1", "vi"), ("en/part-1", "en"), ("both/part-1", "vi-en"), ("en/guide/partners", "en")],
)
def test_every_page_offers_what_it_shows(site: Path, page: str, language: str) -> None:
    footer = html.fromstring((site / page / "index.html").read_bytes()).xpath("//footer")[0]
    links = [site / page / link.get("href") for link in footer.xpath(".//a[@download]")]
    offered = [file for file in FILES if file.format.on_pages]
    assert {path.resolve().name for path in links} == {
        file.name for file in offered if file.name.split(".")[1] == language
    }
    for path in links:
        assert path.resolve().is_file()


def test_sizes_are_told_as_people_read_them() -> None:
    assert told(12, "vi") == "1 kB"
    assert told(27_998, "en") == "28 kB"
    assert told(1_249_000, "vi") == "1,2 MB"
    assert told(1_249_000, "en") == "1.2 MB"


def test_no_mark_is_left(site: Path) -> None:
    for page in site.rglob("index.html"):
        assert not re.search(r"<!-- size of", page.read_text(encoding="utf-8"))
