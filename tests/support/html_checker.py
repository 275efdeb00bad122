"""What the Nu checker says of files of HTML."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from conftest import MODULES, need

UNKNOWN = "“paint-order”: Property"  # a property of SVG 2 that browsers know and the checker does not


def errors(files: Iterable[Path]) -> list[dict[str, Any]]:
    """Its messages, each with the address of the file."""
    java = need("html", "java", "install Debian's default-jre-headless")
    jar = need("html", MODULES / "vnu-jar/build/dist/vnu.jar", "npm install --prefix tests/browser")
    command = [java, "-jar", jar, "--format", "json", "--errors-only", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return [message for message in found if UNKNOWN not in message["message"]]
