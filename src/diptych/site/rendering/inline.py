"""The Markdown of one segment -> HTML, for views that lay segments out by themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from lxml import html
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup
from mdit_py_plugins.footnote import footnote_plugin

from diptych.model import Footnote, Segment
from diptych.safety.encoding import xml_text
from diptych.safety.guard import make_harmless
from diptych.site.rendering.page_blocks import parsed, serialised
from diptych.site.rendering.term_links import Explained, link_terms
from diptych.site.rendering.typography import typeset

_NoteLink = tuple[str, str, str]
"""A footnote's label, id and citation."""


def inline_html(
    segment: Segment, notes: Mapping[str, Footnote], explained: Explained | None = None
) -> Markup:
    """The segment's text with its emphasis and links; note marks lead to `notes`, by label."""
    marked = dict.fromkeys(mark.label for mark in segment.marks if mark.label in notes)
    links = tuple((label, notes[label].id, notes[label].citation) for label in marked)
    return html_of(segment.markdown, links, explained)


@lru_cache(maxsize=1 << 14)  # several views show the same text
def html_of(
    markdown: str, notes: tuple[_NoteLink, ...] = (), explained: Explained | None = None
) -> Markup:
    """Inline Markdown as HTML; explained terms are linked, where there are any."""
    env = {"notes": {label: (identity, citation) for label, identity, citation in notes}}
    root = parsed(_renderer().renderInline(markdown, env))
    if "<" in markdown or "](" in markdown or "][" in markdown:
        make_harmless(root)  # the check refuses it; `mkdocs serve` shows the page all the same
    if explained:
        link_terms(root, explained)
    typeset(root)
    return serialised(root)


@lru_cache(maxsize=1024)  # a name is listed in several places
def plain_html(text: str) -> Markup:
    """Plain text as HTML, with the line breaks of the text proper."""
    root = html.Element("div")
    root.text = xml_text(text)
    typeset(root)
    return serialised(root)


@cache
def _renderer() -> MarkdownIt:
    renderer = MarkdownIt("commonmark").use(
        footnote_plugin, inline=False, move_to_end=False, always_match_refs=True
    )
    renderer.add_render_rule("footnote_ref", _mark)
    return renderer


def _mark(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Mapping[str, Any]
) -> str:
    label = str(tokens[index].meta["label"])
    if label not in env["notes"]:
        return str(_UNKNOWN % label)
    identity, citation = env["notes"][label]
    return str(_MARK % (identity, citation, label))


_UNKNOWN = Markup("<sup>%s</sup>")
_MARK = Markup(
    '<sup><a class="footnote-ref" role="doc-noteref" href="#%s" aria-label="%s">%s</a></sup>'
)
"""What they are filled with is escaped."""
