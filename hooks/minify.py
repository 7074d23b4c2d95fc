"""Send readers the stylesheet and the scripts without comments and blanks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from rcssmin import cssmin
from rjsmin import jsmin

from build_state import outermost

_MINIFIERS: dict[str, Callable[[str], str]] = {".css": cssmin, ".js": jsmin}


@event_priority(-150)  # after static-i18n, which writes them once for every language
def on_post_build(config: MkDocsConfig) -> None:
    if not outermost(config):
        return
    for file in sorted((Path(config.site_dir) / "assets").rglob("*.*")):
        if minify := _MINIFIERS.get(file.suffix):
            file.write_text(minify(file.read_text(encoding="utf-8")), encoding="utf-8")
