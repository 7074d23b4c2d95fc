"""What a change of wording changes in meaning: two wordings of a text in one language compared.

Words of weight are compared by their senses, so that "shall" may become "must"; what was only moved
or said in other words has no weight. Of a language without words of weight only figures, names and
what was left out or added are judged.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from diptych.language.figures import Values, values
from diptych.language.weight.kinds import NOT, Weight
from diptych.language.weight.senses import Sense, Token, senses, tokens
from diptych.language.weight.stems import stem, stemmed_poles
from diptych.language.weight.table import Words
from diptych.language.weight.words import words_of
from diptych.language.word_difference import equal_runs

_PAIRS = 200_000
"""The most pairs of equal words that are looked through."""
_SHORT = 6
"""The most words of a stretch that is said to have changed places with another."""
_MUCH = 3
"""How many more words a stretch must have than what stands in its place, to be more than it."""
_SHOWN = 8
"""The most words of a stretch that are shown."""
_PAIRWISE = frozenset({"and", "because", "about"})
"""Senses that may come and go by themselves, but are of weight where another takes their place."""
_ROMAN = frozenset("ivxlc")
_JOINING = frozenset({"and", "or", "và", "hoặc"})


@dataclass(frozen=True, slots=True)
class Shift:
    """One change of meaning: its kind, and the words that were taken out and put in."""

    kind: Weight
    out: str
    put: str


@dataclass(frozen=True, slots=True)
class _Region:
    """Where the two wordings differ: the words of each, as spans of their rows."""

    old: tuple[int, int]
    new: tuple[int, int]


@lru_cache(maxsize=1 << 12)
def shifts(before: str, after: str, language: str) -> tuple[Shift, ...]:
    """Every change of meaning from `before` to `after`, one of each kind, the gravest kind first.

    Empty where the two say the same, as far as words tell.
    """
    found: dict[Weight, Shift] = {}
    for shift in _Comparison(before, after, language).shifts():
        found.setdefault(shift.kind, shift)
    return tuple(found[kind] for kind in Weight if kind in found)


class _Comparison:
    """Two wordings with their words, laid side by side."""

    def __init__(self, before: str, after: str, language: str) -> None:
        before, after = (unicodedata.normalize("NFC", text) for text in (before, after))
        self.texts = before, after
        self.language = language
        self.known: Words = words_of(language)
        self.rows = tokens(before, language), tokens(after, language)
        self.stems = tuple([stem(t.word, language) for t in row] for row in self.rows)
        self.senses = senses(before, language), senses(after, language)
        self.regions = list(_regions(*self.stems))
        self.changed = (
            {index for region in self.regions for index in range(*region.old)},
            {index for region in self.regions for index in range(*region.new)},
        )
        ours, theirs = (Counter(stems) for stems in self.stems)
        self.lost, self.gained = ours - theirs, theirs - ours

    def shifts(self) -> Iterator[Shift]:
        """Every change of meaning, in no order."""
        if not self.regions:
            return
        yield from self._figures()
        yield from self._senses()
        yield from self._opposites()
        yield from self._names()
        yield from self._exchanges()
        yield from self._extent()

    # -- figures ----------------------------------------------------------

    def _figures(self) -> Iterator[Shift]:
        was, now = (values(text, self.language) for text in self.texts)
        old, new = (
            {
                **{str(date.value): date.printed for date in found.dates},
                **{symbol.printed: symbol.printed for symbol in found.symbols},
            }
            for found in (was, now)
        )
        out = [told for key, told in old.items() if key not in new]
        put = [told for key, told in new.items() if key not in old]
        out += _lone_numbers(was, now)
        put += _lone_numbers(now, was)
        if out or put:
            yield Shift(Weight.FIGURE, ", ".join(out), ", ".join(put))

    # -- words of weight --------------------------------------------------

    def _senses(self) -> Iterator[Shift]:
        was, now = self.senses
        counts = tuple(Counter((s.kind, s.sense) for s in found) for found in (was, now))
        lost, gained = counts[0] - counts[1], counts[1] - counts[0]
        denied = self._prefixes()
        if denied:
            side = gained if denied > 0 else lost
            side[Weight.NEGATION, NOT] += abs(denied)
            both = lost & gained
            lost, gained = lost - both, gained - both
        for kind in Weight:
            out = {sense for of, sense in lost if of is kind}
            put = {sense for of, sense in gained if of is kind}
            if (out - _PAIRWISE or put - _PAIRWISE) or (out and put):
                yield Shift(kind, self._said(0, was, kind, out), self._said(1, now, kind, put))

    def _said(self, side: int, found: Sequence[Sense], kind: Weight, wanted: set[str]) -> str:
        """The words of the first sense of `wanted` that stands where the wordings differ."""
        mine = [s for s in found if s.kind is kind and s.sense in wanted]
        near = [s for s in mine if not self.changed[side].isdisjoint(range(s.first, s.end))]
        if not mine:
            return self._denied(side) if kind is Weight.NEGATION and wanted else ""
        return self._text(side, (near or mine)[-1].first, (near or mine)[-1].end)

    def _prefixes(self) -> int:
        """How many words were denied by a prefix ("stable", "unstable"), less those that no longer
        are.
        """
        return sum(1 for _ in self._denials(0, 1)) - sum(1 for _ in self._denials(1, 0))

    def _denials(self, side: int, other: int) -> Iterator[int]:
        """The indices of words on the `other` side that deny one that was lost on this `side`."""
        gone = (self.lost, self.gained)[side]
        come = (self.lost, self.gained)[other]
        denied = {f"{prefix}{plain}" for plain in gone for prefix in self.known.prefixes}
        for index, plain in enumerate(self.stems[other]):
            if plain in come and plain in denied:
                yield index

    def _denied(self, side: int) -> str:
        index = next(self._denials(1 - side, side), None)
        return "" if index is None else self._text(side, index, index + 1)

    # -- opposites --------------------------------------------------------

    def _opposites(self) -> Iterator[Shift]:
        was = self._poles(0, self.lost)
        now = self._poles(1, self.gained)
        for (pair, side), index in was.items():
            if (pair, 1 - side) in now:
                other = now[pair, 1 - side]
                yield Shift(
                    Weight.DIRECTION,
                    self._text(0, index, index + 1),
                    self._text(1, other, other + 1),
                )

    def _poles(self, side: int, changed: Counter[str]) -> dict[tuple[int, int], int]:
        """The poles of the words of a side that the other lacks, each with its last index."""
        poles = stemmed_poles(self.language)
        found: dict[tuple[int, int], int] = {}
        row = [token.word for token in self.rows[side]]
        for index, plain in enumerate(self.stems[side]):
            phrases = {plain}
            if self.language.lower().startswith("vi") and index + 1 < len(row):
                phrases.add(f"{row[index]} {row[index + 1]}")
                if plain not in changed and row[index + 1] not in changed:
                    continue
            elif plain not in changed:
                continue
            for phrase in phrases:
                found.update(dict.fromkeys(poles.get(phrase, ()), index))
        return found

    # -- names ------------------------------------------------------------

    def _names(self) -> Iterator[Shift]:
        if any(_is_title(row) for row in self.rows):
            return
        out, put = self._lone_names(0, self.lost), self._lone_names(1, self.gained)
        if (out or put) and _run_together(out) != _run_together(put):
            yield Shift(Weight.NAME, " ".join(out), " ".join(put))

    def _lone_names(self, side: int, changed: Counter[str]) -> list[str]:
        known = self.known.light | self.known.phrases.keys() | self.known.time_nouns
        row = self.rows[side]
        return [
            self.texts[side][row[index].start : row[index].end]
            for index in sorted(self.changed[side])
            if row[index].capital
            and self.stems[side][index] in changed
            and row[index].word not in known
            and not _is_figure(row[index].word)
        ]

    # -- what changed places ----------------------------------------------

    def _exchanges(self) -> Iterator[Shift]:
        taken: dict[tuple[tuple[str, ...], tuple[str, ...]], _Region] = {}
        out: dict[frozenset[str], _Region] = {}
        put: dict[frozenset[str], _Region] = {}
        for region in self.regions:
            old, new = self._content(0, *region.old), self._content(1, *region.new)
            if max(len(old), len(new)) > _SHORT:
                continue
            if old and new and (new, old) in taken:
                yield self._shift(Weight.ORDER, taken[new, old])
            if old and new:
                taken[old, new] = region
            elif old:
                out[frozenset(old)] = region
            elif new:
                put[frozenset(new)] = region
        for words in out.keys() & put.keys():
            start, end = out[words].old
            row = self.rows[0][start:end]
            if 2 * sum(token.capital for token in row) >= len(words) and self._in_list(start, end):
                yield Shift(Weight.ORDER, self._text(0, start, end), "")

    def _in_list(self, start: int, end: int) -> bool:
        """Whether the words from `start` to `end` of the earlier wording are members of a list."""
        text, row = self.texts[0], self.rows[0]
        before, after = row[max(0, start - 1)], row[min(end, len(row) - 1)]
        around = text[before.start : after.end]
        return "," in around or any(
            token.word in _JOINING for token in row[max(0, start - 1) : end + 1]
        )

    def _content(self, side: int, start: int, end: int) -> tuple[str, ...]:
        row = self.rows[side]
        return tuple(
            self.stems[side][index]
            for index in range(start, end)
            if row[index].word not in self.known.light and row[index].word not in _JOINING
        )

    # -- what was left out or added ---------------------------------------

    def _extent(self) -> Iterator[Shift]:
        for region in self.regions:
            old, new = (
                self._told(0, region.old, self.lost), self._told(1, region.new, self.gained)
            )  # fmt: skip
            if (old and not new and _slight(region.new, region.old)) or (
                len(old) >= len(new) + _MUCH and len(old) > 2 * len(new)
            ):
                yield self._shift(Weight.LEFT_OUT, region)
            elif (new and not old and _slight(region.old, region.new)) or (
                len(new) >= len(old) + _MUCH and len(new) > 2 * len(old)
            ):
                yield self._shift(Weight.ADDED, region)

    def _told(self, side: int, span: tuple[int, int], changed: Counter[str]) -> list[str]:
        """The words of a stretch that say something and that the other wording lacks."""
        row = self.rows[side]
        weighty = {i for found in self.senses[side] for i in range(found.first, found.end)}
        return [
            row[index].word
            for index in range(*span)
            if self.stems[side][index] in changed
            and row[index].word not in self.known.light
            and index not in weighty
            and not row[index].word.endswith("ly")
            and not _is_figure(row[index].word)
        ]

    # -- how it is told ---------------------------------------------------

    def _shift(self, kind: Weight, region: _Region) -> Shift:
        return Shift(kind, self._text(0, *region.old), self._text(1, *region.new))

    def _text(self, side: int, start: int, end: int) -> str:
        """The words from `start` to `end` as they are written; long stretches are cut."""
        row = self.rows[side]
        if start >= end:
            return ""
        if end - start > _SHOWN:
            half = _SHOWN // 2
            return f"{self._text(side, start, start + half)} … {self._text(side, end - half, end)}"
        return self.texts[side][row[start].start : row[end - 1].end]


def _lone_numbers(mine: Values, other: Values) -> list[str]:
    """The numbers of one wording that the other has neither in figures nor in words."""
    left = Counter(n.value for n in mine.numbers) - Counter(n.value for n in other.numbers)
    spelt = {number.value for number in other.spelt}
    return [n.printed for n in mine.numbers if n.value in left and n.value not in spelt]


def _regions(old: Sequence[str], new: Sequence[str]) -> Iterator[_Region]:
    i = j = 0
    for start, other, size in [*equal_runs(old, new, _PAIRS), (len(old), len(new), 0)]:
        if (start, other) != (i, j):
            yield _Region((i, start), (j, other))
        i, j = start + size, other + size


def _slight(span: tuple[int, int], beside: tuple[int, int]) -> bool:
    """Whether a stretch is too short to say what stood `beside` it."""
    return 2 * (span[1] - span[0]) < beside[1] - beside[0]


def _is_figure(word: str) -> bool:
    """Whether a word is told as a figure: a number, an ordinal or a roman numeral."""
    return word[0].isdigit() or set(word) <= _ROMAN


def _is_title(row: Sequence[Token]) -> bool:
    """Whether most words are capitalised, as in a heading."""
    return 2 * sum(token.capital for token in row) > len(row)


def _run_together(names: Sequence[str]) -> str:
    return "".join(names).casefold().replace("-", "").removesuffix("s")
