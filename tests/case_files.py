"""Case files: Markdown read as prose and run as tests (see cases/README.md)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from markdown_it import MarkdownIt

from diptych.check import reported
from diptych.diagnostics import Diagnostic
from diptych.diagnostics.guide import Scope
from diptych.editions.last import with_last_edition
from diptych.project.loading import load
from diptych.project.settings import Settings, SourceSettings, settings
from diptych.rules import Rule, all_rules, chosen_rules
from tests.changes.repository import git, keep

BEFORE = "before/"
"""Fences so named are committed to git before the others are written."""
EDITION = re.compile(r"edition/([^/]+)/(.+)")
"""Fences so named are the files of an edition of that day; like those, it is committed first."""
CASES = Path(__file__).parent / "cases"
_SINGLE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?\.mdx?")
"""The name of a file that is a whole text: its language."""


@dataclass(frozen=True)
class Case:
    file: str
    title: str
    files: dict[str, str]
    expected: list[str] | None
    """The lines of the fence `expected`; None where the case has none, which is a mistake."""

    @property
    def rule(self) -> str:
        return self.title.partition(" ")[0]

    @property
    def silent(self) -> bool:
        return self.title.partition(" ")[2].startswith("is silent: ")

    def findings(self, folder: Path) -> list[str]:
        """Write the texts into `folder` (the working directory), check them and print what is
        found.
        """
        return [str(found) for found in self.diagnostics(folder)]

    def diagnostics(self, folder: Path) -> tuple[Diagnostic, ...]:
        """Write the texts into `folder` (the working directory) and check them."""
        before = {name: text for name, text in self.files.items() if name.startswith(BEFORE)}
        if before:
            _written(folder, {name.removeprefix(BEFORE): text for name, text in before.items()})
            keep(folder)
        now = {name: text for name, text in self.files.items() if name not in before}
        for name in [name for name in now if EDITION.fullmatch(name)]:
            day, path = EDITION.sub(r"\1", name), EDITION.sub(r"\2", name)
            _written(folder, {path: now.pop(name)})
            keep(folder)
            git(folder, "tag", "--force", f"edition/{day}")
        _written(folder, now)
        if any(name.startswith("docs/") for name in self.files):
            project = settings()
            project = replace(project, publish=project.publish or self._is_of_house)
            return reported(with_last_edition(load(project), folder), self.rules).diagnostics
        roots, locales = self._texts()
        given = Settings(
            roots=roots,
            locales=locales,
            editorial=("site",),
            source=self._source(folder),
            glossary=Path("glossary.toml") if "glossary.toml" in self.files else None,
            names=Path("names.toml") if "names.toml" in self.files else None,
            confirmed=Path("confirmed.txt") if "confirmed.txt" in self.files else None,
            publish=self._is_of_house,
        )
        return reported(load(given), self.rules).diagnostics

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that run by themselves; for a case of a house rule with all house rules, for
        one of a rule that runs where it is selected with that rule.
        """
        own = self._own_rule
        rules = chosen_rules(published=self._is_of_house)
        if own is None or own.guide.scope in (Scope.ALWAYS, Scope.HOUSE):
            return rules
        return (*(known for known in rules if known.code != own.code), replace(own, selected=True))

    @property
    def _own_rule(self) -> Rule | None:
        return next((known for known in all_rules() if known.code == self.rule), None)

    @property
    def _is_of_house(self) -> bool:
        own = self._own_rule
        return own is not None and own.guide.scope is Scope.HOUSE

    def _texts(self) -> tuple[tuple[Path, Path], tuple[str, str]]:
        """The two texts, the original first, and their languages, as the files are named."""
        if any(name.startswith("vi/") for name in self.files):
            return (Path("vi"), Path("en")), ("vi", "en")
        original, translation = (Path(name) for name in self.files if _SINGLE.fullmatch(name))
        return (original, translation), (original.stem, translation.stem)

    def _source(self, folder: Path) -> SourceSettings | None:
        text = self.files.get("source.txt")
        if text is None:
            return None
        register = folder / "corrections.toml"
        register.touch()
        sha256 = self.files.get("sha256", hashlib.sha256(text.encode()).hexdigest()).strip()
        return SourceSettings(Path("source.txt"), sha256, Path("corrections.toml"))


def _written(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def all_cases() -> Iterator[Case]:
    """Every case of every file in tests/cases."""
    for path in sorted(CASES.glob("*.md")):
        if path.name != "README.md":
            yield from _cases(path)


def _cases(path: Path) -> Iterator[Case]:
    title = ""
    files: dict[str, str] = {}
    tokens = MarkdownIt().parse(path.read_text(encoding="utf-8"))
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            if title:
                yield _case(path, title, files)
            title, files = tokens[index + 1].content, {}
        elif token.type == "fence":
            files[token.info.strip()] = token.content
    if title:
        yield _case(path, title, files)


def _case(path: Path, title: str, files: dict[str, str]) -> Case:
    expected = files.pop("expected", None)
    lines = None if expected is None else expected.splitlines()
    return Case(path.name, title, files, lines)
