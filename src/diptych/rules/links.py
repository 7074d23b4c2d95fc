"""Links: they lead to the same places in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from diptych.diagnostics import Diagnostic
from diptych.model import Segment, Side
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.counterparts import is_asked
from diptych.rules.shared.cut import cut
from diptych.rules.shared.link_places import at_link, offset_of, shown_address
from diptych.rules.shared.link_targets import (
    Target,
    Targets,
    is_of_language,
)
from diptych.rules.shared.rendering import rendering
from diptych.rules.shared.stale_places import stale_links
from diptych.rules.shared.unlike_links import (
    Unlike,
    are_one_place,
    is_broken,
    too_many,
    unlike_links,
)
from diptych.wording import Wording

_MOST = 64
"""The most links of one text that are compared with each other."""
_SAYS = 3
"""The fewest characters of words by which two links are known to be one."""


@rule("M105")
def link_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A link leads to a different page of the site from its counterpart, or is missing from one
    language.

    A link to a heading leads to the heading's counterpart. File names may say which language they
    are in, and may be translated. Addresses of other sites are compared by M106. On texts that are
    not published here, a link whose address no browser understands, as with `https:` twice, is
    told, too, if one language alone has it, and so is one to a heading of its page by the name that
    only the original's words make; a translation may have copies of pictures in a folder for
    translations, and write out an address without a link; and links that offer the page in other
    languages are left out.

    Mend: Make the links of both languages lead to the same page.

    vi: Một liên kết dẫn đến trang khác với liên kết tương ứng, hoặc một bản thiếu liên kết.

    Liên kết đến một tiêu đề phải dẫn đến tiêu đề tương ứng. Tên tệp có thể ghi ngôn ngữ, và có thể
    được dịch. Địa chỉ của trang ngoài do M106 so. Ở văn bản không đăng tại đây, liên kết có địa chỉ
    mà trình duyệt không hiểu, như có `https:` hai lần, cũng được báo nếu chỉ một bản có; liên kết
    đến một tiêu đề của trang bằng tên chỉ có ở bản gốc cũng được báo; bản dịch có thể dùng bản sao
    của ảnh trong thư mục dành cho bản dịch, hoặc ghi địa chỉ mà không đặt liên kết; liên kết mời
    đọc trang bằng ngôn ngữ khác không được xét.

    Sửa: Cho liên kết ở cả hai bản dẫn đến cùng một trang.

    Bad:  `[bảng](corrections.md)` ↔ `[register](about.md)`
    Good: `[bảng](corrections.md)` ↔ `[register](corrections.md)`
    """
    if not bitext.published:
        yield from _broken(bitext)
        yield from _misled(bitext)
        yield from _stale(bitext)
    again: Counter[object] = Counter()
    first: dict[object, tuple[Unlike, Side, Target, int]] = {}
    for unlike in bitext.once(unlike_links):
        inner = [[t for t in own if not t.outer] for own in unlike.targets]
        outer = [[t for t in own if t.outer] for own in unlike.targets]
        for pair in zip(*inner, strict=False):
            yield _differ(bitext, pair)
        common = min(map(len, inner))
        for side in Side:
            # as many as the other language has are other addresses, not lost ones
            left = [*inner[side][common:], *too_many(outer[side], outer[side.other])]
            if not bitext.published and _is_made(unlike.segments, side):
                continue
            if not is_asked(bitext, side):  # a translator's pointer for readers
                left = [each for each in left if not each.outer and _fills(each, unlike, side)]
            if not bitext.published:
                language = bitext.documents[side].locale
                other = unlike.segments[side.other]
                left = [
                    each
                    for each in left
                    if not (each.outer and is_of_language(each, language))
                    and not _is_written_out_in(other, each)
                    and not any(are_one_place(link.target, each) for link in other.links)
                ]
            for target in left[:1]:
                link = unlike.file, side, target.key
                first.setdefault(link, (unlike, side, target, len(left) - 1))
                again[link] += 1
    for lost, (unlike, side, target, more) in first.items():
        # one link time and again is told where it stands first
        yield _lost(bitext, side, unlike.segments, target, more + again[lost] - 1)


def _differ(bitext: Bitext, pair: tuple[Target, Target]) -> Diagnostic:
    shown = [shown_address(target) for target in pair]
    return Diagnostic(
        Wording(
            vi=f"liên kết khác nhau: “{shown[0]}” và “{shown[1]}”",
            en=f"the links differ: “{shown[0]}” and “{shown[1]}”",
        ),
        tuple(at_link(bitext, side, target) for side, target in Side.of(pair)),
    )


def _broken(bitext: Bitext) -> Iterator[Diagnostic]:
    """The links whose address no browser understands, in one language alone."""
    for pages in bitext.pages():
        found = [
            [link for each in page.segments() for link in each.links if is_broken(link.target)]
            for page in pages
        ]
        for side, own in Side.of(found):
            known = {link.target for link in found[side.other]}
            for link in own:
                if link.target not in known:
                    shown = cut(link.target)
                    yield Diagnostic(
                        Wording(
                            vi=f"địa chỉ viết sai: “{shown}”", en=f"this is no address: “{shown}”"
                        ),
                        (bitext.at(side, link.place),),
                    )


def _stale(bitext: Bitext) -> Iterator[Diagnostic]:
    """The links of the translation to headings by the names that they have in the original; one
    finding a page.
    """
    side = rendering(bitext)
    language = bitext.language(side)
    for pages in bitext.pages():
        found = stale_links(bitext, side, pages)
        if not found:
            continue
        shown, more = cut(unquote(found[0].link.target)), len(found) - 1
        yield Diagnostic(
            Wording(
                vi=f"liên kết này dẫn đến “{shown}”, mà trong bản {language.vi} tiêu đề ấy có tên "
                "khác" + (f"; trang này còn {more} liên kết như thế" if more else ""),
                en=f"this link leads to “{shown}”, but the heading has another name in "
                f"{language.en}" + (f"; so do {more} more on this page" if more else ""),
            ),
            (
                bitext.at(side, found[0].link.place),
                bitext.at(side.other, found[0].heading.place, len(found[0].heading.title)),
            ),
        )


def _is_written_out_in(segment: Segment, target: Target) -> bool:
    """Whether the address of a link is written out in `segment`, where it is no link."""
    written = target.link.target.removeprefix("mailto:").rstrip("/")
    if not written or written not in segment.text:
        return False
    # behind a bracket it was meant for a link
    return not segment.text.partition(written)[0].rstrip(" (\n").endswith("]")


def _is_made(segments: tuple[Segment, Segment], side: Side) -> bool:
    """Whether the other language has a command in a text that is none here: it may make links."""
    commands = [
        sum(tag.written.startswith(("{{", "{%")) for tag in segment.tags) for segment in segments
    ]
    return commands[side.other] > commands[side]


def _fills(target: Target, unlike: Unlike, side: Side) -> bool:
    """Whether a link is all of its text: it says no more than the original does."""
    segment = unlike.segments[side]
    return segment.markdown.strip().strip("#*_ ") == f"[{segment.text}]({target.link.target})"


def _lost(
    bitext: Bitext, side: Side, segments: tuple[Segment, Segment], target: Target, more: int
) -> Diagnostic:
    language = bitext.language(side.other)
    own, other = segments[side], segments[side.other]
    shown = shown_address(target)
    what = (
        Wording(vi="ảnh", en="the picture")
        if target.link.picture
        else Wording(vi="liên kết", en="the link")
    )
    return Diagnostic(
        Wording(
            vi=f"bản {language.vi} thiếu {what.vi} “{shown}”"
            + (f", và {more} liên kết nữa" if more else ""),
            en=f"{language.en} lacks {what.en} “{shown}”" + (f", and {more} more" if more else ""),
        ),
        (
            at_link(bitext, side, target),
            bitext.about(side.other, other, own, offset_of(own, target)),
        ),
    )


def _misled(bitext: Bitext) -> Iterator[Diagnostic]:
    """Links to one page of which one has lost the place on it; and links with the same words that
    have changed their addresses with others of their text.
    """
    targets = bitext.once(Targets)
    for segments in bitext.texts():
        if not (segments[0].links and segments[1].links):
            continue
        found = [
            [t for t in targets.in_text(side, segment) if not t.link.picture]
            for side, segment in Side.of(segments)
        ]
        if max(map(len, found)) > _MOST:
            continue
        for pair in (*_without_place(found), *_exchanged(segments, found)):
            yield _differ(bitext, pair)


def _without_place(found: Sequence[Sequence[Target]]) -> Iterator[tuple[Target, Target]]:
    """The links to one file, each the only one there, of which one names no place on it."""
    files = [Counter(t.link.target.partition("#")[0] for t in own if not t.outer) for own in found]
    for one in found[0]:
        file, _, part = one.link.target.partition("#")
        if one.outer or not file or files[0][file] != 1 or files[1][file] != 1:
            continue
        other = next(t for t in found[1] if t.link.target.partition("#")[0] == file)
        if bool(part) is not bool(other.link.target.partition("#")[2]):
            yield one, other


def _exchanged(
    segments: tuple[Segment, Segment], found: Sequence[Sequence[Target]]
) -> Iterator[tuple[Target, Target]]:
    """The links with the same words that lead elsewhere, to where another link of the other text
    leads.
    """
    said = [
        [segment.text[t.link.start : t.link.end].strip() for t in own]
        for segment, own in zip(segments, found, strict=True)
    ]
    keys = [{target.key for target in own} for own in found]
    for words, one in zip(said[0], found[0], strict=True):
        if len(words) < _SAYS or said[0].count(words) != 1 or said[1].count(words) != 1:
            continue
        other = found[1][said[1].index(words)]
        if one.key != other.key and one.key in keys[1] and other.key in keys[0]:
            yield one, other
