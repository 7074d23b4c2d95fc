"""Make the built site fit to be opened from a folder, where no server turns `part-1/` into a page.

    python -m scripts.preview site preview

Whoever proposes a change downloads it, unpacks it and opens index.html. Search needs a server and
says that it cannot be reached.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from lxml import html

_PAGE = "index.html"


def main(site: Path, preview: Path) -> None:
    """Copy `site` to `preview`, whose links name files."""
    if not (site / _PAGE).is_file():
        sys.exit(f"{site} holds no site; `make site` builds it")
    shutil.rmtree(preview, ignore_errors=True)
    shutil.copytree(site, preview)
    for page in preview.rglob("*.html"):
        document = html.document_fromstring(
            page.read_bytes(), parser=html.HTMLParser(encoding="utf-8")
        )
        for link in document.iter("a", "link"):
            if address := link.get("href"):
                link.set("href", named(address))
        page.write_bytes(html.tostring(document, encoding="utf-8", doctype="<!doctype html>"))


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
