"""Akoma Ntoso 3.0, OASIS's XML for parliamentary and legal documents, one file per language.

The `eId` of an element is that of OASIS's naming convention (`part_III__sec_2`), made by bluebell,
with which the tools of Laws.Africa make it, so that these keep it. The `wId` of a unit is its id,
the same in all languages and editions. See
https://docs.oasis-open.org/legaldocml/akn-nc/v1.0/akn-nc-v1.0.html.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from diptych.exports.akoma_ntoso import MEDIA_TYPE
from diptych.exports.formats import EACH, Format
from diptych.model import Side
from diptych.project.edition import Edition
from diptych.wording import Wording


def write(edition: Edition, sides: Sequence[Side]) -> bytes:
    """The bytes of the file in the language of the one side in `sides`."""
    from diptych.exports.akoma_ntoso.convention import identify
    from diptych.exports.akoma_ntoso.elements import element, serialized
    from diptych.exports.akoma_ntoso.hierarchy import Text
    from diptych.exports.akoma_ntoso.identification import KIND, attached_meta, document_name, meta

    (side,) = sides
    text = Text(edition.documents[side], lambda page, target: _source(edition, side, page, target))
    described = meta(edition, side, text.unplaced)
    attached = [
        text.attachment(division, attached_meta(edition, side, division.id))
        for division in text.attached
    ]
    attachments = element("attachments", *attached) if attached else None
    document = element(KIND, described, *text.parts, attachments, name=document_name(edition))
    root = element("akomaNtoso", document)
    identify(root, edition.documents[side])
    return serialized(root)


def _source(edition: Edition, side: Side, page: str, target: str) -> str:
    """Where the picture is published to which `target` leads from a page; empty where nowhere."""
    found = edition.picture(side, page, target)
    return edition.address(side, "index.md") + quote(found.path) if found else ""


FORMAT = Format(
    suffix="akn.xml",
    called="Akoma Ntoso",
    media_type=MEDIA_TYPE,
    purpose=Wording(
        vi="XML theo chuẩn OASIS cho văn bản pháp luật, để lưu trữ và trao đổi.",
        en="XML to the OASIS standard for legal documents, to archive and to exchange them.",
    ),
    write=write,
    comes_in=EACH,
    rank=50,
)
