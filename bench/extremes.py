"""Projects that are as large as the limits allow, each made to keep one part of the code busy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import count, islice

from diptych.files.limits import LINE
from diptych.files.toml import CHARACTERS
from diptych.glossary import ENTRIES
from diptych.model import Side
from diptych.reader.page_limits import BLOCK, LINES, MARKS
from diptych.reader.totals import PAGES, PROVISIONS, SIGNS
from diptych.reader.totals import TEXT as WHOLE
from diptych.source.corrections import ENTRIES as CORRECTIONS

TEXT = WHOLE - 20_000
"""Characters of a language, nearly as many as there may be."""
MOST = PROVISIONS - 10

Files = dict[str, str]
"""What a project holds, by its path."""

CHECKED: dict[str, Callable[[], Files]] = {}
"""By what it is made of; for the check."""
BUILT: dict[str, Callable[[], Files]] = {}
"""The same for the build."""

_SETTINGS = (
    '[tool.diptych]\npublish = true\noriginal = "vi"\ntranslation = "en"\neditorial = ["guide"]\n'
)
_FILE = 3_900_000
"""Bytes of a file that is nearly as large as any may be."""
_LIST = CHARACTERS - 1_000


def _case(
    cases: dict[str, Callable[[], Files]], name: str
) -> Callable[[Callable[[], Files]], Callable[[], Files]]:
    def listed(make: Callable[[], Files]) -> Callable[[], Files]:
        cases[name] = make
        return make

    return listed


def _project(vi: str, en: str | None = None, settings: str = "", **lists: str) -> Files:
    """A text in one file a language, the same in both if one is given, with lists by their name."""
    added = "".join(f'{name} = "{name}.toml"\n' for name in lists)
    files = {"pyproject.toml": _SETTINGS + added + settings}
    files |= {f"{name}.toml": text for name, text in lists.items()}
    for side, text in (("vi", vi), ("en", vi if en is None else en)):
        for number, page in enumerate(_pages(text), 1):
            files[f"docs/{side}/part-{number}.md"] = page
    return files


def _pages(text: str) -> Iterator[str]:
    """`text` in files of as many lines and characters as one may have."""
    page: list[str] = []
    size = 0
    for block in text.split("\n\n"):
        if page and (size + len(block.encode()) > _FILE or 2 * len(page) > LINES - 400):
            yield "\n\n".join(page)
            page, size = [], 0
        page.append(block)
        size += len(block.encode()) + 2
    yield "\n\n".join(page)


def _blocks(one: Callable[[int], str] | str, *, most: int = 10**9, room: int = TEXT) -> str:
    """Paragraphs made from their rank until the room is full."""
    made = []
    for number in range(most):
        block = one if isinstance(one, str) else one(number)
        room -= len(block) + 2
        if room < 0:
            break
        made.append(block)
    return "\n\n".join(made)


def _line(words: Iterable[str] | str, length: int = LINE) -> str:
    """A line of words, as long as one may be."""
    if isinstance(words, str):
        return (words * (length // len(words) + 1))[:length]
    line: list[str] = []
    for word in words:
        length -= len(word) + 1
        if length < 0:
            break
        line.append(word)
    return " ".join(line)


def _word(number: int, letters: str = "abcdefghijklmnopqrstuvwxyz") -> str:
    word = ""
    while number or not word:
        number, letter = divmod(number, len(letters))
        word += letters[letter]
    return word


def _capital(number: int, prefix: str) -> str:
    return f"{prefix}{_word(number)}xyz"


# patterns, each with the text that was slow


@_case(CHECKED, "comments in a row, then a letter")
def _comments() -> Files:
    return _project(_blocks(_line("<!-- -->", LINE - 10) + "x", room=5 * SIGNS))


@_case(CHECKED, "a comment that is not closed, of blanks")
def _unclosed_comment() -> Files:
    return _project(_blocks("Đoạn <!-- diptych:" + " " * (LINE - 100) + "x", most=90))


@_case(CHECKED, "openings of comments, none closed")
def _unclosed_comments() -> Files:
    return _project(_blocks("x " + _line("<!--diptych: ", 1_400), most=1))


@_case(CHECKED, "lone roman letters")
def _roman() -> Files:
    return _project(_blocks(_line("I V X ")))


@_case(CHECKED, "letters without a blank, in code")
def _code() -> Files:
    return _project(_blocks("x\n\n    " + "a" * (LINE - 10)))


@_case(CHECKED, "stars")
def _stars() -> Files:
    return _project("*" * (LINE - 10) + " x\n\n" + _blocks("x * y " * 3_000, room=5 * SIGNS))


@_case(CHECKED, "digits")
def _digits() -> Files:
    return _project(_blocks("1" * LINE))


@_case(CHECKED, "figures with dots and commas")
def _figures() -> Files:
    return _project(_blocks(_line("1.1,1.1,")))


@_case(CHECKED, "backquotes in ever longer runs")
def _backquotes() -> Files:
    return _project(_blocks(_line("`" * n + "a" for n in count(1)), room=SIGNS))


@_case(CHECKED, "tags, their attributes without an end")
def _tags() -> Files:
    return _project("\n".join(["<div <" + "a" * (LINE - 50)] * 2))


@_case(CHECKED, "quotation marks")
def _quotes() -> Files:
    return _project(_blocks(_line("“")))


@_case(CHECKED, "parentheses")
def _parentheses() -> Files:
    return _project(_blocks(_line("(a ")))


# what is compared with what


@_case(CHECKED, "capitalised words, nothing shared")
def _capitals() -> Files:
    def side(prefix: str) -> str:
        words = (_capital(n, prefix) for n in count())
        return _blocks(lambda _: "x " + _line(words, 2_000))

    return _project(side("A"), side("B"))


@_case(CHECKED, "capitalised words that begin alike, in one paragraph")
def _alike() -> Files:
    vi = "x " + _line((_capital(n, "Ab") + "q" for n in count()), LINE - 20)
    en = "x " + _line(("Ab" + _capital(n, "")[::-1] + "k" for n in count()), LINE - 20)
    return _project(_blocks(lambda n: f"{vi} {n}"), _blocks(lambda n: f"{en} {n}"))


@_case(CHECKED, "comments that silence")
def _silencing() -> Files:
    comment = "x <!-- diptych: allow V102, M103, P103, D101, L103 (y) -->"
    return _project(_blocks(comment, most=MOST))


@_case(CHECKED, "dashes against twice as many")
def _dashes() -> Files:
    vi = _blocks(lambda n: f"- {_word(n)} và các việc khác nữa {n}", most=MOST // 2)
    en = _blocks(lambda n: f"- {_word(7 * n)} and some other work {n + 9}", most=MOST)
    return _project(vi, en)


@_case(CHECKED, "a few dashes against many")
def _few_dashes() -> Files:
    vi = _blocks(lambda n: f"- {_word(n)} và các việc khác nữa {n}", most=500)
    en = _blocks(lambda n: f"- {_word(7 * n)} and some other work {n + 9}", most=MOST)
    return _project(vi, en)


@_case(CHECKED, "other dashes, as many")
def _other_dashes() -> Files:
    vi = _blocks(lambda n: f"- {_word(n)} và các việc khác nữa", most=MOST)
    en = _blocks(lambda n: f"- {_word(7 * n)} and some other work", most=MOST)
    return _project(vi, en)


@_case(CHECKED, "dashes with one name in common")
def _one_name() -> Files:
    vi = _blocks(lambda n: f"- Tới Ulsan {n}" if n % 2 else f"- và {_word(n)}", most=MOST)
    en = _blocks(lambda n: f"- to Ulsan {n + 3}" if n % 3 else f"- and {_word(n)}", most=MOST)
    return _project(vi, en)


@_case(CHECKED, "headings against twice as many")
def _headings() -> Files:
    vi = _blocks(lambda n: f"# {n + 1}. A\n\nx", most=MOST // 2)
    en = _blocks(lambda n: f"## {n}. B\n\ny", most=MOST // 4)
    return _project(vi, en)


@_case(CHECKED, "headings in both")
def _same_headings() -> Files:
    return _project(_blocks(lambda n: f"{'#' * (n % 6 + 1)} {n}. A\n\nx", most=MOST // 2))


@_case(CHECKED, "words of the original said over and over")
def _repeated() -> Files:
    return _sourced("và " * 200_000, "và x " * 100_000)


@_case(CHECKED, "words of the original in another mix")
def _mixed() -> Files:
    words = ["và", "của", "các", "trong", "được", "cho", "với", "là"]
    source = " ".join(words[n * n * 31 % 8] for n in range(200_000))
    printed = " ".join(words[n * n * 17 % 7] for n in range(200_000))
    return _sourced(source, printed)


@_case(CHECKED, "a source of other words")
def _other_source() -> Files:
    return _sourced(_line(map(_word, count()), TEXT), _line(map(_capital2, count()), TEXT))


def _capital2(number: int) -> str:
    return _capital(number, "q")


def _sourced(source: str, printed: str, register: str = "") -> Files:
    """A project whose original is held against a source."""
    lines = [_line(islice(words, 2_000)) for words in [iter(printed.split())] for _ in range(2_000)]
    text = "# I. A\n\n" + _blocks(lambda n: lines[n], most=len([line for line in lines if line]))
    settings = (
        '[tool.diptych.source]\nfile = "source.txt"\nregister = "corrections.toml"\n'
        f'sha256 = "{"0" * 64}"\n'
    )
    files = _project(text, settings=settings)
    files["source.txt"] = "I. A\n\n" + source[:TEXT]
    files["corrections.toml"] = register
    return files


@_case(CHECKED, "terms of one first word, and a text of it")
def _terms() -> Files:
    entries = islice(
        (f'[[term]]\nvi = ["a b c{n}"]\nen = ["a b c{n}"]\n' for n in count()), ENTRIES
    )
    return _project(_blocks(_line("a b ")), glossary="".join(entries)[:_LIST].rpartition("[[")[0])


@_case(CHECKED, "terms of two words said over and over")
def _deep_terms() -> Files:
    entries = (f'[[term]]\nvi = ["{"a " * n}b"]\nen = ["{"a " * n}c"]\n' for n in range(1, 60))
    return _project(_blocks(_line("a ")), glossary="".join(entries))


@_case(CHECKED, "terms below one another")
def _nested_terms() -> Files:
    entries = "".join(
        f'[[term]]\nvi = ["{_word(n)}"]\nen = ["b"]\nunder = "{_word(n + 1)}"\n'
        for n in range(ENTRIES - 1)
    )
    last = f'[[term]]\nvi = ["{_word(ENTRIES - 1)}"]\nen = ["b"]\n'
    return _project("# I. A\n\nx", glossary=entries + last)


@_case(CHECKED, "names, each twice in every paragraph")
def _names() -> Files:
    entries = "".join(f'[[name]]\nvi = ["{_capital(n, "A")}"]\nen = ["{_capital(n, "B")}"]\n'
                      for n in range(ENTRIES))  # fmt: skip
    vi = _blocks(lambda n: _line((_capital(m, "A") for m in range(n, n + 4_000)), 18_000))
    return _project(vi, names=entries[:_LIST].rpartition("[[")[0])


@_case(CHECKED, "a register of many entries")
def _register() -> Files:
    entries = "".join(
        f'[[correction]]\nplace = "i"\nfound = "{_word(n)} x"\nprinted = "y"\n'
        'reason = { vi = "x", en = "x" }\n'
        for n in range(CORRECTIONS)
    )
    words = _line(map(_word, count()), 1_000_000)
    return _sourced(words, words, entries[:_LIST].rpartition("[[")[0])


@_case(CHECKED, "a register of remarks that are nowhere")
def _remarks() -> Files:
    entries = "".join(
        f'[[remark]]\nplace = "i"\nfound = "a a a{_word(n)}"\nreason = {{ vi = "x", en = "x" }}\n'
        for n in range(CORRECTIONS)
    )
    return _sourced("a " * 500_000, "a " * 500_000, entries[:_LIST].rpartition("[[")[0])


@_case(CHECKED, "footnotes in the reverse order")
def _falling() -> Files:
    most = MARKS // 2 - 10
    marks = _blocks(lambda n: f"x[^{most - n}]", most=most)
    return _project(f"{marks}\n\n" + _blocks(lambda n: f"[^{most - n}]: y", most=most))


@_case(CHECKED, "one footnote, marked over and over")
def _marks() -> Files:
    return _project(_line("a[^1] ", 6 * MARKS - 60) + "\n\n[^1]: y")


@_case(CHECKED, "footnotes defined over and over")
def _definitions() -> Files:
    return _project("x[^1]\n\n" + _blocks(lambda n: "[^1]: y", most=MARKS // 2 - 10))


@_case(CHECKED, "pages of other names")
def _renamed() -> Files:
    files = {"pyproject.toml": _SETTINGS}
    for number in range(PAGES - 1):
        files[f"docs/vi/a{number}.md"] = f"# I. {_word(number)}\n\nx Ulsan {number}"
        files[f"docs/en/b{number}.md"] = f"# I. {_word(3 * number)}\n\ny Ulsan {number + 1}"
    return files


@_case(CHECKED, "years")
def _years() -> Files:
    return _project(
        _blocks(_line(("2030 2045 2025 " if n % 2 else "2031 2044 ") for n in range(900))),
        _blocks(_line(("2045 2030 2026 " if n % 2 else "2044 2031 ") for n in range(900))),
    )


@_case(CHECKED, "dates")
def _dates() -> Files:
    return _project(_blocks(_line("ngày 1/2/2020 ")), _blocks(_line("2 March 2021 ")))


@_case(CHECKED, "symbols")
def _symbols() -> Files:
    return _project(_blocks(_line("Nghị quyết số 15-CT/TW ")), _blocks(_line("No. 15-CT/TX ")))


@_case(CHECKED, "look-alike letters")
def _look_alike() -> Files:
    return _project(_blocks(_line("aа ")))


@_case(CHECKED, "invisible characters")
def _invisible() -> Files:
    return _project(_blocks(_line("x\u200b")))


@_case(CHECKED, "combining marks")
def _combining() -> Files:
    return _project(_blocks(_line("o\u0300a ")))


@_case(CHECKED, "emphases")
def _emphases() -> Files:
    return _project(_blocks(_line("*a* "), room=int(SIGNS * 2)))


@_case(CHECKED, "emphases, each opened and none closed")
def _open_emphases() -> Files:
    return _project(_blocks(_line("*a **b "), room=int(SIGNS * 2.3)))


@_case(CHECKED, "underscores")
def _underscores() -> Files:
    return _project(_blocks(_line("_a __b "), room=int(SIGNS * 2.3)))


@_case(CHECKED, "number words")
def _number_words() -> Files:
    return _project(_blocks(_line("mười ba ")), _blocks(_line("twenty one ")))


@_case(CHECKED, "entities")
def _entities() -> Files:
    return _project(_blocks(_line("&amp; &#x41; "), room=5 * SIGNS))


@_case(CHECKED, "one table")
def _table() -> Files:
    rows = "\n".join(["| a | b |", "| --- | --- |", *["| x | 1 |"] * 4_000])
    return _project(rows)


@_case(CHECKED, "tables of many cells")
def _cells() -> Files:
    row = "|" + "a|" * 1_000
    table = "\n".join([row, "|" + "-|" * 1_000, *[row] * 20])
    return _project(_blocks(table, room=int(1.9 * SIGNS)))


@_case(CHECKED, "links")
def _links() -> Files:
    return _project(_blocks(_line("[a](b.md) ", 4_900), room=4 * SIGNS))


@_case(CHECKED, "definitions of links, each used")
def _references() -> Files:
    used = _blocks(
        lambda n: _line((f"[r{m}]" for m in range(400 * n, 400 * n + 400)), 4_000), most=20
    )
    return _project(used + "\n\n" + _blocks(lambda n: f"[r{n}]: /u{n}", most=8_000))


@_case(CHECKED, "lists, one in another")
def _lists() -> Files:
    return _project(_blocks(lambda n: "    " * (n % 11) + "- x"))


@_case(CHECKED, "quotations")
def _quotations() -> Files:
    return _project(_blocks("> " * 11 + "x"))


@_case(CHECKED, "paragraphs of one letter")
def _letters() -> Files:
    return _project(_blocks("x", most=MOST))


@_case(CHECKED, "paragraphs of one text")
def _same() -> Files:
    vi = _blocks(lambda n: f"Một đoạn văn đủ dài để so sánh với nhau {n % 2}", most=MOST)
    en = _blocks(lambda n: f"A paragraph of other words {_word(n)} {n % 2}", most=MOST)
    return _project(vi, en)


@_case(CHECKED, "Vietnamese left in the English")
def _untranslated() -> Files:
    text = _blocks(_line("Tăng cường hợp tác với các nước "))
    return _project(text, text)


@_case(CHECKED, "duties")
def _duties() -> Files:
    entries = (f'[[name]]\nvi = ["Sở {_word(n)}"]\nen = ["Department {_word(n)}"]\nkind = "body"\n'
               for n in range(5_000))  # fmt: skip
    names = "".join(entries)
    files = _project(
        _blocks(_line(f"Sở {_word(n % 5_000)}, định kỳ, báo cáo cho" for n in count())), names=names
    )
    files["docs/vi/guide/duties.md"] = "---\ntitle: D\nview: duties\nof: part-1.md\n---\n"
    files["docs/en/guide/duties.md"] = files["docs/vi/guide/duties.md"]
    return files


@_case(CHECKED, "times of a duty")
def _times() -> Files:
    files = _duties()
    files["docs/vi/part-1.md"] = _blocks(_line("định kỳ, hàng quý, trong năm 2030 "), room=10**6)
    files["docs/en/part-1.md"] = _blocks(_line("in 2030 in 2031, daily or weekly "), room=10**6)
    return files


@_case(CHECKED, "an ordinary text")
def _ordinary() -> Files:
    from bench.scaling import real_provisions  # noqa: PLC0415 - reads the whole programme

    provisions = real_provisions()
    sides = [
        _blocks(lambda n, side=side: f"- {provisions[n % len(provisions)][side]} ({n}).",  # type: ignore[misc]
                room=TEXT * (4 if side else 3) // 4)
        for side in Side
    ]  # fmt: skip
    least = min(side.count("\n\n- ") for side in sides)
    return _project(*("\n\n".join(side.split("\n\n")[: least + 1]) for side in sides))


@_case(CHECKED, "a record of confirmations")
def _record() -> Files:
    files = _project("# I. A\n\n" + _blocks(lambda n: f"- {n} x", most=MOST))
    files["pyproject.toml"] += 'confirmed = "confirmed.txt"\n'
    files["confirmed.txt"] = "".join(f"i-{n} 0123456789 -\n" for n in range(LINES - 10))
    return files


@_case(CHECKED, "front matter of many lines")
def _front_matter() -> Files:
    lines = "\n".join(f"k{n}: 'x'" for n in range(BLOCK // 14))
    return _project(f"---\n{lines}\n---\n\nx")


@_case(CHECKED, "front matter, nested")
def _nested_front_matter() -> Files:
    return _project("---\na: " + "[" * 30 + "]" * 30 + "\n---\n\nx")


@_case(CHECKED, "a list of TOML, nested")
def _toml() -> Files:
    return _project("# I. A\n\nx", glossary="a = " + "[" * 9_000 + "]" * 9_000)


@_case(CHECKED, "a list of TOML of dotted keys")
def _dotted() -> Files:
    return _project("# I. A\n\nx", glossary=".".join("a" * 290) + " = 1\n")


@_case(CHECKED, "a list of TOML of many tables")
def _tables() -> Files:
    text = "".join(f"[a{n}.b.c.d.e.f.g.h]\n" for n in range(150_000))
    return _project("# I. A\n\nx", glossary=text[:_LIST].rpartition("[")[0])


@_case(CHECKED, "block of many lines")
def _long_block() -> Files:
    return _project(
        _blocks("\n".join(["a [b] *c* `d` &amp;"] * (BLOCK // 20 - 10)), room=2 * SIGNS)
    )


@_case(BUILT, "pages of one line")
def _short_pages() -> Files:
    files = {"pyproject.toml": _SETTINGS}
    for number in range(PAGES):
        for side in ("vi", "en"):
            files[f"docs/{side}/a{number}.md"] = f"# {number + 1}. A\n\nx"
    return files


@_case(BUILT, "dashes")
def _built_dashes() -> Files:
    return _project("# I. A\n\n" + _blocks(lambda n: f"- Một việc cần làm {n}.", most=MOST))


@_case(BUILT, "footnotes, one marked over and over")
def _built_marks() -> Files:
    return _project("# I. A\n\n" + _line("a[^1] ", 6 * MARKS - 60) + "\n\n[^1]: y")


@_case(BUILT, "footnotes, each marked once")
def _built_notes() -> Files:
    marks = _blocks(lambda n: f"x[^{n + 1}]", most=MARKS // 2 - 10)
    return _project(
        f"# I. A\n\n{marks}\n\n" + _blocks(lambda n: f"[^{n + 1}]: y", most=MARKS // 2 - 10)
    )


@_case(BUILT, "emphases")
def _built_emphases() -> Files:
    return _project("# I. A\n\n" + _blocks(_line("*a* "), room=int(SIGNS * 1.9)))


@_case(BUILT, "digits")
def _built_digits() -> Files:
    return _project("# I. A\n\n" + _blocks("1" * LINE))


@_case(BUILT, "an ordinary text")
def _built_ordinary() -> Files:
    files = _ordinary()
    return {
        path: text if path == "pyproject.toml" else f"# {path[-4]}. A\n\n{text}"
        for path, text in files.items()
    }
