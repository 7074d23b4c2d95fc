"""Language: no text, and no page, left in the other language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from unicodedata import is_normalized

from diptych.diagnostics import Diagnostic, Location
from diptych.language.passages import BREAK, Tongues, tongues
from diptych.language.personal_names import is_personal_name
from diptych.model import PROSE, Division, Emphasis, Kind, Page, Provision, Segment, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.everyday_words import (
    is_beside_english,
    is_left_in_english,
    start_of_english_run,
)
from diptych.rules.shared.language_choices import offers_languages
from diptych.rules.shared.left_words import left_words
from diptych.rules.shared.lone_texts import kept_beside, renders
from diptych.rules.shared.pages_without_marks import pages_without_marks
from diptych.rules.shared.plain_words import (
    are_plain_words,
    call_left_alike,
    is_label_left,
    is_plain_word,
    is_title_left,
    spans_left_alike,
)
from diptych.rules.shared.rendering import may_be_rendering, rendering
from diptych.wording import Wording

_OUTER_LINK = pattern_of(r"\[([^\[\]]{1,300}+)\](?:\((?:https?:)?//|\[)")
"""A link to another site, or by reference, whose text is the title of what it leads to."""
_OUTER_TAG = pattern_of(
    r"<a\s(?:[^<>/]|/(?!/))*+//[^<>]*+>([^<>]{1,300}+)<",  # one way to the first `//`
    re.IGNORECASE,
)
_TOLD_LANGUAGE = pattern_of(r"<[a-z]{1,20} lang=[^<>]{1,200}+>([^<>]{1,300}+)<", re.IGNORECASE)
"""What a tag says to be in a language of its own."""
_NUMBERED = pattern_of(r"[A-Z]{1,10}+[- ]?\d[\w:.-]*+\s")
"""A standard, a weakness: its number goes before its official name."""
_ONE_NAME = pattern_of(r"[!-~]++")
"""What has no blank: the words of a name in code (`map_every`) are none of a language."""
_IN_PARENTHESES = pattern_of(r"\([^()]{1,40}+\)")
"""What is short enough to be a name or a gloss."""
_OTHER_VERSION = pattern_of(
    r"\([^()]{1,60}?[._-][a-z]{2,3}(?:[-_][A-Za-z]{2,4})?\.(?:mdx?|html?)\)"
)
"""What offers a page in another language by the name of its file: "(tiếng Việt: start.vi.md)"."""
_ASIDE = pattern_of(r"(?<!\w)\(([^()]{8,200}+)\)")
"""What stands in parentheses, and is no mere name."""
_ACRONYM = pattern_of(r"(?:[A-Z]{2}|\|)[^\w|]{0,3}\Z")
"""What a parenthesis may spell out: an acronym, or code."""
_IN_BRACES = pattern_of(r"\{[^{}]{1,300}+\}")
"""Attributes and placeholders of other tools."""
_JOINED = pattern_of(r"\w+")
"""A word, or the words that a name in code joins (`is_open`), though it is not marked as code."""
_QUOTED = pattern_of(
    r"“[^“”]{1,300}+”|\"[^\"]{1,300}+\"|«[^«»]{1,300}+»|„[^„“”]{1,300}+[“”]|「[^「」]{1,300}+」"
)
_GLOSSED = pattern_of(
    r"\s*([\"“«「][^\"“”«»「」()]{1,200}+[\"”»」])\s?\([\x00-\x27\x2a-\u02ff]{0,40}+[^()\x00-\u02ff]"
)
"""A quotation that is rendered in a parenthesis right behind it, in letters of another script."""
_MOSTLY = 0.5
"""The share of a page's text from which the page is not translated."""
_WHOLLY = 0.7
"""The share of its texts from which a page is said not to be translated at all."""
_FEWEST_LETTERS = 150
_FEWEST_TEXTS = 3
"""The least letters, and the least texts, of a page that is judged as a whole."""
_TIMES = 2
"""How many times as long as a passage what renders it may be, or the other way round."""
_BESIDE = 4
"""The most lines between a passage and what renders it where it is given in both languages."""
_AND = pattern_of(r",? and ")
"""What was left between pieces of code."""
_BADGE = pattern_of(r"badge|shields\.io", re.IGNORECASE)
"""A picture whose words are those of the picture itself, which nobody translates."""
_CELLS = 2
"""How many cells of one word a row that was left has at least; one may be a borrowed word."""
_LISTED = frozenset({Kind.DASH, Kind.ITEM})
_WORDS = 3
"""The least words of a text that counts on a page judged as a whole."""
_RUN = 3
"""From how many texts on that follow each other they are one finding."""
_TELLING_IN_LINK = 2
"""The least words that tell in capitals of a link or in bold; one may be part of a name."""
_SMALL_WORD = 3
"""The most letters of a small word within a name."""
_SHORT = 3
"""The most words of a heading that may stay as it is on purpose."""
_KEPT_HEADINGS = 0.34
"""The share of its headings from which a page keeps those of the original as names."""
_CALLS = 2
"""How often a page keeps the word that opens a quote, if that is markup."""
_KEPT_ON_PURPOSE = 3
"""How often it does so."""
_SPOTS = 5
"""From how many places of a page on they are one finding."""
_LISTED_SPOTS = 8
"""How many places a message lists."""


@dataclass(frozen=True, slots=True)
class _Left:
    """A text of one side that is in the language of the other."""

    side: Side
    node: Division | Provision
    segment: Segment
    start: int
    """The offset at which the passage begins."""
    rank: int
    """Its place among the texts of its page, counted from 0."""


@rule("L101")
def translation_in_language_of_original(bitext: Bitext) -> Iterator[Diagnostic]:
    """A passage of the translation is still in the language of the original.

    A passage is five words in a row, recognised by small words, by Vietnamese diacritics or by
    another script; or a short text that is the same in both languages, recognised by small words,
    by plain words that only the original uses, or by everyday words of English that the text uses
    nowhere else; or one small English word beside a name or code that both languages have. Names,
    code, quotations and the titles of links to other sites may stay as they are, and so may
    headings that quote what a program says. A page that is mostly untranslated is reported as a
    whole (L105), one without its diacritics by H109.

    Mend: Translate the passage.

    vi: Một đoạn trong bản dịch vẫn còn bằng ngôn ngữ của bản gốc.

    Một đoạn là năm từ liền nhau, nhận ra qua các từ ngữ pháp (như “và”, “the”), qua dấu tiếng Việt
    hoặc qua chữ viết khác; hoặc một câu ngắn giống hệt nhau ở hai bản, gồm từ ngữ pháp, từ thường
    mà chỉ bản gốc dùng, hoặc từ tiếng Anh hằng ngày mà bản này không dùng ở chỗ nào khác; hoặc một
    từ ngữ pháp tiếng Anh cạnh tên riêng hay đoạn mã mà cả hai bản đều có. Tên riêng, mã, lời trích
    dẫn và chữ của liên kết ra trang khác có thể giữ nguyên, tiêu đề trích thông báo của chương
    trình cũng vậy. Trang phần lớn chưa dịch được báo một lần (L105), trang viết không dấu do H109
    báo.

    Sửa: Dịch đoạn này.

    Bad:  `- Tăng cường hợp tác với ASEAN.` ↔ `- Tăng cường hợp tác với ASEAN.`
    Good: `- Tăng cường hợp tác với ASEAN.` ↔ `- Strengthen cooperation with ASEAN.`
    """
    yield from _passages(bitext, Side.TRANSLATION)


@rule("L102")
def original_in_language_of_translation(bitext: Bitext) -> Iterator[Diagnostic]:
    """A passage of the original is in the language of the translation.

    It is recognised in the same way as in a translation (L101).

    Mend: Write the passage in the language of the original.

    vi: Một đoạn trong bản gốc lại bằng ngôn ngữ của bản dịch.

    Được nhận ra theo cùng cách như ở bản dịch (L101).

    Sửa: Viết đoạn này bằng ngôn ngữ của bản gốc.

    Bad:  `- Strengthen the role of the committees.` ↔ `- Strengthen the role of the committees.`
    Good: `- Tăng cường vai trò của các cấp ủy.` ↔ `- Strengthen the role of the committees.`
    """
    yield from _passages(bitext, Side.ORIGINAL)


@rule("L105")
def page_not_translated(bitext: Bitext) -> Iterator[Diagnostic]:
    """Most of a page is still in the other language.

    Whatever else differs on the page is listed below the finding.

    Mend: Translate the page, or leave it out until it is translated.

    vi: Phần lớn một trang vẫn bằng ngôn ngữ của bản kia.

    Những khác biệt khác trên trang được liệt kê bên dưới phát hiện.

    Sửa: Dịch trang này, hoặc tạm bỏ cho đến khi dịch xong.

    Bad:  a page of the French text that is still in English
    Good: a page of the French text in French
    Sai:  một trang của bản tiếng Pháp vẫn còn bằng tiếng Anh
    Đúng: một trang của bản tiếng Pháp bằng tiếng Pháp
    """
    if not bitext.languages_known:
        return  # then it is what was taken to be its language that is wrong
    for (side, file), left in bitext.once(_untranslated_pages).items():
        page = bitext.documents[side].page_in(file)
        if page is None:
            continue
        own, texts = bitext.language(side), _texts_of(page)
        other = bitext.language(side.other)
        first = left[0]
        in_part = len(left) < _WHOLLY * len(texts)
        yield Diagnostic(
            Wording(
                vi=f"trang này của bản {own.vi} {'mới dịch một phần' if in_part else 'chưa dịch'}: "
                f"{len(left)}/{len(texts)} đoạn còn bằng {other.vi}",
                en=f"this page of the {own.en} text is "
                f"{'translated in part only' if in_part else 'not translated'}: {len(left)} of its "
                f"{len(texts)} passages are in {other.en}",
            ),
            (
                bitext.at(side, first.segment.place, len(first.segment.text)),
                *_opposite(bitext, first),
            ),
        )


def _passages(bitext: Bitext, side: Side) -> Iterator[Diagnostic]:
    whole = bitext.once(_untranslated_pages)
    called = bitext.language(side)
    beside = bitext.once(kept_beside) if side is rendering(bitext) else {}
    twice = {kept.id for kept in beside.values()}
    often = bitext.once(_conventions)
    without_marks = bitext.once(pages_without_marks)[side]
    tags = bitext.original.locale, bitext.translation.locale
    told = [
        left
        for left in bitext.once(_left)
        if left.side is side
        and (side, left.segment.text) not in often
        and (side, left.segment.place.file) not in whole
        and left.segment.place.file not in without_marks  # that is the finding: H109
        and left.node.id not in twice  # its translation is beside it, and that is the finding: S104
        and (bitext.published or not offers_languages(left.segment.markdown, tags))
    ]
    if side is rendering(bitext):
        known = {id(left.segment) for left in told}
        yield from _small_words(bitext, side, known, {file for own, file in whole if own is side})
    by_page: dict[str, list[list[_Left]]] = {}
    for run in _runs(told):
        by_page.setdefault(run[0].segment.place.file, []).append(run)
    for runs in by_page.values():
        if len(runs) >= _SPOTS and not bitext.published:
            yield _not_in(bitext, runs[0][0], _scattered(called, runs))
        else:
            for run in runs:
                yield _not_in(bitext, run[0], _in_a_row(called, run))


def _small_words(
    bitext: Bitext, side: Side, known: set[int], whole: set[str]
) -> Iterator[Diagnostic]:
    """The findings on small words of the original that were left beside a name or code."""
    other = bitext.language(side.other)
    for segments, mark in bitext.once(left_words):
        own = segments[side]
        if id(own) in known or own.place.file in whole:
            continue
        yield Diagnostic(
            Wording(
                vi=f"“{mark.printed}” còn bằng {other.vi}",
                en=f"“{mark.printed}” is left in {other.en}",
            ),
            (
                bitext.at(side, own.place_at(mark.start), len(mark.printed)),
                bitext.about(side.other, segments[side.other], own, mark.start),
            ),
        )


def _conventions(bitext: Bitext) -> frozenset[tuple[Side, str]]:
    """The short headings that stay in the other language each time that they occur, and the names
    of settings on a page that has several: a translation keeps them on purpose.
    """
    counts = Counter(
        (left.side, left.segment.text)
        for left in bitext.once(_left)
        if isinstance(left.node, Division) and len(left.segment.text.split()) <= _SHORT
    )
    if bitext.published:
        return frozenset()
    labels: dict[tuple[Side, str], set[str]] = {}
    for left in bitext.once(_left):
        if _is_name_of_setting(bitext, left):
            key = left.side, left.segment.place.file
            labels.setdefault(key, set()).add(left.segment.text)
    kept = {
        (side, text)
        for (side, _), texts in labels.items()
        if len(texts) >= _KEPT_ON_PURPOSE
        for text in texts
    }
    for quotes in _calls_of_quotes(bitext).values():
        if len(quotes) >= _CALLS:
            kept.update(quotes)
    kept.update(found for found, count in counts.items() if count >= _KEPT_ON_PURPOSE)
    return frozenset(kept)


def _calls_of_quotes(bitext: Bitext) -> dict[tuple[Side, str, str], set[tuple[Side, str]]]:
    """The quotes that open with a word left before a colon, by side, file and word: some tools make
    boxes of them (`> Note: …`), and know one language.
    """
    calls: dict[tuple[Side, str, str], set[tuple[Side, str]]] = {}
    for left in bitext.once(_left):
        quote = isinstance(left.node, Provision) and left.node.kind is Kind.QUOTE
        word, colon, _ = left.segment.text.partition(":")
        if quote and colon and word.isalpha() and not left.start:
            key = left.side, left.segment.place.file, word
            calls.setdefault(key, set()).add((left.side, left.segment.text))
    return calls


def _is_name_of_setting(bitext: Bitext, left: _Left) -> bool:
    """Whether a text is nothing but bold words and a colon, alike in both languages: what a program
    calls a setting.
    """
    segment = left.segment
    other = bitext.alignment.text_opposite(left.side, left.node)
    if other is None or other.text != segment.text or not segment.text.endswith(":"):
        return False
    return len(segment.stretches) == 1 and segment.stretches[0].end >= len(segment.text) - 1


def _not_in(bitext: Bitext, first: _Left, message: Wording) -> Diagnostic:
    there = bitext.at(first.side, first.segment.place_at(first.start), 24)
    return Diagnostic(message, (there, *_opposite(bitext, first)))


def _in_a_row(called: Wording, run: Sequence[_Left]) -> Wording:
    if more := len(run) - 1:
        last = run[-1].segment.place.line
        return Wording(
            vi=f"đoạn này và {more} đoạn tiếp theo trong bản {called.vi}, đến dòng {last}, "
            f"chưa viết bằng {called.vi}",
            en=f"this passage of the {called.en} text and the {more} that follow it, to line "
            f"{last}, are not in {called.en}",
        )
    return Wording(
        vi=f"đoạn này trong bản {called.vi} chưa viết bằng {called.vi}",
        en=f"this passage of the {called.en} text is not in {called.en}",
    )


def _scattered(called: Wording, runs: Sequence[Sequence[_Left]]) -> Wording:
    """What is said of texts in many places of a page: how many they are, and their lines."""
    more = sum(map(len, runs)) - 1
    spans = [[run[at].segment.place.line for at in (0, -1)] for run in runs[:_LISTED_SPOTS]]
    lines = ", ".join(f"{first}–{last}" if last > first else f"{first}" for first, last in spans)
    goes_on = " …" if len(runs) > _LISTED_SPOTS else ""
    return Wording(
        vi=f"đoạn này và {more} đoạn khác trên trang này của bản {called.vi} chưa viết bằng "
        f"{called.vi} (các dòng {lines}{goes_on})",
        en=f"this passage and {more} others on this page of the {called.en} text are not in "
        f"{called.en} (lines {lines}{goes_on})",
    )


def _runs(told: Sequence[_Left]) -> Iterator[list[_Left]]:
    """The texts to be told together: a few that follow each other on their page, or one alone."""

    def place(ranked: tuple[int, _Left]) -> tuple[str, int]:
        at, left = ranked
        return left.segment.place.file, left.rank - at  # the same for texts that follow each other

    for _, ranked in groupby(enumerate(told), key=place):
        run = [left for _, left in ranked]
        yield from [run] if len(run) >= _RUN else ([left] for left in run)


def _opposite(bitext: Bitext, left: _Left) -> tuple[Location, ...]:
    other = bitext.alignment.text_opposite(left.side, left.node)
    return (bitext.at(left.side.other, other.place),) if other else ()


def _left(bitext: Bitext) -> list[_Left]:
    """Every text that is in the other language, with the side it stands on."""
    languages = [document.locale for document in bitext.documents]
    found = []
    for side in Side:
        told_by = tongues(languages[side], languages[side.other])
        if told_by is None:
            continue
        for page in bitext.documents[side].pages:
            for rank, (node, segment) in enumerate(_texts_of(page)):
                if is_personal_name(segment.text) or not is_normalized("NFC", segment.text):
                    continue  # the latter is the finding of H101
                if told_by.outside is not None and (
                    _is_short_picture(segment) or _is_title_in_both(node, segment, told_by)
                ):
                    continue
                start = _start(bitext, side, node, segment, told_by)
                if start is not None and not _is_beside_translation(bitext, side, node, told_by):
                    found.append(_Left(side, node, segment, start, rank))
    return found


def _is_beside_translation(
    bitext: Bitext, side: Side, node: Division | Provision, told_by: Tongues
) -> bool:
    """Whether a passage of the translation is one of the original's that stands there beside what
    renders it, as a quotation that is given in both languages does.
    """
    if bitext.published or side is not rendering(bitext) or not isinstance(node, Provision):
        return False
    counterpart = bitext.alignment.counterparts[side].get(node.id)
    quoted = bitext.once(_by_letters).get(_letters(node))
    if counterpart is None:  # then that of the quoted one is the rendering
        there = quoted and bitext.alignment.counterparts[side.other].get(quoted.id)
        beside = [there] if there else []
    else:
        beside = bitext.alone_near(side, node) if quoted is counterpart else []
    length = len(node.segment.text)
    return any(
        length < _TIMES * len(each.segment.text) < _TIMES**2 * length
        and abs(each.place.line - node.place.line) <= _BESIDE
        and told_by.start_of_passage(each.segment.text) is None
        and renders(each.segment, node.segment) is not False
        for each in beside
    )


def _by_letters(bitext: Bitext) -> dict[str, Provision]:
    """The provisions of the original by their letters."""
    return {
        _letters(provision): provision
        for page in bitext.documents[rendering(bitext).other].pages
        for provision in page.all_provisions()
    }


def _letters(provision: Provision) -> str:
    return "".join(filter(str.isalnum, provision.segment.text))


def _texts_of(page: Page) -> list[tuple[Division | Provision, Segment]]:
    """The texts of `page` that people read, each with its node."""
    return [
        (node.body, node.segment)
        for node in page.nodes()
        if node.segment and (node.kind is None or node.kind in PROSE)
    ]


def _start(
    bitext: Bitext,
    side: Side,
    node: Division | Provision,
    segment: Segment,
    told_by: Tongues,
) -> int | None:
    other = bitext.alignment.text_opposite(side, node)
    looked_at = text = _looked_at(segment)
    if told_by.outside is not None:
        text = _without_labels(text, segment, other)
    if other is not None and other.text == segment.text:
        if side is not rendering(bitext) and not told_by.tells_apart:
            return None  # it is the translation that should be another text
        if not bitext.published and not may_be_rendering(bitext, side):
            return None  # as the author wrote it
        if _NUMBERED.match(segment.text) or _QUOTED.fullmatch(segment.text.strip()):
            return None  # as a standard is called, or as a program says it
        if not _ONE_NAME.fullmatch(segment.text) and told_by.all_foreign(text):
            return 0
    start = told_by.start_of_passage(text)
    if start is not None and isinstance(node, Division) and _are_quoted(segment, other):
        return None  # what a program says
    if start is None and side is rendering(bitext) and len(segment.code) > 1:
        start = _conjunction_left(segment, told_by)
        if start is not None and (other is None or other.text != segment.text):
            return start
    if start is None and other is not None:
        start = _start_of_short(bitext, side, node, (segment, looked_at), other, told_by)
    return start


def _start_of_short(
    bitext: Bitext,
    side: Side,
    node: Division | Provision,
    looked_at: tuple[Segment, str],
    other: Segment,
    told_by: Tongues,
) -> int | None:
    """Where something shorter than a passage stands that both texts have alike."""
    start = None
    segment, text = looked_at
    if side is rendering(bitext):
        start = _start_of_plain(bitext, node, looked_at, other, told_by)
        if start is None and other.text != segment.text:
            if told_by.outside is not None:
                text = _without_labels(text, segment, other)
            start = told_by.start_of_kept(text, other.text)
        start = start if start is not None else _aside_left(segment, other, told_by)
    if start is None and is_beside_english(bitext, side):
        start = _start_of_everyday(bitext, side, node, looked_at, other)
    return start


def _start_of_everyday(
    bitext: Bitext,
    side: Side,
    node: Division | Provision,
    looked_at: tuple[Segment, str],
    other: Segment,
) -> int | None:
    """Where everyday words of English stand that both texts have alike."""
    segment, text = looked_at
    if not any(map(str.isalpha, _QUOTED.sub("", segment.text))):
        return None  # what somebody says
    if isinstance(node, Division):
        titled = segment.place.file not in bitext.once(_pages_with_names_as_headings)
    else:
        announced = node.kind is Kind.PARAGRAPH and segment.text.endswith((":", "："))
        titled = node.heads or segment.is_strong or announced
    least = _TELLING_IN_LINK if segment.is_strong and not segment.text.endswith(":") else 1
    for start, end in spans_left_alike(segment, other):
        if is_left_in_english(bitext, side, text[start:end], titled=titled, least=least):
            return start
    for start, end in _pictures_alike(segment, other):
        if is_left_in_english(bitext, side, text[start:end], titled=False):
            return start
    for start, end in _inner_links_alike(segment, other):
        if is_left_in_english(bitext, side, text[start:end], titled=True, least=_TELLING_IN_LINK):
            return start
    if segment.text == other.text:
        return None
    return start_of_english_run(bitext, side, _without_labels(text, segment, other), other.text)


def _is_short_picture(segment: Segment) -> bool:
    """Whether a text is nothing but a picture, which is called in a few words."""
    pictures = [link for link in segment.links if link.picture]
    alone = len(pictures) == 1 and segment.markdown.startswith("![")
    return alone and len(segment.text.split()) <= _SHORT and segment.markdown.endswith(")")


def _is_title_in_both(node: Division | Provision, segment: Segment, told_by: Tongues) -> bool:
    """Whether the title of a page keeps what the original is called, beside words in letters of its
    own: "The Orchard 中文版".
    """
    if not isinstance(node, Division) or node.level != 1 or told_by.outside is None:
        return False
    return any(char.isalpha() and not told_by.outside.match(char) for char in segment.text)


def _without_labels(text: str, segment: Segment, other: Segment | None) -> str:
    """`text` without the words in bold that both languages have, beside other letters: what a
    program shows.
    """
    if other is None:
        return text
    labels = [(s.start, s.end) for s in segment.stretches if Emphasis.STRONG in s.emphasis]
    labels = [span for span in labels if segment.text[slice(*span)] in other.text]
    bare = _blanked(text, labels)
    return bare if any(map(str.isalpha, bare)) else text


def _are_quoted(*texts: Segment | None) -> bool:
    """Whether each of `texts` is nothing but a quotation."""
    return all(text is not None and _QUOTED.fullmatch(text.text.strip()) for text in texts)


def _aside_left(segment: Segment, other: Segment, told_by: Tongues) -> int | None:
    """Where the words of a parenthesis stand that are the original's, in a parenthesis there, too:
    no gloss of a term that was translated, nor what an acronym or code stands for.
    """
    if "(" not in segment.text or "(" not in other.text:
        return None
    titles = [(link.start, link.end) for link in segment.links if "//" in link.target]
    text = _blanked(segment.text, [*segment.code, *titles])
    for found in _ASIDE.finditer(text):
        if found[0] in other.text and not _ACRONYM.search(text, 0, found.start()):
            aside = found[1]
            if "→" in aside or any(map(str.isdigit, aside)):
                continue  # steps by their names
            if told_by.all_foreign(_QUOTED.sub("|", aside)):
                return found.start(1)
    return None


def _conjunction_left(segment: Segment, told_by: Tongues) -> int | None:
    """The offset of the English "and" between two pieces of code of a text in another language."""
    for (_, end), (start, _) in pairwise(segment.code):
        if "and" in told_by.foreign and _AND.fullmatch(segment.text, end, start):
            return end
    return None


def _start_of_plain(
    bitext: Bitext,
    node: Division | Provision,
    looked_at: tuple[Segment, str],
    other: Segment,
    told_by: Tongues,
) -> int | None:
    """Where a few plain words stand that the translation has as the original has them."""
    segment, text = looked_at
    for start, end in spans_left_alike(segment, other):
        alike = text[start:end]
        if are_plain_words(bitext, alike):
            return start
        if is_label_left(bitext, alike) and not _is_picture(segment):
            return start
        if isinstance(node, Division) and (
            is_plain_word(bitext, alike)
            or (
                segment.place.file not in bitext.once(_pages_with_names_as_headings)
                and is_title_left(bitext, alike)
            )
        ):
            return start
        if segment.cells and told_by.all_foreign(alike) and not _is_term(alike):
            return start
    if segment.cells:
        plain = [
            at for at in spans_left_alike(segment, other) if is_plain_word(bitext, text[slice(*at)])
        ]
        if len(plain) >= _CELLS:
            return plain[0][0]
    held = _start_of_held(bitext, segment, other, told_by)
    if held is not None:
        return held
    call = call_left_alike(bitext, segment, other)
    if not call:
        return None
    ways = [are_plain_words, is_label_left]
    if not (isinstance(node, Provision) and node.kind in _LISTED):
        ways.append(is_plain_word)  # those of a list are key words: `ADDED:`
    left = told_by.all_foreign(call) or any(way(bitext, call) for way in ways)
    return segment.text.find(call) if left else None


def _start_of_held(
    bitext: Bitext, segment: Segment, other: Segment, told_by: Tongues
) -> int | None:
    """Where what is said of a picture stands, or the words of a link, alike in both."""
    for start, end in _pictures_alike(segment, other):
        alike = segment.text[start:end]
        if told_by.all_foreign(alike) or are_plain_words(bitext, alike):
            return start
    for start, end in _links_alike(segment, other):
        alike = segment.text[start:end]
        in_sentence = sum(map(str.islower, alike.split())) >= _WORDS
        if are_plain_words(bitext, alike) or (in_sentence and told_by.all_foreign(alike)):
            return start
    return None


def _pages_with_names_as_headings(bitext: Bitext) -> frozenset[str]:
    """The files of the translation in which many headings are the original's: names of what the
    page is about.
    """
    known: Counter[str] = Counter()
    alike: Counter[str] = Counter()
    for pair in bitext.alignment.divisions:
        both = pair.both
        if both and both[0].heading and both[1].heading:
            file = both[rendering(bitext)].place.file
            known[file] += 1
            alike[file] += (
                both[0].heading.text == both[1].heading.text and " " in both[0].heading.text
            )
    return frozenset(
        file
        for file, count in alike.items()
        if count >= _KEPT_ON_PURPOSE and count > _KEPT_HEADINGS * known[file]
    )


def _is_term(text: str) -> bool:
    """Whether small words alone are in small letters: "Proof of Authority"."""
    return not any(len(word) > _SMALL_WORD and word.islower() for word in text.split())


def _pictures_alike(segment: Segment, other: Segment) -> Iterator[tuple[int, int]]:
    """What is said of the pictures of `segment` in a text of its own, and alike in both."""
    theirs = {other.text[link.start : link.end] for link in other.links if link.picture}
    for link in segment.links:
        if _BADGE.search(link.target):
            continue
        if link.picture and segment.text[link.start : link.end] in theirs - {segment.text}:
            yield link.start, link.end


def _links_alike(segment: Segment, other: Segment) -> Iterator[tuple[int, int]]:
    """The words of links of `segment` that are alike in both and begin with a small letter, as no
    title does; not all of its text.
    """
    theirs = {other.text[link.start : link.end] for link in other.links if not link.picture}
    for link in segment.links:
        words = segment.text[link.start : link.end]
        if not link.picture and words[:1].islower() and words in theirs - {segment.text}:
            yield link.start, link.end


def _inner_links_alike(segment: Segment, other: Segment) -> Iterator[tuple[int, int]]:
    """The words of links of `segment` to pages of the same texts that are alike in both."""
    theirs = {other.text[link.start : link.end] for link in other.links if not link.picture}
    for link in segment.links:
        words = segment.text[link.start : link.end]
        if not link.picture and ":" not in link.target and words in theirs:
            yield link.start, link.end


def _is_picture(segment: Segment) -> bool:
    """Whether a text is nothing but what is said of a picture: its number may stay ("Figure 2")."""
    return any(
        link.picture and (link.start, link.end) == (0, len(segment.text)) for link in segment.links
    )


def _looked_at(segment: Segment) -> str:
    """The text with `BREAK` in place of all that may stay as it is, so that offsets hold."""
    spans = [
        *segment.code,
        *(match.span() for match in _IN_BRACES.finditer(segment.text)),
        *(match.span() for match in _OTHER_VERSION.finditer(segment.text)),
    ]
    if "_" in segment.text:
        joined = (match for match in _JOINED.finditer(segment.text) if "_" in match[0])
        spans += (match.span() for match in joined)
    cited = [
        match.span()
        for pattern in (_QUOTED, _IN_PARENTHESES)
        for match in pattern.finditer(segment.text)
    ]
    cited += ((s.start, s.end) for s in segment.stretches if s.emphasis is Emphasis.EM)
    if any(map(str.isalpha, _blanked(segment.text, cited))):
        spans += cited  # what is cited as a whole is not cited
    elif glossed := _GLOSSED.match(segment.text):
        spans.append(glossed.span(1))
    for pattern in (_OUTER_LINK, _OUTER_TAG, _TOLD_LANGUAGE):
        after = 0
        for link in pattern.finditer(segment.markdown):
            title = " ".join(link[1].replace("\\", "").split())
            at = segment.text.find(title, after)
            if at >= 0:
                after = at + len(title)
                spans.append((at, after))
    return _blanked(segment.text, spans)


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    kept, done = [], 0
    for start, end in sorted(spans):
        if start >= done:
            kept += [text[done:start], BREAK * (end - start)]
            done = end
    return "".join(kept) + text[done:]


def _untranslated_pages(bitext: Bitext) -> dict[tuple[Side, str], list[_Left]]:
    """The pages that are for the most part in the other language: by side and file, their texts."""
    by_page: dict[tuple[Side, str], list[_Left]] = {}
    for left in bitext.once(_left):
        by_page.setdefault((left.side, left.segment.place.file), []).append(left)
    found = {}
    for (side, file), rows in by_page.items():
        page = bitext.documents[side].page_in(file)
        if page is None or len(rows) < _FEWEST_TEXTS:
            continue
        known = {id(row.node) for row in rows}
        letters = sum(
            _weight(segment)
            for node, segment in _texts_of(page)
            # names and tables of figures, which are in neither language
            if id(node) in known or not _is_shared(bitext, side, node, segment)
        )
        foreign = sum(_weight(row.segment) for row in rows)
        if letters >= _FEWEST_LETTERS and foreign >= _MOSTLY * letters:
            found[side, file] = rows
    return found


def _is_shared(bitext: Bitext, side: Side, node: Division | Provision, segment: Segment) -> bool:
    other = bitext.alignment.text_opposite(side, node)
    return other is not None and other.text == segment.text


def _weight(segment: Segment) -> int:
    text = segment.prose
    return len(text) if text.count(" ") >= _WORDS - 1 or not text.isascii() else 0
