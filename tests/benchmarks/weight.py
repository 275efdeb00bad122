"""What the first view of a page weighs."""

import gzip
import re
import tempfile
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from conftest import build, copy_project


def first_view(site: Path, page: Path) -> dict[str, int]:
    """What a browser asks for to show a page, packed: by address, the bytes."""
    text = page.read_text(encoding="utf-8")
    tags = re.findall(r'<link [^>]*rel="(?:stylesheet|icon|preload)"[^>]*>|<(?:script|img) [^>]*src="[^>]*>', text)
    here = f"/{page.relative_to(site).as_posix()}"
    asked = {here, *(urljoin(here, re.search(r'(?:href|src)="([^"]+)"', tag)[1]) for tag in tags)}
    for style in [address for address in asked if address.endswith(".css")] if "<math" in text else []:
        faces = re.findall(r"@font-face *{[^}]*?url\([\"']?([^\"')]+)", (site / style[1:]).read_text(encoding="utf-8"))
        asked |= {urljoin(style, face) for face in faces}
    bodies = {address: (site / urlsplit(address).path[1:]).read_bytes() for address in asked if "data:" not in address}
    return {address: min(len(body), len(gzip.compress(body, 9))) for address, body in bodies.items()}


def measure_weight() -> None:
    """The first view of every page of a fresh build."""
    with tempfile.TemporaryDirectory() as folder:
        root = copy_project(Path(folder) / "copy")
        assert build("mkdocs", "build", root=root).returncode == 0
        views = {page: first_view(root / "site", page) for page in sorted((root / "site").rglob("index.html"))}
        totals = {page.relative_to(root / "site").as_posix(): view for page, view in views.items()}
    for name, view in totals.items():
        print(f"{sum(view.values()):7,} bytes, {len(view)} requests  {name}")
    worst = max(totals, key=lambda name: sum(totals[name].values()))
    print(f"worst: {sum(totals[worst].values()):,} bytes, {max(map(len, totals.values()))} requests at most, {worst}")
