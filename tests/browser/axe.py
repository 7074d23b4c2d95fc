"""axe-core on a page that is open, and the modes in which pages are looked at."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PHONE

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_ON_PHONE: dict[str, Any] = {"viewport": PHONE, "is_mobile": True, "has_touch": True}
MODES: dict[str, dict[str, Any]] = {
    "phone, light": {**_ON_PHONE, "color_scheme": "light"},
    "phone, dark": {**_ON_PHONE, "color_scheme": "dark"},
    "desktop, light": {"viewport": DESKTOP, "color_scheme": "light"},
    "desktop, dark": {"viewport": DESKTOP, "color_scheme": "dark"},
}
"""Options of a browser context, by name."""


def violations(page: Page) -> list[str]:
    """One line for each element of the page as it stands that breaks a rule of `TAGS`."""
    # the engine keeps the page busy, and the browser would complain of fonts it could not use yet
    page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate(
        """(tags) => axe.run(document, {
             runOnly: { type: "tag", values: tags }, resultTypes: ["violations"],
           }).then((results) => results.violations)""",
        list(TAGS),
    )
    return [
        f"{page.url}: {rule['id']}: {node['html'][:120]}: {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]
