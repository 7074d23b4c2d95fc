"""The command `diptych import`: reads a Word file into the Markdown of one language."""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import click

from diptych.cli.ending import Status, cannot_write, say
from diptych.patterns import pattern_of
from diptych.wording import SPOKEN, Wording

if TYPE_CHECKING:
    from diptych.importing import Imported
    from diptych.importing.received import Remark

_NOT_A_NAME = pattern_of(r"[^\w.-]+|_+")
_REGISTER = Path("source/corrections.toml")
_NO_CORRECTIONS = """\
# Readings in which the original departs from the source, one [[correction]] each.
# Những chỗ bản gốc khác văn bản nguồn, mỗi chỗ một mục [[correction]].
"""

_TAKEN = Wording(
    vi="{} đã có nên không có gì được ghi; hãy ghi vào thư mục khác (--to) hoặc ghi đè (--force)",
    en="{} is there already, so nothing was written; write elsewhere (--to) or over it (--force)",
)
_NOT_ITS_OWN = Wording(
    vi="--source {} trùng với một tệp khác cũng được ghi; hãy đặt tên riêng cho văn bản nguồn",
    en="--source {} is another file that is written, too; give the plain text a name of its own",
)
_REMARKS = Wording(
    vi="Những chỗ cần xem lại ({}):",
    en="To be looked over ({}):",
)
_SETTINGS = Wording(
    vi="Để bản gốc được đối chiếu với văn bản nguồn, hãy thêm vào pyproject.toml:",
    en="To have the original held against its source, add to pyproject.toml:",
)
_WHOLE_FILE = Wording(vi="cả tệp", en="the whole file")
_PARAGRAPH = Wording(vi="đoạn {}", en="paragraph {}")
_PARAGRAPHS = Wording(vi="{} đoạn ({})", en="{} paragraphs ({})")
_SEVERAL = 3
"""From how many more on the same is said once."""


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--original",
    default="vi",
    show_default=True,
    metavar="LANGUAGE",
    help="Language of the file, the tag of a language like vi",
)
@click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the pages go  [default: LANGUAGE below the folder of texts, docs]",
)
@click.option(
    "--source",
    "source",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where the plain text goes  [default: source/NAME.txt]",
)
@click.option("--one-page", "whole", is_flag=True, help="Make it one page, however long")
@click.option("--force", is_flag=True, help="Write over what is there")
@click.option("--lang", "language", type=click.Choice(SPOKEN), help="Language of the messages")
def import_(
    file: Path,
    original: str,
    folder: Path | None,
    source: Path | None,
    whole: bool,
    force: bool,
    language: str | None,
) -> None:
    """Read FILE, a Word document (.docx), into Markdown, beside its plain text as the source.

    Every word of it is in the pages, in order, or is told: each line that is printed says where
    something could not be read as the file shows it. All files are written, or none.

    \b
    Exit status  0: written; what to look over is printed
                 2: the file could not be read, or there are pages already
                 3: the pages could not be written
    """  # noqa: D301 - click's mark for lines that stay as they are
    from diptych.errors import CannotCheck, Unreadable
    from diptych.files.together import write_together
    from diptych.importing import imported
    from diptych.language.locales import users_language
    from diptych.language.tags import is_tag

    spoken = language or users_language()
    if not is_tag(original):
        raise click.UsageError(f"“{original}” is not the tag of a language, like vi")
    try:
        found = imported(file, original, whole=whole)
    except Unreadable as unreadable:
        say(unreadable.problem.sentence(spoken), err=True)
        sys.exit(Status.CANNOT_READ)
    except CannotCheck as stopped:
        for problem in stopped.problems:
            say(problem.sentence(spoken), err=True)
        sys.exit(Status.CANNOT_READ)
    folder = folder or _docs() / original
    source = source or Path("source") / f"{_name(file)}.txt"
    others = (_REGISTER, *(folder / page.path for page in found.pages))
    if source.resolve() in [path.resolve() for path in others]:
        say(_NOT_ITS_OWN[spoken].format(source), err=True)
        sys.exit(Status.CANNOT_READ)
    contents = _contents(found, folder, source)
    if not force and (taken := _taken(contents, folder)):
        say(_TAKEN[spoken].format(taken), err=True)
        sys.exit(Status.CANNOT_READ)
    try:
        write_together(contents)
    except OSError as error:
        cannot_write(error.filename or folder, error)
    for path, content in contents.items():
        say(f"{path}  {len(content):,} bytes", err=True)
    _tell(found.remarks, file, spoken)
    say(_SETTINGS[spoken], err=True)
    say(_settings(source, contents[source]))


def _docs() -> Path:
    """The folder of texts of the project here; ends the command where its settings are wrong."""
    from diptych.errors import BadConfiguration
    from diptych.project.settings import settings

    try:
        return settings().docs or Path("docs")
    except BadConfiguration as error:
        say(str(error), err=True)
        sys.exit(Status.CANNOT_READ)


def _contents(found: Imported, folder: Path, source: Path) -> dict[Path, bytes]:
    """What is written, by path; a list of corrections that is there stays."""
    contents = {folder / page.path: page.text.encode() for page in found.pages}
    contents[source] = found.source.encode()
    if not _REGISTER.exists():
        contents[_REGISTER] = _NO_CORRECTIONS.encode()
    return contents


def _taken(contents: dict[Path, bytes], folder: Path) -> Path | None:
    """A file that is there already; any page in the folder would be read with the new ones."""
    pages = sorted(folder.rglob("*.md")) if folder.is_dir() else []
    return next((path for path in (*pages, *contents) if path.exists()), None)


def _tell(remarks: tuple[Remark, ...], file: Path, spoken: str) -> None:
    """Print what could not be read as it is shown, a line each; or one of all places alike."""
    from diptych.visible import visible

    if remarks:
        say(_REMARKS[spoken].format(len(remarks)))
    alike: dict[object, list[Remark]] = {}
    for remark in remarks:
        words = any(map(str.isalnum, remark.text))  # a drawn line has none
        alike.setdefault(remark if words else remark.what, []).append(remark)
    for first, *others in alike.values():
        if len(others) >= _SEVERAL:
            ordinals = ", ".join(str(one.ordinal) for one in (first, *others))
            where = _PARAGRAPHS[spoken].format(1 + len(others), ordinals)
            say(visible(f"{file.name}: {where}: {first.what[spoken]}"))
            continue
        for remark in (first, *others):
            place = _PARAGRAPH if remark.ordinal else _WHOLE_FILE
            where = place[spoken].format(remark.ordinal)
            near = f" (“{remark.near} …”)" if remark.near else ""
            text = f": “{remark.text}”" if remark.text else ""
            say(visible(f"{file.name}: {where}{near}: {remark.what[spoken]}{text}"))


def _settings(source: Path, content: bytes) -> str:
    return (
        "[tool.diptych.source]\n"
        f'file = "{source.as_posix()}"\n'
        f'sha256 = "{hashlib.sha256(content).hexdigest()}"\n'
        f'register = "{_REGISTER.as_posix()}"'
    )


def _name(file: Path) -> str:
    """The file's name as that of the source: letters, figures and hyphens."""
    name = unicodedata.normalize("NFC", file.stem)
    return _NOT_A_NAME.sub("-", name).strip("-.")[:100] or "received"
