"""What several tests share: the project's paths, a copy of it to change, the site built once."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

from tests import forked
from tests.patience import CEILING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
PROJECT = (
    "docs",
    "confirmed.txt",
    "glossary.toml",
    "names.toml",
    "search-words.toml",
    "moved.toml",
    "hooks",
    "src",
    "overrides",
    "source",
    "mkdocs.yml",
    "pyproject.toml",
)
"""What a build needs."""


def makefiles() -> str:
    """The targets of make: those of any project, and those of who works on the library."""
    return "".join((ROOT / name).read_text("utf-8") for name in ("Makefile", "developers.mk"))


_RECEIVED = "4f93cb2c46988601fb71622ae3258bd0200067b65dfa0f4893b3b7d593296470"
"""The digest of the source of the text that many tests read."""


def this_text() -> Path:
    """The project with the text that this repository publishes.

    What asks for it, by this or by the fixtures `project` and `site`, is skipped where the settings
    name another source or none: a copy of the repository with another text in docs/.
    """
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["diptych"]
    if table.get("source", {}).get("sha256") != _RECEIVED:
        pytest.skip("docs/ holds another text than this test is about", allow_module_level=True)
    return ROOT


os.environ["DIPTYCH_CACHE_DIR"] = ""  # no test is told what another was

# Machines are shared and slow at times; what CI tried once it tries again.
settings.register_profile("local", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("local"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Collect the tests without a look for garbage meanwhile or later: there are thousands, and
    all are kept, yet they would be gone through again and again.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project, and the working directory in it."""
    copy_of_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An invented programme, checked and built in a third of the time, and the working directory in
    it: where the ways of a command alone matter. Its code and look are links to the project's:
    a test that changes those asks for `project`.
    """
    from tests.attacks.roads import laid_out  # noqa: PLC0415 - it loads MkDocs

    folder = laid_out(tmp_path / "project")
    monkeypatch.chdir(folder)
    return folder


def copy_of_project(folder: Path) -> None:
    """Put what a build of this text needs into `folder`."""
    root = this_text()
    for name in PROJECT:
        source = root / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, folder / name, ignore=ignored, dirs_exist_ok=True)
        else:
            shutil.copy(source, folder / name)


def run(
    *command: str, cwd: Path, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run one of the project's commands as a person would, with English messages.

    It is forked from a process that has loaded the modules, for that takes longer than most
    commands; only where the environment speaks of Python, that begins anew.
    """
    module, *arguments = command
    told = environment or {}
    whole = {
        **os.environ,
        "LC_ALL": "C.UTF-8",
        "NO_COLOR": "1",
        "COLUMNS": "200",
        "NO_MKDOCS_2_WARNING": "1",
        **told,
    }
    if not any(name.startswith("PYTHON") for name in told):
        done = forked.command(module, arguments, cwd, whole)
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd, capture_output=True, text=True, timeout=CEILING, check=False, env=whole,
    )  # fmt: skip


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site, as it would be published below a sub-path; built once for all workers."""
    this_text()
    return site_of_any_text(tmp_path_factory)


def site_of_any_text(factory: pytest.TempPathFactory) -> Path:
    """The site of the text in docs/, whichever it is, built once for all workers."""
    return built_once("site", factory, lambda _: ROOT)


@pytest.fixture(scope="session")
def reeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of an invented programme with two editions behind it, likewise."""
    from tests.editions.reeds import published  # noqa: PLC0415 - few tests need it

    return built_once("reeds", tmp_path_factory, published)


def built_once(
    name: str, factory: pytest.TempPathFactory, laid_out: Callable[[Path], Path]
) -> Path:
    """The site of the project that `laid_out` puts into a folder, built once for all workers."""
    run_of_tests = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:  # each worker has a folder of its own in it
        run_of_tests = run_of_tests.parent
    shared = run_of_tests / name
    with FileLock(f"{shared}.lock"):
        if not shared.exists():
            project = run_of_tests / f"{name}-project"
            project.mkdir()
            done = run(
                "mkdocs", "build", "--site-dir", str(shared),
                cwd=laid_out(project), environment={"SITE_URL": SITE_URL, "REPO_URL": REPO_URL},
            )  # fmt: skip
            assert done.returncode == 0, done.stderr
    return shared


SITE_URL = "https://example.org/khanh-hoa/"
REPO_URL = "https://example.org/editors/khanh-hoa"

WITHOUT = (
    "AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades",
    "LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints",
    "PaintHolding", "PreconnectToSearch", "TcpPortRandomizationWin",
    "ThirdPartyStoragePartitioning",
    "InitialWebUI", "PreloadTopChromeWebUI", "WebUILocationBar", "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup", "WebUIOmniboxPopup", "WebUIReloadButton", "WebUISplitTabsButton",
    "WebUIToolbar",
)  # fmt: skip
"""What Playwright turns off, which a list of ours replaces; then the pages of which Chromium makes
its own window: nobody sees them, and they cost more time than most tests.
"""
SWITCHES = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(WITHOUT)}",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium: one for each worker, for Playwright knows no second one beside it."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow, and few tests need it
    from scripts.find_browser import ADVICE, installed_browser  # noqa: PLC0415

    path = installed_browser()
    assert path, ADVICE
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=path, args=SWITCHES, timeout=CEILING * 1000
        )
        yield launched
        launched.close()
