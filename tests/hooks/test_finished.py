"""The finished site: no text, list or name becomes an element, and no file is another's."""

from __future__ import annotations

import html
import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tests.hooks.test_build import build, edit

HOSTILE = "<img src=x onerror=hit></style></title></script><meta http-equiv=refresh content=0>\"'&"
QUOTED = '" onclick="x()" \'y\' & -->'
"""What may stand where the check refuses a tag."""


def hostile(project: Path) -> None:
    """Every door that a text, a list or the site's own name has."""
    entities = html.escape(HOSTILE)
    for locale in ("vi", "en"):
        about = project / f"docs/{locale}/site/about.md"
        text = about.read_text(encoding="utf-8")
        titled = f"title: 'About {_yaml(QUOTED)}'"
        text = re.sub("^title: .*$", lambda _: titled, text, flags=re.MULTILINE)  # noqa: B023
        text += f"\n## {entities}\n\n{entities} `{HOSTILE}`\n\n- {entities}\n\n"
        text += (
            f'[x](../part-1.md "{entities}") `{{{{ 7 * 7 }}}}`\n\n| {entities} |\n| --- |\n| a |\n'
        )
        about.write_text(text, encoding="utf-8")
    lists = {
        "glossary.toml": r'(\[term\.about\]\nvi = ".*"\nen = ")',
        "source/corrections.toml": r'(reason\.en = ")',
    }
    for file, opening in lists.items():
        path = project / file
        said = HOSTILE.replace('"', '\\"')
        text, count = _begun(opening, said, path.read_text(encoding="utf-8"))
        assert count
        path.write_text(text, encoding="utf-8")
    cited = f"A {QUOTED}, {{place}}"
    in_toml = cited.replace('"', '\\"')
    for file, opening, said in (
        ("docs/en/index.md", "cite: ", f"'{_yaml(cited)}'"),
        ("source/corrections.toml", 'printed.en = (?="Action)', f'"{in_toml}"'),
    ):
        path = project / file
        text, count = re.subn(
            f"^({opening}).*$",
            lambda match: match[1] + said,  # noqa: B023
            path.read_text(encoding="utf-8"),
            flags=re.MULTILINE,
        )
        assert count == 1
        path.write_text(text, encoding="utf-8")
    part = project / "docs/en/part-1.md"
    lines = part.read_text(encoding="utf-8").splitlines(keepends=True)
    [at] = [number for number, line in enumerate(lines) if line.startswith("# ")]
    lines[at] = f"{lines[at].rstrip()} {entities}\n"
    # without front matter the page is named by its heading
    part.write_text("".join(lines[at:]), encoding="utf-8")
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    text = text.replace("site_name: Action", f"site_name: '{_yaml(HOSTILE)}' #", 1)
    text = text.replace("footer: A publication", f"footer: '{_yaml(HOSTILE)}' #", 1)
    settings.write_text(text, encoding="utf-8")


def _begun(opening: str, said: str, text: str) -> tuple[str, int]:
    return re.subn(opening, lambda match: f"{match[1]}{said} ", text)


def _yaml(text: str) -> str:
    return text.replace("'", "''")


def test_nothing_that_a_text_or_a_list_says_becomes_an_element(project: Path) -> None:
    hostile(project)
    status, said = build(project)
    assert status == 0, said
    shown = False
    for file in (project / "site").rglob("*.html"):
        page = file.read_text(encoding="utf-8")
        tree = LexborHTMLParser(page, scripting=True)
        assert tree.root is not None
        for node in tree.root.traverse(include_text=False):
            assert node.tag != "img", file
            assert not [name for name in node.attributes if name.startswith("on")], file
        assert len(tree.css("[http-equiv]")) == 1
        if "hit" in page:
            shown = True
            assert "hit" in tree.text() or "hit" in page.partition("<body>")[0]
        if file.parent.name != "404.html" and "/en/" in file.as_posix():
            title = tree.css_first("title")
            assert title is not None
            assert HOSTILE in title.text()
    assert shown
    for page, text in {
        "en/site/about": f"{HOSTILE} {HOSTILE}",
        "en/site/translation": HOSTILE,
        "en/site/corrections": HOSTILE,
        "en/guide/glossary": HOSTILE,
        "en/part-1": HOSTILE,
    }.items():
        tree = LexborHTMLParser((project / f"site/{page}/index.html").read_text(encoding="utf-8"))
        assert tree.body is not None
        assert text in " ".join(tree.body.text().split()), page


STRAYS = """
from pathlib import Path
from mkdocs.plugins import event_priority

def on_post_page(output, page, config):
    if page.file.src_uri == "en/part-2.md":
        return output.replace("</main>", "<script>x()</script></main>")
    if page.file.src_uri == "en/part-3.md":
        return output.replace("<main", "<h2>Repealed</h2><main")
    return output

@event_priority(-170)
def on_post_build(config):
    site = Path(config.site_dir)
    if (site / "404.html").exists() and (site / "part-1/index.html").exists():
        script = site / "assets/javascripts/site.js"
        script.write_text(script.read_text() + "alert(1)")
        (site / "en/x.svg").write_text("<svg><script>x()</script></svg>")
        (site / "CNAME").write_text("evil.example")
        page = site / "part-1/index.html"
        page.write_text(page.read_text().replace("Năm 2030", "Năm 2031"))
        (site / "assets/favicon.svg").unlink(missing_ok=True)
"""


def test_a_site_with_what_its_build_did_not_make_is_not_put_in_its_place(small: Path) -> None:
    (small / "strays.py").write_text(STRAYS, encoding="utf-8")
    edit("hooks:\n", "hooks:\n  - strays.py\n", "project.yml")(small)
    (small / "site").mkdir()
    (small / "site/kept").touch()
    status, said = build(small)
    assert status == 1
    assert "Traceback" not in said
    told = {line.partition(":")[0]: line for line in said.splitlines()}
    for path in ("assets/javascripts/site.js", "part-1/index.html"):
        assert "is not as the build made it" in told[path]
    for path in ("en/x.svg", "CNAME"):
        assert "nothing of the build made this file" in told[path]
    assert "it is not in the site" in told["assets/favicon.svg"]
    assert "<script>" in told["en/part-2/index.html"]
    assert "<h2>" in told["en/part-3/index.html"]
    assert [path.name for path in (small / "site").iterdir()] == ["kept"]


def test_a_page_that_the_model_does_not_have_stops_the_build(small: Path) -> None:
    (small / "more.py").write_text(
        "from mkdocs.plugins import event_priority\n"
        "from mkdocs.structure.files import File\n"
        "@event_priority(-200)\n"
        "def on_files(files, config):\n"
        "    file = File.generated(config, 'root.md', content='# Root <script>x()</script>')\n"
        "    files.append(file)\n"
        "    return files\n",
        encoding="utf-8",
    )
    edit("hooks:\n", "hooks:\n  - more.py\n", "project.yml")(small)
    status, said = build(small)
    assert status == 1
    assert "root.md: the check does not know this file" in said
    assert "Traceback" not in said
    assert not (small / "site").exists()


LATE = """
from mkdocs.plugins import event_priority

@event_priority(-5000)
def on_post_page(output, page, config):
    return output.replace("</footer>", "<p>x</p></footer>")
"""


def test_no_hook_comes_after_the_last_look(small: Path) -> None:
    (small / "late.py").write_text(LATE, encoding="utf-8")
    edit("hooks:\n", "hooks:\n  - late.py\n", "project.yml")(small)
    status, said = build(small)
    assert status == 1
    assert "part-1/index.html: this file is not as the build made it" in said
