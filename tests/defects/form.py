"""Slips of form, language, hygiene and safety."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tests.defects.edits import (
    Edit,
    Paragraph,
    Tree,
    counterpart,
    operator,
    paragraphs,
    substituted,
)


def body(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return not paragraph.is_heading() and len(text) > 60 and "\n" not in text


def after_a_word(tree: Tree, language: str, inserted: str) -> Iterator[Edit]:
    """`inserted` after the fifth word of each longer paragraph."""
    yield from substituted(tree, language, r"\A(?:\S+ ){5}", lambda m: f"{m[0]}{inserted} ", body)


@operator("M101 O103")
def italics_lost(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r"(?<!\*)\*([^*]+)\*(?!\*)", r"\1")


@operator("M101 O103")
def bold_lost(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r"\*\*([^*]+)\*\*", r"\1")


@operator("M101 O103")
def italics_made_bold(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r"(?<!\*)\*([^*]+)\*(?!\*)", r"**\1**")


@operator("M101 O103 M106")
def italics_added(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r"\A((?:- )?(?:\S+ ){5})(\w+)", r"\1*\2*", body)


@operator("U102")
def emphasis_unclosed(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r"(?<=\w)\*(?!\*)(?=[\W])", "")


@operator("M102 O102")
def quotation_marks_lost(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r"“([^”]*)”", r"\1")


@operator("M103 O102")
def parentheses_lost(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r"\(([^()]*)\)", r"\1")


@operator("M103 M101 O102 V102 P101 P102 P105 T101")
def parenthesis_dropped_whole(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r" \([^()]*\)", "")


@operator("M104 O102")
def ellipsis_lost(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r",? ?\.\.\.|, etc\.", "")


@operator("M105 O102")
def link_target_changed(tree: Tree, language: str) -> Iterator[Edit]:
    for path, text in sorted(tree.items()):
        if path.startswith(f"{language}/") and "](corrections.md)" in text:
            at = text.index("](corrections.md)")
            new = text.replace("](corrections.md)", "](about.md)")
            yield Edit({path: new}, ((path, text.count("\n", 0, at) + 1),))


@operator("M105 O102")
def link_added(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(
        tree, language, r"\A((?:- )?(?:\S+ ){5})(\w+)", r"\1[\2](https://example.org/)", body
    )


@operator("L101 L102 O102")
def left_in_the_other_language(tree: Tree, language: str) -> Iterator[Edit]:
    for p in paragraphs(tree, language):
        if body(p) and not p.is_note():
            yield p.changed(tree[counterpart(p.path)].split("\n")[p.start])


@operator("L101 L102 L104 L106 O102 V103")
def clause_left_in_the_other_language(tree: Tree, language: str) -> Iterator[Edit]:
    for p in paragraphs(tree, language):
        if body(p) and not p.is_note() and len(p.text) > 300:
            other = tree[counterpart(p.path)].split("\n")[p.start]
            yield p.changed(p.text[: p.text.index(" ", 200)] + other[other.index(" ", 200) :])


@operator("L103 S110 O102 F104")
def text_of_another_dash(tree: Tree, language: str) -> Iterator[Edit]:
    dashes = [p for p in paragraphs(tree, language) if p.is_dash() and body(p)]
    for p, other in zip(dashes, dashes[2:], strict=False):
        yield p.changed(re.sub(r"\[\^\d\]", "", other.text))


@operator("L104 L106 O102 V101 V102 M101 M103 M104 T101 P101 U102")
def cut_in_half(tree: Tree, language: str) -> Iterator[Edit]:
    for p in paragraphs(tree, language):
        if body(p) and len(p.text) > 200:
            yield p.changed(p.text[: p.text.index(" ", len(p.text) // 2)] + ".")


@operator("L104 L106 O102 V101 V102 M101 M103 M104 T101 P101 U102")
def last_sentence_lost(tree: Tree, language: str) -> Iterator[Edit]:
    for p in paragraphs(tree, language):
        at = p.text.rfind(". ", 80)
        if body(p) and at > 0 and len(p.text) - at > 0.3 * len(p.text):
            yield p.changed(p.text[: at + 1])


@operator("L104 L106 O102")
def said_twice(tree: Tree, language: str) -> Iterator[Edit]:
    for p in paragraphs(tree, language):
        if body(p) and not p.is_note() and len(p.text) > 200:
            bare = re.sub(r"[\[\]^]|\d\]", "", p.text.removeprefix("- "))
            yield p.changed(f"{p.text} {bare}")


@operator("O102", languages="vi")
def word_changed(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r"\bkinh tế\b", "kinh tê")


@operator("O102", languages="vi")
def word_lost(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r"\bcông tác ", "")


@operator("O102", languages="vi")
def word_added(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r"\bkinh tế\b", "kinh tế biển")


@operator("O102", languages="vi")
def spelling_modernised(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r"hoá", "hóa")


@operator("H101")
def letters_decomposed(tree: Tree, language: str) -> Iterator[Edit]:
    word = {"vi": "ngoại", "en": "Nguyễn"}[language]
    yield from substituted(tree, language, word, unicodedata.normalize("NFD", word))


@operator("H102")
def zero_width_space(tree: Tree, language: str) -> Iterator[Edit]:
    yield from after_a_word(tree, language, "\u200b")


@operator("H102")
def soft_hyphen(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r"\A((?:- )?(?:\S+ ){4}\w)(\w)", "\\1\u00ad\\2", body)


@operator("H103")
def cyrillic_letter(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r"(?<=\w)a(?=\w)", "\u0430", body)


@operator("H103")
def icelandic_eth(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(tree, language, r"Đ", "\u00d0", body)


@operator("U103")
def tab_makes_code(tree: Tree, language: str) -> Iterator[Edit]:
    for p in paragraphs(tree, language):
        if p.is_plain() and len(p.text) > 60:
            yield p.changed(f"\t{p.text}")


@operator("U101")
def fence_unclosed(tree: Tree, language: str) -> Iterator[Edit]:
    for p in paragraphs(tree, language):
        if p.is_dash() and len(p.text) > 60:
            yield Edit({p.path: p.replaced("```", p.text)}, ((p.path, p.line),))


@operator("U101")
def comment_unclosed(tree: Tree, language: str) -> Iterator[Edit]:
    for p in paragraphs(tree, language):
        if p.is_dash() and len(p.text) > 60:
            yield Edit({p.path: p.replaced("<!-- xem", p.text)}, ((p.path, p.line),))


@operator("X101")
def script(tree: Tree, language: str) -> Iterator[Edit]:
    yield from after_a_word(tree, language, "<script>alert(1)</script>")


@operator("X101")
def event_handler(tree: Tree, language: str) -> Iterator[Edit]:
    yield from after_a_word(tree, language, '<sup onclick="alert(1)">1</sup>')


@operator("X101")
def frame(tree: Tree, language: str) -> Iterator[Edit]:
    yield from after_a_word(tree, language, '<iframe src="https://example.org/"></iframe>')


@operator("X102")
def link_that_runs(tree: Tree, language: str) -> Iterator[Edit]:
    yield from substituted(
        tree, language, r"\A((?:- )?(?:\S+ ){5})(\w+)", r"\1[\2](javascript:alert(1))", body
    )


@operator("X102")
def data_in_a_link(tree: Tree, language: str) -> Iterator[Edit]:
    yield from after_a_word(tree, language, "![x](data:image/png;base64,AAAA)")


@operator("X103")
def picture_from_elsewhere(tree: Tree, language: str) -> Iterator[Edit]:
    yield from after_a_word(tree, language, "![x](https://example.org/x.png)")
