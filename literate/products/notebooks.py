"""The other products of a page: a notebook with its outputs, a script, and one archive of all."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from typing import Any

import nbformat
from nbformat import v4

from literate.kit import markers
from literate.products.addresses import addresses
from literate.products.bundled_package import Carried, preamble
from literate.products.pipeline import with_sections
from literate.products.plain_markdown import Surroundings, page_definitions, plain_markdown, spare
from literate.reading import sources
from literate.reading.expressions import fill
from literate.reading.page import Fence, Page
from literate.running import drawing
from literate.running.run import Run
from literate.settings import settings_of

CODING = re.compile(r"coding(?=[:=])")  # a first line with `coding: x` tells Python an encoding
MAKING = ThreadPoolExecutor(1)
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def notebook(run: Run) -> str:
    """A finished run as a notebook (nbformat 4.5), outputs stored; the ids of its cells are those of the page."""
    cells: list[Any] = []
    for number, part in enumerate(_parts(run)):
        if isinstance(part, str):
            cells.append(v4.new_markdown_cell(part, id=f"prose-{number}"))
            continue
        cells.append(v4.new_code_cell(part.source, id=part.id, execution_count=None))
        if text := run.outputs[part.id]:
            cells[-1].outputs = [v4.new_output("stream", name="stdout", text=text)]
    if opening := preamble(run.page):
        folded = {"jupyter": {"source_hidden": True}, "tags": ["hide-input"]}
        cells.insert(1, v4.new_code_cell(opening.rstrip("\n"), id="preamble", metadata=folded))
    made = v4.new_notebook(cells=cells, metadata={"kernelspec": KERNEL, "language_info": {"name": "python"}})
    return str(nbformat.writes(made)) + "\n"


def _parts(run: Run) -> Iterator[str | Fence]:
    """Prose and cells of a page, in order."""
    page, unused = run.page, spare(run.page.body, 0)
    marks = {number: next(unused) for number in run.numbers}
    written = markers.expanded(run, with_sections(page, fill(page, marks.__getitem__)))
    written = drawing.in_words(page, written, run.figures)
    values = {mark: run.numbers[number] for number, mark in marks.items()}
    around = Surroundings(values, addresses(page.path, page.root), page_definitions(written))
    lines = [""] * page.first + written
    start, indent = page.first, 0
    for cell in page.cells:
        if text := plain_markdown(lines[start : cell.line - 1], indent, around):
            yield text
        yield cell
        start, indent = cell.last, cell.indent
    if text := plain_markdown(lines[start:], indent, around):
        yield text


def script(run: Run) -> str:
    """A finished run as a script in the percent format: each cell below what it needs of the package and has not got.

    So what stands before any cut between two cells runs alone, and carries nothing that it does not need.
    """
    text, carried = f"# {_title(run.page)}\n", Carried(run.page)
    for cell in run.page.cells:
        opening = carried.preamble(cell.source)
        text += f"\n# %% preamble\n{opening}" * bool(opening) + f"\n# %% {cell.id}\n{cell.source}\n"
    return text


def _title(page: Page) -> str:
    """The title as one line of a comment: without line ends and controls, and never what names an encoding."""
    words = " ".join(str(page.meta.get("title") or page.path.stem).split())
    return CODING.sub(r"\g<0> ", "".join(sign for sign in words if sign.isprintable()))


def prefix(text: str, id: str) -> str:
    """The part of a script up to and including one cell."""
    title, *blocks = text.split("\n# %% ")
    names = [block.split("\n")[0] for block in blocks]
    return "\n# %% ".join([title, *blocks[: names.index(id) + 1]])


def write(runs: Iterable[Run], site: Path, complete: bool = True) -> list[Path]:
    """Write the notebook and the script of each part next to its page, and the archive of all.

    Args:
        runs: The finished runs of the pages.
        site: The folder of the site.
        complete: Whether these are all pages, each without a mistake; if not, the archive is left as it is.
    """
    made: dict[str, str] = {}
    runs = sorted(runs, key=lambda run: run.page.name)
    for run in runs:
        if begun := begin(run):
            stem = run.page.address.removesuffix(".md")
            made |= {f"{stem}{ending}": text for ending, text in begun.result().items()}
    for name, text in made.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    archive = settings_of(next(iter(runs)).page.root).archive if complete and made else ""
    if archive:
        (site / archive).write_bytes(_archive({Path(name).name: text for name, text in made.items()}))
    return [site / name for name in (*made, *[archive] * bool(archive))]


def begin(run: Run) -> Future[dict[str, str]] | None:
    """Begin to make the products of a part, for `write` to find: while a page is waited for, there is time for it."""
    if sources.part_of(run.page.path, run.page.root) is None:
        return None
    return MAKING.submit(_texts, run, preamble(run.page))


@lru_cache(maxsize=64)
def _texts(run: Run, opening: str) -> dict[str, str]:
    """Both products of a part. A live server hands back the run of a part that is as it was, and these with it."""
    return {".ipynb": notebook(run), ".py": script(run)}


def _archive(files: dict[str, str]) -> bytes:
    """A zip of texts, the same bytes at any time: all of the first day that a zip knows."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
