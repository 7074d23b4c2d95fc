"""Write the site beside its place and put it there whole, or leave the last good one."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

from build_state import STATE, outermost, project_folder
from diptych.language.locales import users_language
from diptych.project.edition import last_change
from diptych.wording import Wording
from site_place import NoPlace
from staging import Staging

_TERMINATED = 128 + signal.SIGTERM


class _Pending:
    """The site being written. One a process."""

    staging: Staging | None = None
    config: MkDocsConfig | None = None
    """Whose site is written into the staging's folder."""
    complete: bool = False
    """Whether every page of every language was written."""


@event_priority(90)  # after the check, before anything reads site_dir
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    if not outermost(config):
        return config
    changed = last_change(project_folder(config))
    os.environ["SOURCE_DATE_EPOCH"] = str(int(changed.timestamp()))
    if not STATE.serving:
        if threading.current_thread() is threading.main_thread():
            # asked to end, end as on an interruption: what was begun is taken away
            signal.signal(signal.SIGTERM, lambda *_: sys.exit(_TERMINATED))
        target = Path(config.site_dir)
        try:
            _Pending.staging = Staging(target, _read(config))
        except NoPlace as reason:
            raise Abort(reason.wording[users_language()]) from reason
        except OSError as error:
            raise _cannot_write(error, target) from error
        _Pending.config = config
        config.site_dir = str(_Pending.staging.folder)
    return config


def _read(config: MkDocsConfig) -> list[Path]:
    """What the build reads of the project."""
    folder = project_folder(config)
    named = (config.theme.custom_dir, *config.hooks, config.config_file_path)
    found = [Path(config.docs_dir), *(folder / name for name in named if name)]
    if STATE.settings:
        found += [*STATE.settings.roots, *STATE.settings.beside]
    return found


@event_priority(-200)  # after static-i18n, which builds the other languages in this event
def on_post_build(config: MkDocsConfig) -> None:
    _Pending.complete = outermost(config)


def on_build_error(error: Exception) -> None:
    # Also for a warning under --strict, which aborts after the last build event.
    _Pending.complete = False
    if isinstance(error, OSError) and not STATE.serving:
        # a full disk is told without a name
        written = _Pending.staging.target if _Pending.staging else Path()
        raise _cannot_write(error, _as_named(error.filename) or written) from error


def on_shutdown() -> None:
    # Reached on every way out, an interruption included.
    staging, _Pending.staging = _Pending.staging, None
    if staging is None:
        return
    if _Pending.config:
        _Pending.config.site_dir = str(staging.target)  # `mkdocs gh-deploy` goes on with it
    try:
        if _Pending.complete:
            staging.put()
    except OSError as error:
        raise _cannot_write(error, staging.target) from error
    finally:
        staging.leave()


def _as_named(written: str | None) -> Path | None:
    """A path as people know it: what is being written has the site's name."""
    if not written or not _Pending.staging:
        return Path(written) if written else None
    path = Path(written)
    if path.is_relative_to(_Pending.staging.folder):
        return _Pending.staging.target / path.relative_to(_Pending.staging.folder)
    return path


def _cannot_write(error: OSError, path: Path) -> Abort:
    reason = error.strerror or str(error) or type(error).__name__
    said = Wording(
        vi=f"{path}: không đọc hoặc ghi được ({reason}); trang web cũ vẫn còn nguyên",
        en=f"{path}: cannot be read or written ({reason}); the last good site is as it was",
    )
    return Abort(said[users_language()])
