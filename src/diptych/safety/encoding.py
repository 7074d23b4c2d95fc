"""How a text reaches another language than the one that it is written in: by its encoder alone.

HTML has its own, `markupsafe.escape`, which templates apply to whatever is not marked as HTML.
XML has lxml, addresses `urllib.parse`.
"""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from diptych.patterns import pattern_of

_NOT_IN_CSS = pattern_of("[\\\\\"'<>&\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_NOT_IN_SCRIPT = pattern_of("[<\u2028\u2029\ud800-\udfff]")
_NOT_IN_XML = pattern_of("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""An expression for characters that XML cannot hold: https://www.w3.org/TR/xml/#charsets."""


def css_string(text: str) -> Markup:
    """`text` as a string of CSS, its quotes included, for a stylesheet in a page.

    Nothing in it ends the string, the rule or the element: https://www.w3.org/TR/css-syntax-3/.
    """
    # the blank ends the number, whatever comes after it
    written = _NOT_IN_CSS.sub(lambda m: f"\\{ord(m[0]):x} ", text)
    return Markup(f'"{written}"')  # noqa: S704


def json_in_html(data: Any) -> Markup:
    """`data` as JSON, or as a value of JavaScript, for a script element of a page.

    Nothing in it looks like the element's end, or like a script or a comment within it.
    """
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(_NOT_IN_SCRIPT.sub(lambda m: f"\\u{ord(m[0]):04x}", written))  # noqa: S704


def xml_text(text: str) -> str:
    """`text` with U+FFFD for each character that no document of XML can hold, however written."""
    return text if text.isprintable() else _NOT_IN_XML.sub("\ufffd", text)
