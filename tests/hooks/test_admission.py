"""What of docs/ reaches the site is what the check has let in, whatever MkDocs would take."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from lxml import html

from diptych.project.settings import settings
from diptych.publication.addresses import address
from diptych.publication.reserved_names import reserved_names
from diptych.safety.file_names import likened
from tests.conftest import run, this_text
from tests.hooks.test_build import build, edit
from tests.hooks.test_serve import page, served
from tests.patience import eventually
from tests.project.test_gate import PNG, every, link
from tests.test_other_programmes import laid_out

Put = Callable[[Path], None]


def file(path: str, text: str) -> Put:
    def put(project: Path) -> None:
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, encoding="utf-8")

    return put


REFUSED: dict[str, Put] = {
    "the theme's script": file("docs/assets/javascripts/site.js", "alert(1)"),
    "a page of HTML": file("docs/en/evil/page.html", "<script>alert(1)</script>"),
    "a drawing": file("docs/en/evil/pic.svg", "<svg/>"),
    "another suffix of Markdown": file("docs/en/evil/note.markdown", "<script></script>"),
    "a page beside the languages": file("docs/root.md", "# Root\n"),
    "a page beside the languages that has a name of one": file("docs/part-1.md", "# Root\n"),
    "a host's name": file("docs/CNAME", "evil.example"),
    "a link to a file": link("docs/en/passwd.txt", "/etc/passwd"),
    "a link to a folder": link("docs/en/etc", "/etc"),
    "a link to a device": link("docs/en/z.md", "/dev/zero"),
    "a loop": every(link("docs/en/a", "."), link("docs/en/b", ".")),
}


@pytest.mark.parametrize("name", REFUSED)
def test_nothing_else_is_built(name: str, small: Path) -> None:
    REFUSED[name](small)
    status, said = build(small)
    assert status != 0
    assert "error[X105]" in said
    assert "Traceback" not in said
    assert not (small / "site").exists()


@pytest.mark.parametrize("name", ["a page of HTML", "a page beside the languages", "a host's name"])
def test_what_the_check_would_overlook_is_not_built_either(name: str, project: Path) -> None:
    REFUSED[name](project)
    (project / "src/diptych/rules/gate.py").unlink()
    done = run("mkdocs", "build", cwd=project, environment={"PYTHONPATH": str(project / "src")})
    assert done.returncode != 0
    assert "the check does not know this file, so nothing was built" in done.stdout
    assert not (project / "site").exists()


def test_a_page_that_comes_from_elsewhere_is_not_built(small: Path) -> None:
    (small / "more.py").write_text(
        "from mkdocs.plugins import event_priority\n"
        "from mkdocs.structure.files import File\n"
        "@event_priority(-300)\n"
        "def on_files(files, config):\n"
        "    raw = '<script>alert(1)</script>'\n"
        "    files.append(File.generated(config, 'vi/more.md', content=raw))\n"
        "    return files\n",
        encoding="utf-8",
    )
    edit("hooks:\n", "hooks:\n  - more.py\n", "project.yml")(small)
    status, said = build(small)
    assert status != 0
    assert "vi/more.md: the check does not know this file" in said


def test_what_editors_leave_behind_is_built_without(small: Path) -> None:
    for name in (".DS_Store", "Thumbs.db", "part-1.md~", "#part-1.md#", ".part-1.md.swp"):
        (small / "docs/en" / name).write_text("left behind", encoding="utf-8")
    (small / "docs/en/.#part-1.md").symlink_to("user@host.1:2")
    assert build(small)[0] == 0
    site = small / "site"
    built = [path.name for path in site.rglob("*")]
    assert not [name for name in built if name[0] in ".#" or name[-1] == "~" or "Thumbs" in name]


def test_the_two_configurations_have_one_folder(project: Path) -> None:
    shutil.copytree(project / "docs", project / "texts")
    edit("docs_dir: docs", "docs_dir: texts", "mkdocs.yml")(project)
    status, said = build(project)
    assert status != 0
    assert "mkdocs.yml has docs_dir: texts; [tool.diptych] has docs: docs" in said
    assert "Traceback" not in said


def test_the_name_of_the_site_has_no_control_characters(project: Path) -> None:
    configuration = project / "mkdocs.yml"
    first, _, rest = configuration.read_text(encoding="utf-8").partition("\n")
    assert first.startswith("site_name:")
    configuration.write_text(f'site_name: "Cam \\b"\n{rest}', encoding="utf-8")
    status, said = build(project)
    assert status != 0
    assert "mkdocs.yml: " in said
    assert "U+0008" in said
    assert "Traceback" not in said


def test_no_page_may_stand_where_the_site_has_something_itself(site: Path) -> None:
    """The names that are refused are all that the built site has beside its pages."""
    locales = settings(this_text()).locales
    pages = {
        address(path.relative_to(this_text() / "docs" / tag).as_posix(), "", "").partition("/")[0]
        for tag in locales
        for path in (this_text() / "docs" / tag).rglob("*.md")
    }
    for folder in (site, *(site / tag for tag in locales if (site / tag).is_dir())):
        made = {path.name.partition(".")[0] for path in folder.iterdir()} - pages - {"index"}
        assert {likened(name) for name in made} <= reserved_names(locales)


def test_pictures_that_a_project_lists_are_published(tmp_path: Path) -> None:
    laid_out("libraries", tmp_path)
    for locale, said in (("vi", "Bản đồ"), ("en", "Map")):
        folder = tmp_path / "docs" / locale / "tasks/mobile"
        (folder / "map.png").write_bytes(PNG)
        written = folder / "a.md"
        text = written.read_text(encoding="utf-8")
        written.write_text(f"{text}\n![{said}](map.png)\n", encoding="utf-8")
    status, said = build(tmp_path)
    assert status != 0
    assert "publishes no pictures of the kind .png" in said
    with (tmp_path / "pyproject.toml").open("a", encoding="utf-8") as table:
        table.write('pictures = ["png"]\n')
    status, said = build(tmp_path)
    assert status == 0, said
    for view in ("", "en/", "both/", "en/both/"):
        for place in ("tasks/mobile/a", "whole"):
            shown = tmp_path / "site" / view / place / "index.html"
            pictures = html.fromstring(shown.read_bytes()).xpath("//img/@src")
            assert len(pictures) == 1 + ("both" in view)
            assert all((shown.parent / picture).is_file() for picture in pictures), pictures


def test_serving_goes_on_without_what_is_refused(small: Path) -> None:
    file("docs/en/page.html", "<script>alert(1)</script>")(small)
    file("docs/root.md", "# Root\n\n<script>alert(1)</script>\n")(small)
    with served(small) as server:
        shown = shows(f"{server}en/part-1/", lambda text: "X105" in text)
        assert "docs/en/page.html" in shown
        for address_ in ("en/page.html", "page.html", "root/", "en/root/"):
            assert "alert(1)" not in page(f"{server}{address_}")
        (small / "docs/en/page.html").unlink()
        (small / "docs/root.md").unlink()
        shows(f"{server}en/part-1/", lambda text: "</html>" in text and "X105" not in text)


def test_while_a_text_cannot_be_read_no_page_brings_what_runs(small: Path) -> None:
    file("docs/en/part-1.md", "Text <img src=x onerror=alert(1)>\n\n<script>alert(1)</script>\n")(
        small
    )
    (small / "docs/en/part-2.md").write_bytes(b"\xff")
    with served(small) as server:
        shown = shows(f"{server}en/part-1/", lambda text: "parity-panel" in text)
        assert "Text" in shown
        assert "alert(1)" not in shown


def test_serving_does_not_begin_where_links_may_lead_anywhere(small: Path) -> None:
    REFUSED["a loop"](small)
    done = run("mkdocs", "serve", "--dev-addr", "127.0.0.1:0", cwd=small)
    assert done.returncode != 0
    assert "docs/en/a: this is a symbolic link" in done.stderr
    assert "Traceback" not in done.stderr


def shows(address: str, condition: Callable[[str], bool]) -> str:
    """The page once it is as wanted; the machine may be slow, and the server builds meanwhile."""

    def look() -> str:
        with suppress(TimeoutError):
            return page(address)
        return ""

    return eventually(look, condition, described=address)
