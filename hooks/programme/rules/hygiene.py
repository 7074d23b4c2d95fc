"""Hygiene: characters that look right and are wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from programme.bitext import Bitext
from programme.diagnostics import Diagnostic
from programme.model import Place
from programme.rules import rule
from programme.wording import Wording

_INVISIBLE = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f"
                        "\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffd]")  # fmt: skip
_LATIN = "A-Za-zÀ-ɏḀ-ỹ"
_OTHER = "\u0370-\u03ff\u0400-\u04ff"
_MIXED = re.compile(f"(?<=[{_LATIN}])[{_OTHER}]|[{_OTHER}](?=[{_LATIN}])|[ÐðƉɖ]")


@rule("H101")
def not_composed(bitext: Bitext) -> Iterator[Diagnostic]:
    """A letter is written as a base letter and separate marks, not as one character (NFC).

    It looks alike, but search and comparison take it for another word.
    """
    for side, file, number, line in _lines(bitext):
        composed = unicodedata.normalize("NFC", line)
        if composed == line:
            continue
        pairs = enumerate(zip(line, composed, strict=False))
        column = next((n for n, (a, b) in pairs if a != b), len(composed))
        yield _diagnostic(
            bitext,
            side,
            Place(file, number, column + 1),
            Wording(
                vi="chữ có dấu tổ hợp rời (không phải NFC)",
                en="a letter with loose marks (not NFC)",
            ),
            Wording(
                vi="Xóa và gõ lại từ này với bộ gõ Unicode dựng sẵn.",
                en="Delete the word and type it again with precomposed Unicode letters.",
            ),
        )


@rule("H102")
def invisible_character(bitext: Bitext) -> Iterator[Diagnostic]:
    """A character that cannot be seen stands in the text: a zero-width space, a soft hyphen."""
    for side, file, number, line in _lines(bitext):
        for match in _INVISIBLE.finditer(line):
            code = f"U+{ord(match[0]):04X}"
            yield _diagnostic(
                bitext,
                side,
                Place(file, number, match.start() + 1),
                Wording(vi=f"ký tự vô hình {code}", en=f"an invisible character, {code}"),
                Wording(
                    vi="Xóa ký tự này; có thể nó theo vào khi sao chép.",
                    en="Delete it; it probably came along with a copied text.",
                ),
            )


@rule("H103")
def look_alike_character(bitext: Bitext) -> Iterator[Diagnostic]:
    """A letter of another script stands in a word, or Ð (Icelandic) for Đ.

    Bad:  `Ðảng` with U+00D0, `cаn` with a Cyrillic а
    Good: `Đảng` with U+0110, `can`
    """
    for side, file, number, line in _lines(bitext):
        for match in _MIXED.finditer(line):
            name = unicodedata.name(match[0], "?").lower()
            yield _diagnostic(
                bitext,
                side,
                Place(file, number, match.start() + 1),
                Wording(
                    vi=f"chữ “{match[0]}” không phải chữ cái tiếng Việt hay tiếng Anh ({name})",
                    en=f"“{match[0]}” is not the letter it looks like ({name})",
                ),
                Wording(vi="Gõ lại chữ này.", en="Type the letter again."),
            )


def _lines(bitext: Bitext) -> Iterator[tuple[int, str, int, str]]:
    for side, document in enumerate(bitext.documents):
        for page in document.pages:
            for number, line in enumerate(page.lines, 1):
                yield side, page.file, number, line


def _diagnostic(
    bitext: Bitext, side: int, place: Place, message: Wording, mend: Wording
) -> Diagnostic:
    return Diagnostic(message, mend, (bitext.at(side, place),))
