"""One name, one meaning: what is public in two modules of the engine, and what its words refer to."""

import ast
import re
from collections import defaultdict
from importlib import import_module
from pathlib import Path

import literate

ENGINE = Path(literate.__file__).parent
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(ENGINE.rglob("*.py"))}
# A name that several modules have because others ask each of them the same question.
SHARED = {
    "mistakes": "each check yields what is wrong with a page, or with a project",
    "expand": "each marker's text, for `Feature(markers=…)`",
    "head": "what stands above a figure to handle",
    "side": "what stands beside it",
    "foot": "what stands below it",
    "makeExtension": "Python-Markdown looks for this name",
    "VOID": "the elements of HTML without an end: the account shares no code with the reader",
}
# References such as `literate.running.worker` in docstrings and comments.
REFERENCE = re.compile(r"`(literate(?:\.\w+)+)`")


def public(tree: ast.Module, imported: set[str]) -> set[str]:
    """The functions and classes of a module without a leading underscore, and its constants that others import."""
    named = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    targets = (target for node in tree.body if isinstance(node, ast.Assign) for target in node.targets)
    return {name for name in named if name[0] != "_"} | {
        target.id for target in targets if isinstance(target, ast.Name) and target.id in imported
    }


def names_of(trees: dict[Path, ast.Module]) -> dict[str, set[str]]:
    """Each public name with the modules that define it."""
    found = defaultdict(set)
    imports = [(node.module, one.name) for tree in trees.values() for node in ast.walk(tree)
               if isinstance(node, ast.ImportFrom) for one in node.names]  # fmt: skip
    for path, tree in trees.items():
        module = ".".join(path.relative_to(ENGINE.parent).with_suffix("").parts)
        for name in public(tree, {one for origin, one in imports if origin == module}):
            found[name].add(module)
    return found


def is_there(reference: str) -> bool:
    """Whether a dotted name is a module, or something in a module."""
    module, _, name = reference.rpartition(".")
    try:
        return hasattr(import_module(module), name) or bool(import_module(reference))
    except ImportError:
        return False


def test_no_name_has_two_meanings():
    twice = {name: sorted(modules) for name, modules in names_of(TREES).items() if len(modules) > 1}
    assert {name: modules for name, modules in twice.items() if name not in SHARED} == {}
    assert set(SHARED) <= {*twice}, "a name that only one module has needs no entry"


def test_what_words_refer_to_is_there():
    texts = {path: path.read_text(encoding="utf-8") for path in (*TREES, ENGINE / "README.md")}
    found = [(path.name, name) for path, text in texts.items() for name in REFERENCE.findall(text)]
    assert len(found) > 3
    assert [(file, name) for file, name in found if not is_there(name)] == []
    assert not is_there("literate.executor.Run")
