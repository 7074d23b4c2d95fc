"""The styles of a Word file, as public documents are set in Viet Nam.

Margins, typeface and sizes follow Decree No. 30/2020/NĐ-CP on records: A4, Times New Roman, 13 to
14 points, 30 mm at the left. Headings keep the printed number in their text.
"""

from __future__ import annotations

from lxml import etree

from programme.exports.word.elements import w

_FONT = "Times New Roman"
_HEADINGS = 9
_QUIET = "595959"


def styles(language: str) -> etree._Element:
    """All styles; text without a mark of its own is in `language`."""
    fonts = w("rFonts", ascii=_FONT, hAnsi=_FONT, eastAsia=_FONT, cs=_FONT)
    size = [w("sz", val="26"), w("szCs", val="26")]
    lang = w("lang", val=language, eastAsia=language, bidi=language)
    return w(
        "styles",
        w(
            "docDefaults",
            w("rPrDefault", w("rPr", fonts, *size, lang)),
            w("pPrDefault", w("pPr", w("spacing", after="120", line="300", lineRule="auto"))),
        ),
        _style("Normal", "Normal", [w("jc", val="both")], default=True),
        *(_heading(level) for level in range(1, _HEADINGS + 1)),
        _style("Title", "Title", [_space(480, 120), w("jc", val="center")], _set(size=30)),
        _style("Subtitle", "Subtitle", [_space(0, 360), w("jc", val="center")], _set()),
        _style("ListParagraph", "List Paragraph", []),
        _style("Quote", "Quote", [w("ind", left="567", right="567")]),
        _style("Code", "Code", [w("jc", val="left")], _size(22)),
        _style("Recipients", "Recipients", [_space(0, 0), w("jc", val="left")], _size(22)),
        _style("Signature", "Signature", [_space(0, 60), w("jc", val="center")], _size(26)),
        _style("Cell", "Cell", [_space(40, 80), w("jc", val="left")], _size(23)),
        _style("Note", "footnote text", [_space(0, 40, "240")], _size(20)),
        _style("Header", "header", [_space(0, 0, "240"), w("jc", val="center")], _small()),
        _style("Footer", "footer", [_space(0, 0, "240"), w("jc", val="center")], _small()),
        _style("Colophon", "Colophon", [_space(480, 0), w("jc", val="left")], _small()),
        _character("NoteMark", "footnote reference", w("vertAlign", val="superscript")),
        _character("Link", "Hyperlink", w("color", val="0B5563"), w("u", val="single")),
        _table(),
    )


def _heading(level: int) -> etree._Element:
    properties = [
        w("keepNext"), w("keepLines"), _space(300 if level == 1 else 200, 120),
        w("jc", val="left"), w("outlineLvl", val=str(level - 1)),
    ]  # fmt: skip
    setting = _set() if level < 3 else [w("b"), w("i")] if level == 3 else [w("i")]
    return _style(f"Heading{level}", f"heading {level}", properties, setting, following="Normal")


def _style(
    identity: str,
    name: str,
    paragraph: list[etree._Element],
    setting: list[etree._Element] | None = None,
    *,
    default: bool = False,
    following: str = "",
) -> etree._Element:
    return w(
        "style",
        w("name", val=name),
        *([] if default else [w("basedOn", val="Normal")]),
        *([w("next", val=following)] if following else []),
        w("qFormat"),
        w("pPr", *paragraph),
        w("rPr", *(setting or [])),
        type="paragraph",
        styleId=identity,
        **({"default": "1"} if default else {}),
    )


def _character(identity: str, name: str, *setting: etree._Element) -> etree._Element:
    return w("style", w("name", val=name), w("rPr", *setting), type="character", styleId=identity)


def _table() -> etree._Element:
    """A ruled table."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    ruled = [w(side, val="single", sz="4", space="0", color="A6A6A6") for side in sides]
    margins = [w(side, w=str(width), type="dxa") for side, width in (("left", 113), ("right", 113))]
    return w(
        "style",
        w("name", val="Table Grid"),
        w("tblPr", w("tblBorders", *ruled), w("tblCellMar", *margins)),
        type="table",
        styleId="Grid",
    )


def _space(before: int, after: int, line: str = "") -> etree._Element:
    """In twentieths of a point; `line` in 240ths of a line."""
    lines = {"line": line, "lineRule": "auto"} if line else {}
    return w("spacing", before=str(before), after=str(after), **lines)


def _set(*, size: int = 0) -> list[etree._Element]:
    """Bold, `size` in half points."""
    return [w("b"), *([w("sz", val=str(size))] if size else [])]


def _size(half_points: int) -> list[etree._Element]:
    return [w("sz", val=str(half_points))]


def _small() -> list[etree._Element]:
    return [w("color", val=_QUIET), w("sz", val="18")]
