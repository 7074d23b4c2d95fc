"""Stops: how sentences end, which marks do not stand together, and what follows a mark."""

from __future__ import annotations

from typing import NamedTuple

from diptych.language.tags import bare
from diptych.patterns import pattern_of

_STOPS = ".!?…。！？．।॥؟۔։።"
_CLOSING = "\"'”’»›)]）」』】*_ \u00a0"
_FULL = {".": "。", "!": "！", "?": "？", ":": "：", "…": "…"}
"""Marks of Latin script -> those that Chinese and Japanese have."""
_PLAIN = {full: plain for plain, full in _FULL.items()} | {
    "．": ".", "।": ".", "॥": ".", "۔": ".", "።": ".", "։": ".", "؟": "?",
}  # fmt: skip
"""Stops of other scripts -> those of Latin script."""
_OWN_STOP = dict.fromkeys(("hi", "bn", "ne", "as", "pa", "or"), "।") | {"ur": "۔", "hy": "։"}
_OWN_QUESTION = dict.fromkeys(("ar", "fa", "ur", "ps"), "؟")
_WITHOUT = frozenset({"th", "lo", "km", "my", "bo"})
"""Languages that end sentences without a stop, or with one that is not compared."""
_NEXT = pattern_of(r"[.!?。！？।](?:[\"'”’»)）」』]{0,2}\s|(?<=[。！？]))")
_ABBREVIATED = frozenset({
    "al", "approx", "art", "ca", "cf", "co", "corp", "dr", "ed", "eds", "eq", "etc", "ex", "fig",
    "gs", "inc", "jr", "ltd", "mr", "mrs", "ms", "no", "nxb", "pgs", "pp", "sec", "sr", "st", "ths",
    "tp", "tr", "ts", "vd", "vol", "vs", "vv",
})  # fmt: skip
_DOUBLED = pattern_of(
    r"[,;:.。、，।،؛۔](?:"
    r"(?<=[^\W\d_][,;:.])(?:(?<=,),|(?<=;);|(?<=:):(?=\s|$)|(?<=[,;:])[.;,](?![.\w])"
    r"|(?<=[.])[:;,.](?![.:;,/\w]))"
    r"|(?<=。)(?:(?<!。。)。(?!。)|[、，：；.](?!\.))|(?<=[、，])[、，。](?!。)"
    r"|(?<=।)[.,](?!\.)|(?<=[،؛])[،؛.,](?![.\w])|(?<=۔)(?<!۔۔)[.،۔](?![۔.])"
    r"|(?<=[\w)\]»”\"][.]) \.(?=\s|\Z)(?! \.))"
)
"""Two marks; the first is looked for before what stands around it, which is much faster."""
_WORD_BEFORE = pattern_of(r"[^\s,;:!?()\"“”]{1,40}\Z")
_JOINED = pattern_of(r"(?P<mark>[.!?,;:])(?P<after>[^\W\d_]{1,40})(?![\w./@\\(=:\[-])")
_JOINED_BEFORE = pattern_of(r"(?<![\w./@\\:#$%&={-])[^\W\d_]{2,40}\Z")
"""A mark joined to the word behind it, and the word before it."""
_CASELESS = "\u0590-\u0dff\uac00-\ud7a3"
"""Letters of the scripts without capitals whose words are parted by blanks."""
_JOINED_CASELESS = pattern_of(
    rf"(?<![\w./@#])[{_CASELESS}]{{2,40}}(?<!\d)(?P<mark>[,،؛;।۔])(?:(?!\d)[{_CASELESS}]{{2,40}}|[A-Za-z]{{2,20}})"
    r"(?![./@(\[\w-])"
    r"|[\uac00-\ud7a3]{1,20}다\.[\uac00-\ud7a3]{2,20}"
)
"""Two words of them with a mark between and no blank; of Korean also two sentences."""
_CASELESS_LETTER = pattern_of(f"[{_CASELESS}]")
_LONGEST = 40
"""The most letters of a word that is looked at."""
_WORD = 4
"""The least letters that stand for no quantity of a formula."""


class Mark(NamedTuple):
    """One mark, or two together, with the offset in the text."""

    printed: str
    start: int


def stops(language: str) -> bool:
    """Whether sentences of the BCP 47 `language` end in a stop that can be told."""
    return bare(language) not in _WITHOUT


def last_character(text: str) -> str:
    """The last character of `text` before closing marks; empty without one."""
    return text.rstrip(_CLOSING)[-1:]


def as_written(mark: str, language: str) -> str:
    """The stop that a text in the BCP 47 `language` has where another one has `mark`."""
    plain = _PLAIN.get(mark, mark)
    if bare(language) in ("zh", "ja"):
        return _FULL.get(plain, mark)
    if plain == ".":
        return _OWN_STOP.get(bare(language), plain)
    return _OWN_QUESTION.get(bare(language), plain) if plain == "?" else plain


def ends_in_stop(text: str) -> bool:
    """Whether the last sentence of `text` ends in a stop, inside or outside closing marks."""
    return last_character(text) in tuple(_STOPS)


def has_two_sentences(text: str) -> bool:
    """Whether a sentence ends within `text`."""
    return bool(_NEXT.search(text.rstrip()[:-1]))


def doubled(text: str, language: str) -> list[Mark]:
    """Two marks together in `text` of which one is too many, in order.

    A point that ends an abbreviation may have any mark after it, so after a point only languages
    whose abbreviations are known are looked at.
    """
    known = bare(language) in ("vi", "en")
    found = []
    for match in _DOUBLED.finditer(text):
        word = _WORD_BEFORE.search(text, max(0, match.start() - 40), match.start())
        if word and len(word[0]) == 1 and word[0].isupper():
            continue  # an initial, "Y., et al.", or a drive, "on D:."
        if match[0][0] == "." and match[0] not in ("..", ". ."):
            before = word[0].casefold() if word else ""
            last = before.rpartition("/")[2]  # "changes/etc."
            if not known or "." in before or last in _ABBREVIATED:
                continue
        found.append(Mark(match[0], match.start()))
    return found


def unspaced(text: str) -> list[Mark]:
    """The marks of `text` between two words, the second of which should stand after a blank."""
    found = []
    done = 0
    for match in _JOINED.finditer(text):
        word = _JOINED_BEFORE.search(text, max(done, match.start() - _LONGEST), match.start())
        if word is None:
            continue
        done = match.end()
        before, mark, after = word[0], match["mark"], match["after"]
        # a word in small letters after a point belongs to an address, capitals to a name
        begins = after[0].isupper() and after[1:].islower() if mark in ".!?:" else after.islower()
        if len(after) == 1:  # a small word, not a letter of a formula
            begins = after.islower() and mark == "," and len(before) >= _WORD
        if before[-1].islower() and begins:
            found.append(Mark(before + match[0], word.start()))
    if not text.isascii() and _CASELESS_LETTER.search(text):
        found += [Mark(match[0], match.start()) for match in _JOINED_CASELESS.finditer(text)]
    return found
