"""Make the texts as they are committed an edition: a tag in git."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from diptych.editions.tags import PREFIX, editions_of
from diptych.errors import DiptychError
from diptych.git import complaint, git, uncommitted
from diptych.visible import visible
from diptych.wording import Wording

_AHEAD = timedelta(days=1)
"""How much later than here the date may be where the edition is published."""
_SHOWN = 3
"""How many files that are not committed are named."""


class NoEdition(DiptychError):
    """No edition can be made; `wording` says why and what to do, in a line."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        super().__init__(wording.en)


def tag_of(day: date) -> str:
    """The tag of the edition of that date."""
    return f"{PREFIX}{day.isoformat()}"


def assert_possible(folder: Path, day: date, today: date) -> None:
    """Raise `NoEdition` unless the project in `folder` can have an edition of that date.

    Its texts are committed, all editions are known, and none is of that date or a later one. The
    date is at most the one after `today`: elsewhere that may be the date already.
    """
    if day > today + _AHEAD:
        raise NoEdition(
            Wording(
                vi=f"{tag_of(day)} có ngày chưa đến; hãy chọn ngày không sau hôm nay",
                en=f"{tag_of(day)} has a date in the future; choose one that is not after today",
            )
        )
    if git(folder, "rev-parse", "--verify", "--quiet", "HEAD") is None:
        raise NoEdition(complaint(folder, "rev-parse", "--verify", "HEAD"))
    known = editions_of(folder)
    if known.lacking:
        raise NoEdition(known.lacking)
    tag = tag_of(day)
    if git(folder, "rev-parse", "--verify", "--quiet", f"refs/tags/{tag}") is not None:
        raise NoEdition(
            Wording(
                vi=f"đã có bản đăng {tag}; hãy chọn ngày khác",
                en=f"there is an edition {tag} already; choose another date",
            )
        )
    if known.dated and day < known.dated[0].date:
        newest = known.dated[0].tag
        raise NoEdition(
            Wording(
                vi=f"{tag} có ngày trước bản đăng mới nhất, {newest}; hãy chọn ngày sau ngày đó",
                en=f"{tag} is older than the newest edition, {newest}; choose a later date",
            )
        )
    if left := sorted(uncommitted(folder)):
        named = ", ".join(map(visible, left[:_SHOWN])) + (", …" if len(left) > _SHOWN else "")
        raise NoEdition(
            Wording(
                vi=f"còn thay đổi chưa được ghi vào git ({named}); hãy chạy `git commit` trước",
                en=f"some changes are not committed ({named}); run `git commit` first",
            )
        )


def make_edition(folder: Path, day: date, today: date) -> str:
    """Make what the project in `folder` has committed the edition of that date; its tag.

    Raises `NoEdition`.
    """
    assert_possible(folder, day, today)
    tag = tag_of(day)
    message = f"Bản đăng {day.isoformat()} · Edition of {day.isoformat()}"
    asked = ("tag", "--annotate", "--message", message, tag, "HEAD")
    if git(folder, *asked) is None:
        raise NoEdition(complaint(folder, *asked))
    return tag
