"""What other programs are told of a page: search engines, and services that show a shared link."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import pytest

from tests.built_site.test_pages import PAGES, SHOWN, address, page
from tests.conftest import SITE_URL

SHARED = [(locale, path) for locale, path in PAGES if not path.startswith("site/")]


def data_of(site: Path, locale: str, path: str) -> list[dict[str, Any]]:
    [script] = page(site, locale, path).xpath("//script[@type='application/ld+json']/text()")
    data = json.loads(script)
    assert data["@context"] == "https://schema.org"
    graph: list[dict[str, Any]] = data["@graph"]
    return graph


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_a_picture_of_the_right_size_stands_for_the_site(site: Path, locale: str) -> None:
    for path in ("index.md", "part-3/section-2.md", "site/about.md"):
        root = page(site, locale, path)
        meta = {m.get("property"): m.get("content") for m in root.xpath("//meta[@property]")}
        assert meta["og:image"] == f"{SITE_URL}assets/preview.{locale}.png"
        assert meta["og:image:alt"]
        head = (site / f"assets/preview.{locale}.png").read_bytes()[:24]
        assert head.startswith(b"\x89PNG")
        assert struct.unpack(">II", head[16:]) == (
            int(meta["og:image:width"]),
            int(meta["og:image:height"]),
        )


NAMES = {
    "vi": "Chương trình hành động về ngoại giao kinh tế – Khánh Hòa",
    "en": "Action Programme on Economic Diplomacy – Khanh Hoa",
}


@pytest.mark.parametrize("locale", NAMES)
def test_the_first_page_bears_the_name_of_the_site_the_others_their_own_before_it(
    site: Path, locale: str
) -> None:
    def titles(path: str) -> tuple[str, str]:
        root = page(site, locale, path)
        [shared] = root.xpath("//meta[@property='og:title']/@content")
        return root.findtext(".//title") or "", shared

    name = NAMES[locale]
    both = {"vi": "song ngữ", "en": "both languages"}[locale]
    assert titles("index.md") == (name, name)
    assert titles("both/index.md") == (f"{name} ({both})", name)
    own = {"vi": "I. Tình hình", "en": "I. Situation"}[locale]
    assert titles("part-1.md") == (f"{own} – {name}", own)
    assert titles("both/part-1.md") == (f"{own} ({both}) – {name}", own)


@pytest.mark.parametrize("path", SHOWN)
def test_each_page_of_the_text_is_described_as_legislation(site: Path, path: str) -> None:
    for locale, other in (("vi", "en"), ("en", "vi")):
        described = data_of(site, locale, path)
        first = described[0]
        work = first.get("isPartOf", first)
        assert first["@type"] == work["@type"] == "Legislation"
        assert first["inLanguage"] == locale
        assert work["@id"] == SITE_URL + address(locale, "index.md")
        assert ("legislationLegalValue" in first) == (locale == "en")
        counterpart = {"@id": SITE_URL + address(other, "index.md")}
        if first is not work:
            assert first["url"] == SITE_URL + address(locale, path)
            assert work["name"] == data_of(site, locale, "index.md")[0]["name"]
        elif locale == "vi":
            assert work["workTranslation"] == [counterpart]
        else:
            assert work["translationOfWork"] == counterpart


def test_nothing_is_claimed_that_the_source_does_not_say(site: Path) -> None:
    claims = json.dumps([data_of(site, "en", path) for path in SHOWN])
    for claim in ("Identifier", "legislationDate", "datePublished", "LegalForce", "signatory"):
        assert claim not in claims


def test_the_breadcrumbs_lead_from_the_beginning_to_the_page(site: Path) -> None:
    trail = data_of(site, "en", "part-3/section-2.md")[1]
    assert trail["@type"] == "BreadcrumbList"
    steps = trail["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert [step["item"] for step in steps] == [
        f"{SITE_URL}en/",
        f"{SITE_URL}en/part-3/",
        f"{SITE_URL}en/part-3/section-2/",
    ]
    assert steps[1]["name"] == "III. Tasks and solutions"


@pytest.mark.parametrize("where", PAGES, ids=str)
def test_only_the_text_is_called_legislation_and_once_in_each_language(
    site: Path, where: tuple[str, str]
) -> None:
    scripts = page(site, *where).xpath("//script[@type='application/ld+json']")
    assert bool(scripts) == (where[1] in SHOWN)
