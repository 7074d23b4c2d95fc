"""What messages call the place of a provision, in the language of the message."""

from __future__ import annotations

from diptych.language.locales import said_in
from diptych.language.tags import same_language
from diptych.model import Division, Provision, Side
from diptych.project.bitext import Bitext
from diptych.wording import SPOKEN, Wording


def place_name(bitext: Bitext, side: Side, provision: Provision) -> Wording:
    """The citation of `provision`, a text of `side`, in each language of messages.

    If that is the language of the other document, the citation is that of the provision with the
    same id there; where there is none, the id stands for it. A language that neither document has
    gets the citation as it is.
    """
    named = {}
    for language in SPOKEN:
        theirs = same_language(bitext.documents[side.other].locale, language)
        if theirs and not same_language(bitext.documents[side].locale, language):
            there = _same_place(bitext, side, provision)
            said = said_in(provision.steps, bitext.documents[side].locale, language)
            named[language] = there.citation if there else said or provision.id
        else:
            named[language] = provision.citation
    return Wording(**named)


def _same_place(bitext: Bitext, side: Side, provision: Provision) -> Provision | None:
    """The other document's provision with the id of `provision`, if both stand below counterparts.

    An id names unnumbered headings by their rank, so below other headings it is another place.
    """
    there = bitext.once(_by_id)[side.other].get(provision.id)
    if there is None:
        return None
    home, other = _home(bitext, side, provision), _home(bitext, side.other, there)
    if home is None or other is None:
        return there if home is other else None
    counterpart = bitext.alignment.division_counterparts[side].get(home.id)
    return there if counterpart is other else None


def _by_id(bitext: Bitext) -> tuple[dict[str, Provision], dict[str, Provision]]:
    original, translation = (
        {p.id: p for page in document.pages for p in page.all_provisions()}
        for document in bitext.documents
    )
    return original, translation


def _home(bitext: Bitext, side: Side, provision: Provision) -> Division | None:
    """The division that `provision` stands in; None in a footnote, or on a page without any."""
    parent = bitext.parent(side, provision)
    while isinstance(parent, Provision):
        parent = bitext.parent(side, parent)
    return parent if isinstance(parent, Division) else None
