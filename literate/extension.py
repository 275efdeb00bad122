"""The Python-Markdown extension that both builders use: it runs the page, fills in numbers, hands out outputs."""

import html
import logging
import sys
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown_exec import base_format, formatter, formatters
from mkdocs.exceptions import BuildError
from pymdownx.superfences import SuperFencesException

from literate import checks, legend, markers, reference, series_map
from literate.errors import PageError, text_of
from literate.executor import Run
from literate.figures import Canvas
from literate.numbers import fill
from literate.page import Page
from literate.reader import read

log = logging.getLogger("literate")  # not below "mkdocs": a strict server would keep the old page
RUN = "literate_run"
RUNS: dict[str, Run] = {}  # those of this build, by page


class Pages(Preprocessor):
    """Runs first on the text of a page."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with their numbers filled in; text that is no page (a cell's output, a docstring) stays."""
        page = None if _is_nested(self.md) else find("\n".join(lines), Path.cwd())
        if page is None:
            return lines
        self.md.literate_page = page.path.relative_to(page.root)  # type: ignore[attr-defined]
        checks.check(page)
        run = Run(page).all()
        setattr(self.md, RUN, run)
        RUNS[page.name] = run
        filled = legend.prepared(page, fill(page, run.numbers.__getitem__))
        whole = series_map.added(page, markers.expanded(run, filled))
        return "\n".join(reference.linked(page, whole)).split("\n")


def _check_shown(run: Run, text: str) -> None:
    """Every cell that ran has its box on the finished page."""
    for cell in [*run.page.cells, *run.page.figures]:
        if (_box(cell.id) if cell.is_cell else f'id="figure-{cell.id}"') not in text:
            hint = "leave an empty line above it, and take it out of what shows it as text"
            raise run.page.error(f'cell "{cell.id}" ran, but the page does not show it', cell.line, hint=hint)


def _box(name: str) -> str:
    return f'<div class="cell" id="cell-{name}"'


def find(text: str, root: Path) -> Page | None:
    """The page with this text below its front matter: the builders do not tell an extension its file."""
    for path in sorted((root / "docs").rglob("*.md")):
        if text_of(path, root).rstrip().endswith(text.strip()):
            page = read(path, root)
            if page.body.strip() == text.strip():
                return page
    return None


def _is_nested(md: Markdown) -> bool:
    """Whether this converts a cell's source and output, or a docstring, inside a page."""
    return hasattr(md, "_original_md") or "mkdocstrings_strip_paragraph" in md.treeprocessors


def show(source: str, language: str, css_class: str, options: dict[str, Any], md: Markdown, **kwargs: Any) -> str:
    """The formatter of Python fences: markdown-exec's own, in a box that the style sheet can name.

    What it prints has a name of its own: the theme's script names each block after what is named around it.
    """
    rendered = str(formatter(source, language, css_class, options, md, **kwargs))
    named = rendered.replace('<div class="result">', f'<div class="result" id="prints-{options["id"]}">')
    return f"{_box(options['id'])}{'' if named else ' hidden'}>{named}</div>"


def figure(source: str, language: str, css_class: str, options: dict[str, Any], md: Markdown, **kwargs: Any) -> str:
    """The formatter of figures: what the page's run has drawn."""
    drawn: dict[str, Canvas] = getattr(md, RUN).figures
    return drawn[options["id"]].svg(f"figure-{options['id']}")


def figure_options(language: str, inputs: dict[str, str], options: dict[str, Any], attrs: Any, md: Markdown) -> bool:
    """Take a figure's options as they are: the reader has looked at them."""
    options.update(inputs)
    return True


def _stored(**options: Any) -> str:
    """Markdown-exec's formatter for Python, with the output that the page's run has stored."""

    def run(code: str, session: str, id: str, **_: Any) -> str:
        page_run: Run | None = getattr(options["md"], RUN, None)
        cells = page_run.page.cells if page_run else []
        cell = next((cell for cell in cells if (cell.options["session"], cell.id) == (session, id)), None)
        if cell is None or cell.source.strip() != code.strip():
            what = "is not the code that ran" if cell else "was not collected"
            raise SuperFencesException(f'the cell "{id}" of session "{session}" {what}:\n{code}')
        return page_run.outputs[id].rstrip("\n")  # type: ignore[union-attr]

    return base_format(language="python", run=run, **options)


class Literate(Extension):
    """Adds the run before everything else, and a guard around it all."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the run, the outputs, and the messages for a page with a mistake."""
        formatters["python"] = _stored
        md.preprocessors.register(Pages(md), "literate", 1000)
        md.convert = _guarded(md, md.convert)  # type: ignore[method-assign]


def _guarded(md: Markdown, convert: Any) -> Any:
    """Convert; a mistake stops a build, and under a live server it is what the page shows."""

    def guarded(source: str) -> str:
        try:
            text = str(convert(source))
            if run := getattr(md, RUN, None):
                _check_shown(run, text)
            return text
        except Exception as error:
            if "serve" not in sys.argv:
                raise (BuildError(str(error)) if isinstance(error, PageError) else error) from error
            log.error(str(error))
            return f'<div class="admonition failure"><pre class="mistake">{html.escape(str(error))}</pre></div>'

    return guarded


def makeExtension(**options: Any) -> Literate:  # noqa: N802
    """The name that Python-Markdown looks for."""
    return Literate(**options)
