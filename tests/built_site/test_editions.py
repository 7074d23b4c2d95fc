"""The page of changes and the feeds of a site with editions, as files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import html5lib
import pytest
from lxml import etree, html
from lxml.html import HtmlElement

from tests.changes.repository import git
from tests.conftest import ROOT, SITE_URL
from tests.editions.published import built, programme, said_by, tagged, with_editions

ATOM = {"a": "http://www.w3.org/2005/Atom"}
SCHEMA = ROOT / "tests/schemas/atom.rng"
FEEDS = {"vi": "feed.xml", "en": "en/feed.xml"}
PAGES = {"vi": "guide/changes/", "en": "en/guide/changes/"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_editions(tmp_path_factory.mktemp("oranges") / "project")


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    return built(project)


def parsed(site: Path, path: str) -> HtmlElement:
    return html.fromstring((site / path / "index.html").read_text(encoding="utf-8"))


def shown(element: HtmlElement) -> str:
    """The words that are seen."""
    for hidden in element.xpath(".//*[@class='visually-hidden']"):
        hidden.drop_tree()
    return " ".join(element.text_content().split())


def passages(root: HtmlElement) -> Iterator[str]:
    for change in root.xpath("//section[@id='edition-2026-05-10']//li[@class='change']"):
        yield shown(change)


def test_editions_are_listed_newest_first(site: Path) -> None:
    root = parsed(site, PAGES["en"])
    assert [shown(h) for h in root.xpath("//section[@class='edition']/h2")] == [
        "Since the edition of 20 June 2026",
        "Edition of 20 June 2026",
        "Edition of 10 May 2026",
        "Edition of 1 March 2026",
    ]
    vietnamese = parsed(site, PAGES["vi"])
    assert [shown(h) for h in vietnamese.xpath("//section[@class='edition']/h2")][:2] == [
        "Từ bản đăng ngày 20 tháng 6 năm 2026 đến nay",
        "Bản đăng ngày 20 tháng 6 năm 2026",
    ]
    assert root.xpath("//section[@class='edition']/h2//time/@datetime")[1] == "2026-06-20"
    for href in root.xpath("//a[.='Read the text as it was then']/@href"):
        assert (site / PAGES["en"] / href / "index.html").is_file()


def test_each_passage_shows_what_was_taken_out_and_put_in(site: Path) -> None:
    root = parsed(site, PAGES["en"])
    section = "//section[@id='edition-2026-05-10']"
    assert root.xpath(f"{section}//del/text()") == ["500", "500"]
    assert [shown(e) for e in root.xpath(f"{section}//ins")][:2] == [
        "1. Nước tưới",
        "1. Water",
    ]
    first, second, changed = passages(root)
    assert first == "Part II, Section 1 added 1. Nước tưới 1. Water"
    assert second.startswith("Part II, Section 1, first indent added ")
    assert changed.startswith(
        "Part II, Section 2, first indent (formerly Part II, Section 1, first indent) changed"
    )
    assert shown(root.xpath(f"{section}/p")[0]) == (
        "Against the edition of 1 March 2026: 1 changed, 2 added, 5 moved."
    )


def test_what_moved_with_a_heading_is_told_once(site: Path) -> None:
    root = parsed(site, PAGES["en"])
    moves = root.xpath("//section[@id='edition-2026-05-10']//ul[@class='moves']/li")
    assert [shown(move) for move in moves] == [
        "Part II, Section 1 → Part II, Section 2 and what is below it (2)",
        "Part II, Section 2 → Part II, Section 3 and what is below it (1)",
    ]


def test_a_screen_reader_is_told_what_is_struck_through(site: Path) -> None:
    root = parsed(site, PAGES["vi"])
    [first] = root.xpath("(//del)[1]")
    assert first.text_content() == "bỏ: Build (hết)"
    assert {span.get("lang") for span in root.xpath("//del/span | //ins/span")} == {"vi"}


def test_a_passage_has_its_history(site: Path) -> None:
    root = parsed(site, PAGES["en"])
    history = root.get_element_by_id("history-ii-2-1")
    assert shown(history) == (
        "Part II, Section 2, first indent 10 May 2026 changed "
        "(formerly Part II, Section 1, first indent)"
    )
    assert root.get_element_by_id("history-ii-3-1").xpath(".//li//a/@href") == [
        "#since-then-ii-3-1",
        "#edition-2026-05-10-moved",
    ]


def test_pages_are_valid_and_links_within_lead_somewhere(site: Path) -> None:
    for path in PAGES.values():
        text = (site / path / "index.html").read_text(encoding="utf-8")
        html5lib.HTMLParser(strict=True).parse(text)
        root = html.fromstring(text)
        ids = root.xpath("//@id")
        assert len(ids) == len(set(ids))
        assert {href[1:] for href in root.xpath("//a/@href") if href.startswith("#")} <= set(ids)


@pytest.mark.parametrize("locale", FEEDS)
def test_feeds_are_valid_atom(site: Path, locale: str) -> None:
    schema = etree.RelaxNG(etree.parse(SCHEMA))
    feed = etree.parse(site / FEEDS[locale])
    assert schema.validate(feed), schema.error_log
    for path, value in (("a:id", None), ("a:entry[1]/a:updated", "yesterday")):
        [element] = feed.getroot().xpath(path, namespaces=ATOM)
        if value:
            element.text = value
        else:
            element.getparent().remove(element)
        assert not schema.validate(feed), "the schema refuses what is none"


@pytest.mark.parametrize("locale", FEEDS)
def test_a_feed_has_an_entry_for_each_edition(site: Path, project: Path, locale: str) -> None:
    feed = etree.parse(site / FEEDS[locale]).getroot()
    here = SITE_URL + FEEDS[locale]

    def told(path: str) -> list[str]:
        return [str(found) for found in feed.xpath(path, namespaces=ATOM)]

    assert told("a:id/text()") == told("a:link[@rel='self']/@href") == [here]
    assert told("a:entry/a:id/text()") == [
        f"tag:example.org,{day}:/khanh-hoa/edition/{day}/{locale}"
        for day in ("2026-06-20", "2026-05-10", "2026-03-01")
    ]
    root = parsed(site, PAGES[locale])
    for link in told("a:entry/a:link/@href"):
        page, _, anchor = link.partition("#")
        assert page == SITE_URL + PAGES[locale]
        assert root.get_element_by_id(anchor) is not None
    asked = "--format=%(taggerdate:format-local:%Y-%m-%dT%H:%M:%SZ)"
    times = git(project, "for-each-ref", "--sort=-refname", asked, "refs/tags").split()
    assert told("a:entry/a:updated/text()") == times
    assert told("a:updated/text()") == [max(times)]
    content = html.fromstring(f"<div>{told('a:entry[2]/a:content/text()')[0]}</div>")
    assert content.xpath("//del/text()") == ["500", "500"]
    *addresses, text = content.xpath("//a/@href")
    assert (site / text.removeprefix(SITE_URL) / "index.html").is_file()
    assert addresses
    for address in addresses:
        page, _, anchor = address.removeprefix(SITE_URL).partition("#")
        assert parsed(site, page).get_element_by_id(anchor) is not None


def test_every_page_names_the_feed_of_its_language(site: Path) -> None:
    pages = [path.relative_to(site) for path in site.rglob("index.html")]
    assert len(pages) > 10
    for path in pages:
        root = html.fromstring((site / path).read_text(encoding="utf-8"))
        [href] = root.xpath("//link[@rel='alternate'][@type='application/atom+xml']/@href")
        own = urljoin(SITE_URL, path.as_posix())
        assert urljoin(own, href) == SITE_URL + FEEDS[str(root.get("lang"))]


def test_two_builds_give_the_same_bytes(project: Path, site: Path) -> None:
    again = built(project, "site-again")
    files = [path.relative_to(site) for path in site.rglob("*") if path.is_file()]
    assert len(files) > 50
    assert [f for f in files if (site / f).read_bytes() != (again / f).read_bytes()] == []


def test_a_shallow_clone_says_what_it_lacks_and_is_built(project: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{project}", "shallow")
    said = said_by(tmp_path / "shallow")
    lines = [line for line in said.splitlines() if "git fetch --unshallow --tags" in line]
    assert len(lines) == 1
    page = parsed(tmp_path / "shallow/site", PAGES["vi"])
    assert "git fetch --unshallow --tags" in shown(page)


def test_before_the_first_edition_there_is_an_empty_feed(tmp_path: Path) -> None:
    site = built(programme(tmp_path / "project"))
    assert "What is published now is the first edition" in shown(parsed(site, PAGES["en"]))
    feed = etree.parse(site / FEEDS["en"])
    assert etree.RelaxNG(etree.parse(SCHEMA)).validate(feed)
    assert feed.getroot().xpath("a:entry", namespaces=ATOM) == []
    assert "data-history" not in (site / "en/part-1/index.html").read_text(encoding="utf-8")


def test_an_edition_that_cannot_be_read_breaks_no_build(tmp_path: Path) -> None:
    folder = programme(tmp_path / "project")
    page = folder / "docs/en/part-1.md"
    text = page.read_bytes()
    page.write_bytes(b"\xff")
    tagged(folder, "2026-02-01")
    page.write_bytes(text)
    tagged(folder, "2026-03-01")
    site = built(folder)
    said = shown(parsed(site, PAGES["en"]).get_element_by_id("edition-2026-02-01"))
    assert "This edition cannot be read: docs/en/part-1.md" in said
    schema = etree.RelaxNG(etree.parse(SCHEMA))
    assert schema.validate(etree.parse(site / FEEDS["vi"]))
