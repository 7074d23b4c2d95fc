"""The command `diptych moved`: notes where the passages of old addresses went."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from diptych.cli.ending import Status, cannot_write, say
from diptych.cli.project import loaded_site
from diptych.wording import SPOKEN, Wording

if TYPE_CHECKING:
    from diptych.publication.moved_addresses import Move, Moves

_NONE = Wording(
    vi="git ở đây không có bản đăng nào đọc được nên không có gì để so sánh",
    en="git has no edition here that can be read, so there is nothing to compare with",
)
_ALL = Wording(
    vi="{file} đã ghi đủ: mọi địa chỉ của bản đăng {day} đều dẫn đến đúng đoạn",
    en="{file} lacks nothing: every address of the edition {day} leads to its passage",
)


@click.command()
@click.option("--lang", "language", type=click.Choice(SPOKEN), help="Language of the messages")
def moved(language: str | None) -> None:
    """Note where the passages of editions went whose addresses are others' since.

    The lines go into the list that [tool.diptych] names: moved = "moved.toml". Each is printed.

    \b
    Exit status  0: the list says where every passage went
                 2: the texts or the list could not be read, or there is no edition
                 3: the list could not be written
    """  # noqa: D301 - click's mark for lines that stay as they are
    from diptych.editions.last import completed_in
    from diptych.files.atomic import write_whole
    from diptych.language.locales import users_language

    spoken = language or users_language()
    project, loaded = loaded_site()
    file = project.moved
    if file is None:
        raise click.UsageError("[tool.diptych] names no file for it: moved = “moved.toml”")
    told = [
        (work.moves, work.last_edition)
        for work in map(completed_in(Path()), loaded.works)
        if work.moves and work.last_edition
    ]
    if not told:
        say(_NONE[spoken], err=True)
        sys.exit(Status.CANNOT_READ)
    lacking = [(moves, [one.move for one in last.untold(moves)]) for moves, last in told]
    lines = [move for _, of_document in lacking for move in of_document]
    if not lines:
        say(_ALL[spoken].format(file=file, day=max(last.day for _, last in told)), err=True)
        return
    try:
        write_whole(file, _written(lacking).encode())
    except OSError as error:
        cannot_write(file, error)
    for move in lines:
        say(str(move))
    say(f"{len(lines)} → {file}", err=True)


def _written(lacking: Iterable[tuple[Moves, list[Move]]]) -> str:
    """The file with the lines that the list of each document lacks."""
    written = ""
    for moves, lines in lacking:
        known = replace(moves, lines=tuple(written.split("\n"))) if written else moves
        written = known.with_lines(lines)
    return written
