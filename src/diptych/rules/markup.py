"""Markup: what was opened is closed, and a text stays a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from diptych.diagnostics import Diagnostic
from diptych.model import Division, Emphasis, Kind, Page, Place, Provision, Segment, Side
from diptych.model.marks import Mark, MarkKind
from diptych.model.markup import BROKEN_HEADING
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.prose import read_aloud
from diptych.rules.shared.rendering import rendering
from diptych.wording import Wording

_FENCE = pattern_of(r"\s*(`{3,}|~{3,})")
_STRAY = pattern_of(r"(?<!\*)\*+(?=\w)|(?<=\w)\*+|(?<=\S)\]\((?=\S)|`")
_HALF_LINK = pattern_of(r"(?<=\S)\]\((?=https?://)")
_OPEN_LINK = pattern_of(r"\[(?=[^\[\]()\n]{1,200}\(https?://[^\s()]{1,400}\))")
"""A link that lacks the bracket before its address: `[here(https://example.org)`."""
_ELSEWHERE = pattern_of(r"\]\(\{[{%]")
_HABIT = 5
"""How many of these marks on a page are reported one by one."""
_WOULD_SET = pattern_of(
    r"(?<![\w*])\*{1,3}(?![\w*])|(?<!\S)_{1,2}(?=[^\W\d_])|(?<=[^\W\d_]{3})_{1,2}(?!\w)"
)
"""Marks that set nothing, but would if they stood right: beside a blank, or unclosed."""
_IN_PATTERN = pattern_of(r"\d\*|\b\w\*\w\b|.?\*{1,2}(?:\.\w|[/\\])|[./\\_<=]\*")
"""A star within a formula, a path or a pattern of file names, with the character before it."""
_COMPUTED = pattern_of(r"\]\(\s?\{[{%]")
"""A link whose address a command of another tool makes."""
_ESCAPED = pattern_of(r"\\([*`\]])")
_MARKS = ("*", "_", "`", "](", "(http")
_PROSE = pattern_of(r"(?<![^\W\d_])[^\W\d_]+(?:[,.;:]?\s+[^\W\d_]+){5}")

_COMMAND = pattern_of(r"([ \t]*)[A-Za-z][\w.#-]{0,80}(?:\([^()\n]{0,400}\))?\n\1[ \t]")
"""A line of one word, perhaps with what it is given in parentheses, above lines indented further:
a command of a template and what it holds.
"""
_COMMENTS = ("//", "#", "/*", "--", "<!--")
"""How a line begins that says, in code, something to whoever reads it."""


@rule("U101")
def block_unclosed(bitext: Bitext) -> Iterator[Diagnostic]:
    """A block of code or a comment is opened and never closed, so that it swallows the rest of the
    page.

    Mend: Close it with three backticks, `-->` or `*/}`, or remove the mark that opened it.

    vi: Một khối mã hoặc một ghi chú ẩn được mở mà không đóng nên nuốt cả phần còn lại của trang.

    Sửa: Đóng lại bằng ba dấu nháy ngược, `-->` hoặc `*/}`, hoặc xóa dấu mở.

    Bad:  `<!-- xem lại` `- Một.` ↔ `- One.`
    Good: `<!-- xem lại -->` `- Một.` ↔ `- One.`
    """
    for side, page in _pages(bitext):
        for provision in page.all_provisions():
            if mark := _opened(page, provision):
                yield Diagnostic(
                    Wording(
                        vi=f"“{mark}” được mở ở đây và không được đóng",
                        en=f"“{mark}” is opened here and never closed",
                    ),
                    (bitext.at(side, provision.place, len(mark)),),
                )


def _opened(page: Page, provision: Provision) -> str:
    """What opens the block at `provision` if nothing closes it, else empty."""
    segment = provision.segment
    if provision.kind is Kind.HTML:
        last = segment.markdown.rfind("<!--")
        return "<!--" if last >= 0 and "-->" not in segment.markdown[last:] else ""
    if provision.kind is not Kind.CODE and segment.markdown.startswith("{/*"):
        rest = page.lines[segment.place.line - 1 :]
        return "" if any("*/}" in line for line in rest) else "{/*"
    fence = _FENCE.match(page.lines[segment.place.line - 1])
    if provision.kind is not Kind.CODE or fence is None:
        return ""
    end = min(segment.end_line, len(page.lines))
    closing = _FENCE.fullmatch(page.lines[end - 1].rstrip())
    closed = end > segment.place.line and closing and closing[1].startswith(fence[1])
    return "" if closed else fence[1]


_NEVER_CLOSED = Wording(vi="vì không được đóng", en="because it is never closed")
_SETS_NOTHING = Wording(
    vi="mà không in nghiêng hay in đậm chữ nào", en="and sets no words in italics or bold"
)


@rule("U102")
def markup_left_over(bitext: Bitext) -> Iterator[Diagnostic]:
    r"""A star, a low line, a backtick or half a link appears literally in the text, because it is
    never closed, or because a space beside it or a backslash makes it a sign like others.

    One that both languages have is taken to be intended. Of more than five on a page the first is
    reported, with how many there are.

    Mend: Close it, or remove it; write `\*` for a star that should be printed.

    vi: Dấu sao, dấu gạch dưới, dấu nháy ngược hoặc nửa liên kết hiện nguyên trong bài vì không được
    đóng, hoặc vì dấu cách bên cạnh hay dấu gạch chéo ngược khiến nó thành dấu thường.

    Dấu có ở cả hai bản được coi là cố ý. Nếu một trang có hơn năm chỗ, chỗ đầu được báo, kèm số chỗ
    còn lại.

    Sửa: Đóng lại, hoặc xóa dấu đó; viết `\*` nếu muốn in dấu sao.

    Bad:  `(*để báo cáo)` ↔ `(*for reporting*)`
    Good: `(*để báo cáo*)` ↔ `(*for reporting*)`
    """
    by_page: dict[tuple[str, Side], list[_Left]] = {}
    for left in _left_over(bitext):
        by_page.setdefault((left.segments[0].place.file, left.side), []).append(left)
    for found in by_page.values():
        together = len(found) > _HABIT and not bitext.published
        for left in found[:1] if together else found:
            yield _told_left(bitext, left, len(found) - 1 if together else 0)


class _Left(NamedTuple):
    """A mark that appears literally in the text of one language."""

    segments: tuple[Segment, Segment]
    side: Side
    stray: re.Match[str]
    said: Wording
    """Why it does."""


def _left_over(bitext: Bitext) -> Iterator[_Left]:
    """For each pair of texts of which one has more such marks, the first of them."""
    sure = {id(original) for original, _ in bitext.texts()}
    for segments in bitext.paired_texts():
        if not any(mark in segment.text for segment in segments for mark in _MARKS):
            continue
        found = [_strays(segment, exact=bitext.published) for segment in segments]
        said = _NEVER_CLOSED
        if len(found[0]) == len(found[1]) and not bitext.published:
            found = [_lost(segments, side) for side in Side]
            said = _SETS_NOTHING
        if len(found[0]) == len(found[1]):
            continue
        side = Side.ORIGINAL if len(found[0]) > len(found[1]) else Side.TRANSLATION
        if (bitext.published or side is not rendering(bitext)) and id(segments[0]) not in sure:
            continue  # what the other language has instead may stand elsewhere
        stray = found[side][0]
        printed = [each.text.count(stray[0]) for each in segments]
        if printed[0] == printed[1] and not bitext.published:
            continue  # the other language prints it, too, after a backslash
        yield _Left(segments, side, stray, said)


def _told_left(bitext: Bitext, left: _Left, more: int) -> Diagnostic:
    own, other = left.segments[left.side], left.segments[left.side.other]
    mark, start = left.stray[0], left.stray.start()
    others = Wording(vi=f", và {more} chỗ nữa trên trang này", en=f", and {more} more on this page")
    return Diagnostic(
        Wording(
            vi=f"dấu “{mark}” hiện nguyên trong bài {left.said.vi}{others.vi if more else ''}",
            en=f"“{mark}” appears literally in the text, {left.said.en}{others.en if more else ''}",
        ),
        (
            bitext.at(left.side, own.place_at(start), len(mark)),
            bitext.about(left.side.other, other, own, start),
        ),
    )


def _sets(segment: Segment, emphasis: Emphasis) -> int:
    """How many stretches of a text are set in `emphasis`."""
    return sum(emphasis in stretch.emphasis for stretch in segment.stretches)


def _lost(segments: tuple[Segment, Segment], side: Side) -> list[re.Match[str]]:
    """The marks that `side` prints, also after a backslash, in place of emphasis that the other
    language has and it lacks.
    """
    own, other = segments[side], segments[side.other]
    if all(_sets(own, emphasis) >= _sets(other, emphasis) for emphasis in Emphasis):
        return []
    texts = read_aloud(own), read_aloud(other)
    found = [match for pattern in (_STRAY, _WOULD_SET) for match in pattern.finditer(texts[0])]
    return [
        match
        for match in found
        if match[0][0] in "*_"
        and match[0] not in texts[1]
        and not _IN_PATTERN.match(texts[0], max(0, match.start() - 1))
        and not (match[0] == "*" and match.start() == 0 and texts[0].count("*") == 1)  # a note's
    ]


def _strays(segment: Segment, *, exact: bool) -> list[re.Match[str]]:
    """The marks in a text that opened nothing; those are meant that have a backslash.

    Unless the text is taken `exact`, so are those of formulas, patterns of files and other tools.
    """
    meant = Counter(_ESCAPED.findall(segment.markdown))
    strays = []
    text = segment.text if exact else read_aloud(segment)
    halves = () if exact else chain(*(p.finditer(segment.prose) for p in (_HALF_LINK, _OPEN_LINK)))
    for stray in chain(_STRAY.finditer(text), halves):
        if stray[0] == "](" and _ELSEWHERE.search(segment.markdown):
            continue  # an address that another tool fills in
        if not exact and _IN_PATTERN.match(text, max(0, stray.start() - 1)):
            continue
        if stray[0] == "](" and not exact and _COMPUTED.search(segment.markdown):
            continue  # a command makes the address
        if meant[stray[0][0]] > 0:
            meant[stray[0][0]] -= 1
        else:
            strays.append(stray)
    return strays


@rule("U103")
def text_made_code(bitext: Bitext) -> Iterator[Diagnostic]:
    """A paragraph of prose is indented so far that it becomes a block of code.

    Mend: Remove the tab or the spaces before it; a paragraph under a dash is indented by four
    spaces, with a blank line before it.

    vi: Một đoạn văn bị thụt vào quá xa nên thành khối mã.

    Sửa: Xóa dấu tab hoặc các dấu cách đầu dòng; đoạn dưới gạch đầu dòng được thụt vào bốn dấu cách,
    sau một dòng trống.

    Bad:  `        Đồng thời, tiếp tục mở rộng quan hệ hợp tác.`
    Good: `Đồng thời, tiếp tục mở rộng quan hệ hợp tác.`
    """
    for side, page in _pages(bitext):
        made = _made_code(page)
        beside = bitext.documents[side.other].page(page.path)
        if made and not bitext.published and beside and len(_made_code(beside)) >= len(made):
            continue  # a way of writing that both have
        for provision in made:
            segment = provision.segment
            other = bitext.alignment.counterparts[side].get(provision.id)
            if other is not None and other.kind is Kind.CODE:
                continue  # meant
            yield Diagnostic(
                Wording(
                    vi="đoạn văn này bị thụt vào nên thành khối mã",
                    en="this paragraph is indented, so it becomes a block of code",
                ),
                (
                    bitext.at(side, Place(page.file, segment.place.line, 1), 4),
                    *([bitext.at(side.other, other.place)] if other else []),
                ),
            )


@rule("U104")
def heading_mark_broken(bitext: Bitext) -> Iterator[Diagnostic]:
    """A paragraph begins with the # of a heading, but lacks the space after it.

    A blank of another kind (no-break, ideographic) and a full-width # open no heading either. A
    single # may begin a keyword (`#fruit`): it is reported only if the other language has a heading
    that this one lacks.

    Mend: Put a space after the #.

    vi: Một đoạn mở đầu bằng dấu # của tiêu đề nhưng thiếu dấu cách sau đó.

    Dấu trống khác dấu cách (không ngắt, toàn chiều rộng) và dấu # toàn chiều rộng cũng không mở
    được tiêu đề. Một dấu # có thể mở đầu một từ khóa (`#qua`): chỉ báo khi bản kia có tiêu đề mà
    bản này thiếu.

    Sửa: Thêm dấu cách sau dấu #.

    Bad:  `##Phạm vi` ↔ `## Scope`
    Good: `## Phạm vi` ↔ `## Scope`
    """
    lone: dict[Side, list[Division]] = {side: [] for side in Side}
    for pair in bitext.alignment.divisions:
        for side in Side:
            division = pair.side(side)
            if division is not None and division.heading and pair.both is None:
                lone[side].append(division)
    for side, page in _pages(bitext):
        for provision in page.provisions():
            found = BROKEN_HEADING.match(provision.segment.markdown)
            if not found or provision.kind is not Kind.PARAGRAPH:
                continue
            level = len(found[1] or found[2])
            meant = next((d for d in lone[side.other] if d.level == level), None)
            if level == 1 and meant is None:
                continue
            if meant is not None:
                lone[side.other].remove(meant)
            yield Diagnostic(
                _not_a_heading(found),
                (
                    bitext.at(side, provision.place, len(provision.segment.text)),
                    *([bitext.at(side.other, meant.place, len(meant.title))] if meant else []),
                ),
            )


def _not_a_heading(found: re.Match[str]) -> Wording:
    """Why the marks `found` open no heading."""
    if wide := found[2]:
        return Wording(
            vi=f"“{wide}” là dấu toàn chiều rộng, không phải “#”, nên đây không phải tiêu đề",
            en=f"“{wide}” is a full-width sign, not “#”, so this is not a heading",
        )
    if found[3]:
        return Wording(
            vi=f"sau “{found[1]}” là một dấu trống khác dấu cách nên đây không phải tiêu đề",
            en=f"what stands after “{found[1]}” is a blank of another kind than the space, so this "
            "is not a heading",
        )
    return Wording(
        vi=f"sau “{found[1]}” thiếu dấu cách nên đây không phải tiêu đề",
        en=f"a space is missing after “{found[1]}”, so this is not a heading",
    )


@rule("U105", silenceable=False, house=True)
def mark_of_another_tool(bitext: Bitext) -> Iterator[Diagnostic]:
    """A line or a passage is markup for another site generator, which a page here shows literally.

    Examples are `:::note`, `{{< include >}}`, `{% raw %}`, `{#id}`, `import …` and tags of
    components.

    Mend: Write it in Markdown, or remove it.

    vi: Một dòng hoặc một đoạn là cú pháp của công cụ dựng trang khác nên hiện nguyên trên trang ở
    đây.

    Ví dụ: `:::note`, `{{< include >}}`, `{% raw %}`, `{#id}`, `import …` và thẻ thành phần
    (component).

    Sửa: Viết bằng Markdown, hoặc bỏ đi.

    Bad:  `:::note`
    Good: `> Lưu ý`
    """
    for side, page in _pages(bitext):
        found = [(mark.written, mark.place) for mark in page.marks if _is_elsewhere(mark)]
        for segment in page.segments():
            found += [(t.written, t.place) for t in segment.tags if t.written.startswith("{")]
        for written, place in found:
            shown = written if len(written) <= _QUOTED else f"{written[: _QUOTED - 1]}…"
            yield Diagnostic(
                Wording(
                    vi=f"cú pháp của công cụ khác: “{shown}”",
                    en=f"markup for another tool: “{shown}”",
                ),
                (bitext.at(side, place, len(written)),),
            )


def _is_elsewhere(mark: Mark) -> bool:
    """Whether no page here can have `mark`; tags are told as raw HTML (X101)."""
    return not mark.closing and mark.kind not in (MarkKind.TAG, MarkKind.RULE)


_QUOTED = 60


def _made_code(page: Page) -> list[Provision]:
    """The blocks of code on `page` that are prose."""
    return [
        provision
        for provision in page.all_provisions()
        if provision.kind is Kind.CODE and _is_prose(page, provision.segment)
    ]


def _is_prose(page: Page, segment: Segment) -> bool:
    first = segment.place.line - 1
    indented = not _FENCE.match(page.lines[first])
    if _COMMAND.match("\n".join(page.lines[first : first + 2])):
        return False
    return indented and bool(_PROSE.search(_without_comments(segment.text)))


def _without_comments(code: str) -> str:
    """What stands in `code` beside its comments."""
    lines = (line for line in code.split("\n") if not line.lstrip().startswith(_COMMENTS))
    return "\n".join(line.partition(" // ")[0] for line in lines)


def _pages(bitext: Bitext) -> Iterator[tuple[Side, Page]]:
    for side, document in Side.of(bitext.documents):
        for page in document.pages:
            yield side, page
