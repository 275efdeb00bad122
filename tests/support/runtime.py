"""The Python of the browser for the tests: from the package registries' own clients, checked byte for byte, and kept.

The files are those that `docs/assets/run/runtime.json` names. They are never part of the repository or of a site that
the tests build; `served_with` puts them into the folder that a deployed site has.
"""

import base64
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Iterable
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

from served import Quiet

ROOT = Path(__file__).parent.parent.parent
SETTING: dict[str, Any] = json.loads((ROOT / "docs/assets/run/runtime.json").read_text(encoding="utf-8"))
VERSION = SETTING["version"]
FOLDER = f"python-{VERSION}"
CACHE = ROOT / ".cache/runtime" / VERSION
FILES = {one["name"]: one["integrity"] for one in SETTING["files"]}
# The core is a package for Node. The official NumPy for it comes in a package that brings it along.
CORE, NUMPY = f"pyodide@{VERSION}", "open-webui==0.12.4"


def is_right(name: str, data: bytes) -> bool:
    """Whether this is the file that the setting names."""
    return FILES[name] == "sha256-" + base64.b64encode(hashlib.sha256(data).digest()).decode()


def fetched() -> Path | None:
    """The folder with the files, fetched if they are not there yet; None where they cannot be had."""
    if all((CACHE / name).is_file() and is_right(name, (CACHE / name).read_bytes()) for name in FILES):
        return CACHE
    with tempfile.TemporaryDirectory() as folder:
        found = _numpy(Path(folder)) | core(Path(folder), FILES)  # the package brings an older core along
    wrong = [name for name in FILES if name not in found or not is_right(name, found[name])]
    if wrong:
        return None
    CACHE.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        (CACHE / name).write_bytes(found[name])
    return CACHE


def _again(*command: str, cwd: Path) -> bool:
    """A network that fails once is tried three times."""
    for pause in (2, 10, 0):
        if shutil.which(command[0]) and not subprocess.run(command, cwd=cwd, capture_output=True).returncode:
            return True
        time.sleep(pause)
    return False


def core(folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Files of the core, as its package has them."""
    if not _again("npm", "pack", "--silent", CORE, cwd=folder):
        return {}
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        members = {Path(one.name).name: one for one in archive.getmembers()}
        return {name: archive.extractfile(members[name]).read() for name in names if name in members}  # type: ignore[union-attr]


def _numpy(folder: Path) -> dict[str, bytes]:
    options = ["--no-deps", "--only-binary", ":all:", "--python-version", "3.11"]
    if not _again(sys.executable, "-m", "pip", "download", "-q", *options, NUMPY, cwd=folder):
        return {}
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        names = {Path(name).name: name for name in archive.namelist()}
        return {name: archive.read(names[name]) for name in FILES if name in names}


class WithRuntime(Quiet):
    """Serves a site that has the folder of the runtime, though it lies elsewhere; says what has been asked for.

    Attributes:
        runtime: The folder.
        swapped: Bytes in place of files, by the ends of their paths.
        headers_too: Headers that go with everything.
    """

    runtime = CACHE
    swapped: dict[str, bytes | None] = {}  # noqa: RUF012
    headers_too: dict[str, str] = {}  # noqa: RUF012
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".wasm": "application/wasm", ".mjs": "text/javascript"}  # noqa: RUF012

    def translate_path(self, path: str) -> str:
        """The file that an address stands for."""
        if f"/{FOLDER}/" in path:
            return str(self.runtime / path.rsplit("/", 1)[1])
        return super().translate_path(path)

    def do_GET(self) -> None:  # noqa: N802
        """Answer, with what the test has put there."""
        for end, data in self.swapped.items():
            if self.path.endswith(end):
                return self._sent(data)
        if self.path.endswith("/runtime.json"):
            return self._sent(json.dumps({**SETTING, "folder": f"../{FOLDER}/"}).encode())
        return super().do_GET()

    def _sent(self, data: bytes | None) -> None:
        self.send_response(404 if data is None else 200)
        self.send_header("Content-Length", str(len(data or b"")))
        self.end_headers()
        self.wfile.write(data or b"")

    def end_headers(self) -> None:
        """The headers, and those of the test."""
        for name, value in self.headers_too.items():
            self.send_header(name, value)
        super().end_headers()


def handler(**settings: Any) -> type[WithRuntime]:
    """A handler of its own for one test."""
    return type("Handler", (WithRuntime,), settings)


__all__ = ["CACHE", "FILES", "FOLDER", "SETTING", "core", "fetched", "handler", "is_right"]
