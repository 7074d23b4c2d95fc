"""Word files (.docx), as Word, LibreOffice and others write them."""

from __future__ import annotations

from diptych.importing.formats import ImportFormat
from diptych.importing.received import Received


def read_bytes(raw: bytes, shown: str) -> Received:
    """The text of the Word file with the bytes `raw`. Raises `Unreadable`."""
    from diptych.importing.word.document import read

    return read(raw, shown)


FORMAT = ImportFormat(suffix=".docx", called="Word", most=32_000_000, read_bytes=read_bytes)
