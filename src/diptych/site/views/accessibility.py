"""The switch of the one shortcut without a modifier key, on the page that tells of it."""

from __future__ import annotations

from diptych.site.views import View

VIEW = View(form="accessibility")
