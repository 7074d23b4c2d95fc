"""Tags and blocks: what frames the text, or is put into it, is the same in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from diptych.diagnostics import Diagnostic, Location, Severity
from diptych.language.tags import bare
from diptych.model import Page, Place, Side
from diptych.model.marks import NOTES, Mark, MarkKind, attributes
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.arguments import arguments, imported
from diptych.rules.shared.counterparts import is_asked
from diptych.rules.shared.cut import cut
from diptych.rules.shared.inline_commands import ANY_NOTE, is_within_text
from diptych.rules.shared.mark_pairs import FLOW, MarkPair, mark_pairs
from diptych.rules.shared.rendering import rendering
from diptych.rules.shared.told_markup import told_of_markup, told_of_tag
from diptych.wording import UNSAID, Wording

_HERE = Wording(vi="chỗ còn thiếu: quanh đây", en="missing about here")
_ON_PAGE = Wording(vi="chỗ còn thiếu: trên trang này", en="missing on this page")
_VIDEO = pattern_of(r"youtube|vimeo|bilibili", re.IGNORECASE)
_DIRECTION = "direction:"
"""What a style says of the way in which a language is written."""
_LABEL = pattern_of(r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{3,40}")
"""A word that is shown to readers: one with a capital, as no value that a program knows has it."""
_FIGURES = pattern_of(r"\d{2,}")
_WORDS = pattern_of(r"[^\W\d_]{2,}(?:['’-][^\W\d_]+)*")
_AROUND = '.,:;!?()"“”*'
"""Marks around a word of a title; one inside is part of an address or of a name in code."""
_MANY_WORDS = 4
"""The least words of a title that is unlikely to be the same in two languages."""
_WORD = pattern_of(r"\w+")
_LOOKS = frozenset({"details", "summary", "div", "center", "p", "section"})
"""Tags that only say how a translation is shown, or fold what it adds for its readers."""
_FEW = 2
"""How many marks of one kind are told one by one for a page; beyond, once."""
_CONDITIONS = frozenset({"if", "unless", "case"})
_BRANCHES = FLOW - _CONDITIONS - {"for", "each"}
"""Commands that divide what a condition frames."""
_OPEN_OR_FOLDED = {"!!!", "???"}
"""How a block begins whose text is shown, and one whose text the reader unfolds."""
_CALLED = {
    MarkKind.BLOCK: Wording(vi="khối", en="block"),
    MarkKind.SHORTCODE: Wording(vi="lệnh", en="shortcode"),
    MarkKind.TAG: Wording(vi="thẻ", en="tag"),
    MarkKind.IMPORT: Wording(vi="dòng lệnh", en="line"),
    MarkKind.RULE: Wording(vi="đường kẻ ngang", en="line across the page"),
}
"""What messages call each kind of mark."""


@rule("G101")
def block_kind_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A block is a note in one language and a warning in the other, or a different shortcode or
    tag; or its text stands open in one (`!!!`), and can be unfolded in the other (`???`).

    Mend: Give the block the same kind in both languages.

    vi: Một khối là ghi chú ở bản này nhưng là cảnh báo ở bản kia, hoặc là lệnh hay thẻ khác; hoặc
    chữ trong khối hiện sẵn ở bản này (`!!!`), nhưng phải mở ra mới thấy ở bản kia (`???`).

    Sửa: Đặt cùng một loại khối ở cả hai bản.

    Bad:  `::: tip` ↔ `::: warning`
    Good: `::: tip` ↔ `::: tip`
    """
    for pair in mark_pairs(bitext):
        if (both := pair.both) is None or MarkKind.IMPORT in (both[0].kind, both[1].kind):
            continue
        names = [_named(mark) for mark in both]
        if both[0].name.lower() == both[1].name.lower():
            signs = [mark.written.lstrip("> ")[:3] for mark in both]
            if set(signs) != _OPEN_OR_FOLDED:
                continue
            names = [f"{sign} {name}" for sign, name in zip(signs, names, strict=True)]
        elif not all(name.isascii() for name in names):
            continue
        called = {mark.name.lower() for mark in both}
        if called & NOTES and called & ANY_NOTE and len(called) > 1:
            continue  # a tool's one command for all of them, given its kind or its title
        languages = [bitext.language(side) for side in Side]
        yield Diagnostic(
            Wording(
                vi=f"loại khối khác nhau: bản {languages[0].vi} là “{names[0]}”, "
                f"bản {languages[1].vi} là “{names[1]}”",
                en=f"the kind of block differs: {languages[0].en} has “{names[0]}”, "
                f"{languages[1].en} “{names[1]}”",
            ),
            tuple(_at(bitext, side, mark) for side, mark in Side.of(both)),
        )


@rule("G102")
def block_in_one_language(bitext: Bitext) -> Iterator[Diagnostic]:
    """A block's frame, a shortcode, a tag or an import has no counterpart in the other language.

    If the text in it has none either, that is reported instead (S104). On texts that are not
    published here, what stands elsewhere on the page in the other language is left alone, and so is
    an import of a component that only one language uses: the component is the finding.

    Mend: Write the same in the other language, or remove it.

    vi: Khung của một khối, một lệnh, một thẻ hoặc một dòng import không có phần tương ứng ở bản
    kia.

    Nếu phần chữ bên trong cũng không có ở bản kia thì lỗi được báo ở phần chữ đó (S104). Ở văn bản
    không đăng tại đây, không báo thứ mà bản kia đặt ở chỗ khác trên trang, cũng không báo dòng
    import của thành phần mà chỉ một bản dùng: lỗi được báo ở thành phần đó.

    Sửa: Ghi như vậy ở bản kia, hoặc bỏ đi.

    Bad:  `{{< include "a.md" >}}` ↔ —
    Good: `{{< include "a.md" >}}` ↔ `{{< include "a.md" >}}`
    """
    if told_of_markup(bitext):
        return
    found: _LoneMarks = {}
    for pair in mark_pairs(bitext):
        side = Side.ORIGINAL if pair.original else Side.TRANSLATION
        if pair.both is None and (mark := _lone(bitext, pair, side)):
            found.setdefault((side, mark.place.file, mark.kind, _named(mark)), []).append(pair)
    if not bitext.published:
        found = _without_moved(found)
    for (side, file, kind, name), row in found.items():
        if name in _BRANCHES and any((side, file, kind, each) in found for each in _CONDITIONS):
            continue
        if kind is MarkKind.IMPORT and not bitext.published and _imports_lone(row, side, found):
            continue
        more = len(row) - 1 if len(row) > _FEW else 0
        others = _more_of_page(more)
        for pair in row[:1] if more else row:
            if (mark := pair.side(side)) is None:
                continue
            called, language = _CALLED[mark.kind], bitext.language(side.other)
            yield Diagnostic(
                Wording(
                    vi=f"{called.vi} “{name}” không có ở bản {language.vi}{others.vi}",
                    en=f"the {called.en} “{name}” has no counterpart in {language.en}{others.en}",
                ),
                (_at(bitext, side, mark), _gap(bitext, side, pair, mark)),
            )


_LoneMarks = dict[tuple[Side, str, str, str], list[MarkPair]]
"""By side, file, kind and name the marks without counterpart."""


def _without_moved(found: _LoneMarks) -> _LoneMarks:
    """`found` without as many marks of each name as the other language has too many on its page:
    they stand in another order, and none is missing.
    """
    left = {}
    for (side, file, kind, name), row in found.items():
        other = row[0].pages[side.other].file
        there = len(found.get((side.other, other, kind, name), ()))
        if len(row) > there:
            left[side, file, kind, name] = row[there:]
    return left


def _imports_lone(row: list[MarkPair], side: Side, found: _LoneMarks) -> bool:
    """Whether the lines of `row` import a component that only their language uses."""
    used = {name for one, _, kind, name in found if one is side and kind is MarkKind.TAG}
    names = {part.strip("<>/ ") for name in used for part in name.split()[:1]}
    return all(
        (mark := pair.side(side)) is not None and not names.isdisjoint(_WORD.findall(mark.written))
        for pair in row
    )


def _lone(bitext: Bitext, pair: MarkPair, side: Side) -> Mark | None:
    """The mark of `side` without counterpart, if that is to be told."""
    mark = pair.side(side)
    if mark is None or mark.kind is MarkKind.RULE:
        return None
    given = attributes(mark.written) if mark.kind is MarkKind.TAG else {}
    if mark.kind is MarkKind.TAG and (
        told_of_tag(bitext, mark.name)
        or given.keys() & {"dir", "lang"}
        or _DIRECTION in given.get("style", "")
    ):
        return None  # the latter say how a language is written
    if mark.kind is MarkKind.TAG and mark.name in _LOOKS and not is_asked(bitext, side):
        return None
    if mark.kind is not MarkKind.TAG and is_within_text(bitext, side, mark):
        return None
    return None if pair.alone and _frames(bitext, side, mark) else mark


def _frames(bitext: Bitext, side: Side, mark: Mark) -> bool:
    """Whether text stands in what `mark` opens."""
    if mark.kind is MarkKind.BLOCK:
        return True
    closed = bitext.once(_last_closed)[side].get((mark.place.file, mark.name), 0)
    return closed >= mark.place.line


def _last_closed(bitext: Bitext) -> Sequence[Mapping[tuple[str, str], int]]:
    """By side, the last line of a file on which what has a name is closed."""
    return [
        {
            (mark.place.file, mark.name): mark.place.line
            for page in document.pages
            for mark in page.marks
            if mark.closing
        }
        for document in bitext.documents
    ]


@rule("G113", Severity.WARNING)
def title_of_block_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """The title of a block is the same in both languages (not translated), is missing from the
    translation, or its figures differ.

    A title that only the translation has is left alone: without one, the tool prints its own.

    Mend: Translate the title, and keep its figures.

    vi: Tên của một khối giống hệt nhau ở hai bản (chưa dịch), bị thiếu ở bản dịch, hoặc có con số
    khác nhau.

    Không xét tên mà chỉ bản dịch ghi: khi không có tên, công cụ tự in tên.

    Sửa: Dịch tên khối, giữ nguyên con số.

    Bad:  `::: tip What you need first` ↔ `::: tip What you need first`
    Good: `::: tip Cần có trước` ↔ `::: tip What you need first`
    """
    untitled: dict[str, list[tuple[Mark, Mark]]] = {}
    translated = rendering(bitext)
    if not bitext.published and bare(bitext.documents[translated].locale) == "en":
        translated = translated.other  # English is often the original although it comes second
    for pair in mark_pairs(bitext):
        if (both := pair.both) is None:
            continue
        if both[translated.other].title and not both[translated].title:
            if both[0].kind is both[1].kind is MarkKind.BLOCK and both[0].name == both[1].name:
                untitled.setdefault(both[0].place.file, []).append(both)
            continue
        if not (both[0].title and both[1].title):
            continue
        titles = [" ".join(mark.title.split()) for mark in both]
        figures = [sorted(_FIGURES.findall(title)) for title in titles]
        words = [word for word in titles[0].split() if _WORDS.fullmatch(word.strip(_AROUND))]
        small = sum(word.islower() for word in words)
        same = titles[0] == titles[1] and len(words) >= _MANY_WORDS and small > 1
        if not same and figures[0] == figures[1]:
            continue
        yield Diagnostic(
            Wording(
                vi=f"tên khối giống hệt nhau ở hai bản, chưa được dịch: “{cut(titles[0])}”",
                en="the block's title is the same in both languages, not translated: "
                f"“{cut(titles[0])}”",
            )
            if same
            else Wording(
                vi=f"con số trong tên khối khác nhau: “{cut(titles[0])}” và “{cut(titles[1])}”",
                en=f"the figures in the block's title differ: “{cut(titles[0])}” and "
                f"“{cut(titles[1])}”",
            ),
            tuple(_at(bitext, side, mark) for side, mark in Side.of(both))[:: -1 if same else 1],
        )
    for found in untitled.values():
        language = bitext.language(translated)
        together = len(found) > _FEW and not bitext.published
        others = _more_of_page(len(found) - 1 if together else 0)
        for both in found[:1] if together else found:
            title = cut(both[translated.other].title)
            yield Diagnostic(
                Wording(
                    vi=f"khối này không có tên trong bản {language.vi}; bản kia ghi “{title}”"
                    f"{others.vi}",
                    en=f"this block has no title in {language.en}; the other language has "
                    f"“{title}”{others.en}",
                ),
                tuple(_at(bitext, side, both[side]) for side in (translated, translated.other)),
            )


@rule("G103")
def argument_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A shortcode or tag is given a different value in the other language: another file, another
    id.

    A line that imports is given a file. Words for readers, and the part of a path that names a
    language, may differ.

    Mend: Give both languages the same value.

    vi: Một lệnh hoặc thẻ nhận giá trị khác ở bản kia: tệp khác, id khác.

    Dòng import nhận một tệp. Chữ cho người đọc và phần chỉ ngôn ngữ trong đường dẫn có thể khác.

    Sửa: Ghi cùng một giá trị ở cả hai bản.

    Bad:  `{{< include "a.md" >}}` ↔ `{{< include "b.md" >}}`
    Good: `{{< include "a.md" >}}` ↔ `{{< include "a.md" >}}`
    """
    locales = bitext.original.locale, bitext.translation.locale
    found: dict[tuple[str, ...], list[tuple[Mark, Mark]]] = {}
    for pair in mark_pairs(bitext):
        both = pair.both
        if both is None or both[0].kind is not both[1].kind or both[0].name != both[1].name:
            continue
        if both[0].kind is MarkKind.IMPORT and not both[0].name.startswith("export"):
            shown = [imported(mark.written, locales) for mark in both]
            if all(shown) and shown[0] != shown[1]:
                key = both[0].place.file, f"import {both[0].name}".strip(), *map(cut, shown)
                found.setdefault(key, []).append(both)
            continue
        if both[0].kind not in (MarkKind.SHORTCODE, MarkKind.TAG):
            continue
        if not bitext.published and _VIDEO.search(both[0].name):
            continue  # another recording, in the reader's language
        given = [arguments(mark.written, mark.name, locales) for mark in both]
        differing = [key for key in given[0] if given[0][key] != given[1].get(key, given[0][key])]
        if not bitext.published:
            differing = [
                key for key in differing if not all(_LABEL.fullmatch(side[key]) for side in given)
            ]
        if differing:
            shown = [cut(side[differing[0]]) for side in given]
            found.setdefault((both[0].place.file, both[0].name, *shown), []).append(both)
    for (_, name, *shown), alike in found.items():
        others = _more_of_page(len(alike) - 1)
        yield Diagnostic(
            Wording(
                vi=f"“{name}” nhận giá trị khác nhau: “{shown[0]}” và “{shown[1]}”{others.vi}",
                en=f"“{name}” is given different values: “{shown[0]}” and “{shown[1]}”{others.en}",
            ),
            tuple(_at(bitext, side, mark) for side, mark in Side.of(alike[0])),
        )


def _more_of_page(count: int) -> Wording:
    """What a message adds where the same is found in `count` more places of its page."""
    if not count:
        return UNSAID
    return Wording(
        vi=f", và ở {count} chỗ nữa trên trang này",
        en=f", and in {count} more {'place' if count == 1 else 'places'} of this page",
    )


@rule("G109", Severity.WARNING)
def line_across_in_one_language(bitext: Bitext) -> Iterator[Diagnostic]:
    """A line across the page (`---`) has no counterpart in the other language.

    Where a page lacks more than two, it is laid out otherwise: that counts on published texts
    alone.

    Mend: Draw it in both languages, or in neither.

    vi: Một đường kẻ ngang (`---`) không có ở bản kia.

    Trang thiếu từ ba đường trở lên là trang được trình bày theo cách khác: chỉ tính với văn bản
    được xuất bản.

    Sửa: Kẻ ở cả hai bản, hoặc bỏ ở cả hai.

    Bad:  `Một.` `---` `Hai.` ↔ `One.` `Two.`
    Good: `Một.` `---` `Hai.` ↔ `One.` `---` `Two.`
    """
    rows: dict[tuple[str, Side], list[MarkPair]] = {}
    for pair in mark_pairs(bitext):
        side = Side.ORIGINAL if pair.original else Side.TRANSLATION
        mark = pair.side(side)
        if not pair.both and mark and mark.kind is MarkKind.RULE and not pair.alone:
            rows.setdefault((mark.place.file, side), []).append(pair)
    for (_, side), row in rows.items():
        language, count = bitext.language(side.other), len(row)
        if count > _FEW and not bitext.published:
            continue  # a page that is laid out otherwise
        there = rows.get((row[0].pages[side.other].file, side.other), ())
        if len(there) == count and not bitext.published:
            continue  # as many are drawn elsewhere
        for pair in row if count <= _FEW else row[:1]:
            if (mark := pair.side(side)) is None:
                continue
            yield Diagnostic(
                Wording(
                    vi=f"đường kẻ ngang này không có ở bản {language.vi}",
                    en=f"this line across the page has no counterpart in {language.en}",
                )
                if count <= _FEW
                else Wording(
                    vi=f"{count} đường kẻ ngang, từ đường này, không có ở bản {language.vi}",
                    en=f"{count} lines across the page, from this one on, have no counterpart in "
                    f"{language.en}",
                ),
                (_at(bitext, side, mark), _gap(bitext, side, pair, mark)),
            )


@rule("G110")
def block_not_closed(bitext: Bitext) -> Iterator[Diagnostic]:
    """A block or a tag is opened and closed in one language, and not closed in the other.

    Mend: Close it where the other language does.

    vi: Một khối hoặc thẻ được mở và đóng ở bản này nhưng không được đóng ở bản kia.

    Sửa: Đóng lại ở chỗ mà bản kia đóng.

    Bad:  `:::tip` `Một.` ↔ `:::tip` `One.` `:::`
    Good: `:::tip` `Một.` `:::` ↔ `:::tip` `One.` `:::`
    """
    for pages in bitext.pages():
        if not (pages[0].marks or pages[1].marks):
            continue
        opened = [_open(page) for page in pages]
        closed = [{_kind_and_name(mark) for mark in page.marks if mark.closing} for page in pages]
        for side in Side:
            for name, mark in opened[side].items():
                if name in opened[side.other] or name not in closed[side.other]:
                    continue
                language = bitext.language(side)
                yield Diagnostic(
                    Wording(
                        vi=f"“{_named(mark)}” được mở ở đây mà không được đóng trong "
                        f"bản {language.vi}",
                        en=f"“{_named(mark)}” is opened here and never closed in {language.en}",
                    ),
                    (_at(bitext, side, mark),),
                )


def _open(page: Page) -> dict[tuple[MarkKind, str], Mark]:
    """The marks that nothing closes, by kind and name."""
    waiting: dict[tuple[MarkKind, str], list[Mark]] = {}
    for mark in page.marks:
        key = _kind_and_name(mark)
        if mark.closing:
            del waiting.get(key, [])[-1:]
        elif not mark.alone:
            waiting.setdefault(key, []).append(mark)
    return {key: row[-1] for key, row in waiting.items() if row}


def _kind_and_name(mark: Mark) -> tuple[MarkKind, str]:
    """What a mark that closes another has in common with it: of a block, its kind alone."""
    return mark.kind, "" if mark.kind is MarkKind.BLOCK else mark.name


def _at(bitext: Bitext, side: Side, mark: Mark) -> Location:
    return bitext.at(side, mark.place, len(mark.written))


def _gap(bitext: Bitext, side: Side, pair: MarkPair, mark: Mark) -> Location:
    """About where, in the other language, the counterpart of a lone mark should stand."""
    page, other = pair.pages[side], pair.pages[side.other]
    before = bitext.documents[side].node_at(mark.place)
    found = bitext.alignment.counterparts[side].get(
        before
    ) or bitext.alignment.division_counterparts[side].get(before)
    if found is None:
        line = min(
            len(other.lines), max(1, round(mark.place.line / len(page.lines) * len(other.lines)))
        )
        return bitext.at(side.other, Place(other.file, line, 1), 1, _ON_PAGE)
    return bitext.at(side.other, found.place, 1, _HERE)


def _named(mark: Mark) -> str:
    """What messages call a mark: its name, as far as it has one."""
    if mark.kind is MarkKind.IMPORT or not mark.name:
        return cut(mark.written)
    return f"<{mark.name}>" if mark.kind is MarkKind.TAG else mark.name
