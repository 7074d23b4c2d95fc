"""Code: what stands letter for letter in one language does so in the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain
from typing import NamedTuple

from diptych.diagnostics import Diagnostic, Location, Severity
from diptych.language.glosses import stands_in
from diptych.language.syllables import is_bare
from diptych.language.tags import bare
from diptych.model import Kind, Place, Provision, Segment, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.code_lines import (
    CodeLine,
    are_drawn_alike,
    code_lines,
    is_drawn,
    is_plain,
    is_renamed,
    is_translated,
    language_of,
    lines_marked,
)
from diptych.rules.shared.code_spans import (
    Span,
    code_spans,
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
    are_renamed,
    are_reworded,
    are_translated_words,
)
from diptych.wording import UNSAID, Wording

_BETWEEN = str.maketrans("", "", " -\u00a0")
"""What stands between the words of a name that code joins."""
_HABIT = 3
"""How many texts or blocks of code may do otherwise before they are told as a habit, once."""
_VALUE = pattern_of(r"(?P<key>(?:- )?+[\w-]{1,40}+): (?P<said>[\"']?+[^/\\{}\[\]\"'.]++[\"']?+)")
"""A line that gives a key a value in words."""
_VALUE_LENGTH = 200
_WITHOUT_END = frozenset({"javascript", "typescript", "jsx", "tsx", "vue"})
"""Languages whose statements end with a sign or without."""
_STEM = pattern_of(r"(?<![^\W_])[^\W\d_]{2,40}+(?=\.[a-z]{2,4}(?!\w))")
"""The name of a file before its ending."""
_CANDIDATES = 32
"""The most pieces of code of a text of which one may be the translation of another."""
_COMPOUND = pattern_of(r"[a-z][A-Z]|[A-Za-z]\d")
"""What tells a name that is made of words, or of a word and a figure."""
_SHORTEST = 3
"""The fewest letters of code that says by itself what it is."""
_FILLED_IN = pattern_of(r"\[[^\[\]\d]{3,40}\]|<[^<>\d]{3,40}>")
"""A place in code for words of the reader's."""
_LETTERS = pattern_of(r"[^\W\d_]{2,}")
_ABOUT_HERE = Wording(vi="chỗ còn thiếu: quanh đây", en="missing about here")
_MOST_LINES = 400
"""The most lines of a block that are laid beside each other one by one."""


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
    if not (left[0] and left[1]) or translation_beside_english(bitext) is None:
        return left
    mine, theirs = [], left[1][:_CANDIDATES]
    for span in left[0][:_CANDIDATES]:
        same = (
            n
            for n, other in enumerate(theirs)
            if are_reworded(bitext, place, span[0], other[0])
            or _FILLED_IN.sub("<>", span[0]) == _FILLED_IN.sub("<>", other[0])
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
        rows = [_FILLED_IN.sub("<>", span[0]) for span in (first, second)]
        if rows[0] == rows[1] or are_reworded(bitext, segments[0].place, *rows):
            return True
    locales = bitext.original.locale, bitext.translation.locale
    return (
        same_code(first[0], second[0], locales)
        or with_ending(segments, first, second)
        or (not bitext.published and _says_more(bitext, first[0], second[0]))
        or are_translated_words(bitext, segments[0].place, first[0], second[0])
    )


def _says_more(bitext: Bitext, first: str, second: str) -> bool:
    turned = bare(bitext.translation.locale) == "en"
    return says_more(first, second) or (turned and says_more(second, first))


def _titles(bitext: Bitext) -> frozenset[int]:
    """The headings of both languages, by `id`: in them, code need not be set off."""
    return frozenset(
        id(division.heading) for pair in bitext.alignment.divisions for division in pair.both or ()
    )


_UNPARTED = "\u2e80"
"""The first character of the scripts that do not part words."""
_STATEMENT = 8
"""The least characters of code that is known within other code, between blanks."""
_INFLECTED = 6
"""The least letters of a word that may end otherwise in the plural."""


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


@rule("K102")
def code_block_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A block of code differs from its counterpart in more than comments and words for readers.

    Strings that say something may be translated; numbers are compared by V102. Blocks that name no
    language may hold words: what has diacritics or another script there is taken to be translated.
    All blocks of a page that differ are one finding, but on published texts.

    Mend: Give both languages the same code.

    vi: Khối mã khác với khối mã ở bản kia, không kể ghi chú và chữ cho người đọc.

    Chuỗi chữ cho người đọc có thể được dịch; con số do V102 so. Khối không ghi ngôn ngữ có thể là
    chữ cho người đọc. Mọi khối khác nhau trên một trang là một phát hiện, trừ văn bản được xuất
    bản.

    Sửa: Ghi cùng một đoạn mã ở cả hai bản.

    Bad:  `git rm FileToRemove` ↔ `git rm filetoremove`
    Good: `git rm filetoremove` ↔ `git rm filetoremove`
    """
    found = [(both, lines) for both in _blocks(bitext) if (lines := _told_of(bitext, both))]
    if habits := bitext.once(_rewording_pages):
        found = [
            (both, lines)
            for both, all_ in found
            if (lines := _told_beside(bitext, both, all_, habits))
        ]
    if bitext.published:
        yield from (_code_differs(bitext, *each) for each in found)
        return
    renamed = [each for each in found if _are_renamed(each[1])]
    pages: dict[str, list[_Blocks]] = {}
    for each in found:
        if len(renamed) < _HABIT or each not in renamed:
            pages.setdefault(each[0][0].place.file, []).append(each)
    for blocks in pages.values():
        yield _told_together(bitext, blocks)
    if len(renamed) >= _HABIT:
        more = len(renamed) - 1
        elsewhere = Wording(
            vi=f"; tên trong ví dụ ở {more} khối mã nữa cũng vậy",
            en=f"; so do the names of examples in {more} more blocks",
        )
        yield _code_differs(bitext, *renamed[0], elsewhere)


_Blocks = tuple[tuple[Provision, Provision], list[tuple["CodeLine | None", "CodeLine | None"]]]
"""Two blocks of code, and the lines in which they differ."""


def _told_together(bitext: Bitext, blocks: Sequence[_Blocks]) -> Diagnostic:
    """One finding for all the blocks of a page that differ."""
    more = len(blocks) - 1
    elsewhere = Wording(
        vi=f"; {more} khối mã nữa trên trang này cũng khác nhau",
        en=f"; so does the code of {more} more {'block' if more == 1 else 'blocks'} on this page",
    )
    if not more:
        elsewhere = UNSAID
    return _code_differs(bitext, *blocks[0], elsewhere)


def _told_of(
    bitext: Bitext, both: tuple[Provision, Provision]
) -> list[tuple[CodeLine | None, CodeLine | None]]:
    """The lines in which two blocks differ, if they differ as code does."""
    languages = [language_of(provision.info) for provision in both]
    known = languages[0] or languages[1]
    plain = is_plain(known) or any(is_drawn(block.segment.markdown) for block in both)
    rows = [code_lines(provision.segment.markdown, known) for provision in both]
    if plain and any(line.foreign for row in rows for line in row):
        return []
    locales = bitext.original.locale, bitext.translation.locale
    differing = [
        lines
        for lines in _differing(rows[0], rows[1], locales)
        if not (lines[0] and lines[1] and is_translated(lines[0], lines[1], plain=plain))
        and not (lines[0] and lines[1] and _is_value_translated(bitext, both[0], lines))
        and not (lines[0] and lines[1] and _is_in_vietnamese(bitext, lines))
        and not _is_reworded(bitext, both[0], lines)
        and not (known in _WITHOUT_END and _is_ended_otherwise(lines, locales))
        and not (lines[0] and lines[1] and are_drawn_alike(lines[0], lines[1]))
    ]
    if differing and plain and not _rather_code(rows, differing, locales):
        return []
    return differing


def _is_value_translated(
    bitext: Bitext, block: Provision, lines: tuple[CodeLine | None, CodeLine | None]
) -> bool:
    """Whether two lines differ in what they give one key in words (`title: Hello`), or in what they
    call a file.
    """
    rows = [line.text[:_VALUE_LENGTH] if line else "" for line in lines]
    if not all(rows):
        return False
    values = [_VALUE.fullmatch(row) for row in rows]
    if values[0] and values[1] and values[0]["key"] == values[1]["key"]:
        rows = [values[0]["said"], values[1]["said"]]
    elif _STEM.sub("", rows[0]) != _STEM.sub("", rows[1]):
        return False
    return are_translated_words(bitext, block.place, *rows)


def _is_reworded(
    bitext: Bitext, block: Provision, lines: tuple[CodeLine | None, CodeLine | None]
) -> bool:
    """Whether two lines differ in words alone, which a translation has in its own language."""
    mine, theirs = lines
    return (
        mine is not None
        and theirs is not None
        and are_reworded(bitext, block.place, mine.text, theirs.text)
    )


def _rewording_pages(bitext: Bitext) -> frozenset[str]:
    """The files of the original on whose pages the names of examples are translated as a habit."""
    if translation_beside_english(bitext) is None:
        return frozenset()
    locales = bitext.original.locale, bitext.translation.locale
    count: Counter[str] = Counter()
    for both in _blocks(bitext):
        known = language_of(both[0].info) or language_of(both[1].info)
        rows = [code_lines(provision.segment.markdown, known) for provision in both]
        count[both[0].place.file] += sum(
            _is_reworded(bitext, both[0], lines) for lines in _differing(rows[0], rows[1], locales)
        )
    return frozenset(file for file, times in count.items() if times >= _HABIT)


def _told_beside(
    bitext: Bitext,
    both: tuple[Provision, Provision],
    differing: list[tuple[CodeLine | None, CodeLine | None]],
    habits: frozenset[str],
) -> list[tuple[CodeLine | None, CodeLine | None]]:
    """`differing` without lines of other names, on a page that has names of its own as a habit."""
    file = both[0].place.file
    if file not in habits:
        return differing
    return [
        lines
        for lines in differing
        if not (
            lines[0]
            and lines[1]
            and are_renamed(bitext, both[0].place, lines[0].text, lines[1].text)
        )
    ]


def _is_ended_otherwise(
    lines: tuple[CodeLine | None, CodeLine | None], locales: tuple[str, str]
) -> bool:
    """Whether two statements differ in the sign alone that may end one."""
    rows = [line.skeleton(locales) if line else () for line in lines]
    return all(rows) and rows[0] != rows[1] and _ended(rows[0]) == _ended(rows[1])


def _ended(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return tokens[:-1] if tokens[-1] == ";" else tokens


def _is_in_vietnamese(bitext: Bitext, lines: tuple[CodeLine | None, CodeLine | None]) -> bool:
    """Whether the words that only the Vietnamese one of two lines has are Vietnamese, with their
    marks or without, so that they stand for the other's: "Xin chào", "widget_cua_toi".
    """
    if bitext.published or not bitext.known_in_depth:
        return False
    words = [Counter(_LETTERS.findall(line.text if line else "")) for line in lines]
    for side, document in Side.of(bitext.documents):
        lone = words[side] - words[side.other]
        if bare(document.locale) == "vi" and lone and words[side.other] - words[side]:
            said = sum(n for word, n in lone.items() if not word.isascii() or is_bare(word))
            return 2 * said >= lone.total()
    return False


def _are_renamed(differing: Sequence[tuple[CodeLine | None, CodeLine | None]]) -> bool:
    """Whether all lines differ in the names of examples alone, which were translated."""
    return all(lines[0] and lines[1] and is_renamed(lines[0], lines[1]) for lines in differing)


def _blocks(bitext: Bitext) -> Iterator[tuple[Provision, Provision]]:
    for pair in bitext.alignment.provisions:
        if (both := pair.both) is not None and both[0].kind is both[1].kind is Kind.CODE:
            yield both


def _differing(
    mine: Sequence[CodeLine], theirs: Sequence[CodeLine], locales: tuple[str, str]
) -> Iterator[tuple[CodeLine | None, CodeLine | None]]:
    """The lines that differ, laid beside each other."""
    if [line.text for line in mine] == [line.text for line in theirs]:
        return
    rows = [[line.skeleton(locales) for line in side[:_MOST_LINES]] for side in (mine, theirs)]
    if [*chain(*rows[0])] == [*chain(*rows[1])]:
        return  # broken into other lines
    matcher = SequenceMatcher(None, rows[0], rows[1], autojunk=False)
    for what, i, i_end, j, j_end in matcher.get_opcodes():
        if what == "equal":
            continue
        for index in range(max(i_end - i, j_end - j)):
            left = mine[i + index] if i + index < i_end else None
            right = theirs[j + index] if j + index < j_end else None
            if left and right and (left.foreign or right.foreign):
                continue  # words, translated
            lone = left if right is None else right if left is None else None
            if lone and (lone.foreign or not any(char.isalnum() for char in lone.text)):
                continue
            yield left, right


def _rather_code(
    rows: Sequence[Sequence[CodeLine]],
    differing: Sequence[tuple[CodeLine | None, CodeLine | None]],
    locales: tuple[str, str],
) -> bool:
    """Whether a block without a language is code: most of what it says is the same."""
    if len(differing) * 4 <= min(len(row) for row in rows):
        return True
    tokens = [Counter(token for line in row for token in line.skeleton(locales)) for row in rows]
    common = sum((tokens[0] & tokens[1]).values())
    words = [sum(count for token, count in side.items() if token[0].isalpha()) for side in tokens]
    same = sum(n for token, n in (tokens[0] & tokens[1]).items() if token[0].isalpha())
    return 2 * common >= max(sum(side.values()) for side in tokens) and 2 * same >= max(words)


def _code_differs(
    bitext: Bitext,
    both: tuple[Provision, Provision],
    differing: Sequence[tuple[CodeLine | None, CodeLine | None]],
    elsewhere: Wording = UNSAID,
) -> Diagnostic:
    lines = differing[0]
    languages = [bitext.language(side) for side in Side]
    more = len(differing) - 1
    and_more = Wording(vi=f" (và {more} dòng nữa)", en=f" (and {more} more lines)")
    if more < 1:
        and_more = Wording(vi="", en="")
    elif more == 1:
        and_more = Wording(vi=and_more.vi, en=" (and 1 more line)")
    if lines[0] and lines[1]:
        shown = [cut(line.text) for line in lines if line]
        message = Wording(
            vi=f"khối mã khác nhau: “{shown[0]}” và “{shown[1]}”{and_more.vi}{elsewhere.vi}",
            en=f"the code differs: “{shown[0]}” and “{shown[1]}”{and_more.en}{elsewhere.en}",
        )
    else:
        side = Side.TRANSLATION if lines[0] else Side.ORIGINAL
        line = lines[0] or lines[1]
        text = cut(line.text) if line else ""
        after = Wording(vi=and_more.vi + elsewhere.vi, en=and_more.en + elsewhere.en)
        message = Wording(
            vi=f"khối mã ở bản {languages[side].vi} thiếu dòng “{text}”{after.vi}",
            en=f"the code in {languages[side].en} lacks the line “{text}”{after.en}",
        )
    return Diagnostic(message, tuple(_line_at(bitext, side, both[side], lines) for side in Side))


def _line_at(
    bitext: Bitext,
    side: Side,
    block: Provision,
    lines: tuple[CodeLine | None, CodeLine | None],
) -> Location:
    """The place of a line of code; about where it should stand, where the block lacks the line."""
    line = lines[side]
    page = bitext.documents[side].page_in(block.place.file)
    if page is None or not block.segment.runs:
        return bitext.at(side, block.place, 1)
    fenced = block.segment.runs[0].line > block.place.line
    if line is None:
        beside = lines[side.other]
        after = block.place.line + fenced + (beside.number if beside else 0) - 1
        last = max(block.place.line, block.segment.end_line - fenced)
        return bitext.at(side, Place(page.file, min(after, last), 1), 1, _ABOUT_HERE)
    number = min(block.place.line + fenced + line.number, len(page.lines))
    written = page.lines[number - 1]
    column = len(written) - len(written.lstrip()) + 1
    return bitext.at(side, Place(page.file, number, column), len(written.strip()))


@rule("K103", Severity.WARNING)
def code_language_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A block of code names a different language from its counterpart, or highlights different
    lines.

    Different names of one language count as the same: `js` and `javascript`. Highlighted lines are
    compared where both blocks have as many.

    Mend: Write the same after the mark that opens the block.

    vi: Khối mã ghi ngôn ngữ khác với khối mã ở bản kia, hoặc làm nổi những dòng khác.

    Các tên của cùng một ngôn ngữ được coi là một: `js` và `javascript`. Các dòng làm nổi được so
    khi hai khối có cùng số dòng.

    Sửa: Ghi cùng một nội dung sau dấu mở khối.

    Bad:  ```` ```js ```` ↔ ```` ```python ````
    Good: ```` ```js ```` ↔ ```` ```js ````
    """
    unnamed: dict[str, list[tuple[Provision, Provision]]] = {}
    differing: dict[tuple[str, str, str], list[tuple[Provision, Provision]]] = {}
    naming = _languages_named(bitext)
    for both in _blocks(bitext):
        languages = [language_of(provision.info) or "text" for provision in both]
        if not bitext.published and _names_text_alone(both[0].info, both[1].info):
            unnamed.setdefault(both[0].place.file, []).append(both)
        lines = [lines_marked(provision.info) for provision in both]
        places = tuple(bitext.at(side, block.place, 3) for side, block in Side.of(both))
        if languages[0] != languages[1]:
            if not _is_never_named(bitext, both, naming):
                key = both[0].place.file, languages[0], languages[1]
                differing.setdefault(key, []).append(both)
        elif lines[0] != lines[1] and _are_as_long(both):
            shown = [marked or "—" for marked in lines]
            yield Diagnostic(
                Wording(
                    vi=f"các dòng làm nổi trong khối mã khác nhau: “{shown[0]}” và “{shown[1]}”",
                    en=f"the highlighted lines of the code differ: “{shown[0]}” and “{shown[1]}”",
                ),
                places,
            )
    for (_, *languages), blocks in differing.items():
        yield from _named_otherwise(bitext, languages, blocks)
    for blocks in unnamed.values():
        more = len(blocks) - 1
        yield Diagnostic(
            Wording(
                vi="khối mã không còn ghi ngôn ngữ “text”"
                + (f", và {more} khối nữa trên trang này" if more else ""),
                en="the block of code no longer names its language, “text”"
                + (
                    f", nor {'does' if more == 1 else 'do'} {more} more on this page"
                    if more
                    else ""
                ),
            ),
            tuple(bitext.at(side, block.place, 3) for side, block in Side.of(blocks[0])),
        )


def _are_as_long(both: tuple[Provision, Provision]) -> bool:
    """Whether two blocks of code have as many lines, so that their numbers say the same."""
    return both[0].segment.markdown.count("\n") == both[1].segment.markdown.count("\n")


_NAMED_EACH = 2
"""How many blocks of a page that name other languages are told one by one; beyond, once."""
_Naming = tuple[dict[str, Counter[str]], dict[str, Counter[str]]]
"""By side and file, how many blocks of code name each language, or none."""


_LEFT_WITHOUT = 3
"""How many blocks of a page without a language are its way."""


def _languages_named(bitext: Bitext) -> _Naming:
    found: _Naming = ({}, {})
    for side, document in () if bitext.published else Side.of(bitext.documents):
        for page in document.pages:
            blocks = (p for p in page.all_provisions() if p.kind is Kind.CODE)
            found[side][page.file] = Counter(language_of(block.info) for block in blocks)
    return found


def _is_never_named(bitext: Bitext, both: tuple[Provision, Provision], naming: _Naming) -> bool:
    """Whether one of two blocks names no language, as no block of its page names this one: of an
    original that is its way, and of a translation where several are left without.
    """
    for side, block in Side.of(both):
        named = naming[side].get(block.place.file)
        if named is not None and not block.info.strip():
            way = side is not rendering(bitext) or named[""] >= _LEFT_WITHOUT
            return way and not named[language_of(both[side.other].info)]
    return False


def _named_otherwise(
    bitext: Bitext, languages: Sequence[str], blocks: Sequence[tuple[Provision, Provision]]
) -> Iterator[Diagnostic]:
    """The findings on blocks of a page that name the same two languages: one each, or one."""
    shown = [language if language != "text" else "—" for language in languages]
    together = len(blocks) > _NAMED_EACH and not bitext.published
    more = len(blocks) - 1
    others = UNSAID
    if together:
        others = Wording(
            vi=f", và ở {more} khối nữa trên trang này", en=f", and in {more} more on this page"
        )
    for both in blocks[:1] if together else blocks:
        yield Diagnostic(
            Wording(
                vi=f"ngôn ngữ của khối mã khác nhau: “{shown[0]}” và “{shown[1]}”{others.vi}",
                en=f"the language of the code differs: “{shown[0]}” and “{shown[1]}”{others.en}",
            ),
            tuple(bitext.at(side, block.place, 3) for side, block in Side.of(both)),
        )


def _names_text_alone(mine: str, theirs: str) -> bool:
    """Whether a block of the original names itself text, and its counterpart names nothing."""
    return language_of(mine) == "text" and not theirs.strip()
