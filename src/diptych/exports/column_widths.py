"""How wide the columns of a table are, by what stands in them."""

from __future__ import annotations

from collections.abc import Sequence

_MOST = 60
"""The most characters of a cell that ask for width: a longer one is set in several lines."""
_LEAST = 3
"""The least characters that a column has room for."""
_PADDING = 2
"""The characters that the blank at both sides of a cell is worth."""

_CHARACTER = 105
"""The width of a character of a table, in twentieths of a point, about."""


def column_widths(rows: Sequence[Sequence[str]], total: int) -> list[int]:
    """The widths of the columns of `rows`, given by cell as text, which add up to `total`.

    No column is narrower than its longest word, if all of these fit; beyond that, each gets of the
    width what its longest text asks for.
    """
    count = max(map(len, rows))
    columns = [[row[i] for row in rows if i < len(row)] for i in range(count)]
    least = [max([_LEAST, *(len(w) for c in column for w in c.split())]) for column in columns]
    asked = [max([_LEAST, *(min(len(cell), _MOST) for cell in column)]) for column in columns]
    least = [width + _PADDING for width in least]
    asked = [max(width + _PADDING, narrow) for width, narrow in zip(asked, least, strict=True)]
    fitting = total // _CHARACTER
    if sum(asked) <= fitting:
        shares = [float(width) for width in asked]
    else:
        room = max(0, fitting - sum(least))
        more = [wide - narrow for wide, narrow in zip(asked, least, strict=True)]
        shares = [
            narrow + room * extra / max(1, sum(more))
            for narrow, extra in zip(least, more, strict=True)
        ]
    widths = [int(total * share / sum(shares)) for share in shares]
    widths[-1] += total - sum(widths)
    return widths
