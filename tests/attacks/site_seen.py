"""A finished site: each page and each file beside them, held against the clean site's."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from tests.attacks.pages_seen import Known, strange
from tests.attacks.roads import SITE_URL

PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif"}
MADE = re.compile(
    r"pagefind/(?:fragment|index)/[\w.-]+|pagefind/[\w.-]+\.pf_meta"
    r"|.*/terms\.json|search/(?:[\w-]+/)*beside\.json|offline/[\w-]+\.[0-9a-f]{16}\.json"
)
"""Files that the site makes from its texts, by whose names no one calls them."""
_SPREADSHEET = ("=", "+", "-", "@", "\t", "\r")
_RUNS = re.compile(rb"/(?:JavaScript|JS|Launch|SubmitForm|EmbeddedFile|RichMedia)\b")


@dataclass
class Clean:
    """The clean site: what its pages hold, and its files."""

    known: Known = field(default_factory=Known)
    files: dict[str, str] = field(default_factory=dict)
    """Each file's path below the root, and its fingerprint."""
    parts: dict[str, set[str]] = field(default_factory=dict)
    """Of each file that is an archive, what it holds."""
    seen: set[str] = field(default_factory=set)
    """Fingerprints of pages, with their addresses, that were found in order."""


def learned(site: Path) -> Clean:
    """What the clean site at `site` holds."""
    clean = Clean()
    for path, file in _files(site):
        clean.files[path] = _fingerprint(file)
        if file.suffix == ".html":
            clean.known.learn(file.read_text(encoding="utf-8"))
        if file.suffix == ".docx":
            clean.parts[path] = set(zipfile.ZipFile(file).namelist())
    return clean


def _files(site: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(site.rglob("*")):
        if file.is_symlink() or not file.is_dir():
            yield file.relative_to(site).as_posix(), file


def _fingerprint(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def faults(site: Path, clean: Clean) -> Iterator[str]:
    """What the site at `site` holds that it should not, each with its file."""
    for path, file in _files(site):
        if file.is_symlink() or not file.is_file():
            yield f"{path}: no plain file"
            continue
        yield from (f"{path}: {fault}" for fault in _faults(path, file, clean))
    yield from (f"{path}: is missing" for path in _wanted(clean) if not (site / path).exists())


def _wanted(clean: Clean) -> Iterator[str]:
    """Files that every site of these templates has."""
    yield from (path for path in clean.files if path.startswith("assets/") or "/" not in path)


def _faults(path: str, file: Path, clean: Clean) -> Iterator[str]:
    if any(part.startswith(".") for part in path.split("/")):
        yield "a file that is hidden"
    known = path in clean.files
    if not (known or MADE.fullmatch(path) or path.endswith("/index.html")) and (
        file.suffix.lower() not in PICTURES
    ):
        yield "a file that the site does not make"
        return
    if path.startswith("assets/") and file.suffix != ".png" and _changed(path, file, clean):
        yield "not the site's own"
    runs = path.startswith("pagefind/") and file.suffix in (".js", ".wasm")
    if runs and _changed(path, file, clean):
        yield "not Pagefind's own"
    try:
        yield from _CHECKED.get(file.suffix, _nothing)(path, file, clean)
    except (ValueError, etree.XMLSyntaxError, zipfile.BadZipFile) as error:
        yield f"cannot be read: {error}"


def _changed(path: str, file: Path, clean: Clean) -> bool:
    return clean.files.get(path) != _fingerprint(file)


def _nothing(path: str, file: Path, clean: Clean) -> Iterator[str]:
    yield from ()


def _page(path: str, file: Path, clean: Clean) -> Iterator[str]:
    mark = f"{path} {_fingerprint(file)}"
    if mark in clean.seen or clean.files.get(path) == _fingerprint(file):
        return
    found = list(strange(file.read_text(encoding="utf-8"), path.removesuffix("index.html"),
                         clean.known))  # fmt: skip
    if not found:
        clean.seen.add(mark)
    yield from found


def _data(path: str, file: Path, clean: Clean) -> Iterator[str]:
    json.loads(file.read_bytes())
    yield from ()


def _markup(path: str, file: Path, clean: Clean) -> Iterator[str]:
    tree = etree.fromstring(
        file.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True)
    ).getroottree()
    if tree.docinfo.internalDTD is not None and file.suffix != ".tmx":
        yield "declares a document type"
    for element in tree.iter():
        if not isinstance(element.tag, str):
            if not isinstance(element, etree._Comment):
                yield f"an instruction or an entity: {element}"
        elif element.tag.endswith("}loc") and not (element.text or "").startswith(SITE_URL):
            yield f"leads to {element.text}"


def _cells(path: str, file: Path, clean: Clean) -> Iterator[str]:
    rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    if len({len(row) for row in rows}) != 1:
        yield "rows of different lengths"
    for row in rows:
        yield from (f"a cell that is reckoned: {one!r}" for one in row
                    if one.startswith(_SPREADSHEET))  # fmt: skip


def _word(path: str, file: Path, clean: Clean) -> Iterator[str]:
    archive = zipfile.ZipFile(file)
    for name in set(archive.namelist()) - clean.parts.get(path, set()):
        if name not in ("word/footnotes.xml", "word/_rels/footnotes.xml.rels"):
            yield f"holds {name}"
    for name in archive.namelist():
        if not name.endswith(".rels"):
            continue
        for one in etree.fromstring(archive.read(name)):
            target = str(one.get("Target"))
            if one.get("TargetMode") == "External":
                if not target.startswith(("https://", "http://", "mailto:")):
                    yield f"leads to {target[:60]}"
                if not str(one.get("Type")).endswith("/hyperlink"):
                    yield f"fetches {target[:60]}"


def _portable(path: str, file: Path, clean: Clean) -> Iterator[str]:
    if found := _RUNS.search(file.read_bytes()):
        yield f"has {found[0].decode()}"


_CHECKED = {
    ".html": _page,
    ".json": _data,
    ".xml": _markup,
    ".tmx": _markup,
    ".csv": _cells,
    ".docx": _word,
    ".pdf": _portable,
}


def texts(site: Path) -> dict[str, str]:
    """What each page says, as a reader sees it: no markup, blanks as one."""
    said = dict[str, str]()
    for path, file in _files(site):
        if file.suffix == ".html":
            body = LexborHTMLParser(file.read_text(encoding="utf-8")).body
            said[path] = " ".join(body.text().split()) if body else ""
    return said
