"""Names: a continent or a country that is another one in the other language."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.diagnostics import Diagnostic, Severity
from diptych.language.regions import regions
from diptych.model import Side
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.wording import Wording


@rule("P108", Severity.WARNING, needs_grammar=True)
def another_place(bitext: Bitext) -> Iterator[Diagnostic]:
    """One language names a continent or a country, and the other names another one in its stead.

    Reported is only a text in which each language has just one such place that the other neither
    names nor speaks of in any other way: by its people, its language or a part of its name. Where
    there is a list of names, they are left to P101.

    Mend: Name the place of the original.

    vi: Một bản nêu tên một châu lục hoặc một nước, còn bản kia nêu một nơi khác thay vào đó.

    Chỉ báo khi trong đoạn, mỗi bản có đúng một nơi mà bản kia không nêu tên, cũng không nhắc đến
    bằng cách nào khác: qua người dân, tiếng nói hay một phần của tên. Khi có danh mục tên riêng thì
    để P101 xét.

    Sửa: Ghi đúng nơi mà bản gốc nêu.

    Bad:  `Chim này sống ở Nam Phi.` ↔ `This bird lives in South America.`
    Good: `Chim này sống ở Nam Mỹ.` ↔ `This bird lives in South America.`
    """
    if bitext.names is not None:
        return
    tags = [document.locale for document in bitext.documents]
    for segments in bitext.texts():
        found = [regions(segments[side].prose, tags[side]) for side in Side]
        lone = [
            [one for one in found[side][0] if one.code not in found[side.other][1]] for side in Side
        ]
        if not all(len({one.code for one in own}) == 1 for own in lone):
            continue  # nearly always
        said = [own[0] for own in lone]
        names = [bitext.language(side) for side in Side]
        yield Diagnostic(
            Wording(
                vi=(
                    f"bản {names[0].vi} ghi “{said[0].printed}”, bản {names[1].vi} ghi nơi khác: "
                    f"“{said[1].printed}”"
                ),
                en=(
                    f"{names[0].en} has “{said[0].printed}”, {names[1].en} another place: "
                    f"“{said[1].printed}”"
                ),
            ),
            tuple(
                bitext.at(side, segments[side].place_at(said[side].start), len(said[side].printed))
                for side in reversed(Side)
            ),
        )
