"""The whole text as a Word file, for each language and for both side by side."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.exports.formats import EACH_AND_BOTH, Format
from diptych.model import Side
from diptych.project.edition import Edition
from diptych.wording import Wording


def write(edition: Edition, sides: Sequence[Side]) -> bytes:
    """The bytes of the Word file in the languages of `sides`."""
    from diptych.exports.word.document import written

    return written(edition, sides)


FORMAT = Format(
    suffix="docx",
    called="Word",
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    purpose=Wording(
        vi="Toàn văn để sửa, trích và in trong Word hoặc LibreOffice.",
        en="The whole text, to be edited, quoted and printed in Word or LibreOffice.",
    ),
    write=write,
    comes_in=EACH_AND_BOTH,
    rank=20,
    on_pages=True,
)
