"""The names of what the site itself makes, where no page may stand."""

from __future__ import annotations

from collections.abc import Iterable

from diptych.publication.addresses import (
    BOTH,
    EDITIONS,
    FEED,
    FOLDER,
    INDEX,
    OFFLINE,
    WHOLE,
    WINDOWS,
    WORKER,
    manifest_of,
    picture_of,
    suggestions_of,
)
from diptych.safety.file_names import likened

_BY_THE_GENERATOR = ("404.html", "sitemap.xml", "sitemap.xml.gz")
"""The files that MkDocs writes by itself."""


def reserved_names(locales: Iterable[str]) -> frozenset[str]:
    """The names, from `likened`, that no page or folder at the top of a language may have."""
    tags = tuple(locales)
    made = (
        BOTH,
        WHOLE,
        FEED,
        FOLDER,
        INDEX,
        EDITIONS,
        OFFLINE,
        WINDOWS,
        WORKER,
        *(
            path
            for tag in tags
            for path in (picture_of(tag), suggestions_of(tag), manifest_of(tag))
        ),
        *_BY_THE_GENERATOR,
        *tags,  # a language's own folder on the site
    )
    return frozenset(likened(path.partition("/")[0].partition(".")[0]) for path in made)
