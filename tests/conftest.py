"""Fixtures that several test modules share, and the last lines of a run: which groups did not run, and why."""

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import run_counts
import side_by_side
from hypothesis import settings
from served import served

# The same random pages in each run: what passed once passes again. LITERATE_RANDOM=1 looks for others.
settings.register_profile("same", derandomize=True, deadline=None)  # a machine may be busy
if os.environ.get("LITERATE_RANDOM") != "1":
    settings.load_profile("same")

ROOT = Path(__file__).parent.parent
REQUIRED = os.environ.get("LITERATE_REQUIRE") in {"1", "all"}
NIGHT = os.environ.get("LITERATE_REQUIRE") == "all"
MODULES = ROOT / "tests/browser/node_modules"
PART_13 = "series/13-implementing-backpropagation-with-numpy"
# Width and color scheme of a page that is looked at; every night all four.
VIEWS = [
    (320, "dark"),
    (1280, "light"),
    *(pytest.param(*view, marks=pytest.mark.night) for view in [(320, "light"), (1280, "dark")]),
]
PATIENCE = 400  # the seconds that a builder may take


def need(group: str, tool: str | Path | None, how: str) -> str:
    """The path of a tool; where it is missing, its group of tests is left out, or fails if all is required."""
    found = shutil.which(str(tool)) or (str(tool) if Path(str(tool)).exists() else None)
    if found is None:
        why = f"{group}: {tool} is missing; {how}"
        pytest.fail(why) if REQUIRED else pytest.skip(why)
    return found


def in_the_gate(group: str) -> None:
    """Leave what takes minutes to the gate: where not all is required, the group is left out, and the run says so."""
    if not REQUIRED:
        pytest.skip(f"{group}: minutes; LITERATE_REQUIRE=1 runs them, as .ci/run does")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Where all is required, a test that is left out has failed."""
    report: Any = yield
    if report.skipped and REQUIRED:
        report.outcome, report.longrepr = "failed", f"left out, though all is required: {report.longrepr}"
    return report


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """A run of all tests has several processes."""
    if config.rootpath == ROOT:
        side_by_side.begin(config)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Keep the counts of a whole run for the page that says how we know."""
    if exitstatus == 0 and session.config.rootpath == ROOT and not side_by_side.is_helper(session.config):
        run_counts.keep(ROOT, session.config)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Say last which groups did not run, and why."""
    reporter: Any = config.pluginmanager.get_plugin("terminalreporter")
    reports = reporter.stats.get("skipped", []) if reporter else []
    reasons = Counter(str(report.longrepr[-1]).removeprefix("Skipped: ") for report in reports)
    for why, count in reasons.items():
        reporter.write_line(f"not run ({count}): {why}", yellow=True)
    if reporter and not reasons:
        reporter.write_line("every group of tests that was selected ran")


def started_as(*command: str, root: Path, **environment: str) -> dict[str, Any]:
    """How a builder is started in a copy of the project, with that copy's own packages."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("COVERAGE_", "SITE_URL"))}
    fixed = {
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": "1700000000",
        "REPO_URL": "https://github.com/example/nets",
    }
    settings = inherited | fixed | {"PYTHONPATH": str(root)} | environment
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return {"args": [sys.executable, "-m", *command], "cwd": root, "env": settings, **pipes}


def alone() -> dict[str, str]:
    """The variables for a program that is on its own: it finds no package of ours, and its lines are not counted."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))}


def build(*command: str, root: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a builder to its end."""
    return subprocess.run(**started_as(*command, root=root, **environment), timeout=PATIENCE, check=False)


def copy_project(to: Path) -> Path:
    """Copy what a build reads."""
    for name in ("tinynet", "literate", "docs", "overrides", "tests/transcripts"):
        shutil.copytree(ROOT / name, to / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "pyproject.toml", "README.md", "tests/equations.py"):
        shutil.copy(ROOT / name, to / name)
    return to


def copy_harness(to: Path) -> None:
    """Copy what these tests are run with beside the tests of a small project."""
    shutil.copytree(ROOT / "tests/support", to, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "tests/conftest.py", to)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The empty folder of a project, and the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not stop when it is asked to is ended sooner."""
    monkeypatch.setattr("literate.running.starting.GRACE", 0.3)


def _sample(items: list[pytest.Item]) -> None:
    """Of many cases of one test the gate runs all, and a run on a contributor's machine one of several."""
    seen: Counter[str] = Counter()
    for item in items:
        if (marker := item.get_closest_marker("sampled")) and not REQUIRED:
            name = item.nodeid.partition("[")[0]
            if seen[name] % marker.args[0]:
                item.add_marker(
                    pytest.mark.skip("more cases of the same tests; LITERATE_REQUIRE=1 runs them, as .ci/run does")
                )
            seen[name] += 1


def _leave_site(items: list[pytest.Item]) -> None:
    """With few processors a contributor would wait for the built site alone: it is left to the gate."""
    if side_by_side.has_site():
        return
    why = "the built site: a minute on this machine; LITERATE_REQUIRE=1 runs them, as .ci/run does"
    for item in filter(_needs_site, items):
        item.add_marker(pytest.mark.skip(why))


def _needs_site(item: pytest.Item) -> bool:
    return "site" in getattr(item, "fixturenames", [])


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What looks at the built site comes last: it is built meanwhile. Tests that look at pages share their runs.

    What the gate has no time for runs every night, with LITERATE_REQUIRE=all; a test that is named runs always.
    """
    import page_runs

    if config.args_source is pytest.Config.ArgsSource.TESTPATHS:
        items[:] = [item for item in items if NIGHT or not item.get_closest_marker("night")]
        _sample(items)
        _leave_site(items)
    page_runs.collected(items)
    items.sort(key=_needs_site)


@pytest.fixture(scope="session", autouse=True)
def site_to_be(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The build of the site, where a test needs one, and its folder."""
    if not any(_needs_site(item) and not item.get_closest_marker("skip") for item in request.session.items):
        yield None
        return
    if shared := side_by_side.shared(request.config):
        yield shared, shared.root / "site"
        return
    root = copy_project(tmp_path_factory.mktemp("mkdocs"))
    with subprocess.Popen(**started_as("mkdocs", "build", "--strict", root=root)) as process:
        yield process, root / "site"
        process.kill()  # where the tests have stopped before it has, or could not wait for it


@pytest.fixture(scope="session")
def site(site_to_be: tuple[Any, Path]) -> Path:
    """The site as MkDocs builds it."""
    process, folder = site_to_be
    _, complained = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, complained
    return folder


@pytest.fixture(scope="session")
def zensical_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as Zensical builds it, and as it is finished."""
    in_the_gate("two builders")
    return side_by_side.once(request.config, tmp_path_factory.mktemp("zensical"), _build_with_zensical) / "site"


def _build_with_zensical(root: Path) -> None:
    copy_project(root)
    for command in (["zensical", "build", "--clean", "--strict"], ["literate", "finish", "site"]):
        done = build(*command, root=root)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the built site on this machine."""
    with served(site) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A browser without a window: the one that draws none around a page, if it is there, takes a third of the time."""
    shell = shutil.which("chromium-headless-shell")
    chromium = need("browser", shell or "chromium", "install Debian's chromium")
    from playwright.sync_api import sync_playwright

    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", *quiet])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def python_of_the_browser() -> Path:
    """The folder that a deployed site has, with the Python that its pages run."""
    in_the_gate("cells in the browser")
    need("browser", "npm", "install npm")
    import runtime

    return Path(need("browser", runtime.fetched() or runtime.CACHE, "the registries have to be reached"))


@pytest.fixture(scope="session")
def home(site: Path, python_of_the_browser: Path) -> Iterator[str]:
    """The address of the built site with a folder of its own for that Python."""
    import runtime

    with served(site, runtime.handler(runtime=python_of_the_browser)) as found:
        yield found
