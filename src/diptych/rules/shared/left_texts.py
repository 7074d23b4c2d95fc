"""The texts that stand in the language of the other side, and where in them that begins."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import is_normalized

from diptych.alignment import children_of
from diptych.language.passages import Tongues, tongues
from diptych.language.personal_names import is_personal_name
from diptych.model import PROSE, Division, Kind, Page, Provision, Segment, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules.shared.everyday_words import (
    is_beside_english,
    is_left_in_english,
    start_of_english_run,
)
from diptych.rules.shared.held_alike import (
    inner_links_alike,
    is_picture,
    is_short_picture,
    pictures_alike,
    sentence_links_alike,
)
from diptych.rules.shared.lone_texts import renders
from diptych.rules.shared.may_stay import (
    QUOTED,
    are_quoted,
    is_message,
    looked_at,
    spells_out,
    start_of_aside,
    without_labels,
)
from diptych.rules.shared.peers import peers_left
from diptych.rules.shared.plain_words import (
    are_plain_words,
    call_left_alike,
    is_label_left,
    is_plain_word,
    is_shown_in_code,
    is_title_left,
    spans_left_alike,
)
from diptych.rules.shared.rendering import may_be_rendering, rendering

_NUMBERED = pattern_of(r"[A-Z]{1,10}+[- ]?\d[\w:.-]*+\s")
"""A standard, a weakness: its number goes before its official name."""
_ONE_NAME = pattern_of(r"[!-~]++")
"""What has no blank: the words of a name in code (`map_every`) are none of a language."""
_TIMES = 2
"""How many times as long as a passage what renders it may be, or the other way round."""
_BESIDE = 4
"""The most lines between a passage and what renders it where it is given in both languages."""
_SOUGHT = 20
"""How many characters of a passage are looked for in its counterpart."""
_OPENS_BOX = pattern_of(r"[^\W\d_]++[:：]")
"""What some tools make a box of at the head of a quotation, in one language only: `> Note: …`."""
_AND = pattern_of(r",? and ")
"""What was left between pieces of code."""
_SEVERAL = 3
"""In how many places of a page headings or items were left where the like of them were, too."""
_COLON = (":", "：")
_CELLS = 2
"""How many cells of one word a row that was left has at least; one may be a borrowed word."""
_LISTED = frozenset({Kind.DASH, Kind.ITEM})
_WORDS = 3
"""The least words of a text that counts on a page judged as a whole."""
_TELLING_IN_LINK = 2
"""The least words that tell in capitals of a link or in bold; one may be part of a name."""
_SMALL_WORD = 3
"""The most letters of a small word within a name."""


@dataclass(frozen=True, slots=True)
class Left:
    """A text of one side that is in the language of the other."""

    side: Side
    node: Division | Provision
    segment: Segment
    start: int
    """The offset at which the passage begins."""
    rank: int
    """Its place among the texts of its page, counted from 0."""


def left_texts(bitext: Bitext) -> list[Left]:
    """Every text that is in the other language, with the side it stands on."""
    languages = [document.locale for document in bitext.documents]
    found = []
    for side in Side:
        told_by = tongues(languages[side], languages[side.other])
        if told_by is not None:
            for page in bitext.documents[side].pages:
                found += _left_on(bitext, side, page, told_by)
    return found


def _left_on(bitext: Bitext, side: Side, page: Page, told_by: Tongues) -> list[Left]:
    """The texts of `page` that are in the other language, in reading order."""
    found: list[Left] = []
    others: list[tuple[int, _Read]] = []
    for rank, (node, segment) in enumerate(texts_of(page)):
        if is_personal_name(segment.text) or not is_normalized("NFC", segment.text):
            continue  # the latter is the finding of H101
        if told_by.outside is not None and (
            is_short_picture(segment) or _is_title_in_both(node, segment, told_by)
        ):
            continue
        other = bitext.alignment.text_opposite(side, node)
        read = _Read(side, node, segment, looked_at(segment), other)
        start = _start(bitext, read, told_by)
        if start is None:
            if read.is_alike:
                others.append((rank, read))
        elif not (
            (read.is_alike and _is_shown(bitext, read))
            or _is_beside_translation(bitext, side, node, told_by)
        ):
            found.append(Left(side, node, segment, start, rank))
    return sorted([*found, *_like(bitext, found, others)], key=lambda left: left.rank)


def _like(
    bitext: Bitext, found: Sequence[Left], others: Sequence[tuple[int, _Read]]
) -> Iterator[Left]:
    """Those of `others` that both sides have alike and whose like were left in several places of
    the page: headings, or items of lists. There a title of everyday words was left, too.
    """
    left = Counter(_kind_of(each.node) for each in found)
    for rank, read in others:
        if (
            left[_kind_of(read.node)] >= _SEVERAL
            and " " in read.segment.text
            and (isinstance(read.node, Division) or read.node.kind in _LISTED)
            and is_beside_english(bitext, read.side)
            and is_left_in_english(bitext, read.side, read.text, titled=True)
            and not _is_shown(bitext, read)
        ):
            yield Left(read.side, read.node, read.segment, 0, rank)


def _kind_of(node: Division | Provision) -> Kind | None:
    """What a text is; None for a heading."""
    return node.kind if isinstance(node, Provision) else None


def _is_title_in_both(node: Division | Provision, segment: Segment, told_by: Tongues) -> bool:
    """Whether the title of a page keeps what the original is called, beside words in letters of its
    own: "The Orchard 中文版".
    """
    if not isinstance(node, Division) or node.level != 1 or told_by.outside is None:
        return False
    return any(char.isalpha() and not told_by.outside.match(char) for char in segment.text)


def _is_beside_translation(
    bitext: Bitext, side: Side, node: Division | Provision, told_by: Tongues
) -> bool:
    """Whether a passage of the translation is one of the original's that stands there beside what
    renders it, as a quotation that is given in both languages does.
    """
    if bitext.published or side is not rendering(bitext) or not isinstance(node, Provision):
        return False
    counterpart = bitext.alignment.counterparts[side].get(node.id)
    quoted = bitext.once(_by_letters).get(_letters(node))
    if counterpart is None:  # then that of the quoted one is the rendering
        there = quoted and bitext.alignment.counterparts[side.other].get(quoted.id)
        beside = [there] if there else []
    else:
        beside = bitext.alone_near(side, node) if quoted is counterpart else []
    length = len(node.segment.text)
    return any(
        length < _TIMES * len(each.segment.text) < _TIMES**2 * length
        and abs(each.place.line - node.place.line) <= _BESIDE
        and told_by.start_of_passage(each.segment.text) is None
        and renders(each.segment, node.segment) is not False
        for each in beside
    )


def _by_letters(bitext: Bitext) -> dict[str, Provision]:
    """The provisions of the original by their letters."""
    return {
        _letters(provision): provision
        for page in bitext.documents[rendering(bitext).other].pages
        for provision in page.all_provisions()
    }


def _letters(provision: Provision) -> str:
    return "".join(filter(str.isalnum, provision.segment.text))


def texts_of(page: Page) -> list[tuple[Division | Provision, Segment]]:
    """The texts of `page` that people read, each with its node."""
    return [
        (node.body, node.segment)
        for node in page.nodes()
        if node.segment and (node.kind is None or node.kind in PROSE)
    ]


@dataclass(frozen=True, slots=True)
class _Read:
    """A text as it is looked at, beside its counterpart."""

    side: Side
    node: Division | Provision
    segment: Segment
    text: str
    """The text with a break for all that may stay as it is."""
    other: Segment | None

    @property
    def is_heading(self) -> bool:
        return isinstance(self.node, Division)

    @property
    def is_quotation(self) -> bool:
        return isinstance(self.node, Provision) and self.node.kind is Kind.QUOTE

    @property
    def is_alike(self) -> bool:
        return self.other is not None and self.other.text == self.segment.text


def _start(bitext: Bitext, read: _Read, told_by: Tongues) -> int | None:
    """Where what was left begins in a text; None where nothing was."""
    segment, other, text = read.segment, read.other, read.text
    translated = rendering(bitext)
    text = without_labels(text, segment, other, sentences=told_by.outside is None)
    if read.is_alike:
        if read.side is not translated and not told_by.tells_apart:
            return None  # it is the translation that should be another text
        if not bitext.published and not may_be_rendering(bitext, read.side):
            return None  # as the author wrote it
        if _NUMBERED.match(segment.text) or QUOTED.fullmatch(segment.text.strip()):
            return None  # as a standard is called, or as a program says it
        if not _ONE_NAME.fullmatch(segment.text) and told_by.all_foreign(text):
            return 0
    start = told_by.start_of_passage(text)
    if start is not None and read.is_heading and are_quoted(segment, other):
        return None  # what a program says
    if start is not None and not told_by.is_sure and not _stands_in(segment.text, start, other):
        start = None
    if start is None and read.side is translated and not read.is_alike:
        start = _conjunction_left(segment, told_by)
    if start is None and other is not None:
        start = _start_of_short(bitext, read, other, told_by)
    return start


def _is_shown(bitext: Bitext, read: _Read) -> bool:
    """Whether a text that both sides have is a name spelt out, what a program says, or what a block
    of code has for a demonstration.
    """
    text = read.segment.text
    return (
        spells_out(text)
        or is_message(text)
        or _is_announced(bitext, read)
        or is_shown_in_code(bitext, text)
    )


def _is_announced(bitext: Bitext, read: _Read) -> bool:
    """Whether a text is a quotation behind what ends with a colon: what a program says."""
    if not isinstance(read.node, Provision) or read.node.kind is not Kind.QUOTE:
        return False
    parent = bitext.parent(read.side, read.node)
    row = children_of(parent) if parent else ()
    at = bisect_left(row, read.node.place, key=lambda each: each.place)
    return at > 0 and row[at - 1].segment.text.endswith(_COLON)


def _stands_in(text: str, start: int, other: Segment | None) -> bool:
    """Whether the counterpart has a passage so, too."""
    return other is not None and text[start : start + _SOUGHT] in other.text


def _start_of_short(bitext: Bitext, read: _Read, other: Segment, told_by: Tongues) -> int | None:
    """Where something shorter than a passage stands that both texts have alike."""
    start = None
    if read.side is rendering(bitext):
        start = _start_of_plain(bitext, read, other, told_by)
        if start is None and not read.is_alike:
            latin = told_by.outside is None
            text = without_labels(read.text, read.segment, other, sentences=latin)
            start = told_by.start_of_kept(text, other.text)
        start = start if start is not None else start_of_aside(read.segment, other, told_by)
    if start is None and is_beside_english(bitext, read.side):
        start = _start_of_everyday(bitext, read, other)
        if start is not None and not any(map(str.isalpha, QUOTED.sub("", read.segment.text))):
            return None  # what somebody says
    return start


def _start_of_everyday(bitext: Bitext, read: _Read, other: Segment) -> int | None:
    """Where everyday words of English stand that both texts have alike."""
    node, segment, text, side = read.node, read.segment, read.text, read.side
    peers = bitext.once(peers_left)
    if isinstance(node, Division):
        titled = segment.place.file not in peers.names
        alone = segment.place.file in peers.headings
    else:
        announced = node.kind is Kind.PARAGRAPH and segment.text.endswith(_COLON)
        titled = node.heads or segment.is_strong or announced or is_picture(segment)
        alone = node.heads and _table_of(node) in peers.tables
    named = is_picture(segment) or (segment.is_strong and not segment.text.endswith(_COLON))
    least = _TELLING_IN_LINK if named else 1
    for start, end in spans_left_alike(segment, other):
        alike = text[start:end]
        if is_left_in_english(bitext, side, alike, titled=titled, least=least, alone=alone):
            return start
    held = [(span, True, _TELLING_IN_LINK) for span in pictures_alike(segment, other)]
    held += [(span, True, _TELLING_IN_LINK) for span in inner_links_alike(segment, other)]
    if not read.is_alike:
        held += [(span, False, 1) for span in sentence_links_alike(segment, other)]
    for (start, end), titled, least in held:
        alike = segment.text[start:end]
        within = "" if read.is_alike else alike
        if is_left_in_english(bitext, side, alike, titled=titled, least=least, within=within):
            return start
    if read.is_alike:
        return None
    return start_of_english_run(bitext, side, without_labels(text, segment, other), other.text)


def _table_of(row: Provision) -> tuple[str, int] | None:
    return (row.place.file, row.columns.line) if row.columns is not None else None


def _conjunction_left(segment: Segment, told_by: Tongues) -> int | None:
    """The offset of the English "and" between two pieces of code of a text in another language."""
    for (_, end), (start, _) in pairwise(segment.code):
        if "and" in told_by.foreign and _AND.fullmatch(segment.text, end, start):
            return end
    return None


def _start_of_plain(bitext: Bitext, read: _Read, other: Segment, told_by: Tongues) -> int | None:
    """Where a few plain words stand that the translation has as the original has them."""
    node, segment, text = read.node, read.segment, read.text
    for start, end in spans_left_alike(segment, other):
        alike = text[start:end]
        if are_plain_words(bitext, alike):
            return start
        if is_label_left(bitext, alike) and not is_picture(segment):
            return start
        if isinstance(node, Division) and (
            is_plain_word(bitext, alike)
            or (
                segment.place.file not in bitext.once(peers_left).names
                and is_title_left(bitext, alike)
            )
        ):
            return start
        if segment.cells and told_by.all_foreign(alike) and not _is_term(alike):
            return start
    if segment.cells and isinstance(node, Provision):
        plain = [
            at for at in spans_left_alike(segment, other) if is_plain_word(bitext, text[slice(*at)])
        ]
        if len(plain) >= _CELLS and _table_of(node) not in bitext.once(peers_left).tables:
            return plain[0][0]
    held = _start_of_held(bitext, segment, other, told_by)
    if held is not None:
        return held
    call = call_left_alike(bitext, segment, other)
    if not call or (read.is_quotation and _OPENS_BOX.fullmatch(call)):
        return None
    ways = [are_plain_words, is_label_left]
    if not (isinstance(node, Provision) and node.kind in _LISTED):
        ways.append(is_plain_word)  # those of a list are key words: `ADDED:`
    left = told_by.all_foreign(call) or any(way(bitext, call) for way in ways)
    return segment.text.find(call) if left else None


def _start_of_held(
    bitext: Bitext, segment: Segment, other: Segment, told_by: Tongues
) -> int | None:
    """Where what is said of a picture stands, or the words of a link, alike in both."""
    for start, end in pictures_alike(segment, other):
        alike = segment.text[start:end]
        if told_by.all_foreign(alike) or are_plain_words(bitext, alike):
            return start
    for start, end in sentence_links_alike(segment, other):
        alike = segment.text[start:end]
        in_sentence = sum(map(str.islower, alike.split())) >= _WORDS
        if are_plain_words(bitext, alike) or (in_sentence and told_by.all_foreign(alike)):
            return start
    return None


def _is_term(text: str) -> bool:
    """Whether small words alone are in small letters: "Proof of Authority"."""
    return not any(len(word) > _SMALL_WORD and word.islower() for word in text.split())
