"""What the papers claim is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT, run


@pytest.mark.parametrize(("name", "language"), [("README.md", "en"), ("README.vi.md", "vi")])
def test_the_example_in_the_readme_is_what_the_check_says(
    project: Path, name: str, language: str
) -> None:
    readme = (ROOT / name).read_text(encoding="utf-8")
    shown = re.search(r"```console\n(.*?)```", readme, re.DOTALL)
    assert shown
    section = project / "docs/en/part-3/section-6.md"
    text = section.read_text(encoding="utf-8")
    section.write_text(text.replace("# 6. ", "# 7. "), encoding="utf-8")
    said = run("programme.cli", "check", "--lang", language, cwd=project).stdout
    assert shown[1].strip() in said


def test_make_help_lists_the_targets_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"`?make ([a-z]+)", readme))
    listed = set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))
    assert named - {"and"} <= listed
    assert listed >= {"help", "serve", "site", "check", "test", "bench", "format"}
