"""The styles of a Word file: what a paragraph or a run is set in, by its style and those it is
based on.
"""

from __future__ import annotations

from collections.abc import Iterator

from diptych.importing.word.package import Element, child, name_of, value_of

_OFF = ("0", "false", "off")
_DEEPEST = 40
"""The most styles that one may be based on, one on the other."""


class Styles:
    """The styles of one file."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._known: dict[tuple[str, str, str], Element | None] = {}
        """What was looked for: a style is asked for at every run."""
        self.default = ""
        """The id of the style of a paragraph that names none."""
        self._run_defaults: Element | None = None
        self._names: dict[str, tuple[str, ...]] = {}
        for one in root if root is not None else ():
            match name_of(one):
                case "w:style":
                    known = value_of(one, "styleId") or ""
                    self._styles[known] = one
                    usual = value_of(one, "default")
                    if value_of(one, "type") == "paragraph" and usual and usual not in _OFF:
                        self.default = known
                case "w:docDefaults":
                    self._run_defaults = child(child(one, "w:rPrDefault"), "w:rPr")

    def named(self, style: str) -> str:
        """The name of a style in small letters, by which Word knows it in any language."""
        return next(iter(self.names(style)), "")

    def names(self, style: str) -> tuple[str, ...]:
        """The name of a style, then those that it is based on."""
        if style not in self._names:
            chain = (value_of(child(one, "w:name")) or "" for one in self._chain(style))
            self._names[style] = tuple(name.lower() for name in chain)
        return self._names[style]

    def of_paragraph(self, style: str, name: str) -> Element | None:
        """The property `name` that a style gives to its paragraphs."""
        return self._found(style, "w:pPr", name)

    def of_table(self, style: str, name: str) -> Element | None:
        """The property `name` that a style gives to its tables."""
        return self._found(style, "w:tblPr", name)

    def of_run(self, own: Element | None, style: str, paragraph: str, name: str) -> Element | None:
        """The property `name` of a run: its own, its style's, its paragraph's, the document's."""
        ways = (self._found(known, "w:rPr", name) for known in (style, paragraph))
        found = (child(own, name), *ways, child(self._run_defaults, name))
        return next((one for one in found if one is not None), None)

    def is_on(self, own: Element | None, style: str, paragraph: str, name: str) -> bool:
        """Whether a run is set so: a style inside another turns it round."""
        found = child(own, name)
        if found is not None:
            return value_of(found) not in _OFF
        by_style = [self._says(chain, name) for chain in (style, paragraph)]
        default = child(self._run_defaults, name)
        return (by_style[0] != by_style[1]) or (
            default is not None and value_of(default) not in _OFF
        )

    def _says(self, style: str, name: str) -> bool:
        found = self._found(style, "w:rPr", name)
        return found is not None and value_of(found) not in _OFF

    def _found(self, style: str, group: str, name: str) -> Element | None:
        """The property `name` among the `group` of a style, or of the first it is based on."""
        key = (style, group, name)
        if key not in self._known:
            ways = (child(child(one, group), name) for one in self._chain(style))
            self._known[key] = next((one for one in ways if one is not None), None)
        return self._known[key]

    def _chain(self, style: str) -> Iterator[Element]:
        seen: set[str] = set()
        while style in self._styles and style not in seen and len(seen) < _DEEPEST:
            seen.add(style)
            yield self._styles[style]
            style = value_of(child(self._styles[style], "w:basedOn")) or ""
