"""Links and pictures: both languages say where they lead and what they show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from diptych.diagnostics import Diagnostic, Severity
from diptych.model import Link, Segment, Side
from diptych.model.marks import attributes
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.counterparts import is_asked
from diptych.rules.shared.link_places import at_link
from diptych.rules.shared.link_targets import (
    Target,
    Targets,
)
from diptych.rules.shared.rendering import translation_beside_english
from diptych.wording import Wording

_EMPTY = pattern_of(r"\[\]\(([^\s)]*)")
"""A link without words, and where it leads."""
_HABIT = 6
"""How many addresses of a page may differ before they are told at once."""
_EACH = 2
"""Up to how many links without words are told one by one; beyond, once for the page."""


@rule("M119", Severity.WARNING)
def link_without_words(bitext: Bitext) -> Iterator[Diagnostic]:
    """A link or a picture has no words in one language, so that nobody can follow it or hear what
    it shows, and has some in the other.

    Both lead to the same address. Of more than two links of a page without words the first is
    reported, with how many there are, and so it is with pictures. On texts that are not published
    here, a page with more than six is left alone: whoever made it writes none.

    Mend: Write the words between the brackets.

    vi: Liên kết hoặc ảnh ở một bản không có chữ nào, nên không bấm được hoặc không ai nghe được đó
    là gì, trong khi bản kia có.

    Cả hai phải dẫn đến cùng một địa chỉ. Nếu một trang có hơn hai liên kết thiếu chữ, chỗ đầu được
    báo, kèm số chỗ còn lại; với ảnh cũng vậy. Ở văn bản không đăng tại đây, không báo trang có hơn
    sáu chỗ: người làm trang ấy vốn không ghi chữ.

    Sửa: Ghi chữ vào giữa hai dấu ngoặc vuông.

    Bad:  `[](bang.md)` ↔ `[the register](bang.md)`
    Good: `[sổ đăng ký](bang.md)` ↔ `[the register](bang.md)`
    """
    by_page: dict[tuple[str, Side, bool], list[tuple[Target, Target]]] = {}
    for side, both in _wordless(bitext):
        key = both[side].link.place.file, side, both[side].link.picture
        by_page.setdefault(key, []).append(both)
    for (_, side, picture), found in by_page.items():
        if len(found) > _HABIT and not bitext.published:
            continue  # a page whose tags were made without
        language, more = bitext.language(side), len(found) - 1 if len(found) > _EACH else 0
        what = Wording(vi="ảnh", en="picture") if picture else Wording(vi="liên kết", en="link")
        for both in found[:1] if more else found:
            yield Diagnostic(
                Wording(
                    vi=f"{what.vi} này không có chữ nào trong bản {language.vi}"
                    + (f", và {more} chỗ nữa trên trang này" if more else ""),
                    en=f"this {what.en} has no words in {language.en}"
                    + (f", and {more} more on this page" if more else ""),
                ),
                (at_link(bitext, side, both[side]), at_link(bitext, side.other, both[side.other])),
            )


def _wordless(bitext: Bitext) -> Iterator[tuple[Side, tuple[Target, Target]]]:
    """The links and pictures that have words in one language alone, with the side that has none."""
    beside_english = translation_beside_english(bitext)
    targets = bitext.once(Targets)
    for segments in bitext.paired_texts():
        if not (segments[0].links and segments[1].links):
            continue
        words = [_Words(segment) for segment in segments]
        found = [
            {
                (target.key, nth): (target, words[side].are_said_by(target.link))
                for nth, target in _numbered(targets.in_text(side, segment))
            }
            for side, segment in Side.of(segments)
        ]
        for key, (one, says) in found[0].items():
            other, also = found[1].get(key, (one, says))
            side = Side(says)
            if says is also or side.other is beside_english:
                continue
            if is_asked(bitext, side.other):
                yield side, (one, other)


def _numbered(targets: Sequence[Target]) -> Iterator[tuple[int, Target]]:
    """Each target, with how many before it lead to the same place."""
    seen: Counter[object] = Counter()
    for target in targets:
        yield seen[target.key], target
        seen[target.key] += 1


class _Words:
    """Which links and pictures of a text have words."""

    def __init__(self, segment: Segment) -> None:
        self._text = segment.text
        self._with_picture = {link.place for link in segment.links if link.picture}
        self._empty = set(_EMPTY.findall(segment.markdown))
        self._shown: dict[str, bool] = {}
        """By its address, whether the tag that shows a picture says what it shows, or nothing about
        that: an empty text says that it is an ornament.
        """
        for tag in segment.tags:
            given = attributes(tag.written)
            if "src" in given:
                self._shown.setdefault(given["src"], bool(given.get("alt", "?").strip()))

    def are_said_by(self, link: Link) -> bool:
        """Whether a link or a picture has words: its own, or an alternative text. A link around a
        picture needs none, and one that a tag makes is left alone.
        """
        if link.start < link.end:
            return bool(self._text[link.start : link.end].strip())
        if link.target in self._shown:
            return self._shown[link.target]
        if link.picture:
            return False
        return link.place in self._with_picture or link.target not in self._empty
