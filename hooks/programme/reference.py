"""The rule reference: where on the site a rule's page stands, and which rules have one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from programme.guide import Guide
from programme.rendering.difference import GUIDE as RENDERED_OTHERWISE
from programme.rules import all_rules

FOLDER = "site/rules"
"""Below a locale's folder."""


@cache
def all_guides() -> tuple[Guide, ...]:
    """Every rule's guide, by code: the check's, and the one that the build adds."""
    guides = [*(rule.guide for rule in all_rules()), RENDERED_OTHERWISE]
    return tuple(sorted(guides, key=lambda told: told.code))


def path_of(code: str) -> str:
    """The path of a rule's page below a locale's folder."""
    return f"{FOLDER}/{code.lower()}.md"


@dataclass(frozen=True, slots=True)
class Reference:
    """The reference as published."""

    site: str = ""
    """The site's address, or empty where it is not known."""
    root_locale: str = "vi"
    """The language that lives at the root of the site."""

    def address(self, code: str, language: str) -> str:
        """The address of a rule's page in `language`, or empty."""
        if not self.site:
            return ""
        folder = "" if language == self.root_locale else f"{language}/"
        return f"{self.site.rstrip('/')}/{folder}{path_of(code).removesuffix('.md')}/"


UNPUBLISHED = Reference()
