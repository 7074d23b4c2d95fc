"""How likely two segments of two languages are to say the same.

What survives translation is counted: figures, document symbols, and names, which in Vietnamese
and English differ by diacritics only; and the terms of the glossary, where there is one. A word
that the other document does not have at all tells nothing and is left out. Then the lengths,
after Gale and Church (1993), "A Program for Aligning Sentences in Bilingual Corpora".
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from diptych.glossary import Glossary
from diptych.language.diacritics import folded
from diptych.language.lengths import usual_ratio
from diptych.language.scripts import scripts_of
from diptych.model import Document, Provision, Side
from diptych.patterns import pattern_of
from diptych.publication.components import components_in

_WORD = pattern_of(r"[^\W_]+(?:[/\-][^\W_]+)*")
_FIGURES = pattern_of(r"\d+")
_LATIN = pattern_of(r"[A-Za-zÀ-ÖØ-öø-ɏ]{2,40}+")
_AMOUNT = pattern_of(
    r"(?<![A-Za-z0-9_.,])(\d{1,12}+(?:,\d{3})*+)(?:\.(\d{1,6}+))?"
    r"(?:[ \u00a0]?([百千백천]?[万萬亿億兆만억조]|(?:thousand|million|billion|trillion)(?!\w)))?"
)
"""A figure, with groups of thousands, decimals, and what multiplies it."""
_TIMES = {
    "百": 2, "千": 3, "백": 2, "천": 3, "万": 4, "萬": 4, "만": 4, "亿": 8, "億": 8, "억": 8,
    "兆": 12, "조": 12, "thousand": 3, "million": 6, "billion": 9, "trillion": 12,
}  # fmt: skip
"""By how many powers of ten that multiplies it: East Asian languages count in ten thousands."""
_STOPS = tuple(".!?:…|。！？：")
_BETWEEN = " \t\"'“‘«„*_)]"
"""What may stand between a stop and the sentence after it."""
_LOOKED_BACK = 6
"""How many characters before a word are looked at for the stop of the sentence before it."""
_FLOOR = 8
"""Characters added to each length, so that a small difference does not tell."""
_TOO_SHORT = 0.15
"""Natural logarithm of the ratio of lengths from which a text is too short for its counterpart."""
_TELLING_LENGTH = 2000
"""The length of a text, in characters, that tells as much of how long its language is beside the
other as what is known of the two languages does."""
_NUMBER, _NUMBER_COUNTED = 0.35, 0.05
"""How much of a score a printed number is; and one that a list gives by counting."""
_OTHER_COMPONENT = 0.5
"""What the similarity is multiplied by if one is the number of the document and the other its date,
or the like."""
_UNKNOWN = 0.5
"""The overlap of two texts of which neither has a word that could be shared."""
_DOUBT = 4.0
"""The weight of `_UNKNOWN`, about that of a rare word: one word alone proves little."""
_REMEMBERED = 2_000
"""How many characters the longest text has of which what it keeps is kept in memory."""


def invariants(text: str, *, of_two_scripts: bool = False) -> tuple[Counter[str], list[str]]:
    """What of `text` a translation may keep, and the words of which that cannot be told.

    Kept are figures by value, symbols, and capitalised words; a word with one capital that opens a
    sentence is a name only if it is capitalised elsewhere, too. Between languages `of_two_scripts`
    all Latin words are kept: what a translation has in them is the original's.
    """
    find = _known if len(text) <= _REMEMBERED else _invariants
    kept, opening = find(text, of_two_scripts)
    return Counter(kept), list(opening)


@lru_cache(maxsize=1 << 15)  # each edition of a text has most of the same
def _known(text: str, of_two_scripts: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return _invariants(text, of_two_scripts)


def _invariants(text: str, of_two_scripts: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    kept: list[str] = []
    opening: list[str] = []
    if of_two_scripts:
        text = _AMOUNT.sub(_in_full, text)
        kept += (word.lower() for word in _LATIN.findall(text))
    if text.islower() and not _FIGURES.search(text):
        return tuple(kept), ()
    for match in _WORD.finditer(text):
        told = _told(match[0])
        if told is None:
            continue  # nearly always
        kept += told.figures
        if of_two_scripts:
            continue
        if told.may_open and _opens(text, match.start()):
            opening.append(told.name)
        elif told.name:
            kept.append(told.name)
    return tuple(kept), tuple(opening)


def _in_full(found: re.Match[str]) -> str:
    """A figure in digits alone where it has thousands or more; else as it is written."""
    whole, decimals, said = found[1].replace(",", ""), found[2] or "", found[3] or ""
    if not said:
        return found[0] if decimals else whole
    power = _TIMES[said] if said in _TIMES else sum(map(_TIMES.__getitem__, said))
    if len(decimals) > power:
        return found[0]
    return f"{whole}{decimals}{'0' * (power - len(decimals))} "


class _Told(NamedTuple):
    """What of a word a translation may keep."""

    figures: tuple[str, ...]
    name: str
    """The word as it is compared, if it is capitalised; else empty."""
    may_open: bool
    """Whether it is written as a word is that opens a sentence."""


@lru_cache(maxsize=1 << 14)
def _told(word: str) -> _Told | None:
    """What of `word` a translation may keep; None where nothing."""
    is_name = word[0].isupper() and len(word) > 1
    figures: tuple[str, ...] = ()
    if not word.isalpha():
        figures = tuple(digits.lstrip("0") for digits in _FIGURES.findall(word))
    elif not is_name:
        return None
    return _Told(
        figures,
        folded(word) if is_name else "",
        is_name and word[1:].islower(),
    )


def _opens(text: str, start: int) -> bool:
    """Whether a word that begins at `start` opens a sentence, so that its capital says nothing."""
    if start > 1 and text[start - 1] == " " and text[start - 2].isalnum():
        return False  # nearly always
    before = text[max(0, start - _LOOKED_BACK) : start].rstrip(_BETWEEN)
    return before.endswith(_STOPS) or (not before and start <= _LOOKED_BACK)


@dataclass(frozen=True, slots=True)
class Profile:
    """What a text is compared by, made once: it may be held against hundreds of others."""

    kept: Counter[str]
    """Words and terms that the other document has, too."""
    weight: float
    length: float
    """The length in characters, scaled to a language halfway between the two."""


class Similarity:
    """Scores pairs of nodes of two documents; knows what both have, and what is rare."""

    def __init__(
        self, original: Document, translation: Document, glossary: Glossary | None = None
    ) -> None:
        self._glossary = glossary
        self._components = components_in(original), components_in(translation)
        scripts = [set(scripts_of(document.locale)) for document in (original, translation)]
        self._of_two_scripts = scripts[0].isdisjoint(scripts[1])
        self._of_text: tuple[dict[str, Counter[str]], ...] = ({}, {})
        self._named: tuple[set[str], ...] = (set(), set())
        self._profiles: tuple[dict[str, Profile], ...] = ({}, {})
        self._owns: dict[int, tuple[Provision, Profile]] = {}
        self._wholes: dict[int, tuple[Provision, Profile]] = {}
        texts = [_segments(document) for document in (original, translation)]
        lengths = [sum(map(len, side)) or 1 for side in texts]
        usual = usual_ratio(original.locale, translation.locale)
        told = min(lengths) / (min(lengths) + _TELLING_LENGTH)
        ratio = told * math.log(lengths[1] / lengths[0]) + (1 - told) * usual
        # halfway for each side, so that exchanging the languages changes no score
        self._scale = math.exp(ratio / 2)
        frequencies = [self._frequency(side, texts[side]) for side in Side]
        total = sum(map(len, texts)) + 1
        self._weights = {
            word: math.log(total / (1 + count + frequencies[1][word]) + 1)
            for word, count in frequencies[0].items()
            if word in frequencies[1]
        }

    def _kept(self, side: Side, text: str) -> Counter[str]:
        known = self._of_text[side].get(text)
        if known is None:
            known = self._of_text[side][text] = self._counted(side, text, *self._invariants(text))
        return known

    def _invariants(self, text: str) -> tuple[Counter[str], list[str]]:
        return invariants(text, of_two_scripts=self._of_two_scripts)

    def _counted(
        self, side: Side, text: str, kept: Counter[str], opening: Sequence[str]
    ) -> Counter[str]:
        """All that may be kept of `text`, given its invariants."""
        kept.update(word for word in opening if word in self._named[side])
        if self._glossary is None:
            return kept
        find = self._glossary.in_translation if side else self._glossary.in_original
        return kept + Counter(found.meaning.original[0] for found in find(text))

    def _frequency(self, side: Side, texts: Sequence[str]) -> Counter[str]:
        """The number of texts in which each word or term occurs."""
        found = {text: self._invariants(text) for text in texts}
        self._named[side].update(*(kept for kept, _ in found.values()))
        for text, known in found.items():
            self._of_text[side][text] = self._counted(side, text, *known)
        frequency: Counter[str] = Counter()
        for text in texts:
            frequency.update(self._of_text[side][text].keys())
        return frequency

    def evidence(self, side: Side, text: str) -> Counter[str]:
        """The words and terms of `text` that the other document has, too."""
        return self.profile(side, text).kept

    def profile(self, side: Side, text: str) -> Profile:
        """The profile of `text`, made once."""
        known = self._profiles[side].get(text)
        if known is None:
            kept = self._kept(side, text)
            shared = Counter({word: n for word, n in kept.items() if word in self._weights})
            known = self._profile(side, shared, len(text))
            self._profiles[side][text] = known
        return known

    def together(self, side: Side, texts: Sequence[str]) -> Profile:
        """The profile of several texts taken as one."""
        if len(texts) == 1:
            return self.profile(side, texts[0])
        kept: Counter[str] = Counter()
        for text in texts:
            kept.update(self.evidence(side, text))
        return self._profile(side, kept, sum(map(len, texts)))

    def _profile(self, side: Side, kept: Counter[str], length: int) -> Profile:
        weight = sum(count * self._weights[word] for word, count in kept.items())
        scaled = length / self._scale if side else length * self._scale
        return Profile(kept, weight, scaled + _FLOOR)

    def of_texts(self, original: str, translation: str) -> float:
        """How likely (0 to 1) two texts say the same; about 0.6 where only the lengths tell."""
        return combined(
            self.facets(
                self.profile(Side.ORIGINAL, original), self.profile(Side.TRANSLATION, translation)
            )
        )

    def facets(self, original: Profile, translation: Profile) -> tuple[float, float]:
        """What texts of each language share (0 to 1), and how their lengths fit (0 to 1).

        What they share is `_UNKNOWN` where neither has anything that could be shared.
        """
        common = 0.0
        few, many = original.kept, translation.kept
        if few and many and not few.keys().isdisjoint(many):
            common = 2 * sum(
                min(count, many[word]) * self._weights[word]
                for word, count in few.items()
                if word in many
            )
        weight = original.weight + translation.weight
        shared = (common + _DOUBT * _UNKNOWN) / (weight + _DOUBT)
        one, other = original.length, translation.length
        return shared, one / other if one <= other else other / one

    def fit(self, original: str, translation: str) -> float:
        """How well (0 to 1) the lengths of two texts fit."""
        profiles = (
            self.profile(Side.ORIGINAL, original),
            self.profile(Side.TRANSLATION, translation),
        )
        return self.facets(*profiles)[1]

    def closer_in_length(self, side: Side, part: str, together: str, other: str) -> bool:
        """Whether `part`, on `side`, is too short for its counterpart, and `together` is not."""
        scale = self._scale**2 if side == 0 else self._scale**-2
        off, less_off = (
            abs(math.log((len(text) * scale + _FLOOR) / (len(other) + _FLOOR)))
            for text in (part, together)
        )
        return off > _TOO_SHORT and less_off < off / 2

    def of_provisions(
        self, original: Provision, translation: Provision, *, numbered: bool = True
    ) -> float:
        """How likely (0 to 1) two provisions say the same, by text, kind, note marks and number.

        The number counts for little unless `numbered`.
        """
        # what one language nests and the other does not is left aside
        profile = self._of_whole if original.children and translation.children else self._of_own
        score = combined(
            self.facets(profile(Side.ORIGINAL, original), profile(Side.TRANSLATION, translation))
        )
        if original.kind is not translation.kind:
            score *= 0.7
        formal = self._components[0].get(original.id), self._components[1].get(translation.id)
        if all(formal) and formal[0] is not formal[1]:
            score *= _OTHER_COMPONENT
        if bool(original.within) is not bool(translation.within):
            score *= 0.85
        if original.segment.marks or translation.segment.marks:
            labels = [{mark.label for mark in p.segment.marks} for p in (original, translation)]
            score = 0.9 * score + 0.1 * (len(labels[0] & labels[1]) / len(labels[0] | labels[1]))
        if original.number and translation.number:
            weight = _NUMBER if numbered else _NUMBER_COUNTED
            score = (1 - weight) * score + weight * (original.number == translation.number)
        return score

    def _of_own(self, side: Side, provision: Provision) -> Profile:
        known = self._owns.get(id(provision))
        if known is None:
            profile = self.profile(side, own(provision))
            known = self._owns[id(provision)] = provision, profile
        return known[1]

    def _of_whole(self, side: Side, provision: Provision) -> Profile:
        known = self._wholes.get(id(provision))
        if known is None:
            profile = self.profile(side, whole(provision))
            known = self._wholes[id(provision)] = provision, profile
        return known[1]


def common(original: Profile, translation: Profile) -> set[str]:
    """The words, figures and terms that two texts share."""
    return original.kept.keys() & translation.kept.keys()


def combined(facets: tuple[float, float]) -> float:
    """One score (0 to 1) of what is shared and how the lengths fit."""
    return 0.65 * facets[0] + 0.35 * facets[1]


def own(provision: Provision) -> str:
    """The provision's own text; where it has none, that of all below it."""
    return provision.segment.text or whole(provision)


def whole(provision: Provision) -> str:
    """The text of a provision with all that stands below it."""
    if not provision.children:
        return provision.segment.text
    return " ".join(part.segment.text for part in provision.walk())


def _segments(document: Document) -> Sequence[str]:
    texts = [p.segment.text for page in document.pages for p in page.provisions()]
    texts += [note.text for page in document.pages for note in page.footnotes]
    return texts
