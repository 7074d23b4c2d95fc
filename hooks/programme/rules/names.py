"""Names that both languages share: countries, places, persons, companies, organisations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from programme.alignment.similarity import folded
from programme.bitext import Bitext
from programme.diagnostics import Diagnostic
from programme.glossary import Glossary, Term
from programme.mentions import unequal
from programme.model import Segment
from programme.phrases import Match
from programme.rules import rule
from programme.values.capitals import Capital, acronyms, names
from programme.values.symbols import symbols
from programme.wording import Wording

_MISSPELT = 0.7
"""The least likeness (0 to 1) of two words of which one is the other misspelt."""


@rule("P101")
def listed_name_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A name of the list of names stands in one language and not in the other.

    Each name must stand as often in a provision as its rendering in the other language.

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


def _wanted(mention: Match[Term], side: int) -> str:
    return (mention.meaning.renderings if side else mention.meaning.original)[0]


def _lone_terms(mine: Sequence[Match[Term]], other: Sequence[Match[Term]]) -> list[Match[Term]]:
    """The mentions that the other side has too few of; of several the last are the extra ones."""
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
    """An acronym that both languages use elsewhere is missing in one, or is misspelt.

    Mend: Write the same acronym in both languages.

    vi: Một chữ viết tắt mà cả hai bản đều dùng bị thiếu ở một bản, hoặc viết sai.

    Sửa: Ghi cùng một chữ viết tắt ở cả hai bản.

    Bad:  `tham gia ASEAN` ↔ `joining ASAEN`
    Good: `tham gia ASEAN` ↔ `joining ASEAN`
    """
    yield from _shared(bitext, acronyms, Wording(vi="chữ viết tắt", en="acronym"))


@rule("P103")
def name_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A capitalised name that both languages share is missing in one, or is misspelt.

    Told without a list: by capitalised words that stand in both languages of some provision.

    Mend: Write the same name in both languages, with or without diacritics.

    vi: Một tên riêng viết hoa mà cả hai bản đều có bị thiếu ở một bản, hoặc viết sai.

    Nhận ra mà không cần danh mục: qua những từ viết hoa có ở cả hai bản của cùng một đoạn.

    Sửa: Ghi cùng một tên ở cả hai bản, có dấu hoặc không dấu.

    Bad:  `tập đoàn Hyundai` ↔ `the Huyndai group`
    Good: `tập đoàn Hyundai` ↔ `the Hyundai group`
    """
    yield from _shared(bitext, names, Wording(vi="tên riêng", en="name"))


def _shared(
    bitext: Bitext, capitals: Callable[[str], tuple[Capital, ...]], kind: Wording
) -> Iterator[Diagnostic]:
    rows = [
        (segments, tuple(_unlisted(bitext, side, s, capitals) for side, s in enumerate(segments)))
        for segments in bitext.texts()
    ]
    both: Counter[str] = Counter()  # in how many more texts of both languages than of one
    shared: set[str] = set()
    for _, found in rows:
        values = [{capital.value for capital in side} for side in found]
        both.update(values[0] & values[1])
        shared |= values[0] & values[1]
        both.subtract(values[0] ^ values[1])
    for segments, found in rows:
        lone = [
            [c for c in found[side] if not _stands(c, segments[1 - side].text)] for side in (0, 1)
        ]
        pairs = _misspelt(lone[0], lone[1])
        told = {id(capital) for pair in pairs for capital in pair}
        missing = [
            [
                capital
                for capital in {c.value: c for c in lone[side]}.values()
                if capital.value in shared and both[capital.value] >= 0 and id(capital) not in told
            ]
            for side in (0, 1)
        ]
        yield from unequal(bitext, segments, ([p[0] for p in pairs], [p[1] for p in pairs]), kind)
        yield from unequal(bitext, segments, (missing[0], missing[1]), kind)


def _unlisted(
    bitext: Bitext,
    side: int,
    segment: Segment,
    capitals: Callable[[str], tuple[Capital, ...]],
) -> list[Capital]:
    """The capitals of a text without those of symbols, of listed names and of terms."""
    text, _ = symbols(segment.text)
    spans = [
        (match.start, match.end)
        for known in (bitext.names, bitext.glossary)
        if known is not None
        for match in _matches(known, side, segment.text)
    ]
    return [
        capital
        for capital in capitals(text)
        if not any(start <= capital.start < end for start, end in spans)
    ]


def _matches(known: Glossary, side: int, text: str) -> Iterator[Match[Term]]:
    return known.renderings(text) if side else known.in_original(text)


def _stands(capital: Capital, text: str) -> bool:
    """Whether `text` has the word, be it inflected or at the beginning of a sentence."""
    wanted = folded(capital.value)
    return any(folded(word.strip(".,;:()“”\"'*")).startswith(wanted) for word in text.split())


def _misspelt(left: Sequence[Capital], right: Sequence[Capital]) -> list[tuple[Capital, Capital]]:
    pairs = []
    free = list(right)
    for capital in left:
        for other in free:
            matcher = SequenceMatcher(None, capital.value, other.value, autojunk=False)
            if matcher.ratio() >= _MISSPELT:
                pairs.append((capital, other))
                free.remove(other)
                break
    return pairs
