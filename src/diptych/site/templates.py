"""How the templates of overrides/ are read: each is compiled once, without its writer's blanks.

What a template prints is escaped, unless it is marked as HTML (`markupsafe.Markup`) where it is
made; into a stylesheet or a script it goes through the filter of that kind. To ask for what is not
there is an error.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, StrictUndefined, Template
from jinja2.ext import Extension

from diptych.patterns import pattern_of
from diptych.safety.encoding import css_string, json_in_html
from diptych.safety.frame import marked
from diptych.site.context import PageContext
from diptych.site.latest import Latest

_INDENTED = pattern_of(r"\n\s+")
"""An expression for empty lines of a template and the indentation of others."""
_CACHE = Path(".cache", "templates", "marked-2")
"""The folder of compiled templates: Jinja tells them apart by their source, not by how they were
compiled."""


def prepare(
    env: Environment,
    folder: Path,
    latest: Latest[str] | None = None,
    around: object = None,
) -> None:
    """Let `env`, which has loaded no template yet, read those of the project in `folder`.

    If `latest` is given, a page is filled in anew only if its `page` or its `site` has changed, or
    `around`: all else that pages are made of.
    """
    env.trim_blocks = env.lstrip_blocks = env.autoescape = True
    env.undefined = StrictUndefined
    env.filters |= {"css_string": css_string, "json": json_in_html}
    env.add_extension(_Marked)
    env.bytecode_cache = _compiled(folder / _CACHE)
    if latest:
        env.template_class = _keeping(latest, around)


def _keeping(latest: Latest[str], around: object) -> type[Template]:
    class KeptTemplate(Template):
        """A template that fills in a page only if it is not as it was."""

        def render(self, *given: Any, **named: Any) -> str:
            variables = dict(*given, **named)
            page = variables.get("page")
            fill = partial(super().render, variables)
            if not isinstance(page, PageContext):
                return fill()
            site = latest.as_before(f"site {page.locale}", variables["site"])
            made_of = (page, site, latest.as_before("around", around))
            return latest.of(f"{self.name} {page.url}", made_of, fill)

    return KeptTemplate


class _Marked(Extension):
    """Puts a mark on what templates of pages open; the last look at a page takes the marks out.

    Their lines come without indentation, which every page would bring to every reader.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        if not name or not name.endswith(".html"):
            return source
        return marked(_INDENTED.sub("\n", source))


def _compiled(folder: Path) -> BytecodeCache | None:
    """The cache of compiled templates between builds; None where nothing can be kept."""
    if sys.dont_write_bytecode:
        return None
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder))
