"""Front matter of the pages of the text, held against what stands below it.

It is shown in tabs, contents, search results and citations, in place of the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from diptych.fidelity.departures import Departure
from diptych.model import CLOSING, COVER, Document, Page, Place, Side
from diptych.model.markup import FRONT_MATTER
from diptych.project.bitext import Bitext
from diptych.publication.citing import PLACE
from diptych.reader.stated_head import KEYS
from diptych.wording import Wording

_SHOWN = 60
_MORE = ("…", "...")
"""The endings of a title that is cut short."""
_SIGNS = ".,;:…()“”\"'"


def said_otherwise(bitext: Bitext) -> Iterator[Departure]:
    """A departure for each title, citation or description that does not say what the text says."""
    for side, document in Side.of(bitext.documents):
        for page in document.pages:
            if page.editorial:
                continue
            for key, called in FRONT_MATTER.items():
                value = page.meta.get(key)
                if value in (None, "") or _says_it(key, str(value), page):
                    continue
                written = " ".join(str(value).split())
                shown = written if len(written) <= _SHOWN else f"{written[: _SHOWN - 1]}…"
                yield Departure(
                    side,
                    key,
                    written,
                    Place(page.file, page.line_of(key), 1),
                    Wording(
                        vi=f"{called.vi} (`{key}`) không nói điều văn bản nói: “{shown}”",
                        en=f"{called.en} (`{key}`) does not say what the text says: “{shown}”",
                    ),
                    len(page.lines[page.line_of(key) - 1]),
                )


def _says_it(key: str, value: str, page: Page) -> bool:
    shown = (node.segment for node in page.nodes() if node.segment and not node.note)
    texts = [_words(segment.text) for segment in shown]
    if key == "cite":
        said = iter(word for text in texts for word in text)
        cited = _words(value.replace(PLACE, " "))
        return bool(cited) and all(word in said for word in cited)  # in the text's order
    told = value.rstrip()
    for more in _MORE:
        told = told.removesuffix(more)
    words = _words(told)
    if not words:
        return False
    if key == "title":
        first = next((d for d in page.own_divisions() if d.heading), None)
        texts = (
            texts[:1]
            if first is None
            else [_words(first.heading.text), _words(first.title)]
            if first.heading
            else []
        )
        bare = len(_words(first.number.printed)) if first and first.number else 0
        cut = len(words) > bare or words == texts[0]
        return cut and any(text[: len(words)] == words for text in texts)
    return any(text[: len(words)] == words for text in texts)


def _words(text: str) -> list[str]:
    words = (word.strip(_SIGNS) for word in text.casefold().split())
    return [word for word in words if word]


def set_otherwise(bitext: Bitext) -> Iterator[tuple[Side, Place, int, Wording]]:
    """What the front matter of pages of the text asks for and may not have.

    For each: the side, the place, the length in characters, and the message.
    """
    for side, document in Side.of(bitext.documents):
        own = [page for page in document.pages if not page.editorial]
        for page in own:
            for key, value in page.meta.items():
                if message := _unfit(str(key), value, page, own, document):
                    line = page.line_of(str(key))
                    yield side, Place(page.file, line, 1), len(page.lines[line - 1]), message


def _unfit(
    key: str, value: object, page: Page, own: list[Page], document: Document
) -> Wording | None:
    said = str(value or "")[:_SHOWN]
    if key in FRONT_MATTER or not said:
        return None
    if key in KEYS and page is document.pages[0] and page.layout == COVER:
        return None  # lines of the text, which are held against the source as such
    if key == "view":
        return Wording(
            vi=f"trang của văn bản không được lập thêm gì bên dưới: `view: {said}`",
            en=f"nothing is listed below a page of the text: `view: {said}`",
        )
    if key != "layout":
        return Wording(
            vi=f"trang của văn bản không dùng “{key[:_SHOWN]}” trong phần khai báo",
            en=f"the front matter of a page of the text has no “{key[:_SHOWN]}”",
        )
    if said == COVER and page is not document.pages[0]:
        return Wording(
            vi="chỉ trang đầu của văn bản được trình bày như bìa (`layout: cover`)",
            en="only the first page is set as the cover (`layout: cover`)",
        )
    if said == CLOSING and page is not own[-1]:
        return Wording(
            vi="chỉ trang cuối của văn bản được trình bày như phần kết (`layout: closing`)",
            en="only the last page of the text is set as its closing page (`layout: closing`)",
        )
    return None
