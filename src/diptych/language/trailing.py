"""How an enumeration trails off in each language: dots, and the words for "and so on"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diptych.language.tags import bare
from diptych.patterns import pattern_of

_DOTS = r"(?:\.{3,}|…+|⋯+|・{3,}|(?<=,)\s?\.\.(?!\.))"

_WORDS = {
    "vi": r"v\.\s?v|v[aâ]n v[aâ]n|vâng vâng|và cứ thế",
    "en": r"and so on",
    "fr": r"et c(?:æ|ae|e)tera|et ainsi de suite",
    "de": r"usw|und so (?:weiter|fort)|u\.\s?(?:v\.\s?m|ä|a)",
    "es": r"etcétera|y así sucesivamente",
    "pt": r"e assim por diante",
    "it": r"ecc|eccetera|e così via",
    "nl": r"enz(?:ovoort)?|enzoverder",
    "pl": r"itd|itp|i tak dalej",
    "ru": r"и\s?т\.?\s?[дп]|и так далее|и тому подобное",
    "uk": r"і\s?т\.?\s?[дп]|тощо|і так далі",
    "ja": r"等々|エトセトラ",
    "zh": r"等等|诸如此类|諸如此類",
    "ko": r"등등",
    "id": r"dll|dsb|dan (?:lain-lain|sebagainya)",
    "tr": r"v[bs]|vesaire|ve benzeri",
    "sv": r"osv|m\.?m|och så vidare",
    "cs": r"atd|apod|a tak dále",
}
"""By language, the words that say that a list goes on."""

_SOFTER = {
    "vi": r"như|chẳng hạn|ví dụ|bao gồm|tương tự|khác|nữa|vân vân|thế",
    "en": r"such as|like|including|e\.g|for example|for instance|similar|more|others?|likewise",
    "fr": r"comme|tels?|telles?|par exemple|notamment|autres?|plus|encore|suite",
    "de": r"wie|z\.\s?B|zum Beispiel|beispielsweise|ähnlich\w*|andere\w*|weitere\w*|mehr",
    "es": r"como|por ejemplo|incluyendo|similares?|otr[oa]s?|más|demás",
    "pt": r"como|por exemplo|incluindo|semelhantes?|outr[oa]s?|mais|demais",
    "it": r"come|ad esempio|per esempio|simili|altr[ioae]|più",
    "nl": r"zoals|bijvoorbeeld|bijv|andere|meer|dergelijke",
    "pl": r"np|takie|jak|na przykład|podobn\w+|inn\w+|więcej",
    "ru": r"например|так\w*|как|друг\w+|прочи\w+|проч|подобн\w+|ещё|еще|др|пр",
    "uk": r"наприклад|так\w*|як|інш\w+|подібн\w+|ще|ін",
    "ja": r"など|等|ような|よう|たとえば|例えば|その他|ほか|他|とか|や|いった",
    "zh": r"等|例如|比如|诸如|像|如|其他|其它|之类|更多",
    "ko": r"등|같은|예를|예|기타|그\s?외|따위|더",
    "id": r"seperti|misalnya|contohnya|lain\w*|termasuk|lebih",
    "tr": r"gibi|örneğin|diğer\w*|benzer\w*|daha|vb",
    "sv": r"som|till exempel|t\.\s?ex|andra|mer|liknande",
    "cs": r"jako|například|např|další\w*|jin\w+|podobn\w+|více",
}
"""By language, words that may say the same less plainly: "such as", "and others"."""

_UNSPACED = frozenset({"ja", "zh", "ko"})
_ANYWHERE = r"(?<!\w)(?:etc|et cetera|and so (?:on|forth))(?!\w)"
"""Words that translators leave as they are."""
_ALONE, _END = r"(?<!\w)", r"(?!\w)"


def _alone(tag: str, words: str) -> str:
    """`words` as words of their own, where the language sets blanks between words."""
    return f"(?:{words})" if tag in _UNSPACED else f"{_ALONE}(?:{words}){_END}"


_WORDS_ALONE = {tag: f"(?:{_ANYWHERE}|{_alone(tag, words)})" for tag, words in _WORDS.items()}
_TRAILING = {
    tag: pattern_of(
        rf"(?:{_DOTS}[\s,(]?(?:{words})?|(?:{words}))(?:[.,)]{{0,2}}\s?{_DOTS})?", re.IGNORECASE
    )
    for tag, words in _WORDS_ALONE.items()
}
_LESS_PLAINLY = {
    tag: pattern_of(_alone(tag, words), re.IGNORECASE) for tag, words in _SOFTER.items()
}


@dataclass(frozen=True, slots=True)
class TrailingOff:
    """What says that a list goes on, with its offsets."""

    start: int
    end: int
    held: str


def trails_off(text: str, language: str) -> list[TrailingOff] | None:
    """Where `text` trails off, in order; None where nobody knows the words of its `language`."""
    pattern = _TRAILING.get(bare(language))
    if pattern is None:
        return None
    return [TrailingOff(m.start(), m.end(), m[0]) for m in pattern.finditer(text)]


def less_plainly(text: str, language: str) -> int:
    """How many words of `text` may say that a list goes on without saying so plainly."""
    pattern = _LESS_PLAINLY.get(bare(language))
    return len(pattern.findall(text)) if pattern else 0
