"""The lists of short items in a Vietnamese or English sentence, counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from diptych.patterns import pattern_of

_AND = (
    "and", "or", "and/or", "as well as", "along with", "together with", "&",
    "và", "hoặc", "hay", "cũng như", "cùng với",
)  # fmt: skip
_OPENING = (
    "e.g.", "i.e.", "such as", "for example", "for instance", "including", "particularly",
    "especially", "notably", "ví dụ như", "ví dụ", "chẳng hạn như", "chẳng hạn", "như", "bao gồm",
    "gồm", "nhất là", "đặc biệt là",
)  # fmt: skip
"""What may stand before the first item."""
_OPEN_END = (
    "...", "…", "etc", "v.v", "so on", "so forth", "more", "others", "among others", "other things",
    "nhiều hơn nữa", "hơn thế nữa", "vân vân", "các việc khác",
)  # fmt: skip
"""What stands at the end of a list that goes on, and is no item."""
_AND_ON = tuple(f"{word} {end}" for word in ("and", "và") for end in _OPEN_END)
_OPENS = tuple(f"{word} " for word in _AND)
_OTHERS = pattern_of(
    r"(?:and|or)(?: (?:many|much|several|some|various|any|all))? (?:others?|more)(?: [\w ]{1,40})?"
    r"|(?:và|hoặc|hay) [\w ]{0,40}(?:khác|nữa)",
    re.IGNORECASE,
)
"""A last item that stands for any others: "and many more", "và nhiều nhà cung cấp khác"."""
_BETWEEN = pattern_of(rf"[,; ](?:(?<=[,;])|(?:{'|'.join(map(re.escape, _AND))}) )", re.IGNORECASE)
"""What stands between two items."""
_PARENTHESES = pattern_of(r"\(([^()]+)\)")
_STOP = pattern_of(r"[.;:()?!\"“”…]|\s[-–—]\s")
"""What no list within a sentence goes across."""
_WORD = pattern_of(r"[^\W_]+")
_DIGIT = pattern_of(r"\d")
_GOING_ON = ("...", "…", "v.v")
_LONGEST = 300
"""The most characters of a list in parentheses."""
_SHORT = {"en": 3, "vi": 5}
"""The most words of an item of a list that nothing encloses."""
_ENCLOSED = 6
"""The most words of an item of a list in parentheses."""
_LEEWAY = 2
"""By how many words an item may be longer in the other language."""
_CLAUSES = frozenset({
    "each", "every", "including", "includes", "which", "who", "where", "while", "with", "from",
    "when", "if", "có", "mỗi", "gồm", "bao", "trong", "khi", "nếu", "với", "từ", "nhằm", "tức",
})  # fmt: skip
"""Words that open a clause, and no item of a list."""
_FEW, _MANY = 2, 5
"""The fewest items of a list in parentheses, and of one that nothing encloses."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of short items, with where it stands in its text."""

    items: int
    start: int
    end: int


def enclosed_lists(text: str) -> list[Listed]:
    """The lists in parentheses."""
    found = []
    for match in _PARENTHESES.finditer(text):
        within = match[1]
        if len(within) > _LONGEST or "," not in within or _DIGIT.search(within):
            continue
        items = _items(_bare(within))
        short = all(len(_WORD.findall(item)) <= _ENCLOSED for item in items)
        if len(items) >= _FEW and short and not _STOP.search(_bare(within)):
            found.append(Listed(len(items), match.start(1), match.end(1)))
    return found


def longest_list(text: str, language: str) -> Listed | None:
    """The longest list between commas, if it has at least five items."""
    longest = None
    start = 0
    for end in (*(match.start() for match in _STOP.finditer(text)), len(text)):
        goes_on = text.startswith(_GOING_ON, end)
        for run in _runs(text[start:end], _SHORT[language], goes_on=goes_on):
            if longest is None or run.items > longest.items:
                longest = Listed(run.items, start + run.start, start + run.end)
        start = end + 1
    return longest if longest and longest.items >= _MANY else None


def parts_between(text: str) -> int:
    """How many parts of `text` stand between commas and conjunctions, whether items or not."""
    return len(_items(text))


def _runs(text: str, most: int, *, goes_on: bool) -> Iterator[Listed]:
    """Each row of short items in a stretch of text, with how many items it has altogether.

    What stands before and behind such a row belongs to its first and its last item, which have a
    length of their own. The last one has a conjunction; at the end of the stretch the list also may
    go on ("..."). A row is passed over where a longer item may be one of it.
    """
    closed = _without_others(text)
    goes_on = goes_on or closed != text
    parts = closed.split(",")
    while len(parts) > 1 and parts[-1].strip().lower() in ("", "v", *_OPEN_END, *_AND_ON):
        parts.pop()
        goes_on = True
    at = len(parts[0]) + 1
    begun = count = 0
    for index, part in enumerate(parts[1:], 1):
        joined = _joined(part)
        last = index == len(parts) - 1
        if not last and not joined and _is_short(part, most) and not _opens_clause(part):
            if not count:
                head = parts[index - 1]
                begun = at
                clear = index == 1 or _is_long(head, most) or _opens_clause(head)
            count += 1
        else:
            if count and clear:
                head = " ".join(part.split()[: most + _LEEWAY]) + " "
                if joined:  # the comma before the last "and" is one of style
                    yield Listed(count + 2, begun, at - 1)
                elif _BETWEEN.search(head):
                    yield Listed(count + 3, begun, at - 1)
                elif last and goes_on and _is_short(part, most):
                    yield Listed(count + 2, begun, at - 1)
            count = 0
        at += len(part) + 1


def _opens_clause(part: str) -> bool:
    """Whether a clause begins with `part`, whose last words may be the first item of a list."""
    first = _WORD.search(part)
    return first is not None and first[0].lower() in _CLAUSES


def _without_others(text: str) -> str:
    """`text` without a last item that stands for any others."""
    lower = text.lower()
    at = max(lower.rfind(f" {word} ") for word in ("and", "or", "và", "hoặc", "hay"))
    if at >= 0 and _OTHERS.fullmatch(text[at:].strip()):
        return text[:at].rstrip(" ,;")
    return text


def _is_long(item: str, most: int) -> bool:
    """Whether it is too long for an item, also by another measure."""
    return len(_WORD.findall(item)) > most + _LEEWAY


def _is_short(item: str, most: int) -> bool:
    """Whether it is a plain item, without figures and code (which is blanked out)."""
    return 0 < len(_WORD.findall(item)) <= most and not _DIGIT.search(item) and "  " not in item


def _joined(item: str) -> bool:
    """Whether a conjunction opens an item."""
    return item.lower().lstrip().startswith(_OPENS)


def _bare(written: str) -> str:
    """A list without what leads to its first item and what says that it goes on."""
    while True:
        text = _without_others(written.strip(" ,;.…"))
        lower = text.lower()
        for opening in _OPENING:
            if lower.startswith((f"{opening} ", f"{opening},", f"{opening}:")):
                text = text[len(opening) :].lstrip(" ,:")
                break
        for end in _OPEN_END:
            if lower.endswith((f" {end}", f",{end}")):
                text = text[: len(text) - len(end)].rstrip(" ,")
                text = text.removesuffix(" and").removesuffix(" và")
                break
        if text == written:
            return text
        written = text


def _items(written: str) -> list[str]:
    return [item for item in _BETWEEN.split(written) if _WORD.search(item)]
