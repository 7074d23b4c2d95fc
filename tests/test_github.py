"""What GitHub reads: issue forms, owners of files, updates of what the project stands on."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT, this_text
from tests.test_workflows import tool

FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))
SCHEMAS = {
    "vendor.github-issue-forms": [path for path in FORMS if path.name != "config.yml"],
    "vendor.github-issue-config": [path for path in FORMS if path.name == "config.yml"],
    "vendor.dependabot": [ROOT / ".github/dependabot.yml"],
    "vendor.citation-file-format": [ROOT / "CITATION.cff"],
}
VIETNAMESE = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_each_file_is_as_its_schema_wants(schema: str) -> None:
    files = [str(path) for path in SCHEMAS[schema]]
    assert files
    done = tool("check-jsonschema", "--builtin-schema", schema, *files)
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_is_content_with_the_updates() -> None:
    done = tool("zizmor", "--offline", "--no-progress", "--pedantic", ".github/dependabot.yml")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", SCHEMAS["vendor.github-issue-forms"], ids=lambda path: path.stem)
def test_a_form_speaks_both_languages_and_asks_for_the_place(path: Path) -> None:
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    identities = [field["id"] for field in fields]
    assert "place" in identities
    assert len(identities) == len(set(identities))
    said = [form["name"], form["description"]]
    for field in fields:
        said += [text for key, text in field["attributes"].items() if key != "options"]
    for text in said:
        vietnamese, _, english = text.partition(" · ")
        assert VIETNAMESE.search(vietnamese), text
        assert english, text
        assert not VIETNAMESE.search(english), text


def owners() -> dict[str, str]:
    """Who is asked, by the pattern of a line; the last that fits a file counts."""
    lines = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines()
    return {
        pattern: named.strip()
        for pattern, named in (
            line.split(maxsplit=1) for line in lines if line and not line.startswith("#")
        )
    }


def test_each_language_has_its_owners() -> None:
    owned = owners()
    this_text()
    assert all((ROOT / pattern.strip("/")).exists() for pattern in owned if pattern != "*")
    assert owned["/docs/vi/"] != owned["/docs/en/"]


def test_each_entry_has_a_line_of_its_own_and_what_is_new_has_owners() -> None:
    listed = subprocess.run(
        ["git", "ls-tree", "-z", "HEAD"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    entries = [entry.split(None, 2) for entry in listed.split("\0") if entry]
    named = {
        f"/{rest.split(chr(9))[1]}" + ("/" if kind == "tree" else "") for _, kind, rest in entries
    }
    assert named
    assert named - set(owners()) == set()
    assert next(iter(owners())) == "*", "the first line, which any other overrides"


def test_texts_are_asked_of_editors_and_all_that_steers_of_others() -> None:
    owned = owners()
    steering = ("/hooks/", "/overrides/", "/mkdocs.yml", "/pyproject.toml", "/uv.lock", "/.github/")
    assert {owned[path] for path in steering} == {owned["*"]}
    assert owned["*"] not in (owned["/docs/vi/"], owned["/docs/en/"], owned["/source/"])
