"""The command `programme`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from programme.errors import CannotCheck

AGREE, FINDINGS, CANNOT_CHECK = 0, 1, 2
"""Exit statuses."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="khanh-hoa-programme", message="%(version)s")
def main() -> None:
    """Hold the two languages of a programme against each other."""


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[VI EN]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
)
@click.option("--select", multiple=True, metavar="RULE", help="Run these rules only (S, S104, ...)")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave these rules out")
@click.option(
    "--lang",
    "language",
    type=click.Choice(["vi", "en"]),
    help="Language of the messages  [default: yours]",
)
def check(
    paths: tuple[Path, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    language: str | None,
) -> None:
    r"""Check that the original and its translation agree.

    VI and EN are two Markdown files or folders; without them, the project's own texts.

    \b
    Exit status  0: they agree
                 1: they do not; the findings say where
                 2: they could not be compared; each line says why
    """
    # Imported here: `--help` and `--version` need none of it.
    from programme.check import check as checked
    from programme.configuration import for_paths, settings
    from programme.errors import BadConfiguration, CannotCheck
    from programme.locales import users_language
    from programme.rules import UnknownRule, chosen_rules

    spoken = language or users_language()
    if len(paths) not in (0, 2):
        raise click.UsageError("give two paths, the original and its translation, or none")
    try:
        chosen = settings()
        if paths:
            chosen = for_paths(paths[0], paths[1], chosen)
        report = checked(chosen, chosen_rules(select, ignore))
    except UnknownRule as unknown:
        raise click.UsageError(_no_such_rule(str(unknown))) from unknown
    except BadConfiguration as error:
        click.echo(str(error), err=True)
        sys.exit(CANNOT_CHECK)
    except CannotCheck as stopped:
        _say_why_not(stopped, form, spoken)
        sys.exit(CANNOT_CHECK)
    if form == "json":
        from programme.diagnostics import json

        click.echo(json.rendered(report.diagnostics, spoken, report.compared))
    elif form == "github":
        from programme.diagnostics import github

        for line in github.finding_annotations(report.diagnostics, spoken):
            click.echo(line)
    else:
        from rich.console import Console

        from programme.diagnostics import text

        text.printed(Console(), report.diagnostics, spoken, report.compared)
    sys.exit(FINDINGS if report.refuses else AGREE)


@main.command()
def rules() -> None:
    """List the rules, a line each."""
    from programme.rules import all_rules

    for known in all_rules():
        click.echo(f"{known.code}  {known.name:34}  {known.summary}")


@main.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Tell what RULE (a code or a name) finds, with an example."""
    from programme.rules import all_rules

    found = [known for known in all_rules() if rule in (known.code, known.code.lower(), known.name)]
    if not found:
        raise click.UsageError(_no_such_rule(rule))
    click.echo(f"{found[0].code} {found[0].name}\n\n{found[0].explanation}")


def _no_such_rule(name: str) -> str:
    return f"there is no rule “{name}”; `programme rules` lists them"


def _say_why_not(stopped: CannotCheck, form: str, spoken: str) -> None:
    if form == "json":
        from programme.diagnostics import json

        click.echo(json.rendered((), spoken, problems=stopped.problems))
    elif form == "github":
        from programme.diagnostics import github

        for line in github.problem_annotations(stopped.problems, spoken):
            click.echo(line)
    else:
        from programme.diagnostics.text import problems_as_text

        click.echo(problems_as_text(stopped.problems, spoken), err=True)


if __name__ == "__main__":
    main()
