"""Where links lead, in a form in which those of two languages can be compared."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from diptych.language.diacritics import folded
from diptych.language.tags import bare
from diptych.model import Division, Document, Link, Page, Segment, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.rules.shared.language_choices import chooses_language

OUTER = pattern_of(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_SCHEME = pattern_of(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SUFFIX = pattern_of(r"\.(?:mdx?|markdown|html?|aspx?|php)$")
_ARCHIVE = pattern_of(
    r"^(?:https?:)?//web\.archive\.org/web/[\w*]{1,30}/(?=https?:/)", re.IGNORECASE
)
"""What an archive puts before the address of a page that it keeps."""
_PICTURE = pattern_of(r"\.(?:avif|gif|jpe?g|png|svg|webp)$")
_FILE_KIND = pattern_of(r"(?<=.)\.[a-z0-9]{1,5}\Z")
_JOINT = pattern_of(r"[._-]")
_PUT_IN = pattern_of(r"\{\{[^{}\"']{0,40}[\"']([^\"'{}]{1,300})[\"'][^{}]{0,200}\}\}")
"""An address that a template puts in: `{{ "/a.png" | relative_url }}`."""
_LEAF = pattern_of(r"(?:^|/)(?:index|readme)$")
_LOCALE = pattern_of(r"[a-z]{2}(?:[-_][a-z]{2,4})?")
_LANGUAGE_QUERY = pattern_of(r"(?:hl|lang|language|locale|l|utm_\w+)=", re.IGNORECASE)
_NAMES_LANGUAGE = frozenset({"lang", "language", "locale", "intl"})
"""What may stand in an address before a language."""
_OTHER_LANGUAGE = pattern_of(
    r"(?:^|/)(?:(?:readme|index)[._-]|[\w-]{1,60}\.)[a-z]{2}(?:[-_][a-z]{2,4})?\.(?:mdx?|html?)$",
    re.IGNORECASE,
)
_NO_LETTER = pattern_of(r"[\W_]+")
_NAMED = pattern_of(r"""\b(?:id|name)\s?=\s?["']?([^"'\s>]{1,200})""", re.IGNORECASE)
_DIGITS = pattern_of(r"\d+")
_SHARED = 4
"""The fewest letters of a word by which a file name tells its language."""
_OWN_WORDS = ("wikipedia.org", "wiktionary.org", "wikibooks.org", "img.shields.io")
"""Sites whose addresses are words of the reader's language."""


class Target(NamedTuple):
    """Where a link leads."""

    link: Link
    outer: bool
    """Whether it leads to another site."""
    file: str
    """The file or the address, without what names a language."""
    part: str
    """The place within the file: the id, in the original, of the division; empty for none."""
    certain: bool
    """Whether file and part were found."""

    @property
    def key(self) -> tuple[object, ...]:
        """What two links have in common that lead to the same place."""
        return self.outer, self.file, self.part, self.link.picture


class Targets:
    """Resolves the links of two aligned texts."""

    def __init__(self, bitext: Bitext) -> None:
        self._alignment = bitext.alignment
        self._published = bitext.published
        self._folder = bitext.folder
        self._among_others = bitext.published and bool(bitext.folder or bitext.beside)
        first, second = (document.locale for document in bitext.documents)
        self._locales = first, second
        self._tags = frozenset(
            part
            for document in bitext.documents
            for part in (document.locale.lower(), *called_in_addresses(bare(document.locale)))
        )
        self._pages = tuple(self._by_file(document) for document in bitext.documents)
        self._read_from = tuple(
            {p.file: p for p in document.pages} for document in bitext.documents
        )
        self._names = _page_names(bitext)
        self._parts: dict[str, Mapping[str, Division]] = {}
        self._known: dict[tuple[int, Side], tuple[Segment, Sequence[Target]]] = {}
        """What was asked before, by the identity of a text, which is kept with it."""

    def in_text(self, side: Side, segment: Segment) -> list[Target]:
        """Where the links of `segment`, a text of `side`, lead."""
        page = self._read_from[side].get(segment.place.file) if segment.links else None
        if page is None:
            return []
        asked = id(segment), side
        if asked not in self._known:
            self._known[asked] = segment, self._of(side, segment, page)
        return list(self._known[asked][1])

    def _of(self, side: Side, segment: Segment, page: Page) -> Sequence[Target]:
        return [
            self._target(side, link, page)
            for link in segment.links
            if (not _OTHER_LANGUAGE.search(link.target) or self._says_ours(link.target))
            and (
                self._published
                or not chooses_language(page, link, self._locales, self._locales[side])
            )
        ]

    def _says_ours(self, target: str) -> bool:
        """Whether a file that names a language names one of the two: the others are a choice of
        languages.
        """
        stem = _SUFFIX.sub("", target.casefold())
        return any(stem.endswith((f".{tag}", f"-{tag}", f"_{tag}")) for tag in self._tags)

    def _target(self, side: Side, link: Link, page: Page) -> Target:
        target = unquote(link.target).strip()
        if put_in := _PUT_IN.match(target):
            target = put_in[1]
        if OUTER.match(target):
            return Target(link, True, self._address(target), "", True)
        if _SCHEME.match(target):  # mailto:
            return Target(link, True, target.casefold(), "", True)
        file, _, part = target.partition("#")
        file = file.partition("?")[0]
        there, name = (page, "") if not file else self._file(side, file, page)
        if there is None and self._among_others:
            # another document of the site has its pages and its ids in both languages
            beside = posixpath.join("/", self._folder, posixpath.dirname(page.path), file)
            return Target(link, False, f"page {posixpath.normpath(beside)}", part, True)
        if there is None:
            return Target(link, False, name, "", False)
        known_as = self._names[side].get(there.path)
        known = known_as is not None
        place = self._part(side, there, part) if part else ""
        return Target(
            link,
            False,
            f"page {known_as}" if known else name,
            place or "",
            known and place is not None,
        )

    def _file(self, side: Side, file: str, page: Page) -> tuple[Page | None, str]:
        """The page that `file` means on `page`, if it is one of the text's, and its bare name.

        Links lead on from where the file stands: a page that a pattern pairs stands elsewhere than
        its path says, which is that of the original.
        """
        beside = _beside(page.path, file)
        for path in (beside, _beside(page.file, file), _normal(file)):
            named = self._bare(path)
            # a name of nothing but a language may be that of any folder's first page
            if (named or "/" not in file) and (found := self._pages[side].get(named)):
                return found, ""
        return None, self._bare(_normal(file))

    def _by_file(self, document: Document) -> dict[str, Page]:
        pages = document.pages[::-1]
        found = {self._bare(page.file): page for page in pages if not self._published}
        return {**found, **{self._bare(page.path): page for page in pages}}

    def _bare(self, path: str) -> str:
        """`path` without what says in which language it is, and without its suffix."""
        return bare_path(path, self._tags)

    def _address(self, target: str) -> str:
        address = _ARCHIVE.sub("", target).partition("#")[0].partition("//")[2].casefold()
        whole, _, query = address.partition("?")
        host, _, path = whole.partition("/")
        labels = host.partition(":")[0].split(".")
        host = ".".join(each for each in labels if each != "www" and each not in self._tags)
        if host in _OWN_WORDS:
            return host
        if host == "youtu.be" and path:  # the short form of the other
            host, path, query = "youtube.com", "watch", f"v={path}&{query}"
        kept = "&".join(
            sorted(each for each in query.split("&") if each and not _LANGUAGE_QUERY.match(each))
        )
        return f"{host}/{bare_path(path, self._tags)}" + (f"?{kept}" if kept else "")

    def _part(self, side: Side, page: Page, part: str) -> str | None:
        """The id, in the original, of the division that `part` means on `page`; None if unknown."""
        if page.file not in self._parts:
            self._parts[page.file] = parts_of(page)
        division = self._parts[page.file].get(name_letters(part))
        if division is None:
            return None
        if not side:
            return division.id
        counterpart = self._alignment.division_counterparts[side].get(division.id)
        return counterpart.id if counterpart else None


@lru_cache(maxsize=8192)
def bare_path(path: str, tags: frozenset[str]) -> str:
    """`path` without segments and endings that are one of the languages `tags`, in small letters,
    without its suffix and what it need not say.
    """
    path = _SUFFIX.sub("", path.casefold().strip("/"))
    picture = _PICTURE.search(path)
    if picture is not None:
        path = path[: picture.start()]
    kept: list[str] = []
    for segment in path.split("/"):
        if segment in ("", ".", ".."):
            continue
        if segment in tags or _is_locale(segment, tags):
            if kept and kept[-1] in _NAMES_LANGUAGE:
                kept.pop()
            continue
        stem = segment
        for mark in ".-_":
            head, _, tail = stem.rpartition(mark)
            if head and (tail in tags or _is_locale(tail, tags)):
                stem = head
        kept.append(stem)
    return "/".join(kept) + picture[0] if picture else _LEAF.sub("", "/".join(kept))


def _is_locale(word: str, tags: frozenset[str]) -> bool:
    """Whether `word` is one of the languages `tags` in a country: "en-us", "vi_vn"."""
    return bool(_LOCALE.fullmatch(word)) and word.replace("_", "-").split("-")[0] in tags


def _beside(page: str, file: str) -> str:
    """The path of `file` as a link on `page` gives it."""
    folder = page.rpartition("/")[0]
    return _normal(f"{folder}/{file}" if folder and not file.startswith("/") else file)


def _normal(path: str) -> str:
    """`path` with its `.` and `..` resolved as far as they can be."""
    parts: list[str] = []
    for part in path.split("/"):
        if part == ".." and parts:
            parts.pop()
        elif part not in ("", ".", ".."):
            parts.append(part)
    return "/".join(parts)


def _page_names(bitext: Bitext) -> tuple[dict[str, str], dict[str, str]]:
    """For each side, one name for each page and its counterpart, by its path: the path if both
    languages have it.
    """
    names: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for number, pair in enumerate(bitext.alignment.pages):
        for side in Side:
            if (page := pair.side(side)) is not None:
                shared = bitext.documents[side.other].page(page.path) is not None
                names[side][page.path] = page.path if shared else f"{number}"
    return names


def parts_of(page: Page) -> dict[str, Division]:
    """The divisions of `page` by the letters of each name by which a link may mean them.

    Generators make names of headings in several ways, which differ in what stands between letters
    and in whether letters keep their marks.
    """
    parts: dict[str, Division] = {}
    seen: dict[str, int] = {}
    ahead: list[str] = []  # names given right before a heading are the heading's
    for division in page.own_divisions():
        segments = [p.segment for p in division.provisions]
        last = segments[-1] if segments and not segments[-1].text.strip() else None
        if division.heading is not None:
            if division.anchor:
                parts.setdefault(name_letters(division.anchor), division)
            name = name_letters(division.heading.text)
            count = seen[name] = seen.get(name, -1) + 1
            parts.setdefault(f"{name}{count}" if count else name, division)
            held = (division.heading, *(each for each in segments if each is not last))
            for name in (*ahead, *(name for segment in held for name in _named_in(segment))):
                parts.setdefault(name, division)
        ahead = _named_in(last) if last else []
    return parts


def _named_in(segment: Segment) -> list[str]:
    """The names that the tags of `segment` give, by their letters."""
    return [
        name_letters(named[1]) for tag in segment.tags for named in _NAMED.finditer(tag.written)
    ]


@lru_cache(maxsize=8192)
def name_letters(name: str) -> str:
    """The letters and figures of `name`, without marks and blanks."""
    return _NO_LETTER.sub("", folded(name))


def is_of_language(target: Target, language: str) -> bool:
    """Whether an address is of a site in the BCP 47 `language`, by its parts or its country."""
    return _is_address_in(target.link.target, bare(language))


def is_named_for(target: Target, language: str) -> bool:
    """Whether the name of a file ends in what says its BCP 47 `language`: `gate_fr.png`."""
    stem = _FILE_KIND.sub("", target.link.target.casefold().rpartition("/")[2])
    parts = _JOINT.split(stem)
    return len(parts) > 1 and parts[-1] in called_in_addresses(bare(language))


def are_localized(one: Target, other: Target, languages: tuple[str, str]) -> bool:
    """Whether two addresses may lead to one page in two languages: the first to no page in the
    second language, or to one that says to be in its own, the other to one in the second language,
    whose name may be any. Those that differ in figures alone lead to two pages.
    """
    return (
        is_of_language(other, languages[1])
        and (is_of_language(one, languages[0]) or not is_of_language(one, languages[1]))
        and _DIGITS.sub("", one.file) != _DIGITS.sub("", other.file)
    )


@lru_cache(maxsize=4096)
def _is_address_in(address: str, tag: str) -> bool:
    host, _, path = address.casefold().partition("//")[2].partition("/")
    labels = host.partition(":")[0].split(".")
    names = called_in_addresses(tag)
    parts = [_FILE_KIND.sub("", part) for part in path.partition("?")[0].split("/")]
    return (
        not names.isdisjoint((*labels[:-1], *parts))
        or (tag != "en" and labels[-1] in names)
        or any(part[:2] == tag and _is_locale(part, names) for part in parts)
        or path.rpartition("/")[2].rpartition(".")[2] in names
        or not names.isdisjoint(_JOINT.split(part)[-1] for part in parts if len(part) > 5)
    )


@lru_cache(maxsize=64)
def called_in_addresses(tag: str) -> frozenset[str]:
    """What addresses call the language `tag`: its codes, its country, its name."""
    return frozenset((tag, *_ALSO_CALLED.get(tag, "").split()))


_ALSO_CALLED = {
    "cs": "ces cze cz", "da": "dan dk", "de": "deu ger german", "el": "ell gre gr greek",
    "en": "eng english", "es": "spa esp spanish espanol", "fr": "fra fre french francais",
    "hu": "hun hungarian", "it": "ita italian",
    "ja": "jpn jp japanese", "ko": "kor kr korean", "nl": "nld dut dutch", "pl": "pol polish",
    "pt": "por ptbr portuguese", "ro": "ron rum romanian", "ru": "rus russian", "sl": "slv si",
    "sv": "swe se", "tr": "tur turkish",
    "uk": "ukr ua", "vi": "vie vn vietnamese", "zh": "zho chi cn tw chinese",
}  # fmt: skip
"""By language, its longer codes and its name as addresses have them, and the domain of a country
where that is not the language's own code."""


def translated(one: tuple[Target, Segment], other: tuple[Target, Segment]) -> bool:
    """Whether two files outside the texts may be one whose name was translated.

    Their numbers are the same, or each has a word of its own text in its name.
    """
    names = [target.file for target, _ in (one, other)]
    figures = [_DIGITS.findall(name) for name in names]
    if figures[0] != figures[1]:
        return False
    if figures[0]:
        return True
    said = [_said(target.file, segment) for target, segment in (one, other)]
    # what the original says as well is no translation
    alike = names[0].rpartition("/")[2] == names[1].rpartition("/")[2]
    return all(said) and (alike or not said[1] <= _said(names[1], one[1]))


def _said(name: str, segment: Segment) -> set[str]:
    """The words of a file's `name` that the text of `segment` has."""
    words = {word.rstrip("s") for word in _words(segment.text)}  # "keys.md" behind "the key"
    named = _words(name.rpartition("/")[2])
    return {word for word in named if len(word) >= _SHARED and word.rstrip("s") in words}


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    return frozenset(_NO_LETTER.sub(" ", folded(text)).split())
