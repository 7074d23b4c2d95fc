"""Words by which a text speaks of its own translation: "Translation history"."""

from __future__ import annotations

import re

from diptych.language.tags import bare
from diptych.patterns import pattern_of

_WORDS = {
    "en": r"translat(?:ions?|ed|ors?)\b",
    "vi": r"(?:bản|người|quá trình|lịch sử) dịch\b|dịch (?:thuật|giả)|biên dịch",
    "fr": r"tradu(?:ctions?|cteurs?|ctrices?|ite?s?)\b",
    "de": r"[üu]bersetz",
    "es": r"tradu(?:cci[oó]n|cciones|ctor(?:es|as?)?|cid[oa]s?)\b",
    "pt": r"tradu(?:ç[ãa]o|ções|tor(?:es|as?)?|zid[oa]s?)\b",
    "it": r"tradu(?:zion[ei]|ttor[ei]|ttric[ei])\b|tradott",
    "nl": r"vertal",
    "pl": r"tłumacz|przekład",
    "ru": r"перевод",
    "uk": r"переклад",
    "cs": r"překlad",
    "sv": r"översätt",
    "ja": r"翻訳|訳者",
    "zh": r"翻译|翻譯|译者|譯者",
    "ko": r"번역|옮긴이",
    "id": r"terjemah",
    "ms": r"terjemah",
    "tr": r"çevir|çeviri",
    "th": r"แปล",
    "ar": r"ترجم",
    "fa": r"ترجم",
    "ur": r"ترجم",
    "he": r"תרגו|תורגמ",
    "hi": r"अनुवाद|अनूदित",
    "ne": r"अनुवाद|अनूदित",
    "mr": r"अनुवाद|भाषांतर",
    "bn": r"অনুবাদ|অনূদিত",
    "ta": r"மொழிபெயர்",
}
"""By language, the words for a translation and for those who make it."""
_HEADINGS = {tag: pattern_of(words, re.IGNORECASE) for tag, words in _WORDS.items()}
_NOTE = pattern_of(
    r"[\s(\[*_]*(?:chú thích|(?:chú thích|ghi chú|lời|lưu ý) (?:của )?người dịch|người dịch|ND"
    r"|translator[’']s note|note by the translator|N\.?\s?d\.?\s?T\.?"
    r"|note d[ue] (?:la )?traduct(?:eur|rice|ion)|Anmerkung de[rs] Übersetz(?:er(?:s|in)?|ung)"
    r"|nota de(?:l| la|l’|l')? ?tradu(?:ctora?|cción|ttore|ttrice)|nota d[oa] tradutora?"
    r"|примечание переводчика|訳注|訳者注|译注|译者注|譯註|譯者註|역주|옮긴이 주"
    r"|原文(?:链接|鏈接|連結|地址|出处|出處)?|译者|譯者|訳者|翻译|翻譯|翻訳|校对|校對|원문|옮긴이|번역)[*_\s]*[:：]",
    re.IGNORECASE,
)
"""How a translator's own note begins."""
_DATE = pattern_of(r"(?<!\d)(?:19|20)\d\d(?!\d)")
"""The year of a date."""


def speaks_of_translation(heading: str, language: str) -> bool:
    """Whether a heading in the BCP 47 `language`, or in English, has a word for a translation."""
    return any(_HEADINGS[tag].search(heading) for tag in {bare(language), "en"} if tag in _HEADINGS)


def is_note_of_translator(text: str) -> bool:
    """Whether `text` begins as a note of its translator does: "N.d.T.: …"."""
    return bool(_NOTE.match(text))


def has_year(text: str) -> bool:
    """Whether `text` has a date with its year."""
    return bool(_DATE.search(text))
