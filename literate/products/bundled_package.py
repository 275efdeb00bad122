"""What code begins with so that it can import the taught package where only NumPy is installed: what it needs of it."""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from literate.errors import text_of
from literate.products.file_literals import as_literal, held_by, packed
from literate.products.needed import Needed
from literate.products.statements import DEFINED, IMPORTS, Statement
from literate.reading.page import Page
from literate.reading.snippets import MARK
from literate.reading.sources import is_hidden
from literate.settings import settings_of

LONG = re.compile(r""" *(?P<mark>\"{3}|'{3})(?:.*[^\\'"])?""")  # the first line of a docstring that can end with it
OPENING = """\
# The package PACKAGE, as far as the cells need it: from its sources, MIT license. It is written to a temporary folder,
# so that `import PACKAGE` finds it; the folder goes when Python ends. Cells further down may add to it.
def _carry(files):
    import atexit, base64, importlib, pathlib, shutil, sys, tempfile
    if not hasattr(_carry, "folder"):
        _carry.folder = tempfile.mkdtemp()
        atexit.register(shutil.rmtree, _carry.folder, True)
        sys.path.insert(0, _carry.folder)
    above = {}
    for name, text in files.items():
        path = pathlib.Path(_carry.folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        above[name] = path.read_bytes() if path.exists() else b""
        path.write_bytes(above[name] + (base64.b64decode(text) if isinstance(text, bytes) else text.encode()))
    importlib.invalidate_caches()
    for name, text in files.items():
        module = sys.modules.get(name.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
        if module:  # it has been imported, and grows
            code = compile("\\n" * above[name].count(b"\\n") + text, str(pathlib.Path(_carry.folder, name)), "exec")
            exec(code, vars(module))


"""


class Carried:
    """What the cells of a page have been given of the taught package so far.

    Args:
        page: The page.
    """

    def __init__(self, page: Page) -> None:
        """Begin with nothing."""
        self.root, self.package = page.root, settings_of(page.root).package
        self.needed = Needed(page.root, self.package)
        self.data: set[str] = set()

    def preamble(self, code: str, words: Iterable[str] = ()) -> str:
        """The code that makes the imports of the cell that comes next work; empty when there is nothing to add.

        Args:
            code: The cell.
            words: Texts that a reader may write in quotes, besides those that are there.
        """
        self.needed.words.update(words)
        opening = "" if self.needed.taken else OPENING.replace("PACKAGE", self.package)
        files = dict(self._files(self.needed.add(code))) if self.package else {}
        written = "".join(f'"{name}": {literal},\n' for name, literal in files.items())
        return f"{opening}_carry({{\n{written}}})\n" if files else ""

    def _files(self, new: dict[str, set[Statement]]) -> Iterator[tuple[str, str]]:
        """The files to be written or to be added to, each below those that it imports from, and the data they name."""
        made = {_file(self.root, name): _text(self.root, name, statements) for name, statements in new.items()}
        yield from ((path.relative_to(self.root).as_posix(), as_literal(text)) for path, text in made.items())
        said, package = "".join(made.values()), self.root / self.package
        for path in sorted(path for path in package.iterdir() if path.is_file() and not is_hidden(path, package)):
            if path.suffix != ".py" and path.name not in self.data and path.name in said:
                self.data.add(path.name)
                data = held_by(path)
                said += data if isinstance(data, str) else ""
                yield path.relative_to(self.root).as_posix(), packed(data)


def preamble(page: Page) -> str:
    """The code that makes every import of the taught package on this page work; empty when there is none."""
    return Carried(page).preamble("\n".join(cell.source for cell in page.cells))


def _file(root: Path, module: str) -> Path:
    """The file of a module, or the first file of a package."""
    path = root.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def _text(root: Path, name: str, statements: set[Statement]) -> str:
    """Statements of a module as they are written there, in its order; of imports what is needed of them."""
    source, text, above = text_of(_file(root, name), root), "", None
    for one in sorted(statements, key=lambda one: (one.place, sorted(one.makes))):
        is_tight = isinstance(one.node, IMPORTS) and isinstance(above, IMPORTS)
        apart = isinstance(one.node, DEFINED) or isinstance(above, DEFINED)
        text += "" if above is None or is_tight else "\n\n" if apart else "\n" * (type(one.node) is not type(above))
        text += _written(source, one.node)
        above = one.node
    return text


@lru_cache(maxsize=2000)  # the pages and their cells take the same ones
def _written(source: str, node: ast.stmt) -> str:
    """One statement with the comment right above it, without the marks of sections and the tails of docstrings."""
    lines = source.split("\n")
    first, last = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", []))]), node.end_lineno or 0
    behind = lines[last - 1].encode()[node.end_col_offset or 0 :].lstrip()
    if isinstance(node, IMPORTS) or node.col_offset or behind.startswith(b";"):
        return f"{ast.unparse(node)}\n"
    while lines[first - 2].startswith("#") and first > 1:
        first -= 1
    kept = {number: lines[number - 1] for number in range(first, last + 1) if not MARK.match(lines[number - 1])}
    for said in _docstrings(node):
        below, opened = range(said.lineno + 1, (said.end_lineno or 0) + 1), LONG.fullmatch(lines[said.lineno - 1])
        if opened and lines[below.stop - 2][said.end_col_offset or 0 :] == "":
            kept[said.lineno] += opened["mark"]
            kept = {number: line for number, line in kept.items() if number not in below}
    return "".join(f"{line}\n" for line in kept.values())


def _docstrings(node: ast.stmt) -> Iterator[ast.stmt]:
    """The docstrings in a statement that go on below their first line."""
    for one in ast.walk(node):
        if isinstance(one, DEFINED) and ast.get_docstring(one) and one.body[0].end_lineno != one.body[0].lineno:
            yield one.body[0]
