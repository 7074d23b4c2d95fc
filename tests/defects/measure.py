"""Seed every defect, run the check, and count what was caught where and by which rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from diptych.check import check
from diptych.diagnostics import Diagnostic
from diptych.glossary import joined, read_glossary, read_names
from diptych.project.settings import Settings
from diptych.source import read_source
from tests.defects import (  # noqa: F401
    figures,
    footnotes,
    form,
    names,
    numbering,
    registers,
    structure,
)
from tests.defects import harmless as harmless_edits  # noqa: F401
from tests.defects.edits import Edit, Operator, Tree

LISTS: dict[str, Callable[..., object]] = {
    "diptych.project.loading.read_glossary": read_glossary,
    "diptych.project.loading.read_names": read_names,
    "diptych.project.loading.read_source": read_source,
    "diptych.project.bitext.joined": joined,
}
"""How a check reads and joins what no edit here touches: the lists and the source."""
NEAR = 2
"""Lines by which a finding may stand beside the slip: a paragraph that is gone is told beside
its neighbours, across one blank line."""
WORDS_CHANGED = "W104"
"""The rule that tells of any change of a reviewed translation that has no weight."""
MOST = 2
"""Findings that one slip may cause."""


@dataclass(frozen=True)
class Trial:
    """One slip and what was said of it."""

    operator: Operator
    language: str
    edit: Edit
    findings: tuple[Diagnostic, ...]

    @property
    def caught(self) -> bool:
        return bool(self.findings)

    @property
    def at_line(self) -> bool:
        return any(self._points_there(found) for found in self.findings)

    @property
    def by_rule(self) -> bool:
        """A finding of a right rule stands at the right line."""
        return any(
            found.code in self.operator.codes and self._points_there(found)
            for found in self.findings
        )

    @property
    def alarms(self) -> tuple[Diagnostic, ...]:
        """All that was said, but for the note that reviewed words are others now."""
        return tuple(found for found in self.findings if found.code != WORDS_CHANGED)

    @property
    def few(self) -> bool:
        return len(self.findings) <= MOST

    def _points_there(self, found: Diagnostic) -> bool:
        return any(
            location.file == f"docs/{path}" and abs(location.line - line) <= NEAR
            for location in found.locations
            for path, line in self.edit.places
        )


def once(make: Callable[..., object]) -> Callable[..., object]:
    """`make`, which gives what it has made before wherever it is given the same again."""
    kept: dict[tuple[object, ...], tuple[tuple[object, ...], object]] = {}

    def made(*given: object) -> object:
        # lists, which have no hash, are the same if they are one object; what is kept keeps its id
        key = tuple(one if isinstance(one, Path | str | tuple) else id(one) for one in given)
        if key not in kept:
            kept[key] = given, make(*given)
        return kept[key][1]

    return made


class Bench:
    """A copy of the project in `folder` (the working directory) that is edited and restored.

    Its texts alone are edited: the lists and the source are read once for all checks.
    """

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.docs = folder / "docs"
        self.settings = settings
        self._lists = {name: once(read) for name, read in LISTS.items()}
        self.tree: Tree = self.on_disk()

    def on_disk(self) -> dict[str, str]:
        """The texts as they stand in the folder."""
        return {
            path.relative_to(self.docs).as_posix(): path.read_bytes().decode()
            for path in sorted(self.docs.rglob("*.md"))
        }

    def trials(
        self, operators: Sequence[Operator], most_sites: int | None = None
    ) -> Iterator[Trial]:
        """Each operator at its sites; where it has more than `most_sites`, spread over them."""
        for operator in operators:
            for language in operator.languages:
                yield from (
                    Trial(operator, language, edit, self.findings(edit))
                    for edit in spread(list(operator.sites(self.tree, language)), most_sites)
                )

    def findings(self, edit: Edit) -> tuple[Diagnostic, ...]:
        """What the check says of an edited tree, which is restored after."""
        with self.edited(edit):
            return self.findings_now()

    @contextmanager
    def edited(self, edit: Edit) -> Iterator[None]:
        """The tree edited until the end of the block."""
        for path, text in edit.files.items():
            self._write(path, text)
        try:
            yield
        finally:
            for path in edit.files:
                self._write(path, self.tree.get(path))

    def findings_now(self) -> tuple[Diagnostic, ...]:
        """What the check says of the tree as it stands."""
        with ExitStack() as known:
            for name, read in self._lists.items():
                known.enter_context(patch(name, read))
            return check(self.settings).diagnostics

    def _write(self, path: str, text: str | None) -> None:
        file = self.docs / path
        if text is None:
            file.unlink(missing_ok=True)
        else:
            file.write_text(text, encoding="utf-8", newline="")


def spread(edits: list[Edit], most: int | None) -> list[Edit]:
    """At most `most` of them, evenly spread, the first and the last among them."""
    if most is None or len(edits) <= most:
        return edits
    if most == 1:
        return [edits[len(edits) // 2]]
    return [edits[round(n * (len(edits) - 1) / (most - 1))] for n in range(most)]
