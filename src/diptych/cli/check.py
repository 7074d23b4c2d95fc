"""One round of `diptych check`: what is asked for, checked and said."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.cli.ending import Status, cannot_write, say
from diptych.wording import plural

if TYPE_CHECKING:
    from diptych.check import Report
    from diptych.check.set_aside import Aside
    from diptych.diagnostics.baseline import Baseline
    from diptych.errors import Problem
    from diptych.project.bitext import Bitext
    from diptych.project.settings import Settings

_TARGET = "GITHUB_BASE_REF"
"""The environment variable that names the branch that a request goes to, in GitHub's runners."""
EDITIONS = (Path(".git/refs/tags/edition"), Path(".git/packed-refs"))
"""Where git keeps which editions there are."""
_WITH_PROBLEMS = ("json", "sarif")
"""Forms of one whole, in which what could not be read stands beside the findings."""
HOSTED_FORMS = ("github", "sarif")
"""Forms for code hosts, whose paths begin at the root of the repository."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for."""

    paths: tuple[Path, ...]
    form: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    changed: str
    """The revision to tell what differs from; empty to tell everything."""
    baseline: Path | None
    writing: bool
    """Whether the baseline is to be written."""
    summary: Path | None
    """The file to which a summary is added."""
    site: str
    spoken: str
    """The language of the messages; empty for all that are spoken."""
    command: str = ""
    """The command as it was given, by its digest; empty where it is not to be known again."""


def looked(asked: Asked) -> int:
    """Check once, say what was found and return the exit status."""
    from diptych.errors import BadConfiguration, CannotCheck, NoSuchBase, Unreadable

    try:
        return _looked(asked)
    except BadConfiguration as error:
        say(str(error), err=True)
    except NoSuchBase as none:
        say(none.wording[asked.spoken], err=True)
    except CannotCheck as stopped:
        _say_why_not(stopped.problems, asked)
    except Unreadable as unreadable:
        _say_why_not([unreadable.problem], asked)
    return Status.CANNOT_READ


def read_by(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """The files that a check of `paths` reads; those and pyproject.toml if that cannot be read."""
    from diptych.cli.watching import watched
    from diptych.errors import BadConfiguration, CannotCheck

    try:
        return watched(_named(paths)[0], Path())
    except (BadConfiguration, CannotCheck):
        return (Path("pyproject.toml"), *paths)


def _looked(asked: Asked) -> int:
    """Check and say what was found.

    What was said before of the same texts is said again, unless it depends on more than they hold.
    """
    from diptych.answers import Answer, Basis, answer_to, keep, keep_basis, question
    from diptych.cli.watching import watched
    from diptych.errors import BadConfiguration

    given, files, strangers = _named(asked.paths)
    if asked.writing and files is not None:
        raise BadConfiguration(
            "a baseline holds what is found in all texts: name no files with --write-baseline"
        )
    if strangers:
        say(_strangers(strangers, asked.spoken), err=True)
        if not files:
            return Status.DONE
    read = watched(given, Path())
    if asked.baseline:
        read = (*read, asked.baseline)
    if given.moved:  # what is found rests on the newest edition, too
        read = (*read, *EDITIONS)
    wanted = (
        *(asked.form, asked.spoken, asked.site, str(asked.baseline)),
        *map(str, (asked.select, asked.ignore, asked.paths)),
    )
    kept = not (asked.form in HOSTED_FORMS or asked.changed or asked.writing or asked.summary)
    known = question(read, wanted) if kept else ""
    # patterns may find other files tomorrow, and strangers are told each time
    again = "" if given.pairs or strangers else asked.command
    basis = Basis(tuple(map(str, read)), wanted)
    if answer := answer_to(known):
        keep_basis(again, basis)
        _print(answer.said)
        return answer.status
    # Imported here: what was said before needs none of it.
    from diptych.check import check
    from diptych.cli.progress_bar import Bar
    from diptych.rules import chosen_rules

    rules = chosen_rules(asked.select, asked.ignore, published=given.publish, choices=given.choices)
    baseline = None
    if asked.baseline:
        from diptych.diagnostics.baseline import Baseline, read_baseline

        baseline = Baseline() if asked.writing else read_baseline(asked.baseline)
    with Bar("đang kiểm tra" if asked.spoken == "vi" else "checking") as bar:
        found = check(
            given, rules, bar, lambda read: _asides(asked, files, read), baseline, _past()
        )
    if asked.writing and baseline and asked.baseline:
        return _written(asked.baseline, baseline, asked.spoken)
    answer = Answer(Status.FINDINGS if found.refuses else Status.DONE, _said(found, asked))
    _print(answer.said)
    if found.unread:
        _say_why_not(found.unread, asked, told=asked.form in _WITH_PROBLEMS)
        return _summarised(found, asked, Status.CANNOT_READ)
    _summarised(found, asked, answer.status)
    if known and not _asks_git(found) and question(read, wanted) == known:
        keep(known, answer)
        keep_basis(again, basis)
    return answer.status


def _past() -> Callable[[Bitext], Bitext]:
    """What adds to the texts of each document what they made of the newest edition."""
    from diptych.editions.tags import dated_editions

    known = cache(partial(dated_editions, Path()))

    def completed(loaded: Bitext) -> Bitext:
        if loaded.moves is None or not known():
            return loaded  # nothing more is loaded
        from diptych.editions.last import with_last_edition

        return with_last_edition(loaded, Path(), known())

    return completed


def _summarised(found: Report, asked: Asked, status: int) -> int:
    """The `status`, once a summary is added where one is asked for."""
    if asked.summary:
        from diptych.output.summary import rendered

        _add(asked.summary, rendered(found, asked.spoken))
    return status


def _named(paths: tuple[Path, ...]) -> tuple[Settings, frozenset[str] | None, tuple[str, ...]]:
    """The settings, the files to tell of (None for all), and the named files that are others'."""
    from diptych.project.settings import settings

    if not paths:
        return settings(), None, ()
    from diptych.project.named import named_texts

    named = named_texts(paths, settings())
    return named.settings, named.files, named.strangers


def _asks_git(found: Report) -> bool:
    """Whether what was found rests on earlier wordings, which the texts do not hold."""
    return any(one.code[0] in "AW" for top in found.diagnostics for one in top.walk())


def _asides(asked: Asked, files: frozenset[str] | None, loaded: Bitext) -> list[Aside]:
    from diptych.check.set_aside import elsewhere

    asides: list[Aside] = []
    if files is not None:
        asides.append(elsewhere(files))
    if asked.changed:
        from diptych.changes.touched import touched

        change = touched(Path(), asked.changed)
        asides.append(lambda found: not change.has(found, loaded))
    return asides


def _written(path: Path, baseline: Baseline, spoken: str) -> int:
    from diptych.diagnostics.baseline import write_baseline

    try:
        count = write_baseline(path, baseline.found)
    except OSError as error:
        cannot_write(path, error)
    if spoken == "vi":
        say(f"đã ghi {count} phát hiện vào {path}; từ nay chỉ báo những gì mới")
    else:
        say(f"{path}: known now: {plural(count, 'finding')}; a check with it tells what is new")
    return Status.DONE


def _add(path: Path, said: str) -> None:
    try:
        with path.open("a", encoding="utf-8", errors="backslashreplace") as summary:
            summary.write(said)
    except OSError as error:
        cannot_write(path, error)


def _strangers(files: tuple[str, ...], spoken: str) -> str:
    shown = ", ".join(files[:5]) + (", …" if len(files) > 5 else "")
    if spoken == "vi":
        return f"không thuộc văn bản của dự án nên không kiểm tra: {shown}"
    return f"no text of the project, so not checked: {shown}"


def _said(found: Report, asked: Asked) -> str:
    from importlib import import_module

    from diptych.check.catalogue import reference_of
    from diptych.git import prefix, uncommitted
    from diptych.output.repository import report_below

    reference = reference_of(found.bitext, asked.site)
    more = {}
    if asked.form in HOSTED_FORMS:
        found = report_below(prefix(Path()), found)
    if asked.form == "github":
        more["changed"] = uncommitted(Path()) | _requested(asked.changed)
    render = import_module(f"diptych.output.{asked.form}").rendered
    said: str = render(found, asked.spoken, reference, **more)
    return said


def _requested(revision: str) -> frozenset[str]:
    """The files that a request changes, from the repository's root; none where nobody tells."""
    from diptych.changes.touched import touched
    from diptych.errors import NoSuchBase
    from diptych.git import prefix

    target = os.environ.get(_TARGET)
    if not (revision or target):
        return frozenset()
    try:
        change = touched(Path(), revision or f"origin/{target}")
    except NoSuchBase:
        return frozenset()
    here = prefix(Path())
    return frozenset(f"{here}{file}" for file in change.lines)


def _say_why_not(
    problems: list[Problem] | tuple[Problem, ...], asked: Asked, *, told: bool = False
) -> None:
    """Say what could not be read, unless that is `told`, and add it to the summary."""
    from importlib import import_module

    from diptych.git import prefix
    from diptych.output.repository import problems_below

    if asked.form in HOSTED_FORMS:
        problems = problems_below(prefix(Path()), problems)
    if asked.summary:
        from diptych.output.summary import stopped

        _add(asked.summary, stopped(problems, asked.spoken))
    if told:
        return
    said: str = import_module(f"diptych.output.{asked.form}").stopped(problems, asked.spoken)
    _print(said, err=asked.form == "text")


def _print(said: str, *, err: bool = False) -> None:
    if said:
        say(said, err=err)
