"""What languages call themselves, as a choice of languages on a page does."""

from __future__ import annotations

from functools import lru_cache

from diptych.language.diacritics import folded
from diptych.language.locales import locale
from diptych.language.tags import bare
from diptych.patterns import pattern_of

_OWN = {
    "ar": "العربية", "cs": "čeština", "de": "deutsch", "en": "english", "es": "español",
    "fa": "فارسی", "fr": "français", "he": "עברית", "hi": "हिन्दी", "id": "bahasa indonesia",
    "it": "italiano", "ja": "日本語", "ko": "한국어", "nl": "nederlands", "pl": "polski",
    "pt": "português", "ru": "русский", "sv": "svenska", "th": "ไทย", "tr": "türkçe",
    "uk": "українська", "vi": "tiếng việt", "zh": "中文",
}  # fmt: skip
_OTHER = {
    "hi": ("हिंदी",),
    "zh": ("简体中文", "繁體中文", "繁体中文", "正體中文"),
    "th": ("ภาษาไทย",),
    "pt": ("português do brasil", "português br"),
}
_VERSION = ("version", "version in", "read in", "bản", "phiên bản", "版本", "版")
"""What a choice may say beside the name of a language."""
_NO_WORD = pattern_of(r"[^\w\s\u0300-\u036f\u0900-\u097f\u0e00-\u0e7f]+")


def names_language(words: str, tags: tuple[str, str]) -> bool:
    """Whether `words` are nothing but the name of one of the languages `tags`, its own or the
    English one, whatever stands beside (a flag, a parenthesis).
    """
    said = " ".join(_NO_WORD.sub(" ", words).replace("_", " ").casefold().split())
    said = _without_version(said)
    return bool(said) and said in _all_names(tags)[said.isascii()]


def _without_version(said: str) -> str:
    for word in _VERSION:
        said = said.removeprefix(word).removesuffix(word).strip()
    return said


def is_own_name(word: str) -> bool:
    """Whether a language calls itself `word`."""
    said = _without_version(word.casefold())
    return said in _OWN.values() or any(said in names for names in _OTHER.values())


def names_some_language(words: str) -> bool:
    """Whether `words` are nothing but the name by which a language calls itself."""
    return is_own_name(" ".join(_NO_WORD.sub(" ", words).casefold().split()))


@lru_cache(maxsize=64)
def _all_names(tags: tuple[str, str]) -> tuple[frozenset[str], frozenset[str]]:
    """The names of the languages `tags`, and the same as typed without marks: "Tieng Viet"."""
    names = frozenset().union(*map(_names, tags))
    return names, names.union(map(folded, names))


def _names(tag: str) -> set[str]:
    language = bare(tag)
    own = {_OWN.get(language, ""), *_OTHER.get(language, ()), locale(tag).called.en.casefold()}
    return own | {name.removeprefix("tiếng ") for name in own}
