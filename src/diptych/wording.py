"""A sentence in the two languages in which this project speaks to people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SPOKEN = ("vi", "en")
"""Languages of messages (not of the texts compared, which may be any)."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One message, said in Vietnamese and in English."""

    vi: str
    en: str

    def __getitem__(self, language: str) -> str:
        """The message in `language`; English for a language that is not spoken here."""
        return self.vi if language == "vi" else self.en

    def __bool__(self) -> bool:
        """Whether anything is said."""
        return bool(self.en)

    def __str__(self) -> str:
        return self.en


UNSAID = Wording("", "")
"""Nothing to say."""


def plural(count: int, noun: str) -> str:
    """How many of what the English `noun` names, which forms its plural with an s."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def label(wording: Wording, languages: Sequence[str]) -> str:
    """A few words in `languages`, one after the other; once where they say the same."""
    return " · ".join(dict.fromkeys(wording[language] for language in languages))
