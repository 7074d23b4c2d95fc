"""A translation memory (TMX 1.4b)."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.exports.formats import Format
from diptych.model import Side
from diptych.project.edition import Edition
from diptych.wording import Wording


def write(edition: Edition, _sides: Sequence[Side]) -> bytes:
    """The memory of the whole programme, from the original into the translation."""
    from diptych.exports.memory import memory

    return memory(edition)


FORMAT = Format(
    suffix="tmx",
    called="TMX",
    media_type="application/x-tmx+xml",
    purpose=Wording(
        vi="Bộ nhớ dịch theo từng đoạn, để mở bằng các công cụ hỗ trợ biên dịch.",
        en="A translation memory, paragraph by paragraph, for translators' tools.",
    ),
    write=write,
    rank=40,
)
