"""Pages derived from the model: rows of plain values for a template to set out.

A page asks for a view by its name (`view:` in its front matter); the template of that name in
overrides/partials/views/ sets out the rows.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from diptych.model import Document, Side
from diptych.project.bitext import Bitext
from diptych.site.views.corrections import correction_rows
from diptych.site.views.downloads import VIEW as DOWNLOADS
from diptych.site.views.downloads import download_rows
from diptych.site.views.passages import leaves
from diptych.site.views.registers import document_rows, duty_rows, name_rows, term_rows
from diptych.site.views.rules import rule_rows
from diptych.site.views.translation import translation_rows

View = Callable[[Bitext, Document, str], Any]
"""Both texts, the one in the reader's language, and the path of the page -> rows."""

VIEWS: dict[str, View] = {
    "both": lambda bitext, _, path: leaves(bitext, path, tuple(Side)),
    "corrections": lambda bitext, document, _: correction_rows(bitext, document),
    "documents": lambda bitext, document, _: document_rows(bitext, document),
    DOWNLOADS: lambda bitext, document, _: download_rows(bitext, document),
    "duties": duty_rows,
    "glossary": lambda bitext, document, _: term_rows(bitext, document),
    "organisations": lambda bitext, document, _: name_rows(bitext, document, "organisations"),
    "partners": lambda bitext, document, _: name_rows(bitext, document, "partners"),
    "rules": lambda _, document, __: rule_rows(document.locale),
    "translation": lambda bitext, document, _: translation_rows(bitext, document),
    "whole": lambda bitext, document, path: leaves(bitext, path, (bitext.side_of(document),)),
}
