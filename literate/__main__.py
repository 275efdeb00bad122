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
    parser.add_argument("page", nargs="*", type=Path, help="pages; all of docs/ when left out")
    options = parser.parse_args(arguments)
    root = Path.cwd()
    pages = [path.resolve() for path in options.page] or sorted((root / "docs").rglob("*.md"))
    failed = 0
    for path in pages:
        try:
            print(_look(path, root, options.command == "update"))
        except (PageError, OSError, ValueError) as error:
            failed += 1
            print(error, file=sys.stderr)
    return 1 if failed else 0


def _look(path: Path, root: Path, update: bool) -> str:
    """Check one page, or rewrite its transcript; one line that says what was done."""
    run = Run(read(path, root))
    check_given(run.page)
    run.all()
    name = run.page.name
    if update:
        return f"{name}: transcript {'rewritten' if transcript.update(run) else 'as it was'}"
    transcript.check(run)
    return f"{name}: {len(run.outputs)} cells, {len(run.numbers)} numbers, as in the transcript"


if __name__ == "__main__":
    sys.exit(main())
