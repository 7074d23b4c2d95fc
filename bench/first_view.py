"""What a first visit on a phone loads, as the server counts it: also what workers ask for."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Browser

from bench.server import Server
from tests.browser.axe import MODES

_IDLE_AFTER = 4_000
"""Milliseconds after which Chromium says what was preloaded and not used."""


@dataclass(frozen=True, slots=True)
class View:
    """One page, opened with an empty cache."""

    loaded: tuple[tuple[str, int], ...]
    """Path and bytes, headers included, of each request in the order of the answers."""
    complaints: tuple[str, ...]
    """What Chromium said: what failed, and what was preloaded and not used."""

    @property
    def bytes(self) -> int:
        """Of all requests."""
        return sum(size for _, size in self.loaded)


def loaded_since(server: Server, begun: int) -> int:
    """The bytes that `server` has sent after its first `begun` answers."""
    return sum(size for _, size in server.sent[begun:])


def first_view(browser: Browser, server: Server, address: str) -> View:
    """The page at `address` on `server`, which nobody else asks meanwhile, in a fresh profile."""
    complaints: list[str] = []
    context = browser.new_context(**MODES["phone, light"])
    page = context.new_page()
    page.on("console", lambda said: complaints.append(said.text))
    page.on("requestfailed", lambda sent: complaints.append(f"failed: {sent.url}"))
    before = len(server.sent)
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(_IDLE_AFTER)
    context.close()
    return View(tuple(server.sent[before:]), tuple(complaints))
