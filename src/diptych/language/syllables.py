"""Vietnamese syllables: whether a word can be one, and what was written together or wrong.

A syllable has an initial, a rime and a tone. A rime that ends in c, ch, p or t has one of two tones
only, so "đươc" is none; k, gh and ngh stand before e, ê and i alone, so "nghành" is none; and the
mark of the tone stands on one letter of the rime, so "khỏang" is none.

Of the syllables that are formed so, a good third is in use, dialects and loans included: those of
the table beside this module. Each of its lines is a rime, with the initials that stand before it
and the tones of each: none, sắc, huyền, hỏi, ngã, nặng. A syllable is in it if any word has it of a
spelling dictionary (Hunspell's for Vietnamese) or of two lists of words (those by which the
segmenters Underthesea and PyVi divide a text), as of 2026; all that was kept of these is that it
occurs. Two interjections were added that none of them has, "ừm" and "ờm".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from diptych.language.diacritics import folded
from diptych.patterns import pattern_of

TABLE = Path(__file__).with_name("syllables.txt")
_IN_ORDER = ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")
"""The marks of the tones, as the table counts them."""
_NOTHING = "-"
"""Stands in the table for no initial, and for no rime behind one."""
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_RISING_OR_HEAVY = frozenset("\u0301\u0323")
"""The tones of a rime that a stop ends."""
_ALL_RIMES = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet oi om
    on ong oong ooc op ot oc ô ôc ôi ôm ôn ông ôp ôt ôông ơ ơi ơm ơn ơng ơp ơt
    u ua uc ui um un ung up ut uân uât uây uâng uê uêch uên uênh uêu uơ uơn uơt uy uya uych uyên
    uyêt uyn uynh uyp uyt uyu uôc uôi uôm uôn uông uôt uôp ư ưa ưc ưi ưm ưn ưng ưt ưu ươ ươc ươi
    ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu yt ych ynh yn yp
    """
_RIMES = frozenset(_ALL_RIMES.split())
_BARE_RIMES = frozenset(folded(rime) for rime in _RIMES)
_INITIALS = (
    "ngh", "ng", "nh", "gh", "gi", "g", "kh", "k", "ch", "c", "đ", "d", "b", "h", "l", "m", "n",
    "ph", "p", "qu", "r", "s", "th", "tr", "t", "v", "x",
)  # fmt: skip
_BEFORE = {
    "k": ("ieêy", True),
    "gh": ("ieê", True),
    "ngh": ("ieê", True),
    "c": ("ieêy", False),
    "g": ("ieêy", False),
    "ng": ("ieê", False),
}
"""Letters before which alone an initial stands, or before which it does not."""
_TELLING = 40
"""The fewest words of a text that tell whether it is written with diacritics."""
_SAID = "khong cua duoc trong nguoi cac nhung mot cho voi va la khi neu tu den nay thi hoac bi vao"
_SMALL = frozenset(_SAID.split())
"""Small words without their diacritics, of which one in twelve words at least is one."""
_OWN_QUALITY = "ăâêôơư"
"""Vowels with a mark of their own, of which the last bears the mark of the tone as well."""
_EITHER_VOWEL = frozenset({"oa", "oe", "uy"})
"""Rimes that are written with the mark of the tone on either vowel: "hóa" and "hoá"."""
_VOWELS = "aeiouy"
_CLUSTER = pattern_of(r"[bcdfgkps]r|[bcfgkps]l|st|sp|xt")
"""Consonants of borrowed words: "micrô"."""
_BORROWED = frozenset({"điốt", "iốt", "điôt"})
"""Borrowed words in which a vowel with a mark follows another."""
_LETTERS = frozenset(
    "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵbcdđghklmnpqrstvx"
)
_LETTERS_AND_KEYS = _LETTERS | frozenset("fjwz")
"""The same with those that set the tones and marks on a keyboard."""
_OWN = frozenset("đăắằẳẵặơớờởỡợưứừửữựấầẩẫậếềểễệốồổỗộảẻỉỏủỷạẹịọụỵ")
"""Letters that hardly any other language has: with "j", a slip of the fingers."""
_VOWEL = pattern_of(r"[aăâeêioôơuưy]")
_LAST = "iuyưa"
"""Vowels that are never written twice at the end."""
_SAME_VOWEL = {"i": "y", "y": "i"}
"""Vowels of which either may be written at the end: "kỹ" and "kĩ"."""
_LONGEST = 7
"""The most letters of a syllable."""
_MOST = 24
"""The most letters of a word that is looked at."""


@lru_cache(1 << 13)
def is_impossible(word: str) -> bool:
    """Whether a word in small letters with Vietnamese diacritics is no syllable of the language.

    A borrowed word may be several syllables written as one ("cácbon"), two syllables with marks of
    tone may not.
    """
    if word.isascii() or not 1 < len(word) <= _MOST:
        return False
    if not _LETTERS.issuperset(word):  # a key beside it was pressed, or for a tone
        return _LETTERS_AND_KEYS.issuperset(word) and not _OWN.isdisjoint(word)
    base, tones = _toneless(word)
    if _CLUSTER.search(word) or not _VOWEL.search(base) or _is_syllable(word):
        return False
    if tones and _is_syllable(base):
        return True  # the mark of its tone stands on the wrong letter
    if base[-1] in _LAST and base[-1] == base[-2] != base[-3:-2]:
        return True  # "khốii"; a cry is written with more of them
    return word not in _BORROWED and not _is_borrowed(word)


@lru_cache(1 << 13)
def is_unused(word: str) -> bool:
    """Whether a word in small letters with Vietnamese diacritics is a syllable by its form that no
    word of the language has: "nhứng".
    """
    if word.isascii() or not 1 < len(word) <= _LONGEST or not _LETTERS.issuperset(word):
        return False
    if not _is_syllable(word):
        return False
    base, tones = _toneless(word)
    other = f"{base[:-1]}{_SAME_VOWEL.get(base[-1], base[-1])}"
    return _in_use().isdisjoint((f"{base}{tones}", f"{other}{tones}"))


@cache
def _in_use() -> frozenset[str]:
    """The syllables of the table, each with the mark of its tone behind its letters."""
    found: set[str] = set()
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        rime, _, initials = line.partition(": ")
        for one in initials.split():
            initial = one.rstrip("012345")
            base = f"{initial}{rime}".replace(_NOTHING, "")
            found.update(f"{base}{_IN_ORDER[int(tone)]}" for tone in one[len(initial) :])
    return frozenset(found)


@lru_cache(1 << 13)
def is_bare(word: str) -> bool:
    """Whether a word without diacritics is a Vietnamese syllable whose marks were left out, as far
    as its letters tell: "chao", "duoc".
    """
    low = word.lower()
    return low.isascii() and any(
        low.startswith(initial) and low[len(initial) :] in _BARE_RIMES
        for initial in ("", *_INITIALS)
    )


def is_without_marks(words: Sequence[str]) -> bool:
    """Whether the words of a text are Vietnamese, all of them written without diacritics."""
    if len(words) < _TELLING:
        return False
    low = [word.lower() for word in words]
    if sum(not word.isascii() for word in low) * 50 > len(low):
        return False
    if sum(word in _SMALL for word in low) * 12 < len(low):
        return False
    return sum(map(is_bare, low)) * 2 >= len(low)


def _toneless(word: str) -> tuple[str, str]:
    """The letters of a word without its marks of tone, and these."""
    parts = unicodedata.normalize("NFD", word)
    tones = "".join(char for char in parts if char in _TONES)
    return unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES)), tones


@lru_cache(1 << 14)
def _is_syllable(word: str) -> bool:
    base, tones = _toneless(word)
    if len(tones) > 1:
        return False
    # a part of a borrowed word without any mark may end in a stop
    open_or_toned = word.isascii() or bool(_RISING_OR_HEAVY.intersection(tones))
    marked = next((at for at, char in enumerate(word) if len(_toneless(char)[1])), None)
    return any(
        _goes_with(initial, base[len(initial) :], part=word.isascii())
        and (open_or_toned or not _is_stopped(base))
        and (marked is None or _bears_tone(initial, base[len(initial) :], marked - len(initial)))
        for initial in ("", *_INITIALS)
        if base.startswith(initial)
    )


def _bears_tone(initial: str, rime: str, at: int) -> bool:
    """Whether the mark of a tone stands on the letter `at` of `rime`, a negative one if it stands
    on the `initial`.
    """
    vowels = rime[: len(rime) - len(rime.lstrip(_VOWELS))]
    if own := max(map(rime.rfind, _OWN_QUALITY)) + 1:
        return at == own - 1
    if not vowels:  # "gì", "gìn"
        return initial == "gi" and at == -1
    if len(vowels) == 2 and vowels == rime:
        return at == 0 or (at == 1 and rime in _EITHER_VOWEL)
    return at == (1 if len(vowels) > 2 else len(vowels) - 1)


def _is_stopped(base: str) -> bool:
    return base.endswith(("c", "ch", "p", "t"))


def _goes_with(initial: str, rime: str, *, part: bool) -> bool:
    """Whether `rime` may follow `initial`; in a `part` of a borrowed word more of them do."""
    if part and rime == "ic":
        return True
    if initial == "qu":
        return f"u{rime}" in _RIMES or (rime in _RIMES and rime[0] in "aăâeêiyơ")
    if initial == "gi" and (rime == "" or f"i{rime}" in _RIMES):
        return True
    if rime not in _RIMES:
        return False
    letters, alone = _BEFORE.get(initial, ("", False))
    if letters and (rime[0] in letters) is not alone:
        return False
    return not rime.startswith("yê" if initial else "iê")


def _is_borrowed(word: str) -> bool:
    """Whether a word is several syllables, of which one at most has a mark of tone."""
    if len(_toneless(word)[1]) > 1:
        return False
    reached = [True, *([False] * len(word))]
    for start in range(len(word)):
        if reached[start]:
            for end in range(start + 1, min(len(word), start + _LONGEST) + 1):
                part = word[start:end]
                if not start or part[0].isascii() or not _VOWEL.match(_toneless(part)[0]):
                    reached[end] = reached[end] or _is_syllable(part)
    return reached[-1]
