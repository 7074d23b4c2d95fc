"""A page of the text, or all of it, in both languages side by side."""

from __future__ import annotations

from diptych.site.passages import leaves
from diptych.site.views import View

VIEW = View(rows=lambda bitext, _, path: leaves(bitext, path, (0, 1)), styles=("rows",))
