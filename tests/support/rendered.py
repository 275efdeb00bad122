"""Pages as the account sees them: rendered, their numbers and outputs still the characters that stand for them."""

import html
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any
from unittest import mock

from conftest import ROOT
from markdown import Markdown
from mkdocs.config.base import load_config
from page_runs import walk

from literate.accounting.presence import NUMBERS, OUTPUTS
from literate.integrations import renderer
from literate.products.pipeline import Rendering

OURS = {"literate.integrations.markdown"}
HELD = re.compile("[\U000f0000-\U000fffff]")


@lru_cache
def settings() -> tuple[list[str], dict[str, Any]]:
    """The extensions of mkdocs.yml, and their options, as MkDocs hands them to Python-Markdown."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return config["markdown_extensions"], config["mdx_configs"]


def converter(without: Iterable[str] = (), options: dict[str, Any] | None = None) -> Markdown:
    """What renders the site's Markdown, without what runs pages, and without some of its extensions."""
    names, given = settings()
    fences = [{"name": "python", "class": "python", "validator": validated, "format": shown}]
    changed = given | {"pymdownx.superfences": {"custom_fences": fences}} | (options or {})
    left = [name for name in names if name not in OURS | set(without)]
    return Markdown(extensions=left, extension_configs={name: changed.get(name, {}) for name in left})


def validated(language: str, inputs: dict[str, str], options: dict[str, Any], attrs: Any, md: Markdown) -> bool:
    """Take a fence's options as they are."""
    options.update(inputs)
    return "exec" in inputs


def shown(source: str, language: str, css_class: str, options: dict[str, Any], md: Markdown, **_: Any) -> str:
    """A cell in its box, with what stands for its output."""
    code = f"<pre><code>{html.escape(source)}</code></pre>" if options.get("source") else ""
    output = f'<pre class="result"><code>{chr(OUTPUTS)}</code></pre>' if options.get("result") else ""
    return f'<div class="cell" id="cell-{options.get("id")}">{code}{output}</div>'


def held(source: str) -> str:
    """A text whose numbers are characters of plane 15."""
    count = iter(range(1000))
    return re.sub(r"\{\{ .+? \}\}", lambda _: chr(NUMBERS + next(count)), source)


@lru_cache
def page(name: str) -> tuple[list[str], int, str]:
    """A page of docs/ as it is written, how many lines its front matter has, its HTML with numbers held back."""
    run = walk(ROOT / name).run
    with mock.patch.object(Rendering, "finished", lambda _, text: text):
        return run.page.lines, run.page.first, renderer.rendered(run.page, run)


def named(folder: Path = ROOT / "docs") -> list[str]:
    """The pages of docs/ by their names."""
    return [path.relative_to(ROOT).as_posix() for path in sorted(folder.rglob("[!.]*.md"))]
