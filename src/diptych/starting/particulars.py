"""What a person says of a new document, let in by one gate.

Names are of letters, figures and the punctuation that names of bodies and documents have. Each
reaches Markdown, TOML and YAML through an encoder of its own (see `texts`).
"""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from diptych.language.tags import bare, is_tag
from diptych.patterns import pattern_of
from diptych.starting.kinds import kinds, languages_of
from diptych.visible import visible
from diptych.wording import Wording

LONGEST = 300
"""The most characters of a name."""
_PUNCTUATION = frozenset(" .,:;'\"’‘“”«»()[]/&%+#*!?@=|-–—")
_NUMBER = pattern_of(r"[0-9A-Za-zĐđ][0-9A-Za-zĐđ./-]{0,59}")
_DAY = pattern_of(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})")


class NotAllowed(ValueError):
    """Something that a person said cannot be taken; `wording` says why, in one line."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        super().__init__(wording.en)


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a document says of itself in one language."""

    name: str
    issuer: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Beginning:
    """The document that a project begins with."""

    kind: str
    locales: tuple[str, str]
    """The languages of the original and of the translation."""
    said: tuple[Particulars, Particulars]
    """By side, what it says of itself."""
    number: str = ""
    """The number with the symbol; empty where it has none yet."""
    date: datetime.date | None = None
    public_body: bool = False
    """Whether the site is the issuing body's own."""
    document: str = ""
    """The document's folder and part of its addresses, on a site of several; empty for one."""


def kind_named(text: str) -> str:
    """The name of a kind. Raises `NotAllowed`."""
    if text not in kinds():
        known = ", ".join(kinds())
        raise _not_allowed(text, f"loại văn bản phải là một trong: {known}", f"choose from {known}")
    return text


def languages_named(kind: str, original: str, translation: str) -> tuple[str, str]:
    """Two different languages, one of which the texts of `kind` are written in.

    Raises `NotAllowed`.
    """
    for tag in (original, translation):
        if not is_tag(tag):
            raise _not_allowed(
                tag, "không phải thẻ ngôn ngữ như vi", "no tag of a language, like vi"
            )
    if bare(original) == bare(translation):
        raise _not_allowed(
            translation,
            "bản dịch phải bằng ngôn ngữ khác bản gốc",
            "the translation is in another language than the original",
        )
    written = languages_of(kind)
    if not {bare(original), bare(translation)} & set(written):
        known = ", ".join(written)
        raise _not_allowed(
            f"{original}, {translation}",
            f"văn bản mẫu có bằng {known}; ít nhất một trong hai ngôn ngữ phải là một trong số đó",
            f"the example is written in {known}; one of the two languages has to be",
        )
    return original, translation


def name_given(text: str) -> str:
    """A name, its letters composed and its white space folded. Raises `NotAllowed`."""
    name = " ".join(filter(None, unicodedata.normalize("NFC", text).split(" ")))
    if not any(char.isalpha() for char in name):
        raise _not_allowed(text, "tên phải có chữ cái", "a name has letters")
    if len(name) > LONGEST:
        raise _not_allowed(
            f"{name[:40]}…", f"tên dài quá {LONGEST} ký tự", f"longer than {LONGEST} characters"
        )
    if strange := next((char for char in name if not _may_stand(char)), ""):
        raise _not_allowed(
            text,
            f"tên chỉ được có chữ, số và dấu câu thường dùng, không có {_shown(strange)}",
            f"a name has letters, figures and usual punctuation, not {_shown(strange)}",
        )
    return name


def name_or_none(text: str) -> str:
    """A name, or nothing. Raises `NotAllowed`."""
    return name_given(text) if text.strip() else ""


def number_given(text: str) -> str:
    """The number of a document with its symbol, or nothing. Raises `NotAllowed`."""
    number = unicodedata.normalize("NFC", text.strip())
    if number and not _NUMBER.fullmatch(number):
        raise _not_allowed(
            text,
            "số, ký hiệu gồm chữ số, chữ cái, dấu /, - và dấu chấm, như 88/KH-UBND",
            "a number has figures, letters, / and -, like 88/KH-UBND",
        )
    return number


def date_given(text: str) -> datetime.date | None:
    """A day in figures, or nothing: 2031-05-14, 14/5/2031. Raises `NotAllowed`."""
    said = text.strip()
    if not said:
        return None
    try:
        if found := _DAY.fullmatch(said):
            return datetime.date(*(int(found[part]) for part in ("year", "month", "day")))
        return datetime.date.fromisoformat(said)
    except ValueError:
        raise _not_allowed(
            text, "không phải ngày, như 2031-05-14 hoặc 14/5/2031", "no day, like 2031-05-14"
        ) from None


Gate = Callable[[str], object]


def _may_stand(char: str) -> bool:
    if char in _PUNCTUATION:
        return True
    return char.isalpha() or char.isdecimal() or unicodedata.category(char) in {"Mn", "Mc"}


def _shown(char: str) -> str:
    return f"“{char}”" if char.isprintable() else visible(char)


def _not_allowed(text: str, vi: str, en: str) -> NotAllowed:
    shown = visible(text)
    return NotAllowed(Wording(vi=f"“{shown}”: {vi}", en=f"“{shown}”: {en}"))
