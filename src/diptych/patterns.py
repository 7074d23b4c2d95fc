"""Regular expressions that are compiled when they are first used: many of a check's are not."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, AnyStr, cast

if TYPE_CHECKING:
    import regex


def pattern_of(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The regular expression `text`, to be used as one that `re.compile` gave.

    A mistake in `text` is raised at its first use; tests/safety/test_patterns.py compiles all.
    """
    return cast("re.Pattern[AnyStr]", _Uncompiled(text, flags))


def letters_pattern_of(text: str) -> regex.Pattern[str]:
    """The expression `text` of the library `regex`, which knows scripts and kinds of characters
    and compiles large ranges of them at once, to be used as one that `regex.compile` gave.
    """
    return cast("regex.Pattern[str]", _Uncompiled(text, 0, _compiled_letters))


def _compiled_letters(text: str, flags: int) -> regex.Pattern[str]:
    import regex

    return regex.compile(text, flags)


class _Uncompiled:
    """A pattern that becomes the compiled one, attribute for attribute, as soon as one is used."""

    def __init__(
        self, text: str | bytes, flags: int, compiling: Callable[[Any, int], Any] = re.compile
    ) -> None:
        self.pattern = text
        self._flags = flags
        self._compiling = compiling

    def __getattr__(self, name: str) -> Any:
        """What is not here yet: what Python asks for only the first time."""
        if name.startswith("__"):  # a copy, not yet filled, and the like
            raise AttributeError(name)
        compiled = self._compiling(self.pattern, self._flags)
        for own in dir(compiled):
            if not own.startswith("_"):
                setattr(self, own, getattr(compiled, own))
        return getattr(self, name)
