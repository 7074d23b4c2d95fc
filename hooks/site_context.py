"""What the templates of the whole site are given: the sitemap, the contents for the 404 page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from build_state import STATE, i18n
from diptych.site import contents as navigation
from links import absolute, address


def sitemap(config: MkDocsConfig) -> list[dict[str, Any]]:
    """Every page with its absolute address in each language; a view is named by its page alone."""
    languages = i18n(config).build_languages
    return [
        {
            "locale": document.locale,
            "absolute": absolute(config, path, document.locale),
            "alternates": [
                {"locale": tag, "absolute": absolute(config, path, tag)} for tag in languages
            ],
            "x_default": absolute(config, path, languages[0]),
        }
        for tag in languages
        if (document := STATE.document(tag)) is not None
        for path in (
            *(page.path for page in document.pages),
            *(path for path, page in STATE.derived(tag).items() if page.view != "both"),
        )
    ]


def interface(config: MkDocsConfig, locale: str) -> str:
    """The language in which the site speaks to readers of `locale`: English without its words."""
    words = Path(str(config.theme.custom_dir), "partials/languages", f"{locale}.html")
    return locale if words.is_file() else "en"


def languages(config: MkDocsConfig) -> list[dict[str, str]]:
    """Each language of the site, the one it is spoken to in, and its root below the site's."""
    return [
        {"locale": tag, "interface": interface(config, tag), "root": address("index.md", tag)}
        for tag in i18n(config).build_languages
    ]


def outlines() -> dict[str, list[dict[str, Any]]]:
    """For each language, the outermost entries of the contents with their addresses."""
    documents = STATE.report.bitext.documents if STATE.report else ()
    return {
        document.locale: [
            {
                "number": entry.number,
                "title": entry.title,
                "address": address(entry.path, document.locale),
            }
            for entry in navigation.outline(document)
        ]
        for document in documents
    }
