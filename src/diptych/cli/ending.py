"""What a command says, and with which status it ends, whatever becomes of its output.

It is UTF-8, whatever the locale says: the texts are, and so is what reads it, an editor or a code
host. An output may be full, or be closed by who has read enough. None of that is a finding, and
none of it changes what was found.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from enum import IntEnum
from importlib import import_module
from typing import Any, NoReturn

import click

from diptych.wording import Wording


class Status(IntEnum):
    """The exit statuses of commands; click exits with 2 where a command was not understood."""

    DONE = 0
    FINDINGS = 1
    """The texts were compared, and findings refuse them."""
    CANNOT_READ = 2
    """The texts or the settings cannot be read."""
    CANNOT_WRITE = 3
    """A file, or the output, cannot be written."""


def ended_by(number: int) -> int:
    """The exit status of a command that a signal of this number ended, as shells have it."""
    return 128 + number


_UNWRITTEN = Wording(vi="không ghi được kết quả: {}", en="the output could not be written: {}")


class Command(click.Group):
    """The command with its parts; no part ends with a traceback over its output.

    Those that are `elsewhere`, by their names as "module:function", are loaded when they are run.
    """

    def __init__(self, *args: Any, elsewhere: Mapping[str, str], **extra: Any) -> None:
        super().__init__(*args, **extra)
        self._elsewhere = elsewhere

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: D102 - click's
        return sorted([*super().list_commands(ctx), *self._elsewhere])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: D102 - click's
        if cmd_name not in self._elsewhere:
            return super().get_command(ctx, cmd_name)
        module, _, name = self._elsewhere[cmd_name].partition(":")
        part: click.Command = getattr(import_module(module), name)
        return part

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: D102 - click's
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):  # half a character is told by its code
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        return super().main(*args, **extra)

    def make_context(self, *args: Any, **extra: Any) -> click.Context:  # noqa: D102 - click's
        with _guarded():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: D102 - click's
        with _guarded(), _ended_in_order():
            return super().invoke(ctx)


def say(text: str, *, err: bool = False) -> bool:
    """Print a line on the output, or on standard error; False where nobody reads it any more.

    Where the output cannot be written, the command ends.
    """
    try:
        click.echo(text, err=err, color=False if os.environ.get("NO_COLOR") else None)
    except OSError as error:
        lost(error, sys.stderr if err else sys.stdout)
        return False
    return True


def say_bytes(content: bytes) -> None:
    """Print a file's bytes on the output as they are."""
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except OSError as error:
        lost(error, sys.stdout)


def cannot_write(path: object, error: OSError) -> NoReturn:
    """End the command: the file at `path` could not be written."""
    say(f"{path} could not be written: {error.strerror or error}", err=True)
    sys.exit(Status.CANNOT_WRITE)


def lost(error: OSError, stream: object) -> None:
    """Let nothing more be written to `stream`; end the command unless its reader had enough."""
    with suppress(OSError, AttributeError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())  # type: ignore[attr-defined]
        os.close(nowhere)
    if isinstance(error, BrokenPipeError) or stream is sys.stderr:
        return  # nobody is left to be told
    _end(error)


def _end(error: OSError) -> NoReturn:
    from diptych.language.locales import users_language

    if error.filename:
        say(f"{error.filename}: {error.strerror or error}", err=True)
        sys.exit(Status.CANNOT_READ)
    say(_UNWRITTEN[users_language()].format(error.strerror or error), err=True)
    sys.exit(Status.CANNOT_WRITE)


@contextmanager
def _guarded() -> Iterator[None]:
    """Turn what stops click's own printing (help, version, wrong usage) into an exit status."""
    try:
        yield
    except BrokenPipeError as error:
        lost(error, sys.stdout)
        raise click.exceptions.Exit(0) from error
    except OSError as error:
        if not error.filename:
            lost(error, sys.stdout)
        _end(error)
    except KeyboardInterrupt as error:
        raise click.exceptions.Exit(ended_by(signal.SIGINT)) from error


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Turn a signal to end into an exit, so that a command removes what it has begun to write."""
    asked = [signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]
    if threading.current_thread() is not threading.main_thread():
        asked = []
    before = [(s, signal.getsignal(s)) for s in asked if signal.getsignal(s) is signal.SIG_DFL]
    for sent, _ in before:
        signal.signal(sent, lambda number, _: sys.exit(ended_by(number)))
    try:
        yield
    finally:
        for sent, handler in before:
            signal.signal(sent, handler)
