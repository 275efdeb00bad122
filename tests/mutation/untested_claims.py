"""Claims that nothing makes false: `python tests/mutation/untested_claims.py [PAGE…]`.

Each page with claims runs again with twenty other seeds, with ten times the rate, and with each break (breaks.py) of
the taught lines that it runs. A claim that holds each time is listed: it may say nothing, or what no seed can change.
Those are named with their reason in untested_claims.txt, `page | claim | reason`; the others are printed, with a table.
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np  # noqa: F401  (loaded once, for all copies of this process)
from breaks import Break, breaks
from reruns import Lines, Variation, in_a_copy, outcomes

from literate.reading import sources
from literate.reading.expressions import find_numbers
from literate.reading.reader import parse
from literate.settings import docs_of, settings_of

ROOT = Path(__file__).parent.parent.parent
KNOWN = Path(__file__).with_name("untested_claims.txt")
SEEDS, RATE, PATIENCE = 20, 10, 20
Result = dict[str, str]  # what made a claim false first, by the claim; empty where nothing did


def known() -> dict[tuple[str, str], str]:
    """The reasons that are given, by page and claim."""
    rows = [line.split(" | ") for line in KNOWN.read_text(encoding="utf-8").splitlines() if line]
    return {(row[0], " | ".join(row[1:-1])): row[-1] for row in rows}


def taught(root: Path) -> Iterator[Break]:
    """The breaks of the lines that pages show."""
    for path in sorted((root / settings_of(root).package).glob("*.py")):
        shown, inside = set[int](), 0
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            inside += line.strip().startswith("# --8<-- [start:") - line.strip().startswith("# --8<-- [end:")
            shown |= {number} if inside else set()
        yield from (one for one in breaks(root, path.relative_to(root).as_posix()) if one.line in shown)


def copied(root: Path, to: Path) -> Path:
    """A root with the package as files of its own, and all else as it is."""
    for name in (docs_of(root).name, "pyproject.toml"):
        (to / name).symlink_to(root / name)
    package = settings_of(root).package
    shutil.copytree(root / package, to / package, ignore=shutil.ignore_patterns("__pycache__"))
    return to


def untested(root: Path, copy: Path, name: str, slips: list[Break], explained: set[str]) -> Result:
    """What makes each claim of a page false; it ends where all are that nobody has explained."""
    page = parse(docs_of(root) / name, root)
    claims = [number.claim for number in find_numbers(page) if number.claim]
    result, begun = dict.fromkeys(claims, ""), time.monotonic()

    def ask() -> tuple[list[str], list[tuple[str, int]]]:
        seen: Lines = set()
        return outcomes(copy, name, Variation("as it is"), seen), sorted(seen)

    right, lines = in_a_copy(ask, 600)
    assert set(right) == {"holds"}, f"{name} without any change: {dict(zip(claims, right, strict=True))}"
    limit = PATIENCE + 4 * (time.monotonic() - begun)
    shown = {(line.file.name, line.number) for cell in page.cells for line in cell.lines if line.call}
    seen = shown | {(file, line) for file, line in lines}
    for what, said in _reruns(copy, name, [one for one in slips if (Path(one.file).name, one.line) in seen], limit):
        for claim, outcome in zip(claims, said or (), strict=False):
            result[claim] = result[claim] or what * (outcome == "false")
        if all(what or claim in explained for claim, what in result.items()):
            break
    return result


def _reruns(copy: Path, name: str, slips: list[Break], limit: float) -> Iterator[tuple[str, list[str] | None]]:
    """Each change, and what becomes of the claims."""
    for slip in slips:
        path = copy / slip.file
        source = path.read_text(encoding="utf-8")
        path.write_text(source[: slip.start] + slip.new + source[slip.end :], encoding="utf-8")
        try:
            yield f"{slip.file}:{slip.line} {slip.edit}", _asked(copy, name, Variation("slip"), limit)
        finally:
            path.write_text(source, encoding="utf-8")
    yield "ten times the rate", _asked(copy, name, Variation("rate", rate=RATE), limit)
    for seed in range(1, SEEDS + 1):
        yield f"seed + {seed}", _asked(copy, name, Variation("seed", seed=seed), limit)


def _asked(copy: Path, name: str, variation: Variation, limit: float) -> list[str] | None:
    said: list[str] | None = in_a_copy(lambda: outcomes(copy, name, variation), limit)
    return said


def main() -> int:
    """Print the table, and the claims that nothing makes false and nobody has explained."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", nargs="*", help="pages below docs/; all when left out")
    named = parser.parse_args().page
    docs, reasons, open_ones, slips = docs_of(ROOT), known(), 0, [*taught(ROOT)]
    names = named or [path.relative_to(docs).as_posix() for path in sources.pages(ROOT)]
    print(f"{len(slips)} slips\n\npage | claims | by a slip | by the rate | by a seed | untested | with a reason")
    with tempfile.TemporaryDirectory() as folder:
        copy = copied(ROOT, Path(folder))
        for name in names:
            if "{{ holds: " in (docs / name).read_text(encoding="utf-8"):
                explained = {claim for page, claim in reasons if page == name}
                open_ones += _row(name, untested(ROOT, copy, name, slips, explained), reasons)
    return 1 if open_ones else 0


def _row(name: str, result: Result, reasons: dict[tuple[str, str], str]) -> int:
    """Print what was found on one page; how many claims are left without a reason."""
    left = [claim for claim, what in result.items() if not what]
    kinds = [sum(what.startswith(kind) for what in result.values()) for kind in ("ten times", "seed")]
    slips = len(result) - len(left) - sum(kinds)
    told = sum((name, claim) in reasons for claim in left)
    print(name, len(result), slips, *kinds, len(left), told, sep=" | ", flush=True)
    for claim in (claim for claim in left if (name, claim) not in reasons):
        print(f"    {name} | {claim} | ", flush=True)
    return len(left) - told


if __name__ == "__main__":
    sys.exit(main())
