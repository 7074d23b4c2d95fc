"""Index the programme for the search window: an index a language, a record a provision."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from build_state import STATE, outermost
from page_context import address
from pagefind_service import index_files
from programme.alignment.similarity import folded
from programme.exports.search import SearchRecord, search_records
from programme.exports.suggestions import suggestions

_UNUSED = ("*ui*", "pagefind-highlight.js")
"""Pagefind's own interfaces, which our pages do not load."""

_EXACT = "θ"
"""Before a word of the index that stands for one with diacritics; no text of ours has it."""
_MARKS = {
    mark: str(key) for key, mark in enumerate("\u0301\u0300\u0309\u0303\u0323\u0302\u031b\u0306", 1)
}
"""Each mark by the key that types it, after the Vietnamese convention VNI; 9 makes d into đ."""
_TONE = re.compile("([1-5])(.*)")
_WORD = re.compile(r"[^\W_]+")


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
        found_at = f"/{address(record.path, record.locale)}#{record.anchor}"
        yield {
            # the one field that is kept with a record and neither searched nor listed elsewhere:
            # with the citation in "meta", the word "part" would find every provision
            "url": "\n".join((found_at, record.citation, record.text)),
            "content": " ".join((folded(record.text), *sorted(set(_exact_forms(record.text))))),
            "language": record.locale,
        }


def _exact_forms(text: str) -> Iterator[str]:
    """The words of `text` that have diacritics, in letters and figures: "hòa" is "θhoa2".

    Pagefind folds diacritics by itself, but not đ, and its parts of an index then grow beyond
    measure: it reckons with the words that have no diacritics only. matching.js makes the same.
    """
    for word in set(_WORD.findall(unicodedata.normalize("NFC", text.lower()))):
        apart = unicodedata.normalize("NFD", word.replace("đ", "d9"))
        typed = "".join(_MARKS.get(letter, letter) for letter in apart)
        if typed != word:
            yield _EXACT + _TONE.sub(r"\2\1", typed, count=1)
