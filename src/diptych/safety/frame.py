"""The elements that the templates of the site open, and the attributes of each.

They are read from the templates themselves, so that a page can be held to them without a list of
its own. Where a template prints a value, the attribute may say anything; where it prints none, it
says what stands there.

While a page is made, each element that a template opens bears a mark, which no text and no list can
bring: it is a control character, and those are refused where they are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from diptych.patterns import pattern_of

_SAID = pattern_of(r"\{#.*?#\}|\{%.*?%\}", re.DOTALL)
_VALUE = pattern_of(r"\{\{.*?\}\}", re.DOTALL)
_PRINTED = "\ufffe"
"""A character that no template holds, in the place of what is printed."""
_TAG = pattern_of(rf"<([a-z][a-z0-9]*{_PRINTED}?)((?:[^\"'<>]|\"[^\"]*\")*)>")
_ATTRIBUTE = pattern_of(rf"([A-Za-z][\w:{_PRINTED}-]*)(?:=\"([^\"]*)\")?")
MARK = "\x01"
"""The attribute's name that marks an element while a page is made; it is never published."""
_OPENED = pattern_of(r"<[a-z][a-z0-9]*(?:\{\{[^{}]*\}\})?(?=[\s>/{])")
_LEVELS = [f"h{level}" for level in range(1, 7)]


Closed = tuple[tuple[str, frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """The elements that the templates open, with the attributes of each."""

    elements: Mapping[str, Mapping[str, frozenset[str] | None]]
    """By element and by attribute, the values that templates give it; None where one is printed."""
    openings: tuple[str, ...] = field(default=())
    """The beginnings of attributes whose names end in a printed value: `data-cite-`."""

    _shapes: dict[tuple[str, ...], tuple[str | None, Closed]] = field(
        default_factory=dict, compare=False
    )
    """By an element and the names of its attributes, what `_shape` says of it: there are few."""

    def made(self, tag: str, attributes: Mapping[str, str | None]) -> str | None:
        """None if a template makes such an element, else its first attribute that no template
        makes.

        That is empty where no template makes the element itself.
        """
        key = (tag, *attributes)
        bad, closed = self._shapes.get(key) or self._shapes.setdefault(key, self._shape(*key))
        if bad is None:
            for name, values in closed:
                if (attributes[name] or "") not in values:
                    return name
        return bad

    def _shape(self, tag: str, *names: str) -> tuple[str | None, Closed]:
        """The first attribute that no template gives the element or None; those with few values."""
        known = self.elements.get(tag)
        if known is None:
            return "", ()
        closed: list[tuple[str, frozenset[str]]] = []
        for written in names:
            name = written.lower()
            if name == MARK or (self.openings and name.startswith(self.openings)):
                continue
            if name not in known:
                return written, ()
            if (values := known[name]) is not None:
                closed.append((written, values))
        return None, tuple(closed)


def marked(template: str) -> str:
    """`template` with the mark put on each element that it opens."""
    return _OPENED.sub(lambda opening: f"{opening[0]} {MARK}", template)


def unmarked(page: str) -> str:
    """`page`, made by marked templates, without its marks: as it is published."""
    return page.replace(f" {MARK}", "")


def frame_of(templates: Iterable[str]) -> Frame:
    """The frame of `templates`, which are in Jinja's language."""
    elements: dict[str, dict[str, frozenset[str] | None]] = {}
    openings: set[str] = set()
    for template in templates:
        written = _VALUE.sub(_PRINTED, _SAID.sub("", template))
        for tag, attributes in _TAG.findall(written):
            for name in _LEVELS if tag.endswith(_PRINTED) else [tag]:
                known = elements.setdefault(name, {})
                for attribute, value in _ATTRIBUTE.findall(attributes):
                    if _PRINTED in attribute:
                        openings.add(attribute.partition(_PRINTED)[0].lower())
                    else:
                        _add(known, attribute.lower(), value)
    return Frame(elements, tuple(sorted(openings)))


def _add(known: dict[str, frozenset[str] | None], attribute: str, value: str) -> None:
    values = known.get(attribute, frozenset())
    if _PRINTED in value or values is None:
        known[attribute] = None
    else:
        known[attribute] = values | {value}
