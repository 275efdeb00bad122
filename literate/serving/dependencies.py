"""What a page depends on, by content: `key` changes when any of it does; in doubt a page depends on everything."""

import re
from functools import lru_cache
from pathlib import Path

import cloudpickle

from literate.checking import links
from literate.errors import PageError
from literate.kit import registry
from literate.reading.page import Page
from literate.running.run import example_of, worked_example
from literate.running.states import Values
from literate.serving import definitions
from literate.serving.definitions import Bytes
from literate.serving.site_files import PAGES, Site, Targets, Texts, same_site

TAKEN = re.compile(r"\bledger\.(\w+)")
WHOLE_LEDGER = re.compile(r"\{\{[^}]*\bledger\b(?!\.)")


def cache_key(root: Path, name: str, files: Texts) -> object:
    """A value that is equal as long as the page with this name, such as `docs/legend.md`, depends on the same."""
    try:
        return _key(same_site(root, files), name)
    except (PageError, SyntaxError, ValueError, OSError):
        return files  # with a mistake everything counts


def _key(site: Site, name: str) -> object:
    own, root = site.own(name), site.root
    if own.anything:
        return site.files
    asked = [feature.depends(own.page, site) for feature in registry.features(root)]
    found = [own.page.lines, own.code, asked, site.shared, _mistakes(root, site.taught)]
    found.append(_dead_links(own.page, site.targets))
    written = "".join([own.page.body, *(text for text in asked if isinstance(text, str))])
    example = example_of(root)
    if "ledger" in written and example and (of_example := example.relative_to(root).as_posix()) in site.files:
        ledger = site.own(of_example)
        values = None if ledger.anything else _values(_example(ledger.page, site.taught), written)
        code = site.files if ledger.anything else (ledger.page.meta, ledger.code)
        found.append(code if values is None else values)
    return found


@lru_cache(maxsize=PAGES)
def _dead_links(page: Page, targets: Targets) -> list[str]:
    return [str(mistake) for mistake in links.mistakes(page, registry.place_finders(page.root))]


@lru_cache(maxsize=1)
def _mistakes(root: Path, package: Bytes) -> list[str]:
    return definitions.mistakes(root)


@lru_cache(maxsize=1)
def _example(page: Page, package: Bytes) -> Values:
    """The names at the end of the worked example, as long as its page and the package are the same."""
    return worked_example(page.root)


def _values(values: Values, written: str) -> object:
    """What the worked example gives for the names that a page takes from it; nothing where that is more than data."""
    taken = [(name, values.get(name)) for name in sorted(set(TAKEN.findall(written)))]
    data = all(_is_data(value) for _, value in taken if value)
    return taken if data and not WHOLE_LEDGER.search(written) else None


@lru_cache(maxsize=1000)
def _is_data(pickled: bytes) -> bool:
    """Whether a value is numbers or words, which its bytes tell whole."""
    import numpy as np  # which takes long to load, and no build that starts from nothing needs it here

    return isinstance(cloudpickle.loads(pickled), np.ndarray | np.generic | int | float | str)
