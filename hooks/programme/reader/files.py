"""Files on disk -> text with its front matter, or a problem said in one line."""

from __future__ import annotations

import os
import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from programme.errors import Problem
from programme.reader.limits import PAGES, too_large, too_many_pages, too_much
from programme.wording import Wording

_PLAIN = re.compile(r"([A-Za-z_][\w-]*): +([^\W\d_][^:#\"'\[\]{}&*!|>%@`\t\x7f-\x9f]*)")
"""A line of front matter that is a name and a text, whatever the rules of YAML."""
_NOT_TEXT = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null"})
_PAGE = re.compile(r"<!-- page: (\S+?)\s*(-->)?\s*")
_DIGITS = re.compile(r"(\d+)")
_UNFIT_NAME = re.compile(r"[\"<>\\\x00-\x1f\x7f\ud800-\udfff]")
_CONFLICT = re.compile(r"(<{7}|>{7}|\|{7}) ")


class Unreadable(Exception):
    """One file cannot be read; collected into `CannotCheck` with the others."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.sentence("en"))


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """A Markdown file, read."""

    file: str
    lines: tuple[str, ...]
    """All lines, front matter included, without line ends."""
    meta: Mapping[str, object]
    meta_end: int
    """How many lines the front matter takes; 0 without one."""
    title_line: int
    """The 1-based line of the front matter's `title`, or 1."""

    @property
    def body(self) -> str:
        """The text with the front matter blanked out, so that line numbers hold."""
        return "\n" * self.meta_end + "\n".join(self.lines[self.meta_end :]) + "\n"


def reading_order(path: str) -> tuple[tuple[bool, tuple[tuple[int, int, str], ...]], ...]:
    """The sort key that makes a listing read as the table of contents.

    An index page comes first in its folder; numbers inside names count as numbers.
    """
    return tuple(
        (
            part != "index.md",
            tuple(
                (0, int(piece), "") if piece.isdigit() else (1, 0, piece)
                for piece in _DIGITS.split(part.casefold())
                if piece
            ),
        )
        for part in path.split("/")
    )


def markdown_files(root: Path) -> Iterator[tuple[str, Path]]:
    """Each Markdown file below `root` as (path below root, path), in reading order.

    A `root` that is itself a file is one document, given as "index.md".
    Raises `Unreadable` when `root` does not exist.
    """
    if root.is_file():
        yield "index.md", root
        return
    if not root.is_dir():
        raise Unreadable(
            Problem(
                str(root),
                Wording(
                    vi="không có tệp hoặc thư mục này; hãy kiểm tra lại tên",
                    en="there is no such file or folder; check the name",
                ),
            )
        )
    found = [
        (path.relative_to(root).as_posix(), path)
        for folder, _, names in os.walk(root)
        for path in (Path(folder, name) for name in names if name.endswith(".md"))
    ]
    for path, file in found:
        if _UNFIT_NAME.search(path):
            raise Unreadable(
                Problem(
                    repr(file.as_posix())[1:-1],
                    Wording(
                        vi="tên tệp có ký tự không dùng được trong địa chỉ trang; hãy đổi tên",
                        en="the file's name has a character that no page's address may have; "
                        "rename it",
                    ),
                )
            )
    yield from sorted(found, key=lambda entry: reading_order(entry[0]))


def read_markdown(path: Path) -> MarkdownText:
    """Read one file. Raises `Unreadable` with the place and the way to mend it.

    A byte order mark is dropped; CR LF and CR count as line ends.
    """
    shown = path.as_posix()
    lines = tuple(read_text(path).removesuffix("\n").split("\n"))
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
    if problem := too_much(lines, shown):
        raise Unreadable(problem)
    meta_end = _front_matter_end(lines, shown)
    meta = _front_matter(lines, meta_end, shown)
    title_line = next(
        (n for n, line in enumerate(lines[:meta_end], 1) if line.startswith("title:")), 1
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
    """The page whose mark takes the lines from `first` to `last` (from 0), up to `until`."""
    meta = _front_matter(text.lines, last + 1, text.file, first) if last > first else {}
    titled = (n for n in range(first, last) if text.lines[n].startswith("title:"))
    # other pages' lines are not this one's; line numbers are the file's
    lines = ("",) * first + text.lines[first:until]
    return MarkdownText(text.file, lines, meta, last + 1, next(titled, first) + 1)


def _free(path: str, taken: Container[str]) -> str:
    return path if path not in taken else _free(f"_{path}", taken)


def read_text(path: Path) -> str:
    """A UTF-8 file without byte order mark, its line ends LF. Raises `Unreadable`."""
    shown = path.as_posix()
    try:
        if problem := too_large(path.stat().st_size, shown):
            raise Unreadable(problem)
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Unreadable(
            Problem(
                shown,
                Wording(
                    vi=f"không đọc được tệp ({reason})", en=f"the file cannot be read ({reason})"
                ),
            )
        ) from error
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(
            Problem(
                shown,
                Wording(
                    vi="tệp không ở dạng mã UTF-8; hãy lưu lại với bảng mã UTF-8",
                    en="the file is not UTF-8; save it again with the encoding UTF-8",
                ),
                raw.count(b"\n", 0, error.start) + 1,
            )
        ) from error
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _front_matter_end(lines: tuple[str, ...], shown: str) -> int:
    if not lines or lines[0].rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() in ("---", "..."):
            return number
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


def _front_matter(
    lines: tuple[str, ...], end: int, shown: str, first: int = 0
) -> Mapping[str, object]:
    """What stands between the line `first` (from 0) and the one before `end`."""
    if not end:
        return {}
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
    return meta
