"""Tags inside texts, the ids that headings declare, and the boxes of tasks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from diptych.diagnostics import Diagnostic, Location
from diptych.language.diacritics import folded
from diptych.language.tags import bare
from diptych.model import Division, Place, Segment, Side, Tag
from diptych.model.marks import attributes, command, tag_name
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.arguments import arguments
from diptych.rules.shared.counterparts import is_asked
from diptych.rules.shared.inline_commands import is_before_text
from diptych.rules.shared.told_markup import told_of_markup, told_of_tag
from diptych.wording import UNSAID, Wording

_LOOK = frozenset(
    {"abbr", "br", "wbr", "span", "font", "center", "small", "big", "nobr", "div", "p", "u"}
)
"""Tags that say how a text looks, or gloss it: a translation may need them elsewhere."""
_AS_MARKDOWN = frozenset({"b", "strong", "i", "em", "code"})
"""Tags that say what marks of Markdown say, which are compared as such."""
_LINKS = frozenset({"a", "img"})
_NO_WORD = pattern_of(r"[\W_]+")
_AGAIN = pattern_of(r"[-_]\d{1,2}\Z")
_RAISED = pattern_of(r"[\u2070-\u209f\u00b2\u00b3\u00b9]")
"""Figures and letters that are raised or lowered by themselves."""
_SUP = pattern_of(r"<sup(?=[\s>])", re.IGNORECASE)
_ENDING = pattern_of(r"(?<=[\dIVXLCMN])<sup>[^\W\d_]{1,4}</sup>", re.IGNORECASE)
"""The raised ending of a number or of an abbreviation: `1<sup>er</sup>`, `XX<sup>e</sup>`."""
_LIST = pattern_of(r"\\?\{:?\s?[.#\w]")
_CLASS = pattern_of(r"(?<=[\s{:])\.[A-Za-z][\w-]{0,60}")
_SIZES = frozenset({"width", "height", "align", "loading", "target", "rel"})
"""What an attribute list gives to a tool, and no words."""
_BOX = pattern_of(r"\[([ xX])\](?=\s|$)")
_BEGINNING = 15
"""How many letters of a heading an id that is made of it has at least."""
_NO_BREAK = pattern_of(r"</br[\s>]", re.IGNORECASE)
_SHOWN = 60
_FEW = 3
"""Up to how many times a tag that one page lacks is told each time; beyond, once for the page."""
_Lacking = tuple[tuple[Segment, Segment], Tag]
"""Two texts, and a tag of one of them that the other lacks."""


@rule("G104")
def tag_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A passage has a tag, a shortcode or a variable that its counterpart lacks.

    Line breaks, and tags that only say how a text looks, may differ. Links and pictures are
    compared by M105. A shortcode that only a translation has counts on published texts alone. The
    title of a fold that is missing is told with the fold; a tag missing in several places of a page
    is told once. `</br>` for a line break is told, too, where one language alone has it.

    Mend: Write the same tag in both languages.

    vi: Một đoạn có thẻ, lệnh hoặc biến mà đoạn tương ứng không có.

    Ngắt dòng và thẻ chỉ định hình thức có thể khác. Liên kết và ảnh do M105 so. Lệnh mà chỉ bản
    dịch có chỉ tính với văn bản được xuất bản. Tiêu đề của phần gập bị thiếu được báo cùng phần
    ấy; một thẻ thiếu ở nhiều chỗ trên một trang chỉ báo một lần. `</br>` viết thay cho ngắt dòng
    cũng được báo nếu chỉ một bản có.

    Sửa: Ghi cùng một thẻ ở cả hai bản.

    Bad:  `khí CO2` ↔ `the gas CO<sub>2</sub>`
    Good: `khí CO<sub>2</sub>` ↔ `the gas CO<sub>2</sub>`
    """
    if told_of_markup(bitext):
        return
    locales = bitext.original.locale, bitext.translation.locale
    lacking: dict[tuple[Side, str, str], list[_Lacking]] = {}
    for segments in bitext.texts():
        if not (segments[0].tags or segments[1].tags):
            continue
        tags = [
            [(name, tag) for name, tag in _tags(segments, side) if not _refused(bitext, name)]
            for side in Side
        ]
        counts = [Counter(name for name, _ in side) for side in tags]
        for side in Side:
            excess = counts[side] - counts[side.other]
            for name, tag in tags[side]:
                if _is_translators(bitext, side, tag) or _is_elsewhere(bitext, side, segments, tag):
                    continue
                if excess[name] > 0:
                    excess[name] -= 1
                    key = side, tag.place.file, name
                    lacking.setdefault(key, []).append((segments, tag))
        yield from _no_break(bitext, segments)
        if counts[0] == counts[1]:
            yield from _given(bitext, tags[0], tags[1], locales)
    for (side, file, name), found in lacking.items():
        if name == "<summary>" and (side, file, "<details>") in lacking:
            continue  # what it is the title of is missing
        more = len(found) - 1 if len(found) > _FEW else 0
        for segments, tag in found[:1] if more else found:
            yield _lacks(bitext, segments, side, name, tag, more)


def _no_break(bitext: Bitext, segments: tuple[Segment, Segment]) -> Iterator[Diagnostic]:
    """The first `</br>`, which opens nothing, of the text that has more of them."""
    found = [[tag for tag in each.tags if _NO_BREAK.match(tag.written)] for each in segments]
    side = Side(len(found[1]) > len(found[0]))
    if len(found[0]) != len(found[1]):
        tag = found[side][0]
        yield Diagnostic(
            Wording(
                vi=f"“{tag.written}” không mở thẻ nào; ngắt dòng là <br>",
                en=f"“{tag.written}” closes nothing; a line break is <br>",
            ),
            (
                bitext.at(side, tag.place, len(tag.written)),
                bitext.at(side.other, segments[side.other].place),
            ),
        )


def _tags(segments: tuple[Segment, Segment], side: Side) -> list[tuple[str, Tag]]:
    """The tags of a text that its counterpart should have, each with its name."""
    found = []
    markdown = segments[side].markdown
    raised = [bool(_ENDING.match(markdown, at.start())) for at in _SUP.finditer(markdown)]
    for tag in segments[side].tags:
        written = tag.written
        if raised and _SUP.match(written) and raised.pop(0):
            continue  # how a language sets its ordinals
        if written.startswith("<"):
            name = tag_name(written)
            if (
                name.lower() in _AS_MARKDOWN
                or written.startswith(("</", "<!"))
                or name.lower() in _LOOK
                or not name
            ):
                continue
            if name.lower() in _LINKS and attributes(written).keys() & {"href", "src"}:
                continue
            if name.lower() in ("sub", "sup") and _RAISED.search(segments[side.other].text):
                continue  # `CO₂`
            found.append((f"<{name}>", tag))
        elif written.startswith(("{{", "{%")):
            name, closing = command(written)
            if name and name != "comment" and not closing:
                found.append((name, tag))
        elif _LIST.match(written):
            found += [(f"{{{each}}}", tag) for each in sorted(_listed(written))]
    return found


def _listed(written: str) -> set[str]:
    """What an attribute list says of how its words are shown: its classes and its sizes."""
    sizes = {key: value for key, value in attributes(written).items() if key in _SIZES}
    return {*_CLASS.findall(written), *(f"{key}={value}" for key, value in sizes.items())}


def _is_translators(bitext: Bitext, side: Side, tag: Tag) -> bool:
    """Whether a tag is a command that a translation may have for its readers, as `in English`."""
    if tag.written.startswith("<"):
        return False
    other = bare(bitext.documents[side.other].locale)
    return not is_asked(bitext, side) or (other == "en" and "english" in tag.written.lower())


def _is_elsewhere(bitext: Bitext, side: Side, segments: tuple[Segment, Segment], tag: Tag) -> bool:
    """Whether the other language has a command within code, or on a line before the text, or says
    by itself where a link leads whose address the command makes.
    """
    other = segments[side.other]
    if other.links and f"]({tag.written}" in segments[side].markdown:
        return True
    return _is_in_code(other, tag) or is_before_text(bitext, side.other, other, tag.written)


def _is_in_code(other: Segment, tag: Tag) -> bool:
    """Whether the other text has a command within its code: `{% raw %}{{ x }}{% endraw %}`."""
    return tag.written.startswith("{") and any(
        tag.written in other.text[start:end] for start, end in other.code
    )


def _refused(bitext: Bitext, name: str) -> bool:
    return name.startswith("<") and told_of_tag(bitext, name.strip("<>"))


def _lacks(
    bitext: Bitext, segments: tuple[Segment, Segment], side: Side, name: str, tag: Tag, more: int
) -> Diagnostic:
    language = bitext.language(side.other)
    others = Wording(vi="", en="")
    if more:
        others = Wording(
            vi=f", và ở {more} chỗ nữa trên trang này",
            en=f", and in {more} more places of this page",
        )
    written = tag.written if len(tag.written) <= _SHOWN else name
    offset = sum(
        run.line < tag.place.line or run.column <= tag.place.column for run in segments[side].runs
    )
    start = segments[side].runs[min(offset, len(segments[side].runs)) - 1].offset if offset else 0
    return Diagnostic(
        Wording(
            vi=f"bản {language.vi} thiếu “{written}”{others.vi}",
            en=f"{language.en} lacks “{written}”{others.en}",
        ),
        (
            bitext.at(side, tag.place, len(tag.written)),
            bitext.about(side.other, segments[side.other], segments[side], start),
        ),
    )


def _given(
    bitext: Bitext,
    mine: list[tuple[str, Tag]],
    theirs: list[tuple[str, Tag]],
    locales: tuple[str, str],
) -> Iterator[Diagnostic]:
    """Findings on shortcodes and tags that are given other arguments, whatever their order."""
    given = [
        Counter((name, value) for name, tag in side for value in _values(name, tag, locales))
        for side in (mine, theirs)
    ]
    lone = [given[0] - given[1], given[1] - given[0]]
    if not (lone[0] and lone[1]):
        return
    first = [next(iter(side)) for side in lone]
    tags = [
        next(tag for name, tag in side if value in _values(name, tag, locales))
        for side, (_, value) in zip((mine, theirs), first, strict=True)
    ]
    shown = [value for _, value in first]
    yield Diagnostic(
        Wording(
            vi=f"“{first[0][0]}” nhận giá trị khác nhau: “{shown[0]}” và “{shown[1]}”",
            en=f"“{first[0][0]}” is given different values: “{shown[0]}” and “{shown[1]}”",
        ),
        tuple(bitext.at(side, tag.place, len(tag.written)) for side, tag in Side.of(tags)),
    )


def _values(name: str, tag: Tag, locales: tuple[str, str]) -> list[str]:
    if tag.written.startswith("{{ "):
        return []
    given = arguments(tag.written, name.strip("<>"), locales)
    if name.lower() == "<a>":  # a place, named in the page's language: M105 sees who leads there
        return sorted(value for key, value in given.items() if key not in ("id", "name"))
    return sorted(given.values())


@rule("G105")
def heading_id_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A heading declares a different id from its counterpart, or none, so that links to it break.

    An id that one language declares, and that the other's heading gets by itself, counts as the
    same.

    Mend: Give the heading the same id in both languages.

    vi: Tiêu đề khai báo id khác với tiêu đề tương ứng, hoặc không có id, nên liên kết đến đó bị
    hỏng.

    Nếu id ở bản này trùng với id tự sinh từ tiêu đề ở bản kia thì hai bản được coi là giống nhau.

    Sửa: Ghi cùng một id cho tiêu đề ở cả hai bản.

    Bad:  `## Phạm vi {#pham-vi}` ↔ `## Scope {#scope}`
    Good: `## Phạm vi {#scope}` ↔ `## Scope {#scope}`
    """
    lacking: dict[tuple[Side, str], list[tuple[Division, Division]]] = {}
    for pair in bitext.alignment.divisions:
        both = pair.both
        if both is None or not (both[0].heading and both[1].heading):
            continue
        anchors = [division.anchor for division in both]
        if anchors[0] == anchors[1]:
            continue
        if not bitext.published and all(_is_made(bitext, *each) for each in Side.of(both)):
            continue
        side = Side.TRANSLATION if anchors[0] else Side.ORIGINAL
        if not (anchors[0] and anchors[1]) and _by_itself(both[side], anchors[side.other]):
            continue
        if not (anchors[0] and anchors[1]):
            lacking.setdefault((side, both[side].place.file), []).append(both)
            continue
        yield Diagnostic(
            Wording(
                vi=f"id của tiêu đề khác nhau: “{anchors[0]}” và “{anchors[1]}”",
                en=f"the ids of the heading differ: “{anchors[0]}” and “{anchors[1]}”",
            ),
            tuple(_at_id(bitext, s, d) for s, d in Side.of(both)),
        )
    for (side, _), found in lacking.items():
        more = len(found) - 1 if len(found) > _FEW else 0
        for both in found[:1] if more else found:
            yield _without_id(bitext, side, both, more)


def _is_made(bitext: Bitext, side: Side, division: Division) -> bool:
    """Whether a heading in HTML has no id, or one that an editor made of its words."""
    page = bitext.documents[side].page_in(division.place.file)
    line = page.lines[division.place.line - 1] if page else ""
    if "<h" not in line or division.heading is None:
        return False
    own = folded(_NO_WORD.sub("", division.heading.text))[:_BEGINNING]
    return not division.anchor or own in folded(_NO_WORD.sub("", division.anchor))


def _without_id(
    bitext: Bitext, side: Side, both: tuple[Division, Division], more: int
) -> Diagnostic:
    language, anchor = bitext.language(side), both[side.other].anchor
    others = UNSAID
    if more:
        others = Wording(
            vi=f", và {more} tiêu đề nữa trên trang này cũng thiếu id",
            en=f", and {more} more headings of this page lack theirs",
        )
    return Diagnostic(
        Wording(
            vi=f"tiêu đề trong bản {language.vi} thiếu id “{anchor}”{others.vi}",
            en=f"the heading in {language.en} lacks the id “{anchor}”{others.en}",
        ),
        tuple(_at_id(bitext, s, d) for s, d in Side.of(both)),
    )


def _by_itself(division: Division, anchor: str) -> bool:
    """Whether the heading of `division`, which declares no id, gets `anchor` from its words, with
    its number or without it.
    """
    text = division.heading.text if division.heading else ""
    own = [_NO_WORD.sub("", said).lower() for said in (text, division.own_title)]
    again = _AGAIN.sub("", anchor)  # of a second heading in the same words
    return any(_NO_WORD.sub("", each).lower() in own for each in (anchor, again))


def _at_id(bitext: Bitext, side: Side, division: Division) -> Location:
    page = bitext.documents[side].page_in(division.place.file)
    line = page.lines[division.place.line - 1] if page else ""
    at = line.rfind(division.anchor) if division.anchor else -1
    if at < 0:
        return bitext.at(side, division.place, len(division.own_title))
    return bitext.at(
        side, Place(division.place.file, division.place.line, at + 1), len(division.anchor)
    )


@rule("G108")
def task_box_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """The box of a task is ticked in one language only, or missing from one.

    Mend: Tick the same tasks in both languages.

    vi: Ô của một việc chỉ được đánh dấu ở một bản, hoặc một bản không có ô.

    Sửa: Đánh dấu cùng những việc ở cả hai bản.

    Bad:  `- [ ] Dịch` ↔ `- [x] Translate`
    Good: `- [x] Dịch` ↔ `- [x] Translate`
    """
    for pair in bitext.alignment.provisions:
        if (both := pair.both) is None or not any("[" in p.segment.text[:1] for p in both):
            continue
        found = [_BOX.match(provision.segment.text) for provision in both]
        boxes = [match[1].lower() if match else "" for match in found]
        if boxes[0] == boxes[1] or not any(found):
            continue
        shown = [f"[{match[1]}]" if match else "—" for match in found]
        yield Diagnostic(
            Wording(
                vi=f"ô của việc này khác nhau: “{shown[0]}” và “{shown[1]}”",
                en=f"the box of this task differs: “{shown[0]}” and “{shown[1]}”",
            ),
            tuple(bitext.at(side, provision.place, 3) for side, provision in Side.of(both)),
        )
