"""Code: a name of a program that was translated in one place and is code in others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diptych.diagnostics import Diagnostic
from diptych.model import Kind, Page, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.code_spans import code_spans, lone_spans
from diptych.rules.shared.rendering import rendering
from diptych.wording import Wording

_NAME = pattern_of(r"[A-Za-z_]\w{2,60}", re.ASCII)
_FOREIGN_NAME = pattern_of(r"[^\W\d]\w{1,60}")
_MOST = 8
"""The most pieces of code of a text of which one is taken for the translation of another."""


@rule("K104")
def code_word_translated(bitext: Bitext) -> Iterator[Diagnostic]:
    """Code of one word is a word of the other language there, though the other language has the
    original's word in its code elsewhere on the page.

    Mend: Write the word as the program has it.

    vi: Đoạn mã gồm một từ bị dịch ở bản kia, dù nơi khác trong trang ấy bản kia vẫn ghi từ của bản
    gốc trong đoạn mã.

    Sửa: Ghi từ ấy đúng như trong chương trình.

    Bad:  ``The `Box` is a `Box`.`` ↔ ``Một `Hộp` là một `Box`.``
    Good: ``The `Box` is a `Box`.`` ↔ ``Một `Box` là một `Box`.``
    """
    names: dict[str, frozenset[str]] = {}
    turned = rendering(bitext)
    for segments in bitext.texts():
        if not (segments[0].code and segments[1].code):
            continue
        spans = [code_spans(segment) for segment in segments]
        lone = lone_spans(spans[0], spans[1]), lone_spans(spans[1], spans[0])
        if not 0 < len(lone[0]) == len(lone[1]) <= _MOST:
            continue
        for both in zip(*lone, strict=True):
            name, word = both[turned.other][0], both[turned][0]
            if not _NAME.fullmatch(name) or word.isascii():
                continue
            file = segments[turned].place.file
            if file not in names:
                page = bitext.documents[turned].page_in(file)
                names[file] = _names_in_code(page) if page else frozenset()
            if _FOREIGN_NAME.fullmatch(word) and name in names[file]:
                yield Diagnostic(
                    Wording(
                        vi=f"đoạn mã “{name}” bị dịch thành “{word}”",
                        en=f"the code “{name}” was translated, as “{word}”",
                    ),
                    tuple(
                        bitext.at(side, segments[side].place_at(start), len(text))
                        for side, (text, start) in Side.of(both)
                    ),
                )


def _names_in_code(page: Page) -> frozenset[str]:
    """The names in the code of `page`, inside texts and in blocks."""
    found: set[str] = set()
    for provision in page.all_provisions():
        text = provision.segment.text
        spans = [(0, len(text))] if provision.kind is Kind.CODE else provision.segment.code
        for start, end in spans:
            found.update(_NAME.findall(text[start:end]))
    return frozenset(found)
