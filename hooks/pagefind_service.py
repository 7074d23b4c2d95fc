"""Send records to Pagefind and have it write an index, without waiting in between.

Pagefind's own Python client looks for answers ten times a second, which makes a tenth of a second
a record; this sends the same messages (see `pagefind.service.types`) and waits for each answer.
"""

from __future__ import annotations

import base64
import json
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pagefind.service import get_executable

_INDEX = 0
"""Pagefind numbers the indexes of a process from 0; we make one."""


class PagefindError(Exception):
    """Pagefind could not be run, or refused a record."""


def write_index(records: Iterable[Mapping[str, Any]], folder: Path) -> int:
    """Index `records` (url, content, language, meta) into `folder`; how many there were.

    Raises `PagefindError`.
    """
    binary = get_executable()
    if binary is None:
        raise PagefindError("the program of the package pagefind-bin is missing")
    count = 0
    with subprocess.Popen(  # noqa: S603 - a dependency's own program
        [str(binary), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as service:
        _ask(service, {"type": "NewIndex", "config": {"write_playground": False}})
        for record in records:
            _ask(service, {"type": "AddRecord", "index_id": _INDEX, **record})
            count += 1
        _ask(service, {"type": "WriteFiles", "index_id": _INDEX, "output_path": str(folder)})
    _sort_keys(folder / "pagefind-entry.json")
    return count


def _sort_keys(file: Path) -> None:
    """Pagefind lists the languages in any order; two builds are to give the same bytes."""
    entry = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(entry, sort_keys=True), encoding="utf-8")


def _ask(service: subprocess.Popen[bytes], payload: dict[str, Any]) -> None:
    """Send one message and wait for its answer; both end in a comma."""
    if service.stdin is None or service.stdout is None:
        raise PagefindError("Pagefind does not listen")
    message = json.dumps({"message_id": 1, "payload": payload})
    service.stdin.write(base64.b64encode(message.encode()) + b",")
    service.stdin.flush()
    received = bytearray()
    while not received.endswith(b","):
        byte = service.stdout.read(1)
        if not byte:
            raise PagefindError("Pagefind ended before it answered")
        received += byte
    answer = json.loads(base64.b64decode(received[:-1]))["payload"]
    if answer["type"] == "Error":
        raise PagefindError(answer["message"])
