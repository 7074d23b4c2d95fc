"""Read Markdown files into a `Document`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from diptych.errors import CannotCheck, Problem, Unreadable, UnreadPages
from diptych.language.locales import locale
from diptych.model import COVER, Document, Page
from diptych.progress import SILENT, Progress
from diptych.reader.drafts import PageDraft
from diptych.reader.identity import NO_ATTACHMENTS, Identities, attachments, nested
from diptych.reader.kept_drafts import KeptDrafts, draft_of
from diptych.reader.lettered_parts import number_lettered_parts
from diptych.reader.markdown_files import (
    MarkdownText,
    in_reading_order,
    markdown_files,
    pages_of,
    read_markdown,
)
from diptych.reader.stated_head import add_stated_head
from diptych.reader.totals import Total
from diptych.wording import Wording

EVERYTHING = "."
"""In a list of the editors' folders: every page is theirs."""


def read_document(
    root: Path,
    tag: str,
    editorial: Sequence[str] = (),
    progress: Progress = SILENT,
    admitted: Iterable[tuple[str, Path]] | None = None,
    left_out: Callable[[str, Path], bool] | None = None,
    original: Document | None = None,
    kept: KeptDrafts | None = None,
) -> Document:
    """Read the Markdown file or tree at `root` as a document in the language `tag`.

    A file may hold several pages (see `files.pages_of`). Pages below a folder named in
    `editorial` (paths below the root) are marked as the editors' own. Where it is said which
    files are `admitted`, with their paths below the root, those alone are read, and none by a
    link. A file that is `left_out`, by its path below the root and its own, is not read. The
    documents attached to a translation have the ids of those in its `original`, if it is given.
    Pages that are as they were are not read again where what they were read as is `kept`.
    Raises `CannotCheck` with every problem of every file, `UnreadPages` if others could be read.
    """
    problems: list[Problem] = []
    texts: list[tuple[str, MarkdownText]] = []
    unread: list[str] = []
    total = Total()
    try:
        found = markdown_files(root) if admitted is None else in_reading_order(admitted)
        for path, file in found:
            if left_out and left_out(path, file):
                continue
            try:
                text = read_markdown(file, following=admitted is None)
            except Unreadable as unreadable:
                problems.append(unreadable.problem)
                unread.append(path)
                continue
            texts += pages_of(text) if file == root else [(path, text)]
            total.add_page(text.lines, text.meta_end)
            total.pages = len(texts)
            if problem := total.problem(text.file):
                raise Unreadable(problem)
    except Unreadable as unreadable:
        problems.append(unreadable.problem)
    if not texts and not problems:
        problems.append(
            Problem(
                str(root),
                Wording(
                    vi="không có tệp Markdown (.md) nào ở đây nên không có gì để so sánh",
                    en="there is no Markdown file (.md) here, so there is nothing to compare",
                ),
            )
        )
    if texts and 0 < len(problems) == len(unread):
        raise UnreadPages(problems, unread)
    if problems:
        raise CannotCheck(problems)
    return assembled(texts, tag, str(root), editorial, progress, original, kept)


def assembled(
    texts: Sequence[tuple[str, MarkdownText]],
    tag: str,
    root: str,
    editorial: Sequence[str] = (),
    progress: Progress = SILENT,
    original: Document | None = None,
    kept: KeptDrafts | None = None,
) -> Document:
    """Put files already read, given in reading order, together into a document: a translation of
    the `original`, if there is one.
    """
    progress.expect(len(texts))
    read = kept.of if kept else draft_of
    drafts: list[tuple[str, MarkdownText, PageDraft]] = []
    stated: tuple[str, ...] = ()
    total = Total()
    for path, text in texts:
        draft = read(text, tag)
        if not drafts and text.meta.get("layout") == COVER:
            stated = add_stated_head(draft, text.meta, text.lines, text.file, tag)
        drafts.append((path, text, draft))
        total.provisions += draft.size
        if problem := total.problem(text.file):
            raise CannotCheck([problem])
        progress.advance()
    # headings of a single file say their levels by themselves
    single = len({text.file for _, text in texts}) == 1
    folders = {path.rpartition("/")[0] for path, _ in texts if path.endswith("/index.md")}
    depths = {path: 0 if single else _depth(path, folders) for path, _, _ in drafts}
    number_lettered_parts((depths[path], draft.divisions) for path, _, draft in drafts)
    known = attachments(original.divisions) if original else NO_ATTACHMENTS
    roots = nested([(path, depths[path], draft.divisions) for path, _, draft in drafts], tag, known)
    identities = Identities(
        locale(tag), {path: _title(path, text, draft) for path, text, draft in drafts}
    )
    divisions = identities.divisions(roots)
    by_page: dict[str, list[int]] = {}
    walked = [division for top in divisions for division in top.walk()]
    for index, division in enumerate(walked):
        by_page.setdefault(division.page, []).append(index)
    pages: list[Page] = []
    for path, text, draft in drafts:
        own = [walked[index] for index in by_page.get(path, ())]
        below = {id(child) for division in own for child in division.divisions}
        pages.append(
            Page(
                path=path,
                file=text.file,
                lines=text.lines,
                meta=text.meta,
                editorial=EVERYTHING in editorial
                or any(path.startswith(f"{folder}/") for folder in editorial),
                divisions=tuple(division for division in own if id(division) not in below),
                footnotes=identities.footnotes(draft.footnotes, own[0] if own else None, path),
                title_line=text.title_line,
                markup=draft.markup,
                marks=draft.marks,
                stated=() if pages else stated,
            )
        )
    return Document(locale=tag, root=root, pages=tuple(pages), divisions=divisions)


def _depth(path: str, folders: set[str]) -> int:
    """How many divisions enclose the page at `path`: one for each folder around with an index."""
    folder = path.rpartition("/")[0]
    around = [folder[:end] for end, char in enumerate(folder + "/") if char == "/" and end]
    depth = sum(part in folders for part in around)
    return depth - 1 if path.endswith("/index.md") else depth


def _title(path: str, text: MarkdownText, draft: PageDraft) -> str:
    if title := text.meta.get("title"):
        return str(title)
    heading = next((d.heading.text for d in draft.divisions if d.heading), None)
    return heading or path
