"""The library, the hooks and the templates carry another programme as they are."""

from __future__ import annotations

import ast
import json
import re
import shutil
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from lxml import html

from diptych.check import check
from diptych.exports.formats import all_files
from diptych.model import Document
from diptych.project.loading import load
from diptych.project.settings import settings
from tests.building import site_of
from tests.conftest import ROOT, run, this_text
from tests.outlines import lists_of
from tests.stylesheets import OF_FORMS, SHEETS, unused

INVENTED = ROOT / "tests/programmes"
SWAPPED = "libraries, translated the other way"
PROGRAMMES = {
    "libraries": ("vi", "en"),
    "ferry": ("fr", "en"),
    "decision": ("vi", "en"),
    "plan": ("vi", "en"),
    "pottery": ("vi", "fr"),
    "flood": ("en", "vi"),
    SWAPPED: ("en", "vi"),
}
STATUS = {
    "libraries": {"who": "Văn bản gốc", "en/who": "The Vietnamese original prevails."},
    "decision": {"recipients": "Văn bản gốc", "en/recipients": "The Vietnamese original prevails."},
    "plan": {"part-1": "Văn bản gốc", "en/schedule-1": "The Vietnamese original prevails."},
    "pottery": {"part-1": "Văn bản gốc", "fr/part-1": "Seul l’original en vietnamien fait foi."},
    "flood": {
        "chapter-1": "The original text.",
        "vi/chapter-1": "bản gốc tiếng Anh được lấy làm căn cứ.",
    },
    "ferry": {"": "Texte original.", "en": "The French original prevails."},
    SWAPPED: {"who": "The original text.", "vi/who": "bản gốc tiếng Anh được lấy làm căn cứ."},
}
"""What a page of the original and one of the translation say of themselves."""
PARTICULARS = {"INHERIT", "site_name", "docs_dir", "plugins.i18n.languages"}
"""What another programme says in mkdocs.yml."""


def laid_out(name: str, folder: Path) -> None:
    """The invented programme in `folder`, with the project's code and look as they are."""
    shutil.copytree(INVENTED / name.partition(",")[0], folder, dirs_exist_ok=True)
    for part in ("hooks", "overrides"):
        (folder / part).symlink_to(ROOT / part)
    shutil.copy(ROOT / "mkdocs.yml", folder / "project.yml")
    if name == SWAPPED:
        _swap(folder)


def _swap(folder: Path) -> None:
    """Let the English be the original."""
    project = folder / "pyproject.toml"
    table = project.read_text(encoding="utf-8").replace('original = "vi"', 'original = "en"')
    project.write_text(table.replace('translation = "en"', 'translation = "vi"'), encoding="utf-8")
    site = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    vietnamese, english = site["plugins"]["i18n"]["languages"]
    vietnamese["default"], english["default"] = False, True
    vietnamese["site_name"] = site["site_name"]
    site["site_name"] = english["site_name"]
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(site), encoding="utf-8")


def document(folder: Path, locale: str) -> Document:
    return next(text for text in load(settings(folder)).documents if text.locale == locale)


@pytest.mark.parametrize("name", PROGRAMMES)
def test_another_programme_is_checked_built_and_exported(name: str, tmp_path: Path) -> None:
    laid_out(name, tmp_path)
    original, translation = PROGRAMMES[name]
    checked = run("diptych", "check", "--lang", "en", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "the two languages agree" in checked.stdout

    site = site_of(tmp_path, repository="")
    for locale in (original, translation):
        prefix = "" if locale == original else f"{locale}/"
        assert_has_every_page(site / prefix, document(tmp_path, locale))
        assert json.loads((site / f"search/{locale}.json").read_bytes())
        assert (site / f"assets/preview.{locale}.png").is_file()
    _assert_says_which_prevails(site, name)
    for sheet in SHEETS:
        if OF_FORMS.get(sheet.name) == name:
            assert unused(site, [sheet]) == set()
    indexed = json.loads((site / "pagefind/pagefind-entry.json").read_bytes())["languages"]
    assert set(indexed) == {original, translation}

    exported = run("diptych", "export", "all", "-o", "files", cwd=tmp_path)
    assert exported.returncode == 0, exported.stderr
    called = settings(tmp_path).files
    wanted = {file.name for file in all_files((original, translation), called)}
    assert {path.name for path in (tmp_path / "files").iterdir()} == wanted
    assert {path.name for path in (site / "downloads").iterdir()} == wanted
    assert all(path.stat().st_size for path in (tmp_path / "files").iterdir())


def assert_has_every_page(folder: Path, text: Document) -> None:
    """Each page alone and in both languages, the whole: every provision, in the same lists."""
    ids = {page.path: {provision.id for provision in page.provisions()} for page in text.pages}
    everything = set[str]()
    lists = []
    for page in text.pages:
        place = page.path.removesuffix(".md").removesuffix("index")
        for view in ("", "both/"):
            file = folder / view / place / "index.html"
            if page.editorial:
                assert file.exists() == (not view)
                continue
            assert _ids(file) >= ids[page.path], file
            everything |= ids[page.path]
        if not page.editorial:
            own = lists_of(folder / place / "index.html")
            assert lists_of(folder / "both" / place / "index.html") == own
            lists += own
    for view in ("", "both/"):
        assert _ids(folder / view / "whole/index.html") >= everything
        assert lists_of(folder / view / "whole/index.html") == lists


def _ids(file: Path) -> set[str]:
    return set(html.fromstring(file.read_bytes()).xpath("//@id"))


def _assert_says_which_prevails(site: Path, name: str) -> None:
    for page, said in STATUS[name].items():
        root = html.fromstring((site / page / "index.html").read_bytes())
        [status] = root.xpath("//p[@class='status']")
        assert said in status.text_content()
        prevails = ("prevails", "làm căn cứ", "fait foi")
        assert len(status.xpath("./a")) == any(words in said for words in prevails)


def test_its_ids_follow_what_is_printed_to_the_third_level(tmp_path: Path) -> None:
    laid_out("libraries", tmp_path)
    ids = [division.id for division in document(tmp_path, "en").walk()]
    assert ids[:6] == ["cover", "i", "i-1", "i-2", "i-2-a", "i-2-b"]
    assert {"ii-1-a", "ii-1-b", "ii-2", "iii"} <= set(ids)


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("goals.md", "40 stops", "14 stops", "V102"),
        ("tasks/mobile/b.md", "# b)", "# c)", "N101"),
        ("who.md", "every year", "every *year*", "M"),
        ("tasks/mobile/b.md", "Ben Gio", "Bien Gio", "P101"),
        ("tasks/mobile/a.md", "\n- Books", "\n    Books", "S"),
        ("goals.md", "mobile libraries", "book vans", "T101"),
    ],
)
def test_a_slip_in_it_is_found(file: str, old: str, new: str, code: str, tmp_path: Path) -> None:
    laid_out("libraries", tmp_path)
    page = tmp_path / "docs/en" / file
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new), encoding="utf-8")
    done = run("diptych", "check", "--lang", "en", cwd=tmp_path)
    assert done.returncode == 1
    assert re.search(rf"^error\[{code}\d*\]", done.stdout, re.MULTILINE), done.stdout
    assert f"docs/en/{file}:" in done.stdout


SLIPS = [
    pytest.param(name, slip, id=f"{name}: {slip['name']}")
    for name in ("decision", "plan", "pottery", "flood", "mangroves")
    for slip in tomllib.loads((INVENTED / f"{name}-slips.toml").read_text(encoding="utf-8"))["slip"]
]


@pytest.mark.parametrize(("name", "slip"), SLIPS)
def test_a_slip_is_told_once_at_its_place(name: str, slip: dict[str, str], tmp_path: Path) -> None:
    shutil.copytree(INVENTED / name, tmp_path, dirs_exist_ok=True)
    page = tmp_path / "docs" / settings(tmp_path).locales[1] / slip["page"]
    text = page.read_text(encoding="utf-8")
    assert slip["old"] in text
    page.write_text(text.replace(slip["old"], slip["new"], 1), encoding="utf-8")
    found = [
        f"{Path(place.file).relative_to(tmp_path / 'docs').as_posix()}:{place.line} {told.code}"
        for told in check(settings(tmp_path)).diagnostics
        for place in told.locations[:1]
    ]
    assert found == [slip["found"]]


@pytest.mark.parametrize(
    "name", ["libraries", "ferry", "decision", "plan", "pottery", "flood", "mangroves"]
)
def test_it_replaces_particulars_alone(name: str) -> None:
    site = yaml.safe_load((INVENTED / name / "mkdocs.yml").read_text(encoding="utf-8"))
    assert set(_keys(site)) <= PARTICULARS
    project = tomllib.loads((INVENTED / name / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(project) == {"tool"}
    assert set(project["tool"]) == {"diptych"}
    assert not list((INVENTED / name).rglob("*.py"))


def _keys(table: dict[str, object], above: str = "") -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _keys(value, f"{above}{key}.")
        else:
            yield f"{above}{key}"


def test_languages_that_differ_between_the_two_configurations_are_named(tmp_path: Path) -> None:
    laid_out("ferry", tmp_path)
    (tmp_path / "pyproject.toml").write_text(
        '[tool.diptych]\ndocs = "texts"\noriginal = "en"\ntranslation = "fr"\n', encoding="utf-8"
    )
    done = run("mkdocs", "build", cwd=tmp_path)
    assert done.returncode != 0
    assert "mkdocs.yml builds fr, en, the default being fr" in done.stdout
    assert "Traceback" not in done.stderr


CODE = sorted(
    path
    for folder in ("src", "hooks")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".py", ".typ"}
)
LOOK = sorted(
    path for path in (ROOT / "overrides").rglob("*") if path.suffix in {".html", ".js", ".css"}
)


@cache
def particulars() -> set[str]:
    """What only this programme has: names, document symbols, files of its text."""
    names = tomllib.loads((this_text() / "names.toml").read_text(encoding="utf-8"))["name"]
    found = {form for name in names for form in (*name["vi"], *name["en"])}
    texts = [path.read_text(encoding="utf-8") for path in (this_text() / "docs").rglob("*.md")]
    for text in texts:
        found |= set(re.findall(r"\d+-[A-ZĐ][\w-]*/[A-ZĐ]+", text))
    found |= {path.name for path in (this_text() / "source").iterdir()} - {"corrections.toml"}
    found |= {"Khánh Hòa", "Khanh Hoa", "khanh-hoa"}
    return {word for word in found if len(word) > 2} - LANGUAGES


COMMENT = re.compile(r"/\*.*?\*/|\{#.*?#\}|^\s*//.*?$", re.DOTALL | re.MULTILINE)
"""It may take its examples anywhere, as a docstring may."""

WORLD = {"countries.py", "regions.py"}
"""The tables of the world's countries and regions, those of the programme among them."""
LANGUAGES = {"Việt Nam", "Viet Nam"}
"""The language's own country stands in what the library knows of the language."""


@pytest.mark.parametrize("path", [*CODE, *LOOK], ids=lambda path: str(path.relative_to(ROOT)))
def test_code_and_look_hold_nothing_of_one_programme(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    text = "\n".join(_said(ast.parse(text))) if path.suffix == ".py" else COMMENT.sub("", text)
    found = {word for word in particulars() if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)}
    assert found == set() or path.name in WORLD


LIBRARY = [path for path in (ROOT / "src").rglob("*") if path.suffix in {".py", ".typ", ".json"}]
OURS = re.compile("programme|khanh|khánh|province", re.IGNORECASE)
"""Words for what this project publishes; the library has texts, documents and projects."""
SPOKEN_OF = {"citations.py", "division_words.py", "english_words.py", "grammar.py"}
"""They know what official documents and bodies are called, or list everyday words."""


def test_the_library_speaks_of_any_text() -> None:
    found = {path.name for path in LIBRARY if OURS.search(path.read_text(encoding="utf-8"))}
    assert found == SPOKEN_OF


def _said(tree: ast.Module) -> Iterator[str]:
    """The strings of a module that are no docstrings: those may take their examples anywhere."""
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.value
