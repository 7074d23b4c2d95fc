"""The rule reference, written from the rules themselves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from diptych.check.catalogue import anchor_of, families
from diptych.diagnostics.guide import Guide
from diptych.output.explanation import scope, silencing
from diptych.site.rendering.inline import html_of
from diptych.site.views import View
from diptych.wording import Wording


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule as it describes itself."""

    code: str
    id: str
    name: str
    summary: Markup
    more: tuple[Markup, ...]
    """The paragraphs that tell more of the rule, the last of them where it runs."""
    bad: Markup
    good: Markup
    mend: tuple[Markup, ...]
    """The paragraphs that say how to mend it."""
    silencing: tuple[Markup, ...]
    """The paragraphs that say how to silence it."""


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """The rules of one family."""

    family: str
    id: str
    rules: tuple[RuleRow, ...]


@cache
def rule_rows(language: str) -> tuple[FamilyRow, ...]:
    """The rules by family, told in `language`."""
    return tuple(
        FamilyRow(
            family.name[language],
            f"rules-{family.letter.lower()}",
            tuple(_told(guide, language) for guide in guides),
        )
        for family, guides in families().items()
    )


def _told(guide: Guide, language: str) -> RuleRow:
    return RuleRow(
        code=guide.code,
        id=anchor_of(guide.code),
        name=guide.name,
        summary=html_of(guide.summary(language).rstrip(".")),
        more=(
            *_paragraphs(guide.finds, language)[1:],
            *(_paragraphs(scope(guide), language) if scope(guide) else ()),
        ),
        bad=html_of(guide.bad[language]),
        good=html_of(guide.good[language]),
        mend=_paragraphs(guide.mend, language),
        silencing=_paragraphs(silencing(guide), language),
    )


def _paragraphs(said: Wording, language: str) -> tuple[Markup, ...]:
    return tuple(map(html_of, said[language].split("\n\n")))


VIEW = View(rows=lambda _bitext, document, _path: rule_rows(document.locale))
