"""Three documents on one site with its editions: what each changed, and where its passages are."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from lxml import etree, html
from lxml.html import HtmlElement

from tests.building import ADDRESS, site_of
from tests.changes.repository import edit, git, keep
from tests.conftest import ROOT, run
from tests.editions.several import FIRST, NOTICE, SECOND, TAGS, of, with_past

ATOM = {"a": "http://www.w3.org/2005/Atom"}
SCHEMA = ROOT / "tests/schemas/atom.rng"
IN_FIRST, IN_SECOND = ("notice", "plan", "programme"), ("decision", "plan", "programme")
SHOWN = ("vi/", "en/", "both/", "")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mangroves") / "project"
    folder.mkdir()
    return with_past(folder)


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    return site_of(project)


@pytest.fixture
def copy(project: Path, tmp_path: Path) -> Path:
    """The project, to be changed."""
    found = Path(shutil.copytree(project, tmp_path / "project", symlinks=True))
    shutil.rmtree(found / "site", ignore_errors=True)
    return found


def page(site: Path, address: str) -> HtmlElement:
    return html.fromstring((site / address / "index.html").read_bytes())


def text(element: HtmlElement) -> str:
    for hidden in element.xpath(".//*[@class='visually-hidden']"):
        hidden.drop_tree()
    return " ".join(element.text_content().split())


def there(site: Path, at: str, href: str) -> bool:
    """Whether a link on the page at the address `at` leads to a page, and to an id on it."""
    address, _, identity = href.partition("#")
    file = (site / at / address).resolve() / "index.html"
    if not file.is_file():
        return False
    return not identity or bool(html.fromstring(file.read_bytes()).xpath(f"//*[@id='{identity}']"))


def test_one_page_lists_each_edition_with_the_documents_that_it_touched(site: Path) -> None:
    root = page(site, "en/guide/changes")
    told = {
        text(edition.xpath("./h2")[0]): {
            text(one.xpath("./h3")[0]): text(one.xpath("./p[@class='edition__about']")[0])
            for one in edition.xpath("./section")
        }
        for edition in root.xpath("//section[@class='edition']")
    }
    read = "Read the text as it was then"
    assert told == {
        "Since the edition of 20 June 2026": {"Programme No. 06/CTr-UBND": "1 changed."},
        "Edition of 20 June 2026": {
            "Plan No. 41/KH-UBND": "1 removed, 4 moved.",
            "Decision No. 19/2032/QĐ-UBND": "New on this site.",
            "Notice No. 7/TB-UBND": "No longer on this site.",
        },
        "Edition of 1 March 2026": {
            "Programme No. 06/CTr-UBND": read,
            "Plan No. 41/KH-UBND": read,
            "Notice No. 7/TB-UBND": read,
        },
    }
    [changed] = root.xpath("//section[@id='since-then-programme']//li[@class='change']")
    assert text(changed) == (
        "Part II, Section 1, second indent changed Khôi phục ít nhất 20 24 lạch triều trước năm "
        "2036. Restore at least 20 24 tidal creeks before 2036."
    )
    moves = root.xpath("//section[@id='edition-2026-06-20-plan']//ul[@class='moves']/li")
    assert [text(one) for one in moves][1] == "Part II, Section 2 → Part II, Section 1"


@pytest.mark.parametrize("tag", TAGS)
def test_every_link_of_that_page_leads_somewhere(site: Path, tag: str) -> None:
    at = f"{'' if tag == 'vi' else 'en/'}guide/changes"
    root = page(site, at)
    links = [str(a.get("href")) for a in root.xpath("//main//section//a")]
    assert len(links) > 20
    assert [href for href in links if not there(site, at, href)] == []
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_a_passage_leads_to_its_own_history(site: Path) -> None:
    for address, touched in {
        "en/plan/part-2": "ii ii-1 ii-2 ii-3",
        "both/programme/part-2": "ii-1-2",
        "decision": "",
    }.items():
        [link] = page(site, address).xpath("//template[@id='cite']//a[@data-history]")
        assert link.get("data-history") == touched
        for identity in touched.split():
            assert there(site, address, f"{link.get('href')}{identity}")


def test_a_passage_is_cited_from_the_edition_of_its_document(site: Path) -> None:
    [cited] = page(site, "en/programme/part-2").xpath("//button[@data-copy='dated']")
    assert cited.get("data-address") == f"{ADDRESS}editions/{SECOND}/programme/en/"
    assert cited.get("data-differing") == "ii ii-1 ii-1-2"
    assert there(site, "", f"editions/{SECOND}/programme/en/#ii-1-1")


def test_each_document_of_an_edition_stays_readable(site: Path) -> None:
    made = {path.relative_to(site).as_posix() for path in site.glob("editions/**/*.html")}
    assert made == {
        f"editions/{day}/{document}{shown}index.html"
        for day, documents in ((FIRST, IN_FIRST), (SECOND, IN_SECOND))
        for document, all_shown in (("", [""]), *((f"{one}/", SHOWN) for one in documents))
        for shown in all_shown
    }
    for day, documents in ((FIRST, IN_FIRST), (SECOND, IN_SECOND)):
        links = page(site, f"editions/{day}").xpath("//div[@class='provisions']//a/@href")
        assert sorted(links) == sorted(f"{one}/{tag}/" for one in documents for tag in TAGS)
    for file in made:
        at = file.removesuffix("index.html")
        links = page(site, at).xpath("//a[not(contains(@href, '://'))]/@href")
        assert [href for href in links if not there(site, at, str(href))] == [], at


def test_it_has_the_words_of_its_day_and_says_what_became_of_them(site: Path) -> None:
    plan = page(site, f"editions/{FIRST}/plan/en")
    [meeting] = plan.xpath("//*[@id='ii-1']")
    assert "calls the coastal communes together" in text(meeting)
    [survey] = plan.xpath("//*[@id='ii-2']//small")
    assert text(survey) == ("now Part II, Section 1; its address now leads to another passage")
    assert text(plan.xpath("//div[@class='past']")[0]).endswith(
        "The text has changed since. Read the present text"
    )
    assert plan.xpath("//link[@rel='canonical']/@href") == [f"{ADDRESS}en/plan/whole/"]
    assert plan.xpath("//main/@data-cite-en") == [
        "Plan No. 41/KH-UBND, {place}, as published on 1 March 2026"
    ]
    unchanged = page(site, f"editions/{SECOND}/decision/vi").xpath("//div[@class='past']")[0]
    assert "Từ đó đến nay văn bản không thay đổi." in text(unchanged)


def test_a_document_that_the_site_has_no_more_says_so(site: Path) -> None:
    for address, said in (("en", "It is no longer on this site."), ("both", "nay không còn")):
        notice = page(site, f"editions/{FIRST}/notice/{address}")
        assert said in text(notice.xpath("//div[@class='past']")[0])
        assert not notice.xpath("//small")
    assert notice.xpath("//link[@rel='canonical']/@href") == [
        f"{ADDRESS}editions/{FIRST}/notice/both/"
    ]


def test_old_addresses_are_told_by_document(site: Path) -> None:
    told = json.loads((site / "editions/moved.json").read_bytes())["documents"]
    assert told["plan"] == {
        "moved": {
            "ii": ["plan/part-2/", "ii", FIRST, True, "plan/"],
            "ii-4": ["plan/part-2/", "ii-3", FIRST, True, "plan/"],
            "plan/tasks/": ["plan/part-2/", "ii", FIRST, True, "plan/"],
        },
        "taken": {
            "ii-1": ["", "", FIRST, True, "plan/"],
            "ii-2": ["plan/part-2/", "ii-1", FIRST, True, "plan/"],
            "ii-3": ["plan/part-2/", "ii-2", FIRST, True, "plan/"],
        },
    }
    assert told["notice"]["moved"]["notice/"] == ["", "", FIRST, True, "notice/"]
    assert told["programme"] == told["decision"] == {"moved": {}, "taken": {}}
    part = page(site, "en/plan/part-2")
    assert (part.get("data-moved"), part.get("data-document")) == ("ii-1 ii-2 ii-3", "plan")
    assert page(site, "en/programme/part-2").get("data-moved") == ""


@pytest.mark.parametrize("tag", TAGS)
def test_the_site_has_one_feed_in_each_language(site: Path, tag: str) -> None:
    path = "feed.xml" if tag == "vi" else "en/feed.xml"
    feed = etree.parse(site / path)
    etree.RelaxNG(etree.parse(SCHEMA)).assertValid(feed)
    newest, oldest = feed.findall("a:entry", ATOM)
    assert (
        newest.findtext("a:id", namespaces=ATOM)
        == f"tag:example.org,{SECOND}:/edition/{SECOND}/{tag}"
    )
    content = html.fromstring(newest.findtext("a:content", namespaces=ATOM) or "")
    own = TAGS.index(tag)
    names = ("Kế hoạch số 41/KH-UBND", "Quyết định số 19/2032/QĐ-UBND", "Thông báo số 7/TB-UBND"), (
        "Plan No. 41/KH-UBND", "Decision No. 19/2032/QĐ-UBND", "Notice No. 7/TB-UBND",
    )  # fmt: skip
    assert tuple(text(heading) for heading in content.iter("h2")) == names[own]
    for link in content.xpath("//a/@href"):
        assert there(site, "", str(link).removeprefix(ADDRESS))
    first = html.fromstring(oldest.findtext("a:content", namespaces=ATOM) or "")
    assert len(list(first.iter("h2"))) == len(IN_FIRST)
    for address in ("plan/part-2", "programme", "", "editions/2026-03-01/plan/vi"):
        at = address if tag == "vi" or "editions" in address else f"en/{address}"
        feeds = page(site, at).xpath("//link[@type='application/atom+xml']/@href")
        assert feeds or tag == "en"


def test_files_bear_the_day_of_an_edition_that_has_their_words(project: Path, site: Path) -> None:
    said = {
        name: f'<FRBRdate date="{SECOND}" name="publication"'
        in (site / f"downloads/{name}.en.akn.xml").read_text(encoding="utf-8")
        for name in ("decision", "plan", "programme")
    }
    assert said == {"decision": True, "plan": True, "programme": False}
    exported = run(
        "diptych", "export", "en.akn.xml", "--document", "plan", "--output", "-",
        cwd=project, environment={"SITE_URL": ADDRESS},
    )  # fmt: skip
    assert exported.returncode == 0, exported.stderr
    assert f'<FRBRdate date="{SECOND}" name="publication"' in exported.stdout


def test_two_builds_have_the_same_bytes(copy: Path, site: Path) -> None:
    again = site_of(copy)
    for path in ("editions", "feed.xml", "guide/changes/index.html"):
        files = list((site / path).rglob("*.*")) or [site / path]
        for file in files:
            assert (again / file.relative_to(site)).read_bytes() == file.read_bytes()


def test_lines_for_old_addresses_name_their_document(copy: Path) -> None:
    checked = run("diptych", "check", "--lang", "en", cwd=copy)
    line = '2026-03-01.plan.ii-2 = "ii-1"'
    assert f"add this line to moved.toml: {line}" in checked.stdout
    assert "Plan No. 41/KH-UBND, Part II, Section 2 of the edition of 1 March" in checked.stdout
    for tag in TAGS:  # one of another document, since the newest edition
        edit(of(copy, tag, "decision/regulation/chapter-1.md"), "2. ", "3. ")
    done = run("diptych", "moved", "--lang", "en", cwd=copy)
    assert done.returncode == 0, done.stderr
    written = (copy / "moved.toml").read_text(encoding="utf-8")
    assert line in written
    assert '2026-03-01.plan."tasks/" = "ii"' in written
    assert sum(f"{SECOND}.decision." in line for line in written.splitlines()) >= 1
    again = run("diptych", "moved", "--lang", "en", cwd=copy)
    assert "lacks nothing: every address of the edition 2026-06-20" in again.stderr
    assert "A101" not in run("diptych", "check", "--lang", "en", cwd=copy).stdout


def test_what_the_list_says_lasts_without_git(copy: Path, site: Path) -> None:
    done = run("diptych", "moved", cwd=copy)
    assert done.returncode == 0, done.stderr
    for day in (FIRST, SECOND):
        git(copy, "tag", "--delete", f"edition/{day}")
    told = json.loads((site_of(copy) / "editions/moved.json").read_bytes())["documents"]["plan"]
    known = json.loads((site / "editions/moved.json").read_bytes())["documents"]["plan"]
    assert {old: way[:2] for old, way in told["moved"].items()}.items() >= {
        old: way[:2]
        for old, way in known["moved"].items()
        if old != "ii"  # it has its id
    }.items()
    assert set(told["taken"]) == set(known["taken"])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('2026-03-01.ii-2 = "ii-1"', "each names its document"),
        ('2026-03-01.plan.ii-2 = "ii-99"', "the text has no such passage"),
        (f'{SECOND}.plan.ii-99 = "ii-1"', "has no address ii-99"),
    ],
)
def test_a_wrong_line_is_told_on_its_line(copy: Path, line: str, said: str) -> None:
    (copy / "moved.toml").write_text(f'# a list\n2026-03-01.notice.x = ""\n{line}\n', "utf-8")
    done = run("diptych", "check", "--lang", "en", "--format", "lines", cwd=copy)
    assert any(
        "moved.toml:3" in told and said in told for told in (done.stdout + done.stderr).splitlines()
    )


def test_an_edition_is_made_of_all_documents(copy: Path) -> None:
    wanting = run("diptych", "edition", "2026-09-01", "--lang", "en", cwd=copy)
    assert wanting.returncode == 2
    assert "run `diptych moved`" in wanting.stderr
    assert run("diptych", "moved", cwd=copy).returncode == 0
    keep(copy)
    made = run("diptych", "edition", "2026-09-01", "--lang", "en", cwd=copy)
    assert made.returncode == 0, made.stderr
    assert "git push origin edition/2026-09-01" in made.stdout
    site = site_of(copy)
    root = page(site, "en/guide/changes")
    assert not root.xpath("//*[@id='since-then']")
    assert root.xpath("//section[@id='edition-2026-09-01-programme']")


def test_a_site_with_one_document_may_become_one_of_several(tmp_path: Path) -> None:
    """Its editions stay at their addresses, and are the past of the document of its number."""
    folder = tmp_path / "project"
    folder.mkdir()
    with_past(folder, tagged=False)
    today = (folder / "pyproject.toml").read_text(encoding="utf-8")
    alone = today.partition("[tool.diptych.documents")[0].replace('moved = "moved.toml"\n', "")
    aside = tmp_path / "docs"
    shutil.move(folder / "docs", aside)
    for tag in TAGS:
        shutil.copytree(aside / tag / "plan", folder / "docs" / tag)
        shutil.copytree(aside / tag / "site", folder / "docs" / tag / "site")
    (folder / "pyproject.toml").write_text(alone, encoding="utf-8")
    keep(folder)
    git(folder, "tag", "edition/2026-09-01")
    shutil.rmtree(folder / "docs")
    shutil.move(aside, folder / "docs")
    (folder / "pyproject.toml").write_text(today, encoding="utf-8")
    keep(folder)
    site = site_of(folder)
    for shown in SHOWN:
        assert (site / f"editions/2026-09-01/{shown}index.html").is_file()
    root = page(site, "en/guide/changes")
    since = [text(one) for one in root.xpath("//section[@id='since-then']/section/h3")]
    assert since == ["Programme No. 06/CTr-UBND", "Decision No. 19/2032/QĐ-UBND"]
    [cited] = page(site, "en/plan/part-2").xpath("//button[@data-copy='dated']")
    assert cited.get("data-address") == f"{ADDRESS}editions/2026-09-01/en/"
    assert cited.get("data-differing") == ""
    told = json.loads((site / "editions/moved.json").read_bytes())["documents"][""]["moved"]
    assert told["part-2/"] == ["plan/part-2/", "ii", "2026-09-01", True]


def test_a_report_tells_of_each_document(copy: Path) -> None:
    assert run("diptych", "report", cwd=copy).stdout.count("06/CTr-UBND") == 0
    for tag in TAGS:
        edit(of(copy, tag, "programme/part-2.md"), *AREA_TODAY[tag])
        of(copy, tag, "notice").mkdir()
        of(copy, tag, "notice/index.md").write_text(NOTICE[tag], encoding="utf-8")
    edit(of(copy, "en", "guide/documents.md"), "where they are", "where they stand")
    with (copy / "pyproject.toml").open("a", encoding="utf-8") as settings:
        settings.write("[tool.diptych.documents.notice]\n")
    environment = {"NO_COLOR": "1"}
    said = run("diptych", "report", "--lang", "en", cwd=copy, environment=environment).stdout
    assert "Programme No. 06/CTr-UBND, Part II, Section 1, second indent – changed" in said
    assert "Notice No. 7/TB-UBND, NOTICE, paragraph 1 – added" in said
    assert "docs/en/guide/documents.md" in said
    summary = run("diptych", "report", "--format", "html", cwd=copy).stdout
    captions = [text(one) for one in html.fromstring(summary).iter("caption")]
    assert any(
        "Chương trình số 06/CTr-UBND, Phần II, mục 1, gạch đầu dòng thứ hai · Programme No. "
        "06/CTr-UBND, Part II, Section 1, second indent" in one
        for one in captions
    )


AREA_TODAY = {
    "vi": ("24 lạch triều trước", "30 lạch triều trước"),
    "en": ("24 tidal", "30 tidal"),
}
