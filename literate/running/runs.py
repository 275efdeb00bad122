"""The runs of many pages, several at once: as many as this machine has processors."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from literate.errors import PageError, text_of
from literate.reading.front_matter import with_meta
from literate.reading.page import Page
from literate.reading.reader import parse
from literate.running.limits import asks_for_time
from literate.running.priority import PROCESSORS
from literate.running.run import Run

DONE: dict[str, Run] = {}  # those that this build has rendered, by page


class Runs:
    """Runs that were begun, by page; one that was not is begun when it is asked for."""

    def __init__(self) -> None:
        """Nothing runs yet."""
        self.pool = ThreadPoolExecutor(PROCESSORS)
        self.begun: dict[str, tuple[Page, Future[Run]]] = {}

    def begin(self, pages: Iterable[Page]) -> None:
        """Begin to run pages, in this order, each as soon as it is there."""
        for page in pages:
            if not page.mistakes:
                self.begun[page.name] = page, self.pool.submit(_finished, page)

    def page(self, path: Path, root: Path) -> Page:
        """A page as it was read when its run was begun, if its text is the same; else it is read."""
        page = with_meta(path, root)
        begun = self.begun.get(page.name)
        return begun[0] if begun and begun[0].lines == page.lines else parse(path, root)

    def still_runs(self, name: str) -> bool:
        """Whether a page was begun and is not over."""
        begun = self.begun.get(name)
        return bool(begun and not begun[1].done())

    def of(self, page: Page) -> Run:
        """The run of a page, with its mistakes; it is over."""
        begun = self.begun.pop(page.name, None)
        if begun and begun[0].lines == page.lines and begun[0].fences == page.fences:
            return begun[1].result()
        return _finished(page)


def longest_first(paths: Iterable[Path], root: Path) -> Iterator[Page]:
    """Pages with those first that ask for more time than others: the last one to end is waited for.

    One that cannot be read is left out; where it is rendered, this is told.
    """
    readable = [path for path in paths if _is_text(path, root)]
    for path in sorted(readable, key=lambda path: not asks_for_time(with_meta(path, root))):
        yield parse(path, root)


def _is_text(path: Path, root: Path) -> bool:
    try:
        return text_of(path, root) is not None
    except (OSError, PageError):
        return False


def _finished(page: Page) -> Run:
    """Run a page to its end, mistakes or not, and let its process go."""
    run = Run(page)
    if not page.mistakes:
        list(run.every_mistake())
    return run.close()
