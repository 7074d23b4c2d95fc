"""The head, the grounds and the signature of a document in the elements that are made for them.

The number, the date and the issuing body are marked where they stand; the grounds are `citations`;
each line of a signature is a `signature`, with the office and the person who signs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from diptych.exports.akoma_ntoso.elements import element
from diptych.exports.akoma_ntoso.runs import RunWriter
from diptych.language.figures import values
from diptych.model import Document, Provision
from diptych.publication.components import SIGNATURE, Component, components_in

ISSUER = "meta__issuer"
"""The id of the body that issued the document, among the references of the file."""
_ONTOLOGY = "/akn/ontology"
_ENACTING = "enactingFormula"

Blocks = Callable[[Iterable[Provision], RunWriter], Iterator[etree._Element]]  # noqa: SLF001
"""Writes provisions as blocks, where they are no formal lines."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs, by the ids of the lines with the office and the name."""

    office: str
    person: str
    rank: int

    @property
    def role_id(self) -> str:
        """The id of the office among the references of the file."""
        return f"meta__role_{self.rank}"

    @property
    def person_id(self) -> str:
        """The id of the person among the references of the file."""
        return f"meta__person_{self.rank}"


def signers(document: Document) -> list[Signer]:
    """Who signs `document`, in the order of the text."""
    components = components_in(document)
    found: list[Signer] = []
    office = ""
    for page in document.pages:
        for provision in page.provisions():
            match components.get(provision.id):
                case Component.AUTHORITY | Component.OFFICE:
                    office = provision.id
                case Component.SIGNER if office:
                    found.append(Signer(office, provision.id, len(found) + 1))
                    office = ""
    return found


def references(document: Document) -> Iterator[etree._Element]:
    """The offices and the persons that the signatures refer to."""
    signing = signers(document)
    wanted = {line for one in signing for line in (one.office, one.person)}
    texts = {
        provision.id: provision.segment.text
        for page in document.pages
        for provision in page.provisions()
        if provision.id in wanted
    }
    for one in signing:
        for kind, name, line in (
            ("role", one.role_id, one.office),
            ("person", one.person_id, one.person),
        ):
            yield element(
                f"TLC{kind.capitalize()}",
                eId=name,
                href=f"{_ONTOLOGY}/{kind}/{name.removeprefix('meta__')}",
                showAs=texts[line],
            )


class FormalLines:
    """Writes the formal lines of one document."""

    def __init__(self, document: Document, blocks: Blocks) -> None:
        self._components: Mapping[str, Component] = components_in(document)
        self._language = document.locale
        self._blocks = blocks
        self._signers = {
            line: one for one in signers(document) for line in (one.office, one.person)
        }

    def component(self, provision: Provision) -> Component | None:
        """What a provision is of the head, the preamble or the foot."""
        return self._components.get(provision.id)

    def head(self, provisions: Iterable[Provision], writer: RunWriter) -> Iterator[etree._Element]:
        """The blocks of what stands above the title."""
        for provision in provisions:
            match self.component(provision):
                case Component.ISSUER:
                    yield _marking(
                        provision, writer, (0, None), "docProponent", refersTo=f"#{ISSUER}"
                    )
                case Component.NUMBER:
                    symbol = values(provision.segment.text, self._language).symbols[0]
                    yield _marking(provision, writer, (symbol.start, symbol.end), "docNumber")
                case Component.DATED:
                    yield self._dated(provision, writer)
                case _:
                    yield from self._blocks([provision], writer)

    def preamble(
        self, provisions: Sequence[Provision], writer: RunWriter
    ) -> Iterator[etree._Element]:
        """The blocks of what stands between the title and the first number."""
        for component, lines in groupby(provisions, self.component):
            match component:
                case Component.RECITAL:
                    blocks = (self._blocks([line], writer) for line in lines)
                    yield element("citations", *(element("citation", *held) for held in blocks))
                case Component.FORMULA:
                    yield element("formula", *self._blocks(lines, writer), name=_ENACTING)
                case _:
                    yield from self._blocks(lines, writer)

    def foot(self, provisions: Sequence[Provision], writer: RunWriter) -> Iterator[etree._Element]:
        """The blocks of the recipients and the signature."""
        for signed, lines in groupby(provisions, lambda p: self.component(p) in SIGNATURE):
            if signed:
                yield from (self._signature(line, writer) for line in lines)
            else:
                yield from self._blocks(lines, writer)

    def _dated(self, provision: Provision, writer: RunWriter) -> etree._Element:
        date = values(provision.segment.text, self._language).dates[0]
        if not date.day:
            return writer.filled("p", provision.segment, wId=provision.id)
        span = date.start, date.start + len(date.printed)
        return _marking(provision, writer, span, "docDate", date=date.iso)

    def _signature(self, provision: Provision, writer: RunWriter) -> etree._Element:
        made = element("p", wId=provision.id)
        signed = element("signature")
        signer = self._signers.get(provision.id)
        if signer is None:
            signed = writer.filled("signature", provision.segment)
        elif signer.office == provision.id:
            signed.append(writer.filled("role", provision.segment, refersTo=f"#{signer.role_id}"))
        else:
            person = writer.filled("person", provision.segment, refersTo=f"#{signer.person_id}")
            person.set("as", f"#{signer.role_id}")
            signed.append(person)
        made.append(signed)
        return made


def _marking(
    provision: Provision,
    writer: RunWriter,
    span: tuple[int, int | None],
    tag: str,
    **attributes: str,
) -> etree._Element:
    """The paragraph of a line, in which the stretch `span` is in the element `tag`."""
    start, end = span
    segment = provision.segment
    made = writer.filled("p", segment, 0, start, wId=provision.id)
    marked = writer.filled(tag, segment, start, end, **attributes)
    made.append(marked)
    if end is not None and end < len(segment.text):
        rest = writer.filled("p", segment, end)
        marked.tail = rest.text
        made.extend(list(rest))
    return made
