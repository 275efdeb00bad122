"""What a means of teaching is to the engine: one object, `FEATURE`, in a module of its own."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from literate.errors import PageError
from literate.reading.page import Page
from literate.running.run import Run

Lines = list[str]
# What makes a marker's Markdown, from the finished run, the marker's line on the page, and its argument. An
# UnknownError says that the argument names nothing that is there, and what is.
Expand = Callable[[Run, int, str], str]


class Inputs(Protocol):
    """The other files that what a page shows may depend on."""

    root: Path
    files: dict[str, bytes]
    taught: tuple[tuple[str, bytes], ...]  # the files of the package, by their names

    @property
    def parts(self) -> list[Page]:
        """The numbered pages, with their front matter and markers; their code is not read."""

    @property
    def teaching(self) -> list[Page]:
        """The same, and the other pages that teach."""

    @property
    def pages(self) -> list[Page]:
        """All pages, read whole, with their mistakes."""

    def whole(self, name: str) -> Page:
        """A page by its name, read whole."""


def _nothing(*_: object) -> Iterator[PageError]:
    return iter(())


def _as_it_is(page: Page, lines: Lines) -> Lines:
    return lines


def _as_they_are(run: Run, lines: Lines) -> Lines:
    return lines


@dataclass(frozen=True)
class Feature:
    """A means of teaching. Each field has a default that does nothing.

    Attributes:
        check: The mistakes of a page as it is written.
        check_run: The mistakes that only a finished run shows.
        markers: What each marker, `[[name]]` or `[[name: argument]]`, stands for.
        rewrite: The lines below the front matter, as many as before, as every reader gets them: site, notebook, script.
        link: The same, with what the site alone adds to them.
        add: All lines of the site, with more lines around them, from the finished run.
        places: The ids that the feature gives to places of the page in a file.
        depends: What of other files counts for what a page shows: a value that changes when it does. A text counts as
            text of the page, so the names of the worked example in it count as well.
        keys: What the front matter may say for it, and of which type it is.
        modules: Those that cells may import although they read files: `depends` tells what they answer.
    """

    check: Callable[[Page], Iterator[PageError]] = _nothing
    check_run: Callable[[Run], Iterator[PageError]] = _nothing
    markers: Mapping[str, Expand] = field(default_factory=dict)
    rewrite: Callable[[Page, Lines], Lines] = _as_it_is
    link: Callable[[Page, Lines], Lines] = _as_it_is
    add: Callable[[Run, Lines], Lines] = _as_they_are
    places: Callable[[Path, Path, str], Iterable[str]] = lambda path, root, text: ()
    depends: Callable[[Page, Inputs], object] = lambda page, inputs: None
    keys: Mapping[str, type] = field(default_factory=dict)
    modules: tuple[str, ...] = ()
