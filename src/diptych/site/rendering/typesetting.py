"""Keep line breaks that a compositor would not make out of a rendered page.

Letter for letter the text stays what it is, but for blanks that do not break.
"""

from __future__ import annotations

from lxml import html
from lxml.html import HtmlElement

from diptych.language.typography import SYMBOL, bound


def typeset(root: HtmlElement) -> None:
    """Keep a dash with the word before it, a number with its "No.", a day with its month."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag in ("code", "pre"):
            continue
        if element.text:
            element.text, spans = _spans(element.text)
            for index, span in enumerate(spans):
                element.insert(index, span)
    for element in list(root.iter()):
        parent = element.getparent()
        if parent is None or not element.tail:
            continue
        element.tail, spans = _spans(element.tail)
        after = parent.index(element) + 1
        for index, span in enumerate(spans, after):
            parent.insert(index, span)


def _spans(text: str) -> tuple[str, list[HtmlElement]]:
    """`text` up to its first symbol, and an element for each symbol with the text after it."""
    text = bound(text)
    matches = list(SYMBOL.finditer(text))
    spans = []
    ends = [match.start() for match in matches[1:]] + [len(text)]
    for match, end in zip(matches, ends if matches else [], strict=True):
        span = html.Element("span", {"class": "symbol"})
        span.text = match[0]
        span.tail = text[match.end() : end]
        spans.append(span)
    return (text[: matches[0].start()] if matches else text), spans
