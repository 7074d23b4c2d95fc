"""The stylesheets, scripts and other files of overrides/assets, as readers are sent them.

What the first window of a page needs goes into the page: a request that holds it up costs the first
view more than a few kilobytes cost each later one. The rest is a file of its own, which every page
asks for below its text. What only scripts show has its own, which these fetch.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup
from rcssmin import cssmin
from rjsmin import jsmin

from diptych.language.locales import users_language
from diptych.language.tags import bare
from diptych.patterns import pattern_of
from diptych.publication.addresses import relative
from diptych.publication.palette import coloured
from diptych.site.build import NotBuilt
from diptych.wording import SPOKEN, Wording

ASSETS = "assets/"
STYLESHEETS = "assets/stylesheets/"
"""The folder of the stylesheets, which stand in the pages, not beside them."""
WORKERS = "assets/workers/"
"""The folder of what may become the service worker, which stands at the site's root."""
_SCRIPTS = "assets/javascripts/"
_EVERY_PAGE = "site"
_PARTS = frozenset({"numbered", "pictures", "notes"})
"""Parts of that of every page, for pages that have such a thing: what a view says comes after."""
LATER = "later"
"""The stylesheet that every page asks for, below its text."""
FETCHED = ("asides", "found", LATER)
"""The stylesheets that are files of their own: that one, and those that scripts fetch."""
_FONTS = "assets/fonts/"
_FONTS_THERE = "../fonts/"
"""The folder of the typefaces, as a stylesheet names it from where it stands."""
_FONT = pattern_of(r'url\("(\.\./fonts/[^"]+)"\)')
WIDER = "assets/fonts/wider/"
"""The folder of the typefaces with letters that Vietnamese and English do not have."""
_WIDER = "wider"
"""The stylesheet that names them."""
_NO_FONT = Wording(
    vi="{}: không có tệp phông chữ này; hãy lấy lại từ kho mã",
    en="{}: this typeface is missing; take it from the repository again",
)


def stylesheet(templates: Path, url: str, more: Iterable[str]) -> Markup:
    """The stylesheets of a page as one: that of every page, then those that `more` names.

    The page is at `url`, below the site's root, or absolute with a slash at its beginning.
    """
    files = _stylesheets(templates, more)
    written = "".join(_minified(file, file.stat().st_mtime_ns) for file in files)
    fonts = f"{url}{_FONTS}" if url.startswith("/") else relative(_FONTS, url)
    named = fonts.replace("//", "/")
    # the files of overrides/, for an element whose text is not escaped; no text comes into them
    return Markup(written.replace(_FONTS_THERE, named))  # noqa: S704


def fitted(templates: Path, languages: Iterable[str]) -> tuple[str, ...]:
    """The stylesheets with what texts in `languages` are set in until the typeface has come, and
    with the typefaces of letters that the first ones lack.
    """
    tags = tuple(languages)
    own = (f"fitted-{language}" for language in tags)
    there = (
        name if (templates / STYLESHEETS / f"{name}.css").exists() else "fitted" for name in own
    )
    return tuple(dict.fromkeys((*there, *((_WIDER,) if need_wider(tags) else ()))))


def need_wider(languages: Iterable[str]) -> bool:
    """Whether texts in one of `languages` may have letters that the first typefaces lack."""
    return any(bare(language) not in SPOKEN for language in languages)


def need_typefaces(templates: Path, languages: Iterable[str]) -> None:
    """Raise `NotBuilt` where a stylesheet for `languages` names a typeface that no file has."""
    for source in _stylesheets(templates, (_WIDER,) if need_wider(languages) else ()):
        for face in _FONT.findall(source.read_text(encoding="utf-8")):
            if not (source.parent / face).is_file():
                missing = os.path.relpath(source.parent / face)
                raise NotBuilt(_NO_FONT[users_language()].format(missing))


def finish_assets(templates: Path, site: Path) -> None:
    """Take comments and blanks out of the scripts of the built site in the folder `site`, and add
    the stylesheets that they fetch.
    """
    for file in sorted((site / _SCRIPTS).glob("*.js")):
        file.write_bytes(_script(file))
    for address, content in _fetched(templates):
        (site / address).write_bytes(content)


def published_assets(templates: Path, languages: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The scripts, typefaces and pictures as they are sent to readers of `languages`, each with its
    address.
    """
    left_out = (STYLESHEETS, WORKERS, *(() if need_wider(languages) else (WIDER,)))
    for file in sorted((templates / ASSETS).rglob("*")):
        address = file.relative_to(templates).as_posix()
        if file.is_file() and not address.startswith(left_out):
            yield address, _script(file) if file.suffix == ".js" else file.read_bytes()
    yield from _fetched(templates)


def worker_script(templates: Path, name: str) -> bytes:
    """The service worker called `name`, as browsers are sent it."""
    return _script(templates / WORKERS / f"{name}.js")


def _fetched(templates: Path) -> Iterator[tuple[str, bytes]]:
    for name in FETCHED:
        file = templates / STYLESHEETS / f"{name}.css"
        yield f"{ASSETS}{name}.css", _minified(file, file.stat().st_mtime_ns).encode()


def _stylesheets(templates: Path, more: Iterable[str]) -> list[Path]:
    folder = templates / STYLESHEETS
    after = sorted(more, key=lambda name: name not in _PARTS)
    return [folder / f"{name}.css" for name in (_EVERY_PAGE, *after)]


@lru_cache
def _minified(source: Path, _changed: int) -> str:
    return coloured(str(cssmin(source.read_text(encoding="utf-8"))))


def _script(file: Path) -> bytes:
    return str(jsmin(file.read_text(encoding="utf-8"))).encode()
