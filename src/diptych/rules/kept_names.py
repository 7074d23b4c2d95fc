"""Names and words that a translation keeps: one misspelt, one lost from a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from diptych.diagnostics import Diagnostic, Severity
from diptych.language.capitals import Capital, joined_names, kept_spellings, kept_words, names
from diptych.language.english_words import is_everyday
from diptych.language.letter_slips import is_one_slip, is_spelt_anew
from diptych.language.name_lists import NameList, name_lists
from diptych.language.scripts import LATIN, scripts_of
from diptych.language.syllables import is_bare
from diptych.language.tags import bare
from diptych.model import PROSE, Page, Segment, Side
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.counterparts import is_asked
from diptych.rules.shared.prose import read_aloud
from diptych.rules.shared.rendering import translation_beside_english
from diptych.wording import Wording

_LONG = 5
"""The fewest letters of a name that is compared letter by letter."""
_SELDOM = 2
"""How often a page has a slip of the pen at most: what it writes more often is meant."""
_MOST_NAMES, _MOST_ROWS = 64, 32
"""How many names, and rows of names, of a text are held against each of the other language's."""


class _Known(NamedTuple):
    """What the words of a page tell of a name."""

    written: Counter[str]
    """How often a word is written, however."""
    names: frozenset[str]
    """Words with a capital in the middle of a sentence, and nowhere in small letters."""


@rule("P106", Severity.WARNING)
def kept_name_misspelt(bitext: Bitext) -> Iterator[Diagnostic]:
    """A name is written with one letter wrong, where the other language has it as the page does
    elsewhere; or a word that a translation keeps from the original.

    Compared are names of five letters or more that stand on the pages of both languages; and, where
    no word of the translation's own looks so, as in Vietnamese and in other scripts, all words in
    Latin letters that the page of the original has with the right letter alone. The first letter
    and the ending tell nothing: languages inflect names. Each spelling is reported once per page.
    Published texts in Vietnamese and English are left to P103.

    Mend: Write the name or the word as the other language has it.

    vi: Một tên bị viết sai một chữ cái, trong khi bản kia viết đúng như ở những chỗ khác của trang;
    hoặc một từ mà bản dịch giữ nguyên từ bản gốc bị viết sai như vậy.

    Quy tắc so những tên từ năm chữ cái trở lên có trên trang của cả hai bản; và, ở ngôn ngữ không
    có từ nào trông như thế, như tiếng Việt hay các hệ chữ khác, mọi từ viết bằng chữ La-tinh mà
    trang của bản gốc chỉ có cách viết đúng. Chữ cái đầu và phần đuôi không được xét, vì nhiều ngôn
    ngữ biến đổi đuôi của tên. Mỗi cách viết được báo một lần trên một trang. Văn bản Việt–Anh được
    đăng thì để P103 xét.

    Sửa: Ghi tên hoặc từ ấy như bản kia.

    Bad:  `Lò Marbella ở làng bên. Thợ của Marbela đã đến.` ↔ `The men of Marbella have come.`
    Good: `Lò Marbella ở làng bên. Thợ của Marbella đã đến.` ↔ `The men of Marbella have come.`
    """
    if bitext.published and bitext.known_in_depth:
        return
    told: set[tuple[str, Side, str]] = set()
    for side, misspelt in _names_misspelt(bitext):
        (segments, wrong, _), *_ = misspelt
        told.add((segments[0].place.file, side, wrong.value))
        yield _misspelt(bitext, side, *misspelt[0], len(misspelt) - 1)
    for side, segments, wrong, right in _words_misspelt(bitext):
        if (segments[0].place.file, side, wrong.value) not in told:
            yield _misspelt(bitext, side, segments, wrong, right, 0)


def _names_misspelt(
    bitext: Bitext,
) -> Iterator[tuple[Side, list[tuple[tuple[Segment, Segment], Capital, Capital]]]]:
    """The names with a letter wrong, each with its places on a page and with what is meant."""
    known = bitext.once(_known)
    beside = translation_beside_english(bitext)
    if beside is not None and LATIN in scripts_of(bitext.documents[beside].locale):
        beside = None
    found: dict[tuple[str, Side, str], list[tuple[tuple[Segment, Segment], Capital, Capital]]] = {}
    for segments in bitext.paired_texts():
        own = known.get(segments[0].place.file)
        if own is None:
            continue
        texts = [read_aloud(segment) for segment in segments]
        spelt = [kept_spellings(text) for text in texts]
        values = [set(map(str.lower, words)) for words in spelt]
        # in letters of another script, a Latin word of a translation is the original's
        near = own if beside is None else (own[beside.other], own[beside.other])
        if not all(values) or not any(_names_among(values[0] ^ values[1], near)):
            continue  # nearly always
        forms = [kept_words(text) for text in texts]
        lone = _lone(forms)
        for side in Side:
            others = _named(lone[side.other], near if side is beside else own)
            for wrong in lone[side] if others else ():
                right = _meant(wrong, others, own[side], own[side.other])
                if right:
                    key = segments[0].place.file, side, wrong.value
                    found.setdefault(key, []).append((segments, wrong, right))
    for (_, side, _), row in found.items():
        yield side, row


def _words_misspelt(
    bitext: Bitext,
) -> Iterator[tuple[Side, tuple[Segment, Segment], Capital, Capital]]:
    """The words kept from the original with a letter wrong, where each stands first on a page.
    Names are left to P102 and P103, where these compare them.
    """
    known = bitext.once(_known)
    for pages in bitext.pages():
        for side in Side:
            for word, meant in _kept_with_a_slip(bitext, side, pages, known[pages[0].file]):
                ours = _first(pages[side], word)
                beside = ours and bitext.once(_opposites).get(id(ours[0]))
                theirs = (beside and _in(beside, meant)) or _first(pages[side.other], meant)
                if not ours or not theirs:
                    continue
                if not ours[1].printed.islower() and not _may_be_told(bitext, ours, theirs):
                    continue
                first, second = (ours, theirs) if side is Side.ORIGINAL else (theirs, ours)
                yield side, (first[0], second[0]), ours[1], theirs[1]


def _may_be_told(
    bitext: Bitext, ours: tuple[Segment, Capital], theirs: tuple[Segment, Capital]
) -> bool:
    """Whether a word with a capital is told: the original has one as well, or it may be a name that
    only the translation has; and P103 does not compare it, which looks at lone names.
    """
    if not theirs[1].printed[0].isupper():
        return False
    return not bitext.known_in_depth or theirs[1].value in ours[0].text.lower()


def _kept_with_a_slip(
    bitext: Bitext, side: Side, pages: tuple[Page, Page], known: tuple[_Known, _Known]
) -> Iterator[tuple[str, str]]:
    """The words in plain Latin letters on the page of `side` that are one of the other page's with
    a letter wrong, each with that one, if no word of its language looks so.
    """
    languages = [bare(bitext.documents[one].locale) for one in (side, side.other)]
    own = known[side].written
    latin = [LATIN in scripts_of(language) for language in languages]
    if not latin[1] or (latin[0] and languages[0] != "vi"):
        return
    others = known[side.other].written
    strange = [
        word
        for word, times in own.items()
        if times <= _SELDOM and len(word) >= _LONG and word.isalpha() and word not in others
    ]
    for word in strange:
        if (languages[0] == "vi" and is_bare(word)) or is_everyday(word):
            continue
        meant = [
            right
            for right in others
            if right[0] == word[0]
            and len(right) >= _LONG
            and is_one_slip(word, right)
            and not is_spelt_anew(word, right)
        ]
        if meant and not any(word in line.lower() for line in pages[side.other].lines):
            yield word, meant[0]


def _first(page: Page, word: str) -> tuple[Segment, Capital] | None:
    """The first place on `page` where `word` stands, in small letters or with a capital."""
    texts = (n.segment for n in page.nodes() if n.segment and (n.kind is None or n.kind in PROSE))
    return next(filter(None, (_in(text, word) for text in texts)), None)


def _opposites(bitext: Bitext) -> dict[int, Segment]:
    """The counterpart of each text, by the text's identity."""
    return {id(both[side]): both[side.other] for both in bitext.paired_texts() for side in Side}


def _in(segment: Segment, word: str) -> tuple[Segment, Capital] | None:
    """The first place in `segment` where `word` stands, in small letters or with a capital."""
    found = next((one for one in kept_words(read_aloud(segment)) if one.value == word), None)
    return (segment, found) if found else None


def _names_among(words: Iterable[str], known: tuple[_Known, _Known]) -> Iterator[str]:
    """Those of `words` that are names, and long enough, on the pages of both languages."""
    for word in words:
        if len(word) >= _LONG and all(word in page.names for page in known):
            yield word


def _named(words: Sequence[Capital], known: tuple[_Known, _Known]) -> list[Capital]:
    """Each of `words` once that is a name, and long enough, on the pages of both languages."""
    first: dict[str, Capital] = {}
    for word in words:
        first.setdefault(word.value, word)
    return [first[name] for name in _names_among(first, known)][:_MOST_NAMES]


def _meant(
    wrong: Capital, others: Sequence[Capital], here: _Known, there: _Known
) -> Capital | None:
    """The name among `others` that `wrong` is with one letter wrong."""
    if len(wrong.value) < _LONG - 1 or not wrong.printed[0].isupper():
        return None
    if there.written[wrong.value]:
        return None
    for right in others:
        often = here.written[wrong.value] <= max(
            here.written[right.value], there.written[right.value]
        )
        if often and is_one_slip(wrong.value, right.value):
            return right
    return None


def _misspelt(
    bitext: Bitext,
    side: Side,
    segments: tuple[Segment, Segment],
    wrong: Capital,
    right: Capital,
    more: int,
) -> Diagnostic:
    other = bitext.language(side.other)
    return Diagnostic(
        Wording(
            vi=f"“{wrong.printed}”: bản {other.vi} ghi “{right.printed}”"
            + (f", và {more} chỗ nữa trên trang này" if more else ""),
            en=f"“{wrong.printed}”: {other.en} has “{right.printed}”"
            + (f", and {more} more on this page" if more else ""),
        ),
        (
            bitext.at(side, segments[side].place_at(wrong.start), len(wrong.printed)),
            bitext.at(side.other, segments[side.other].place_at(right.start), len(right.printed)),
        ),
    )


@rule("P107", Severity.WARNING)
def name_lost_from_list(bitext: Bitext) -> Iterator[Diagnostic]:
    """A list of names has one name fewer in the other language, and all others as they are.

    Compared are names in a row within a sentence, parted by commas and one conjunction.

    Mend: Add the name to the list, or remove it from the other.

    vi: Một danh sách tên thiếu một tên ở bản kia, trong khi các tên còn lại giống hệt.

    Quy tắc so những tên đứng liền nhau trong câu, cách nhau bằng dấu phẩy và một liên từ.

    Sửa: Thêm tên ấy vào danh sách, hoặc bỏ nó ở bản kia.

    Bad:  `bột của Orlo và Brenta` ↔ `flour from Orlo, Brenta and Campo`
    Good: `bột của Orlo, Brenta và Campo` ↔ `flour from Orlo, Brenta and Campo`
    """
    for segments in bitext.paired_texts():
        texts = [read_aloud(segment) for segment in segments]
        rows = [
            name_lists(text, bitext.documents[side].locale)[:_MOST_ROWS]
            for side, text in Side.of(texts)
        ]
        if not all(rows):
            continue
        lowered = [text.lower() for text in texts]
        for pair in ((one, two) for one in rows[0] for two in rows[1]):
            side = Side(len(pair[1].names) > len(pair[0].names))
            lost = _lost(pair[side], pair[side.other], lowered[side.other])
            if lost is None or not is_asked(bitext, side):
                continue  # most lists, and names that a translation adds for its readers
            name = pair[side].names[lost]
            other = bitext.language(side.other)
            yield Diagnostic(
                Wording(
                    vi=f"danh sách trong bản {other.vi} thiếu “{name}”",
                    en=f"the list in {other.en} lacks “{name}”",
                ),
                (
                    bitext.at(
                        side.other,
                        segments[side.other].place_at(pair[side.other].starts[0]),
                        len(pair[side.other].names[0]),
                    ),
                    bitext.at(side, segments[side].place_at(pair[side].starts[lost]), len(name)),
                ),
            )


def _lost(many: NameList, few: NameList, text: str) -> int | None:
    """The index of the one name of `many` that `few` lacks, if that has all others, and `text`,
    where it stands, in small letters, nowhere has it.
    """
    if len(many.names) - len(few.names) != 1 or not few.closed:
        return None
    kept = {_closed(name) for name in few.names}
    gone = [at for at, name in enumerate(many.names) if _closed(name) not in kept]
    if len(gone) != 1:
        return None
    name = many.names[gone[0]]
    return None if name.lower() in text or (" " in name and _closed(name) in text) else gone[0]


def _closed(name: str) -> str:
    """`name` in small letters, without the blanks within, which not everybody writes."""
    return name.lower().replace(" ", "")


def _lone(forms: Sequence[Sequence[Capital]]) -> list[list[Capital]]:
    """Of two texts, the words that the other one lacks."""
    values = [{form.value for form in own} for own in forms]
    return [
        [form for form in own if form.value not in values[not at]] for at, own in enumerate(forms)
    ]


def _known(bitext: Bitext) -> Mapping[str, tuple[_Known, _Known]]:
    """For the file of each page of the original, what its words tell, and those of the other."""
    return {pages[0].file: (_known_of(pages[0]), _known_of(pages[1])) for pages in bitext.pages()}


def _known_of(page: Page) -> _Known:
    written: Counter[str] = Counter()
    small: set[str] = set()
    named: set[str] = set()
    for node in page.nodes():
        if not node.segment or not (node.kind is None or node.kind in PROSE):
            continue
        text = read_aloud(node.segment)
        words = kept_spellings(text)
        written.update(map(str.lower, words))
        small.update(filter(str.islower, words))
        named.update(name.printed.lower() for name in names(text))
        named.update(joined_names(text))
    return _Known(written, frozenset(named - small))
