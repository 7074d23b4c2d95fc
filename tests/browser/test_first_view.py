"""What a page brings with it: the styles and faces that it needs, the first window's first."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from diptych.site.assets import FETCHED
from tests.browser.conftest import PHONE, until
from tests.built_site.test_pages import PAGES, PREFIXES
from tests.built_site.test_pages import address as path_of
from tests.conftest import ROOT

LOST = "no/such/page/"
SHEETS = {
    file.stem: file.read_text(encoding="utf-8")
    for file in (ROOT / "overrides/assets/stylesheets").glob("*.css")
    if file.stem not in FETCHED
}
SELECTORS = """(sheets) => {
  const inside = (rule) => (rule.selectorText ? [rule.selectorText] : rules(rule.cssRules ?? []));
  const rules = (list) => [...list].flatMap(inside);
  const own = new Set([...document.styleSheets].flatMap((sheet) => rules(sheet.cssRules)));
  const elements = (selector) =>
    selector.replace(/(^|, )::/g, "$1*::").replace(/::[\\w-]+/g, "");
  const styled = (selector) => document.querySelector(elements(selector));
  return Object.entries(sheets).map(([name, css]) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const all = rules(sheet.cssRules);
    const there = all.length && all.filter((one) => own.has(one)).length === all.length;
    const used = all.filter(styled);
    return { name, there, used: used.length, missing: used.filter((one) => !own.has(one)) };
  });
}"""


@pytest.mark.parametrize("locale", PREFIXES)
def test_a_page_has_the_stylesheets_that_it_needs_and_no_other(
    page: Page, address: str, locale: str
) -> None:
    known = [path_of(*where) for where in PAGES if where[0] == locale]
    wrong: list[str] = []
    for path in (*known, LOST):
        page.goto(address + path)
        sheets: list[dict[str, Any]] = page.evaluate(SELECTORS, SHEETS)
        for sheet in sheets:
            wrong += [f"/{path}: {sheet['name']}.css: {one} is missing" for one in sheet["missing"]]
            if sheet["there"] and not sheet["used"]:
                wrong.append(f"/{path}: nothing for {sheet['name']}.css to do")
        if path == LOST and not {sheet["name"] for sheet in sheets if sheet["there"]} > {"site"}:
            wrong.append(f"/{path}: has no stylesheet of its own")
        wrong += [f"/{path}: shows nothing in {face}" for face in page.evaluate(UNUSED)]
    assert wrong == [], "\n".join(wrong)


FACES = """performance.getEntriesByType("resource").filter((one) => one.name.endsWith(".woff2"))"""
PAINTED = """performance.getEntriesByName("first-contentful-paint")[0].startTime"""
IN_ITALICS = """getComputedStyle(document.querySelector(".text em"))
  .fontFamily.startsWith('"Source Serif 4"')"""
UNUSED = """() => {
  const name = ({ style, weight }) =>
    style === "italic" ? "italic" : weight > 500 ? "semibold" : "regular";
  const used = [...document.fonts].filter((face) => face.status !== "unloaded").map(name);
  const asked = [...document.querySelectorAll("link[rel=preload][as=font]")];
  return asked.map((link) => link.href).filter((url) => !used.some((name) => url.includes(name)));
}"""
"""The addresses of faces that the page asks for before all else and shows nothing in."""


@pytest.mark.parametrize("profile", [{"viewport": PHONE, "cold": True}], indirect=True)
@pytest.mark.parametrize("view", ["", "en/", "both/"])
def test_italics_below_the_first_window_wait_for_the_first_paint(
    page: Page, address: str, view: str
) -> None:
    page.goto(f"{address}{view}part-3/section-2/")
    assert page.evaluate(
        f"{FACES}.find((one) => one.name.includes('italic')).startTime > {PAINTED}"
    )

    def in_use() -> bool:
        page.goto(f"{address}{view}part-3/section-2/")
        return bool(page.evaluate(IN_ITALICS))

    until(page, in_use)  # on a slow machine a face may come too late, and a later page has it


@pytest.mark.parametrize("profile", [{"viewport": PHONE, "cold": True}], indirect=True)
def test_italics_that_come_too_late_leave_the_lines_as_they_are(page: Page, address: str) -> None:
    page.add_init_script("let now = 0; performance.now = () => (now += 4000)")
    page.goto(f"{address}part-3/section-2/")
    assert page.evaluate(f"!!{FACES}.find((one) => one.name.includes('italic'))")
    assert not page.evaluate(IN_ITALICS)


@pytest.mark.parametrize("profile", [{"viewport": PHONE, "cold": True}], indirect=True)
def test_italics_of_the_first_window_come_with_it(page: Page, address: str) -> None:
    page.goto(f"{address}part-3/section-3/")
    assert page.locator("link[rel=preload][href*=italic]").count() == 1
    assert page.evaluate(IN_ITALICS)


@pytest.mark.parametrize("profile", [{"java_script_enabled": False}], indirect=True)
def test_italics_need_no_script(page: Page, address: str) -> None:
    page.goto(f"{address}part-3/section-2/")
    assert page.evaluate(IN_ITALICS)
