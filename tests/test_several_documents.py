"""Three documents on one site: the invented mangroves, checked, built and taken away."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from diptych.project.bitext import Bitext
from diptych.project.loading import load
from diptych.project.settings import settings
from tests.building import site_of
from tests.stylesheets import OF_FORMS, SHEETS, unused
from tests.test_other_programmes import laid_out

NUMBERS = {
    "programme": ("Chương trình số 06/CTr-UBND", "Programme No. 06/CTr-UBND"),
    "plan": ("Kế hoạch số 41/KH-UBND", "Plan No. 41/KH-UBND"),
    "decision": ("Quyết định số 19/2032/QĐ-UBND", "Decision No. 19/2032/QĐ-UBND"),
}
TAGS = ("vi", "en")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented mangroves with their site."""
    folder = tmp_path_factory.mktemp("mangroves")
    laid_out("mangroves", folder)
    site_of(folder)
    return folder


def root_of(tag: str) -> str:
    return "" if tag == "vi" else f"{tag}/"


def page(project: Path, address: str) -> HtmlElement:
    return html.fromstring((project / "site" / address / "index.html").read_bytes())


def text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def links(element: HtmlElement) -> dict[str, str]:
    return {text(a): a.get("href") or "" for a in element.iter("a")}


@pytest.mark.parametrize("tag", TAGS)
def test_each_document_has_its_pages_in_every_view(project: Path, tag: str) -> None:
    read = load(settings(project))
    for work in read.works:
        for known in work.documents[TAGS.index(tag)].pages:
            place = known.path.removesuffix(".md").removesuffix("index")
            ids = {node.id for node in known.nodes() if node.segment}
            for view in () if known.editorial else ("", "both/"):
                shown = page(project, f"{root_of(tag)}{view}{work.folder}/{place}")
                assert ids <= set(shown.xpath("//@id"))
        for view in ("", "both/"):
            whole = page(project, f"{root_of(tag)}{view}{work.folder}/whole")
            assert {p.id for one in work.original.pages for p in one.provisions()} - set(
                whole.xpath("//@id")
            ) == set(_editorial(work))


def _editorial(work: Bitext) -> set[str]:
    return {p.id for one in work.original.pages if one.editorial for p in one.provisions()}


@pytest.mark.parametrize("tag", TAGS)
def test_the_home_page_lists_them(project: Path, tag: str) -> None:
    own = TAGS.index(tag)
    home = page(project, root_of(tag))
    rows = {row.get("id"): row for row in home.xpath("//section[@class='register']/ul/li")}
    assert list(rows) == [f"document-{name}" for name in NUMBERS]
    for name, numbers in NUMBERS.items():
        row = rows[f"document-{name}"]
        assert links(row)[numbers[own]] == f"{name}/"
        assert text(row.xpath("./p[@class='register__other']")[0]) == numbers[1 - own]
    said = {name: text(row) for name, row in rows.items()}
    words = {
        "vi": ("Thực hiện:", "Được thực hiện bởi:", "Nêu tại phần đầu:"),
        "en": ("Carries out:", "Carried out by:", "Names on its cover:"),
    }[tag]
    programme, plan = NUMBERS["programme"][own], NUMBERS["plan"][own]
    assert f"{words[0]} {programme}" in said["document-plan"]
    assert f"{words[1]} {plan}" in said["document-programme"]
    assert f"{words[2]} {programme}" in said["document-decision"]
    assert words[0] not in said["document-decision"]
    assert rows["document-plan"].xpath(".//time/@datetime") == ["2032-06-18"]


@pytest.mark.parametrize("address", ["", "guide/documents", "guide/glossary"])
def test_the_sites_own_pages_speak_of_all_documents(project: Path, address: str) -> None:
    status = {
        tag: page(project, root_of(tag) + address).xpath("//p[@class='status']")[0] for tag in TAGS
    }
    assert text(status["vi"]) == "Trang của nhóm biên tập, không thuộc văn bản nào."
    assert text(status["en"]) == (
        "Editors’ page, not part of the documents. Each English text is an unofficial translation; "
        "the Vietnamese original prevails."
    )
    own = page(project, "en/plan/guide/duties").xpath("//p[@class='status']")[0]
    assert "not part of the plan" in text(own)


def test_a_page_says_of_which_document_it_is(project: Path) -> None:
    part = page(project, "en/both/plan/part-2")
    trail = part.xpath("//nav[@class='trail']")[0]
    assert links(trail) == {
        "The documents": "../../../",
        "Plan No. 41/KH-UBND": "../",
    }
    assert "Plan No. 41/KH-UBND" in part.xpath("//title")[0].text
    assert part.xpath("//dialog[@id='search']/@data-placeholder") == ["Search"]
    contents = links(part.xpath("//nav[@id='contents']")[0])
    assert contents["I. PURPOSES AND REQUIREMENTS"] == "../part-1/"
    assert contents["Who does what"] == "../../../plan/guide/duties/"
    assert contents["Glossary"] == "../../../guide/glossary/"
    assert not any("VIEWPOINTS" in entry for entry in contents)
    cited = part.xpath("//main/@data-cite-en")
    assert cited == ["Plan No. 41/KH-UBND, {place}"]


@pytest.mark.parametrize("tag", TAGS)
def test_registers_of_the_site_draw_on_every_document(project: Path, tag: str) -> None:
    glossary = page(project, f"{root_of(tag)}guide/glossary")
    [entry] = glossary.xpath("//li[@id='cong-dong-nhan-khoan']") or [None]
    assert entry is not None
    uses = set(entry.xpath(".//a/@href"))
    assert {use.split("/")[2] for use in uses} == set(NUMBERS)
    for use in uses:
        address, _, identity = use.partition("#")
        there = (project / "site" / root_of(tag) / "guide/glossary" / address).resolve()
        assert html.fromstring((there / "index.html").read_bytes()).xpath(f"//*[@id='{identity}']")
    cited = links(page(project, f"{root_of(tag)}guide/documents"))
    for name, numbers in list(NUMBERS.items())[::2]:
        assert cited[numbers[TAGS.index(tag)]] == f"../../{name}/"


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("view", ["", "both/"])
def test_a_document_that_is_named_is_led_to(project: Path, tag: str, view: str) -> None:
    """By its number, wherever it is on the site; a document does not lead to itself."""
    up = "../../../" if view else "../../"
    part = page(project, f"{root_of(tag)}{view}plan/part-1")
    led = [(text(a), a.get("href")) for a in part.xpath("//a[@class='document']")]
    own = TAGS.index(tag)
    for name in ("programme", "decision"):
        assert (NUMBERS[name][own], f"{up}{name}/") in led
    head = page(project, f"{root_of(tag)}{view}plan").xpath("//a[@class='document']/@href")
    assert {href.rstrip("/").rpartition("/")[2] for href in head} == {"programme"}


def test_what_is_taken_away_is_the_documents_own(project: Path) -> None:
    downloads = project / "site/downloads"
    listed = page(project, "site/downloads").xpath("//section[@class='of-document']//li//a/@href")
    assert {Path(href).name for href in listed} == {file.name for file in downloads.iterdir()}
    for name in NUMBERS:
        data = json.loads((downloads / f"{name}.json").read_bytes())
        assert NUMBERS[name][0] in json.dumps(data, ensure_ascii=False)
        told = json.dumps(data)
        assert f"https://example.org/{name}/" in told
        assert not any(f"https://example.org/{other}/" in told for other in set(NUMBERS) - {name})
        with zipfile.ZipFile(downloads / f"{name}.vi.docx") as word:
            assert NUMBERS[name][0].rpartition(" ")[2] in word.read("word/document.xml").decode()


def test_its_documents_are_in_one_index_each_by_its_name(project: Path) -> None:
    index = project / "site/pagefind"
    entry = json.loads((index / "pagefind-entry.json").read_bytes())
    assert set(entry["languages"]) == set(TAGS)
    assert len(list((index / "filter").iterdir())) == len(TAGS)


def test_browsers_keep_each_document_by_itself(project: Path) -> None:
    folder = project / "site/offline"
    version = json.loads((folder / "version.json").read_bytes())
    kept = {
        name: set(json.loads((folder / told["file"]).read_bytes())["files"])
        for name, told in version["sets"].items()
    }
    assert set(kept) == {
        "common", "search", *TAGS, *(f"{tag}.{name}" for tag in TAGS for name in NUMBERS)
    }  # fmt: skip
    assert {"en/both/plan/", "en/plan/part-1/", "en/plan/whole/"} <= kept["en.plan"]
    assert not any(
        "plan/" in path
        for path in kept["en"] | kept["en.decision"] | kept["vi.plan"]
        if path.startswith("en/")
    )
    assert {"en/", "en/guide/glossary/", "en/guide/glossary/terms.json"} <= kept["en"]
    assert any(path.startswith("pagefind/") for path in kept["search"])
    assert not any(path.startswith(("pagefind/", "search/")) for path in kept["common"])


def test_the_sitemap_has_every_page(project: Path) -> None:
    listed = (project / "site/sitemap.xml").read_text(encoding="utf-8")
    for name in NUMBERS:
        for tag in TAGS:
            assert f"<loc>https://example.org/{root_of(tag)}{name}/</loc>" in listed
            assert f"<loc>https://example.org/{root_of(tag)}{name}/whole/</loc>" in listed


def test_an_address_that_is_not_there_leads_to_each_document(project: Path) -> None:
    lost = html.fromstring((project / "site/404.html").read_bytes())
    for tag, own in zip(TAGS, (0, 1), strict=True):
        [section] = lost.xpath(f"//section[@lang='{tag}']")
        led = links(section)
        assert {numbers[own] for numbers in NUMBERS.values()} <= set(led)
        assert ("Tất cả các văn bản", "All documents")[own] in led


def test_its_stylesheets_style_what_is_there(project: Path) -> None:
    of_several = [sheet for sheet in SHEETS if OF_FORMS.get(sheet.name) == "mangroves"]
    assert unused(project / "site", of_several) == set()
