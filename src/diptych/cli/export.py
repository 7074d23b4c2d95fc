"""The command `diptych export`: a file to take away, without a build of the site."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from diptych.cli.ending import Status, cannot_write, say, say_bytes
from diptych.cli.project import DOCUMENT, loaded_project, of_document, project_settings

if TYPE_CHECKING:
    from diptych.exports.formats import ExportFile
    from diptych.project.edition import Edition
    from diptych.project.settings import Settings

ALL = "all"
"""The argument that means every file."""


class _WithFiles(click.Command):
    """Lists the files below its help: which there are depends on the project's languages."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Formats"):
            rows = [(short, _told(file)) for short, file in _files(project_settings()).items()]
            formatter.write_dl([*rows, (ALL, "every file, into the folder named by --output")])


@click.command(cls=_WithFiles)
@click.argument("wanted", metavar="FORMAT")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Where to write; - for standard output  [default: the file's name, here]",
)
@click.option(
    "--site",
    envvar="SITE_URL",
    default="",
    metavar="URL",
    help="Address of the site; the files link to it",
)
@DOCUMENT
def export(wanted: str, output: Path | None, site: str, document: str) -> None:
    """Write one of the files to take away.

    A file is written whole or not at all. What is exported is not checked; see `diptych check`.

    \b
    Exit status  0: written
                 2: the texts could not be read; each line says why
                 3: a file could not be made or written; the others are there
    """  # noqa: D301 - click's mark for lines that stay as they are
    from diptych.errors import CannotMake

    files = _files(of_document(project_settings(), document))
    chosen = [file for short, file in files.items() if wanted in (ALL, file.name, short)]
    if not chosen:
        raise click.UsageError(f"there is no “{wanted}”; `diptych export --help` lists the files")
    to_stdout = str(output) == "-"
    if wanted == ALL and to_stdout:
        raise click.UsageError("several files need a folder")
    edition = _edition(site, document)
    wanting = []
    for file in chosen:
        try:
            content = file.content(edition)
        except CannotMake as error:
            wanting.append(f"{file.name} could not be made: {error}")
            continue
        if to_stdout:
            say_bytes(content)
        else:
            _write(_target(output, file.name, folder=wanted == ALL), content)
    for line in wanting:
        say(line, err=True)
    if wanting:
        sys.exit(Status.CANNOT_WRITE)


def _target(output: Path | None, name: str, *, folder: bool) -> Path:
    """The path of a file to write; `output` is a folder if `folder` says so or if it is one."""
    if output is None or folder or output.is_dir():
        return (output or Path()) / name
    return output


def _write(path: Path, content: bytes) -> None:
    from diptych.files.atomic import write_whole

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)
    except OSError as error:
        cannot_write(path, error)
    say(f"{path}  {len(content):,} bytes", err=True)


def _edition(site: str, document: str) -> Edition:
    from diptych.editions.last import publication_day
    from diptych.language.locales import users_language
    from diptych.project.edition import edition_of, undated

    project, loaded = loaded_project(document)
    if why := undated(Path()):
        say(why[users_language()], err=True)
    edition = edition_of(loaded, project, Path(), site)
    return replace(edition, published=publication_day(loaded, Path()))


def _files(project: Settings) -> dict[str, ExportFile]:
    """Every file by its name without the part that all of the project's share: `vi.pdf`."""
    from diptych.exports.formats import all_files

    files = all_files(project.locales, project.files)
    return {file.name.removeprefix(f"{project.files}."): file for file in files}


def _told(file: ExportFile) -> str:
    from diptych.language.locales import users_language

    return file.format.purpose[users_language()]
