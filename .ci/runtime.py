"""Put the Python of the browser into a built site, so that its pages ask no other host: `python .ci/runtime.py site`.

The files are those of `assets/run/runtime.json`, fetched from the addresses that stand there, and each is compared with
its hash. All of them come, or the site stays as it is: then its pages fetch them from those addresses themselves, when
a reader runs a cell. What the page about this site says of it follows.
"""

import base64
import hashlib
import json
import re
import shutil
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Any


def main(site: Path) -> None:
    """Fetch, compare, put in place, and say so."""
    setting = site / "assets/run/runtime.json"
    runtime = json.loads(setting.read_text(encoding="utf-8"))
    folder = site / "assets" / f"python-{runtime['version']}"
    with tempfile.TemporaryDirectory() as made:
        for one in runtime["files"]:
            (Path(made) / one["name"]).write_bytes(fetched(one))
        shutil.copy(site / "assets/run/licenses.txt", made)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(made, folder)
    setting.write_text(json.dumps(runtime | {"folder": f"../{folder.name}/"}, indent=2) + "\n", encoding="utf-8")
    for path in site.rglob("*.html"):
        told(path)


def fetched(one: dict[str, Any]) -> bytes:
    """A file, byte for byte the one that is named; a network that fails once is tried three times."""
    for pause in (5, 20, 0):
        try:
            with urllib.request.urlopen(one["address"], timeout=120) as answer:
                data: bytes = answer.read()
            break
        except OSError:
            if not pause:
                raise
            time.sleep(pause)
    if one["integrity"] != "sha256-" + base64.b64encode(hashlib.sha256(data).digest()).decode():
        raise ValueError(f"{one['name']} is not the file that runtime.json names")
    return data


def told(path: Path) -> None:
    """Show what is said of a site that has the folder, in place of what is said of one without it."""
    text = path.read_text(encoding="utf-8")
    made = re.sub(r'(data-python="elsewhere")(?: hidden(?:="")?)?', r"\1 hidden", text)
    made = re.sub(r'(data-python="here") hidden(?:="")?', r"\1", made)
    if made != text:
        path.write_text(made, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
