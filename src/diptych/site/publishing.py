"""A site from the time it begins to be written until it stands in its place or is given up."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from diptych.language.locales import users_language
from diptych.site.build import NotBuilt
from diptych.site.staging import Staging
from diptych.site.staging.place import NoPlace
from diptych.wording import Wording

_TERMINATED = 128 + signal.SIGTERM
_CANNOT_WRITE = Wording(
    vi="{}: không đọc hoặc ghi được ({}); trang web cũ vẫn còn nguyên",
    en="{}: cannot be read or written ({}); the last good site is as it was",
)


class Publishing:
    """A site that is written into `folder`, beside its place, and put there when it is complete."""

    def __init__(self, target: Path, read: Sequence[Path]) -> None:
        """Begin to write a site for the place `target`. Raises `NotBuilt`.

        What the build reads, `read`, may have nothing in that place.
        """
        self.target = target
        self.complete = False
        """Whether every page of every language was written."""
        try:
            self._staging = Staging(target, read)
        except NoPlace as reason:
            raise NotBuilt(reason.wording[users_language()]) from reason
        except OSError as error:
            raise cannot_write(error, target) from error
        self.folder = self._staging.folder

    def end(self) -> None:
        """Put the site in its place if it is complete, and take away what stands beside it.

        Raises `NotBuilt` where it cannot be put there; the last good site is then as it was.
        """
        try:
            if self.complete:
                self._staging.put()
        except OSError as error:
            raise cannot_write(error, self.target) from error
        finally:
            self._staging.leave()

    def failed(self, error: OSError) -> NotBuilt:
        """The error that the system refused to read or write while the site was written."""
        # a full disk is told without a name
        path = Path(error.filename) if error.filename else self.target
        if path.is_relative_to(self.folder):  # people know it by the site's name
            path = self.target / path.relative_to(self.folder)
        return cannot_write(error, path)


def end_when_asked() -> None:
    """Let a request to end the process act like an interruption: what was begun is taken away."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(_TERMINATED))


def cannot_write(error: OSError, path: Path) -> NotBuilt:
    """The error that `path` cannot be read or written, with the reason."""
    reason = error.strerror or str(error) or type(error).__name__
    return NotBuilt(_CANNOT_WRITE[users_language()].format(path, reason))
