"""One rendering of a text, laid out in each view with the same lists, tables and footnotes."""

from __future__ import annotations

from collections.abc import Mapping

import markdown
import pytest
from lxml.html import HtmlElement

from diptych.language.interface import InterfaceWords
from diptych.model import Document
from diptych.project.bitext import Bitext, bitext
from diptych.publication.addresses import WHOLE
from diptych.publication.derived_pages import DerivedPage
from diptych.reader import assembled
from diptych.reader.markdown_files import MarkdownText
from diptych.site.rendering.anchors import anchored
from diptych.site.rendering.comparison import compared
from diptych.site.rendering.page_blocks import parsed, serialised
from diptych.site.rendering.page_layout import RenderedText, Texts, laid_out, led
from tests.outlines import lists_in

VI = """# I. Một

Đoạn[^1] *nghiêng*.

- Gạch đầu.

    Tiếp theo.

    - Con thứ nhất.
    - Con thứ hai.

- Gạch sau.

Đoạn giữa.

3. Mục ba.

    1. Khoản một.

> Trích dẫn.

| Cột | Số |
|---|---:|
| Xã | 12 |

    mã

[^1]: Chú thích.

    Đoạn sau.
"""
EN = """# I. One

A paragraph[^1] in *italics*.

- First dash.

    Continued.

    - First child.
    - Second child.

- Last dash.

Between.

3. Item three.

    1. Point one.

> A quotation.

| Column | Number |
|---|---:|
| Commune | 12 |

    code

[^1]: A footnote.

    Its second paragraph.
"""


def read(locale: str, pages: Mapping[str, str]) -> Document:
    """A document of `pages`, by their paths."""
    texts = [
        (path, MarkdownText(path, tuple(text.split("\n")), {}, 0, 1))
        for path, text in pages.items()
    ]
    return assembled(texts, locale, ".")


def rendered(document: Document) -> dict[str, RenderedText]:
    """Its pages as the site has them."""
    found = {}
    for page in document.pages:
        text = "\n".join(page.lines)
        root = parsed(markdown.markdown(text, extensions=["footnotes", "tables"]))
        pairs, difference = compared(root, page, document.locale)
        assert difference is None
        anchored(root, pairs, page, InterfaceWords(document.locale), {})
        url = page.path.removesuffix(".md").removesuffix("index")
        found[f"{document.locale}/{page.path}"] = RenderedText(root, url and f"{url}/")
    return found


def both_read(
    vi: Mapping[str, str], en: Mapping[str, str]
) -> tuple[Bitext, dict[str, RenderedText]]:
    texts = bitext(read("vi", vi), read("en", en))
    return texts, rendered(texts.original) | rendered(texts.translation)


def shown(texts: Bitext, pages: Texts, of: str, view: str, language: str = "en") -> HtmlElement:
    """The page that shows `of` in a view to readers of `language`."""
    return laid_out(texts, pages, DerivedPage("x.md", "", view, of), language, "x/")


def beside(vi: str, en: str, language: str = "en") -> HtmlElement:
    """The bilingual view of a page for readers of `language`."""
    texts, pages = both_read({"index.md": vi}, {"index.md": en})
    return shown(texts, pages, "index.md", "both", language)


def cells(root: HtmlElement, identity: str) -> dict[str, str]:
    """The texts of a unit by language."""
    [row] = root.xpath(f".//*[@id='{identity}']")
    return {
        cell.get("lang"): " ".join(cell.text_content().split()) for cell in row.xpath("./*[@lang]")
    }


def test_every_view_has_the_lists_and_tables_of_the_single_page() -> None:
    texts, pages = both_read({"index.md": VI}, {"index.md": EN})
    single = lists_in(pages["en/index.md"].root)
    kinds = [(tag, name) for tag, name, _ in single]
    assert kinds == [
        ("ul", "dashes"), ("ol", "numbered"), ("table", None), ("ol", None),
    ]  # fmt: skip
    for path in ("index.md", WHOLE):
        for view in ("both", "whole"):
            assert lists_in(shown(texts, pages, path, view)) == single


def test_each_unit_has_both_texts_and_one_permalink_in_the_readers_language() -> None:
    for language, said in (("vi", "Liên kết tới"), ("en", "Link to")):
        root = beside(VI, EN, language)
        assert cells(root, "i") == {"vi": "I. Một", "en": "I. One"}
        assert cells(root, "i-d1") == {"vi": "Gạch đầu.", "en": "First dash."}
        assert cells(root, "i-d1-p2") == {"vi": "Tiếp theo.", "en": "Continued."}
        assert cells(root, "i-d1-2") == {"vi": "Con thứ hai.", "en": "Second child."}
        assert cells(root, "i-3") == {"vi": "3. Mục ba.", "en": "3. Item three."}
        assert root.xpath("string(.//*[@id='i-3-1']/*[@lang='en'])") == "1. Point one."
        row = root.xpath(".//table//tr")[1]
        texts = [[(said.get("lang"), said.text) for said in cell.xpath("./span")] for cell in row]
        assert texts == [[("vi", "Xã"), ("en", "Commune")], []]
        assert root.xpath(".//pre/@lang") == ["vi", "en"]
        assert root.xpath("string(.//blockquote//*[@lang='en'])").strip() == "A quotation."
        links = root.xpath(".//a[@class='permalink']")
        assert all(link.get("aria-label").startswith(said) for link in links)
        named = [link.get("href")[1:] for link in links]
        assert len(named) == len(set(named))
        assert set(named) == set(root.xpath(".//@id")) - set(root.xpath(".//sup/@id"))


def test_a_footnote_is_an_item_with_both_texts_and_ways_back_from_each() -> None:
    root = beside(VI, EN)
    [item] = root.xpath(".//div[@role='doc-endnotes']/ol/li")
    assert item.get("id") == "i-fn-1"
    assert cells(root, "i-fn-1")["en"].startswith("1 A footnote.")
    assert root.xpath(".//a[@role='doc-noteref']/@href") == ["#i-fn-1"] * 2
    assert root.xpath(".//sup/@id") == ["i-fn-1-ref", "i-fn-1-ref-en"]
    assert item.xpath(".//a[@role='doc-backlink']/@href") == ["#i-fn-1-ref", "#i-fn-1-ref-en"]
    assert root.xpath(".//div[@role='doc-endnotes']/@aria-label") == ["Footnotes"]


LONE = {
    "a paragraph": (
        "# I. Một\n\nĐoạn về cầu cảng.\n\nĐoạn về hồ nước.\n",
        "# I. One\n\nOf the port.\n\nOf 99 more.\n\nOf the lake.\n",
        ".//div[@id='i-p2']/following-sibling::div[@id='i-p3'] | .//div[not(@id)]/p[@lang='en']",
    ),
    "the first": ("Đoạn.\n", "# I. One\n\nA paragraph.\n", ".//div/h1[@lang='en']"),
    "a list": ("# I. Một\n\nĐoạn.\n", "# I. One\n\nOne.\n\n- Dash.\n", ".//ul/li/p[@lang='en']"),
    "a child": (
        "# I. Một\n\n- Gạch.\n", "# I. One\n\n- Dash.\n\n    1. Below.\n",
        ".//ul/li/ol[@class='numbered']/li/p[@lang='en']",
    ),
    "a dash and what is below": (
        "# I. Một\n\n- Gạch 12.\n", "# I. One\n\n- Dash 12.\n- More.\n\n    Further.\n",
        ".//ul/li[2]/div/p[@lang='en']",
    ),
    "a table": (
        "# I. Một\n\nĐoạn.\n", "# I. One\n\nOne.\n\n| A |\n|---|\n| b |\n",
        ".//table/tbody/tr/*[@lang='en']",
    ),
    "a footnote": (
        "# I. Một\n\nĐoạn.\n", "# I. One\n\nOne[^1].\n\n[^1]: Note.\n", ".//p[@lang='en'][.//a]",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", LONE)
def test_what_the_translation_alone_has_is_shown_where_it_stands(case: str) -> None:
    vi, en, place = LONE[case]
    root = beside(vi, en)
    assert root.xpath(place)
    ids = root.xpath(".//@id")
    assert len(ids) == len(set(ids))
    for text in ("Một", "Đoạn", "Gạch"):
        assert (text in vi) == (text in root.text_content())
    html = serialised(root)
    assert serialised(parsed(html)) == html


def test_what_the_original_alone_has_leaves_a_cell_out() -> None:
    root = beside("# I. Một\n\n- Gạch 1.\n- Gạch 2.\n", "# I. One\n\n- Dash 1.\n")
    assert cells(root, "i-2") == {"vi": "Gạch 2."}


def test_below_the_first_page_of_the_whole_headings_are_lower() -> None:
    vi = {"index.md": "# Một\n", "a/index.md": "# I. Hai\n", "a/b.md": "# 1. Ba\n\n## a) Bốn\n"}
    texts, pages = both_read(vi, vi)
    for view in ("both", "whole"):
        root = shown(texts, pages, WHOLE, view, "vi")
        headings = root.xpath(".//h1 | .//h2 | .//h3")
        assert [one.tag for one in headings if one.get("lang") != "en"] == ["h1", "h2", "h2", "h3"]
        assert root.xpath("./@data-page | ./*/@data-page") == ["", "a/", "a/b/"]


def test_a_page_that_was_not_rendered_leaves_its_leaf_empty() -> None:
    texts, _ = both_read({"index.md": VI}, {"index.md": EN})
    for view in ("both", "whole"):
        [leaf] = shown(texts, {}, WHOLE, view)
        assert not leaf.xpath(".//*[@lang] | .//p")


@pytest.mark.parametrize(
    ("link", "page", "shown_at", "named"),
    [
        ("../a.png", "part-1/", "both/part-1/", "../../a.png"),
        ("a.png", "", "whole/", "../a.png"),
        ("../part-2/#ii-1", "en/part-1/", "both/part-1/", "../../en/part-2/#ii-1"),
        ("../", "part-1/", "whole/", "../"),
        ("./", "part-1/", "part-1/", "./"),
        ("#i-1", "part-1/", "whole/", "#i-1"),
        ("https://x.y/z", "part-1/", "whole/", "https://x.y/z"),
        ("term:x", "part-1/", "whole/", "term:x"),
        ("", "part-1/", "whole/", ""),
    ],
)
def test_links_hold_where_a_page_is_shown(link: str, page: str, shown_at: str, named: str) -> None:
    assert led(link, page, shown_at) == named
    root = parsed(f'<p><a href="{link}">x</a></p>')
    [copied] = RenderedText(root, page).shown_at(shown_at).iter("a")
    assert copied.get("href") == named
