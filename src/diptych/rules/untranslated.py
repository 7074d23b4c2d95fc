"""Language: no text, and no page, left in the other language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from diptych.diagnostics import Diagnostic, Location
from diptych.model import Division, Provision, Segment, Side
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.language_choices import offers_languages
from diptych.rules.shared.left_texts import Left, left_texts, texts_of
from diptych.rules.shared.left_words import left_words
from diptych.rules.shared.lone_texts import kept_beside
from diptych.rules.shared.pages_without_marks import pages_without_marks
from diptych.rules.shared.rendering import rendering
from diptych.wording import Wording

_MOSTLY = 0.5
"""The share of a page's text from which the page is not translated."""
_WHOLLY = 0.7
"""The share of its texts from which a page is said not to be translated at all."""
_FEWEST_LETTERS = 150
_FEWEST_TEXTS = 3
"""The least letters, and the least texts, of a page that is judged as a whole."""
_WORDS = 3
"""The least words of a text that counts on a page judged as a whole."""
_RUN = 3
"""From how many texts on that follow each other they are one finding."""
_SHORT = 3
"""The most words of a heading that may stay as it is on purpose."""
_KEPT_ON_PURPOSE = 3
"""How often it does so."""
_SPOTS = 5
"""From how many places of a page on they are one finding."""
_LISTED_SPOTS = 8
"""How many places a message lists."""


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
        own, texts = bitext.language(side), texts_of(page)
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
        for left in bitext.once(left_texts)
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
    by_page: dict[str, list[list[Left]]] = {}
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
        for left in bitext.once(left_texts)
        if isinstance(left.node, Division) and len(left.segment.text.split()) <= _SHORT
    )
    if bitext.published:
        return frozenset()
    labels: dict[tuple[Side, str], set[str]] = {}
    for left in bitext.once(left_texts):
        if _is_name_of_setting(bitext, left):
            key = left.side, left.segment.place.file
            labels.setdefault(key, set()).add(left.segment.text)
    kept = {
        (side, text)
        for (side, _), texts in labels.items()
        if len(texts) >= _KEPT_ON_PURPOSE
        for text in texts
    }
    kept.update(found for found, count in counts.items() if count >= _KEPT_ON_PURPOSE)
    return frozenset(kept)


def _is_name_of_setting(bitext: Bitext, left: Left) -> bool:
    """Whether a text is nothing but bold words and a colon, alike in both languages: what a program
    calls a setting.
    """
    segment = left.segment
    other = bitext.alignment.text_opposite(left.side, left.node)
    if other is None or other.text != segment.text or not segment.text.endswith(":"):
        return False
    return len(segment.stretches) == 1 and segment.stretches[0].end >= len(segment.text) - 1


def _not_in(bitext: Bitext, first: Left, message: Wording) -> Diagnostic:
    there = bitext.at(first.side, first.segment.place_at(first.start), 24)
    return Diagnostic(message, (there, *_opposite(bitext, first)))


def _in_a_row(called: Wording, run: Sequence[Left]) -> Wording:
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


def _scattered(called: Wording, runs: Sequence[Sequence[Left]]) -> Wording:
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


def _runs(told: Sequence[Left]) -> Iterator[list[Left]]:
    """The texts to be told together: a few that follow each other on their page, or one alone."""

    def place(ranked: tuple[int, Left]) -> tuple[str, int]:
        at, left = ranked
        return left.segment.place.file, left.rank - at  # the same for texts that follow each other

    for _, ranked in groupby(enumerate(told), key=place):
        run = [left for _, left in ranked]
        yield from [run] if len(run) >= _RUN else ([left] for left in run)


def _opposite(bitext: Bitext, left: Left) -> tuple[Location, ...]:
    other = bitext.alignment.text_opposite(left.side, left.node)
    return (bitext.at(left.side.other, other.place),) if other else ()


def _untranslated_pages(bitext: Bitext) -> dict[tuple[Side, str], list[Left]]:
    """The pages that are for the most part in the other language: by side and file, their texts."""
    by_page: dict[tuple[Side, str], list[Left]] = {}
    for left in bitext.once(left_texts):
        by_page.setdefault((left.side, left.segment.place.file), []).append(left)
    found = {}
    for (side, file), rows in by_page.items():
        page = bitext.documents[side].page_in(file)
        if page is None or len(rows) < _FEWEST_TEXTS:
            continue
        known = {id(row.node) for row in rows}
        letters = sum(
            _weight(segment)
            for node, segment in texts_of(page)
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
