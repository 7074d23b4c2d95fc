"""The command `diptych moved`: notes where the passages of old addresses went."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from diptych.cli.ending import Status, cannot_write, say
from diptych.cli.project import assert_one_document, loaded_project, project_settings
from diptych.wording import SPOKEN, Wording

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
    from diptych.editions.last import with_last_edition
    from diptych.files.atomic import write_whole
    from diptych.language.locales import users_language

    spoken = language or users_language()
    assert_one_document(project_settings(), "moved")
    _, loaded = loaded_project()
    if loaded.moves is None:
        raise click.UsageError("[tool.diptych] names no file for it: moved = “moved.toml”")
    last = with_last_edition(loaded, Path()).last_edition
    if last is None:
        say(_NONE[spoken], err=True)
        sys.exit(Status.CANNOT_READ)
    lacking = [one.move for one in last.untold(loaded.moves)]
    file = Path(loaded.moves.file)
    if not lacking:
        say(_ALL[spoken].format(file=file, day=last.day), err=True)
        return
    try:
        write_whole(file, loaded.moves.with_lines(lacking).encode())
    except OSError as error:
        cannot_write(file, error)
    for move in lacking:
        say(str(move))
    say(f"{len(lacking)} → {file}", err=True)
