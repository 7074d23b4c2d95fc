"""Whole projects changed from a seed: texts, lists, settings, names, files, links."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.fuzz.hostile import BREAKS, SCHEMES, TAGS, WORDS, Grammar

LANGUAGES = ("vi", "en")
LISTS = ("glossary.toml", "names.toml", "source/corrections.toml")
READ = (*LISTS, "confirmed.txt", "source/received.txt", "pyproject.toml")
"""What a project reads besides its pages."""
PAGES = ("site/about", "guide/documents", "guide/glossary", "guide/partners", "site/corrections")
"""The editors' own: nothing of the source is held against them."""
TEXT = ("index", "part-1", "part-2", "part-3")
SIGNS = (
    "\x00", "\x08", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\xa0", "\xad", "\u0301", "\u0336",
    "\u061c", "\u200b", "\u200e", "\u202e", "\u2028", "\u2066", "\u2800", "\u3000", "\ue000",
    "\ufeff", "\ufffe", "\U000e0041", "а", "ο", "ｎ", "𝐧", "不", "ת", "😀", "٣", "ﬁ", "½", "đ", "Ế",
)  # fmt: skip
PIECES = (
    "&lt;script&gt;", "&#x202e;", "&quot;", "&#0;", "&#10;", "<!--", "-->", "---\n", "...", ": ",
    "- ", "\t", "\n", "\r", "\r\n", "    ", '"', "'", "\\", "`", "*", "**", "_", "[", "](", ")",
    "[^1]", "[^", "|", "\n\n", "# ", "> ", "1. ", "{{", "%}", "<br>", "<sub>", "~~", "”", "“",
    "<!-- diptych: allow V102 (x) -->", "<!-- page: x.md", "\n[[term]]\n", "\n[[name]]\n",
    "\n[[correction]]\n", "=", "[", "]", '"""', "\\u0000", "\\ud800", "!!python/none", "&a", "*a",
    "<<", "nan", "1e999", "0", "-1", "9" * 400, "ngày 10/8/2022", "15-CT/TW", "II.", "năm 2030",
)  # fmt: skip
NAMES = (
    "x", "X", "con", "nul", "a b", "a#b", "a?b", "a%2fb", "a&b", "a'b", 'a"b', "<b>", "a:b",
    "a\nb", "a\x1bb", "a\u202eb", "ke\u0302", "k\u00ea", "²", "٣", "-x", ".x", "x.", "x..md",
    "README", "index", "part-1", "Part-1", "whole", "both", "en", "404", "assets", "downloads",
    "constructor", "a" * 200, "{{x}}", "$(id)", "javascript:x", "::error::x", "😀",
)  # fmt: skip
SUFFIXES = (
    ".md", ".md", ".md", ".MD", ".markdown", ".html", ".svg", ".js", ".css", ".png", ".txt", "",
    ".xml", ".json", ".woff2", ".md~",
)  # fmt: skip
PLACES = (
    "", "vi/", "en/", "vi/guide/", "en/guide/", "vi/x/y/", "assets/javascripts/",
    "assets/stylesheets/", "fr/", ".git/", "pagefind/", "downloads/", "en/part-1/",
)  # fmt: skip
TARGETS = (
    "/etc/passwd", "/etc", "/dev/zero", "/dev/null", ".", "..", "nowhere", "part-1.md", "../vi",
    "../../source/received.txt", "/proc/self/environ", "loop.md",
)  # fmt: skip
KEYS = (
    "title", "title", "title", "cite", "description", "view", "layout", "of", "template", "hide",
    "search", "tags", "status", "icon", "x", "1", "~", "on", "__proto__",
)  # fmt: skip
VALUES = (
    "", "''", "[a, b]", "{a: b}", "2026-01-01", "2020-02-30", "1e999", ".nan", "true", "~",
    "12:30:45", "!!binary aGk=", "|\n  a\n  b", ">-\n  a", "'\"; } body{display:none} /*'",
    '"A\\nB"', '"A\\0B"', '"A\\ud800B"', '"A\\u202eB"', "'{{ 7*7 }}'", "'&lt;b&gt;'", "<b>",
    "'A\\'", "A & B", "glossary", "rules", "both", "cover", "closing", "../x", "part-3.md", "%22",
    "javascript:x()", "*a", "&a x", "{place}", "'</script>'", "0x1F", "  x  ", "'#'", "- x",
)  # fmt: skip

KINDS = ("", "body", "country")

Mutation = Callable[[random.Random, Path], None]


def mutated(seed: int, folder: Path) -> list[str]:
    """Change the project in `folder` by that seed; the names of what was done, in order."""
    chance = random.Random(seed)  # noqa: S311 - to be made again
    kinds = GENTLE if seed % 4 else ALL
    chosen = [chance.choice(kinds) for _ in range(chance.choice((1, 1, 1, 2, 2, 3)))]
    for mutation in chosen:
        try:
            mutation(chance, folder)
        except (OSError, ValueError):
            continue  # what stands there already, a name that no file may have
    return [mutation.__name__.strip("_") for mutation in chosen]


def _page(chance: random.Random, folder: Path) -> Path:
    pages = [file for file in sorted((folder / "docs").rglob("*.md")) if _plain(file)]
    return chance.choice(pages)


def _plain(file: Path) -> bool:
    return file.is_file() and not file.is_symlink()


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "surrogateescape")


def _put(file: Path, text: str) -> None:
    if _plain(file):
        file.write_bytes(text.encode("utf-8", "surrogateescape"))


def _both(chance: random.Random, folder: Path) -> list[Path]:
    page = chance.choice(PAGES)
    return [folder / f"docs/{language}/{page}.md" for language in LANGUAGES]


def _hostile_text(chance: random.Random, folder: Path) -> None:
    """A hostile block at the end of an editors' page, alike in both languages."""
    block = Grammar(chance).block()
    for file in _both(chance, folder):
        _put(file, f"{_text(file)}\n{block}\n")


def _odd_words(chance: random.Random, folder: Path) -> None:
    """Plain words with what is nearly markup, alike in both languages."""
    words = [chance.choice((*WORDS, *PIECES, *BREAKS)) for _ in range(chance.randint(1, 6))]
    opening = chance.choice(("", "", "- ", "## ", "> ", "1. ", "    "))
    for file in _both(chance, folder):
        _put(file, f"{_text(file)}\n{opening}{chance.choice(('', ' ')).join(words)}\n")


def _address(chance: random.Random, folder: Path) -> None:
    """A link or a picture to anywhere, alike in both languages."""
    form = chance.choice(("[x]({})", "![x]({})", "<{}>", "[x](<{}> 'y')", "[x][y]\n\n[y]: {}"))
    address = chance.choice((*SCHEMES, "about.md", "../part-1.md#i-p1", "#text", "x.png", "?q"))
    for file in _both(chance, folder):
        _put(file, f"{_text(file)}\n{form.format(address)}\n")


def _tag(chance: random.Random, folder: Path) -> None:
    """A tag as entities, which is text, in a heading, a list or a paragraph."""
    opening = chance.choice(("", "- ", "## ", "[^t]: ", "| a |\n|---|\n| "))
    tag = f"&lt;{chance.choice(TAGS)} onload=x()&gt;"
    for file in _both(chance, folder):
        _put(file, f"{_text(file)}\n{opening}{tag}\n")


def _declaration(chance: random.Random, folder: Path) -> None:
    """A key of the front matter with any value, in one language or in both."""
    line = f"{chance.choice(KEYS)}: {chance.choice(VALUES)}"
    files = _both(chance, folder)
    for file in files if chance.random() < 0.7 else [_page(chance, folder)]:
        text = _text(file)
        _put(file, text.replace("---\n", f"---\n{line}\n", 1))


def _title(chance: random.Random, folder: Path) -> None:
    """Another title, in place of the page's own."""
    value = chance.choice(VALUES)
    for file in _both(chance, folder):
        lines = _text(file).split("\n")
        lines[1] = f"title: {value}"
        _put(file, "\n".join(lines))


def _entry(chance: random.Random, folder: Path) -> None:
    """An entry more in a list, of odd values."""
    file = folder / chance.choice(LISTS)
    kind = {"glossary.toml": "term", "names.toml": "name"}.get(file.name, "remark")
    form = chance.choice((*PIECES, *WORDS, *SIGNS)).replace("\\", "\\\\").replace('"', '\\"')
    form = "".join(sign if sign >= " " or sign == "\t" else f"\\u{ord(sign):04x}" for sign in form)
    fields = (
        f'place = "i-p1"\nfound = "{form}"\nreason.vi = "{form}"\nreason.en = "x"'
        if kind == "remark"
        else f'vi = ["{form}x"]\nen = ["{form}y"]\nkind = "{chance.choice(KINDS)}"'
        f'\nabout.vi = "{form}"\nabout.en = "{form}"'
    )
    _put(file, f"{_text(file)}\n[[{kind}]]\n{fields}\n")


def _explanation(chance: random.Random, folder: Path) -> None:
    """Odd words in what the glossary or the register explains."""
    file, old = chance.choice(
        (
            (folder / "glossary.toml", "A document that"),
            (folder / "glossary.toml", "Cơ quan hành chính"),
            (folder / "source/corrections.toml", "The mark was lost"),
            (folder / "source/corrections.toml", "chưa rõ"),
        )
    )
    words = "".join(
        chance.choice((*PIECES, *BREAKS, *SCHEMES)) for _ in range(chance.randint(1, 3))
    )
    _put(file, _text(file).replace(old, words.replace("\\", "\\\\").replace('"', '\\"') + old))


def _translation(chance: random.Random, folder: Path) -> None:
    """Odd words within the translation of the text."""
    file = folder / f"docs/en/{chance.choice(TEXT)}.md"
    text = _text(file)
    at = chance.randrange(len(text))
    _put(file, text[:at] + chance.choice((*PIECES, *SIGNS, *BREAKS)) + text[at:])


def _new_page(chance: random.Random, folder: Path) -> None:
    """A page more of the editors, in both languages, by any name."""
    name = chance.choice(NAMES) if chance.random() < 0.6 else f"page-{chance.randrange(9)}"
    body = Grammar(chance).block() if chance.random() < 0.3 else "Text."
    for language in LANGUAGES:
        _write(folder / f"docs/{language}/guide/{name}.md", f"# Title\n\n{body}\n")


def _renamed_page(chance: random.Random, folder: Path) -> None:
    """An editors' page under another name, in both languages."""
    page, name = chance.choice(PAGES), chance.choice((*NAMES, "moved", "a-1", "guide/x"))
    for language in LANGUAGES:
        target = folder / f"docs/{language}/site/{name}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        (folder / f"docs/{language}/{page}.md").rename(target)


def _bytes(chance: random.Random, folder: Path) -> None:
    """Any file that the project reads, changed without regard to its form."""
    file = chance.choice([*(folder / name for name in READ), *[_page(chance, folder)] * 6])
    if not _plain(file):
        return
    content = file.read_bytes() or b"x"
    at, to = sorted(chance.randrange(len(content) + 1) for _ in range(2))
    odd = chance.choice((*PIECES, *SIGNS, *BREAKS)).encode("utf-8", "replace")
    made = chance.choice(
        (
            content[:at] + odd + content[at:],
            content[:at] + odd + content[min(to, at + 8) :],
            content[:at] + content[min(to, at + 40) :],
            content[:at] + content[at : at + 60] * 3 + content[at:],
            content[:at],
            content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :],
            content + odd * chance.choice((1, 50, 900)),
            b"\n".join(chance.sample(lines := content.split(b"\n"), len(lines))),
            b"",
            chance.choice((b"\xef\xbb\xbf", b"\xff\xfe", b"\x00")) + content,
        )
    )
    file.write_bytes(made)


def _other_file(chance: random.Random, folder: Path) -> None:
    """A file of any name and kind, anywhere below docs/."""
    place = chance.choice(PLACES) + chance.choice(NAMES) + chance.choice(SUFFIXES)
    _write(folder / "docs" / place, chance.choice(("# X\n\nText.\n", "<script>x()</script>\n", "")))


def _link(chance: random.Random, folder: Path) -> None:
    """A link of the file system, or a pipe, below docs/ or in place of a list."""
    place = chance.choice(("docs/en/z.md", "docs/vi/z", "docs/en/guide", "docs/en/part-1.md",
                           "docs/z.txt", "docs/vi/guide/loop.md", *READ))  # fmt: skip
    file = folder / place
    if file.is_dir() and not file.is_symlink():
        shutil.move(file, folder / "moved")
    file.unlink(missing_ok=True)
    if chance.random() < 0.1:
        os.mkfifo(file)
    else:
        file.symlink_to(chance.choice(TARGETS))


def _lost_page(chance: random.Random, folder: Path) -> None:
    """A page less, in one language or in both."""
    page = _page(chance, folder)
    for language in LANGUAGES if chance.random() < 0.6 else ("vi",):
        other = folder / "docs" / language / page.relative_to(folder / "docs").as_posix()[3:]
        other.unlink(missing_ok=True)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        file.write_text(text, encoding="utf-8")


GENTLE: tuple[Mutation, ...] = (
    _hostile_text, _odd_words, _odd_words, _odd_words, _address, _tag, _tag, _declaration, _title,
    _entry, _explanation, _explanation, _translation, _new_page, _renamed_page, _bytes,
)  # fmt: skip
"""What is mostly accepted, so that it comes to be built."""
ALL: tuple[Mutation, ...] = (*GENTLE, _other_file, _link, _lost_page, _bytes, _bytes)
