"""What MkDocs is told while it builds: which page it renders, what a live server keeps, and to finish the site."""

import gc
import logging
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.exceptions import BuildError
from mkdocs.plugins import event_priority

from literate.errors import PageError, text_of
from literate.integrations import end_of_build, search_words
from literate.integrations import markdown as extension
from literate.integrations.builder import Builder, Source
from literate.products import beforehand, published
from literate.products.finished_site import as_live, finish
from literate.reading import misread
from literate.reading.site_settings import check_settings
from literate.running.runs import DONE, longest_first
from literate.serving import page_cache, search_cache
from literate.serving.template_cache import Templates
from literate.settings import docs_of, in_docs

STATE: dict[str, Any] = {"command": "build"}
HERE, STARTED = Path(__file__).parent.parent, time.time()
MANY = 200_000, 50, 100  # objects: a build makes trees and drops few, so to look for circles is waste
log = logging.getLogger("literate")


def _root(config: Any) -> Path:
    return Path(config.config_file_path).parent


def _checked_root(config: Any) -> Path:
    """The root of a project whose settings can be read: a builder tells an error of its own without a traceback."""
    try:
        check_settings(_root(config))
    except PageError as error:
        raise BuildError(str(error)) from error
    return _root(config)


def on_startup(command: str, dirty: bool, **_: Any) -> None:
    """The search reads formulas in words; a live server keeps what has not changed."""
    STATE.update(command=command, dirty=dirty, templates=Templates())
    search_words.begin_search_words()
    gc.set_threshold(*MANY)
    if command == "serve":
        page_cache.keep_pages()
        search_cache.keep_search_entries()


def on_pre_build(config: Any, **_: Any) -> None:
    """Forget the runs of the build before. What builds pages is read once: an edit of it waits for the next start."""
    DONE.clear()
    search_words.READ.clear()
    beforehand.WAITING.clear()
    if not getattr(config, "repo_url", True):
        config.edit_uri = None  # each page would warn that it leads nowhere
    if STATE["command"] != "serve":
        return
    if any(path.stat().st_mtime > STARTED for path in HERE.rglob("*.py")):
        log.warning("literate has changed: start mkdocs serve again to see it")
    if "mkdocstrings" in config.plugins:  # it has templates of its own
        on_env(config.plugins["mkdocstrings"].get_handler("python").env)


def on_env(env: Environment, **_: Any) -> Environment:
    """A template is compiled once: before it is asked for, or by a live server for all builds."""
    env.bytecode_cache = STATE.get("templates")
    return env


def on_nav(nav: Any, config: Any, files: Any) -> None:
    """Begin to run all pages, several at once, while the first are rendered; a live server does so once."""
    STATE["pages"] = len(files.documentation_pages())
    root = _checked_root(config)
    paths = [Path(file.abs_src_path) for file in files.documentation_pages()]
    for mistake in _unread(config, paths):  # a live server goes on with the site that it has, and says it each time
        raise BuildError(mistake)
    if STATE["command"] == "serve" and STATE.get("begun"):
        return
    STATE["begun"] = True
    extension.BEGUN.begin(longest_first(paths, root))
    if STATE["command"] != "serve":
        end_of_build.prepare_end(config, files, STATE["templates"])


def _unread(config: Any, paths: list[Path]) -> Iterator[str]:
    """What keeps pages from being read at all, so that the builder would stop without a place."""
    root = _root(config)
    if Path(config.docs_dir).resolve() != docs_of(root).resolve():
        yield f"the pages are in {config.docs_dir}, needed: docs in [tool.literate] of pyproject.toml, with that folder"
    yield from map(str, misread.mistakes(root))
    for path in paths:
        try:
            text_of(path, root)
        except PageError as error:
            yield str(error)


@event_priority(100)  # before any plugin has changed the text
def on_page_markdown(markdown: str, page: Any, config: Any, **_: Any) -> None:
    """Tell the extension which page comes next, which the text alone does not; where it still runs, use the time."""
    root = _root(config)
    while extension.BEGUN.still_runs(in_docs(root, page.file.src_uri)) and beforehand.do_next():
        pass
    Builder.said = Source(Path(page.file.abs_src_path), root, markdown)


@event_priority(-100)  # after all plugins have changed it
def on_page_content(html: str, page: Any, config: Any, **_: Any) -> None:
    """Put off the products of a page, and what the search finds on it, until there is time; a live server has none."""
    if STATE["command"] == "serve":
        return
    search_words.read_beforehand(page, html)
    if run := DONE.get(in_docs(_root(config), page.file.src_uri)):
        published.make_beforehand(run)


def on_post_page(output: str, config: Any, **_: Any) -> str:
    """A live server changes a page before it is written: to read and write all of them again takes time."""
    return as_live(_root(config), output) if STATE["command"] == "serve" else output


def on_post_build(config: Any) -> None:
    """Finish the site: what Zensical, which runs no hooks, is followed by as a command."""
    complete = not STATE.get("dirty") and len(DONE) == STATE.get("pages", 0)
    site = Path(config.site_dir)
    finish(_root(config), site, DONE.values(), complete=complete, public=STATE["command"] != "serve")


def on_shutdown() -> None:
    """What is left goes with the process: Python need not look through all of it once more."""
    gc.freeze()
