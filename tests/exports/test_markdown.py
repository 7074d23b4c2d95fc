"""The text as one Markdown file, read back by the project's own reader."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from diptych.check import check
from diptych.errors import CannotCheck
from diptych.model import Document, Provision, Segment, Side
from diptych.project.edition import Edition
from diptych.project.settings import Settings
from diptych.publication.citing import form_of
from diptych.reader import read_document
from tests.conftest import this_text
from tests.exports.data_editions import LACKING, SITE, invented, ours, written


def read_back(edition: Edition, side: Side, folder: Path) -> Document:
    language = edition.locales[side]
    file = folder / f"taken-away.{language}.md"
    file.write_bytes(written(edition, f"programme.{language}.md"))
    return read_document(file, language)


def outline(document: Document, *, ids: bool = True) -> list[tuple[object, ...]]:
    """All that the file must keep; ids of footnotes are made from their labels."""
    notes = {
        (page.path, note.label): [_provision(p, ids=False) for p in note.provisions]
        for page in document.pages
        for note in page.footnotes
    }

    def marks(segment: Segment, path: str) -> list[object]:
        return [(mark.offset, notes.get((path, mark.label))) for mark in segment.marks]

    found: list[tuple[object, ...]] = []
    for page in document.pages:
        if page.editorial:
            continue
        found.append((page.path, page.title, page.meta))
        for division in page.own_divisions():
            heading = division.heading
            found.append((division.id, division.citation, division.level, division.number))
            if heading:
                found.append((heading.text, _set_off(heading), marks(heading, page.path)))
            for top in division.provisions:
                found.append(_provision(top))
                found += [(p.id, marks(p.segment, page.path)) for p in top.walk()]
        for note in page.footnotes:
            found += [_provision(p, ids=ids) for p in note.provisions]
            found.append((note.label, note.id) if ids else ())
    return found


def _provision(provision: Provision, *, ids: bool = True) -> tuple[object, ...]:
    segment = provision.segment
    return (
        provision.id if ids else "",
        provision.kind,
        provision.number,
        segment.text,
        _set_off(segment),
        segment.code,
        [(link.target, link.picture) for link in segment.links],
        [_provision(child, ids=ids) for child in provision.children],
    )


def _set_off(segment: Segment) -> list[tuple[object, str, int]]:
    return [(s.emphasis, segment.text[s.start : s.end], s.end) for s in segment.stretches]


def survives(pages: dict[str, str], folder: Path, *, ids: bool = True) -> None:
    edition = invented(folder, pages, pages)
    again = read_back(edition, Side.ORIGINAL, folder)
    assert outline(again, ids=ids) == outline(edition.documents[0], ids=ids)


@pytest.mark.parametrize("side", Side)
def test_our_text_comes_back_word_for_word(side: Side, tmp_path: Path) -> None:
    again = read_back(ours(), side, tmp_path)
    assert outline(again) == outline(ours().documents[side])
    assert form_of(again) == form_of(ours().documents[side])


def test_the_files_can_be_checked_against_each_other(tmp_path: Path) -> None:
    files = []
    for language in ours().locales:
        files.append(tmp_path / f"programme.{language}.md")
        files[-1].write_bytes(written(ours(), files[-1].name))
    settings = Settings(
        (files[0], files[1]),
        ours().locales,
        glossary=this_text() / "glossary.toml",
        names=this_text() / "names.toml",
    )
    report = check(settings)
    assert report.diagnostics == ()
    assert report.compared["provisions"] == 46
    # and a slip is told with its line in the file
    text = files[1].read_text(encoding="utf-8").replace("# 6. ", "# 7. ")
    files[1].write_text(text, encoding="utf-8")
    found = [diagnostic.code for diagnostic in check(settings).diagnostics]
    assert "N101" in found


def test_it_says_what_it_is(tmp_path: Path) -> None:
    text = written(ours(), "programme.en.md").decode()
    head = yaml.safe_load(text.split("---\n")[1])
    assert head == {
        "title": ours().name(Side.TRANSLATION),
        "lang": "en",
        "status": "Unofficial translation. The original prevails.",
        "source": f"{SITE}en/",
        "date": "2024-02-29",
    }
    page = {"index.md": "# A: 'b' \"c\" # d\n"}
    bare = written(invented(tmp_path, page, page, ("fr", "de")), "programme.de.md").decode()
    assert yaml.safe_load(bare.split("---\n")[1]) == {
        "title": "A: 'b' \"c\" # d",
        "lang": "de",
        "status": "Unofficial translation. The original prevails.",
    }


CASES = {
    "sections of three levels": {
        "index.md": "# Tên\n\nMở đầu\n",
        "part-1/index.md": "# I. PHẦN\n\nLời\n",
        "part-1/section-1.md": "# 1. Mục\n\n## a) Tiểu mục\n\n### Sâu\n\n- gạch\n\n# 2. Mục\n\nx\n",
        "part-2.md": "# II. PHẦN\n\n1. một\n\n2. hai\n\n    tiếp\n",
    },
    "dashes in dashes in dashes": {
        "index.md": "# A\n\n- a\n\n    - b\n\n        - c\n\n            d\n\n    e\n\n- f\n"
    },
    "numbers that do not begin with one, and long ones": {
        "index.md": "# A\n\n7. a\n\n    b\n\n8. c\n\n    - d\n\n1234. e\n\n    f\n\n1999) g\n"
    },
    "a line of digits": {
        "index.md": "# A\n\n2023\\. năm\n\n- 15\\. a\n  16. b\n\ntext\n2030. more\n"
    },
    "tables": {
        "index.md": "# A\n\n| *a* | `b` |\n| --- | :-: |\n| c\\|d \\| g | `e\\|f` |\n|  | x |\n"
        "| y |  |\n\n| one |\n| --- |\n| two |\n\n- d\n\n    | g[^1] | h | i |\n"
        "    | --- | --- | --- |\n    | `a | b` | c | d |\n\n[^1]: n\n"
    },
    "quotations": {"index.md": "# A\n\n> q\n> r\n\n> s\n>\n> - t\n\n- u\n\n    > v\n"},
    "code": {
        "index.md": "# A\n\n```py\na = 1\n\n[^1]: b | ``c``\n```\n\n- d\n\n    ````\n    ```\n"
        "    ````\n\n-   ```\n    [^1]\n    ```\n\n    - e\n\n"
        "`[^1]` and ``a ` [^1]`` and [^1] and \\[^1]\n"
        "\n[^1]: n\n"
    },
    "dashes that open with something else": {
        "index.md": "# A\n\n- - a\n\n    - b\n\n-   | c | d |\n    | --- | --- |\n    | e | f |\n\n"
        "-   > g\n\n1.  - h\n"
    },
    "emphasis, escapes, entities": {
        "index.md": "# *A* \\# b #\n\n*a* **b** ***c*** \\*d\\* &amp; &lt; `e*f*` a_b_c\n\n"
        "- *g\n  h*\n"
    },
    "setext headings": {"index.md": "A\nb\n=====\n\nx\n\nC #\n---\n\ny\n"},
    "links": {
        "index.md": "# A\n\n[a](https://b.c/d) ![e](f.png) <https://g.h>\n\n- [i][j] [k]\n\n"
        "[j]: https://j.k\n[K]: https://k.l 'm'\n"
    },
    "footnotes with paragraphs and lists": {
        "index.md": "# A[^1]\n\n- a[^x] b[^1]\n\n    c[^2]\n\n[^1]: one\n\n    two\n\n    - three\n"
        "\n        four\n\n[^x]: - five\n\n    - six\n\n[^2]: > seven\n"
    },
    "raw HTML and comments": {
        "index.md": "# A\n\n<div>\nx\n</div>\n\n- a <sub>2</sub> <!-- c -->\n\n"
        "    <p>\n    y\n    </p>\n"
    },
    "front matter of all sorts": {
        "index.md": '---\ntitle: "A: --> b"\nn: 12\nlist: [x, "y\\n\\nz"]\nlayout: cover\n---\n'
        "\n# A\n",
        "b.md": "---\ntitle: 2023\n---\n\nKhông tiêu đề\n",
        "c.md": "text\n",
        "d.md": "---\ntitle: Trống\n---\n",
    },
}


@pytest.mark.parametrize("pages", CASES.values(), ids=CASES.keys())
def test_small_texts_come_back(pages: dict[str, str], tmp_path: Path) -> None:
    survives(pages, tmp_path)


def test_labels_that_come_again_on_another_page(tmp_path: Path) -> None:
    """One file has one note a label: later ones get a free number, and each mark its own note."""
    pages = {
        "index.md": "# A[^1]\n\n`[^1]` b[^2]\n\n[^1]: one\n\n[^2]: two\n",
        "b.md": "# I. B[^1]\n\nx[^1] y[^a]\n\n[^1]: three\n\n[^a]: four\n",
        "c.md": "# II. C\n\nx[^3] y[^1]\n\n[^1]: five\n\n[^3]: six\n",
    }
    survives(pages, tmp_path, ids=False)
    text = written(invented(tmp_path, pages, pages), "programme.vi.md").decode()
    for definition in ("[^4]: three", "[^a]: four", "[^5]: five", "[^3]: six"):
        assert definition in text


def test_a_note_without_text_stops_nothing(tmp_path: Path) -> None:
    page = {"index.md": "# A[^1]\n\n[^1]:\n"}
    assert "[^1]:\n" in written(invented(tmp_path, page, page), "programme.vi.md").decode()


def test_texts_that_lack_things(tmp_path: Path) -> None:
    edition = invented(tmp_path, *LACKING)
    for side in Side:
        again = read_back(edition, side, tmp_path)
        assert outline(again) == outline(edition.documents[side])


def test_any_markdown_reader_takes_it_for_one_text() -> None:
    """The marks of pages are comments: nothing of them is shown."""
    html = MarkdownIt("commonmark").render(written(ours(), "programme.en.md").decode())
    assert "<h1>" in html
    assert "<h2>" in html
    assert "&lt;!--" not in html


def test_a_file_of_pages_that_a_person_wrote(tmp_path: Path) -> None:
    file = tmp_path / "one.md"
    file.write_text(
        "---\ntitle: T\n---\n\nBefore.\n\n<!-- page: a.md -->\n\n# I. A\n\nx[^1]\n\n[^1]: n\n\n"
        "<!-- page: b.md\ntitle: B: c\n-->\n# II. B\n",
        encoding="utf-8",
    )
    with pytest.raises(CannotCheck) as stopped:
        read_document(file, "en")
    assert [(p.file, p.line) for p in stopped.value.problems] == [(file.as_posix(), 16)]
    text = file.read_text(encoding="utf-8").replace("title: B: c", 'title: "B: c"')
    file.write_text(text + "\n<!-- page: a.md -->\n\ny\n", encoding="utf-8")
    document = read_document(file, "en")
    assert [(page.path, page.title) for page in document.pages] == [
        ("index.md", "T"), ("a.md", "I. A"), ("b.md", "B: c"),
    ]  # fmt: skip
    assert [p.id for page in document.pages for p in page.provisions()] == [
        "cover-p1", "i-p1", "ii-p1",
    ]  # fmt: skip
    assert document.pages[1].divisions[0].place.line == 9


_WORD = st.sampled_from(
    ["một", "*hai*", "**ba**", "`bốn | [^1]`", "năm\\*", "15/8", "[^1]", "&amp;", "[x](y)", "\\|"]
)
_TEXT = st.lists(_WORD, min_size=1, max_size=4).map(lambda words: "đ " + " ".join(words))


def _indented(block: str) -> str:
    return "\n".join("    " + line if line else line for line in block.split("\n"))


def _item(mark: str, blocks: list[str]) -> str:
    first, *more = blocks
    return "\n\n".join([f"{mark} {first}", *map(_indented, more)])


_LEAF = st.one_of(
    _TEXT,
    _TEXT.map(lambda text: f"> {text}"),
    st.just("```\nmã [^1] | `x`\n```"),
    st.lists(_TEXT, min_size=2, max_size=2).map(
        lambda cells: f"| {cells[0]} | {cells[1]} |\n| - | - |\n| a |  |"
    ),
)  # fmt: skip
_BLOCK = st.recursive(
    _LEAF,
    lambda inner: st.tuples(
        st.sampled_from(["-", "-", "3.", "12."]), _TEXT, st.lists(inner, max_size=3)
    ).map(lambda made: _item(made[0], [made[1], *made[2]])),
    max_leaves=6,
)
_SECTION = st.tuples(
    st.sampled_from(["# I. A", "# B", "## 1. C", "### D *e*", ""]), st.lists(_BLOCK, max_size=4)
).map(lambda made: "\n\n".join([made[0], *made[1]]))
_PAGE = st.lists(_SECTION, min_size=1, max_size=3).map(
    lambda sections: "\n\n".join([*sections, "[^1]: Chú thích\n\n    - gạch\n"])
)
_PATHS = ("index.md", "p-1.md", "p-2/index.md", "p-2/s-1.md")


@given(st.lists(_PAGE, min_size=1, max_size=4))
@example(["# A\n\n- đ\n\n    - đ\n\n3. đ\n"])
def test_any_text_comes_back(pages: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        survives(dict(zip(_PATHS, pages, strict=False)), Path(folder), ids=False)


def test_the_same_bytes_from_a_second_build() -> None:
    again = Edition(ours().bitext, ours().site, ours().changed)
    for name in ("programme.vi.md", "programme.en.md"):
        assert written(again, name) == written(ours(), name)
