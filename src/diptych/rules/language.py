"""Language: no text copied from another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from diptych.alignment.similarity import invariants
from diptych.diagnostics import Diagnostic
from diptych.language.tags import bare
from diptych.model import PROSE, Kind, Provision, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.place_names import place_name
from diptych.rules.shared.rendering import rendering
from diptych.wording import Wording

_LONG = 30
"""The least characters of a text that is unlikely to be said twice on purpose."""
_ALIKE = 0.6
"""The least share of common words at which two texts may be two wordings of one thing."""
_UNLIKE = 0.3
"""The share of common words below which two texts are wordings of two things."""
_LONGEST_WORDS = 12
"""More characters than the words of a text have in the mean, where blanks part them."""
_TELLING = 80
"""The least characters of a text that tells by itself if it is said twice."""
_WORSE = 0.1
_NEAR = 12
"""How many lines apart two texts may begin of which one was copied from the other."""
_SHORT, _LETTERS = 12, 12
"""The least characters, and the least letters, of a text that nobody says twice so near."""
_LETTER = pattern_of(r"[^\W\d_]")
_STOPS = (".", "!", "?", "…", "。", "！", "？")
_WRITTEN = PROSE - {Kind.ROW}


@rule("L103")
def text_of_another_provision(bitext: Bitext) -> Iterator[Diagnostic]:
    """A provision repeats the text of another, and their counterparts differ.

    It was probably copied and not translated. The original is checked only in a project's own
    texts: elsewhere it may repeat itself, but not with the same words, links and code within twelve
    lines.

    Mend: Write what the counterpart says.

    vi: Một đoạn lặp lại nguyên văn đoạn khác, trong khi hai đoạn tương ứng lại khác nhau.

    Có thể đoạn này được sao chép mà chưa dịch. Bản gốc chỉ được xét trong văn bản của chính dự án;
    ở nơi khác, bản gốc có thể lặp lại, nhưng không lặp nguyên văn cả chữ, liên kết và mã trong vòng
    mười hai dòng.

    Sửa: Viết đúng nội dung của đoạn tương ứng.

    Bad:  `- Hợp tác.` `- Đầu tư.` ↔ `- Cooperate.` `- Cooperate.`
    Good: `- Hợp tác.` `- Đầu tư.` ↔ `- Cooperate.` `- Invest.`
    """
    pairs = [both for pair in bitext.alignment.provisions if (both := pair.both) is not None]
    # who reads somebody else's text knows that an original may repeat itself
    asked = tuple(Side) if bitext.published else _translations(bitext)
    for side in Side:
        rows: dict[str, list[tuple[Provision, Provision]]] = {}
        least = _LONG if bitext.published else _SHORT
        for both in pairs:
            if len(both[side].segment.text) >= least:
                rows.setdefault(both[side].segment.text, []).append(both)
        for row in rows.values():
            if len({both[side.other].segment.text for both in row}) < 2:
                continue
            right = max(row, key=lambda both: bitext.alignment.likeness(*both))
            for both in row:
                if (side in asked and _is_copy(bitext, side, both, right)) or (
                    not bitext.published and _is_copy_beside(side, both, right)
                ):
                    yield _copied(bitext, side, both, right)


def _translations(bitext: Bitext) -> tuple[Side, ...]:
    """The side of the translation of texts of others; none where it would be English, which is
    often the original after all, and may repeat itself.
    """
    side = rendering(bitext)
    english = bare(bitext.documents[side].locale) == "en"
    return () if english and not bitext.known_in_depth else (side,)


def _is_copy(
    bitext: Bitext,
    side: Side,
    both: tuple[Provision, Provision],
    right: tuple[Provision, Provision],
) -> bool:
    """Whether `both` and `right` are alike on `side` alone, by mistake: elsewhere they are no two
    wordings of one thing.

    A short text may well be said twice, and be translated in two ways: it must fit worse, too, and
    the other language must name one thing there and another thing here.
    """
    if len(both[side].segment.text) < _LONG:
        return False
    alike = _likeness(both[side.other], right[side.other])
    if alike >= _ALIKE:
        return False
    worse = bitext.alignment.likeness(*right) - bitext.alignment.likeness(*both) >= _WORSE
    if bitext.published:
        return worse or len(both[side].segment.text) >= _TELLING
    one_page = both[side].place.file == right[side].place.file
    if len(both[side].segment.text) >= _TELLING and alike < _UNLIKE and one_page:
        return True
    told = [set(invariants(pair[side.other].segment.text)[0]) for pair in (both, right)]
    if not (told[0] - told[1] and told[1] - told[0]):
        return False  # nothing says that the two are of two things
    return worse


def _is_copy_beside(
    side: Side, both: tuple[Provision, Provision], right: tuple[Provision, Provision]
) -> bool:
    """Whether `both` stands near `right`, alike on `side` in words, links and code, and each has
    something else on the other side.
    """
    own, copied = both[side], right[side]
    if own.kind not in _WRITTEN or own.place.file != copied.place.file:
        return False
    if abs(own.place.line - copied.place.line) > _NEAR or both is right:
        return False
    if own.segment.markdown != copied.segment.markdown:
        return False
    text = own.segment.text
    if len(text) < _TELLING and text.rstrip().endswith(_STOPS):
        return False  # a sentence may be said twice in two ways
    letters = len(_LETTER.findall(text))
    return letters >= _LETTERS and _likeness(both[side.other], right[side.other]) < _ALIKE


def _likeness(one: Provision, two: Provision) -> float:
    mine, other = _words(one.segment.text), _words(two.segment.text)
    return SequenceMatcher(None, mine, other, autojunk=False).ratio()


def _words(text: str) -> Sequence[str]:
    """The words of `text`; its characters where blanks do not part them."""
    words = text.split()
    return words if len(words) * _LONGEST_WORDS > len(text) else text


def _copied(
    bitext: Bitext,
    side: Side,
    both: tuple[Provision, Provision],
    right: tuple[Provision, Provision],
) -> Diagnostic:
    language, place = bitext.language(side), place_name(bitext, side, right[side])
    return Diagnostic(
        Wording(
            vi=f"đoạn này lặp lại nguyên văn bản {language.vi} của {place.vi}",
            en=f"this provision repeats the {language.en} text of {place.en}",
        ),
        tuple(
            bitext.at(each, provision.place, len(provision.segment.text))
            for each, provision in (
                (side, both[side]),
                (side.other, both[side.other]),
                (side, right[side]),
            )
        ),
    )
