"""The last look, at each finished page and at the finished site, after every other hook.

It takes nothing on trust that came before: neither that the files below docs/ were let through,
nor that a text was made harmless.
"""

from __future__ import annotations

import gc
import gzip
import os
from collections.abc import Iterator
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from rjsmin import jsmin

from build_state import STATE, locale_of, outermost
from diptych.diagnostics.rendered_otherwise import rendered_otherwise
from diptych.errors import Problem
from diptych.language.locales import users_language
from diptych.model import Place
from diptych.safety.finished import Fault, Site, first_fault
from diptych.safety.frame import frame_of, unmarked
from diptych.safety.inventory import differences, fingerprint
from diptych.site.views.downloads import PENDING

_STYLESHEETS = "assets/stylesheets"
"""They stand in the pages, not beside them."""
_MOST = 20
"""Lines that are shown."""


class _Held:
    """What pages are held to, read once a build."""

    site: Site | None = None


@event_priority(-1000)
def on_pre_build(config: MkDocsConfig) -> None:
    _keep_all()


def _keep_all() -> None:
    """Texts, findings and pages last as long as the build: no use looking for garbage in them."""
    if not STATE.serving:
        gc.freeze()


@event_priority(-1000)
def on_env(env: object, config: MkDocsConfig, files: Files) -> None:
    theme = Path(str(config.theme.custom_dir))
    templates = (file.read_text(encoding="utf-8") for file in sorted(theme.rglob("*.html")))
    if outermost(config) or _Held.site is None:
        hosts = (config.repo_url,) if config.repo_url else ()
        _Held.site = Site(
            frame_of(templates), hosts, comments=(PENDING,), policed=not STATE.serving
        )
    _keep_all()
    for path, source in _pictures(files):
        STATE.keep(path, source.read_bytes())


def _pictures(files: Files) -> Iterator[tuple[str, Path]]:
    """The pictures that the gate let in: each one's path in the site, and the file below docs/."""
    let_in = STATE.admitted.pictures if STATE.admitted else frozenset[str]()
    for file in files:
        if file.src_uri in let_in and file.abs_src_path:
            yield file.dest_uri, Path(file.abs_src_path)


@event_priority(-1000)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    path = page.file.dest_uri
    finished = unmarked(output)
    if (fault := _looked_at(path, output, finished)) and STATE.serving:
        _show(fault, page)
    STATE.keep(path, finished.encode(errors="xmlcharrefreplace"))
    return finished


@event_priority(-1000)
def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    finished = unmarked(output)
    if template_name.endswith(".html"):
        _looked_at(template_name, output, finished)
    STATE.keep(template_name, finished.encode())
    return finished


@event_priority(-190)  # when all languages are written, before the site is put in its place
def on_post_build(config: MkDocsConfig) -> None:
    if not outermost(config) or STATE.serving or not STATE.report:
        return
    root = Path(config.site_dir)
    for path, content in _of_theme(Path(str(config.theme.custom_dir))):
        STATE.keep(path, content)
    found = {path: fingerprint(_unpacked(path, file)) for path, file in _files(root)}
    problems = [Problem(path, fault.wording) for path, fault in STATE.faults.items()]
    made = STATE.made | {path: STATE.made[of] for path, of in _PACKED.items() if of in STATE.made}
    problems += differences(made, found)
    if problems:
        for problem in problems[:_MOST]:
            click.echo(problem.sentence(users_language()), err=True)
        raise Abort("The finished site holds what nothing of it made, so it was not published.")


_PACKED = {"sitemap.xml.gz": "sitemap.xml"}
"""MkDocs writes it so, too."""


def _unpacked(path: str, file: Path) -> bytes:
    content = file.read_bytes()
    return gzip.decompress(content) if path in _PACKED else content


def _looked_at(path: str, page: str, finished: str) -> Fault | None:
    """The first fault of a page that still has its marks, kept until all are made."""
    if _Held.site is None:
        return None
    fault = first_fault(page, finished, _Held.site, STATE.intended.get(path))
    if fault:
        STATE.faults[path] = fault
    return fault


def _show(fault: Fault, page: Page) -> None:
    """Under `mkdocs serve`, put the fault among the findings."""
    locale = locale_of(page)
    document = STATE.document(locale)
    if document is None:
        return
    model = STATE.page(locale, page.file.src_uri) or document.pages[0]
    found = rendered_otherwise(model, locale, Place(model.file, 1, 1), 1, fault.wording)
    if found not in STATE.rendered_otherwise:
        STATE.rendered_otherwise.append(found)


def _of_theme(theme: Path) -> Iterator[tuple[str, bytes]]:
    """The site's own scripts, typefaces and pictures, as they are sent to readers."""
    for path, file in _files(theme / "assets", "assets/"):
        if path.startswith(f"{_STYLESHEETS}/"):
            continue
        content = file.read_bytes()
        if path.endswith(".js"):  # see hooks/minify.py
            content = str(jsmin(content.decode())).encode()
        yield path, content


def _files(folder: Path, before: str = "") -> Iterator[tuple[str, Path]]:
    """Every entry below `folder` that is no folder, by its path below it."""
    with os.scandir(folder) as entries:
        for entry in entries:
            path = before + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from _files(Path(entry.path), f"{path}/")
            else:
                yield path, Path(entry.path)
