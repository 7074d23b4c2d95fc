"""A Word file is a stranger's: a zip archive with parts in XML, each opened to a limit.

No document type is let in, so there are no entities; nothing outside the file is asked for.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from lxml import etree

from diptych.errors import Problem, Unreadable
from diptych.wording import Wording

Element = etree._Element  # noqa: SLF001 - lxml has no public name for its elements

PART = 16_000_000
"""The most bytes of a part, unpacked."""
ALL = 48_000_000
"""The most bytes of all parts that are read, unpacked."""
TAGS = 2_000_000
"""The most tags of a part."""
DEPTH = 120
"""The most elements of a part within one another."""
_CONTENTS = 4_000_000
"""The most bytes of the archive's table of contents."""
_ENCRYPTED = 0x1
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How the parts of a Word file are packed; other ways ask for memory by a number in the file."""
_COMPOUND = b"\xd0\xcf\x11\xe0"
_SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "urn:schemas-microsoft-com:vml": "v",
}
"""The vocabularies of a Word file in their two editions, and what they are called here."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to."""

    kind: str
    """The last word of the relationship's type: "footnotes", "hyperlink"."""
    target: str
    """The name of a part, or an address outside the file."""
    external: bool


def name_of(element: Element) -> str:
    """The name of an element with its vocabulary: "w:p"; empty for a comment and the like."""
    if not isinstance(element.tag, str):
        return ""
    space, _, local = element.tag[1:].rpartition("}")
    return f"{_SPACES.get(space, '?')}:{local}"


def value_of(element: Element | None, name: str = "val") -> str | None:
    """The attribute `name` of an element, whatever its vocabulary; None without one."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: Element | None, name: str) -> Element | None:
    """The first child of an element with this name, or None."""
    if element is None:
        return None
    return next((one for one in element if name_of(one) == name), None)


def number_of(element: Element | None, name: str = "val") -> int | None:
    """The attribute `name` of an element as a number; None where it is none."""
    try:
        return int(value_of(element, name) or "")
    except ValueError:
        return None


class Package:
    """The parts of a Word file."""

    def __init__(self, raw: bytes, shown: str) -> None:
        """Open the archive in `raw`, which messages call `shown`. Raises `Unreadable`."""
        self._shown = shown
        self._read = 0
        self._assert_archive(raw)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(raw))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as bad:
            raise self._unreadable(_DAMAGED) from bad
        self.names = frozenset(self._archive.namelist())
        if "mimetype" in self.names and "content.xml" in self.names:
            self._refuse(_OPEN_DOCUMENT)
        main = [one for one in self.relations("") if one.kind == "officeDocument"]
        self.main = next((one.target for one in main if one.target in self.names), "")
        if not self.main:
            self._refuse(_NOT_WORD)

    def part(self, name: str) -> Element | None:
        """The root of the part called `name`; None where there is no such part."""
        if name not in self.names:
            return None
        raw = self._bytes(name)
        if raw.count(b"<") > TAGS:
            self._refuse(_TOO_MUCH)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            dtd_validation=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(raw, parser)
        except (etree.XMLSyntaxError, ValueError, LookupError) as bad:
            raise self._unreadable(_broken(name)) from bad
        if root.getroottree().docinfo.doctype:
            self._refuse(_DECLARED)
        if _depth(root) > DEPTH:
            self._refuse(_TOO_MUCH)
        return root

    def relations(self, name: str) -> list[Relation]:
        """What the part called `name` refers to; the file as a whole if the name is empty."""
        return [relation for _, relation in self.named_relations(name)]

    def named_relations(self, name: str) -> list[tuple[str, Relation]]:
        """What the part called `name` refers to, each with its id."""
        folder, _, file = name.rpartition("/")
        root = self.part(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
        found = []
        for one in root if root is not None else ():
            if not isinstance(one.tag, str):
                continue
            target, external = one.get("Target", ""), one.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/")
            kind = one.get("Type", "").rpartition("/")[2]
            found.append((one.get("Id", ""), Relation(kind, target, external)))
        return found

    def related(self, kind: str) -> Iterator[tuple[str, Element]]:
        """The parts of a `kind` that the main part refers to, each with its name."""
        seen = set()
        for relation in self.relations(self.main):
            if relation.kind == kind and not relation.external and relation.target not in seen:
                seen.add(relation.target)
                root = self.part(relation.target)
                if root is not None:
                    yield relation.target, root

    def refuse_too_much(self) -> NoReturn:
        """Raise `Unreadable`: the file holds more than is read."""
        self._refuse(_TOO_MUCH)

    def _bytes(self, name: str) -> bytes:
        try:
            entry = self._archive.getinfo(name)
            if entry.flag_bits & _ENCRYPTED:
                self._refuse(_LOCKED)
            if entry.compress_type not in _PACKED:
                self._refuse(_DAMAGED)
            with self._archive.open(entry) as opened:
                raw = opened.read(PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError,
                RuntimeError, ValueError, struct.error) as bad:  # fmt: skip
            raise self._unreadable(_DAMAGED) from bad
        self._read += len(raw)
        if len(raw) > PART or self._read > ALL:
            self._refuse(_TOO_MUCH)
        return raw

    def _assert_archive(self, raw: bytes) -> None:
        if raw.startswith(_COMPOUND):
            encrypted = "EncryptedPackage".encode("utf-16-le") in raw
            self._refuse(_LOCKED if encrypted else _OLD_WORD)
        if not raw.startswith(b"PK"):
            self._refuse(_NOT_WORD)
        at = raw.rfind(b"PK\x05\x06")
        if at < 0 or len(raw) < at + 22:
            self._refuse(_DAMAGED)
        if struct.unpack_from("<I", raw, at + 12)[0] > _CONTENTS:
            self._refuse(_TOO_MUCH)

    def _refuse(self, why: Wording) -> NoReturn:
        raise self._unreadable(why)

    def _unreadable(self, why: Wording) -> Unreadable:
        return Unreadable(Problem(self._shown, why))


def _depth(root: Element) -> int:
    """How many elements stand within one another at most."""
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _broken(name: str) -> Wording:
    return Wording(
        vi=f"tệp bị hỏng: phần {name} không phải XML đúng; hãy mở tệp trong Word rồi lưu lại",
        en=f"the file is damaged: its part {name} is not well-formed XML; open it in Word and save "
        "it again",
    )


_NOT_WORD = Wording(
    vi="đây không phải tệp Word (.docx), dù tên là vậy; hãy mở bằng Word rồi lưu thành .docx",
    en="this is not a Word file (.docx), whatever its name says; open it in Word and save it as "
    ".docx",
)
_OLD_WORD = Wording(
    vi="đây là tệp Word đời cũ (.doc) mang tên .docx; hãy mở bằng Word rồi lưu thành .docx",
    en="this is an old Word file (.doc) with the name of a .docx; open it in Word and save it as "
    ".docx",
)
_OPEN_DOCUMENT = Wording(
    vi="đây là tệp OpenDocument (.odt); hãy mở bằng LibreOffice rồi lưu thành .docx",
    en="this is an OpenDocument file (.odt); open it in LibreOffice and save it as .docx",
)
_LOCKED = Wording(
    vi="tệp được bảo vệ bằng mật khẩu; hãy mở trong Word, bỏ mật khẩu rồi lưu lại",
    en="the file is protected by a password; open it in Word, remove the password and save it "
    "again",
)
_DAMAGED = Wording(
    vi="tệp bị hỏng hoặc chưa tải hết nên không đọc được; hãy lấy lại tệp này",
    en="the file is damaged or incomplete and cannot be read; get it once more",
)
_TOO_MUCH = Wording(
    vi="tệp chứa quá nhiều để đọc một cách an toàn; hãy chia thành nhiều tệp",
    en="the file holds too much to be read safely; divide it into several files",
)
_DECLARED = Wording(
    vi="tệp khai báo kiểu tài liệu XML (DOCTYPE), điều mà Word không bao giờ làm, nên không được "
    "đọc; hãy mở trong Word rồi lưu lại",
    en="the file declares a type of XML document (DOCTYPE), which Word never does, and is not "
    "read; open it in Word and save it again",
)
