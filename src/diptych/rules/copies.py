"""Structure: items of a list of which one language has the same words twice."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.diagnostics import Diagnostic, Severity
from diptych.model import PROSE, Kind, Provision, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.wording import Wording

_LETTER = pattern_of(r"[^\W\d_]")
_LETTERS = 12
"""The least letters of an item that nobody writes twice."""
_NEAR = 12
"""How many lines apart the two may begin: further off it may be said of something else."""
_WRITTEN = PROSE - {Kind.ROW}
Both = tuple[Provision, Provision]


@rule("S117", Severity.WARNING)
def item_translated_twice(bitext: Bitext) -> Iterator[Diagnostic]:
    """Two items of a list, or neighbouring paragraphs, say the same word for word in one language,
    and different things in the other.

    One of them is a copy that was left, or was translated in place of the other. Text, links and
    code must all be the same.

    Mend: Write what the counterpart of the second one says.

    vi: Hai mục của một danh sách, hoặc hai đoạn cạnh nhau, giống nhau từng chữ ở bản này mà khác
    nhau ở bản kia.

    Một trong hai là bản sao còn sót, hoặc được dịch thay cho mục kia. Chữ, liên kết và mã đều phải
    giống hệt.

    Sửa: Ghi đúng điều mà mục tương ứng của mục thứ hai nói.

    Bad:  `- Rửa chén sạch` `- Rửa chén sạch` ↔ `- Wash the bowls` `- Dry the spoons`
    Good: `- Rửa chén sạch` `- Lau khô thìa` ↔ `- Wash the bowls` `- Dry the spoons`
    """
    first: dict[tuple[Side, int, str], Both] = {}
    for pair in bitext.alignment.provisions:
        both = pair.both
        if both is None or not all(provision.kind in _WRITTEN for provision in both):
            continue
        for side, own in Side.of(both):
            said = own.segment.markdown
            if len(_LETTER.findall(own.segment.text)) < _LETTERS:
                continue
            key = side, id(bitext.parent(side, own)), said
            before = first.get(key)
            first[key] = both
            if before is None or own.place.line - before[side].place.line > _NEAR:
                continue
            if not _differ(before[side.other], both[side.other]):
                continue
            language = bitext.language(side)
            yield Diagnostic(
                Wording(
                    vi=f"bản {language.vi} lặp lại một đoạn ở trên, bản kia nói điều khác",
                    en=f"{language.en} repeats a text above, where the other says something else",
                ),
                (
                    bitext.at(side, own.place, len(own.segment.text)),
                    bitext.at(
                        side.other, both[side.other].place, len(both[side.other].segment.text)
                    ),
                ),
            )


def _differ(one: Provision, two: Provision) -> bool:
    """Whether two items say different things, and not only with other marks."""
    letters = ["".join(_LETTER.findall(each.segment.text)).casefold() for each in (one, two)]
    return letters[0] != letters[1]
