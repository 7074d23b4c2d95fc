"""The last look at a finished page, as a browser parses it.

It does not ask how something came into the page. What stands there was opened by a template, which
the mark tells, or rendered from a text; each has its list of elements, attributes and addresses,
and nothing else may stand there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement
from selectolax.lexbor import LexborHTMLParser, LexborNode

from diptych.files.controls import in_text
from diptych.safety.allowed import RENDERED, RENDERED_ATTRIBUTES, remote, runs
from diptych.safety.content_policy import content_security_policy
from diptych.safety.frame import MARK, Frame, unmarked
from diptych.visible import visible
from diptych.wording import Wording

TEXT = "provisions"
"""The class of the element into which a template puts the rendered text."""

_OF_TEXT = RENDERED | {"small"}
_ATTRIBUTES_OF_TEXT = RENDERED_ATTRIBUTES | {"data-cited", "data-page", "tabindex"}
"""The attributes of rendered text, with those that anchors, terms, typesetting and layout add (see
diptych/site/rendering)."""
_IN_PHRASES = frozenset({"code", "em", "span", "strong"})
"""Elements of Markdown in which a template may set names and the words of rules."""
_SCRIPTS = "assets/javascripts/"
_HERE = ("#", "./", "../")
"""The beginnings of most addresses, which lead to the site itself whatever comes after."""
_ICON = "data:image/svg+xml,"
_COMMENT = "-comment"
"""The parser's name for a comment."""
_DATA = "application/ld+json"
_POLICY = "Content-Security-Policy"
_SHOWN = 40

Attributes = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Fault:
    """What stands in a page that neither a template nor a text made."""

    what: Wording
    near: str = ""
    """The id of the element around the fault and the text there, as far as it has them."""

    @property
    def wording(self) -> Wording:
        """The fault as a whole sentence."""
        near = self.near
        return Wording(
            vi=f"{self.what.vi}" + (f" (gần {near})" if near else ""),
            en=f"{self.what.en}" + (f" (near {near})" if near else ""),
        )


@dataclass(frozen=True, slots=True)
class Intended:
    """The elements and the words of a rendered text, to be found again in the finished page."""

    elements: tuple[str, ...]
    """The names of the elements, in reading order."""
    text: str

    @classmethod
    def of(cls, root: HtmlElement) -> Intended:
        """The elements and the words below `root`."""
        elements = tuple(str(element.tag) for element in root.iterdescendants())
        return cls(elements, str(root.text_content()).strip())


@dataclass(frozen=True, slots=True)
class Site:
    """What a page is held to, besides its own text."""

    frame: Frame
    hosts: tuple[str, ...] = ()
    """The beginnings of addresses outside the site to which templates may lead."""
    comments: tuple[str, ...] = ()
    """The beginnings of comments that stand for what is not made yet."""
    policed: bool = True
    """Whether each page has a Content-Security-Policy; under `mkdocs serve` none has."""


def first_fault(page: str, finished: str, site: Site, text: Intended | None = None) -> Fault | None:
    """The first thing in `page` that may not stand there, or None.

    `finished` is the page without its marks, as it is published; `text` is what was rendered into
    it, and where that is None its place may be missing.
    """
    if problem := in_text(finished, ""):
        return Fault(problem.wording)
    return next(_Look(page, site, text).faults(), None)


class _Look:
    """Goes through the elements of a page once, in their order."""

    def __init__(self, page: str, site: Site, text: Intended | None) -> None:
        self.site = site
        self.intended = text
        self.tree = LexborHTMLParser(page, scripting=True)
        self.in_main: set[int] = set()
        self.in_text: set[int] = set()
        self.texts: list[LexborNode] = []
        self.inline: list[LexborNode] = []
        """The scripts and stylesheets that are neither fetched nor data."""
        self.policies: list[LexborNode] = []

    def faults(self) -> Iterator[Fault]:
        head = self.tree.head
        if head is None or self.tree.root is None:
            yield _fault("<html>", None)
            return
        yield from self._places(self.tree.root, _below(head))
        yield from self._text()
        if self.site.policed:
            yield from self._policy(head)

    def _places(self, root: LexborNode, in_head: set[int]) -> Iterator[Fault]:
        """A fault for each element that the list of its place does not have."""
        seen: set[str] = set()
        for node, tag in _elements(root):
            attributes = node.attributes
            if MARK in attributes:
                bad = self._of_template(node, tag, attributes)
                if tag in _NOTED:
                    self._note(node, tag, attributes)
                    if tag in _HEAD and node.mem_id not in in_head:
                        bad = ""
            elif node.mem_id in self.in_text or (
                tag in _IN_PHRASES and node.mem_id in self.in_main
            ):
                bad = _of_text(tag, attributes)
            elif tag == _COMMENT:
                bad = None if (node.comment_content or "").startswith(self.site.comments) else ""
            else:
                bad = ""
            if bad is not None:
                yield _fault(_written(tag, bad, attributes), node)
            if identity := attributes.get("id"):
                if identity in seen:
                    yield _fault(f'id="{identity}" ×2', node)
                seen.add(identity)

    def _note(self, node: LexborNode, tag: str, attributes: Attributes) -> None:
        """Keep `node` if it is one that is looked at again once the page is gone through."""
        if tag == "main":
            self.in_main = _below(node)
        elif tag == "div":
            if attributes.get("class") == TEXT and node.mem_id in self.in_main:
                self.texts.append(node)
                self.in_text |= _below(node)
        elif "http-equiv" in attributes:
            self.policies.append(node)
        elif tag in _RUN and "src" not in attributes and attributes.get("type") != _DATA:
            self.inline.append(node)

    def _of_template(self, node: LexborNode, tag: str, attributes: Attributes) -> str | None:
        """The first attribute that no template writes so, or that leads or loads what it may not.

        It is empty where the element itself is what may not stand there, and None without a fault.
        """
        if (bad := self.site.frame.made(tag, attributes)) is not None:
            return bad
        if "src" in attributes:
            source = attributes["src"] or ""
            if remote(source) or _SCRIPTS not in source:
                return "src"
        if "href" not in attributes:
            return None
        address = attributes["href"] or ""
        if address.startswith(_HERE):
            return None
        if tag == "link":
            fetched = attributes.get("rel") in ("icon", "manifest", "preload")
            kept = address.startswith(_ICON) or not (remote(address) if fetched else runs(address))
            return None if kept else "href"
        if not remote(address):
            return None
        leaves = node.mem_id not in self.in_main and not address.startswith(self.site.hosts)
        return "href" if leaves or runs(address) else None

    def _text(self) -> Iterator[Fault]:
        """A fault if the text as the browser has it is not the text as it was made."""
        if self.intended is None:
            return
        if not self.texts and not (self.intended.text or self.intended.elements):
            return
        if len(self.texts) != 1:
            yield _fault(f"{TEXT} ×{len(self.texts)}", self.texts[-1] if self.texts else None)
            return
        [text] = self.texts
        elements = tuple(tag for _, tag in _elements(text))[1:]
        if elements != self.intended.elements or text.text().strip() != self.intended.text:
            yield Fault(
                Wording(
                    vi="trình duyệt đọc phần văn bản khác với khi dựng",
                    en="a browser would read the text differently from how it was rendered",
                ),
                _near(text),
            )

    def _policy(self, head: LexborNode) -> Iterator[Fault]:
        """A fault unless one policy stands before all that loads and names scripts and styles."""
        if len(self.policies) != 1:
            yield _fault(f"{_POLICY} ×{len(self.policies)}", head)
            return
        [policy] = self.policies
        pieces = (f"<{node.tag}>{node.text()}</{node.tag}>" for node in self.inline)
        if policy.attributes.get("content") != str(content_security_policy("".join(pieces))):
            yield _fault(_POLICY, policy)
        first = [node for node, _ in islice(_elements(head), 1, 3)]
        if first[-1].mem_id != policy.mem_id or "charset" not in first[0].attributes:
            yield _fault(f"<{first[0].tag}>, {_POLICY}", policy)


_RUN = frozenset({"script", "style"})
_HEAD = frozenset({"meta", "title", "link", "style"})
_NOTED = _HEAD | _RUN | {"main", "div"}


def _elements(root: LexborNode) -> Iterator[tuple[LexborNode, str]]:
    """`root` and every element or comment below it, also in templates, each with its name."""
    for node in root.traverse(include_text=False):
        tag = node.tag or ""
        yield node, tag
        if tag == "template":
            for fragment in node.template_fragments():
                yield from _elements(fragment)


def _below(node: LexborNode) -> set[int]:
    return {one.mem_id for one in node.traverse(include_text=False)} - {node.mem_id}


def _of_text(tag: str, attributes: Attributes) -> str | None:
    """The first attribute that no rendered text has; empty if it has no such element; else None."""
    if tag not in _OF_TEXT:
        return ""
    for name, value in attributes.items():
        if name not in _ATTRIBUTES_OF_TEXT:
            return name
        address = value or ""
        if name == "href" and (tag != "a" or (not address.startswith(_HERE) and runs(address))):
            return name
        if name == "src" and (tag != "img" or remote(address)):
            return name
    return None


def _written(tag: str, attribute: str, attributes: Attributes) -> str:
    if not attribute:
        return f"<{tag}>"
    value = attributes.get(attribute) or ""
    return visible(f'<{tag} {attribute}="{value[:_SHOWN]}">')


def _fault(what: str, node: LexborNode | None) -> Fault:
    return Fault(
        Wording(
            vi=f"trong trang có thứ mà không khuôn hay văn bản nào tạo ra: {what}",
            en=f"the page contains something that no template or text produces: {what}",
        ),
        _near(node) if node else "",
    )


def _near(node: LexborNode) -> str:
    """The nearest id around `node`, and the text at it."""
    said = _said(node)
    around: LexborNode | None = node
    while around is not None and not around.attributes.get("id"):
        said = said or _said(around)
        around = around.parent
    place = f"#{around.attributes['id']}" if around is not None else ""
    shown = f"“{said[:_SHOWN]}{'…' if len(said) > _SHOWN else ''}”" if said else ""
    return visible(" ".join(filter(None, (place, shown))))


def _said(node: LexborNode) -> str:
    return " ".join(unmarked(node.text()).split())
