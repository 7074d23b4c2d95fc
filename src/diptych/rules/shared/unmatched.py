"""What one language mentions and the other does not: figures, names, whatever is counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from diptych.diagnostics import Diagnostic
from diptych.model import Segment, Side
from diptych.project.bitext import Bitext
from diptych.wording import Wording


class CountedMention(Protocol):
    """A stretch of a text that is counted."""

    @property
    def printed(self) -> str:
        """The stretch as it stands in the text."""

    @property
    def start(self) -> int:
        """The offset at which the stretch begins."""


Any_ = TypeVar("Any_", bound=CountedMention)


def unequal(
    bitext: Bitext,
    segments: tuple[Segment, Segment],
    lone: tuple[Sequence[Any_], Sequence[Any_]],
    name: Wording,
    wanted: Callable[[Any_, Side], str] = lambda mention, side: mention.printed,
) -> Iterator[Diagnostic]:
    """One diagnostic for each mention of `lone`, or for each two that stand against each other.

    `name` is what messages call such a mention; `wanted` says what the language of the given side
    should have for a mention of the other.
    """
    languages = [bitext.language(side) for side in Side]
    for index in range(max(len(lone[0]), len(lone[1]))):
        pair = [side[index] if index < len(side) else None for side in lone]
        first, second = pair
        mention = first or second
        if mention is None:
            continue
        if first and second:
            message = Wording(
                vi=f"{name.vi} khác nhau: bản {languages[0].vi} ghi “{first.printed}”, "
                f"bản {languages[1].vi} ghi “{second.printed}”",
                en=f"the {name.en} differs: {languages[0].en} has “{first.printed}”, "
                f"{languages[1].en} “{second.printed}”",
            )
        else:
            side = Side.TRANSLATION if first else Side.ORIGINAL
            message = Wording(
                vi=f"bản {languages[side].vi} thiếu {name.vi} “{wanted(mention, side)}”",
                en=f"{languages[side].en} lacks the {name.en} “{wanted(mention, side)}”",
            )
        places = [
            bitext.at(side, segments[side].place_at(own.start), len(own.printed))
            if own
            else bitext.about(side, segments[side], segments[side.other], mention.start)
            for side, own in Side.of(pair)
        ]
        yield Diagnostic(message, tuple(places if first else reversed(places)))
