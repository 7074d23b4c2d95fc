"""The templates by which findings are shown as HTML: nothing put into one is more than text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from diptych.diagnostics import CALLED, MEND
from diptych.publication.palette import editors_properties
from diptych.safety.content_policy import hash_source
from diptych.visible import visible
from diptych.wording import label

RuleAddress = Callable[[str], str]
"""A rule's code -> the address of its page, or nothing where it has none."""
LineAddress = Callable[[str, int], str]
"""A file and a line of it -> where that line can be seen, or nothing."""

_OURS = Path(__file__).parent


def filled(
    template: Path,
    languages: Sequence[str],
    rule_address: RuleAddress,
    line_address: LineAddress,
    **values: object,
) -> Markup:
    """The HTML of a `template` that speaks `languages`, given what else it is to be filled with.

    It may import the templates that stand here. What it prints is escaped and made visible, and
    its writer's line breaks are the only ones; no line is empty, which would end HTML in Markdown.
    """
    return _lines(
        _environment(template.parent)
        .get_template(template.name)
        .render(
            values,
            languages=languages,
            label=partial(label, languages=languages),
            rule_address=rule_address,
            line_address=line_address,
            CALLED=CALLED,
            MEND=MEND,
        )
    )


@cache
def _environment(folder: Path) -> Environment:
    made = Environment(
        loader=FileSystemLoader([folder, _OURS]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["lines"] = _lines
    made.globals |= {"hash_source": hash_source, "colours": editors_properties()}
    return made


def _shown(value: object) -> object:
    """What a template prints, unless a template made it, with its hidden characters told."""
    return value if isinstance(value, Markup) else visible(str(value))


def _lines(made: str) -> Markup:
    """What templates made, without indentation and empty lines."""
    lines = (line.strip() for line in made.splitlines())
    return Markup("\n".join(line for line in lines if line))  # noqa: S704 - all are templates'
