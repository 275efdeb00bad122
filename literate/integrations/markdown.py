"""The Python-Markdown extension that both builders use: it hands the text of a page to the pipeline, and back."""

import html
import logging
import re
import sys
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown_exec import base_format, formatter, formatters
from mkdocs.exceptions import BuildError

from literate.errors import MistakesError, PageError
from literate.integrations.builder import CONTEXT, changes, source_of
from literate.integrations.own_parser import OwnParser
from literate.integrations.raw_links import RawLinks
from literate.products.pipeline import Rendering, prepare
from literate.running import starting
from literate.running.run import Run
from literate.running.runs import DONE, Runs
from literate.serving.converted import converted

UNKNOWN = "literate is not told which page this is: mkdocs.yml needs hooks: [literate/integrations/mkdocs.py]"
log = logging.getLogger("literate")  # not below "mkdocs": a strict server would keep the old page
RENDERING = "literate_rendering"
SOURCE = "literate_source"  # on an instance of Markdown that no builder has made: the run of the page
SEALED = ' data-sealed=""'  # what answers the question above; the site's script hides it until the reader has answered
STILL = ' data-still=""'  # what can be run nowhere but where the project is
BEGUN = Runs()


class Pages(Preprocessor):
    """Runs first on the text of a page."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with their numbers filled in; text inside a page (a cell's output, a docstring) stays."""
        if _is_nested(self.md):
            return lines
        run: Run | None = getattr(self.md, SOURCE, None)
        changed: dict[int, str] = {}
        if run is None:
            source = source_of(self.md)
            if source is None:
                raise BuildError(UNKNOWN)
            page = BEGUN.page(source.path, source.root)
            changed = changes(page, source, lines)
            run = BEGUN.of(page)
        self.md.literate_page, self.md.literate_root = Path(run.page.name), run.page.root  # type: ignore[attr-defined]
        is_live = not hasattr(self.md, SOURCE) and "serve" in sys.argv
        rendering = prepare(run, changed, log.warning if is_live else None)
        setattr(self.md, RENDERING, rendering)
        return rendering.lines


def _is_nested(md: Markdown) -> bool:
    """Whether this converts a cell's source and output, or a docstring, inside a page."""
    return hasattr(md, "_original_md") or "mkdocstrings_strip_paragraph" in md.treeprocessors


def show(source: str, language: str, css_class: str, options: dict[str, Any], md: Markdown, **kwargs: Any) -> str:
    """The formatter of Python fences: markdown-exec's own, in a box that the style sheet can name.

    What it prints has a name of its own: the theme's script names each block after what is named around it.
    """
    sealed = SEALED if options["extra"].pop("sealed", "") else ""
    rendered = str(formatter(source, language, css_class, options, md, **kwargs))
    # Within the box of the result, whose own form others rely on.
    named = re.sub(r'(?<=<div class="result">)(\s*<div )', rf'\1id="prints-{options["id"]}" ', rendered)
    rendering: Rendering = getattr(md, RENDERING)
    still = "" if options["id"] in rendering.runnable else STILL
    return f'<div class="cell" id="cell-{options["id"]}"{sealed}{still}{"" if named else " hidden"}>{named}</div>'


def figure(source: str, language: str, css_class: str, options: dict[str, Any], md: Markdown, **kwargs: Any) -> str:
    """The formatter of figures: what the page's run has drawn."""
    rendering: Rendering = getattr(md, RENDERING)
    drawn = rendering.run.figures[options["id"]].svg(f"figure-{options['id']}")
    return drawn.replace("<figure ", f"<figure{SEALED} ", 1) if "sealed" in options else drawn


def figure_options(language: str, inputs: dict[str, str], options: dict[str, Any], attrs: Any, md: Markdown) -> bool:
    """Take a figure's options as they are: the reader has looked at them."""
    options.update(inputs)
    return True


def _stored(**options: Any) -> str:
    """Markdown-exec's formatter for Python, with what stands for the output that the page's run has stored."""

    def run(code: str, id: str, **_: Any) -> str:
        rendering: Rendering = getattr(options["md"], RENDERING)
        return rendering.output(id)

    return base_format(language="python", run=run, **options)


class LiterateExtension(Extension):
    """Adds the run before everything else, and a guard around it all."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the run, the outputs, and the messages for a page with a mistake."""
        formatters["python"] = _stored
        md.preprocessors.register(Pages(md), "literate", 1000)
        md.treeprocessors.register(OwnParser(md), "literate_parser", 1000)
        md.treeprocessors.register(RawLinks(md), "literate_links", -1000)
        md.convert = _kept(md, _guarded(md, md.convert))  # type: ignore[method-assign]


def _guarded(md: Markdown, convert: Any) -> Any:
    """Convert; a mistake stops a build, and under a live server it is what the page shows."""

    def guarded(source: str) -> str:
        try:
            text = str(convert(source))
            rendering: Rendering | None = getattr(md, RENDERING, None)
            if rendering is None:
                return text
            finished = rendering.finished(text)
            DONE[rendering.page.name] = rendering.run
            return finished
        except Exception as error:
            if hasattr(md, SOURCE):
                raise
            if "serve" not in sys.argv:
                raise (BuildError(str(error)) if isinstance(error, PageError | MistakesError) else error) from error
            log.error(str(error))
            return f'<div class="admonition failure"><pre class="mistake">{html.escape(str(error))}</pre></div>'

    return guarded


def _kept(md: Markdown, convert: Any) -> Any:
    """Convert; under the live server of Zensical only what has changed. That of MkDocs keeps pages by itself."""

    def kept(source: str) -> str:
        if CONTEXT not in md.preprocessors or "serve" not in sys.argv or _is_nested(md):
            return str(convert(source))
        place = source_of(md)
        assert place is not None
        return converted(md, place.path, place.root, source, convert)

    return kept


def makeExtension(**options: Any) -> LiterateExtension:  # noqa: N802
    """The name that Python-Markdown looks for; a builder still reads its settings, so there is time to load much."""
    starting.load_libraries()
    return LiterateExtension(**options)
