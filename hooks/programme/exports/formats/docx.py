"""The text as a Word file, as public documents are set in Viet Nam."""

from __future__ import annotations

from collections.abc import Sequence

from programme.edition import Edition
from programme.exports.formats import EACH_AND_BOTH, Format
from programme.wording import Wording


def write(edition: Edition, sides: Sequence[int]) -> bytes:
    """The text in the languages of `sides`; two of them stand in two columns."""
    from programme.exports.word.package import package

    return package(edition, sides)


FORMAT = Format(
    suffix="docx",
    called="Word",
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    purpose=Wording(
        vi="Để sửa, trích và chèn vào văn bản khác bằng Word hoặc LibreOffice.",
        en="To edit, to quote and to take into other documents, with Word or LibreOffice.",
    ),
    write=write,
    comes_in=EACH_AND_BOTH,
    rank=20,
    on_pages=True,
)
