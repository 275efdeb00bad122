"""A page as a notebook: its prose, its cells with what they print, cells to write in, and the answers folded."""

import re
from collections.abc import Iterator
from typing import Any

import nbformat
from nbformat import v4

from literate.kit import markers
from literate.products import openings, pictures
from literate.products.addresses import addresses
from literate.products.hidden import spare
from literate.products.plain_markdown import Surroundings, page_definitions, plain_markdown
from literate.products.shown_sections import with_sections
from literate.products.yours import Yours, all_cells
from literate.reading.expressions import substitute
from literate.reading.page import Fence, Page
from literate.running.run import Run

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
# Folded: by what Jupyter, its books and Colab each look for. The first line is what they show of it.
TITLED = "#@title {}\n"
CODE: dict[str, Any] = {"cellView": "form", "jupyter": {"source_hidden": True}, "tags": ["hide-input"]}
ANSWER = CODE | {"jupyter": {"source_hidden": True, "outputs_hidden": True}, "tags": ["hide-cell"]}
SEALED = "<details><summary>After your answer</summary>\n\n{}\n\n</details>"


def notebook(run: Run) -> str:
    """A finished run as a notebook (nbformat 4.5); the ids of its cells are those of the page.

    What a cell prints is stored with it, unless it is an answer: that of an exercise, or the evidence for a question.
    """
    cells: list[Any] = []
    for number, part in enumerate(_parts(run)):
        if isinstance(part, str):
            cells.append(_prose(part, f"prose-{number}"))
        elif isinstance(part, Yours):
            cells.append(_code(part.source, f"yours-{number}"))
        else:
            cells.append(_cell(run, part))
    if opening := openings.of_notebook(run.page):
        source = TITLED.format("The package of this page, as far as it is needed") + opening.rstrip("\n")
        cells.insert(1, _code(source, "preamble", CODE))
    if lead := back(run.page):
        cells.insert(0, _prose(lead, "page"))
    metadata = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    made = nbformat.from_dict({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})
    nbformat.validate(made)  # once: what makes a single cell looks at it by itself, which takes as long as all the rest
    return str(v4.writes(made)) + "\n"


def back(page: Page) -> str:
    """A line that leads to the page on the site; empty where its address is not known."""
    address = addresses(page.path, page.root).of_file(page.path.name)
    return (
        f"[This page on the web]({address}), with figures to handle and a judge for your predictions."
        if address
        else ""
    )


def _prose(text: str, id: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": id, "metadata": {}, "source": text}


def _code(source: str, id: str, metadata: dict[str, Any] | None = None, printed: str = "") -> dict[str, Any]:
    outputs = [{"name": "stdout", "output_type": "stream", "text": printed}] if printed else []
    made = {"cell_type": "code", "execution_count": None, "id": id, "metadata": metadata or {}, "outputs": outputs}
    return made | {"source": source}


def _cell(run: Run, fence: Fence) -> dict[str, Any]:
    fold = next((block for block in run.page.folds if _is_closed(run.page, block.line) and _holds(block, fence)), None)
    if fold:
        title = run.page.contents.tree.part(fold, "title").strip()
        return _code(TITLED.format(title) + fence.source, fence.id, ANSWER)
    return _code(fence.source, fence.id, printed="" if "sealed" in fence.options else run.outputs[fence.id])


def _holds(block: Any, fence: Fence | Yours) -> bool:
    return bool(block.line < fence.line <= block.last)


def _is_closed(page: Page, line: int) -> bool:
    """Whether a line opens a fold that is closed at first."""
    return bool(re.match(r" *\?\?\?(?!\+)", page.lines[line - 1]))


def _parts(run: Run) -> Iterator[str | Fence | Yours]:
    """Prose, cells and cells to write in, in the order of the page."""
    page, unused = run.page, spare(run.page.body, 0)
    marks = {number: next(unused) for number in run.numbers}
    drawn = {next(unused): figure for figure in page.figures}
    written = _without_figures(
        page, markers.expanded(run, with_sections(page, substitute(page, marks.__getitem__))), drawn
    )
    values = {mark: run.numbers[number] for number, mark in marks.items()}
    around = Surroundings(values, addresses(page.path, page.root), page_definitions(written))
    lines, start, indent = [""] * page.first + written, page.first, 0
    for stop in [*all_cells(page), None]:
        above, first = _holders(page, lines, start, indent)
        text = plain_markdown([*above, *lines[start : stop.line - 1 if stop else len(lines)]], first, around)
        if text := _with_figures(run, text, drawn):
            yield text
        if stop:
            yield stop
            start, indent = stop.last, stop.indent


def _holders(page: Page, lines: list[str], line: int, indent: int) -> tuple[list[str], int]:
    """The first lines of the folds that go on below a line, and how far the first of them is indented."""
    folds = {block.rows[0].column: block.line for block in page.folds if block.line <= line < block.last}
    folds = {column: first for column, first in folds.items() if _is_closed(page, first)}
    columns = range(min(folds, default=indent), indent, 4)
    above = [lines[folds[column] - 1] if column in folds else " " * column + '!!! note ""' for column in columns]
    return [text for one in above for text in (one, "")], min(folds, default=indent)


def _without_figures(page: Page, lines: list[str], drawn: dict[str, Fence]) -> list[str]:
    """The lines below the front matter with a character for each figure."""
    lines = lines[:]
    for mark, fence in drawn.items():
        at = fence.line - 1 - page.first
        lines[at : at + fence.last - fence.line + 1] = [" " * fence.indent + mark] + [""] * (fence.last - fence.line)
    return lines


def _with_figures(run: Run, text: str, drawn: dict[str, Fence]) -> str:
    """Markdown with the figures in the places of their characters, and below it all the addresses of their images."""
    addresses = []
    for mark in [one for one in text if one in drawn]:
        shown, address = pictures.in_markdown(drawn[mark], run.figures[drawn[mark].id], run.page.root)
        shown = SEALED.format(shown) if "sealed" in drawn[mark].options else shown
        indent = re.search(rf"^[ >]*(?={mark})", text, re.MULTILINE)
        text = text.replace(mark, shown.replace("\n", f"\n{indent[0] if indent else ''}"))
        addresses.append(address)
    return "\n\n".join([text, *["\n".join(addresses)] * bool(addresses)])
