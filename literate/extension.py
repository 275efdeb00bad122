"""The Python-Markdown extension that both builders use: it runs the page, fills in numbers, hands out outputs."""

import html
import logging
import sys
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown_exec import base_format, formatter, formatters
from mkdocs.exceptions import BuildError
from pymdownx.superfences import SuperFencesException

from literate.errors import PageError
from literate.executor import Run
from literate.numbers import check_given, fill
from literate.reader import Page, read

log = logging.getLogger("mkdocs.literate")
CELLS = "literate_cells"


class Pages(Preprocessor):
    """Runs first on the text of a page."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with their numbers filled in; text that is no page (a cell's output, a docstring) stays."""
        page = None if _is_nested(self.md) else find("\n".join(lines), Path.cwd())
        if page is None:
            return lines
        self.md.literate_page = page.path.relative_to(page.root)  # type: ignore[attr-defined]
        check_given(page)
        run = Run(page).all()
        setattr(self.md, CELLS, {(c.options["session"], c.id): (c.source, run.outputs[c.id]) for c in page.cells})
        return fill(page, run.numbers.__getitem__)


class Shown(Postprocessor):
    """Runs last: every cell that ran has been shown."""

    def run(self, text: str) -> str:
        """The text as it is, if no cell is left over."""
        if left := [name for _, name in getattr(self.md, CELLS, {})]:
            raise PageError(f"cells ran but are not shown: {', '.join(left)}", self.md.literate_page, 1)  # type: ignore[attr-defined]
        return text


def find(text: str, root: Path) -> Page | None:
    """The page with this text below its front matter: the builders do not tell an extension its file."""
    for path in sorted((root / "docs").rglob("*.md")):
        if path.read_text(encoding="utf-8-sig").rstrip().endswith(text.strip()):
            page = read(path, root)
            if page.body.strip() == text.strip():
                return page
    return None


def _is_nested(md: Markdown) -> bool:
    """Whether this converts a cell's source and output, inside a page."""
    return hasattr(md, "_original_md")


def show(source: str, language: str, css_class: str, options: dict[str, Any], md: Markdown, **kwargs: Any) -> str:
    """The formatter of Python fences: markdown-exec's own, in a box that the style sheet can name."""
    rendered = str(formatter(source, language, css_class, options, md, **kwargs))
    return f'<div class="cell" id="cell-{options["id"]}">{rendered}</div>' if rendered else rendered


def _stored(**options: Any) -> str:
    """Markdown-exec's formatter for Python, with the output that the page's run has stored."""

    def run(code: str, session: str, id: str, **_: Any) -> str:
        cells: dict[tuple[str, str], tuple[str | None, str]] = getattr(options["md"], CELLS, {})
        source, output = cells.pop((session, id), (None, ""))
        if source is None or source.strip() != code.strip():
            what = "was not collected" if source is None else "is not the code that ran"
            raise SuperFencesException(f'the cell "{id}" of session "{session}" {what}:\n{code}')
        return output.rstrip("\n")

    return base_format(language="python", run=run, **options)


class Literate(Extension):
    """Adds the run before everything else, and a guard after everything else."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the processors, and the messages for a page with a mistake."""
        formatters["python"] = _stored
        md.registerExtension(self)
        md.preprocessors.register(Pages(md), "literate", 1000)
        md.postprocessors.register(Shown(md), "literate", -1000)
        md.convert = _guarded(md.convert)  # type: ignore[method-assign]

    def reset(self) -> None:
        """Nothing is kept from one page to the next: each has a converter of its own."""


def _guarded(convert: Any) -> Any:
    """Convert; a mistake stops a build, and under a live server it is what the page shows."""

    def guarded(source: str) -> str:
        try:
            return str(convert(source))
        except Exception as error:
            if "serve" not in sys.argv:
                raise (BuildError(str(error)) if isinstance(error, PageError) else error) from error
            log.error(str(error))
            return f'<div class="admonition failure"><pre class="mistake">{html.escape(str(error))}</pre></div>'

    return guarded


def makeExtension(**options: Any) -> Literate:  # noqa: N802
    """The name that Python-Markdown looks for."""
    return Literate(**options)
