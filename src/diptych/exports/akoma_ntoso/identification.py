"""What the document is, by FRBR: one work, one expression per language, this file.

The IRIs follow the Akoma Ntoso Naming Convention 1.0, part 4
(https://docs.oasis-open.org/legaldocml/akn-nc/v1.0/): country, kind and subtype, date, title; then
language; then format. Nothing is said that the edition does not know: a date or a country that the
schema asks for and that is not known has the value that is used for none.
"""

from __future__ import annotations

from lxml import etree

from diptych.exports.akoma_ntoso import MEDIA_TYPE
from diptych.exports.akoma_ntoso.elements import element
from diptych.exports.akoma_ntoso.formal_lines import ISSUER, references
from diptych.language.diacritics import slug
from diptych.language.locales import locale
from diptych.model import Side
from diptych.project.edition import EPOCH, Edition
from diptych.publication.head import Head, head_of

KIND = "doc"
"""The type of document that claims least: no act, no bill, no statement of an assembly."""

_NO_DATE = "0001-01-01"
"""The schema requires a date. Laws.Africa's library `cobalt` writes and reads this for none."""
_NO_COUNTRY = "zz"
"""ISO 3166-1 never assigns it; Unicode's CLDR uses it for a region that is not known."""
_MAIN = "main"
"""The main component of a document."""
_EDITORS = "meta__editors"
_DUBLIN_CORE = "http://purl.org/dc/terms/"


def document_name(edition: Edition) -> str:
    """What kind of document it calls itself: the original's first heading, as a slug."""
    first = edition.documents[0].pages[0]
    heading = next((d.heading.text for d in first.own_divisions() if d.heading), "")
    return slug(heading) or KIND


def work_iri(edition: Edition) -> str:
    """The IRI of the work, one for all languages: `/akn/vn/doc/plan/0001-01-01/its-title`."""
    head = _head(edition, Side.ORIGINAL)
    date = head.date.isoformat() if head.date else _NO_DATE
    # a number identifies a document better than its title
    named = slug(head.number) or _title(edition)
    return "/".join(("/akn", _country(edition), KIND, document_name(edition), date, named))


def expression_iri(edition: Edition, side: Side) -> str:
    """The IRI of the text in one language, in its original version, for no other is known."""
    return f"{work_iri(edition)}/{_language(edition, side)}@"


def meta(edition: Edition, side: Side, unplaced: etree._Element | None) -> etree._Element:
    """The element with all that is said of the document.

    `unplaced` holds the footnotes that no mark refers to.
    """
    identification = _identification(edition, side, _MAIN)
    if unplaced is not None:
        unplaced.set("source", f"#{_EDITORS}")
    status = etree.Element(f"{{{_DUBLIN_CORE}}}description", nsmap={"dcterms": _DUBLIN_CORE})
    status.text = edition.status((side,), edition.locales[side])
    return element(
        "meta",
        identification,
        _references(edition, side),
        unplaced,
        element("proprietary", status, source=f"#{_EDITORS}"),
    )


def attached_meta(edition: Edition, side: Side, component: str) -> etree._Element:
    """The element with what is said of a document that is attached, the `component`."""
    return element("meta", _identification(edition, side, component))


def _identification(edition: Edition, side: Side, component: str) -> etree._Element:
    return element(
        "identification",
        _work(edition, component),
        _expression(edition, side, component),
        _manifestation(edition, side, component),
        source=f"#{_EDITORS}",
    )


def _work(edition: Edition, component: str) -> etree._Element:
    iri = work_iri(edition)
    return element(
        "FRBRWork",
        element("FRBRthis", value=f"{iri}/!{component}"),
        element("FRBRuri", value=iri),
        element("FRBRalias", name="title", value=edition.name(Side.ORIGINAL)),
        _issued(edition),
        element("FRBRauthor", href=f"#{ISSUER}"),
        element("FRBRcountry", value=_country(edition)),
        element("FRBRsubtype", value=document_name(edition)),
        element("FRBRnumber", value=number) if (number := _number(edition)) else None,
        element("FRBRname", value=_title(edition)),
    )


def _expression(edition: Edition, side: Side, component: str) -> etree._Element:
    """The element of the text in one language; only the translation has editors and a date."""
    iri = expression_iri(edition, side)
    made = element(
        "FRBRExpression",
        element("FRBRthis", value=f"{iri}/!{component}"),
        element("FRBRuri", value=iri),
        element("FRBRalias", name="title", value=edition.name(side)),
        _web_address(edition, side),
        _last_change(edition) if side else _issued(edition),
        element("FRBRauthor", href=f"#{_EDITORS if side else ISSUER}"),
    )
    language = element("FRBRlanguage", language=_language(edition, side))
    if side == 0:  # whether this copy of the original is authoritative is not for us to say
        made.append(language)
        return made
    translation = element(
        "FRBRtranslation",
        href=expression_iri(edition, Side.ORIGINAL),
        fromLanguage=_language(edition, Side.ORIGINAL),
        authoritative="false",
        by=f"#{_EDITORS}",
    )
    made.extend([element("FRBRauthoritative", value="false"), language, translation])
    return made


def _manifestation(edition: Edition, side: Side, component: str) -> etree._Element:
    iri = expression_iri(edition, side)
    return element(
        "FRBRManifestation",
        element("FRBRthis", value=f"{iri}/!{component}.xml"),
        element("FRBRuri", value=f"{iri}.xml"),
        _last_change(edition),
        _publication(edition),
        element("FRBRauthor", href=f"#{_EDITORS}"),
        element("FRBRformat", value=MEDIA_TYPE),
    )


def _references(edition: Edition, side: Side) -> etree._Element:
    """The bodies that the metadata name, by what they did: their names stand in the text."""
    words = edition.words(side)
    ontology = "/akn/ontology/organization"
    return element(
        "references",
        element(
            "TLCOrganization",
            eId=_EDITORS,
            href=edition.site or f"{ontology}/editors",
            showAs=words.publishing or words["file.editors"],
        ),
        element(
            "TLCOrganization",
            eId=ISSUER,
            href=f"{ontology}/issuer",
            showAs=_head(edition, side).issuer or words["file.issuer"],
        ),
        *references(edition.documents[side]),
        source=f"#{_EDITORS}",
    )


def _web_address(edition: Edition, side: Side) -> etree._Element | None:
    if not edition.site:
        return None
    first = edition.documents[side].pages[0]
    return element("FRBRalias", name="web", value=edition.address(side, first.path))


def _head(edition: Edition, side: Side) -> Head:
    return head_of(edition.documents[side])


def _number(edition: Edition) -> str:
    return _head(edition, Side.ORIGINAL).number


def _issued(edition: Edition) -> etree._Element:
    """The date of the document, if it states one."""
    date = _head(edition, Side.ORIGINAL).date
    return element("FRBRdate", date=date.isoformat(), name="issue") if date else _no_date()


def _no_date() -> etree._Element:
    return element("FRBRdate", date=_NO_DATE, name="unknown")


def _last_change(edition: Edition) -> etree._Element:
    if edition.changed == EPOCH:
        return _no_date()
    return element("FRBRdate", date=edition.changed.date().isoformat(), name="lastChange")


def _publication(edition: Edition) -> etree._Element | None:
    if edition.published is None:
        return None
    return element("FRBRdate", date=edition.published.isoformat(), name="publication")


def _country(edition: Edition) -> str:
    return edition.country.lower() or _NO_COUNTRY


def _title(edition: Edition) -> str:
    """The title of the work, as a slug; the convention's "nn" where there is none."""
    return slug(edition.name(Side.ORIGINAL)) or "nn"


def _language(edition: Edition, side: Side) -> str:
    return locale(edition.locales[side]).alpha3
