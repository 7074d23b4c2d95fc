"""A new project: its texts as examples to overwrite, its settings and lists, and all that makes a
site of them.

What a person says of the document passes `particulars`. The texts are templates in texts/: of a
`kind` of document, and of any project. The site's own files are those of `machinery`, as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from diptych.starting.machinery import library_files, machinery_files
from diptych.starting.particulars import Beginning
from diptych.starting.texts import project_texts


def new_project(beginning: Beginning) -> Mapping[PurePosixPath, bytes]:
    """All files of the project that `beginning` tells of, by their paths in its folder.

    Raises `MachineryMissing`.
    """
    files = {**library_files(), **machinery_files()}
    for path, text in project_texts(beginning, files).items():
        files[path] = text.encode()
    return files
