"""Index the programme for the search window: an index a language, a record a provision."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from build_state import STATE, outermost
from page_context import address
from pagefind_service import index_files
from programme.exports.search import SearchRecord, search_records
from programme.exports.suggestions import suggestions

_UNUSED = ("*ui*", "pagefind-highlight.js", "filter/*")
"""Pagefind's own interfaces, which our pages do not load, and what nobody filters by."""

_STROKE = str.maketrans({"đ": "d\u0335", "Đ": "D\u0335"})
"""Pagefind takes a letter and its marks apart, but đ for a letter of its own: as a d with a
mark, it is found with and without it. finding.js does the same to queries, and undoes it."""


def on_post_build(config: MkDocsConfig) -> None:
    if not outermost(config) or not STATE.report:
        return
    bitext = STATE.report.bitext
    records = (record for document in bitext.documents for record in search_records(document))
    write_index(records, Path(config.site_dir) / "pagefind")
    folder = Path(config.site_dir) / "search"
    folder.mkdir()
    for side, document in enumerate(bitext.documents):
        text = json.dumps(suggestions(bitext, side), ensure_ascii=False)
        (folder / f"{document.locale}.json").write_text(text, encoding="utf-8")


def write_index(records: Iterable[SearchRecord], folder: Path) -> None:
    """Write into `folder` the index of `records`, and the scripts that search it."""
    for path, content in index_files(_described(records)).items():
        if not any(fnmatch(path, pattern) for pattern in _UNUSED):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def _described(records: Iterable[SearchRecord]) -> Iterator[Mapping[str, Any]]:
    for record in records:
        yield {
            "url": f"/{address(record.path, record.locale)}#{record.anchor}",
            "content": record.text.translate(_STROKE),
            "language": record.locale,
            # what is under "meta" would be searched: "part" would find every provision
            "filters": {"citation": [record.citation]},
        }
