"""`python -m literate check|update|claims|new|finish|print …`: look at pages, keep transcripts, finish a site."""

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from literate.command import new_page, paper
from literate.errors import MistakesError, PageError
from literate.integrations import renderer
from literate.kit import holds
from literate.products import transcript
from literate.products.finished_site import finish
from literate.reading import misread, sources
from literate.reading.page import Page
from literate.reading.reader import parse
from literate.reading.site_settings import check_settings
from literate.running.exchange import EngineError
from literate.running.limits import asks_for_time
from literate.running.run import Run
from literate.running.runs import Runs
from literate.settings import docs_of


def main(arguments: list[str] | None = None) -> int:
    """Do what the command says; each mistake is printed with its place, and none hides another."""
    parser = argparse.ArgumentParser(prog="python -m literate", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, what in (
        ("check", "cells, numbers, formulas, symbols, links, markers and transcript of pages"),
        ("update", "rewrite their transcripts"),
        ("claims", "the sentences of pages that claim something and carry no {{ holds: … }}"),
    ):
        commands.add_parser(name, help=what).add_argument("page", nargs="*", help="all when left out")
    commands.add_parser("new", help="write the skeleton of a page").add_argument("page", nargs=1)
    what = "policy, counts, notebooks and scripts of a site that Zensical has built; MkDocs does this by itself"
    commands.add_parser("finish", help=what).add_argument("site", type=Path)
    what = "book and slides of a finished site as PDF, and cards for links; it takes Chromium and half a minute"
    commands.add_parser("print", help=what).add_argument("site", type=Path)
    options = parser.parse_args(arguments)
    try:
        # A mistake in the ledger comes from each page that reads it: once is enough.
        mistakes = list(dict.fromkeys(_do(Path.cwd(), options)))
    except PageError as error:  # of the settings: nothing can be looked at
        mistakes = [str(error)]
    except KeyboardInterrupt:
        return 130
    print(*mistakes, sep="\n", end="\n" * bool(mistakes), file=sys.stderr)
    return 1 if mistakes else 0


def _do(root: Path, options: argparse.Namespace) -> Iterator[str]:
    """Do what the command says; the mistakes."""
    docs = docs_of(root)
    if not docs.is_dir() and options.command != "new":
        yield f"there is no {docs.name}/ in {root}, needed: the folder of mkdocs.yml"
        return
    if options.command != "new":  # with which a project may begin
        check_settings(root)
    if options.command in {"finish", "print"} and not (options.site / "index.html").is_file():
        yield f"there is no built site in {options.site}, needed: the folder that mkdocs or zensical has written"
        return
    if options.command == "print":
        yield from paper.print_paper(root, options.site)
        return
    whole = not getattr(options, "page", None)
    if options.command in {"check", "update"} and whole:
        yield from transcript.left_over(root)
    if options.command in {"check", "update", "finish"} and whole:
        yield from map(str, misread.mistakes(root))
    if options.command == "claims":
        yield from _claims(root, options.page or _pages(root))
        return
    runs, begun = [], Runs()
    names = getattr(options, "page", None) or _pages(root)
    pages = [_page(root, name) for name in names] if options.command != "new" else []
    begun.begin(sorted((page for page in pages if isinstance(page, Page)), key=lambda page: not asks_for_time(page)))
    for name in names if options.command == "new" else []:
        try:
            print(f"{new_page.write_part(root, name)}: written; now name it in the nav of mkdocs.yml")
        except PageError as error:
            yield str(error)
    for page in pages:
        try:
            if isinstance(page, PageError):
                raise page
            runs.append(_run(page, begun.of(page)))
            if options.command != "finish":
                print(_look(runs[-1], update=options.command == "update"))
        except (EngineError, PageError) as error:  # one page that breaks the engine does not hide the others
            yield str(error)
        except MistakesError as error:
            yield from map(str, error.mistakes)
    if options.command == "check":
        _count([run.page for run in runs])
    if options.command == "finish":
        for path in finish(root, options.site, runs, complete=len(runs) == len(pages)):
            print(path)


def _claims(root: Path, names: list[str]) -> Iterator[str]:
    """Print the sentences of pages that claim something and carry no claim; the mistakes in the names of pages."""
    pages = [_page(root, name) for name in names]
    yield from (str(page) for page in pages if isinstance(page, PageError))
    read = [page for page in pages if isinstance(page, Page)]
    for page in read:
        for one in holds.unbound(page):
            print(f"{page.name}:{one.line}: {', '.join(dict.fromkeys(one.words))}: {one.text}")
    _count(read)


def _count(pages: list[Page]) -> None:
    """Say how many sentences claim something; nothing in a project that names no words."""
    found = [one for page in pages for one in holds.sentences(page)]
    free = sum(not one.claims for one in found)
    if found:
        print(f"{len(found) - free} sentences carry a claim; {free} have its words and none: python -m literate claims")


def _pages(root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in sources.pages(root)]


def _page(root: Path, name: str) -> Page | PageError:
    """One page, or what is wrong with its name or its text."""
    path = Path(os.path.abspath(root / name))
    if not sources.is_page(path, root):
        what = "is no page" if path.is_file() else "is not there"
        return PageError(f"this {what}, needed: a page below {docs_of(root).name}/, .md, as seen from {root}", name, 1)
    try:
        return parse(path, root)
    except PageError as error:
        return error


def _run(page: Page, run: Run) -> Run:
    """The run of a page that is rendered as the site is."""
    renderer.rendered(page, run)
    return run


def _look(run: Run, update: bool) -> str:
    """Compare one page with its transcript, or rewrite that; one line that says what was done."""
    if update:
        return f"{run.page.name}: transcript {'rewritten' if transcript.update(run) else 'as it was'}"
    transcript.compare(run)
    held = sum(bool(number.claim) for number in run.numbers)
    counts = f"{len(run.outputs)} cells, {len(run.numbers) - held} numbers{f', {held} claims' * bool(held)}"
    return f"{run.page.name}: {counts}, as in the transcript"
