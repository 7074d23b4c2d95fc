"""A finished page as a browser parses it: what stands in it that the templates never make."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from diptych.site.assets import stylesheet
from diptych.site.rendering.tables import BOX
from tests.attacks.roads import SITE_URL
from tests.conftest import ROOT

WRITTEN = {
    "a": {"href", "title", "class", "id"},
    "img": {"src", "alt", "title"},
    "code": {"class"},
    "div": {"class"},
    "span": set[str](),
    "ol": {"start"},
    "li": {"id", "value"},
    "th": {"align"},
    "td": {"align"},
    "abbr": {"title", "lang"},
    "sup": {"id"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
    **{
        name: set[str]()
        for name in ("p", "em", "strong", "sub", "br", "hr", "ul", "pre", "blockquote", "table",
                     "thead", "tbody", "tr", "del")
    },
}  # fmt: skip
"""What Markdown may become, besides what the templates make."""
FIXED = {"meta", "link", "script", "style", "base", "html", "head", "body", "template", "dialog",
         "form", "input", "button", "svg", "path", "circle", "title", "main", "header", "footer",
         "nav"}  # fmt: skip
"""Elements of the templates alone: with the very attributes that they give."""
_STRING = re.compile(r'"(?:[^"\\\n\r\f]|\\[^\n\r\f])*"')
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ADDRESS = re.compile(r"[^\x00-\x20\x7f\\<>\"`{}|^]*")
_CODE = re.compile(r"highlight|language-[\w+#.-]+|[a-z]{1,2}[a-z0-9]?")
"""Classes of a block of code, and of its words by their kinds."""
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]"
)
"""Characters that no reader sees, or that turn what they see."""
_ABOVE = re.compile(r"(?:\.{1,2}/)+")
"""Where a page of any depth finds the site's root."""
_LOCAL = re.compile(r"[\w./-]*")
_ADDRESSES = {"data-root", "data-home", "data-script", "data-index"}
"""Attributes of the templates that their scripts follow."""

BOXED = {("div", name) for name in ("tabindex", "role", "aria-label")}
"""What a table of the text is given, which the clean site has not."""


@dataclass
class Known:
    """What the clean site has: every element, attribute, script, style and class of a page."""

    elements: set[tuple[str, str]] = field(default_factory=lambda: set(BOXED))
    fixed: set[tuple[str, frozenset[str]]] = field(default_factory=set)
    declared: set[tuple[str, str]] = field(default_factory=set)
    """What a `meta` or a `link` is for."""
    classes: set[str] = field(default_factory=lambda: {BOX})
    scripts: set[str] = field(default_factory=set)
    styles: set[str] = field(default_factory=set)
    directives: set[str] = field(default_factory=set)
    comments: set[str] = field(default_factory=set)
    icons: set[str] = field(default_factory=set)

    def learn(self, html: str) -> None:
        """Take all that stands in a page for known."""
        for node in _nodes(html):
            given, tag = node.attributes, str(node.tag)
            self.elements |= {(tag, name) for name in given} | {(tag, "")}
            self.classes |= set((given.get("class") or "").split())
            if tag in FIXED:
                self.fixed.add((tag, frozenset(given)))
            if tag in ("meta", "link"):
                self.declared.add(_purpose(node))
            if tag == "-comment":
                self.comments.add(str(node.html))
            if tag == "script":
                self.scripts.add(_script(node))
            if tag == "style":
                self.styles.add(_without_forms(_STRING.sub('""', node.text())))
            if tag == "link" and str(given.get("href")).startswith("data:"):
                self.icons.add(str(given["href"]))
            if _is_policy(node):
                self.directives |= set(_policy(node))


def _nodes(html: str) -> Iterator[LexborNode]:
    root = LexborHTMLParser(html).root
    assert root is not None
    yield from root.traverse(include_text=False)


def _purpose(node: LexborNode) -> tuple[str, str]:
    given = node.attributes
    keys = ("charset", "http-equiv", "name", "property", "rel", "as")
    return str(node.tag), " ".join(f"{key}={given[key]}" for key in keys if key in given)


def _script(node: LexborNode) -> str:
    given = node.attributes
    if "src" in given:
        return "src"
    if given.get("type") == "application/ld+json":
        return "data"
    return _ABOVE.sub("", node.text())


def _is_policy(node: LexborNode) -> bool:
    return (node.attributes.get("http-equiv") or "").lower() == "content-security-policy"


def _policy(node: LexborNode) -> Iterator[str]:
    """Each directive with its sources, hashes apart."""
    for directive in (node.attributes.get("content") or "").split(";"):
        name, *sources = directive.split()
        yield " ".join([name, *(one for one in sources if not one.startswith("'sha256-"))])


@cache
def _sheets_of_forms() -> tuple[str, ...]:
    """What a page with a form that the clean site has not has in its style."""
    of_every_page = stylesheet(ROOT / "overrides", "x/", ())
    names = ("notes", "numbered", "pictures", "tables", "formal", "divisions")
    sheets = (stylesheet(ROOT / "overrides", "x/", (name,)) for name in names)
    return tuple(_STRING.sub('""', sheet.removeprefix(of_every_page)) for sheet in sheets)


def _without_forms(style: str) -> str:
    for sheet in _sheets_of_forms():
        style = style.replace(sheet, "", 1)
    return style


def strange(html: str, address: str, known: Known) -> Iterator[str]:
    """What the page at `address` (below the site's root) holds that it should not."""
    if unseen := _UNSEEN.search(html):
        yield f"a character that no one sees: U+{ord(unseen[0]):04X}"
    identities = Counter[str]()
    policies = 0
    hashes = ""
    for node in _nodes(html):
        given, tag = node.attributes, str(node.tag)
        if tag == "-comment":
            if str(node.html) not in known.comments:
                yield f"a comment: {str(node.html)[:60]}"
            continue
        yield from _strange_element(node, known)
        yield from _strange_values(node, address, known)
        if identity := given.get("id"):
            identities[identity] += 1
        if _is_policy(node):
            policies += 1
            hashes = given.get("content") or ""
        if tag in ("script", "style"):
            yield from _strange_code(node, hashes, known)
    if policies != 1:
        yield f"{policies} policies"
    yield from (f"the id {one} twice" for one, count in identities.items() if count > 1)


def _strange_element(node: LexborNode, known: Known) -> Iterator[str]:
    given, tag = node.attributes, str(node.tag)
    if tag in FIXED:
        if (tag, frozenset(given)) not in known.fixed:
            yield f"<{tag} {' '.join(given)}>"
        if tag in ("meta", "link") and _purpose(node) not in known.declared:
            yield f"<{tag}> for {_purpose(node)[1]}"
        return
    if (tag, "") not in known.elements and tag not in WRITTEN:
        yield f"<{tag}>"
        return
    for name in given:
        if (tag, name) not in known.elements and name not in WRITTEN.get(tag, ()):
            yield f"<{tag} {name}>"
    for name in (given.get("class") or "").split():
        coded = tag in ("code", "div", "span") and _CODE.fullmatch(name)
        if name not in known.classes and not coded:
            yield f"<{tag} class={name}>"


def _strange_values(node: LexborNode, address: str, known: Known) -> Iterator[str]:
    tag = str(node.tag)
    for name, value in node.attributes.items():
        if name in _ADDRESSES and not _LOCAL.fullmatch(value or ""):
            yield f"<{tag} {name}={value!r}>"
        if name not in ("href", "src"):
            continue
        target = value or ""
        scheme = _SCHEME.match(target)
        led = tag == "a" and scheme and scheme[0].lower() in ("http:", "https:", "mailto:")
        if tag == "link" and target in known.icons:
            continue
        if not _ADDRESS.fullmatch(target):
            yield f"<{tag} {name}={target!r}>"
        elif not led and not urljoin(SITE_URL + address, target).startswith(SITE_URL):
            yield f"<{tag} {name}={target[:60]!r}>"


def _strange_code(node: LexborNode, hashes: str, known: Known) -> Iterator[str]:
    tag, text = str(node.tag), node.text()
    if tag == "style":
        if _without_forms(_STRING.sub('""', text)) not in known.styles:
            yield f"a style of its own: {text[-160:]!r}"
    elif _script(node) not in known.scripts:
        yield f"a script of its own: {text[:60]!r}"
    elif _script(node) == "data":
        if "<" in text:
            yield "a sign < in data for search engines"
        json.loads(text)
        return
    if "src" in node.attributes:
        return
    if f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}" not in hashes:
        yield f"a <{tag}> that the policy refuses"
