"""Make what the site has besides its pages in another process, while this one makes the pages."""

from __future__ import annotations

import multiprocessing
import signal
import traceback
from collections.abc import Mapping
from multiprocessing.connection import Connection
from typing import Any

from diptych.check.workers import has_one_thread
from diptych.errors import DiptychError
from diptych.exports.formats import Contents
from diptych.project.edition import Edition
from diptych.site.files import NOTHING, MakeFile, site_files


class NotMade(DiptychError):
    """The files could not be made; the message says why."""


class FilesBeingMade:
    """The files of one edition while they are made; either `result` or `stop` ends that."""

    def __init__(self, edition: Edition, more: Mapping[str, MakeFile] = NOTHING) -> None:
        # a fork has the edition at once
        context: Any = multiprocessing.get_context("fork" if has_one_thread() else "spawn")
        self._made, there = context.Pipe(duplex=False)
        self._process = context.Process(
            target=_make, args=(edition, more, self._made, there), daemon=True
        )
        self._process.start()
        there.close()  # so that a process that ends early is heard of

    def result(self) -> Contents:
        """The files by path, once all are made. Raises `NotMade`."""
        try:
            made = self._made.recv()
        except (EOFError, OSError) as error:
            raise NotMade("the process that makes them ended early") from error
        self._process.join()
        if not isinstance(made, Contents):
            raise NotMade(str(made))
        return made

    def stop(self) -> None:
        """Stop making the files, and do without them."""
        self._process.terminate()


def _make(
    edition: Edition, more: Mapping[str, MakeFile], theirs: Connection, made: Connection
) -> None:
    theirs.close()  # or a fork whose builder was killed would wait for itself
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # whatever the build does on it, a fork has it
    try:
        made.send(site_files(edition, more))
    except BrokenPipeError:
        return  # nobody waits any longer
    except Exception:  # told to whoever waits, who has no other way to know
        made.send(traceback.format_exc(limit=-3))
