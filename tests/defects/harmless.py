"""Edits of which no rule may speak."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator

from tests.defects.edits import Edit, Tree, harmless, paragraphs, substituted, text_pages
from tests.defects.figures import MONTHS, NAME


def each_page(tree: Tree, language: str, change: Callable[[str], str]) -> Iterator[Edit]:
    for path, text in text_pages(tree, language):
        new = change(text)
        if new != text:
            yield Edit({path: new}, ())


@harmless()
def lines_rewrapped(tree: Tree, language: str) -> Iterator[Edit]:
    for p in paragraphs(tree, language):
        if len(p.text) > 100 and not p.text.startswith(("#", "**")):
            indent = re.match(r"( {4}|- |\d+\. |)", p.text)
            hang = "    " if p.is_note() else " " * len(indent[0] if indent else "")
            lines = textwrap.wrap(
                p.text, 80, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False
            )
            if any(re.match(r"\s*([-+*#>]|\d+[.)])\s", line) for line in lines[1:]):
                continue  # a line that happens to begin like a list item is another text
            yield Edit({p.path: p.replaced("\n".join(lines))}, ())


@harmless()
def windows_line_ends(tree: Tree, language: str) -> Iterator[Edit]:
    yield from each_page(tree, language, lambda text: text.replace("\n", "\r\n"))


@harmless()
def byte_order_mark(tree: Tree, language: str) -> Iterator[Edit]:
    yield from each_page(tree, language, lambda text: "\ufeff" + text)


@harmless()
def more_blank_lines(tree: Tree, language: str) -> Iterator[Edit]:
    yield from each_page(tree, language, lambda text: text.replace("\n\n", "\n\n\n"))


@harmless()
def blank_lines_at_the_end(tree: Tree, language: str) -> Iterator[Edit]:
    yield from each_page(tree, language, lambda text: text + "\n\n\n")


@harmless()
def no_line_end_at_the_end(tree: Tree, language: str) -> Iterator[Edit]:
    yield from each_page(tree, language, str.rstrip)


@harmless()
def trailing_space(tree: Tree, language: str) -> Iterator[Edit]:
    yield from each_page(
        tree, language, lambda text: re.sub(r"(?m)(?<=\w)([.,;:]?)$", r"\1 ", text)
    )


@harmless()
def two_spaces(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r"(?<=\w) (?=\w)", "  ", lambda p: p.is_dash())


@harmless()
def stars_for_dashes(tree: Tree, language: str) -> Iterator[Edit]:
    yield from each_page(tree, language, lambda text: re.sub(r"(?m)^- ", "* ", text))


@harmless()
def three_spaces_after_a_dash(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r"\A- ", "-   ")


@harmless()
def underscores_for_stars(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r"(?<![*\w])\*([^*]+)\*(?![*\w])", r"_\1_")


@harmless("en")  # the original prints what the source prints
def bracket_after_the_number(tree: Tree, language: str) -> Iterator[Edit]:
    yield from each_page(tree, language, lambda text: re.sub(r"(?m)^(\d)\. ", r"\1) ", text))


@harmless()
def editorial_comment_beside_a_text(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(
        tree, language, r"\Z", " <!-- xem lại / check 2025 -->", lambda p: p.is_dash()
    )


@harmless()
def editorial_comment_on_its_own(tree: Tree, language: str) -> Iterator[Edit]:
    for p in paragraphs(tree, language):
        if not p.text.startswith("    "):
            yield Edit({p.path: p.replaced("<!-- biên tập: đã đối chiếu 3 lần -->", p.text)}, ())


@harmless()
def blank_lines_between_dashes(tree: Tree, language: str) -> Iterator[Edit]:
    yield from each_page(
        tree, language, lambda text: re.sub(r"(?m)^(- .*)\n(?=- )", r"\1\n\n", text)
    )


@harmless()
def front_matter_added(tree: Tree, language: str) -> Iterator[Edit]:
    yield from each_page(
        tree, language, lambda text: re.sub(r"\A---\n", "---\ndescription: 12 điều\n", text)
    )


@harmless()
def notes_before_the_text(tree: Tree, language: str) -> Iterator[Edit]:
    for path, text in text_pages(tree, language):
        found = re.search(r"(?s)\n\n(\[\^1\]:.*)\Z", text)
        if found:
            head, _, rest = text[: found.start()].partition("\n\n")
            yield Edit({path: f"{head}\n\n{found[1].strip()}\n\n{rest}\n"}, ())


@harmless("en")
def another_form_of_date(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(
        tree, language, rf"(\d+) ({NAME}) (\d{{4}})", lambda m: f"{m[2]} {m[1]}, {m[3]}"
    )
    yield from substituted(
        tree, language, rf"(\d+) ({NAME}) (\d{{4}})",
        lambda m: f"{int(m[1]):02d}/{MONTHS.index(m[2]) + 1:02d}/{m[3]}",
    )  # fmt: skip


@harmless("en")
def number_in_words(tree: Tree, language: str) -> Iterator[Edit]:
    words = {"13": "thirteen", "3": "three", "5": "five"}
    yield from substituted(
        tree, language, r"(?<=than )13(?= )|(?<=past )3(?= )|\b5(?=-year)", lambda m: words[m[0]]
    )


@harmless("en")
def ordinal_in_words(tree: Tree, language: str) -> Iterator[Edit]:
    words = {"10th": "tenth", "12th": "twelfth", "13th": "thirteenth"}
    yield from substituted(tree, language, r"\b1[023]th\b", lambda m: words[m[0]])
    romans = {"10th": "X", "12th": "XII", "13th": "XIII"}
    yield from substituted(
        tree, language, r"\b(1[023]th) (tenure|Congress)", lambda m: f"{m[2]} {romans[m[1]]}"
    )


@harmless("en")
def another_wording(tree: Tree, language: str) -> Iterator[Edit]:
    for old, new in (
        ("Strengthen", "Reinforce"), ("in order to", "so as to"), ("especially", "above all"),
        ("carry out", "perform"), ("effectively", "with effect"), ("study", "look into"),
        ("shall", "are to"), ("a number of", "several"), ("important", "significant"),
        ("in the province", "across the province"), ("localities", "local areas"),
        ("At the same time", "Meanwhile"), ("implement", "put into practice"),
    ):  # fmt: skip
        yield from substituted(tree, language, rf"\b{old}\b", new)


@harmless("en")
def another_order_of_clauses(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(
        tree, language, r"(?<=; )([^;.()*“”]{30,})(; )([^;.()*“”]{30,})(?=;)", r"\3\2\1"
    )


@harmless("en")
def curly_quotation_marks_made_straight(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r"“([^”]*)”", r'"\1"')


@harmless("en")
def open_list_ended_by_dots(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r", etc\.", " …")


@harmless("en")
def dash_of_a_range(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r"(?<=\d)–(?=\d)", "-")
    yield from substituted(tree, language, r"(?<=\d)–(?=\d)", " to ")


@harmless("en")
def plural_or_possessive(tree: Tree, language: str) -> Iterator[Edit]:
    for old, new in (
        ("Action Programme", "Action Programme’s"), ("Directive", "Directives"),
        ("party committee", "party committees"), ("Secretariat", "Secretariat's"),
    ):  # fmt: skip
        yield from substituted(tree, language, rf"\b{old}\b(?! No)", new)


@harmless("en")
def other_capitals(tree: Tree, language: str) -> Iterator[Edit]:
    for word in ("Action Programme", "Party Committee", "Marine Economy"):
        yield from substituted(tree, language, word, word.lower(), lambda p: not p.is_heading())
