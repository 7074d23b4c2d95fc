"""What the site has besides its pages, from the model alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from diptych.exports.formats import Contents, all_contents, files_for
from diptych.model import Document, Side
from diptych.project.bitext import Bitext
from diptych.project.edition import Edition
from diptych.publication.addresses import (
    FOLDER,
    TERMS,
    beside_of,
    picture_of,
    suggestions_of,
)
from diptych.site.glossary_notes import FILE, explained_terms, glossary_page
from diptych.site.preview import preview
from diptych.site.search.beside import terms_beside, texts_by_page
from diptych.site.search.suggestions import suggestions
from diptych.site.search.words_alike import words_alike

MakeFile = Callable[[], bytes]
"""Makes one file of the site."""
NOTHING: Mapping[str, MakeFile] = {}
Maker = Callable[[], Mapping[str, bytes]]
"""Makes files of the site, each by its path."""


def site_files(edition: Edition, more: Mapping[str, MakeFile] = NOTHING) -> Contents:
    """The files that the site has besides its pages, by path below the site's root; `more` are made
    beside those of the edition.
    """
    made: dict[str, bytes] = {}
    wanting: dict[str, str] = {}
    for each in edition.works:
        contents = all_contents(each, but={path.rpartition("/")[2] for path in made})
        made |= {f"{FOLDER}/{name}": content for name, content in contents.items()}
        wanting |= {f"{FOLDER}/{name}": reason for name, reason in contents.wanting.items()}
    made |= {path: make() for path, make in (*_for_pages(edition), *more.items())}
    return Contents(made, wanting)


def makers_of_site_files(
    edition: Edition, more: Mapping[str, MakeFile] = NOTHING
) -> dict[str, Maker]:
    """What makes each of those files by itself, by the file's path.

    One that makes a file to take away raises `CannotMake` where it cannot be had.
    """
    makers = dict(_for_pages(edition)) | dict(more)
    makers |= {
        f"{FOLDER}/{file.name}": partial(file.content, each)
        for each in edition.works
        for file in files_for(each.bitext)
    }
    return {path: partial(_alone, path, make) for path, make in makers.items()}


def _alone(path: str, make: Callable[[], bytes]) -> dict[str, bytes]:
    return {path: make()}


def _for_pages(edition: Edition) -> Iterator[tuple[str, MakeFile]]:
    """What pages ask for: pictures of shared links, words to search for, explanations."""
    bitext = edition.bitext
    for side, document in Side.of(edition.documents):
        yield suggestions_of(document.locale), partial(_search_words, bitext, side)
        if page := glossary_page(document):
            yield edition.path(side, page) + FILE, partial(_explanations, bitext, document)
    yield TERMS, partial(_terms, bitext)
    for each in (edition, *edition.beside):
        for side, document in Side.of(each.documents):
            picture = picture_of(document.locale, each.bitext.folder)
            yield picture, partial(preview, each, side)
            for path, texts in texts_by_page(each.documents[side.other]).items():
                yield beside_of(each.path(side, path)), partial(_json, texts)


def _search_words(bitext: Bitext, side: Side) -> bytes:
    return _json({"phrases": suggestions(bitext, side), "alike": words_alike(bitext, side)})


def _terms(bitext: Bitext) -> bytes:
    languages = [document.locale for document in bitext.documents]
    return _json({"languages": languages, "terms": terms_beside(bitext)})


def _explanations(bitext: Bitext, document: Document) -> bytes:
    return _json(explained_terms(bitext, document))


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()
