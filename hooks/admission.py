"""Let onto the site, of the files below docs/, what the check has read or listed, and no other."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from build_state import STATE
from diptych.language.locales import users_language
from diptych.safety.file_names import left_behind
from diptych.visible import visible
from diptych.wording import Wording


@event_priority(100)  # in the build of every language, before anything else looks at the files
def on_files(files: Files, config: MkDocsConfig) -> Files:
    for file in [file for file in files if _is_below_docs(file, config)]:
        if _is_let_in(file):
            continue
        if not STATE.serving and not left_behind(Path(file.src_uri).name):
            raise Abort(unknown(file))
        files.remove(file)
    return files


@event_priority(100)  # when the files of this language are all there
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    written: dict[str, File] = {}
    for file in files:
        other = written.setdefault(file.dest_uri, file)
        if other is not file and not STATE.serving:
            raise Abort(_one_place(other, file))
    return nav


def unknown(file: File) -> str:
    """That a file below docs/ is neither a page nor a picture that the check knows."""
    shown = visible(os.path.relpath(file.abs_src_path or file.src_uri))
    said = Wording(
        vi=f"{shown}: bước kiểm tra không biết tệp này nên trang web không được dựng",
        en=f"{shown}: the check does not know this file, so nothing was built",
    )
    return said[users_language()]


def _is_below_docs(file: File, config: MkDocsConfig) -> bool:
    return file.src_dir is not None and Path(file.src_dir) == Path(config.docs_dir)


def _is_let_in(file: File) -> bool:
    """Whether the file is a page of the model or a picture of the gate.

    While the texts cannot be read there is no model; then the gate's pages are shown.
    """
    if STATE.admitted is None:
        return False
    locale, _, path = file.src_uri.partition("/")
    if STATE.report is not None:
        page = STATE.page(locale, file.src_uri) is not None
    else:
        page = path in STATE.admitted.pages.get(locale, {})
    return page or file.src_uri in STATE.admitted.pictures


def _one_place(one: File, other: File) -> str:
    said = Wording(
        vi=f"{one.src_uri} và {other.src_uri} có cùng một chỗ trên trang web: {one.dest_uri}",
        en=f"{one.src_uri} and {other.src_uri} have one place on the site: {one.dest_uri}",
    )
    return visible(said[users_language()])
