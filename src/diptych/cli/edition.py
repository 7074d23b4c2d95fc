"""The command `diptych edition`: makes the committed texts an edition with a date."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from diptych.cli.ending import Status, say
from diptych.cli.project import project_settings
from diptych.wording import SPOKEN, Wording

_NO_DATE = Wording(
    vi="“{}” không phải là ngày; hãy viết năm-tháng-ngày, chẳng hạn 2026-03-01",
    en="“{}” is no date; write it as year-month-day, such as 2026-03-01",
)
_RED = Wording(
    vi="hai bản chưa khớp nhau nên chưa thành bản đăng được; `diptych check` cho biết chỗ sai",
    en="the two languages do not agree, so they cannot be an edition; `diptych check` says where",
)
_UNTOLD = Wording(
    vi="còn địa chỉ của bản đăng mới nhất nay dẫn đến chỗ khác mà chưa được ghi lại; hãy chạy "
    "`diptych moved` rồi `git commit` trước",
    en="some addresses of the newest edition lead elsewhere now, and nothing says so; run "
    "`diptych moved`, then `git commit` first",
)
_MADE = Wording(
    vi="Đã tạo {tag}. Để đăng: git push origin {tag}",
    en="Made {tag}. To publish it: git push origin {tag}",
)


def _refuse(why: str, status: Status = Status.CANNOT_READ) -> NoReturn:
    say(why, err=True)
    sys.exit(status)


@click.command()
@click.argument("date", required=False, envvar="DATE", metavar="[DATE]")
@click.option("--lang", "language", type=click.Choice(SPOKEN), help="Language of the messages")
def edition(date: str | None, language: str | None) -> None:
    """Make the committed texts an edition of DATE (2026-03-01; default: today).

    It is a tag in git, which the page of changes, the feeds and the dated addresses are made from.

    \b
    Exit status  0: made; a line says how to publish it
                 1: the two languages do not agree
                 2: it cannot be made; a line says why
    """  # noqa: D301 - click's mark for lines that stay as they are
    import datetime

    from diptych.check import check
    from diptych.editions.last import completed_in
    from diptych.editions.making import NoEdition, assert_possible, make_edition
    from diptych.editions.tags import edition_date
    from diptych.errors import CannotCheck
    from diptych.language.locales import users_language
    from diptych.rules.addresses import MOVED
    from diptych.visible import visible

    spoken = language or users_language()
    project = project_settings()
    today = datetime.date.today()
    day = edition_date(date) if date else today
    if day is None:
        _refuse(_NO_DATE[spoken].format(visible(date or "")))
    try:
        assert_possible(Path(), day, today)
        found = check(project, completed=completed_in(Path()))
        if found.refuses:
            _refuse(_RED[spoken], Status.FINDINGS)
        # once there is a newer edition, nobody asks for the lines of this one
        if any(one.code == MOVED for top in found.diagnostics for one in top.walk()):
            _refuse(_UNTOLD[spoken])
        say(_MADE[spoken].format(tag=make_edition(Path(), day, today)))
    except NoEdition as refusal:
        _refuse(refusal.wording[spoken])
    except CannotCheck as stopped:
        _refuse(stopped.problems[0].sentence(spoken))
