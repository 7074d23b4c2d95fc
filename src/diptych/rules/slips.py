"""Slips of the pen: a word twice, a capital in mid-sentence, a mark forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from diptych.diagnostics import Diagnostic, Severity
from diptych.language.brackets import unpaired_brackets
from diptych.language.repeats import may_repeat, repeated
from diptych.language.sentences import repeated_sentence
from diptych.language.slips import (
    capitals_after_commas,
    doubled_words,
    doubles_words,
    empty_quotations,
    repeated_words,
    unopened,
    unpaired,
)
from diptych.language.stops import Mark
from diptych.model import Side
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.one_sided import OwnText, own_texts, slip, slip_in
from diptych.rules.shared.prose import read_aloud
from diptych.wording import Wording

_BRACKETS = frozenset("()[]（）［］")


@rule("M110", Severity.WARNING)
def word_doubled(bitext: Bitext) -> Iterator[Diagnostic]:
    """A word stands twice in a row: “của của”, “the the”, “datos datos”; in Vietnamese, two
    syllables do: “cấu hình cấu hình”.

    Short words are looked for that are never doubled for their meaning, and in languages that do
    not double words for it, any of four letters or more (in English three); these and pairs of
    syllables only if the other language doubles none. Nothing is reported if both languages have
    the same.

    Mend: Delete one of the two.

    vi: Một từ đứng hai lần liền nhau: “của của”, “the the”, “datos datos”; trong tiếng Việt cả hai
    âm tiết liền nhau cũng vậy: “cấu hình cấu hình”.

    Quy tắc tìm những từ ngắn không bao giờ lặp lại để tạo nghĩa như “từ từ”, và mọi từ từ bốn chữ
    cái (tiếng Anh: ba) trở lên ở những ngôn ngữ không lặp từ để tạo nghĩa; những từ này và hai âm
    tiết chỉ được báo khi bản kia không lặp từ nào. Không báo nếu cả hai bản cùng có.

    Sửa: Xóa một trong hai từ.

    Bad:  `mái nhà của của hợp tác xã` ↔ `the roof of the cooperative`
    Good: `mái nhà của hợp tác xã` ↔ `the roof of the cooperative`
    """
    said = Wording(vi="thừa một từ", en="one word too many")
    yield from _slips(bitext, doubled_words, said)
    for text, mark in _marks(bitext, repeated_words):
        if text.other and not doubles_words(read_aloud(text.other)):
            yield slip_in(bitext, text, mark, said)


@rule("M111", Severity.WARNING)
def capital_after_comma(bitext: Bitext) -> Iterator[Diagnostic]:
    """A word of grammar has a capital after a comma, in the middle of a sentence.

    English is left out: it has titles of works in such capitals.

    Mend: Write the word with a small letter, or end the sentence before it.

    vi: Một hư từ viết hoa sau dấu phẩy, ở giữa câu.

    Không xét tiếng Anh, vì tên tác phẩm tiếng Anh viết hoa như vậy.

    Sửa: Viết thường từ ấy, hoặc kết thúc câu trước nó.

    Bad:  `Trời mưa to, Nhưng chợ vẫn đông.` ↔ `It rained hard, but the market was full.`
    Good: `Trời mưa to, nhưng chợ vẫn đông.` ↔ `It rained hard, but the market was full.`
    """
    said = Wording(vi="viết hoa giữa câu", en="a capital in the middle of a sentence")
    yield from _slips(bitext, capitals_after_commas, said)


@rule("M112", Severity.WARNING)
def opening_mark_missing(bitext: Bitext) -> Iterator[Diagnostic]:
    """A question or an exclamation in Spanish does not begin with “¿” or “¡”.

    Nothing is reported of words that the other language has with the same mark: a name, or a text
    that was not translated.

    Mend: Put the opening mark where the question or the exclamation begins.

    vi: Câu hỏi hoặc câu cảm thán tiếng Tây Ban Nha không mở đầu bằng “¿” hoặc “¡”.

    Không báo những chữ mà bản kia cũng ghi với cùng dấu ấy: tên riêng, hoặc chỗ chưa dịch.

    Sửa: Thêm dấu mở vào đầu câu hỏi hoặc câu cảm thán.

    Bad:  `Where is the oven?` ↔ `Dónde está el horno?`
    Good: `Where is the oven?` ↔ `¿Dónde está el horno?`
    """
    said = Wording(vi="thiếu “¿” hoặc “¡” ở đầu câu", en="no “¿” or “¡” before it")
    yield from _slips(bitext, unopened, said)


@rule("M113", Severity.WARNING)
def quotation_mark_unpaired(bitext: Bitext) -> Iterator[Diagnostic]:
    """A text has one quotation mark without another of its kind that closes or opens it, where its
    counterpart has as many of either; or two with nothing between them, where the words are lost.

    Mend: Add the mark or the words that are missing, or delete what is too many.

    vi: Một đoạn có dấu ngoặc kép lẻ, thiếu dấu mở hoặc dấu đóng cùng loại, mà đoạn tương ứng có đủ
    đôi; hoặc có đôi dấu mà bên trong không còn chữ nào.

    Sửa: Thêm dấu hoặc chữ còn thiếu, hoặc xóa phần thừa.

    Bad:  `Đầu bếp gọi nó là "súp.` ↔ `The cook calls it "soup".`
    Good: `Đầu bếp gọi nó là "súp".` ↔ `The cook calls it "soup".`
    """
    said = Wording(vi="dấu ngoặc kép lẻ đôi", en="a quotation mark without its pair")
    for segments in bitext.texts_in_place():
        found = [
            unpaired(read_aloud(segment), bitext.documents[side].locale)
            for side, segment in Side.of(segments)
        ]
        for side, own in Side.of(found):
            if own and not found[side.other]:
                yield slip(bitext, side, segments, own[0], said)
    if bitext.published:
        return
    lost = Wording(
        vi="không có chữ nào trong ngoặc kép", en="nothing stands in the quotation marks"
    )
    for segments in bitext.paired_texts():
        found = [empty_quotations(read_aloud(segment)) for segment in segments]
        for side, own in Side.of(found):
            if own and not found[side.other]:
                yield slip(bitext, side, segments, own[0], lost)


@rule("M115", Severity.WARNING)
def bracket_unpaired(bitext: Bitext) -> Iterator[Diagnostic]:
    """A text has a bracket that nothing closes or opens, where the brackets of its counterpart come
    in pairs.

    Numbers of points (“a)”), faces and intervals need no other. Half a link is reported as markup.

    Mend: Add the bracket that is missing, or delete the one that is too many.

    vi: Một đoạn có dấu ngoặc lẻ, thiếu dấu mở hoặc dấu đóng, mà đoạn tương ứng có đủ đôi.

    Không xét số của điểm (“a)”), hình mặt cười và khoảng số. Nửa liên kết được báo là cú pháp còn
    sót.

    Sửa: Thêm dấu còn thiếu, hoặc xóa dấu thừa.

    Bad:  `vôi (cát và nước` ↔ `mortar (sand and water)`
    Good: `vôi (cát và nước)` ↔ `mortar (sand and water)`
    """
    said = Wording(vi="dấu ngoặc lẻ đôi", en="a bracket without its pair")
    for segments in bitext.texts_in_place():
        if not any(set(segment.text) & _BRACKETS for segment in segments):
            continue
        if any("$" in segment.text or "://" in segment.text for segment in segments):
            continue  # some may belong to a formula or an address
        if any("(" in link.target for segment in segments for link in segment.links):
            continue  # the address has taken one
        texts = [read_aloud(segment) for segment in segments]
        found = [unpaired_brackets(text) for text in texts]
        for side, own in Side.of(found):
            if own and not found[side.other] and "](" not in texts[side]:
                yield slip(bitext, side, segments, own[0], said)


@rule("M116", Severity.WARNING)
def sentence_repeated(bitext: Bitext) -> Iterator[Diagnostic]:
    """A sentence, or a longer part of one, stands twice in one text, word for word, and once in its
    counterpart.

    A part is fourteen words in a row.

    Mend: Delete one of the two.

    vi: Một câu, hoặc một phần dài của câu, đứng hai lần trong một đoạn, giống nhau từng chữ, mà
    bản kia chỉ có một lần.

    Một phần là mười bốn từ liền nhau.

    Sửa: Xóa một trong hai chỗ.

    Bad:  `Nhà mới dựng xong. Nhà mới dựng xong.` ↔ `The new house is finished.`
    Good: `Nhà mới dựng xong.` ↔ `The new house is finished.`
    """
    said = Wording(vi="câu này đã có trong đoạn", en="the text has this sentence already")
    again = Wording(
        vi="phần bắt đầu ở đây đã có trong đoạn, giống từng chữ",
        en="what begins here stands in the text before, word for word",
    )
    for segments in bitext.paired_texts():
        for side, segment in Side.of(segments):
            own = repeated_sentence(segment.text)
            if own and not repeated_sentence(segments[side.other].text, least=1):
                yield slip(bitext, side, segments, own, said)
                continue
            part = None if own else repeated(read_aloud(segment))
            if part and not may_repeat(read_aloud(segments[side.other])):
                yield slip(bitext, side, segments, part, again)


def _slips(
    bitext: Bitext, find: Callable[[str, str], Sequence[Mark]], said: Wording
) -> Iterator[Diagnostic]:
    """A finding for each mark that `find` finds in one language and the other does not print."""
    for text, mark in _marks(bitext, find):
        yield slip_in(bitext, text, mark, said)


def _marks(
    bitext: Bitext, find: Callable[[str, str], Sequence[Mark]]
) -> Iterator[tuple[OwnText, Mark]]:
    """Each mark that `find` finds in a text and its counterpart does not print, with the text."""
    for text in own_texts(bitext):
        for mark in find(read_aloud(text.segment), bitext.documents[text.side].locale):
            # not "open with* with", of which one word is quoted
            written = mark.printed in text.segment.markdown.replace("[", "")
            if written and not text.repeats(mark):
                yield text, mark
