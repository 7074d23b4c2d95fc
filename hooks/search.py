"""Index the programme for the search window: an index a language, a record a provision."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from build_state import STATE, outermost
from links import address
from pagefind_service import index_files
from programme.exports.search import search_records

_UNUSED = ("*ui*", "pagefind-highlight.js", "pagefind-modular*")
"""Pagefind's own interfaces, which our pages do not load."""


def on_post_build(config: MkDocsConfig) -> None:
    if not outermost(config) or not STATE.report:
        return
    folder = Path(config.site_dir) / "pagefind"
    files = index_files(
        {
            "url": f"/{address(record.path, record.locale)}#{record.anchor}",
            "content": record.text,
            "language": record.locale,
            "meta": {"citation": record.citation, "title": record.title},
        }
        for document in STATE.report.bitext.documents
        for record in search_records(document)
    )
    for path, content in files.items():
        if not any(fnmatch(path, pattern) for pattern in _UNUSED):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
