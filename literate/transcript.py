"""The transcript: one committed text file a page, with all that the site says: outputs and numbers."""

import re
from difflib import unified_diff
from math import isclose
from pathlib import Path

from literate.errors import PageError
from literate.executor import Run
from literate.reader import Fence

FOLDER = Path("tests/transcripts")
BLOCK = re.compile(r"\n(?=\S)")
DECIMAL = re.compile(r"[-+]?(?:\d+\.\d*|\.?\d+)(?:e[-+]?\d+)?")


def path_of(run: Run) -> Path:
    """Where the transcript of a page lies."""
    page = run.page
    return page.root / FOLDER / page.path.relative_to(page.root / "docs").with_suffix(".txt")


def blocks(run: Run) -> list[tuple[int, str]]:
    """What the page says so far, in order, with its lines: a cell's name and output; a number."""
    said: list[tuple[int, int, str]] = []
    for cell in run.page.cells:
        if cell.id in run.outputs:
            output = "".join(f"\n    {line}" for line in run.outputs[cell.id].splitlines())
            said.append((cell.line, 0, f"[{cell.id}]{output}"))
    for number, text in run.numbers.items():
        said.append((number.line, number.column, f"{number.written} = {text}"))
    return [(line, block) for line, _, block in sorted(said)]


def same(before: str, after: str) -> bool:
    """Whether two texts say the same: words exactly, numbers within rtol 1e-9 and atol 1e-12."""
    if DECIMAL.split(before) != DECIMAL.split(after):
        return False
    pairs = zip(DECIMAL.findall(before), DECIMAL.findall(after), strict=True)
    return all(isclose(float(a), float(b), rel_tol=1e-9, abs_tol=1e-12) for a, b in pairs)


def compare(run: Run) -> tuple[str, str]:
    """The committed transcript, and what it has to be: a block that says the same stays as it was written."""
    old = _old(run)
    kept = BLOCK.split(old[:-1])
    new = [next((block for block in kept if same(block, said)), said) for _, said in blocks(run)]
    return old, "".join(f"{block}\n" for block in new)


def _old(run: Run) -> str:
    path = path_of(run)
    text = path.read_text(encoding="utf-8").rstrip("\n") if path.is_file() else ""
    return f"{text}\n" if text else ""


def check_cell(run: Run, cell: Fence) -> None:
    """Compare what one cell printed with the committed transcript.

    Raises:
        PageError: When it printed something else; shows the difference.
    """
    (said,) = (block for line, block in blocks(run) if line == cell.line)
    kept = [block for block in BLOCK.split(_old(run)[:-1]) if block.split("\n")[0] == f"[{cell.id}]"]
    if not any(same(block, said) for block in kept):
        raise _differs(run, cell.line, f'cell "{cell.id}"', "\n".join(kept), said)


def check(run: Run) -> None:
    """Compare all that a finished run says with the committed transcript.

    Raises:
        PageError: When the page says something else; shows the difference, at the first line of the page that has it.
    """
    old, new = compare(run)
    if old != new:
        kept = BLOCK.split(old[:-1])
        line = next((line for line, said in blocks(run) if not any(same(block, said) for block in kept)), 1)
        raise _differs(run, line, "this page", old, new)


def _differs(run: Run, line: int, what: str, old: str, new: str) -> PageError:
    name = path_of(run).relative_to(run.page.root).as_posix()
    diff = unified_diff(old.splitlines(), new.splitlines(), name, "this run", lineterm="", n=1)
    hint = "\n  ".join([f"if the page is right: python -m literate update {run.page.name}", *diff])
    return run.page.error(f"{what} says something else than its transcript", line, hint=hint)


def update(run: Run) -> bool:
    """Rewrite the transcript where it differs; tells whether it did."""
    old, new = compare(run)
    if old != new:
        path_of(run).parent.mkdir(parents=True, exist_ok=True)
        path_of(run).write_text(new, encoding="utf-8")
    return old != new


def left_over(root: Path) -> list[str]:
    """A message for each transcript whose page is gone."""
    found = []
    for path in sorted((root / FOLDER).rglob("*.txt")):
        page = Path("docs") / path.relative_to(root / FOLDER).with_suffix(".md")
        if not (root / page).is_file():
            found.append(f"{path.relative_to(root).as_posix()}: no page {page.as_posix()}; take it away")
    return found
