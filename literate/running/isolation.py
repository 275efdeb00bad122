"""The process of a page, before its first step: defaults, an empty directory, the taught package from its sources."""

import atexit
import builtins
import marshal
import os
import sys
import warnings
from contextlib import suppress
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path
from types import CodeType
from typing import Any

from literate.running import c_library
from literate.settings import settings_of


class Sources(PathFinder):
    """Finds the taught package by its text: Python keeps a cache file by second and size, so it can hide an edit."""

    package = ""

    @classmethod
    def find_spec(cls, fullname: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        """Find the taught package and its modules; leave the rest to the other finders."""
        spec = PathFinder.find_spec(fullname, path, target) if fullname.split(".")[0] == cls.package else None
        if spec and isinstance(loader := spec.loader, SourceFileLoader):
            loader.get_code = lambda _: fresh_code(loader)  # type: ignore[method-assign,assignment]
        return spec


def fresh_code(loader: SourceFileLoader) -> CodeType:
    """The code of a module, compiled anew unless a cache file of ours says by its hash that it is of this very text."""
    source, cache = loader.get_data(loader.path), cache_from_source(loader.path, optimization="literate")
    mark = MAGIC_NUMBER + source_hash(source)
    with suppress(OSError, ValueError, EOFError, TypeError):
        kept = loader.get_data(cache)
        if kept.startswith(mark):
            return marshal.loads(kept[len(mark) :])  # type: ignore[no-any-return]
    code: CodeType = loader.source_to_code(source, loader.path)
    loader.set_data(cache, mark + marshal.dumps(code))  # which says nothing where it cannot write
    return code


def enter(root: Path, directory: Path, environment: dict[str, str]) -> None:
    """Make this process ready for a page.

    Args:
        root: Where its imports are looked for first.
        directory: An empty directory, in which its cells run.
        environment: The variables of the process that asked for the page.
    """
    c_library.adopt()
    atexit._clear()  # what the process that was copied has left for its own end
    os.environ.clear()
    os.environ.update(environment)
    Sources.package = settings_of(root).package
    for name in [name for name in sys.modules if name.split(".")[0] == Sources.package]:
        del sys.modules[name]
    os.chdir(directory)
    sys.path[:] = [str(root), *(path for path in sys.path if path not in ("", str(root)))]
    sys.meta_path.insert(0, Sources)
    sys.argv = [""]
    if random := sys.modules.get("numpy.random"):
        random.seed()  # by chance, as where it is loaded anew: the process that was copied has one state for all
    warnings.resetwarnings()
    warnings.simplefilter("error")


def project_root() -> Path:
    """The root of the project whose page this process runs."""
    return Path(sys.path[0])


class Builtins:
    """The built-in names as a page has changed them, put in place while one of its steps runs.

    What runs the steps needs those of Python: a page that says `builtins.len = …` could not even tell it otherwise.
    """

    def __init__(self) -> None:
        """Those of Python, at first."""
        self.own, self.of_page = dict(vars(builtins)), dict(vars(builtins))

    def __enter__(self) -> None:
        """A step begins."""
        _set(self.of_page)

    def __exit__(self, *_: object) -> None:
        """A step has ended."""
        self.of_page = {**vars(builtins)}
        _set(self.own)


def _set(names: dict[str, Any]) -> None:
    namespace = vars(builtins)
    namespace.update(names)
    if namespace.keys() != names.keys():
        for name in [*namespace]:
            if name not in names:
                del namespace[name]
