"""The branch from which Colab opens the notebooks: they stand there alone, and nothing else has changed."""

import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, need

from literate.kit import forms


def git(folder: Path, *arguments: str) -> list[str]:
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout.splitlines()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a built site, which is not committed, and a place that it is pushed to."""
    need("branch of the notebooks", "git", "install git")
    git(tmp_path, "init", "--quiet", "--bare", "origin")
    git(tmp_path, "init", "--quiet", "--initial-branch", "main", "own")
    own = tmp_path / "own"
    git(own, "remote", "add", "origin", str(tmp_path / "origin"))
    (own / ".ci").mkdir()
    shutil.copy(ROOT / ".ci/notebooks", own / ".ci")
    (own / ".gitignore").write_text("site\n*.ipynb\n")
    git(own, "add", ".")
    git(own, "commit", "--quiet", "-m", "All")
    return own


def built(project: Path, **files: str) -> list[str]:
    """What the branch holds after a site with these files is built."""
    shutil.rmtree(project / "site", ignore_errors=True)
    for name, text in files.items():
        path = project / "site" / name.replace("_", "/", 1).replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    subprocess.run(["bash", ".ci/notebooks", "site"], cwd=project, check=True, capture_output=True)
    return git(project.parent / "origin", "ls-tree", "-r", "--name-only", forms.BRANCH)


def test_the_branch_has_the_notebooks_of_the_last_site_each_where_its_page_is(project):
    assert built(project, series_01_ipynb="1", beyond_a_ipynb="2", series_01_py="3") == [
        "beyond/a.ipynb",
        "series/01.ipynb",
    ]
    assert built(project, series_02_ipynb="4") == ["series/02.ipynb"]
    assert git(project.parent / "origin", "show", f"{forms.BRANCH}:series/02.ipynb") == ["4"]
    assert len(git(project.parent / "origin", "log", "--format=%H", forms.BRANCH)) == 1


def test_nothing_else_changes(project):
    def state():
        return [git(project, *asked) for asked in (["rev-parse", "HEAD"], ["status", "--short"], ["branch", "--list"])]

    before = state()
    built(project, series_01_ipynb="1")
    assert before == state()


def test_the_deployment_does_it_before_the_site_is_out():
    steps = yaml.safe_load((ROOT / ".github/workflows/pages.yml").read_text(encoding="utf-8"))
    runs = [step.get("run", step.get("uses", "")) for step in steps["jobs"]["deploy"]["steps"]]
    gate = next(place for place, run in enumerate(runs) if ".ci/run" in run)
    assert gate < runs.index("bash .ci/notebooks site") < runs.index("actions/deploy-pages@v4")
    assert steps["permissions"]["contents"] == "write"
