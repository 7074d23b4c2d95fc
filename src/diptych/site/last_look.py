"""The last look, at each finished page and at the finished site, after every other step.

It takes nothing on trust that came before: neither that the files below docs/ were let through,
nor that a text was made harmless.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from pathlib import Path

import click

from diptych.diagnostics.rendered_otherwise import rendered_otherwise
from diptych.errors import Problem
from diptych.language.locales import users_language
from diptych.model import Place
from diptych.safety.finished import Site, first_fault
from diptych.safety.frame import frame_of, unmarked
from diptych.safety.inventory import differences, fingerprint
from diptych.site.assets import published_assets
from diptych.site.build import Build, LookedAt, NotBuilt
from diptych.site.site_settings import SiteSettings
from diptych.site.views.downloads import PENDING

_MOST = 20
"""How many lines are shown."""
_PACKED = {"sitemap.xml.gz": "sitemap.xml"}
"""Files that MkDocs also writes in a packed form, by the name of that form."""


class LastLook:
    """Holds pages to the templates, which are read once per build."""

    def __init__(self, site: SiteSettings, build: Build) -> None:
        self._build = build
        self._templates = site.templates
        self._languages = site.languages
        templates = (
            file.read_text(encoding="utf-8") for file in sorted(site.templates.rglob("*.html"))
        )
        hosts = (site.repository,) if site.repository else ()
        self._held_to = Site(
            frame_of(templates), hosts, comments=(PENDING,), policed=not build.serving
        )

    def page(self, output: str, address: str, path: str, locale: str) -> str:
        """The page in `output` as it is published at `address`; its first fault is kept.

        It was made of the file at `path` below the folder of texts, in the language `locale`.
        """
        finished = self._looked_at(address, output)
        if self._build.serving and address in self._build.faults:
            self._show(address, path, locale)
        self._build.keep(address, finished.encode(errors="xmlcharrefreplace"))
        return finished

    def template(self, output: str, address: str) -> str:
        """A template's `output` that is a file of its own, as it is published."""
        finished = self._looked_at(address, output)
        self._build.keep(address, finished.encode())
        return finished

    def site(self, folder: Path) -> None:
        """Raise `NotBuilt` unless the site in `folder` is what was made and without fault."""
        build = self._build
        for path, content in published_assets(self._templates, self._languages):
            build.keep(path, content)
        found = {path: fingerprint(_unpacked(path, file)) for path, file in _files(folder)}
        made = build.made | {
            path: build.made[of] for path, of in _PACKED.items() if of in build.made
        }
        problems = [Problem(path, fault.wording) for path, fault in build.faults.items()]
        problems += differences(made, found)
        if problems:
            for problem in problems[:_MOST]:
                click.echo(problem.sentence(users_language()), err=True)
            raise NotBuilt(
                "The finished site holds what nothing of it made, so it was not published."
            )

    def _looked_at(self, address: str, output: str) -> str:
        if not address.endswith(".html"):
            return unmarked(output)
        intended = self._build.intended.get(address)

        def look() -> LookedAt:
            finished = unmarked(output)
            return finished, first_fault(output, finished, self._held_to, intended)

        if self._build.serving:
            made_of = (output, intended, self._held_to)
            finished, fault = self._build.looked_at.of(address, made_of, look)
        else:
            finished, fault = look()
        if fault:
            self._build.faults[address] = fault
        return finished

    def _show(self, address: str, path: str, locale: str) -> None:
        """Put the fault of the page at `address` among the findings."""
        document = self._build.document(locale)
        if document is None:
            return
        page = self._build.page(locale, path) or document.pages[0]
        place, wording = Place(page.file, 1, 1), self._build.faults[address].wording
        found = rendered_otherwise(page, locale, place, 1, wording)
        self._build.rendered_otherwise[address] = found


def _unpacked(path: str, file: Path) -> bytes:
    content = file.read_bytes()
    return gzip.decompress(content) if path in _PACKED else content


def _files(folder: Path, before: str = "") -> Iterator[tuple[str, Path]]:
    """Every entry below `folder` that is no folder, with its path below it."""
    with os.scandir(folder) as entries:
        for entry in entries:
            path = before + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from _files(Path(entry.path), f"{path}/")
            else:
                yield path, Path(entry.path)
