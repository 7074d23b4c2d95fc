"""Times of the day as each language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from diptych.patterns import pattern_of

_TIME = pattern_of(
    r"(?<![\w:.,/])(?:"
    r"(?P<hour>\d{1,2}):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\d|:\d)(?:\s?(?P<half>[AaPp]\.?[Mm]\b\.?))?"
    r"|(?P<hour2>\d{1,2})(?:\.(?P<minute2>[0-5]\d))?\s?(?P<half2>[AaPp]\.[Mm]\.|[AaPp][Mm]\b)"
    r"|(?P<hour3>\d{1,2})\s?h\s?(?P<minute3>[0-5]\d)(?!\w)"
    r"|(?P<hour4>\d{1,2}) giờ (?P<minute4>[0-5]?\d)(?: phút)?(?![\w/])"
    r"|(?P<hour5>\d{1,2})\s?[時时點点시]\s?(?P<minute5>[0-5]?\d)\s?[分분](?!間)"
    r"|(?P<hour6>\d{1,2})\.(?P<minute6>[0-5]\d) Uhr"
    r")"
)
_TIME_HINT = pattern_of(r"\d(?::\d|\s?(?:[AaPp]\.?[Mm]|h\s?\d|[時时點点시])| giờ| Uhr)")
"""What each time has, looked for first: it is found faster."""
_LATE = pattern_of(r"\s?(?:chiều|tối|đêm|trưa|de la tarde|de la noche|du soir|de l’après)")
_EARLY_CJK = pattern_of(r"(?:下午|晚上|午後|오후)\s?$")


class Time(NamedTuple):
    """A time of the day in minutes from midnight."""

    minutes: int
    also: tuple[int, ...]
    """The minutes in the afternoon, where a text may leave that to be understood."""
    parts: tuple[str, ...]
    """The figures of the time, as they are printed."""
    printed: str
    start: int


def times(text: str) -> Iterator[Time]:
    """The times of the day in `text`, in order."""
    if not _TIME_HINT.search(text):
        return
    for match in _TIME.finditer(text):
        groups = {name.rstrip("23456"): part for name, part in match.groupdict().items() if part}
        hour, minute = int(groups["hour"]), int(groups.get("minute", 0))
        half = groups.get("half", "").lower()
        if hour > 24:
            continue
        if half.startswith("p") and hour < 12:
            hour += 12
        elif half.startswith("a") and hour == 12:
            hour = 0
        elif not half and hour < 12 and _in_the_afternoon(text, match):
            hour += 12
        at = hour * 60 + minute
        also = () if half or hour >= 12 else (at + 720,)
        parts = (groups["hour"], groups["minute"]) if "minute" in groups else (groups["hour"],)
        yield Time(at, also, parts, match[0], match.start())


def _in_the_afternoon(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 4) : match.start()]
    return bool(_LATE.match(text, match.end()) or _EARLY_CJK.search(before))
