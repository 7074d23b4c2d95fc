"""Form: a language's own commas and stops."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from diptych.diagnostics import Diagnostic, Severity
from diptych.language.own_marks import latin_marks, own_forms
from diptych.language.stops import Mark
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.one_sided import OwnText, own_texts, slip_in
from diptych.rules.shared.prose import read_aloud
from diptych.wording import Wording

_FEWEST = 5
"""How often a page has the language's own mark, at least, before another is a slip."""
_TIMES = 4
"""How many times as often as the other."""
_DANDA = "।"
"""A stop that many pages in languages of India do without."""
_THROUGHOUT = 12
"""From how many marks of Latin script on a page they are told whatever else it has."""


class _Marks(NamedTuple):
    """What a page has of a mark: its own form, so often; the other one, in these places."""

    own: Counter[str]
    other: dict[str, list[tuple[OwnText, Mark]]]


@rule("M120", Severity.WARNING)
def mark_of_latin_script(bitext: Bitext) -> Iterator[Diagnostic]:
    """A comma, a stop or a question mark of Latin script stands between words of a language that
    has its own (“，”, “。”, “،”, “؟”, “।”), where the page has that nearly always.

    Each mark is reported once per page, with how many there are; all of them are one finding on a
    page that has a dozen such marks or more and does not keep to the language's own.

    Mend: Type the language's own mark.

    vi: Dấu phẩy, dấu chấm hoặc dấu hỏi của chữ Latinh đứng giữa những từ của ngôn ngữ có dấu riêng
    (“，”, “。”, “،”, “؟”, “।”), trong khi trang hầu như luôn dùng dấu riêng ấy.

    Mỗi dấu được báo một lần trên một trang, kèm số chỗ; nếu trang có từ mười hai chỗ như thế trở
    lên và không dùng hẳn dấu riêng thì tất cả được báo một lần.

    Sửa: Gõ dấu riêng của ngôn ngữ.

    Bad:  `年轻的厨师,来了。`, on a page with “，” elsewhere
    Good: `年轻的厨师，来了。`
    Sai:  `年轻的厨师,来了。`, trên trang có “，” ở những chỗ khác
    Đúng: `年轻的厨师，来了。`
    """
    pages: dict[str, _Marks] = {}
    forms = [own_forms(document.locale) for document in bitext.documents]
    if not any(forms):
        return  # nearly always
    for text in own_texts(bitext):
        if not forms[text.side]:
            continue
        said = read_aloud(text.segment)
        page = pages.setdefault(text.segment.place.file, _Marks(Counter(), {}))
        page.own.update({own: said.count(own) for own in forms[text.side].values()})
        for mark, found in latin_marks(said, bitext.documents[text.side].locale):
            if not text.repeats(found):
                page.other.setdefault(mark, []).append((text, found))
    for page in pages.values():
        habit: list[tuple[OwnText, Mark]] = []
        for mark, rows in page.other.items():
            text, found = rows[0]
            own = forms[text.side][mark]
            if page.own[own] < max(_FEWEST, _TIMES * len(rows)):
                habit += rows if own != _DANDA else []
                continue
            more = len(rows) - 1
            yield slip_in(
                bitext,
                text,
                found,
                Wording(
                    vi=f"các chỗ khác của trang dùng “{own}”"
                    + (f"; còn {more} chỗ nữa như chỗ này" if more else ""),
                    en=f"elsewhere on the page it is “{own}”"
                    + (f"; {more} more like this" if more else ""),
                ),
            )
        if len(habit) >= _THROUGHOUT:
            yield _throughout(bitext, habit)


def _throughout(bitext: Bitext, habit: list[tuple[OwnText, Mark]]) -> Diagnostic:
    """That a page has marks of Latin script all over, once."""
    text, found = min(habit, key=lambda row: row[0].segment.place)
    language = bitext.language(text.side)
    more = len(habit) - 1
    return slip_in(
        bitext,
        text,
        found,
        Wording(
            vi=f"dấu câu của chữ Latinh; tiếng {language.vi} có dấu riêng; còn {more} chỗ nữa trên "
            "trang này",
            en=f"a mark of Latin script, where {language.en} has its own; {more} more on this page",
        ),
    )
