"""The provisions without counterpart, those together that are one difference of two texts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from math import exp

from diptych.alignment import children_of
from diptych.alignment.similarity import invariants, whole
from diptych.language.lengths import usual_ratio
from diptych.language.own_names import names_language
from diptych.model import PROSE, Division, Provision, Segment, Side
from diptych.model.marks import tag_name
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules.shared.language_choices import offers_languages
from diptych.rules.shared.rendering import rendering
from diptych.rules.shared.translators_sections import translators_sections

_ALIKE = 3
"""From how many texts on that differ in names, figures and addresses only they are told as one."""
_FEW_WORDS = 3
"""The fewest words by which two texts are known to be alike."""
_KEPT = 5
"""The fewest words of a text that a translation is said to have kept."""
_SAME = 0.8
"""The least share of its words that a text kept in the original's language has in common with the
original."""
_READ = 2_000
"""How many characters of a text are read for its words."""
_NAME = 60
"""How many characters of a text are read for the name of a language, as a choice of them has."""
_RUN_ON = 0.6
"""The share of a list's length by which the text that holds it is longer, if it says the same."""
_LABEL = pattern_of(r"[^.!?:]{1,40}[:：]")
"""A text that only says what stands behind it: "Example:"."""
_BOLD = pattern_of(r"\*\*[^*]{1,200}\*\*:?|__[^_]{1,200}__:?")
"""A paragraph of nothing but a line in bold."""
_AS_LONG = 2.5
"""How many times as long as a heading, as its language has it, a line for it may be."""
_OFTEN = 2
"""How many texts of a page stand beside the original's words where only their lengths tell."""
_LONGER = 1.6
"""How many times as long as the original's words a text that renders them may be."""
_NEAR = 2
"""How many provisions away from a translation the original's own words may stand."""
_WORD = pattern_of(r"[^\W\d_]+")
_NO_WORD = pattern_of(r"[./\\_\d]\w")
"""What a figure, an address or the name of a file has."""
_NOTHING = frozenset({"a", "br", "wbr", "p", "div", "span", "center", "hr"})
"""Tags that show nothing by themselves."""


@dataclass(frozen=True, slots=True)
class LoneTexts:
    """Neighbours without counterpart, and how many others are the same difference."""

    side: Side
    row: Sequence[Provision]
    likewise: int = 0
    """How many other texts without counterpart are like the first, on any page."""
    kept: Sequence[Provision] = ()
    """The texts in the original's words that they stand beside, or are themselves, where the
    translation gives a text twice."""


def lone_texts(bitext: Bitext, told: Container[str]) -> Iterator[LoneTexts]:
    """The provisions without counterpart that show something, save those whose ids are `told` and
    a translator's notes.

    Neighbours are together. So are texts that differ in names and figures only, three or more, and
    the texts of a page that the translation gives twice, translated and in the original's words.
    """
    tags = bitext.original.locale, bitext.translation.locale
    notes = bitext.once(translators_sections).provisions
    lone = [
        (side, provision)
        for pair in bitext.alignment.provisions
        for side in Side
        if (provision := pair.side(side)) is not None and pair.both is None
        and provision.id not in told and (side, provision.id) not in notes
        and not _shows_nothing(provision)
        and not names_language(provision.segment.text[:_NAME], tags)
        and (bitext.published or not offers_languages(provision.segment.markdown, tags))
    ]  # fmt: skip
    twice = bitext.once(kept_beside)
    groups: dict[object, list[LoneTexts]] = {}
    for side, row in _in_rows(bitext, lone):
        kept = twice.get(row[0].id) if side is rendering(bitext) and len(row) == 1 else None
        found = LoneTexts(side, row, kept=(kept,) if kept else ())
        groups.setdefault(_difference(found), []).append(found)
    for alike in groups.values():
        if alike[0].kept or len(alike) >= _ALIKE:
            first = alike[0]
            every = [each for found in alike for each in found.kept]
            yield LoneTexts(first.side, first.row, len(alike) - 1, every)
        else:
            yield from alike


def set_as_headings(bitext: Bitext) -> dict[tuple[Side, str], Provision]:
    """By side and id of a heading without counterpart the line in bold without one that stands for
    it: the first of a page for its first, and so on, as far as their lengths fit.
    """
    headings: dict[tuple[Side, int], list[Division]] = {}
    lines: dict[tuple[Side, int], list[Provision]] = {}
    numbers = _page_numbers(bitext)
    for division in bitext.alignment.divisions:
        side = Side.ORIGINAL if division.original else Side.TRANSLATION
        lone = division.side(side)
        if division.both is None and lone and lone.heading:
            key = side, numbers[side].get(lone.place.file, -1)
            headings.setdefault(key, []).append(lone)
    for pair in bitext.alignment.provisions:
        side = Side.ORIGINAL if pair.original else Side.TRANSLATION
        line = pair.side(side)
        if pair.both is None and line and _BOLD.fullmatch(line.segment.markdown.strip()):
            key = side.other, numbers[side].get(line.place.file, -1)
            lines.setdefault(key, []).append(line)
    usual = exp(usual_ratio(bitext.original.locale, bitext.translation.locale))
    found: dict[tuple[Side, str], Provision] = {}
    for key, row in lines.items():
        scale = 1 / usual if key[0] else usual
        for line, heading in zip(row, headings.get(key, ()), strict=False):
            ratio = len(line.segment.text) / max(1.0, len(heading.title) * scale)
            if 1 / _AS_LONG <= ratio <= _AS_LONG:
                found[key[0], heading.id] = line
    return found


def _page_numbers(bitext: Bitext) -> tuple[dict[str, int], dict[str, int]]:
    """By side, the number of the pair that a page is in, by its file."""
    numbers: tuple[dict[str, int], dict[str, int]] = ({}, {})
    for number, pair in enumerate(bitext.alignment.pages):
        for side in Side:
            if (page := pair.side(side)) is not None:
                numbers[side][page.file] = number
    return numbers


def run_on(bitext: Bitext) -> set[str]:
    """The ids of provisions whose counterpart stands, as running text, in that of what holds them:
    none of a list has one, and the text that holds the list is longer by as much.
    """
    if bitext.published:
        return set()
    usual = exp(usual_ratio(bitext.original.locale, bitext.translation.locale))
    found: set[str] = set()
    for side in Side:
        scale = 1 / usual if side else usual
        known = bitext.alignment.counterparts[side]
        for lone in bitext.alignment.lone_below[side].values():
            parent = bitext.parent(side, lone[0])
            if not isinstance(parent, Provision) or len(lone) != len(parent.children):
                continue
            counterpart = known.get(parent.id)
            if counterpart is None or counterpart.children or not parent.segment.text:
                continue
            own = len(parent.segment.text) * scale
            listed = sum(len(whole(child)) for child in lone) * scale
            if len(counterpart.segment.text) - own >= _RUN_ON * listed:
                found.update(provision.id for provision in lone)
    return found


def _in_rows(
    bitext: Bitext, lone: Sequence[tuple[Side, Provision]]
) -> Iterator[tuple[Side, list[Provision]]]:
    """Provisions without counterpart, those that follow each other in one place together."""
    ids = {(side, provision.id) for side, provision in lone}
    done: set[tuple[Side, str]] = set()
    for side, provision in lone:
        if (side, provision.id) in done:
            continue
        parent = bitext.parent(side, provision)
        siblings = children_of(parent) if parent else (provision,)
        done.update((side, sibling.id) for sibling in siblings)
        alone = partial(_among, ids, side)
        yield from ((side, list(run)) for is_lone, run in groupby(siblings, key=alone) if is_lone)


def _among(ids: Container[tuple[Side, str]], side: Side, provision: Provision) -> bool:
    return (side, provision.id) in ids


def _difference(found: LoneTexts) -> object:
    """What texts without counterpart have in common if they are one difference."""
    first = found.row[0]
    if found.kept:
        return found.side, first.place.file
    if len(found.row) == 1 and not first.children and _LABEL.fullmatch(first.segment.text):
        return found.side, first.place.file, _LABEL
    if len(found.row) > 1 and not any(each.children for each in found.row):
        return found.side, first.place.file, tuple(each.segment.text for each in found.row)
    words = _row_of_words(first.segment.text)
    if len(found.row) > 1 or len(words) < _FEW_WORDS or first.children:
        return found.side, first.id
    return found.side, first.kind, tuple(words)


def _shows_nothing(provision: Provision) -> bool:
    """Whether a provision has neither words nor a picture: an anchor, a break, an empty item."""
    text = provision.segment
    return not (provision.children or text.links or text.text.strip()) and all(
        tag.written.startswith(("</", "<!")) or tag_name(tag.written).lower() in _NOTHING
        for tag in text.tags
    )


def kept_beside(bitext: Bitext) -> Mapping[str, Provision]:
    """The texts that the translation gives twice, translated and in the original's words: the id of
    the one that has no counterpart, mapped to the one in the original's words.
    """
    found = {}
    unproved: dict[str, dict[str, Provision]] = {}
    side = rendering(bitext)
    paired = bitext.alignment.counterparts[side]
    for below in bitext.alignment.lone_below[side].values():
        for lone in below:
            if lone.kind not in PROSE:
                continue  # code is the same in both languages
            parent = bitext.parent(side, lone)
            row = children_of(parent) if parent else ()
            at = bisect_left(row, lone.place, key=lambda p: p.place)
            for near in row[max(0, at - _NEAR) : at + _NEAR + 1]:
                counterpart = paired.get(near.id)
                if counterpart is None or not {near.kind, counterpart.kind} <= PROSE:
                    continue
                if _same_words(lone.segment, counterpart.segment):
                    found[lone.id] = lone
                elif _same_words(near.segment, counterpart.segment):
                    rendered = renders(lone.segment, near.segment)
                    if rendered:
                        found[lone.id] = near
                    elif rendered is None:
                        unproved.setdefault(lone.place.file, {})[lone.id] = near
    for pairs in unproved.values():
        if len(pairs) >= _OFTEN:
            found.update(pairs)
    return found


def renders(lone: Segment, near: Segment) -> bool | None:
    """Whether `lone` says what `near` says in other words, by what a translation keeps; None if
    only the lengths speak for it.
    """
    texts = [text.text[:_READ] for text in (lone, near)]
    if max(map(len, texts)) > _LONGER * min(map(len, texts)) or _same_words(lone, near):
        return False
    kept, wanted = (invariants(text)[0] for text in texts)
    if any(map(str.isdigit, kept.keys() ^ wanted.keys())):
        return False
    for text, names in ((lone, kept), (near, wanted)):
        names.update(text.text[start:end] for start, end in text.code)
    return 2 * (kept & wanted).total() >= wanted.total() if wanted else None


def _same_words(one: Segment, other: Segment) -> bool:
    words = [set(_row_of_words(text.text)) for text in (one, other)]
    return min(map(len, words)) >= _KEPT and len(words[0] & words[1]) >= _SAME * max(
        map(len, words)
    )


def _row_of_words(text: str) -> list[str]:
    """The words of a text, without those of addresses and names of files."""
    parts = (part for part in text[:_READ].casefold().split() if not _NO_WORD.search(part))
    return _WORD.findall(" ".join(parts))
