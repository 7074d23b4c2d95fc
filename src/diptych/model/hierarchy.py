"""What is printed decides what stands below what: a numbered text goes on until the next number of
its own kind, however the file indents it.

A document has “1.”, “a)” and “-” one after the other as they come out of a word processor. The
model keeps provisions as they stand in the file; here they are put below each other as a reader
does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from diptych.language.numerals import Numeral
from diptych.model import Kind, Page, Provision, Segment


class Printed(Protocol):
    """A provision, placed in a document or not yet."""

    @property
    def kind(self) -> Kind:
        """What it is on the page."""

    @property
    def number(self) -> Numeral | None:
        """Its number as printed."""

    @property
    def sign(self) -> str:
        """The sign that opens a dash, if it is no dash: a plus."""

    @property
    def segment(self) -> Segment:
        """Its text."""


Node = TypeVar("Node", bound=Printed)

_NUMBERS = {"roman": 10, "arabic": 11, "letter": 20}
"""How deep numbers without a word stand, where the text itself does not tell."""
_DASH, _PLUS = 30, 31
_DEEPEST = 4
"""How many steps further in a provision is shown at most."""
_AHEAD = 200
"""How many of the texts that follow are looked at."""
_ENDS = (".", ";", "!", "?", "…", ",")
"""What ends a text that is no title and announces nothing."""
_OPEN_ENDED = 10
"""Below this rank, what stands behind a numbered text belongs to it up to the end: an article."""


@dataclass(slots=True)
class Branch(Generic[Node]):
    """A provision with those that stand beside it in the file and belong to it."""

    own: Node
    below: list[Branch[Node]] = field(default_factory=list)

    def walk(self) -> Iterator[Branch[Node]]:
        """The branch itself and all below it, in reading order."""
        yield self
        for branch in self.below:
            yield from branch.walk()


def branches(siblings: Sequence[Node]) -> list[Branch[Node]]:
    """Provisions that stand side by side in the file, put below each other as they are numbered.

    Reading order stays. A paragraph without number belongs to the numbered text before it if the
    next one of the same row stands behind it, or if that text is a title or announces it.
    """
    if not any(node.number for node in siblings) and not any(node.sign for node in siblings):
        return [Branch(node) for node in siblings]
    roots: list[Branch[Node]] = []
    open_: list[Branch[Node]] = []
    following = _next_numbered(siblings)
    for index, (node, after) in enumerate(zip(siblings, following, strict=True)):
        if node.number:
            _close_for(open_, node.number, siblings[index + 1 : index + 1 + _AHEAD])
        elif node.kind is Kind.DASH:
            rank = _rank(node)
            while open_ and _rank(open_[-1].own) >= rank:
                open_.pop()
        else:
            home = list(open_)
            if after is None:
                while home and not _goes_on(home[-1].own, node):
                    home.pop()
            else:
                _close_for(home, after, up_to_own=True)
            (home[-1].below if home else roots).append(Branch(node))
            continue
        branch = Branch(node)
        (open_[-1].below if open_ else roots).append(branch)
        open_.append(branch)
    return roots


def flattened(tree: Iterable[Branch[Node]]) -> Iterator[Node]:
    """The provisions of a tree in reading order."""
    for branch in tree:
        for inner in branch.walk():
            yield inner.own


def further_in(page: Page, *, in_all: bool = False) -> dict[str, int]:
    """How many steps further in a provision is shown than the file has it, by its id: than what it
    is nested in, or `in_all`.

    So many numbered texts that stand beside it does it belong to, not counting the articles and
    chapters among them, whose text is not set further in.
    """
    found: dict[str, int] = {}

    def go_through(tree: Iterable[Branch[Provision]], depth: int) -> None:
        for branch in tree:
            if depth:
                found[branch.own.id] = min(depth, _DEEPEST)
            go_through(branches(branch.own.children), depth if in_all else 0)
            number = branch.own.number
            go_through(branch.below, depth + int(not (number and number.kind)))

    for division in page.own_divisions():
        go_through(branches(division.provisions), 0)
    return found


def _next_numbered(siblings: Sequence[Printed]) -> list[Numeral | None]:
    """For each node, the number of the next that has one."""
    found: list[Numeral | None] = []
    after: Numeral | None = None
    for node in reversed(siblings):
        found.append(after)
        after = node.number or after
    return found[::-1]


def _goes_on(node: Printed, below: Printed) -> bool:
    """Whether what stands `below` a numbered text belongs to it though no other number follows."""
    if node.number is None:
        return False
    if _rank(node) < _OPEN_ENDED:
        return True
    plain = below.kind in (Kind.PARAGRAPH, Kind.CONTINUATION)
    return plain and not node.segment.text.rstrip().endswith(_ENDS)


def _close_for(
    open_: list[Branch[Node]],
    number: Numeral,
    ahead: Sequence[Printed] = (),
    *,
    up_to_own: bool = False,
) -> None:
    """Close what a text with this number does not stand below; `ahead` is what follows it.

    With `up_to_own` the text of its own row before it stays open.
    """
    own = _row(number)
    for index, branch in enumerate(open_):
        known = branch.own.number
        if known and _row(known) == own:
            del open_[index + int(up_to_own) :]
            return
    rank = _number_rank(number)
    first = number.follows(None) and not number.kind
    while open_:
        last = open_[-1].own.number
        if _rank(open_[-1].own) < rank or (first and last and _returns(last, ahead)):
            return
        open_.pop()


def _returns(number: Numeral, ahead: Sequence[Printed]) -> bool:
    """Whether the row of a number goes on behind another row: “a)”, “1.”, “2.”, “b)”."""
    if number.kind:
        return False
    return any(later.number is not None and later.number.follows(number) for later in ahead)


def _row(number: Numeral) -> object:
    """What the numbers of one row have in common."""
    if number.kind and number.kind.slug:
        return number.kind
    return number.style, len(number.components)


def _rank(node: Printed) -> int:
    if node.number:
        return _number_rank(node.number)
    return _PLUS if node.sign else _DASH


def _number_rank(number: Numeral) -> int:
    if number.kind and number.kind.slug:
        return number.kind.rank
    return _NUMBERS[number.style] + len(number.components) - 1
