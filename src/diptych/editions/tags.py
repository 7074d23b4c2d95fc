"""The editions that git tags name: `edition/2026-03-01`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from diptych.git import REFUSED, complaint, git, refuses
from diptych.patterns import pattern_of
from diptych.wording import UNSAID, Wording

PREFIX = "edition/"
"""What the tag of an edition begins with; its date follows."""
_REFS = "refs/tags/"
_LISTED = pattern_of(
    rf"{_REFS}(?P<tag>{PREFIX}(?P<date>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})) (?P<at>\d*)"
)
"""A tag as git is asked to list it, with the time at which it was made."""
_LATEST = 2**32 - 1
"""The latest time of a tag that is taken for one, in seconds (in 2106)."""


@dataclass(frozen=True, slots=True, order=True)
class DatedEdition:
    """An edition as its tag names it; one that is less than another is older."""

    date: date
    """The date of the edition, which its tag bears."""
    tag: str
    """The name of the tag: `edition/2026-03-01`."""
    commit: str
    """The full name of the commit whose texts are the edition."""
    tagged: datetime
    """The time, in UTC, at which the tag was made, or its commit if the tag has no time."""


@dataclass(frozen=True, slots=True)
class Editions:
    """The editions that a project comes from."""

    dated: tuple[DatedEdition, ...] = ()
    """Every edition, the newest first."""
    lacking: Wording = UNSAID
    """Why there may be editions that are not known here, and what to do; empty if there are none.
    """


def editions_of(folder: Path) -> Editions:
    """The editions that the commit checked out in `folder` comes from.

    So an old commit knows the editions of its time. A tag of another form is none of an edition.
    """
    shallow = git(folder, "rev-parse", "--is-shallow-repository")
    if shallow is None:
        return Editions(lacking=_unknown(folder))
    dated = dated_editions(folder)
    if shallow.strip() == b"true":
        return Editions(dated, SHALLOW)
    if not dated and git(folder, "config", "--get-regexp", r"^remote\..*\.tagopt$", "^--no-tags$"):
        return Editions(lacking=WITHOUT_TAGS)
    return Editions(dated)


def dated_editions(folder: Path) -> tuple[DatedEdition, ...]:
    """The editions of `editions_of` alone, without a word on those that may be lacking."""
    return tuple(sorted(_tagged(folder), reverse=True))


SHALLOW = Wording(
    vi="bản sao này chỉ có phần cuối của lịch sử nên có thể thiếu các bản đăng trước; "
    "hãy lấy về bằng `git fetch --unshallow --tags`",
    en="this is a shallow clone, which may lack earlier editions; "
    "get them with `git fetch --unshallow --tags`",
)
WITHOUT_TAGS = Wording(
    vi="bản sao này được tạo mà không lấy thẻ nên thiếu các bản đăng trước, nếu có; "
    "hãy lấy về bằng `git fetch --tags`",
    en="this clone was made without tags, so it lacks earlier editions, if there are any; "
    "get them with `git fetch --tags`",
)


def edition_date(written: str) -> date | None:
    """The date that is `written` as a tag has it, YYYY-MM-DD; None if it is no date."""
    found = _LISTED.fullmatch(f"{_REFS}{PREFIX}{written} ")
    return _date(found["date"]) if found else None


def _tagged(folder: Path) -> list[DatedEdition]:
    asked = "--format=%(refname) %(creatordate:unix)"
    listed = git(folder, "for-each-ref", "--merged=HEAD", asked, f"{_REFS}{PREFIX}") or b""
    lines = listed.decode("utf-8", "replace").split("\n")
    named = {
        found["tag"]: (known, found["at"])
        for line in lines
        if (found := _LISTED.fullmatch(line)) and (known := _date(found["date"]))
    }
    if not named:
        return []
    # read by git, not among its arguments: a system takes only so many of these
    asked_for = "".join(f"{_REFS}{tag}^{{commit}}\n" for tag in named).encode()
    known_as = ("cat-file", "--batch-check=%(objectname)")
    commits = (git(folder, *known_as, given=asked_for) or b"").decode().splitlines()
    return [
        DatedEdition(known, tag, commit, _time(at, known))
        for (tag, (known, at)), commit in zip(named.items(), commits, strict=True)
    ]


def _date(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _time(seconds: str, otherwise: date) -> datetime:
    if not seconds:
        return datetime.combine(otherwise, time(), UTC)
    return datetime.fromtimestamp(min(int(seconds), _LATEST), UTC)


def _unknown(folder: Path) -> Wording:
    reason = REFUSED if refuses(folder) else complaint(folder, "rev-parse", "--git-dir")
    return Wording(
        vi=f"không biết các bản đăng trước: {reason.vi}",
        en=f"earlier editions are not known: {reason.en}",
    )
