"""The rule reference: which rules there are, by family, and where on the site each one stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from diptych.diagnostics.families import FAMILIES, Family
from diptych.diagnostics.guide import Guide
from diptych.diagnostics.rendered_otherwise import GUIDE as RENDERED_OTHERWISE
from diptych.project.bitext import Bitext
from diptych.publication.addresses import address
from diptych.rules import all_rules

PAGE = "site/rules.md"
"""The page that tells of all rules, below a locale's folder."""


@cache
def all_guides() -> tuple[Guide, ...]:
    """Every rule's guide, by code: those of the check, and the one that the build adds."""
    guides = [*(rule.guide for rule in all_rules()), RENDERED_OTHERWISE]
    return tuple(sorted(guides, key=lambda told: told.code))


@cache
def families() -> dict[Family, tuple[Guide, ...]]:
    """The guides of each family, in the order of the reference."""
    return {
        family: tuple(guide for guide in all_guides() if guide.code[0] == family.letter)
        for family in FAMILIES.values()
    }


def anchor_of(code: str) -> str:
    """The id that the rule with this code has on the page of the rule reference."""
    return code.lower()


@dataclass(frozen=True, slots=True)
class RuleReference:
    """The rule reference as published."""

    site: str = ""
    """The site's address, or empty where it is not known."""
    locales: tuple[str, ...] = ()
    """The languages in which it is published; the first lives at the root of the site."""

    def address(self, code: str, language: str) -> str:
        """The address of a rule in `language`, else in the original's; empty without a site."""
        if not self.site or not self.locales:
            return ""
        published = language if language in self.locales else self.locales[0]
        page = address(PAGE, published, self.locales[0])
        return f"{self.site.rstrip('/')}/{page}#{anchor_of(code)}"


def reference_of(bitext: Bitext, site: str) -> RuleReference:
    """The rule reference on the site at the address `site`, if these texts have its page."""
    told = all(document.page(PAGE) for document in bitext.documents)
    return RuleReference(site, tuple(d.locale for d in bitext.documents)) if told else UNPUBLISHED


UNPUBLISHED = RuleReference()
