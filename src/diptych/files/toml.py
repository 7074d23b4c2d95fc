"""A list in TOML -> its values, or a problem said in one line.

The parser of the standard library takes time as the square of the parts of a dotted name, and one
nested call for each bracket: what is far beyond any list is not given to it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

from diptych.errors import Problem, Unreadable
from diptych.files.limits import LINE
from diptych.wording import Wording

CHARACTERS = 1_000_000
DOTS, DOTS_IN_LINE = 20_000, 300


def values_of(text: str, shown: str) -> Mapping[str, Any]:
    """The values in the text of the file called `shown`.

    Raises `Unreadable` where it is too much, and `tomllib.TOMLDecodeError`.
    """
    if len(text) > CHARACTERS:
        raise _too_much(shown, CHARACTERS, Wording(vi="ký tự", en="characters"))
    if text.count(".") > DOTS:
        raise _too_much(shown, DOTS, Wording(vi="dấu chấm", en="full stops"))
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LINE:
            raise _too_much(
                shown, LINE, Wording(vi="ký tự trên một dòng", en="characters in a line"), number
            )
        if line.count(".") > DOTS_IN_LINE:
            raise _too_much(
                shown,
                DOTS_IN_LINE,
                Wording(vi="dấu chấm trên một dòng", en="full stops in a line"),
                number,
            )
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise Unreadable(
            Problem(
                shown,
                Wording(
                    vi="danh mục lồng nhau quá sâu; hãy viết mỗi mục như các mục khác",
                    en="the list is nested too deeply; write each entry as the others are written",
                ),
            )
        ) from error


def too_many(shown: str, limit: int) -> Problem:
    """The problem with a list of more than `limit` entries."""
    return _too_much(shown, limit, Wording(vi="mục", en="entries")).problem


def _too_much(shown: str, limit: int, called: Wording, line: int | None = None) -> Unreadable:
    return Unreadable(
        Problem(
            shown,
            Wording(
                vi=f"danh mục quá lớn để đọc một cách an toàn: trên {limit} {called.vi}; "
                "hãy rút ngắn",
                en=f"the list is too large to be read safely: more than {limit} {called.en}; "
                "shorten it",
            ),
            line,
        )
    )
