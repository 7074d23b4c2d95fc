"""Characters that steer what reads them: refused before a parser of the pages or a list meets them.

They are the control characters besides tab and line feed, lone halves of a pair of UTF-16, and
what Unicode keeps for no character at all; HTML, XML and terminals obey, drop or refuse them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from diptych.errors import Problem
from diptych.patterns import letters_pattern_of
from diptych.wording import Wording

_BEYOND = "".join(f"{chr(plane)}-{chr(plane | 0xFFFD)}"
                  for plane in range(0x10000, 0x110000, 0x10000))  # fmt: skip
_STEERING = letters_pattern_of(f"[^\t\n -~\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd{_BEYOND}]")
"""Matches any character but those allowed, which is fast on a text that holds no other; `re` takes
ten times as long to compile it."""
_SEPARATORS = "\u2028\u2029"
"""Line ends to some programs and none to others; in a text they are a finding of their own."""
_BY_LETTER = {7: "a", 8: "b", 11: "v", 12: "f", 13: "r", 27: "e", 0: "0",
              0x85: "N", 0x2028: "L", 0x2029: "P"}  # fmt: skip
"""Letters by which YAML, and in part TOML, names some of them after a backslash."""
_ONE_LINE = ("title", "cite", "description")
"""Keys of the front matter whose values stand on one line of the page, or of a citation."""


def in_text(text: str, shown: str) -> Problem | None:
    """The problem with the first such character in `text`, or None.

    `shown` is what the file is called.
    """
    if found := _STEERING.search(text):
        return _problem(found[0], shown, text.count("\n", 0, found.start()) + 1)
    return None


def in_values(values: object, lines: Sequence[str], first: int, shown: str) -> Problem | None:
    """The problem with the first such character in `values`, or None.

    The values were read from `lines`, the first of which is line `first` of the file. Characters
    written after a backslash are met here.
    """
    for text in _texts(values):
        found = _STEERING.search(text)
        char = found[0] if found else next((one for one in text if one in _SEPARATORS), "")
        if char:
            escaped = _escapes(char)
            there = (n for n, line in enumerate(lines, first) if char in line or escaped(line))
            return _problem(char, shown, next(there, first))
    return None


def in_front_matter(
    values: Mapping[str, object], lines: Sequence[str], first: int, shown: str
) -> Problem | None:
    """The problem with the first such character in front matter, or None.

    `lines` begin with line `first` of the file. A value shown at the head of a page must be one
    line, too.
    """
    if problem := in_values(values, lines, first, shown):
        return problem
    for key in _ONE_LINE:
        if isinstance(value := values.get(key), str) and "\n" in value.strip():
            opening = (n for n, line in enumerate(lines, first) if line.startswith(key))
            return _broken(key, shown, next(opening, first))
    return None


def _escapes(char: str) -> Callable[[str], bool]:
    """A test whether a line has `char` in a form written after a backslash."""
    code = ord(char)
    in_figures = (f"\\u{code:08x}", f"\\u{code:04x}", f"\\x{code:02x}")
    by_letter = f"\\{_BY_LETTER[code]}" if code in _BY_LETTER else in_figures[0]

    def escaped(line: str) -> bool:
        lower = line.lower()
        return by_letter in line or any(way in lower for way in in_figures)

    return escaped


def _texts(values: object) -> Iterator[str]:
    """Every text in what a list or front matter holds, keys included."""
    waiting, seen = [values], set[int]()
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, (dict, list, tuple, set)) and id(one) not in seen:
            seen.add(id(one))
            waiting += [*one.keys(), *one.values()] if isinstance(one, dict) else one


def _problem(char: str, shown: str, line: int) -> Problem:
    code = f"U+{ord(char):04X}"
    return Problem(
        shown,
        Wording(
            vi=f"ký tự điều khiển {code} không thuộc về văn bản nào; hãy xóa nó, "
            "có thể nó theo vào khi sao chép",
            en=f"the control character {code} belongs in no text; delete it, "
            "it probably came with copied text",
        ),
        line,
    )


def _broken(key: str, shown: str, line: int) -> Problem:
    return Problem(
        shown,
        Wording(
            vi=f"'{key}' phải nằm trên một dòng; hãy bỏ chỗ xuống dòng",
            en=f"'{key}' must be one line; remove the line break",
        ),
        line,
    )
