"""What a project's settings say of the interface: words of its own, and who publishes.

`[tool.diptych.words.en]` has words by their keys, which `language/words/en.toml` lists;
`[tool.diptych.publisher]` has the publisher's name in each language. What is let in is plain text
of one line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from diptych.errors import BadConfiguration
from diptych.language.interface import Publisher, braces, braces_in, is_key, keys
from diptych.project.choices import refuse_unknown
from diptych.visible import visible

WORDS, PUBLISHER = "words", "publisher"
PUBLIC_BODY = "public-body"
_LONGEST = 400
"""The most characters of a word of the interface, which may be a sentence or two."""


def own_words(table: Mapping[str, Any], locales: Sequence[str]) -> Mapping[str, Mapping[str, str]]:
    """By language, the words that `[tool.diptych]` says otherwise. Raises `BadConfiguration`."""
    words = table.get(WORDS, {})
    where = f"[tool.diptych.{WORDS}]"
    if not isinstance(words, dict) or not all(isinstance(said, dict) for said in words.values()):
        raise BadConfiguration(
            f'{where} must be a table of words by language, like {locales[-1]} = {{ footer = "…" }}'
        )
    refuse_unknown(words, locales, where)
    return {tag: dict(_words(said, f"[tool.diptych.{WORDS}.{tag}]")) for tag, said in words.items()}


def publisher(table: Mapping[str, Any], locales: Sequence[str]) -> Publisher | None:
    """Who publishes, if `[tool.diptych]` says so. Raises `BadConfiguration`."""
    given = table.get(PUBLISHER)
    where = f"[tool.diptych.{PUBLISHER}]"
    if given is None:
        return None
    if not isinstance(given, dict):
        raise BadConfiguration(f'{where} must be a table, like {locales[0]} = "…"')
    refuse_unknown(given, (*locales, PUBLIC_BODY), where)
    public = given.get(PUBLIC_BODY, False)
    if not isinstance(public, bool):
        raise BadConfiguration(f"{where} {PUBLIC_BODY} must be true or false")
    names = {tag: _plain(said, tag, where) for tag, said in given.items() if tag != PUBLIC_BODY}
    if missing := [tag for tag in locales if tag not in names]:
        raise BadConfiguration(f"{where} lacks the publisher's name in {missing[0]}")
    return Publisher(names, public)


def _words(table: Mapping[str, Any], where: str) -> Iterator[tuple[str, str]]:
    """The words of a table, whose keys may be written with dots or between quotation marks."""
    for key, said in _flat(table):
        if not is_key(key):
            near = get_close_matches(key[:100], list(keys()), 1, 0.5)
            meant = f"; do you mean “{near[0]}”?" if near else ""
            raise BadConfiguration(f"{where} has no key “{visible(key[:100])}”{meant}")
        plain = _plain(said, key, where)
        for found in braces_in(plain):
            if found not in (known := braces(key)):
                there = ", ".join(sorted(known))
                raise BadConfiguration(
                    f"{where} {key} has {visible(found)}, which nothing fills in; there are {there}"
                )
        yield key, plain


def _flat(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, object]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


def _plain(said: object, key: str, where: str) -> str:
    """A word that is plain text of one line."""
    if not isinstance(said, str) or not said.strip():
        raise BadConfiguration(f"{where} {key} must be a text that is not empty")
    if len(said) > _LONGEST:
        raise BadConfiguration(f"{where} {key} is longer than {_LONGEST} characters")
    if "<" in said or ">" in said:
        raise BadConfiguration(f"{where} {key} has “<” or “>”; it is text, without markup")
    if (shown := visible(said)) != said:
        raise BadConfiguration(f"{where} {key} has characters that no line shows: {shown}")
    return said
