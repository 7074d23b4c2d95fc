"""What the papers claim is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from scripts.pictures import EDIT, SLIP

from diptych.language.interface import InterfaceWords
from tests.changes.repository import keep
from tests.conftest import ROOT, makefiles, run, this_text

this_text()  # the papers speak of it


def uncounted(said: str) -> str:
    """Without the number of provisions: who adds one to a page need not look after the papers."""
    return re.sub(r"\d+ (provisions|đoạn)", r"\1", said.strip())


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
    said = run("diptych", "check", "--lang", language, cwd=project).stdout
    assert uncounted(shown[1]) in uncounted(said)


def test_make_help_lists_the_targets_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = makefiles()
    named = set(re.findall(r"`?make ([a-z]+)", readme))
    listed = set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))
    assert named - {"and"} <= listed
    assert listed >= {"help", "serve", "site", "check", "test", "bench", "format"}


CONTRIBUTING = {"en": "CONTRIBUTING.md", "vi": "CONTRIBUTING.vi.md"}
SECURITY = ["SECURITY.md", "SECURITY.vi.md"]
PAPERS = ["README.md", "README.vi.md", *CONTRIBUTING.values(), *SECURITY]


def paper(language: str) -> str:
    return (ROOT / CONTRIBUTING[language]).read_text(encoding="utf-8")


def fences(text: str, kind: str = r"\w+") -> list[str]:
    return re.findall(rf"^```(?:{kind})\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def outside_fences(text: str) -> str:
    return re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)


def test_both_papers_on_taking_part_say_the_same() -> None:
    shapes = []
    for language in CONTRIBUTING:
        text = outside_fences(paper(language))
        shapes.append(
            {
                "headings": re.findall(r"^#+ ", text, re.MULTILINE),
                "blocks": re.findall(r"^```(\w+)$", paper(language), re.MULTILINE),
                "commands": [
                    line.split("#")[0]
                    for block in fences(paper(language), "sh")
                    for line in block.splitlines()
                ],
                "toml": fences(paper(language), "toml"),
                "paragraphs": len(re.split(r"\n\n+", text)),
                "rows": len(re.findall(r"^\|", text, re.MULTILINE)),
                "pictures": [
                    picture.replace(f".{language}.", ".")
                    for picture in re.findall(r"!\[[^]]+\]\(([^)]+)\)", text)
                ],
            }
        )
    assert shapes[0] == shapes[1]


def test_both_papers_on_safety_say_the_same() -> None:
    shapes = []
    for name in SECURITY:
        text = (ROOT / name).read_text(encoding="utf-8")
        shapes.append(
            {
                "headings": re.findall(r"^#+ ", text, re.MULTILINE),
                "points": re.findall(r"^(?:-|\d\.) ", text, re.MULTILINE),
                "paragraphs": len(re.split(r"\n\n+", text)),
                "names": set(re.findall(r"`([^`]+)`", text)),
                "addresses": re.findall(r"https://[^)\s]+", text),
            }
        )
    assert shapes[0] == shapes[1]


def test_the_papers_lead_to_what_is_promised() -> None:
    for name in PAPERS[:4]:
        paper = SECURITY[".vi." in name]
        assert f"]({paper})" in (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAPERS)
def test_links_and_pictures_of_a_paper_are_there(name: str) -> None:
    text = outside_fences((ROOT / name).read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)#]+)", text):
        assert target.startswith("https://") or (ROOT / target).exists(), target


@pytest.mark.parametrize("language", CONTRIBUTING)
def test_the_finding_that_is_explained_is_what_the_check_says(project: Path, language: str) -> None:
    file, words, slip = SLIP
    keep(project)
    text = (project / file).read_text(encoding="utf-8")
    assert text.count(words) == 1
    (project / file).write_text(text.replace(words, slip), encoding="utf-8")
    said = run("diptych", "check", "--lang", language, cwd=project).stdout
    [shown] = fences(paper(language), "console")
    assert uncounted(shown) == uncounted(said)
    drawn = (ROOT / ".github/images/step-check.svg").read_text(encoding="utf-8")
    assert language != "en" or said.splitlines()[0].removeprefix("error[V102]: ") in drawn


def test_the_term_that_is_added_agrees_with_the_text(project: Path) -> None:
    correction, term = fences(paper("en"), "toml")
    register = (this_text() / "source/corrections.toml").read_text(encoding="utf-8")
    assert correction in register
    with (project / "glossary.toml").open("a", encoding="utf-8") as glossary:
        glossary.write(f"\n{term}")
    done = run("diptych", "check", "--lang", "en", cwd=project)
    assert done.returncode == 0, done.stdout
    translated = project / "docs/en/part-3/section-3.md"
    text = translated.read_text(encoding="utf-8")
    assert "international economic integration" in text
    translated.write_text(
        text.replace("international economic integration", "economic integration"), encoding="utf-8"
    )
    assert "[T101]" in run("diptych", "check", "--lang", "en", cwd=project).stdout


@pytest.mark.parametrize("language", CONTRIBUTING)
def test_the_papers_name_links_as_the_site_does(language: str) -> None:
    words = InterfaceWords(language)
    strings = {key: words[key] for key in ("edit", "edit.list", "report", "cite.report")}
    for tag in ("vi", "en"):
        strings[f"edit.{tag}"] = words["edit.language"].replace(
            "{}", words.called(tag, "edit.language")
        )
    said = " ".join(paper(language).split())
    assert strings["edit"] == EDIT[language]
    for key, word in strings.items():
        assert f"*{word}*" in said, key
