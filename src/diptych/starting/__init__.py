"""A new project: its texts as examples to overwrite, its settings and lists, and all that makes a
site of them.

What a person says of the document passes `particulars`. The texts are templates in texts/: of a
`kind` of document, and of any project. The site's own files are those of `machinery`, as they are.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from diptych.errors import BadConfiguration
from diptych.project.documents import document_tables
from diptych.project.settings import Settings
from diptych.starting.machinery import library_files, machinery_files
from diptych.starting.particulars import Beginning
from diptych.starting.texts import document_settings, document_texts, project_texts

_SETTINGS = PurePosixPath("pyproject.toml")
_EDITORIAL = ("guide", "site")


def new_project(beginning: Beginning) -> Mapping[PurePosixPath, bytes]:
    """All files of the project that `beginning` tells of, by their paths in its folder.

    Raises `MachineryMissing`, `BadConfiguration` where the document cannot be called so.
    """
    _assert_name(beginning, _EDITORIAL, ())
    files = {**library_files(), **machinery_files()}
    for path, text in project_texts(beginning, files).items():
        files[path] = text.encode()
    return files


def new_document(
    beginning: Beginning, folder: Path, project: Settings
) -> Mapping[PurePosixPath, bytes]:
    """The files of one more document in the project in `folder`, by their paths in it.

    The settings among them are those that are there, with the document's at their end. Raises
    `BadConfiguration` where the project can have no document of that name, `OSError`.
    """
    _assert_name(beginning, project.editorial, [each.folder for each in project.documents])
    before = (folder / _SETTINGS).read_text(encoding="utf-8").rstrip("\n")
    settings = f"{before}\n{document_settings(beginning)}"
    try:
        tomllib.loads(settings)
    except tomllib.TOMLDecodeError as error:  # documents = { … } in one line
        raise BadConfiguration(
            f"{_SETTINGS} lists its documents in a way that nothing can be added to: write a table "
            "[tool.diptych.documents.NAME] for each"
        ) from error
    files = {
        _below(project, folder, path): text for path, text in document_texts(beginning).items()
    }
    return {path: text.encode() for path, text in {**files, _SETTINGS: settings}.items()}


def _below(project: Settings, folder: Path, path: PurePosixPath) -> PurePosixPath:
    """`path` in the folder of texts that the project names."""
    if project.docs is None or path.parts[0] != "docs":
        return path
    return PurePosixPath(project.docs.relative_to(folder).as_posix(), *path.parts[1:])


def _assert_name(beginning: Beginning, editorial: Sequence[str], taken: Sequence[str]) -> None:
    """Refuse a document's name that cannot be a folder and an address, or is there already."""
    name = beginning.document
    if name in taken:
        raise BadConfiguration(f"the project has a document “{name}” already")
    if name:
        tables: dict[str, dict[str, object]] = {each: {} for each in (*taken, name)}
        document_tables({"documents": tables}, beginning.locales, editorial)
