"""What a column of a table holds, by its heading: the row's number, the task, who leads, by when.

A language is a row of `_HEADINGS`. In a language without a row only a sign (“#”) heads a column of
numbers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from diptych.language.tags import bare
from diptych.patterns import pattern_of


class ColumnKind(StrEnum):
    """What a column of a table of tasks holds."""

    NUMBER = "number"
    """The printed number of the row: “STT”."""
    TASK = "task"
    LEAD = "lead"
    """The body that leads."""
    PARTNERS = "partners"
    """The bodies that coordinate with it."""
    DEADLINE = "deadline"


_NUMBER, _TASK, _LEAD, _PARTNERS, _DEADLINE = ColumnKind
_SIGNS = r"#|№|n[°º]\.?"
_BODIES = r"cơ quan|đơn vị|cơ quan, đơn vị|cơ quan/đơn vị"
_UNITS = r"agenc(?:y|ies)|bod(?:y|ies)|units?|departments?|authorit(?:y|ies)|offices?"
_LEADING = r"lead(?:ing)?|main|responsible|principal|in charge"

_HEADINGS: Mapping[str, Mapping[ColumnKind, str]] = {
    "vi": {
        _NUMBER: r"s?tt|số tt|số thứ tự",
        _TASK: r"(?:các |nội dung |tên )?(?:nhiệm vụ|công việc)(?:[,/;]| và|$).*"
        r"|nội dung(?: thực hiện)?",
        _LEAD: rf"(?:(?:{_BODIES}) )?(?:chủ trì|đầu mối)(?: thực hiện)?|(?:{_BODIES}) thực hiện",
        _PARTNERS: rf"(?:(?:{_BODIES}) )?phối hợp(?: thực hiện)?",
        _DEADLINE: r"thời (?:gian|hạn|điểm)(?: (?:thực hiện|hoàn thành|trình))?"
        r"|hạn hoàn thành|tiến độ",
    },
    "en": {
        _NUMBER: r"no\.?|nos?\.|number|s/n|serial (?:no\.?|number)|ordinal number",
        _TASK: r"tasks?(?:[,/;]| and|$).*|work|activit(?:y|ies)|content(?:s)?|assignments?",
        _LEAD: rf"(?:{_LEADING})(?:,? (?:{_UNITS}))?"
        rf"|(?:{_UNITS}) in charge|led by",
        _PARTNERS: r"(?:co-?ordinating|co-?operating|partner|supporting|collaborating)"
        rf"(?: (?:{_UNITS}))?"
        r"|in (?:co-?ordination|co-?operation) with",
        _DEADLINE: r"deadlines?|time(?:line|frame| frame|-frame| limit)?"
        r"|(?:completion|due) (?:date|time)|time of (?:completion|implementation)"
        r"|schedule|duration",
    },
}  # fmt: skip


_FORMS = {
    language: {
        kind: pattern_of(
            "|".join(filter(None, (said, _SIGNS if kind is _NUMBER else ""))), re.IGNORECASE
        )
        for kind, said in known.items()
    }
    for language, known in _HEADINGS.items()
}
_UNKNOWN = {_NUMBER: pattern_of(_SIGNS, re.IGNORECASE)}
"""What heads a column in a language without a row."""


def column_kind(heading: str, language: str) -> ColumnKind | None:
    """What the column below `heading` holds in a text of `language`; None where nobody knows."""
    said = " ".join(heading.split())
    forms = _FORMS.get(bare(language), _UNKNOWN)
    return next((kind for kind, form in forms.items() if form.fullmatch(said)), None)
