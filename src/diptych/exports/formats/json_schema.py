"""The JSON Schema of the JSON file, as a file beside it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from diptych.exports.formats import Format
from diptych.model import Side
from diptych.project.edition import Edition
from diptych.publication.addresses import FOLDER
from diptych.wording import Wording


def write(edition: Edition, _sides: Sequence[Side]) -> bytes:
    """The bytes of the schema, which has an absolute name where the site has an address."""
    from diptych.exports.json_objects import schema, schema_file

    name = schema_file(edition.bitext.files)
    told = schema(f"{edition.site}{FOLDER}/{name}" if edition.site else "")
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


FORMAT = Format(
    suffix="schema.json",
    called="JSON Schema",
    media_type="application/schema+json",
    purpose=Wording(
        vi="Mô tả cấu trúc của tệp JSON, để công cụ tự kiểm tra và gợi ý khi viết mã.",
        en="Describes the JSON file, so that tools can check it and help to write code for it.",
    ),
    write=write,
    rank=31,
)
