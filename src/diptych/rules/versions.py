"""Structure: pages whose two languages are not of one version."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.diagnostics import Diagnostic
from diptych.model import PROSE, Division, Node, Page, Place, Provision, Side
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.wording import Wording

_MUCH = 0.2
"""The share of the letters of both pages without counterpart from which they are two versions."""
_FEWEST = 8
"""The least places at which texts without counterpart stand; a section is one place."""


@rule("S114")
def page_of_another_version(bitext: Bitext) -> Iterator[Diagnostic]:
    """Much of a page has no counterpart: the translation follows a different version of the
    original.

    Whatever else differs on the page is listed below the finding.

    Mend: Bring the translation up to date with the original.

    vi: Phần lớn của một trang không có phần tương ứng: bản dịch dựa trên một phiên bản khác của bản
    gốc.

    Những khác biệt khác trên trang được liệt kê bên dưới phát hiện.

    Sửa: Cập nhật bản dịch theo bản gốc.

    Bad:  twenty paragraphs ↔ nine of them
    Good: twenty paragraphs ↔ the same twenty
    """
    for pages in bitext.pages():
        texts = [_texts(page) for page in pages]
        lone = [
            [node for node in row if not _has_counterpart(bitext, side, node)]
            for side, row in Side.of(texts)
        ]
        places = sum(
            not _in_lone(bitext, side, node) for side, row in Side.of(lone) for node in row
        )
        if places < _FEWEST:
            continue
        if sum(map(_letters, lone)) < _MUCH * sum(map(_letters, texts)):
            continue
        lost = [(len(lone[side]), len(texts[side]), bitext.language(side)) for side in Side]
        said = Wording(
            vi=" và ".join(f"{few}/{all_} đoạn của bản {name.vi}" for few, all_, name in lost),
            en=" and ".join(f"{few} of {all_} passages in {name.en}" for few, all_, name in lost),
        )
        yield Diagnostic(
            Wording(
                vi=f"hai bản của trang này không cùng một phiên bản: {said.vi} không có phần "
                "tương ứng",
                en=f"the two languages have different versions of this page: {said.en} have no "
                "counterpart",
            ),
            tuple(bitext.at(side, Place(page.file, 1, 1)) for side, page in Side.of(pages)),
        )


def _texts(page: Page) -> list[Node]:
    """The headings of `page` and its texts that people read."""
    return [
        node for node in page.nodes() if node.segment and (node.kind is None or node.kind in PROSE)
    ]


def _has_counterpart(bitext: Bitext, side: Side, node: Node) -> bool:
    known = bitext.alignment
    if node.kind is None:
        return node.id in known.division_counterparts[side]
    return node.id in known.counterparts[side]


def _in_lone(bitext: Bitext, side: Side, node: Node) -> bool:
    """Whether what holds `node` has no counterpart, either."""
    parent, known = node.parent, bitext.alignment
    if isinstance(parent, Division):
        return parent.heading is not None and parent.id not in known.division_counterparts[side]
    return isinstance(parent, Provision) and parent.id not in known.counterparts[side]


def _letters(nodes: list[Node]) -> int:
    return sum(len(node.segment.text) for node in nodes if node.segment)
