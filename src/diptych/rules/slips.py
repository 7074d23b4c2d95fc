"""Slips of the pen: a word twice, a capital in mid-sentence, a mark forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from diptych.diagnostics import Diagnostic, Severity
from diptych.language.slips import (
    capitals_after_commas,
    doubled_words,
    unopened,
    unpaired,
)
from diptych.language.stops import Mark
from diptych.model import Side
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.one_sided import own_texts, slip, slip_in
from diptych.rules.shared.prose import read_aloud
from diptych.wording import Wording


@rule("M110", Severity.WARNING)
def word_doubled(bitext: Bitext) -> Iterator[Diagnostic]:
    """A word of grammar stands twice in a row: “của của”, “the the”, “de de”.

    Some ten words of each language are known, none of which is ever doubled for its meaning.
    Nothing is reported if both languages have the same.

    Mend: Delete one of the two.

    vi: Một hư từ đứng hai lần liền nhau: “của của”, “the the”, “de de”.

    Mỗi ngôn ngữ có khoảng mười từ được biết, không có từ nào lặp lại để tạo nghĩa như “từ từ”.
    Không báo nếu cả hai bản cùng có.

    Sửa: Xóa một trong hai từ.

    Bad:  `mái nhà của của hợp tác xã` ↔ `the roof of the cooperative`
    Good: `mái nhà của hợp tác xã` ↔ `the roof of the cooperative`
    """
    said = Wording(vi="thừa một từ", en="one word too many")
    yield from _slips(bitext, doubled_words, said)


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
    """A text has one quotation mark without another that closes or opens it, where its counterpart
    has as many of either.

    Mend: Add the mark that is missing, or delete the one that is too many.

    vi: Một đoạn có dấu ngoặc kép lẻ, thiếu dấu mở hoặc dấu đóng, mà đoạn tương ứng có đủ đôi.

    Sửa: Thêm dấu còn thiếu, hoặc xóa dấu thừa.

    Bad:  `Đầu bếp gọi nó là "súp.` ↔ `The cook calls it "soup".`
    Good: `Đầu bếp gọi nó là "súp".` ↔ `The cook calls it "soup".`
    """
    said = Wording(vi="dấu ngoặc kép lẻ đôi", en="a quotation mark without its pair")
    for segments in bitext.texts():
        found = [unpaired(read_aloud(segment)) for segment in segments]
        for side, own in Side.of(found):
            if own and not found[side.other]:
                yield slip(bitext, side, segments, own[0], said)


def _slips(
    bitext: Bitext, find: Callable[[str, str], Sequence[Mark]], said: Wording
) -> Iterator[Diagnostic]:
    """A finding for each mark that `find` finds in one language and the other does not print."""
    for text in own_texts(bitext):
        for mark in find(read_aloud(text.segment), bitext.documents[text.side].locale):
            # not "open with* with", of which one word is quoted
            written = mark.printed in text.segment.markdown.replace("[", "")
            if written and not text.repeats(mark):
                yield slip_in(bitext, text, mark, said)
