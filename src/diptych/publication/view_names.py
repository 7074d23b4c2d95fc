"""The names of all views: each is a module of `diptych.site.views`, and its name is the module's.

A rule tells of a page that asks for a view that does not exist. Rules stand below the site and need
none of its packages: so the modules are listed here, not imported.
"""

from __future__ import annotations

import pkgutil
from pathlib import Path

from diptych.publication.derived_pages import DERIVED_VIEWS

_MODULES = Path(__file__).parents[1] / "site" / "views"

VIEW_NAMES = tuple(sorted(module.name for module in pkgutil.iter_modules([str(_MODULES)])))
PAGE_VIEWS = tuple(name for name in VIEW_NAMES if name not in DERIVED_VIEWS)
"""The views that `view:` in the front matter of a page may name."""
