"""Language: no text left in the other language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from programme.bitext import Bitext
from programme.diagnostics import Diagnostic
from programme.model import Segment
from programme.rules import rule
from programme.wording import Wording

Foreign = Callable[[str], bool]
"""Whether a word is of the other language."""

_WORD = re.compile(r"[^\W\d_]+")
_VIETNAMESE = re.compile(r"[ạ-ỹẠ-Ỹăâđêôơưĩũ]", re.IGNORECASE)
_ENGLISH = frozenset(
    {"the", "of", "and", "to", "in", "for", "with", "on", "by", "from", "at", "is", "are", "shall",
     "be", "its", "their", "this", "that", "as", "or"}
)  # fmt: skip
_WINDOW = 5
_MOST = 3
"""Of `_WINDOW` words in a row, how many make a passage; names are shorter."""


@rule("L101", needs_grammar=True)
def left_in_vietnamese(bitext: Bitext) -> Iterator[Diagnostic]:
    """A passage of the English text is still in Vietnamese.

    Names of persons keep their diacritics; a passage is five words in a row.

    Mend: Translate the passage.

    vi: Một đoạn trong bản tiếng Anh vẫn còn là tiếng Việt.

    Tên người giữ nguyên dấu; một đoạn là năm từ liền nhau.

    Sửa: Dịch đoạn này sang tiếng Anh.

    Bad:  `- Tăng cường hợp tác với ASEAN.` ↔ `- Tăng cường hợp tác với ASEAN.`
    Good: `- Tăng cường hợp tác với ASEAN.` ↔ `- Strengthen cooperation with ASEAN.`
    """
    yield from _left(bitext, own="en", foreign=lambda word: bool(_VIETNAMESE.search(word)))


@rule("L102", needs_grammar=True)
def left_in_english(bitext: Bitext) -> Iterator[Diagnostic]:
    """A passage of the Vietnamese text is in English.

    Told by English small words; names of companies and acronyms have none.

    Mend: Write the passage in Vietnamese.

    vi: Một đoạn trong bản tiếng Việt lại viết bằng tiếng Anh.

    Nhận ra qua các từ chức năng của tiếng Anh; tên công ty và chữ viết tắt không có những từ này.

    Sửa: Viết đoạn này bằng tiếng Việt.

    Bad:  `- Strengthen the role of the committees.` ↔ `- Strengthen the role of the committees.`
    Good: `- Tăng cường vai trò của các cấp ủy.` ↔ `- Strengthen the role of the committees.`
    """
    yield from _left(bitext, own="vi", foreign=lambda word: word.lower() in _ENGLISH, most=2)


def _left(bitext: Bitext, own: str, foreign: Foreign, most: int = _MOST) -> Iterator[Diagnostic]:
    for side, document in enumerate(bitext.documents):
        if document.locale != own:
            continue
        for pair in bitext.alignment.provisions:
            provision, other = pair.side(side), pair.side(1 - side)
            if provision is None:
                continue
            start = _passage(provision.segment, foreign, most)
            if start is None:
                continue
            called = bitext.language(side)
            yield Diagnostic(
                Wording(
                    vi=f"đoạn này trong bản {called.vi} chưa viết bằng {called.vi}",
                    en=f"this passage of the {called.en} text is not in {called.en}",
                ),
                (
                    bitext.at(side, provision.segment.place_at(start), 24),
                    *([bitext.at(1 - side, other.place)] if other else []),
                ),
            )


def _passage(segment: Segment, foreign: Foreign, most: int) -> int | None:
    """Where `_WINDOW` words in a row begin of which `most` are foreign."""
    words = list(_WORD.finditer(segment.text))
    strange = [foreign(word[0]) for word in words]
    for index in range(len(words) - _WINDOW + 1):
        if strange[index] and sum(strange[index : index + _WINDOW]) >= most:
            return words[index].start()
    return None
