"""All tests side by side: a run of them all has as many processes as this machine has processors.

`pytest -n 0` and a run of less than all have one. The site is built once for all.
"""

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

# These look at runs of the project's pages: in one process each page runs once.
RUNS = (
    "test_account.py test_account_rules.py test_drawing.py test_notebooks.py test_scripts.py test_pictures.py "
    "test_plotting.py test_claims_in_words.py test_opening.py"
)

# These share a browser and a site, and nothing else that would have to be made twice.
BROWSED = ("test_browser", "test_explore", "test_figure_views")
ENOUGH = 4  # with fewer processors, a run of all tests would wait for the built site alone
WAITING = 600  # the seconds that something may be made by another process


def begin(config: pytest.Config) -> None:
    """Let a run of all tests have several processes, unless it says how many, or shows what one alone can show."""
    option = config.option
    whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    part = option.keyword or option.markexpr or option.usepdb or option.collectonly
    asked = getattr(option, "numprocesses", 0) is not None  # without pytest-xdist there is no such option
    alone = is_helper(config) or asked
    waits = os.environ.get("LITERATE_REQUIRE") is None  # without a browser, which is a process more, much is waited for
    count = min(os.cpu_count() or 1, 4) + waits
    if whole and not part and not alone and count > 1:
        option.numprocesses, option.dist, option.loadscopereorder = count, "loadfile", False
        config.pluginmanager.register(Together() if has_site() else HandsOut(), "together")


def has_site() -> bool:
    """Whether a run of all tests builds the site, too: the gate does, and where there are processors for it."""
    return os.environ.get("LITERATE_REQUIRE") is not None or (os.cpu_count() or 1) >= ENOUGH


def is_helper(config: pytest.Config) -> bool:
    """Whether this process runs a share of the tests for another one."""
    return hasattr(config, "workerinput")


def shared(config: pytest.Config) -> "Elsewhere | None":
    """The build of the site that the first process has begun for all."""
    root = getattr(config, "workerinput", {}).get("site")
    return Elsewhere(Path(root)) if root else None


def once(config: pytest.Config, own: Path, make: Callable[[Path], None]) -> Path:
    """A folder that is filled once for all processes: the first that asks fills it, the others wait for it."""
    together = getattr(config, "workerinput", {}).get("site")
    folder = Path(together).parent / own.name.rstrip("0123456789") if together else own
    if not together or _is_mine(folder):
        try:
            make(folder)
        finally:
            (folder / "made").touch()
    end = time.monotonic() + WAITING
    while not (folder / "made").exists():
        assert time.monotonic() < end, f"{folder.name} is not made yet"
        time.sleep(0.2)
    return folder


def _is_mine(folder: Path) -> bool:
    """Whether this process is the first that asks for a folder."""
    try:
        folder.mkdir()
    except FileExistsError:
        return False
    return True


class Elsewhere:
    """A build that another process waits for; as far as the fixture `site` needs it, it is like one of our own."""

    returncode = -1

    def __init__(self, root: Path) -> None:
        self.root = root

    def communicate(self, timeout: float) -> tuple[str, str]:
        end, told = time.monotonic() + timeout, self.root / "told.json"
        while not told.is_file():
            assert time.monotonic() < end, "the site is not built yet"
            time.sleep(0.2)
        self.returncode, complained = json.loads(told.read_text(encoding="utf-8"))
        return "", complained


def together(nodeid: str) -> str:
    """What goes to one process: the tests of a file, and those that look at runs of the pages.

    What a browser does takes longest and comes last: shared out by the function, it keeps all processes busy.
    """
    file = nodeid.split("::")[0]
    name = file.rpartition("/")[2]
    if name.startswith(BROWSED):
        return nodeid.partition("[")[0]
    return "pages" if file.startswith("docs/") or name in RUNS else file


class HandsOut:
    """What the first process does: it hands out the tests."""

    def pytest_xdist_make_scheduler(self, config: pytest.Config, log: Any) -> Any:
        """Hand out the tests in the order in which they were found."""
        from xdist.scheduler import LoadScopeScheduling

        scheduler = LoadScopeScheduling(config, log)
        scheduler._split_scope = together
        return scheduler


class Together(HandsOut):
    """What it does where the site is tested: it builds it meanwhile."""

    def pytest_sessionstart(self) -> None:
        from conftest import copy_project, started_as

        self.folder = Path(tempfile.mkdtemp(prefix="site-"))
        self.root = copy_project(self.folder / "mkdocs")
        self.process = subprocess.Popen(**started_as("mkdocs", "build", "--strict", root=self.root))
        self.thread = Thread(target=self._tell)
        self.thread.start()

    def _tell(self) -> None:
        _, complained = self.process.communicate()
        whole = self.folder / "whole"
        whole.write_text(json.dumps((self.process.returncode, complained)), encoding="utf-8")
        whole.replace(self.root / "told.json")

    def pytest_configure_node(self, node: Any) -> None:
        node.workerinput["site"] = str(self.root)

    def pytest_sessionfinish(self) -> None:
        self.process.kill()
        self.thread.join()
        shutil.rmtree(self.folder, ignore_errors=True)
