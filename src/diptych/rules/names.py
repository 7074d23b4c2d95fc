"""Names that both languages share: countries, places, persons, companies, organisations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from typing import NamedTuple

from diptych.diagnostics import Diagnostic
from diptych.glossary import Term
from diptych.glossary.phrases import Match
from diptych.language.capitals import Capital, acronyms, is_title_case, names
from diptych.language.citations import KINDS
from diptych.language.diacritics import folded
from diptych.language.division_words import words_of
from diptych.language.inflection import english_forms
from diptych.language.spelling import Spelling
from diptych.language.tags import bare
from diptych.model import Segment, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.counterparts import is_asked
from diptych.rules.shared.unmatched import unequal
from diptych.wording import Wording

_ELSEWHERE = pattern_of(r"https?://", re.IGNORECASE)
_OFTEN, _TIMES = 3, 4
"""In how many provisions both languages must have a word to be sure that it is a name, and how many
times as many those must be as the provisions in which one language lacks it."""
_SHORT = 3
"""The fewest letters of an acronym that both languages are expected to have: "UI" is translated."""
_LONG = 4
"""The fewest letters of a word that is seldom translated."""
_WORD = pattern_of(r"[^\W_]+(?:-[^\W_]+)*")
_IN_PARENTHESES = pattern_of(r"[（(]([A-Z][A-Z0-9]{1,10})s?[）)]")
_REACH = 40
"""How many characters before an acronym in parentheses are looked at for what it stands for."""
_SIGNS = 4
"""The fewest characters of that."""
Explained = dict[str, set[str]]


@rule("P101")
def listed_name_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A name from the list of names occurs in one language and not in the other.

    In each provision, a name must occur as often as its rendering does in the other language.

    Mend: Write the same name in both languages, as the list of names has it.

    vi: Một tên trong danh mục tên riêng có ở bản này nhưng không có ở bản kia.

    Trong mỗi đoạn, mỗi tên phải xuất hiện đúng số lần như cách dịch của nó ở bản kia.

    Sửa: Ghi cùng một tên ở cả hai bản, theo danh mục tên riêng.

    Bad:  `thành phố Ulsan (Hàn Quốc)` ↔ `Ulsan City (Japan)`
    Good: `thành phố Ulsan (Hàn Quốc)` ↔ `Ulsan City (Republic of Korea)`
    """
    if bitext.names is None:
        return
    for segments in bitext.texts():
        found = (
            list(bitext.names.in_original(segments[0].text)),
            list(bitext.names.renderings(segments[1].text)),
        )
        lone = _lone_terms(found[0], found[1]), _lone_terms(found[1], found[0])
        yield from unequal(bitext, segments, lone, Wording(vi="tên riêng", en="name"), _wanted)


def _wanted(mention: Match[Term], side: Side) -> str:
    return (mention.meaning.renderings if side else mention.meaning.original)[0]


def _lone_terms(mine: Sequence[Match[Term]], other: Sequence[Match[Term]]) -> list[Match[Term]]:
    """The terms of `mine` that `other` has too few of; of several the last are the extra ones."""
    theirs = Counter(found.meaning for found in other)
    lone = []
    for found in mine:
        if theirs[found.meaning]:
            theirs[found.meaning] -= not found.meaning.loose
        else:
            lone.append(found)
    return lone


@rule("P102")
def acronym_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """An acronym is misspelt in one language.

    A word in capitals that the text also writes in small letters is not an acronym. Misspelt
    acronyms are looked for only between Vietnamese and English: other languages have words that are
    nearly alike.

    Mend: Write the same acronym in both languages.

    vi: Một chữ viết tắt bị viết sai ở một bản.

    Từ viết hoa mà ở chỗ khác viết thường thì không phải chữ viết tắt. Chỉ tìm chữ viết sai giữa
    tiếng Việt và tiếng Anh: nhiều ngôn ngữ khác có những từ gần giống nhau.

    Sửa: Ghi cùng một chữ viết tắt ở cả hai bản.

    Bad:  `tham gia ASEAN` ↔ `joining ASAEN`
    Good: `tham gia ASEAN` ↔ `joining ASEAN`
    """
    yield from bitext.once(_acronyms).misspelt


@rule("P105", exact=True)
def acronym_in_one_language(bitext: Bitext) -> Iterator[Diagnostic]:
    """An acronym that both languages use elsewhere is missing from one.

    A word in capitals that the text also writes in small letters is not an acronym.

    Mend: Write the same acronym in both languages.

    vi: Một chữ viết tắt mà cả hai bản đều dùng bị thiếu ở một bản.

    Từ viết hoa mà ở chỗ khác viết thường thì không phải chữ viết tắt.

    Sửa: Ghi cùng một chữ viết tắt ở cả hai bản.

    Bad:  `các diễn đàn của ASEAN` ↔ `the forums of the Association`
    Good: `các diễn đàn của ASEAN` ↔ `the forums of ASEAN`
    """
    yield from bitext.once(_acronyms).missing


class _Told(NamedTuple):
    """What is told of words in capitals."""

    misspelt: list[Diagnostic]
    missing: list[Diagnostic]


def _acronyms(bitext: Bitext) -> _Told:
    return _shared(bitext, acronyms, Wording(vi="chữ viết tắt", en="acronym"))


@rule("P103", exact=True)
def name_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A capitalised name that both languages share is missing from one, or is misspelt.

    Recognised without a list: by capitalised words that occur in both languages of some provision,
    and nowhere in small letters. Misspelt names are looked for only between Vietnamese and English.

    Mend: Write the same name in both languages, with or without diacritics.

    vi: Một tên riêng viết hoa mà cả hai bản đều có bị thiếu ở một bản, hoặc viết sai.

    Nhận ra mà không cần danh mục: qua những từ viết hoa có ở cả hai bản của cùng một đoạn và không
    đâu viết thường. Chỉ tìm tên viết sai giữa tiếng Việt và tiếng Anh.

    Sửa: Ghi cùng một tên ở cả hai bản, có dấu hoặc không dấu.

    Bad:  `tập đoàn Hyundai` ↔ `the Huyndai group`
    Good: `tập đoàn Hyundai` ↔ `the Hyundai group`
    """
    told = _shared(bitext, names, Wording(vi="tên riêng", en="name"))
    yield from chain(told.misspelt, told.missing)


def _shared(bitext: Bitext, capitals: Callable[[str], tuple[Capital, ...]], kind: Wording) -> _Told:
    result = _Told([], [])
    rows = [(both, [capitals(segment.prose) for segment in both]) for both in bitext.texts()]
    if not bitext.published:
        common = bitext.once(_common_words)
        rows = [
            (both, [_uncommon(own, common) for own in found])
            for both, found in rows
            if capitals is acronyms or not any(is_title_case(segment.text) for segment in both)
        ]
    shared = _shared_values(bitext, [found for _, found in rows])
    spelling = Spelling()
    tags = [document.locale for document in bitext.documents]
    for segments, found in rows:
        # only words that begin alike can be each other misspelt
        heads = {c.value[0] for c in found[0]} & {c.value[0] for c in found[1]}
        if not spelling.able:
            heads.clear()
        lone = [
            [
                c
                for c in found[side]
                if (c.value[0] in heads or c.value in shared)
                and not _stands(c, segments[side.other].text)
            ]
            for side in Side
        ]
        alike = bitext.known_in_depth and lone[0] and lone[1]
        if not (alike or any(c.value in shared for own in lone for c in own)):
            continue  # nearly always
        lone = [_unlisted(bitext, side, segments[side].text, lone[side]) for side in Side]
        was_able = spelling.able
        pairs = spelling.misspelt(*map(_names_alone, lone, tags)) if alike else []
        if was_able and not spelling.able:
            result.misspelt.append(_too_many(bitext, segments, kind))
        # the title of a page elsewhere is translated word by word
        titled = not bitext.published and any(
            _ELSEWHERE.match(link.target) for segment in segments for link in segment.links
        )
        told = {id(capital) for pair in pairs for capital in pair}
        missing = [
            [
                c
                for c in {capital.value: capital for capital in lone[side]}.values()
                if c.value in shared
                and id(c) not in told
                and is_asked(bitext, side)
                and not _is_written_out(bitext, c, side.other, segments[side.other].text)
            ]
            if not titled
            else []
            for side in Side
        ]
        apart = [p[0] for p in pairs], [p[1] for p in pairs]
        result.misspelt.extend(unequal(bitext, segments, apart, kind))
        result.missing.extend(unequal(bitext, segments, (missing[0], missing[1]), kind))
    return result


def _names_alone(capitals: Sequence[Capital], tag: str) -> list[Capital]:
    """The words of `capitals` but those that documents and their divisions are called by: “Phần” is
    no misspelt "Plan". `tag` is the BCP 47 tag of their language.
    """
    formal = _formal_words(tag)
    return [capital for capital in capitals if capital.printed.casefold() not in formal]


@lru_cache(maxsize=16)
def _formal_words(tag: str) -> frozenset[str]:
    called = chain(words_of(tag), KINDS.get(bare(tag), ()))
    return frozenset(word for words in called for word in words.split())


def _is_written_out(bitext: Bitext, capital: Capital, side: Side, text: str) -> bool:
    """Whether `text`, of `side`, has the words that a text of that side explains by `capital`."""
    if bitext.published or capital.value != capital.value.upper():
        return False
    said = text.casefold()
    return any(words in said for words in bitext.once(_explained)[side].get(capital.value, ()))


def _explained(bitext: Bitext) -> tuple[Explained, Explained]:
    """By side and acronym, the last two words before it where it stands in parentheses."""
    found: tuple[Explained, Explained] = ({}, {})
    for both in bitext.texts():
        for side, segment in Side.of(both):
            for match in _IN_PARENTHESES.finditer(segment.prose):
                before = segment.prose[max(0, match.start() - _REACH) : match.start()]
                words = " ".join(before.casefold().split()[-2:])
                if words and words[-1].lower() == words[-1].upper():
                    words = words[-_SIGNS:]  # in a script without blanks between words
                if len(words) >= _SIGNS:
                    found[side].setdefault(match[1], set()).add(words)
    return found


def _uncommon(capitals: Sequence[Capital], common: frozenset[str]) -> tuple[Capital, ...]:
    """The words of `capitals` that are not among the `common` ones, one or several of a kind."""

    def forms(word: str) -> tuple[str, ...]:
        return (*english_forms(word), f"{word}s")

    return tuple(c for c in capitals if common.isdisjoint(forms(c.value.lower())))


def _common_words(bitext: Bitext) -> frozenset[str]:
    """The words that a text of `bitext` writes in small letters somewhere, without diacritics."""
    words: set[str] = set()
    for both in bitext.texts():
        for segment in both:
            words.update(_WORD.findall(segment.prose))
    return frozenset(folded(word).replace("-", "") for word in words if word.islower())


def _shared_values(bitext: Bitext, rows: Sequence[Sequence[Sequence[Capital]]]) -> set[str]:
    """The words that stand in both languages at least as often as in one alone; several times as
    often where a language is not known in depth or the word is short: those are translated, too.
    """
    together: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for found in rows:
        values = [{capital.value for capital in side} for side in found]
        together.update(values[0] & values[1])
        alone.update(values[0] ^ values[1])

    def is_sure(value: str) -> bool:
        least, times = _OFTEN, _TIMES
        if len(value) < _SHORT and not bitext.published:
            return False
        if bitext.published or (bitext.known_in_depth and len(value) >= _LONG):
            least = times = 1
        return together[value] >= max(least, times * alone[value])

    return set(filter(is_sure, together))


def _unlisted(bitext: Bitext, side: Side, text: str, capitals: Sequence[Capital]) -> list[Capital]:
    """The words of `capitals` in `text` that are no part of a listed name or term."""
    spans = [
        (match.start, match.end)
        for known in (bitext.names, bitext.glossary)
        if known is not None
        for match in (known.renderings(text) if side else known.in_original(text))
    ]
    spans.sort()
    starts = [start for start, _ in spans]
    # how far any that begins there or before reaches
    ends = list(accumulate((end for _, end in spans), max))

    def is_listed(at: int) -> bool:
        index = bisect_right(starts, at) - 1
        return index >= 0 and at < ends[index]

    return [c for c in capitals if not is_listed(c.start)]


@lru_cache(maxsize=1024)
def _folded_words(text: str) -> tuple[str, ...]:
    """The words of `text` without diacritics and hyphens, sorted."""
    return tuple(sorted({word.replace("-", "") for word in _WORD.findall(folded(text))}))


def _stands(capital: Capital, text: str) -> bool:
    """Whether `text` has the word `capital`, be it inflected or at the beginning of a sentence."""
    value = folded(capital.value)
    stem = value.removesuffix("ies") if value.endswith("ies") else value.removesuffix("s")
    words = _folded_words(text)
    index = bisect_left(words, stem)
    return index < len(words) and words[index].startswith(stem)


def _too_many(bitext: Bitext, segments: tuple[Segment, Segment], kind: Wording) -> Diagnostic:
    return Diagnostic(
        Wording(
            vi=f"từ đây có quá nhiều {kind.vi} chỉ có ở một bản nên không được so từng chữ cái",
            en=f"from here on, too many {kind.en}s occur in one language only, so they are not "
            "compared letter by letter",
        ),
        tuple(bitext.at(side, segment.place) for side, segment in Side.of(segments)),
    )
