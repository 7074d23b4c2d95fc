"""The organisations, agreements and bodies that the text names."""

from __future__ import annotations

from functools import partial

from diptych.site.register_rows import names_by_kind
from diptych.site.views import View

VIEW = View(
    rows=partial(names_by_kind, "organisations"),
    edited_in=lambda settings: settings.names,
    bold=True,
)
