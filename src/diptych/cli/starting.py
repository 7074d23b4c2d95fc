"""The command `diptych new`: begins the project of a document in two languages."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

from diptych.cli.ending import Status, cannot_write, say
from diptych.wording import SPOKEN, Wording

if TYPE_CHECKING:
    from diptych.starting.particulars import Beginning

T = TypeVar("T")

_TAKEN = Wording(
    vi="{} không phải thư mục trống nên không có gì được ghi; hãy chọn thư mục khác",
    en="{} is no empty folder, so nothing was written; choose another",
)
_OF_ONE = Wording(
    vi="{} là dự án của một văn bản; thêm văn bản sẽ đổi địa chỉ của nó. Hãy tạo một dự án nhiều "
    "văn bản (--document TÊN, thư mục trống) rồi chuyển văn bản này vào",
    en="{} is the project of one document, whose addresses a second would change; begin one for "
    "several (--document NAME, an empty folder) and move this document there",
)
_WHICH = Wording(
    vi="{} là dự án của nhiều văn bản; hãy nêu tên thư mục của văn bản mới (--document TÊN)",
    en="{} is a project of several documents; name the folder of the new one (--document NAME)",
)
_THERE = Wording(
    vi="{} đã có nên không có gì được ghi", en="{} is there already, so nothing was written"
)
_UNSAID = Wording(
    vi="thiếu {option} ({question}); không hỏi được vì đầu vào không phải là màn hình",
    en="{option} is missing ({question}); nobody can be asked, as the input is no terminal",
)
_AGREES = Wording(vi="{}: {} tệp; hai bản khớp nhau.", en="{}: {} files; the two languages agree.")
_WARNED = Wording(
    vi="{}: {} tệp; hai bản khớp nhau, có {} cảnh báo: chạy `make check` để xem.",
    en="{}: {} files; the two languages agree, with {} warnings: `make check` shows them.",
)
_DIFFERS = Wording(
    vi="{}: {} tệp; có {} chỗ hai bản không khớp: chạy `make check` để xem.",
    en="{}: {} files; the two languages disagree in {} places: `make check` shows them.",
)
_IN_ENGLISH = Wording(
    vi="Văn bản mẫu trong docs/{} viết bằng tiếng Anh: hãy viết đè lên.",
    en="The example in docs/{} is in English: write over it.",
)
_NEXT = Wording(
    vi="Tiếp theo: cd {}, rồi `make serve` để xem trang và viết đè lên văn bản mẫu trong docs/.",
    en="Next: cd {}, then `make serve` shows the site; write over the example in docs/.",
)


@dataclass(frozen=True, slots=True)
class _Question:
    """Something that is asked where its option does not say it."""

    option: str
    asked: Wording
    needed: bool = True


_KIND = _Question("--kind", Wording(vi="loại văn bản", en="kind of document"))
_NAME = _Question("--name", Wording(vi="tên văn bản", en="name of the document"))
_ISSUER = _Question("--issuer", Wording(vi="cơ quan ban hành", en="issuing body"))
_NUMBER = _Question(
    "--number", Wording(vi="số, ký hiệu; chưa có thì để trống", en="number; empty if none"), False
)
_DATE = _Question(
    "--date",
    Wording(vi="ngày ban hành; chưa có thì để trống", en="date of issue; empty if none"),
    False,
)
_PLACE = _Question(
    "--place", Wording(vi="nơi ban hành; có thể để trống", en="place of issue; may be empty"), False
)


_PUBLISHER = Wording(
    vi="Trang web là của chính cơ quan ban hành?", en="Is the site the issuing body's own?"
)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--kind", metavar="KIND", help="Kind of document, like plan or decision")
@click.option("--original", default="vi", show_default=True, metavar="LANGUAGE")
@click.option("--translation", default="en", show_default=True, metavar="LANGUAGE")
@click.option("--name", help="Name of the document, in the original's language")
@click.option("--name-translation", help="The same in the translation's language")
@click.option("--issuer", help="Issuing body, in the original's language")
@click.option("--issuer-translation", help="The same in the translation's language")
@click.option("--number", help="Number with its symbol, like 88/KH-UBND")
@click.option("--date", help="Date of issue, like 2031-05-14")
@click.option("--place", help="Place of issue, in the original's language")
@click.option("--place-translation", help="The same in the translation's language")
@click.option(
    "--document",
    metavar="NAME",
    help="Folder of the document, on a site of several, and its part of each address",
)
@click.option(
    "--public-body/--editors",
    default=None,
    help="Whether the issuing body publishes the site itself, or editors do  [default: editors]",
)
@click.option("--lang", "language", type=click.Choice(SPOKEN), help="Language of the messages")
def new(
    folder: Path,
    document: str | None,
    public_body: bool | None,
    language: str | None,
    **given: str | None,
) -> None:
    """Begin the project of a document in FOLDER, which is made, or is empty.

    The project is whole: both languages with a page of each form as an example to overwrite,
    settings, lists, all that makes the site, workflows. What no option says is asked; number, date
    and place may stay unsaid. All files are written, or none.

    With --document the site has several documents, and a FOLDER with such a project gets one more.

    \b
    Exit status  0: begun
                 2: something is missing or cannot be taken, or the folder holds something
                 3: the files could not be written
    """  # noqa: D301 - click's mark for lines that stay as they are
    from diptych.files.new_folder import holds_something
    from diptych.language.locales import users_language

    spoken = language or users_language()
    asking = _Asking(given, spoken, public_body, document or "")
    if holds_something(folder):
        _add(folder, asking)
    else:
        _begin(folder, asking)


def _begin(folder: Path, asking: _Asking) -> None:
    """Write a project into a folder that holds nothing."""
    from diptych.errors import BadConfiguration
    from diptych.files.new_folder import fill
    from diptych.starting import new_project
    from diptych.starting.machinery import MachineryMissing

    beginning = asking.beginning()
    try:
        files = new_project(beginning)
    except MachineryMissing as missing:
        asking.end(missing.wording[asking.spoken])
    except BadConfiguration as wrong:
        asking.end(str(wrong))
    try:
        fill(folder, files)
    except OSError as error:
        cannot_write(error.filename or folder, error)
    _tell(folder, len(files), beginning, asking.spoken)
    say(_NEXT[asking.spoken].format(folder))


def _add(folder: Path, asking: _Asking) -> None:
    """Write one more document into a project of several."""
    from diptych.errors import BadConfiguration
    from diptych.files.together import write_together
    from diptych.project.settings import settings
    from diptych.starting import new_document

    spoken = asking.spoken
    try:
        project = settings(folder) if folder.is_dir() and not folder.is_symlink() else None
    except BadConfiguration as wrong:
        asking.end(str(wrong))
    if project is None or not project.declared:
        asking.end(_TAKEN[spoken].format(folder))
    if not project.documents:
        asking.end(_OF_ONE[spoken].format(folder))
    if not asking.document:
        asking.end(_WHICH[spoken].format(folder))
    beginning = asking.beginning(project.locales)
    try:
        files = {
            folder / path: text for path, text in new_document(beginning, folder, project).items()
        }
        there = next((path for path in files if path.exists() and path.parent != folder), None)
        if there:
            asking.end(_THERE[spoken].format(there))
        write_together(files)
    except BadConfiguration as wrong:
        asking.end(str(wrong))
    except OSError as error:
        cannot_write(error.filename or folder, error)
    _tell(folder, len(files), beginning, spoken)


@dataclass(frozen=True, slots=True)
class _Asking:
    """What the options say, and the asking for what they do not."""

    given: Mapping[str, str | None]
    spoken: str
    public_body: bool | None
    document: str

    def beginning(self, known: tuple[str, str] | None = None) -> Beginning:
        """What the project begins with, or its next document in the languages that are `known`.

        Ends the command where something cannot be taken.
        """
        from diptych.starting import particulars as gate
        from diptych.starting.kinds import kinds

        kind = self._one(_KIND, gate.kind_named, among=", ".join(kinds()))
        tags = known or [str(self.given[key]) for key in ("original", "translation")]
        locales = self._taken("", lambda _: gate.languages_named(kind, *tags))
        names = self._both(_NAME, gate.name_given, locales)
        issuers = self._both(_ISSUER, gate.name_given, locales)
        number = self._one(_NUMBER, gate.number_given, among=kinds()[kind].number)
        date = self._one(_DATE, gate.date_given, among="2031-05-14")
        places = self._both(_PLACE, gate.name_or_none, locales) if date else ("", "")
        first, second = (
            gate.Particulars(*said) for said in zip(names, issuers, places, strict=True)
        )
        published = not known and self._published()
        return gate.Beginning(
            kind, locales, (first, second), number, date, published, self.document
        )

    def _published(self) -> bool:
        """Whether the issuing body publishes the site itself."""
        if self.public_body is None and sys.stdin.isatty():
            return click.confirm(_PUBLISHER[self.spoken], default=False, err=True)
        return bool(self.public_body)

    def _both(
        self, question: _Question, gate: Callable[[str], str], locales: tuple[str, str]
    ) -> tuple[str, str]:
        """The answers in both languages."""
        translated = _Question(f"{question.option}-translation", question.asked, question.needed)
        return (
            self._one(question, gate, among=locales[0]),
            self._one(translated, gate, among=locales[1]),
        )

    def _one(self, question: _Question, gate: Callable[[str], T], among: str) -> T:
        """The answer to a question, which `among` says more of."""
        said = self.given[question.option.removeprefix("--").replace("-", "_")]
        asked = question.asked[self.spoken]
        if said is not None:
            return self._taken(said, gate)
        if sys.stdin.isatty():
            return click.prompt(
                f"{asked[:1].upper()}{asked[1:]} ({among})",
                default=None if question.needed else "",
                show_default=False,
                value_proc=lambda text: _asked_again(text, gate, self.spoken),
                err=True,
            )
        if question.needed:
            self.end(
                _UNSAID[self.spoken].format(option=question.option, question=f"{asked}: {among}")
            )
        return gate("")

    def _taken(self, said: str, gate: Callable[[str], T]) -> T:
        from diptych.starting.particulars import NotAllowed

        try:
            return gate(said)
        except NotAllowed as refused:
            self.end(refused.wording[self.spoken])

    def end(self, line: str) -> NoReturn:
        """End the command: something is missing or cannot be taken."""
        say(line, err=True)
        sys.exit(Status.CANNOT_READ)


def _asked_again(text: str, gate: Callable[[str], T], spoken: str) -> T:
    """The answer; where it cannot be taken, click says why and asks again."""
    from diptych.starting.particulars import NotAllowed

    try:
        return gate(text)
    except NotAllowed as refused:
        raise click.UsageError(refused.wording[spoken]) from refused


def _tell(folder: Path, written: int, beginning: Beginning, spoken: str) -> None:
    """Say what was written, and whether the two languages agree as they are."""
    from diptych.check import reported
    from diptych.diagnostics import Severity
    from diptych.project.loading import load
    from diptych.project.settings import settings
    from diptych.starting.texts import without_example

    found = [told.severity for told in reported(load(settings(folder))).diagnostics]
    wrong = found.count(Severity.ERROR)
    told = _DIFFERS if wrong else _WARNED if found else _AGREES
    say(told[spoken].format(folder, written, wrong or len(found)))
    for tag in without_example(beginning):
        say(_IN_ENGLISH[spoken].format(tag))
