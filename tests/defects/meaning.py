"""Single changes of what the English says, and edits of style beside them (see meaning.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import this_text
from tests.defects.edits import Edit

STYLE = "style"
_FILE = Path(__file__).parent / "meaning.toml"


@dataclass(frozen=True)
class MeaningChange:
    """One change of a few words of the English."""

    kind: str
    """What kind of change it is; `STYLE` where it changes nothing of weight."""
    page: str
    old: str
    new: str

    @property
    def path(self) -> str:
        """The page's path below docs/."""
        return f"en/{self.page}.md"

    def edit(self) -> Edit:
        """The change made to the page, and the line that it is on."""
        text = _text(self.path)
        at = text.index(self.old)
        new = text[:at] + self.new + text[at + len(self.old) :]
        return Edit({self.path: new}, ((self.path, text.count("\n", 0, at) + 1),))

    def paragraphs(self) -> tuple[str, str]:
        """The paragraph as it was and as it becomes."""
        was = next(part for part in _text(self.path).split("\n\n") if self.old in part)
        return was, was.replace(self.old, self.new, 1)


def meaning_changes() -> Iterator[MeaningChange]:
    """Every change of the set, those of style last."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    for kind, rows in data["changes"].items():
        yield from (MeaningChange(kind, *row) for row in rows)
    yield from (MeaningChange(STYLE, *row) for row in data["style"]["edits"])


def _text(path: str) -> str:
    return (this_text() / "docs" / path).read_text(encoding="utf-8")
