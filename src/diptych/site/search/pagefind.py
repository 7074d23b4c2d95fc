"""Send records to Pagefind and have it make an index, without waiting in between.

Pagefind's own Python client looks for answers ten times a second, which takes a tenth of a second
for each record; this sends the same messages (see `pagefind.service.types`) and waits for each
answer.
"""

from __future__ import annotations

import base64
import json
import os
import signal
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import Event, Timer
from typing import Any

from pagefind.service import get_executable

ENTRY = "pagefind-entry.json"
"""The file that says which languages an index has, and what each is searched with."""
_INDEX = 0
"""The number of our index: Pagefind counts those of a process from 0, and we make one."""
PATIENCE = 300.0
"""The most seconds for one answer. It takes milliseconds; only a program that hangs needs more."""
_LONGEST = 1 << 30
"""The most bytes of an answer, which has the whole index at most."""


_at_work: set[subprocess.Popen[bytes]] = set()


class PagefindError(Exception):
    """Pagefind could not be run, or refused a record."""


def index_files(records: Iterable[Mapping[str, Any]]) -> dict[str, bytes]:
    """The files, by path, of an index of `records` (url, content, language, meta).

    Pagefind could write them itself, but it answers before they are whole. Raises `PagefindError`.
    """
    with _running() as service:
        _ask(service, {"type": "NewIndex", "config": {"write_playground": False}})
        for record in records:
            _ask(service, {"type": "AddRecord", "index_id": _INDEX, **record})
        answer = _ask(service, {"type": "GetFiles", "index_id": _INDEX})
    try:
        files = {file["path"]: base64.b64decode(file["content"]) for file in answer["files"]}
        # it lists the languages in any order; two builds are to give the same bytes
        entry = json.loads(files[ENTRY])
    except (KeyError, TypeError, ValueError) as error:
        raise PagefindError("Pagefind answered something else than an index") from error
    files[ENTRY] = json.dumps(entry, sort_keys=True).encode()
    return files


def stop() -> None:
    """Stop making the index, if one is being made, and do without it."""
    for service in tuple(_at_work):
        _kill(service)


def _kill(service: subprocess.Popen[bytes]) -> None:
    if service.poll() is not None:
        return
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(service.pid, signal.SIGKILL)
        else:
            service.kill()


@contextmanager
def _running() -> Iterator[subprocess.Popen[bytes]]:
    binary = get_executable()
    if binary is None:
        raise PagefindError("the program of the package pagefind-bin is missing")
    try:
        service = subprocess.Popen(  # noqa: S603 - a dependency's own program
            [str(binary), "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # to be ended with whatever it started
        )
    except OSError as error:
        raise PagefindError(f"{binary} cannot be run ({error.strerror or error})") from error
    _at_work.add(service)
    try:
        yield service
    finally:
        _at_work.discard(service)
        _kill(service)  # it keeps nothing that is to be saved
        for pipe in (service.stdin, service.stdout):
            with suppress(OSError):  # what it has not read
                if pipe is not None:
                    pipe.close()
        service.wait()


def _ask(service: subprocess.Popen[bytes], payload: dict[str, Any]) -> dict[str, Any]:
    """Send one message and wait for its answer; both end in a comma."""
    message = json.dumps({"message_id": 1, "payload": payload})
    given_up = Event()

    def give_up() -> None:
        given_up.set()
        _kill(service)

    hangs = Timer(PATIENCE, give_up)
    hangs.daemon = True
    hangs.start()
    try:
        received = _answer(service, base64.b64encode(message.encode()) + b",")
    finally:
        hangs.cancel()
    if given_up.is_set():
        raise PagefindError(f"Pagefind did not answer within {PATIENCE:g} seconds")
    if not received.endswith(b","):
        raise PagefindError("Pagefind ended before it answered")
    try:
        answer: dict[str, Any] = json.loads(base64.b64decode(received[:-1]))["payload"]
        failed = answer["type"] == "Error"
    except (KeyError, TypeError, ValueError) as error:
        raise PagefindError("the answer is not one of Pagefind's") from error
    if failed:
        raise PagefindError(str(answer.get("message", "")))
    return answer


def _answer(service: subprocess.Popen[bytes], message: bytes) -> bytes:
    """The answer to `message`, as far as it comes."""
    if service.stdin is None or service.stdout is None:
        return b""
    received = bytearray()
    with suppress(OSError):  # it has ended, or was ended
        service.stdin.write(message)
        service.stdin.flush()
        while not received.endswith(b",") and len(received) < _LONGEST:
            chunk = os.read(service.stdout.fileno(), 1 << 16)
            if not chunk:
                break
            received += chunk
    return bytes(received)
