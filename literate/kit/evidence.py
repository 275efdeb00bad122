"""What a run of the tests has shown, bound to the very files that it ran on, for the page that tells how we know."""

import hashlib
import json
import re
from pathlib import Path

from literate.settings import settings_of

FILE = ".record.json"
PARTS = ("literate", "overrides", "tests", "mkdocs.yml", "pyproject.toml")  # besides the pages and the taught package
KINDS = {".css", ".csv", ".html", ".js", ".json", ".md", ".py", ".svg", ".toml", ".txt", ".xml", ".yml"}
PLACE = re.compile(r'(<span data-record="(?P<name>[\w-]+)">)[^<]*(</span>)')
ABSENT = "not run in this build"


def digest(root: Path) -> str:
    """A name for the present state of the sources."""
    state = hashlib.sha256()
    settings = settings_of(root)
    for part in filter(None, (settings.docs, settings.package, *PARTS)):
        paths = sorted((root / part).rglob("*")) if (root / part).is_dir() else [root / part]
        for path in paths:
            if path.is_file() and path.suffix in KINDS and "node_modules" not in path.parts:
                state.update(f"{path.relative_to(root).as_posix()}\0".encode() + path.read_bytes())
    return state.hexdigest()


def write_counts(root: Path, counts: dict[str, str]) -> None:
    """Keep what the tests have shown about the present sources."""
    (root / FILE).write_text(json.dumps({"digest": digest(root), "counts": counts}), encoding="utf-8")


def without_counts(page: str) -> str:
    """A page that no test has run on."""
    return _filled(page, {})


def insert_counts(root: Path, page: str) -> str:
    """A finished page with its places for counts filled; those that no test of these very sources has shown say so."""
    if not PLACE.search(page):
        return page
    try:
        kept = json.loads((root / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        kept = {}
    counts = kept.get("counts", {}) if kept and kept.get("digest") == digest(root) else {}
    return _filled(page, counts)


def _filled(page: str, counts: dict[str, str]) -> str:
    return PLACE.sub(lambda found: f"{found[1]}{counts.get(found['name'], ABSENT)}{found[3]}", page)
