"""Printed numbers: "III.", "2.", "b)", "Điều 5." as they stand before a heading or a provision."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Literal

from diptych.language.digits import in_ascii_digits
from diptych.language.division_words import DivisionKind, counted_words, languages, words_of
from diptych.language.scripts import HAN_AND_KANA, HANGUL
from diptych.language.tags import bare
from diptych.patterns import pattern_of

Style = Literal["roman", "arabic", "letter"]

_ROMAN_VALUES = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN = r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_PRINTED = pattern_of(
    rf"(?P<label>(?P<roman>{_ROMAN})[.)/]|(?P<arabic>\d{{1,9}}(?:\.\d{{1,9}})*)[.)/]"
    rf"|\(?(?P<letter>dd|[a-zđ])[)/])(?=\s|$|(?<=\d[.)])(?:[{HAN_AND_KANA}{HANGUL}]|[A-Z][a-z]))"
)
"""A number before a blank, or before a word that stands too near."""
_UNSTOPPED = pattern_of(r"(?P<label>[1-9]\d?(?:\.[1-9]\d?){1,4})\s+(?P<next>\S)")
"""A number of several levels without a last stop: "1.1 Tôm"."""
_NAMED = {
    language: pattern_of(
        rf"(?P<label>(?P<word>{'|'.join(words_of(language))})\s"
        rf"(?P<number>[ivxlcdm]{{1,9}}|\d{{1,4}}(?:dd|[a-zđ])?|[a-zđ]"
        rf"{''.join(f'|{word}' for word in counted_words(language))})"
        # “Article 1.- Scope” and “Article 1.Scope” are how some translations print it
        r"(?P<stop>[.:)]-?|\s[–—-](?=\s))?)(?=\s|$|(?<=\.)[^\W\d_])",
        re.IGNORECASE,
    )
    for language in languages()
}
"""By language, a number behind the word of a division."""
ALL_LETTERS = "abcdđefghijklmnopqrstuvwxyz"
VIETNAMESE_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of a Vietnamese list, in order: those of the Vietnamese alphabet without accents."""
ENGLISH_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LETTERS_OF_NUMERALS = "IVX"
"""What is read as a roman numeral where it stands alone behind the word of an annex or a part."""
_OPENING_MARKS = "(“\"'‘«"


def roman(value: int) -> str:
    """The roman numeral of a positive `value`, in capitals."""
    if not 0 < value < 4000:
        raise ValueError(f"no roman numeral for {value}")
    numeral = ""
    for worth, letters in _ROMAN_VALUES:
        count, value = divmod(value, worth)
        numeral += letters * count
    return numeral


def roman_value(numeral: str) -> int:
    """The value of a well-formed roman `numeral` in capitals."""
    value = 0
    rest = numeral
    for worth, letters in _ROMAN_VALUES:
        while rest.startswith(letters):
            value += worth
            rest = rest[len(letters) :]
    if rest:
        raise ValueError(f"not a roman numeral: {numeral!r}")
    return value


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed in front of a heading or a provision."""

    printed: str
    """The number with its full stop or bracket, and the word before it: "III.", "b)", "Điều 5."."""
    style: Style
    value: int
    """The value of the number's last component: 3 for "2.3."."""
    kind: DivisionKind | None = None
    """The kind of division that the word before the number names; None for a number alone."""
    alone: str = ""
    """Of a number behind a word, the number alone as printed: "5a" of "Điều 5a."."""

    @property
    def bare(self) -> str:
        """The number alone as printed, without word and punctuation: "III", "2.3", "b"."""
        return self.alone or self.printed.strip("(.)/")

    @property
    def named(self) -> str:
        """The number with the word before it, as it is cited: "Chương II" of “CHƯƠNG II.”."""
        word = " ".join(self.printed[: self.printed.rfind(self.alone)].split())
        number = self.alone
        if self.style == "arabic" and number.isalpha():
            number = number.lower() if word.lower().endswith("thứ") else number.capitalize()
        return f"{word[:1].upper()}{word[1:].lower()} {number}"

    @property
    def slug(self) -> str:
        """The number as a part of an id: "iii", "2", "b", and by its value behind a word."""
        low = self.bare.lower().replace("đ", "dd")
        if self.style == "arabic":
            low = in_ascii_digits(low)
        if self.kind and self.style == "roman":
            return str(self.value)
        if self.kind and self.style == "arabic":
            return f"{self.value}{self.suffix}"
        return low.replace(".", "-")

    @property
    def suffix(self) -> str:
        """The letters behind the figure of what was put in later: "a" of "Điều 5a."."""
        if self.style != "arabic" or not self.bare[:1].isdigit():
            return ""
        return self.bare.lstrip("0123456789.").lower().replace("đ", "dd")

    @property
    def components(self) -> tuple[int, ...]:
        """The figures of a number of several levels: 2 and 3 of "2.3."."""
        if self.style != "arabic" or self.kind:
            return (self.value,)
        return tuple(map(int, self.bare.split(".")))

    @property
    def letter(self) -> str:
        """The letter of a point, "đ" however it is printed; empty for other numbers."""
        if self.style != "letter":
            return ""
        return "đ" if self.bare.lower() == "dd" else self.bare.lower()

    def __eq__(self, other: object) -> bool:
        # "2." and "2)" are the same number; "II." and "2." are not, but "Chapter 2" is "Chương II".
        # "Khoản 1." and "1." are the same, as a translation may say which it is.
        if not isinstance(other, Numeral) or self._named is not other._named:
            return False
        if self.kind or other.kind:
            return (self.value, self.suffix, self.letter) == (
                other.value,
                other.suffix,
                other.letter,
            )
        return (self.style, self.slug) == (other.style, other.slug)

    def __hash__(self) -> int:
        return hash(self.value)

    @property
    def _named(self) -> DivisionKind | None:
        below_articles = self.kind in (DivisionKind.CLAUSE, DivisionKind.POINT)
        return None if below_articles else self.kind

    def follows(self, previous: Numeral | None, letters: str = "") -> bool:
        """Whether this number comes next after `previous`, or comes first where that is None.

        A letter may do so in any list of letters, unless the list is given.
        """
        if previous is None:
            return self.value == 1 and not self.suffix
        if self.style != previous.style or self.components[:-1] != previous.components[:-1]:
            return False
        if self.letter:
            return any(
                order.find(self.letter) == order.find(previous.letter) + 1
                for order in ([letters] if letters else (VIETNAMESE_LETTERS, ENGLISH_LETTERS))
                if previous.letter in order and self.letter in order
            )
        if self.suffix and self.value == previous.value:
            after = chr(ord(previous.suffix[-1]) + 1) if previous.suffix else "a"
            return self.suffix[0] == after or self.suffix == "dd" or previous.suffix == "dd"
        return not self.suffix and self.value == previous.value + 1

    def place_in(self, letters: str) -> int:
        """The value, a letter's being its place in the list of `letters`, from 1."""
        return letters.find(self.letter) + 1 if self.letter else self.value

    def printed_as(self, value: int, letters: str = "") -> str:
        """How `value` would be printed in this number's style, with its word and punctuation.

        A letter is counted in `letters`, or else as the values of numerals are.
        """
        if self.style == "letter":
            order = letters or ALL_LETTERS
            number = order[(value - 1) % len(order)]
        elif self.style == "roman":
            number = roman(value)
        else:
            head = self.bare.rpartition(".")[0]
            number = f"{head}.{value}" if head else str(value)
        before, _, after = self.printed.rpartition(self.bare)
        return f"{before}{number}{after}"


def letters_of(numbers: Iterable[Numeral]) -> str:
    """The list of letters in which the points of one row are counted."""
    row = [number.letter for number in numbers if number.letter]
    if "đ" in row:
        return VIETNAMESE_LETTERS
    if any(letter in row for letter in "fjwz"):
        return ENGLISH_LETTERS
    # d and then e: a list in English, or one from which đ is missing if it goes on with g
    missing = "g" in row and "e" in row
    return ENGLISH_LETTERS if ("d", "e") in pairwise(row) and not missing else VIETNAMESE_LETTERS


def leading_number(text: str, language: str = "") -> Numeral | None:
    """The printed number that a heading's `text` opens with, or None.

    The words before numbers are those of `language`, a BCP 47 tag: “Chương II”.
    """
    if named := named_number(text, language):
        return named
    match = _PRINTED.match(text)
    if match is None:
        return _unstopped(text, caseless=True)
    printed = match["label"]
    if numeral := match["roman"]:
        return Numeral(printed, "roman", roman_value(numeral))
    if figures := match["arabic"]:
        return Numeral(printed, "arabic", int(figures.rpartition(".")[2]))
    letter = "đ" if match["letter"] == "dd" else match["letter"]
    return Numeral(printed, "letter", ALL_LETTERS.index(letter) + 1)


def opening_number(text: str, language: str, *, set_off: bool) -> Numeral | None:
    """The printed number that opens a paragraph, or None: “a)”, “1.1.”, “Điều 5.”.

    A paragraph is `set_off` if it is bold altogether. “Điều 5” alone may open a sentence, and so
    may “1.5”; other words and numbers are told where they stand before a heading.
    """
    if named := named_number(text, language):
        whole = len(named.printed) == len(text)
        below = named.kind in (DivisionKind.ARTICLE, DivisionKind.CLAUSE, DivisionKind.POINT)
        stopped = named.printed[-1] in ".:)-"
        set_off = set_off or text.isupper()
        return named if text[0].isupper() and (whole or set_off or (below and stopped)) else None
    match = _PRINTED.match(text)
    if match is None:
        return _unstopped(text)
    arabic = match["arabic"]
    # “1.” is an item of a list in Markdown; “1/” is not
    several = bool(arabic) and ("." in arabic or match["label"].endswith("/"))
    return leading_number(text) if match["letter"] or several else None


def _unstopped(text: str, *, caseless: bool = False) -> Numeral | None:
    match = _UNSTOPPED.match(text)
    if match is None:
        return None
    # in a paragraph “1.5 倍” is a quantity
    following = match["next"]
    if not (following.isupper() or (caseless and following.isalpha() and not following.islower())):
        return None
    printed = match["label"]
    return Numeral(printed, "arabic", int(printed.rpartition(".")[2]))


def named_number(text: str, language: str) -> Numeral | None:
    """The number with the word of a division that `text` opens with, or None: “Chương II”.

    Without a stop behind it, it stands alone or before a capital.
    """
    form = _NAMED.get(bare(language))
    match = form.match(text) if form and text else None
    if match is None:
        return None
    rest = text[match.end() :].lstrip()
    if not match["stop"] and rest and not (rest[0].isupper() or rest[0] in _OPENING_MARKS):
        return None
    kind = words_of(language)[" ".join(match["word"].lower().split())]
    counted = _counted(match["number"], kind, language)
    if counted is None:
        return None
    style, value = counted
    return Numeral(match["label"], style, value, kind, match["number"])


def _counted(number: str, kind: DivisionKind, language: str) -> tuple[Style, int] | None:
    """How the number behind a word is written, and its value; None where it is no number."""
    if number[0].isdigit():
        return "arabic", int("".join(takewhile(str.isdigit, number)))
    if value := counted_words(language).get(number.lower()):
        return "arabic", value
    alone = len(number) == 1 and number.upper() not in _LETTERS_OF_NUMERALS
    if kind is DivisionKind.POINT or (alone and number.isupper()):
        low = number.lower()
        return ("letter", ALL_LETTERS.index(low) + 1) if len(low) == 1 else None
    try:
        return ("roman", roman_value(number)) if number.isupper() else None
    except ValueError:
        return None
