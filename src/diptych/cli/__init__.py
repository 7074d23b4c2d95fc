"""The command `diptych`."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click

from diptych.cli.ending import Command, say

WATCHED_FORMS = ("text", "lines")
"""Forms that can be watched: they are read as they come; the others are whole documents."""

_ELSEWHERE = {
    "confirm": "diptych.cli.confirm:confirm",
    "edition": "diptych.cli.edition:edition",
    "export": "diptych.cli.export:export",
    "import": "diptych.cli.importing:import_",
    "moved": "diptych.cli.moved:moved",
    "new": "diptych.cli.starting:new",
    "report": "diptych.cli.report:report",
}
"""Where the other parts of the command are, by their names: each is loaded when it is run."""

_LANGUAGE = click.option(
    "--lang",
    "language",
    type=click.Choice(["vi", "en"]),
    help="Language of the messages  [default: yours; both for GitHub annotations]",
)


@click.group(
    cls=Command, elsewhere=_ELSEWHERE, context_settings={"help_option_names": ["-h", "--help"]}
)
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
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[TEXT]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "lines", "json", "github", "sarif"]),
    default="text",
    show_default=True,
)
@click.option("--watch", "watching", is_flag=True, help="Check again whenever a file is saved")
@click.option(
    "--select", multiple=True, metavar="RULES", help="Run only these rules (S104, or S,V1, ...)"
)
@click.option("--ignore", multiple=True, metavar="RULES", help="Leave out these rules")
@click.option(
    "--changed",
    default="",
    metavar="REVISION",
    help="Tell only of what differs from this branch or commit, and of its counterpart",
)
@click.option(
    "--baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Tell only of what is not in this file",
)
@click.option(
    "--write-baseline", "writing", is_flag=True, help="Write what is found into that file"
)
@click.option(
    "--summary",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Add what was found to this file, too, in Markdown",
)
@click.option(
    "--site",
    envvar="SITE_URL",
    default="",
    metavar="URL",
    help="Address of the site; findings link to its rule reference",
)
@_LANGUAGE
@click.pass_obj
def check(
    command: str | None,
    paths: tuple[Path, ...],
    form: str,
    watching: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    changed: str,
    baseline: Path | None,
    writing: bool,
    summary: Path | None,
    site: str,
    language: str | None,
) -> None:
    """Check that the original and its translation agree.

    Without TEXT, the project's own texts are checked. Two texts, Markdown files or folders, are
    checked against each other, the original named first. Files of the project, any number of
    them, are each checked against their counterparts.

    \b
    Exit status  0: they agree
                 1: they do not; the findings say where
                 2: they could not be compared; each line says why
                 3: what was found could not be written
    """  # noqa: D301 - click's mark for lines that stay as they are
    # Imported here: `--help` and `--version` need none of it.
    from diptych.cli.check import Asked, looked, read_by

    # a pull request has readers of both languages
    spoken = _spoken(language) if language or form != "github" else ""
    if watching and form not in WATCHED_FORMS:
        raise click.UsageError(f"--watch prints {' or '.join(WATCHED_FORMS)}")
    if writing and baseline is None:
        raise click.UsageError("--write-baseline needs --baseline FILE, the file to write")
    if writing and (changed or watching):
        raise click.UsageError("--write-baseline writes all that is found, once")
    asked = Asked(
        *(paths, form, _each(select), _each(ignore), changed, baseline, writing, summary, site),
        *(spoken, "" if watching else command or ""),
    )
    _assert_rules(asked.select, asked.ignore)
    look = partial(looked, asked)
    if not watching:
        sys.exit(look())
    from diptych.cli.watch import watch

    watch(look, read_by(paths), spoken)


def _assert_rules(select: tuple[str, ...], ignore: tuple[str, ...]) -> None:
    """End the command where a name is no rule's."""
    if select or ignore:
        from diptych.rules import UnknownRule, chosen_rules, no_such_rule

        try:
            chosen_rules(select, ignore)
        except UnknownRule as unknown:
            raise click.UsageError(no_such_rule(str(unknown))) from unknown


def _each(given: tuple[str, ...]) -> tuple[str, ...]:
    """The names in lists with commas, which may be given again and again."""
    return tuple(name.strip() for names in given for name in names.split(",") if name.strip())


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
    from diptych.rules import no_such_rule

    raise click.UsageError(no_such_rule(rule))


def _spoken(language: str | None) -> str:
    from diptych.language.locales import users_language

    return language or users_language()
