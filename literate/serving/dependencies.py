"""What a page depends on, by content: `key` changes when any of it does; in doubt a page depends on everything."""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import cloudpickle

from literate.checking import links
from literate.errors import PageError
from literate.kit import registry
from literate.running.run import example_of, worked_example
from literate.serving import definitions
from literate.serving.site_files import Bytes, Site, Texts

TAKEN = re.compile(r"\bledger\.(\w+)")
WHOLE_LEDGER = re.compile(r"\{\{[^}]*\bledger\b(?!\.)")


def cache_key(root: Path, name: str, files: Texts) -> object:
    """A value that is equal as long as the page with this name, such as `docs/legend.md`, depends on the same."""
    try:
        return _key(Site(root, files), name)
    except (PageError, SyntaxError, ValueError, OSError):
        return files  # with a mistake everything counts


def _key(site: Site, name: str) -> object:
    own, root = site.own(name), site.root
    if own.anything:
        return site.files
    asked = [feature.depends(own.page, site) for feature in registry.features(root)]
    places = [feature.places for feature in registry.features(root)]
    found = [own.page.lines, own.code, asked, site.shared(), _mistakes(root, site.taught)]
    found.append([str(mistake) for mistake in links.mistakes(own.page, places)])
    written = "".join([own.page.body, *(text for text in asked if isinstance(text, str))])
    example = example_of(root)
    if "ledger" in written and example and (of_example := example.relative_to(root).as_posix()) in site.files:
        ledger = site.own(of_example)
        found.append(site.files if ledger.anything else _values(root, written) or (ledger.page.meta, ledger.code))
    return found


@lru_cache(maxsize=1)
def _mistakes(root: Path, package: Bytes) -> list[str]:
    return definitions.mistakes(root)


def _values(root: Path, written: str) -> object:
    """What the worked example gives for the names that a page takes from it; nothing where that is more than data."""
    import numpy as np  # which takes long to load, and no build that starts from nothing needs it here

    values: Mapping[str, bytes] = worked_example(root)
    taken = [(name, values.get(name)) for name in sorted(set(TAKEN.findall(written)))]
    data = all(
        isinstance(cloudpickle.loads(value), np.ndarray | np.generic | int | float | str) for _, value in taken if value
    )
    return taken if data and not WHOLE_LEDGER.search(written) else None
