"""Links: they lead to the same places in both languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from diptych.diagnostics import Diagnostic, Location, Severity
from diptych.language.tags import bare
from diptych.model import Link, Page, Segment, Side
from diptych.model.marks import attributes
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.counterparts import is_asked
from diptych.rules.shared.cut import cut
from diptych.rules.shared.link_targets import (
    OUTER,
    Target,
    Targets,
    are_localized,
    called_in_addresses,
    is_named_for,
    is_of_language,
    translated,
)
from diptych.rules.shared.rendering import rendering, translation_beside_english
from diptych.wording import Wording

_OPENING = pattern_of(r"!?\[|<")
_EMPTY = pattern_of(r"\[\]\(([^\s)]*)")
"""A link without words, and where it leads."""
_SHOWN = 60
"""The most characters of an address that a message quotes."""
_MOST = 64
"""The most links of one text that are compared with each other."""
_HABIT = 6
"""How many addresses of a page may differ before they are told at once."""


_AGAIN = 2
"""How often two places of a page answer each other before they are taken for one."""


_BROKEN = pattern_of(
    r"https?:?/{0,2}https?:|https?//|https?:/(?!/)|(?:htp|htttp|hhttp)s?://", re.IGNORECASE
)
"""How an address begins that no browser understands: a protocol twice, or without its signs."""


class _Unlike(NamedTuple):
    """The links of two counterparts that lead to no common place, by side."""

    segments: tuple[Segment, Segment]
    targets: tuple[list[Target], list[Target]]
    file: str


@rule("M105")
def link_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A link leads to a different page of the site from its counterpart, or is missing from one
    language.

    A link to a heading leads to the heading's counterpart. File names may say which language they
    are in, and may be translated. Addresses of other sites are compared by M106. On texts that are
    not published here, a link whose address no browser understands, as with `https:` twice, is
    told, too, if one language alone has it; a translation may have copies of pictures in a folder
    for translations, and write out an address without a link; and links that offer the page in
    other languages are left out.

    Mend: Make the links of both languages lead to the same page.

    vi: Một liên kết dẫn đến trang khác với liên kết tương ứng, hoặc một bản thiếu liên kết.

    Liên kết đến một tiêu đề phải dẫn đến tiêu đề tương ứng. Tên tệp có thể ghi ngôn ngữ, và có thể
    được dịch. Địa chỉ của trang ngoài do M106 so. Ở văn bản không đăng tại đây, liên kết có địa chỉ
    mà trình duyệt không hiểu, như có `https:` hai lần, cũng được báo nếu chỉ một bản có; bản dịch
    có thể dùng bản sao của ảnh trong thư mục dành cho bản dịch, hoặc ghi địa chỉ mà không đặt liên
    kết; liên kết mời đọc trang bằng ngôn ngữ khác không được xét.

    Sửa: Cho liên kết ở cả hai bản dẫn đến cùng một trang.

    Bad:  `[bảng](corrections.md)` ↔ `[register](about.md)`
    Good: `[bảng](corrections.md)` ↔ `[register](corrections.md)`
    """
    if not bitext.published:
        yield from _broken(bitext)
        yield from _misled(bitext)
    for unlike in bitext.once(_unlike):
        inner = [[t for t in own if not t.outer] for own in unlike.targets]
        outer = [[t for t in own if t.outer] for own in unlike.targets]
        for pair in zip(*inner, strict=False):
            yield Diagnostic(
                Wording(
                    vi=f"liên kết khác nhau: “{_shown(pair[0])}” và “{_shown(pair[1])}”",
                    en=f"the links differ: “{_shown(pair[0])}” and “{_shown(pair[1])}”",
                ),
                tuple(_at(bitext, side, target) for side, target in Side.of(pair)),
            )
        common = min(map(len, inner))
        for side in Side:
            # as many as the other language has are other addresses, not lost ones
            left = [*inner[side][common:], *_alone(outer[side], outer[side.other])]
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
                ]
            for target in left[:1]:
                yield _lost(bitext, side, unlike.segments, target, len(left) - 1)


def _broken(bitext: Bitext) -> Iterator[Diagnostic]:
    """The links whose address no browser understands, in one language alone."""
    for pages in bitext.pages():
        found = [
            [link for each in page.segments() for link in each.links if _BROKEN.match(link.target)]
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


def _fills(target: Target, unlike: _Unlike, side: Side) -> bool:
    """Whether a link is all of its text: it says no more than the original does."""
    segment = unlike.segments[side]
    return segment.markdown.strip().strip("#*_ ") == f"[{segment.text}]({target.link.target})"


def _alone(mine: Sequence[Target], theirs: Sequence[Target]) -> list[Target]:
    """The outer links of `mine` that are too many, those to sites that `theirs` have last."""
    sites = {_site(target) for target in theirs}
    ordered = sorted(mine, key=lambda target: _site(target) not in sites)
    return ordered[len(theirs) :]


def _with_counterpart(mine: Sequence[Target], theirs: Sequence[Target]) -> list[Target]:
    alone = {id(target) for target in _alone(mine, theirs)}
    return [target for target in mine if id(target) not in alone]


def _lost(
    bitext: Bitext, side: Side, segments: tuple[Segment, Segment], target: Target, more: int
) -> Diagnostic:
    language = bitext.language(side.other)
    own, other = segments[side], segments[side.other]
    shown = _shown(target)
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
            _at(bitext, side, target),
            bitext.about(side.other, other, own, _offset(own, target)),
        ),
    )


def _at(bitext: Bitext, side: Side, target: Target) -> Location:
    """The location of the link, with its text."""
    place = target.link.place
    page = bitext.documents[side].page_in(place.file)
    line = page.lines[place.line - 1] if page and place.line <= len(page.lines) else ""
    opening = _OPENING.search(line, place.column - 1)
    if opening is None:
        return bitext.at(side, place)
    closing = line.find(")" if opening[0][-1] == "[" else ">", opening.end())
    length = closing + 1 - opening.start() if closing >= 0 else 1
    return bitext.at(side, place._replace(column=opening.start() + 1), length)


def _offset(segment: Segment, target: Target) -> int:
    """About where in the text of `segment` the link stands."""
    place = target.link.place
    before = [r for r in segment.runs if (r.line, r.column) <= (place.line, place.column)]
    last = before[-1] if before else None
    return min(len(segment.text), last.offset + place.column - last.column) if last else 0


@rule("M106", Severity.WARNING)
def address_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A link leads to a different address on the web from its counterpart.

    What only says which language a page is in makes no difference: `/vi/` and `/en/`, a host `vi.`,
    a parameter `hl=`. Of texts that are not published here, nothing is told where the links around
    differ in number, on a page where most addresses differ, or of a picture: a translation has
    pictures of its own. The place on a page of another site is compared as well.

    Mend: Make both links lead to the same page, or to its translation.

    vi: Một liên kết dẫn đến địa chỉ khác trên mạng so với liên kết tương ứng.

    Phần địa chỉ chỉ cho biết trang viết bằng tiếng nào thì không tính: `/vi/` và `/en/`, tên máy
    `vi.`, tham số `hl=`. Ở văn bản không đăng tại đây, quy tắc không báo khi số liên kết xung quanh
    khác nhau, khi phần lớn địa chỉ của trang khác nhau, và với ảnh: bản dịch có thể có ảnh riêng.
    Vị trí trên trang của một trang web khác cũng được so.

    Sửa: Cho cả hai liên kết dẫn đến cùng một trang, hoặc đến bản dịch của trang đó.

    Bad:  `[giấy phép](https://example.org/by/4.0)` ↔ `[licence](https://example.org/by/3.0)`
    Good: `[giấy phép](https://example.org/vi/by)` ↔ `[licence](https://example.org/en/by)`
    """
    by_page: dict[str, list[tuple[Target, Target]]] = {}
    if not bitext.published:
        for file, pair in _at_other_places(bitext):
            by_page.setdefault(file, []).append(pair)
    for unlike in bitext.once(_unlike):
        outer = [[t for t in own if t.outer] for own in unlike.targets]
        if not bitext.published and not _stand_alike(unlike.segments, outer):
            continue
        for pair in _by_site(*(_with_counterpart(outer[s], outer[s.other]) for s in Side)):
            in_pictures = all(target.link.picture for target in pair)
            if not bitext.published and any(_BROKEN.match(t.link.target) for t in pair):
                continue  # M105 tells of it
            if pair[0].file != pair[1].file and (bitext.published or not in_pictures):
                by_page.setdefault(unlike.file, []).append(pair)
    for pairs in by_page.values():
        together = len(pairs) > _HABIT
        if together and not bitext.published:
            continue
        for pair in pairs[:1] if together else pairs:
            more = len(pairs) - 1 if together else 0
            yield Diagnostic(
                Wording(
                    vi=f"địa chỉ khác nhau: “{_shown(pair[0])}” và “{_shown(pair[1])}”"
                    + (f", và {more} địa chỉ nữa trên trang này" if more else ""),
                    en=f"the addresses differ: “{_shown(pair[0])}” and “{_shown(pair[1])}”"
                    + (f", and {more} more on this page" if more else ""),
                ),
                tuple(_at(bitext, side, target) for side, target in Side.of(pair)),
            )


def _misled(bitext: Bitext) -> Iterator[Diagnostic]:
    """Links to one page of which one has lost the place on it; and links with the same words that
    have changed their addresses with others of their text.
    """
    targets = bitext.once(Targets)
    pages = [{page.file: page for page in document.pages} for document in bitext.documents]
    for segments in bitext.texts():
        if not (segments[0].links and segments[1].links):
            continue
        found = [
            [t for t in _targets(targets, side, segment, pages[side]) if not t.link.picture]
            for side, segment in Side.of(segments)
        ]
        if max(map(len, found)) > _MOST:
            continue
        for pair in (*_without_place(found), *_exchanged(segments, found)):
            yield Diagnostic(
                Wording(
                    vi=f"liên kết khác nhau: “{_shown(pair[0])}” và “{_shown(pair[1])}”",
                    en=f"the links differ: “{_shown(pair[0])}” and “{_shown(pair[1])}”",
                ),
                tuple(_at(bitext, side, target) for side, target in Side.of(pair)),
            )


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


_SAYS = 3
"""The fewest characters of words by which two links are known to be one."""


def _stand_alike(segments: tuple[Segment, Segment], outer: Sequence[Sequence[Target]]) -> bool:
    """Whether two texts have as many links, and those of `outer` stand in the same places: else one
    of them may be a link that another translation of the text never had. Several that lead to no
    common site at all are those of two texts that do not answer each other.
    """
    if len(segments[0].links) == len(outer[0]) > 1:
        sites = [{_site(target) for target in own} for own in outer]
        if not sites[0] & sites[1]:
            return False
    places = [
        [number for number, link in enumerate(segment.links) if any(t.link is link for t in own)]
        for segment, own in zip(segments, outer, strict=True)
    ]
    return len(segments[0].links) == len(segments[1].links) and places[0] == places[1]


def _at_other_places(bitext: Bitext) -> Iterator[tuple[str, tuple[Target, Target]]]:
    """The links to one page of another site that name different places on it, or of which one
    names none, where each leads there once.
    """
    targets = bitext.once(Targets)
    pages = [{page.file: page for page in document.pages} for document in bitext.documents]
    for segments in bitext.texts():
        if not any("#" in link.target for each in segments for link in each.links):
            continue
        found = [
            [t for t in _targets(targets, side, segment, pages[side]) if t.outer]
            for side, segment in Side.of(segments)
        ]
        counts = [Counter(target.file for target in own) for own in found]
        there = {target.file: target for target in found[1]}
        for one in found[0]:
            if counts[0][one.file] != 1 or counts[1][one.file] != 1:
                continue
            other = there[one.file]
            addresses = [each.link.target.partition("#") for each in (one, other)]
            if addresses[0][2] == addresses[1][2] or addresses[0][0] != addresses[1][0]:
                continue
            if all(address[2].isascii() for address in addresses):
                yield segments[0].place.file, (one, other)


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
        language, more = bitext.language(side), len(found) - 1 if len(found) > _AGAIN else 0
        what = Wording(vi="ảnh", en="picture") if picture else Wording(vi="liên kết", en="link")
        for both in found[:1] if more else found:
            yield Diagnostic(
                Wording(
                    vi=f"{what.vi} này không có chữ nào trong bản {language.vi}"
                    + (f", và {more} chỗ nữa trên trang này" if more else ""),
                    en=f"this {what.en} has no words in {language.en}"
                    + (f", and {more} more on this page" if more else ""),
                ),
                (_at(bitext, side, both[side]), _at(bitext, side.other, both[side.other])),
            )


def _wordless(bitext: Bitext) -> Iterator[tuple[Side, tuple[Target, Target]]]:
    """The links and pictures that have words in one language alone, with the side that has none."""
    beside_english = translation_beside_english(bitext)
    targets = bitext.once(Targets)
    pages = [{page.file: page for page in document.pages} for document in bitext.documents]
    for segments in bitext.paired_texts():
        if not (segments[0].links and segments[1].links):
            continue
        words = [_Words(segment) for segment in segments]
        found = [
            {
                (target.key, nth): (target, words[side].are_said_by(target.link))
                for nth, target in _numbered(_targets(targets, side, segment, pages[side]))
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


def _by_site(mine: Sequence[Target], theirs: Sequence[Target]) -> Iterator[tuple[Target, Target]]:
    """The links of both, as many, in pairs: those to one site first."""
    free = list(theirs)
    later = []
    for target in mine:
        index = next((n for n, each in enumerate(free) if _site(each) == _site(target)), None)
        if index is None:
            later.append(target)
        else:
            yield target, free.pop(index)
    yield from zip(later, free, strict=False)


def _site(target: Target) -> str:
    return target.file.partition("/")[0]


def _shown(target: Target) -> str:
    written = unquote(target.link.target)
    return written if len(written) <= _SHOWN else written[: _SHOWN - 1] + "…"


def _unlike(bitext: Bitext) -> list[_Unlike]:
    """The texts whose links differ, with those that lead to no common place."""
    targets = bitext.once(Targets)
    languages = bitext.original.locale, bitext.translation.locale
    pages = [{page.file: page for page in document.pages} for document in bitext.documents]
    found = []
    for segments in _compared(bitext):
        if not (segments[0].links or segments[1].links):
            continue
        both = (
            _targets(targets, Side.ORIGINAL, segments[0], pages[0]),
            _targets(targets, Side.TRANSLATION, segments[1], pages[1]),
        )
        left = _without_common(both)
        if left[0] and left[1]:
            left = _without_translated(left, segments, languages, rendering(bitext))
        if not bitext.published:
            # the same link twice is told once, if at all
            keys = [{target.key for target in own} for own in both]
            left = (
                [target for target in left[0] if target.key not in keys[1]],
                [target for target in left[1] if target.key not in keys[0]],
            )
            left = _with_astray(bitext, both, left)
        if left[0] or left[1]:
            found.append(_Unlike(segments, left, segments[0].place.file))
    return found if bitext.published else _without_moved(_without_renamed(found))


def _compared(bitext: Bitext) -> Iterator[tuple[Segment, Segment]]:
    """The pairs of texts whose links are compared: those that are sure, and of others, beside a
    provision without counterpart, those that share an address.
    """
    sure = {id(original) for original, _ in bitext.texts()}
    yield from bitext.texts()
    if bitext.published:
        return
    for segments in bitext.paired_texts():
        if id(segments[0]) in sure or not all(segment.links for segment in segments):
            continue
        addresses = [
            {link.target for link in each.links if OUTER.match(link.target)} for each in segments
        ]
        if addresses[0] & addresses[1]:
            yield segments


def _without_renamed(found: Sequence[_Unlike]) -> list[_Unlike]:
    """`found` without links to places on their own page that answer each other time and again, and
    never another one: the name of the place was translated, wherever it stands in either language.
    """
    pairs = Counter(
        (one.link.target, other.link.target)
        for unlike in found
        for one, other in zip(*map(_on_page, unlike.targets), strict=False)
    )
    names = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    renamed = {
        pair
        for pair, count in pairs.items()
        if count >= _AGAIN and names[0][pair[0]] == names[1][pair[1]] == 1
    }
    left = []
    for unlike in found if renamed else ():
        agreed = {
            id(target)
            for both in zip(*map(_on_page, unlike.targets), strict=False)
            if (both[0].link.target, both[1].link.target) in renamed
            for target in both
        }
        kept = [[t for t in own if id(t) not in agreed] for own in unlike.targets]
        if kept[0] or kept[1]:
            left.append(unlike._replace(targets=(kept[0], kept[1])))
    return left if renamed else [*found]


def _on_page(targets: Sequence[Target]) -> list[Target]:
    return [target for target in targets if target.link.target.startswith("#")]


def _with_astray(bitext: Bitext, both: Both, left: Both) -> Both:
    """`left` with the links of the translation that lead into the original's folder on the site,
    where those of the original name none.
    """
    folders = [bare(document.locale) for document in bitext.documents]
    plain = {t.key: t for t in both[0] if _first_folder(t) not in ("", *folders)}
    found: Both = ([], [])
    for target in both[1]:
        if _first_folder(target) == folders[0] != folders[1] and target.key in plain:
            found[0].append(plain[target.key]._replace(file=f"/{target.file}"))
            found[1].append(target._replace(file=f"//{target.file}"))
    return [*found[0], *left[0]], [*found[1], *left[1]]


def _targets(
    targets: Targets, side: Side, segment: Segment, pages: dict[str, Page]
) -> list[Target]:
    page = pages.get(segment.place.file)
    return targets.of(side, segment, page) if page else []


Both = tuple[list[Target], list[Target]]


def _without_common(both: Both) -> Both:
    counts = [Counter(target.key for target in own) for own in both]
    left: Both = ([], [])
    for side in Side:
        extra = counts[side] - counts[side.other]
        for target in both[side]:
            if extra[target.key]:
                extra[target.key] -= 1
                left[side].append(target)
    return left


def _without_translated(
    both: Both,
    segments: tuple[Segment, Segment],
    languages: tuple[str, str],
    side: Side,
) -> Both:
    """`both` without pairs of links that may lead to one place for all that can be known."""
    free = list(both[1])
    left = []
    for target in both[0][:_MOST]:
        index = next(
            (
                n
                for n, other in enumerate(free[:_MOST])
                if _may_agree(target, other, segments)
                or _is_localized((target, other), languages, side)
            ),
            None,
        )
        if index is None:
            left.append(target)
        else:
            free.pop(index)
    return [*left, *both[0][_MOST:]], free


def _may_agree(one: Target, other: Target, segments: tuple[Segment, Segment]) -> bool:
    if one.link.picture is not other.link.picture:
        return False
    if one.outer or other.outer:  # one names its own site, the other does not
        inner, outer = (other, one) if one.outer else (one, other)
        return not inner.outer and bool(inner.file) and outer.file.endswith(f"/{inner.file}")
    if one.file == other.file:
        return not (one.certain and other.certain)  # a place that is no heading on one side
    if one.certain or other.certain:
        return False
    if not one.file or not other.file:  # a page named for nothing but its folder or its language
        names = {target.link.target.rpartition("/")[2].casefold() for target in (one, other)}
        return len(names) == 1
    shorter, longer = sorted((one.file, other.file), key=len)
    if one.link.picture and (_is_copy(one, other) or _is_copy(other, one)):
        return True
    if one.link.picture and longer.startswith(f"{shorter}."):
        return False  # one of them has no suffix
    if longer.endswith(f"/{shorter}"):
        # from folders of different depth, as far as can be known
        return _depth(one) != _depth(other) or not _climbs(one) == _climbs(other) > 0
    return translated((one, segments[0]), (other, segments[1]))


def _is_localized(both: tuple[Target, Target], languages: tuple[str, str], side: Side) -> bool:
    """Whether of two addresses the one of `side` may lead to what the other leads to, in the
    language of `side`: elsewhere, or as a file of the same name in a folder for that language.
    """
    one, other, language = both[side.other], both[side], languages[side]
    if one.outer and other.outer:
        return are_localized(one, other, (languages[side.other], language))
    if one.outer or other.outer:
        return False
    if one.link.picture:  # of a picture with words in it there is one for each language
        named = is_named_for(one, languages[side.other]), is_named_for(other, language)
        return other.link.picture and named == (False, True)
    names = [target.link.target.partition("#")[0].rpartition("/") for target in (one, other)]
    folders = names[1][0].casefold().split("/")
    return bool(names[0][2]) and (
        names[0][2] == names[1][2]
        and not called_in_addresses(bare(language)).isdisjoint(folders)
        and called_in_addresses(bare(language)).isdisjoint(names[0][0].casefold().split("/"))
    )


def _is_copy(one: Target, other: Target) -> bool:
    """Whether the second of two pictures is in a folder for translations and named as the first."""
    folder, _, name = other.file.rpartition("/")
    stem, _, kind = one.file.rpartition("/")[2].rpartition(".")
    return "translat" in folder and name.startswith(f"{stem}.") and name.endswith(f".{kind}")


def _first_folder(target: Target) -> str:
    """The first folder of a link that starts at the site's root; empty for another link."""
    written = target.link.target.lower()
    return written[1:].partition("/")[0] if written[:1] == "/" != written[1:2] else ""


def _climbs(target: Target) -> int:
    """How many folders a link goes up."""
    return target.link.target.split("/").count("..")


def _depth(target: Target) -> int:
    """How many folders are around the page of a link."""
    return target.link.place.file.count("/")


def _without_moved(found: Sequence[_Unlike]) -> list[_Unlike]:
    """`found` without links that only stand in another text of their page."""
    counts: dict[str, tuple[Counter[object], Counter[object]]] = {}
    for unlike in found:
        own = counts.setdefault(unlike.file, (Counter(), Counter()))
        for side in Side:
            own[side].update(target.key for target in unlike.targets[side])
    left = []
    for unlike in found:
        own = counts[unlike.file]
        kept: Both = ([], [])
        for side in Side:
            kept[side].extend(t for t in unlike.targets[side] if not own[side.other][t.key])
        if kept[0] or kept[1]:
            left.append(unlike._replace(targets=kept))
    return left
