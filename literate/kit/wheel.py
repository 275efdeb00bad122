"""`[[wheel: pip install]]`: the command that installs the taught package from the site, with the address of its wheel.

The address is the same as long as the version is: `wheels/NAME-VERSION-py3-none-any.whl`, as pip wants a wheel named.
"""

import html
import re
import tomllib
from os.path import relpath
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from literate.errors import UnknownError, text_if_there
from literate.kit.feature import Feature
from literate.reading.site_settings import site_settings
from literate.running.run import Run
from literate.settings import FILE, settings_of

FOLDER = "wheels"


def project(root: Path) -> dict[str, Any]:
    """What the project says of its package where it says how it is installed; empty where it teaches none."""
    said = tomllib.loads(text_if_there(root / FILE, root)).get("project", {})
    return said if settings_of(root).package and {"name", "version"} <= {*said} else {}


def wheel_path(root: Path) -> str:
    """Where the wheel is on the site; empty where there is none."""
    said = project(root)
    name, version = (re.sub(r"[-_.]+", "_", said["name"]).lower(), said["version"]) if said else ("", "")
    return f"{FOLDER}/{name}-{version}-py3-none-any.whl" if said else ""


def expand(run: Run, line: int, argument: str) -> str:
    """The command, and the file to fetch by hand, as HTML in one line.

    Raises:
        UnknownError: When there is no command, or no package that could be installed.
    """
    root = run.page.root
    if not argument or not (path := wheel_path(root)):
        raise UnknownError("write [[wheel: pip install]], in a project with a package, a name and a version")
    site = str(site_settings(root).get("site_url") or "")
    address = urljoin(site.rstrip("/") + "/", path) if site else Path(path).name
    here = Path(run.page.address).with_suffix("")
    link = f'<a href="{relpath(path, here)}" download>{Path(path).name}</a>'
    command = html.escape(f"{argument} {address}")
    return f'<div class="install"><pre><code>{command}</code></pre><p>The file: {link}</p></div>'


FEATURE = Feature(markers={"wheel": expand})
