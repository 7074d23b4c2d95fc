"""Let each page say what it may run and fetch; under `mkdocs serve` no page does.

The live reload is a script that MkDocs puts into each page after every hook.
"""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from build_state import STATE
from diptych.safety.content_policy import content_security_policy


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    return _given(context)


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    return _given(context)


def _given(context: dict[str, Any]) -> dict[str, Any]:
    context["content_security_policy"] = None if STATE.serving else content_security_policy
    return context
