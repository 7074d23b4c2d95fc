"""Names that files and folders can have in an address, and on every system, as they are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from fnmatch import fnmatchcase

from diptych.language.scripts import alphabet_of
from diptych.patterns import pattern_of
from diptych.wording import Wording

LONGEST = 100
"""The most characters of a name, without its suffix."""
_BYTES = 200
"""The most bytes of a name; systems end at 255, with all that is put before and after it."""
_LETTERS = {"Ll", "Lu", "Lt", "Lm", "Lo"}
_UNSEEN = "\u115f\u1160"
"""Letters that have no shape."""
_DIGITS = "0123456789"
_DEVICE = pattern_of(r"con|prn|aux|nul|(?:com|lpt)[0-9]", re.IGNORECASE)
"""An expression for names that Windows takes for a device, whatever the suffix."""
_INDEX_OF_THE_GENERATOR = "README"
"""A name that MkDocs takes for the page of the folder itself, as it does `index`."""
_NO_CHARACTER = pattern_of("[\ud800-\udfff]")
_LEFT_BEHIND = (
    ".ds_store", "._*", "thumbs.db", "desktop.ini", ".*.sw[a-p]", "*~", "#*#", ".#*"
)  # fmt: skip
"""The patterns of files that Finder, the Explorer, Vim and Emacs leave behind."""


def is_text(path: str) -> bool:
    """Whether `path` is made of characters: systems let it be made of any bytes."""
    return not _NO_CHARACTER.search(path)


def left_behind(name: str) -> bool:
    """Whether a system or an editor has left a file of this name: nobody wrote it."""
    return any(fnmatchcase(name.lower(), pattern) for pattern in _LEFT_BEHIND)


def unfit(name: str) -> Wording | None:
    """Why a page, a picture or a folder cannot have this `name`, given without its suffix."""
    if name == _INDEX_OF_THE_GENERATOR:
        return _AN_INDEX
    if name != unicodedata.normalize("NFC", name):
        return _DECOMPOSED
    if not name or not all(_may_stand(char) for char in name):
        return _CHARACTERS
    if len({alphabet_of(char) for char in name} - {""}) > 1:
        return _MIXED
    if name.startswith("-") or name.endswith("-"):
        return _HYPHEN
    if _DEVICE.fullmatch(name):
        return _A_DEVICE
    if len(name) > LONGEST or len(name.encode()) > _BYTES:
        return _TOO_LONG
    return None


def likened(name: str) -> str:
    """A form of `name`, equal for two names that some system or reader takes for one."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKD", name).casefold())


def composed(path: str, taken: Container[str]) -> str:
    """`path` as text with its letters composed (NFC): systems write the same name in either way.

    Where both forms stand beside each other, one is `taken` and the other is decomposed.
    """
    text = path.encode("utf-8", "backslashreplace").decode()
    normal = unicodedata.normalize("NFC", text)
    return unicodedata.normalize("NFD", text) if normal in taken else normal


def _may_stand(char: str) -> bool:
    """Whether `char` is a hyphen, a figure, or a letter in its usual form."""
    if char in _DIGITS or char == "-":
        return True
    letter = unicodedata.category(char) in _LETTERS and char not in _UNSEEN
    return letter and unicodedata.normalize("NFKC", char) == char


_CHARACTERS = Wording(
    vi="tên chỉ được có chữ cái, chữ số 0–9 và dấu gạch nối",
    en="a name may have only letters, the digits 0 to 9 and hyphens",
)
_MIXED = Wording(
    vi="tên có chữ của nhiều hệ chữ trông giống nhau; hãy gõ lại bằng một hệ chữ",
    en="the name has letters of alphabets that look alike; type it again in one of them",
)
_HYPHEN = Wording(
    vi="tên không được bắt đầu hay kết thúc bằng dấu gạch nối",
    en="a name may neither begin nor end with a hyphen",
)
_DECOMPOSED = Wording(
    vi="dấu trong tên được ghi tách khỏi chữ cái (dạng NFD), nên có hệ thống hiểu là tên khác",
    en="the name's diacritics are written apart from their letters (NFD), which some systems take "
    "for another name",
)
_A_DEVICE = Wording(
    vi="Windows dùng tên này cho một thiết bị nên không tạo được tệp",
    en="on Windows this is the name of a device, and no file can have it",
)
_TOO_LONG = Wording(
    vi=f"tên dài quá {LONGEST} ký tự", en=f"the name is longer than {LONGEST} characters"
)
_AN_INDEX = Wording(
    vi="trang mang tên này bị coi là trang đầu của thư mục, thay cho index.md",
    en="a page of this name is taken for the first page of its folder, in place of index.md",
)
