"""Addresses on the web: links to other sites lead to the same page in both languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from diptych.diagnostics import Diagnostic, Severity
from diptych.model import Segment, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.link_places import at_link, shown_address
from diptych.rules.shared.link_targets import (
    Target,
    Targets,
)
from diptych.rules.shared.rendering import rendering
from diptych.rules.shared.unlike_links import is_broken, site_of, too_many, unlike_links
from diptych.wording import Wording

_ACCOUNT = pattern_of(
    r"(?<![\w./@+-])[\w+-]{0,40}(?:\.[\w+-]{1,40}){0,4}@[A-Za-z][\w-]{1,40}(?:\.[\w-]{1,40}){0,4}"
    r"(?![\w/@-])",
    re.ASCII,
)
"""The name of an account or of a mailbox, as it is written out; no package, and no version."""
_SHORTENERS = frozenset(
    {"amzn.to", "bit.ly", "goo.gl", "is.gd", "ow.ly", "t.co", "tinyurl.com", "youtu.be"}
)
"""Sites whose addresses lead to pages of other sites."""
_HABIT = 6
"""How many addresses of a page may differ before they are told at once."""


@rule("M106", Severity.WARNING)
def address_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A link leads to a different address on the web from its counterpart.

    What only says which language a page is in makes no difference: `/vi/` and `/en/`, a host `vi.`,
    a parameter `hl=`. Of texts that are not published here, nothing is told where the links around
    differ in number, on a page where most addresses differ, or of a picture: a translation has
    pictures of its own; nor of a shortened address beside a full one. The place on a page of
    another site is compared as well, and so is an account or a mailbox that is written out:
    `@mill`, `office@mill.example`.

    Mend: Make both links lead to the same page, or to its translation.

    vi: Một liên kết dẫn đến địa chỉ khác trên mạng so với liên kết tương ứng.

    Phần địa chỉ chỉ cho biết trang viết bằng tiếng nào thì không tính: `/vi/` và `/en/`, tên máy
    `vi.`, tham số `hl=`. Ở văn bản không đăng tại đây, quy tắc không báo khi số liên kết xung quanh
    khác nhau, khi phần lớn địa chỉ của trang khác nhau, với ảnh (bản dịch có thể có ảnh riêng), và
    với địa chỉ rút gọn bên cạnh địa chỉ đầy đủ. Vị trí trên trang của một trang web khác cũng được
    so; tài khoản hoặc hộp thư ghi thẳng trong câu cũng vậy: `@mill`, `office@mill.example`.

    Sửa: Cho cả hai liên kết dẫn đến cùng một trang, hoặc đến bản dịch của trang đó.

    Bad:  `[giấy phép](https://example.org/by/4.0)` ↔ `[licence](https://example.org/by/3.0)`
    Good: `[giấy phép](https://example.org/vi/by)` ↔ `[licence](https://example.org/en/by)`
    """
    yield from _other_accounts(bitext)
    by_page: dict[str, list[tuple[Target, Target]]] = {}
    if not bitext.published:
        for file, pair in _at_other_places(bitext):
            by_page.setdefault(file, []).append(pair)
    for unlike in bitext.once(unlike_links):
        outer = [[t for t in own if t.outer] for own in unlike.targets]
        if not bitext.published and not _stand_alike(unlike.segments, outer):
            continue
        for pair in _by_site(*(_with_counterpart(outer[s], outer[s.other]) for s in Side)):
            if pair[0].file != pair[1].file and (bitext.published or not _is_left_alone(pair)):
                by_page.setdefault(unlike.file, []).append(pair)
    for pairs in by_page.values():
        together = len(pairs) > _HABIT
        if together and not bitext.published:
            continue
        for pair in pairs[:1] if together else pairs:
            more = len(pairs) - 1 if together else 0
            shown = [shown_address(target) for target in pair]
            yield Diagnostic(
                Wording(
                    vi=f"địa chỉ khác nhau: “{shown[0]}” và “{shown[1]}”"
                    + (f", và {more} địa chỉ nữa trên trang này" if more else ""),
                    en=f"the addresses differ: “{shown[0]}” and “{shown[1]}”"
                    + (f", and {more} more on this page" if more else ""),
                ),
                tuple(at_link(bitext, side, target) for side, target in Side.of(pair)),
            )


def _is_left_alone(pair: tuple[Target, Target]) -> bool:
    """Whether M105 tells of one of two addresses, both are pictures, or one is a shortened address,
    of which nobody can see where it leads.
    """
    sites = {site_of(target) for target in pair}
    return (
        any(is_broken(target.link.target) for target in pair)
        or all(target.link.picture for target in pair)
        or (len(sites) > 1 and not sites.isdisjoint(_SHORTENERS))
    )


def _other_accounts(bitext: Bitext) -> Iterator[Diagnostic]:
    """The accounts and mailboxes of a text of which one is another in the other language."""
    for segments in bitext.texts():
        if not all("@" in segment.prose for segment in segments):
            continue  # nearly always
        found = [
            [
                match
                for match in _ACCOUNT.finditer(segment.prose)
                if not any(match[0] in link.target for link in segment.links)
            ]
            for segment in segments
        ]
        names = [{match[0].lower() for match in own} for own in found]
        lone = [
            [match for match in own if match[0].lower() not in names[side.other]]
            for side, own in Side.of(found)
        ]
        if not len(lone[0]) == len(lone[1]) == 1:
            continue
        one, other = lone[0][0], lone[1][0]
        if one[0].startswith("@") is not other[0].startswith("@"):
            continue
        yield Diagnostic(
            Wording(
                vi=f"tài khoản hoặc hộp thư khác nhau: “{one[0]}” và “{other[0]}”",
                en=f"the accounts or mailboxes differ: “{one[0]}” and “{other[0]}”",
            ),
            tuple(
                bitext.at(side, segments[side].place_at(match.start()), len(match[0]))
                for side, match in Side.of((one, other))
            ),
        )


def _stand_alike(segments: tuple[Segment, Segment], outer: Sequence[Sequence[Target]]) -> bool:
    """Whether two texts have as many links, and those of `outer` stand in the same places: else one
    of them may be a link that another translation of the text never had. Several that lead to no
    common site at all are those of two texts that do not answer each other.
    """
    if len(segments[0].links) == len(outer[0]) > 1:
        sites = [{site_of(target) for target in own} for own in outer]
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
    for segments in bitext.texts():
        if not any("#" in link.target for each in segments for link in each.links):
            continue
        found = [
            [t for t in targets.in_text(side, segment) if t.outer]
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
            if _is_of_part((one, other), rendering(bitext)):
                continue
            if all(address[2].isascii() for address in addresses):
                yield segments[0].place.file, (one, other)


def _is_of_part(pair: tuple[Target, Target], side: Side) -> bool:
    """Whether the link of `side` leads to the page of its counterpart, and to a place on it: that
    in the language of its readers.
    """
    own, other = (pair[each].link.target.partition("#") for each in (side, side.other))
    return bool(own[2]) and own[0] == other[0] and not other[2]


def _with_counterpart(mine: Sequence[Target], theirs: Sequence[Target]) -> list[Target]:
    alone = {id(target) for target in too_many(mine, theirs)}
    return [target for target in mine if id(target) not in alone]


def _by_site(mine: Sequence[Target], theirs: Sequence[Target]) -> Iterator[tuple[Target, Target]]:
    """The links of both, as many, in pairs: those to one site first."""
    free = list(theirs)
    later = []
    for target in mine:
        index = next((n for n, each in enumerate(free) if site_of(each) == site_of(target)), None)
        if index is None:
            later.append(target)
        else:
            yield target, free.pop(index)
    yield from zip(later, free, strict=False)
