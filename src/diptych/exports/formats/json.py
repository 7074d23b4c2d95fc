"""The model as JSON, as the JSON Schema beside it describes."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.exports.formats import Format
from diptych.model import Side
from diptych.project.edition import Edition
from diptych.wording import Wording


def write(edition: Edition, _sides: Sequence[Side]) -> bytes:
    """The bytes of the file: the whole text in both languages."""
    import msgspec

    from diptych.exports.json_values import whole_text

    return msgspec.json.format(msgspec.json.encode(whole_text(edition)), indent=1) + b"\n"


FORMAT = Format(
    suffix="json",
    called="JSON",
    media_type="application/json",
    purpose=Wording(
        vi="Toàn bộ văn bản dưới dạng dữ liệu, để lập trình viên xây dựng công cụ từ đó.",
        en="The whole text as data, for developers to build on.",
    ),
    write=write,
    rank=30,
)
