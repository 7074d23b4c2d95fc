"""A page of the text, or all of it, in both languages side by side: see rendering/page_layout.py."""

from __future__ import annotations

from diptych.site.views import View

VIEW = View(styles=("both",))
