"""Write the site beside its place and put it there whole, or leave the last good one."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from build_state import STATE, outermost, project_folder
from programme.edition import last_change


class _Pending:
    """The site being written: where, and where it belongs. One a process."""

    written: Path | None = None
    target: Path | None = None
    complete: bool = False
    """Whether every page of every language was written."""


@event_priority(90)  # after the check, before anything reads site_dir
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    if not outermost(config):
        return config
    changed = last_change(project_folder(config))
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(changed.timestamp())))
    if not STATE.serving:
        _Pending.target = Path(config.site_dir)
        _Pending.target.parent.mkdir(parents=True, exist_ok=True)
        _Pending.written = Path(
            tempfile.mkdtemp(prefix=f".{_Pending.target.name}.", dir=_Pending.target.parent)
        )
        _Pending.written.chmod(0o755)
        config.site_dir = str(_Pending.written)
    return config


@event_priority(-200)  # after static-i18n, which builds the other languages in this event
def on_post_build(config: MkDocsConfig) -> None:
    _Pending.complete = outermost(config)


def on_build_error(error: Exception) -> None:
    # Also for a warning under --strict, which aborts after the last build event.
    _Pending.complete = False


def on_shutdown() -> None:
    # Reached on every way out, an interruption included.
    if _Pending.written is None or _Pending.target is None:
        return
    if _Pending.complete:
        _put(_Pending.written, _Pending.target)
    else:
        shutil.rmtree(_Pending.written, ignore_errors=True)
    _Pending.written = None


def _put(written: Path, target: Path) -> None:
    """Replace `target` by `written`; both are on one file system."""
    if not target.exists():
        written.rename(target)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent)) / "old"
    target.rename(old)
    written.rename(target)
    shutil.rmtree(old.parent, ignore_errors=True)
