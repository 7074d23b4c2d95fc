"""The last look is at the finished page, as a browser parses it.

It does not ask how something came into the page. What stands there was opened by a template,
which the mark tells, or rendered from a text; each has its list of elements, attributes and
addresses, and nothing else stands there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement
from selectolax.lexbor import LexborHTMLParser, LexborNode

from programme.allowed import RENDERED, RENDERED_ATTRIBUTES, remote, runs
from programme.rendering.policy import content_security_policy
from programme.safety.controls import in_text
from programme.safety.frame import MARK, Frame, unmarked
from programme.wording import Wording

TEXT = "main > .provisions"
"""Where a template puts the rendered text."""

_OF_TEXT = RENDERED | {"small"}
_ATTRIBUTES_OF_TEXT = RENDERED_ATTRIBUTES | {"data-cited"}
"""With what anchors, terms and typesetting add (see programme/rendering)."""
_OF_A_CELL = frozenset({"a", "abbr", "br", "code", "em", "img", "span", "strong", "sub", "sup"})
"""Of what a text becomes where a template sets out its provisions one by one."""
_SCRIPTS = "assets/javascripts/"
_ICON = "data:image/svg+xml,"
_DATA = "application/ld+json"
_POLICY = "Content-Security-Policy"
_SHOWN = 40

Attributes = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Fault:
    """What stands in a page that neither a template nor a text made."""

    what: Wording
    near: str = ""
    """The id of the element around it and the text there, as far as it has them."""

    @property
    def wording(self) -> Wording:
        """The whole sentence."""
        near = self.near
        return Wording(
            vi=f"{self.what.vi}" + (f" (gần {near})" if near else ""),
            en=f"{self.what.en}" + (f" (near {near})" if near else ""),
        )


@dataclass(frozen=True, slots=True)
class Intended:
    """The rendered text as it was made, to be found again in the page."""

    elements: tuple[str, ...]
    """In reading order."""
    text: str

    @classmethod
    def of(cls, root: HtmlElement) -> Intended:
        """What stands below `root`."""
        elements = tuple(str(element.tag) for element in root.iterdescendants())
        return cls(elements, str(root.text_content()).strip())


@dataclass(frozen=True, slots=True)
class Site:
    """What a page is held to, besides its own text."""

    frame: Frame
    hosts: tuple[str, ...] = ()
    """How addresses begin that the templates may lead to outside the site."""
    comments: tuple[str, ...] = ()
    """How comments begin that stand for what is not made yet."""
    policed: bool = True
    """Whether each page has a policy; under `mkdocs serve` none has."""


def first_fault(page: str, site: Site, text: Intended | None = None) -> Fault | None:
    """The first thing in a page with its marks that may not stand there, if there is one.

    `text` is what was rendered into it; without it, its place may be missing.
    """
    return next(_Look(page, site, text).faults(), None)


class _Look:
    def __init__(self, page: str, site: Site, text: Intended | None) -> None:
        self.page = page
        self.site = site
        self.intended = text
        self.tree = LexborHTMLParser(page, scripting=True)

    def faults(self) -> Iterator[Fault]:
        if problem := in_text(unmarked(self.page), ""):
            yield Fault(problem.wording)
        head, body = self.tree.head, self.tree.body
        if head is None or body is None or self.tree.root is None:
            yield _fault("<html>", None)
            return
        texts = self.tree.css(TEXT)
        yield from self._places(self.tree.root, head, texts)
        yield from self._text(texts)
        if self.site.policed:
            yield from self._policy(head)
        yield from self._comments(self.tree.root)

    def _places(
        self, root: LexborNode, head: LexborNode, texts: list[LexborNode]
    ) -> Iterator[Fault]:
        """Each element by the list of its place."""
        in_head = _below(head)
        in_main = {one for main in self.tree.css("body > .frame > main") for one in _below(main)}
        in_text = {one for text in texts for one in _below(text)}
        seen: set[str] = set()
        for node in _elements(root):
            tag, attributes, at = node.tag or "", node.attributes, node.mem_id
            if MARK in attributes:
                bad = self._of_template(tag, attributes, main=at in in_main)
                if bad is None and (at in in_head) != (tag in _HEAD) and tag not in _ANYWHERE:
                    bad = ""
            elif at in in_text or (at in in_main and tag in _OF_A_CELL):
                bad = _of_text(tag, attributes)
            else:
                bad = ""
            if bad is not None:
                yield _fault(_written(tag, bad, attributes), node)
            if identity := attributes.get("id"):
                if identity in seen:
                    yield _fault(f'id="{identity}" ×2', node)
                seen.add(identity)

    def _of_template(self, tag: str, attributes: Attributes, *, main: bool) -> str | None:
        """The first attribute that no template writes so, or that leads or loads what it may not.

        It is empty where it is the element.
        """
        if (bad := self.site.frame.made(tag, attributes)) is not None:
            return bad
        if (source := attributes.get("src")) is not None and (
            remote(source) or _SCRIPTS not in source
        ):
            return "src"
        address = attributes.get("href")
        if address is None:
            return None
        if tag == "link":
            fetched = attributes.get("rel") in ("icon", "preload")
            kept = address.startswith(_ICON) or not (remote(address) if fetched else runs(address))
            return None if kept else "href"
        leaves = not main and remote(address) and not address.startswith(self.site.hosts)
        return "href" if leaves or runs(address) else None

    def _text(self, texts: Sequence[LexborNode]) -> Iterator[Fault]:
        """The text as the browser has it is the text as it was made."""
        if self.intended is None:
            return
        if not texts and not (self.intended.text or self.intended.elements):
            return
        if len(texts) != 1:
            yield _fault(f"{TEXT} ×{len(texts)}", texts[-1] if texts else None)
            return
        [text] = texts
        elements = tuple(node.tag or "" for node in _elements(text))[1:]
        if elements != self.intended.elements or text.text().strip() != self.intended.text:
            yield Fault(
                Wording(
                    vi="trình duyệt đọc phần văn bản khác với khi dựng",
                    en="a browser reads the text otherwise than it was rendered",
                ),
                _near(text),
            )

    def _policy(self, head: LexborNode) -> Iterator[Fault]:
        """One policy, before anything that loads; it names the scripts and styles there are."""
        policies = self.tree.css("[http-equiv]")
        if len(policies) != 1:
            yield _fault(f"{_POLICY} ×{len(policies)}", head)
            return
        written = "".join(
            f"<{node.tag}>{node.text()}</{node.tag}>"
            for node in self.tree.css("script:not([src]), style")
            if node.attributes.get("type") != _DATA
        )
        [policy] = policies
        if policy.attributes.get("content") != str(content_security_policy(written)):
            yield _fault(_POLICY, policy)
        first = list(_elements(head))[1:3]
        if first[-1].mem_id != policy.mem_id or "charset" not in first[0].attributes:
            yield _fault(f"<{first[0].tag}>, {_POLICY}", policy)

    def _comments(self, root: LexborNode) -> Iterator[Fault]:
        if "<!" not in self.page.replace("<!doctype html>", "", 1):
            return
        for node in root.traverse(include_text=True):
            said = node.comment_content if node.is_comment_node else None
            if said is not None and not said.startswith(self.site.comments):
                yield _fault("<!-- -->", node)


_HEAD = frozenset({"meta", "title", "link", "style"})
_ANYWHERE = frozenset({"html", "head", "script"})


def _elements(root: LexborNode) -> Iterator[LexborNode]:
    """`root` and every element below it, in templates, too."""
    for node in root.traverse(include_text=False):
        if node.is_element_node:
            yield node
        if node.tag == "template":
            for fragment in node.template_fragments():
                yield from _elements(fragment)


def _below(node: LexborNode) -> set[int]:
    return {one.mem_id for one in node.traverse(include_text=False)} - {node.mem_id}


def _of_text(tag: str, attributes: Attributes) -> str | None:
    """The first attribute that no rendered text has; empty where it is the element."""
    if tag not in _OF_TEXT:
        return ""
    for name, value in attributes.items():
        if name not in _ATTRIBUTES_OF_TEXT:
            return name
        if name == "href" and (tag != "a" or runs(value or "")):
            return name
        if name == "src" and (tag != "img" or remote(value or "")):
            return name
    return None


def _written(tag: str, attribute: str, attributes: Attributes) -> str:
    if not attribute:
        return f"<{tag}>"
    return f'<{tag} {attribute}="{(attributes.get(attribute) or "")[:_SHOWN]}">'


def _fault(what: str, node: LexborNode | None) -> Fault:
    return Fault(
        Wording(
            vi=f"trong trang có thứ mà không khuôn hay văn bản nào tạo ra: {what}",
            en=f"in the page stands what no template and no text makes: {what}",
        ),
        _near(node) if node else "",
    )


def _near(node: LexborNode) -> str:
    """The nearest id around a node, and the text at it."""
    said = " ".join(node.text().split())
    around: LexborNode | None = node
    while around is not None and not around.attributes.get("id"):
        said = said or " ".join(around.text().split())
        around = around.parent
    place = f"#{around.attributes['id']}" if around is not None else ""
    shown = f"“{said[:_SHOWN]}{'…' if len(said) > _SHOWN else ''}”" if said else ""
    return " ".join(filter(None, (place, shown)))
