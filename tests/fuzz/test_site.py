"""A whole site of a text that tries its best: what is no markup shows as text, wherever it goes."""

from __future__ import annotations

import html
from pathlib import Path

import markdown
from mkdocs.config import load_config

from tests.conftest import ROOT
from tests.fuzz.road import executable
from tests.hooks.test_build import build

BAD = "<img src=//example.org/x onerror=x()><script>x()</script>"
KNOWN = {"footnotes", "tables", "sane_lists", "pymdownx.superfences", "toc", "fenced_code"}
"""Extensions whose ways into a page were looked at: no attributes, no snippets, no macros."""


def test_entities_stay_text_on_every_page(project: Path) -> None:
    written = html.escape(BAD)
    for locale in ("vi", "en"):
        page = project / f"docs/{locale}/site/about.md"
        text = page.read_text(encoding="utf-8")
        [title] = [line for line in text.splitlines() if line.startswith("title:")]
        text = text.replace(title, 'title: "A & B\'s"', 1)
        text += f"\n## {written}\n\n{written} `{{{{ 7 * 7 }}}}`\n\n- {written}\n"
        page.write_text(text, encoding="utf-8")
    status, said = build(project)
    assert status == 0, said
    shown = (project / "site/site/about/index.html").read_text(encoding="utf-8")
    assert "{{ 7 * 7 }}" in shown
    assert "A &amp; B" in shown
    for file in (project / "site").rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        own = executable(text.replace("<script>(function", "").replace("<script type=", ""))
        assert [one for one in own if "onerror" in one or "//example.org" in one] == []


def test_the_site_uses_no_other_extension_of_markdown() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    assert set(config.markdown_extensions) == KNOWN
    assert not config.mdx_configs.get("pymdownx.superfences")


def test_columns_are_aligned_without_a_style() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    made = markdown.markdown(
        "| a |\n|--:|\n| b |",
        extensions=config.markdown_extensions,
        extension_configs=config.mdx_configs,
    )
    assert 'align="right"' in made
    assert "style" not in made
