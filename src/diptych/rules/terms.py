"""Terms: approved renderings where the original has the term, and no forbidden ones."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.diagnostics import Diagnostic
from diptych.model import Side
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.cells import beside
from diptych.wording import Wording


@rule("T101")
def term_not_rendered(bitext: Bitext) -> Iterator[Diagnostic]:
    """The original has a term from the glossary, and its translation has none of the approved
    renderings.

    The longest term wins; capitals, plurals and possessives make no difference.

    Mend: Use an approved rendering, or add a new one to the glossary.

    vi: Bản gốc có một thuật ngữ trong bảng thuật ngữ, nhưng bản dịch không dùng cách dịch đã duyệt.

    Thuật ngữ dài nhất được tính; chữ hoa, số nhiều và sở hữu cách không quan trọng.

    Sửa: Dùng cách dịch đã duyệt, hoặc thêm cách dịch mới vào bảng thuật ngữ.

    Bad:  `Bộ Chính trị` ↔ `the Party leadership`
    Good: `Bộ Chính trị` ↔ `the Politburo`
    """
    if bitext.glossary is None:
        return
    for original, translation in bitext.texts():
        done = bitext.glossary.rendered(translation.text)
        for found in bitext.glossary.in_original(original.text):
            if found.meaning in done:
                continue
            done.add(found.meaning)
            expected = "” / “".join(found.meaning.renderings)
            start, end = beside(original, found.start, translation)
            yield Diagnostic(
                Wording(
                    vi=f"thuật ngữ “{found.printed}” phải dịch là “{expected}”",
                    en=f"the term “{found.printed}” must be rendered as “{expected}”",
                ),
                (
                    bitext.at(Side.TRANSLATION, translation.place_at(start), max(1, end - start)),
                    bitext.at(Side.ORIGINAL, original.place_at(found.start), len(found.printed)),
                ),
            )


@rule("T102")
def forbidden_rendering(bitext: Bitext) -> Iterator[Diagnostic]:
    """The translation uses a rendering that the glossary forbids.

    Mend: Use the approved rendering.

    vi: Bản dịch dùng cách dịch mà bảng thuật ngữ không cho phép.

    Sửa: Dùng cách dịch đã duyệt.

    Bad:  `kế hoạch hằng năm` ↔ `yearly plan`
    Good: `kế hoạch hằng năm` ↔ `annual plan`
    """
    if bitext.glossary is None:
        return
    for original, translation in bitext.texts():
        for found in bitext.glossary.forbidden(translation.text):
            approved = found.meaning.renderings[0]
            yield Diagnostic(
                Wording(
                    vi=f"không dùng “{found.printed}”; cách dịch đã duyệt là “{approved}”",
                    en=f"“{found.printed}” is not used; the approved rendering is “{approved}”",
                ),
                (
                    bitext.at(
                        Side.TRANSLATION, translation.place_at(found.start), len(found.printed)
                    ),
                    bitext.at(Side.ORIGINAL, original.place, 1),
                ),
                help=Wording(vi=f"Thay bằng “{approved}”.", en=f"Write “{approved}”."),
            )
