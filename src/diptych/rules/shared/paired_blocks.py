"""The blocks of code that answer each other."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.model import Kind, Provision
from diptych.project.bitext import Bitext


def paired_blocks(bitext: Bitext) -> Iterator[tuple[Provision, Provision]]:
    """The blocks of code of the original, each with its counterpart."""
    for pair in bitext.alignment.provisions:
        if (both := pair.both) is not None and both[0].kind is both[1].kind is Kind.CODE:
            yield both
