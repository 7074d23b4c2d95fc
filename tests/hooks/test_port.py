"""An address that cannot be had is told of before anything is built."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tests.conftest import run


@pytest.mark.parametrize("place", ["taken", "not this machine's"])
def test_it_is_said_in_a_line(small: Path, place: str) -> None:
    (small / "docs/en/part-1.md").write_bytes(b"\xff")  # would be told if it were read
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        host = "127.0.0.1" if place == "taken" else "192.0.2.1"  # kept for examples
        address = f"{host}:{taken.getsockname()[1]}"
        done = run("mkdocs", "serve", "--dev-addr", address, cwd=small)
    said = done.stdout + done.stderr
    assert done.returncode != 0
    assert f"The address {address} cannot be used" in said
    assert "Traceback" not in said
    assert "part-1.md" not in said
