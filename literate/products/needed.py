"""What code needs of the taught package, statement by statement: found by the names that it uses, and those in turn."""

import ast
from collections.abc import Iterator
from pathlib import Path

from literate.products.statements import WHOLE, Module, Reference, Statement, bound_in, chains, imported, module

BY_NAME = "import_module"  # a package that uses it looks for its modules by their names


class Needed:
    """The statements of the package that code needs.

    Args:
        root: The folder that the package is in.
        package: Its name.

    Attributes:
        taken: The statements of each module by its name. One that others only pass through may have none.
    """

    def __init__(self, root: Path, package: str) -> None:
        """Begin with nothing."""
        self.root, self.package = root, package
        self.taken: dict[str, set[Statement]] = {}
        self.read: dict[str, Module | None] = {}
        self.bound: dict[str, Reference] = {}  # what the code so far has imported
        self.words: set[str] = set()
        self.waiting, self.met = list[Reference](), set[Reference]()

    def add(self, code: str) -> dict[str, set[Statement]]:
        """Take what more code needs, below the code so far.

        Returns:
            The statements that are new, by their modules: each module below those that it imports from.
        """
        parsed, had = ast.parse(code), {name: {*statements} for name, statements in self.taken.items()}
        nodes = [*ast.walk(parsed)]
        self.bound |= bound_in(nodes, "")
        constants = (node.value for node in nodes if isinstance(node, ast.Constant))
        self.words |= {value for value in constants if isinstance(value, str)}
        self.waiting += self._references(Module("", (), self.bound), parsed)
        self.waiting += [one for name in had for one in self._by_name(self._known(name))]
        while self.waiting:
            if (reference := self.waiting.pop()) not in self.met:
                self.met.add(reference)
                self._follow(*reference)
        changed = {name for name in self.taken if name not in had or self.taken[name] != had[name]}
        return {name: self.taken[name] - had.get(name, set()) for name in self._in_order() if name in changed}

    def _in_order(self) -> list[str]:
        """The modules, each below those that it imports from."""
        placed: dict[str, None] = {}

        def place(name: str, above: tuple[str, ...]) -> None:
            found = self._known(name)
            for statement in (one for one in found.statements if one in self.taken[name]):  # a set has no order
                for _, to in imported(statement.node, _folder(found)):
                    for other in (to[0], ".".join(to)):
                        if other in self.taken and other not in (*above, *placed, name):
                            place(other, (*above, name))
            placed[name] = None

        for name in sorted(self.taken):
            if name not in placed:
                place(name, ())
        return [*placed]

    def _follow(self, name: str, *points: str) -> None:
        """Take what a reference leads to: a name, or a module, and with a star at its end all of it."""
        found = self._module(name)
        if not found or not points:
            return
        first, *rest = points
        if first == WHOLE:
            self._take(found, [*found.statements])
        elif first in found.names:
            self._take(found, [one for one in found.statements if first in one.makes])
            if first in found.bound:  # what another module has made, or a module
                self.waiting.append((*found.bound[first], *rest))
        else:
            self.waiting.append((f"{name}.{first}", *rest))

    def _module(self, name: str) -> Module | None:
        """A module, from now on a needed one: with what it does besides making names, and the packages around it."""
        if name not in self.read:
            self.read[name] = self._there(name)
        found = self.read[name]
        if found and name not in self.taken:
            self.taken[name] = set()
            self._take(found, [one for one in found.statements if not one.is_plain])
            self.waiting += self._by_name(found)
            self.waiting += [(above,)] if (above := name.rpartition(".")[0]) else []
        return found

    def _there(self, name: str) -> Module | None:
        return module(self.root, name) if name.partition(".")[0] == self.package else None

    def is_current(self) -> bool:
        """Whether all modules that were read are still what they were."""
        return all(self._there(name) is found for name, found in self.read.items())

    def _by_name(self, found: Module) -> Iterator[Reference]:
        """The modules of a package that looks for them by name, as far as the code has these names in quotes."""
        if found.is_package and BY_NAME in found.used:
            inside = sorted(self.root.joinpath(*found.name.split(".")).glob("*.py"))
            yield from ((f"{found.name}.{path.stem}", WHOLE) for path in inside if path.stem in self.words)

    def _take(self, found: Module, statements: list[Statement]) -> None:
        new = [one for one in statements if one not in self.taken[found.name]]
        self.taken[found.name].update(new)
        for statement in new:
            if statement not in found.references:
                found.references[statement] = [*self._references(found, statement.node)]
            self.waiting += found.references[statement]

    def _known(self, name: str) -> Module:
        found = self.read[name]
        assert found is not None
        return found

    def _references(self, within: Module, node: ast.AST) -> Iterator[Reference]:
        """What a piece of code refers to in its own module and in others of the package."""
        for name, *points in chains(node):
            if within.name and name in within.names:
                yield within.name, name
            if name in within.bound:  # where all that is used is the name, it may be a module, and all of it
                yield *within.bound[name], *(points or [WHOLE])
        for one in ast.walk(node):
            yield from (to for _, to in imported(one, _folder(within)))
            if isinstance(one, ast.Import):
                yield from ((alias.name,) for alias in one.names)
            elif isinstance(one, ast.Constant) and str(one.value).startswith(f"{self.package}."):
                yield str(one.value), WHOLE


def _folder(within: Module) -> str:
    return within.name if within.is_package else within.name.rpartition(".")[0]
