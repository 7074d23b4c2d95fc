"""A block of code -> its lines without comments, as two languages should have them.

No program is parsed: strings and comments are told by their marks, which nearly all languages
share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from diptych.patterns import pattern_of

_HASH, _SLASHES, _DASHES, _SEMICOLON, _PERCENT = "#", "//", "--", ";", "%"
_MARKS: dict[str, tuple[str, ...]] = {
    "": (_HASH, _SLASHES, _DASHES),
    "sql": (_DASHES, _HASH),
    "lua": (_DASHES,),
    "haskell": (_DASHES,),
    "elm": (_DASHES,),
    "ada": (_DASHES,),
    "ini": (_SEMICOLON, _HASH),
    "asm": (_SEMICOLON, _HASH),
    "lisp": (_SEMICOLON,),
    "clojure": (_SEMICOLON,),
    "scheme": (_SEMICOLON,),
    "tex": (_PERCENT,),
    "latex": (_PERCENT,),
    "matlab": (_PERCENT,),
    "erlang": (_PERCENT,),
    "css": (),
    "json": (_SLASHES,),
}
"""The marks of a comment up to the end of its line, by language; `#` and `//` for others."""
_ANYWHERE = ("# ", "// ")
_SAME = {
    "js": "javascript", "mjs": "javascript", "cjs": "javascript", "node": "javascript",
    "ts": "typescript", "py": "python", "python3": "python", "py3": "python", "rb": "ruby",
    "rs": "rust", "golang": "go", "sh": "shell", "bash": "shell", "zsh": "shell",
    "console": "shell", "terminal": "shell", "shell-session": "shell", "shellscript": "shell",
    "yml": "yaml", "md": "markdown", "htm": "html", "c++": "cpp", "cs": "csharp", "c#": "csharp",
    "kt": "kotlin", "ps1": "powershell", "pwsh": "powershell", "docker": "dockerfile",
    "plaintext": "text", "plain": "text", "txt": "text", "none": "text", "jsonc": "json",
    "json5": "json", "hs": "haskell", "clj": "clojure", "tf": "hcl", "terraform": "hcl",
}  # fmt: skip
"""Other names of a language."""
_PLAIN = frozenset(
    {
        "",
        "text",
        "output",
        "log",
        "diff",
        "mermaid",
        "plantuml",
        "markdown",
        "mdx",
        "markdoc",
        "tree",
    }
    | {
        "blocks",
        "blocks3",
        "scratch",
        "html",
        "rst",
        "asciidoc",
        "mdoc",
        "liquid",
        "jinja",
        "gherkin",
        "feature",
        "bibtex",
        "email",
        "bf",
        "brainfuck",
    }
)
"""Blocks that may hold words for people: what is said in them is translated."""
_PART = pattern_of(r"[-_./]?[^\W_]+|[-_./]|[^\w./-]+")
_INFO = pattern_of(r"[\s{.]*+([^\s{},:.]*+)")
_TOKEN = pattern_of(r"\w+|[^\w\s]")
_NUMBER = pattern_of(r"(?<![\w.])\d+(?:[.,]\d+)*+(?!\w)")
_SHOWN = pattern_of(r">([^<>{}=]++)<(?=/)")
"""What an element shows: words for people."""
_DRAWN = pattern_of("[│┃├└┗┣]")
"""What trees and frames are drawn with: beside it stand words for people."""
_STROKES = pattern_of(r"[│┃├└┗┣─━|+`\s-]+")
"""What is drawn with, signs of every keyboard among it."""
_TEXT_BLOCKS = ('"""', "'''")
"""What opens and closes a string of several lines, as a function is described by."""
_MAILBOX = pattern_of(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")
"""The address of a person, which a translation invents anew."""
_FIELD = pattern_of(r"\{[^{}\n]{1,80}+\}")
_MARKED = pattern_of(r"\{[\d,\s-]*+\}|hl_lines=(?:\"[^\"]*+\"|'[^']*+')")
_FIGURES = pattern_of(r"\d+(?:-\d+)?")
_NAME = pattern_of(r"[^\W\d]\w*")
_COMPOUND = pattern_of(r"[a-z][A-Z]|[a-zA-Z]_[a-zA-Z]")
_LONG = 10
"""The least letters of a name that may be made of words."""
_SENTENCE = 3
"""The least words of what is read as a sentence."""
_DIGITS = "0123456789"
_BRANCH = pattern_of(
    r"(git (?:checkout -b|switch -c|push(?: -u| --set-upstream)? origin|branch) [\w.-]+)/[\w./-]+"
)
"""The name of a branch, invented for an example: `feature/amazing`."""
_NAMES = pattern_of(r"(?<=['/])[^\W\d_][^\W\d_A-Z]*+(?:-[^\W\d_A-Z]+)*+(?=['/.#])")
"""A part of a path, or a string of one word."""
_PICTURE = pattern_of(r"[^\w\x00-\u1fff]+[\ufe0f\s]*")
"""A picture before words: an emoji."""
_LETTERS = pattern_of(r"[^\W\d_]")
_KEYED = pattern_of(r"[A-Za-z0-9]")
_WORDS = pattern_of(r"[¡¿\s]*+[^\W\d_]+(?:[\s,.!?:;'’…-]+[^\W\d_]+)*+[\s.,;!?:…]*+")


WITHOUT_END = frozenset({"javascript", "typescript", "jsx", "tsx", "vue"})
"""Languages whose statements end with a sign or without."""
_LONE_NAME = pattern_of(r"\(\x00(\w+)\x00\)\x00(?==\x00>)")
"""The one name in brackets that a function takes: `(each) => `."""
_CLOSERS = frozenset(")]}")


def laid_out(tokens: Sequence[str], language: str) -> list[str]:
    """The tokens of a program in `language` without those that only say how it is laid out: what
    goes on with a line, and in JavaScript and its kin, which formatters write, what may end a
    statement, a comma before a bracket that closes, and brackets around the only name that a
    function takes.
    """
    kept = [each for each in tokens if each != "\\"]
    if language not in WITHOUT_END:
        return kept
    kept = [
        each
        for each, after in pairwise((*kept, ""))
        if each != ";" and not (each == "," and after in _CLOSERS)
    ]
    return _LONE_NAME.sub("\\1\x00", "\x00".join(kept)).split("\x00")


@dataclass(frozen=True, slots=True)
class CodeLine:
    """A line of code that says something beside comments."""

    text: str
    """The line without its comment, blanks folded."""
    number: int
    """How many lines of the block come before it."""

    def skeleton(self, locales: tuple[str, str]) -> tuple[str, ...]:
        """Its tokens; strings that say something to people, numbers, and what names one of the two
        `locales` in a path are alike.
        """
        return tuple(_tokens(without_locales(self.text, locales)))

    @property
    def foreign(self) -> bool:
        """Whether it has letters that no keyword has."""
        return any(not char.isascii() for char in _LETTERS.findall(_without_strings(self.text)))


def without_locales(text: str, locales: tuple[str, str]) -> str:
    """`text` without the parts of its names and paths that say one of the two `locales`."""
    for locale in locales:
        if "-" in locale:  # "/pt-BR/", which falls into two parts
            text = text.replace(locale, locale[:2])
    parts = _PART.findall(text)
    tags = {tag.lower() for locale in locales for tag in (locale, locale.partition("-")[0])}
    return "".join(part for part in parts if part.lstrip("-_./").lower() not in tags)


def language_of(info: str) -> str:
    """The language that the opening of a block names, by its usual name; empty without one."""
    found = _INFO.match(info)
    named = found[1].lower() if found and "=" not in found[1] else ""
    return _SAME.get(named, named)


def lines_marked(info: str) -> str:
    """The lines that the opening of a block says to mark, `{1,3-5}` or `hl_lines="1 3"`."""
    return " ".join(" ".join(_FIGURES.findall(found[0])) for found in _MARKED.finditer(info))


def is_plain(language: str) -> bool:
    """Whether a block in `language` may hold words for people rather than a program."""
    return language in _PLAIN


def is_drawn(code: str) -> bool:
    """Whether `code` draws a tree or a frame with words in it, rather than a program."""
    return bool(_DRAWN.search(code))


def are_drawn_alike(mine: CodeLine, theirs: CodeLine) -> bool:
    """Whether two lines of a drawing differ in what they are drawn with alone: `│` and `|`."""
    rows = [_STROKES.sub("", line.text) for line in (mine, theirs)]
    return rows[0] == rows[1] and (is_drawn(mine.text) or is_drawn(theirs.text))


def is_translated(mine: CodeLine, theirs: CodeLine, *, plain: bool) -> bool:
    """Whether what differs in two lines of code is words, or names made of words.

    In a `plain` block one word is enough, elsewhere it takes two, or names of several words each.
    """
    branches = [_BRANCH.sub(r"\1/", line.text) for line in (mine, theirs)]
    if branches[0] == branches[1] != mine.text:
        return True
    words = [Counter(_NAME.findall(_SHOWN.sub("", line.text))) for line in (mine, theirs)]
    lone = [list((words[0] - words[1]).elements()), list((words[1] - words[0]).elements())]
    if not (lone[0] and lone[1]):
        return False
    if sorted(map(str.lower, lone[0])) == sorted(map(str.lower, lone[1])):
        return False  # the same words with other capitals
    if all(_COMPOUND.search(name) and len(name) >= _LONG for side in lone for name in side):
        return len(lone[0]) == len(lone[1])
    fewest = min(len(side) for side in lone)
    least = 1 if plain else _SENTENCE
    in_a_sentence = plain and fewest >= _SENTENCE
    plainly = all(
        _is_plain_word(name)
        or (in_a_sentence and (name.isupper() or _is_plain_word(name.rstrip(_DIGITS))))
        for side in lone
        for name in side[:20]
    )
    return plainly and fewest >= least


def _is_plain_word(name: str) -> bool:
    return name.isalpha() and name[1:] == name[1:].lower()


def is_renamed(mine: CodeLine, theirs: CodeLine) -> bool:
    """Whether two lines of code differ in names within strings and paths alone, which a translation
    may translate: `'stars/sirius'`.
    """
    rows = [line.text.replace('"', "'") for line in (mine, theirs)]
    return _NAMES.sub("n", rows[0]) == _NAMES.sub("n", rows[1])


def code_lines(code: str, language: str) -> list[CodeLine]:
    """The lines of `code` without its comments and without those that are nothing else."""
    for mark in _TEXT_BLOCKS:
        parts = code.split(mark)
        for index in range(1, len(parts) - 1, 2):
            breaks = parts[index].count("\n")
            parts[index] = _without_words(parts[index])
            # the lines that follow keep their numbers
            parts[index + 1] = "\n" * (breaks - parts[index].count("\n")) + parts[index + 1]
        code = mark.join(parts)
    bare = _without_comments(code, _MARKS.get(language, (_HASH, _SLASHES)))
    bare = _without_blocks(bare, "<!--", "-->")
    lines = (
        CodeLine(" ".join(line.split()), number) for number, line in enumerate(bare.split("\n"))
    )
    return [line for line in lines if line.text]


def _without_words(text: str) -> str:
    """What a string of several lines holds, its words for people left out but for their fields."""
    lines = text.split("\n")
    said = (
        " ".join(_FIELD.findall(line))
        if _says_something(_FIELD.sub("", line).strip(" ,;"))
        else line
        for line in lines
    )
    kept = [*said] if len(lines) > 1 else lines
    if not any(map(str.strip, kept)):
        return ""
    return "" if len(lines) == 1 and text.count(" ") > 1 and "=" not in text else "\n".join(kept)


def _without_blocks(code: str, opening: str, closing: str) -> str:
    """`code` with comments between two marks blanked out, line breaks kept."""
    parts: list[str] = []
    at = 0
    while (start := code.find(opening, at)) >= 0:
        end = code.find(closing, start + len(opening))
        if end < 0:
            break
        end += len(closing)
        parts += [code[at:start], "\n" * code.count("\n", start, end)]
        at = end
    return "".join((*parts, code[at:]))


def _without_comments(code: str, marks: tuple[str, ...]) -> str:
    code = _without_blocks(code, "/*", "*/")
    return "\n".join(_without_comment(line, marks) for line in code.split("\n"))


def _without_comment(line: str, marks: tuple[str, ...]) -> str:
    """`line` without a comment that goes to its end; a mark inside a string is none.

    Behind code, `#` or `//` between blanks opens one in any language.
    """
    if not any(mark in line for mark in (*marks, *_ANYWHERE)):
        return line
    strings = _strings(line)
    begun = len(line) - len(line.lstrip())
    for index in _candidates(line, (*marks, *_ANYWHERE)):
        if index == begun and not line.startswith(marks, index):
            continue
        before = line[:index]
        if before and not before[-1].isspace() and before[-1] not in ";,{}()":
            continue  # `C#`, `http://`
        if not any(start < index < end for start, end in strings):
            return before
    return line


def _candidates(line: str, marks: tuple[str, ...]) -> Iterator[int]:
    return (index for index in range(len(line)) if line.startswith(marks, index))


def _strings(text: str) -> list[tuple[int, int]]:
    """Where strings stand in a line: between two quotation marks of one kind."""
    spans: list[tuple[int, int]] = []
    unclosed: set[str] = set()
    at = 0
    while at < len(text):
        mark = text[at]
        if mark not in _QUOTES or mark in unclosed:
            at += 1
            continue
        end = text.find(mark, at + 1)
        while end > 0 and text[end - 1] == "\\":
            end = text.find(mark, end + 1)
        if end < 0:
            unclosed.add(mark)  # no need to look again
            at += 1
        else:
            spans.append((at, end + 1))
            at = end + 1
    return spans


_QUOTES = "\"'`"


def _without_strings(text: str) -> str:
    parts: list[str] = []
    at = 0
    for start, end in _strings(text):
        parts.append(text[at:start])
        at = end
    return "".join((*parts, text[at:]))


def _tokens(text: str) -> Iterator[str]:
    text = _SHOWN.sub(lambda shown: ">“”<" if _LETTERS.search(shown[1]) else shown[0], text)
    at = 0
    for start, end in _strings(text):
        yield from _bare(text[at:start])
        said = text[start + 1 : end - 1]
        if not any(map(str.isalnum, said)):
            said = "".join(said.split())  # " !" in French
        fields = _FIELD.findall(said)
        words = _FIELD.sub("", said).strip("-_ ") if fields else said.strip("-_")
        if " " in words:
            words = words.strip("<>[]")  # a place to be filled in
        beside = fields and not _KEYED.search(words)  # `{value} ¥`
        yield "“”" if not said or beside or (words and _says_something(words)) else f'"{said}"'
        yield from fields
        at = end
    yield from _bare(text[at:])


def _bare(text: str) -> Iterator[str]:
    for found in _TOKEN.finditer(_NUMBER.sub("0", text)):
        yield found[0]


def _says_something(said: str) -> bool:
    """Whether a string is words for people."""
    said = _PICTURE.sub("", said, 1)
    if _MAILBOX.fullmatch(said) or any(not char.isascii() for char in _LETTERS.findall(said)):
        return True
    return bool(_WORDS.fullmatch(said)) or said.count(" ") > 1
