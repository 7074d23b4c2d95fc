"""The whole text on one page, in one language: see rendering/page_layout.py."""

from __future__ import annotations

from diptych.site.views import View

VIEW = View(styles=("cover",))  # it begins with the cover and ends with the signature
