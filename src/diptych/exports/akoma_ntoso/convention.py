"""The `eId` of each element after the naming convention of OASIS."""

from __future__ import annotations

from collections.abc import Iterator

from bluebell.xml import IdGenerator
from lxml import etree

from diptych.language.numerals import Numeral
from diptych.model import Document

_ARTICLE = "__art_"
_HOLDERS = ("attachment", "annex")
"""The containers within which articles are counted anew."""


def identify(root: etree._Element, document: Document) -> None:
    """Give every element of a finished `document` below `root` its `eId`.

    It has the bare numbers, `chp_II`, so that it is the same in every language. Articles count
    through a document: theirs begins with no chapter. References inside the text, which so far name
    a unit by its `wId`, lead to the `eId` after it.
    """
    printed = list(_with_bare_numbers(root, document))
    IdGenerator().rewrite_all_eids(root)
    for number, text in printed:
        number.text = text
    _shorten(root)
    named = {unit.get("wId"): unit.get("eId") for unit in root.iter() if unit.get("wId")}
    for reference in root.iter("{*}noteRef"):
        reference.set("href", f"#{named[reference.get('href', '').removeprefix('#')]}")


def _with_bare_numbers(
    root: etree._Element, document: Document
) -> Iterator[tuple[etree._Element, str | None]]:
    """Let the numbers of the text be bare; yields each with the text that it has in print."""
    numbers = {
        node.id: number
        for page in document.pages
        for node in page.nodes()
        if (number := node.body.number) and (number.kind or number.letter)
    }
    for unit in root.iter():
        number = numbers.get(unit.get("wId") or "")
        num = unit.find("{*}num") if number else None
        if number and num is not None:
            yield num, num.text
            num.text = _bare(number)


def _bare(number: Numeral) -> str:
    if number.kind and number.bare.isalpha() and number.style == "arabic":
        return str(number.value)  # “Phần thứ nhất”
    return number.bare.replace("đ", "dd").replace("Đ", "DD")


def _shorten(root: etree._Element) -> None:
    """Take chapters and sections off the `eId` of articles and of what is in them."""
    given = {unit.get("eId") for unit in root.iter() if unit.get("eId")}
    for article in root.iter("{*}article"):
        long = article.get("eId") or ""
        short = _within_holder(article) + long[long.rfind(_ARTICLE) + 2 :]
        if _ARTICLE not in long or short in given:
            continue
        given.add(short)
        for unit in article.iter():
            if (known := unit.get("eId")) and known.startswith(long):
                unit.set("eId", short + known[len(long) :])


def _within_holder(article: etree._Element) -> str:
    for around in article.iterancestors("{*}hcontainer", "{*}attachment"):
        if around.get("name") in _HOLDERS or etree.QName(around).localname == "attachment":
            return f"{around.get('eId')}__"
    return ""
