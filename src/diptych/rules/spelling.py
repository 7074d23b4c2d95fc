"""Hygiene: Vietnamese that is misspelt, told only where nothing else can be meant."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match
from unicodedata import is_normalized

from diptych.diagnostics import Diagnostic, Severity
from diptych.language.compounds import misspelt
from diptych.language.letter_runs import letter_runs
from diptych.language.stops import Mark
from diptych.language.syllables import is_impossible, is_unused
from diptych.language.tags import bare
from diptych.model import Segment, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.one_sided import own_texts, slip_in
from diptych.rules.shared.pages_without_marks import pages_without_marks
from diptych.rules.shared.prose import read_aloud
from diptych.wording import Wording

_WORD = pattern_of(r"(?<![\w\-./'’@#&\\*_`^~<>=$])[^\W\d_]{2,24}+(?![\w\-/'’@\\*_`^~(=]|\.\w)")
"""A word that is no part of an address, of code or of a name joined by hyphens."""
_BEGINS = pattern_of(r"(?:\A|[.?!] )\W{0,4}\Z")
"""What stands before a word with which a sentence begins."""
_GOES_ON = pattern_of(r",? [a-zà-ỹđ]")
_BEFORE = 8
"""How many characters before a word are looked at."""
_MARKED = pattern_of(r"[ạ-ỹăâđêĩôơũưà-ãè-êìíò-õùúý]")
_LEAST = 0.25
"""The least letters with marks, for each word of a text that is written with them."""
_FEWEST = 3
"""The fewest such words."""
_NO_SYLLABLE = Wording(vi="không phải một âm tiết tiếng Việt", en="no syllable of Vietnamese")
_IN_NO_WORD = Wording(
    vi="không từ tiếng Việt nào có âm tiết này", en="no word of Vietnamese has this syllable"
)
_QUOTING = frozenset("\"'“”‘’«»()[]/")
"""What a word stands beside that is spoken of, or of another language."""


@rule("H108", Severity.WARNING)
def word_misspelt(bitext: Bitext) -> Iterator[Diagnostic]:
    """A Vietnamese word is no syllable of the language, or one that no word of it has, or a common
    word of two syllables is misspelt.

    Reported is only what can be no other word. Each spelling is reported once per page.

    Mend: Correct the word.

    vi: Một từ tiếng Việt không thể là một âm tiết, hoặc là âm tiết mà không từ nào có, hoặc một từ
    thông dụng gồm hai âm tiết viết sai chính tả.

    Chỉ báo những chỗ không thể là một từ khác. Mỗi cách viết sai được báo một lần trên một trang.

    Sửa: Sửa lại từ ấy.

    Bad:  `Ngôi nhà đươc xây năm ngoái.` ↔ `The house was built last year.`
    Good: `Ngôi nhà được xây năm ngoái.` ↔ `The house was built last year.`
    """
    told: set[tuple[str, str]] = set()
    if "vi" not in (bare(document.locale) for document in bitext.documents):
        return
    for text in own_texts(bitext):
        if bare(bitext.documents[text.side].locale) != "vi":
            continue
        if bitext.source and text.side is Side.ORIGINAL:
            continue  # written as it was received
        for mark, said in _wrong(text.segment):
            key = text.segment.place.file, mark.printed.lower()
            if key not in told and not text.repeats(mark):
                told.add(key)
                yield slip_in(bitext, text, mark, said)


def _wrong(segment: Segment) -> Iterator[tuple[Mark, Wording]]:
    text = read_aloud(segment)
    if not is_normalized("NFC", text):
        return  # letters whose marks stand apart: H101
    if len(_MARKED.findall(text)) < max(_FEWEST, _LEAST * (text.count(" ") + 1)):
        return  # another language, or Vietnamese without its marks
    slips = list(misspelt(text))
    words = set(map(str.lower, letter_runs(text)))
    strange = {
        **dict.fromkeys(filter(is_impossible, words), _NO_SYLLABLE),
        **dict.fromkeys(filter(is_unused, words), _IN_NO_WORD),
    }
    known = {at for mark, _ in slips for at in range(mark.start, mark.start + len(mark.printed))}
    for found in _WORD.finditer(text) if strange else ():
        if found.start() in known:
            continue  # that says what is meant
        if found[0].lower() in strange and (found[0].islower() or _begins(found)):
            said = strange[found[0].lower()]
            if said is _NO_SYLLABLE or _stands_among_words(found):
                yield Mark(found[0], found.start()), said
    for mark, meant in slips:
        yield (
            mark,
            Wording(vi=f"viết sai chính tả, đúng là “{meant}”", en=f"misspelt for “{meant}”"),
        )


def _stands_among_words(word: Match[str]) -> bool:
    """Whether nothing beside `word` makes it one of another language that looks alike: "sé"."""
    text, start, end = word.string, word.start(), word.end()
    return _QUOTING.isdisjoint((text[start - 1 : start], text[end : end + 1]))


def _begins(word: Match[str]) -> bool:
    """Whether a sentence begins with `word`, and goes on with no other capital, as a name might."""
    text, start = word.string, word.start()
    begins = _BEGINS.search(text[max(0, start - _BEFORE) : start] if start else "")
    return word[0][1:].islower() and bool(begins) and bool(_GOES_ON.match(text, word.end()))


@rule("H109")
def diacritics_left_out(bitext: Bitext) -> Iterator[Diagnostic]:
    """A page of a Vietnamese text is written without its diacritics.

    It is recognised by its small words, most others being syllables of the language, too.

    Mend: Write the page with its diacritics.

    vi: Một trang tiếng Việt viết không dấu.

    Nhận ra qua các hư từ viết không dấu, trong khi phần lớn các từ khác cũng là âm tiết tiếng Việt.

    Sửa: Viết lại trang có dấu.

    Bad:  `Ngoi nha nay duoc xay tu nam ngoai.` ↔ `This house was built last year.`
    Good: `Ngôi nhà này được xây từ năm ngoái.` ↔ `This house was built last year.`
    """
    for side, first_texts in Side.of(bitext.once(pages_without_marks)):
        for first in first_texts.values():
            yield Diagnostic(
                Wording(
                    vi="trang tiếng Việt này viết không dấu",
                    en="this Vietnamese page is written without its diacritics",
                ),
                (bitext.at(side, first.place, len(first.text)),),
            )
