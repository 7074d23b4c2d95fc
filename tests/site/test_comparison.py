"""Two parsers, one truth: where Python-Markdown and the reader part, it is found."""

from __future__ import annotations

import markdown
import pytest

from diptych.language.interface import InterfaceWords
from diptych.model import Page
from diptych.site.rendering.anchors import anchored
from diptych.site.rendering.comparison import compared
from diptych.site.rendering.page_blocks import parsed, serialised
from tests.reader.test_properties import document


def page(text: str) -> Page:
    return document(text).pages[0]


def rendered(text: str) -> str:
    return markdown.markdown(text, extensions=["footnotes", "tables"])


def difference(text: str) -> str | None:
    _, found = compared(parsed(rendered(text)), page(text), "vi")
    return f"{found.locations[0].line}: {found.message.en}" if found else None


@pytest.mark.parametrize(
    "text",
    [
        "# I. MỘT\n\nĐoạn *nghiêng* và **đậm**.\n",
        "- Gạch.\n\n    Tiếp.\n\n- Gạch.\n",
        "- Gạch.\n- Gạch.\n",
        "1. Một.\n2. Hai.\n\n    Tiếp.\n",
        "Chữ[^1] và[^2].\n\n[^1]: Một.\n\n    Hai.\n\n[^2]: Ba.\n",
        "| A | B |\n|---|---|\n| c | d |\n",
        "> Trích.\n",
        "    mã\n",
        "- Gạch.\n\n    - Con.\n\n        Cháu.\n",
        "Chữ <!-- ẩn --> tiếp.\n\n<!-- ẩn -->\n",
        "&amp; \\* `mã` [liên kết](http://x.y).\n",
    ],
)
def test_the_two_parsers_agree(text: str) -> None:
    assert difference(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đoạn.\n- Gạch.\n", "1: the page does not render as written: paragraph “Đoạn.”"),
        (
            "- Gạch.\n\n  Tiếp.\n",
            "3: the page does not render as written: continuation paragraph",
        ),
        ("- Gạch.\n\n4. Bốn.\n", "3: the page does not render as written: numbered paragraph"),
        ("#Không trống\n", "1: the page does not render as written: paragraph “#Không trống”"),
        (
            "Chữ[^1] và[^2].\n\n[^2]: Hai.\n\n[^1]: Một.\n",
            "1: the footnote [^1] appears with the number 2",
        ),
    ],
)
def test_where_the_two_parsers_part_it_is_found(text: str, found: str) -> None:
    said = difference(text)
    assert said is not None
    assert said.startswith(found)


def test_anchors() -> None:
    text = "# III. BA\n\n- Chữ[^1].\n\n    Tiếp.\n\nĐoạn.\n\n4. Bốn.\n\n[^1]: Nội dung.\n"
    root, read = parsed(rendered(text)), page(text)
    pairs, found = compared(root, read, "vi")
    assert found is None
    anchored(root, pairs, read, InterfaceWords("vi"), {})
    html = serialised(root)
    assert '<h1 id="iii"><span class="number">III. </span>BA<a class="permalink"' in html
    assert '<li id="iii-d1" class="provision dash">' in html
    assert '<p id="iii-d1-p2" class="provision continuation">' in html
    assert '<li id="iii-4" class="provision item" value="4">' in html
    assert 'aria-label="Liên kết tới Phần III, gạch đầu dòng thứ nhất"' in html
    assert '<sup id="iii-fn-1-ref"><a class="footnote-ref" href="#iii-fn-1"' in html
    assert '<li id="iii-fn-1">' in html
    assert 'href="#iii-fn-1-ref"' in html


def test_a_number_that_html_would_count_otherwise_is_printed_as_written() -> None:
    text = "2. Hai.\n\n5. Năm.\n"
    root, read = parsed(rendered(text)), page(text)
    pairs, _ = compared(root, read, "vi")
    anchored(root, pairs, read, InterfaceWords("vi"), {})
    html = serialised(root)
    assert 'value="2"' in html
    assert 'value="5"' in html


def test_a_note_is_shown_by_the_figure_that_it_has() -> None:
    text = "Chữ[^3] và[^4].\n\n[^3]: Ba.\n\n[^4]: Bốn.\n"
    root, read = parsed(rendered(text)), page(text)
    pairs, _ = compared(root, read, "vi")
    anchored(root, pairs, read, InterfaceWords("vi"), {})
    assert [link.text for link in root.iter("a") if link.get("role") == "doc-noteref"] == ["3", "4"]
    assert [item.get("value") for item in root.iter("li")] == ["3", "4"]
