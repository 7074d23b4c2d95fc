"""Nobody is kept out: axe-core, large text, forced colours, no motion, the keyboard alone."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import ElementHandle, Page, expect

from diptych.publication.addresses import WHOLE
from tests.browser.axe import MODES, violations
from tests.browser.conftest import PHONE, until
from tests.built_site.test_pages import BOTH, PAGES
from tests.built_site.test_pages import address as path_of

LOST = "en/no/such/page/"
KINDS = [
    *(
        path_of("en", path)
        for path in (
            "index.md", "part-1.md", "part-3/index.md", "part-3/section-3.md", BOTH[0],
            "both/part-3/section-3.md", "recipients.md", "site/about.md", "site/corrections.md",
            "site/rules.md", "site/accessibility.md", "guide/at-a-glance.md", "guide/duties.md",
            WHOLE,
        )
    ),
    "", "part-3/section-3/", "both/part-3/section-3/", LOST,
]  # fmt: skip
"""A page of each make: in English, whose words are longer, and the longest in Vietnamese."""


def modes(*names: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        "profile", [MODES[name] for name in names], ids=names, indirect=True
    )


def with_context(**options: Any) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("profile", [options], ids=[""], indirect=True)


@pytest.mark.parametrize(
    ("profile", "locale"),
    [(MODES["phone, light"], "vi"), (MODES["desktop, dark"], "en")],
    ids=["phone, light", "desktop, dark"],
    indirect=["profile"],
)
def test_axe_finds_nothing(page: Page, address: str, locale: str) -> None:
    """Every page in one mode in one language, in the other in the other, for they have one make;
    a page of each make in both. `make bench PART=accessibility` tries them all."""
    paths = dict.fromkeys((*(path_of(*where) for where in PAGES if where[0] == locale), *KINDS))
    found = []
    for path in paths:
        page.goto(address + path)
        found += violations(page)
    assert found == [], "\n".join(found)


@modes("phone, light", "desktop, dark")
@pytest.mark.parametrize(("start", "query"), [
        ("part-1/", "tỉnh"), ("en/part-1/", "province"), ("both/part-1/", "ngoại giao"),
        ("en/both/part-1/", "kiều bào"), ("en/part-1/", "seafood exports"),
    ],
)  # fmt: skip
def test_axe_finds_nothing_in_the_open_search(
    page: Page, address: str, start: str, query: str
) -> None:
    page.goto(address + start)
    page.locator("#open-search").click()
    page.get_by_role("searchbox").fill(query)
    expect(page.locator("#results li").first).to_be_visible()
    assert violations(page) == []


@modes("phone, light", "phone, dark")
def test_axe_finds_nothing_in_the_open_contents(page: Page, address: str) -> None:
    page.goto(f"{address}part-3/section-3/")
    page.get_by_role("button", name="Mục lục").tap()
    expect(page.get_by_role("navigation", name="Mục lục")).to_be_visible()
    assert violations(page) == []


CUT_OFF = """() => {
  const cut = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const holder = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || holder.closest("script, .visually-hidden, .skip"))
      continue;
    if (!holder.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const rects = [...range.getClientRects()].filter((rect) => rect.width && rect.height);
    const out = (rect) => {
      if (rect.left < -1 || rect.right > innerWidth + 1) return true;
      for (let box = holder; box; box = box.parentElement) {
        const style = getComputedStyle(box), edge = box.getBoundingClientRect();
        const hides = (overflow) => ["hidden", "clip"].includes(overflow);
        if (hides(style.overflowX) && (rect.right > edge.right + 1 || rect.left < edge.left - 1))
          return true;
        if (hides(style.overflowY) && (rect.bottom > edge.bottom + 1 || rect.top < edge.top - 1))
          return true;
      }
      return false;
    };
    if (rects.some(out)) cut.push(walker.currentNode.data.trim().slice(0, 60));
  }
  return cut;
}"""
"""The texts of which a part is beyond the window or hidden by a box around it."""


@pytest.mark.parametrize(
    ("profile", "size"),
    [
        ({"viewport": {"width": 320, "height": 640}}, "100%"),
        ({"viewport": {"width": 320, "height": 640}}, "200%"),
        ({"viewport": {"width": 640, "height": 450}}, "200%"),
        ({"viewport": {"width": 1280, "height": 900}}, "200%"),
    ],
    ids=["zoomed to 400 %", "phone, large text", "zoomed, large text", "desktop, large text"],
    indirect=["profile"],
)
def test_large_text_is_whole_and_nothing_scrolls_sideways(
    page: Page, address: str, size: str
) -> None:
    found = []
    for path in KINDS:
        page.goto(address + path)
        page.evaluate("(size) => { document.documentElement.style.fontSize = size }", size)
        until(page, "document.fonts.status === 'loaded'")
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if wider > 0:
            found.append(f"/{path}: {wider}px wider than the window")
        found += [f"/{path}: cut off: {text}" for text in page.evaluate(CUT_OFF)]
    assert found == [], "\n".join(found)


def looks(page: Page, element: ElementHandle) -> bytes:
    """The pixels of an element and of what is drawn around it."""
    box = element.bounding_box()
    assert box is not None
    x, y = max(0, box["x"] - 8), max(0, box["y"] - 8)
    width, height = box["x"] + box["width"] + 8 - x, box["y"] + box["height"] + 8 - y
    return page.screenshot(clip={"x": x, "y": y, "width": width, "height": height})


@with_context(forced_colors="active")
@pytest.mark.parametrize("path", ["part-3/section-3/", "en/part-4/", "both/part-3/section-3/"])
def test_what_is_current_shows_in_forced_colours(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    current = page.locator("[aria-current]:visible").element_handles()
    assert len(current) >= 2, "an entry of the contents and a view"
    for element in current:
        marked = looks(page, element)
        element.evaluate("e => e.removeAttribute('aria-current')")
        assert looks(page, element) != marked, element.inner_text()


@with_context(forced_colors="active")
def test_the_focus_shows_in_forced_colours(page: Page, address: str) -> None:
    page.goto(f"{address}part-3/section-3/")
    page.keyboard.press("Tab")
    for selector in (".skip", ".header a", ".views a", ".contents a", ".permalink", ".footer a"):
        element = page.locator(selector).first.element_handle()
        element.focus()
        focused = looks(page, element)
        element.evaluate("e => { e.style.outline = 'none' }")
        assert looks(page, element) != focused, selector


@with_context(reduced_motion="reduce")
def test_nothing_moves_for_those_who_ask_for_that(page: Page, address: str) -> None:
    page.goto(f"{address}part-3/section-3/")
    for act in ("#theme", "#open-search", None):
        assert page.evaluate("document.getAnimations().length") == 0
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
        if act:
            page.locator(act).click()


STOPS = 'a[href], button, input, [tabindex="0"]'
FOCUSED = """(stops) => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const rect = element.getBoundingClientRect(), style = getComputedStyle(element);
  const header = document.querySelector(".header");
  const within = header.contains(element) || element.matches(".skip");
  const top = within ? 0 : header.getBoundingClientRect().bottom;
  return {
    index: [...document.querySelectorAll(stops)].indexOf(element),
    name: (element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 60),
    inSight: rect.top >= top - 1 && rect.bottom <= innerHeight + 1 && rect.width > 0,
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: style.opacity === "1" && element.checkVisibility(),
  };
}"""
VISIBLE = """(stops) => [...document.querySelectorAll(stops)].flatMap(
  (element, index) => element.checkVisibility() ? [index] : [])"""


@modes("phone, light", "desktop, light")
@pytest.mark.parametrize("path", ["part-3/section-3/", "en/both/part-3/section-3/"])
def test_the_keyboard_reaches_everything_in_order_and_in_sight(
    page: Page, address: str, path: str
) -> None:
    page.goto(address + path)
    walked: list[dict[str, Any]] = []
    while True:
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED, STOPS)
        if stop is None or (walked and stop["index"] == walked[0]["index"]):
            break
        walked.append(stop)
    assert [stop["index"] for stop in walked] == page.evaluate(VISIBLE, STOPS)
    for wanted in ("inSight", "ring", "seen"):
        assert [stop["name"] for stop in walked if not stop[wanted]] == [], wanted


@with_context(viewport=PHONE)
def test_the_contents_open_and_close_from_the_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}part-3/section-3/")
    button = page.get_by_role("button", name="Mục lục")
    button.focus()
    page.keyboard.press("Enter")
    contents = page.get_by_role("navigation", name="Mục lục")
    expect(contents).to_be_visible()
    page.keyboard.press("Tab")
    expect(contents.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(contents).to_be_hidden()
    expect(button).to_be_focused()
