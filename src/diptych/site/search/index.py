"""The search index: what each record of it holds, and its files, made by Pagefind."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from fnmatch import fnmatch
from typing import Any

from diptych.language.locales import locale
from diptych.model import Side
from diptych.project.bitext import Bitext
from diptych.publication.addresses import INDEX, address, placed
from diptych.site.search.chunks import in_smaller_chunks
from diptych.site.search.citation_words import citation_words
from diptych.site.search.index_words import index_words
from diptych.site.search.pagefind import ENTRY, index_files
from diptych.site.search.records import SearchRecord, search_records

FILTER = "document"
"""The filter of the index that tells of which document a record is, on a site of several."""
_SEARCHED_AS = {"vi": "en"}
"""Languages for whose words Pagefind knows no endings, and one whose program leaves them as they
are: what English words lose at their ends, -s, -ed, -ing, -ly, no syllable of Vietnamese has."""
_PROGRAM = "wasm.{}.pagefind"
_UNKNOWN = "unknown"
_UNUSED = ("*ui*", "pagefind-highlight.js", "pagefind.js")
"""The files of Pagefind's own interfaces, which our pages do not load: they ask its worker."""


class Indexing:
    """The index of the texts of `bitext`, the original first, while it is made; of a site with
    several documents, of all of them.

    Pagefind is a program of its own and works while pages are rendered.
    """

    def __init__(self, bitext: Bitext) -> None:
        records = [
            record
            for side in Side
            for each in bitext.works
            for record in search_records(each.documents[side], each.folder)
        ]
        pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="search index")
        self._files: Future[dict[str, bytes]] = pool.submit(
            index_of, records, bitext.original.locale
        )

    def result(self) -> dict[str, bytes]:
        """The files of the index by address, once it is made. Raises `PagefindError`."""
        return {f"{INDEX}/{path}": content for path, content in self._files.result().items()}


def made_index(bitext: Bitext) -> dict[str, bytes]:
    """The files of the index of `bitext` by address. Raises `PagefindError`."""
    return Indexing(bitext).result()


def index_of(records: Iterable[SearchRecord], first: str) -> dict[str, bytes]:
    """The files of the index of `records`, and the scripts that search it, by path.

    The language `first` stands at the site's root. Raises `PagefindError`.
    """
    files = in_smaller_chunks(_sharing(index_files(list(_described(records, first)))))
    return {
        path: content
        for path, content in files.items()
        if not any(fnmatch(path, pattern) for pattern in _UNUSED)
    }


def _sharing(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """`files` of an index, in which a language is searched by the program of another that has no
    endings for its words: readers then load one for both.
    """
    entry = json.loads(files[ENTRY])
    languages = entry["languages"]
    for language, other in _SEARCHED_AS.items():
        if language in languages and languages.get(other, {}).get("wasm"):
            languages[language]["wasm"] = languages[other]["wasm"]
    used = {_PROGRAM.format(one["wasm"] or _UNKNOWN) for one in languages.values()}
    unused = {path for path in files if fnmatch(path, _PROGRAM.format("*")) and path not in used}
    kept = {path: content for path, content in files.items() if path not in unused}
    return kept | {ENTRY: json.dumps(entry, sort_keys=True).encode()}


def _described(records: Iterable[SearchRecord], first: str) -> Iterator[Mapping[str, Any]]:
    for record in records:
        here = placed(record.path, record.folder)
        found_at = f"/{address(here, record.locale, first)}#{record.anchor}"
        cited = citation_words(record.citation, record.anchor, locale(record.locale), record.steps)
        yield {
            # the one field that is kept with a record and neither searched nor listed elsewhere:
            # with the citation in "meta", the word "part" would find every provision
            "url": "\n".join((found_at, record.citation, record.text)),
            "content": " ".join((index_words(record.text, record.locale), *cited)),
            "language": record.locale,
            **({"filters": {FILTER: [record.folder]}} if record.folder else {}),
        }
