"""Regular expressions that are compiled when they are first used: most of a check's are not."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


def pattern_of(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The regular expression `text`, to be used as one that `re.compile` gave.

    A mistake in `text` is raised at its first use; tests/safety/test_patterns.py compiles all.
    """
    return cast("re.Pattern[AnyStr]", _Uncompiled(text, flags))


class _Uncompiled:
    """A pattern that becomes the compiled one, attribute for attribute, as soon as one is used."""

    def __init__(self, text: str | bytes, flags: int) -> None:
        self.pattern = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """What is not here yet: what Python asks for only the first time."""
        if name.startswith("__"):  # a copy, not yet filled, and the like
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for own in dir(compiled):
            if not own.startswith("_"):
                setattr(self, own, getattr(compiled, own))
        return getattr(self, name)
