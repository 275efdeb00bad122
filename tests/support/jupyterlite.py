"""JupyterLite on this machine alone, to measure beside: with the same Python and NumPy, and the taught package.

It is fetched when it is measured, by the registries' own clients: JupyterLite and what its kernel is made of from PyPI,
the core of Pyodide and the list of its packages from npm. It is served from one folder and asks no other host.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import runtime

VERSION = "0.8.3"  # the one that is made for the Pyodide of runtime.json
KERNEL = ("micropip", "packaging", "ipython", "jedi")  # what its kernel takes from Pyodide's packages
SETTINGS = {"pyodideUrl": "./pyodide/pyodide.mjs", "disablePyPIFallback": True}
PLUGIN = "@jupyterlite/pyodide-kernel-extension:kernel"


def made(folder: Path, wheel: Path) -> Path:
    """Make it in a folder, with the wheel of a package that cells import; where its files are."""
    site, python = folder / "site", folder / "venv/bin/python"
    subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
    names = [f"jupyterlite-{name}=={VERSION}" for name in ("core", "pyodide-kernel")]
    subprocess.run([python, "-m", "pip", "install", "-qq", *names], check=True)
    config = {"jupyter-config-data": {"litePluginSettings": {PLUGIN: SETTINGS}}, "jupyter-lite-schema-version": 0}
    (folder / "jupyter-lite.json").write_text(json.dumps(config), encoding="utf-8")
    command = [python.with_name("jupyter-lite"), "build", "--apps", "repl", "--no-sourcemaps", "--output-dir", site]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    _pyodide(site / "pyodide", wheel)
    return site


def _pyodide(folder: Path, wheel: Path) -> None:
    """The folder of Pyodide: its core, NumPy, what the kernel needs, the package, and the list of them all."""
    found = runtime.fetched()
    assert found, "the registries have to be reached"
    shutil.copytree(found, folder)
    lock = json.loads(runtime.core(folder.parents[1], ["pyodide-lock.json"])["pyodide-lock.json"])
    needed = [f"{name}=={lock['packages'][name]['version']}" for name in _with_needed(lock, KERNEL)]
    options = ["--no-deps", "--only-binary", ":all:", "--python-version", lock["info"]["python"].rpartition(".")[0]]
    command = [sys.executable, "-m", "pip", "download", "-qq", "-d", folder, *options, *needed, "comm"]
    subprocess.run(command, check=True)
    shutil.copy(wheel, folder)
    for path in folder.glob("*none-any.whl"):
        name, version = re.sub(r"[_.]", "-", path.name.split("-")[0].lower()), path.name.split("-")[1]
        entry = lock["packages"].get(name) or _entry(name, version)
        hexed = hashlib.sha256(path.read_bytes()).hexdigest()
        lock["packages"][name] = entry | {"file_name": path.name, "sha256": hexed}
    (folder / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")


def _with_needed(lock: dict[str, Any], names: tuple[str, ...]) -> list[str]:
    """Packages and, of each, those that it needs."""
    found = list[str](names)
    for name in found:
        found += [one for one in map(_plain, lock["packages"][name]["depends"]) if one not in found]
    return found


def _plain(name: str) -> str:
    return name.replace("_", "-")


def _entry(name: str, version: str) -> dict[str, Any]:
    """What the list says of a package that Pyodide has not."""
    depends = [] if name == "comm" else ["numpy"]
    fixed = {"install_dir": "site", "package_type": "package", "unvendored_tests": False}
    return {"name": name, "version": version, "depends": depends, "imports": [name], **fixed}
