"""What files to take away are made of: both texts, where the site stands, the last change."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path

from diptych.alignment.units import Unit, units
from diptych.git import complaint, git
from diptych.language.interface import InterfaceWords
from diptych.model import Document, Footnote, Side
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.project.picture_files import PictureFile, picture_at
from diptych.project.settings import Settings
from diptych.publication.addresses import address, placed
from diptych.publication.citing import PLACE, form_of, name_of
from diptych.wording import Wording

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""The time of the last change where none is known."""

_GIVEN = "SOURCE_DATE_EPOCH"
"""The variable of the environment that sets the time:
https://reproducible-builds.org/docs/source-date-epoch/."""
_ASKED = ("log", "-1", "--format=%ct")
"""What git is asked for the time of the last commit."""
_SECONDS = pattern_of(r"-?[0-9]+")
_DIGITS = 20
_LATEST = 2**32 - 1
"""The latest time that packed files can hold, in seconds (in 2106); a later one becomes this."""


@dataclass(frozen=True)
class Edition:
    """The text as it is published at one time."""

    bitext: Bitext
    site: str = ""
    """The site's absolute address with a slash at its end; empty where it is not known."""
    changed: datetime = EPOCH
    """The time of the texts' last change, so that two builds of one commit give the same bytes."""
    country: str = ""
    """The country whose document it is, two letters of ISO 3166-1; empty where it is not known."""

    published: date | None = None
    """The day of the newest dated edition, while its words are those of the text; else None."""

    beside: tuple[Edition, ...] = ()
    """The editions of the site's documents, where this is of its own pages beside several."""

    @property
    def works(self) -> tuple[Edition, ...]:
        """What is taken away: this edition, or those of the documents beside it."""
        return self.beside or (self,)

    @property
    def documents(self) -> tuple[Document, Document]:
        """Both documents, by side."""
        return self.bitext.documents

    @property
    def locales(self) -> tuple[str, str]:
        """The tags of the languages, by side."""
        return self.documents[0].locale, self.documents[1].locale

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Every heading, provision and footnote of the text, in reading order."""
        return tuple(units(self.bitext.alignment))

    def name(self, side: Side) -> str:
        """The text's name, as it is cited in the language of `side`."""
        return name_of(self.documents[side])

    def cited(self, side: Side, place: str) -> str:
        """The full citation, in the language of `side`, of what is cited as `place` in the text."""
        return form_of(self.documents[side]).replace(PLACE, place)

    def status(self, sides: Sequence[Side], language: str) -> str:
        """Which force the text in the languages of `sides` has, said in `language`."""
        told = "both" if len(sides) > 1 else "translation" if 1 in sides else "original"
        return self.bitext.words(language)[f"file.{told}"]

    def words(self, side: Side) -> InterfaceWords:
        """The words in which readers of the language of `side` are spoken to."""
        return self.bitext.words(self.locales[side])

    def address(self, side: Side, path: str, anchor: str = "") -> str:
        """The address of the page at `path`; below the site's root if `site` is empty."""
        found = self.site + self.path(side, path)
        return f"{found}#{anchor}" if anchor else found

    def path(self, side: Side, path: str) -> str:
        """The folder of the page at `path`, below the site's root."""
        here = placed(path, self.bitext.folder)
        return address(here, self.locales[side], self.locales[0])

    def picture(self, side: Side, page: str, target: str) -> PictureFile | None:
        """The picture to which `target` leads from a page; None for one that is not published."""
        return picture_at(self.bitext.admitted, self.documents[side], page, target)

    def notes(self, side: Side, path: str) -> Mapping[str, Footnote]:
        """The footnotes of the page at `path`, by label."""
        page = self.documents[side].page(path)
        return {note.label: note for note in page.footnotes} if page else {}


def edition_of(loaded: Bitext, project: Settings, folder: Path, site: str = "") -> Edition:
    """The edition of the texts of the project in `folder`; `site` is its address, if known."""
    at = site and site.rstrip("/") + "/"
    changed = last_change(folder)
    beside = tuple(
        Edition(text, at, changed, each.country)
        for text, each in zip(loaded.beside, project.documents, strict=True)
    )
    return Edition(loaded, at, changed, project.country, beside=beside)


def last_change(folder: Path) -> datetime:
    """The time of the last commit of the project in `folder`, in UTC; `EPOCH` where there is none.

    `SOURCE_DATE_EPOCH`, in seconds, goes before. A time that files cannot hold becomes the earliest
    or the latest one that they can.
    """
    given = _given()
    seconds = _last_commit(folder) or 0 if given is None else given
    return datetime.fromtimestamp(min(max(seconds, 0), _LATEST), UTC)


def undated(folder: Path) -> Wording | None:
    """Why what is made of the project in `folder` bears the time `EPOCH`; None where it does not,
    or where `SOURCE_DATE_EPOCH` asks for it.
    """
    if _given() is not None or _last_commit(folder) is not None:
        return None
    reason = complaint(folder, *_ASKED)
    return Wording(
        vi=f"các tệp ghi năm {EPOCH:%Y} vì không biết văn bản thay đổi lần cuối khi nào: "
        f"{reason.vi} ({_GIVEN}, tính bằng giây, đặt thời điểm khác)",
        en=f"files are dated {EPOCH:%Y}, since nothing says when the text last changed: "
        f"{reason.en} ({_GIVEN}, in seconds, sets another time)",
    )


def _given() -> int | None:
    """The time that the environment gives, in seconds; None where it gives none."""
    given = os.environ.get(_GIVEN, "").strip()
    return _seconds(given) if _SECONDS.fullmatch(given) else None


def _seconds(given: str) -> int:
    """The number that `given` begins with, of as many digits as any time needs."""
    return int(given[:_DIGITS])


def _last_commit(folder: Path) -> int | None:
    """The time of the last commit, in seconds; None where git tells of none."""
    shown = git(folder, *_ASKED)
    said = shown.decode("ascii", "ignore").strip() if shown else ""
    return _seconds(said) if _SECONDS.fullmatch(said) else None
