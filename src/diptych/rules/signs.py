"""Signs: pictures among the words, keys, formulas and struck words are in both languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diptych.diagnostics import Diagnostic, Severity
from diptych.language.own_names import names_some_language
from diptych.model import Segment, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.counterparts import Lacking, Text, Texts, is_asked, told
from diptych.rules.shared.rendering import rendering, translation_beside_english
from diptych.wording import Wording

_PICTURE = pattern_of(
    r"[\u2600-\u2712\u2715-\u27bf\u2b50\u2b55\U0001f300-\U0001f5ff\U0001f600-\U0001faff]"
    r"[\ufe0f\u200d\U0001f3fb-\U0001f3ff]{0,2}"
)
"""A pictograph, with what says how it is shown; the flags of countries name languages."""
_ICON = pattern_of(r"(?<![\w:/.+-]):[a-z][a-z0-9_+-]{1,60}:(?![\w:/])")
"""The name of a picture between colons: `:bulb:`."""
_KEYS = pattern_of(r"(?<![\w+])\+\+[^\s+](?:[^+\n]|\+(?!\+)){0,60}\+\+(?![\w+])")
"""Keys to press: `++ctrl+s++`."""
_RAISED = pattern_of(r"(?<=\w)(?:~\w{1,6}~(?!~)|\^\w{1,6}\^)")
"""What is lowered or raised by signs: `H~2~O`, `m^2^`."""
_STRUCK = pattern_of(r"(?<!~)~~(?=[^\s~])[^~\n]{1,200}~~(?!~)")
"""Words that are struck out."""
_FORMULA = pattern_of(r"(?<![\w$\\])\$(?=[^\s\d$])[^$\n]{1,300}(?<=[^\s\\])\$(?![\w$])")
"""A formula within a sentence."""
_WORDS = pattern_of(r"\\(?:text|mathrm|textbf|textit|operatorname)\{[^{}]{0,80}\}|[^\x21-\x7e]+")
"""What of a formula says something in words, and what is no part of it."""
_SHOWN_ALIKE = str.maketrans(
    "", "", "\ufe0f\u200d\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
)
_DIGITS = str.maketrans("₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹", "01234567890123456789")


class _Sign(NamedTuple):
    """A sign in a text."""

    start: int
    end: int
    held: str
    key: str
    """What the other language has to have as well."""


class _Kind(NamedTuple):
    """One kind of sign, and what messages call it."""

    pattern: re.Pattern[str]
    name: Wording
    alike: bool
    """Whether the same must be written; else as many have to be there."""
    marks: tuple[str, ...] = ()
    """Of which a text has one at least that has such a sign; none for what is not in ASCII."""


_KINDS = (
    _Kind(_PICTURE, Wording(vi="hình", en="the pictograph"), True),
    _Kind(_ICON, Wording(vi="hình", en="the icon"), True, (":",)),
    _Kind(_KEYS, Wording(vi="phím", en="the keys"), True, ("++",)),
    _Kind(
        _RAISED,
        Wording(vi="chỉ số trên hoặc dưới", en="the raised or lowered sign"),
        True,
        ("~", "^"),
    ),
    _Kind(_STRUCK, Wording(vi="chỗ gạch ngang", en="the struck words"), False, ("~~",)),
    _Kind(_FORMULA, Wording(vi="công thức", en="the formula"), True, ("$",)),
)


@rule("M118", Severity.WARNING, of_close=True)
def sign_lost(bitext: Bitext) -> Iterator[Diagnostic]:
    """A pictograph, an icon, keys to press, a raised or lowered sign, struck words or a formula of
    the original is missing from the translation, or is another one there.

    Words within a formula may be translated, and the names of keys. What a translation adds is
    left alone, and so is a pictograph that the original only has more often in the same text.

    Mend: Write the same sign in the translation.

    vi: Hình biểu tượng, phím cần nhấn, chỉ số trên hoặc dưới, chỗ gạch ngang hoặc công thức của bản
    gốc không có ở bản dịch, hoặc là thứ khác ở đó.

    Chữ trong công thức và tên phím có thể được dịch. Không xét thứ mà bản dịch thêm vào, và hình mà
    bản gốc chỉ nhắc lại nhiều lần hơn trong cùng đoạn.

    Sửa: Ghi cùng ký hiệu ấy ở bản dịch.

    Bad:  `nước là H2O` ↔ `water is H~2~O`
    Good: `nước là H~2~O` ↔ `water is H~2~O`
    """
    lacking: list[Lacking] = []
    languages = [document.locale for document in bitext.documents]
    translated = rendering(bitext)
    beside_english = translation_beside_english(bitext)
    for segments in bitext.texts_in_place():
        if segments[0].text.isascii() and segments[1].text.isascii() and _are_plain(segments):
            continue
        texts = (
            Text(segments[0], segments[0].prose, languages[0]),
            Text(segments[1], segments[1].prose, languages[1]),
        )
        for kind in _KINDS:
            found = [_signs(text, kind) for text in texts]
            if not any(found):
                continue  # nearly always
            for side in (translated.other, translated):
                left = _lone(found[side], found[side.other])
                if kind.pattern is _PICTURE:  # beside a pronoun that other languages leave out
                    left = [each for each in left if not _is_repeated(each, found[side.other])]
                if (
                    not left
                    or side is beside_english
                    or not is_asked(bitext, side)
                    or _are_there(kind, left, texts, side)
                ):
                    continue
                lacking.append(Lacking(side, texts, left, kind.name))
                break
    yield from told(bitext, lacking)


def _are_plain(segments: tuple[Segment, Segment]) -> bool:
    """Whether two texts in ASCII have nothing that may be such a sign."""
    return not any(sign in each.text for each in segments for sign in (":", "++", "~", "^", "$"))


def _signs(text: Text, kind: _Kind) -> list[_Sign]:
    prose = text.prose
    if not (any(mark in prose for mark in kind.marks) if kind.marks else not prose.isascii()):
        return []
    return [
        _Sign(match.start(), match.end(), match[0], _key(match[0], kind))
        for match in kind.pattern.finditer(prose)
        if match[0] == text.segment.text[match.start() : match.end()]  # not around code
    ]


def _key(written: str, kind: _Kind) -> str:
    if not kind.alike:
        return ""
    if kind.pattern is _FORMULA:
        return _WORDS.sub("", written).replace("{,}", "").replace(",", ".").rstrip(".$")
    return written.translate(_SHOWN_ALIKE)


def _lone(mine: Sequence[_Sign], theirs: Sequence[_Sign]) -> list[_Sign]:
    """The signs of `mine` that `theirs` lack."""
    extra = Counter(sign.key for sign in mine) - Counter(sign.key for sign in theirs)
    left = []
    for sign in reversed(mine):
        if extra[sign.key]:
            extra[sign.key] -= 1
            left.append(sign)
    return left[::-1]


def _is_repeated(sign: _Sign, theirs: Sequence[_Sign]) -> bool:
    """Whether `theirs` have a sign that the other text only has more often."""
    return any(other.key == sign.key for other in theirs)


def _are_there(kind: _Kind, left: Sequence[_Sign], texts: Texts, side: Side) -> bool:
    """Whether the other language has the signs in another way, or names a language by them."""
    other = texts[side.other].segment
    if kind.pattern is _RAISED:
        own = texts[side].segment
        in_formula = other.text.count("$") > own.text.count("$")
        return "<su" in other.markdown or in_formula or other.text.translate(_DIGITS) != other.text
    if kind.pattern is _KEYS:
        named = any(
            '"' in sign.held or not sign.held.isascii() for sign in _signs(texts[side.other], kind)
        )
        return named or "<kbd" in other.markdown or bool(other.code)
    if kind.pattern is _STRUCK:
        return "<del" in other.markdown or "<s>" in other.markdown
    if kind.pattern is _FORMULA:
        words = all(not sign.key.strip("$") for sign in left)
        return words or "\\(" in other.markdown or "<" in other.markdown
    return names_some_language(texts[side].segment.text)
