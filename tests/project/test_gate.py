"""What may stand in the folder of texts: entries, each refused with its code or let in."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml.html import document_fromstring

from diptych.check import check
from diptych.output import github, html, lines, sarif, text
from diptych.output import json as json_form
from diptych.project.gate import ENTRIES, admitted
from diptych.project.pictures import LARGEST
from diptych.project.settings import settings
from diptych.safety.file_names import LONGEST

Entry = Callable[[Path], None]
"""Puts something into the folder of texts that it is given."""

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF"
WEBP = b"RIFF\x24\0\0\0WEBPVP8 "
AVIF = b"\0\0\0\x20ftypavif\0\0\0\0avifmif1miaf"
HEIF_AS_AVIF = b"\0\0\0\x1cftypmif1\0\0\0\0mif1avif"


def file(path: str, content: bytes = b"Text.\n") -> Entry:
    def put(docs: Path) -> None:
        where = docs / path
        where.parent.mkdir(parents=True, exist_ok=True)
        where.write_bytes(content)

    return put


def page(path: str) -> Entry:
    """In both languages."""
    return every(*(file(f"{locale}/{path}", b"Text.\n") for locale in ("vi", "en")))


def link(path: str, to: str) -> Entry:
    def put(docs: Path) -> None:
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).symlink_to(to)

    return put


def pipe(path: str) -> Entry:
    return lambda docs: os.mkfifo(docs / path)


def listening(path: str) -> Entry:
    def put(docs: Path) -> None:
        here = Path.cwd()
        os.chdir((docs / path).parent)  # a socket's path may not be long
        try:
            with socket.socket(socket.AF_UNIX) as made:
                made.bind(Path(path).name)
        finally:
            os.chdir(here)

    return put


def every(*entries: Entry) -> Entry:
    def put(docs: Path) -> None:
        for entry in entries:
            entry(docs)

    return put


STRAY, NAME, PICTURE = "X105", "X106", "X107"
REFUSED: dict[str, tuple[Entry, str, str]] = {
    **{
        f"a file {path}": (file(path), STRAY, f"docs/{path}")
        for path in (
            "en/x.html", "en/x.svg", "en/x.js", "en/x.css", "en/x.txt", "en/x.xml", "en/x.pdf",
            "en/x.wasm", "en/x.woff2", "en/x.json", "en/x.gif", "en/x.bmp", "en/CNAME",
            "en/.nojekyll", "en/.htaccess", "en/_headers", "en/x", "en/x.md.html", "en/x.markdown",
            "en/x.mkd", "en/x.mkdn", "en/x.mdown", "en/x.MD", "en/x.Md", "en/x.md ", "en/.x.md",
            "CNAME", "root.md", "robots.txt", "index.html", ".nojekyll", "a.png",
        )
    },
    "the theme's script": (
        file("assets/javascripts/site.js"), STRAY, "docs/assets/javascripts/site.js"
    ),
    "a third language": (file("fr/x.md"), STRAY, "docs/fr/x.md"),
    "a language in capitals": (file("EN/x.md"), STRAY, "docs/EN/x.md"),
    "a hidden folder": (file("en/.git/config"), STRAY, "docs/en/.git/config"),
    "a hidden folder beside the languages": (file(".git/config"), STRAY, "docs/.git/config"),
    "a folder with the name of a page": (file("en/x.md/y.md"), STRAY, "docs/en/x.md/y.md"),
    "a link to a device": (link("en/z.md", "/dev/zero"), STRAY, "docs/en/z.md"),
    "a link to a file elsewhere": (link("en/z.md", "/etc/passwd"), STRAY, "docs/en/z.md"),
    "a link to another page": (link("en/z.md", "a.md"), STRAY, "docs/en/z.md"),
    "a link to a folder elsewhere": (link("en/z", "/etc"), STRAY, "docs/en/z"),
    "a link that leads nowhere": (link("en/z.md", "gone"), STRAY, "docs/en/z.md"),
    "a link to itself": (link("en/z.md", "z.md"), STRAY, "docs/en/z.md"),
    "a link in a folder that is refused": (link("fr/z", "."), STRAY, "docs/fr/z"),
    "a link of another kind of file": (link("en/x.txt", "/etc/passwd"), STRAY, "docs/en/x.txt"),
    "a link deep below": (link("en/b/c/d/e/f", "../../.."), STRAY, "docs/en/b/c/d/e/f"),
    "a loop of links": (every(link("en/y", "."), link("en/z", ".")), STRAY, "docs/en/z"),
    "a loop named as Emacs names its links": (link("en/.#a", "."), STRAY, "docs/en/.#a"),
    "a folder named as an editor names a file": (file("en/x~/y.js"), STRAY, "docs/en/x~/y.js"),
    "a pipe": (pipe("en/z.md"), STRAY, "docs/en/z.md"),
    "a socket": (listening("en/z.md"), STRAY, "docs/en/z.md"),
    **{
        f"a page named {name!r}": (page(f"{name}.md"), NAME, f"docs/en/{name}")
        for name in (
            "a b", " a", "a ", "a#b", "a?b", "a%2fb", "a:b", "a|b", "a*b", "a'b", "a&b", "a,b",
            "a;b", "a+b", "a=b", "a@b", "a~b", "a!b", "a$b", "a(b)", "a[b]", "a{b}", "a^b", "a`b",
            "a.b", "a..b", "a_b", "-a", "a-", "-", "²", "①", "٣", "a３", "ａ", "𝐧", "ﬁ", "½",
            "a\u0301", "a\u00adb", "\u3164", "\u115f", "😀", "a\u0338", "README", "con", "NUL",
            "com1", "lpt9", "aux", "a" * (LONGEST + 1),
        )
    },
    **{
        f"a page named {name!r}": (page(f"{name}.md"), NAME, f"docs/en/{shown}")
        for name, shown in {
            'a"b': 'a"b', "a<b>": "a<b>", "a\\b": "a\\b", "a\nb": "a⟨U+000A⟩b",
            "a\u200bb": "a⟨U+200B⟩b", "a\x1b[2Jb": "a⟨U+001B⟩[2Jb", "a\u202eb": "a⟨U+202E⟩b",
        }.items()
    },
    **{
        f"a page where the site has {name!r}": (page(f"{name}.md"), NAME, f"docs/en/{name}.md")
        for name in (
            "assets", "downloads", "pagefind", "search", "both", "whole", "404", "sitemap", "vi",
            "en", "Assets", "WHOLE",
        )
    },
    "a folder where the site has one": (page("both/x.md"), NAME, "docs/en/both"),
    "a folder whose name is none": (page("b/a b/x.md"), NAME, "docs/en/b/a b"),
    "two names but for capitals": (page("A.md"), NAME, "docs/en/a.md"),
    "two folders but for capitals": (
        every(page("b/x.md"), page("B/y.md")), NAME, "docs/en/b"
    ),
    "two names but for composition": (
        every(page("ph\u1ea7n.md"), page("pha\u0302\u0300n.md")), NAME, "docs/en/ph"
    ),
    "two names but for a ligature": (every(page("ffi.md"), page("ﬃ.md")), NAME, "docs/en/"),
    "two pages at one address": (page("a/index.md"), NAME, "docs/en/a/index.md"),
    "two pages at one address but for capitals": (
        page("A/index.md"), NAME, "docs/en/A/index.md"
    ),
    **{
        f"a picture that is {what}": (file(path, content), PICTURE, f"docs/{path}")
        for what, path, content in (
            ("a page of HTML", "en/x.png", b"<script>alert(1)</script>"),
            ("empty", "en/x.png", b""),
            ("a beginning alone", "en/x.png", PNG[:8]),
            ("a JPEG called PNG", "en/x.png", JPEG),
            ("a PNG called JPEG", "en/x.jpg", PNG),
            ("an SVG called WebP", "en/x.webp", b"<svg/>"),
            ("a sound called WebP", "en/x.webp", b"RIFF\x24\0\0\0WAVEfmt "),
            ("a film called AVIF", "en/x.avif", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom"),
            ("beside no page", "en/pictures/x.png", PNG),
            ("too large", "en/x.png", PNG + b"\0" * LARGEST),
        )
    },
    "a picture named otherwise": (file("en/a b.png", PNG), NAME, "docs/en/a b.png"),
    "a picture in capitals": (file("en/x.PNG", PNG), STRAY, "docs/en/x.PNG"),
    "a link to a picture": (
        every(file("en/x.png", PNG), link("en/y.png", "x.png")), STRAY, "docs/en/y.png"
    ),
}  # fmt: skip
LET_IN: dict[str, Entry] = {
    "nothing but pages": page("b.md"),
    "pages in folders": page("b/c/d.md"),
    "a first page of a folder": page("b/index.md"),
    "letters of other scripts": page("phần-một/Đoạn-2/第三章/раздел-1.md"),
    "capitals": page("Part-1.md"),
    "the longest name": page("a" * LONGEST + ".md"),
    "names of the site's below the top": page("b/assets.md"),
    "the name of a device with more to it": page("console-1.md"),
    "an empty folder": lambda docs: (docs / "en/b").mkdir(),
    "pictures": every(
        file("en/x.png", PNG), file("vi/x.jpg", JPEG), file("en/y.jpeg", JPEG),
        file("en/x.webp", WEBP), file("en/x.avif", AVIF), file("en/y.avif", HEIF_AS_AVIF),
    ),
    "a picture in the folder of a page": every(page("b/c.md"), file("en/b/x.png", PNG)),
    "what Finder leaves": every(file(".DS_Store"), file("en/.DS_Store"), file("en/._a.md")),
    "what the Explorer leaves": every(file("en/Thumbs.db"), file("vi/desktop.ini")),
    "what Vim leaves": every(
        file("en/.a.md.swp"), file("en/.a.md.swo"), file("en/a.md~"), file(".x.swp")
    ),
    "what Emacs leaves": every(
        file("en/#a.md#"), file("en/a.md~"), link("en/.#a.md", "user@host.1234:1700000000")
    ),
}  # fmt: skip
KINDS = ("png", "jpg", "webp", "avif")


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of texts of a small project, and the working directory beside it."""
    monkeypatch.chdir(tmp_path)
    listed = ", ".join(f'"{kind}"' for kind in KINDS)
    Path("pyproject.toml").write_text(f"[tool.diptych]\npublish = true\npictures = [{listed}]\n")
    folder = Path("docs")
    page("a.md")(folder)
    return folder


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(name: str, docs: Path) -> None:
    put, code, where = REFUSED[name]
    put(docs)
    report = check(settings())
    assert report.refuses
    found = [one for one in report.diagnostics if one.code == code]
    told = [f"{one.locations[0].file} {one.message.en}" for one in found]
    assert any(where in one for one in told), told
    assert all(one.help["vi"] and one.help["en"] for one in found)
    assert {location.line for one in found for location in one.locations} == {1}


@pytest.mark.parametrize("name", LET_IN)
def test_what_is_let_in(name: str, docs: Path) -> None:
    LET_IN[name](docs)
    report = check(settings())
    assert [str(found) for found in report.diagnostics if found.code[0] == "X"] == []
    let_in = admitted(docs, ("vi", "en"), KINDS)
    assert "a.md" in let_in.pages["en"]
    assert let_in.walls == ()


def test_a_comment_silences_none(docs: Path) -> None:
    file("en/x.js")(docs)
    silencing = "Text. <!-- diptych: allow X105 (it is fine) -->\n"
    (docs / "en/a.md").write_text(silencing, encoding="utf-8")
    assert "X105" in {found.code for found in check(settings()).diagnostics}


@pytest.mark.parametrize("name", ["a\nb\x1b[31m.js", "a\udcffb.js", "::error::x.js", "a`b.js"])
def test_every_form_says_any_name(name: str, docs: Path) -> None:
    (docs / "en" / name).write_bytes(b"\xff\0\x1b[2J")
    (docs / "en/b.md").symlink_to("/dev/zero")
    report = check(settings())
    for language in ("vi", "en"):
        for form in (text, lines, github):
            said = form.rendered(report, language)
            said.encode()
            assert "X105" in said
            assert "\x1b[31m" not in said.replace("\x1b[31m\x1b[1m", "")
        assert len(json.loads(json_form.rendered(report, language))["diagnostics"]) == 2
        assert json.loads(sarif.rendered(report, language))["runs"][0]["results"]
        panel = html.panel(report.diagnostics, (), language, lambda code: "")
        root = document_fromstring(panel)
        assert [len(found.xpath(".//code")) for found in root.xpath("//table")] == [1, 1]
    assert all(line.count("\n") == 0 for line in lines.rendered(report, "en").split("\n"))


def test_more_files_than_are_looked_at_are_one_line(docs: Path) -> None:
    crowded = docs / "en/crowded"
    crowded.mkdir()
    for number in range(ENTRIES + 1):
        (crowded / str(number)).touch()
    let_in = admitted(docs, ("vi", "en"))
    [problem] = let_in.problems
    assert "docs/en/crowded: there are more than" in problem.sentence("en")
    assert not let_in.looked_through


def test_of_very_many_refusals_a_part_is_told(docs: Path) -> None:
    for number in range(1200):
        (docs / f"en/{number}.js").touch()
    link("en/z", ".")(docs)
    refused = admitted(docs, ("vi", "en")).refused
    assert len(refused) == 1001
    assert refused[0].walled
    assert refused[-1].message.en.startswith("201 more")


def test_deep_folders_are_one_line(docs: Path) -> None:
    (docs / "en" / "/".join("b" * 60)).mkdir(parents=True)
    [problem] = admitted(docs, ("vi", "en")).problems
    assert "nested deeper than" in problem.sentence("en")


def test_pictures_are_refused_unless_they_are_listed(docs: Path) -> None:
    file("en/x.png", PNG)(docs)
    [refused] = admitted(docs, ("vi", "en"), ("webp",)).refused
    assert refused.help.en.startswith('Write pictures = ["webp", "png"] in [tool.diptych]')
    assert admitted(docs, ("vi", "en"), ("png",)).pictures == {"en/x.png"}
