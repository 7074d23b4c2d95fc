"""Findings that are not told: settings keep a rule from a file, or nobody asks for that file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache

from diptych.diagnostics import Diagnostic
from diptych.model import Side
from diptych.project.bitext import Bitext
from diptych.project.choices import matches
from diptych.rules import all_rules

Aside = Callable[[Diagnostic], bool]
"""Whether a finding is set aside: neither told nor counted."""


def by_settings(bitext: Bitext) -> Iterator[Aside]:
    """What the project's settings set aside: rules in some files, pages not translated."""
    ignores = bitext.choices.per_file_ignores
    if ignores:
        codes = {
            pattern: {
                known.code for known in all_rules() if any(known.goes_by(name) for name in names)
            }
            for pattern, names in ignores.items()
        }

        @cache
        def silent(file: str) -> frozenset[str]:
            forms = _forms(bitext, file)
            found = (codes[pattern] for pattern in ignores if matches([pattern], *forms))
            return frozenset().union(*found)

        yield lambda found: any(found.code in silent(at.file) for at in found.locations)
    if alone := frozenset(_untranslated(bitext)):
        yield lambda found: any(at.file in alone for at in found.locations)


def elsewhere(files: Collection[str]) -> Aside:
    """Sets aside what points at none of `files`."""
    return lambda found: not any(at.file in files for at in found.locations)


def any_of(asides: Iterable[Aside]) -> Aside:
    """Sets aside what one of `asides` does; those that come later are not asked then."""
    all_asides = tuple(asides)
    return lambda found: any(aside(found) for aside in all_asides)


def _untranslated(bitext: Bitext) -> Iterator[str]:
    """The pages that are not translated on purpose.

    An original that has a translation does not say so by itself: its front matter speaks of others.
    """
    translated = {both[0].file for pair in bitext.alignment.pages if (both := pair.both)}
    for side, document in Side.of(bitext.documents):
        for page in document.pages:
            itself = side is Side.TRANSLATION or page.file not in translated
            if (itself and page.meta.get("untranslated") is True) or matches(
                bitext.choices.untranslated, page.file, page.path
            ):
                yield page.file


def _forms(bitext: Bitext, file: str) -> tuple[str, ...]:
    """The names by which settings may call `file`: from the project's folder, from the root."""
    page = next(filter(None, (document.page_in(file) for document in bitext.documents)), None)
    return (file, page.path) if page else (file,)
