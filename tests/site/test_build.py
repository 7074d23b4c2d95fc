"""What the steps of one build share, and how a new build begins."""

from __future__ import annotations

from typing import cast

from diptych.site.build import Build
from diptych.site.files_being_made import FilesBeingMade


class Slow:
    """Files that are never made."""

    stopped = False

    def stop(self) -> None:
        self.stopped = True


def test_a_new_build_stops_what_the_last_one_still_makes() -> None:
    slow, build = Slow(), Build(serving=True)
    build.making = cast("FilesBeingMade", slow)
    build.begin()
    assert slow.stopped
    assert build.making is None
    assert build.serving
