"""An index of Pagefind in smaller chunks: a search loads one for each word of its query.

Pagefind divides an index at every 20,000th place, so that a text of this length has one chunk and
each first search loads all of it. A chunk here has the words with one beginning, for a word may be
typed in part. What is only asked whether it is there (a word in its diacritics, a citation) keeps
no places: they are half of the index of a Vietnamese text.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import cbor2

from diptych.site.search.citation_words import CITED
from diptych.site.search.index_words import EXACT
from diptych.site.search.pagefind import ENTRY, PagefindError

_SIGNATURE = b"pagefind_dcd"
"""What each file of an index begins with, compressed."""
_META = "pagefind.{}.pf_meta"
_CHUNK = "index/{}.pf_index"
_LEAST = 2_000
"""So many places are about 3 kB; smaller chunks compress worse than they spare."""
_MOST = 200
"""The most chunks that are aimed at: the list of them is loaded with every first search."""
_NOWHERE = 4_095
"""The one place of a word that is not looked for by place, behind those of any provision."""
_LAST = "\U0010ffff"
"""The last of all characters, which no word has."""
_HASH = 7
"""Letters of the digest in a chunk's name, as Pagefind has them."""

_Word = list[Any]
"""A word of the index: itself, then its pages, each with its number and its places."""


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Words of an index in their order: all that are `begin` or follow it, up to the next chunk."""

    begin: str
    words: list[_Word]

    @property
    def size(self) -> int:
        """What Pagefind measures a chunk by: pages and places."""
        return sum(map(_size, self.words))


def in_smaller_chunks(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """`files` of an index by path, with other chunks and other lists of them.

    Raises `PagefindError` if they are not what this version of Pagefind is known to make.
    """
    entry = json.loads(files[ENTRY])
    made = dict(files)
    try:
        for language in entry["languages"].values():
            language["hash"] = _divided(made, language["hash"])
    except (LookupError, TypeError, ValueError, OSError, EOFError, cbor2.CBORError) as error:
        raise PagefindError("the index is written in a way that is not known") from error
    made[ENTRY] = json.dumps(entry, sort_keys=True).encode()
    return made


def _divided(files: dict[str, bytes], name: str) -> str:
    """Put other chunks into `files` for those of the list `name`; the name of their list."""
    meta = _read(files.pop(_META.format(name)))
    language = name.rpartition("_")[0]
    words = [
        _placeless(word)
        for _, _, chunk in meta[2]
        for word in _read(files.pop(_CHUNK.format(chunk)))[0]
    ]
    chunks = list(_joined(list(_by_beginning(words, _limit(words))), _limit(words)))
    ends = [*(_before(chunk.begin) for chunk in chunks[1:]), _LAST]
    meta[2] = []
    for chunk, end in zip(chunks, ends, strict=True):
        content = _written([chunk.words])
        named = _named(content, language)
        files[_CHUNK.format(named)] = content
        meta[2].append([chunk.begin, end, named])
    content = _written(meta)
    named = _named(content, language)
    files[_META.format(named)] = content
    return named


def _by_beginning(words: Sequence[_Word], limit: int, begin: str = "") -> Iterator[_Chunk]:
    """`words` that begin with `begin`, divided by the letter after it, and those by the next where
    they are more than `limit`.
    """
    letters = len(begin) + 1
    first = True
    for beginning, group in groupby(words, key=lambda word: str(word[0])[:letters]):
        chunk = _Chunk(begin if first else beginning, list(group))
        first = False
        if chunk.size <= limit or len(chunk.words) == 1 or len(beginning) < letters:
            yield chunk
        else:
            inner = _by_beginning(chunk.words, limit, beginning)
            # who types no more than what all have in common is led to the first
            yield _Chunk(chunk.begin, next(inner).words)
            yield from inner


def _joined(chunks: Sequence[_Chunk], limit: int) -> Iterator[_Chunk]:
    """Neighbours of `chunks` in one as long as that is within `limit`."""
    held: _Chunk | None = None
    for chunk in chunks:
        if held is not None and held.size + chunk.size <= limit:
            held = _Chunk(held.begin, held.words + chunk.words)
            continue
        if held is not None:
            yield held
        held = chunk
    if held is not None:
        yield held


def _limit(words: Sequence[_Word]) -> int:
    return max(_LEAST, sum(map(_size, words)) // _MOST)


def _size(word: _Word) -> int:
    return sum(len(page[1]) + 1 for page in word[1])


def _placeless(word: _Word) -> _Word:
    """`word`, with one place on each page if it is not looked for by place."""
    said, pages, *more = word
    if not said.startswith((EXACT, CITED)):
        return word
    # the first number is what the places behind it weigh
    return [said, [[page, [places[0], _NOWHERE], *rest] for page, places, *rest in pages], *more]


def _before(begin: str) -> str:
    """The last of what sorts before `begin`."""
    code = ord(begin[-1]) - 1
    # no character stands for itself between these
    return begin[:-1] + chr(0xD7FF if 0xD800 <= code < 0xE000 else code) + _LAST


def _read(content: bytes) -> list[Any]:
    plain = gzip.decompress(content)
    if not plain.startswith(_SIGNATURE):
        raise ValueError("not a file of Pagefind's")
    read: list[Any] = cbor2.loads(plain[len(_SIGNATURE) :])
    return read


def _written(value: list[Any]) -> bytes:
    return gzip.compress(_SIGNATURE + cbor2.dumps(value), mtime=0)


def _named(content: bytes, language: str) -> str:
    return f"{language}_{hashlib.sha256(content).hexdigest()[:_HASH]}"
