"""The pictures that a text shows, as files to take away have them.

Only a picture that the gate let in is read, when it is asked for, within its folder and its limit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import join, normpath
from urllib.parse import unquote

from diptych.errors import Unreadable
from diptych.files.opening import read_regular
from diptych.model import Document, Link, Segment
from diptych.project.gate import Admitted
from diptych.project.pictures import LARGEST
from diptych.safety.allowed import remote


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture beside a page of the text."""

    path: str
    """The path below the folder of the page's language, with forward slashes."""
    kind: str
    """The suffix, without the dot, in small letters."""
    content: bytes = field(repr=False)


def picture_at(
    admitted: Admitted | None, document: Document, page: str, target: str
) -> PictureFile | None:
    """The picture to which `target` leads from the `page` of `document`; None where it leads to
    none that may be published.
    """
    if admitted is None or admitted.docs is None or remote(target):
        return None
    file = admitted.pages.get(document.locale, {}).get(page)
    if file is None:
        return None
    folder = file.parent.relative_to(admitted.docs).as_posix()
    path = normpath(join(folder, unquote(target)))
    if path not in admitted.pictures:
        return None
    try:
        content = read_regular(admitted.docs / path, LARGEST)
    except Unreadable:
        return None
    kind = path.rpartition(".")[2].lower()
    return PictureFile(path.removeprefix(f"{document.locale}/"), kind, content)


def pictures_in(segment: Segment, start: int, end: int) -> Iterator[Link]:
    """The pictures of a text between two offsets, in reading order."""
    return (
        link
        for link in sorted(segment.links, key=lambda link: link.start)
        if link.picture and start <= link.start and link.end <= end
    )
