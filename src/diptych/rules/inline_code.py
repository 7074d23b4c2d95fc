"""Code in sentences: what stands letter for letter in one language does so in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diptych.diagnostics import Diagnostic
from diptych.language.glosses import stands_in
from diptych.language.tags import bare
from diptych.model import Place, Segment, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.code_spans import (
    Span,
    code_spans,
    is_example,
    labelled_starts,
    labels_translated,
    lone_spans,
    same_code,
    says_more,
    two_writings,
    with_ending,
    without_joined,
    without_sentences,
)
from diptych.rules.shared.counterparts import is_asked
from diptych.rules.shared.cut import cut
from diptych.rules.shared.rendering import rendering, translation_beside_english
from diptych.rules.shared.set_off import begins_set_off, is_set_off
from diptych.rules.shared.told_markup import told_of_markup
from diptych.rules.shared.translated_words import (
    are_reworded,
    are_translated_words,
)
from diptych.wording import UNSAID, Wording

_BETWEEN = str.maketrans("", "", " -\u00a0")
"""What stands between the words of a name that code joins."""
_HABIT = 3
"""How many texts or blocks of code may do otherwise before they are told as a habit, once."""
_CANDIDATES = 32
"""The most pieces of code of a text of which one may be the translation of another."""
_COMPOUND = pattern_of(r"[a-z][A-Z]|[A-Za-z]\d")
"""What tells a name that is made of words, or of a word and a figure."""
_SHORTEST = 3
"""The fewest letters of code that says by itself what it is."""
_FILLED_IN = pattern_of(r"\[[^\[\]\d]{3,40}\]|<[^<>\d]{3,40}>")
"""A place in code for words of the reader's."""
_UNPARTED = "\u2e80"
"""The first character of the scripts that do not part words."""
_STATEMENT = 8
"""The least characters of code that is known within other code, between blanks."""
_INFLECTED = 6
"""The least letters of a word that may end otherwise in the plural."""


@rule("K101", of_close=True)
def inline_code_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """Code in a sentence is not letter for letter the same in the other language, or is missing
    there.

    Code that one language repeats may occur once in the other. Words with diacritics or in another
    script are taken for translated placeholders. What one language marks as code the other may set
    in italics, in bold or in quotation marks. Code that only a translation has, be it for words of
    the original or to explain them, counts on published texts alone; so does code of nothing but
    ordinary words, in place of others or with another capital.

    Mend: Write the same code, in backticks, in both languages.

    vi: Đoạn mã trong câu không giống từng chữ với bản kia, hoặc bản kia không có.

    Đoạn mã nhắc lại nhiều lần ở bản này có thể chỉ có một lần ở bản kia. Chữ có dấu trong đoạn mã
    được coi là chỗ điền đã dịch. Chỗ bản này ghi là mã, bản kia có thể in nghiêng, in đậm hoặc đặt
    trong ngoặc kép. Đoạn mã mà chỉ bản dịch có, để gọi tên hoặc giải thích điều bản gốc nói bằng
    lời, chỉ tính với văn bản được xuất bản; đoạn mã chỉ gồm từ thông thường, thay bằng từ khác hoặc
    khác chữ hoa, cũng vậy.

    Sửa: Ghi cùng một đoạn mã, trong dấu nháy ngược, ở cả hai bản.

    Bad:  ``chạy `npm install` `` ↔ ``run `npm instal` ``
    Good: ``chạy `npm install` `` ↔ ``run `npm install` ``
    """
    if told_of_markup(bitext):
        return
    labels: dict[str, list[_Labels]] = {}
    plain: dict[tuple[str, Side], list[_Lone]] = {}
    lacked: dict[str, set[str]] = {}
    for segments in bitext.texts():
        if not (segments[0].code or segments[1].code):
            continue
        spans = [code_spans(segment) for segment in segments]
        lone = lone_spans(spans[0], spans[1]), lone_spans(spans[1], spans[0])
        if not bitext.published:
            lone = without_joined(*without_sentences(*_without_labels(segments, lone)))
            translated = rendering(bitext)
            if labels_translated(lone[translated.other], lone[translated]):
                labels.setdefault(segments[0].place.file, []).append(_Labels(segments, lone))
                continue
        told = lacked.setdefault(segments[0].place.file, set())
        yield from _told(bitext, segments, lone, spans, plain, told)
    for left in plain.values():
        together = len(left) > _HABIT and not bitext.published
        for each in left[:1] if together else left:
            yield _missing(bitext, *each, len(left) - 1 if together else 0)
    for found in labels.values():
        segments, (first, second) = found[0]
        more = sum(len(each.lone[0]) for each in found) - 1
        yield _differ(bitext, segments, first[0], second[0], more)


def _without_labels(
    segments: tuple[Segment, Segment], lone: tuple[list[Span], list[Span]]
) -> tuple[list[Span], list[Span]]:
    """`lone` without labels of an interface that both texts set in a style of their own, as often:
    these are translated.
    """
    labels = [labelled_starts(segment) for segment in segments]
    if not labels[0] or len(labels[0]) != len(labels[1]):
        return lone
    mine, theirs = (
        [span for span in own if span[1] not in starts]
        for own, starts in zip(lone, labels, strict=True)
    )
    return mine, theirs


_Lone = tuple[tuple[Segment, Segment], Side, str, int]
"""Two texts, the side that has code which the other lacks, the code, and where it starts."""


class _Labels(NamedTuple):
    """Two texts in whose code words for people were translated."""

    segments: tuple[Segment, Segment]
    lone: tuple[list[Span], list[Span]]


def _differ(
    bitext: Bitext, segments: tuple[Segment, Segment], first: Span, second: Span, more: int = 0
) -> Diagnostic:
    others = Wording(vi=f", và {more} chỗ nữa", en=f", and {more} more") if more else UNSAID
    return Diagnostic(
        Wording(
            vi=f"đoạn mã khác nhau: “{cut(first[0])}” và “{cut(second[0])}”{others.vi}",
            en=f"the code differs: “{cut(first[0])}” and “{cut(second[0])}”{others.en}",
        ),
        tuple(
            bitext.at(side, segments[side].place_at(start), len(text))
            for side, (text, start) in Side.of((first, second))
        ),
    )


def _told(
    bitext: Bitext,
    segments: tuple[Segment, Segment],
    lone: tuple[list[Span], list[Span]],
    spans: Sequence[list[Span]],
    plain: dict[tuple[str, Side], list[_Lone]],
    told: set[str],
) -> Iterator[Diagnostic]:
    """The findings on two texts; `plain` takes the code that the other language has plainly, and
    `told` all that was said to be lacking on the page.
    """
    pairs, left = two_writings(*lone)
    for first, second in pairs:
        if not _is_one(bitext, segments, first, second):
            yield _differ(bitext, segments, first, second)
    left = _without_translated(bitext, segments[0].place, left)
    beside_english = translation_beside_english(bitext)
    titles = frozenset() if bitext.published else bitext.once(_titles)
    both_lack = bool(left[0] and left[1])
    for side in Side:
        if side is beside_english or (side is rendering(bitext) and not is_asked(bitext, side)):
            continue  # what a translator names by its name, or explains
        known = {text for text, _ in spans[side.other]}
        for text, start in left[side]:
            if (text in known and not both_lack) or not text.isascii():
                continue
            other = segments[side.other]
            turned = side is rendering(bitext) and (beside_english is None or " " not in text)
            if turned and _is_word_of(other, text):
                continue  # a word of the original, which the translation sets off
            if id(other) in titles and text.replace("\\\\", "\\") in other.prose:
                continue
            if not bitext.published and (
                _is_otherwise(text, other, left[side.other])
                or _is_within(text, spans[side.other])
                or _is_left_plain(bitext, side, other, text)
            ):
                continue
            said = beside_english is not None and (text in told or _is_said_in_words(text, other))
            if said or is_set_off(other, text.strip("\"'")) or begins_set_off(other, text):
                continue
            told.add(text)
            if _place_in(other.prose, text) >= 0:
                key = segments[0].place.file, side
                plain.setdefault(key, []).append((segments, side, text, start))
                continue
            yield _missing(bitext, segments, side, text, start)


def _is_said_in_words(text: str, other: Segment) -> bool:
    """Whether the code `text` of the original is a word that a translation may say in its own, or
    set as one: `tree`, `master`.
    """
    if _FILLED_IN.fullmatch(text) and text[0] in other.prose:
        return True
    if not text.isalnum() or _COMPOUND.search(text):
        return False
    if _place_in(other.prose, text) >= 0:
        return True
    return text.islower() and len(text) >= _SHORTEST


def _without_translated(
    bitext: Bitext, place: Place, left: tuple[list[Span], list[Span]]
) -> tuple[list[Span], list[Span]]:
    """`left` without code of which the other language has a translation, in other words."""
    if not (left[0] and left[1]) or bitext.published:
        return left
    beside_english = translation_beside_english(bitext) is not None
    mine, theirs = [], left[1][:_CANDIDATES]
    for span in left[0][:_CANDIDATES]:
        same = (
            n
            for n, other in enumerate(theirs)
            if is_example(span[0], other[0])
            or (beside_english and are_reworded(bitext, place, span[0], other[0]))
            or (beside_english and _filled_in(span[0]) == _filled_in(other[0]))
        )
        if (index := next(same, None)) is None:
            mine.append(span)
        else:
            theirs.pop(index)
    return [*mine, *left[0][_CANDIDATES:]], [*theirs, *left[1][_CANDIDATES:]]


def _is_left_plain(bitext: Bitext, side: Side, other: Segment, text: str) -> bool:
    """Whether the English text has code of the other language plainly, and is likely the original,
    whose words a translation sets off; or whether the code is a bare figure, which both have.
    """
    if _place_in(other.prose, text) < 0:
        return False
    in_english = bare(bitext.documents[side.other].locale) == "en"
    return text.isdigit() or (in_english and not bitext.known_in_depth)


def _is_one(bitext: Bitext, segments: tuple[Segment, Segment], first: Span, second: Span) -> bool:
    """Whether two pieces of code are one, as each language may have it."""
    if translation_beside_english(bitext) is not None:
        rows = _filled_in(first[0]), _filled_in(second[0])
        if rows[0] == rows[1] or are_reworded(bitext, segments[0].place, *rows):
            return True
    locales = bitext.original.locale, bitext.translation.locale
    return (
        same_code(first[0], second[0], locales)
        or with_ending(segments, first, second)
        or (not bitext.published and is_example(first[0], second[0]))
        or (not bitext.published and _says_more(bitext, first[0], second[0]))
        or are_translated_words(bitext, segments[0].place, first[0], second[0])
    )


def _filled_in(text: str) -> str:
    """Code with its places for words of the reader's alike."""
    return _FILLED_IN.sub("<>", text)


def _says_more(bitext: Bitext, first: str, second: str) -> bool:
    turned = bare(bitext.translation.locale) == "en"
    return says_more(first, second) or (turned and says_more(second, first))


def _titles(bitext: Bitext) -> frozenset[int]:
    """The headings of both languages, by `id`: in them, code need not be set off."""
    return frozenset(
        id(division.heading) for pair in bitext.alignment.divisions for division in pair.both or ()
    )


def _is_word_of(segment: Segment, text: str) -> bool:
    """Whether `text` is words that `segment` has as well, in capitals or not, joined or not."""
    plain = all(char.isalpha() or char == " " for char in text)
    of_several = " " in text or not text[1:].islower()
    words, prose = text.rstrip("s").lower(), segment.prose.lower()
    if len(words) >= _INFLECTED:
        words = words.removesuffix("y")  # "strategies" for `strategy`
    if of_several:
        words, prose = words.translate(_BETWEEN), prose.translate(_BETWEEN)
    return plain and words in prose


def _is_otherwise(text: str, other: Segment, theirs: Sequence[Span]) -> bool:
    """Whether the other language has the code `text` as a name, or within more code."""
    return _is_name_in(other, text) or any(says_more(text, code) for code, _ in theirs)


def _is_within(text: str, theirs: Sequence[Span]) -> bool:
    """Whether a piece of the other language's code has `text` among others, which became one."""
    return len(text) >= _STATEMENT and any(f" {text} " in f" {code} " for code, _ in theirs)


def _is_name_in(segment: Segment, text: str) -> bool:
    """Whether `segment` has the one word `text` as a name, in other capitals (`ejs`, EJS)."""
    return text.isalpha() and text not in segment.prose and stands_in(text, segment.prose)


def _place_in(prose: str, text: str) -> int:
    """Where `prose` has `text`, and not as a part of a longer word in ASCII; -1 if nowhere."""
    at = prose.find(text)
    while at >= 0:
        before, after = prose[at - 1 : at] if at else "", prose[at + len(text) :][:1]
        if not (_joined(before, text[0]) or _joined(text[-1], after)):
            return at
        at = prose.find(text, at + 1)
    return at


def _joined(first: str, second: str) -> bool:
    """Whether two characters are of one word, in a script that parts its words by blanks."""
    return all(char.isalnum() and char < _UNPARTED for char in (first, second))


def _missing(
    bitext: Bitext,
    segments: tuple[Segment, Segment],
    side: Side,
    text: str,
    start: int,
    more: int = 0,
) -> Diagnostic:
    """The finding that the code on `side` is none, or is not there, in the other language; and in
    how many more places of the page.
    """
    language, other = bitext.language(side.other), segments[side.other]
    here = bitext.at(side, segments[side].place_at(start), len(text))
    at = _place_in(other.prose, text)
    if at >= 0:
        others = Wording(
            vi=f", và {more} chỗ nữa trên trang này" if more else "",
            en=f", and {more} more on this page" if more else "",
        )
        message = Wording(
            vi=f"“{cut(text)}” không được ghi là mã trong bản {language.vi}{others.vi}",
            en=f"“{cut(text)}” is not marked as code in {language.en}{others.en}",
        )
        there = bitext.at(side.other, other.place_at(at), len(text))
    else:
        message = Wording(
            vi=f"bản {language.vi} thiếu đoạn mã “{cut(text)}”",
            en=f"{language.en} lacks the code “{cut(text)}”",
        )
        there = bitext.about(side.other, other, segments[side], start)
    return Diagnostic(message, (there, here))
