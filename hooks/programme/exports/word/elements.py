"""Elements of WordprocessingML (ECMA-376, part 1), and text in them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from programme.model import Emphasis
from programme.spans import Span

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NAMESPACES = {"w": W, "r": R}
_FULL = {"vi": "vi-VN", "en": "en-GB"}
"""Word asks for a region; other tags are given as they are."""


def w(name: str, /, *children: etree._Element, **attributes: str) -> etree._Element:
    """The element `w:name`; its attributes are of the same namespace."""
    made = etree.Element(f"{{{W}}}{name}", nsmap=_NAMESPACES)
    for key, value in attributes.items():
        made.set(f"{{{W}}}{key}", value)
    made.extend(children)
    return made


def language_tag(locale: str) -> str:
    """The language mark that Word has for a locale."""
    return _FULL.get(locale, locale)


def text(written: str) -> etree._Element:
    """A stretch of text, blanks kept."""
    made = w("t")
    made.text = written
    made.set(_SPACE, "preserve")
    return made


def run(written: str, locale: str, *setting: etree._Element) -> etree._Element:
    """Text that is set in one way, marked with its language."""
    return w("r", w("rPr", *setting, w("lang", val=language_tag(locale))), text(written))


def run_of(span: Span, locale: str) -> etree._Element:
    """The text of a span."""
    setting = [w("rFonts", ascii="Courier New", hAnsi="Courier New")] if span.code else []
    if span.emphasis & Emphasis.STRONG:
        setting.append(w("b"))
    if span.emphasis & Emphasis.EM:
        setting.append(w("i"))
    return run(span.text, locale, *setting)


def field(instruction: str, shown: str) -> Iterator[etree._Element]:
    """The runs of a field, and what it shows until it is brought up to date."""
    told = w("instrText")
    told.text = f" {instruction} "
    told.set(_SPACE, "preserve")
    yield w("r", w("fldChar", fldCharType="begin"))
    yield w("r", told)
    yield w("r", w("fldChar", fldCharType="separate"))
    yield w("r", text(shown))
    yield w("r", w("fldChar", fldCharType="end"))


def paragraph(
    style: str, *children: etree._Element, more: tuple[etree._Element, ...] = ()
) -> etree._Element:
    """A paragraph of `style`; `more` are properties of its own."""
    return w("p", w("pPr", w("pStyle", val=style), *more), *children)
