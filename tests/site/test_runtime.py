"""The setting of the Python of the browser, and the step that copies it into a deployed site."""

import base64
import gzip
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import runtime
from conftest import ROOT
from served import served

STEP = ROOT / ".ci/runtime.py"
ABOUT = '<div data-python="elsewhere">a</div><div data-python="here" hidden{}>b</div>'


def setting(address: str, files: dict[str, bytes]) -> dict[str, Any]:
    """A setting that names files at an address, with their hashes."""
    hashes = {name: base64.b64encode(hashlib.sha256(data).digest()).decode() for name, data in files.items()}
    named = [{"name": n, "address": address + n, "integrity": f"sha256-{made}"} for n, made in hashes.items()]
    return {"version": "1", "folder": "", "files": named}


@pytest.mark.parametrize("fault", ["", "byte"])
def test_a_deployed_site_has_all_files_as_they_are_named_or_stays_as_it_was(tmp_path: Path, fault: str) -> None:
    site, there, files = tmp_path / "site", tmp_path / "there", {"one.mjs": b"1", "two.zip": b"2"}
    (site / "assets/run").mkdir(parents=True)
    there.mkdir()
    for name, data in files.items():
        (there / name).write_bytes(data + fault.encode() * (name == "two.zip"))
    (site / "assets/run/licenses.txt").write_text("MPL")
    with served(there) as address:
        said = json.dumps(setting(address, files))
        (site / "assets/run/runtime.json").write_text(said)
        (site / "about.html").write_text(ABOUT.format('=""'))
        done = subprocess.run([sys.executable, STEP, site], capture_output=True, text=True, check=False)
    now, about = (site / "assets/run/runtime.json").read_text(), (site / "about.html").read_text()
    if fault:
        assert done.returncode and "two.zip is not the file" in done.stderr
        assert (now, about) == (said, ABOUT.format('=""')) and not (site / "assets/python-1").exists()
        return
    assert not done.returncode, done.stderr
    assert {path.name for path in (site / "assets/python-1").iterdir()} == {*files, "licenses.txt"}
    assert json.loads(now) == json.loads(said) | {"folder": "../python-1/"}
    assert about == '<div data-python="elsewhere" hidden>a</div><div data-python="here">b</div>'


def test_the_page_about_this_site_names_the_hosts_that_are_asked() -> None:
    about = (ROOT / "docs/about.md").read_text(encoding="utf-8")
    hosts = {one["address"].split("/")[2] for one in runtime.SETTING["files"]}
    assert hosts == set(re.findall(r"`([\w.]+\.net)`", about))
    assert about.count('data-python="elsewhere"') == about.count('data-python="here" hidden') == 1


def test_one_version_everywhere_and_every_file_has_a_hash() -> None:
    version, files = runtime.VERSION, runtime.SETTING["files"]
    licenses = (ROOT / "docs/assets/run/licenses.txt").read_text(encoding="utf-8")
    assert f"Pyodide {version}" in licenses and all(version in one["address"] for one in files)
    assert all(re.fullmatch(r"sha256-[\w+/]{43}=", one["integrity"]) for one in files) and len(files) == 5
    wheel = runtime.SETTING["lock"]["packages"]["numpy"]
    hexed = base64.b64decode(runtime.FILES[wheel["file_name"]].removeprefix("sha256-")).hex()
    assert wheel["sha256"] == hexed and wheel["file_name"] in licenses


def test_what_an_editor_fetches_before_python_is_light() -> None:
    scripts = [path for path in (ROOT / "docs/assets/run").iterdir() if path.suffix in (".js", ".css", ".py")]
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in scripts) < 19_000
