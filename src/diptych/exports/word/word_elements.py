"""WordprocessingML as elements: https://ecma-international.org/publications-and-standards/standards/ecma-376/."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from diptych.patterns import pattern_of

Element = etree._Element  # noqa: SLF001 - lxml has no public name for its elements

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = {"w": W, "r": R}
_PRESERVED = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS = pattern_of(r"([\n\t])")

CM = 567
"""A centimetre in twentieths of a point."""
_KNOWN_TAGS = {"vi": "vi-VN", "en": "en-GB"}


def w(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """The element `tag` with attributes of the same namespace; a child None is left out."""
    element = etree.Element(f"{{{W}}}{tag}", nsmap=_SPACES)
    for name, value in attributes.items():
        element.set(f"{{{W}}}{name}", str(value))
    element.extend(child for child in children if child is not None)
    return element


def text(written: str, tag: str = "t") -> Element:
    """A text element that keeps the blanks at its ends."""
    element = w(tag)
    element.text = written
    element.set(_PRESERVED, "preserve")
    return element


_ORDER = {"rStyle": 0, "rFonts": 1}
"""The properties that come before all others in a run, by Word's schema."""


def run(written: str, *properties: Element | None) -> Element:
    """A run of text with these properties; line ends and tabs become elements."""
    signs = {"\n": "br", "\t": "tab"}
    pieces = [w(signs[s]) if s in signs else text(s) for s in _BREAKS.split(written) if s]
    return w("r", _of_run(properties), *pieces)


def _of_run(properties: Iterable[Element | None]) -> Element | None:
    given = [known for known in properties if known is not None]
    given.sort(key=lambda known: _ORDER.get(etree.QName(known).localname, len(_ORDER)))
    return w("rPr", *given) if given else None


def field(instruction: str, shown: str, *properties: Element | None) -> list[Element]:
    """The runs of a field, with what it shows until Word updates it."""

    def one(content: Element) -> Element:
        copies = [etree.fromstring(etree.tostring(p)) for p in properties if p is not None]
        return w("r", _of_run(copies), content)

    return [
        one(w("fldChar", fldCharType="begin")),
        one(text(f" {instruction} ", "instrText")),
        one(w("fldChar", fldCharType="separate")),
        one(text(shown)),
        one(w("fldChar", fldCharType="end")),
    ]


def paragraph(style: str, content: Iterable[Element], *properties: Element | None) -> Element:
    """A paragraph in the style with the id `style`; body text where it is empty."""
    styled = w("pStyle", val=style) if style else None
    given = [known for known in (styled, *properties) if known is not None]
    return w("p", w("pPr", *given) if given else None, *content)


def linked(relation: str, *content: Element) -> Element:
    """A hyperlink to the target of the relationship `relation`."""
    link = w("hyperlink", *content, history=1)
    link.set(f"{{{R}}}id", relation)
    return link


def table(style: str, widths: Iterable[int], rows: Iterable[Element]) -> Element:
    """A table whose columns have these widths, in twentieths of a point."""
    widths = tuple(widths)
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=style),
            w("tblW", w=sum(widths), type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1,
              noVBand=1),
        ),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
        *rows,
    )  # fmt: skip


def row(
    cells: Iterable[tuple[int, list[Element]]], *, heads: bool = False, whole: bool = False
) -> Element:
    """A row of cells, each with its width in twentieths of a point and its content.

    With `heads` the row is repeated at the top of every page; with `whole` it stands on one.
    """
    kept = [w("cantSplit")] if heads or whole else []
    return w(
        "tr",
        w("trPr", *kept, w("tblHeader") if heads else None) if kept else None,
        *(
            w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *_closed(content))
            for width, content in cells
        ),
    )


def _closed(content: list[Element]) -> list[Element]:
    """The content of a cell, with a paragraph at its end as Word requires."""
    if content and content[-1].tag == f"{{{W}}}p":
        return content
    return [*content, w("p")]


def font(family: str) -> Element:
    """The property of a run that says which family of fonts sets it, in every script."""
    return w("rFonts", ascii=family, hAnsi=family, eastAsia=family, cs=family)


def language(tag: str) -> Element:
    """The property of a run that says in which language it is."""
    return w("lang", val=word_tag(tag))


def word_tag(tag: str) -> str:
    """The language tag as Word has it: with a region for those that it knows by one."""
    return _KNOWN_TAGS.get(tag.lower(), tag)


def serialized(element: Element) -> bytes:
    """The bytes of the part whose root is `element`."""
    etree.cleanup_namespaces(element, keep_ns_prefixes=["w", "r"])
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
