"""Several documents on one site: `[tool.diptych.documents.NAME]` declares each.

A document is the folder NAME below the folder of each language. What stands beside those folders,
the home page and the folders of `editorial`, are the pages of the site itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from diptych.errors import BadConfiguration, Problem
from diptych.model import Document
from diptych.project.choices import refuse_unknown
from diptych.publication.reserved_names import reserved_names
from diptych.safety.file_names import likened, unfit
from diptych.visible import visible
from diptych.wording import Wording

MOST = 500
"""The most documents of one site."""
DOCUMENT_KEYS = frozenset({"confirmed", "country", "editorial", "files", "source"})
"""Every key that `[tool.diptych.documents.NAME]` may have."""
_OF_ONE = ("confirmed", "files", "source")
"""Keys that a site of several documents has for each of them."""
_ALONE = ("pairs",)
"""Keys that a site of several documents cannot have."""
_HOME = "index.md"
_EDITIONS = "changes"
"""The view that lists editions."""
_VIEWS_OF_ONE = ("corrections", "duties")
"""Views that draw on one document."""


def document_tables(
    table: Mapping[str, Any], locales: Sequence[str], editorial: Sequence[str]
) -> dict[str, Mapping[str, Any]]:
    """By its name what `[tool.diptych]` says of each document; empty for a site with one.

    Raises `BadConfiguration` where a name cannot be that of a folder and its address.
    """
    tables = table.get("documents", {})
    if not isinstance(tables, dict) or not all(isinstance(said, dict) for said in tables.values()):
        raise BadConfiguration(
            "[tool.diptych] documents must be tables, one for each: [tool.diptych.documents.NAME]"
        )
    if len(tables) > MOST:
        raise BadConfiguration(f"[tool.diptych] documents may have {MOST} entries")
    if tables:
        _refuse_of_one(table)
    taken = reserved_names(locales) | {likened(folder.partition("/")[0]) for folder in editorial}
    taken |= {likened(_HOME.partition(".")[0])}
    seen: dict[str, str] = {}
    for name, said in tables.items():
        shown = visible(name[:100])
        if why := unfit(name):
            raise BadConfiguration(f"[tool.diptych.documents] cannot name “{shown}”: {why.en}")
        if likened(name) in taken:
            raise BadConfiguration(
                f"[tool.diptych.documents] cannot name “{shown}”: the site itself uses the address "
                "that this name would have"
            )
        if first := seen.get(likened(name)):
            raise BadConfiguration(
                f"[tool.diptych.documents] names “{visible(first)}” and “{shown}”, which some "
                "systems take for one folder"
            )
        seen[likened(name)] = name
        refuse_unknown(said, DOCUMENT_KEYS, f"[tool.diptych.documents.{shown}]")
    return tables


def assert_file_names(files: Mapping[str, str]) -> None:
    """Raise `BadConfiguration` where two documents' files to take away have one name; `files` are
    these names by document.
    """
    seen: dict[str, str] = {}
    for name, called in files.items():
        if first := seen.get(likened(called)):
            raise BadConfiguration(
                f"[tool.diptych.documents] {first} and {name}: files of both would be called "
                f"“{called}”"
            )
        seen[likened(called)] = name


def misplaced(
    document: Document, editorial: Sequence[str], declared: Sequence[str]
) -> Iterator[Problem]:
    """What cannot be among the site's own pages, which `document` has: a page of a folder that is
    neither a document's nor the editors', a view that draws on one document, no home page.
    """
    if document.page(_HOME) is None:
        yield Problem(f"{document.root}/{_HOME}", _NO_HOME)
    for page in document.pages:
        folder = page.path.rpartition("/")[0]
        if folder and not any(f"{folder}/".startswith(f"{known}/") for known in editorial):
            yield Problem(page.file, _no_document(folder.partition("/")[0], declared))
        elif page.view in _VIEWS_OF_ONE:
            yield Problem(page.file, _of_one(page.view), page.line_of("view"))


def editions_of_one(document: Document) -> Iterator[Problem]:
    """The pages of `document`, one of several, that would list its editions: editions are the
    site's.
    """
    for page in document.pages:
        if page.view == _EDITIONS:
            yield Problem(page.file, _OF_THE_SITE, page.line_of("view"))


def _refuse_of_one(table: Mapping[str, Any]) -> None:
    for key in _OF_ONE:
        if key in table:
            raise BadConfiguration(
                f"[tool.diptych] {key} is said for each document: "
                f"move it to [tool.diptych.documents.NAME]"
            )
    for key in _ALONE:
        if key in table:
            raise BadConfiguration(
                f"[tool.diptych] {key} cannot be combined with documents: a site of several "
                "documents does without it"
            )


_OF_THE_SITE = Wording(
    vi="bản đăng là của cả trang web; hãy chuyển trang này (`view: changes`) vào một thư mục của "
    "trang web, có trong `editorial`",
    en="editions are of the whole site; move this page (`view: changes`) to a folder of the site's "
    "own pages, one in `editorial`",
)
_NO_HOME = Wording(
    vi="trang web có nhiều văn bản cần trang đầu này, trang liệt kê các văn bản (view: published)",
    en="a site of several documents needs this page, its home, which lists them (view: published)",
)


def _no_document(folder: str, declared: Sequence[str]) -> Wording:
    names = ", ".join(declared[:10])
    return Wording(
        vi=f"thư mục “{folder}” không thuộc văn bản nào ({names}) và không có trong `editorial`; "
        f"hãy khai báo [tool.diptych.documents.{folder}] trong pyproject.toml",
        en=f"the folder “{folder}” is of no document ({names}) and not in `editorial`; "
        f"declare [tool.diptych.documents.{folder}] in pyproject.toml",
    )


def _of_one(view: str) -> Wording:
    return Wording(
        vi=f"`view: {view}` lấy từ một văn bản; hãy chuyển trang này vào thư mục của văn bản đó",
        en=f"`view: {view}` draws on one document; move this page to a folder of that document",
    )
