"""Citations of documents: a symbol with the kind of document before it and the date after it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from diptych.language.dates import Date
from diptych.language.figures import Values
from diptych.language.symbols import Symbol

KINDS = {
    "vi": {
        "chỉ thị": "directive", "nghị quyết": "resolution", "kết luận": "conclusion",
        "kế hoạch": "plan", "đề án": "scheme", "chương trình": "programme",
        "chương trình hành động": "programme", "quyết định": "decision",
        "nghị định": "decree", "thông tư": "circular", "thông báo": "notice",
        "hướng dẫn": "guideline", "quy định": "regulation", "công văn": "letter", "luật": "law",
    },
    "en": {
        "directive": "directive", "resolution": "resolution", "conclusion": "conclusion",
        "plan": "plan", "scheme": "scheme", "project": "scheme", "programme": "programme",
        "program": "programme", "action programme": "programme", "decision": "decision",
        "decree": "decree", "circular": "circular", "notice": "notice",
        "announcement": "notice", "guideline": "guideline", "guidance": "guideline",
        "instruction": "guideline", "regulation": "regulation", "letter": "letter",
        "dispatch": "letter", "law": "law",
    },
}  # fmt: skip
"""The kinds of Vietnamese documents: by language, what each is called -> its name in the code."""

_BETWEEN = {"vi": r"(?:\s+số)?\s*$", "en": r"s?(?:\s+(?:no|nos|number)\.?)?\s*$"}
_BEFORE = {
    language: re.compile(
        rf"(?<!\w)({'|'.join(sorted(kinds, key=len, reverse=True))}){_BETWEEN[language]}"
    )
    for language, kinds in KINDS.items()
}
_REACH = 48
"""How many characters before a symbol are searched for its kind."""
_DATED = re.compile(r"[\s,(]*(?:(?:ngày|dated|of|on)[\s,]*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Citation:
    """A document's symbol with the kind before it and the date after it, as a text cites it."""

    symbol: Symbol
    kind: str | None
    """The document's kind by its name in `KINDS`; None where the symbol follows no known kind."""
    called: str
    """The kind as it is printed."""
    date: Date | None
    """The date right after the symbol, or None."""
    start: int
    """The offset in the text at which the citation begins, with its kind."""

    @property
    def end(self) -> int:
        """The offset in the text at which the citation ends: after its date, or else its symbol."""
        date = self.date
        return date.start + len(date.printed) if date else self.symbol.end


def citations(text: str, language: str, found: Values) -> tuple[Citation, ...]:
    """The citations in `text`, in order; `found` are its figures."""
    starts = [date.start for date in found.dates]
    cited = []
    for symbol in found.symbols:
        after = bisect_left(starts, symbol.end)
        date = found.dates[after] if after < len(starts) else None
        cited.append(_citation(text, language, symbol, date))
    return tuple(cited)


def _citation(text: str, language: str, symbol: Symbol, date: Date | None) -> Citation:
    """The citation of `symbol`; `date` is the next date in the text, or None."""
    if date and not _DATED.fullmatch(text, symbol.end, date.start):
        date = None
    kind, start, called = None, symbol.start, ""
    if language in _BEFORE:
        # in lower case, which a pattern without regard for capitals would take longer to compare;
        # offsets are counted from the end, as a letter before the kind may be two in lower case
        before = text[max(0, symbol.start - _REACH) : symbol.start].lower()
        if match := _BEFORE[language].search(before):
            kind = KINDS[language][match[1]]
            start = symbol.start - len(before) + match.start()
            called = text[start : start + len(match[1])]
    return Citation(symbol, kind, called, date, start)
