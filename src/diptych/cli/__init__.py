"""The command `diptych`."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from diptych.cli.confirm import confirm
from diptych.cli.ending import Command, Status, say, say_json
from diptych.cli.export import export
from diptych.cli.report import report

if TYPE_CHECKING:
    from diptych.check import Report
    from diptych.errors import CannotCheck
    from diptych.project.settings import Settings

JSON_FORMS = ("json", "sarif")
WATCHED_FORMS = ("text", "lines")
"""Forms that can be watched: they are read as they come; the others are whole documents."""
HOSTED_FORMS = ("github", "sarif")
"""Forms for code hosts, whose paths begin at the root of the repository."""

_LANGUAGE = click.option(
    "--lang",
    "language",
    type=click.Choice(["vi", "en"]),
    help="Language of the messages  [default: yours; both for GitHub annotations]",
)


@click.group(cls=Command, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="diptych", message="%(version)s")
def main() -> None:
    """Hold a text and its translation against each other.

    \b
    Exit status  of every command, besides its own:
                 2: the command was not understood
                 3: its output could not be written
                 130, 143: it was interrupted, or asked to end
    """  # noqa: D301 - click's mark for lines that stay as they are


@main.command()
@click.argument(
    "paths", nargs=-1, type=click.Path(path_type=Path), metavar="[ORIGINAL TRANSLATION]"
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "lines", "json", "github", "sarif"]),
    default="text",
    show_default=True,
)
@click.option("--watch", "watching", is_flag=True, help="Check again whenever a file is saved")
@click.option("--select", multiple=True, metavar="RULE", help="Run only these rules (S, S104, ...)")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave out these rules")
@click.option(
    "--site",
    envvar="SITE_URL",
    default="",
    metavar="URL",
    help="Address of the site; findings link to its rule reference",
)
@_LANGUAGE
def check(
    paths: tuple[Path, ...],
    form: str,
    watching: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    site: str,
    language: str | None,
) -> None:
    """Check that the original and its translation agree.

    ORIGINAL and TRANSLATION are two Markdown files or folders; without them, the project's own
    texts.

    \b
    Exit status  0: they agree
                 1: they do not; the findings say where
                 2: they could not be compared; each line says why
                 3: what was found could not be written
    """  # noqa: D301 - click's mark for lines that stay as they are
    # a pull request has readers of both languages
    spoken = _spoken(language) if language or form != "github" else ""
    if len(paths) not in (0, 2):
        raise click.UsageError("give two paths, the original and its translation, or none")
    if watching and form not in WATCHED_FORMS:
        raise click.UsageError(f"--watch prints {' or '.join(WATCHED_FORMS)}")
    _assert_rules(select, ignore)
    look = partial(_looked, paths, form, (select, ignore), site, spoken)
    if not watching:
        sys.exit(look())
    from diptych.cli.watch import watch

    watch(look, _read_by(paths), spoken)


def _looked(
    paths: tuple[Path, ...],
    form: str,
    asked: tuple[tuple[str, ...], tuple[str, ...]],
    site: str,
    spoken: str,
) -> int:
    """Check once, say what was found and return the exit status.

    What was said before of the same texts is said again, unless it depends on more than they hold.
    """
    from diptych.cli.kept_answers import Answer, answer_to, keep, question
    from diptych.cli.watching import watched
    from diptych.errors import BadConfiguration, CannotCheck

    try:
        given = _settings(paths)
    except BadConfiguration as error:
        say(str(error), err=True)
        return Status.CANNOT_READ
    read = watched(given, Path())
    wanted = (form, spoken, site, *map(str, (*asked, *paths)))
    known = "" if form in HOSTED_FORMS else question(read, wanted)
    if answer := answer_to(known):
        _print(answer.said, form)
        return answer.status
    # Imported here: what was said before needs none of it.
    from diptych.check import check as checked
    from diptych.cli.progress_bar import Bar
    from diptych.rules import chosen_rules

    try:
        rules = chosen_rules(*asked, published=given.publish)
        with Bar("đang kiểm tra" if spoken == "vi" else "checking") as bar:
            found = checked(given, rules, bar)
    except CannotCheck as stopped:
        _say_why_not(stopped, form, spoken)
        return Status.CANNOT_READ
    answer = Answer(
        Status.FINDINGS if found.refuses else Status.DONE, _said(found, form, spoken, site)
    )
    _print(answer.said, form)
    if known and not _asks_git(found) and question(read, wanted) == known:
        keep(known, answer)
    return answer.status


def _asks_git(found: Report) -> bool:
    """Whether what was found rests on earlier wordings, which the texts do not hold."""
    return any(one.code[0] == "W" for top in found.diagnostics for one in top.walk())


def _assert_rules(select: tuple[str, ...], ignore: tuple[str, ...]) -> None:
    """End the command where a name is no rule's."""
    if select or ignore:
        from diptych.rules import UnknownRule, chosen_rules

        try:
            chosen_rules(select, ignore)
        except UnknownRule as unknown:
            raise click.UsageError(_no_such_rule(str(unknown))) from unknown


def _settings(paths: tuple[Path, ...]) -> Settings:
    from diptych.project.settings import for_paths, settings

    return for_paths(paths[0], paths[1], settings()) if paths else settings()


def _read_by(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """The files that a check of `paths` reads; those and pyproject.toml if that cannot be read."""
    from diptych.cli.watching import watched
    from diptych.errors import BadConfiguration

    try:
        return watched(_settings(paths), Path())
    except BadConfiguration:
        return (Path("pyproject.toml"), *paths)


@main.command()
@_LANGUAGE
def rules(language: str | None) -> None:
    """List the rules, one per line."""
    from diptych.check.catalogue import all_guides
    from diptych.output.explanation import SHORT

    spoken = _spoken(language)
    for told in all_guides():
        where = SHORT[told.scope][spoken]
        said = f"{told.code}  {told.name:34}  {told.summary(spoken)}"
        say(f"{said} [{where}]" if where else said)


@main.command()
@click.argument("rule")
@_LANGUAGE
def explain(rule: str, language: str | None) -> None:
    """Tell what RULE (a code or a name) finds, with an example."""
    from diptych.check.catalogue import all_guides
    from diptych.output.explanation import explanation

    for told in all_guides():
        if rule in (told.code, told.code.lower(), told.name):
            say(explanation(told, _spoken(language)))
            return
    raise click.UsageError(_no_such_rule(rule))


main.add_command(confirm)
main.add_command(export)
main.add_command(report)


def _spoken(language: str | None) -> str:
    from diptych.language.locales import users_language

    return language or users_language()


def _no_such_rule(name: str) -> str:
    return f"there is no rule “{name}”; `diptych rules` lists them"


def _said(found: Report, form: str, spoken: str, site: str) -> str:
    from importlib import import_module

    from diptych.check.catalogue import reference_of
    from diptych.git import prefix, uncommitted
    from diptych.output.repository import report_below

    reference = reference_of(found.bitext, site)
    asked = {}
    if form in HOSTED_FORMS:
        found = report_below(prefix(Path()), found)
    if form == "github":
        asked["changed"] = uncommitted(Path())
    render = import_module(f"diptych.output.{form}").rendered
    said: str = render(found, spoken, reference, **asked)
    return said


def _say_why_not(stopped: CannotCheck, form: str, spoken: str) -> None:
    from importlib import import_module

    from diptych.git import prefix
    from diptych.output.repository import problems_below

    problems = stopped.problems
    if form in HOSTED_FORMS:
        problems = problems_below(prefix(Path()), problems)
    said: str = import_module(f"diptych.output.{form}").stopped(problems, spoken)
    _print(said, form, err=form == "text")


def _print(said: str, form: str, *, err: bool = False) -> None:
    if not said:
        return
    if form in JSON_FORMS:
        say_json(said)
    else:
        say(said, err=err)
