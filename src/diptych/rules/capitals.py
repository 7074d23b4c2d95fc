"""Capitals within names: both languages write JavaScript, not Javascript."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from diptych.diagnostics import Diagnostic, Severity
from diptych.language.capitals import Capital, name_forms
from diptych.language.tags import bare
from diptych.model import PROSE, Page, Segment, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.prose import read_aloud
from diptych.rules.shared.rendering import rendering
from diptych.wording import Wording

_INNER = pattern_of("[A-Z](?:(?<=[a-z][A-Z])|[A-Z][a-z]{2})")
"""A capital inside a word that may be a name (see `name_forms`); not the plural of an acronym."""
_SHORT = 3
"""The most letters of a word that may be a name in small letters by chance."""
_OFTEN = 4
"""How often a word stands on a page that is taken for one of its language."""
_WORD = pattern_of(r"\w+")


class _Other(NamedTuple):
    """A name, and the form in which the other language has it."""

    side: Side
    """The side that lacks the capitals."""
    segments: tuple[Segment, Segment]
    wrong: Capital
    right: Capital


@rule("P104", Severity.WARNING)
def capitals_within_name_differ(bitext: Bitext) -> Iterator[Diagnostic]:
    """A name with capitals inside the word has them in one language and not in the other.

    Code, addresses and names of files are left out. Each spelling is reported once per page.

    Mend: Write the name as its owners do.

    vi: Một tên có chữ hoa ở giữa từ được viết đúng ở bản này nhưng thiếu chữ hoa đó ở bản kia.

    Không xét mã, địa chỉ và tên tệp. Mỗi cách viết được báo một lần trên một trang.

    Sửa: Viết tên đúng như chủ của tên đó viết.

    Bad:  `thư viện Javascript` ↔ `a JavaScript library`
    Good: `thư viện JavaScript` ↔ `a JavaScript library`
    """
    found: dict[tuple[str, Side, str], list[_Other]] = {}
    for segments in bitext.paired_texts():
        texts = [read_aloud(segment) for segment in segments]
        if not any(map(_INNER.search, texts)):
            continue  # nearly always
        forms = [name_forms(text) for text in texts]
        for side in Side:
            theirs = {form.printed for form in forms[side.other]}
            right = {form.value: form for form in forms[side.other] if _INNER.search(form.printed)}
            for form in forms[side] if right else ():
                good = right.get(form.value)
                if good is None or form.printed in theirs:
                    continue
                if _INNER.search(form.printed) and not _is_right(
                    bitext, side, good.printed, form.printed
                ):
                    continue
                if _may_be_written(bitext, segments, side, form.printed, good.printed):
                    continue
                key = segments[0].place.file, side, form.printed
                found.setdefault(key, []).append(_Other(side, segments, form, good))
    told = {(other.segments[1].place, other.wrong.start) for row in found.values() for other in row}
    for file, other in _on_pages(bitext):
        if (other.segments[1].place, other.wrong.start) not in told:
            found.setdefault((file, other.side, other.wrong.printed), []).append(other)
    for others in found.values():
        yield _told(bitext, others[0], len(others) - 1)


def _is_right(bitext: Bitext, side: Side, good: str, form: str) -> bool:
    """Whether of two forms with capitals inside, of which `side` has `form`, the other is right:
    the one that begins with a small letter ("macOS"), or else the original's.
    """
    if good[1:] == form[1:]:
        return good[:1].islower()
    return side is rendering(bitext)


def _on_pages(bitext: Bitext) -> Iterator[tuple[str, _Other]]:
    """The names of the translation that the original's page has with other capitals inside, and
    nowhere so, each with the file of that page.
    """
    side = rendering(bitext)
    for pages in bitext.pages():
        right: dict[str, tuple[Segment, Capital]] = {}
        for segment in _texts_of(pages[side.other]):
            text = read_aloud(segment)
            if _INNER.search(text):
                for form in name_forms(text):
                    if _INNER.search(form.printed):
                        right.setdefault(form.value, (segment, form))
        for segment in _texts_of(pages[side]) if right else ():
            for form in name_forms(read_aloud(segment)):
                there, good = right.get(form.value, (segment, form))
                if form.printed[1:] == good.printed[1:] or form.printed.islower():
                    continue  # a word of code as well
                segments = (there, segment) if side else (segment, there)
                if not _may_be_written(bitext, segments, side, form.printed, good.printed):
                    yield pages[0].file, _Other(side, segments, form, good)


def _texts_of(page: Page) -> Iterator[Segment]:
    for node in page.nodes():
        if node.segment and (node.kind is None or node.kind in PROSE):
            yield node.segment


def _may_be_written(
    bitext: Bitext, segments: tuple[Segment, Segment], side: Side, own: str, other: str
) -> bool:
    """Whether a language may write a name as it does: as a noun of German, with a capital, or as
    the other language has it, too, on its page.
    """
    if own[1:] == other[1:] and any(bare(each.locale) == "de" for each in bitext.documents):
        return True
    if own.islower() and _is_word_here(bitext, side, segments[side].place.file, own):
        return True
    page = bitext.documents[side.other].page_in(segments[side.other].place.file)
    return page is not None and any(
        own in _WORD.findall(line) for line in page.lines if own in line
    )


def _is_word_here(bitext: Bitext, side: Side, file: str, word: str) -> bool:
    """Whether a short word in small letters is one of the language, not a name: it stands on the
    page time and again ("dos" in Portuguese, beside DoS).
    """
    page = bitext.documents[side].page_in(file)
    if page is None or len(word) > _SHORT or bitext.published:
        return False
    return sum(_WORD.findall(line).count(word) for line in page.lines if word in line) >= _OFTEN


def _told(bitext: Bitext, other: _Other, more: int) -> Diagnostic:
    side, segments, wrong, right = other
    languages = [bitext.language(side), bitext.language(side.other)]
    return Diagnostic(
        Wording(
            vi=f"chữ hoa khác nhau: bản {languages[0].vi} ghi “{wrong.printed}”, "
            f"bản {languages[1].vi} ghi “{right.printed}”"
            + (f", và {more} chỗ nữa trên trang này" if more else ""),
            en=f"the capitals differ: {languages[0].en} has “{wrong.printed}”, "
            f"{languages[1].en} “{right.printed}”"
            + (f", and {more} more on this page" if more else ""),
        ),
        (
            bitext.at(side, segments[side].place_at(wrong.start), len(wrong.printed)),
            bitext.at(side.other, segments[side.other].place_at(right.start), len(right.printed)),
        ),
    )
