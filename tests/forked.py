"""Work done in a process of its own, which may be told to stop: a hang ends, a crash is told.

The processes are forked from one that has loaded what they need, so that one costs milliseconds.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import runpy
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from io import TextIOWrapper
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, cast

from tests.patience import CEILING

ROOT = Path(__file__).parent.parent
PRELOADED = ["pytest", "tests.conftest", "tests.warm", "tests.attacks.roads", "tests.fuzz.bounds"]
"""Modules that are loaded once: also those of the work, or each process would load them itself."""
MEGABYTE = 1 << 20

Told = Callable[[], Any]


@dataclass(frozen=True)
class Ended:
    """How a piece of work ended."""

    value: Any = None
    """What it returned; None where it did not."""
    fault: str = ""
    """Why it did not: "hang", "memory" or the last line of a traceback."""
    detail: str = ""
    """The traceback, whole."""
    seconds: float = 0
    """Of processor time, its own children included."""
    megabytes: int = 0


@dataclass(frozen=True)
class Bounds:
    """What a piece of work may use before it counts as one that never ends."""

    seconds: int = resource.RLIM_INFINITY
    """Of processor time."""
    megabytes: int = resource.RLIM_INFINITY
    patience: int = CEILING
    """Seconds on the clock after which one that uses no processor time is taken as waiting for
    ever."""


def forked(work: Callable[..., Any], *given: object, bounds: Bounds) -> Ended:
    """The end of `work(*given)` in a process of its own."""
    server = _server()
    receiving, sending = server.Pipe(duplex=False)
    process = server.Process(target=_worked, args=(sending, bounds, work, given), daemon=False)
    process.start()
    sending.close()
    try:
        if not receiving.poll(bounds.patience):
            return Ended(fault="hang", detail=f"still waiting after {bounds.patience} s")
        ended: Ended = receiving.recv()
    except EOFError:  # the kernel ended it
        process.join()
        return Ended(fault="hang", detail=f"ended by signal {-(process.exitcode or 0)}")
    finally:
        receiving.close()
        process.kill()
        process.join()
    return ended


@cache
def _server() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join((str(ROOT), str(ROOT / "src"), str(ROOT / "hooks")))
    try:
        forkserver.ensure_running()
    finally:
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before
    return context


def _worked(
    sending: Connection, bounds: Bounds, work: Callable[..., Any], given: tuple[object, ...]
) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (bounds.seconds, bounds.seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if bounds.megabytes != resource.RLIM_INFINITY:
        most = bounds.megabytes * MEGABYTE
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    value, fault, detail = None, "", ""
    try:
        value = work(*given)
    except MemoryError:
        fault = "memory"
    except BaseException as error:  # a traceback is a result, too
        detail = traceback.format_exc()
        fault = f"{type(error).__name__}: {error}"
    own, below = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    seconds = sum(used.ru_utime + used.ru_stime for used in (own, below))
    sending.send(Ended(value, fault, detail, seconds, own.ru_maxrss // 1024))
    sending.close()


def command(
    module: str, arguments: Sequence[str], cwd: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[bytes]:
    """What `python -m MODULE ARGUMENTS` does in the folder `cwd`, with that environment alone.

    Unlike a Python that begins anew, it has its modules already; of what an environment tells
    Python it knows the encoding of the streams.
    """
    with tempfile.TemporaryDirectory() as folder:
        ended = forked(
            _written, folder, module, tuple(arguments), str(cwd.absolute()), dict(environment),
            bounds=Bounds(),
        )  # fmt: skip
        assert not ended.fault, ended.detail
        stdout, stderr = (Path(folder, name).read_bytes() for name in ("stdout", "stderr"))
    return subprocess.CompletedProcess([module, *arguments], ended.value, stdout, stderr)


@contextmanager
def serving(work: Callable[..., Any], *given: object) -> Iterator[tuple[BaseProcess, Told]]:
    """`work(telling, *given)` under way in a process of its own until the end of the block, and
    what gives the next thing that it tells; None where it ends without a word.
    """
    server = _server()
    receiving, telling = server.Pipe(duplex=False)
    process = server.Process(target=work, args=(telling, *given), daemon=False)
    process.start()
    telling.close()

    def told() -> Any:
        try:
            return receiving.recv() if receiving.poll(CEILING) else None
        except EOFError:
            return None

    try:
        yield process, told
    finally:
        process.terminate()
        process.join(CEILING)
        receiving.close()


class UnderWay:
    """The same command while it goes on: a test may look on, or send it a signal."""

    def __init__(
        self, module: str, arguments: Sequence[str], cwd: Path, environment: Mapping[str, str],
        first: Callable[[], object] = os.getpid,
    ) -> None:  # fmt: skip
        server = _server()
        self._said, sending = server.Pipe(duplex=False)
        given = (module, tuple(arguments), str(cwd.absolute()), dict(environment))
        self._process = server.Process(target=_begun, args=(sending, first, given), daemon=False)
        self._process.start()
        sending.close()

    def send(self, signal: int) -> None:
        """Send it a signal."""
        assert self._process.pid is not None
        os.kill(self._process.pid, signal)

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return self._process.exitcode is not None

    def ended(self) -> tuple[int, str]:
        """Its status, negative where a signal ended it, and its words, when it and all that it
        began beside itself have ended.
        """
        with os.fdopen(os.dup(self._said.fileno()), encoding="utf-8") as said:
            words = said.read()
        self._said.close()
        self._process.join(CEILING)
        status = self._process.exitcode
        assert status is not None, f"still under way after {CEILING} s"
        return status, words


def _begun(sending: Connection, first: Callable[[], object], given: tuple[Any, ...]) -> None:
    for descriptor in (1, 2):
        os.dup2(sending.fileno(), descriptor)
    sending.close()
    first()
    sys.exit(_commanded(*given))


def _written(folder: str, *given: Any) -> int:
    for descriptor, name in ((1, "stdout"), (2, "stderr")):
        _led(descriptor, Path(folder, name))
    return _commanded(*given)


def _commanded(
    module: str, arguments: tuple[str, ...], cwd: str, environment: dict[str, str]
) -> int:
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    if encoding := environment.get("PYTHONIOENCODING"):
        cast("TextIOWrapper", sys.stdout).reconfigure(encoding=encoding, errors="strict")
        cast("TextIOWrapper", sys.stderr).reconfigure(encoding=encoding, errors="backslashreplace")
    sys.argv = [module, *arguments]
    sys.path.insert(0, cwd)
    sys.modules.pop(f"{module}.__main__", None)  # loaded before as a module: now it is run
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as ended:
        if isinstance(ended.code, str):
            sys.stderr.write(f"{ended.code}\n")
            return 1
        return ended.code or 0
    except BaseException:
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def quiet(file: Path) -> None:
    """Let all that this process says go to `file`."""
    _led(1, file)
    os.dup2(1, 2)


def _led(descriptor: int, file: Path) -> None:
    opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(opened, descriptor)
    os.close(opened)
