"""The transcript: one committed text file a page, with all that the site says: outputs and numbers."""

import re
from collections.abc import Iterator
from difflib import unified_diff
from math import isclose
from pathlib import Path

from literate.errors import PageError, not_utf8
from literate.reading.expressions import Number
from literate.reading.page import Fence
from literate.reading.sources import is_hidden
from literate.running.exchange import Drawn
from literate.running.run import Run
from literate.settings import in_docs, settings_of

BLOCK = re.compile(r"\n(?=\S)")
NAME, COUNT = re.compile(r"[^\W\d]\w*"), re.compile(r"\d[\d,.]*")
DECIMAL = re.compile(r"[-+]?(?:\d+\.\d*|\.?\d+)(?:e[-+]?\d+)?")


def transcript_path(run: Run) -> Path:
    """Where the transcript of a page lies."""
    return (_folder(run.page.root) / run.page.address).with_suffix(".txt")


def _folder(root: Path) -> Path:
    return root / settings_of(root).transcripts


def blocks(run: Run) -> list[tuple[int, str]]:
    """What the page says so far, in order, with its lines: a cell's name and output; a number."""
    shown = [(one, text) for one, text in run.numbers.items() if not one.claim]  # a claim says nothing
    said = [(one.line, one.column, f"{one.written} = {_kept_of(run, one, text)}") for one, text in shown]
    texts = run.outputs | {f"figure {id}": _said(drawn) for id, drawn in run.figures.items()}
    for fence in run.page.fences:
        name = f"figure {fence.id}" if fence.is_figure else fence.options.get("id", "")
        if name in texts:
            said.append((fence.line, 0, "\n    ".join([f"[{name}]", *texts[name].splitlines()])))
    return [(line, block) for line, _, block in sorted(said)]


def _said(drawn: Drawn) -> str:
    """What a figure shows, in words."""
    return "\n".join([drawn.title, drawn.description, *[drawn.caption] * bool(drawn.caption)])


def _kept_of(run: Run, number: Number, text: str) -> str:
    """What the transcript has of a number; of a count of other pages its shape, so that their edits do not change it.

    A count of nothing is kept as 0: where nothing is left to count, something is wrong.
    """
    counted = set(run.page.meta.get("counted", ())) & set(NAME.findall(number.expression))
    return COUNT.sub(lambda found: "0" if found[0] == "0" else "#", text) if counted else text


def same(before: str, after: str) -> bool:
    """Whether two texts say the same: words exactly, numbers within rtol 1e-9 and atol 1e-12."""
    if DECIMAL.split(before) != DECIMAL.split(after):
        return False
    pairs = zip(DECIMAL.findall(before), DECIMAL.findall(after), strict=True)
    return all(isclose(float(a), float(b), rel_tol=1e-9, abs_tol=1e-12) for a, b in pairs)


def check_cell(run: Run, cell: Fence) -> None:
    """Compare what one cell printed with the committed transcript.

    Raises:
        PageError: When it printed something else; shows the difference.
    """
    kept = [block for block in _kept(run) if block.split("\n")[0] == f"[{cell.id}]"]
    (said,) = (block for line, block in blocks(run) if line == cell.line)
    if not any(same(block, said) for block in kept):
        raise _differs(run, cell.line, f'cell "{cell.id}"', kept, [said])


def compare(run: Run) -> None:
    """Compare all that a finished run says with the committed transcript.

    Raises:
        PageError: When the page says something else; shows the difference, at the first line of the page that has it.
    """
    kept, needed = _kept(run), _needed(run)
    if kept != needed:
        pairs = zip(blocks(run), needed, strict=True)
        line = next((line for (line, _), block in pairs if block not in kept), 1)
        raise _differs(run, line, "this page", kept, needed)


def update(run: Run) -> bool:
    """Rewrite the transcript where it differs; tells whether it did."""
    needed = _needed(run)
    if differs := _kept(run) != needed:
        transcript_path(run).parent.mkdir(parents=True, exist_ok=True)
        transcript_path(run).write_text("".join(f"{block}\n" for block in needed), encoding="utf-8")
    return differs


def _kept(run: Run) -> list[str]:
    """The blocks of the committed transcript; it is read each time, since `update` may just have written it.

    Raises:
        PageError: When it is not UTF-8.
    """
    path = transcript_path(run)
    try:
        text = path.read_text(encoding="utf-8").rstrip("\n") if path.is_file() else ""
    except UnicodeDecodeError as error:
        raise not_utf8(error, path.relative_to(run.page.root).as_posix()) from error
    return BLOCK.split(text) if text else []


def _needed(run: Run) -> list[str]:
    """The blocks that the transcript has to have: one that says the same stays as it was written."""
    kept = _kept(run)
    return [next((block for block in kept if same(block, said)), said) for _, said in blocks(run)]


def _differs(run: Run, line: int, what: str, kept: list[str], needed: list[str]) -> PageError:
    old, new = ("\n".join(part).splitlines() for part in (kept, needed))
    diff = unified_diff(
        old, new, transcript_path(run).relative_to(run.page.root).as_posix(), "this run", lineterm="", n=1
    )
    hint = "\n  ".join([f"if the page is right: python -m literate update {run.page.name}", *diff])
    return run.page.error(f"{what} says something else than its transcript", line, hint=hint)


def left_over(root: Path) -> Iterator[str]:
    """A message for each transcript whose page is gone."""
    folder = _folder(root)
    for path in sorted(path for path in folder.rglob("*.txt") if not is_hidden(path, folder)):
        page = Path(in_docs(root, path.relative_to(folder).with_suffix(".md").as_posix()))
        if not (root / page).is_file():
            yield f"{path.relative_to(root).as_posix()}: no page {page.as_posix()}; take it away"
