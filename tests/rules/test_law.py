"""Rules keep their word: what they know is handed to them."""

from __future__ import annotations

import ast
import io
import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from diptych.check import reported
from diptych.check.catalogue import families
from diptych.diagnostics.families import FAMILIES
from diptych.project.loading import load
from diptych.project.settings import settings
from tests.changes.repository import keep
from tests.conftest import ROOT

FOLDER = ROOT / "src/diptych/rules"
MODULES = sorted(path for path in FOLDER.rglob("*.py") if path != FOLDER / "__init__.py")
FORBIDDEN = (
    "diptych.files", "diptych.git", "diptych.freshness.history", "diptych.freshness.record",
    "diptych.project.loading", "diptych.project.gate", "diptych.reader", "importlib", "io", "os",
    "pathlib", "shutil", "subprocess", "tempfile",
)  # fmt: skip
"""What reads files, runs git or prepares what rules are handed."""
CODE = re.compile(r"``.+?``|`[^`]*`|docs/\S+")
OURS = re.compile(r"[a-z]{4,}")
ENGLISH = re.compile(r"\b(the|that|and|is|in|no|for|of|reviewed|confirmed)\b")


def imported(module: Path) -> Iterator[str]:
    """What `module` imports, be it inside a function: `package.module.name`."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_a_rule_imports_nothing_that_reads_or_runs(module: Path) -> None:
    names = list(imported(module))
    assert [n for n in names if f"{n}.".startswith(tuple(f"{known}." for known in FORBIDDEN))] == []
    own = [name for name in names if name.startswith("diptych.rules.")]
    assert [
        n for n in own if not n.startswith(("diptych.rules.rule", "diptych.rules.shared"))
    ] == []


def test_every_family_has_a_rule() -> None:
    """A rule without a family is refused when it is registered."""
    assert [family.letter for family, guides in families().items() if not guides] == []
    ranks = [family.rank for family in FAMILIES.values() if family.rank is not None]
    assert len(set(ranks)) == len(ranks)


def test_examples_speak_to_readers_in_their_language() -> None:
    """What stands beside the texts of an example is ours, and said in Vietnamese, too."""
    guides = [guide for family in families().values() for guide in family]
    explained = [guide for guide in guides if OURS.search(CODE.sub("", guide.bad["en"]))]
    assert explained
    assert [guide.code for guide in explained if guide.bad["vi"] == guide.bad["en"]] == []
    said = [CODE.sub("", example["vi"]) for guide in guides for example in (guide.bad, guide.good)]
    assert [example for example in said if ENGLISH.search(example)] == []


def test_rules_open_no_file_and_run_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(project)
    page = project / "docs/vi/part-1.md"
    text = page.read_text(encoding="utf-8")
    text = text.replace("chưa thật sự đồng đều", "chưa đồng đều ｎｏｔ")
    page.write_text(text + "\nx <!-- diptych: allow V102 (y) -->\n", encoding="utf-8")
    loaded = load(settings())
    expected = reported(loaded).diagnostics  # tables that come with the library are read by now
    assert {"W101", "C101", "H106", "O102"} <= {d.code for top in expected for d in top.walk()}

    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a rule reads or runs something")

    with monkeypatch.context() as patched:
        for module, name in ((io, "open"), (os, "open"), (os, "stat"), (subprocess, "Popen")):
            patched.setattr(module, name, refused)
        patched.setattr("builtins.open", refused)
        found = reported(replace(loaded)).diagnostics
    assert found == expected
