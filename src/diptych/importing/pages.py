"""Blocks -> pages: one for each part, chapter and annex, or one for a text that has none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from diptych.importing.blocks import Block, BlockKind
from diptych.importing.markdown import as_markdown
from diptych.importing.received import ReceivedParagraph
from diptych.language.division_words import DivisionKind
from diptych.reader.markdown_files import reading_order

_INDEX = "index.md"
_COVER = "---\nlayout: cover\n---\n\n"
_COVER_LINES = 3
_KINDS = frozenset({DivisionKind.ANNEX, DivisionKind.PART, DivisionKind.CHAPTER})
"""The kinds of division that are pages, where they stand outermost."""
_FEW = 2
"""The fewest divisions that make a text several pages."""
_MANY = 2_000
"""The most divisions that do: no text has more, and each page is a file."""


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page as it will be written."""

    path: str
    """The path below the folder of its language, with forward slashes."""
    text: str
    head: int
    """How many lines of it are front matter."""
    blocks: tuple[Block, ...]
    """What it holds."""


def divided(
    blocks: Sequence[Block],
    notes: Mapping[str, Sequence[ReceivedParagraph]],
    *,
    whole: bool = False,
) -> tuple[WrittenPage, ...]:
    """The pages that hold `blocks`, in reading order.

    File names say what they hold and sort as the text goes on: `chuong-2.md`, in Vietnamese in
    every language, as ids are. The first page is `index.md`.
    """
    starts = [] if whole else _starts(blocks)
    if not _FEW <= len(starts) <= _MANY:
        starts = []
    cuts = [0, *(start for start in starts if start), len(blocks)]
    groups = [blocks[start:end] for start, end in pairwise(cuts)]
    pages = []
    for path, group in zip(_paths(groups), groups, strict=True):
        head = _COVER if path == _INDEX and _has_head(group) else ""
        text = head + as_markdown(_raised(group), notes)
        pages.append(WrittenPage(path, text, _COVER_LINES if head else 0, tuple(group)))
    return tuple(pages)


def _starts(blocks: Sequence[Block]) -> list[int]:
    """The indices of the headings that open a page: outermost, or so in an attached document."""
    starts, deepest = [], 1
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING and block.level <= deepest and _is_page(block):
            starts.append(index)
        if block.attached:
            deepest = 2
    return starts


def _is_page(block: Block) -> bool:
    number = block.number
    if number is None:
        return bool(block.attached)
    return number.kind in _KINDS if number.kind else number.style == "roman"


def _raised(group: Sequence[Block]) -> list[Block]:
    """The blocks of a page, whose own heading is of the first level: its folder is around it."""
    above = max(0, group[0].level - 1)
    return [replace(block, level=max(1, block.level - above)) for block in group]


def _paths(groups: Sequence[Sequence[Block]]) -> list[str]:
    """The paths of the pages; numbers go before names that would sort otherwise."""
    paths: list[str] = []
    folder = ""
    annexes = Counter[str]()
    for index, group in enumerate(groups):
        if index == 0:
            paths.append(_INDEX)
            continue
        name = _name(group[0])
        number = group[0].number
        if number and number.kind is DivisionKind.ANNEX:
            if not annexes[folder] and number.value == annexes[""] + 1 > 1:
                folder = ""  # as the reader has it: the annexes of the document go on
            annexes[folder] = number.value
        if group[0].attached:
            after = groups[index + 1 : index + 2]
            holds = bool(after) and not after[0][0].attached
            free = _free(name, {path.partition("/")[0].removesuffix(".md") for path in paths})
            folder = free if holds else ""
            paths.append(f"{free}/{_INDEX}" if holds else f"{free}.md")
        else:
            around = f"{folder}/" if folder else ""
            taken = {path.removesuffix(".md") for path in paths}
            paths.append(f"{_free(f'{around}{name}', taken)}.md")
    if paths == sorted(paths, key=reading_order):
        return paths
    width = len(str(len(paths)))
    return [
        path if path == _INDEX else f"{number:0{width}}-{_flat(path)}"
        for number, path in enumerate(paths)
    ]


def _flat(path: str) -> str:
    """A path without folders: `quy-che.md` for `quy-che/index.md`."""
    return path.replace(f"/{_INDEX}", ".md").replace("/", "-")


def _name(opening: Block) -> str:
    number = opening.number
    if opening.attached or number is None:
        return opening.attached
    return f"{number.kind.slug}-{number.slug}" if number.kind else f"phan-{number.value}"


def _free(name: str, taken: set[str]) -> str:
    free, count = name, 1
    while free in taken:
        count += 1
        free = f"{name}-{count}"
    return free


def _has_head(group: Sequence[Block]) -> bool:
    """Whether something stands above the title of the document: who issued it, where and when."""
    return group[0].kind is not BlockKind.HEADING and any(
        block.kind is BlockKind.HEADING for block in group
    )
