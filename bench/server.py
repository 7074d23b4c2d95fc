"""Several sites on one local server, each below a path, compressed as a host would."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

_COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".map"}
"""What hosts compress; fonts, pictures and Pagefind's files are compressed already."""
_LEVEL = 6
_TYPES = {".js": "text/javascript", ".woff2": "font/woff2", ".wasm": "application/wasm"}
_KEPT = "max-age=600"
"""As GitHub Pages has it."""


@dataclass(frozen=True, slots=True)
class _Answer:
    type: str
    plain: bytes
    zipped: bytes | None


class Server(ThreadingHTTPServer):
    """Answers from memory. A site is mounted after it was built for its address."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self._answers: dict[str, _Answer] = {}
        self.sent: list[tuple[str, int]] = []
        """Path and bytes, headers included, of every answer."""

    def address(self, name: str) -> str:
        """Where the root of the site `name` answers."""
        return f"http://127.0.0.1:{self.server_port}/{name}/"

    def mount(self, name: str, folder: Path) -> None:
        """Serve the files below `folder` as the site `name`."""
        for file in folder.rglob("*"):
            if file.is_file():
                path = f"/{name}/{file.relative_to(folder).as_posix()}"
                self._answers[path.removesuffix("index.html")] = _answer(file)

    def answer(self, path: str) -> tuple[int, _Answer | str]:
        """Status, and what is sent or where to go instead; a site's own page for what is not."""
        if found := self._answers.get(path):
            return 200, found
        if f"{path}/" in self._answers:
            return 301, f"{path}/"
        lost = self._answers.get(f"/{path.split('/')[1]}/404.html")
        return 404, lost or _Answer("text/plain", b"Not found", None)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # a connection serves many requests
    server: Server
    _headers_buffer: list[bytes]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        status, found = self.server.answer(path)
        self.send_response(status)
        if isinstance(found, str):
            self.send_header("Location", found)
            found = _Answer("text/plain", b"", None)
        body = found.plain
        if found.zipped is not None:
            self.send_header("Vary", "Accept-Encoding")
            if "gzip" in self.headers.get("Accept-Encoding", ""):
                self.send_header("Content-Encoding", "gzip")
                body = found.zipped
        self.send_header("Content-Type", found.type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", _KEPT)
        head = sum(map(len, self._headers_buffer))
        self.server.sent.append((path, head + len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited name
        pass


@contextmanager
def running() -> Iterator[Server]:
    """A server that answers until the block ends."""
    server = Server()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def _answer(file: Path) -> _Answer:
    plain = file.read_bytes()
    kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
    kind = kind or "application/octet-stream"
    if file.suffix not in _COMPRESSED:
        return _Answer(kind, plain, None)
    text = f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
    return _Answer(text, plain, gzip.compress(plain, _LEVEL))
