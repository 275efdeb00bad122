"""The statements of a module, each with the names that it makes, and what it refers to in the taught package."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from literate.reading.package import syntax_tree

Reference = tuple[str, ...]  # the name of a module, and what is taken from it, one point after the other
WHOLE = "*"  # all of a module
IMPORTS = ast.Import | ast.ImportFrom
DEFINED = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@dataclass(frozen=True)
class Statement:
    """One statement at the outermost level of a module; of an import, one of the names that it makes.

    Attributes:
        place: Its line and column.
        makes: The names that it makes.
        node: The statement.
        is_plain: Whether it does nothing but make names, so that it can be left out where nobody uses them.
    """

    place: tuple[int, int]
    makes: frozenset[str]
    node: ast.stmt = field(compare=False)
    is_plain: bool = field(compare=False)


@dataclass(frozen=True)
class Module:
    """A module of the taught package, or the code of a page, whose name is empty.

    Attributes:
        name: Its name, with those of the packages that it is in.
        statements: Its statements, in order; none for its docstring.
        bound: What its imports bind: what each name stands for.
        is_package: Whether others are in it.
        references: What its statements refer to, as far as it is known: many pages ask for the same.
    """

    name: str
    statements: tuple[Statement, ...]
    bound: Mapping[str, Reference]
    is_package: bool = False
    references: dict[Statement, list[Reference]] = field(default_factory=dict)

    @cached_property
    def used(self) -> frozenset[str]:
        """All names that its code uses."""
        return frozenset(name for statement in self.statements for name, *_ in chains(statement.node))

    @cached_property
    def names(self) -> frozenset[str]:
        """All names that it makes."""
        return frozenset(name for statement in self.statements for name in statement.makes)


def module(root: Path, name: str) -> Module | None:
    """A module of the package in a folder; None where there is none of this name."""
    path = root.joinpath(*name.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return _read(name, syntax_tree(file, root), path.is_dir()) if file.is_file() else None


@lru_cache(maxsize=400)
def _read(name: str, parsed: ast.Module, is_package: bool) -> Module:
    return read_module(name, parsed, is_package)


def read_module(name: str, parsed: ast.Module, is_package: bool = False) -> Module:
    """A module, from its syntax tree."""
    found = tuple(one for node in parsed.body for one in _statements(node))
    folder = name if is_package else name.rpartition(".")[0]
    return Module(name, found, bound_in(ast.walk(parsed), folder), is_package)


def bound_in(nodes: Iterable[ast.AST], folder: str) -> dict[str, Reference]:
    """What the imports among pieces of code bind: what each name stands for."""
    return {key: to for node in nodes for key, to in imported(node, folder)}


def _statements(node: ast.stmt) -> Iterator[Statement]:
    place = node.lineno, node.col_offset
    match node:
        case ast.Expr(value=ast.Constant()):
            return
        case ast.Import() | ast.ImportFrom():
            for alias in node.names:
                one = type(node)(**{**vars(node), "names": [alias]})
                made = alias.asname or alias.name.partition(".")[0]
                yield Statement(place, frozenset({made}), one, alias.name != WHOLE)
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            yield Statement(place, frozenset({node.name}), node, not node.name.startswith("__"))
        case _:
            yield Statement(place, frozenset(_stored(node)), node, _is_plain(node))


def _stored(node: ast.stmt) -> Iterator[str]:
    for one in ast.walk(node):
        if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store):
            yield one.id
        elif isinstance(one, DEFINED):
            yield one.name


def _is_plain(node: ast.stmt) -> bool:
    """Whether a statement only gives names to a value."""
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    kept = (ast.Name, ast.Tuple, ast.List, ast.Starred, ast.Store)
    is_name = all(isinstance(one, kept) for target in targets if target for one in ast.walk(target))
    return isinstance(node, ast.Assign | ast.AnnAssign) and is_name


def imported(node: ast.AST, folder: str) -> Iterator[tuple[str, Reference]]:
    """The names that an import binds, with what they stand for; `folder` is the package that it stands in."""
    if isinstance(node, ast.ImportFrom):
        above = folder.split(".")[: 1 - node.level or None] if node.level else []
        name = ".".join([*above, node.module] if node.module else above)
        yield from ((alias.asname or alias.name, (name, alias.name)) for alias in node.names)
    elif isinstance(node, ast.Import):
        for alias in node.names:
            first = alias.name.partition(".")[0]
            yield alias.asname or first, (alias.name if alias.asname else first,)


def chains(node: ast.AST) -> list[Reference]:
    """The names that code uses, each with what is taken from it by points, as `checks`, `array`, `T`."""
    found, waiting = list[Reference](), [node]
    while waiting:
        taken, base = [], waiting.pop()
        while isinstance(base, ast.Attribute):
            taken.append(base.attr)
            base = base.value
        if isinstance(base, ast.Name):
            found.append((base.id, *reversed(taken)))
        waiting += ast.iter_child_nodes(base)
    return found
