"""The report as HTML, from templates: as GitHub's summaries take it, and on a page of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from diptych.freshness.state_names import TOLD
from diptych.model import Side
from diptych.output import templates
from diptych.report import Review, sentences
from diptych.report.notices import HEAD, notices


def filled(name: str, review: Review, languages: Sequence[str], most: int | None = None) -> Markup:
    """The report by the template `name`, in `languages`; of each list at most `most` are shown."""
    documents = review.checked.bitext.documents if review.checked else ()
    return templates.filled(
        Path(__file__).with_name(name),
        languages,
        lambda code: review.reference.address(code, languages[0]),
        review.links.line,
        review=review,
        links=review.links,
        most=most,
        notices=notices(review),
        names=sentences.names_of_languages(review),
        locales=[document.locale for document in documents],
        sentences=sentences,
        NOTICES=HEAD,
        SIDES=tuple(Side),
        TOLD=TOLD,
    )
