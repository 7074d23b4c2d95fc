"""How likely two segments of two languages are to say the same, told without a dictionary.

What survives translation is counted: words with figures (symbols, dates, quantities) and
names, which in Vietnamese and English differ by diacritics only; then the lengths, after
Gale and Church (1993), "A Program for Aligning Sentences in Bilingual Corpora".
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from programme.model import Document, Provision

_WORD = re.compile(r"[^\W_]+(?:[/\-][^\W_]+)*")
_FLOOR = 8
"""Characters by which a difference in length does not tell."""
_FIGURES = re.compile(r"\d+")


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """`word` in lower case without diacritics, `đ` as `d`: "Khánh" and "Khanh" are one."""
    plain = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(char for char in plain if not unicodedata.combining(char))


@lru_cache(maxsize=65536)
def invariants(text: str) -> Counter[str]:
    """What of `text` a translation keeps: figures by value, symbols, capitalised words."""
    kept: Counter[str] = Counter()
    for word in _WORD.findall(text):
        if any(char.isdigit() for char in word):
            kept.update(str(int(figures)) for figures in _FIGURES.findall(word))
        if word[0].isupper() and len(word) > 1:
            kept[folded(word)] += 1
    return kept


class Similarity:
    """Scores pairs of nodes of two documents; knows what is rare in them."""

    def __init__(self, original: Document, translation: Document) -> None:
        texts = [_segments(document) for document in (original, translation)]
        lengths = [sum(map(len, side)) or 1 for side in texts]
        # halfway for each side, so that exchanging the languages changes no score
        self._scale = math.sqrt(lengths[1] / lengths[0])
        self._frequency: Counter[str] = Counter()
        for side in texts:
            for text in side:
                self._frequency.update(invariants(text).keys())
        self._total = sum(map(len, texts)) + 1

    def _weight(self, kept: Counter[str]) -> float:
        return sum(
            count * math.log(self._total / (1 + self._frequency[word]) + 1)
            for word, count in kept.items()
        )

    def of_texts(self, original: str, translation: str) -> float:
        """Between 0 (nothing in common) and 1; about 0.5 where nothing tells."""
        kept = invariants(original), invariants(translation)
        weights = [self._weight(side) for side in kept]
        shared = self._weight(kept[0] & kept[1])
        overlap = 2 * shared / sum(weights) if sum(weights) else 0.5
        lengths = len(original) * self._scale, len(translation) / self._scale
        length = math.exp(-abs(math.log((lengths[0] + _FLOOR) / (lengths[1] + _FLOOR))))
        return 0.65 * overlap + 0.35 * length

    def of_provisions(self, original: Provision, translation: Provision) -> float:
        """The same for provisions, where their kinds, numbers and note marks tell too."""
        score = self.of_texts(_whole(original), _whole(translation))
        same_kind = original.kind == translation.kind
        labels = [{mark.label for mark in p.segment.marks} for p in (original, translation)]
        score *= 0.85 + 0.15 * same_kind
        if labels[0] or labels[1]:
            score = 0.9 * score + 0.1 * (len(labels[0] & labels[1]) / len(labels[0] | labels[1]))
        if original.number and translation.number:
            score = 0.8 * score + 0.2 * (original.number == translation.number)
        return score


def _whole(provision: Provision) -> str:
    if not provision.children:
        return provision.segment.text
    return " ".join(part.segment.text for part in provision.walk())


def _segments(document: Document) -> Sequence[str]:
    texts = [p.segment.text for page in document.pages for p in page.provisions()]
    texts += [note.text for page in document.pages for note in page.footnotes]
    return texts
