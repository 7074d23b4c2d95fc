"""The search index in smaller chunks: all of it is there, and each word where it is looked for."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from typing import Any

import cbor2
import pytest

from diptych.language.diacritics import folded
from diptych.site.search.chunks import in_smaller_chunks
from diptych.site.search.citation_words import CITED
from diptych.site.search.index_words import EXACT, index_words
from diptych.site.search.pagefind import ENTRY, PagefindError, index_files

SYLLABLES = [f"{first}{rest}{last}" for first in "bcđkt" for rest in "aeiou" for last in "nmtp"]
WORDS = [f"{syllable}{end}" for syllable in SYLLABLES for end in ("ạ", "ấ")]
TEXTS = [" ".join(WORDS[(at * 7 + n * n) % len(WORDS)] for n in range(90)) for at in range(40)]


def read(content: bytes) -> list[Any]:
    return list(cbor2.loads(gzip.decompress(content)[len("pagefind_dcd") :]))


def lists(files: dict[str, bytes]) -> Iterator[list[Any]]:
    """The list of chunks of each language."""
    for language in json.loads(files[ENTRY])["languages"].values():
        yield read(files[f"pagefind.{language['hash']}.pf_meta"])[2]


def words(files: dict[str, bytes]) -> Iterator[tuple[str, Any, str]]:
    """Each word, its pages, and the chunk where it stands."""
    for chunks in lists(files):
        for _, _, name in chunks:
            for word, pages, *_ in read(files[f"index/{name}.pf_index"])[0]:
                yield word, pages, name


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    """An index as Pagefind makes it."""
    return index_files(
        {
            "url": f"/#{at}\nI\n{text}",
            "content": f"{index_words(text, 'vi')} {CITED}phan{at}{CITED}",
            "language": "vi",
        }
        for at, text in enumerate(TEXTS)
    )


@pytest.fixture(scope="module")
def divided(made: dict[str, bytes]) -> dict[str, bytes]:
    return in_smaller_chunks(made)


def asked_for(chunks: list[list[str]], word: str) -> str:
    """The chunk that Pagefind loads for a word of a query."""
    return next(name for begin, end, name in chunks if begin <= word <= end)


def test_every_word_is_where_it_is_looked_for(divided: dict[str, bytes]) -> None:
    (chunks,) = lists(divided)
    assert len(chunks) > 3
    assert [word for word, _, name in words(divided) if asked_for(chunks, word) != name] == []


def test_what_is_typed_of_a_word_leads_to_words_that_begin_so(divided: dict[str, bytes]) -> None:
    (chunks,) = lists(divided)
    there: dict[str, list[str]] = {}
    for word, _, name in words(divided):
        there.setdefault(name, []).append(word)
    typed = {
        folded(word)[:letters] for text in TEXTS for word in text.split() for letters in (1, 2, 3)
    }
    for begin in typed:
        found = there[asked_for(chunks, begin)]
        assert any(word.startswith(begin) for word in found), begin


def test_any_query_has_one_chunk(divided: dict[str, bytes]) -> None:
    (chunks,) = lists(divided)
    for code in (*range(0x20, 0x2000), 0xD7FF, 0xE000, 0xFFFF, 0x10FFFF):
        assert sum(begin <= chr(code) <= end for begin, end, _ in chunks) == 1, hex(code)


def test_words_keep_their_places_but_for_those_that_are_only_there_or_not(
    made: dict[str, bytes], divided: dict[str, bytes]
) -> None:
    before = {word: pages for word, pages, _ in words(made)}
    after = {word: pages for word, pages, _ in words(divided)}
    assert list(before) == list(after)
    signed = [word for word in before if word.startswith((EXACT, CITED))]
    assert signed
    for word, pages in before.items():
        if word in signed:
            assert [page[0] for page in pages] == [page[0] for page in after[word]]
            assert all(len(page[1]) == 2 for page in after[word])
        else:
            assert pages == after[word]


def test_nothing_else_is_changed(made: dict[str, bytes], divided: dict[str, bytes]) -> None:
    def others(files: dict[str, bytes]) -> dict[str, bytes]:
        ends = (".pf_index", ".pf_meta", ENTRY)
        return {path: content for path, content in files.items() if not path.endswith(ends)}

    assert others(made) == others(divided)
    assert in_smaller_chunks(made) == divided


@pytest.mark.parametrize(
    "content",
    [b"", gzip.compress(b"another"), gzip.compress(b"pagefind_dcd")],
    ids=["empty", "of another kind", "with nothing in it"],
)
def test_an_index_of_another_kind_is_no_index(made: dict[str, bytes], content: bytes) -> None:
    path = next(path for path in made if path.endswith(".pf_meta"))
    with pytest.raises(PagefindError, match="not known"):
        in_smaller_chunks({**made, path: content})
