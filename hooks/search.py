"""Index the programme for the search window: an index a language, a record a provision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from build_state import STATE, outermost
from diptych.language.locales import locale
from diptych.publication.addresses import INDEX
from diptych.site.search.citation_words import citation_words
from diptych.site.search.index_words import index_words
from diptych.site.search.records import SearchRecord, search_records
from links import address
from pagefind_service import PagefindError, index_files, stop

_UNUSED = ("*ui*", "pagefind-highlight.js")
"""Pagefind's own interfaces, which our pages do not load."""


class _Pending:
    """The index being made: Pagefind is a program of its own and works while pages are rendered."""

    pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="search index")
    files: Future[dict[str, bytes]] | None = None


@event_priority(-100)  # after the check
def on_files(files: Files, config: MkDocsConfig) -> None:
    if outermost(config) and STATE.report:
        documents = STATE.report.bitext.documents
        records = [record for document in documents for record in search_records(document)]
        _Pending.files = _Pending.pool.submit(index_files, list(_described(records)))


def on_post_build(config: MkDocsConfig) -> None:
    if not outermost(config) or not STATE.report or not _Pending.files:
        return
    try:
        files = _used(_Pending.files.result())
        _write(files, Path(config.site_dir) / INDEX)
        for path, content in files.items():
            STATE.keep(f"{INDEX}/{path}", content)
    except PagefindError as error:
        raise PluginError(f"The search index could not be made: {error}") from error


def on_shutdown() -> None:
    stop()


def write_index(records: Iterable[SearchRecord], folder: Path) -> None:
    """Write into `folder` the index of `records`, and the scripts that search it."""
    _write(_used(index_files(_described(records))), folder)


def _used(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Those of Pagefind's files that a page loads."""
    return {
        path: content
        for path, content in files.items()
        if not any(fnmatch(path, pattern) for pattern in _UNUSED)
    }


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _described(records: Iterable[SearchRecord]) -> Iterator[Mapping[str, Any]]:
    for record in records:
        found_at = f"/{address(record.path, record.locale)}#{record.anchor}"
        cited = citation_words(record.citation, record.anchor, locale(record.locale))
        yield {
            # the one field that is kept with a record and neither searched nor listed elsewhere:
            # with the citation in "meta", the word "part" would find every provision
            "url": "\n".join((found_at, record.citation, record.text)),
            "content": " ".join((index_words(record.text, record.locale), *cited)),
            "language": record.locale,
        }
