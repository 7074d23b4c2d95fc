"""Language: what tags and titles say to readers is translated, too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diptych.diagnostics import Diagnostic, Severity
from diptych.language.own_names import names_some_language
from diptych.language.passages import Tongues, tongues
from diptych.model import Place, Segment, Side
from diptych.model.marks import attributes
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.cut import cut
from diptych.rules.shared.everyday_words import is_beside_english, is_left_in_english
from diptych.rules.shared.mark_pairs import mark_pairs
from diptych.rules.shared.may_stay import spells_out
from diptych.rules.shared.plain_words import are_plain_words
from diptych.rules.shared.rendering import rendering
from diptych.wording import Wording

_SAID = ("alt", "title", "aria-label", "placeholder")
"""Attributes that are words for readers."""
_FEW = 4
"""How many such words of a page are told one by one."""
_TITLE = pattern_of(r"\]\((?:<[^<>\n]*+>|[^\s()]++)\s++\"([^\"\n]{1,200}+)\"\)")
"""The title of a link or a picture."""
_BADGE = pattern_of(r"badge|shields\.io", re.IGNORECASE)
"""A picture whose words are those of the picture itself."""


@rule("L107", Severity.WARNING)
def attribute_left(bitext: Bitext) -> Iterator[Diagnostic]:
    """What a tag or a title says of a picture or a link is the same in both languages: not
    translated.

    Looked at are `alt`, `title`, `aria-label`, `placeholder`, and the titles of links. Names may
    stay as they are. On texts that are not published here, of more than four on a page the first is
    reported, with how many there are.

    Mend: Translate the words.

    vi: Lời chú cho hình hoặc liên kết, ghi trong thẻ hoặc trong tiêu đề liên kết, giống hệt nhau ở
    hai bản, chưa được dịch.

    Quy tắc xét `alt`, `title`, `aria-label`, `placeholder` và tiêu đề của liên kết. Tên riêng có
    thể giữ nguyên. Ở văn bản không đăng tại đây, nếu một trang có hơn bốn chỗ thì chỉ báo chỗ đầu,
    kèm số chỗ còn lại.

    Sửa: Dịch lời chú này.

    Bad:  `<img alt="The gate in spring">` ↔ `<img alt="The gate in spring">`
    Good: `<img alt="Cổng vườn mùa xuân">` ↔ `<img alt="The gate in spring">`
    """
    side = rendering(bitext)
    languages = [document.locale for document in bitext.documents]
    told_by = tongues(languages[side], languages[side.other])
    if told_by is None:
        return
    by_page: dict[str, list[_Said]] = {}
    for ours, theirs in _in_both(bitext, side):
        known = dict(reversed(theirs))
        for said, place in ours:
            if said in known and _is_left(bitext, said, told_by):
                by_page.setdefault(place.file, []).append((said, place, known[said]))
    for found in by_page.values():
        together = len(found) > _FEW and not bitext.published
        more = len(found) - 1 if together else 0
        for said, place, at in found[:1] if more else found:
            yield Diagnostic(
                Wording(
                    vi=f"lời chú giống hệt nhau ở hai bản, chưa được dịch: “{cut(said)}”"
                    + (f", và {more} chỗ nữa trên trang này" if more else ""),
                    en="these words are the same in both languages, not translated: "
                    f"“{cut(said)}”" + (f", and {more} more on this page" if more else ""),
                ),
                (bitext.at(side, place), bitext.at(side.other, at)),
            )


_Said = tuple[str, Place, Place]
_Sayings = list[tuple[str, Place]]


def _in_both(bitext: Bitext, side: Side) -> Iterator[tuple[_Sayings, _Sayings]]:
    """What the tags and titles of two counterparts say, that of `side` first; so of tags that stand
    on lines of their own.
    """
    for segments in bitext.paired_texts():
        yield [*_said_in(segments[side])], [*_said_in(segments[side.other])]
    for pair in mark_pairs(bitext):
        if (both := pair.both) is not None:
            found = [[*_said_by(mark.written, mark.place)] for mark in both]
            yield found[side], found[side.other]


def _said_in(segment: Segment) -> Iterator[tuple[str, Place]]:
    """What the tags and the titles of a text say, each with its place."""
    for tag in segment.tags:
        yield from _said_by(tag.written, tag.place)
    if '"' in segment.markdown:
        for title in _TITLE.finditer(segment.markdown):
            if not _BADGE.search(title[0]):
                yield title[1], segment.place


def _said_by(written: str, place: Place) -> Iterator[tuple[str, Place]]:
    """What a tag says, with its place."""
    if "=" in written and not _BADGE.search(written):
        given = attributes(written)
        yield from ((given[name], place) for name in _SAID if given.get(name))


def _is_left(bitext: Bitext, said: str, told_by: Tongues) -> bool:
    if names_some_language(said) or spells_out(said):
        return False  # the flag beside a choice of languages; a name
    side = rendering(bitext)
    beside_english = is_beside_english(bitext, side)
    return " " in said.strip() and (
        told_by.all_foreign(said)
        or told_by.all_foreign(said.lower())
        or are_plain_words(bitext, said)
        or (beside_english and is_left_in_english(bitext, side, said, titled=False))
    )
