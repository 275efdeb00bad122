"""The names that the modules of the taught package make, each with the statements that make it and what these use."""

import ast
from collections.abc import Iterator
from typing import NamedTuple

Name = tuple[str, str]  # a module, and a name in it
ALL = ("", "")
WORDS = "__doc__"
# A variable that holds one of these may be filled elsewhere, as a register is: who uses it depends on all that could.
FILLED = ast.Dict | ast.DictComp | ast.List | ast.ListComp | ast.Set | ast.SetComp
# What takes a name that is not written: of its own module, of one that it looks for, of any.
OWN, LOOKED_FOR, ANY = {"eval", "exec", "globals", "locals", "vars"}, {"__import__", "import_module"}, {"modules"}
HERE = {"__name__", "__package__"}


class Definition(NamedTuple):
    """One statement that makes a name: its text, and the names that it uses."""

    text: str
    uses: frozenset[Name]


Definitions = dict[Name, list[Definition]]


def all_definitions(texts: tuple[tuple[str, str], ...], package: str, parsed: list[ast.Module]) -> Definitions:
    """Every statement of the package by the names that it makes; one that makes none has the name ""."""
    made: Definitions = {}
    trees = dict(zip((module for module, _ in texts), parsed, strict=True))
    imports = {
        module: {name for node in ast.walk(tree) for name in taken_by(node, package)} for module, tree in trees.items()
    }
    for module, text in texts:
        lines = text.split("\n")
        within = {one for one, names in imports.items() if any(module in name for name in names)} | {module}
        below = {one for one in trees if one.startswith(f"{module}.")}
        for statement in trees[module].body:
            first = min([statement.lineno, *(one.lineno for one in getattr(statement, "decorator_list", []))])
            written = "\n".join(lines[first - 1 : statement.end_lineno])
            unwritten = {*_unwritten(module, statement, below, package)}
            for name, uses in _made(module, statement, within, package):
                made.setdefault((module, name), []).append(Definition(written, frozenset(uses | unwritten)))
    return made


def _made(module: str, statement: ast.stmt, within: set[str], package: str) -> Iterator[tuple[str, set[Name]]]:
    """The names that a statement makes, each with those that it uses for it; what it fills can be filled `within`."""
    inside = list(ast.walk(statement))
    uses = {(module, node.id) for node in inside if isinstance(node, ast.Name)}
    uses |= {name for node in inside for name in taken_by(node, package)}
    yield from ((name, uses | {(one, "*") for one in within}) for name in _aside(statement, inside))
    match statement:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            yield name, uses
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            filled = name != "__all__" and any(isinstance(node, FILLED | ast.Call) for node in inside)
            yield name, uses | {(one, "*") for one in within if filled}
        case ast.Import() | ast.ImportFrom():
            for alias in statement.names:
                one = type(statement)(**{**vars(statement), "names": [alias]})
                yield (alias.asname or alias.name).split(".")[0], set(taken_by(one, package))
        case ast.Expr(value=ast.Constant()):
            yield WORDS, set()
        case _:
            yield "", uses | {(one, "*") for one in within if any(isinstance(node, FILLED) for node in inside)}


def _aside(statement: ast.stmt, inside: list[ast.AST]) -> Iterator[str]:
    """The names that a statement makes besides its own: `a` of `x = (a := 1)`, and the global ones of a function."""
    yield from (name for node in inside if isinstance(node, ast.Global) for name in node.names)
    outside = [part for part in ast.iter_child_nodes(statement) if not isinstance(part, ast.stmt)]  # of a function
    nodes = (node for part in outside for node in ast.walk(part))
    yield from (node.target.id for node in nodes if isinstance(node, ast.NamedExpr))


def _unwritten(module: str, statement: ast.stmt, below: set[str], package: str) -> Iterator[Name]:
    """What a statement may use without its name being written; where that cannot be told, all of the package."""
    inside = list(ast.walk(statement))
    names = {getattr(node, "id", getattr(node, "attr", "")) for node in inside}
    words = {node.value for node in inside if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    asked = {word.removeprefix(f"{package}.") for word in words if word.startswith(f"{package}.")}
    if names & OWN:
        yield module, "*"
    if names & LOOKED_FOR:
        found = [(one, "*") for one in asked | (below if names & HERE else set())]
        yield from [*found, *(("__init__", one) for one in asked)] or [ALL]
    if names & ANY or "" in asked:
        yield ALL


def taken_by(node: ast.AST, taught: str) -> Iterator[Name]:
    """What one import takes from the package; where it takes the package itself, all of it."""
    if isinstance(node, ast.Import):
        yield from (ALL for alias in node.names if alias.name.split(".")[0] == taught)
    elif isinstance(node, ast.ImportFrom):
        package, _, module = (node.module or "").partition(".")
        taken = [(module or "__init__", alias.name) for alias in node.names] if package == taught else []
        yield from [ALL] if node.level else taken
