"""What the library knows of each language in depth: the words of a citation.

A language that is not listed still works: it cites with the words that its file in `words/` may
have, else with bare numbers and signs.
"""

from __future__ import annotations

import locale as system_locale
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from diptych.language.division_words import DivisionKind, attached_as, word_for
from diptych.language.interface import citation_words_of
from diptych.language.language_names import alpha3, called, own_name
from diptych.language.tags import bare
from diptych.wording import Wording

DEFAULT_LOCALES = ("vi", "en")
"""The languages of the original and of the translation, where nothing else is said."""


class Step(NamedTuple):
    """A step of a citation: a part, a section, an article, a dash."""

    words: str
    """How it is cited: "Part III"."""
    form: str = ""
    """What it is: a kind of division, or one of the forms below; empty for a title."""
    number: str = ""
    """The number alone as printed; empty for what has none."""


LEVEL, SEVERAL, ITEM, DASH, PARAGRAPH = "level", "several", "item", "dash", "provision"
ROW = "row"
"""The forms of a step besides kinds of division: a division with a bare number, a number of several
levels, an item of a list, a dash or a plus, a paragraph, a table or a row of it."""


_NAMED = frozenset(kind.value for kind in DivisionKind)


def names_a_division(steps: Sequence[Step]) -> bool:
    """Whether one of the `steps` is of a kind that a document names: an article, a point."""
    return any(step.form in _NAMED for step in steps)


@dataclass(frozen=True, slots=True)
class Locale:
    """The citation vocabulary of one language."""

    tag: str
    """BCP 47 language tag."""
    alpha3: str
    """The ISO 639-2 code."""
    name: str
    """The language's own name."""
    called: Wording
    """What messages call the language."""
    levels: tuple[str, ...]
    """The words for divisions of level 1, 2, ...; `{}` takes the number as printed, bare."""
    dash: str
    """How a provision that a dash opens is cited; `{}` takes its ordinal."""
    paragraph: str
    point: str
    note: str
    dashes: tuple[str, ...] = ()
    """Other words by which people cite such a provision, in the form of `dash`."""
    head: str = ""
    """How what stands above the title of a page is cited; empty where nobody knows."""
    plus: str = "{}"
    """How a provision that a plus opens is cited; `{}` takes its ordinal."""
    below: str = "{}, {}"
    """How a plus is cited with the dash that it stands under: `{}` takes the one and the other."""
    several: str = "{}"
    """How a division or provision with a number of several levels is cited: "Section 1.1"."""
    clause: str = "{}"
    """How a numbered paragraph of an article is cited."""
    lettered: str = "{}"
    """How a lettered point is cited."""
    row: str = "{}"
    """How a row of a table is cited by its printed number."""
    unnumbered_row: str = "{}"
    """How a row without a printed number is cited; `{}` takes its ordinal."""
    heading_row: str = "0"
    """How the row with the headings of a table is cited."""
    table: str = "({})"
    """How a table is cited where its page or section has others before it."""
    column: str = "{}"
    """How a cell is cited within its row; `{}` takes the heading of its column."""
    unheaded_column: str = "{}"
    """How a cell is cited below no heading; `{}` takes the ordinal of its column."""
    inward: frozenset[str] = frozenset()
    """The forms of steps with which a citation begins with the innermost: "Point b, Article 5"."""
    joint: str = ", "
    """What stands between two steps of such a citation."""
    known: bool = True
    """Whether the rules know the language's numbers, dates and inflection."""
    ordinal: Callable[[int], str] = str
    """A function from n, counted from 1, to the word for the n-th."""

    def level(self, level: int, number: str) -> str:
        """How a numbered division is cited, e.g. "Part III" for level 1 and number "III"."""
        return self.levels[min(level, len(self.levels)) - 1].format(number)

    def cell(self, heading: str, rank: int) -> str:
        """How a cell is cited within its row, by the heading of its column or by the column's rank
        from 1.
        """
        if heading:
            return self.column.format(heading)
        return self.unheaded_column.format(self.ordinal(rank))

    def citation(self, steps: Sequence[Step]) -> str:
        """The citation of the place to which `steps` lead, the outermost first."""
        if not any(step.form in self.inward for step in steps):
            return ", ".join(step.words for step in steps)
        first = next((n for n, step in enumerate(steps) if step.form == ROW), 0)
        if first:  # a row is looked up in its annex, and cited in that order
            return ", ".join([self.citation(steps[:first]), self.citation(steps[first:])])
        said = ""
        for step, outer in zip(steps[::-1], [*steps[-2::-1], None], strict=True):
            said += step.words
            if outer:
                said += self.joint if step.form and outer.form else ", "
        return said


_VI_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_EN_ORDINALS = (
    "first", "second", "third", "fourth", "fifth",
    "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip


def _vietnamese_ordinal(rank: int) -> str:
    return f"thứ {_VI_ORDINALS[rank - 1] if rank <= len(_VI_ORDINALS) else rank}"


def _english_ordinal(rank: int) -> str:
    if rank <= len(_EN_ORDINALS):
        return _EN_ORDINALS[rank - 1]
    teens = 10 <= rank % 100 <= 20
    return f"{rank}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(rank % 10, 'th')}"


_VI = Locale(
    tag="vi",
    alpha3="vie",
    name="Tiếng Việt",
    called=Wording(vi="tiếng Việt", en="Vietnamese"),
    levels=("Phần {}", "mục {}", "tiểu mục {}"),
    dash="gạch đầu dòng {}",
    paragraph="đoạn {}",
    point="điểm {}",
    note="chú thích {}",
    head="phần đầu văn bản",
    plus="dấu cộng {}",
    below="{} thuộc {}",
    several="tiểu mục {}",
    clause="khoản {}",
    lettered="điểm {}",
    row="số thứ tự {}",
    unnumbered_row="hàng {}",
    heading_row="hàng tiêu đề",
    table="bảng {}",
    column="cột {}",
    unheaded_column="cột {}",
    inward=frozenset({SEVERAL, *DivisionKind}),
    joint=" ",
    ordinal=_vietnamese_ordinal,
)

_EN = Locale(
    tag="en",
    alpha3="eng",
    name="English",
    called=Wording(vi="tiếng Anh", en="English"),
    levels=("Part {}", "Section {}", "Subsection {}"),
    dash="{} indent",  # as the law of the European Union is cited in English
    dashes=("{} dash",),
    paragraph="paragraph {}",
    point="point {}",
    note="footnote {}",
    head="head of the document",
    plus="{} plus",
    below="{} under the {}",
    several="Section {}",
    clause="Clause {}",
    lettered="Point {}",
    row="row {}",
    unnumbered_row="{} row",
    heading_row="heading row",
    table="table {}",
    column="column {}",
    unheaded_column="{} column",
    inward=frozenset(DivisionKind),
    ordinal=_english_ordinal,
)


def said_in(steps: Sequence[Step], language: str, other: str) -> str:
    """How the place to which `steps` of `language` lead is cited in the `other` language.

    Empty where a step is more than a kind of division with its number.
    """
    spoken = locale(other)
    said = []
    for step in steps:
        if step.form not in _NAMED or not spoken.known:
            return ""
        kind = DivisionKind(step.form)
        number = step.number
        if kind is DivisionKind.POINT:
            low = number.replace("dd", "đ")
            words = spoken.lettered.format(low if spoken is _VI else low.replace("đ", "dd"))
        elif kind is DivisionKind.CLAUSE:
            words = spoken.clause.format(number)
        elif kind is DivisionKind.ATTACHMENT:
            words = attached_as(step.words, language, other)
        else:
            words = f"{word_for(kind, other).capitalize()} {number}"
        if not words or (number.isalpha() and not number.isupper() and len(number) > _LETTERS):
            return ""
        said.append(step._replace(words=words))
    return spoken.citation(said)


_LETTERS = 2
"""The most letters of a number; longer ones are words: “Phần thứ nhất”."""
_KNOWN = {locale.tag: locale for locale in (_VI, _EN)}


def locale(tag: str) -> Locale:
    """The locale of a BCP 47 `tag`; with signs for words if nobody knows how it cites."""
    return _KNOWN.get(bare(tag)) or _unknown(tag)


_SIGNS = {"dash": "– {}", "paragraph": "¶ {}", "note": "[{}]"}
"""What tells forms apart where no language has a word for them."""


@lru_cache(maxsize=64)
def _unknown(tag: str) -> Locale:
    """The locale of a language that is not known in depth: it cites with the words of its file."""
    bare_numbers: dict[str, Any] = {"levels": ("{}",), "point": "{}", **_SIGNS}
    return Locale(
        tag=tag,
        alpha3=alpha3(tag),
        name=own_name(tag),
        called=called(tag),
        known=False,
        **{**bare_numbers, **citation_words_of(tag)},
    )


def users_language() -> str:
    """The language of whoever runs the command, to speak to them: Vietnamese or else English."""
    tag = system_locale.getlocale(system_locale.LC_CTYPE)[0] or ""
    return "vi" if tag.lower().startswith("vi") else "en"
