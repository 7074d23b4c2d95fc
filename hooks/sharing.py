"""Write the picture that stands for the site where a link to it is shared, one a language."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from build_state import STATE, outermost
from programme.exports.preview import preview


def picture_of(locale: str) -> str:
    """Where the picture stands below the site's root."""
    return f"assets/preview.{locale}.png"


def on_post_build(config: MkDocsConfig) -> None:
    if not outermost(config) or not STATE.report:
        return
    for document in STATE.report.bitext.documents:
        target = Path(config.site_dir) / picture_of(document.locale)
        target.write_bytes(preview(document))
