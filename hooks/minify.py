"""Send readers the scripts without comments and blanks."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from rjsmin import jsmin

from build_state import outermost


@event_priority(-150)  # after static-i18n, which writes them once for every language
def on_post_build(config: MkDocsConfig) -> None:
    if not outermost(config):
        return
    for file in sorted((Path(config.site_dir) / "assets/javascripts").glob("*.js")):
        file.write_text(jsmin(file.read_text(encoding="utf-8")), encoding="utf-8")
