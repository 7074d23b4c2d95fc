"""Citations of documents: a symbol with the kind of document before it and the date after it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from diptych.language.dates import Date
from diptych.language.figures import Values
from diptych.language.symbols import Symbol
from diptych.patterns import pattern_of

KINDS = {
    "vi": {
        "chỉ thị": "directive", "nghị quyết": "resolution", "kết luận": "conclusion",
        "kế hoạch": "plan", "đề án": "scheme", "chương trình": "programme",
        "chương trình hành động": "programme", "quyết định": "decision",
        "nghị định": "decree", "thông tư": "circular", "thông báo": "notice",
        "hướng dẫn": "guideline", "quy định": "regulation", "công văn": "letter", "luật": "law",
        "thông tư liên tịch": "joint-circular", "nghị quyết liên tịch": "joint-resolution",
        "bộ luật": "code", "pháp lệnh": "ordinance",
    },
    "en": {
        "directive": "directive", "resolution": "resolution", "conclusion": "conclusion",
        "plan": "plan", "scheme": "scheme", "project": "scheme", "programme": "programme",
        "program": "programme", "action programme": "programme", "decision": "decision",
        "decree": "decree", "circular": "circular", "notice": "notice",
        "announcement": "notice", "guideline": "guideline", "guidance": "guideline",
        "instruction": "guideline", "regulation": "regulation", "letter": "letter",
        "dispatch": "letter", "law": "law",
        "joint circular": "joint-circular", "joint resolution": "joint-resolution",
        "code": "code", "ordinance": "ordinance",
    },
}  # fmt: skip
"""The kinds of Vietnamese documents: by language, what each is called -> its name in the code."""

_BETWEEN = {"vi": r"(?:\s+số)?\s*$", "en": r"s?(?:\s+(?:no|nos|number)\.?)?\s*$"}
_BEFORE = {
    language: pattern_of(
        # no “pháp luật số”, which ends the title of a law
        rf"(?<!\w)(?!(?<=pháp )luật)({'|'.join(sorted(kinds, key=len, reverse=True))})"
        rf"{_BETWEEN[language]}"
    )
    for language, kinds in KINDS.items()
}
_REACH = 48
"""How many characters before a symbol are searched for its kind."""
_TITLED = {
    "vi": pattern_of(r"(?<!\w)(Bộ luật|Luật|Pháp lệnh) "),
    "en": pattern_of(r"(?<!\w)(Law|Ordinance|Code) (?:on|of) "),
}
"""By language, the kinds of law that are cited by a title before the number: “Luật Dữ liệu số”."""
_NUMBER_AFTER = {"vi": ("số",), "en": ("No.", "Nos.", "No", "number", "(No.", "(No")}
"""By language, what stands between such a title and the number."""
_AMENDING = pattern_of(
    r"(?:sửa đổi|bổ sung|amending|amendments?|supplementing|modifying)(?!\w)", re.IGNORECASE
)
"""What the title of a law begins with that has those of others in it."""
_TITLE_REACH = 600
"""How many characters before a number are searched for the title of a law."""
_LAWS = (None, "law", "code", "ordinance")
"""The kinds before whose number a title may stand; None is one that is not known yet."""
_BEFORE_KINDS = ("Under", "By", "With", "In", "The", "This", "That", "To", "Of", "Per", "And")
"""Words with a capital that are no title of a law."""
_STOPS = '.:;“”"()'
"""What no title of a law has."""
_DATED = pattern_of(r"[\s,()]*(?:(?:ngày|dated|of|on)[\s,]*)?", re.IGNORECASE)


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
    title: tuple[int, int] | None = None
    """Where the title stands that the kind and the number enclose: “Luật Dữ liệu số”."""

    @property
    def end(self) -> int:
        """The offset in the text at which the citation ends: after its date, or else its symbol."""
        date = self.date
        return date.start + len(date.printed) if date else self.symbol.end


def citations(text: str, language: str, found: Values) -> tuple[Citation, ...]:
    """The citations in `text`, in order; `found` are its figures."""
    starts = [date.start for date in found.dates]
    cited: list[Citation] = []
    for symbol in found.symbols:
        after = bisect_left(starts, symbol.end)
        date = found.dates[after] if after < len(starts) else None
        citation = _citation(text, language, symbol, date)
        if citation.kind in _LAWS:
            citation = _titled(text, language, citation, cited[-1].symbol.end if cited else 0)
        cited.append(citation)
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


def _titled(text: str, language: str, citation: Citation, floor: int) -> Citation:
    """The `citation` with the kind and the title before its number, if it is of a law: “Luật Dữ
    liệu số 60/2024/QH15”. What stands before the offset `floor` is part of another citation.
    """
    first = max(floor, citation.symbol.start - _TITLE_REACH)
    before = text[first : citation.symbol.start].rstrip()
    if citation.kind is not None:  # the English may have its title before it: “the Land Law No.”
        word = text[first : citation.start].split()[-1:]
        if language != "en" or not word or not word[0][0].isupper() or word[0] in _BEFORE_KINDS:
            return citation
        at = text.rfind(word[0], first, citation.start)
        return replace(citation, title=(at, citation.start + len(citation.called)))
    number = next((n for n in _NUMBER_AFTER.get(language, ()) if before.endswith(n)), None)
    if number is None:
        return citation
    before = before.removesuffix(number).rstrip(" ,(")
    sentence = max(before.rfind(stop) for stop in _STOPS) + 1
    kinds = list(_TITLED[language].finditer(before, sentence))
    last = kinds[-1] if kinds else None
    kind = next((one for one in kinds if _AMENDING.match(before, one.end())), last)
    if kind is None or not before[kind.end() :].strip():
        return citation
    called = text[first + kind.start() : citation.symbol.start].rstrip()
    return replace(
        citation,
        kind=KINDS[language][kind[1].lower()],
        called=called,
        start=first + kind.start(),
        title=(first + kind.end(), first + len(before)),
    )
