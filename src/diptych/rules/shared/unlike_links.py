"""The texts whose links differ, with those that lead to no common place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from diptych.language.tags import bare
from diptych.model import Segment, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules.shared.link_targets import (
    OUTER,
    Target,
    Targets,
    are_localized,
    called_in_addresses,
    is_named_for,
    name_letters,
    translated,
)
from diptych.rules.shared.rendering import rendering

_FILLED_IN = ("{{", "{%", "<%", "${")
"""How an address begins that a template fills in."""
_MOST = 64
"""The most links of one text that are compared with each other."""
_AGAIN = 2
"""How often two places of a page answer each other before they are taken for one."""
_SEVERAL = 3
"""How many pictures of a page have other names where each language has its own."""
_FIGURES = pattern_of(r"\d+")
_BROKEN = pattern_of(
    r"https?:?/{0,2}https?:|https?//|https?:/(?!/)|(?:htp|htttp|hhttp)s?://", re.IGNORECASE
)
"""How an address begins that no browser understands: a protocol twice, or without its signs."""


class Unlike(NamedTuple):
    """The links of two counterparts that lead to no common place, by side."""

    segments: tuple[Segment, Segment]
    targets: tuple[list[Target], list[Target]]
    file: str


def unlike_links(bitext: Bitext) -> list[Unlike]:
    """The texts whose links differ, with those that lead to no common place."""
    targets = bitext.once(Targets)
    languages = bitext.original.locale, bitext.translation.locale
    found = []
    for segments in _compared(bitext):
        if not (segments[0].links or segments[1].links):
            continue
        both = (
            targets.in_text(Side.ORIGINAL, segments[0]),
            targets.in_text(Side.TRANSLATION, segments[1]),
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
            found.append(Unlike(segments, left, segments[0].place.file))
    if bitext.published:
        return found
    found = _without_own_pictures(_without_renamed(found))
    return _without_moved(found, lambda: _on_pages(bitext))


def _on_pages(bitext: Bitext) -> tuple[Counter[object], Counter[object]]:
    """By side, how often links lead to each place, together with the file that they stand in."""
    targets = bitext.once(Targets)
    found: tuple[Counter[object], Counter[object]] = (Counter(), Counter())
    for side, document in Side.of(bitext.documents):
        for page in document.pages:
            for segment in page.segments():
                if segment.links:
                    found[side].update(
                        (page.file, target.key) for target in targets.in_text(side, segment)
                    )
    return found


Both = tuple[list[Target], list[Target]]


def _compared(bitext: Bitext) -> Iterator[tuple[Segment, Segment]]:
    """The pairs of texts whose links are compared: those that are sure, and of others, beside a
    provision without counterpart, those that share an address; paragraphs in their place also if
    all their links lead to the same sites.
    """
    sure = {id(original) for original, _ in bitext.texts()}
    yield from bitext.texts()
    if bitext.published:
        return
    in_place = {id(original) for original, _ in bitext.texts_in_place()}
    for segments in bitext.paired_texts():
        if id(segments[0]) in sure or not all(segment.links for segment in segments):
            continue
        addresses = [
            [link.target for link in each.links if OUTER.match(link.target)] for each in segments
        ]
        sites = [sorted(address.split("/")[2:3] for address in own) for own in addresses]
        same_sites = id(segments[0]) in in_place and sites[0] == sites[1] != []
        if same_sites or set(addresses[0]) & set(addresses[1]):
            yield segments


def _without_renamed(found: Sequence[Unlike]) -> list[Unlike]:
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
    return _without(
        found,
        {
            id(target)
            for unlike in found
            for both in zip(*map(_on_page, unlike.targets), strict=False)
            if (both[0].link.target, both[1].link.target) in renamed
            for target in both
        },
    )


def _without(found: Sequence[Unlike], answered: Container[int]) -> list[Unlike]:
    """`found` without the targets that are `answered`, told by their identity, and without texts
    that have no other.
    """
    left = []
    for unlike in found:
        kept = [[t for t in own if id(t) not in answered] for own in unlike.targets]
        if kept[0] or kept[1]:
            left.append(unlike._replace(targets=(kept[0], kept[1])))
    return left


def _without_own_pictures(found: Sequence[Unlike]) -> list[Unlike]:
    """`found` without the pictures of pages that have their own in each language, as of screens: on
    which several pictures answer each other by other names.
    """
    pairs = Counter(
        unlike.file for unlike in found for _ in zip(*map(_pictures, unlike.targets), strict=False)
    )
    return _without(
        found,
        {
            id(target)
            for unlike in found
            if pairs[unlike.file] >= _SEVERAL
            for both in zip(*map(_pictures, unlike.targets), strict=False)
            for target in both
        },
    )


def _pictures(targets: Sequence[Target]) -> list[Target]:
    return [target for target in targets if target.link.picture]


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
                if all(map(_says_its_place, (target, other), segments))
                or _may_agree(target, other, segments)
                or _is_localized((target, other), languages, side)
            ),
            None,
        )
        if index is None:
            left.append(target)
        else:
            free.pop(index)
    return [*left, *both[0][_MOST:]], free


def are_one_place(address: str, target: Target) -> bool:
    """Whether `address` leads to a place of its own page that the target may mean by the name of
    the page's file.
    """
    file, mark, part = target.link.target.removeprefix("./").partition("#")
    return bool(file and part) and "/" not in file and address == mark + part


def _says_its_place(target: Target, segment: Segment) -> bool:
    """Whether the words of a link name the heading of its own page that it leads to: two such, of
    lists of contents in another order, are each right.
    """
    link = target.link
    said, part = (
        _FIGURES.sub("", name_letters(words))
        for words in (segment.text[link.start : link.end], unquote(link.target))
    )
    return link.target.startswith("#") and bool(said) and said == part


def _may_agree(one: Target, other: Target, segments: tuple[Segment, Segment]) -> bool:
    if one.link.picture is not other.link.picture:
        return False
    if one.link.target == other.link.target and "#" not in one.link.target:
        return True  # to a page that one language lacks
    if all(target.link.target.startswith(_FILLED_IN) for target in (one, other)):
        return True
    if one.outer or other.outer:  # one names its own site, the other does not
        inner, outer = (other, one) if one.outer else (one, other)
        return not inner.outer and bool(inner.file) and outer.file.endswith(f"/{inner.file}")
    if one.file == other.file:
        return not (one.certain and other.certain)  # a place that is no heading on one side
    if one.certain is not other.certain:
        return are_one_place(one.link.target, other) or are_one_place(other.link.target, one)
    if one.certain:
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


def _moved_as(target: Target) -> object:
    """What a link is known by elsewhere on its page; of a picture, which each language has in a
    folder of its own, the name of its file.
    """
    return target.file.rpartition("/")[2] if target.link.picture else target.key


def _without_moved(
    found: Sequence[Unlike], on_pages: Callable[[], tuple[Counter[object], Counter[object]]]
) -> list[Unlike]:
    """`found` without links that only stand in another text of their page, be it one without
    counterpart, if each page has them once: that a paragraph was divided is no matter of its links.
    """
    often = on_pages() if found else (Counter(), Counter())
    counts: dict[str, tuple[Counter[object], Counter[object]]] = {}
    for unlike in found:
        own = counts.setdefault(unlike.file, (Counter(), Counter()))
        for side in Side:
            own[side].update(map(_moved_as, unlike.targets[side]))
    left = []
    for unlike in found:
        own = counts[unlike.file]
        kept: Both = ([], [])
        for side in Side:
            here, there = (unlike.segments[each].place.file for each in (side, side.other))
            kept[side].extend(
                t
                for t in unlike.targets[side]
                if not own[side.other][_moved_as(t)]
                and not often[side.other][there, t.key] == often[side][here, t.key] == 1
            )
        if kept[0] or kept[1]:
            left.append(unlike._replace(targets=kept))
    return left


def too_many(mine: Sequence[Target], theirs: Sequence[Target]) -> list[Target]:
    """The outer links of `mine` that are too many, those to sites that `theirs` have last."""
    sites = {site_of(target) for target in theirs}
    ordered = sorted(mine, key=lambda target: site_of(target) not in sites)
    return ordered[len(theirs) :]


def site_of(target: Target) -> str:
    """The host that an address of the web names."""
    return target.file.partition("/")[0]


def is_broken(address: str) -> bool:
    """Whether no browser understands an address."""
    return bool(_BROKEN.match(address))
