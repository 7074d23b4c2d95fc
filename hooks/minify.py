"""Send readers the stylesheet and the scripts without comments and blanks.

The stylesheet goes into each page: on a slow line a request more costs the first view more than
the few kilobytes cost each later one.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.utils import get_relative_url
from rcssmin import cssmin
from rjsmin import jsmin

from build_state import outermost
from programme.locales import users_language
from programme.wording import Wording

_STYLESHEET = "assets/stylesheets/site.css"
_FONTS = "assets/fonts/"
_FONTS_THERE = "../fonts/"
"""As the stylesheet names them from where it stands."""


def stylesheet(config: MkDocsConfig, url: str) -> str:
    """The stylesheet for the page at `url` (below the site's root, or absolute)."""
    source = Path(config.theme.custom_dir or "") / _STYLESHEET
    written = _minified(source, source.stat().st_mtime_ns)
    fonts = f"{url}{_FONTS}" if url.startswith("/") else get_relative_url(_FONTS, url) + "/"
    return written.replace(_FONTS_THERE, fonts.replace("//", "/"))


def _without_face(config: MkDocsConfig) -> str:
    """A typeface that the stylesheet names and no file has, or empty."""
    source = Path(config.theme.custom_dir or "") / _STYLESHEET
    named = re.findall(r'url\("(\.\./fonts/[^"]+)"\)', source.read_text(encoding="utf-8"))
    missing = (source.parent / face for face in named if not (source.parent / face).is_file())
    return next((os.path.relpath(face) for face in missing), "")


@lru_cache(maxsize=2)
def _minified(source: Path, _changed: int) -> str:
    return str(cssmin(source.read_text(encoding="utf-8")))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    if face := _without_face(config):
        said = Wording(
            vi=f"{face}: không có tệp phông chữ này; hãy lấy lại từ kho mã",
            en=f"{face}: this typeface is missing; take it from the repository again",
        )
        raise Abort(said[users_language()])
    if file := files.get_file_from_path(_STYLESHEET):
        files.remove(file)
    return files


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    context["stylesheet"] = stylesheet(config, context["base_url"] + "/")
    return context


@event_priority(-150)  # after static-i18n, which writes them once for every language
def on_post_build(config: MkDocsConfig) -> None:
    if not outermost(config):
        return
    for file in sorted((Path(config.site_dir) / "assets/javascripts").glob("*.js")):
        file.write_text(jsmin(file.read_text(encoding="utf-8")), encoding="utf-8")
