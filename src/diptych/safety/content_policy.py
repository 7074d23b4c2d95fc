"""What a page may run and fetch: a Content-Security-Policy made from the page's own templates.

Only what the templates wrote is hashed, never the finished page: a script that came in with a
text is in no hash and does not run.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256

from markupsafe import Markup

from diptych.patterns import pattern_of

_OPENING = pattern_of(r"<(script|style)\b([^<>]*)>")
_NOT_RUN = pattern_of(r"""\bsrc\s*=|\btype\s*=\s*["']?application/""")
"""An expression for attributes of a script that is fetched or that holds data."""

_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'{script}",  # the search index is WebAssembly
    "style-src 'self'{style}",
    "font-src 'self'",
    "img-src 'self' data:",  # the page's icon
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",  # Pagefind's
    "base-uri 'none'",
    "form-action 'none'",
)


def content_security_policy(written: str) -> Markup:
    """The policy of a page whose templates wrote `written`: this host, and these inline pieces.

    It is for an attribute in double quotes: it holds none, and its own quotes stay as they are.
    """
    hashes: dict[str, dict[str, None]] = {"script": {}, "style": {}}
    for element, attributes, content in _inline(written):
        if element == "style" or not _NOT_RUN.search(attributes):
            hashes[element][hash_source(content)] = None
    allowed = {name: "".join(f" '{one}'" for one in found) for name, found in hashes.items()}
    return Markup("; ".join(_DIRECTIVES).format(**allowed))  # noqa: S704 - names and hashes


def _inline(written: str) -> Iterator[tuple[str, str, str]]:
    """The inline scripts and stylesheets in `written`, as (element, attributes, content)."""
    at = 0
    while opening := _OPENING.search(written, at):
        end = written.find(f"</{opening[1]}>", opening.end())
        at = end if end >= 0 else len(written)
        yield opening[1], opening[2], written[opening.end() : at]


@lru_cache(maxsize=256)  # pages of one folder have the same stylesheet, letter for letter
def hash_source(content: str) -> str:
    """The expression by which a policy names an inline script or stylesheet with this `content`."""
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode()
