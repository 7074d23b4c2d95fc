"""The `eId` of each element after the naming convention of OASIS."""

from __future__ import annotations

from bluebell.xml import IdGenerator
from lxml import etree


def identify(root: etree._Element) -> None:
    """Give every element of a finished document below `root` its `eId`.

    References inside the text, which so far name a unit by its `wId`, lead to the `eId` after it.
    """
    IdGenerator().rewrite_all_eids(root)
    named = {unit.get("wId"): unit.get("eId") for unit in root.iter() if unit.get("wId")}
    for reference in root.iter("{*}noteRef"):
        reference.set("href", f"#{named[reference.get('href', '').removeprefix('#')]}")
