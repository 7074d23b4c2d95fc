"""A PDF read as a screen reader does: its structure tree, and the text that each element holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import pikepdf
from outloud.model import Document


class Told(NamedTuple):
    """A stretch of text as it is told."""

    text: str
    language: str
    page: int
    """From 0."""
    path: tuple[str, ...]
    """The types of the elements that it stands in, the outermost first."""


@dataclass
class ReadPdf:
    path: Path

    @cached_property
    def file(self) -> pikepdf.Pdf:
        return pikepdf.open(self.path)

    @cached_property
    def told(self) -> list[Told]:
        """All that is no artifact, in the order of the structure tree."""
        read = Document(str(self.path))
        texts: dict[tuple[int, int], str] = {}
        for page in read.pages:
            for run in read.content(page.index).runs:
                if run.mcid is not None:
                    texts[page.index, run.mcid] = texts.get((page.index, run.mcid), "") + run.text
        pages = self._pages
        language = str(self.file.Root.Lang)

        def walk(node: pikepdf.Object, at: Told) -> Iterator[Told]:
            if isinstance(node, pikepdf.Array):
                for child in node:
                    yield from walk(child, at)
            elif isinstance(node, pikepdf.Dictionary):
                page = pages[node.Pg.objgen] if "/Pg" in node else at.page
                if "/MCID" in node:
                    yield at._replace(text=texts.get((page, int(node.MCID)), ""), page=page)
                elif "/Alt" in node and node.S == "/Figure":
                    spoken = str(node.Lang) if "/Lang" in node else at.language
                    yield Told(str(node.Alt), spoken, page, (*at.path, "Figure"))
                elif "/S" in node:
                    spoken = str(node.Lang) if "/Lang" in node else at.language
                    path = (*at.path, str(node.S)[1:])
                    yield from walk(node.get("/K", pikepdf.Array()), Told("", spoken, page, path))
            else:
                yield at._replace(text=texts.get((at.page, int(node)), ""))

        return list(walk(self.file.Root.StructTreeRoot.K, Told("", language, 0, ())))

    def text(self, language: str, within: str = "", without: tuple[str, ...] = ()) -> str:
        """What is told in `language`, in elements of the type `within` and not in `without`."""
        return "".join(
            told.text
            for told in self.told
            if told.language == language
            and (not within or within in told.path)
            and not set(without) & set(told.path)
        )

    @cached_property
    def _pages(self) -> dict[object, int]:
        return {page.objgen: page.index for page in self.file.pages}

    @cached_property
    def names(self) -> dict[str, int]:
        """The pages (from 0) that names lead to: `programme.pdf#iii-2-1`."""
        tree = pikepdf.NameTree(self.file.Root.Names.Dests)
        pages = self._pages
        return {str(name): pages[_target(found)[0].objgen] for name, found in tree.items()}

    @cached_property
    def bookmarks(self) -> list[tuple[int, str]]:
        """Their depths (from 1) and titles."""

        def walk(items: list[pikepdf.OutlineItem], depth: int) -> Iterator[tuple[int, str]]:
            for item in items:
                yield depth, item.title
                yield from walk(list(item.children), depth + 1)

        with self.file.open_outline() as outline:
            return list(walk(list(outline.root), 1))


def _target(found: pikepdf.Object) -> pikepdf.Object:
    return found.D if isinstance(found, pikepdf.Dictionary) else found


def squashed(text: str) -> str:
    """Letters, figures and signs alone: where lines end, blanks go and hyphens come."""
    return re.sub(r"[\s\u00ad\u2010-]", "", text)
