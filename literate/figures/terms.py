"""A curve as a sum of powers of w and of e^w: Python, a script and a copied program can all work it out."""

import ast
from dataclasses import dataclass

NEEDED = "needed: a sum of terms such as 3 * w**2, -w, 4 or np.exp(w)"


@dataclass(frozen=True)
class Terms:
    """A sum of powers of w, and of e^w.

    Attributes:
        powers: The factor of 1, w, w**2 and so on.
        exp: The factor of e^w.
    """

    powers: tuple[float, ...]
    exp: float = 0.0

    @classmethod
    def read(cls, text: str) -> "Terms":
        """A sum as Python writes it.

        Raises:
            ValueError: When it is none.
        """
        try:
            found = _summed(ast.parse(text, mode="eval").body)
        except (SyntaxError, ValueError) as error:
            raise ValueError(f"the curve is {text!r}, {NEEDED}") from error
        most = max((power for power in found if power >= 0), default=0)
        return cls(tuple(found.get(n, 0.0) for n in range(most + 1)), found.get(EXP, 0.0))

    def slope(self) -> "Terms":
        """The derivative."""
        lower = tuple(n * factor for n, factor in enumerate(self.powers))[1:]
        return Terms(lower or (0.0,), self.exp)

    def python(self) -> str:
        """The sum as Python writes it."""
        names = {n: "w" if n == 1 else f"w**{n}" for n in range(1, len(self.powers))}
        written = [("np.exp(w)", self.exp)] if self.exp else []
        written += [(names.get(n, ""), factor) for n, factor in reversed([*enumerate(self.powers)]) if factor]
        text = " ".join(_term(name, factor, bool(n)) for n, (name, factor) in enumerate(written))
        return text or "0 * w"


EXP = -1  # stands for e^w among the powers


def _term(name: str, factor: float, signed: bool) -> str:
    size = f"{abs(factor):g}"
    sign = ("- " if signed else "-") if factor < 0 else ("+ " if signed else "")
    return f"{sign}{size if not name else name if abs(factor) == 1 else f'{size} * {name}'}"


def _summed(node: ast.expr) -> dict[int, float]:
    """The factor of each power in a sum."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return {power: -factor for power, factor in _summed(node.operand).items()}
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        left, right = _summed(node.left), _summed(node.right)
        sign = 1 if isinstance(node.op, ast.Add) else -1
        return {power: left.get(power, 0.0) + sign * right.get(power, 0.0) for power in {*left, *right}}
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) and [*(factor := _summed(node.left))] == [0]:
        return {power: factor[0] * own for power, own in _summed(node.right).items()}
    return {_power(node): 1.0} if not isinstance(node, ast.Constant) else {0: float(ast.literal_eval(node))}


def _power(node: ast.expr) -> int:
    """Which power of w this is."""
    written = ast.unparse(node)
    if written == "np.exp(w)":
        return EXP
    base, _, power = written.partition(" ** ")
    if base != "w" or not (power or "1").isdigit():
        raise ValueError(written)
    return int(power or "1")
