"""`diptych new`: what it asks, what it refuses, what it leaves behind."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest

from diptych.files.new_folder import fill
from diptych.project.settings import settings
from diptych.starting import new_project
from diptych.starting.kinds import kinds
from tests.conftest import ROOT, run
from tests.patience import CEILING
from tests.starting.beginnings import beginning, written

OPTIONS = {
    "--kind": "plan",
    "--name": "Nâng cao chất lượng phục vụ",
    "--name-translation": "Improving Services",
    "--issuer": "Ủy ban nhân dân An Thủy",
    "--issuer-translation": "People's Committee of An Thuy",
}


def options(**other: str) -> list[str]:
    given = OPTIONS | {f"--{key.replace('_', '-')}": value for key, value in other.items()}
    return [part for pair in given.items() for part in pair]


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_it_writes_a_whole_project_and_says_what_comes_next(tmp_path: Path) -> None:
    done = run("diptych", "new", "mine", *options(number="88/KH-UBND"), cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    files = files_in(tmp_path / "mine")
    agrees, after = done.stdout.splitlines()
    assert agrees == f"mine: {len(files)} files; the two languages agree."
    assert "cd mine" in after
    assert {"docs/vi/index.md", "docs/en/index.md", "mkdocs.yml", "uv.lock", "README.vi.md"} <= set(
        files
    )
    for name in ("hooks/parity.py", "overrides/main.html", "src/diptych/__init__.py", "Makefile"):
        assert files[name] == (ROOT / name).read_bytes()
    assert not [name for name in files if name.startswith(("tests/", "bench/", "source/"))]
    assert not [name for name in files if "__pycache__" in name or name.endswith(".pyc")]


def test_it_says_where_the_example_is_in_another_language(tmp_path: Path) -> None:
    done = run("diptych", "new", "mine", *options(translation="fr"), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "The example in docs/fr is in English: write over it.\n" in done.stdout
    assert (tmp_path / "mine/docs/fr/index.md").is_file()


def test_nothing_in_it_is_of_the_text_here() -> None:
    files = new_project(beginning("plan"))
    library = ("src/diptych/", "overrides/assets/fonts/", "LICENSE")  # names who wrote the code
    own = {str(path): text for path, text in files.items() if not str(path).startswith(library)}
    assert len(own) > 50
    told = [path for path, text in own.items() if b"Khanh" in text or "Khánh".encode() in text]
    assert told == []


@pytest.mark.parametrize("lacking", OPTIONS)
def test_where_nobody_can_be_asked_the_option_is_named(lacking: str, tmp_path: Path) -> None:
    given = [part for key, value in OPTIONS.items() if key != lacking for part in (key, value)]
    done = run("diptych", "new", "mine", *given, cwd=tmp_path)
    assert done.returncode == 2
    [line] = done.stderr.splitlines()
    assert line.startswith(f"{lacking} is missing (")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("kind", "letter", f"choose from {', '.join(kinds())}"),
        ("number", "a\nb", "a number has figures"),
        ("date", "2031-02-30", "no day"),
        ("issuer", "<b>", "a name has letters"),
        ("name", "", "a name has letters"),
        ("original", "../x", "no tag of a language"),
        ("translation", "vi", "another language"),
    ],
)
def test_what_cannot_be_taken_is_told_in_a_line(
    option: str, value: str, said: str, tmp_path: Path
) -> None:
    done = run("diptych", "new", "mine", *options(**{option: value}), cwd=tmp_path)
    assert done.returncode == 2
    [line] = done.stderr.splitlines()
    assert said in line
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_is_refused_and_stays(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path)
    for folder in (".", "notes.txt", "link"):
        done = run("diptych", "new", folder, *options(), cwd=tmp_path)
        assert done.returncode == 2
        assert (
            done.stderr == f"{folder} is no empty folder, so nothing was written; choose another\n"
        )
    assert {path.name for path in tmp_path.iterdir()} == {"notes.txt", "link"}


def test_an_empty_folder_and_a_clone_without_commits_are_filled(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    done = run("diptych", "new", ".", *options(), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "docs/vi/index.md").is_file()
    assert list((tmp_path / ".git").iterdir()) == []


def test_a_site_of_several_documents_gets_one_more(tmp_path: Path) -> None:
    begun = run("diptych", "new", "mine", *options(document="ke-hoach"), cwd=tmp_path)
    assert begun.returncode == 0, begun.stderr
    before = files_in(tmp_path / "mine")
    more = options(kind="decision", document="quyet-dinh", number="5/2031/QĐ-UBND")
    done = run("diptych", "new", "mine", *more, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    after = files_in(tmp_path / "mine")
    assert "the two languages agree" in done.stdout
    assert {name for name in before if after[name] != before[name]} == {"pyproject.toml"}
    assert after["pyproject.toml"].startswith(before["pyproject.toml"].rstrip())
    new = set(after) - set(before)
    assert {"docs/vi/quyet-dinh/index.md", "docs/en/quyet-dinh/regulation/phu-luc-1.md"} <= new
    assert {name.split("/")[2] for name in new if name.startswith("docs/")} == {"quyet-dinh"}
    assert [each.folder for each in settings(tmp_path / "mine").documents] == [
        "ke-hoach",
        "quyet-dinh",
    ]


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ("ke-hoach", "has a document “ke-hoach” already"),
        ("KE-HOACH", "some systems take for one folder"),
        ("", "name the folder of the new one (--document NAME)"),
        ("../x", "only letters"),
        ("en", "the site itself uses the address"),
        ("guide", "the site itself uses the address"),
        ("a\nb", "only letters"),
        ("con", "Windows"),
        ("there", "docs/vi/there/index.md is there already"),
    ],
)
def test_a_document_that_cannot_be_added_leaves_the_project_as_it_is(
    document: str, said: str, tmp_path: Path
) -> None:
    written(tmp_path, new_project(beginning("plan", document="ke-hoach")))
    (tmp_path / "docs/vi/there").mkdir()
    (tmp_path / "docs/vi/there/index.md").write_text("mine", encoding="utf-8")
    before = files_in(tmp_path)
    done = run("diptych", "new", ".", *options(document=document), cwd=tmp_path)
    assert done.returncode == 2
    [line] = done.stderr.splitlines()
    assert said in line
    assert files_in(tmp_path) == before


def test_a_project_of_one_document_takes_no_second(tmp_path: Path) -> None:
    written(tmp_path, new_project(beginning("plan")))
    before = files_in(tmp_path)
    done = run("diptych", "new", ".", *options(document="more"), cwd=tmp_path)
    assert done.returncode == 2
    assert "is the project of one document" in done.stderr
    assert files_in(tmp_path) == before


def test_what_interrupts_it_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = new_project(beginning("plan"))
    whole = Path.write_bytes
    left = 100

    def full(path: Path, content: bytes) -> int:
        nonlocal left
        left -= 1
        if not left:
            raise OSError(28, "No space left on device")
        return whole(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        fill(tmp_path / "above/mine", files)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_appears_meanwhile_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = new_project(beginning("plan"))
    whole = Path.rename

    def late(path: Path, target: Path) -> Path:
        if path.name == "hooks":
            (tmp_path / "mkdocs.yml").write_text("mine", encoding="utf-8")
        return whole(path, target)

    monkeypatch.setattr(Path, "rename", late)
    with pytest.raises(FileExistsError):
        fill(tmp_path, files)
    assert files_in(tmp_path) == {"mkdocs.yml": b"mine"}


def test_no_path_of_a_project_leads_outside(tmp_path: Path) -> None:
    for path in ("../a", "/a", ".git/hooks/post-checkout", "a/../../b"):
        with pytest.raises(ValueError, match="no path below"):
            fill(tmp_path / "mine", {PurePosixPath(path): b""})
    assert list(tmp_path.iterdir()) == []


def test_on_a_terminal_it_asks_and_asks_again(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    answers = [
        "letter", "plan", "Nâng cao", "Improving", "Ủy ban", "Committee", "88 KH", "88/KH-UBND",
        "30/2/2031", "14/3/2031", "An Thủy", "An Thuy", "y",
    ]  # fmt: skip
    with subprocess.Popen(
        [sys.executable, "-m", "diptych", "new", "mine", "--lang", "en"],
        cwd=tmp_path, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as asking:  # fmt: skip
        os.close(theirs)
        os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
        _, asked = asking.communicate(timeout=CEILING)
    os.close(ours)
    told = asked.decode()
    assert asking.returncode == 0, told
    assert "“letter”: choose from" in told
    assert "“88 KH”: a number has figures" in told
    assert "“30/2/2031”: no day" in told
    cover = (tmp_path / "mine/docs/en/index.md").read_text(encoding="utf-8")
    assert "No. 88/KH-UBND" in cover
    assert "*An Thuy, 14 March 2031*" in cover
    publisher = settings(tmp_path / "mine").publisher
    assert publisher is not None
    assert publisher.public_body
    assert dict(publisher.names) == {"vi": "Ủy ban", "en": "the Committee"}


def test_what_it_warns_of_is_no_disagreement(tmp_path: Path) -> None:
    said = {"translation": "ko", "name_translation": "주민 서비스 개선", "lang": "en"}
    done = run("diptych", "new", "mine", *options(**said), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "files; the two languages agree, with 1 warnings: `make check`" in done.stdout
