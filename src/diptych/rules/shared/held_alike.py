"""What two counterparts hold that is the same in both: the words of pictures and links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diptych.model import Link, Segment
from diptych.patterns import pattern_of

_BADGE = pattern_of(r"badge|shields\.io", re.IGNORECASE)
"""What the address of a badge has."""
_SHORT = 3
"""The most words of a heading that may stay as it is on purpose."""


def is_badge(link: Link) -> bool:
    """Whether a link is a picture whose words are those that it shows, which nobody translates."""
    return link.picture and _BADGE.search(link.target) is not None


def is_picture(segment: Segment) -> bool:
    """Whether a text is nothing but what is said of a picture: its number may stay ("Figure 2")."""
    return any(
        link.picture and (link.start, link.end) == (0, len(segment.text)) for link in segment.links
    )


def is_short_picture(segment: Segment) -> bool:
    """Whether a text is nothing but a picture, which is called in a few words."""
    pictures = [link for link in segment.links if link.picture]
    alone = len(pictures) == 1 and segment.markdown.startswith("![")
    return alone and len(segment.text.split()) <= _SHORT and segment.markdown.endswith(")")


def pictures_alike(segment: Segment, other: Segment) -> Iterator[tuple[int, int]]:
    """What is said of the pictures of `segment` in a text of its own, and alike in both."""
    if not segment.links:
        return
    theirs = {other.text[link.start : link.end] for link in other.links if link.picture}
    for link in segment.links:
        if (
            link.picture
            and not is_badge(link)
            and segment.text[link.start : link.end] in theirs - {segment.text}
        ):
            yield link.start, link.end


def sentence_links_alike(segment: Segment, other: Segment) -> Iterator[tuple[int, int]]:
    """The words of links of `segment` that are alike in both and begin with a small letter, as no
    title does; not all of its text.
    """
    if not segment.links:
        return
    theirs = {other.text[link.start : link.end] for link in other.links if not link.picture}
    for link in segment.links:
        words = segment.text[link.start : link.end]
        if not link.picture and words[:1].islower() and words in theirs - {segment.text}:
            yield link.start, link.end


def inner_links_alike(segment: Segment, other: Segment) -> Iterator[tuple[int, int]]:
    """The words of links of `segment` to pages of the same texts that are alike in both."""
    if not segment.links:
        return
    theirs = {other.text[link.start : link.end] for link in other.links if not link.picture}
    for link in segment.links:
        words = segment.text[link.start : link.end]
        if not link.picture and ":" not in link.target and words in theirs:
            yield link.start, link.end
