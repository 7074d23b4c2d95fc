"""Each text is rendered once in a build, though its own page and the views all show it."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import run
from tests.test_other_programmes import document, laid_out

COUNTED = """
import markdown
from markdown.preprocessors import Preprocessor

class Counted(Preprocessor):
    def run(self, lines):
        with open("rendered.txt", "a", encoding="utf-8") as file:
            file.writelines(f"{line}\\n" for line in lines if line.startswith("# "))
        return lines

class Counting(markdown.Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Counted(md), "counted", 100)

def on_config(config):
    if not any(isinstance(known, Counting) for known in config.markdown_extensions):
        config.markdown_extensions.append(Counting())
"""


def test_each_text_is_rendered_once(tmp_path: Path) -> None:
    laid_out("libraries", tmp_path)
    (tmp_path / "counted.py").write_text(COUNTED, encoding="utf-8")
    settings = tmp_path / "project.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("hooks:\n", "hooks:\n  - counted.py\n"), encoding="utf-8")
    known = tmp_path / "pyproject.toml"  # the check would tell of the link first
    text = known.read_text(encoding="utf-8")
    known.write_text(
        text.replace("[tool.diptych]\n", '[tool.diptych]\nignore = ["A103"]\n', 1), encoding="utf-8"
    )
    link = "\n[i](goals.md#i) [x](who.md#none)\n"
    for locale in ("vi", "en"):
        with (tmp_path / f"docs/{locale}/notes/terms.md").open("a", encoding="utf-8") as page:
            page.write(link.replace("(", "(../"))
        with (tmp_path / f"docs/{locale}/tasks/index.md").open("a", encoding="utf-8") as page:
            page.write(link.replace("(", "(../"))
    done = run("mkdocs", "build", cwd=tmp_path)
    rendered = (tmp_path / "rendered.txt").read_text(encoding="utf-8").splitlines()
    titles = [
        f"# {division.heading.text}"
        for locale in ("vi", "en")
        for page in document(tmp_path, locale).pages
        for division in page.own_divisions()
        if division.heading and division is page.divisions[0]
    ]
    assert sorted(rendered) == sorted(titles)
    # what was rendered ahead keeps the check of its links
    for locale in ("vi", "en"):
        for file in ("notes/terms.md", "tasks/index.md"):
            assert f"'{locale}/{file}' contains a link '../who.md#none'" in done.stderr
