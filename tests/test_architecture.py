"""What holds the house up: the direction of the arrows, and rooms of one purpose."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from diptych.rules import Rule, all_rules, rule
from tests.conftest import ROOT

LIBRARY = sorted((ROOT / "src/diptych").rglob("*.py"))
GENERATORS = {"mkdocs", "material", "mkdocs_static_i18n", "markdown", "properdocs"}


@pytest.mark.parametrize("module", LIBRARY, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_library_imports_no_generator(module: Path) -> None:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        names = (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
        assert not {name.partition(".")[0] for name in names} & GENERATORS


EVERYTHING = f"""
import importlib, pkgutil, sys, diptych
for module in pkgutil.walk_packages(diptych.__path__, "diptych."):
    importlib.import_module(module.name)
from diptych.check import check
from diptych.project.settings import settings
from diptych.project.edition import Edition
from diptych.site.files import site_files
site_files(Edition(check(settings()).bitext))
print(*({GENERATORS} & sys.modules.keys()))
"""


def test_the_library_at_work_loads_no_generator() -> None:
    done = subprocess.run(
        [sys.executable, "-c", EVERYTHING], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


@pytest.mark.parametrize("known", all_rules(), ids=lambda known: known.code)
def test_a_rule_explains_itself(known: Rule) -> None:
    for language in ("vi", "en"):
        assert known.guide.summary(language).endswith(".")
        assert known.guide.mend[language].endswith(".")
    assert known.guide.finds.vi != known.guide.finds.en
    assert known.name == known.name.lower()


def test_registration_fails_loudly() -> None:
    def some_rule(bitext):  # type: ignore[no-untyped-def]
        """Finds nothing.

        Mend: Nothing.

        vi: Không tìm gì.

        Sửa: Không gì cả.

        Bad:  `a`
        Good: `b`
        """
        yield from ()

    with pytest.raises(ValueError, match="not a letter and three digits"):
        rule("X1")(some_rule)
    with pytest.raises(ValueError, match="no family"):
        rule("Q101")(some_rule)
    with pytest.raises(ValueError, match="taken"):
        rule("S101")(some_rule)
    some_rule.__doc__ = "Finds nothing."
    with pytest.raises(ValueError, match="lacks a part of its guide"):
        rule("X101")(some_rule)
