"""Characters: each text has the letters of its language, and nothing that cannot be seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from diptych.diagnostics import Diagnostic
from diptych.diagnostics.kept import LOOKED_THROUGH
from diptych.language.invisible import stray
from diptych.language.own_names import is_own_name
from diptych.language.repertoire import called
from diptych.language.scripts import alphabet_of
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.foreign_letters import (
    Found,
    Stranger,
    is_spelling,
    only_looks_latin,
    strangers,
)
from diptych.rules.shared.rendering import rendering
from diptych.rules.shared.texts import Line, unusual_lines
from diptych.wording import UNSAID, Wording

_SHOWN = 40
"""The most characters of a word that a message quotes."""
_HABIT = 3
"""How many unusual signs a page may have, each told by itself; more are told as one."""
_LINKED = pattern_of(r"\[([^\[\]]{1,200}+)\][(\[]")
"""A link; what it says."""
_OVERRIDES = "\u202d\u202e"
_SOFT = "\u00ad"
_AS_PICTURE = "\ufe0f"
_JOINERS = "\u200c\u200d"
_PRIVATE = "\ue000", "\uf8ff"
"""The first and the last of the characters to which each font gives its own shape."""


@rule("H102")
def invisible_character(bitext: Bitext) -> Iterator[Diagnostic]:
    """The text contains a character that cannot be seen: a zero-width space, a soft hyphen.

    It may be written as it is or as an entity (`&shy;`). Joiners of scripts that spell with
    them, and those of emoji, are left alone. On texts that are not published here more than three
    of one kind on a page are told as one.

    Mend: Delete it; it probably came with copied text.

    vi: Trong bài có ký tự không nhìn thấy được, như dấu cách độ rộng không hoặc gạch nối mềm.

    Ký tự này có thể được ghi thẳng hoặc bằng mã (`&shy;`). Ký tự nối của các hệ chữ cần đến nó và
    của biểu tượng cảm xúc không bị báo. Ở văn bản không đăng tại đây, quá ba ký tự cùng loại trên
    một trang được báo một lần.

    Sửa: Xóa ký tự này; có thể nó theo vào khi sao chép.

    Bad:  `ngoại·giao` (U+200B)
    Good: `ngoại giao`
    """
    by_page: dict[tuple[str, str], list[tuple[Line, int]]] = {}
    for line, at in _invisible(bitext):
        by_page.setdefault((line.file, line.text[at]), []).append((line, at))
    for (_, char), found in by_page.items():
        together = len(found) > _HABIT and not bitext.published
        code = f"U+{ord(char):04X}"
        others = UNSAID
        if together:
            more = len(found) - 1
            others = Wording(vi=f", và {more} chỗ nữa", en=f", and {more} more on this page")
        for line, at in found[:1] if together else found:
            yield Diagnostic(
                Wording(
                    vi=f"ký tự vô hình {code}{others.vi}",
                    en=f"an invisible character, {code}{others.en}",
                ),
                (line.at(at),),
                help=Wording(
                    vi=f"Xóa ký tự này ({called(char)}); có thể nó theo vào khi sao chép.",
                    en=f"Delete it ({called(char)}); it probably came with copied text.",
                ),
            )


def _invisible(bitext: Bitext) -> Iterator[tuple[Line, int]]:
    """Each character that cannot be seen and does not belong where it stands."""
    for line in unusual_lines(bitext):
        language = line.language
        found = stray(line.text, sure=not language.known, from_the_right=language.from_the_right)
        for at in found:
            meant = at in line.reading.resolved or line.text[at] == _SOFT
            if not language.exact and meant and not _hides(line.text, at):
                continue  # in other texts an entity, or a place to divide a long word
            if bitext.published or not _is_harmless(line, at):
                yield line, at


def _is_harmless(line: Line, at: int) -> bool:
    """Whether the character at `at` repeats the one before, joins nothing where joiners are
    spelling, is what the name of a heading has of a picture, or a sign of some font that the other
    language has, too.
    """
    char = line.text[at]
    if _PRIVATE[0] <= char <= _PRIVATE[1] and char in line.opposite:
        return True
    if char == _AS_PICTURE and line.text[max(0, at - 2) : at] == "(#":
        return True  # what a link to a heading keeps of the picture that opens it
    return line.text[at - 1 : at] == char or (char in _JOINERS and line.language.from_the_right)


def _hides(text: str, at: int) -> bool:
    """Whether the character at `at` turns the text round or stands in a word of Latin letters."""
    if text[at] in _OVERRIDES:
        return True
    around = (text[at - 1 : at] if at else "", text[at + 1 : at + 2])
    return text[at] != _SOFT and all(char.isascii() and char.isalpha() for char in around)


@rule("H103")
def look_alike_character(bitext: Bitext) -> Iterator[Diagnostic]:
    """A word contains a letter of another script, or one that only looks like the right letter.

    Examples are Cyrillic а, Icelandic Ð for Đ, and phonetic letters (ɑ, ᴏ). On texts that are not
    published here a letter with marks of another language (ṣ) is none, nor is a letter of a word
    that has other letters of such a language.

    Mend: Type the letter again.

    vi: Trong một từ có chữ cái của hệ chữ khác, hoặc chữ chỉ trông giống chữ cần viết.

    Ví dụ: а (Kirin), Ð (tiếng Iceland) thay cho Đ, các chữ của ký hiệu ngữ âm (ɑ, ᴏ). Ở văn bản
    không đăng tại đây, không báo chữ có dấu của ngôn ngữ khác (ṣ), cũng không báo chữ trong từ còn
    có chữ khác của một ngôn ngữ như thế.

    Sửa: Gõ lại chữ này.

    Bad:  `Ðảng` (U+00D0), `cаn` (U+0430)
    Good: `Đảng` (U+0110), `can` (U+0061)
    """
    for line, stranger in bitext.once(_strangers)[Found.LOOK_ALIKE]:
        letter = line.text[stranger.letter]
        if not bitext.published and is_spelling(line.text, stranger):
            continue
        name = called(letter).rpartition(", ")[0] or called(letter)
        yield Diagnostic(
            Wording(
                vi=f"chữ “{letter}” không phải chữ cái mà nó trông giống ({name})",
                en=f"“{letter}” is not the letter it looks like ({name})",
            ),
            (line.at(stranger.letter),),
            help=Wording(
                vi=f"Gõ lại chữ này: đây là {called(letter)}.",
                en=f"Type the letter again: this is {called(letter)}.",
            ),
        )


@rule("H105")
def word_in_another_script(bitext: Bitext) -> Iterator[Diagnostic]:
    """A word is written in a script that is not the language's: Cyrillic, Greek, Hebrew.

    A name in its own script is left alone if the list of names has it, or if both languages have
    the same word and it is visibly foreign. On texts that are not published here, so is a word that
    occurs only in the original, and one in the words of a link, which it leads to.

    Mend: Write it in the language's letters, or add it to the list of names.

    vi: Một từ viết bằng hệ chữ khác với ngôn ngữ của bài: chữ Kirin, Hy Lạp, Do Thái.

    Tên riêng bằng hệ chữ gốc được giữ nếu có trong danh mục tên, hoặc nếu cả hai bản cùng ghi từ đó
    và nhìn vào biết ngay là chữ nước ngoài. Nếu bài không đăng ở đây, từ chỉ có trong bản gốc và
    từ nằm trong chữ của liên kết cũng được giữ.

    Sửa: Viết lại bằng chữ của ngôn ngữ này, hoặc thêm vào danh mục tên.

    Bad:  `phát triển соре` (U+0441 …)
    Good: `phát triển core`
    """
    known = _known_words(bitext)
    for line, stranger in bitext.once(_strangers)[Found.SCRIPT]:
        word = line.text[stranger.start : stranger.end]
        if word in known or line.listed == "names":
            continue
        if (
            not bitext.published
            and line.side is rendering(bitext).other
            and _is_plainly_foreign(word)
        ):
            continue  # it is what the translation renders
        if not bitext.published and (is_own_name(word) or _is_symbol(word, line.opposite)):
            continue  # it leads to a page in that language, or stands for a quantity
        if not bitext.published and not only_looks_latin(word) and _is_in_link(line, word):
            continue
        if word in line.opposite and not only_looks_latin(word):
            continue
        said, name = word[:_SHOWN], called(line.text[stranger.letter])
        yield Diagnostic(
            Wording(
                vi=f"“{said}” viết bằng hệ chữ khác ({name})",
                en=f"“{said}” is written in another script ({name})",
            ),
            (line.at(stranger.start, len(word)),),
        )


def _is_in_link(line: Line, word: str) -> bool:
    """Whether `word` stands among the words of a link of its line."""
    return any(word in link[1] for link in _LINKED.finditer(line.written))


def _is_symbol(word: str, opposite: str) -> bool:
    """Whether `word` is one Greek letter that no Latin one looks like, as in formulas, or that the
    `opposite` text has, too: "α-particles".
    """
    if len(word) != 1 or alphabet_of(word) != "Grek":
        return False
    return word in opposite or not only_looks_latin(word)


def _is_plainly_foreign(word: str) -> bool:
    """Whether a reader sees at once that `word` is in another script, one that people write."""
    seen = {alphabet_of(char) for char in word if char.isalpha()}
    return seen <= _WRITTEN and not only_looks_latin(word)


def _bears_latin(word: str) -> bool:
    """Whether a letter or a figure of `word` is a Latin one, or `word` has no letters at all."""
    letters = [char for char in word if char.isalpha()]
    return not letters or any(alphabet_of(char) for char in letters)


_WRITTEN = frozenset({"", "Grek", "Cyrl", "Armn"})


@rule("H106")
def unusual_form(bitext: Bitext) -> Iterator[Diagnostic]:
    """A letter, a figure or a sign has an unusual form: fullwidth, mathematical, a ligature.

    It looks like ordinary text, but no search finds it, and screen readers misread it. On texts
    that are not published here a sign is left alone that the page has in both languages, and many
    on a page are told as one.

    Mend: Type it with the keyboard.

    vi: Chữ cái, chữ số hoặc dấu ở dạng khác thường: toàn độ rộng, ký hiệu toán, chữ ghép.

    Nhìn thì giống, nhưng tìm kiếm không thấy và máy đọc màn hình đọc sai. Ở văn bản không đăng tại
    đây, dấu mà cả hai bản của trang đều có không bị báo, và nhiều dấu trên một trang được báo một
    lần.

    Sửa: Gõ lại bằng bàn phím.

    Bad:  `ｎｏｔ`, `𝐧𝐨𝐭`, `３`
    Good: `not`, `3`
    """
    yield from _told(
        bitext,
        Found.FORM,
        Wording(
            vi="không viết bằng chữ và dấu thường",
            en="is not written in ordinary letters and signs",
        ),
    )


@rule("H107")
def strange_mark(bitext: Bitext) -> Iterator[Diagnostic]:
    """A letter is struck through, or carries a mark that no letter of the language has.

    Mend: Type the word again.

    vi: Một chữ bị gạch ngang, hoặc mang dấu mà không chữ cái nào của ngôn ngữ này có.

    Sửa: Gõ lại từ này.

    Bad:  `n̶o̶t̶` (U+0336)
    Good: `not`
    """
    yield from _told(
        bitext,
        Found.MARK,
        Wording(vi="mang dấu không chữ nào có", en="carries a mark that no letter here has"),
    )


def _told(bitext: Bitext, wanted: Found, said: Wording) -> Iterator[Diagnostic]:
    """A finding for each strange stretch of the kind `wanted`; `said` says what is wrong."""
    habits = _habits(bitext) if wanted is Found.FORM else {}
    for line, stranger in bitext.once(_strangers)[wanted]:
        printed = line.text[stranger.start : stranger.end]
        letter = line.text[stranger.letter]
        if wanted is Found.MARK and not bitext.published and not _bears_latin(printed):
            continue  # a word of a script that has such marks, where that is wrong at all (H105)
        if wanted is Found.FORM and not bitext.published and letter in line.opposite:
            continue  # a sign that both languages have
        more = 0
        if line.file in habits and not letter.isalnum():
            more, habits[line.file] = habits[line.file], 0
            if not more:
                continue  # told with the first
        others = Wording(vi=f", và {more} chỗ nữa", en=f", and {more} more on this page")
        yield Diagnostic(
            Wording(
                vi=f"“{printed[:_SHOWN]}” {said.vi} ({called(letter)})"
                + (others.vi if more else ""),
                en=f"“{printed[:_SHOWN]}” {said.en} ({called(letter)})"
                + (others.en if more else ""),
            ),
            (line.at(stranger.start, len(printed)),),
        )


def _habits(bitext: Bitext) -> dict[str, int]:
    """For each file that has unusual signs all over, how many there are behind the first."""
    if bitext.published:
        return {}
    counts = Counter(
        line.file
        for line, stranger in bitext.once(_strangers)[Found.FORM]
        if not line.text[stranger.letter].isalnum()
        and line.text[stranger.letter] not in line.opposite
    )
    return {file: count - 1 for file, count in counts.items() if count > _HABIT}


def _strangers(bitext: Bitext) -> Mapping[Found, Sequence[tuple[Line, Stranger]]]:
    """All that is strange in the texts, by what is wrong; of each kind `LOOKED_THROUGH` at most."""
    found: dict[Found, list[tuple[Line, Stranger]]] = {kind: [] for kind in Found}
    for line in unusual_lines(bitext):
        for stranger in strangers(line.text, line.language):
            if len(found[stranger.found]) <= LOOKED_THROUGH:
                found[stranger.found].append((line, stranger))
    return found


def _known_words(bitext: Bitext) -> set[str]:
    """The words of other scripts that the lists of names and terms have."""
    forms = (
        form
        for term in bitext.entries.terms
        for form in (*term.original, *term.renderings)
        if not form.isascii()
    )
    return {word for form in forms for word in form.split()}
