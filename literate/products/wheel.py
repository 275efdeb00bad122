"""The taught package as a wheel that pip installs from the site: built here, so that no network and no tool is needed.

The same sources give the same bytes: files in order, all of the first day that a zip knows. The format is that of
https://packaging.python.org/en/latest/specifications/binary-distribution-format/.
"""

import base64
import hashlib
import io
import zipfile
from pathlib import Path
from typing import Any

from literate.kit import wheel
from literate.reading.package import modules
from literate.reading.sources import is_hidden
from literate.settings import settings_of

WHEEL = "Wheel-Version: 1.0\nGenerator: literate\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def write_wheel(root: Path, site: Path) -> list[Path]:
    """Write the wheel to its place on the site; none where no package is taught that can be installed."""
    if not (path := wheel.wheel_path(root)):
        return []
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_bytes(packed_wheel(root))
    return [site / path]


def packed_wheel(root: Path) -> bytes:
    """The wheel."""
    said, name = wheel.project(root), Path(wheel.wheel_path(root)).name
    about = f"{'-'.join(name.split('-')[:2])}.dist-info"
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in _sources(root)}
    files |= {f"{about}/METADATA": _metadata(said).encode(), f"{about}/WHEEL": WHEEL.encode()}
    licenses = [root / one for one in said.get("license-files", [])]
    files |= {f"{about}/licenses/{one.name}": one.read_bytes() for one in licenses if one.is_file()}
    rows = [f"{one},sha256={_digest(content)},{len(content)}\n" for one, content in files.items()]
    files[f"{about}/RECORD"] = "".join([*rows, f"{about}/RECORD,,\n"]).encode()
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, content in files.items():
            archive.writestr(zipfile.ZipInfo(one), content, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def _sources(root: Path) -> list[Path]:
    """The modules of the package, and the data beside the first of them that one of them names."""
    code = "".join(path.read_text(encoding="utf-8") for path in modules(root))
    package = root / settings_of(root).package
    inside = [path for path in package.iterdir() if path.is_file() and not is_hidden(path, package)]
    data = [path for path in inside if path.suffix != ".py" and path.name in code]
    return sorted([*modules(root), *data])


def _metadata(said: dict[str, Any]) -> str:
    """What pip reads of a wheel, from what the project says of itself."""
    lines = ["Metadata-Version: 2.1", f"Name: {said['name']}", f"Version: {said['version']}"]
    for key, name in (("description", "Summary"), ("requires-python", "Requires-Python"), ("license", "License")):
        lines += [f"{name}: {said.get(key)}"] * isinstance(said.get(key), str)
    lines += [f"Classifier: {one}" for one in said.get("classifiers", [])]
    lines += [f"Requires-Dist: {one}" for one in said.get("dependencies", [])]
    return "".join(f"{line}\n" for line in lines)


def _digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")
