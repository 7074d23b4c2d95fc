"""Two counterparts side by side, and what one of them has and the other lacks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from diptych.diagnostics import Diagnostic
from diptych.language.tags import bare
from diptych.model import Segment, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules.shared.lone import Placed, lone
from diptych.rules.shared.prose import read_aloud
from diptych.rules.shared.rendering import rendering
from diptych.wording import UNSAID, Wording

_SHOWN = 40
"""The most characters of a stretch that a message quotes."""
_ELSEWHERE = pattern_of(r"https?://", re.IGNORECASE)
_HABIT = 6
"""On how many texts of a page a language may depart before it is told as a habit, once."""
_ON_PAGE = Wording(vi=" trên trang này", en=" on this page")


class Text(NamedTuple):
    """One of two counterparts, as its marks are compared."""

    segment: Segment
    prose: str
    language: str
    """BCP 47 tag."""


Texts = tuple[Text, Text]


def texts_of(
    bitext: Bitext, where: Callable[[Segment], bool] | None = None, *, in_place: bool = False
) -> Iterator[Texts]:
    """The pairs of texts of which one at least is as `where` says; also those `in_place` beside
    others that were lost, if that is asked for.
    """
    languages = [document.locale for document in bitext.documents]
    for one, other in bitext.texts_in_place() if in_place else bitext.texts():
        if (where is None or where(one) or where(other)) and _say_the_same(bitext, one, other):
            yield (
                Text(one, read_aloud(one), languages[0]),
                Text(other, read_aloud(other), languages[1]),
            )


def _say_the_same(bitext: Bitext, one: Segment, other: Segment) -> bool:
    """Whether two counterparts lead to one address at least, if both lead to other sites: two that
    do not are probably none.
    """
    addresses = [
        {link.target for link in segment.links if _ELSEWHERE.match(link.target)}
        for segment in (one, other)
    ]
    return bitext.published or not all(addresses) or bool(addresses[0] & addresses[1])


def extra(texts: Texts, found: Sequence[Sequence[Placed]]) -> tuple[list[Placed], list[Placed]]:
    """For each side, what stands there alone."""
    lengths = len(texts[0].prose), len(texts[1].prose)
    return lone(found[0], found[1], lengths), lone(found[1], found[0], lengths[::-1])


class Lacking(NamedTuple):
    """What one of two counterparts has and the other lacks."""

    side: Side
    """The side that has it."""
    texts: Texts
    left: Sequence[Placed]
    name: Wording
    """What messages call one such thing."""


def is_asked(bitext: Bitext, side: Side) -> bool:
    """Whether the other language has to have what the language of `side` has.

    Translators set words apart that are foreign to their readers, so what a translation adds is no
    fault; English is often the original although it comes second. What is published is exact.
    """
    english = bare(bitext.documents[side].locale) == "en"
    return bitext.published or side is not rendering(bitext) or english


def told(bitext: Bitext, lacking: Iterable[Lacking], habit: int = _HABIT) -> Iterator[Diagnostic]:
    """One finding per text; one per page where a language goes its own way all over it, on more
    texts than `habit`.
    """
    by_page: dict[tuple[str, Side, str], list[Lacking]] = {}
    for each in lacking:
        if each.left:
            key = each.texts[0].segment.place.file, each.side, each.name.en
            by_page.setdefault(key, []).append(each)
    for found in by_page.values():
        if len(found) > habit and not bitext.published:
            more = sum(len(each.left) for each in found) - 1
            yield _lacks(bitext, found[0], more, _ON_PAGE)
        else:
            for each in found:
                yield _lacks(bitext, each, len(each.left) - 1)


def _lacks(bitext: Bitext, lacking: Lacking, more: int, where: Wording = UNSAID) -> Diagnostic:
    side, texts, left, name = lacking
    first = left[0]
    segment, other = texts[side].segment, texts[side.other].segment
    languages = [bitext.language(each) for each in Side]
    said = quoted(first)
    return Diagnostic(
        Wording(
            vi=f"bản {languages[side.other].vi} thiếu {name.vi} “{said}” của bản "
            f"{languages[side].vi}" + (f", và {more} chỗ nữa{where.vi}" if more else ""),
            en=f"{languages[side.other].en} lacks {name.en} “{said}” that {languages[side].en} has"
            + (f", and {more} more{where.en}" if more else ""),
        ),
        (
            bitext.at(side, segment.place_at(first.start), first.end - first.start),
            bitext.about(side.other, other, segment, first.start),
        ),
    )


def quoted(thing: Placed) -> str:
    """What messages quote of `thing`."""
    held = thing.held.strip()
    return held if len(held) <= _SHOWN else held[: _SHOWN - 1] + "…"
