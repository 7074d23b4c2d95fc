"""Language: nothing cut short, left out or said twice, told by lengths."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import exp, inf, log

from diptych.alignment.sentences import MOST, lost_sentences
from diptych.diagnostics import Diagnostic
from diptych.language.lengths import usual_ratio
from diptych.language.scripts import is_in_another
from diptych.language.sentences import sentences
from diptych.model import Segment, Side
from diptych.model.elements import parts_words
from diptych.model.marks import tag_name
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.counterparts import is_asked
from diptych.rules.shared.language_choices import offers_languages
from diptych.rules.shared.regrouped_texts import regrouped
from diptych.rules.shared.rendering import may_be_rendering, rendering
from diptych.rules.shared.sentence_rows import Spans, Texts, fit_one_for_one, sentence_rows
from diptych.rules.shared.third_language import quotes_another_language
from diptych.wording import Wording

_MEASURABLE = 120
"""The least characters of a text whose length tells something."""
_ENOUGH = 10
"""The least pairs of texts from which the lengths of a document have a distribution."""
_LEAST_EXCESS = 0.4
"""The natural logarithm of the least ratio out of proportion (two thirds, one and a half)."""
_ADDED = 0.55
"""The same for a translation of others that is longer: they often explain."""
_PARENTHESIS = pattern_of(r"\([^()]*\)")
_EXCESS_UNMEASURED = 0.8
"""The least such logarithm where the text is too short to tell what is usual."""
_TWO_SENTENCES = 60
"""The least characters of a text that may have a sentence too many."""
_EFFORT = 50_000
"""The most pairs of sentences that are held against each other, in all."""
_JOINT = pattern_of(r"(?<=[\s,])[—–-](?=\s)|[;:](?=\s)|——|[；：]")
"""What may stand in one language where the other begins a sentence."""
_AS_MANY = 3
"""The fewest sentences of two texts that have as many, of which one may be lost and one divided."""
_REWRITTEN = 3
"""From how many provisions without counterpart on a page its sentences need not be one for one."""
_PLAINLY = 4.0
"""How much better sentences must fit without the lost ones there."""
_FAIRLY, _MOST_OF_ONE = 2.0, 2.0
"""How much better they must fit without what only the second text has, and how well where that is
one sentence: it may be the original, or say in two sentences what the first one says in one."""
_SHORTEST_CLAUSE = 8
"""The least characters on either side of it."""


@rule("L104", of_close=True)
def length_out_of_proportion(bitext: Bitext) -> Iterator[Diagnostic]:
    """A provision is much shorter or much longer than its counterpart suggests.

    Measured against the other provisions of the text: the ratio of its lengths in the two languages
    is far from the usual one (by the median absolute deviation). In a text of fewer than ten pairs
    it must be more than double or less than half of what is usual between the two languages. On
    texts that are not published here a translation may explain and be longer by two thirds. Short
    provisions are not checked, nor is one that lacks whole sentences (L106) or has another script
    than its language.

    Mend: Look for a clause that was left out, repeated or added, and correct it.

    vi: Một đoạn ngắn hơn hoặc dài hơn hẳn so với đoạn tương ứng.

    Được đo theo các đoạn khác của chính văn bản: tỷ lệ độ dài giữa hai bản lệch xa mức thường thấy
    (theo độ lệch tuyệt đối trung vị). Trong văn bản dưới mười cặp đoạn, độ dài phải quá gấp đôi
    hoặc chưa bằng một nửa mức thường thấy giữa hai ngôn ngữ. Ở văn bản không đăng tại đây, bản dịch
    được phép giải thích thêm và dài hơn đến hai phần ba. Đoạn ngắn, đoạn thiếu cả câu (L106) và
    đoạn viết bằng hệ chữ khác của ngôn ngữ đó không được xét.

    Sửa: Tìm mệnh đề bị bỏ sót, lặp lại hoặc thêm vào, và sửa lại.

    Bad:  `- Hợp tác, đầu tư; mở rộng quan hệ; …` ↔ `- Cooperate.`
    Good: `- Hợp tác, đầu tư; mở rộng quan hệ; …` ↔ `- Cooperate, invest; expand relations; …`
    """
    measured = bitext.once(_measured)
    middle, least = bitext.once(_usual)
    if not bitext.known_in_depth:
        least = max(least, _EXCESS_UNMEASURED)
    told = {id(both[0]) for both, _, _ in bitext.once(_lacking)}
    for both, ratio in measured:
        excess = ratio - middle
        expected = len(both[0].text) * exp(middle)
        if abs(excess) < least or id(both[0]) in told:
            continue
        longer = Side(excess > 0)
        if not is_asked(bitext, longer) and (
            not bitext.known_in_depth or abs(excess) - _glosses(both, longer) < _ADDED
        ):
            continue  # a translator says more than the original; keywords are given twice
        if abs(len(both[1].text) - expected) < _MEASURABLE / 2:
            continue
        percent = round(100 * exp(excess))
        measure = bitext.language(Side.TRANSLATION)
        yield Diagnostic(
            Wording(
                vi=f"bản {measure.vi} của đoạn này dài bằng {percent}% mức thường thấy",
                en=f"the {measure.en} text of this provision is {percent}% as long as usual",
            ),
            tuple(
                bitext.at(side, both[side].place, len(both[side].text))
                for side in (reversed(Side) if excess < 0 else Side)
            ),
        )


def _glosses(both: Texts, side: Side) -> float:
    """How much of the logarithm of a ratio of lengths the parentheses of `side` are, where it has
    more of them than the other.
    """
    found = [[len(each) for each in _PARENTHESIS.findall(text.text)] for text in both]
    if len(found[side]) <= len(found[side.other]):
        return 0.0
    length = len(both[side].text)
    return log((length + 1) / (max(0, length - sum(found[side])) + 1))


def _measured(bitext: Bitext) -> list[tuple[Texts, float]]:
    """Each pair of texts whose lengths tell something, with the logarithm of their ratio."""
    tags = bitext.original.locale, bitext.translation.locale
    return [
        (both, log((len(both[1].text) + 1) / (len(both[0].text) + 1)))
        for both in bitext.texts()
        if max(len(both[0].text), len(both[1].text)) >= _MEASURABLE
        and (bitext.published or all(text.text.strip() for text in both))
        and not quotes_another_language(bitext, both)
        and not any(map(is_in_another, (both[0].text, both[1].text), tags))
        and (bitext.published or not any(offers_languages(text.markdown, tags) for text in both))
    ]


def _usual(bitext: Bitext) -> tuple[float, float]:
    """The usual logarithm of the ratio of two lengths, and from how far off a pair is told."""
    # the editors write their pages twice over; the text alone is a translation
    editorial = {page.file for page in bitext.original.pages if page.editorial}
    usual = [ratio for both, ratio in bitext.once(_measured)
             if both[0].place.file not in editorial]  # fmt: skip
    if len(usual) < _ENOUGH:
        return usual_ratio(*(document.locale for document in bitext.documents)), _EXCESS_UNMEASURED
    middle = _median(usual)
    spread = 1.4826 * _median([abs(ratio - middle) for ratio in usual])
    return middle, max(_LEAST_EXCESS, 4 * spread)


def _median(values: list[float]) -> float:
    # statistics.median would do, at a tenth of the start-up of the command
    return sorted(values)[len(values) // 2]


@rule("L106", of_close=True)
def sentence_in_one_language(bitext: Bitext) -> Iterator[Diagnostic]:
    """A sentence of a provision has no counterpart in the other language.

    The sentences of the two languages are paired in order, by their lengths, by the figures, names
    and code that they share, and by words that render each other all over the text. A sentence that
    becomes two in the other language is not missing, even where both have as many. A single one
    that only the translation has is told of published texts, and of English, which is often the
    original although it is named second.

    Mend: Add the sentence in the other language, or remove it.

    vi: Một câu trong một đoạn không có phần tương ứng ở bản kia.

    Các câu của hai bản được ghép theo thứ tự, dựa vào độ dài, những con số, tên riêng, đoạn mã
    chung, và những từ luôn được dịch bằng nhau trong cả văn bản. Một câu được dịch thành hai câu
    không phải là câu bị thiếu, dù hai bản có số câu bằng nhau. Nếu chỉ bản dịch có thêm một
    câu thì chỉ báo ở văn bản được đăng, và khi bản dịch ấy là tiếng Anh, vì tiếng Anh thường là bản
    gốc dù được nêu sau.

    Sửa: Thêm câu này ở bản kia, hoặc bỏ nó.

    Bad:  `- Thăm vườn.` ↔ `- Visit the garden. Bring back some of the apples that grow in it.`
    Good: `- Thăm vườn.` ↔ `- Visit the garden.`
    """
    for both, side, lost in bitext.once(_lacking):
        start, end = lost[0]
        other = bitext.language(side.other)
        called = (
            Wording(vi="câu này", en="this sentence has")
            if len(lost) == 1
            else Wording(
                vi=f"{len(lost)} câu, từ câu này trở đi,",
                en=f"{len(lost)} sentences, from this one on, have",
            )
        )
        yield Diagnostic(
            Wording(
                vi=f"{called.vi} không có phần tương ứng trong bản {other.vi}",
                en=f"{called.en} no counterpart in {other.en}",
            ),
            (
                bitext.at(side, both[side].place_at(start), end - start),
                bitext.about(side.other, both[side.other], both[side], start),
            ),
        )


def _lacking(bitext: Bitext) -> list[tuple[Texts, Side, list[tuple[int, int]]]]:
    """Each pair of texts of which one lacks sentences: with the side that has them, and where."""
    ratio = bitext.once(_usual)[0]
    tags = bitext.original.locale, bitext.translation.locale
    found = []
    effort = 0
    disputed = bitext.once(regrouped).disputed
    for both in bitext.texts_in_place():
        if not disputed.isdisjoint(map(id, both)):
            continue
        if all(len(text.text) < _TWO_SENTENCES for text in both):
            continue
        if any(text.markdown.startswith("![") for text in both):
            continue  # a picture, with what stands in its place
        if quotes_another_language(bitext, both) or any(map(_is_list, both)):
            continue
        if any(map(is_in_another, (both[0].text, both[1].text), tags)):
            continue  # its length and its words tell nothing
        spans = [sentences(segment.text) for segment in both]
        if len(spans[0]) == len(spans[1]) and (
            len(spans[0]) < _AS_MANY or fit_one_for_one(spans, ratio)
        ):
            continue
        if max(map(len, spans)) > MOST:
            continue
        effort += len(spans[0]) * len(spans[1])
        if effort > _EFFORT:
            break
        more = Side.ORIGINAL if len(spans[0]) > len(spans[1]) else Side.TRANSLATION
        sides = (more,) if len(spans[0]) != len(spans[1]) else tuple(Side)
        for side in sides:
            if lost := _lost(bitext, both, side, spans, ratio):
                found.append((both, side, [spans[side][index] for index in lost]))
                break
    return found


def _lost(
    bitext: Bitext, both: Texts, more: Side, spans: Sequence[Spans], ratio: float
) -> list[int]:
    """Which sentences of the text of `more` the other one lacks."""
    if not bitext.known_in_depth and not is_asked(bitext, more):
        return []  # one sentence made two, or a word of the translator's
    joints = [len(_JOINT.findall(segment.text)) for segment in both]
    joined = spans[more.other]
    if joints[more.other] > joints[more]:
        joined = _clauses(both[more.other].text, joined)
    rows = sentence_rows(
        bitext, both, [*zip(Side, spans, strict=True), (more.other, joined)], ratio
    )
    free = not bitext.known_in_depth and _lone_on(bitext, both) >= _REWRITTEN
    least = _PLAINLY if free else 0.0  # a page in other words
    added = more is rendering(bitext) and not bitext.published
    strict = (added or more is Side.TRANSLATION) and not bitext.known_in_depth
    if strict:
        least = max(least, _FAIRLY)
    lost = lost_sentences(
        rows[more],
        rows[more.other],
        rows[-1],
        least=least,
        most_of_one=_MOST_OF_ONE if strict else inf,
    )
    if added and len(lost) == 1 and not may_be_rendering(bitext, more.other):
        return []  # most often what the translator explains, or said in other words
    return lost


def _lone_on(bitext: Bitext, both: Texts) -> int:
    """How many provisions have no counterpart on the pages of two texts."""
    counts = bitext.once(_lone_by_file)
    return sum(counts[text.place.file] for text in both)


def _lone_by_file(bitext: Bitext) -> Counter[str]:
    return Counter(
        lone.place.file
        for pair in bitext.alignment.provisions
        if pair.both is None and (lone := pair.original or pair.translation)
    )


def _is_list(segment: Segment) -> bool:
    """Whether tags divide a text into items or lines, of which not all end as sentences do."""
    return any(parts_words(tag_name(tag.written)) for tag in segment.tags)


def _clauses(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences of `text`, divided also where a mark joins what may be two sentences."""
    found = []
    for start, end in spans:
        after = start
        for mark in _JOINT.finditer(text, start, end):
            if mark.start() - after >= _SHORTEST_CLAUSE <= end - mark.end():
                found.append((after, mark.start()))
                after = mark.end()
        found.append((after, end))
    return found
