"""Put into each page the stylesheets that it needs, without comments and blanks.

They go into the page: on a slow line a request more costs the first view more than the few
kilobytes cost each later one.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.utils import get_relative_url
from rcssmin import cssmin

from diptych.language.locales import users_language
from diptych.wording import Wording

_FOLDER = "assets/stylesheets/"
_EVERY_PAGE = "site"
_FONTS = "assets/fonts/"
_FONTS_THERE = "../fonts/"
"""As a stylesheet names them from where it stands."""
_FONT = re.compile(r'url\("(\.\./fonts/[^"]+)"\)')


def needed(*, editorial: bool, layout: str, view: str) -> tuple[str, ...]:
    """The stylesheets of a page besides the one of every page, in their order."""
    return (
        *(["editorial"] if editorial and view else []),
        *(["both"] if view == "both" else []),
        # the whole begins with the cover and ends with the signature
        *(["cover"] if not editorial and (layout or view == "whole") else []),
    )


def stylesheet(config: MkDocsConfig, url: str, more: Iterable[str]) -> Markup:
    """The stylesheets, `more` after that of every page, in one: for the page at `url` (below the
    site's root, or absolute).
    """
    written = "".join(_minified(file, file.stat().st_mtime_ns) for file in _files(config, more))
    fonts = f"{url}{_FONTS}" if url.startswith("/") else get_relative_url(_FONTS, url) + "/"
    named = fonts.replace("//", "/")
    # the files of overrides/, for an element whose text is not escaped; no text comes into them
    return Markup(written.replace(_FONTS_THERE, named))  # noqa: S704


def _files(config: MkDocsConfig, more: Iterable[str]) -> list[Path]:
    folder = Path(config.theme.custom_dir or "") / _FOLDER
    return [folder / f"{name}.css" for name in (_EVERY_PAGE, *more)]


@lru_cache
def _minified(source: Path, _changed: int) -> str:
    return str(cssmin(source.read_text(encoding="utf-8")))


def _without_face(config: MkDocsConfig) -> str:
    """A typeface that the stylesheet names and no file has, or empty."""
    [source] = _files(config, ())
    named = _FONT.findall(source.read_text(encoding="utf-8"))
    missing = (source.parent / face for face in named if not (source.parent / face).is_file())
    return next((os.path.relpath(face) for face in missing), "")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    if face := _without_face(config):
        said = Wording(
            vi=f"{face}: không có tệp phông chữ này; hãy lấy lại từ kho mã",
            en=f"{face}: this typeface is missing; take it from the repository again",
        )
        raise Abort(said[users_language()])
    for file in [file for file in files if file.src_uri.startswith(_FOLDER)]:
        files.remove(file)
    return files


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    # the only template that is a page of its own is 404.html
    context["stylesheet"] = stylesheet(config, context["base_url"] + "/", ("lost",))
    return context
