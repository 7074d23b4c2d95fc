"""Front matter: what readers see of it is there, and translated, in both languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from diptych.diagnostics import Diagnostic, Location, Severity
from diptych.language.blanks import blanked
from diptych.language.figures import values as read
from diptych.model import Page, Place, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.cut import cut
from diptych.rules.shared.everyday_words import is_beside_english, is_left_in_english
from diptych.rules.shared.rendering import rendering
from diptych.rules.shared.told_markup import told_of_markup
from diptych.wording import Wording

_SAID = (
    "title",
    "description",
    "summary",
    "subtitle",
    "excerpt",
    "abstract",
    "linkTitle",
    "tagline",
)
"""The keys whose values are words for readers."""
_LABELS = (
    "sidebar_label",
    "sidebarTitle",
    "sidebar_title",
    "navTitle",
    "nav_title",
    "shortTitle",
    "short_title",
    "menu_title",
)
"""The keys whose values are shown for a page in menus."""
_SAID_BELOW = frozenset({*_SAID, "text", "details", "content", "caption"})
"""The same of tables within the front matter, as pages of panels have them."""
_DEEPEST, _MOST_NESTED = 6, 200
_SOUGHT = 30
"""How many characters of a value are looked for."""
_WORD = pattern_of(r"[^\W\d_]{2,}")
_FIGURE = pattern_of(r"\d+(?:[.,:]\d+)*(?![A-Z])")
_TAG = pattern_of(r"<[^<>]{1,400}+>")
_DIGIT = pattern_of(r"\d")
_NAMING = ("layout", "template", "type")
"""The keys whose values name what a generator has, in no language."""
_OWN = pattern_of(
    r"alias|redirect|link|slug|url|path|canonical|commit|date|updated|modified|lang|locale"
    r"|translat|edit|draft|\Aid\Z|\Aimport\Z|\A_",
    re.IGNORECASE,
)
"""In the key of a field that each language has for itself."""
_ADDRESS = pattern_of(r"\s*(?:https?:|\.{0,2}/|\d{4}-\d\d)", re.IGNORECASE)
_MANY_WORDS = 4
"""The least words of a value that is unlikely to be the same in two languages."""
_TELLING = 2
"""The least words that tell in a shorter one, which may be a name, if no other was translated."""


@rule("G111")
def front_matter_left(bitext: Bitext) -> Iterator[Diagnostic]:
    """A title or a description in the front matter is the same in both languages: not translated.

    So is what menus show for the page (`sidebar_label`). Short ones may be names; where another of
    these was translated, everyday words of English are told.

    Mend: Translate the value.

    vi: Tên trang hoặc lời mô tả ở đầu tệp giống hệt nhau ở hai bản: chưa được dịch.

    Tên hiện trong trình đơn (`sidebar_label`) cũng được xét. Giá trị ngắn có thể là tên riêng; nếu
    mục khác ở đó đã được dịch thì từ tiếng Anh hằng ngày được báo.

    Sửa: Dịch giá trị này.

    Bad:  `description: The fruits we sell` ↔ `description: The fruits we sell`
    Good: `description: Các loại quả có bán` ↔ `description: The fruits we sell`
    """
    if bitext.original.locale == bitext.translation.locale:
        return
    for pages in bitext.pages():
        said = {key: [_value(page, key) for page in pages] for key in (*_SAID, *_LABELS)}
        translated = any(all(values) and values[0] != values[1] for values in said.values())
        for key, values in said.items():
            least = 1 if translated and key != "title" else _TELLING
            if values[0] and values[0] == values[1] and _is_left(bitext, values[0], least):
                places = [_at(bitext, side, page, key) for side, page in Side.of(pages)]
                yield _left(key, values[0], places)
        if pages[0].meta == pages[1].meta:
            continue  # a page that is not translated at all
        nested = [dict(islice(_nested(page.meta), _MOST_NESTED)) for page in pages]
        for path, value in nested[0].items():
            if value == nested[1].get(path) and _is_prose(value):
                places = [_at_value(bitext, side, page, value) for side, page in Side.of(pages)]
                yield _left(str(path[-1]), value, places)


def _is_left(bitext: Bitext, value: str, least: int) -> bool:
    """Whether `value`, the same in both languages, is no name: long, or of everyday English words
    of which `least` tell at least. Behind a name and a dash it may be part of the value.
    """
    parts = {value, value.rpartition(" - ")[2]} if least < _TELLING else {value}
    return _is_prose(value) or any(
        is_beside_english(bitext, side)
        and is_left_in_english(bitext, side, part, titled=True, least=least)
        for side in Side
        for part in parts
    )


def _left(key: str, value: str, places: Sequence[Location]) -> Diagnostic:
    return Diagnostic(
        Wording(
            vi=f"“{key}” giống hệt nhau ở hai bản, chưa được dịch: “{cut(value)}”",
            en=f"“{key}” is the same in both languages, not translated: “{cut(value)}”",
        ),
        tuple(places[::-1]),
    )


def _nested(
    value: object, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The words for readers in tables and lists of a front matter, each with where it stands."""
    if len(path) > _DEEPEST:
        return
    if isinstance(value, Mapping):
        for key, held in value.items():
            yield from _nested(held, (*path, str(key)))
    elif isinstance(value, list):
        for index, held in enumerate(value):
            yield from _nested(held, (*path, index))
    elif isinstance(value, str) and len(path) > 1 and path[-1] in _SAID_BELOW:
        yield path, " ".join(value.split())


@rule("G112", Severity.WARNING)
def front_matter_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A title or a description in the front matter has different figures, or is missing from one
    language; so is what it says of the page besides, or the layout that it names is translated.

    A page without a title takes its first heading. Addresses, dates and notes for translators are
    each language's own. Other fields are compared on texts not published here. Front matter that
    stands below a blank line in one language only is told, too: most tools take it for text.

    Mend: Say the same in both languages.

    vi: Tên trang hoặc lời mô tả ở đầu tệp có con số khác, hoặc chỉ một bản có; bản dịch thiếu mục
    khác ở đó, hoặc dịch cả tên bố cục.

    Trang không có tên lấy tiêu đề đầu tiên. Địa chỉ, ngày tháng và ghi chú cho người dịch là của
    riêng từng bản. Các mục khác được so ở văn bản không đăng tại đây. Phần khai báo đứng dưới một
    dòng trống chỉ ở một bản cũng được báo: phần lớn công cụ coi đó là chữ của bài.

    Sửa: Ghi cùng một nội dung ở cả hai bản.

    Bad:  `title: Năm 2030` ↔ `title: The year 2035`
    Good: `title: Năm 2030` ↔ `title: The year 2030`
    """
    told = told_of_markup(bitext)
    for pages in bitext.pages():
        lowered = [_is_below_blank(page) for page in pages]
        if lowered[0] != lowered[1] and all(page.meta for page in pages):
            yield _below_blank(bitext, pages, Side(lowered.index(True)))
        if not (told or bitext.published):
            yield from _other_fields(bitext, pages)
        for key in _SAID:
            values = [_value(page, key) for page in pages]
            if not any(values):
                continue
            if not all(values):
                side = Side.TRANSLATION if values[0] else Side.ORIGINAL
                if not told and _is_asked(pages, key, side, rendering(bitext)):
                    yield _lacks(bitext, pages, key, side)
                continue
            bare = _without_equal_dates(bitext, values)
            figures = [_figures(value) for value in bare]
            if figures[0] == figures[1] or _spelt(bitext, bare, figures):
                continue
            shown = [cut(value) for value in values]
            yield Diagnostic(
                Wording(
                    vi=f"con số trong “{key}” khác nhau: “{shown[0]}” và “{shown[1]}”",
                    en=f"the figures in “{key}” differ: “{shown[0]}” and “{shown[1]}”",
                ),
                tuple(_at(bitext, side, page, key) for side, page in Side.of(pages)),
            )


def _is_below_blank(page: Page) -> bool:
    """Whether blank lines stand before the `---` that opens the front matter of `page`; a page
    within a file of several has its own in a comment.
    """
    if not page.meta or page.lines[0].strip():
        return False
    return next(line for line in page.lines if line.strip()).rstrip() == "---"


def _below_blank(bitext: Bitext, pages: tuple[Page, Page], side: Side) -> Diagnostic:
    page = pages[side]
    line = next(number for number, text in enumerate(page.lines, 1) if text.strip())
    return Diagnostic(
        Wording(
            vi="phần khai báo đứng dưới một dòng trống nên phần lớn công cụ coi đó là chữ của bài",
            en="the front matter stands below a blank line, so most tools take it for text",
        ),
        (
            bitext.at(side, Place(page.file, line, 1), len(page.lines[line - 1])),
            bitext.at(side.other, Place(pages[side.other].file, 1, 1)),
        ),
    )


def _other_fields(bitext: Bitext, pages: tuple[Page, Page]) -> Iterator[Diagnostic]:
    """What the front matter of a translation lacks of the original's, and the layout that it
    translates; nothing where the two have no field in common.
    """
    side = rendering(bitext)
    own, other = _fields(pages[side]), _fields(pages[side.other])
    if own.keys().isdisjoint(other):
        return
    lost = [key for key in other if key not in own and _is_kept(key, other[key])]
    if lost:
        language, shown = bitext.language(side), cut(", ".join(lost))
        yield Diagnostic(
            Wording(
                vi=f"phần đầu tệp trong bản {language.vi} thiếu “{shown}”",
                en=f"the front matter in {language.en} lacks “{shown}”",
            ),
            (
                bitext.at(side, Place(pages[side].file, 1, 1), 1, _HERE),
                _at(bitext, side.other, pages[side.other], lost[0]),
            ),
        )
    for key in _NAMING:
        values = own.get(key), other.get(key)
        if all(isinstance(value, str) for value in values) and values[0] != values[1]:
            shown = cut(str(values[0]))
            yield Diagnostic(
                Wording(
                    vi=f"“{key}” đặt tên bố cục, không được dịch: “{shown}”",
                    en=f"“{key}” names a layout, and is not to be translated: “{shown}”",
                ),
                tuple(_at(bitext, each, page, key) for each, page in Side.of(pages)),
            )


def _fields(page: Page) -> dict[str, object]:
    """The front matter of `page` by its keys; those that are no texts (YAML's `2024:` and `on:`)
    are left out.
    """
    return {key: value for key, value in page.meta.items() if isinstance(key, str)}


def _is_kept(key: str, value: object) -> bool:
    """Whether a translation should have a field of the original's front matter: the key is none of
    what is compared as words (`_SAID`) or belongs to one language, and there is a value, which is
    no address and no date.
    """
    if key in _SAID or _OWN.search(key) or not isinstance(value, (str, bool, int, list, Mapping)):
        return False
    held = value if isinstance(value, list) else [value]
    written = [each for each in held if isinstance(each, str)]
    return bool(value) and not any(map(_ADDRESS.match, written))


_OF_LANGUAGE = frozenset(
    {"lang", "language", "locale", "translated", "translation", "direction", "dir"}
)
"""Keys of the front matter that say how a translation stands to its original, or how it is written.
"""
_LARGEST = 1 << 64
"""Numbers from here on are no settings; Python writes none of more than 4300 digits."""


@rule("G115", Severity.WARNING)
def setting_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A whole number or a yes or no in the front matter, by which a tool orders or shows the page,
    is another one in the other language.

    Keys that name a language or a translation are left out, and so is what only one language says.

    Mend: Write the same value in both languages.

    vi: Số nguyên hoặc giá trị có/không ở đầu tệp, mà công cụ dùng để xếp hoặc hiện trang, khác với
    bản kia.

    Không xét khóa nói về ngôn ngữ hoặc bản dịch, và giá trị mà chỉ một bản có.

    Sửa: Ghi cùng một giá trị ở cả hai bản.

    Bad:  `weight: 20` ↔ `weight: 30`
    Good: `weight: 30` ↔ `weight: 30`
    """
    if told_of_markup(bitext):
        return
    for pages in bitext.pages():
        fields = _fields(pages[1])
        for key, value in _fields(pages[0]).items():
            other = fields.get(key)
            if key.casefold() in _OF_LANGUAGE or type(value) is not type(other) or value == other:
                continue
            if isinstance(value, int) and isinstance(other, int):
                if max(abs(value), abs(other)) >= _LARGEST:
                    continue
                shown = [str(each).lower() for each in (value, other)]
                yield Diagnostic(
                    Wording(
                        vi=f"“{cut(key)}” khác nhau: “{shown[0]}” và “{shown[1]}”",
                        en=f"“{cut(key)}” differs: “{shown[0]}” and “{shown[1]}”",
                    ),
                    tuple(_at(bitext, side, page, key) for side, page in Side.of(pages)),
                )


def _is_asked(pages: tuple[Page, Page], key: str, side: Side, translated: Side) -> bool:
    """Whether the page of `side` has to say what the other says as `key`: a description, unless it
    is the original and has no front matter; a title, where it has no heading to take for one.
    """
    page = pages[side]
    if key in page.meta and not pages[side].meta[key] and side is translated:
        return True  # the key was kept, and what it says lost
    if key == "description":
        return bool(page.meta) or side is translated
    return (
        key == "title"
        and side is translated
        and not page.meta
        and not any(division.heading for division in page.own_divisions())
    )


def _figures(value: str) -> list[str]:
    """The figures of `value` outside its tags, sorted; "01" is 1."""
    return sorted(found.lstrip("0") or "0" for found in _FIGURE.findall(_TAG.sub(" ", value)))


def _without_equal_dates(bitext: Bitext, values: list[str]) -> list[str]:
    """The two values without their dates, if these are the same, however they are written."""
    found = [read(value, bitext.documents[side].locale) for side, value in Side.of(values)]
    dated = [Counter(str(date.value) for date in one.dates) for one in found]
    if not dated[0] or dated[0] != dated[1]:
        return values
    return [
        blanked(value, [(date.start, date.start + len(date.printed)) for date in one.dates])
        for value, one in zip(values, found, strict=True)
    ]


def _spelt(bitext: Bitext, values: list[str], figures: list[list[str]]) -> bool:
    """Whether the figures that one value lacks are words there, or may be: small ones, or marks of
    another language's dates and thousands.
    """
    bare = [sorted(_DIGIT.findall(value)) for value in values]
    if bare[0] == bare[1]:
        return True
    lone = [[f for f in own if f not in figures[not side]] for side, own in enumerate(figures)]
    words = [
        {str(number.value) for number in read(value, bitext.documents[side].locale).spelt}
        for side, value in Side.of(values)
    ]
    if all(figure in words[side.other] for side, own in Side.of(lone) for figure in own):
        return True
    one_sided = not figures[0] or not figures[1]
    return one_sided and all(figure in ("0", "1") for own in lone for figure in own)


def _lacks(bitext: Bitext, pages: tuple[Page, Page], key: str, side: Side) -> Diagnostic:
    language = bitext.language(side)
    line = pages[side].line_of(key) if key in pages[side].meta else 1
    there = bitext.at(side, Place(pages[side].file, line, 1), 1, _HERE)
    return Diagnostic(
        Wording(
            vi=f"phần đầu tệp trong bản {language.vi} thiếu “{key}”",
            en=f"the front matter in {language.en} lacks “{key}”",
        ),
        (there, _at(bitext, side.other, pages[side.other], key)),
    )


_HERE = Wording(vi="chỗ còn thiếu: ở phần đầu tệp này", en="missing in this front matter")


def _value(page: Page, key: str) -> str:
    value = page.meta.get(key)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _is_prose(value: str) -> bool:
    words = _WORD.findall(value)
    small = [word for word in words if word.islower()]
    return "://" not in value and len(words) >= _MANY_WORDS and len(small) > 1


def _at(bitext: Bitext, side: Side, page: Page, key: str) -> Location:
    line = page.line_of(key)
    return bitext.at(side, Place(page.file, line, 1), len(page.lines[line - 1]))


def _at_value(bitext: Bitext, side: Side, page: Page, value: str) -> Location:
    """Where a value begins in the front matter: on the first line that has its first words."""
    said = value[:_SOUGHT].rstrip()
    line = next((n for n, text in enumerate(page.lines, 1) if said in text), 1)
    return bitext.at(side, Place(page.file, line, 1), len(page.lines[line - 1]))
