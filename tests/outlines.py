"""The lists and tables of a page's text as plain values, to be compared between its views."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import html
from lxml.html import HtmlElement

LISTS = ("ul", "ol", "table")
MEMBERS = ("li", "tr")


def lists_of(file: Path) -> list[Any]:
    """Each list and table below a page's `.provisions` in order: its name, and its members.

    A member is its id, its number and the lists within it. What stands around a list does not
    count, but for an item around it.
    """
    root = html.document_fromstring(file.read_text(encoding="utf-8"))
    [text] = root.xpath("//main//div[@class='provisions']")
    return lists_in(text)


def lists_in(text: HtmlElement) -> list[Any]:
    """The same, below an element."""
    found: list[Any] = []
    for child in text:
        if child.tag in LISTS:
            members = [one for one in child.iterdescendants(*MEMBERS) if _list_around(one) is child]
            told = [(one.get("id"), one.get("value"), lists_in(one)) for one in members]
            found.append((child.tag, child.get("class"), told))
        else:
            found += lists_in(child)
    return found


def _list_around(member: HtmlElement) -> HtmlElement:
    return next(member.iterancestors(*LISTS))
