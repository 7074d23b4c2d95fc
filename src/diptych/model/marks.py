"""The marks of a page: lines that frame its text or put something in, and are no text themselves.

Site generators know many: `:::note`, `/// tip`, `!!! warning`, `> [!NOTE]`, `{{< include >}}`,
`{% endraw %}`, `<Tabs>`, `import …`. What stands between two of them is read like any other text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from diptych.model import Place
from diptych.patterns import pattern_of


class MarkKind(StrEnum):
    """What kind of thing a mark is."""

    BLOCK = "block"
    """A note, a tip, a warning, a tab: its name says what its text is."""
    SHORTCODE = "shortcode"
    """A template's command: something is put in, or a stretch of text is framed."""
    TAG = "tag"
    """A tag of HTML or of a component."""
    IMPORT = "import"
    """A line of a program: what the page imports or exports."""
    ATTRIBUTES = "attributes"
    """Attributes (an id, classes) of the block before it."""
    RULE = "rule"
    """A line across the page."""


NOTES = frozenset(
    {"note", "tip", "warning", "info", "important", "caution", "danger", "hint", "attention"}
)
"""What notes are called that stand out of a text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark on lines of its own."""

    kind: MarkKind
    name: str
    """What it is called: "tip", "include", "Tabs"; empty for a bare end."""
    written: str
    """The mark as it stands in the file, its line breaks as blanks."""
    place: Place
    closing: bool = False
    """Whether it ends what a mark before it opened."""
    title: str = ""
    """What the mark says above the text in it; many tools print words of their own without one."""
    alone: bool = False
    """Whether nothing ends it: `<br/>`, or a block whose text is indented."""


_ATTRIBUTE = pattern_of(
    r"(?<![^\s\"'{}])([^\W\d][\w:.@-]*+)[ \t]*+=[ \t]*+"
    r"(?:\"([^\"]*+)\"|'([^']*+)'|\{([^{}]*+)\}|([^\s\"'<>{}]++))"
)


_NAME = pattern_of(r"</?+([a-zA-Z][\w.:-]*+)")
_COMMAND = pattern_of(r"[-<%#*{\s]*+(/?+)[ \t]*+([^\W\d][\w./-]*+)?+")


def tag_name(written: str) -> str:
    """The name of a tag as written; empty for `<>`."""
    found = _NAME.match(written)
    return found[1] if found else ""


def command(written: str) -> tuple[str, bool]:
    """The name of a shortcode as written, and whether it ends what another opened."""
    found = _COMMAND.match(written)
    slash, name = (found[1], found[2] or "") if found else ("", "")
    if written.startswith(("{*", "{!")):
        return "include", False
    if written.startswith("{%") and name.startswith("end"):
        return name.removeprefix("end"), True
    return name, bool(slash)


def attributes(written: str) -> dict[str, str]:
    """The attributes of a tag or a shortcode as written, by their names in small letters."""
    return {
        found[1].lower(): next((value for value in found.groups()[1:] if value is not None), "")
        for found in _ATTRIBUTE.finditer(written)
    }


def unnamed(written: str) -> str:
    """A tag or a shortcode as written, without its attributes."""
    return _ATTRIBUTE.sub(" ", written)
