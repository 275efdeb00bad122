"""`python -m literate check|update [PAGE …]`: look at pages, or rewrite their transcripts."""

import argparse
import sys
from pathlib import Path

from literate import transcript
from literate.errors import PageError
from literate.executor import Run
from literate.numbers import check_given
from literate.reader import read


def main(arguments: list[str] | None = None) -> int:
    """Do what the command says for each page; every page is looked at, whatever the others say."""
    parser = argparse.ArgumentParser(prog="python -m literate", description=__doc__)
    parser.add_argument("command", choices=["check", "update"])
    parser.add_argument("page", nargs="*", help="pages; all of docs/ when left out")
    options = parser.parse_args(arguments)
    root = Path.cwd()
    names = options.page or [path.relative_to(root).as_posix() for path in sorted((root / "docs").rglob("*.md"))]
    mistakes = [] if options.page else transcript.left_over(root)
    for name in names:
        try:
            print(_look(root, name, options.command == "update"))
        except PageError as error:
            mistakes.append(str(error))
    print(*mistakes, sep="\n", end="\n" * bool(mistakes), file=sys.stderr)
    return 1 if mistakes else 0


def _look(root: Path, name: str, update: bool) -> str:
    """Check one page, or rewrite its transcript; one line that says what was done."""
    path = (root / name).resolve()
    if not path.is_file() or (root / "docs").resolve() not in path.parents:
        raise PageError("this is no page, needed: a page below docs/", name, 1)
    run = Run(read(path, root))
    check_given(run.page)
    run.all()
    if update:
        return f"{run.page.name}: transcript {'rewritten' if transcript.update(run) else 'as it was'}"
    transcript.check(run)
    return f"{run.page.name}: {len(run.outputs)} cells, {len(run.numbers)} numbers, as in the transcript"


if __name__ == "__main__":
    sys.exit(main())
