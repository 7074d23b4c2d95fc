"""The built site on nginx, with the configuration of development/nginx.conf."""

from __future__ import annotations

import gzip
import os
import random
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.conftest import ROOT
from tests.patience import CEILING, eventually

CONFIGURATION = ROOT / "development/nginx.conf"
COMPRESSED = {".html", ".js", ".json", ".svg", ".xml", ".md", ".csv", ".tmx"}
_MAIN = """\
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    sendfile on;
    tcp_nopush on;
    access_log off;
    {temporary}
    include {folder}/site.conf;
}}
"""
_TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
_PORTS = range(20_000, 32_000)


def program() -> str | None:
    """The program, also where it is no user's."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def compress(site: Path) -> None:
    """Put beside each file of text below `site` what a host may send in its place."""
    for file in sorted(site.rglob("*")):
        if file.suffix in COMPRESSED and file.is_file():
            zipped = file.with_name(f"{file.name}.gz")
            zipped.write_bytes(gzip.compress(file.read_bytes(), 9, mtime=0))
            times = file.stat().st_mtime_ns
            os.utime(zipped, ns=(times, times))


@contextmanager
def served(site: Path, folder: Path) -> Iterator[int]:
    """`site` on nginx with our configuration, its own files below `folder`; the port."""
    found = program()
    if found is None:
        raise FileNotFoundError("nginx is not installed")
    port = _free_port()
    folder.mkdir(parents=True, exist_ok=True)
    ours = CONFIGURATION.read_text(encoding="utf-8")
    ours = re.sub(r"(?m)^(\s*listen) \S+;", rf"\1 127.0.0.1:{port};", ours)
    ours = re.sub(r"(?m)^(\s*root) \S+;", rf"\1 {site};", ours)
    (folder / "site.conf").write_text(ours, encoding="utf-8")
    temporary = " ".join(f"{name}_temp_path {folder}/{name};" for name in _TEMPORARY)
    main = _MAIN.format(folder=folder, temporary=temporary)
    if os.getuid() == 0:  # the worker reads folders that are root's alone
        main = f"user root;\n{main}"
    (folder / "nginx.conf").write_text(main, encoding="utf-8")
    command = [
        found,
        "-p",
        str(folder),
        "-e",
        str(folder / "error.log"),
        "-c",
        str(folder / "nginx.conf"),
    ]
    subprocess.run([*command, "-t"], check=True, capture_output=True)
    with _running(command, port):
        yield port


@contextmanager
def _running(command: list[str], port: int) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        eventually(lambda: process.poll() is not None or _answers(port))
        if process.poll() is not None:
            raise RuntimeError(f"{command[0]} does not answer")
        yield
    finally:
        process.terminate()
        process.wait(timeout=CEILING)


def _answers(port: int) -> bool:
    with socket.socket() as attempt:
        return attempt.connect_ex(("127.0.0.1", port)) == 0


def _free_port() -> int:
    """One that no connection is given meanwhile: those the system gives away begin above."""
    for port in random.sample(_PORTS, len(_PORTS)):
        with socket.socket() as free, suppress(OSError):
            free.bind(("127.0.0.1", port))
            return port
    raise OSError("no port is free")
