"""A page of the text, or the whole, in both languages: see rendering/page_layout.py."""

from __future__ import annotations

from diptych.site.views import View

VIEW = View(styles=("both",))
