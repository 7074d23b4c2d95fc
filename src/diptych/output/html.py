"""Diagnostics as a panel for the pages of `mkdocs serve`: self-contained, any theme."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from diptych.diagnostics import Diagnostic
from diptych.errors import Problem
from diptych.output.templates import RuleAddress, filled
from diptych.wording import Wording

_TEMPLATE = Path(__file__).parent / "templates/panel.html"
_TITLE = Wording(vi="Hai bản chưa khớp nhau", en="The two languages do not agree")
_CHECKING = Wording(
    vi="Đang kiểm tra hai bản; trang này sẽ tải lại khi xong.",
    en="The texts are being checked; this page loads again when that is done.",
)
_STOPPED = Wording(vi="Chưa kiểm tra được", en="The texts could not be checked")


def panel(
    diagnostics: Sequence[Diagnostic],
    problems: Sequence[Problem],
    language: str,
    link: RuleAddress,
) -> Markup:
    """An `aside` with every finding and problem, in `language`; `link` gives a rule's address."""
    return filled(
        _TEMPLATE,
        (language,),
        link,
        lambda file, line: "",
        title=_STOPPED if problems else _TITLE,
        problems=problems,
        diagnostics=diagnostics,
    )


def being_checked(language: str) -> Markup:
    """A line in `language` that says that nothing is known yet of the texts."""
    return Markup('<p role="status" class="being-checked" lang="%s">%s</p>') % (
        *(language, _CHECKING[language]),
    )
