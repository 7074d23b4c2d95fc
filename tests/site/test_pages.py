"""The built site as files: valid, linked, and equal in both languages."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import html5lib
import pytest
from lxml import etree, html
from lxml.html import HtmlElement

from programme.check import load
from programme.configuration import settings
from programme.guide import Guide
from programme.reference import all_guides, path_of
from programme.views.bilingual import bilingual_path, bilingual_rows
from tests.conftest import REPO_URL, ROOT, SITE_URL

BITEXT = load(settings(ROOT))
PATHS = [page.path for page in BITEXT.original.pages]
PREFIXES = {"vi": "", "en": "en/"}
RULES = [path_of(guide.code) for guide in all_guides()]
BOTH = [bilingual_path(page.path) for page in BITEXT.original.pages if not page.editorial]
PAGES = [(locale, path) for locale in PREFIXES for path in (*PATHS, *RULES, *BOTH)]
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
    assert built == {address(*page) + "index.html" for page in PAGES} | {"404.html"}


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
    targets = parsed(file).xpath("//@href | //@src | //@data-script | //@data-index")
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


@pytest.mark.parametrize("path", PATHS)
def test_ids_are_the_same_in_both_languages(site: Path, path: str) -> None:
    assert ids(page(site, "vi", path)) == ids(page(site, "en", path))


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
        [mark] = root.xpath(f"//a[@href='#{note.id}']")
        assert mark.text == note.label
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
        link.get("hreflang"): link.get("href") for link in root.xpath("//link[@rel='alternate']")
    }
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
        [link] = status.xpath("./a/@href")
        assert urljoin(own, link) == SITE_URL + address("vi", path)


def test_interface_strings_exist_in_both_languages() -> None:
    keys = {}
    for locale in PREFIXES:
        text = (ROOT / f"overrides/partials/languages/{locale}.html").read_text(encoding="utf-8")
        table = text[text.index("{{ {") + 3 : text.index("}[key]") + 1]
        keys[locale] = list(json.loads(table))
    assert keys["vi"] == keys["en"]
    assert len(keys["vi"]) == len(set(keys["vi"])) > 20


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
        assert hosts <= {*own, "www.w3.org"}, file


def _addresses(text: str) -> list[str]:
    return [f"https://{rest}" for rest in re.findall(r"://([^\s\"'<>]+)", text)]


def test_the_404_page_speaks_both_languages_from_any_depth(site: Path) -> None:
    root = parsed(site / "404.html")
    assert [section.get("lang") for section in root.xpath("//section")] == ["vi", "en"]
    for target in root.xpath("//@href | //@src"):
        assert str(target).startswith("/khanh-hoa/"), f"{target} depends on the address"


def test_nothing_is_published_that_no_page_asks_for(site: Path) -> None:
    asked = "".join(file.read_text(encoding="utf-8") for file in site.rglob("*.html"))
    for kind in ("*.css", "*.js"):
        asked += "".join(file.read_text(encoding="utf-8") for file in (site / "assets").rglob(kind))
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
@pytest.mark.parametrize(("language", "folder"), [("vi", ""), ("en", "en/")])
def test_every_rule_has_its_page(site: Path, guide: Guide, language: str, folder: str) -> None:
    root = parsed(site / folder / "site/rules" / guide.code.lower() / "index.html")
    assert root.get("lang") == language
    text = " ".join(root.xpath("//article")[0].text_content().split())
    assert guide.code in root.xpath("string(//h1)")
    for said in (guide.summary(language).rstrip("."), guide.mend[language]):
        assert " ".join(said.replace("`", "").split()) in text
    assert {link.get("hreflang") for link in root.xpath("//link[@rel='alternate']")} == {
        "vi", "en", "x-default",
    }  # fmt: skip
    index = (site / folder / "site/rules/index.html").read_text(encoding="utf-8")
    assert f'href="{guide.code.lower()}/"' in index
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>{SITE_URL}{folder}site/rules/{guide.code.lower()}/</loc>" in sitemap


@pytest.mark.parametrize("path", [path.removeprefix("both/") for path in BOTH])
@pytest.mark.parametrize("locale", PREFIXES)
def test_the_bilingual_view_has_every_provision_beside_its_counterpart(
    site: Path, locale: str, path: str
) -> None:
    root = page(site, locale, bilingual_path(path))
    assert root.get("lang") == locale
    model = BITEXT.original.page(path)
    assert model is not None
    expected = [d.id for d in model.own_divisions() if d.heading]
    expected += [provision.id for provision in model.provisions()]
    rows = root.xpath("//*[contains(concat(' ', @class, ' '), ' pair ')]")
    assert set(expected) <= {row.get("id") for row in rows}
    assert [row.get("id") for row in rows] == [r.id for r in bilingual_rows(BITEXT, path)]
    counterparts = BITEXT.alignment.counterparts[0]
    for provision in model.provisions():
        [row] = [row for row in rows if row.get("id") == provision.id]
        texts = {
            cell.get("lang"): " ".join(cell.text_content().replace("\u00a0", " ").split())
            for cell in row.xpath("./*[@lang]")
        }
        assert provision.segment.text[:40] in texts["vi"]
        assert counterparts[provision.id].segment.text[:40] in texts["en"]
    for mark in root.xpath("//a[@class='footnote-ref']"):
        assert root.xpath(f"//*[@id='{mark.get('href')[1:]}']")


@pytest.mark.parametrize("where", TEXT, ids=str)
def test_each_page_of_the_text_offers_three_views(site: Path, where: tuple[str, str]) -> None:
    locale, path = where
    if path.startswith("site/"):
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
