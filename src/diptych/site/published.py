"""Which of the documents that a text cites are on the site, and what one is to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from diptych.language.tags import bare
from diptych.model import COVER, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.publication.head import head_of, number_key
from diptych.registers.documents import mentions
from diptych.registers.passages import passages_on

_CARRYING_OUT = {
    "vi": pattern_of(r"(?i)\b(?:thực hiện|triển khai|cụ thể hóa|cụ thể hoá|thi hành)\b"),
    "en": pattern_of(r"(?i)\b(?:implement(?:s|ing|ation)?|carr(?:y|ies|ying) out)\b"),
}
"""By language, an expression for words by which a document says that it carries out another."""
_REACH = 160
"""How many characters before a citation are searched for such words."""


@dataclass(frozen=True, slots=True)
class Named:
    """A document of the site that another one names on its cover."""

    work: Bitext
    carried_out: bool
    """Whether the cover says that it carries the document out."""


def numbers_of(bitext: Bitext, side: Side) -> Mapping[str, Bitext]:
    """By number, from `number_key`, the documents of the site, as the text of `side` states it.

    A number that two of them have tells of none.
    """
    found: dict[str, Bitext] = {}
    shared = set()
    for each in bitext.beside:
        if number := number_key(head_of(each.documents[side]).number):
            if number in found:
                shared.add(number)
            found[number] = each
    return {number: each for number, each in found.items() if number not in shared}


def named_on_cover(work: Bitext, published: Mapping[str, Bitext], side: Side) -> Iterator[Named]:
    """The documents among those `published` by number that `work` names on its cover, each once."""
    document = work.documents[side]
    told = _CARRYING_OUT.get(bare(document.locale))
    found: dict[str, Named] = {}
    for page in (page for page in document.pages if page.layout == COVER):
        for passage in passages_on(document, page.path):
            text = passage.segment.prose
            for mention in mentions(passage.segment, document.locale, side, work.entries):
                other = published.get(number_key(mention.symbol))
                if other is None or other is work:
                    continue
                before = text[max(0, mention.start - _REACH) : mention.start]
                first = found.get(other.folder)
                carried_out = bool(told and told.search(before))
                found[other.folder] = Named(other, carried_out or bool(first and first.carried_out))
    yield from found.values()
