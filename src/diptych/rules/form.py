"""Form: emphasis, quotations, parentheses and ellipses alike in both languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from diptych.diagnostics import Diagnostic, Severity
from diptych.language.glosses import (
    gives_example,
    goes_on,
    is_gloss,
    is_translators_note,
    stands_in,
)
from diptych.language.own_names import names_language
from diptych.language.quotation import (
    SetApart,
    asides,
    breaks_outside,
    is_formula,
    parentheses,
    quotations,
)
from diptych.language.scripts import scripts_of
from diptych.language.tags import bare
from diptych.language.trailing import less_plainly, trails_off
from diptych.model import Emphasis, Side, Stretch
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.counterparts import (
    Lacking,
    Text,
    Texts,
    extra,
    is_asked,
    quoted,
    texts_of,
    told,
)
from diptych.rules.shared.lone import FEW, Placed
from diptych.rules.shared.rendering import rendering
from diptych.wording import Wording

_SLANTED = frozenset({"Latn", "Cyrl", "Grek", "Armn", "Geor"})
"""The scripts that are set in italics."""
_JOINT = pattern_of(r"[\s,;:/–-]*+")
_SHORT_WORD = pattern_of(r" [^\W\d_]{1,3} ")
_WORD = pattern_of(r"(?<!\w)\w++(?:[./:-]\w++)*+")
_ACRONYM = pattern_of(r"[A-Z][A-Za-z]{0,8}[A-Z]s?")
_PAUSES = ("", ",", "–", "—", "-", "(")
"""What stands before an acronym that only follows what it stands for."""
_STEP = pattern_of(r"\d{1,3}|dd|[a-zđ]")
_NUMBER = pattern_of(r"(?:[Ss]ố|Nos?\.?) \d[\w/.-]{0,40}")
"""What citations have in parentheses: a clause or a point of an article, the number of a law."""
_HELD = 200
"""How many characters of a parenthesis are looked for in the other language."""
_OFTEN = 6
"""On how many texts of a page a language may do without parentheses before it is its way."""
_FOREIGN_WORDS = 3
"""How many words in italics are taken for a foreign expression."""
_LATIN = pattern_of(
    r"(?:e\. ?g|i\. ?e|etc|vs?|versus|viz|cf|et al|ca|circa|ibid|a priori|ad hoc|per se|in situ"
    r"|vice versa|et cetera|a posteriori|de facto|inter alia)[.,]*",
    re.IGNORECASE,
)
"""Latin that English sets in italics; other languages say it in words of their own."""


class _Set(NamedTuple):
    """A stretch in italics or bold."""

    start: int
    end: int
    held: str


@rule("M101", in_depth=True, of_close=True)
def emphasis_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """Words in italics or bold in one language are plain, or set differently, in the other.

    Foreign words in italics that are ordinary words in the other language are left alone, and so
    are words that the other language sets apart with quotation marks or as code.

    Mend: Put `*…*` or `**…**` around the same words in both languages.

    vi: Chỗ in nghiêng hoặc in đậm ở bản này là chữ thường, hoặc in kiểu khác, ở bản kia.

    Từ nước ngoài in nghiêng mà bản kia dùng như từ của mình thì không bị báo; chỗ bản kia đặt trong
    ngoặc kép hoặc ghi là mã cũng vậy.

    Sửa: Đặt `*…*` hoặc `**…**` quanh cùng những từ ở cả hai bản.

    Bad:  `(*để báo cáo*)` ↔ `(for reporting)`
    Good: `(*để báo cáo*)` ↔ `(*for reporting*)`
    """
    plain: list[Lacking] = []
    for texts in texts_of(bitext, lambda segment: bool(segment.stretches), in_place=True):
        alone = _alone(texts)
        for side in Side:
            # as many in italics here as in bold there
            swapped = min(len(alone[0][side]), len(alone[1][side.other]))
            if swapped:
                here, there = alone[0][side][0], alone[1][side.other][0]
                del alone[0][side][:swapped], alone[1][side.other][:swapped]
                if bitext.published or _are_slanted(bitext):
                    yield _set_otherwise(bitext, side, texts, (here, there))
        for found, name in zip(alone, _SETTINGS, strict=True):
            plain += _lacking(bitext, texts, found, name)
    yield from told(bitext, plain)


@rule("M117", Severity.WARNING, of_close=True)
def bold_lost(bitext: Bitext) -> Iterator[Diagnostic]:
    """Words that are bold in the original are plain in the translation, and nothing else there is
    set apart in their stead.

    This is for languages other than Vietnamese and English, between which M101 compares italics as
    well. Of what English has in italics, only words like “not”, “must” and “only” are looked for:
    they are stressed, whatever script the translation has.

    Mend: Put `**…**` around the same words in both languages.

    vi: Chỗ in đậm ở bản gốc là chữ thường ở bản dịch, và không có gì khác ở đó được đặt riêng thay
    cho nó.

    Quy tắc này dành cho các ngôn ngữ khác tiếng Việt và tiếng Anh; giữa hai thứ tiếng ấy, M101 so
    cả chỗ in nghiêng. Trong những chỗ in nghiêng của tiếng Anh, quy tắc chỉ tìm các từ như “not”,
    “must”, “only”: đó là chỗ nhấn mạnh, dù bản dịch viết bằng chữ gì.

    Sửa: Đặt `**…**` quanh cùng những từ ở cả hai bản.

    Bad:  `Keep the **oars** dry.` ↔ `Gardez les rames sèches.`
    Good: `Keep the **oars** dry.` ↔ `Gardez les **rames** sèches.`
    """
    if bitext.published or bitext.known_in_depth:
        return
    plain: list[Lacking] = []
    stressed: list[Lacking] = []
    for texts in texts_of(bitext, lambda segment: bool(segment.stretches), in_place=True):
        slanted, bold = _alone(texts)
        side = rendering(bitext)
        if not slanted[side] and not _are_joined(texts, side):
            words = [each for each in bold[side.other] if len(each.held.strip()) > 1]
            plain += _lacking(
                bitext, texts, ([], words) if side is Side.ORIGINAL else (words, []), _SETTINGS[1]
            )
        if not (slanted[side] or bold[side]) and bare(texts[side.other].language) == "en":
            words = [each for each in slanted[side.other] if each.held.lower() in _STRESSED]
            words = words if _stretches(texts[side], Emphasis.EM) == 0 else []
            stressed += [Lacking(side.other, texts, words, _SETTINGS[0])] if words else []
    yield from told(bitext, plain, _FEW_IN_BOLD)
    yield from told(bitext, stressed)


_STRESSED = frozenset(
    {"not", "no", "never", "must", "must not", "cannot", "can't", "do not", "don't", "only"}
)
"""English words that are set in italics because the sentence hangs on them."""
_FEW_IN_BOLD = 2
"""On how many texts of a page bold words are told one by one; on more a language does without."""


def _are_joined(texts: Texts, side: Side) -> bool:
    """Whether the language of `side` has as many stretches in bold as the other, if those with only
    a short word between them are one: “**only** the **same bread**”.
    """
    own, other = (_merged(texts[each], Emphasis.STRONG) for each in (side, side.other))
    words = texts[side.other].segment.text
    near = sum(
        bool(_SHORT_WORD.fullmatch(words, first.end, second.start))
        for first, second in pairwise(other)
    )
    return 0 < len(other) - near <= len(own)


_Alone = tuple[list[Placed], list[Placed]]
"""By side, what is set there alone."""


def _alone(texts: Texts) -> tuple[_Alone, _Alone]:
    """What of two texts one alone has in italics, and what one alone has in bold."""
    slanted, bold = ([_merged(text, each) for text in texts] for each in _EMPHASES)
    return extra(texts, slanted), extra(texts, bold)


def _lacking(bitext: Bitext, texts: Texts, found: _Alone, name: Wording) -> Iterator[Lacking]:
    """What of `found`, called `name`, has to be set so in the other language."""
    for side in Side:
        left = _plain(bitext, side, texts, found[side], name is _SETTINGS[0])
        if is_asked(bitext, side):
            yield Lacking(side, texts, left, name)


_EMPHASES = Emphasis.EM, Emphasis.STRONG
_SETTINGS = (
    Wording(vi="chỗ in nghiêng", en="italics"),
    Wording(vi="chỗ in đậm", en="bold"),
)


@rule("M102", exact=True)
def quotation_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A quotation in one language has no quotation marks of any kind in the other.

    Nothing is reported if the other language has the very same words, or sets them apart with
    italics, bold or as code; nor where Chinese, Japanese, Korean or Russian uses the marks instead
    of these.

    Mend: Keep the quotation marks around the same words in both languages.

    vi: Một chỗ trích trong ngoặc kép ở bản này không có loại ngoặc kép nào ở bản kia.

    Không báo nếu bản kia ghi đúng những chữ ấy, hoặc in nghiêng, in đậm, ghi là mã; cũng không báo
    dấu ngoặc của tiếng Trung, Nhật, Hàn hay Nga thay cho các cách đó.

    Sửa: Giữ dấu ngoặc kép quanh cùng những từ ở cả hai bản.

    Bad:  `“kinh tế xanh”` ↔ `green economy`
    Good: `“kinh tế xanh”` ↔ `"green economy"`
    """
    name = Wording(vi="chỗ trích", en="the quotation")
    lacking: list[Lacking] = []
    for texts in texts_of(bitext):
        if texts[0].prose == texts[1].prose:
            continue
        found = [quotations(text.prose) for text in texts]
        for side, left in Side.of(extra(texts, found)):
            if not left:
                continue
            other = texts[side.other]
            if not bitext.published:
                if _marks_names(texts[side].language):
                    continue
                if len(left) <= _set_apart(other) - _set_apart(texts[side]):
                    continue
            strange = [
                each
                for each in left[:FEW]
                if bitext.published or not _is_set_anyway(texts, side, each)
            ]
            if is_asked(bitext, side):
                lacking.append(Lacking(side, texts, strange, name))
    yield from told(bitext, lacking)


def _is_set_anyway(texts: Texts, side: Side, each: Placed) -> bool:
    """Whether the other language needs no quotation marks for a quotation of `side`: nothing but
    code or the text of a link is in them, or it has the very words.
    """
    own, other = texts[side].segment, texts[side.other].segment
    return (
        not each.held.strip()
        or f"[{own.text[each.start : each.end]}]" in own.markdown
        or stands_in(each.held, other.text)
    )


@rule("M103", exact=True)
def parentheses_differ(bitext: Bitext) -> Iterator[Diagnostic]:
    """A parenthesis in one language has no counterpart in the other.

    A translator's gloss does not count: a term given in both languages, one of which occurs in the
    other text, or in its own script. Nor does what the other language sets between dashes, or an
    example, which it may join to the sentence.

    Mend: Keep the parentheses in the same places in both languages.

    vi: Một chỗ trong ngoặc đơn ở bản này không có chỗ tương ứng ở bản kia.

    Lời giải của người dịch không tính: thuật ngữ ghi bằng cả hai thứ tiếng mà một nửa có ở bản kia,
    hoặc ghi bằng chữ nguyên gốc. Chỗ mà bản kia đặt giữa hai gạch ngang, hoặc ví dụ mà bản kia viết
    liền vào câu, cũng không tính.

    Sửa: Giữ dấu ngoặc đơn ở cùng chỗ trong cả hai bản.

    Bad:  `Ngân hàng Thế giới (WB)` ↔ `the World Bank, WB`
    Good: `Ngân hàng Thế giới (WB)` ↔ `the World Bank (WB)`
    """
    name = Wording(vi="chỗ trong ngoặc đơn", en="the parenthesis")
    lacking: list[Lacking] = []
    joined: Counter[str] = Counter()
    for texts in texts_of(bitext):
        if texts[0].prose == texts[1].prose:
            continue
        found = [[p for p in parentheses(text.prose) if not _cites(text, p)] for text in texts]
        few = max(map(len, found)) <= FEW
        if few and len(found[0]) != len(found[1]) and not bitext.published:
            side = Side(len(found[0]) < len(found[1]))
            left_over = [each for each in found[side] if not _is_explained(texts, side, each)]
            if len(left_over) <= len(found[side.other]):
                continue  # all that is too much are glosses
            found[side] = left_over
        for side, left in Side.of(extra(texts, found)):
            if not left:
                continue
            if not is_asked(bitext, side):
                continue
            if not bitext.published and (
                _sets_off_otherwise(texts, side, left)
                or all(_is_said(texts, side, each) for each in left[:FEW])
            ):
                joined[texts[0].segment.place.file] += 1
            else:
                lacking.append(Lacking(side, texts, left, name))
    yield from told(
        bitext, [each for each in lacking if joined[each.texts[0].segment.place.file] <= _OFTEN]
    )


def _cites(text: Text, found: Placed) -> bool:
    """Whether a parenthesis is a number or part of a citation: “(a)”, “Article 5(1)(b)”."""
    if found.start == 0 and _STEP.fullmatch(found.held):
        return True  # the number of a point
    before = text.prose[max(0, found.start - 1) : found.start]
    return bool((before.isdigit() or before == ")") and _STEP.fullmatch(found.held)) or bool(
        _NUMBER.fullmatch(found.held.strip())
    )


def _sets_off_otherwise(texts: Texts, side: Side, left: Sequence[Placed]) -> bool:
    """Whether the other language has as many more dashes as there are parentheses of `side` left
    over, or, if they are of several words, as many more commas and the like outside of its own.
    """
    counts = [[len(list(asides(text.prose))) for text in texts]]
    if all(" " in each.held.strip() for each in left[:FEW]):
        counts.append([breaks_outside(text.prose) for text in texts])
    return any(count[side.other] - count[side] >= len(left) for count in counts)


def _is_said(texts: Texts, side: Side, each: Placed) -> bool:
    """Whether the other language says without parentheses what a parenthesis of `side` holds: it
    goes on with the sentence, or all of it that no translation changes is there, if that is not
    all.
    """
    held = texts[side].segment.text[each.start + 1 : each.end - 1]
    if goes_on(held) or _is_used(held, texts[side.other].prose):
        return True
    words = [word for word in _WORD.findall(held[:_HELD]) if len(word) > 1]
    kept = [word for word in words if not word.isalpha() or word[1:].lower() != word[1:]]
    other = texts[side.other].segment.text
    return 0 < len(kept) < len(words) and all(stands_in(word, other) for word in kept)


def _is_used(held: str, other: str) -> bool:
    """Whether `held` is an acronym that the other language uses in place of what it stands for."""
    if not _ACRONYM.fullmatch(held):
        return False
    return any(
        other[: found.start()].rstrip()[-1:] not in _PAUSES
        for found in _WORD.finditer(other)
        if found[0] == held
    )


def _is_explained(texts: Texts, side: Side, each: SetApart) -> bool:
    """Whether the other language may lack a parenthesis: a formula, a gloss, an example."""
    own, other = texts[side], texts[side.other]
    return (
        is_formula(each.held)
        or is_translators_note(each.held)
        or gives_example(each.held)
        or is_gloss(own.prose[: each.start], each.held, other.segment.text, own.language)
    )


@rule("M104", exact=True)
def ellipsis_differs(bitext: Bitext) -> Iterator[Diagnostic]:
    """A list trails off in one language and is complete in the other.

    It trails off with dots or with words, such as “etc.” or “v.v.”. Languages whose words for this
    are not known are left out.

    Mend: Keep the ellipsis where the original trails off.

    vi: Một phép liệt kê còn bỏ ngỏ ở bản này nhưng khép lại ở bản kia.

    Bỏ ngỏ bằng dấu ba chấm hoặc bằng chữ như “v.v.”, “etc.”. Ngôn ngữ mà chương trình chưa biết chữ
    nào nói điều đó thì được bỏ qua.

    Sửa: Giữ dấu ba chấm nơi bản gốc còn bỏ ngỏ.

    Bad:  `du lịch, đầu tư,...` ↔ `tourism and investment`
    Good: `du lịch, đầu tư,...` ↔ `tourism, investment ...`
    """
    name = Wording(vi="dấu ba chấm", en="the ellipsis")
    lacking: list[Lacking] = []
    for texts in texts_of(bitext):
        found = [trails_off(text.prose, text.language) for text in texts]
        if found[0] is None or found[1] is None:
            return
        for side, left in Side.of(extra(texts, [found[0], found[1]])):
            other = texts[side.other]
            if not left:
                continue
            if bitext.published or less_plainly(other.prose, other.language) < len(left):
                lacking.append(Lacking(side, texts, left, name))
    yield from told(bitext, lacking)


def _merged(text: Text, emphasis: Emphasis) -> list[_Set]:
    """The stretches of `text` in `emphasis`; two with only a blank or a mark between are one."""
    found: list[Stretch] = []
    words = text.segment.text
    for stretch in sorted(text.segment.stretches, key=lambda each: each.start):
        if stretch.emphasis is not emphasis or stretch.start >= stretch.end:
            continue
        if found and _JOINT.fullmatch(words, found[-1].end, max(found[-1].end, stretch.start)):
            found[-1] = found[-1]._replace(end=max(found[-1].end, stretch.end))
        else:
            found.append(stretch)
    return [
        _Set(each.start, each.end, words[each.start : each.end])
        for each in found
        if any(map(str.isalnum, words[each.start : each.end]))
    ]


def _stretches(text: Text, emphasis: Emphasis) -> int:
    """How many stretches of `text` are set in `emphasis`."""
    return sum(stretch.emphasis is emphasis for stretch in text.segment.stretches)


def _set_otherwise(
    bitext: Bitext, side: Side, texts: Texts, both: tuple[Placed, Placed]
) -> Diagnostic:
    languages = [bitext.language(each) for each in (side, side.other)]
    said = quoted(both[0])
    return Diagnostic(
        Wording(
            vi=f"“{said}” in nghiêng ở bản {languages[0].vi}, in đậm ở bản {languages[1].vi}",
            en=f"“{said}” is in italics in {languages[0].en}, in bold in {languages[1].en}",
        ),
        tuple(
            bitext.at(each, texts[each].segment.place_at(found.start), found.end - found.start)
            for each, found in zip((side, side.other), both, strict=True)
        ),
    )


def _plain(
    bitext: Bitext, side: Side, texts: Texts, left: Sequence[Placed], in_italics: bool
) -> list[Placed]:
    """What of `left`, set in italics or bold in `side`, has to be set so in the other language."""
    if bitext.published or not left:
        return list(left)
    other = texts[side.other]
    if "**" in other.prose or (in_italics and not _are_slanted(bitext)):
        return []  # stars that are no markup are another finding
    apart = [len(quotations(text.prose)) + len(text.segment.code) for text in texts]
    if apart[side.other] - apart[side] >= len(left):
        return []
    first, second = (text.language for text in texts)
    emphasis = _EMPHASES[not in_italics]
    if _stretches(other, emphasis) >= len(_merged(texts[side], emphasis)):
        return []  # several that stand side by side
    within = " ".join(stretch.held.casefold() for stretch in _merged(other, emphasis))
    return [
        each
        for each in left[:FEW]
        if each.held.strip().casefold() not in within  # set so with more words around
        and not names_language(each.held, (first, second))  # of a choice of languages
        and not (in_italics and _LATIN.fullmatch(each.held.strip()))
        and not (
            in_italics
            and len(each.held.split()) <= _FOREIGN_WORDS
            and stands_in(each.held, other.segment.text)
        )
    ]


def _are_slanted(bitext: Bitext) -> bool:
    """Whether the scripts of both languages are set in italics."""
    return all(_SLANTED & set(scripts_of(document.locale)) for document in bitext.documents)


def _marks_names(language: str) -> bool:
    """Whether quotation marks of the language stand for italics and capitals, too."""
    return bool({"Hani", "Hang", "Cyrl"} & set(scripts_of(language)))


def _set_apart(text: Text) -> int:
    """How many stretches of `text` are set apart without quotation marks."""
    stretches = sum(len(_merged(text, emphasis)) for emphasis in _EMPHASES)
    return stretches + len(text.segment.code) + len(text.segment.links)
