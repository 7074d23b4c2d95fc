"""Links to edit a page and to report what is wrong: filled in, if there is a repository."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from mkdocs.config import load_config

from build_state import site_settings
from diptych.publication.addresses import WHOLE
from diptych.site.context.taking_part import edit_link, report_link
from diptych.site.site_settings import SiteSettings
from tests.built_site.test_pages import BOTH, PAGES, TEXT, address, page
from tests.conftest import REPO_URL, ROOT, SITE_URL, this_text

LISTS = {
    "guide/glossary.md": "glossary.toml",
    "guide/organisations.md": "names.toml",
    "guide/partners.md": "names.toml",
    "site/corrections.md": "source/corrections.toml",
}


def links(site: Path, where: tuple[str, str], part: str) -> list[str]:
    found = page(site, *where).xpath(f"//*[@class='footer__part']//a[contains(@href, '{part}')]")
    return [str(link.get("href")) for link in found]


@pytest.mark.parametrize("where", TEXT, ids=str)
def test_a_page_leads_to_its_file_and_to_the_list_that_fills_it(
    site: Path, where: tuple[str, str]
) -> None:
    locale, path = where
    files = [f"docs/{locale}/{path}", *([LISTS[path]] if path in LISTS else [])]
    assert links(site, where, "/edit/") == [f"{REPO_URL}/edit/main/{file}" for file in files]
    assert all((ROOT / file).is_file() for file in files)


def test_a_bilingual_view_leads_to_both_files_and_the_whole_to_none(site: Path) -> None:
    both = links(site, ("en", "both/part-3/index.md"), "/edit/")
    assert both == [f"{REPO_URL}/edit/main/docs/{tag}/part-3/index.md" for tag in ("en", "vi")]
    assert links(site, ("vi", WHOLE), "/edit/") == []


@pytest.mark.parametrize("where", PAGES, ids=str)
def test_a_report_is_filled_in_for_a_form_that_has_the_field(
    site: Path, where: tuple[str, str]
) -> None:
    locale, path = where
    [link] = links(site, where, "/issues/new")
    filled = {name: value for name, [value] in parse_qs(urlsplit(link).query).items()}
    form = filled.pop("template")
    accessibility = path == "site/accessibility.md"
    own = "slip" if locale == "vi" and path not in BOTH else "mistranslation"
    assert form == ("accessibility.yml" if accessibility else f"{own}.yml")
    place, at = filled["place"].split("\n")
    assert at == SITE_URL + address(*where)
    assert place == filled["title"] != ""
    fields = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / form).read_text(encoding="utf-8"))
    assert filled.keys() <= {"title", *(field.get("id") for field in fields["body"])}


def settings_of(repository: str) -> SiteSettings:
    return SiteSettings("", ("vi", "en"), "vi", ROOT / "overrides", ROOT, repository=repository)


def test_without_a_repository_there_are_no_links() -> None:
    site = settings_of("")
    assert edit_link(site, this_text() / "docs/vi/index.md") == ""
    assert report_link(site, "slip", "Phần I", ["Phần I"]) == ""


def test_what_lies_outside_the_repository_has_no_link() -> None:
    assert edit_link(settings_of(REPO_URL), ROOT.parent / "list.toml") == ""


@pytest.mark.parametrize("slash", ["", "/"])
def test_a_repository_in_a_folder_keeps_its_folder(slash: str) -> None:
    given = yaml.safe_load(f"repo_url: {REPO_URL}{slash}\nextra: {{branch: main}}")
    config = load_config(str(ROOT / "mkdocs.yml"), **given)
    site = site_settings(config)
    page, glossary = (site.folder / name for name in ("docs/en/part-1.md", "glossary.toml"))
    assert edit_link(site, page) == f"{REPO_URL}/edit/main/docs/en/part-1.md"
    assert edit_link(site, glossary) == f"{REPO_URL}/edit/main/glossary.toml"
    assert report_link(site, "slip", "a b", ["a", "b"]) == (
        f"{REPO_URL}/issues/new?template=slip.yml&title=a%20b&place=a%0Ab"
    )
