"""The sentences and clauses of two texts, side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain

from diptych.alignment.sentences import MOST, side_by_side
from diptych.diagnostics import Location
from diptych.language.sentences import sentences
from diptych.language.weight.contrasts import Lexicon
from diptych.language.weight.senses import Token, tokens
from diptych.language.weight.words import opened_by
from diptych.model import Segment, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules.shared.sentence_rows import fit_one_for_one, sentence_rows, usual_ratio_of

_AS_MANY = 3
"""The fewest sentences of two texts that have as many, of which one may be two joined."""
_CLAUSE_END = pattern_of(r"[;:](?=\s)")


@dataclass(frozen=True)
class Clause:
    """A sentence or a part of one, with where it stands."""

    side: Side
    language: str
    segment: Segment
    start: int
    text: str
    """The clause as it is read, its code blanked out."""

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words, with their offsets in the clause."""
        return tokens(self.text, self.language)

    @cached_property
    def words(self) -> list[str]:
        """Its words as they are compared."""
        return [token.word for token in self.tokens]

    @cached_property
    def openings(self) -> Mapping[Lexicon, Sequence[int]]:
        """By lexicon of its language, the indices of the words that may open one of its phrases."""
        found: defaultdict[Lexicon, list[int]] = defaultdict(list)
        for index, word in enumerate(self.words):
            for lexicon in opened_by(word, self.language):
                found[lexicon].append(index)
        return dict(found)

    def openings_of(self, lexicons: frozenset[Lexicon]) -> Mapping[Lexicon, Sequence[int]]:
        """Those `openings` that are of the `lexicons` given."""
        return {lexicon: at for lexicon, at in self.openings.items() if lexicon in lexicons}

    def opens(self, lexicon: Lexicon) -> bool:
        """Whether a word of it may open a phrase of a lexicon of its language."""
        return lexicon in self.openings

    def first(self, lexicon: Lexicon, inside: tuple[int, int] = (0, 0)) -> tuple[int, int] | None:
        """The span of the first words that a lexicon of its language lists (see `Lexicon.first`);
        None where there are none.
        """
        if not self.opens(lexicon):
            return None  # nearly always
        return lexicon.first(self.words, inside, self.openings[lexicon])

    def at(self, bitext: Bitext, first: int, end: int) -> Location:
        """The location of the words from index `first` to `end`."""
        start = self.start + self.tokens[first].start
        length = self.tokens[end - 1].end - self.tokens[first].start
        return bitext.at(self.side, self.segment.place_at(start), length)

    def printed(self, first: int, end: int) -> str:
        """The words from index `first` to `end` as they are written."""
        return self.text[self.tokens[first].start : self.tokens[end - 1].end]


ClausePair = tuple[Clause, Clause]


def sentence_pairs(bitext: Bitext) -> Sequence[ClausePair]:
    """Each sentence of the original with its counterpart.

    Of a text that has more sentences in one language than in the other those alone that have one
    counterpart, as far as their lengths, figures, names and known words tell.
    """
    return bitext.once(_sentence_pairs)


def clause_pairs(bitext: Bitext) -> Sequence[ClausePair]:
    """Each clause between semicolons or colons with its counterpart; whole sentences where one
    language has more clauses than the other.
    """
    return bitext.once(_clause_pairs)


def _sentence_pairs(bitext: Bitext) -> Sequence[ClausePair]:
    return tuple(chain.from_iterable(map(partial(_sentences_of, bitext), bitext.texts())))


def _sentences_of(bitext: Bitext, texts: tuple[Segment, Segment]) -> Iterator[ClausePair]:
    rows = [
        [
            Clause(
                side,
                bitext.documents[side].locale,
                segment,
                start,
                segment.prose[start:end],
            )
            for start, end in sentences(segment.prose)
        ]
        for side, segment in zip(Side, texts, strict=True)
    ]
    spans = [[(one.start, one.start + len(one.text)) for one in row] for row in rows]
    as_many = len(rows[0]) == len(rows[1])
    ratio = usual_ratio_of(bitext)
    if as_many and (len(rows[0]) < _AS_MANY or fit_one_for_one(spans, ratio)):
        yield from zip(*rows, strict=True)
    elif rows[0] and rows[1] and max(map(len, rows)) <= MOST:
        paired = sentence_rows(bitext, texts, [*zip(Side, spans, strict=True)], ratio)
        for one, other in side_by_side(*paired):
            yield rows[0][one], rows[1][other]


def _clause_pairs(bitext: Bitext) -> Sequence[ClausePair]:
    pairs: list[ClausePair] = []
    for both in sentence_pairs(bitext):
        parts = [list(_parts(sentence)) for sentence in both]
        if len(parts[0]) == len(parts[1]):
            pairs += zip(*parts, strict=True)
        else:
            pairs.append(both)
    return tuple(pairs)


def _parts(sentence: Clause) -> Iterator[Clause]:
    start = 0
    ends = [found.end() for found in _CLAUSE_END.finditer(sentence.text)]
    for end in (*ends, len(sentence.text)):
        text = sentence.text[start:end]
        if any(map(str.isalnum, text)):
            place = sentence.start + start
            yield Clause(sentence.side, sentence.language, sentence.segment, place, text)
        start = end
