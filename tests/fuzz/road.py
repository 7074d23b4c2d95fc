"""A hostile pair down the road of the site: read, checked and, if nothing is said, rendered."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import html5lib
import markdown
from mkdocs.config import load_config

from diptych.check import Report, check
from diptych.errors import CannotCheck
from diptych.language.interface import InterfaceWords
from diptych.project.settings import Settings
from diptych.publication.derived_pages import DerivedPage
from diptych.safety.allowed import remote, runs
from diptych.safety.guard import forbidden, strip_unseen
from diptych.site.rendering.anchors import anchored
from diptych.site.rendering.comparison import compared
from diptych.site.rendering.page_blocks import parsed, serialised
from diptych.site.rendering.page_layout import RenderedText, laid_out
from diptych.site.rendering.typesetting import typeset
from tests.conftest import ROOT
from tests.fuzz.hostile import Hostile

REFUSED, STOPPED, GUARDED, RENDERED = "refused", "cannot check", "refused as rendered", "rendered"
_HARMFUL = {
    "script",
    "iframe",
    "frame",
    "object",
    "embed",
    "form",
    "meta",
    "base",
    "link",
    "svg",
    "math",
    "style",
    "template",
    "video",
    "audio",
    "input",
    "button",
    "noscript",
}


def taken(pair: Hostile, folder: Path) -> tuple[str, list[str]]:
    """How a pair ended, and what is executable in what it became: nothing ever, one hopes."""
    roots = (folder / "vi.md", folder / "en.md")
    for root, text in zip(roots, (pair.vi, pair.en), strict=True):
        root.write_bytes(text.encode())
    try:
        report = check(Settings(roots, ("vi", "en"), publish=True))
    except CannotCheck as stopped:
        return STOPPED, [] if stopped.problems else ["stopped without a word"]
    for found in report.diagnostics:
        assert found.message["vi"]
        assert found.message["en"]
    # other findings refuse the build, too, but do not speak of safety: render all the same
    told = [one.code[0] for found in report.diagnostics for one in (found, *found.consequences)]
    if {"X", "H"} & {*told}:
        return REFUSED, []
    pages = list(_pages(report, (pair.vi, pair.en)))
    if None in pages:
        return GUARDED, []
    return RENDERED, [bad for page in pages if page is not None for bad in executable(page)]


def _pages(report: Report, texts: tuple[str, str]) -> Iterator[str | None]:
    """The HTML of either page and of both, as hooks/pages.py and hooks/derived_pages.py make it."""
    rendered = {}
    for document in report.bitext.documents:
        [page] = document.pages
        body = (
            "\n".join(page.lines) if not page.meta else "\n".join(page.lines).split("\n---\n")[-1]
        )
        root = parsed(_renderer().reset().convert(body))
        strip_unseen(root)
        if forbidden(root):
            yield None
            continue
        pairs, difference = compared(root, page, document.locale)
        if difference:
            yield None
            continue
        anchored(root, pairs, page, InterfaceWords(document.locale), {})
        typeset(root)
        rendered[f"{document.locale}/{page.path}"] = RenderedText(root, "")
        yield serialised(root)
    both = DerivedPage("both/index.md", "", "both", "index.md")
    yield serialised(laid_out(report.bitext, rendered, both, "en", "both/"))


@cache
def _renderer() -> markdown.Markdown:
    config = load_config(str(ROOT / "mkdocs.yml"))
    return markdown.Markdown(
        extensions=config.markdown_extensions, extension_configs=config.mdx_configs
    )


def executable(html: str) -> list[str]:
    """What a browser would run, frame or fetch from elsewhere."""
    found: list[str] = []
    tree: Any = html5lib.parseFragment(html, namespaceHTMLElements=False)
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        name = element.tag.rpartition("}")[2]
        if name in _HARMFUL:
            found.append(f"<{name}>")
        for attribute, value in element.attrib.items():
            key = str(attribute)
            harmful = key.startswith("on") or key in ("style", "srcdoc", "formaction", "action")
            leads = key.endswith("href") and runs(value)
            if harmful or leads or (key in ("src", "srcset", "data") and remote(value)):
                found.append(f"<{name} {key}={value!r}>")
    return found
