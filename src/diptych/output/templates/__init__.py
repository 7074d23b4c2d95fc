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
"""A function from a rule's code to the address of its page, or to nothing where it has none."""
LineAddress = Callable[[str, int], str]
"""A function from a file and a line to where that line can be seen, or to nothing."""

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
    """`value` as a template prints it: hidden characters are told, unless a template made it."""
    return value if isinstance(value, Markup) else visible(str(value))


def _lines(made: str) -> Markup:
    """`made` by a template, without indentation and empty lines."""
    lines = (line.strip() for line in made.splitlines())
    return Markup("\n".join(line for line in lines if line))  # noqa: S704 - all are templates'
