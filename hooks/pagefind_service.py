"""Send records to Pagefind and have it make an index, without waiting in between.

Pagefind's own Python client looks for answers ten times a second, which makes a tenth of a second
a record; this sends the same messages (see `pagefind.service.types`) and waits for each answer.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
from collections.abc import Iterable, Mapping
from typing import Any

from pagefind.service import get_executable

_ENTRY = "pagefind-entry.json"
_INDEX = 0
"""Pagefind numbers the indexes of a process from 0; we make one."""


class PagefindError(Exception):
    """Pagefind could not be run, or refused a record."""


def index_files(records: Iterable[Mapping[str, Any]]) -> dict[str, bytes]:
    """Index `records` (url, content, language, meta); the index's files by path.

    Pagefind could write them itself, but it answers before they are whole.
    Raises `PagefindError`.
    """
    binary = get_executable()
    if binary is None:
        raise PagefindError("the program of the package pagefind-bin is missing")
    with subprocess.Popen(  # noqa: S603 - a dependency's own program
        [str(binary), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as service:
        _ask(service, {"type": "NewIndex", "config": {"write_playground": False}})
        for record in records:
            _ask(service, {"type": "AddRecord", "index_id": _INDEX, **record})
        answer = _ask(service, {"type": "GetFiles", "index_id": _INDEX})
    files = {file["path"]: base64.b64decode(file["content"]) for file in answer["files"]}
    # it lists the languages in any order; two builds are to give the same bytes
    entry = json.loads(files[_ENTRY])
    files[_ENTRY] = json.dumps(entry, sort_keys=True).encode()
    return files


def _ask(service: subprocess.Popen[bytes], payload: dict[str, Any]) -> dict[str, Any]:
    """Send one message and wait for its answer; both end in a comma."""
    if service.stdin is None or service.stdout is None:
        raise PagefindError("Pagefind does not listen")
    message = json.dumps({"message_id": 1, "payload": payload})
    service.stdin.write(base64.b64encode(message.encode()) + b",")
    service.stdin.flush()
    received = bytearray()
    while not received.endswith(b","):
        chunk = os.read(service.stdout.fileno(), 1 << 16)
        if not chunk:
            raise PagefindError("Pagefind ended before it answered")
        received += chunk
    answer: dict[str, Any] = json.loads(base64.b64decode(received[:-1]))["payload"]
    if answer["type"] == "Error":
        raise PagefindError(answer["message"])
    return answer
