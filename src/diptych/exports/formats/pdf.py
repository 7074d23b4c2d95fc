"""The text typeset as a PDF that is made to be printed, archived and read aloud.

Typst sets it from `pdf.typ`. The text reaches the template as data and is never markup there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from diptych.errors import CannotMake
from diptych.exports.formats import EACH_AND_BOTH, Format
from diptych.exports.layout import TypesetText, laid_out, set_as
from diptych.language.typography import SYMBOL, bound
from diptych.language.written_dates import written_date
from diptych.model import Document, Side
from diptych.model.spans import Span
from diptych.project.bitext import Bitext
from diptych.project.edition import EPOCH, Edition
from diptych.project.picture_files import PictureFile
from diptych.publication.fonts import Font
from diptych.publication.palette import HAIRLINE, LIGHT
from diptych.wording import Wording

if TYPE_CHECKING:
    import typst

_TEMPLATE = Path(__file__).with_name("pdf.typ")
STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
"""PDF/UA-1 and PDF/A-2a hold together. So would A-1a and A-3a; typst refuses A-4 beside UA-1, for
that is PDF 2.0, and does not write UA-2 yet."""

KINDS = frozenset({"png", "jpg", "jpeg", "webp"})
"""The kinds of pictures that the typesetter shows."""
_PANIC = "PanicException"
"""The name of what typst raises at a fault of its own; its module does not have it."""


_LONGEST = 900
"""How many megabytes the typesetter may take, about."""
_PROVISION, _CHARACTER, _STRETCH = 0.12, 0.00035, 0.015
"""How many megabytes it takes for each provision, each character, and each stretch in italics or
bold, as measured."""
_LONG = 500
"""The number of provisions from which a text is worth forgetting once it is typeset."""


class CannotTypeset(CannotMake):
    """The typesetter refused the text; the message says what it said."""


def write(edition: Edition, sides: Sequence[Side]) -> bytes:
    """The bytes of the PDF in the languages of `sides`.

    Two languages stand in columns, provision beside provision. Raises `CannotTypeset`.
    """
    tags = "-".join(edition.locales[side] for side in sides)
    if not fits(edition.bitext, sides):
        raise CannotTypeset(f"the text is too long for one PDF ({tags}); take away another file")
    layout = laid_out(edition, sides, _cut, notes_beside=True, kinds=KINDS)
    given = {
        "head": layout.head,
        "title": layout.title,
        "blocks": layout.blocks,
        "notes": layout.notes,
        "name": edition.name(sides[0]),
        "description": ". ".join(edition.name(side) for side in sides[1:]) or None,
        "languages": [_language(edition, sides, side) for side in sides],
        "site": edition.site,
        "notes-at-end": False,
    }
    try:
        return _typeset_once(given, layout.pictures, edition, sides)
    except CannotTypeset:
        # a long footnote of a table may find no place at the foot of a page, however often it tries
        given["notes-at-end"] = True
    try:
        return _typeset_once(given, layout.pictures, edition, sides)
    except CannotTypeset as refused:
        raise CannotTypeset(f"the PDF ({tags}) could not be typeset: {refused}") from refused


def _typeset_once(
    given: dict[str, Any],
    pictures: Mapping[str, PictureFile],
    edition: Edition,
    sides: Sequence[Side],
) -> bytes:
    try:
        with TemporaryDirectory() as name:
            # the typesetter looks through a folder: in this one is nothing but what was let in
            folder = Path(name)
            families = [
                font_families(edition.bitext.fonts[side], folder / str(side)) for side in sides
            ]
            languages = zip(given["languages"], families, strict=True)
            said = {"languages": [{**told, "fonts": fonts} for told, fonts in languages]}
            template = _beside_pictures(folder, pictures) if pictures else _TEMPLATE
            return _typeset({**given, **said}, edition.changed, folder, template)
    finally:
        if sum(_sizes(edition.documents[side])[0] for side in sides) > _LONG:
            _forget()


def _beside_pictures(folder: Path, pictures: Mapping[str, PictureFile]) -> Path:
    """The template in `folder` with the pictures below it: it may open what is there alone."""
    for key, picture in pictures.items():
        path = folder / key
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(picture.content)
    template = folder / _TEMPLATE.name
    template.write_bytes(_TEMPLATE.read_bytes())
    return template


def font_families(fonts: Sequence[Font], folder: Path) -> list[str]:
    """The families of `fonts` as the typesetter calls them, laid out for it in `folder`, which is
    made where there are any. Raises `CannotTypeset`.
    """
    if not fonts:
        return []
    import typst

    folder.mkdir()
    for number, font in enumerate(fonts):
        (folder / f"{number}.{font.suffix}").write_bytes(font.content)
    known = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
    ).fonts()
    if len(known) < len(fonts):
        told = ", ".join(font.family for font in fonts)
        raise CannotTypeset(f"the typesetter does not take one of the fonts: {told}")
    listed = sorted(known, key=lambda font: Path(font.path or "").name)
    return list(dict.fromkeys(font.family for font in listed))


def _typeset(given: dict[str, Any], changed: datetime, fonts: Path, template: Path) -> bytes:
    import msgspec
    import typst

    try:
        made = typst.compile(
            template,
            format="pdf",
            font_paths=[fonts],
            sys_inputs={
                "given": msgspec.json.encode(given).decode(),
                "hairline": HAIRLINE,
                **LIGHT,
            },
            pdf_standards=STANDARDS,
            timestamp=changed,
            ignore_system_fonts=True,
        )
    except typst.TypstError as error:
        told = " ".join("; ".join([error.message, *error.hints]).split())
        raise CannotTypeset(told) from error
    except Exception as error:
        raise CannotTypeset(str(error)) from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise CannotTypeset("the typesetter gave up") from error
    return made


def _cut(span: Span) -> Iterator[TypesetText]:
    """The span in pieces, so that no line ends within a document's symbol."""
    if span.code:
        yield set_as(span, span.text)
        return
    done = 0
    for symbol in SYMBOL.finditer(span.text):
        if before := span.text[done : symbol.start()]:
            yield set_as(span, bound(before))
        yield set_as(span, symbol[0], unbroken=True)
        done = symbol.end()
    if after := span.text[done:]:
        yield set_as(span, bound(after))


def fits(bitext: Bitext, sides: Sequence[Side]) -> bool:
    """Whether the texts of `sides` can be typeset in the memory that a build may take."""
    sizes = [_sizes(bitext.documents[side]) for side in sides]
    weights = _PROVISION, _CHARACTER, _STRETCH
    taken = sum(w * n for size in sizes for w, n in zip(weights, size, strict=True))
    return taken <= _LONGEST


@lru_cache(maxsize=8)
def _sizes(document: Document) -> tuple[int, int, int]:
    """How many provisions, characters, and stretches in italics or bold the text has."""
    segments = [
        provision.segment
        for page in document.pages
        if not page.editorial
        for provision in page.all_provisions()
    ]
    lengths = sum(len(segment.text) for segment in segments)
    return len(segments), lengths, sum(len(segment.stretches) for segment in segments)


def _forget() -> None:
    """Make the typesetter free what it keeps of a text, as it does once ten others were set."""
    import typst

    for _ in range(12):
        typst.compile(b"", ignore_system_fonts=True)


def _language(edition: Edition, sides: Sequence[Side], side: Side) -> dict[str, Any]:
    """What the pages say in the language of `side` beside the text, for the template."""
    tag = edition.locales[side]
    primary, *rest = tag.split("-")
    words = edition.words(side)
    known = edition.changed != EPOCH
    return {
        "tag": primary.lower(),
        "region": next((part.upper() for part in rest if len(part) == 2), None),
        "name": edition.name(side),
        "status": edition.status(sides, tag),
        "contents": words["contents"],
        "page": words["file.page"],
        "online": words["file.online"],
        "address": edition.address(side, edition.documents[side].pages[0].path),
        "changed": words["file.changed"] + _date(edition.changed, tag) if known else "",
    }


def _date(moment: datetime, language: str) -> str:
    if language == "vi":
        return f"{moment.day}/{moment.month}/{moment.year}"
    return written_date(moment.date(), language)


FORMAT = Format(
    suffix="pdf",
    called="PDF",
    media_type="application/pdf",
    purpose=Wording(
        vi="Bản dàn trang để in, lưu trữ và trích dẫn; được gắn thẻ cho trình đọc màn hình.",
        en="Typeset pages to print, to archive and to cite; made for screen readers too.",
    ),
    write=write,
    comes_in=EACH_AND_BOTH,
    rank=10,
    on_pages=True,
    fits=fits,
)
