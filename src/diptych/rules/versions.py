"""Structure: pages whose two languages are not of one version, or translated freely."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.alignment.closeness import Closeness
from diptych.diagnostics import Diagnostic, Location, Severity
from diptych.model import PROSE, Division, Node, Page, Place, Provision, Side
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.free_pages import closeness_of
from diptych.wording import Wording

Both = tuple[Page, Page]

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
    Sai:  hai mươi đoạn ↔ chín trong số đó
    Đúng: hai mươi đoạn ↔ đúng hai mươi đoạn ấy
    """
    for pages in bitext.pages():
        said = _lost(bitext, pages)
        if said is not None:
            yield Diagnostic(
                Wording(
                    vi=f"hai bản của trang này không cùng một phiên bản: {said.vi}",
                    en=f"the two languages have different versions of this page: {said.en}",
                ),
                _tops(bitext, pages),
            )


def _tops(bitext: Bitext, pages: Both) -> tuple[Location, ...]:
    return tuple(bitext.at(side, Place(page.file, 1, 1)) for side, page in Side.of(pages))


def _lost(bitext: Bitext, pages: Both) -> Wording | None:
    """How much of two pages has no counterpart; None unless it is much."""
    texts = [_texts(page) for page in pages]
    lone = [
        [node for node in row if not _has_counterpart(bitext, side, node)]
        for side, row in Side.of(texts)
    ]
    places = sum(not _in_lone(bitext, side, node) for side, row in Side.of(lone) for node in row)
    if places < _FEWEST:
        return None
    if sum(map(_letters, lone)) < _MUCH * sum(map(_letters, texts)):
        return None
    lost = [(len(lone[side]), len(texts[side]), bitext.language(side)) for side in Side]
    counts = Wording(
        vi=" và ".join(f"{few}/{all_} đoạn của bản {name.vi}" for few, all_, name in lost),
        en=" and ".join(f"{few} of {all_} passages in {name.en}" for few, all_, name in lost),
    )
    return Wording(vi=f"{counts.vi} không có phần tương ứng", en=f"{counts.en} have no counterpart")


def _departing(found: Closeness) -> Wording:
    few, all_ = found.texts_departing, found.texts
    return Wording(
        vi=f"{few}/{all_} đoạn khác nhau về số câu, đoạn mã hoặc độ dài, hoặc chỉ có ở một bản",
        en=f"{few} of {all_} passages differ in their sentences, their code or their length, or "
        "stand alone",
    )


@rule("S115", Severity.WARNING, optional=True)
def page_translated_freely(bitext: Bitext) -> Iterator[Diagnostic]:
    """A page is no close translation: one text in several has other sentences, other code or
    another length than its counterpart, or none.

    Such a page may be as faithful as any. What only a close translation keeps is not told one by
    one there, whether this rule is selected or not: sentences, lengths, code in sentences,
    emphasis, words of opposite meaning. A rule that is selected tells it.

    Mend: Translate the page text for text, or leave it as it is if it is meant to differ.

    vi: Một trang không được dịch sát: cứ vài đoạn lại có một đoạn khác đoạn tương ứng về số câu,
    đoạn mã hoặc độ dài, hoặc không có đoạn tương ứng.

    Trang như vậy vẫn có thể đúng với bản gốc. Những gì chỉ bản dịch sát mới giữ thì không được báo
    từng chỗ ở đó, dù quy tắc này có được chọn hay không: câu, độ dài, đoạn mã trong câu, chữ nhấn
    mạnh, từ trái nghĩa. Quy tắc được chọn (--select) vẫn báo.

    Sửa: Dịch sát từng đoạn, hoặc giữ nguyên nếu cố ý viết khác.

    Bad:  twenty paragraphs ↔ the same twenty, five of them in other words
    Good: twenty paragraphs ↔ the same twenty, sentence by sentence
    Sai:  hai mươi đoạn ↔ đúng hai mươi đoạn ấy, năm đoạn viết lại bằng lời khác
    Đúng: hai mươi đoạn ↔ đúng hai mươi đoạn ấy, từng câu một
    """
    for pages in bitext.pages():
        found = closeness_of(bitext, pages)
        if found is None or not found.is_free:
            continue
        if _lost(bitext, pages):
            continue  # told as such
        said = _departing(found)
        yield Diagnostic(
            Wording(
                vi=f"trang này được dịch thoát ý hoặc theo một phiên bản khác: {said.vi}",
                en=f"this page is translated freely, or from another version: {said.en}",
            ),
            _tops(bitext, pages),
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
