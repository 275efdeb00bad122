"""The features of teaching that a project has, and what they are asked for, one after the other."""

import importlib
import pkgutil
from collections.abc import Iterator
from functools import lru_cache, reduce
from pathlib import Path

from literate import kit
from literate.checking import page_language
from literate.checking.links import Places
from literate.errors import PageError
from literate.kit.feature import Expand, Feature, Lines
from literate.reading.page import Page
from literate.running.run import Run
from literate.settings import settings_of


def features(root: Path) -> tuple[Feature, ...]:
    """Those of the modules of this folder, and of the modules that the settings name, in the order of their names."""
    return _features(settings_of(root).features)


@lru_cache(maxsize=8)
def _features(more: tuple[str, ...]) -> tuple[Feature, ...]:
    own = sorted(f"{kit.__name__}.{module.name}" for module in pkgutil.iter_modules(kit.__path__))
    found = (getattr(importlib.import_module(name), "FEATURE", None) for name in (*own, *more))
    return tuple(feature for feature in found if isinstance(feature, Feature))


def mistakes(page: Page) -> Iterator[PageError]:
    """All mistakes of what is written, in the order of their lines: those of the page's language, and the features'."""
    asked = features(page.root)
    keys = {key: kind for feature in asked for key, kind in feature.keys.items()}
    found = [*page_language.mistakes(page, place_finders(page.root), keys)]
    found += [mistake for feature in asked for mistake in feature.check(page)]
    yield from sorted(found, key=lambda mistake: (mistake.file != page.name, mistake.line, mistake.column))


def check(page: Page) -> None:
    """Look at what is written.

    Raises:
        PageError: For the first mistake.
    """
    for mistake in mistakes(page):
        raise mistake


def markers(root: Path) -> dict[str, Expand]:
    """What each marker stands for, by its name."""
    return {name: expand for feature in features(root) for name, expand in feature.markers.items()}


def place_finders(root: Path) -> list[Places]:
    """What gives the ids that features give to places of a file."""
    return [feature.places for feature in features(root)]


def answering(root: Path) -> set[str]:
    """The modules that cells may import although they read files."""
    return {module for feature in features(root) for module in feature.modules}


def rewritten(page: Page, lines: Lines) -> Lines:
    """The lines below the front matter as every reader gets them, as many as before."""
    return reduce(lambda made, feature: feature.rewrite(page, made), features(page.root), lines)


def linked(page: Page, lines: Lines) -> Lines:
    """The same with what the site alone adds to them."""
    return reduce(lambda made, feature: feature.link(page, made), features(page.root), lines)


def added(run: Run, lines: Lines) -> Lines:
    """The lines of the site with those that it adds around them."""
    return reduce(lambda made, feature: feature.add(run, made), features(run.page.root), lines)
