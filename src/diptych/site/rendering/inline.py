"""Short texts that stand outside the pages of the text, as HTML."""

from __future__ import annotations

from functools import cache, lru_cache

from lxml import html
from markdown_it import MarkdownIt
from markupsafe import Markup

from diptych.safety.encoding import xml_text
from diptych.site.rendering.page_blocks import parsed, serialised
from diptych.site.rendering.typesetting import typeset


def html_of(markdown: str) -> Markup:
    """`markdown` as HTML: inline Markdown of the library's own, of a rule for instance."""
    root = parsed(_renderer().renderInline(markdown))
    typeset(root)
    return serialised(root)


@lru_cache(maxsize=1024)  # a name is listed in several places
def plain_html(text: str) -> Markup:
    """Plain `text` as HTML, typeset as the pages of the text are."""
    root = html.Element("div")
    root.text = xml_text(text)
    typeset(root)
    return serialised(root)


@cache
def _renderer() -> MarkdownIt:
    return MarkdownIt("commonmark")
