"""The check beside a plain site of the same pages, our site beside it, and how ours grows."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.scaling import real_provisions
from bench.timing import ROOT, command, inside, measured
from diptych.project.loading import load
from diptych.project.settings import settings

STOCK = """\
site_name: Stock
docs_dir: {docs}
theme: {{name: material, language: vi, font: false}}
plugins:
  - search
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      languages:
        - {{locale: vi, name: Tiếng Việt, default: true}}
        - {{locale: en, name: English}}
markdown_extensions: [footnotes]
"""
"""A plain site of the same text, as mkdocs-material and static-i18n make it by themselves."""

CHECK = """
import time
from diptych.check import check
from diptych.project.settings import settings
from diptych.rules import all_rules
all_rules()
start = time.process_time()
check(settings())
print(time.process_time() - start)
"""

_FRONT = re.compile(r"^---\n.*?\n---\n", re.DOTALL | re.MULTILINE)
"""Front matter, where files are put together."""

PAGES = (125, 250, 500, 1_000)
"""A language, of the generated texts: no text may have more (`reader/totals.py`)."""
_PART, _PROVISIONS = 25, 3
"""Pages a part, the part's own included; provisions a page."""

BUILD = """
import logging, time
from mkdocs.commands.build import build
from mkdocs.config import load_config
import material, mkdocs_static_i18n.plugin, markdown
logging.disable(logging.CRITICAL)
start = time.process_time()
config = load_config({config!r}, site_dir={site!r})
config.plugins.on_startup(command="build", dirty=False)
build(config)
print(time.process_time() - start)
"""


def report(console: Console) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        config = stock_config(folder)
        same = stock_of_our_pages(folder / "same")
        least = measured(
            {
                "python, nothing else": command("-c", "pass"),
                "diptych --version": command("-m", "diptych", "--version"),
                "diptych check": command("-m", "diptych", "check"),
                "diptych check again": command(
                    "-m", "diptych", "check", answers=str(folder / "answers")
                ),
                "stock site": build(config, folder / "stock"),
                "stock site of our pages": build(same, folder / "stock of ours"),
                "our site": build(ROOT / "mkdocs.yml", folder / "ours"),
            }
        )
        within = measured(
            {
                "check": inside(CHECK),
                "stock": inside(BUILD.format(config=str(config), site=str(folder / "in"))),
            }
        )
        sizes = {name: size(folder / name) for name in ("stock", "ours")}
    python, stock = least["python, nothing else"], least["stock site"]
    same_pages = least["stock site of our pages"]
    table = Table(
        "what",
        "processor s",
        "beyond Python",
        "of stock",
        "of stock of our pages",
        title="Commands",
    )
    for what, seconds in least.items():
        beyond = seconds - python
        shares = (f"{beyond / (whole - python):.2f}" for whole in (stock, same_pages))
        table.add_row(what, f"{seconds:.2f}", f"{beyond:.2f}", *shares)
    console.print(table)
    first, second = least["diptych check"], least["diptych check again"]
    console.print(
        f"Processor time: a second check is {second / first:.2f} of the first; the first is "
        f"{first / stock:.2f} of the stock build"
    )
    check = within["check"]
    console.print(
        f"The check once everything is imported: {check * 1000:.0f} ms, {check / stock:.2f} of the "
        f"stock build's command, {check / within['stock']:.2f} of its {within['stock'] * 1000:.0f} "
        "ms once everything is imported"
    )
    console.print(f"Site on disk: ours {sizes['ours']:,} kB, stock {sizes['stock']:,} kB")
    _growth(console)


def _growth(console: Console) -> None:
    """Our site of ever longer texts: each page costs the same if `ms a page` stays."""
    provisions = real_provisions()
    table = Table(
        "pages a language", "seconds", "times", "ms a page", title="Growth of our build"
    )  # fmt: skip
    before = 0.0
    for count in PAGES:
        with tempfile.TemporaryDirectory() as name:
            project = Path(name)
            generated_project(project, provisions, count)
            seconds = build(project / "mkdocs.yml", project / "site", cwd=project)()
        growth = f"{seconds / before:.2f}" if before else ""
        table.add_row(f"{count:,}", f"{seconds:.1f}", growth, f"{seconds / count * 1000:.0f}")
        before = seconds
    console.print(table)


def generated_project(folder: Path, provisions: list[tuple[str, str]], pages: int) -> None:
    """Our site's configuration, hooks and look with a text of `pages` pages a language.

    The text is generated, so there is no source, no glossary and no list of names.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("hooks", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "pyproject.toml").write_text("[tool.diptych]\npublish = true\n", encoding="utf-8")
    for side, language in enumerate(("vi", "en")):
        for number in range(pages):
            part, section = divmod(number, _PART)
            lines = [f"# {section or part + 1}. {language} {part} {section}"]
            if section:
                first = number * _PROVISIONS
                lines += [
                    f"- {provisions[n % len(provisions)][side]} ({n})."
                    for n in range(first, first + _PROVISIONS)
                ]
            name = f"section-{section}.md" if section else "index.md"
            page = folder / "docs" / language / f"part-{part + 1}" / name
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text("\n\n".join(lines) + "\n", encoding="utf-8")


def stock_config(folder: Path) -> Path:
    """The configuration of a stock site of docs/vi and docs/en as they are, put into `folder`."""
    config = folder / "mkdocs.yml"
    config.write_text(STOCK.format(docs=ROOT / "docs"), encoding="utf-8")
    return config


def stock_of_our_pages(folder: Path) -> Path:
    """The same with the pages that our site derives from the text, as plain Markdown files: the
    whole, and both languages of every page one after the other. What fills the guide's lists is
    left out.
    """
    shutil.copytree(ROOT / "docs", folder / "docs")
    pages = {
        document.locale: {
            page.path: Path(page.file).read_text(encoding="utf-8")
            for page in document.pages
            if not page.editorial
        }
        for document in load(settings(ROOT)).documents
    }
    for locale, own in pages.items():
        whole = "\n\n".join(own.values())
        both = {path: "\n\n".join(texts[path] for texts in pages.values()) for path in own}
        everything = {"whole.md": whole, "both/whole.md": "\n\n".join(both.values())}
        everything |= {f"both/{path}": text for path, text in both.items()}
        for path, text in everything.items():
            target = folder / "docs" / locale / path
            target.parent.mkdir(parents=True, exist_ok=True)
            # front matter and footnotes' labels count once on a page
            target.write_text(_FRONT.sub("", text), encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(STOCK.format(docs=folder / "docs"), encoding="utf-8")
    return config


def build(config: Path, site: Path, cwd: Path = ROOT) -> Callable[[], float]:
    """A whole build into an empty folder, run in `cwd`."""
    run = command("-m", "mkdocs", "build", "--quiet", "-f", str(config), "-d", str(site), cwd=cwd)

    def clean() -> float:
        shutil.rmtree(site, ignore_errors=True)
        return run()

    return clean


def size(folder: Path) -> int:
    """Of all files below `folder`, in kB."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) // 1000
