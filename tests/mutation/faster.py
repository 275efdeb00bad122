"""Code with each learning rate in it multiplied, for `tests/mutation/reruns.py`."""

import ast

RATES = {"learning_rate", "rate"}
PLACE = {
    "train": 4,
    "gradient_step": 4,
    "gradient_descent": 2,
    "train_in_batches": 1,
}  # of the rate among the arguments


class Faster(ast.NodeTransformer):
    """Code with each rate that stands in it as a number multiplied: by its name, by its place, or before a slope."""

    def __init__(self, factor: int) -> None:
        self.factor = factor

    def _scaled(self, node: ast.expr) -> ast.expr:
        return ast.BinOp(ast.Constant(self.factor), ast.Mult(), node)

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        self.generic_visit(node)
        for target in node.targets:
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                node.value.elts = [*map(self._named, target.elts, node.value.elts)]
            else:
                node.value = self._named(target, node.value)
        return node

    def visit_arguments(self, node: ast.arguments) -> ast.AST:
        self.generic_visit(node)
        if node.defaults:
            node.defaults = [*map(self._named, node.args[-len(node.defaults) :], node.defaults)]
        return node

    def _named(self, target: ast.AST, value: ast.expr) -> ast.expr:
        """What a name gets, where the name is that of a rate."""
        is_rate = {getattr(target, "id", ""), getattr(target, "arg", "")} & RATES and isinstance(value, ast.Constant)
        return self._scaled(value) if is_rate else value

    def visit_keyword(self, node: ast.keyword) -> ast.AST:
        self.generic_visit(node)
        if node.arg in RATES and isinstance(node.value, ast.Constant):
            node.value = self._scaled(node.value)
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        place = PLACE.get(getattr(node.func, "id", getattr(node.func, "attr", "")), -1)
        if 0 <= place < len(node.args) and isinstance(node.args[place], ast.Constant):
            node.args[place] = self._scaled(node.args[place])
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        match node:
            case ast.BinOp(op=ast.Sub(), right=ast.BinOp(op=ast.Mult(), left=ast.Constant(value=float())) as step):
                step.left = self._scaled(step.left)
        return node
