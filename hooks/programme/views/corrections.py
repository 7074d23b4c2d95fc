"""The register of corrections, as a reader is shown it."""

from __future__ import annotations

from typing import Any

from programme.bitext import Bitext
from programme.model import Document, Provision
from programme.source.register import Correction, Remark


def correction_rows(bitext: Bitext, document: Document) -> list[dict[str, Any]]:
    """One row an entry of the register, in the language of `document`.

    `kind` is "correction" or "remark"; `path` and `id` are the provision's page and anchor.
    """
    if bitext.source is None:
        return []
    homes: dict[str, tuple[str, Provision]] = {
        provision.id: (page.path, provision)
        for page in document.pages
        for provision in page.all_provisions()
    }
    register = bitext.source.register
    entries: list[Correction | Remark] = [*register.corrections, *register.remarks]
    return [_row(entry, homes, document.locale) for entry in entries if entry.place in homes]


def _row(
    entry: Correction | Remark, homes: dict[str, tuple[str, Provision]], language: str
) -> dict[str, Any]:
    path, provision = homes[entry.place]
    corrected = isinstance(entry, Correction)
    return {
        "kind": "correction" if corrected else "remark",
        "path": path,
        "id": provision.id,
        "citation": provision.citation,
        "found": entry.found,
        "printed": entry.printed if isinstance(entry, Correction) else entry.found,
        "reason": entry.reason[language],
    }
