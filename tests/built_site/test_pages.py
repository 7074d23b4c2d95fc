"""The built site as files: valid, linked, and equal in both languages."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import html5lib
import pytest
from lxml import etree, html
from lxml.html import HtmlElement

from diptych.alignment.units import page_units
from diptych.check.catalogue import PAGE, all_guides, anchor_of
from diptych.diagnostics.guide import Guide
from diptych.model import Page, Provision, Side
from diptych.project.loading import load
from diptych.project.settings import settings
from diptych.publication.addresses import WHOLE
from diptych.publication.derived_pages import bilingual_path, shown_pages
from diptych.site.views import all_views
from tests.conftest import REPO_URL, ROOT, SITE_URL, this_text
from tests.outlines import lists_of

BITEXT = load(settings(this_text()))
PATHS = [page.path for page in BITEXT.original.pages]
PREFIXES = {"vi": "", "en": "en/"}
SHOWN = [WHOLE, *(page.path for page in BITEXT.original.pages if not page.editorial)]
BOTH = [bilingual_path(path) for path in SHOWN]
PAGES = [(locale, path) for locale in PREFIXES for path in (*PATHS, WHOLE, *BOTH)]
TEXT = [(locale, path) for locale in PREFIXES for path in PATHS]
"""Those that the model has."""


def address(locale: str, path: str) -> str:
    folder = path.removesuffix(".md").removesuffix("index").rstrip("/")
    return PREFIXES[locale] + (f"{folder}/" if folder else "")


@cache
def parsed(file: Path) -> HtmlElement:
    return html.document_fromstring(file.read_text(encoding="utf-8"))


def page(site: Path, locale: str, path: str) -> HtmlElement:
    return parsed(site / address(locale, path) / "index.html")


def ids(root: HtmlElement) -> list[str]:
    return [str(identity) for identity in root.xpath("//@id")]


def test_every_page_is_there_and_no_other(site: Path) -> None:
    built = {file.relative_to(site).as_posix() for file in site.rglob("*.html")}
    assert built == {address(*page) + "index.html" for page in PAGES} | {
        "404.html",
        "offline.html",
        "windows.html",
    }


@pytest.mark.parametrize("where", [*PAGES, None], ids=str)
def test_html_is_valid(site: Path, where: tuple[str, str] | None) -> None:
    file = site / "404.html" if where is None else site / address(*where) / "index.html"
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(file.read_text(encoding="utf-8"))
    repeated = [identity for identity, count in Counter(ids(parsed(file))).items() if count > 1]
    assert repeated == []


@pytest.mark.parametrize("where", [*PAGES, None], ids=str)
def test_links_lead_somewhere(site: Path, where: tuple[str, str] | None) -> None:
    file = site / "404.html" if where is None else site / address(*where) / "index.html"
    base = SITE_URL + (address(*where) if where else "404.html")
    targets = parsed(file).xpath(
        "//@href[not(starts-with(., 'data:'))] | //@src | //@data-script | //@data-index"
    )
    assert targets
    for target in targets:
        absolute, fragment = urldefrag(urljoin(base, str(target)))
        if absolute.startswith(REPO_URL):
            continue
        assert absolute.startswith(SITE_URL), f"{target} leaves the site"
        found = site / absolute.removeprefix(SITE_URL)
        found = found / "index.html" if absolute.endswith("/") else found
        assert found.is_file(), f"{target} leads nowhere"
        if fragment:
            assert fragment in ids(parsed(found)), f"{target} names no place on its page"


@pytest.mark.parametrize("where", PAGES, ids=str)
def test_the_icon_is_in_the_page_and_a_file_for_search_engines(
    site: Path, where: tuple[str, str]
) -> None:
    [icon] = page(site, *where).xpath("//link[@rel='icon']/@href")
    kind, _, written = icon.partition(",")
    if kind == "data:image/svg+xml":
        svg = (ROOT / "overrides/assets/favicon.svg").read_text(encoding="utf-8").strip()
        assert unquote(written) == svg
    assert icon.endswith("assets/favicon.svg") == (where[1] in ("index.md", "both/index.md"))


@pytest.mark.parametrize("path", PATHS)
def test_ids_are_the_same_in_both_languages(site: Path, path: str) -> None:
    found = [ids(page(site, locale, path)) for locale in PREFIXES]
    if path == "guide/glossary.md":  # in the alphabetical order of each language
        found = [sorted(identities) for identities in found]
    assert found[0] == found[1]


@pytest.mark.parametrize("where", TEXT, ids=str)
def test_every_provision_is_on_its_page_whole_with_its_anchor_and_permalink(
    site: Path, where: tuple[str, str]
) -> None:
    locale, path = where
    document = next(doc for doc in BITEXT.documents if doc.locale == locale)
    model = document.page(path)
    assert model is not None
    root = page(site, locale, path)
    if model.editorial:
        return
    provisions = list(model.provisions())
    for provision in provisions:
        [element] = root.xpath(f"//*[@id='{provision.id}']")
        text = " ".join(element.text_content().replace("\u00a0", " ").split())
        assert provision.segment.text[:40] in text
        [link] = root.xpath(f"//a[@href='#{provision.id}']")
        assert provision.citation in link.get("aria-label")
    assert len(root.xpath("//*[contains(@class, 'provision ')]")) == len(provisions)
    for note in model.footnotes:
        [element] = root.xpath(f"//li[@id='{note.id}']")
        mark, sign = root.xpath(f"//a[@href='#{note.id}']")
        assert mark.text == note.label
        assert note.citation in sign.get("aria-label")
        assert element.xpath(f".//a[@href='#{note.id}-ref']")


@pytest.mark.parametrize("where", PAGES, ids=str)
def test_metadata_is_in_the_pages_language(site: Path, where: tuple[str, str]) -> None:
    locale, path = where
    root = page(site, locale, path)
    own = SITE_URL + address(locale, path)
    text = path.removeprefix("both/") if path in BOTH else path
    assert root.get("lang") == locale
    assert root.xpath("//link[@rel='canonical']/@href") == [SITE_URL + address(locale, text)]
    alternates = {
        link.get("hreflang"): link.get("href")
        for link in root.xpath("//link[@rel='alternate'][@hreflang]")
    }
    [feed] = root.xpath("//link[@type='application/atom+xml']/@href")
    assert urljoin(own, feed) == SITE_URL + {"vi": "feed.xml", "en": "en/feed.xml"}[locale]
    assert alternates == {
        "vi": SITE_URL + address("vi", text),
        "en": SITE_URL + address("en", text),
        "x-default": SITE_URL + address("vi", text),
    }
    [description] = root.xpath("//meta[@name='description']/@content")
    assert 0 < len(description) <= 160
    vietnamese = any("ạ" <= char <= "ỹ" for char in description + root.xpath("//title")[0].text)
    assert vietnamese == (locale == "vi")
    [switch] = root.xpath("//header//a[@hreflang]")
    other = "en" if locale == "vi" else "vi"
    assert switch.get("lang") == switch.get("hreflang") == other
    assert urljoin(own, switch.get("href")) == SITE_URL + address(other, path)


@pytest.mark.parametrize("where", PAGES, ids=str)
def test_each_page_says_what_its_text_is(site: Path, where: tuple[str, str]) -> None:
    locale, path = where
    [status] = page(site, locale, path).xpath("//p[@class='status']")
    if locale == "vi":
        assert "văn bản gốc" in status.text_content().lower()
    else:
        assert "nofficial translation" in status.text_content()
        assert "prevails" in status.text_content()
        if path in BOTH:
            return
        own = SITE_URL + address("en", path)
        links = [urljoin(own, link) for link in status.xpath("./a[@hreflang]/@href")]
        assert links == ([SITE_URL + address("vi", path)] if path in SHOWN else [])


def test_the_sitemap_names_every_page_with_its_alternates(site: Path) -> None:
    names = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "x": "http://www.w3.org/1999/xhtml",
    }
    tree = etree.parse(site / "sitemap.xml")
    places = tree.findall("s:url", names)
    found = {place.findtext("s:loc", None, names): place for place in places}
    # a bilingual view is another form of its page, which is named
    assert set(found) == {SITE_URL + address(*where) for where in PAGES if where[1] not in BOTH}
    for place in places:
        languages = {link.get("hreflang") for link in place.findall("x:link", names)}
        assert languages == {"vi", "en", "x-default"}


def test_no_page_names_another_host(site: Path) -> None:
    own = {urlsplit(SITE_URL).netloc, urlsplit(REPO_URL).netloc}
    for file in [*site.rglob("*.html"), *site.rglob("*.css"), *(site / "assets").rglob("*.js")]:
        text = file.read_text(encoding="utf-8")
        hosts = {urlsplit(word).netloc for word in _addresses(text)}
        assert hosts <= {*own, "www.w3.org", "schema.org"}, file


def _addresses(text: str) -> list[str]:
    return [f"https://{rest}" for rest in re.findall(r"://([^\s\"'<>]+)", text)]


@pytest.mark.parametrize("name", ["404.html", "offline.html"])
def test_a_page_shown_at_any_address_speaks_both_languages(site: Path, name: str) -> None:
    root = parsed(site / name)
    assert [section.get("lang") for section in root.xpath("//section")] == ["vi", "en"]
    for target in root.xpath("//@href | //@src"):
        assert str(target).startswith("/khanh-hoa/"), f"{target} depends on the address"


def test_nothing_is_published_that_no_page_asks_for(site: Path) -> None:
    asked = "".join(file.read_text(encoding="utf-8") for file in site.rglob("*.html"))
    asked += "".join(file.read_text(encoding="utf-8") for file in site.glob("*.webmanifest"))
    for kind in ("css", "js"):
        asked += "".join(
            f.read_text(encoding="utf-8") for f in (site / "assets").rglob(f"*.{kind}")
        )
    idle = [
        file.relative_to(site).as_posix()
        for file in (site / "assets").rglob("*")
        if file.is_file() and file.name not in asked and file.name != "OFL.txt"
    ]
    assert idle == []


def test_the_number_and_the_date_of_the_document_are_not_invented(site: Path) -> None:
    cover = page(site, "vi", "index.md").text_content()
    assert "Số:" not in cover
    assert "Khánh Hòa, ngày" not in cover


@pytest.mark.parametrize("guide", all_guides(), ids=lambda guide: guide.code)
@pytest.mark.parametrize("locale", PREFIXES)
def test_every_rule_is_told_in_the_reference(site: Path, guide: Guide, locale: str) -> None:
    root = page(site, locale, PAGE)
    [section] = root.xpath(f"//section[@id='{anchor_of(guide.code)}']")
    text = " ".join(section.text_content().split())
    assert guide.code in section.xpath("string(h2)")
    for said in (guide.summary(locale).rstrip("."), guide.mend[locale]):
        assert " ".join(said.replace("`", "").split()) in text
    assert root.xpath(f"//nav//a[@href='#{anchor_of(guide.code)}']")


@pytest.mark.parametrize("path", SHOWN)
@pytest.mark.parametrize("locale", PREFIXES)
def test_the_bilingual_view_has_every_provision_beside_its_counterpart(
    site: Path, locale: str, path: str
) -> None:
    units = shown_units(site, locale, bilingual_path(path))
    for original in shown_provisions(path):
        texts = texts_of(units[original.id])
        assert original.segment.text[:40] in texts["vi"]
        translation = BITEXT.alignment.counterparts[0][original.id]
        assert translation.segment.text[:40] in texts["en"]


@pytest.mark.parametrize("side", Side)
def test_one_page_holds_the_whole_programme(site: Path, side: Side) -> None:
    document = BITEXT.documents[side]
    units = shown_units(site, document.locale, WHOLE)
    for provision in (
        p for page in document.pages if not page.editorial for p in page.provisions()
    ):
        assert provision.segment.text[:40] in text_of(units[provision.id])
    headings = page(site, document.locale, WHOLE).xpath(
        "//main//*[self::h1 or self::h2 or self::h3]"
    )
    levels = [int(heading.tag[1]) for heading in headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert max(b - a for a, b in pairwise(levels)) == 1


@pytest.mark.parametrize("path", SHOWN)
@pytest.mark.parametrize("locale", PREFIXES)
def test_every_view_of_a_page_has_its_lists(site: Path, locale: str, path: str) -> None:
    single = [
        found
        for shown in shown_pages(BITEXT.original, path)
        for found in lists_of(site / address(locale, shown.path) / "index.html")
    ]
    for view in (path, bilingual_path(path)):
        assert lists_of(site / address(locale, view) / "index.html") == single


def shown_units(site: Path, locale: str, path: str) -> dict[str, HtmlElement]:
    """The units on a page by id; they are those of the model, and notes are led to and back."""
    root = page(site, locale, path)
    assert root.get("lang") == locale
    [text] = root.xpath("//main//div[@class='provisions']")
    own = {element.get("id"): element for element in text.xpath(".//*[@id]")}
    path = path.removeprefix("both/")
    expected = [
        identity for shown in shown_pages(BITEXT.original, path) for identity in unit_ids(shown)
    ]
    assert [identity for identity in own if identity in expected] == expected
    assert {p.id for p in shown_provisions(path)} <= set(expected)
    for link in text.xpath(".//a[@role='doc-noteref' or @role='doc-backlink']"):
        assert link.get("href")[1:] in own
    named = Counter(link.get("href")[1:] for link in text.xpath(".//a[@class='permalink']"))
    assert named == Counter(expected)
    return own


def unit_ids(shown: Page) -> list[str]:
    """Of headings, provisions and footnotes, as they stand on the page."""
    notes = {note.label: note.id for note in shown.footnotes}
    units = page_units(BITEXT.alignment, shown)
    return list(dict.fromkeys(notes.get(unit.note, unit.id) for unit in units))


def shown_provisions(path: str) -> list[Provision]:
    return [p for shown in shown_pages(BITEXT.original, path) for p in shown.provisions()]


def text_of(element: HtmlElement) -> str:
    return " ".join(element.text_content().replace("\u00a0", " ").split())


def texts_of(row: HtmlElement) -> dict[str, str]:
    return {cell.get("lang"): text_of(cell) for cell in row.xpath("./*[@lang]")}


@pytest.mark.parametrize("where", TEXT, ids=str)
def test_each_page_of_the_text_offers_three_views(site: Path, where: tuple[str, str]) -> None:
    locale, path = where
    if path.startswith(("guide/", "site/")):
        assert not page(site, locale, path).xpath("//nav[@class='views']")
        return
    for current, active in ((path, ("vi", "en").index(locale)), (bilingual_path(path), 2)):
        links = page(site, locale, current).xpath("//nav[@class='views']//a")
        assert [link.get("aria-current") == "page" for link in links] == [
            index == active for index in range(3)
        ]
        here = f"https://x/{address(locale, current)}"
        assert [urljoin(here, link.get("href")) for link in links] == [
            f"https://x/{address('vi', path)}",
            f"https://x/{address('en', path)}",
            f"https://x/{address(locale, bilingual_path(path))}",
        ]


REGISTERS = {page.path: str(page.meta["view"]) for page in BITEXT.original.pages if page.path in (
    "guide/documents.md", "guide/partners.md", "guide/organisations.md", "guide/duties.md",
    "guide/glossary.md",
)}  # fmt: skip


@pytest.mark.parametrize("path", REGISTERS)
@pytest.mark.parametrize("locale", PREFIXES)
def test_a_register_shows_every_entry_with_a_link_to_every_use(
    site: Path, locale: str, path: str
) -> None:
    document = next(doc for doc in BITEXT.documents if doc.locale == locale)
    found: Any = all_views()[REGISTERS[path]].rows(BITEXT, document, path)
    rows = [asdict(row) for row in found]
    root = page(site, locale, path)
    entries = list(register_entries(rows))
    assert entries
    here = SITE_URL + address(locale, path)
    for entry in entries:
        [element] = root.xpath(f"//*[@id='{entry['id']}']")
        links = {urljoin(here, str(href)) for href in element.xpath(".//a/@href")}
        for use in uses(entry):
            assert f"{SITE_URL}{address(locale, use['path'])}#{use['id']}" in links


@pytest.mark.parametrize("where", [w for w in PAGES if w[1] in (*PATHS, WHOLE, *BOTH)], ids=str)
def test_explained_terms_lead_to_the_glossary(site: Path, where: tuple[str, str]) -> None:
    locale, path = where
    told = json.loads(
        (site / address(locale, "guide/glossary.md") / "terms.json").read_text(encoding="utf-8")
    )
    assert all(entry["about"] and len(entry["names"]) == 2 for entry in told.values())
    root = page(site, locale, path)
    links = root.xpath("//a[@class='term']")
    assert "term:" not in "".join(map(str, root.xpath("//@href")))
    if path in ("part-4.md", WHOLE, bilingual_path("part-4.md")):
        assert links
    if path.startswith(("guide/", "site/")):
        assert links == []
    for link in links:
        target = urljoin(SITE_URL + address(locale, path), str(link.get("href")))
        listed, _, identity = target.partition("#")
        assert listed == SITE_URL + address(locale, "guide/glossary.md")
        assert identity in told


def register_entries(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for row in rows:
        if "id" in row:
            yield row
        for key in ("documents", "entries", "below"):
            yield from register_entries(row.get(key, []))


def uses(entry: dict[str, Any]) -> list[dict[str, Any]]:
    return entry.get("uses") or [duty["use"] for duty in entry["duties"]]
