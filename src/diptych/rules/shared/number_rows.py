"""The rows in which a document's numbers count on, each of nodes of one kind below one parent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from diptych.language.division_words import DivisionKind
from diptych.language.numerals import Numeral
from diptych.model import Division, Document, Provision
from diptych.model.hierarchy import Branch, branches

Numbered = Division | Provision
NONE: Mapping[str, Numeral] = {}

_COUNTED_IN = {
    DivisionKind.SECTION: DivisionKind.CHAPTER,
    DivisionKind.SUBSECTION: DivisionKind.SECTION,
}
"""The kind within which divisions of a kind count from one. The others count through the document,
the annex or the document that is attached."""
_FORMS = {kind.value: kind for kind in DivisionKind}


def number_rows(document: Document, more: Mapping[str, Numeral] = NONE) -> Iterator[list[Numbered]]:
    """Rows of numbered nodes, with those that should be: the ids in `more`, and their numbers."""
    yield from _named_rows(document)
    outermost = list(_division_rows(document.divisions, more))
    # A text of one numbered part is an extract, and may begin anywhere.
    yield from (row for row in outermost if len(row) > 1)
    for division in document.walk():
        yield from _division_rows(division.divisions, more)
        yield from _provision_rows(division.provisions, more)


def kind_of(node: Numbered) -> DivisionKind | None:
    """The kind of division that the word before the node's number names, but for a clause or point.

    Such numbers count on wherever they stand.
    """
    kind = node.number.kind if node.number else None
    return kind if kind and kind.slug else None


def _named_rows(document: Document) -> Iterator[list[Numbered]]:
    rows: dict[object, list[Numbered]] = {}
    parts: dict[int, object] = {}
    for page in document.pages:
        for node in page.nodes():
            kind = kind_of(node.body)
            if kind is None or node.note:
                continue
            body = node.body
            within = _COUNTED_IN.get(kind, DivisionKind.ANNEX)
            if kind.rank <= within.rank:
                within = DivisionKind.ATTACHMENT
            row = rows.setdefault((kind, _around(body, within)), [])
            part = _around(body, DivisionKind.PART)
            begins = body.number is not None and body.number.follows(None)
            if row and begins and part != parts[id(row[-1])]:
                yield row[:]
                row.clear()  # chapters that begin anew in each part
            parts[id(body)] = part
            row.append(body)
    yield from rows.values()


def _around(node: Numbered, within: DivisionKind) -> tuple[str, ...]:
    """The divisions around `node` of the kind `within` and of those that hold it."""
    return tuple(
        step.words
        for step in node.steps[:-1]
        if (kind := _FORMS.get(step.form)) is not None and kind.rank <= within.rank
    )


def _division_rows(
    nodes: Sequence[Division], more: Mapping[str, Numeral]
) -> Iterator[list[Numbered]]:
    row: list[Numbered] = []
    home = ""
    for node in nodes:
        if kind_of(node) or not (node.number or node.id in more):
            continue
        around = node.steps[0].words if node.steps and node.steps[0].form == _ATTACHED else ""
        if row and around != home:
            yield row
            row = []
        home = around
        row.append(node)
    if row:
        yield row


_ATTACHED = DivisionKind.ATTACHMENT.value


def _provision_rows(
    nodes: Sequence[Provision], more: Mapping[str, Numeral]
) -> Iterator[list[Numbered]]:
    # one that should be numbered stands where its number would put it
    placed = [
        replace(node, number=more[node.id]) if node.id in more and not node.number else node
        for node in nodes
    ]
    own = {node.id: node for node in nodes}
    order = {node.id: index for index, node in enumerate(nodes)}
    for row in _rows_of(branches(placed), placed, order):
        yield [own[node.id] for node in row]
    for node in nodes:
        if node.children:
            yield from _provision_rows(node.children, more)


def _rows_of(
    tree: Sequence[Branch[Provision]],
    nodes: Sequence[Provision],
    order: Mapping[str, int],
) -> Iterator[list[Provision]]:
    """The rows of one parent: of each style one, and another where a list begins anew."""
    rows: dict[object, list[Provision]] = {}
    for index, branch in enumerate(tree):
        node = branch.own
        number = node.number
        if number is None or kind_of(node):
            continue
        row = rows.setdefault((number.style, len(number.components)), [])
        begins = number.follows(None)
        if row and begins and _interrupted(nodes, order[row[-1].id], order[node.id]):
            after = next((b.own.number for b in tree[index + 1 :] if b.own.number), None)
            last = row[-1].number
            if not (after and last and after.value == last.value + 2):  # else it is mistyped
                yield row[:]
                row.clear()
        row.append(node)
    yield from rows.values()
    for branch in tree:
        if branch.below:
            yield from _rows_of(branch.below, nodes, order)


def _interrupted(nodes: Sequence[Provision], last: int, here: int) -> bool:
    """Whether something without a number stands between two provisions."""
    return any(node.number is None for node in nodes[last + 1 : here])
