"""Form: no blank too many within a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from diptych.diagnostics import Diagnostic, Severity
from diptych.language.spacing import Blank, blanks_too_many
from diptych.model import Segment, Side
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.rendering import may_be_rendering, translation_beside_english
from diptych.wording import Wording

_Found = tuple[Side, tuple[Segment, Segment], Blank]
_SAID = {
    "double": Wording(vi="hai dấu cách liền nhau", en="two spaces in a row"),
    "inside": Wording(vi="thừa dấu cách trong ngoặc đơn", en="a space too many in the parenthesis"),
    "link": Wording(
        vi="thừa dấu cách ở đầu hoặc cuối chữ của liên kết",
        en="a space too many at the edge of a link's words",
    ),
    "elided": Wording(vi="thừa dấu cách sau dấu lược", en="a space too many after the apostrophe"),
    "behind": Wording(vi="thừa dấu cách sau dấu câu", en="a space too many behind the mark"),
    "before": Wording(vi="thừa dấu cách trước dấu câu", en="a space too many before the mark"),
}


@rule("M114", Severity.WARNING)
def blank_too_many(bitext: Bitext) -> Iterator[Diagnostic]:
    """A space is too many within a sentence: two in a row, one inside a parenthesis or the words
    of a link, one before a comma, a full stop or another mark, one after an elided “l'”.

    Nothing is reported if the other language has as many there. Left out are two spaces between
    sentences or in a text published here (which shows one), rows of tables, originals published
    elsewhere, and the high marks of languages that set these off with a space. Each kind is
    reported once per page.

    Mend: Delete the space.

    vi: Thừa một dấu cách trong câu: hai dấu cách liền nhau, dấu cách trong ngoặc đơn hoặc ở đầu,
    cuối chữ của liên kết, dấu cách trước dấu phẩy, dấu chấm hoặc dấu câu khác, dấu cách sau “l'” bị
    lược.

    Không báo nếu bản kia cũng có chừng ấy ở đó. Không xét hai dấu cách giữa hai câu hoặc trong văn
    bản đăng ở đây (trang chỉ hiện một), dòng của bảng, bản gốc đăng ở nơi khác và dấu hai chấm, dấu
    chấm hỏi của những ngôn ngữ viết dấu cách trước chúng. Mỗi loại được báo một lần trên một trang.

    Sửa: Xóa dấu cách ấy.

    Bad:  `nhà  của ông ( cũ)` ↔ `his (old) house`
    Good: `nhà của ông (cũ)` ↔ `his (old) house`
    """
    by_page: dict[tuple[str, str], list[_Found]] = {}
    for segments in bitext.paired_texts():
        if any(segment.cells for segment in segments):
            continue
        found = [
            [
                blank
                for blank in blanks_too_many(segment.markdown, bitext.documents[side].locale)
                if not (bitext.published and blank.kind == "double")  # a page shows one
            ]
            for side, segment in Side.of(segments)
        ]
        if not any(found):
            continue  # nearly always
        counts = [Counter(blank.kind for blank in own) for own in found]
        for side, own in Side.of(found):
            beside = translation_beside_english(bitext)
            if not (bitext.published or may_be_rendering(bitext, side)) or beside is side.other:
                continue  # nobody asks that a translation have it, too
            extra = counts[side] - counts[side.other]
            for blank in own:
                if extra[blank.kind]:
                    extra[blank.kind] -= 1
                    key = segments[side].place.file, blank.kind
                    by_page.setdefault(key, []).append((side, segments, blank))
    for rows in by_page.values():
        yield _told(bitext, rows[0], len(rows) - 1)


def _told(bitext: Bitext, found: _Found, more: int) -> Diagnostic:
    side, segments, blank = found
    said = _SAID[blank.kind]
    words = " ".join(blank.shown.split())
    start = max(0, segments[side].text.find(words))
    return Diagnostic(
        Wording(
            vi=f"“{blank.shown}”: {said.vi}"
            + (f", và {more} chỗ nữa trên trang này" if more else ""),
            en=f"“{blank.shown}”: {said.en}" + (f", and {more} more on this page" if more else ""),
        ),
        (
            bitext.at(side, segments[side].place_at(start), len(words)),
            bitext.about(side.other, segments[side.other], segments[side], start),
        ),
    )
