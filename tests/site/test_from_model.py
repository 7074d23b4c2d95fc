"""A page written from the model alone is what a generator makes of the same Markdown."""

from __future__ import annotations

import re

import markdown
import pytest

from diptych.language.interface import InterfaceWords
from diptych.model import Page
from diptych.site.rendering.anchors import anchored
from diptych.site.rendering.comparison import compared
from diptych.site.rendering.from_model import rendered
from diptych.site.rendering.page_blocks import parsed, serialised
from diptych.site.rendering.typesetting import typeset
from tests.reader.test_properties import document

BLANKS = re.compile(r"\s*(?:\n\s*|(?<=>)\s+(?=<))")
"""White space between blocks, which a generator has for whoever reads its HTML."""


def finished(root: object, page: Page) -> str:
    pairs, difference = compared(root, page, "vi")  # type: ignore[arg-type]
    assert difference is None
    anchored(root, pairs, page, InterfaceWords("vi"), {})  # type: ignore[arg-type]
    typeset(root)  # type: ignore[arg-type]
    return BLANKS.sub("", str(serialised(root)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "# I. MỘT\n\nĐoạn *nghiêng* và **đậm**, ngày 10 tháng 8, số 15-CT/TW.\n",
        "# I. MỘT\n\n## 1. Hai\n\nĐoạn.\n\n## 2. Ba\n\n- Gạch.\n",
        "**Đậm cả đoạn, có *nghiêng* ở giữa**\n",
        "- Gạch.\n\n    Tiếp.\n\n- Gạch.\n",
        "- Gạch.\n- Gạch.\n",
        "1. Một.\n2. Hai.\n\n    Tiếp.\n",
        "Chữ[^1] và[^2], lại[^1].\n\n[^1]: Một.\n\n    Hai.\n\n[^2]: Ba.\n",
        "| A | B |\n|---|---|\n| c *d* | |\n| e | f[^1] |\n\n[^1]: Một.\n",
        "> Trích.\n",
        "    mã & <dấu>\n",
        "Có `mã` trong chữ.\n",
        "- Gạch.\n\n    - Con.\n\n        Cháu.\n",
        "&amp; \\* &lt;b&gt; [liên *kết*](https://x.example/a?b=c) cuối.\n",
    ],
)
def test_a_generator_makes_the_same_of_it(text: str) -> None:
    page = document(text).pages[0]
    made = markdown.markdown(text, extensions=["footnotes", "tables"])
    assert finished(rendered(page), page) == finished(parsed(made), page)


def test_links_lead_where_they_may() -> None:
    page = document(
        "[a](https://x.example) [b](javascript:alert(1)) [c](part-2.md#ii) ![d](e.png) [f](#i)\n"
    ).pages[0]
    asked: list[str] = []

    def link_to(target: str) -> str:
        asked.append(target)
        return "#ii" if target == "part-2.md#ii" else ""

    made = str(serialised(rendered(page, link_to)))
    assert made == '<p><a href="https://x.example">a</a> b <a href="#ii">c</a> d f</p>'
    assert asked == ["part-2.md#ii", "#i"]


def test_links_in_a_row_keep_their_words() -> None:
    page = document("| A | B |\n|---|---|\n| [c](https://x.example/1) | d [e](#i) f |\n").pages[0]
    made = str(serialised(rendered(page, lambda target: target)))
    assert '<td><a href="https://x.example/1">c</a></td><td>d <a href="#i">e</a> f</td>' in made


def test_tags_and_raw_html_become_text_or_nothing() -> None:
    page = document("Chữ <b onclick='x'>đậm</b>.\n\n<script>alert(1)</script>\n").pages[0]
    made = str(serialised(rendered(page)))
    assert (
        made == "<p>Chữ <strong>đậm</strong>.</p><div>&lt;script&gt;alert(1)&lt;/script&gt;\n</div>"
    )


def test_a_mark_without_its_footnote_shows_its_figure() -> None:
    made = str(serialised(rendered(document("Chữ[^7].\n").pages[0])))
    assert made == '<p>Chữ<sup class="footnote-ref">7</sup>.</p>'


def test_lines_are_kept_for_a_cover() -> None:
    assert str(serialised(rendered(document("Dòng một\ndòng hai\n").pages[0]))) == (
        "<p>Dòng một\ndòng hai</p>"
    )
