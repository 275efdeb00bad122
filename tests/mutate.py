"""Break the code in one place at a time and see whether a test fails: `python tests/mutate.py tinynet literate`.

Each break is one edit of one place of one file of a copy of the repository; comments, section marks among them, and
docstrings are never touched, nor types, which mypy reads. A break that no test notices is printed; so is the count at
the end. A break that can change nothing that matters is named, with its reason, in tests/equivalent.txt:
`file | line's text | edit | reason`. Without any break all tests have to pass, else each break would seem noticed.
"""

import argparse
import ast
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from queue import SimpleQueue

ROOT = Path(__file__).parent.parent
ALL = ["tests", "docs", "--ignore=tests/test_browser.py", "--ignore=tests/test_serve.py"]
SWAPS = {
    **{ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "/"), ast.Div: ("/", "*"), ast.MatMult: ("@", "*")},
    **{
        ast.Pow: ("**", "*"),
        ast.BitOr: ("|", "&"),
        ast.BitAnd: ("&", "|"),
        ast.FloorDiv: ("//", "*"),
        ast.Mod: ("%", "*"),
    },
    **{ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="), ast.Lt: ("<", "<="), ast.LtE: ("<=", "<")},
    **{ast.Gt: (">", ">="), ast.GtE: (">=", ">"), ast.In: ("in", "not in"), ast.NotIn: ("not in", "in")},
    **{ast.Is: ("is", "is not"), ast.IsNot: ("is not", "is"), ast.And: ("and", "or"), ast.Or: ("or", "and")},
}


@dataclass(frozen=True)
class Break:
    """One edit: the characters from `start` to `end` become `new`."""

    file: str
    line: int
    start: int
    end: int
    old: str
    new: str
    text: str

    @property
    def edit(self) -> str:
        """What is written where."""
        return f"{self.old} -> {self.new}"

    def __str__(self) -> str:
        """Place and edit, on one line."""
        return f"{self.file}:{self.line}: {self.edit}\n    {self.text}"


def breaks(file: str) -> Iterator[Break]:
    """All breaks of one file, in order."""
    source = (ROOT / file).read_text(encoding="utf-8")
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def at(line: int, column: int) -> int:
        text = source[starts[line - 1] : starts[line]]
        return starts[line - 1] + len(text.encode()[:column].decode())

    found = set()
    for node in _nodes(ast.parse(source)):
        for first, last, old, new in _edits(node):
            start, end = at(*first), at(*last)
            here = source.find(old, start, end) if old else start
            stop = here + len(old) if old else end
            changed = source[:here] + new + source[stop:]
            if here >= 0 and changed != source and _is_python(changed):
                line = source.count("\n", 0, here) + 1
                shown = source[here:stop].replace("\n", " ")
                text = source.splitlines()[line - 1].strip()
                found.add(Break(file, line, here, stop, shown, new, text))
    yield from sorted(found, key=lambda b: (b.start, b.new))


def _nodes(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes but types."""
    yield node
    for name, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and name not in {"annotation", "returns"}:
                yield from _nodes(child)


def _is_python(source: str) -> bool:
    """A break that cannot be read is no break."""
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True


def _ends(node: ast.AST) -> tuple[tuple[int, int], tuple[int, int]]:
    return (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)  # type: ignore[attr-defined]


def _edits(node: ast.AST) -> Iterator[tuple[tuple[int, int], tuple[int, int], str, str]]:
    """The edits of one node: where to look, what for (all of it when empty), and what to write."""
    match node:
        case ast.BinOp(left=left, op=op, right=right):
            yield _ends(left)[1], _ends(right)[0], *SWAPS[type(op)]
        case ast.AugAssign(target=target, op=op, value=value):
            yield _ends(target)[1], _ends(value)[0], *SWAPS[type(op)]
        case ast.Compare(left=left, ops=ops, comparators=others):
            for (before, after), op in zip(pairwise([left, *others]), ops, strict=True):
                yield _ends(before)[1], _ends(after)[0], *SWAPS[type(op)]
        case ast.BoolOp(op=op, values=values):
            for before, after in pairwise(values):
                yield _ends(before)[1], _ends(after)[0], *SWAPS[type(op)]
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield _ends(node)[0], _ends(operand)[0], "not ", ""
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            yield _ends(node)[0], _ends(operand)[0], "-", ""
        case ast.Attribute(value=value, attr="T"):
            yield _ends(value)[1], _ends(node)[1], ".T", ""
        case ast.Constant(value=bool(value)):
            yield *_ends(node), "", str(not value)
        case ast.Constant(value=int(value) | float(value)):
            yield *_ends(node), "", repr(value + 1)
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            yield *_ends(test), "", "True" if isinstance(node, ast.If | ast.IfExp) else "False"
            if not isinstance(node, ast.While):
                yield *_ends(test), "", "False"
        case ast.Return(value=ast.expr() as value):
            yield *_ends(value), "", "None"
        case ast.Raise() | ast.Continue() | ast.Break() | ast.Delete():
            yield *_ends(node), "", "pass"
        case ast.Expr(value=ast.Call()) | ast.Expr(value=ast.IfExp()):
            yield *_ends(node), "", "pass"


def survives(broken: Break, copy: Path, limit: float) -> bool:
    """Whether all tests still pass with this break, in `limit` seconds: those of the file's own name first."""
    path, stem = copy / broken.file, Path(broken.file).stem.strip("_")
    source = path.read_text(encoding="utf-8")
    path.write_text(source[: broken.start] + broken.new + source[broken.end :], encoding="utf-8")
    own = copy / f"tests/test_{'main' if stem == 'main' else stem}.py"
    rounds = [[str(own.relative_to(copy))]] * own.exists() + [ALL]
    try:
        return all(_passes(selected, copy, limit) for selected in rounds)
    finally:
        path.write_text(source, encoding="utf-8")


def _passes(selected: list[str], copy: Path, limit: float | None) -> bool:
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *selected]
    environment = os.environ | {"PYTHONPATH": str(copy), "HYPOTHESIS_STORAGE_DIRECTORY": str(copy / ".hypothesis")}
    environment["PYTHONDONTWRITEBYTECODE"] = "1"  # a cache file is kept by second and size, so it can hide a break
    environment.pop("LITERATE_REQUIRE", None)
    try:
        done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def main() -> int:
    """Break, test, mend; print what no test noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", nargs="+", help="files or folders of the repository")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--list", action="store_true", help="only count the breaks")
    options = parser.parse_args()
    files = [f for p in options.path for f in (sorted((ROOT / p).glob("*.py")) if (ROOT / p).is_dir() else [ROOT / p])]
    todo = [b for f in files for b in breaks(f.relative_to(ROOT).as_posix())]
    known = {tuple(part.strip() for part in line.split(" | ")[:3]) for line in _equivalent()}
    if options.list:
        print(len(todo), "breaks")
        return 0
    alive = _run([b for b in todo if (b.file, b.text, b.edit) not in known], options.jobs)
    print(f"{len(todo)} breaks, {len(todo) - len(alive)} noticed or equivalent, {len(alive)} alive")
    return 1 if alive else 0


def _equivalent() -> list[str]:
    path = ROOT / "tests/equivalent.txt"
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []


def _run(todo: list[Break], jobs: int) -> list[Break]:
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(jobs) as pool:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(jobs):
            copy = Path(folder) / str(number)
            shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns("site", ".*_cache", "node_modules"))
            copies.put(copy)

        start = time.monotonic()
        if not _passes(ALL, Path(folder) / "0", None):
            sys.exit("the tests fail without any break: mend them first")
        limit = 10 + (2 + jobs) * (time.monotonic() - start)

        def look(broken: Break) -> Break | None:
            copy = copies.get()
            try:
                return broken if survives(broken, copy, limit) else None
            finally:
                copies.put(copy)

        alive = []
        for result in pool.map(look, todo):
            if result:
                print(result, flush=True)
                alive.append(result)
        return alive


if __name__ == "__main__":
    sys.exit(main())
