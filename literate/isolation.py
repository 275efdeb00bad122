"""The process of a page, before its first step: defaults, an empty directory, the taught package from its sources."""

import os
import sys
import warnings
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from typing import Any

PACKAGE = "tinynet"


class Sources(PathFinder):
    """Compiles the taught package at each import: a cache file is kept by second and size, so it can hide an edit."""

    @classmethod
    def find_spec(cls, fullname: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        """Find the taught package and its modules; leave the rest to the other finders."""
        spec = PathFinder.find_spec(fullname, path, target) if fullname.split(".")[0] == PACKAGE else None
        if spec and isinstance(loader := spec.loader, SourceFileLoader):
            source, path = loader.get_data, loader.path
            loader.get_code = lambda _: loader.source_to_code(source(path), path)  # type: ignore[method-assign,assignment]
        return spec


def enter(root: Path, directory: Path) -> None:
    """Make this process ready for a page.

    Args:
        root: Where its imports are looked for first.
        directory: An empty directory, in which its cells run.
    """
    for name in [name for name in sys.modules if name.split(".")[0] == PACKAGE]:
        del sys.modules[name]
    os.chdir(directory)
    sys.path[:] = [str(root), *(path for path in sys.path if path not in ("", str(root)))]
    sys.meta_path.insert(0, Sources)
    sys.argv = [""]
    warnings.resetwarnings()
    warnings.simplefilter("error")
