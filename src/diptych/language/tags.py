"""The language that a name tells: of a folder, `docs/vi`, or of a file, `index.fr.md`."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePath

from diptych.patterns import pattern_of

_LANGUAGES = (
    "ar|az|be|bg|bn|bs|ca|cs|cy|da|de|el|en|eo|es|et|eu|fa|fi|fr|ga|gl|gu|he|hi|hr|hu|hy|id|is|it|"
    "ja|ka|kk|km|kn|ko|ky|lo|lt|lv|mk|ml|mn|mr|ms|my|nb|ne|nl|nn|no|pa|pl|ps|pt|ro|ru|si|sk|sl|sq|"
    "sr|sv|sw|ta|te|th|tl|tr|uk|ur|uz|vi|zh"
)
_TAG = rf"(?P<tag>(?:{_LANGUAGES})(?:[-_][a-z]{{2,4}})?)"
_ALONE = pattern_of(_TAG, re.IGNORECASE)
_LAST = pattern_of(rf"(?:.*\.)?{_TAG}", re.IGNORECASE)
"""A name that is a tag, or ends in one after a full stop."""
_AFTER_DASH = pattern_of(rf"[-_]{_TAG}", re.IGNORECASE)
_SUFFIX = pattern_of(r"\.(?:md|markdown|mdx)$")

UNKNOWN = "und"
"""The tag of a language that nobody tells."""
_FORM = pattern_of(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


def is_tag(text: str) -> bool:
    """Whether `text` has the form of a BCP 47 tag: "vi", "pt-BR"."""
    return _FORM.fullmatch(text) is not None


def told_by(path: PurePath, other: PurePath) -> str | None:
    """The tag of the language of the text at `path`, as its name tells it beside the name of the
    `other`; None if it tells none.
    """
    name = _SUFFIX.sub("", path.name)
    base = _SUFFIX.sub("", other.name)
    parts = [part for part in reversed(path.parts[:-1]) if part not in other.parts]
    found = [
        _LAST.fullmatch(name),
        _AFTER_DASH.fullmatch(name.removeprefix(base)) if name.startswith(base) else None,
        *map(_ALONE.fullmatch, parts),
    ]
    return next((match["tag"].replace("_", "-") for match in found if match), None)


def same_language(one: str, other: str) -> bool:
    """Whether two tags name one language, wherever it is written."""
    return bare(one) == bare(other)


@lru_cache(maxsize=1 << 8)
def bare(tag: str) -> str:
    """The language of a BCP 47 `tag` without its region or script."""
    return tag.lower().split("-")[0].split("_")[0]
