"""The words by which a language joins a document to its issuer and its title, and a body to its
duties.

They also say when a duty is done and to whom the body reports. Texts in a language that is not
listed are not taken apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from diptych.language.tags import bare
from diptych.patterns import pattern_of

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The expressions of one language, each matched at a given place unless it says "anywhere"."""

    issued_by: Pattern
    """What stands between the end of a citation and the issuer."""
    about: Pattern
    """The word between a citation and what the document is about."""
    charge: Pattern
    """What may stand before the bodies that open a text."""
    article: Pattern | None
    """An article: it belongs to a body's name, not to its duty, and may stand before a title."""
    joins: Pattern
    """What stands between two bodies that act together."""
    below: Pattern
    """What stands between a body and the one that it belongs to."""
    level: Pattern
    """What may follow a body to say at which level it is."""
    time: Pattern
    """A phrase of time, anywhere."""
    rhythms: tuple[tuple[str, Pattern], ...]
    """Names of rhythms, the same in every language, each with its form within a phrase of time."""
    reports: Pattern
    """The verb of reporting, anywhere."""
    to: Pattern
    """What stands before the body that is reported to, anywhere after the verb."""
    through: Pattern
    """What stands between the body reported to and the body through which the report goes."""


def _compiled(expression: str) -> Pattern:
    return pattern_of(expression, re.IGNORECASE)


def _phrase(rhythms: dict[str, str], joint: str, other: str) -> Pattern:
    """An expression for a phrase of rhythms and dates, joined or with the last in parentheses."""
    unit = f"(?:{'|'.join([*rhythms.values(), other])})"
    return _compiled(rf"(?<!\w){unit}(?:(?:{joint}){unit})*(?:\s*\((?:or |hoặc )?{unit}\))?(?!\w)")


def _rhythms(table: dict[str, str]) -> tuple[tuple[str, Pattern], ...]:
    return tuple((name, _compiled(rf"(?<!\w)(?:{form})(?!\w)")) for name, form in table.items())


_VI_RHYTHMS = {
    "periodically": "định kỳ",
    "daily": "(?:hàng|hằng|mỗi) ngày", "weekly": "(?:hàng|hằng|mỗi) tuần",
    "monthly": "(?:hàng|hằng|mỗi) tháng", "quarterly": "(?:hàng|hằng|mỗi) quý",
    "yearly": "(?:hàng|hằng|mỗi) năm", "regularly": "thường xuyên", "ad hoc": "đột xuất",
    "years": r"\d+ năm", "months": r"\d+ tháng",
}  # fmt: skip
_EN_RHYTHMS = {
    "periodically": "periodically",
    "daily": "daily|(?:each|every) day", "weekly": "weekly|(?:each|every) week",
    "monthly": "monthly|(?:each|every) month", "quarterly": "quarterly|(?:each|every) quarter",
    "yearly": "yearly|annual(?:ly)?|(?:each|every) year", "regularly": "regularly",
    "ad hoc": "ad hoc", "years": r"\d+[- ]years?", "months": r"\d+[- ]months?",
}  # fmt: skip

LENGTHS = frozenset({"years", "months"})
"""Rhythms that give a length ("5-year resolutions"), not a time at which a duty is done; what is
joined to one gives a length, too."""

_GRAMMARS = {
    "vi": Grammar(
        issued_by=_compiled(r"[\s,]*của\s+"),
        about=_compiled(r"\s*về\s+"),
        charge=_compiled(r"giao(?:\s+cho)?\s+"),
        article=None,
        joins=_compiled(r"\s*,\s*|\s+(?:và|cùng|cùng với)\s+"),
        below=_compiled(r"\s+(?:trực\s+)?thuộc\s+"),
        level=_compiled(r"\s+(?:tỉnh|thành phố|huyện|thị xã|xã|phường|trung ương)(?!\w)"),
        time=_phrase(
            _VI_RHYTHMS,
            r"\s*,\s*(?:hoặc\s+)?|\s+(?:(?:và|hoặc)\s+)?",
            r"(?:trước|chậm nhất(?: là)?|trong)(?: (?:ngày|tháng|quý|năm) [\d/]+)+",
        ),
        rhythms=_rhythms(_VI_RHYTHMS),
        reports=_compiled(r"(?<!\w)báo cáo(?!\w)"),
        to=_compiled(r"(?<!\w)(?:cho|lên|với)\s+|(?<=báo cáo)\s+"),
        through=_compiled(r"[\s,]*\(?(?:thông\s+)?qua\s+"),
    ),
    "en": Grammar(
        issued_by=_compiled(r"[\s,]*(?:issued\s+by|of)\s+(?:the\s+)?"),
        about=_compiled(r"\s*(?:on|regarding|concerning)\s+"),
        charge=_compiled(r"(?:the\s+)?"),
        article=_compiled("the"),
        joins=_compiled(r"\s*,\s*(?:and\s+)?(?:the\s+)?|\s+and\s+(?:the\s+)?"),
        below=_compiled(r"\s+(?:directly\s+)?under\s+(?:the\s+)?"),
        level=_compiled(r"\s+of\s+the\s+(?:province|city|district|town|commune|ward)(?!\w)"),
        time=_phrase(
            _EN_RHYTHMS,
            r"\s*,\s*(?:or\s+)?|\s+(?:(?:and|or)\s+)?",
            r"(?:by|before|no later than|within|in) (?:the end of )?(?:\d{1,2} )?"
            r"(?:[A-Z]\w+ )?\d{4}",
        ),
        rhythms=_rhythms(_EN_RHYTHMS),
        reports=_compiled(r"(?<!\w)reports?(?!\w)"),
        to=_compiled(r"(?<!\w)to\s+(?:the\s+)?"),
        through=_compiled(r"[\s,]*\(?(?:through|via)\s+(?:the\s+)?"),
    ),
}


def grammar(language: str) -> Grammar | None:
    """The grammar of a BCP 47 `language`, or None where it is not known."""
    return _GRAMMARS.get(bare(language))
