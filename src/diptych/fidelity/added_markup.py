"""Links, pictures, tooltips and other markup on pages whose source has none of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from diptych.fidelity.departures import Departure
from diptych.model import Place, Side
from diptych.model.markup import CALLED, Markup, MarkupKind
from diptych.project.bitext import Bitext
from diptych.source import Source
from diptych.source.matching import Matching
from diptych.wording import Wording

_SHOWN = 60
"""How many characters of a piece of markup a message quotes."""


def markup_departures(bitext: Bitext, source: Source, matching: Matching) -> Iterator[Departure]:
    """A departure for each piece of markup, in either language, that the source does not have.

    The translation may have what the original has in keeping with the source: a table, a break.
    """
    kept: set[tuple[str, MarkupKind]] = set()
    for side, document in Side.of(bitext.documents):
        for page in document.pages:
            if page.editorial:
                continue
            for markup in page.markup:
                kind = (page.path, markup.what)
                if side == 0 and _as_in_source(markup, source, matching):
                    kept.add(kind)
                elif side == 0 or (markup.what is not MarkupKind.BLANK and kind not in kept):
                    yield _departure(side, markup, matching)


def _as_in_source(markup: Markup, source: Source, matching: Matching) -> bool:
    following = matching.after(markup.place)
    match markup.what:
        case MarkupKind.EMPHASIS:
            return True  # the rule on emphasis compares it letter by letter
        case MarkupKind.BLANK:
            word = following.expected if following else None
            line = source.lines[word.place.line - 1] if word else ""
            return word is not None and markup.written in line[: word.place.column - 1][-1:]
        case MarkupKind.BREAK:
            return (
                following is not None
                and not _inside_a_word(markup.place, matching)
                and matching.begins_a_line(following.expected)
            )
        case MarkupKind.TABLE if following is not None:
            line = source.lines[following.expected.place.line - 1]
            return "\t" in line or "|" in line or matching.lines_of(markup.place) > 1
    return False


def _inside_a_word(place: Place, matching: Matching) -> bool:
    before = matching.before(place)
    if before is None or before.printed.place.line != place.line:
        return False
    return before.printed.place.column + len(before.printed.text) > place.column


def _departure(side: Side, markup: Markup, matching: Matching) -> Departure:
    called = CALLED[markup.what]
    said = f": “{_quoted(markup)}”"
    message = (
        Wording(
            vi=f"bản dịch có {called.vi} mà bản gốc không có{said}",
            en=f"the translation has {called.en} that the original does not have{said}",
        )
        if side
        else Wording(
            vi=f"trang có {called.vi} mà văn bản nguồn không có{said}",
            en=f"the page has {called.en} that the source does not have{said}",
        )
    )
    following = None if side else matching.after(markup.place)
    return Departure(
        side,
        markup.what,
        markup.written,
        markup.place,
        message,
        len(markup.written),
        following.expected if following else None,
    )


def _quoted(markup: Markup) -> str:
    if markup.what is MarkupKind.BLANK:
        name = unicodedata.name(markup.written, "").lower()
        return f"U+{ord(markup.written):04X} {name}".rstrip()
    written = markup.written
    return written if len(written) <= _SHOWN else f"{written[: _SHOWN - 1]}…"
