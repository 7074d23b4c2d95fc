"""How much a text may hold in all its files, which bounds what a check of it costs.

A file alone has limits of its own (`limits`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diptych.errors import Problem
from diptych.patterns import pattern_of
from diptych.wording import Wording

TEXT = 2_000_000
"""The most characters: some 800 printed pages."""
PAGES = 1_000
PROVISIONS = 10_000
"""The most headings, paragraphs, dashes and rows of tables."""
SIGNS = 50_000
"""The most signs that mean something to a parser: stars, brackets, bars and the like, and those of
quotations within quotations."""
FRONT = 200_000
"""The most characters of front matter."""
MARKS = 10_000
"""The most footnote marks, definitions included."""

_SIGN = pattern_of(r"[*_`|&<\[\]\\!]")


@dataclass(slots=True)
class Total:
    """What has been read of a text so far."""

    text: int = 0
    pages: int = 0
    signs: int = 0
    front: int = 0
    provisions: int = 0
    marks: int = 0

    def add_page(self, lines: Sequence[str], front: int) -> None:
        """Count a page, of whose lines the first `front` are its front matter."""
        self.pages += 1
        self.front += sum(len(line) + 1 for line in lines[:front])
        for line in lines:
            self.text += len(line) + 1
            self.marks += line.count("[^")
            self.signs += len(line) - len(_SIGN.sub("", line)) + _quoted_again(line)

    def problem(self, shown: str, line: int | None = None) -> Problem | None:
        """The problem of the first total beyond its limit, said of the file `shown`, or None."""
        return next(self._problems(shown, line), None)

    def _problems(self, shown: str, line: int | None) -> Iterator[Problem]:
        for name, (limit, called) in _LIMITS.items():
            if getattr(self, name) > limit:
                yield Problem(
                    shown,
                    Wording(
                        vi=f"văn bản quá lớn để kiểm tra một cách an toàn: đến đây đã trên {limit} "
                        f"{called.vi}; hãy chia thành nhiều dự án",
                        en=f"the text is too large to be checked safely: up to here it has more "
                        f"than {limit} {called.en}; divide it into several projects",
                    ),
                    line,
                )


def _quoted_again(line: str) -> int:
    """In how many quotations the quotation of `line` stands: a parser begins anew in each."""
    opening = line[: len(line) - len(line.lstrip("> \t"))]
    return max(0, opening.count(">") - 1)


def too_long(shown: str) -> Problem:
    """The problem of a source that is longer than any text that may be held against it."""
    return Problem(
        shown,
        Wording(
            vi=f"văn bản nguồn quá dài: trên {TEXT} ký tự; hãy chia thành nhiều dự án",
            en=f"the source is too long: more than {TEXT} characters; divide it into several "
            "projects",
        ),
    )


_LIMITS = {
    "text": (TEXT, Wording(vi="ký tự", en="characters")),
    "pages": (PAGES, Wording(vi="trang", en="pages")),
    "signs": (SIGNS, Wording(vi="dấu định dạng Markdown", en="Markdown characters")),
    "front": (FRONT, Wording(vi="ký tự khai báo đầu trang", en="characters of front matter")),
    "provisions": (
        PROVISIONS,
        Wording(vi="tiêu đề và đoạn", en="headings, paragraphs and rows of tables"),
    ),
    "marks": (MARKS, Wording(vi="dấu chú thích", en="footnote marks")),
}
