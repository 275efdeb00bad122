"""Under a live server: what rendering a page gave is handed back while nothing that the page depends on has changed.

A build keeps nothing. What counts is what files hold, never when they were written: `dependencies` names it. A
page with a mistake or a warning is rendered again each time, so that it says so each time.
"""

import copy
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from literate.running.run import Run
from literate.running.runs import DONE
from literate.serving import dependencies, site_files
from literate.settings import in_docs

Render = Callable[..., None]
MISTAKE = 'class="mistake"'
FIELDS = ("content", "_title_from_render", "present_anchor_ids", "toc")


class Rendered(NamedTuple):
    """What rendering a page gave: what MkDocs keeps on its page, its links by the names of their files, its run."""

    key: object
    fields: dict[str, Any]
    links: dict[str, dict[str, str]]
    run: Run | None


class Keeper:
    """The pages of one live server."""

    def __init__(self, render: Render) -> None:
        """Keep what `render`, the method of MkDocs, gives."""
        self.render, self.kept = render, dict[str, Rendered]()
        self.config: Any = None
        self.files: site_files.Texts = {}

    def __call__(self, page: Page, config: Any, files: Any) -> None:
        """Render a page, or hand back what it was when all that it depends on was the same."""
        root = Path(config.config_file_path).parent
        name = in_docs(root, page.file.src_uri)
        if config is not self.config:  # each build has one of its own
            self.config, self.files = config, site_files.texts(root)
        key = (page.markdown, dependencies.cache_key(root, name, self.files))
        old = self.kept.get(name)
        if old and old.key == key:
            return _hand_back(old, name, page, config, files)
        if not self._is_clean(page, config, files):
            return None
        if site_files.texts(root) == self.files:  # else an edit has come meanwhile, and the next build with it
            links = {file.src_uri: found for file, found in (page.links_to_anchors or {}).items()}
            fields = copy.deepcopy({field: getattr(page, field) for field in FIELDS})
            self.kept[name] = Rendered(key, fields, links, DONE.get(name))
        return None

    def _is_clean(self, page: Page, config: Any, files: Any) -> bool:
        """Render; whether that went without a mistake and without a warning."""
        logger, counter = logging.getLogger("mkdocs"), CountHandler()
        counter.setLevel(logging.WARNING)
        logger.addHandler(counter)
        try:
            self.render(page, config, files)
        finally:
            logger.removeHandler(counter)
        return not counter.get_counts() and MISTAKE not in (page.content or "")


def _hand_back(old: Rendered, name: str, page: Page, config: Any, files: Any) -> None:
    """Put on a new page what was kept; plugins may change it, so they get a copy."""
    for field, value in copy.deepcopy(old.fields).items():
        setattr(page, field, value)
    page.links_to_anchors = {files.get_file_from_path(other): found for other, found in old.links.items()}
    if old.run:
        DONE[name] = old.run
    if "\n::: " in (page.markdown or ""):
        config.plugins["mkdocstrings"].get_handler("python")  # asked for, it writes its style sheet


def keep_pages() -> None:
    """Begin to keep. MkDocs asks no hook whether to render a page, and that is what costs: so its method is wrapped."""
    keeper = Keeper(Page.render)
    setattr(Page, "render", lambda page, config, files: keeper(page, config, files))  # noqa: B010
