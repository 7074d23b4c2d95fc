"""Files on disk -> their text with its front matter, or a problem said in one line."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from diptych.errors import Problem, Unreadable
from diptych.files import controls
from diptych.files.folder import EntryKind, FolderEntry, listed
from diptych.files.opening import named
from diptych.files.reading import read_text
from diptych.files.toml import values_of
from diptych.language.natural_order import natural
from diptych.patterns import pattern_of
from diptych.reader.page_limits import PAGES, too_many_pages, too_much
from diptych.safety.file_names import composed, left_behind
from diptych.wording import Wording

SUFFIXES = (".md", ".mdx", ".markdown")
"""How the names of files with Markdown end."""
_PLAIN = pattern_of(r"([A-Za-z_][\w-]*): +([^\W\d_][^:#\"'&*!|>%@`\t\x7f-\x9f]*)")
"""An expression for a line of front matter that is a name and a text, whatever YAML's rules."""
_DECLARED = pattern_of(r"[A-Za-z_][\w-]*:(?:\s|$)|[ \t]+\S|- ")
"""An expression for how a line of front matter begins."""
_NOT_TEXT = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null"})
_TOML = "+++"
"""The line before and after front matter in TOML."""
_PAGE = pattern_of(r"<!-- page: (\S+?)\s*(-->)?\s*")
_UNFIT_NAME = pattern_of(r"[\"<>\\\x00-\x1f\x7f\ud800-\udfff]")
_CONFLICT = pattern_of(r"(<{7}|>{7}|\|{7}) ")


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """A Markdown file as it was read."""

    file: str
    lines: tuple[str, ...]
    """The lines of the file, front matter included, without line ends."""
    meta: Mapping[str, object]
    meta_end: int
    """How many lines the front matter takes; 0 without one."""
    title_line: int
    """The 1-based line of the front matter's `title`, or 1."""

    @property
    def body(self) -> str:
        """The text with its front matter blanked out, so that line numbers hold."""
        return "\n" * self.meta_end + "\n".join(self.lines[self.meta_end :]) + "\n"


def reading_order(path: str) -> tuple[tuple[bool, tuple[tuple[int, int, str], ...]], ...]:
    """The sort key that makes a listing read as the table of contents.

    An index page comes first in its folder; numbers inside names count as numbers.
    """
    return tuple((part != "index.md", natural(part.casefold())) for part in path.split("/"))


def _page_path(path: str, taken: Container[str]) -> str:
    """The path of the page in a file: it ends in `.md`, whatever the file's name ends in."""
    stem, _, suffix = path.rpartition(".")
    return path if suffix == "md" or f"{stem}.md" in taken else f"{stem}.md"


def markdown_files(root: Path) -> Iterator[tuple[str, Path]]:
    """Each Markdown file below `root` as (path below root, path), in reading order.

    A `root` that is itself a file is one document, given as "index.md". Other files are passed
    over, and a link is followed if it leads to a file below `root`. Paths are composed (NFC):
    systems write the same name in either way. Raises `Unreadable`.
    """
    if root.is_file():
        yield "index.md", root
        return
    if not root.is_dir():
        raise Unreadable(
            Problem(
                named(root),
                Wording(
                    vi="không có tệp hoặc thư mục này; hãy kiểm tra lại tên",
                    en="there is no such file or folder; check the name",
                ),
            )
        )
    found: dict[str, Path] = {}
    for entry in listed(root):
        if entry.name.endswith(SUFFIXES) and not left_behind(entry.name):
            _assert_file(root, entry)
            found[composed(_page_path(entry.path, found), found)] = root / entry.path
    yield from in_reading_order(found.items())


def in_reading_order(files: Iterable[tuple[str, Path]]) -> list[tuple[str, Path]]:
    """`files`, each with its path, in the order of a table of contents."""
    return sorted(files, key=lambda entry: reading_order(entry[0]))


def _assert_file(root: Path, entry: FolderEntry) -> None:
    """Raise `Unreadable` unless `entry` is a file, or a link to one, as its name says."""
    path = root / entry.path
    if _UNFIT_NAME.search(entry.path):
        said = Wording(
            vi="tên tệp có ký tự không dùng được trong địa chỉ trang; hãy đổi tên",
            en="the file's name has a character that no page's address may have; rename it",
        )
        raise Unreadable(Problem(repr(path.as_posix())[1:-1], said))
    if entry.kind is EntryKind.FILE:
        return
    if entry.kind is EntryKind.LINK and os.path.isfile(path):  # noqa: PTH113 - it never raises
        if path.resolve().is_relative_to(root.resolve()):
            return
        said = Wording(
            vi="liên kết này dẫn ra ngoài thư mục; hãy đặt chính tệp đó vào đây",
            en="this link leads out of the folder; put the file itself in its place",
        )
    elif entry.kind is EntryKind.FOLDER:
        said = Wording(
            vi="thư mục này mang tên của một trang; hãy bỏ “.md” khỏi tên",
            en="this folder has the name of a page; take “.md” off its name",
        )
    else:
        said = Wording(
            vi="không đọc được: đây không phải tệp thường, hoặc là liên kết không dẫn tới tệp nào",
            en="this cannot be read: it is not a regular file, or it is a link that leads to none",
        )
    raise Unreadable(Problem(named(path), said))


def read_markdown(path: Path, *, following: bool = False) -> MarkdownText:
    """Read one file. Raises `Unreadable` with the place and the way to mend it.

    A byte order mark is dropped; CR LF and CR count as line ends. A link is followed if that is
    asked for.
    """
    shown = named(path)
    text = read_text(path, following=following)
    lines = tuple(text.removesuffix("\n").split("\n"))
    for number, line in enumerate(lines, 1):
        if _CONFLICT.match(line):
            raise Unreadable(
                Problem(
                    shown,
                    Wording(
                        vi="dấu xung đột của git còn sót lại; hãy giữ một bản và xóa các dòng dấu",
                        en="a git conflict marker was left here; "
                        "keep one version and delete the marker lines",
                    ),
                    number,
                )
            )
    if problem := too_much(lines, shown) or controls.in_text("\n".join(lines), shown):
        raise Unreadable(problem)
    first, meta_end = 0, _front_matter_end(lines, shown)
    if following and not meta_end:
        first, meta_end = _front_matter_below(lines)
    try:
        meta = _front_matter(lines, meta_end, shown, first, of_others=following)
    except Unreadable:
        if not first:
            raise
        meta, meta_end = {}, 0  # it is text
    title_line = next(
        (n for n, line in enumerate(lines[:meta_end], 1) if line.startswith(("title:", "title ="))),
        1,
    )
    return MarkdownText(shown, lines, meta, meta_end, title_line)


def pages_of(text: MarkdownText) -> list[tuple[str, MarkdownText]]:
    """The pages that one file holds, each with its path; without marks it is one, "index.md".

    A mark is a comment on lines of its own, with the page's front matter in it:

        <!-- page: part-1.md
        title: Part I
        -->

    What stands before the first mark is a page only if it has text. Raises `Unreadable`.
    """
    begun: dict[str, tuple[int, int]] = {}
    for number, line in enumerate(text.lines[text.meta_end :], text.meta_end):
        # a path that comes again is a slip: its text stays where it stands
        if (match := _PAGE.fullmatch(line)) and match[1] not in begun:
            lines = range(number, len(text.lines))
            end = next((n for n in lines if text.lines[n].rstrip().endswith("-->")), number)
            begun[match[1]] = number, end
            if len(begun) > PAGES:
                raise Unreadable(too_many_pages(text.file, number + 1))
    if not begun:
        return [("index.md", text)]
    bounds = [first for first, _ in begun.values()]
    pages = [
        (path, _piece(text, first, last, until))
        for (path, (first, last)), until in zip(
            begun.items(), [*bounds[1:], len(text.lines)], strict=True
        )
    ]
    if any(line.strip() for line in text.lines[text.meta_end : bounds[0]]):
        before = MarkdownText(
            text.file, text.lines[: bounds[0]], text.meta, text.meta_end, text.title_line
        )
        pages.insert(0, (_free("index.md", begun), before))
    return pages


def _piece(text: MarkdownText, first: int, last: int, until: int) -> MarkdownText:
    """The page whose mark takes the lines `first` to `last`, up to `until` (all from 0)."""
    meta = _front_matter(text.lines, last + 1, text.file, first) if last > first else {}
    titled = (n for n in range(first, last) if text.lines[n].startswith("title:"))
    # other pages' lines are not this one's; line numbers are the file's
    lines = ("",) * first + text.lines[first:until]
    return MarkdownText(text.file, lines, meta, last + 1, next(titled, first) + 1)


def _free(path: str, taken: Container[str]) -> str:
    return path if path not in taken else _free(f"_{path}", taken)


def _front_matter_end(lines: tuple[str, ...], shown: str) -> int:
    opening = lines[0].rstrip() if lines else ""
    if opening not in ("---", _TOML):
        return 0
    ends = (_TOML,) if opening == _TOML else ("---", "...")
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() in ends:
            return number
    if opening == _TOML:
        return 0
    raise Unreadable(
        Problem(
            shown,
            Wording(
                vi="phần khai báo mở bằng '---' ở dòng 1 chưa được đóng; "
                "hãy thêm một dòng '---' sau phần đó",
                en="the front matter opened by '---' on line 1 is never closed; "
                "add a line '---' after it",
            ),
            1,
        )
    )


def _front_matter_below(lines: tuple[str, ...]) -> tuple[int, int]:
    """The line (from 0) on which front matter begins that stands below blank lines, and how many
    lines it takes with them; 0 for both without one. Some tools take it, others show it.
    """
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if first and lines[first].rstrip() == "---":
        for number, line in enumerate(lines[first + 1 :], first + 1):
            if line.rstrip() == "---" and number > first + 1:
                return first, number + 1
            if not _DECLARED.match(line):
                break
    return 0, 0


def _toml(lines: tuple[str, ...], shown: str) -> Mapping[str, object]:
    """The front matter in TOML, which begins on the second line of the file."""
    try:
        meta = values_of("\n".join(lines), shown)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Unreadable(
            Problem(
                shown,
                Wording(
                    vi="phần khai báo giữa hai dòng '+++' không đúng cú pháp TOML",
                    en="the front matter between the '+++' lines is not valid TOML",
                ),
                1,
            )
        ) from error
    if problem := controls.in_front_matter(meta, lines, 2, shown):
        raise Unreadable(problem)
    return meta


def _front_matter(
    lines: tuple[str, ...], end: int, shown: str, first: int = 0, *, of_others: bool = False
) -> Mapping[str, object]:
    """The front matter from the line `first` to the one before `end` (both from 0).

    In a text `of_others`, a value of more lines is one line with blanks.
    """
    if not end:
        return {}
    if lines[first].rstrip() == _TOML:
        return _toml(lines[first + 1 : end - 1], shown)
    plain = [_PLAIN.fullmatch(line.rstrip()) for line in lines[first + 1 : end - 1]]
    if all(match and match[2].lower() not in _NOT_TEXT for match in plain):
        return {match[1]: match[2] for match in plain if match}
    import yaml  # not loaded for the plain lines that nearly every page has

    try:
        declared = "\n".join(lines[first + 1 : end - 1])
        # an alias of an alias of an alias is a text of any length
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(declared)):
            raise yaml.YAMLError
        meta = yaml.safe_load(declared)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise Unreadable(
            Problem(
                shown,
                Wording(
                    vi="phần khai báo giữa hai dòng '---' không đúng cú pháp YAML; "
                    "hãy đặt giá trị trong dấu nháy kép",
                    en="the front matter between the '---' lines is not valid YAML; "
                    "put the value in double quotes",
                ),
                first + mark.line + 2 if mark else first + 1,
            )
        ) from error
    if meta is None:
        return {}
    if not isinstance(meta, dict):
        raise Unreadable(
            Problem(
                shown,
                Wording(
                    vi="phần khai báo phải gồm các dòng dạng 'tên: giá trị'",
                    en="the front matter must be lines of the form 'name: value'",
                ),
                1,
            )
        )
    written = lines[first + 1 : end - 1]
    if of_others:
        meta = {
            key: " ".join(value.split()) if isinstance(value, str) else value
            for key, value in meta.items()
        }
    if problem := controls.in_front_matter(meta, written, first + 2, shown):
        raise Unreadable(problem)
    return meta
