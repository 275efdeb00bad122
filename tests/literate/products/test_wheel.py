"""The wheel on the site: what pip installs without a network, from the address that the pages name."""

import hashlib
import io
import json
import re
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from base64 import urlsafe_b64encode
from pathlib import Path

import numpy as np
import pytest
from conftest import ROOT, alone, in_the_gate
from project import page_of, project, with_settings

import tinynet
from literate.errors import UnknownError
from literate.kit import wheel as address
from literate.products import wheel
from literate.products.finished_site import finish
from literate.running.run import Run

ABOUT = """
[project]
name = "My-Net"
version = "1.2"
description = "Small"
requires-python = ">=3.11"
dependencies = ["numpy>=1.24", "a; python_version < '4'"]
classifiers = ["Topic :: Education"]
license-files = ["LICENSE", "NOTICE"]
"""


@pytest.fixture
def root(tmp_path):
    project(with_settings(tmp_path), "text\n")
    settings = (tmp_path / "pyproject.toml").read_text(encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(settings + ABOUT, encoding="utf-8")
    (tmp_path / "LICENSE").write_text("MIT", encoding="utf-8")
    (tmp_path / "tinynet/data.csv").write_text("a,b\n", encoding="utf-8")
    (tmp_path / "tinynet/other.csv").write_text("x", encoding="utf-8")
    (tmp_path / "tinynet/.csv").write_text("x", encoding="utf-8")  # hidden, though its name stands in the code
    (tmp_path / "tinynet/inner").mkdir()
    (tmp_path / "tinynet/inner/__init__.py").write_text("FILE = 'data.csv'\n", encoding="utf-8")
    (tmp_path / "tinynet/inner/tool.toml").write_text("", encoding="utf-8")
    return tmp_path


def read(root):
    archive = zipfile.ZipFile(io.BytesIO(wheel.packed_wheel(root)))
    assert archive.testzip() is None
    return {name: archive.read(name) for name in archive.namelist()}


def test_the_wheel_has_the_package_and_what_pip_asks_for(root):
    files, about = read(root), "my_net-1.2.dist-info"
    assert [name for name in files if about not in name] == [
        "tinynet/__init__.py",
        "tinynet/data.csv",
        "tinynet/inner/__init__.py",
    ]
    assert files[f"{about}/METADATA"].decode().split("\n") == [
        *("Metadata-Version: 2.1", "Name: My-Net", "Version: 1.2", "Summary: Small", "Requires-Python: >=3.11"),
        *("Classifier: Topic :: Education", "Requires-Dist: numpy>=1.24", "Requires-Dist: a; python_version < '4'", ""),
    ]
    assert "Tag: py3-none-any\n" in files[f"{about}/WHEEL"].decode() and files[f"{about}/licenses/LICENSE"] == b"MIT"
    rows = [line.rsplit(",", 2) for line in files[f"{about}/RECORD"].decode().splitlines()]
    assert [name for name, _, _ in rows] == [*files] and rows[-1] == [f"{about}/RECORD", "", ""]
    for name, digest, size in rows[:-1]:
        made = urlsafe_b64encode(hashlib.sha256(files[name]).digest()).decode().rstrip("=")
        assert (digest, size) == (f"sha256={made}", str(len(files[name])))


def test_the_same_sources_give_the_same_bytes(root):
    once = wheel.packed_wheel(root)
    (root / "tinynet/__init__.py").touch()
    assert wheel.packed_wheel(root) == once
    (root / "tinynet/data.csv").write_text("c\n", encoding="utf-8")
    assert wheel.packed_wheel(root) != once


def test_a_finished_site_has_the_wheel_at_its_address(root):
    (root / "site").mkdir()
    assert finish(root, root / "site", []) == [root / "site/wheels/my_net-1.2-py3-none-any.whl"]
    assert (root / "site" / address.wheel_path(root)).read_bytes() == wheel.packed_wheel(root)


@pytest.mark.parametrize("old", ['name = "My-Net"\n', 'version = "1.2"\n', 'package = "tinynet"\n'])
def test_what_cannot_be_installed_has_no_wheel(root, old):
    settings = (root / "pyproject.toml").read_text(encoding="utf-8")
    (root / "pyproject.toml").write_text(settings.replace(old, ""), encoding="utf-8")
    assert address.wheel_path(root) == "" and wheel.write_wheel(root, root / "site") == []


def expanded(root, argument="pip install", name="docs/a/b.md"):
    return address.expand(Run(page_of(root, "text\n", name=name)), 1, argument)


def test_a_page_says_how_it_is_installed(root):
    assert "<code>pip install my_net-1.2-py3-none-any.whl</code>" in expanded(root)
    (root / "mkdocs.yml").write_text("site_url: https://a.org/n", encoding="utf-8")
    assert "<code>pip install https://a.org/n/wheels/my_net-1.2-py3-none-any.whl</code>" in expanded(root)
    assert '<a href="../../wheels/my_net-1.2-py3-none-any.whl" download>' in expanded(root)
    with pytest.raises(UnknownError, match="write \\[\\[wheel: pip install"):
        expanded(root, "")


ALONE = """
import json, sys, tinynet
from tinynet.exercises import check
check("sigmoid", tinynet.sigmoid)
print(json.dumps([tinynet.__file__, tinynet.load_iris().x.shape, sorted(tinynet.__all__), "literate" in sys.modules]))
"""


def test_pip_installs_it_without_a_network_where_numpy_alone_is(tmp_path):
    in_the_gate("a wheel that pip installs")
    (made,) = wheel.write_wheel(ROOT, tmp_path / "site")
    venv = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)
    place = Path(sysconfig.get_path("purelib", vars={"base": str(venv), "platbase": str(venv)}))
    for path in Path(np.__file__).parent.parent.glob("numpy*"):
        (place / path.name).symlink_to(path)
    python = venv / "bin/python"
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-index", "-q", str(made)]
    subprocess.run(command, check=True, cwd=tmp_path, env=alone(), capture_output=True)
    done = subprocess.run([str(python), "-I", "-c", ALONE], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    said, told = done.stdout.strip().split("\n")
    file, shape, names, strange = json.loads(told)
    assert said.startswith("Right: sigmoid") and file.startswith(str(venv)) and shape == [150, 4] and not strange
    assert names == sorted(tinynet.__all__)
    assert re.search(r"tinynet-[\d.]+\.dist-info", str([*place.iterdir()]))


def test_setuptools_would_pack_the_same_files():
    """As its settings say: the packages that it lists, and the data that it takes along."""
    said = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    folders = [ROOT / one.replace(".", "/") for one in said["packages"]]
    paths = [path for folder in folders for path in folder.glob("*.py")]
    paths += [path for form in said["package-data"]["tinynet"] for path in (ROOT / "tinynet").glob(form)]
    assert {name for name in read(ROOT) if ".dist-info/" not in name} == {str(one.relative_to(ROOT)) for one in paths}
