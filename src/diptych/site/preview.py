"""The picture that stands for the site where a link to it is shared, in one language."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from diptych.exports.formats.pdf import font_families
from diptych.language.tags import bare
from diptych.model import Document, Side
from diptych.project.edition import Edition
from diptych.publication.palette import LIGHT

WIDTH, HEIGHT = 1200, 630
"""The size in pixels, which services ask of an `og:image`."""

_TEMPLATE = Path(__file__).with_name("preview.typ")
_POINTS_PER_INCH = 72
_TYPEFACE = "Libertinus Serif"
"""The typeface of what the project's own fonts do not have."""
_LONGEST = 280
"""How many characters of the subtitle fit the picture."""


def preview(edition: Edition, side: Side) -> bytes:
    """The text's title and what it is about in the language of `side`, as a PNG."""
    document = edition.documents[side]
    title, subtitle = opening(document)
    given = {
        "language": bare(document.locale),
        "title": title,
        "subtitle": subtitle,
        "status": _status(edition, side),
        **LIGHT,
    }
    import typst  # slow to load, and a page only asks for the picture's address

    with TemporaryDirectory() as name:
        folder = Path(name)
        families = font_families(edition.bitext.fonts[side], folder / "fonts")
        picture = typst.compile(
            _TEMPLATE,
            format="png",
            ppi=_POINTS_PER_INCH,
            font_paths=[folder],
            sys_inputs={**given, "fonts": "\n".join([*families, _TYPEFACE])},
            ignore_system_fonts=True,
        )
    # a title that does not fit goes on to another page, which no service asks for
    return picture if isinstance(picture, bytes) else bytes(picture[0])


def _status(edition: Edition, side: Side) -> str:
    words = edition.words(side)
    original, translated = (words.called(tag, "preview") for tag in edition.locales)
    return words["preview"].replace("{original}", original).replace("{translated}", translated)


def opening(document: Document) -> tuple[str, str]:
    """The text's first heading, and the text below it."""
    first = document.pages[0]
    text = (p for d in first.own_divisions() if not d.is_head for p in d.provisions)
    below = next((provision.segment.text for provision in text), "")
    if len(below) > _LONGEST:
        below = below[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return first.title_on_page, below
