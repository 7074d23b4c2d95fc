"""Links by which a reader takes part: to edit what a page shows, to report what is wrong with it.

They are GitHub's own addresses, filled in beforehand; without `repo_url` there are none.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, urlencode, urljoin

from mkdocs.config.defaults import MkDocsConfig

ACCESSIBILITY = "accessibility"
"""A form of .github/ISSUE_TEMPLATE/, and the view whose page tells of it."""

_LISTS = {
    "glossary": "glossary.toml",
    "organisations": "names.toml",
    "partners": "names.toml",
    "corrections": "source/corrections.toml",
}
"""What fills a page of the editors beyond its own file, by view."""


def edit_link(config: MkDocsConfig, locale: str, path: str) -> str:
    """GitHub's editor with the file of the page at `path`, below the folder of `locale`."""
    return _edited(config, f"{locale}/{path}")


def list_link(config: MkDocsConfig, view: str) -> str:
    """GitHub's editor with the list that fills the `view`, or nothing if no list does."""
    return _edited(config, f"../{_LISTS[view]}") if view in _LISTS else ""


def report_link(config: MkDocsConfig, form: str, title: str, place: Iterable[str]) -> str:
    """A new issue by `form`, its title and its field `place` filled in; a line for each of `place`.

    The parameters bear the ids of the form's fields: so GitHub wants them.
    """
    if not config.repo_url:
        return ""
    filled = {"template": f"{form}.yml", "title": title, "place": "\n".join(place)}
    return f"{config.repo_url.rstrip('/')}/issues/new?{urlencode(filled, quote_via=quote)}"


def form_for(view: str, shown: Iterable[str], original: str) -> str:
    """The form that suits a page with this `view`, which shows the languages `shown`."""
    if view == ACCESSIBILITY:
        return ACCESSIBILITY
    return "slip" if list(shown) == [original] else "mistranslation"


def _edited(config: MkDocsConfig, file: str) -> str:
    """The address for a file named as seen from docs/.

    MkDocs' own `edit_uri` is not asked: without `repo_url` it is a warning on every page.
    """
    if not config.repo_url:
        return ""
    docs = f"{config.repo_url.rstrip('/')}/edit/{config.extra.get('branch', 'main')}/docs/"
    return urljoin(docs, quote(file))
