"""What the site has besides its pages, from the model alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from diptych.exports.formats import Contents, all_contents
from diptych.model import Side
from diptych.project.edition import Edition
from diptych.publication.addresses import FOLDER, picture_of, suggestions_of
from diptych.site.glossary_notes import FILE, explained_terms, glossary_page
from diptych.site.preview import preview
from diptych.site.search.suggestions import suggestions


def site_files(edition: Edition) -> Contents:
    """The files that the site has besides its pages, by path below the site's root."""
    contents = all_contents(edition)
    made = {f"{FOLDER}/{name}": content for name, content in contents.items()}
    wanting = {f"{FOLDER}/{name}": reason for name, reason in contents.wanting.items()}
    return Contents({**made, **dict(_for_pages(edition))}, wanting)


def _for_pages(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """What pages ask for: pictures of shared links, phrases to search for, explanations."""
    for side, document in Side.of(edition.documents):
        yield picture_of(document.locale), preview(edition, side)
        yield suggestions_of(document.locale), _json(suggestions(edition.bitext, side))
        if page := glossary_page(document):
            explained = explained_terms(edition.bitext, document)
            yield edition.path(side, page) + FILE, _json(explained)


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()
