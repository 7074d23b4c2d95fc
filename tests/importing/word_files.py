"""Word files made for tests: packed from XML as it stands, nothing else knows of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from html import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "header": "hdr",
    "footer": "ftr",
}
"""The parts beside the document, each with the name of its root."""
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="u1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="u2"><w:name w:val="heading 2"/><w:basedOn w:val="u1"/>
  <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="toc1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Manh"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Luoi"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>
  <w:top w:val="single"/><w:insideH w:val="single"/></w:tblBorders></w:tblPr></w:style>
"""
"""Styles as Vietnamese Word has them: ids of its own, names in English."""
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def word_file(parts: Mapping[str, str], raw: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word file with the XML inside its `body` and of its other parts; `raw` parts as given."""
    files: dict[str, str | bytes] = {
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": f"<w:document {SPACES}><w:body>{parts['body']}</w:body></w:document>",
    }
    known = {"styles": STYLES, **{name: parts[name] for name in ROOTS if name in parts}}
    for name, inner in known.items():
        files[f"word/{name}.xml"] = f"<w:{ROOTS[name]} {SPACES}>{inner}</w:{ROOTS[name]}>"
    files["word/_rels/document.xml.rels"] = _relations(
        {name: f"{name}.xml" for name in known}, parts.get("links", "")
    )
    return packed({**files, **(raw or {})})


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A zip archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of one run."""
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def _relations(targets: Mapping[str, str], links: str = "") -> str:
    own = "".join(
        f'<Relationship Id="{kind}" Type="{R}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    outside = "".join(
        f'<Relationship Id="link{n}" Type="{R}/hyperlink" Target="{escape(link)}" '
        'TargetMode="External"/>'
        for n, link in enumerate(links.split(), 1)
    )
    return f'<Relationships xmlns="{RELATIONS}">{own}{outside}</Relationships>'
