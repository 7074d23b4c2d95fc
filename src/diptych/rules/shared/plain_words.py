"""Short texts that were left untranslated, told by the words that the texts use elsewhere.

A name or a term that a translation keeps is used by it elsewhere, too, or is no plain word of the
original. So a text of a few words that is the same on both sides was left if its words are written
small elsewhere in the original, and the translation has them nowhere else.
"""

from __future__ import annotations

from collections import Counter

from diptych.language.blanks import blanked
from diptych.language.labels import is_label, label_before
from diptych.language.passages import BREAK, share_words, without_kin
from diptych.model import PROSE, Emphasis, Kind, Segment, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules.shared.rendering import rendering

_WORD = pattern_of(r"[^\W\d_]+(?:['’-][^\W\d_]+)*+")
_TELLING = 4
"""The least letters of a word that tells."""
_STEM = 5
"""How many letters of a word its forms have in common."""
_LEAST, _MOST = 2, 8
"""How many words a short text has; of them the least must tell."""
_ONE_WORD = pattern_of(r"[^\W\d_]{5,20}+[:：]?+")
"""What stands in capitals before a note; abbreviations are shorter."""
OF_CODE = pattern_of(r"[_(){}\[\]=/\\]|\w\.\w")
"""What is no word of a language, though its parts are: `map_every`."""
_FILES = frozenset({"license", "readme", "contributing", "changelog", "authors", "notice"})
"""Words in capitals that are names of files."""
_COLON = (":", "：")
_SENTENCE = ("!", "?")
"""What a call to the reader ends with; a name ends otherwise."""

Uses = tuple[Counter[str], Counter[str]]


def _tags(bitext: Bitext) -> tuple[str, str]:
    """The tags of the language that is translated and of the one it is translated into."""
    translated = rendering(bitext)
    return bitext.documents[translated.other].locale, bitext.documents[translated].locale


def spans_left_alike(segment: Segment, other: Segment) -> list[tuple[int, int]]:
    """What of `segment` is the same in its counterpart: all of it, or some of its cells."""
    if segment.cells and len(segment.cells) == len(other.cells):
        return [
            (start, end)
            for (start, end), (first, last) in zip(segment.cells, other.cells, strict=True)
            if segment.text[start:end] == other.text[first:last]
        ]
    return [(0, len(segment.text))] if segment.text == other.text else []


def call_left_alike(bitext: Bitext, segment: Segment, other: Segment) -> str:
    """The sentence in bold, or the label with a colon, with which both texts begin, if it is the
    same in both; empty for none.
    """
    if segment.text == other.text:
        return ""
    label = label_before(segment.text, *_tags(bitext))
    if label and other.text.startswith(label):
        coded = any(start < len(label) for start, _ in segment.code)
        return "" if coded else label
    if not segment.stretches or not other.stretches:
        return ""
    calls = [
        each.text[stretch.start : stretch.end].strip()
        for each in (segment, other)
        for stretch in each.stretches[:1]
        if stretch.emphasis is not Emphasis.EM
        and not any(map(str.isalpha, each.text[: stretch.start]))
    ]
    if len(calls) < len(Side) or calls[0] != calls[1]:
        return ""
    call = calls[0]
    _, _, after = segment.text.partition(call)
    is_word = bool(_ONE_WORD.fullmatch(call)) and call.isupper()
    is_word = is_word and (call.endswith(_COLON) or after.startswith(_COLON))
    return call if is_word or call.endswith(_SENTENCE) else ""


def is_label_left(bitext: Bitext, text: str) -> bool:
    """Whether `text`, the same on both sides, is a label of the original's language, of which the
    translation has a word nowhere else.
    """
    if not is_label(text, *_tags(bitext)):
        return False
    _, other = bitext.once(uses)
    return any(not other[word.lower()] for word in _WORD.findall(text))


def is_plain_word(bitext: Bitext, text: str) -> bool:
    """Whether `text`, the same on both sides, is one word with a capital that the original has in
    small letters, but in no code, and the translation nowhere else.
    """
    tags = bitext.original.locale, bitext.translation.locale
    if not (text[:1].isupper() and _ONE_WORD.fullmatch(text)) or share_words(*tags):
        return False
    small, other = bitext.once(uses)
    word = text.rstrip("".join(_COLON)).lower()
    if not small[word] or (text.isupper() and word in _FILES):
        return False
    if other[word] or other[word.removesuffix("s")]:  # "macro" for "Macros"
        return False
    return word not in bitext.once(words_of_code) and word[:_STEM] not in bitext.once(_stems)


def _stems(bitext: Bitext) -> frozenset[str]:
    """How the words of the translation begin: "Macros" above a text on what it calls "macro" is a
    term that it keeps.
    """
    return frozenset(word[:_STEM] for word in bitext.once(uses)[1])


def are_plain_words(bitext: Bitext, text: str) -> bool:
    """Whether `text`, the same on both sides, is of plain words of the original."""
    if (
        BREAK in text
        or OF_CODE.search(text)
        or not without_kin(*(document.locale for document in bitext.documents))
    ):
        return False
    words = _WORD.findall(text)
    if not _LEAST <= len(words) <= _MOST or any(map(str.isdigit, text)):
        return False
    if not all(word.islower() or (word.isupper() and len(word) > 1) for word in words[1:]):
        return False
    small, other = bitext.once(uses)
    telling = [word.lower() for word in words if len(word) >= _TELLING and not word.isupper()]
    return len(telling) >= _LEAST and all(small[word] and not other[word] for word in telling)


def is_title_left(bitext: Bitext, text: str) -> bool:
    """Whether `text`, a heading that is the same on both sides, is a title in capitals of which two
    words at least are plain ones of the original.
    """
    locales = [document.locale for document in bitext.documents]
    if BREAK in text or OF_CODE.search(text) or not without_kin(*locales):
        return False
    words = _WORD.findall(text)
    if not _LEAST <= len(words) <= _MOST:
        return False
    small, other = bitext.once(uses)
    telling = [word.lower() for word in words if len(word) >= _TELLING and not word.isupper()]
    plain = [word for word in telling if small[word] and not other[word]]
    if set(plain) & bitext.once(words_of_code):
        return False
    return len(plain) >= _LEAST or bool(plain and not any(other[word] for word in telling))


def is_shown_in_code(bitext: Bitext, text: str) -> bool:
    """Whether a block of the original's code has `text`, several words, as its demonstration."""
    return " " in text and text in bitext.once(_code)


def _code(bitext: Bitext) -> str:
    """The original's blocks of code, one after the other, their white space folded."""
    return "\n".join(
        " ".join(provision.segment.text.split())
        for page in bitext.documents[rendering(bitext).other].pages
        for provision in page.all_provisions()
        if provision.kind is Kind.CODE
    )


def words_of_code(bitext: Bitext) -> frozenset[str]:
    """The words of the original's code, inside texts and in blocks, in small letters."""
    found: set[str] = set()
    for page in bitext.documents[rendering(bitext).other].pages:
        for provision in page.all_provisions():
            text = provision.segment.text
            spans = [(0, len(text))] if provision.kind is Kind.CODE else provision.segment.code
            for start, end in spans:
                found.update(map(str.lower, _WORD.findall(text[start:end])))
    return frozenset(found)


def uses(bitext: Bitext) -> Uses:
    """How often the original has each word in small letters, and the translation in any, outside of
    what is the same in both.
    """
    counts: Uses = (Counter(), Counter())
    translated = rendering(bitext)
    known = bitext.alignment
    for side, document in Side.of(bitext.documents):
        for page in document.pages:
            for node in page.nodes():
                if node.segment and (node.kind is None or node.kind in PROSE):
                    other = known.text_opposite(side, node.body)
                    words = _WORD.findall(_of_its_own(bitext, node.segment, other))
                    if side is translated:
                        counts[1].update(map(str.lower, words))
                    else:
                        counts[0].update(filter(str.islower, words))
    return counts


def _of_its_own(bitext: Bitext, segment: Segment, other: Segment | None) -> str:
    """The prose of `segment` without what is the same in its counterpart."""
    if other is None:
        return segment.prose
    text = blanked(segment.prose, spans_left_alike(segment, other))
    call = call_left_alike(bitext, segment, other)
    return text.replace(call, " ", 1) if call else text
