"""The command `diptych confirm`: records that the translation renders the original as it is."""

from __future__ import annotations

import click

from diptych.cli.ending import cannot_write, say
from diptych.cli.project import DOCUMENT, loaded_project
from diptych.model import Side


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option(
    "--all-changed",
    is_flag=True,
    help="All translations that are outdated or were never confirmed; with --reviewed also those "
    "whose words changed after a review",
)
@click.option("--reviewed", is_flag=True, help="Someone else has read the translation as well")
@DOCUMENT
def confirm(ids: tuple[str, ...], *, all_changed: bool, reviewed: bool, document: str) -> None:
    """Record that translations render the original as it is.

    ID is what names a provision in its address, for instance iii-2-1.

    \b
    Exit status  0: recorded
                 2: the texts could not be read, or have no such provision; each line says why
                 3: the record could not be written
    """  # noqa: D301 - click's mark for lines that stay as they are
    from diptych.freshness.record import write_record
    from diptych.freshness.state import State, confirmed

    if not ids and not all_changed:
        raise click.UsageError("name the provisions to confirm, or say --all-changed")
    _, loaded = loaded_project(document)
    found = loaded.freshness
    if found is None:
        raise click.UsageError("[tool.diptych] names no file for it: confirmed = “confirmed.txt”")
    changed = (State.OUTDATED, State.UNCONFIRMED)
    chosen = [*ids]
    if all_changed:
        chosen += [
            i
            for i, standing in found.standings.items()
            if standing.state in changed or (reviewed and standing.lapsed)
        ]
    try:
        record = confirmed(found.standings, chosen, found.record, reviewed=reviewed)
    except KeyError as unknown:
        raise click.UsageError(f"there is no provision {', '.join(unknown.args)}") from unknown
    try:
        write_record(found.file, record)
    except OSError as error:
        cannot_write(found.file, error)
    for identity in dict.fromkeys(chosen):
        standing = found.standings[identity]
        lost = bool(standing.entry and standing.entry.reviewed) and not record.is_reviewed(identity)
        note = (
            "  (no longer recorded as reviewed; --reviewed records that it was read)"
            if lost
            else ""
        )
        say(f"{identity}  {standing.unit.citation(Side.TRANSLATION)}{note}")
    say(f"{len(set(chosen))} → {found.file}", err=True)
