"""What the JSON file holds: its objects, from which both the file and its JSON Schema are written.

A docstring and a description here stand in the schema, for whoever builds on the file.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta

from diptych.alignment.units import HEADING
from diptych.model import Kind
from diptych.publication.components import Component

VERSION = "1.2"
"""The version of the file's shape. The first number grows when something that was there is removed,
renamed or means something else; the second when something is added."""


_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_file(called: str) -> str:
    """The name of the schema's file, where the project's files are `called` so.

    It stands beside the file that it describes, on the site as in a folder.
    """
    return f"{called}.schema.json"


def _told(description: str) -> Meta:
    return Meta(description=description)


T = TypeVar("T")
Tag = Annotated[
    str, Meta(description="A BCP 47 language tag.", pattern="^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$")
]
InEach = Annotated[dict[Tag, T], Meta(min_length=2, max_length=2)]
"""What each language has, by its tag; None where it has nothing."""
Id = Annotated[str, Meta(min_length=1)]
Ids = Annotated[list[Id], Meta(extra_json_schema={"uniqueItems": True})]
Offset = Annotated[int, Meta(ge=0)]
Address = Annotated[str, Meta(extra_json_schema={"format": "uri-reference"})]
Day = Annotated[
    str,
    Meta(
        description="A day as ISO 8601 writes it, or a month where the text gives no day.",
        pattern="^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$",
    ),
]
SetOff = Literal["emphasis", "strong", "code"]


class _Object(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """Every field is there, and no other."""


class CitationObject(_Object, frozen=True):
    """How a place is cited."""

    short: Annotated[str, _told("The place within the document.")]
    full: Annotated[str, _told("The place with the document's name.")]


class PageTextObject(_Object, frozen=True):
    """A page in one language."""

    title: str
    address: Address


class PageObject(_Object, frozen=True):
    """A page of the document on the site."""

    path: Annotated[str, _told("Below the folder of each language.")]
    layout: Annotated[
        str | None,
        _told('How the page is set where that is not the usual way: "cover" or "closing".'),
    ]
    texts: Annotated[InEach[PageTextObject | None], _told("By language.")]


class StretchObject(_Object, frozen=True):
    """A stretch of a text that is set off."""

    start: Offset
    end: Offset
    kind: Annotated[SetOff, _told("Emphasis is in italics, strong in bold type.")]


class MarkObject(_Object, frozen=True):
    """The mark of a footnote in a text."""

    footnote: Id
    offset: Annotated[Offset, _told("The mark stands before the character at this offset.")]


class DateObject(_Object, frozen=True):
    """A date in a text."""

    date: Day
    start: Offset
    end: Offset


class CellObject(_Object, frozen=True):
    """A cell of a table's row in one language."""

    heading: Annotated[str, _told("The heading of its column; empty where it has none.")]
    plain: Annotated[str, _told("Its text, which is the row's plain text from start to end.")]
    start: Offset
    end: Offset


class TextObject(_Object, frozen=True):
    """A unit in one language."""

    plain: Annotated[
        str,
        _told("Without markup and without the marks of footnotes. Offsets count in it."),
    ]
    markdown: Annotated[
        str,
        _told("As its editors wrote it, without the mark of a list and without indentation."),
    ]
    citation: CitationObject
    address: Annotated[Address, _told("Where it stands on the site.")]
    stretches: Annotated[
        list[StretchObject],
        _told("What is set off, the outer stretch first where one is inside another."),
    ]
    line_starts: Annotated[
        list[Offset],
        _told(
            "Where a line begins, the first left out: on a cover as the file has them, elsewhere "
            "where the text says that a line ends."
        ),
    ]
    footnotes: Annotated[list[MarkObject], _told("The marks of footnotes.")]
    documents: Annotated[Ids, _told("The ids of the documents that it cites.")]
    dates: Annotated[list[DateObject], _told("The dates in it, and where they stand.")]
    cells: Annotated[
        list[CellObject] | msgspec.UnsetType,
        _told("The cells of a table's row; left out for anything else."),
    ] = msgspec.UNSET


class UnitObject(_Object, frozen=True):
    """A heading, a provision or a paragraph of a footnote."""

    id: Annotated[
        Id,
        _told(
            "Made from what is printed and the same in every language: iii-2-1 is "
            "the first indent of section 2 of part III."
        ),
    ]
    kind: Annotated[
        str,
        Meta(
            description="What it is on the page. An item is a numbered paragraph, a continuation "
            "a further paragraph under a dash or an item, a row one row of a table with its "
            'cells joined by " | ", which "cells" has one by one.',
            extra_json_schema={"enum": [HEADING, *(kind.value for kind in Kind)]},
        ),
    ]
    level: Annotated[
        Annotated[int, Meta(ge=1)] | None,
        _told("Of a heading, from 1; null for anything else."),
    ]
    depth: Annotated[
        Offset | None,
        _told("How deep a provision is nested in others, from 0; null for a heading."),
    ]
    parent: Annotated[
        Id | None,
        _told("The id of the heading, provision or footnote that holds it; null at the top."),
    ]
    number: Annotated[
        str | None,
        _told(
            "The number as printed. A heading's plain text begins with it; that of an "
            "item does not have it."
        ),
    ]
    page: Annotated[str, _told("The path of the page it stands on.")]
    footnote: Annotated[
        Id | None,
        _told(
            "The id of the footnote that it is a paragraph of; null for what stands in the text."
        ),
    ]
    texts: Annotated[
        InEach[TextObject | None], _told("By language; null where a language lacks it.")
    ]
    component: Annotated[
        str | msgspec.UnsetType,
        Meta(
            description="What it is of the head, the preamble or the foot of an official document; "
            "left out for anything else.",
            extra_json_schema={"enum": [component.value for component in Component]},
        ),
    ] = msgspec.UNSET


class HeadTextObject(_Object, frozen=True):
    """What a document states of itself in one language, as printed there."""

    issuer: str | None
    place: str | None


class HeadObject(_Object, frozen=True):
    """What a document states of itself; null for what it does not state."""

    number: Annotated[str | None, _told("The number with the symbol: 128/KH-UBND.")]
    date: Annotated[Day | None, _told("When it was issued.")]
    texts: Annotated[InEach[HeadTextObject], _told("By language.")]


class FootnoteTextObject(_Object, frozen=True):
    """A footnote in one language."""

    plain: Annotated[str, _told("All its paragraphs as one text.")]
    citation: CitationObject
    address: Address


class FootnoteObject(_Object, frozen=True):
    """A footnote as a whole."""

    id: Id
    label: Annotated[
        str,
        _told("The sign by which its page refers to it; other pages may use the same."),
    ]
    units: Annotated[list[Id], _told("The ids of its paragraphs.")]
    texts: Annotated[
        InEach[FootnoteTextObject | None],
        _told("By language; null where a language lacks it."),
    ]


class DocumentTextObject(_Object, frozen=True):
    """What one language calls a document, as printed there."""

    called: Annotated[str, _told("Its kind and symbol.")]
    title: str | None
    issuer: str | None


class DocumentObject(_Object, frozen=True):
    """Another document that the text cites."""

    id: Id
    kind: Annotated[
        str | None,
        _told(
            'By one English name in every language: "directive", "resolution", '
            '"decision" ...; null where the text names none.'
        ),
    ]
    symbol: Annotated[
        str | None,
        _told(
            "Its number and signs, as printed; null for a document that is named by "
            "its title alone."
        ),
    ]
    date: Annotated[Day | None, _told("When it was issued, where the text says so.")]
    texts: Annotated[
        InEach[DocumentTextObject | None],
        _told("What each language calls it, as printed there."),
    ]
    cited_in: Annotated[Ids, _told("The ids of the units that name it, in reading order.")]


class LanguagesObject(_Object, frozen=True):
    """Which language is which."""

    original: Tag
    translation: Tag


class EditionObject(_Object, frozen=True):
    """A public document, the original and its translation, unit by unit.

    Languages are keys, as BCP 47 tags; what a language does not have is null under its tag. Offsets
    count Unicode code points, from 0, in the plain text beside them; an end is the offset after the
    last character. The file and this schema are published together and always match. The version
    tells what to expect of the next one: its first number grows when a property is removed, renamed
    or means something else, its second when one is added, so a reader that skips properties it does
    not know keeps working while the first number stays.
    """

    schema_file: Annotated[Address, _told("Where this schema stands, relative to the file.")] = (
        msgspec.field(name="$schema")
    )
    schema_version: Annotated[
        str,
        Meta(
            description="The version of this schema that the file follows.",
            extra_json_schema={"const": VERSION},
        ),
    ]
    title: Annotated[InEach[str], _told("The document's name, as it is cited.")]
    languages: LanguagesObject
    status: Annotated[
        InEach[str],
        _told(
            "What force the text in each language has, said in that language. Show it "
            "where you show the text."
        ),
    ]
    site: Annotated[
        Annotated[str, Meta(extra_json_schema={"format": "uri"})] | None,
        _told(
            "The site's address, or null where it is not known; addresses are then "
            "relative to the site's root."
        ),
    ]
    last_changed: Annotated[
        Annotated[str, Meta(extra_json_schema={"format": "date-time"})] | None,
        _told("When the texts were last changed, in UTC; null where it is not known."),
    ]
    pages: Annotated[
        list[PageObject],
        _told("The pages of the document on the site, in reading order."),
    ]
    units: Annotated[
        list[UnitObject],
        _told(
            "Every heading, provision and paragraph of a footnote in reading order, "
            "the footnotes of a page after its text."
        ),
    ]
    footnotes: Annotated[
        list[FootnoteObject],
        _told("Every footnote as a whole, in reading order."),
    ]
    documents: Annotated[
        list[DocumentObject],
        _told(
            "Every other document that the text cites, in the order in which it first names them."
        ),
    ]
    head: Annotated[
        HeadObject | msgspec.UnsetType,
        _told("What the document states of itself; left out where it states nothing."),
    ] = msgspec.UNSET


def schema(address: str = "") -> dict[str, Any]:
    """The JSON Schema of the file, named by its absolute `address` where that is known."""
    made = msgspec.json.schema(Annotated[EditionObject, Meta(title="A text in two languages")])
    for told in made["$defs"].values():
        told["description"] = " ".join(told["description"].split())
    return {"$schema": _DIALECT, **({"$id": address} if address else {}), **made}
