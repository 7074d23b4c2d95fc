"""Addresses: what a page leads to is there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from diptych.diagnostics import Diagnostic, Location
from diptych.model import Link, Page, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.publication.addresses import BOTH, WHOLE, placed
from diptych.rules import rule
from diptych.visible import visible
from diptych.wording import Wording

_OUTER = pattern_of(r"[A-Za-z][A-Za-z0-9+.-]*:|/")
"""How a link begins that leads to another site, or that names no file beside its page."""
_PAGE = pattern_of(r"\.(?:mdx?|markdown)$")
_OF_EVERY_PAGE = frozenset({"text", "contents"})
"""Ids that each page has, whatever its text."""
_SHOWN = 80
"""The most characters of a link that a message quotes."""


@dataclass(frozen=True, slots=True)
class _Ends:
    """What pages can lead to. What one language alone lacks is another rule's finding."""

    pages: Mapping[str, tuple[Page, Bitext]]
    """By path below a language's folder each page that either language has, with its texts."""

    def amiss(self, link: Link, page: str) -> Wording | None:
        """Why a link on the page at the path `page` leads nowhere; None if it may be right."""
        target = unquote(link.target).strip()
        if link.picture or _OUTER.match(target):
            return None
        file, _, identity = target.partition("#")
        file = file.partition("?")[0]
        if file and not _PAGE.search(file):
            return None
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), file)) if file else page
        if path.startswith("..") or _is_derived(path):
            return None  # another language's page, or one that no file holds
        there = self.pages.get(path)
        if there is None:
            return _no_page(file)
        return None if not identity or _may_have(*there, identity) else _no_passage(identity, path)


@rule("A103", silenceable=False, house=True)
def link_leads_nowhere(bitext: Bitext) -> Iterator[Diagnostic]:
    """A link leads to a page or a passage that the site does not have.

    On a site of several documents a page of one may link to those of the others. Whether both
    languages lead to the same place is compared by M105.

    Mend: Correct the path or the id; it is what stands in the address of the passage behind the
    `#` sign.

    vi: Một liên kết dẫn đến trang hoặc đoạn mà trang web không có.

    Trên trang web có nhiều văn bản, trang của một văn bản có thể dẫn đến trang của văn bản khác.
    Hai bản có dẫn đến cùng một chỗ không thì M105 so sánh.

    Sửa: Sửa đường dẫn hoặc mã của đoạn, tức phần đứng sau dấu `#` trong địa chỉ của đoạn.

    Bad:  `Xem [mục sau](part-99.md).` ↔ `See [below](part-99.md).`
    Good: `Xem [mục sau](part-1.md).` ↔ `See [below](part-1.md).`
    """
    if bitext.folder or bitext.admitted is None:
        return  # told with the site's own pages, which know all documents; without a site, not
    works = (bitext, *bitext.beside)
    found: dict[tuple[str, Wording], list[Location]] = {}
    pages = [
        (side, page, work) for work in works for side in Side for page in work.documents[side].pages
    ]
    ends = _Ends({placed(page.path, work.folder): (page, work) for _, page, work in pages})
    for side, page, work in pages:
        path = placed(page.path, work.folder)
        for link in (link for segment in page.segments() for link in segment.links):
            if why := ends.amiss(link, path):
                found.setdefault((path, why), []).append(work.at(side, link.place))
    # one that both languages have is one finding
    yield from (Diagnostic(why, tuple(places)) for (_, why), places in found.items())


def _is_derived(path: str) -> bool:
    return path.startswith(f"{BOTH}/") or posixpath.basename(path) == WHOLE


def _may_have(page: Page, work: Bitext, identity: str) -> bool:
    """Whether a page may have an element with the id; those of the text alone are known."""
    if page.editorial or page.view or identity in _OF_EVERY_PAGE or ":" in identity:
        return True
    both = (text.page(page.path) for text in work.documents)
    if any(node.id == identity for known in both if known for node in known.nodes()):
        return True
    # an old address leads on
    return bool(work.moves and work.moves.last_day(identity))


def _no_page(file: str) -> Wording:
    shown = visible(file[:_SHOWN])
    return Wording(
        vi=f"liên kết này dẫn đến “{shown}”, mà trang web không có trang nào như thế",
        en=f"this link leads to “{shown}”, and the site has no such page",
    )


def _no_passage(identity: str, path: str) -> Wording:
    shown, page = visible(identity[:_SHOWN]), visible(path[:_SHOWN])
    return Wording(
        vi=f"liên kết này dẫn đến “#{shown}”, mà trang {page} không có đoạn nào như thế",
        en=f"this link leads to “#{shown}”, and the page {page} has no such passage",
    )
