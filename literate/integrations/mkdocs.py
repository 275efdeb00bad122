"""What MkDocs adds at the end of a build: notebooks and scripts, and each page's Content-Security-Policy.

With Zensical, which runs no hooks, `python -m literate export site` writes the notebooks; it sets no policy.
"""

import base64
import hashlib
import logging
import re
import time
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.exceptions import BuildError
from mkdocs.plugins import event_priority

from literate.integrations import markdown as extension
from literate.integrations.builder import Builder, Source
from literate.kit import evidence
from literate.products import notebooks
from literate.reading import sources
from literate.running.runs import DONE, longest_first
from literate.serving import page_cache, search_cache
from literate.serving.template_cache import Templates
from literate.settings import in_docs

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
POLICY = (
    "default-src 'self'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'"
)
STATE: dict[str, Any] = {"command": "build"}
HERE, STARTED = Path(__file__).parent.parent, time.time()
log = logging.getLogger("literate")


def _root(config: Any) -> Path:
    return Path(config.config_file_path).parent


def on_startup(command: str, dirty: bool, **_: Any) -> None:
    """A live server adds a script of its own to each page, so it sets no policy; and it keeps what has not changed."""
    STATE.update(command=command, dirty=dirty)
    if command == "serve":
        page_cache.start()
        search_cache.start()
        STATE["templates"] = Templates()


def on_pre_build(config: Any, **_: Any) -> None:
    """Forget the runs of the build before. What builds pages is read once: an edit of it waits for the next start."""
    DONE.clear()
    if STATE["command"] != "serve":
        return
    if any(path.stat().st_mtime > STARTED for path in HERE.rglob("*.py")):
        log.warning("literate has changed: start mkdocs serve again to see it")
    if "mkdocstrings" in config.plugins:  # it has templates of its own
        on_env(config.plugins["mkdocstrings"].get_handler("python").env)


def on_env(env: Environment, **_: Any) -> Environment:
    """A live server compiles a template once."""
    env.bytecode_cache = STATE.get("templates")
    return env


def on_nav(nav: Any, config: Any, files: Any) -> None:
    """Begin to run all pages, several at once, while the first are rendered; a live server does so once."""
    STATE["pages"] = len(files.documentation_pages())
    if STATE["command"] == "serve" and STATE.get("begun"):
        return
    STATE["begun"] = True
    root = _root(config)
    for mistake in sources.mistakes(root):
        raise BuildError(str(mistake))
    paths = [Path(file.abs_src_path) for file in files.documentation_pages()]
    extension.BEGUN.begin(longest_first(paths, root))


@event_priority(100)  # before any plugin has changed the text
def on_page_markdown(markdown: str, page: Any, config: Any, **_: Any) -> None:
    """Tell the extension which page comes next: the text alone does not."""
    root = _root(config)
    Builder.said = Source(Path(page.file.abs_src_path), root, markdown)


def on_page_content(html: str, page: Any, config: Any, **_: Any) -> None:
    """Make the products of a page as soon as it is rendered, while others still run."""
    if run := DONE.get(in_docs(_root(config), page.file.src_uri)):
        notebooks.begin(run)


def on_post_page(output: str, config: Any, **_: Any) -> str:
    """Say what the tests have shown, and which scripts may run."""
    root = _root(config)
    return _with_policy(evidence.fill(root, output))


def _with_policy(output: str) -> str:
    """Allow the scripts of this page and no other: those of the site, and the theme's inline ones by their hash."""
    if STATE["command"] == "serve":
        return output
    hashes = (hashlib.sha256(found[1].encode()).digest() for found in INLINE.finditer(output))
    allowed = " ".join(f"'sha256-{base64.b64encode(one).decode()}'" for one in hashes)
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY.format(hashes=allowed)}">'
    return output.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n{policy}', 1)


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """The page for an address that is not there has the same policy."""
    return _with_policy(output_content) if template_name.endswith(".html") else output_content


def on_post_build(config: Any) -> None:
    """Write what the pages of this build are as notebooks and scripts."""
    well = not STATE.get("dirty") and len(DONE) == STATE.get("pages", 0)
    notebooks.write(DONE.values(), Path(config.site_dir), complete=well)
