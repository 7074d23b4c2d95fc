"""Meaning: a document is signed by the same authority and in the same office in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from diptych.diagnostics import Diagnostic
from diptych.language.formal_words import (
    authority_of,
    knows_signatures,
    names_a_deputy,
)
from diptych.language.tags import bare
from diptych.model import Kind, Provision, Side
from diptych.project.bitext import Bitext
from diptych.publication.components import SIGNATURE, Component, components_in
from diptych.rules import rule
from diptych.wording import Wording


class _Lines(NamedTuple):
    """A line of a signature in both languages, with what the Vietnamese one is."""

    both: tuple[Provision, Provision]
    component: Component | None


@rule("B115")
def signed_by_another_authority(bitext: Bitext) -> Iterator[Diagnostic]:
    """A signature says another authority in one language (TM., KT., TL., TUQ., Q.), or another
    office: that of a deputy instead of the head.

    Mend: Write “ON BEHALF OF” for “TM.”, “FOR” for “KT.”, “BY ORDER OF” for “TL.”, “UNDER
    AUTHORISATION OF” for “TUQ.”, “ACTING” for “Q.”, and the same office.

    vi: Chữ ký ghi thẩm quyền khác ở một bản (TM., KT., TL., TUQ., Q.), hoặc chức vụ khác: cấp phó
    thay cho cấp trưởng.

    Sửa: Dịch “TM.” là “ON BEHALF OF”, “KT.” là “FOR”, “TL.” là “BY ORDER OF”, “TUQ.” là “UNDER
    AUTHORISATION OF”, “Q.” là “ACTING”, và ghi đúng chức vụ.

    Bad:  `TL. CHỦ TỊCH` ↔ `ACTING CHAIRPERSON`
    Good: `TL. CHỦ TỊCH` ↔ `BY ORDER OF THE CHAIRPERSON`
    """
    languages = [bare(document.locale) for document in bitext.documents]
    if set(languages) != {"vi", "en"} or not all(map(knows_signatures, languages)):
        return
    vietnamese = Side(languages.index("vi"))
    for lines in _lines(bitext, vietnamese):
        yield from _authority(bitext, lines, vietnamese)


def _lines(bitext: Bitext, vietnamese: Side) -> Iterator[_Lines]:
    """The lines of signatures that both languages have."""
    document = bitext.documents[vietnamese]
    components = components_in(document)
    for pair in bitext.alignment.provisions:
        if (both := pair.both) is None or both[0].kind is not Kind.PARAGRAPH:
            continue
        if any(bitext.alone_near(side, line) for side, line in Side.of(both)):
            continue  # a line was lost, and what is paired here may not belong together
        own = both[vietnamese]
        component = components.get(own.id)
        if component in SIGNATURE or authority_of(own.segment.text, document.locale):
            yield _Lines(both, component)


def _authority(bitext: Bitext, lines: _Lines, vietnamese: Side) -> Iterator[Diagnostic]:
    own, other = (lines.both[side].segment.text for side in (vietnamese, vietnamese.other))
    said, rendered = authority_of(own, "vi"), authority_of(other.upper(), "en")
    formal = lines.component in (Component.AUTHORITY, Component.OFFICE)
    differs = not (said and rendered and said.meant & rendered.meant)
    if differs and (said or (rendered and formal)):
        vi, en = (one.printed if one else "–" for one in (said, rendered))
        message = Wording(
            vi=f"chữ ký ghi thẩm quyền khác nhau: bản tiếng Việt có “{vi}”, tiếng Anh có “{en}”",
            en=f"the signature says another authority: Vietnamese has “{vi}”, English “{en}”",
        )
    elif formal and names_a_deputy(own, "vi") != names_a_deputy(other, "en"):
        message = Wording(
            vi=f"chữ ký ghi chức vụ khác nhau: bản tiếng Việt có “{own}”, tiếng Anh có “{other}”",
            en=f"the signature says another office: Vietnamese has “{own}”, English “{other}”",
        )
    else:
        return
    yield Diagnostic(
        message,
        tuple(
            bitext.at(side, line.place, len(line.segment.text))
            for side, line in Side.of(lines.both)
        ),
    )
