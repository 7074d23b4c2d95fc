"""The language that a block of code names, and the lines that it marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from diptych.diagnostics import Diagnostic, Severity
from diptych.model import Kind, Provision, Side
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.code_lines import (
    language_of,
    lines_marked,
)
from diptych.rules.shared.paired_blocks import paired_blocks
from diptych.rules.shared.rendering import rendering
from diptych.wording import UNSAID, Wording

_NAMED_EACH = 2
"""How many blocks of a page that name other languages are told one by one; beyond, once."""
_Naming = tuple[dict[str, Counter[str]], dict[str, Counter[str]]]
"""By side and file, how many blocks of code name each language, or none."""
_LEFT_WITHOUT = 3
"""How many blocks of a page without a language are its way."""


@rule("K103", Severity.WARNING)
def code_language_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A block of code names a different language from its counterpart, or highlights different
    lines.

    Different names of one language count as the same: `js` and `javascript`. Highlighted lines are
    compared where both blocks have as many.

    Mend: Write the same after the mark that opens the block.

    vi: Khối mã ghi ngôn ngữ khác với khối mã ở bản kia, hoặc làm nổi những dòng khác.

    Các tên của cùng một ngôn ngữ được coi là một: `js` và `javascript`. Các dòng làm nổi được so
    khi hai khối có cùng số dòng.

    Sửa: Ghi cùng một nội dung sau dấu mở khối.

    Bad:  ```` ```js ```` ↔ ```` ```python ````
    Good: ```` ```js ```` ↔ ```` ```js ````
    """
    unnamed: dict[str, list[tuple[Provision, Provision]]] = {}
    differing: dict[tuple[str, str, str], list[tuple[Provision, Provision]]] = {}
    naming = _languages_named(bitext)
    for both in paired_blocks(bitext):
        languages = [language_of(provision.info) or "text" for provision in both]
        if not bitext.published and _names_text_alone(both[0].info, both[1].info):
            unnamed.setdefault(both[0].place.file, []).append(both)
        lines = [lines_marked(provision.info) for provision in both]
        places = tuple(bitext.at(side, block.place, 3) for side, block in Side.of(both))
        if languages[0] != languages[1]:
            if not _is_never_named(bitext, both, naming):
                key = both[0].place.file, languages[0], languages[1]
                differing.setdefault(key, []).append(both)
        elif lines[0] != lines[1] and _are_as_long(both):
            shown = [marked or "—" for marked in lines]
            yield Diagnostic(
                Wording(
                    vi=f"các dòng làm nổi trong khối mã khác nhau: “{shown[0]}” và “{shown[1]}”",
                    en=f"the highlighted lines of the code differ: “{shown[0]}” and “{shown[1]}”",
                ),
                places,
            )
    for (_, *languages), blocks in differing.items():
        yield from _named_otherwise(bitext, languages, blocks)
    for blocks in unnamed.values():
        more = len(blocks) - 1
        yield Diagnostic(
            Wording(
                vi="khối mã không còn ghi ngôn ngữ “text”"
                + (f", và {more} khối nữa trên trang này" if more else ""),
                en="the block of code no longer names its language, “text”"
                + (
                    f", nor {'does' if more == 1 else 'do'} {more} more on this page"
                    if more
                    else ""
                ),
            ),
            tuple(bitext.at(side, block.place, 3) for side, block in Side.of(blocks[0])),
        )


def _are_as_long(both: tuple[Provision, Provision]) -> bool:
    """Whether two blocks of code have as many lines, so that their numbers say the same."""
    return both[0].segment.markdown.count("\n") == both[1].segment.markdown.count("\n")


def _languages_named(bitext: Bitext) -> _Naming:
    found: _Naming = ({}, {})
    for side, document in () if bitext.published else Side.of(bitext.documents):
        for page in document.pages:
            blocks = (p for p in page.all_provisions() if p.kind is Kind.CODE)
            found[side][page.file] = Counter(language_of(block.info) for block in blocks)
    return found


def _is_never_named(bitext: Bitext, both: tuple[Provision, Provision], naming: _Naming) -> bool:
    """Whether one of two blocks names no language, as no block of its page names this one: of an
    original that is its way, and of a translation where several are left without.
    """
    for side, block in Side.of(both):
        named = naming[side].get(block.place.file)
        if named is not None and not block.info.strip():
            way = side is not rendering(bitext) or named[""] >= _LEFT_WITHOUT
            return way and not named[language_of(both[side.other].info)]
    return False


def _named_otherwise(
    bitext: Bitext, languages: Sequence[str], blocks: Sequence[tuple[Provision, Provision]]
) -> Iterator[Diagnostic]:
    """The findings on blocks of a page that name the same two languages: one each, or one."""
    shown = [language if language != "text" else "—" for language in languages]
    together = len(blocks) > _NAMED_EACH and not bitext.published
    more = len(blocks) - 1
    others = UNSAID
    if together:
        others = Wording(
            vi=f", và ở {more} khối nữa trên trang này", en=f", and in {more} more on this page"
        )
    for both in blocks[:1] if together else blocks:
        yield Diagnostic(
            Wording(
                vi=f"ngôn ngữ của khối mã khác nhau: “{shown[0]}” và “{shown[1]}”{others.vi}",
                en=f"the language of the code differs: “{shown[0]}” and “{shown[1]}”{others.en}",
            ),
            tuple(bitext.at(side, block.place, 3) for side, block in Side.of(both)),
        )


def _names_text_alone(mine: str, theirs: str) -> bool:
    """Whether a block of the original names itself text, and its counterpart names nothing."""
    return language_of(mine) == "text" and not theirs.strip()
