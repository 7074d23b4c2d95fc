"""Slips of the pen that one language shows by itself: a word doubled, a capital in mid-sentence, an
opening mark forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import and_, eq

from diptych.language.letter_runs import letter_runs
from diptych.language.stops import Mark
from diptych.language.syllables import is_bare
from diptych.language.tags import bare
from diptych.patterns import pattern_of

_DOUBLED = {
    "vi": """
        của các và hơn cho được những với sẽ đã để là mà hoặc nếu thì rằng bởi như khi nhưng đang
        trong dưới hãy bạn cũng này vẫn chúng mỗi ở theo""",
    "en": "the a an of to and or for from with at by your our their its as be we if",
    "fr": "de des du un une et ou à dans pour par sur avec au aux que les",
    "de": "und oder von mit für im eine einen nicht vom zum zur",
    "es": "de del el los las un una y o en por para con al su es se pero",
    "pt": "de do da dos das um uma e ou em no na por para com ao",
    "it": "di del della dei delle il un una e o in nel nella per con al alla",
    "nl": "de een en of van met",
    "pl": "i w z na do że lub oraz dla od przez",
    "ru": "и в на с по для от к или из",
    "uk": "і у в на з для від або та до",
    "cs": "a v na pro od nebo do",
    "sv": "och att en ett",
    "id": "yang dan di dari untuk pada dengan adalah ke atau",
    "tr": "ve veya ile olarak",
    "ms": "yang dan di dari untuk pada dengan adalah ke atau kepada",
    "ar": "في على إلى التي الذي",
    "fa": "را است برای از که",
    "ur": "کے میں ہے سے کو کا کی اور",
    "hi": "के में है हैं को का की",
    "bn": "এবং জন্য",
    "he": "של כדי או",
    "ko": "및 또는 그리고 수",
}
"""By language, words that sense never has twice in a row: none that is doubled to say more ("từ
từ"), that ends another word ("hiện tại tại"), or a clause before another like it ("that that")."""
_DOUBLING = frozenset(["từng", "mỗi", "càng", "ngày", "hết", "rất", "cứ", "vừa", "lần", "một"])
"""Vietnamese words with which pairs are doubled for their meaning: "từng bước từng bước"."""
_DOERS = frozenset(["nhà", "người", "bên"])
_DONE = frozenset(
    [
        "bảo trì", "cung cấp", "đầu tư", "điều hành", "đóng góp", "kinh doanh", "lãnh đạo",
        "nghiên cứu", "phát triển", "quản lí", "quản lý", "quản trị", "sản xuất", "sử dụng",
        "tiêu dùng", "vận hành", "xuất bản",
    ]
)  # fmt: skip
"""What behind one of those names who does what is then said again: "nhà cung cấp cung cấp"."""
_PRONOUNS = frozenset(["chúng ta", "chúng tôi", "chúng nó", "người ta"])
"""Pairs that end one clause and begin the next: "tàu của chúng ta chúng ta tự lái"."""
_AGAIN = {
    "bg": "много едва",
    "ca": "molt",
    "cs": "mnoho velmi",
    "da": "meget have haft være",
    "de": "diese dieser denen werden worden haben hatten sein seine können müssen sollen waren",
    "en": "that had bye far out hip tut yum many more much long next never only really very",
    "es": "como nada contenido hecho",
    "fr": "nous vous elle elles contenu produit compris permis",
    "fi": "että joka hyvin aivan",
    "gl": "como",
    "hr": "vrlo",
    "hu": "hogy nagyon",
    "it": "piano contenuto prodotto fatto",
    "nb": "veldig have være",
    "nl": "heel hebben hadden worden zijn waren deze die",
    "pl": "",
    "pt": "como feito",
    "ro": "foarte mult",
    "ru": "",
    "sk": "veľmi",
    "sl": "zelo",
    "sv": "mycket vara hade",
    "uk": "",
}
"""By language, the longer words that may stand twice in a row: where two clauses meet, or for
their meaning. Any other doubles none unless the text that it translates does."""
_CAPITAL = {
    "vi": """
        Một Các Khi Nếu Và Nhưng Trong Với Để Hoặc Vì Những Tuy Mà Thì Nên Do Từ Tại Trên Cho Của Là
        Được Bị Như""",
    "fr": "Et Ou Mais Si Quand Pour Dans Avec Par Sur Car Donc Puis",
    "de": "Und Oder Aber Wenn Weil Dass Damit Wie Für Mit Von Bei Im",
    "es": "Pero Cuando Para Con Por En Porque Aunque Entonces Donde",
    "pt": "Mas Quando Para Com Por Em Porque Embora Então Onde",
    "it": "Ma Quando Per Con In Perché Quindi Dove Mentre",
    "nl": "En Of Maar Als Omdat Voor Met Van Bij",
    "pl": "Aby Ale Gdy Jeśli Jeżeli Lub Oraz Żeby Ponieważ Dla Przez Które Który Która",
    "ru": "Чтобы Но Когда Если Или Для Потому Который Которая Которые При",
    "uk": "Щоб Але Коли Якщо Або Для Тому Який Яка Які При",
    "cs": "Aby Ale Když Pokud Nebo Protože Pro Který Která Které",
    "id": "Dan Atau Tetapi Jika Untuk Dengan Karena Yang Pada",
    "tr": "Ve Veya Ama Eğer Çünkü İçin",
}
"""By language, words that have a capital only where a sentence or a title begins."""
_ENDING = pattern_of(r"(?<=[^\W\d_])[?!](?=[)\"”»*_]*+(?:\s|$))")
_DOUBLE_MARK = pattern_of('["“”„‟«»＂]')
_GOES_ON = pattern_of(r"[)\"”»*_]*+\s+[a-zà-ÿ]")
_SYLLABLE = pattern_of(r"(?<![\w'’.-])[^\W\d_]{2,}+(?![\w'’-])")
_JOINED = (".", "(", "_", "/", "@")
"""What makes a word part of an address, or the name of a function."""
_BETWEEN = " a à al by to zu für по за per por pour and und y et e и i "
"""What stands between words said again for their meaning: “poco a poco a poco”."""
_ONE_ONE = pattern_of(r"(?<![\w-])một một(?![\w-])")
"""An article twice, or what is one to one."""
_TO = ("-to-", " to ")
"""What stands between two that are set against each other: “one-to-one”."""
_WORD = pattern_of(r"\w{1,40}+")
_LONG, _LONG_IN_ENGLISH = 4, 3
"""The least letters of a word that is taken for a slip where it is doubled: "die die" is German."""
_LAST = 40
"""How many characters before a mark its last two words are looked for in."""
_OPENING = pattern_of("[¿¡]")
_ITEM = pattern_of(r"[,:;] [A-ZĐÀ-Ỹ][^,.:;!?]{0,38}, \Z")
"""An item of a list that begins with a capital, as each of them may."""


def _twice(word: str) -> str:
    first = re.escape(word[0])
    return rf"(?:{first.upper()}|{first}){re.escape(word[1:])}[ \n]{re.escape(word)}"


_SIGN = "\u064b-\u065f\u0670\u0900-\u0dff"
"""Signs on letters, with letters beside them."""


_TWICE = {
    tag: pattern_of(
        rf"(?<![\w{_SIGN}'’.-])(?:{'|'.join(map(_twice, words.split()))})(?![\w{_SIGN}'’-])"
    )
    for tag, words in _DOUBLED.items()
}
_AFTER_COMMA = {
    tag: pattern_of(rf"(?<=[^\W\d_A-Z], )(?:{'|'.join(words.split())})(?= )")
    for tag, words in _CAPITAL.items()
}


def doubled_words(text: str, language: str) -> list[Mark]:
    """The words of grammar in `text` that stand twice in a row."""
    tag = bare(language)
    pattern = _TWICE.get(tag)
    if pattern is None or ((tag == "vi" or tag in _AGAIN) and not _says_again(text)):
        return []
    return [Mark(match[0], match.start()) for match in pattern.finditer(text)]


@lru_cache(maxsize=1 << 15)  # two kinds of slips are looked for in every text
def _says_again(text: str) -> bool:
    """Whether a run of letters in `text`, or a pair of them, stands twice in a row."""
    small = list(map(str.lower, letter_runs(text)))
    if any(map(eq, small, small[1:])):
        return True
    alike = list(map(eq, small, small[2:]))
    return True in alike and any(map(and_, alike, alike[1:]))


def repeated_words(text: str, language: str) -> list[Mark]:
    """Other words of `text` that stand twice in a row: of four letters or more (in English three),
    in languages that double none for its meaning; in Vietnamese, two syllables.
    """
    tag = bare(language)
    if (tag != "vi" and tag not in _AGAIN) or not _says_again(text):
        return []  # nearly always
    words = _SYLLABLE.findall(text)
    found: list[Mark] = []
    if tag == "vi" and "một một" in text:
        found += (Mark(match[0], match.start()) for match in _ONE_ONE.finditer(text))
    small = [word.lower() for word in words]
    if any(map(eq, small, small[1:])):  # hardly ever
        found += _doubled(text, tag)
    if any(map(eq, words[1:], words[3:])):
        found += _doubled_pairs(text, words, 1 if tag == "vi" else _LONG)
    return found


def _doubled(text: str, tag: str) -> Iterator[Mark]:
    """The longer words of `text` that stand twice in a row; of Vietnamese, those that are foreign:
    only its own syllables are doubled for their meaning.
    """
    words = [(match[0], match.start(), match.end()) for match in _SYLLABLE.finditer(text)]
    known = {mark.start for mark in doubled_words(text, tag)}
    long = _LONG_IN_ENGLISH if tag == "en" else _LONG
    again = _AGAIN.get(tag, "").split()
    for (one, start, stop), (two, begin, end) in pairwise(words):
        if two not in (one, one.lower()) or two.isupper() or len(one) < long or two in again:
            continue  # nearly always
        if tag == "vi" and (not two.isascii() or is_bare(two)):
            continue
        if text[stop:begin] not in (" ", "\n") or start in known:
            continue
        if text[end : end + 1] not in _JOINED:
            yield Mark(text[start:end], start)


def doubles_words(text: str) -> bool:
    """Whether some word or pair of words of `text` stands twice in a row, whatever its language, or
    a word or figure is set against itself: “one-to-one”.
    """
    found = [(match[0].lower(), match.start(), match.end()) for match in _WORD.finditer(text)]
    words = [word for word, _, _ in found]
    return any(
        words[at] == words[at + 1] or words[at : at + 2] == words[at + 2 : at + 4]
        for at in range(len(words) - 1)
    ) or any(
        one[0] == two[0] and text[one[2] : two[1]].lower() in _TO
        for one, two in zip(found, found[2:], strict=False)
    )


def _doubled_pairs(text: str, words: Sequence[str], least: int) -> Iterator[Mark]:
    """Two of the `words` or syllables of `text`, the first of `least` letters, that stand twice in
    a row; of a row of them the first.
    """
    found = list(_SYLLABLE.finditer(text))
    done = 0
    for at, (two, four) in enumerate(zip(words[1:], words[3:], strict=False)):
        if two != four:
            continue
        one, three = words[at], words[at + 2]
        if at < done or one.lower() != three or one.lower() == two:
            continue
        if len(one) < least or f" {two} " in _BETWEEN or f"{one} {two}" in _PRONOUNS:
            continue
        if at and words[at - 1].lower() in _DOERS and f"{one} {two}" in _DONE:
            continue
        printed = text[found[at].start() : found[at + 3].end()]
        if one.lower() not in _DOUBLING and printed == f"{one} {two} {three} {four}":
            done = at + 4
            yield Mark(printed, found[at].start())


def capitals_after_commas(text: str, language: str) -> list[Mark]:
    """The words of grammar in `text` that have a capital after a comma within a sentence."""
    pattern = _AFTER_COMMA.get(bare(language))
    return [
        Mark(found[0], found.start())
        for found in (pattern.finditer(text) if pattern else ())
        if text[found.end() + 1 : found.end() + 2].islower()
        and not _ITEM.search(text, max(0, found.start() - _LAST), found.start())
    ]


def unopened(text: str, language: str) -> list[Mark]:
    """The last words, with their marks, of questions and exclamations of a Spanish `text` that no
    opening mark begins.
    """
    if bare(language) != "es":
        return []
    found = []
    done = 0
    for match in _ENDING.finditer(text):
        at = match.start()
        if _GOES_ON.match(text, match.end()):
            continue  # a name within a sentence: "Yahoo! is"
        if not _OPENING.search(text, done, at):
            words = " ".join(text[max(0, at - _LAST) : at].split()[-2:])
            start = text.rfind(words, 0, at)
            found.append(Mark(f"{words}{match[0]}", start if start >= 0 else at))
        done = match.end()
    return found


def empty_quotations(text: str) -> list[Mark]:
    """The pairs of quotation marks of `text`, between blanks, that hold nothing."""
    if not any(sign in text for sign in _EMPTY_SIGNS):
        return []  # nearly always
    return [Mark(match[0], match.start()) for match in _EMPTY.finditer(text)]


_EMPTY_SIGNS = ('""', "«»", "“”", "„“", "„”", "« »")
_EMPTY = pattern_of(r'(?<=[^\W\d_] )(?:""|« ?»|“”|„[“”])(?=[.,;:!?]?(?:\s|\Z))')


def unpaired(text: str, language: str) -> list[Mark]:
    """The last double quotation mark of `text`, if their number is odd with and without those that
    stand after a figure, which may be inches; or the first mark of a pair that a mark of another
    kind closes: `«word”`, `“word"`.
    """
    if not any(map(str.isalpha, text)):
        return []  # a piece of something else
    if bare(language) in _WITH_GERSHAYIM:
        text = _GERSHAYIM.sub("\u05f4", text)
    for said in ('"""', '(")', '（"）'):  # the last two name the mark itself
        text = text.replace(said, " " * len(said))
    found = list(_DOUBLE_MARK.finditer(text))
    plain = [mark for mark in found if not text[mark.start() - 1 : mark.start()].isdigit()]
    if len(found) % 2 == 0 or len(plain) % 2 == 0:
        return _closed_otherwise(text, language) if len(found) % 2 == 0 else []
    return [Mark(plain[-1][0], plain[-1].start())]


_WITH_GERSHAYIM = frozenset({"he", "yi"})
_GERSHAYIM = pattern_of(r"(?<=[\u05d0-\u05ea])[\"“”](?=[\u05d0-\u05ea](?![\u05d0-\u05ea]))")
"""The mark within an acronym of Hebrew, as it is commonly typed."""
_CURVED_ALIKE = frozenset({"vi", "en", "fr", "es", "pt", "it", "tr", "id"})
"""Languages in which “ opens and ” closes."""
_ONE_GUILLEMET = frozenset({"sv", "fi"})
"""Languages in which » may open as well as close."""


def _closed_otherwise(text: str, language: str) -> list[Mark]:
    tag = bare(language)
    counts = {mark: text.count(mark) for mark in '“”«»„"'}
    if counts["«"] != counts["»"] and tag not in _ONE_GUILLEMET:
        mark = "«" if counts["«"] > counts["»"] else "»"
    elif counts["“"] != counts["”"] and counts['"'] % 2 and not counts["„"]:
        mark = "“" if counts["“"] > counts["”"] else "”"
    else:
        return []
    return [Mark(mark, text.find(mark))] if mark in "«»" or tag in _CURVED_ALIKE else []
