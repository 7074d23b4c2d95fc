"""Make the built site fit to be opened from a folder, where no server turns `part-1/` into a page.

    python -m scripts.preview site preview

Whoever proposes a change downloads it, unpacks it and opens index.html. From a folder browsers load
no module: the pages come as they are without scripts, and say so.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from lxml import html

_PAGE = "index.html"
_NOTICES = {
    "vi": "Bản xem trước mở từ tệp: không có tìm kiếm và những gì cần tập lệnh.",
    "en": "A preview opened as a file: without search and whatever else needs scripts.",
}
"""What each page says first, by its language; in English where there is no other."""
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline' file:; font-src file:; img-src file: data:; "
    "base-uri 'none'; form-action 'none'"
)
"""What its pages may fetch: the styles, typefaces and pictures beside them; nothing may run."""
_OF_A_HOST = ("service-worker.js", "offline", "offline.html", "*.webmanifest", "icon-*.png")
"""What makes an app of the site and keeps its text for readers without a network."""
_DATA = "application/ld+json"


def main(site: Path, preview: Path) -> None:
    """Copy `site` to `preview`, whose links name files."""
    if not (site / _PAGE).is_file():
        sys.exit(f"{site} holds no site; `make site` builds it")
    shutil.rmtree(preview, ignore_errors=True)
    shutil.copytree(site, preview, ignore=shutil.ignore_patterns(*_OF_A_HOST))
    for page in preview.rglob("*.html"):
        document = html.document_fromstring(
            page.read_bytes(), parser=html.HTMLParser(encoding="utf-8")
        )
        for link in document.iter("a", "link"):
            if address := link.get("href"):
                link.set("href", named(address))
        _without_scripts(document)
        page.write_bytes(html.tostring(document, encoding="utf-8", doctype="<!doctype html>"))


def _without_scripts(document: html.HtmlElement) -> None:
    for script in [*document.iter("script")]:
        if script.get("type") != _DATA:
            script.drop_tree()
    for meta in [*document.iter("meta")]:
        if meta.get("http-equiv") == "Content-Security-Policy":
            meta.set("content", _POLICY)
    for link in [*document.iter("link")]:
        if link.get("rel") in ("manifest", "preload"):  # asked for as from another host
            link.drop_tree()
    notice = html.Element("p", {"class": "status"})
    notice.text = _NOTICES.get(document.get("lang", ""), _NOTICES["en"])
    for main_part in document.iter("main"):
        main_part.insert(0, notice)


def named(address: str) -> str:
    """A relative address of a folder as that of the page in it; any other as it is."""
    try:
        parts = urlsplit(address)
    except ValueError:  # no address at all
        return address
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return address
    if parts.path.endswith("/"):
        return urlunsplit(parts._replace(path=parts.path + _PAGE))
    if parts.path.rpartition("/")[2] in (".", ".."):
        return urlunsplit(parts._replace(path=f"{parts.path}/{_PAGE}"))
    return address


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
