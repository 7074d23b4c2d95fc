"""Word files as cases: their XML, the Markdown that it becomes, and what is told of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from diptych.importing import imported
from tests.importing.word_files import paragraph, word_file

CASES = Path(__file__).with_name("cases")
RUN = re.compile(r"\*\*(?P<bold>[^*]+)\*\*|\*(?P<italic>[^*]+)\*|(?P<plain>[^*]+)")
CENTRED = '<w:pPr><w:jc w:val="center"/></w:pPr>'


def cases() -> Iterator[tuple[str, dict[str, str]]]:
    """The parts of every case by its name."""
    for path in sorted(CASES.glob("*.md")):
        title = ""
        parts: dict[str, str] = {}
        tokens = MarkdownIt().parse(path.read_text(encoding="utf-8"))
        for index, token in enumerate(tokens):
            if token.type == "heading_open" and token.tag == "h2":
                if title:
                    yield title, parts
                title, parts = tokens[index + 1].content, {}
            elif token.type == "fence":
                parts[token.info.strip()] = token.content
        if title:
            yield title, parts


def in_xml(line: str) -> str:
    """A line of a case's body."""
    if not line or line.startswith("<"):
        return line
    centred = line.startswith("=") and line.endswith("=")
    runs = []
    for run in RUN.finditer(line.strip("=") if centred else line):
        text = run["bold"] or run["italic"] or run["plain"]
        way = "<w:b/>" if run["bold"] else "<w:i/>" if run["italic"] else ""
        runs.append(paragraph(text, run=way).partition("</w:pPr>")[2].removesuffix("</w:p>"))
    return f"<w:p>{CENTRED if centred else ''}{''.join(runs)}</w:p>"


@pytest.mark.parametrize(("title", "parts"), list(cases()), ids=[title for title, _ in cases()])
def test_a_file_becomes_what_the_case_says(
    title: str, parts: dict[str, str], tmp_path: Path
) -> None:
    assert title
    body = "".join(map(in_xml, parts["body"].splitlines()))
    file = tmp_path / "given.docx"
    file.write_bytes(word_file({**parts, "body": body}))
    found = imported(file, "vi")
    if len(found.pages) == 1:
        assert found.pages[0].path == "index.md"
        written = found.pages[0].text
    else:
        written = "".join(f"--- {page.path}\n{page.text}" for page in found.pages)
    assert written == parts["expected"]
    told = [f"{r.ordinal}: {r.what.en}" + (f": {r.text}" if r.text else "") for r in found.remarks]
    assert told == parts.get("remarks", "").splitlines()
    assert all(remark.what.vi != remark.what.en for remark in found.remarks)
