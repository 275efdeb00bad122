"""The transcript: one committed text file a page, with all that the site says: outputs and numbers."""

import re
from difflib import unified_diff
from math import isclose
from pathlib import Path

from literate.errors import PageError
from literate.executor import Run

FOLDER = Path("tests/transcripts")
DECIMAL = re.compile(r"[-+]?(?:\d+\.\d*|\.?\d+)(?:e[-+]?\d+)?")


def path_of(run: Run) -> Path:
    """Where the transcript of a page lies."""
    page = run.page
    return page.root / FOLDER / page.path.relative_to(page.root / "docs").with_suffix(".txt")


def blocks(run: Run) -> list[str]:
    """What the page says, in order: a cell's name with its output below it, indented; a number on one line."""
    said: list[tuple[int, int, str]] = []
    for cell in run.page.cells:
        output = "".join(f"\n    {line}" for line in run.outputs[cell.id].splitlines())
        said.append((cell.line, 0, f"[{cell.id}]{output}"))
    for number, text in run.numbers.items():
        said.append((number.line, number.column, f"{number.written} = {text}"))
    return [block for _, _, block in sorted(said)]


def same(before: str, after: str) -> bool:
    """Whether two texts say the same: words exactly, numbers within rtol 1e-9 and atol 1e-12."""
    if DECIMAL.split(before) != DECIMAL.split(after):
        return False
    pairs = zip(DECIMAL.findall(before), DECIMAL.findall(after), strict=True)
    return all(isclose(float(a), float(b), rel_tol=1e-9, abs_tol=1e-12) for a, b in pairs)


def compare(run: Run) -> tuple[str, str]:
    """The committed transcript, and what it has to be: a block that says the same stays as it was written."""
    path = path_of(run)
    old = path.read_text(encoding="utf-8") if path.is_file() else ""
    kept = re.split(r"\n(?=\S)", old.rstrip("\n"))
    new = [next((block for block in kept if same(block, said)), said) for said in blocks(run)]
    return old, "".join(f"{block}\n" for block in new)


def check(run: Run) -> None:
    """Compare a finished run with the committed transcript.

    Raises:
        PageError: When the page says something else; shows the difference.
    """
    old, new = compare(run)
    if old != new:
        name = path_of(run).relative_to(run.page.root).as_posix()
        lines = list(unified_diff(old.splitlines(), new.splitlines(), name, "this run", lineterm="", n=1))
        pairs = enumerate(zip([*old.splitlines(), ""], [*new.splitlines(), ""], strict=False), 1)
        line = next((number for number, (before, after) in pairs if before != after), 1)
        hint = "\n  ".join([f"if the page is right: python -m literate update {run.page.name}", *lines])
        raise PageError(f"{run.page.name} says something else than its transcript", name, line, hint=hint)


def update(run: Run) -> bool:
    """Rewrite the transcript where it differs; tells whether it did."""
    old, new = compare(run)
    if old != new:
        path_of(run).parent.mkdir(parents=True, exist_ok=True)
        path_of(run).write_text(new, encoding="utf-8")
    return old != new
