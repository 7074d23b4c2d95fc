"""The text of each edition at an address of its own, and where old addresses lead."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from tests.changes.repository import git, keep
from tests.conftest import SITE_URL, run
from tests.editions.reeds import FIRST, SECOND, STATES, laid_out, published, write

SHOWN = ("vi/", "en/", "both/", "")


def page(site: Path, address: str) -> HtmlElement:
    return html.fromstring((site / address / "index.html").read_bytes())


def text_of(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def ids(dated: HtmlElement) -> set[str]:
    return set(map(str, dated.xpath("//div[@class='provisions']//@id")))


def built(project: Path, **environment: str) -> Path:
    told = {"SITE_URL": SITE_URL, "REPO_URL": "", **environment}
    done = run("mkdocs", "build", cwd=project, environment=told)
    assert done.returncode == 0, done.stderr
    return project / "site"


def marks(site: Path, address: str) -> dict[str, str]:
    """What is said of passages that are elsewhere now, by their ids in the edition."""
    return {
        next(str(one.get("id")) for one in mark.iterancestors() if one.get("id")): text_of(mark)
        for mark in page(site, address).xpath("//small[contains(@class, 'since')]")
    }


def test_each_edition_has_a_page_in_each_language_one_in_both_and_one_that_leads(
    reeds: Path,
) -> None:
    made = {path.relative_to(reeds).as_posix() for path in reeds.glob("editions/*/**/*.html")}
    assert made == {
        f"editions/{day}/{shown}index.html" for day in (FIRST, SECOND) for shown in SHOWN
    }
    leading = page(reeds, f"editions/{FIRST}/")
    links = leading.xpath("//nav[@class='views']//a/@href")
    assert links == ["vi/", "en/", "both/"]
    assert "15 January 2026" in text_of(leading)
    assert "15 tháng 01 năm 2026" in text_of(leading)


def test_it_has_the_words_and_the_anchors_of_its_time(reeds: Path) -> None:
    first = page(reeds, f"editions/{FIRST}/en/")
    [fence] = first.xpath("//li[@id='ii-1-1']")
    assert text_of(fence).startswith("Fence the beds")
    [path] = first.xpath("//li[@id='i-2']")
    assert text_of(path) == "The path to the beds is narrow.#"
    assert "Birds come from autumn on." in text_of(first.xpath("//*[@role='doc-endnotes']")[0])
    assert text_of(first.xpath("//h1")[0]) == "PLAN#"
    second = page(reeds, f"editions/{SECOND}/vi/")
    assert not second.xpath("//*[contains(text(), 'Rào bãi')]")
    texts = {
        shown: ids(page(reeds, f"editions/{FIRST}/{shown}/")) for shown in ("vi", "en", "both")
    }
    assert texts["vi"] == texts["en"]
    assert texts["both"] > {one for one in texts["vi"] if "-fn-" not in one}


def test_it_is_marked_as_past_and_leads_to_the_present(reeds: Path) -> None:
    for shown, language, present in (
        ("vi", "vi", "whole/"), ("en", "en", "en/whole/"), ("both", "vi", "both/whole/"),
    ):  # fmt: skip
        address = f"editions/{SECOND}/{shown}/"
        dated = page(reeds, address)
        assert dated.get("lang") == language
        [said] = dated.xpath("//div[@class='past']")
        assert next(link.get("href") for link in said.iter("a")) == f"../../../{present}"
        [canonical] = dated.xpath("//link[@rel='canonical']/@href")
        assert canonical == f"{SITE_URL}{present.removeprefix('both/')}"
    english = text_of(page(reeds, f"editions/{SECOND}/en/").xpath("//div[@class='past']")[0])
    assert english == (
        "The text as published on 1 June 2026. The text has changed since. Read the present text"
    )
    said = page(reeds, f"editions/{SECOND}/both/").xpath("//div[@class='past']/p")
    assert [paragraph.get("lang") for paragraph in said] == [None, "en"]


def test_a_search_engine_is_not_led_to_it(reeds: Path) -> None:
    assert "editions/" not in (reeds / "sitemap.xml").read_text(encoding="utf-8")
    for file in (reeds / "search").rglob("*.json"):
        assert "editions/" not in file.read_text(encoding="utf-8")


def test_passages_that_are_elsewhere_now_say_where(reeds: Path) -> None:
    assert marks(reeds, f"editions/{FIRST}/en/") == {
        "ii-1-1": "no longer in the text; its address now leads to another passage",
        "ii-1-2": "now Part II, Section 1, first indent; its address now leads to another passage",
        "ii-1-3": "now Part II, Section 1, second indent",
        "ii-2": "now Part II, Section 3; its address now leads to another passage",
        "ii-2-1": "now Part II, Section 3, first indent; its address now leads to another passage",
        "ii-2-2": "now Part II, Section 3, second indent",
        "ii-3": "now Part II, Section 4; its address now leads to another passage",
        "ii-3-1": "now Part II, Section 4, first indent; its address now leads to another passage",
        "iii-p2": "no longer in the text",
    }
    assert set(marks(reeds, f"editions/{FIRST}/both/")) == set(
        marks(reeds, f"editions/{FIRST}/vi/")
    )
    [link] = page(reeds, f"editions/{FIRST}/en/").xpath("//li[@id='ii-2-2']//small/a/@href")
    assert link == "../../../en/part-2/section-3/#ii-3-2"


def test_a_citation_names_the_day(reeds: Path) -> None:
    main = page(reeds, f"editions/{FIRST}/en/").xpath("//main")[0]
    assert main.get("data-cite-en") == (
        "Plan for the reed beds, {place} (unofficial translation), as published on 15 January 2026"
    )
    assert main.get("data-cite-vi") == (
        "Kế hoạch giữ bãi sậy, {place}, bản đăng ngày 15 tháng 01 năm 2026"
    )


def test_a_page_knows_which_passages_the_newest_edition_has_otherwise(reeds: Path) -> None:
    for address, differing in {
        "en/part-1/": "i i-2",
        "part-2/section-1/": "",
        "both/part-2/section-2/": "ii-2 ii-2-1",
        "en/part-3-money/": "iii iii-p1",
    }.items():
        [said] = page(reeds, address).xpath("//@data-differing")
        assert said == differing, address


def test_old_addresses_lead_to_their_passages(reeds: Path) -> None:
    told = json.loads((reeds / "editions/moved.json").read_bytes())
    assert told["moved"] == {
        "ii-1-3": ["part-2/section-1/", "ii-1-2", FIRST, True],
        "ii-2-2": ["part-2/section-3/", "ii-3-2", SECOND, True],
        "iii": ["part-3-money/", "iii", SECOND, True],
        "iii-p1": ["part-3-money/", "iii-p1", SECOND, True],
        "iii-p2": ["", "", SECOND, True],
        "part-3/": ["part-3-money/", "iii", SECOND, True],
    }
    assert page(reeds, "en/part-1/").get("data-moved") == ""
    assert page(reeds, f"editions/{FIRST}/en/").get("data-moved") is None


def test_a_page_knows_which_of_its_addresses_were_other_passages(reeds: Path) -> None:
    told = json.loads((reeds / "editions/moved.json").read_bytes())
    assert told["taken"] == {
        "ii-1-1": ["", "", FIRST, True],
        "ii-1-2": ["part-2/section-1/", "ii-1-1", FIRST, True],
        "ii-2": ["part-2/section-3/", "ii-3", SECOND, True],
        "ii-2-1": ["part-2/section-3/", "ii-3-1", SECOND, True],
        "ii-3": ["part-2/water/", "ii-4", SECOND, True],
        "ii-3-1": ["part-2/water/", "ii-4-1", SECOND, True],
    }
    for address, ids_there in {
        "en/part-2/section-1/": "ii-1-1 ii-1-2",
        "both/part-2/section-2/": "ii-2 ii-2-1",
        "whole/": "ii-1-1 ii-1-2 ii-2 ii-2-1 ii-3 ii-3-1",
        "part-2/water/": "",
    }.items():
        assert page(reeds, address).get("data-moved") == ids_there, address


def test_an_edition_whose_words_are_those_of_today_says_so(tmp_path: Path) -> None:
    write(laid_out(tmp_path), STATES[2])
    keep(tmp_path)
    git(tmp_path, "tag", "edition/2026-09-01")
    site = built(tmp_path)
    names = ("document.en.akn.xml", "document.en.md")
    for name, says in zip(
        names,
        ('<FRBRdate date="2026-09-01" name="publication"', "edition: '2026-09-01'"),
        strict=True,
    ):
        content = (site / "downloads" / name).read_bytes()
        assert says in content.decode()
        environment = {"SITE_URL": SITE_URL}
        run("diptych", "export", name, "--output", name, cwd=tmp_path, environment=environment)
        assert (tmp_path / name).read_bytes() == content
    assert "Nothing in it has changed since." in text_of(page(site, "editions/2026-09-01/en/"))
    assert not (site / "editions/moved.json").exists()


def test_without_a_tag_nothing_of_it_is_there(tmp_path: Path) -> None:
    site = built(published(tmp_path, tagged=False))
    assert not (site / "editions").exists()
    pages = [file.read_text(encoding="utf-8") for file in site.rglob("*.html")]
    assert len(pages) > 20
    for sign in ("data-moved", "editions/", 'class="past"', "data-differing"):
        assert not [text for text in pages if sign in text]


def test_two_builds_have_the_same_bytes(tmp_path: Path) -> None:
    published(tmp_path)
    made = [
        {file: file.read_bytes() for file in sorted(built(tmp_path).glob("editions/**/*.*"))}
        for _ in range(2)
    ]
    assert len(made[0]) == 9
    assert made[0] == made[1]


def test_what_an_edition_brings_does_not_run(tmp_path: Path) -> None:
    bad = dict(STATES[0])
    bad["part-1.md"] = tuple(  # type: ignore[assignment]
        f"# I. A\n\n[{word}](javascript:alert(1)) <b onclick=x>{word}</b> "
        f"[{word}](https://x.example)\n\n<script>alert(1)</script>\n"
        for word in ("một", "one")
    )
    write(laid_out(tmp_path), bad)
    keep(tmp_path)
    git(tmp_path, "tag", f"edition/{FIRST}")
    write(tmp_path, STATES[2])
    keep(tmp_path)
    dated = (built(tmp_path) / f"editions/{FIRST}/en/index.html").read_text(encoding="utf-8")
    text = dated[dated.index('<div class="provisions">') : dated.index("</main>")]
    assert "javascript:" not in text
    assert "onclick" not in text
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert '<a href="https://x.example">one</a>' in text


NOT_SET_OUT = """
from diptych.site.dated import pages, texts
from diptych.wording import Wording

def rendered_texts(*given):
    raise texts.CannotShow(Wording("lý do", "the reason"))

pages.rendered_texts = rendered_texts
from mkdocs.__main__ import cli
cli(["build"])
"""
"""A build that finds the texts of every edition otherwise than they were read, as none does yet."""


def test_of_an_edition_that_cannot_be_set_out_its_addresses_say_why(tmp_path: Path) -> None:
    told = {**os.environ, "LC_ALL": "C.UTF-8", "SITE_URL": SITE_URL, "REPO_URL": ""}
    done = subprocess.run(
        [sys.executable, "-c", NOT_SET_OUT],
        cwd=published(tmp_path), env=told, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert f"edition/{FIRST}: the text of this edition could not be set out" in done.stderr
    vi = "Không dựng được văn bản của bản đăng này: lý do"
    en = "The text of this edition could not be set out: the reason"
    for shown, said in (("en/", [en]), ("vi/", [vi]), ("both/", [vi, en])):
        paragraphs = page(tmp_path / "site", f"editions/{FIRST}/{shown}").xpath(
            "//div[@class='provisions']/p"
        )
        assert [text_of(one) for one in paragraphs] == said
    assert page(tmp_path / "site", f"editions/{FIRST}/").xpath("//nav[@class='views']//a/@href")


def test_an_edition_that_cannot_be_read_stops_nothing(tmp_path: Path) -> None:
    bad = {**STATES[0], "part-1.md": ("# I. A\n\nb\x07\n", "# I. A\n\nb\x07\n")}
    write(laid_out(tmp_path), bad)
    keep(tmp_path)
    git(tmp_path, "tag", f"edition/{FIRST}")
    write(tmp_path, STATES[2])
    keep(tmp_path)
    assert not list(built(tmp_path).glob("editions/*"))


@pytest.mark.parametrize("shown", SHOWN)
def test_its_addresses_are_written_out(reeds: Path, shown: str) -> None:
    dated = page(reeds, f"editions/{SECOND}/{shown}")
    [address] = dated.xpath("//meta[@property='og:url']/@content")
    assert address == f"{SITE_URL}editions/{SECOND}/{shown}"
    assert re.search(re.escape(address), dated.xpath("//style")[0].text) or not shown
