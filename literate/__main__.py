"""`python -m literate check|update|new|export …`: look at pages, rewrite transcripts, begin a page, write notebooks."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from literate import checks, exports, markers, skeleton, sources, transcript
from literate.errors import PageError
from literate.executor import Run
from literate.reader import read


def main(arguments: list[str] | None = None) -> int:
    """Do what the command says; each mistake is printed with its place, and none hides another."""
    parser = argparse.ArgumentParser(prog="python -m literate", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, what in (
        ("check", "cells, numbers, formulas, symbols, links, markers and transcript of pages"),
        ("update", "rewrite their transcripts"),
    ):
        commands.add_parser(name, help=what).add_argument("page", nargs="*", help="all of docs/ when left out")
    commands.add_parser("new", help="write the skeleton of a page").add_argument("page", nargs=1)
    commands.add_parser("export", help="write notebooks and scripts (MkDocs does)").add_argument("site", type=Path)
    options = parser.parse_args(arguments)
    try:
        # A mistake in the ledger comes from each page that reads it: once is enough.
        mistakes = list(dict.fromkeys(_do(Path.cwd(), options)))
    except KeyboardInterrupt:
        return 130
    print(*mistakes, sep="\n", end="\n" * bool(mistakes), file=sys.stderr)
    return 1 if mistakes else 0


def _do(root: Path, options: argparse.Namespace) -> Iterator[str]:
    """Do what the command says; the mistakes."""
    if not (root / "docs").is_dir() and options.command != "new":
        yield f"there is no docs/ in {root}, needed: the folder of mkdocs.yml"
        return
    if options.command in {"check", "update"} and not options.page:
        yield from transcript.left_over(root)
    runs = []
    for name in getattr(options, "page", None) or _pages(root):
        try:
            if options.command == "new":
                print(f"{skeleton.write(root, name)}: written; now name it in the nav of mkdocs.yml")
                continue
            runs.append(_run(root, name))
            if options.command != "export":
                print(_look(runs[-1], update=options.command == "update"))
        except PageError as error:
            yield str(error)
    if options.command == "export":
        print(*exports.write(runs, options.site), sep="\n")


def _pages(root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in sources.pages(root)]


def _run(root: Path, name: str) -> Run:
    """Run one page whole; what its markers stand for is made, too."""
    path = (root / name).resolve()
    if not path.is_file() or path.suffix != ".md" or (root / "docs").resolve() not in path.parents:
        what = "is no page" if path.is_file() else "is not there"
        raise PageError(f"this {what}, needed: a page below docs/, .md, as seen from {root}", name, 1)
    page = read(path, root)
    checks.check(page)
    run = Run(page).all()
    markers.expanded(run, page.lines[page.first :])
    return run


def _look(run: Run, update: bool) -> str:
    """Compare one page with its transcript, or rewrite that; one line that says what was done."""
    if update:
        return f"{run.page.name}: transcript {'rewritten' if transcript.update(run) else 'as it was'}"
    transcript.check(run)
    return f"{run.page.name}: {len(run.outputs)} cells, {len(run.numbers)} numbers, as in the transcript"


if __name__ == "__main__":
    sys.exit(main())
