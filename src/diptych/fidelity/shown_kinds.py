"""What a passage is on the page, as far as the source lets it be known.

A source has lines, numbers and dashes, no marks of headings. So a passage is held against its
like: where lines of one shape (numbered in Roman, ending no sentence) are headings, the one that
is none departs; where they are paragraphs, the one that is a heading does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from diptych.fidelity.departures import Departure
from diptych.language.numerals import leading_number
from diptych.model import CLOSING, Division, Kind, Page, Place, Provision, Side
from diptych.model.markup import KIND, MarkupKind
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.source.matching import Matched, Matching
from diptych.source.printed_words import marker_of, marker_place
from diptych.wording import Wording

_ENDS = pattern_of(r"[.;,!?…][”\"’»)\]]*$")
_CLOSES = pattern_of(r"[.;:,!?…”\"’»)\]]$")
_OPENS = pattern_of(r"-|(?:\d{1,3}|[IVXLC]+)\.|(?:\d{1,3}|[a-zđ])\)")
_LIKE = 3
"""How many times more passages of its shape must be set the other way for one to be a slip."""
_SHOWN = 60


class _Passage(NamedTuple):
    shape: tuple[str, bool]
    """How it is numbered, and whether it ends as a sentence does."""
    heading: bool
    text: str
    place: Place


def kind_departures(bitext: Bitext, matching: Matching) -> Iterator[Departure]:
    """The departures in kind: headings, paragraphs, dashes and breaks unlike the source's."""
    pages = [page for page in bitext.original.pages if not page.editorial]
    yield from _unlike_their_like(pages, matching)
    yield from _headings_at_another_level(bitext, pages, matching)
    for page in pages:
        yield from _begun_elsewhere(page, matching)
    yield from _not_begun(pages, matching)


def _unlike_their_like(pages: list[Page], matching: Matching) -> Iterator[Departure]:
    passages = [passage for page in pages for passage in _passages(page)]
    counted = Counter((passage.shape, passage.heading) for passage in passages)
    for passage in passages:
        like = counted[passage.shape, passage.heading] - 1
        unlike = counted[passage.shape, not passage.heading]
        numbered, ends = passage.shape
        if not numbered and not ends:
            continue  # a name, a title, a heading: nothing tells them apart
        if unlike < 2 or unlike < _LIKE * like or (not numbered and not passage.heading):
            continue
        yield _kind(passage.text, passage.place, passage.heading, matching)
    for page in pages:
        if page.layout == CLOSING:  # recipients and signatures, no headings
            for division in list(page.own_divisions())[1:]:
                if division.heading:
                    yield _kind(division.heading.text, division.place, True, matching)


def _kind(text: str, place: Place, heading: bool, matching: Matching) -> Departure:
    said = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
    message = (
        Wording(
            vi=f"đoạn này là tiêu đề, khác mọi đoạn cùng dạng trong văn bản nguồn: “{said}”",
            en=f"this is a heading, unlike every passage of its form in the source: “{said}”",
        )
        if heading
        else Wording(
            vi="đoạn này không phải tiêu đề, khác mọi dòng cùng dạng trong văn bản nguồn: "
            f"“{said}”",
            en=f"this is not a heading, unlike every line of its form in the source: “{said}”",
        )
    )
    found = matching.after(place)
    return Departure(
        Side.ORIGINAL, KIND, text, place, message, len(text), found.expected if found else None
    )


def _passages(page: Page) -> Iterator[_Passage]:
    for node in page.nodes():
        if node.segment is None or node.note or node.kind is Kind.ROW:
            continue
        if node.body.number and node.body.number.kind:
            continue  # its word says what it is
        text, heading = node.segment.text, isinstance(node.body, Division)
        if not isinstance(node.body, Division):
            text = f"{marker_of(node.body)} {text}".strip()
        yield _passage(text, node.body.place, heading)


def _passage(text: str, place: Place, heading: bool) -> _Passage:
    number = leading_number(text)
    dash = "-" if text.startswith("- ") else ""
    rest = text[len(number.printed) :] if number else text
    style = f"{number.style}{number.printed[-1]}" if number else dash
    ends = not rest.isupper() and bool(_ENDS.search(rest.rstrip()))
    return _Passage((style, ends), heading, text, place)


def _headings_at_another_level(
    bitext: Bitext, pages: list[Page], matching: Matching
) -> Iterator[Departure]:
    """A departure for each heading that skips a level or is unlike the headings beside it."""
    own = {page.path for page in pages}
    for siblings in _families(bitext.original.divisions):
        headed = [d for d in siblings if d.heading and d.number and d.page in own]
        styles = Counter(str(d.number.style) for d in headed if d.number)
        levels = Counter(d.level for d in headed)
        for division in headed:
            style = str(division.number.style) if division.number else ""
            if _stands_alone(styles, style) or _stands_alone(levels, division.level):
                yield _level(division, matching)
    for division in bitext.original.walk():
        skipped = [d for d in division.divisions if d.level > division.level + 1]
        for below in skipped:
            if division.heading and below.page == division.page and below.page in own:
                yield _level(below, matching)


def _stands_alone(counted: Counter[Any], own: object) -> bool:
    return counted[own] < 2 <= max(counted.values())


def _families(divisions: tuple[Division, ...]) -> Iterator[tuple[Division, ...]]:
    yield divisions
    for division in divisions:
        yield from _families(division.divisions)


def _level(division: Division, matching: Matching) -> Departure:
    text = division.heading.text if division.heading else ""
    found = matching.after(division.place)
    return Departure(
        Side.ORIGINAL,
        KIND,
        text,
        division.place,
        Wording(
            vi=f"tiêu đề có cấp khác với các tiêu đề cùng dạng: “{text[:_SHOWN]}”",
            en=f"the heading is at a different level from others of its form: “{text[:_SHOWN]}”",
        ),
        len(text),
        found.expected if found else None,
    )


def _begun_elsewhere(page: Page, matching: Matching) -> Iterator[Departure]:
    """A departure for each passage that begins within a sentence, and a line, of the source."""
    passages = [
        *(
            (p.segment.text, p.place, _beginning(p))
            for p in page.provisions()
            if p.kind is not Kind.ROW
        ),
        *((d.heading.text, d.place, d.place) for d in page.own_divisions() if d.heading),
    ]
    for text, place, beginning in passages:
        found = matching.at(beginning)
        if found is None or found.before is None or matching.begins_a_line(found.expected):
            continue
        if not _CLOSES.search(found.before.text):  # else the scan may have lost the break
            yield _break(text, place, found)


def _beginning(provision: Provision) -> Place:
    marker = marker_of(provision)
    return marker_place(provision, marker) if marker else provision.place


def _break(text: str, place: Place, found: Matched) -> Departure:
    said = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
    return Departure(
        Side.ORIGINAL,
        MarkupKind.BREAK,
        text,
        place,
        Wording(
            vi=f"trang bắt đầu một đoạn ở giữa câu của văn bản nguồn: “{said}”",
            en=f"the page begins a passage in the middle of a sentence of the source: “{said}”",
        ),
        len(said),
        found.expected,
    )


def _not_begun(pages: list[Page], matching: Matching) -> Iterator[Departure]:
    """A departure for each dash or number that begins a paragraph in the source but not here."""
    begun = {
        place
        for page in pages
        for provision in page.all_provisions()
        for place in _beginnings(provision)
    }
    begun |= {d.place for page in pages for d in page.own_divisions() if d.heading}
    rows = {
        (provision.place.file, provision.place.line)
        for page in pages
        for provision in page.all_provisions()
        if provision.kind is Kind.ROW
    }
    for found in matching:
        word, place = found.expected, found.printed.place
        if place in begun or (place.file, place.line) in rows or not _OPENS.fullmatch(word.text):
            continue
        listed = matching.line_before(word).startswith("-") and word.text == "-"
        if not (matching.begins_a_paragraph(word) or (listed and matching.begins_a_line(word))):
            continue
        yield Departure(
            Side.ORIGINAL,
            KIND,
            word.text,
            found.printed.place,
            Wording(
                vi=f"trong văn bản nguồn, “{word.text}” mở đầu một đoạn riêng; ở đây thì không",
                en=f"in the source “{word.text}” opens a passage of its own; here it does not",
            ),
            len(word.text),
            word,
        )


def _beginnings(provision: Provision) -> tuple[Place, ...]:
    """The places where a provision begins: at its mark, and at a number written into its text."""
    if marker_of(provision):
        return _beginning(provision), provision.place
    return () if provision.segment.text.startswith("- ") else (provision.place,)
