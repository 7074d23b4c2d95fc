"""Links by which a reader takes part: to edit what a page shows, to report what is wrong with it.

They are GitHub's own addresses, filled in beforehand; without a repository there are none.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote, urlencode

from diptych.site.site_settings import SiteSettings

SLIP, MISTRANSLATION = "slip", "mistranslation"
"""The forms in .github/ISSUE_TEMPLATE/: for a page of the original alone, and for others."""


def edit_link(site: SiteSettings, file: Path) -> str:
    """The address of GitHub's editor with `file`, as named from where the command runs."""
    inside = Path(os.path.relpath(file, site.folder)).as_posix()
    if not site.repository or inside.startswith("../"):
        return ""
    return f"{site.repository}/edit/{site.branch}/{quote(inside)}"


def report_link(site: SiteSettings, form: str, title: str, place: Iterable[str]) -> str:
    """The address of a new issue by `form`, its title filled in, and its field `place` with one
    line for each of `place`.

    The parameters bear the ids of the form's fields: so GitHub wants them.
    """
    if not site.repository:
        return ""
    filled = {"template": f"{form}.yml", "title": title, "place": "\n".join(place)}
    return f"{site.repository}/issues/new?{urlencode(filled, quote_via=quote)}"
