"""The styles of a Word file: those that Word knows by name, set as Vietnamese public bodies do."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.exports.word.elements import CM, Element, language, w

FACE = "Times New Roman"
_FIXED = "Courier New"
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Measures:
    """What differs between a page of one language and one of two."""

    size: float
    """Of the body, in points."""
    aligned: str
    """Narrow columns are not justified: it would tear their words apart."""
    opening: int
    """How far in a paragraph of body text begins, in twentieths of a point."""


ONE_LANGUAGE = Measures(14, "both", CM)
TWO_LANGUAGES = Measures(11.5, "left", 0)


def styles(measures: Measures, tag: str) -> Element:
    """The styles; `tag` is the language of what is not marked as another."""
    body = measures.size
    small = body - 2
    return w(
        "styles",
        w(
            "docDefaults",
            w("rPrDefault", w("rPr", _face(FACE), *_sized(body), language(tag))),
            w("pPrDefault", w("pPr", _spaced(0, 120, 290))),
        ),
        _style("Normal", "Normal", aligned=measures.aligned, based="", default=True),
        _style("BodyText", "Body Text", opening=measures.opening),
        _style("Title", "Title", size=body + 2, bold=True, aligned="center", before=240, after=60,
               kept=True),
        _style("Subtitle", "Subtitle", aligned="center", after=360),
        *(_heading(level, measures) for level in range(1, _LEVELS + 1)),
        _style("ListBullet", "List Bullet"),
        _style("ListNumber", "List Number"),
        _style("ListContinue", "List Continue"),
        _style("Quote", "Quote", left=CM, right=CM),
        _style("SourceCode", "Source Code", face=_FIXED, size=small, aligned="left"),
        _style("TableText", "Table Text", size=small + 1, aligned="left", after=40),
        _style("TableHeading", "Table Heading", based="TableText", bold=True, aligned="center",
               kept=True),
        _style("ClosingHeading", "Closing Heading", based="Heading1", size=small, italic=True,
               before=0, after=40),
        _style("Recipients", "Recipients", size=small - 1, aligned="left", after=0),
        _style("Signature", "Signature", aligned="center", after=60),
        _style("SignatureName", "Signature Name", based="Signature", before=1400),
        _style("Header", "header", size=8.5, aligned="center", italic=True, after=0, line=240),
        _style("Footer", "footer", size=9, aligned="left", after=0, line=240, stop=17 * CM - 283),
        _style("FootnoteText", "footnote text", size=small - 1, after=40, line=240),
        _style("Colophon", "Colophon", size=small - 1, aligned="left", before=360),
        _character("FootnoteReference", "footnote reference", w("vertAlign", val="superscript")),
        _character("Hyperlink", "Hyperlink", w("color", val="0B4F8A"), w("u", val="single")),
        _character("CodeText", "Code Text", _face(_FIXED)),
        _table("TableNormal", "Normal Table", None, 108, "", default=True),
        _table("TableGrid", "Table Grid", _borders("all"), 108),
        _table("SideBySide", "Side by Side", _borders("inside"), 140),
        _table("Closing", "Closing", None, 108),
    )  # fmt: skip


def _heading(level: int, measures: Measures) -> Element:
    return _style(
        f"Heading{level}", f"heading {level}", bold=level <= 2 or level % 2 == 1, italic=level > 2,
        aligned="left", opening=measures.opening, before=240 if level == 1 else 160, kept=True,
        outline=level - 1,
    )  # fmt: skip


def _style(
    ident: str,
    name: str,
    *,
    based: str = "Normal",
    size: float = 0,
    bold: bool = False,
    italic: bool = False,
    face: str = "",
    aligned: str = "",
    opening: int = 0,
    left: int = 0,
    right: int = 0,
    before: int | None = None,
    after: int | None = None,
    line: int | None = None,
    kept: bool = False,
    outline: int | None = None,
    stop: int = 0,
    default: bool = False,
) -> Element:
    """A paragraph style; what is not given is as in the style it is `based` on."""
    spaced = None if before is after is line is None else _spaced(before, after, line)
    indented = w("ind", left=left, right=right, firstLine=opening)
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val=based) if based else None,
        w("next", val="BodyText") if outline is not None else None,
        w("qFormat"),
        w(
            "pPr",
            w("keepNext") if kept else None,
            w("keepLines") if kept else None,
            w("tabs", w("tab", val="right", pos=stop)) if stop else None,
            w("suppressAutoHyphens") if default else None,
            spaced,
            indented if opening or left or right or based == "Heading1" else None,
            w("jc", val=aligned) if aligned else None,
            w("outlineLvl", val=outline) if outline is not None else None,
        ),
        w(
            "rPr",
            _face(face) if face else None,
            w("b") if bold else None,
            w("i") if italic else None,
            *(_sized(size) if size else ()),
        ),
        type="paragraph",
        **({"default": 1} if default else {}),
        styleId=ident,
    )


def _character(ident: str, name: str, *properties: Element) -> Element:
    return w("style", w("name", val=name), w("rPr", *properties), type="character", styleId=ident)


def _table(
    ident: str,
    name: str,
    borders: Element | None,
    beside: int,
    based: str = "TableNormal",
    *,
    default: bool = False,
) -> Element:
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val=based) if based else None,
        w(
            "tblPr",
            w("tblInd", w=0, type="dxa"),
            borders,
            w(
                "tblCellMar",
                w("top", w=40 if borders is not None else 0, type="dxa"),
                w("left", w=beside, type="dxa"),
                w("bottom", w=0, type="dxa"),
                w("right", w=beside, type="dxa"),
            ),
        ),
        type="table",
        **({"default": 1} if default else {}),
        styleId=ident,
    )


def _borders(which: str) -> Element:
    outer = () if which == "inside" else ("top", "left", "bottom", "right")
    colour = "BFBFBF" if which == "inside" else "595959"
    return w(
        "tblBorders",
        *(w(edge, val="single", sz=4, space=0, color=colour)
          for edge in (*outer, "insideH", "insideV")),
    )  # fmt: skip


def _face(name: str) -> Element:
    return w("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def _sized(points: float) -> tuple[Element, Element]:
    return w("sz", val=round(points * 2)), w("szCs", val=round(points * 2))


def _spaced(before: int | None, after: int | None, line: int | None) -> Element:
    given = {"before": before, "after": after, "line": line}
    spacing: dict[str, str | int] = {name: n for name, n in given.items() if n is not None}
    return w("spacing", **spacing, **({"lineRule": "auto"} if line else {}))
