"""Hostile Markdown, made by a grammar from a seed: shared by the tests and the benchmark."""

from __future__ import annotations

import random
from dataclasses import dataclass

WORDS = (
    "Khánh Hòa",
    "ngày 10/8/2022",
    "15-CT/TW",
    "Seoul",
    "đối ngoại",
    "province",
    "III.",
    "2030",
)
SCHEMES = (
    "javascript:x()",
    "JaVaScript:x()",
    "java\tscript:x()",
    "&#106;avascript:x()",
    "%6aavascript:x",
    "javascript&colon;x()",
    "\x01javascript:x()",
    "vbscript:x",
    "data:text/html,<script>x()</script>",
    "data:image/svg+xml;base64,PHN2Zz4=",
    "//example.org/x",
    "\\\\example.org/x",
    "file:///etc/passwd",
    "https://example.org/x.png",
    "http:example.org",
    "blob:x",
    "&Tab;javascript:x",
    "&amp;#106;avascript:x",
)
TAGS = (
    "script",
    "iframe",
    "object",
    "embed",
    "form",
    "meta",
    "base",
    "link",
    "svg",
    "math",
    "style",
    "img",
    "a",
    "sub",
    "abbr",
    "textarea",
    "title",
    "noscript",
    "template",
    "video",
    "input",
    "p",
    "div",
    "span",
    "details",
    "SCRIPT",
    "x-y",
)
ATTRIBUTES = (
    "onload=x()",
    'onerror="x()"',
    "ONCLICK='x()'",
    "style='position:fixed'",
    "src={u}",
    'href="{u}"',
    "srcdoc='<script>x()</script>'",
    'http-equiv="refresh" content="0;url={u}"',
    "action={u}",
    "title='x'",
    "formaction={u}",
    'xlink:href="{u}"',
    "id=x",
    "/onload=x()",
    "\nonfocus=x() autofocus",
    "x\x0conload=x()",
)
FENCES = ("", "html", "{.x onclick=x()}", "mermaid")
BREAKS = (
    "<!-->",
    "<!--->",
    "--!>",
    "<!-- ",
    " -->",
    "<![CDATA[",
    "]]>",
    "<?x ?>",
    "<!DOCTYPE x>",
    "</script>",
    "</p>",
    "<",
    ">",
    '"',
    "'",
    "`",
    "``",
    "\\",
    "&lt;",
    "&#60;",
    "&quot;",
    "\u2028",
    "{{ 7*7 }}",
    "{% include 'x' %}",
    "{: onclick=x() }",
    "--8<-- 'x'",
    "\x02",
    "\x03",
    "\ufeff",
    "klzzwxh:0000",
    "wzxhzdk:0",
    "zz1337820767766393qq",
    "terms:x",
    "\x00",
)


@dataclass(frozen=True)
class Hostile:
    """A pair of pages, one a language."""

    vi: str
    en: str


def hostile(seed: int) -> Hostile:
    """The pair of that number: a page of hostile pieces beside another or its like."""
    made = Grammar(random.Random(seed))  # noqa: S311 - to be made again
    first = made.page()
    chance = seed % 4
    second = first if chance == 0 else made.page() if chance == 1 else first.replace("x()", "y")
    return Hostile(first, "# I. ONE\n\nText.\n" if chance == 3 else second)


class Grammar:
    """Pieces of Markdown, each as hostile as the last."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.deep = 0

    def page(self) -> str:
        matter = self.front_matter() if self.chance.random() < 0.2 else ""
        blocks = [self.block() for _ in range(self.chance.randint(1, 6))]
        return matter + self.chance.choice(("\n\n", "\n", "\n\n\n")).join(blocks) + "\n"

    def front_matter(self) -> str:
        keys = ("title", "cite", "layout", "view", "template", "description", "of", "x", "hide")
        lines = [
            self.chance.choice(keys)
            + ": "
            + self.chance.choice(("", '"', "[", "&a "))
            + self.inline()
            for _ in range(self.chance.randint(0, 3))
        ]
        return "\n".join(["---", *lines, self.chance.choice(("---", "...", "--"))]) + "\n"

    def block(self) -> str:
        text = self.inline()
        indented = self.chance.choice(("", "", "    ", "  ", "\t", "        ", "> ", "- ", "1. "))
        made = self.chance.choice(
            (
                f"# {text}",
                f"## 2. {text}",
                text,
                text,
                f"- {text}\n\n    {self.inline()}",
                f"> {text}",
                f"1. {text}",
                f"[^1]: {text}",
                f"[x]: {self.address()} '{text}'",
                f"*[HTML]: {text}",
                f"```{self.chance.choice(FENCES)}\n{text}\n```",
                f"~~~ {text}\n{self.inline()}\n~~~",
                f"| a | {text} |\n|:--|--:|\n| {self.inline()} | c |",
                f"<{self.chance.choice(TAGS)}>\n{text}\n",
                f"[^{self.piece()}]: {text}",
                f"{text}\n===",
                f"    {text}",
                f"<!-- {text}",
                f"<!-- {text} -->{self.inline()}",
                f"- - > {text}",
                f"<div markdown=1>\n{text}\n</div>",
                f"!!! note\n    {text}",
                f"term\n:   {text}",
            )
        )
        return "\n".join(indented + line for line in made.split("\n")) if indented else made

    def inline(self) -> str:
        return "".join(
            self.piece() + " " * self.chance.randint(0, 1) for _ in range(self.chance.randint(1, 5))
        )

    def piece(self) -> str:
        self.deep += 1
        try:
            if self.deep > 4:
                return self.chance.choice(WORDS)
            return self.chance.choice(
                (self.word, self.word, self.tag, self.link, self.cut, self.marked)
            )()
        finally:
            self.deep -= 1

    def word(self) -> str:
        return self.chance.choice(WORDS)

    def cut(self) -> str:
        return self.chance.choice(BREAKS)

    def address(self) -> str:
        return self.chance.choice(SCHEMES)

    def tag(self) -> str:
        name = self.chance.choice(TAGS)
        given = [
            self.chance.choice(ATTRIBUTES).replace("{u}", self.address())
            for _ in range(self.chance.randint(0, 2))
        ]
        end = self.chance.choice((">", ">", "/>", "", " >", "\n>"))
        after = self.chance.choice(("", self.piece(), f"{self.piece()}</{name}>"))
        return f"<{' '.join([name, *given])}{end}{after}"

    def link(self) -> str:
        text, url = self.piece(), self.address()
        return self.chance.choice(
            (
                f"[{text}]({url})",
                f"![{text}]({url})",
                f"<{url}>",
                f"[{text}](<{url}> '{self.piece()}')",
                f"[{text}][x]",
                "[x]",
                f"![{text}][x]",
                "[^1]",
                f"[^{text}]",
                f'[{text}]({url} "{text}")',
                f"[{text}]({url}",
                f"[![{text}]({url})]({url})",
            )
        )

    def marked(self) -> str:
        around = self.chance.choice(("*", "**", "_", "`", "***", "~~", '"', "“"))
        return f"{around}{self.piece()}{self.chance.choice((around, ''))}"
