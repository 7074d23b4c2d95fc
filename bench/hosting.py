"""The built site on nginx under load, beside Python's own server (`make bench PART=hosting`)."""

from __future__ import annotations

import functools
import gzip
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.timing import ROOT, python
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
_SECONDS = 2
_PORTS = range(20_000, 32_000)
_CONNECTIONS = (1, 8, 64)
_PATHS = {
    "a section": "/part-3/section-3/",
    "both languages": "/both/part-3/section-3/",
    "the whole text": "/whole/",
    "a PDF": "/downloads/programme.en.pdf",
    "search: its words": "/search/vi.json",
    "search: an index": "/pagefind/index/*",
}


def nginx() -> str | None:
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
    program = nginx()
    if program is None:
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
        program,
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
def _python(site: Path) -> Iterator[int]:
    port = _free_port()
    command = [
        sys.executable,
        "-m",
        "http.server",
        str(port),
        "--bind",
        "127.0.0.1",
        "-d",
        str(site),
    ]
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


def report(console: Console) -> None:
    """Print the tables, or what is missing for them."""
    missing = [
        name for name, found in (("nginx", nginx()), ("wrk", shutil.which("wrk"))) if not found
    ]
    if missing:
        console.print(f"hosting: left out, {' and '.join(missing)} not installed")
        return
    with tempfile.TemporaryDirectory() as name:
        site = Path(name, "site")
        python("-m", "mkdocs", "build", "-q", "-d", str(site))
        with _python(site) as port:
            console.print(_table(site, port, "python -m http.server, 8 connections", (8,)))
        with served(site, Path(name, "nginx")) as port:
            console.print(_table(site, port, "nginx, compressing each answer", (8,)))
        compress(site)
        with served(site, Path(name, "nginx")) as port:
            console.print(_table(site, port, "nginx, compressed beforehand", _CONNECTIONS))


def _table(site: Path, port: int, title: str, connections: tuple[int, ...]) -> Table:
    table = Table(
        "what", "bytes sent", "connections", "requests/s", "p50 ms", "p99 ms", "MB/s", title=title
    )
    for what, pattern in _PATHS.items():
        path = pattern
        if "*" in pattern:
            path = f"/{next(site.glob(pattern[1:])).relative_to(site).as_posix()}"
        for count in connections:
            rate, half, most, size = load(f"http://127.0.0.1:{port}{path}", count)
            table.add_row(
                what, f"{size:,.0f}", str(count), f"{rate:,.0f}", f"{half:.2f}", f"{most:.2f}",
                f"{rate * size / 1e6:,.0f}",
            )  # fmt: skip
    return table


def load(address: str, connections: int) -> tuple[float, float, float, float]:
    """Requests a second, the median and the 99th percentile in ms, bytes an answer, kept alive."""
    said = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{_SECONDS}s", "--latency",
         "-H", "Accept-Encoding: gzip", address],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    percentiles = dict(re.findall(r"^\s+(\d+)%\s+(\S+)$", said, re.MULTILINE))
    requests, received = re.findall(r"(\d+) requests in \S+ (\S+) read", said)[0]
    if "Non-2xx" in said:
        raise RuntimeError(f"{address} does not answer with what is there")
    rate = float(re.findall(r"Requests/sec:\s+(\S+)", said)[0])
    milliseconds = functools.partial(_scaled, units={"us": 1e-3, "ms": 1, "s": 1e3})
    size = _scaled(received, {"B": 1, "KB": 2**10, "MB": 2**20, "GB": 2**30}) / int(requests)
    return rate, milliseconds(percentiles["50"]), milliseconds(percentiles["99"]), size


def _scaled(told: str, units: dict[str, float]) -> float:
    number, unit = re.findall(r"([\d.]+)(\w+)", told)[0]
    return float(number) * units[unit]
