"""Language: what tags and titles say to readers is translated, too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diptych.diagnostics import Diagnostic, Severity
from diptych.language.passages import Tongues, tongues
from diptych.model import Place, Segment
from diptych.model.marks import attributes
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.cut import cut
from diptych.rules.shared.plain_words import are_plain_words
from diptych.rules.shared.rendering import rendering
from diptych.wording import Wording

_SAID = ("alt", "title", "aria-label", "placeholder")
"""Attributes that are words for readers."""
_TITLE = pattern_of(r"\]\((?:<[^<>\n]*+>|[^\s()]++)\s++\"([^\"\n]{1,200}+)\"\)")
"""The title of a link or a picture."""
_BADGE = pattern_of(r"badge|shields\.io", re.IGNORECASE)
"""A picture whose words are those of the picture itself."""


@rule("L107", Severity.WARNING)
def attribute_left(bitext: Bitext) -> Iterator[Diagnostic]:
    """What a tag or a title says of a picture or a link is the same in both languages: not
    translated.

    Looked at are `alt`, `title`, `aria-label`, `placeholder`, and the titles of links. Names may
    stay as they are.

    Mend: Translate the words.

    vi: Lời chú cho hình hoặc liên kết, ghi trong thẻ hoặc trong tiêu đề liên kết, giống hệt nhau ở
    hai bản, chưa được dịch.

    Quy tắc xét `alt`, `title`, `aria-label`, `placeholder` và tiêu đề của liên kết. Tên riêng có
    thể giữ nguyên.

    Sửa: Dịch lời chú này.

    Bad:  `<img alt="The gate in spring">` ↔ `<img alt="The gate in spring">`
    Good: `<img alt="Cổng vườn mùa xuân">` ↔ `<img alt="The gate in spring">`
    """
    side = rendering(bitext)
    languages = [document.locale for document in bitext.documents]
    told_by = tongues(languages[side], languages[side.other])
    if told_by is None:
        return
    for segments in bitext.paired_texts():
        theirs, ours = ([*_said_in(segments[each])] for each in (side.other, side))
        known = {said for said, _ in theirs}
        for said, place in ours:
            if said in known and _is_left(bitext, said, told_by):
                at = next(there for other, there in theirs if other == said)
                yield Diagnostic(
                    Wording(
                        vi=f"lời chú giống hệt nhau ở hai bản, chưa được dịch: “{cut(said)}”",
                        en=f"these words are the same in both languages, not translated: "
                        f"“{cut(said)}”",
                    ),
                    (bitext.at(side, place), bitext.at(side.other, at)),
                )


def _said_in(segment: Segment) -> Iterator[tuple[str, Place]]:
    """What the tags and the titles of a text say, each with its place."""
    for tag in segment.tags:
        if "=" in tag.written and not _BADGE.search(tag.written):
            given = attributes(tag.written)
            yield from ((given[name], tag.place) for name in _SAID if given.get(name))
    if '"' in segment.markdown:
        for title in _TITLE.finditer(segment.markdown):
            if not _BADGE.search(title[0]):
                yield title[1], segment.place


def _is_left(bitext: Bitext, said: str, told_by: Tongues) -> bool:
    return " " in said.strip() and (
        told_by.all_foreign(said)
        or told_by.all_foreign(said.lower())
        or are_plain_words(bitext, said)
    )
