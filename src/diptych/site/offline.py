"""What browsers keep of the site for readers without a network.

It comes in sets: the pages of each language, and what all of them need. On a site of several
documents each has sets of its own beside those of the site's own pages, and the search has one, so
that what is opened is kept however large all is. A set is one file, named by its content; a version
names the sets of one build with their digests, by which browsers check them.
So nothing of two builds is ever kept as one (see overrides/assets/workers/keeping.js).
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from diptych.patterns import pattern_of
from diptych.publication.addresses import EDITIONS, INDEX, OFFLINE, WINDOWS, WORKER
from diptych.site.assets import ASSETS, published_assets, worker_script
from diptych.site.build import Build
from diptych.site.glossary_notes import FILE, glossary_page
from diptych.site.site_settings import SiteSettings
from diptych.site.works import SiteWork

PAGE = f"{OFFLINE}.html"
"""The page that is shown where a page was not kept and there is no network."""
LARGEST = 20_000_000
"""The most bytes, before compression, of a set: a language whose pages come to more is not kept."""

_COMMON, _SEARCH = "common", "search"
_INDEX_PAGE = "index.html"
_STYLE, _STYLE_END = "<style>", "</style>"
_SHARED = "\x02{}\x02"
"""The form of what stands for a stylesheet, which a set has once; no page holds such
characters (files/controls.py)."""
_TEXT = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}
_BYTES = {".woff2": "font/woff2", ".png": "image/png"}
_UNKNOWN = "application/octet-stream"
_OLD_ADDRESSES = f"{EDITIONS}/moved.json"
_SEARCHED = (f"{INDEX}/", "search/")
"""The beginnings of the paths of what the search asks for."""
_NOT_KEPT = pattern_of(rf"{ASSETS}(?:icon-|fonts/.*\.txt$)")
"""An expression for files that no page shows."""


def offline_files(folder: Path, site: SiteSettings, build: Build) -> dict[str, bytes]:
    """The sets, the version and the service worker of the finished site in `folder`, by path.

    Where the site keeps nothing, there is only the worker that forgets what browsers had kept.
    """
    if not site.offline:
        return {WORKER: worker_script(site.templates, "retired")}
    sets = {name: _set(folder, paths) for name, paths in _paths(site, build).items()}
    files: dict[str, bytes] = {}
    named: dict[str, dict[str, str]] = {}
    for name, content in sets.items():
        if len(content) <= LARGEST:
            digest = sha256(content)
            file = f"{name}.{digest.hexdigest()[:16]}.json"
            files[f"{OFFLINE}/{file}"] = content
            integrity = f"sha256-{b64encode(digest.digest()).decode()}"
            named[name] = {"file": file, "integrity": integrity}
    version = {"id": sha256(_json(named)).hexdigest()[:16], "sets": named}
    files[f"{OFFLINE}/version.json"] = _json(version)
    files[WORKER] = worker_script(site.templates, "keeping")
    return files


def _paths(site: SiteSettings, build: Build) -> dict[str, list[str]]:
    """The paths of the files of each set by its name."""
    several = len(build.works) > 1
    searched = sorted(path for path in build.made if path.startswith(_SEARCHED))
    old = [_OLD_ADDRESSES] if _OLD_ADDRESSES in build.made else []
    common = [*_common(site), *(old if several else sorted([*searched, *old]))]
    found = {_COMMON: common, **({_SEARCH: searched} if several else {})}
    for locale in site.languages:
        found[locale] = []  # what is not read is not kept
        for work in build.works.values():
            name = f"{locale}.{work.folder}" if work.folder else locale
            found[name] = list(_pages(locale, site, work))
    return found


def _common(site: SiteSettings) -> Iterator[str]:
    """The paths of what pages of every language need: scripts, typefaces."""
    yield PAGE
    yield WINDOWS
    yield from (
        path
        for path, _ in published_assets(site.templates, site.languages)
        if not _NOT_KEPT.match(path)
    )


def _pages(locale: str, site: SiteSettings, work: SiteWork) -> Iterator[str]:
    """The paths of the pages of a document in one language; views of one page stand beside each
    other.
    """
    document = work.document(locale)
    of = {work.placed(page.path): "" for page in (document.pages if document else ())}
    of |= {work.placed(path): work.placed(page.of) for path, page in work.derived(locale).items()}
    for path in sorted(of, key=lambda path: (of[path] or path, path)):
        yield f"{site.address(path, locale)}{_INDEX_PAGE}"
    if document and not work.folder and (page := glossary_page(document)):
        yield f"{site.address(page, locale)}{FILE}"


def _set(folder: Path, paths: Iterable[str]) -> bytes:
    """The files at `paths` of the site in `folder`, as one file."""
    shared: dict[str, int] = {}
    files: dict[str, dict[str, str]] = {}
    for path in paths:
        file = folder / path
        if not file.is_file():
            continue
        suffix = file.suffix
        if suffix in _TEXT:
            text = _sharing(file.read_text(encoding="utf-8"), shared)
            entry = {"type": _TEXT[suffix], "text": text}
        else:
            encoded = b64encode(file.read_bytes()).decode()
            entry = {"type": _BYTES.get(suffix, _UNKNOWN), "base64": encoded}
        files[path.removesuffix(_INDEX_PAGE)] = entry
    return _json({"shared": list(shared), "files": files})


def _sharing(text: str, shared: dict[str, int]) -> str:
    """`text` with a short piece for each stylesheet in it, which is put among those `shared`."""
    first, *others = text.split(_STYLE)
    for other in others:
        sheet, end, rest = other.partition(_STYLE_END)
        first += _STYLE + _SHARED.format(shared.setdefault(sheet, len(shared))) + end + rest
    return first


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
