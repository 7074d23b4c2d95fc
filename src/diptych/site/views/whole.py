"""The whole text on one page, in one language."""

from __future__ import annotations

from diptych.site.passages import leaves
from diptych.site.views import View

VIEW = View(
    rows=lambda bitext, document, path: leaves(bitext, path, (bitext.side_of(document),)),
    styles=("rows", "cover"),  # it begins with the cover and ends with the signature
)
