"""Let onto the site only those files below docs/ that the check has read or listed."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from build_state import STATE, refusals
from diptych.site.admission import is_let_in, one_place, refuse_unknown, unknown_file


@event_priority(100)  # in the build of every language, before anything else looks at the files
def on_files(files: Files, config: MkDocsConfig) -> Files:
    for file in [file for file in files if _is_below_docs(file, config)]:
        if not is_let_in(STATE, file.src_uri):
            with refusals():
                refuse_unknown(STATE, file.abs_src_path or file.src_uri)
            files.remove(file)
    return files


@event_priority(100)  # when the files of this language are all there
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    written: dict[str, File] = {}
    for file in files:
        other = written.setdefault(file.dest_uri, file)
        if other is not file and not STATE.serving:
            with refusals():
                raise one_place(other.src_uri, file.src_uri, file.dest_uri)
    return nav


def unknown(file: File) -> str:
    """The message that `file` is neither a page nor a picture that the check knows."""
    return str(unknown_file(file.abs_src_path or file.src_uri))


def _is_below_docs(file: File, config: MkDocsConfig) -> bool:
    return file.src_dir is not None and Path(file.src_dir) == Path(config.docs_dir)
