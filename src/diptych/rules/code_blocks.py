"""Blocks of code: both languages give the same program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain

from diptych.diagnostics import Diagnostic, Location
from diptych.language.syllables import is_bare
from diptych.language.tags import bare
from diptych.model import Place, Provision, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.code_lines import (
    WITHOUT_END,
    CodeLine,
    are_drawn_alike,
    code_lines,
    is_drawn,
    is_plain,
    is_renamed,
    is_translated,
    laid_out,
    language_of,
)
from diptych.rules.shared.cut import cut
from diptych.rules.shared.paired_blocks import paired_blocks
from diptych.rules.shared.rendering import translation_beside_english
from diptych.rules.shared.translated_words import (
    are_renamed,
    are_reworded,
    are_translated_words,
)
from diptych.wording import UNSAID, Wording

_HABIT = 3
"""How many texts or blocks of code may do otherwise before they are told as a habit, once."""
_VALUE = pattern_of(r"(?P<key>(?:- )?+[\w-]{1,40}+): (?P<said>[\"']?+[^/\\{}\[\]\"'.]++[\"']?+)")
"""A line that gives a key a value in words."""
_VALUE_LENGTH = 200
_STEM = pattern_of(r"(?<![^\W_])[^\W\d_]{2,40}+(?=\.[a-z]{2,4}(?!\w))")
"""The name of a file before its ending."""
_LETTERS = pattern_of(r"[^\W\d_]{2,}")
_INDENTED = frozenset({"python", "yaml"})
"""Languages in which blanks at the beginning of a line say what it belongs to."""
_ABOUT_HERE = Wording(vi="chỗ còn thiếu: quanh đây", en="missing about here")
_MOST_LINES = 400
"""The most lines of a block that are laid beside each other one by one."""


@rule("K102")
def code_block_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A block of code differs from its counterpart in more than comments and words for readers.

    Strings that say something may be translated; numbers are compared by V102. Blocks that name no
    language may hold words: what has diacritics or another script there is taken to be translated.
    In Python and YAML it counts as well how far lines are indented. All blocks of a page that
    differ are one finding, but on published texts.

    Mend: Give both languages the same code.

    vi: Khối mã khác với khối mã ở bản kia, không kể ghi chú và chữ cho người đọc.

    Chuỗi chữ cho người đọc có thể được dịch; con số do V102 so. Khối không ghi ngôn ngữ có thể là
    chữ cho người đọc. Ở Python và YAML, mức thụt đầu dòng cũng được so. Mọi khối khác nhau trên một
    trang là một phát hiện, trừ văn bản được xuất bản.

    Sửa: Ghi cùng một đoạn mã ở cả hai bản.

    Bad:  `git rm FileToRemove` ↔ `git rm filetoremove`
    Good: `git rm filetoremove` ↔ `git rm filetoremove`
    """
    found = [(both, lines) for both in paired_blocks(bitext) if (lines := _told_of(bitext, both))]
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
        for lines in _differing(rows[0], rows[1], locales, known)
        if not (lines[0] and lines[1] and is_translated(lines[0], lines[1], plain=plain))
        and not (lines[0] and lines[1] and _is_value_translated(bitext, both[0], lines))
        and not (lines[0] and lines[1] and _is_in_vietnamese(bitext, lines))
        and not _is_reworded(bitext, both[0], lines)
        and not (known in WITHOUT_END and _is_ended_otherwise(lines, locales))
        and not (lines[0] and lines[1] and are_drawn_alike(lines[0], lines[1]))
    ]
    if differing and plain and not _rather_code(rows, differing, locales):
        return []
    if not differing and known in _INDENTED:
        return [*_indented_otherwise(both, rows)]
    return differing


def _indented_otherwise(
    both: tuple[Provision, Provision], rows: Sequence[Sequence[CodeLine]]
) -> Iterator[tuple[CodeLine, CodeLine]]:
    """The lines of two programs of the same lines that stand at another level, however many blanks
    each takes for one.
    """
    if [line.text for line in rows[0]] != [line.text for line in rows[1]]:
        return
    depths = []
    for block, row in zip(both, rows, strict=True):
        written = block.segment.markdown.split("\n")
        found = [_depth(written[line.number]) for line in row]
        steps = sorted(set(found))
        depths.append([steps.index(depth) for depth in found])
    for mine, theirs, *depth in zip(*rows, *depths, strict=True):
        if depth[0] != depth[1]:
            yield mine, theirs


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


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
    for both in paired_blocks(bitext):
        known = language_of(both[0].info) or language_of(both[1].info)
        rows = [code_lines(provision.segment.markdown, known) for provision in both]
        count[both[0].place.file] += sum(
            _is_reworded(bitext, both[0], lines)
            for lines in _differing(rows[0], rows[1], locales, known)
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


def _differing(
    mine: Sequence[CodeLine],
    theirs: Sequence[CodeLine],
    locales: tuple[str, str],
    language: str,
) -> Iterator[tuple[CodeLine | None, CodeLine | None]]:
    """The lines that differ, laid beside each other."""
    if [line.text for line in mine] == [line.text for line in theirs]:
        return
    rows = [[line.skeleton(locales) for line in side[:_MOST_LINES]] for side in (mine, theirs)]
    if laid_out([*chain(*rows[0])], language) == laid_out([*chain(*rows[1])], language):
        return  # laid out otherwise
    matcher = SequenceMatcher(None, rows[0], rows[1], autojunk=False)
    for what, i, i_end, j, j_end in matcher.get_opcodes():
        if what == "equal":
            continue
        hunks = [*chain(*rows[0][i:i_end])], [*chain(*rows[1][j:j_end])]
        if laid_out(hunks[0], language) == laid_out(hunks[1], language):
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
