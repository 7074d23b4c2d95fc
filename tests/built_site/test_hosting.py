"""The site behind nginx with the configuration of development/nginx.conf, where nginx is there."""

from __future__ import annotations

import gzip
import http.client
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from diptych.exports.formats import all_files
from tests.built_site import nginx
from tests.patience import CEILING

pytestmark = [
    pytest.mark.skipif(
        nginx.program() is None and "REQUIRE_TOOLS" not in os.environ,
        reason="no nginx here: make tools",
    ),
    pytest.mark.xdist_group("hosting"),
]


@pytest.fixture(scope="module")
def port(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Where the built site answers, at the root of a host; its text compressed beforehand."""
    served = tmp_path_factory.mktemp("hosting")
    shutil.copytree(site, served / "site")
    nginx.compress(served / "site")
    (served / "site/part-1/.hidden").write_text("for nobody", encoding="utf-8")
    with nginx.served(served / "site", served / "nginx") as listening:
        yield listening


def get(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=CEILING)
    try:
        connection.request(
            "GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        answer = connection.getresponse()
        told = {name.lower(): value for name, value in answer.getheaders()}
        return answer.status, told, answer.read()
    finally:
        connection.close()


def first(site: Path, pattern: str) -> str:
    return "/" + next(path.relative_to(site).as_posix() for path in sorted(site.glob(pattern)))


SHORT, HOUR, DAY, MONTH, YEAR = 600, 3600, 86400, 2592000, 31536000


@pytest.mark.parametrize(
    ("pattern", "media_type", "seconds"),
    [
        ("index.html", "text/html; charset=utf-8", SHORT),
        ("en/both/part-1/index.html", "text/html; charset=utf-8", SHORT),
        ("assets/fonts/*regular.woff2", "font/woff2", MONTH),
        ("assets/javascripts/site.js", "application/javascript; charset=utf-8", DAY),
        ("assets/favicon.svg", "image/svg+xml", DAY),
        ("assets/preview.en.png", "image/png", DAY),
        ("pagefind/fragment/*", "application/octet-stream", YEAR),
        ("pagefind/index/*", "application/octet-stream", YEAR),
        ("pagefind/*.pf_meta", "application/octet-stream", YEAR),
        ("pagefind/pagefind-worker.js", "application/javascript; charset=utf-8", SHORT),
        ("pagefind/pagefind-entry.json", "application/json; charset=utf-8", SHORT),
        ("offline/vi.*.json", "application/json; charset=utf-8", YEAR),
        ("offline/version.json", "application/json; charset=utf-8", SHORT),
        ("service-worker.js", "application/javascript; charset=utf-8", SHORT),
        ("manifest.vi.webmanifest", "application/manifest+json", SHORT),
        ("search/vi.json", "application/json; charset=utf-8", SHORT),
        ("sitemap.xml", "text/xml; charset=utf-8", SHORT),
        ("en/feed.xml", "application/atom+xml", SHORT),
    ],
)
def test_each_kind_of_file_has_its_type_and_lifetime(
    port: int, site: Path, pattern: str, media_type: str, seconds: int
) -> None:
    path = first(site, pattern).removesuffix("index.html")
    status, told, content = get(port, path)
    assert status == 200
    assert (
        content
        == (site / path[1:] / "index.html" if path[-1] == "/" else site / path[1:]).read_bytes()
    )
    assert told["content-type"] == media_type
    assert f"max-age={seconds}" in told["cache-control"]
    assert ("immutable" in told["cache-control"]) == (seconds == YEAR)
    _assert_safe(told)


def _assert_safe(told: dict[str, str]) -> None:
    assert told["x-content-type-options"] == "nosniff"
    assert told["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "frame-ancestors 'self'" in told["content-security-policy"]
    assert not re.search(r"\d", told["server"])


@pytest.mark.parametrize("file", all_files(("vi", "en"), "programme"), ids=lambda file: file.name)
def test_each_file_to_take_away_has_its_type(port: int, site: Path, file) -> None:  # type: ignore[no-untyped-def]
    status, told, content = get(port, f"/downloads/{file.name}")
    assert status == 200
    assert told["content-type"].partition(";")[0] == file.format.media_type.partition(";")[0]
    assert f"max-age={HOUR}" in told["cache-control"]
    assert content == (site / "downloads" / file.name).read_bytes()
    _assert_safe(told)


@pytest.mark.parametrize("path", ["/", "/downloads/programme.en.md", "/assets/javascripts/site.js"])
def test_text_is_sent_compressed_and_as_it_is(port: int, path: str) -> None:
    plain, zipped = get(port, path), get(port, path, Accept_Encoding="gzip")
    assert "content-encoding" not in plain[1]
    assert zipped[1]["content-encoding"] == "gzip"
    assert zipped[1]["vary"] == plain[1]["vary"] == "Accept-Encoding"
    assert len(zipped[2]) == int(zipped[1]["content-length"]), "not compressed beforehand"
    assert gzip.decompress(zipped[2]) == plain[2]
    assert len(zipped[2]) < 0.6 * len(plain[2])


def test_what_was_not_changed_is_not_sent_again(port: int) -> None:
    _, told, _ = get(port, "/part-1/")
    status, again, content = get(port, "/part-1/", If_None_Match=told["etag"])
    assert (status, content) == (304, b"")
    assert "max-age" in again["cache-control"]


@pytest.mark.parametrize("path", ["/nowhere", "/en/part-3/no/such/page/", "/downloads/none.pdf"])
def test_what_is_not_there_gets_the_sites_own_page(port: int, site: Path, path: str) -> None:
    status, told, content = get(port, path)
    assert status == 404
    assert content == (site / "404.html").read_bytes()
    assert "immutable" not in told.get("cache-control", "")
    _assert_safe(told)


@pytest.mark.parametrize(
    "path",
    ["/assets/", "/downloads/", "/pagefind/", "/part-1/.hidden", "/../../etc/passwd",
     "/..%2f..%2fetc/passwd", "/assets/..%2f..%2f..%2fnginx/nginx.conf",
     "/%2e%2e/nginx/nginx.conf"],
)  # fmt: skip
def test_nothing_else_is_given(port: int, path: str) -> None:
    status, _, content = get(port, path)
    assert status in {400, 403, 404}
    for word in (b"root:x:", b"Index of", b"for nobody", b"worker_"):
        assert word not in content


def test_a_folder_without_its_slash_is_led_to_its_page(port: int) -> None:
    status, told, _ = get(port, "/en/part-1")
    assert (status, told["location"]) == (301, "/en/part-1/")
